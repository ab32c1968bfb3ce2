//! The levers, one by one.

use super::*;

#[tokio::test]
async fn a_lever_on_one_screen() {
    insta::assert_snapshot!(page("lever", &[("name", "base")]).await, @r#"
    # Lever: Base salary
    Up to $20,000 more a year, from $200,000 to $220,000: the top of the range.
    It is the part that lasts: raises and other pay build on it, and it does not depend on the share price. The playbook's claim: 5 to 15 % is typical. Base is the tightest part, because the band's top stops it.
    If you ask for a base of $220,000 and nothing else
    Y  Offered  Asked  More
    1     310k   330k  +20k
    2     320k   340k  +20k
    3     360k   380k  +20k
    4     360k   380k  +20k
    That is $80,000 more. +5.9 % over four years: for the recruiter to approve, the playbook claims.
    How to argue
    - Quote the market: base in Seattle runs from $180,000 to $220,000 (January 2025). Check it against the posting, and name the cost of living there.
    If they push back
    "The base is at the top of the band.": "Then let's leave it there. Could the same dollars come as stock or as sign-on?"
    "Everyone at L6 gets this.": "There is a range for L6, so someone decides where in it I start. Who would that be, and what do they need to see?"
    "We look at the total, not the base.": "So do I. The base is the part of the total that does not depend on the share price, so I give it more weight."
    "I have no authority over that.": "I understand. Who has, and can I help you with two lines to send them?"
    (With these I could say more: why monthly pay matters to you; what you are known for.)
    [Script] [Edit facts] [The analysis]
    <Another lever: Sign-on bonus | RSU grant | Start date | Level | Flexibility and relocation | Guaranteed bonus or refreshers>
    "#);
    insta::assert_snapshot!(page("lever", &[("name", "sign-on")]).await, @r#"
    # Lever: Sign-on bonus
    Up to $50,000 more over two years, from $150,000 to $200,000: the top of the range.
    It carries years 1 and 2, before most of the stock vests. The playbook's claim: the most flexible lever, with rises of 50 to 200 %. It is paid once, so it costs them least in the long run.
    If you ask for a sign-on of $200,000 over both years and nothing else
    Y  Offered  Asked  More
    1     310k   340k  +30k
    2     320k   340k  +20k
    3     360k   360k     0
    4     360k   360k     0
    That is $50,000 more. +3.7 % over four years: for the recruiter to approve, the playbook claims.
    How to argue
    - Say that a move is a risk you take for them: true for anyone who leaves a job, and weaker than a figure. (The playbook's claim.)
    If they push back
    "We can't match everything you leave behind.": "I am not asking for all of it. What share of it can you cover?"
    "The sign-on is fixed for this level.": "Then could the grant take the difference? I am flexible about where it sits, less so about the four-year sum."
    "You would have to pay it back if you left.": "That is fair if it is pro rata. Could you send me the wording, and say whether it is paid at once or by the month?"
    (With these I could say more: a bonus you lose by leaving, in dollars; moving costs you expect, in dollars.)
    [Script] [Edit facts] [The analysis]
    <Another lever: Base salary | RSU grant | Start date | Level | Flexibility and relocation | Guaranteed bonus or refreshers>
    "#);
    insta::assert_snapshot!(page("lever", &[("name", "rsu")]).await, @r#"
    # Lever: RSU grant
    Up to $100,000 more over four years, from $400,000 to $500,000: the top of the range.
    Years 3 and 4 rest on it, once the sign-on has ended. The playbook's claim: 20 to 50 % more is possible. It moves the four years most.
    If you ask for a grant of $430,000 and nothing else
    Y  Offered   Asked   More
    1     310k  311.5k  +1.5k
    2     320k  324.5k  +4.5k
    3     360k    372k   +12k
    4     360k    372k   +12k
    That is $30,000 more. +2.2 % over four years: for the recruiter to approve, the playbook claims.
    How to argue
    - Ask in dollars, then have the number of shares and the price they used written down. After that the price is your risk and your chance.
    - Ask for a further grant tied to performance. A long shot: get it written down or count it as zero. (The playbook's claim.)
    If they push back
    "With stock growth this is worth much more.": "It may be. I plan with today's price, and I would rather we agreed on that figure."
    "You will get refreshers.": "I hope so. What is written in the offer is what I can plan with, so I would like it in the first grant."
    "The grant is set by the level.": "The range for L6 has a top and a bottom. What would move me up in it?"
    "That is more than the team's budget.": "What could you do if part of it came as sign-on in the second year?"
    (With these I could say more: what you want to build over the years; one result you are proud of.)
    [Script] [Edit facts] [The analysis]
    <Another lever: Base salary | Sign-on bonus | Start date | Level | Flexibility and relocation | Guaranteed bonus or refreshers>
    "#);
}

#[tokio::test]
async fn levers_without_a_figure() {
    insta::assert_snapshot!(page("lever", &[("name", "Start date")]).await, @r#"
    # Lever: Start date
    Each week you start later is about $3,846 of base not earned.
    Ask for the date you need. A true deadline helps you; a delay for its own sake does not. No dollars to win, and some to lose: each week you wait is a week without their pay, and every vest moves with it.
    Your four years stay as they are; they only begin later. The playbook does not say who decides it: ask your recruiter.
    How to argue
    - Check what a later date costs before you ask: base pay for the weeks between, the vest at month 12, a bonus you would still collect where you are.
    If they push back
    "The team needs you earlier.": "I can join two calls before I start, to be ready on the first day. The date itself I need."
    "We would have to approve the offer again.": "Then please tell me the latest date that keeps this one as it is, and I will work with it."
    "Could you overlap with your notice?": "I want to leave my present team well. You will get the same care from me."
    (With these I could say more: what you must finish first.)
    [Script] [Edit facts] [The analysis]
    <Another lever: Base salary | Sign-on bonus | RSU grant | Level | Flexibility and relocation | Guaranteed bonus or refreshers>
    "#);
    insta::assert_snapshot!(page("lever", &[("name", "level")]).await, @r#"
    # Lever: Level
    The middle of L7 in Seattle averages $662,500 a year: $325,000 above this offer.
    It decides the range of every later raise. No fixed figure: a level moves every band at once. It is also the hardest lever to pull after the interviews.
    A new level means a new package, so all four years would change. There is no figure until they write one. The playbook does not say who decides it: ask your recruiter.
    How to argue
    - Ask for the level to be looked at again, with one more interview at L7 if they want it. (The playbook's claim.)
    - If it stays, ask for a 12-month path with milestones, in writing. Ask, and don't rely on it. (The playbook's claim.)
    - As a compromise, ask for a review after six months with pay adjusted back to the start. A long shot. (The playbook's claim.)
    If they push back
    "The interviews came out at L6.": "I respect that. Which part was missing for L7, and can I show it in one more conversation?"
    "You can be promoted quickly.": "I would like that. Could we write down what it takes and when we look at it?"
    "We never put that in an offer letter.": "Then an e-mail from the hiring manager with the milestones would help me. I know it is no promise."
    (With these I could say more: the largest thing you have led.)
    [Script] [Edit facts] [The analysis]
    <Another lever: Base salary | Sign-on bonus | RSU grant | Start date | Flexibility and relocation | Guaranteed bonus or refreshers>
    "#);
    insta::assert_snapshot!(page("lever", &[("name", "relocation")]).await, @r#"
    # Lever: Flexibility and relocation
    Nothing in dollars until you enter what a move would cost you.
    One concrete arrangement is worth asking for; a general exception is not on offer. No fixed figure for the schedule. For a move, the playbook's claim is a package of $10,000 to $50,000.
    Your four years stay as they are; taking the job costs you less. The playbook does not say who decides it: ask your recruiter.
    How to argue
    - Don't ask for remote work in general: five days in the office has been the default since 2 January 2025. Ask for one arrangement with a reason.
    - Offering to take 5 to 10 % less for remote work: think twice. You would give up pay for something a manager can take back. (The playbook's claim.)
    If they push back
    "The five-day rule has no exceptions.": "I am not asking for one. I am asking for this arrangement. Could the hiring manager say yes or no to it?"
    "You can sort that out once you are here.": "I would rather know now. A line from the manager by e-mail is enough."
    "Relocation is a fixed lump sum.": "Then could it be grossed up for tax, or could the sign-on in year 1 cover what it leaves open?"
    (With these I could say more: the flexibility you need; moving costs you expect, in dollars.)
    [Script: flexibility] [Script: relocation] [Edit facts] [The analysis]
    <Another lever: Base salary | Sign-on bonus | RSU grant | Start date | Level | Guaranteed bonus or refreshers>
    "#);
    insta::assert_snapshot!(page("lever", &[("name", "bonus")]).await, @r#"
    # Lever: Guaranteed bonus or refreshers
    After year 4 pay falls by $160,000 unless new stock comes: that is what a refresher would have to fill.
    A guaranteed refresher would fill the year after the grant ends. Refreshers follow a pay target, so without a guarantee count them as zero. Rare. Amazon has no yearly cash bonus as a rule; the playbook's claim is that some L7 roles get an exception.
    It comes on top of your four years, in the year that it is paid. The playbook does not say who decides it: ask your recruiter.
    How to argue
    - Ask for a refresher in writing rather than a bonus: it fits how they pay. (The playbook's claim.)
    If they push back
    "Amazon doesn't pay bonuses.": "I know. That is why I would take the same value as stock or as sign-on in year 2."
    "Refreshers come with your review.": "And they depend on the target and the share price, so I can't plan with them. What can be written down now?"
    "Nobody gets a guaranteed refresher.": "Then let's put it into the first grant, where it is ordinary."
    (With these I could say more: the bonus another offer states; a skill few others bring.)
    [Script] [Edit facts] [The analysis]
    <Another lever: Base salary | Sign-on bonus | RSU grant | Start date | Level | Flexibility and relocation>
    "#);
}

#[tokio::test]
async fn from_the_analysis_to_every_lever_and_its_script() {
    let mut user = with_offer().await;
    user.presses("Levers").await;
    insta::assert_snapshot!(shown(&user), @r"
    # Seven levers: Amazon L6, Seattle
    Pick two or three, with a reason each.
    Base salary: Up to $20,000 more a year, from $200,000 to $220,000: the top of the range.
    Sign-on bonus: Up to $50,000 more over two years, from $150,000 to $200,000: the top of the range.
    RSU grant: Up to $100,000 more over four years, from $400,000 to $500,000: the top of the range.
    Start date: Each week you start later is about $3,846 of base not earned.
    Level: The middle of L7 in Seattle averages $662,500 a year: $325,000 above this offer.
    Flexibility and relocation: Nothing in dollars until you enter what a move would cost you.
    Guaranteed bonus or refreshers: After year 4 pay falls by $160,000 unless new stock comes: that is what a refresher would have to fill.
    (The limits are the playbook's claim, held by the top of the range where there is one.)
    <Choose a lever: Base salary | Sign-on bonus | RSU grant | Start date | Level | Flexibility and relocation | Guaranteed bonus or refreshers>
    [Scripts] [The analysis]
    ");
    for lever in crate::playbook::Lever::ALL {
        user.chooses(lever.key()).await;
        assert!(user.is_in_place(), "lever after lever stays in one place");
        assert!(text(&user.shown).starts_with(&format!("# Lever: {}", lever.title())));
        user.presses("The analysis").await;
        user.presses("Levers").await;
    }
    user.chooses("grant").await;
    user.presses("Script").await;
    assert!(text(&user.shown).starts_with("# Ask for more stock"), "{}", text(&user.shown));
    user.command("lever", &[("name", "luck")]).await;
    assert!(text(&user.shown).contains("I know no lever called \"luck\"."));
}

#[tokio::test]
async fn every_table_of_a_lever_fits_a_phone() {
    let mut user = Conversation::new();
    let large = [
        ("level", "L7"),
        ("location", "sf"),
        ("base", "349,999.50"),
        ("sign_on_1", "249,999"),
        ("sign_on_2", "199,999"),
        ("rsu", "1,450,000"),
    ];
    user.command("offer quick", &large).await;
    for lever in ["base", "sign_on", "grant"] {
        user.command("lever", &[("name", lever)]).await;
        for block in &user.shown.blocks {
            if let Block::Table(table) = block {
                assert!(table.lines().iter().all(|line| line.chars().count() <= 34), "{:?}", table.lines());
            }
        }
    }
}
