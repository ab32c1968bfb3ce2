//! E-mails.

use super::*;

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
    insta::assert_snapshot!(shown("final_ask", Variant::Normal, &fullest()), @"
    Subject: Re: my Amazon offer: one last point

    Hi Jordan,

    Thank you for your patience with me. I have one last point, and it decides it for me.

    With a grant of $420,000 instead of $340,340, I will accept. I will ask for nothing more.

    You gave me until Monday, November 30, and I want to keep to that. Can you let me know if that is possible?

    Best regards,
    Sam Rivera

    ~ Send it only if you would really accept: where it says so, keep it. Where one figure can't bring the offer to your own minimum, it asks and promises nothing. After this, stop.
    ");
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
