//! What people read, kept here word for word so that a change of wording shows.

use super::*;
use crate::market::Place;
use crate::offer::read_schedule;
use crate::playbook::{Lever, LeverView, Line, Rendered, Variant};

fn shown(name: &str, variant: Variant, kit: &Kit) -> String {
    text(&catalogue().render(name, variant, &kit.material()).unwrap_or_else(|error| panic!("{name}: {error}")))
}

fn before(name: &str, place: Option<&Place>) -> String {
    let kit = barest(&[]);
    let band = kit.band.as_ref().filter(|band| Some(&band.place) == place);
    let before = BeforeOffer { level: Some(kit.offer.level), place, band, facts: None };
    text(&catalogue().render_before(name, Variant::Normal, &before).unwrap_or_else(|error| panic!("{name}: {error}")))
}

fn text(rendered: &Rendered) -> String {
    let mut lines: Vec<String> = rendered.subject.iter().map(|subject| format!("Subject: {subject}\n")).collect();
    lines.push(format!("{}\n", rendered.body));
    lines.extend(rendered.notes.iter().map(|note| format!("~ {note}")));
    lines.join("\n")
}

fn view(lever: Lever, kit: &Kit) -> String {
    let view: LeverView = lever.view(&catalogue(), &kit.material()).unwrap_or_else(|error| panic!("{error}"));
    let mut lines = vec![view.title.to_owned(), view.why, view.room_says, view.claim];
    lines.extend(
        view.tactics
            .into_iter()
            .map(|tactic| format!("* {}{}", tactic.says, if tactic.claim { " (the playbook's claim)" } else { "" })),
    );
    lines.extend(view.would_help.iter().map(|fact| format!("? {}", fact.label())));
    lines.extend(view.approval.map(|approver| crate::words::rise_to_approve(approver.percent, approver.approval)));
    lines.extend(view.push_back.into_iter().map(|one| format!("\"{}\" -> \"{}\"", one.they, one.you)));
    lines.extend(view.effect.map(|effect| {
        let years = effect.years.map(|year| year.to_string()).join(" ");
        let gains = effect.gains.map(|gain| gain.to_string()).join(" ");
        format!("{}: {years}; gains {gains}; {} over four years", effect.figure, effect.four_year_gain)
    }));
    lines.join("\n")
}

fn lines(lines: &[Line]) -> String {
    let one = |line: &Line| match &line.only_if {
        Some(fact) => format!("{} (only if {fact})", line.says),
        None => line.says.clone(),
    };
    lines.iter().map(one).collect::<Vec<_>>().join(
        "
",
    )
}

