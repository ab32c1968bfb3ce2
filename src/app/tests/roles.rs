//! Other roles than software engineers, and levels without ranges, through the door.

use proptest::prelude::*;

use super::*;
use crate::market::{Companies, Role};

/// The walkthrough from the first message to the analysis, where it takes it.
async fn walked(user: &mut Conversation, first: &str, place: &str) -> String {
    user.command("offer start", &[]).await;
    user.says(first).await;
    for answer in [place, "200k", "90/60", "400k"] {
        user.says(answer).await;
    }
    for _ in 0..12 {
        if user.shown.title.as_deref() == Some("Check your answers") {
            break;
        }
        user.says("skip").await;
    }
    user.says("save").await
}

/// The first line below the title.
fn headline(page: &str) -> String {
    page.lines().skip(1).find(|line| !line.starts_with("Saved.")).unwrap_or_default().to_owned()
}

#[tokio::test]
async fn a_role_typed_with_the_level_is_kept_and_gets_no_percentile_of_another() {
    let mut user = Conversation::new();
    user.command("offer start", &[]).await;
    insta::assert_snapshot!(user.says("L6 SDM").await, @"
    # Question 2 of 12
    Got it: L6; software development manager.
    Where is the job?
    (The city the offer names. The ranges I have for L6 are for software engineers; yours may differ, so there will be no percentile.)
    ");
    insta::assert_snapshot!(headline(&walked(&mut Conversation::new(), "L6 SDM", "Seattle").await), @"$337.5k a year on average, $1.35M over four years. The range I have is for software engineers; yours may differ, so there is no percentile. I can still show your four years, taxes and the words to ask.");
    insta::assert_snapshot!(headline(&walked(&mut Conversation::new(), "Principal PM-T", "sf").await), @"$337.5k a year on average, $1.35M over four years. The range I have is for software engineers; yours may differ, so there is no percentile. I can still show your four years, taxes and the words to ask.");
    insta::assert_snapshot!(headline(&walked(&mut Conversation::new(), "Sr. TPM", "Denver, CO").await), @"$337.5k a year on average, $1.35M over four years. I have no pay range for L6 technical program managers in Denver, CO, so there is no percentile. I can still show your four years, taxes and the words to ask.");
    let mut engineer = Conversation::new();
    assert!(walked(&mut engineer, "L6 SDE", "Seattle").await.contains("percentile for L6 in Seattle"));
}

#[tokio::test]
async fn a_title_that_says_no_level_is_asked_and_its_role_kept() {
    let mut user = Conversation::new();
    user.command("offer start", &[]).await;
    insta::assert_snapshot!(user.says("senior sdm").await, @"
    # Question 1 of 12
    Got it: software development manager.
    Which level is it? For software development managers the title alone doesn't say: send L6 or L7, or whichever your letter names.
    Which level is the offer for?
    (L6 is Senior, L7 is Principal.)
    ");
    insta::assert_snapshot!(user.says("L7").await, @"
    # Question 2 of 12
    Got it: L7.
    Where is the job?
    (The city the offer names. The ranges I have for L7 are for software engineers; yours may differ, so there will be no percentile.)
    ");
    for answer in ["Seattle", "200k", "90/60", "400k"] {
        user.says(answer).await;
    }
    let check = {
        while user.shown.title.as_deref() != Some("Check your answers") {
            user.says("skip").await;
        }
        text(&user.shown)
    };
    assert!(check.contains("Level: L7\nRole: software development manager\n"), "{check}");
}

#[tokio::test]
async fn the_role_is_changed_on_the_card_of_answers() {
    let mut user = Conversation::new();
    user.command("offer quick", QUICK).await;
    user.command("offer edit", &[]).await;
    user.chooses("role").await;
    insta::assert_snapshot!(text(&user.shown), @"
    # Role
    Which role is the offer for?
    So far: software engineer.
    (As the offer or the posting names it, for example SDM or TPM.)
    ");
    let check = user.chooses("solutions architect").await;
    assert!(check.contains("Role: solutions architect"), "{check}");
    insta::assert_snapshot!(headline(&user.says("save").await), @"$337.5k a year on average, $1.35M over four years. The range I have is for software engineers; yours may differ, so there is no percentile. I can still show your four years, taxes and the words to ask.");
}

#[tokio::test]
async fn an_answer_before_the_offer_quotes_no_range_of_another_role() {
    let mut user = Conversation::new();
    user.command("offer start", &[]).await;
    user.says("L6 TPM").await;
    user.says("Seattle").await;
    let answer = user.command("script", &[("name", "need_a_number")]).await;
    assert!(!answer.contains('$'), "{answer}");
}

#[tokio::test]
async fn any_level_anywhere_gets_everything_but_the_percentile() {
    for (level, place) in [("L4", "Seattle"), ("L5", "Toronto"), ("L8", "Boise, ID"), ("L10", "Austin")] {
        let mut user = Conversation::new();
        let page = walked(&mut user, level, place).await;
        assert!(page.contains("I can still show your four years"), "{level} in {place}: {page}");
        assert!(!page.contains("only cover") && !page.contains("percentile for"), "{page}");
        for (command, options) in [
            ("counter", &[][..]),
            ("script", &[("name", "base")]),
            ("email", &[("name", "first_round")]),
            ("calendar", &[]),
            ("whatif", &[]),
            ("lever", &[("name", "grant")]),
        ] {
            let shown = user.command(command, options).await;
            assert!(!shown.is_empty() && !shown.contains("I can't"), "{command}: {shown}");
        }
    }
    insta::assert_snapshot!(headline(&walked(&mut Conversation::new(), "L5", "Seattle").await), @"$337.5k a year on average, $1.35M over four years. I have no pay ranges for L5, so there is no percentile. I can still show your four years, taxes and the words to ask.");
    let mut user = Conversation::new();
    user.command("offer start", &[]).await;
    insta::assert_snapshot!(user.says("L9").await, @r#"
    # Question 1 of 12
    I don't know that level: the level must be L4, L5, L6, L7, L8 or L10, not "L9". Send the level in your letter.
    Which level is the offer for?
    (L6 is Senior, L7 is Principal.)
    "#);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    /// The bands at hand are for software engineers.
    #[test]
    fn a_percentile_is_only_of_the_bands_own_role(
        role in prop::sample::select(Role::all().collect::<Vec<_>>()),
        level in prop::sample::select(Companies::asked_for().levels().iter().map(|known| known.level).collect::<Vec<_>>()),
        place in prop::sample::select(vec!["Seattle", "sf", "NYC", "Austin", "Denver, CO", "London", "Arlington, VA"]),
    ) {
        let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime");
        let page = runtime.block_on(async {
            let mut user = Conversation::new();
            user.command("offer quick", &[QUICK, &[]].concat()).await;
            user.command("offer edit", &[]).await;
            user.says(&format!("level {level}")).await;
            user.says(&format!("location {place}")).await;
            user.chooses("role").await;
            user.chooses(role.title()).await;
            user.says("save").await
        });
        if !role.is_software() {
            prop_assert!(!page.contains("percentile for"), "{} in {}: {}", role, place, page);
            prop_assert!(page.contains("there is no percentile"), "{} in {}: {}", role, place, page);
        }
    }
}
