//! Bands of other levels, places and companies than those that ship: through the door.

use std::path::Path;

use super::*;

/// A conversation over bands for L5 in Seattle, L6 in Denver and Google's L5 in Seattle alone.
fn with_other_bands() -> Conversation {
    let mut user = Conversation::new();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/bands");
    let bands = Bands::from_folder(&folder).expect("good bands");
    let catalogue = Catalogue::shipped().expect("good templates");
    user.app = App::new(Arc::clone(&user.store) as Arc<dyn Store>, bands, catalogue);
    user
}

const FIGURES: [(&str, &str); 4] = [("base", "170k"), ("sign_on_1", "60k"), ("sign_on_2", "50k"), ("rsu", "300k")];

async fn quick(user: &mut Conversation, level: &str, place: &str) -> String {
    let job = [("level", level), ("location", place)];
    user.command("offer quick", &[job.as_slice(), &FIGURES].concat()).await;
    text(&user.shown)
}

#[tokio::test]
async fn a_band_for_another_level_or_place_is_answered_with_a_percentile() {
    let mut user = with_other_bands();
    let lead = |card: String| card.lines().take(2).map(str::to_owned).collect::<Vec<_>>().join("\n");
    insta::assert_snapshot!(lead(quick(&mut user, "L5", "Seattle").await), @"");
    insta::assert_snapshot!(lead(quick(&mut user, "L6", "Denver, Colorado").await), @"");
    insta::assert_snapshot!(lead(quick(&mut user, "L6", "Seattle").await), @"");
    user.chooses("Denver").await;
    insta::assert_snapshot!(text(&user.shown), @"");
    user.command("bands", &[("level", "L5"), ("location", "sea")]).await;
    insta::assert_snapshot!(lead(text(&user.shown)), @"");
    user.command("bands", &[("level", "L6"), ("location", "Seattle")]).await;
    insta::assert_snapshot!(text(&user.shown), @"");
    let suggested = user.completes("bands", "location", "den").await;
    assert_eq!(suggested.iter().map(|place| place.value.as_str()).collect::<Vec<_>>(), ["Denver", "den"]);
}

#[tokio::test]
async fn a_level_without_a_band_is_taken_and_gets_everything_but_the_percentile() {
    let mut user = Conversation::new();
    user.command("offer start", &[]).await;
    insta::assert_snapshot!(user.says("L5").await, @"");
    insta::assert_snapshot!(quick(&mut user, "L5", "Seattle").await, @"");
    user.command("counter", &[]).await;
    assert!(text(&user.shown).starts_with("# Counter plan: Amazon L5, Seattle"), "{}", text(&user.shown));
    user.command("bands", &[("level", "L5"), ("location", "Seattle")]).await;
    insta::assert_snapshot!(text(&user.shown), @"");
}

#[tokio::test]
async fn at_the_highest_level_no_script_asks_for_the_next() {
    let mut user = Conversation::new();
    quick(&mut user, "L10", "Seattle").await;
    user.command("script", &[("name", "level")]).await;
    insta::assert_snapshot!(text(&user.shown), @"");
}
