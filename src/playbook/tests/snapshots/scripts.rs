//! Scripts for the levers.

use super::*;

#[test]
fn the_base_script_with_nothing_but_the_offer() {
    insta::assert_snapshot!(shown("base", Variant::Normal, &barest(&[])), @r#"
    Thank you again for the offer; I would like to make this work.

    On the base: could we go from $190,000 to $205,500? My reason is the market: base for L6 in Seattle runs from $180,000 to $220,000 in the data I have (January 2025), and the offer is in its lower third.

    That is $15,500 more a year. Is that something you can take to the team?

    ~ Base is the tightest lever: if they say it is at its ceiling, move the same dollars to stock or sign-on.
    ~ The market range is the playbook's, as of January 2025: check it against the posting first.
    ~ Evidence: Precise figures draw smaller counters than round ones (Thorsteinson 2021, Journal of Theoretical Social Psychology).
    "#);
}

#[test]
fn the_base_script_with_everything() {
    insta::assert_snapshot!(shown("base", Variant::Normal, &fullest()), @r#"
    Thank you again for the offer; I would like to make this work.

    On the base: could we go from $190,000 to $205,500? My reason is the market: base for L6 in Seattle runs from $180,000 to $220,000 in the data I have (January 2025), and the offer is in its lower third. I bring experience in large-scale storage systems. Base matters to me in particular: my mortgage is paid from base pay.

    I hold a written offer from Northwind worth $352,000 a year on average, and they need my answer by Tuesday, December 1. Tailspin has made me a verbal offer worth $352,000 a year on average, and they need my answer by Tuesday, December 1. I am in the interview process with Fabrikam.

    That is $15,500 more a year. Is that something you can take to the team?

    ~ Base is the tightest lever: if they say it is at its ceiling, move the same dollars to stock or sign-on.
    ~ The market range is the playbook's, as of January 2025: check it against the posting first.
    ~ Evidence: Precise figures draw smaller counters than round ones (Thorsteinson 2021, Journal of Theoretical Social Psychology).
    "#);
}

#[test]
fn the_base_script_where_the_band_has_no_room() {
    insta::assert_snapshot!(shown("base", Variant::Normal, &at_the_top()), @"
    Thank you again for the offer; I would like to make this work.

    I understand that the base may be at its ceiling for L6 in Seattle. If it is, could the difference come as stock or sign-on instead?

    ~ Base is the tightest lever: if they say it is at its ceiling, move the same dollars to stock or sign-on.
    ");
}

#[test]
fn the_sign_on_script_firmer() {
    insta::assert_snapshot!(shown("sign_on", Variant::Firmer, &fullest()), @r#"
    The first two years are where this offer falls short. Leaving Contoso means giving up $85,000 in unvested pay, and a bonus of $25,000 that would be paid on March 15. With stock vesting 5/15/40/40, I see $17,017 of it in year 1 and $51,051 in year 2. Moving costs me $18,000 on top.

    I am asking for a sign-on of $145,000: $85,000 in year 1 and $60,000 in year 2. It is a one-time cost, and it does not touch the base.

    I hold a written offer from Northwind worth $352,000 a year on average, and they need my answer by Tuesday, December 1. Tailspin has made me a verbal offer worth $352,000 a year on average, and they need my answer by Tuesday, December 1. I am in the interview process with Fabrikam.

    Can you get that approved?

    ~ Name a loss only if it is real: they may ask for the grant statement.
    "#);
}

#[test]
fn the_grant_script_shorter() {
    insta::assert_snapshot!(shown("grant", Variant::Shorter, &barest(&[])), @r#"
    Could the grant be $450,000 instead of $340,000? In the data I have, L6 in Seattle runs from $300,000 to $500,000 (January 2025). It pays only if I stay and deliver.

    ~ Ask in dollars, and have the number of shares and the price they used written down: after that, the price is your risk and your chance.
    ~ The market range is the playbook's, as of January 2025: check it against the posting first.
    "#);
}

#[test]
fn the_start_date_script() {
    insta::assert_snapshot!(shown("start_date", Variant::Normal, &fullest()), @r#"
    About the start: I would like to begin on Monday, April 6. I have promised to finish our billing migration by March 14, and I want to hand it over properly. I would treat a commitment at Amazon the same way. The offer now says Monday, January 11.

    Does that date work for the team? If it does, could you confirm it in writing, with base, sign-on and stock unchanged?

    ~ Ask for the date you need, not for leverage: waiting costs pay and moves every vest later.
    "#);
}

#[test]
fn the_level_script() {
    insta::assert_snapshot!(shown("level", Variant::Normal, &barest(&[Fact::Scale])), @r#"
    I would like to talk about the level. The work you describe sounds close to what I have led: a 40-person platform rewrite.

    I believe that is L7 work. Would the team look at the level again, perhaps with one more conversation with a L7 interviewer?

    If that is not possible now, I would like to agree on what L7 needs from me: milestones for the first 12 months and a date when we look at them, written down next to the offer.

    ~ Ask, and don't rely on it: an offer letter rarely promises a promotion, and what is not in it may not happen.
    ~ The playbook's claim: a reassessment, or a 12-month path with milestones, can be agreed before you join.
    "#);
}
