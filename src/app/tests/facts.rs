//! Conversations about what is asked in two places: nothing is asked twice, and what was told in one is seen in the other.

use super::*;
use crate::offer::{Fact, OfferRecord};

async fn with_offer() -> Conversation {
    let mut user = Conversation::new();
    user.command("offer quick", QUICK).await;
    user
}

async fn record(user: &Conversation) -> OfferRecord {
    let documents = user.store.load(user.user).await.expect("readable");
    serde_json::from_str(&documents.offers.last().expect("an offer").1).expect("a record")
}

/// Opens the question of a field of the saved offer.
async fn edits(user: &mut Conversation, field: &str) -> String {
    user.command("offer edit", &[]).await;
    user.chooses(field).await;
    text(&user.shown)
}

fn keys(user: &Conversation) -> Vec<String> {
    user.form().inputs.into_iter().map(|input| input.key).collect()
}

#[tokio::test]
async fn a_first_day_that_the_walkthrough_knows_is_not_asked_for_by_its_script() {
    let mut user = with_offer().await;
    user.command("script", &[("name", "start_date")]).await;
    assert_eq!(keys(&user), ["wanted_start", "project", "project_end"], "nobody knows it yet");
    edits(&mut user, "start_date").await;
    user.says("March 16").await;
    user.says("save").await;
    user.command("script", &[("name", "start_date")]).await;
    insta::assert_snapshot!(text(&user.shown), @r"
    # Ask for the start date you need
    About the start: I would like to begin on Tuesday, March 16.

    Does that date work for the team? If it does, could you confirm it in writing, with base, sign-on and stock unchanged?
    Before you send it
    - Ask for the date you need, not for leverage: waiting costs pay and moves every vest later.
    (The day you want to start: as in your offer. Edit facts gives this text another.)
    (Figures are from your offer and the counter plan. Read it once before you send it.)
    ");
    user.presses("Edit facts").await;
    user.fills(&[("wanted_start", "April 6"), ("project_end", "the end of March")]).await;
    let script = text(&user.shown);
    assert!(
        script.contains("begin on Tuesday, April 6.") && script.contains("now says Tuesday, March 16."),
        "{script}"
    );
    assert_eq!(record(&user).await.facts.get(Fact::WantedStart), Some("2027-04-06"));
    let question = edits(&mut user, "start_date").await;
    assert!(question.contains("Your scripts ask for another day: Tuesday, April 6."), "{question}");
    user.says("April 6").await;
    user.says("save").await;
    user.command("script", &[("name", "start_date")]).await;
    assert!(!text(&user.shown).contains("now says"), "{}", text(&user.shown));
}

#[tokio::test]
async fn a_lost_bonus_and_what_is_left_behind_are_told_apart_and_seen_beside_each_other() {
    let mut user = with_offer().await;
    edits(&mut user, "left_behind").await;
    user.says("85k").await;
    user.says("save").await;
    user.command("case", &[]).await;
    for _ in 0..5 {
        user.says("skip").await;
    }
    insta::assert_snapshot!(text(&user.shown), @r"
    # Your case: question 6 of 8
    Do you lose a bonus by leaving? How much?
    The unvested pay you leave behind is kept apart: $85,000.
    (In dollars, only if it is real. Unvested stock belongs to the offer: /offer edit.)
    ");
    let noted = user.says("25k").await;
    assert!(noted.contains("Noted: $25,000"), "{noted}");
    let noted = user.says("March 15").await;
    assert!(noted.contains("Noted: March 15"), "{noted}");
    assert_eq!(record(&user).await.facts.get(Fact::LostBonusDate), Some("2027-03-15"));
    user.command("script", &[("name", "sign_on")]).await;
    let script = text(&user.shown);
    let losses = "giving up $85,000 in unvested pay, and a bonus of $25,000 that would be paid on March 15.";
    assert!(script.contains(losses), "{script}");
    let question = edits(&mut user, "left_behind").await;
    assert!(question.contains("The bonus you lose is kept apart: $25,000."), "{question}");
}

#[tokio::test]
async fn a_day_to_answer_by_is_read_as_the_walkthrough_reads_days_and_asked_for_again_once_it_has_passed() {
    let mut user = with_offer().await;
    user.command("email", &[("name", "extension")]).await;
    user.fills(&[("wanted_reply_by", "friday")]).await;
    assert!(text(&user.shown).contains("Could I have until Friday, November 27"), "{}", text(&user.shown));
    user.now = "2026-12-07T12:00:00Z".parse().expect("a moment");
    user.command("email", &[("name", "extension")]).await;
    assert_eq!(keys(&user), ["wanted_reply_by", "your_name", "recruiter_name"]);
}

#[tokio::test]
async fn moving_costs_are_asked_for_once_for_every_script() {
    let mut user = with_offer().await;
    user.command("script", &[("name", "relocation")]).await;
    user.fills(&[("relocation_cost", "18k")]).await;
    assert!(text(&user.shown).contains("I expect it to cost $18,000."), "{}", text(&user.shown));
    user.command("script", &[("name", "sign_on")]).await;
    assert!(text(&user.shown).contains("I also expect $18,000 in moving costs."), "{}", text(&user.shown));
    user.command("lever", &[("name", "flexibility")]).await;
    assert!(text(&user.shown).contains("The move, as you entered it: $18,000."), "{}", text(&user.shown));
}

#[tokio::test]
async fn facts_as_they_were_typed_before_are_said_as_they_were() {
    let mut user = with_offer().await;
    let mut kept = record(&user).await;
    let typed =
        [(Fact::WantedStart, "Monday, April 6"), (Fact::LostBonus, "about 25k"), (Fact::LostBonusDate, "spring")];
    for (fact, text) in typed {
        kept.facts.set(fact, text);
    }
    let document = serde_json::to_string(&kept).expect("serialises");
    let change = crate::store::Change { request: 900, offers: vec![(1, Some(document))], ..Default::default() };
    user.store.commit(user.user, change).await.expect("kept");
    user.command("script", &[("name", "start_date")]).await;
    assert!(text(&user.shown).contains("begin on Monday, April 6."), "{}", text(&user.shown));
    user.command("script", &[("name", "sign_on")]).await;
    assert!(text(&user.shown).contains("a bonus of about 25k that would be paid on spring."), "{}", text(&user.shown));
}

#[tokio::test]
async fn none_in_a_form_takes_a_fact_out_and_a_bare_no_leaves_it() {
    let mut user = with_offer().await;
    user.command("script", &[("name", "start_date")]).await;
    user.fills(&[("wanted_start", "April 6"), ("project", "N/A."), ("project_end", "no")]).await;
    assert!(text(&user.shown).starts_with("# Ask for the start date"), "{}", text(&user.shown));
    assert_eq!(record(&user).await.facts.get(Fact::Project), None);
    assert_eq!(record(&user).await.facts.get(Fact::ProjectEnd), None);
    for (typed, kept) in
        [("the search rewrite", Some("the search rewrite")), ("nope", Some("the search rewrite")), ("None", None)]
    {
        user.presses("Edit facts").await;
        user.fills(&[("project", typed)]).await;
        assert_eq!(record(&user).await.facts.get(Fact::Project), kept, "{typed}");
    }
}
