//! The case and the levers.

use super::*;

#[test]
fn the_case() {
    insta::assert_snapshot!(shown("case", Variant::Normal, &fullest()), @r#"
    Why the offer should move

    The market. In the data I have (January 2025), L6 in Seattle averages $280,000 to $395,000 a year over four years. The offer averages $305,085; the 75th percentile is $236,004 higher over four years, or $59,001 a year.

    - Field: large-scale storage systems.
    - Rare skill: formal verification of protocols.
    - Scale I have led: a 40-person platform rewrite.
    - A result: cut our storage bill by 30 %.
    - In my first 90 days: take over the capacity model.

    Leaving Contoso means giving up $85,000 in unvested pay, and a bonus of $25,000 that would be paid on March 15. I hold a written offer from Northwind worth $352,000 a year on average, and they need my answer by Tuesday, December 1. Tailspin has made me a verbal offer worth $352,000 a year on average, and they need my answer by Tuesday, December 1. I am in the interview process with Fabrikam.

    The long term. I plan in years: the next generation of the control plane.

    The ask. Base of $205,500, up $15,500. Stock of $450,000, up $109,660. Sign-on of $145,000 over two years, up $25,000. That makes $1,417,000 over four years, against $1,220,340 as offered.

    ~ Every line must be one you can speak to for a minute. Leave out what you can't.
    ~ The market range is the playbook's, as of January 2025: check it against the posting first.
    ~ Evidence: Competing and working together did better than compromising or giving in (Marks and Harold 2011, 149 new hires).
    "#);
}

#[test]
fn the_base_lever() {
    insta::assert_snapshot!(view(Lever::Base, &fullest()), @r#"
    Base salary
    It is the part that lasts: raises and other pay build on it, and it does not depend on the share price.
    Up to $28,500 more a year, from $190,000 to $218,500: the playbook's limit.
    The playbook's claim: 5 to 15 % is typical. Base is the tightest part, because the band's top stops it.
    * Bring in your other offer, exactly as firm as it is. If its base is higher, say that figure.
    * Say why monthly pay matters, in one sentence: my mortgage is paid from base pay
    * Ask for an exception on the strength of your field: large-scale storage systems
    * Quote the market: base in Seattle runs from $180,000 to $220,000 (January 2025). Check it against the posting, and name the cost of living there.
    +5.1 % over four years: for the recruiter to approve, the playbook claims.
    "The base is at the top of the band." -> "Then let's leave it there. Could the same dollars come as stock or as sign-on?"
    "Everyone at L6 gets this." -> "There is a range for L6, so someone decides where in it I start. Who would that be, and what do they need to see?"
    "We look at the total, not the base." -> "So do I. The base is the part of the total that does not depend on the share price, so I give it more weight."
    "I have no authority over that." -> "I understand. Who has, and can I help you with two lines to send them?"
    $205,500: $292,517 $306,551 $341,636 $341,636; gains $15,500 $15,500 $15,500 $15,500; $62,000 over four years
    "#);
}

#[test]
fn the_grant_lever_with_nothing_but_the_offer() {
    insta::assert_snapshot!(view(Lever::Grant, &barest(&[])), @r#"
    RSU grant
    Years 3 and 4 rest on it, once the sign-on has ended.
    Up to $160,000 more over four years, from $340,000 to $500,000: the top of the range.
    The playbook's claim: 20 to 50 % more is possible. It moves the four years most.
    * Ask in dollars, then have the number of shares and the price they used written down. After that the price is your risk and your chance.
    * Ask for a further grant tied to performance. A long shot: get it written down or count it as zero. (the playbook's claim)
    ? What you want to build over the years
    ? One result you are proud of
    +9 % over four years: for the recruiter to approve, the playbook claims.
    "With stock growth this is worth much more." -> "It may be. I plan with today's price, and I would rather we agreed on that figure."
    "You will get refreshers." -> "I hope so. What is written in the offer is what I can plan with, so I would like it in the first grant."
    "The grant is set by the level." -> "The range for L6 has a top and a bottom. What would move me up in it?"
    "That is more than the team's budget." -> "What could you do if part of it came as sign-on in the second year?"
    $450,000: $282,500 $307,500 $370,000 $370,000; gains $5,500 $16,500 $44,000 $44,000; $110,000 over four years
    "#);
}

#[test]
fn the_level_lever() {
    insta::assert_snapshot!(view(Lever::Level, &barest(&[])), @r#"
    Level
    It decides the range of every later raise.
    The middle of L7 in Seattle averages $662,500 a year: $357,500 above this offer.
    No fixed figure: a level moves every band at once. It is also the hardest lever to pull after the interviews.
    * Ask for the level to be looked at again, with one more interview at L7 if they want it. (the playbook's claim)
    * If it stays, ask for a 12-month path with milestones, in writing. Ask, and don't rely on it. (the playbook's claim)
    * As a compromise, ask for a review after six months with pay adjusted back to the start. A long shot. (the playbook's claim)
    ? The largest thing you have led
    "The interviews came out at L6." -> "I respect that. Which part was missing for L7, and can I show it in one more conversation?"
    "You can be promoted quickly." -> "I would like that. Could we write down what it takes and when we look at it?"
    "We never put that in an offer letter." -> "Then an e-mail from the hiring manager with the milestones would help me. I know it is no promise."
    "#);
}

#[test]
fn the_bonus_lever() {
    insta::assert_snapshot!(view(Lever::Bonus, &barest(&[])), @r#"
    Guaranteed bonus or refreshers
    A guaranteed refresher would fill the year after the grant ends. Refreshers follow a pay target, so without a guarantee count them as zero.
    After year 4 pay falls by $136,000 unless new stock comes: that is what a refresher would have to fill.
    Rare. Amazon has no yearly cash bonus as a rule; the playbook's claim is that some L7 roles get an exception.
    * Ask for a refresher in writing rather than a bonus: it fits how they pay. (the playbook's claim)
    ? The bonus another offer states
    ? A skill few others bring
    "Amazon doesn't pay bonuses." -> "I know. That is why I would take the same value as stock or as sign-on in year 2."
    "Refreshers come with your review." -> "And they depend on the target and the share price, so I can't plan with them. What can be written down now?"
    "Nobody gets a guaranteed refresher." -> "Then let's put it into the first grant, where it is ordinary."
    "#);
}