/// Base at the top of its range, where nothing more is in it.
fn at_the_top() -> Kit {
    let offer = Offer { base: Money::dollars(220_000), ..plain_offer() };
    let ask = dollars(220_000, 80_000, 57_500, 420_000);
    Kit::of(offer, Facts::default(), ask, ask)
}

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
    insta::assert_snapshot!(shown("base", Variant::Normal, &at_the_top()), @r#"
    Thank you again for the offer; I would like to make this work.

    I understand that the base may be at its ceiling for L6 in Seattle. If it is, could the difference come as stock or sign-on instead?

    ~ Base is the tightest lever: if they say it is at its ceiling, move the same dollars to stock or sign-on.
    ~ Evidence: Precise figures draw smaller counters than round ones (Thorsteinson 2021, Journal of Theoretical Social Psychology).
    "#);
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

#[test]
fn the_first_counter_with_everything() {
    insta::assert_snapshot!(shown("first_round", Variant::Normal, &fullest()), @r#"
    Subject: My Amazon offer: Senior Software Engineer

    Hi Jordan,

    Thank you for the offer for the Senior Software Engineer role with EC2 networking. I enjoyed meeting Priya, and I can see myself doing this work. Amazon is my first choice.

    I have gone through the numbers year by year, and I would like to ask for three things:

    - Base: $205,500 instead of $190,000. In the data I have, L6 in Seattle runs from $180,000 to $220,000 (January 2025). I bring experience in large-scale storage systems.
    - Stock: $450,000 (about 2,473 shares at $182) instead of $340,340. It vests 5/15/40/40, so most of it comes in years 3 and 4, when the sign-on has ended.
    - Sign-on: $145,000 over the two years ($85,000 and $60,000) instead of $120,000. Leaving Contoso means giving up $85,000 in unvested pay, and a bonus of $25,000 that would be paid on March 15.

    The four years would then pay $313,000, $333,000, $385,500 and $385,500; as offered they pay $277,017, $291,051, $326,136 and $326,136.

    I hold a written offer from Northwind worth $352,000 a year on average, and they need my answer by Tuesday, December 1. Tailspin has made me a verbal offer worth $352,000 a year on average, and they need my answer by Tuesday, December 1. I am in the interview process with Fabrikam.

    I am glad to talk it through on a call. Could you tell me which of these can move?

    Best regards,
    Sam Rivera

    ~ Send it once, after a call if you can, and inside the date they gave you.
    ~ The market range is the playbook's, as of January 2025: check it against the posting first.
    ~ Evidence: Of US workers who asked for more, about two in three got something (Pew Research Center, February 2023).
    ~ Evidence: Hiring managers withdrew 6 % of offers that were negotiated, about 1 in 16 (Hart, Bear and Ren 2024).
    "#);
}

#[test]
fn the_first_counter_with_nothing_but_the_offer() {
    insta::assert_snapshot!(shown("first_round", Variant::Normal, &barest(&[])), @r#"
    Subject: My Amazon offer

    Hello,

    Thank you for the offer. I can see myself doing this work.

    I have gone through the numbers year by year, and I would like to ask for three things:

    - Base: $205,500 instead of $190,000. In the data I have, L6 in Seattle runs from $180,000 to $220,000 (January 2025).
    - Stock: $450,000 instead of $340,000. It vests 5/15/40/40, so most of it comes in years 3 and 4, when the sign-on has ended.
    - Sign-on: $145,000 over the two years ($85,000 and $60,000) instead of $120,000.

    The four years would then pay $313,000, $333,000, $385,500 and $385,500; as offered they pay $277,000, $291,000, $326,000 and $326,000.

    I am glad to talk it through on a call. Could you tell me which of these can move?

    Best regards

    ~ Send it once, after a call if you can, and inside the date they gave you.
    ~ The market range is the playbook's, as of January 2025: check it against the posting first.
    ~ Evidence: Of US workers who asked for more, about two in three got something (Pew Research Center, February 2023).
    ~ Evidence: Hiring managers withdrew 6 % of offers that were negotiated, about 1 in 16 (Hart, Bear and Ren 2024).
    "#);
}

#[test]
fn asking_for_time() {
    insta::assert_snapshot!(shown("ask_for_time", Variant::Normal, &barest(&[])), @r#"
    Subject: Thank you for the offer

    Hello,

    Thank you for the offer. I am glad to have it, and I want to give it the attention it deserves.

    Could you send me the details in writing? I will come back to you by Wednesday, November 25. It would help to know when the sign-on is paid and what I would owe of it if I left early. And for the stock: which share price do you use, and how many shares does that make?

    Best regards

    ~ Two days is the playbook's minimum, and never past the date they gave you: if that comes first, it is the date used here.
    "#);
}

#[test]
fn the_second_round() {
    insta::assert_snapshot!(shown("second_round", Variant::Normal, &fullest()), @r#"
    Subject: Re: my Amazon offer

    Hi Jordan,

    Thank you for going back to the team. I see the change: base up by $10,000, sign-on up by $15,000, stock up by $40,340. That helps, and I appreciate the work behind it. Amazon is still my first choice.

    One thing is left, and it is the stock. Could the grant be $420,000 (about 2,308 shares at $182) instead of $340,340? It is what years 3 and 4 rest on: as offered they pay $326,136 and $326,136. What you get for it: cut our storage bill by 30 %.

    I hold a written offer from Northwind worth $352,000 a year on average, and they need my answer by Tuesday, December 1. Tailspin has made me a verbal offer worth $352,000 a year on average, and they need my answer by Tuesday, December 1. I am in the interview process with Fabrikam.

    If that works, I think we are done. What do you say?

    Best regards,
    Sam Rivera

    ~ Send it after they have answered your first counter. Enter their new numbers with /offer revise first: the figures here follow them.
    "#);
}

#[test]
fn the_final_ask() {
    insta::assert_snapshot!(shown("final_ask", Variant::Normal, &fullest()), @r#"
    Subject: Re: my Amazon offer: one last point

    Hi Jordan,

    Thank you for your patience with me. I have one last point, and it decides it for me.

    With a grant of $420,000 instead of $340,340, I will accept. I will ask for nothing more.

    You gave me until Monday, November 30, and I want to keep to that. Can you let me know if that is possible?

    Best regards,
    Sam Rivera

    ~ Send it only if you would really accept: it says so, and you should keep it. After this, stop.
    "#);
}

#[test]
fn the_acceptance() {
    insta::assert_snapshot!(shown("acceptance", Variant::Normal, &fullest()), @r#"
    Subject: I accept: Senior Software Engineer

    Hi Jordan,

    Thank you for working this through with me. I am happy to accept the Senior Software Engineer role with EC2 networking, on these terms:

    - Level: L6, in Seattle
    - Base: $190,000 a year
    - Sign-on: $70,000 for year 1 and $50,000 for year 2
    - Stock: 1,870 shares, valued at $340,340 at $182 a share, vesting 5/15/40/40 over four years
    - Including what we agreed since the last version: base up by $10,000, sign-on up by $15,000, stock up by $40,340
    - Start: Monday, January 11
    - Also agreed: relocation lump sum of $15,000

    Please tell me if anything in the letter reads differently. One detail to add: when the sign-on is paid, and what I would owe if I left early.

    I look forward to starting.

    Best regards,
    Sam Rivera

    ~ Send it only when every figure here is what you agreed: it lists your offer as you entered it.
    "#);
}

#[test]
fn a_later_deadline() {
    insta::assert_snapshot!(shown("extension", Variant::Normal, &fullest()), @r#"
    Subject: The date for my answer

    Hi Jordan,

    You asked for my answer by Monday, November 30. Could I have until Friday, December 4 instead? I want to say yes or no with everything in front of me, and not take it back later.

    I hold a written offer from Northwind worth $352,000 a year on average, and they need my answer by Tuesday, December 1. Tailspin has made me a verbal offer worth $352,000 a year on average, and they need my answer by Tuesday, December 1. I am in the interview process with Fabrikam.

    If that date is hard for the team, please tell me which one works.

    Best regards,
    Sam Rivera

    ~ Send it before the present deadline, and plan as if the answer were no.
    ~ Evidence: Telling the other side about a real final deadline helps, whether your alternatives are strong or weak (Moore 2004).
    "#);
}

#[test]
fn declining() {
    insta::assert_snapshot!(shown("decline", Variant::Normal, &barest(&[])), @r#"
    Subject: My decision

    Hello,

    Thank you for the offer, and for the time you and the team have given me. I have decided not to take it.

    It was not an easy choice. I hope our paths cross again.

    Best regards

    ~ There is no way back from this one. You owe no reason and no figure.
    "#);
}

#[test]
fn current_pay_in_seattle() {
    insta::assert_snapshot!(before("current_pay", Some(&Place::Seattle)), @r#"
    I would rather not share what I earn now. I am glad to talk about what I expect for this role, once I know its scope and that it is L6.

    ~ The playbook would have you plead a secrecy agreement. Don't: it is almost never true, and you don't need it.
    ~ In Washington an employer may not ask for your pay history (RCW 49.58.100). After an offer that states the pay, or once you volunteer a figure, they may confirm it.
    ~ Washington postings must show the pay range: the posting is your best public check on base.
    "#);
}

#[test]
fn current_pay_in_austin() {
    insta::assert_snapshot!(before("current_pay", Some(&Place::Austin)), @r#"
    I would rather not share what I earn now. I am glad to talk about what I expect for this role, once I know its scope and that it is L6.

    ~ The playbook would have you plead a secrecy agreement. Don't: it is almost never true, and you don't need it.
    ~ In Texas I know of no law against asking for current pay. Declining to say is your choice, and a normal one.
    ~ Texas postings need not show a range; the same job posted in another state may.
    "#);
}

#[test]
fn current_pay_anywhere() {
    insta::assert_snapshot!(before("current_pay", None), @r"
    I would rather not share what I earn now. I am glad to talk about what I expect for this role, once I know its scope and that it is L6.

    ~ The playbook would have you plead a secrecy agreement. Don't: it is almost never true, and you don't need it.
    ~ I don't know the law on asking for current pay where this job is. You can decline anywhere; some states forbid the question.
    ");
}

#[test]
fn a_number_with_a_range() {
    insta::assert_snapshot!(before("need_a_number", Some(&Place::Seattle)), @r#"
    From what I have found, L6 in Seattle averages between $280,000 and $395,000 a year over four years, with base, sign-on and stock together (January 2025). I am looking at $337,500 to $395,000. Does that fit your range?

    ~ A range is a first number, and they will hear its lower end: say it only if you would take that end.
    ~ In Washington an employer may not ask for your pay history (RCW 49.58.100). After an offer that states the pay, or once you volunteer a figure, they may confirm it.
    ~ Washington postings must show the pay range: the posting is your best public check on base.
    ~ The market range is the playbook's, as of January 2025: check it against the posting first.
    ~ Evidence: First offers pull the outcome towards themselves, so name a figure when you hold market data (Galinsky and Mussweiler 2001).
    "#);
}

#[test]
fn a_number_without_a_range() {
    insta::assert_snapshot!(before("need_a_number", Some(&Place::Austin)), @r#"
    I don't have good data for this level and place, so any figure from me would be a guess. What range is the role approved for? I will tell you honestly whether it works.

    ~ A range is a first number, and they will hear its lower end: say it only if you would take that end.
    ~ In Texas I know of no law against asking for current pay. Declining to say is your choice, and a normal one.
    ~ Texas postings need not show a range; the same job posted in another state may.
    ~ Evidence: First offers pull the outcome towards themselves, so name a figure when you hold market data (Galinsky and Mussweiler 2001).
    "#);
}

#[test]
fn a_number_said_too_early() {
    insta::assert_snapshot!(shown("number_too_early", Variant::Normal, &barest(&[Fact::ScopeLearned, Fact::EarlyNumber])), @r#"
    Early on I mentioned $300,000 a year. I said it before I knew enough, and I would like to correct it.

    Since then I have learned more about the role: the role covers two teams, not one. I have also looked at the market: L6 in Seattle averages $280,000 to $395,000 a year over four years in the data I have (January 2025).

    With that, a package averaging $338,875 to $354,250 a year would be right for this role. Can we work from there?

    ~ Say the range only if you would accept its lower end: that is the end they will hear. What happened to you is in it only if you entered it; clear that fact to leave it out.
    ~ The market range is the playbook's, as of January 2025: check it against the posting first.
    "#);
}

#[test]
fn a_better_offer_after_accepting() {
    insta::assert_snapshot!(shown("after_accepting_better_offer", Variant::Normal, &fullest()), @r#"
    You gave your word, and a better offer does not change what you agreed to. Using it to reopen the terms is read as a broken promise: the offer can be withdrawn, since employment is at will, and the people involved remember it.

    Before you do anything, read what you signed: sign-on repayment, relocation repayment, start date.

    Then choose one of two honest ways. Keep your yes, and take the better market as a reason to ask again at your first review. Or withdraw, plainly and soon, before they stop looking for someone else; the e-mail for that is /email decline.

    What does not work is a bluff in between. If the role changed, or they moved the date, or something happened to you, there is a script for that.

    ~ There is no script for this one.
    "#);
}

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
