//! Bands of other levels, places and companies than those that ship: through the door.

use std::path::Path;

use super::*;

/// A conversation over bands for L5 in Seattle, L6 in Denver and Google's L5 in Seattle alone.
fn with_other_bands() -> Conversation {
    let mut user = Conversation::new();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/bands");
    let bands = Bands::from_folder(&folder).expect("good bands");
    let catalogue = crate::playbook::tests::catalogue();
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
    insta::assert_snapshot!(lead(quick(&mut user, "L5", "Seattle").await), @"
    # Amazon L5, Seattle
    About the 58th percentile for L5 in Seattle: $272.5k a year on average. The 75th is $296k: $96k more over four years.
    ");
    insta::assert_snapshot!(lead(quick(&mut user, "L6", "Denver, Colorado").await), @"
    # Amazon L6, Denver, Colorado
    About the 30th percentile for L6 in Denver, Colorado: $272.5k a year on average. That is below the median: room to negotiate. The 75th is $334k: $246k more over four years.
    ");
    insta::assert_snapshot!(lead(quick(&mut user, "L6", "Seattle").await), @"
    # Amazon L6, Seattle
    $272.5k a year on average, $1.09M over four years. I have no pay range for L6 in Seattle, so there is no percentile. I can still show your four years, taxes and the words to ask.
    ");
    user.chooses("Denver").await;
    insta::assert_snapshot!(text(&user.shown), @"
    # Against another place
    Your job is in Seattle. Held against L6 in Denver instead, the offer would be about the 30th percentile. Pay differs by place, so take it as a hint only.
    ");
    user.command("bands", &[("level", "L5"), ("location", "sea")]).await;
    insta::assert_snapshot!(lead(text(&user.shown)), @"
    # Amazon L5 (SDE II) in Seattle
    Offers for L5 software engineers in Seattle mostly pay $210k to $330k a year on average over four years.
    ");
    user.command("bands", &[("level", "L6"), ("location", "Seattle")]).await;
    insta::assert_snapshot!(text(&user.shown), @"
    # L6 in Seattle
    I have no pay range for L6 in Seattle. For L6 I know Denver.
    ");
    assert!(user.has_button("Enter your offer"), "{:?}", user.shown);
    let suggested = user.completes("bands", "location", "den").await;
    assert_eq!(suggested.iter().map(|place| place.value.as_str()).collect::<Vec<_>>(), ["Denver", "den"]);
}

#[tokio::test]
async fn a_level_without_a_band_is_taken_and_gets_everything_but_the_percentile() {
    let mut user = Conversation::new();
    user.command("offer start", &[]).await;
    insta::assert_snapshot!(user.says("L5").await, @"
    # Question 2 of 12
    Got it: L5 (SDE II).
    Where is the job?
    (The city the offer names. I have no pay ranges for L5, so there will be no percentile; the four years, taxes and words to ask I can show.)
    ");
    insta::assert_snapshot!(quick(&mut user, "L5", "Seattle").await, @"
    # Amazon L5, Seattle
    $272.5k a year on average, $1.09M over four years. I have no pay ranges for L5, so there is no percentile. I can still show your four years, taxes and the words to ask.
    Y  Base  Sign-on  Stock  Total
    1  170k      60k    15k   245k
    2  170k      50k    45k   265k
    3  170k        0   120k   290k
    4  170k        0   120k   290k
    Watch out for
    - You don't know yet whether the $110,000 sign-on is owed back if you leave early. Ask: is it a lump sum or monthly, and what is repaid on leaving in year 1 or 2?
    - Nothing is promised after year 4: year 5 is base alone, $120,000 less than year 4. Later grants are at Amazon's discretion, so count on none, and ask how they have been in this team.
    - No shares vest before month 12: leave earlier and the first $15,000 is lost with the rest. If you have a vest or bonus coming where you are now, use it as a reason for sign-on.
    What to ask for
    Ask for a sign-on of $115,500 in year 1 and $82,500 in year 2, and $330,000 in stock, with base as offered. That is $118k more over four years. I have no pay range to hold it against, so I aim for 10 % more: my choice, without a source.
    (Stock at a flat price. Not financial, tax or legal advice.)
    ");
    user.command("counter", &[]).await;
    assert!(text(&user.shown).starts_with("# Counter plan: Amazon L5, Seattle"), "{}", text(&user.shown));
    user.command("bands", &[("level", "L5"), ("location", "Seattle")]).await;
    insta::assert_snapshot!(text(&user.shown), @"
    # L5 in Seattle
    I have no pay range for L5 in Seattle. For L5 I have none in any other place either.
    ");
}

#[tokio::test]
async fn at_the_highest_level_no_figure_is_given_for_the_next() {
    let mut user = Conversation::new();
    quick(&mut user, "L10", "Seattle").await;
    user.command("lever", &[("name", "level")]).await;
    insta::assert_snapshot!(text(&user.shown), @r#"
    # Lever: Level
    I have no range for the next level in this place.
    It decides the range of every later raise. No fixed figure: a level moves every band at once. It is also the hardest lever to pull after the interviews.
    A new level means a new package, so all four years would change. There is no figure until they write one. The playbook does not say who decides it: ask your recruiter.
    How to argue
    - Ask for the level to be looked at again, with one more interview at the next level if they want it. (The playbook's claim.)
    - If it stays, ask for a 12-month path with milestones, in writing. Ask, and don't rely on it. (The playbook's claim.)
    - As a compromise, ask for a review after six months with pay adjusted back to the start. A long shot. (The playbook's claim.)
    If they push back
    "The interviews came out at L10.": "I respect that. Which part was missing for the next level, and can I show it in one more conversation?"
    "You can be promoted quickly.": "I would like that. Could we write down what it takes and when we look at it?"
    "We never put that in an offer letter.": "Then an e-mail from the hiring manager with the milestones would help me. I know it is no promise."
    (With these I could say more: the largest thing you have led.)
    "#);
}

/// The hint of the question for the place is a claim about the bands at hand.
#[tokio::test]
async fn the_places_named_with_the_question_are_those_with_a_range_for_the_level() {
    for (level, own, shipped) in [
        ("L4", "I have no pay ranges for L4", "I have no pay ranges for L4"),
        ("L5", "I have a pay range for Seattle.", "I have no pay ranges for L5"),
        ("L6", "I have a pay range for Denver.", "for Seattle, the Bay Area, New York City and Austin."),
        ("L7", "I have no pay ranges for L7", "I have pay ranges for Seattle and the Bay Area."),
    ] {
        for (mut user, said) in [(with_other_bands(), own), (Conversation::new(), shipped)] {
            user.command("offer start", &[]).await;
            let asked = user.says(level).await;
            assert!(asked.contains(said), "{level}: {asked}");
        }
    }
}
