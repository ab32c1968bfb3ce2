//! Other offers, urgency and who approves.

use super::*;

#[test]
fn other_offers_as_firm_as_they_are() {
    insta::assert_snapshot!(catalogue().competition(&fullest().material()).expect("lines").from_facts, @r#"
    I hold a written offer from Northwind worth $352,000 a year on average, and they need my answer by Tuesday, December 1. Tailspin has made me a verbal offer worth $352,000 a year on average, and they need my answer by Tuesday, December 1. I am in the interview process with Fabrikam.
    "#);
}

#[test]
fn lines_without_an_offer() {
    insta::assert_snapshot!(lines(&catalogue().competition(&barest(&[]).material()).expect("lines").without_offer), @r#"
    I am looking at a few companies. (only if you are talking with more than one other company)
    I am in conversations at a similar level. (only if at least one other process is at your level)
    People with my background are in demand right now. (only if recruiters are in fact writing to you)
    I want to make this decision with all my options in view. (only if you have another option; staying where you are is one)
    My present employer would like me to stay. (only if they have said so)
    "#);
}

#[test]
fn urgency_from_true_dates() {
    insta::assert_snapshot!(lines(&catalogue().competition(&fullest().material()).expect("lines").urgency), @r#"
    You asked for my answer by Monday, November 30, and I mean to keep to that.
    I would like to decide within two weeks. (only if that is your plan)
    My present employer needs to know soon what I will do. (only if they have asked you)
    I would be glad to settle this soon, for both of us. (only if you are ready to decide)
    "#);
}

#[test]
fn who_approves() {
    let approver = crate::playbook::Approver::of_opening(&fullest().material());
    insta::assert_snapshot!(crate::words::rise_to_approve(approver.percent, approver.approval), @"+16.1 % over four years: for the hiring manager to approve, the playbook claims.");
}

#[test]
fn words_on_the_vesting_hold_for_another_schedule() {
    let vesting = |text: &str| {
        let offer = Offer { schedule: read_schedule(text).expect("a schedule"), ..plain_offer() };
        let opening = dollars(205_500, 85_000, 60_000, 450_000);
        Kit::of(offer, Facts::default(), dollars(199_500, 80_000, 57_500, 420_000), opening)
    };
    let line = |name: &str, variant: Variant, kit: &Kit| {
        shown(name, variant, kit).lines().find(|line| line.contains("vest")).unwrap_or_default().to_owned()
    };
    let quarterly = vesting("25/25/25/25 quarterly");
    insta::assert_snapshot!(line("first_round", Variant::Normal, &quarterly), @"- Stock: $450,000 instead of $340,000. It vests 25/25/25/25 quarterly.");
    insta::assert_snapshot!(line("sign_on", Variant::Normal, &quarterly), @"I would like to talk about the sign-on. The stock vests 25/25/25/25 quarterly: $85,000 of it arrives in year 1 and $85,000 in year 2; the sign-on carries those years.");
    insta::assert_snapshot!(line("acceptance", Variant::Normal, &vesting("20x5 yearly")), @"- Stock: $340,000, vesting 20/20/20/20/20 yearly over five years");
}
