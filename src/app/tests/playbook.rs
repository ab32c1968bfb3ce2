//! Conversations about the playbook: scripts, levers, the case, topics, the checklist.

use super::*;
use crate::offer::{Fact, OfferId, OfferRecord};
use crate::playbook::tests::catalogue;
use crate::reply::Block;

/// Labels of a card's buttons, and its lists with their options.
fn controls(card: &Card) -> String {
    let rows = card.controls.iter().map(|row| match row {
        Controls::Buttons(buttons) => {
            let labels: Vec<String> = buttons.iter().map(|button| format!("[{}]", button.label)).collect();
            labels.join(" ")
        }
        Controls::Select { prompt, options, .. } => {
            let labels: Vec<&str> = options.iter().map(|option| option.label.as_str()).collect();
            format!("<{prompt}: {}>", labels.join(" | "))
        }
    });
    rows.collect::<Vec<_>>().join("\n")
}

fn shown(user: &Conversation) -> String {
    format!("{}\n{}", text(&user.shown), controls(&user.shown))
}

async fn with_offer() -> Conversation {
    let mut user = Conversation::new();
    user.command("offer quick", QUICK).await;
    user
}

async fn record(user: &Conversation) -> OfferRecord {
    let documents = user.store.load(user.user).await.expect("readable");
    serde_json::from_str(&documents.offers.last().expect("an offer").1).expect("a record")
}

async fn page(name: &str, options: &[(&str, &str)]) -> String {
    let mut user = with_offer().await;
    user.command(name, options).await;
    shown(&user)
}

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

#[tokio::test]
async fn the_case_by_words() {
    let mut user = with_offer().await;
    user.command("case", &[]).await;
    insta::assert_snapshot!(shown(&user), @r"
    # Your case: question 1 of 8
    A few questions, all of them optional, and each answer is kept for your scripts too. The market and your figures I have already.
    What are you known for?
    (A field, in a few words. Skip what does not fit you.)
    [Type the answer] [Skip] [Show the page]
    [Help] [Why?] [Cancel]
    ");
    insta::assert_snapshot!(user.says("why").await, @r"
    # Your case: question 1 of 8
    It says in a line why it is you they want, and not just anyone at this level.
    What are you known for?
    (A field, in a few words. Skip what does not fit you.)
    ");
    insta::assert_snapshot!(user.says("help").await, @r#"
    # Your case: question 1 of 8
    The field in which colleagues come to you. For example "large-scale storage systems", "payments fraud detection", "compilers".
    What are you known for?
    (A field, in a few words. Skip what does not fit you.)
    "#);
    user.says("large-scale storage systems").await;
    insta::assert_snapshot!(shown(&user), @r"
    # Your case: question 2 of 8
    Noted: large-scale storage systems
    Which of your skills do few others bring?
    (One is enough.)
    [Type the answer] [Skip] [Show the page]
    [Back] [Help] [Why?] [Cancel]
    ");
    user.says("back").await;
    insta::assert_snapshot!(shown(&user), @r"
    # Your case: question 1 of 8
    What are you known for?
    So far: large-scale storage systems
    (A field, in a few words. Skip what does not fit you.)
    [Type the answer] [Keep it] [Take it out] [Show the page]
    [Help] [Why?] [Cancel]
    ");
    user.says("skip").await;
    assert!(user.says("yes").await.starts_with("# Your case: question 2 of 8\nGood: tell me in a few words"));
    assert!(user.says("change the base").await.contains("Any of these would do:"));
    user.says("formal verification of protocols").await;
    user.says("skip").await;
    user.says("cut our storage bill by 30 %").await;
    user = user.restarted();
    user.says("take over the capacity model").await;
    assert!(text(&user.shown).starts_with("# Your case: question 6 of 8"), "{}", text(&user.shown));
    assert!(user.says("none").await.starts_with("# Your case: question 8 of 8"), "no day for no bonus");
    user.says("a team that owns search end to end").await;
    insta::assert_snapshot!(shown(&user), @r"
    # Your case on one page
    Noted: a team that owns search end to end
    Why the offer should move

    The market. In the data I have (January 2025), L6 in Seattle averages $280,000 to $395,000 a year over four years. The offer averages $337,500; the 75th percentile is $106,344 higher over four years, or $26,586 a year.

    - Field: large-scale storage systems.
    - Rare skill: formal verification of protocols.
    - A result: cut our storage bill by 30 %.
    - In my first 90 days: take over the capacity model.

    The long term. I plan in years: a team that owns search end to end.

    The ask. Base of $220,000, up $20,000. Stock of $430,000, up $30,000. Sign-on of $200,000 over two years, up $50,000. That makes $1,510,000 over four years, against $1,350,000 as offered.
    Before you send it
    - Every line must be one you can speak to for a minute. Leave out what you can't.
    - The market range is the playbook's, as of January 2025: check it against the posting first.
    - Evidence: Competing and working together did better than compromising or giving in (Marks and Harold 2011, 149 new hires).
    (Not in it yet: the largest thing you have led; a bonus you lose by leaving, in dollars; when that bonus would be paid; unvested pay you leave behind (/offer edit).)
    (Figures are from your offer and the counter plan. Read it once before you send it.)
    [Shorter] [Firmer] [Edit facts] [The analysis]
    [Lines to add] [Go through the questions]
    ");
    assert_eq!(record(&user).await.facts.get(Fact::Expertise), Some("large-scale storage systems"));
    assert!(user.says("hello").await.starts_with("Hi, I'm Counteroffer"), "the case is through");
}

#[tokio::test]
async fn the_case_by_buttons_and_forms_in_a_server() {
    let mut user = with_offer().await;
    user.venue = Venue::Shared;
    user.presses("Your case").await;
    user.presses("Type the answer").await;
    user.fills(&[("answer", "compilers")]).await;
    user.presses("Skip").await;
    user.presses("Help").await;
    user.presses("Why?").await;
    user.presses("Back").await;
    user.presses("Back").await;
    assert!(text(&user.shown).contains("So far: compilers"), "{}", text(&user.shown));
    let stays = user.says("N").await;
    assert!(stays.contains("Your answer stays. Press Take it out or write \"none\" to remove it."), "{stays}");
    assert!(stays.contains("So far: compilers"), "{stays}");
    user.presses("Take it out").await;
    assert!(text(&user.shown).contains("Taken out."));
    assert_eq!(record(&user).await.facts.get(Fact::Expertise), None);
    user.presses("Type the answer").await;
    user.fills(&[("answer", "FDA approvals")]).await;
    user.presses("Show the page").await;
    assert!(text(&user.shown).contains("Rare skill: FDA approvals."), "{}", text(&user.shown));
    user.presses("Shorter").await;
    assert!(text(&user.shown).contains("And a rare skill: FDA approvals."), "{}", text(&user.shown));
    user.presses("Firmer").await;
    user.presses("Edit facts").await;
    user.chooses("lost_bonus").await;
    user.command("case", &[]).await;
    user.presses("Go through the questions").await;
    assert!(text(&user.shown).contains("question 1 of 8"));
    user.presses("Cancel").await;
    insta::assert_snapshot!(shown(&user), @"We stop here. What you told me is kept with the offer; /case goes on with it.");
}

#[tokio::test]
async fn the_case_is_reused_and_stands_beside_an_open_walkthrough() {
    let mut user = with_offer().await;
    user.command("offer start", &[]).await;
    user.says("L7").await;
    user.command("case", &[]).await;
    user.says("compilers").await;
    // An old button of the walkthrough asks the question that is open now.
    user.command("case", &[]).await;
    assert!(text(&user.shown).contains("question 2 of 8"), "{}", text(&user.shown));
    user.command("offer start", &[]).await;
    insta::assert_snapshot!(text(&user.shown), @r"
    # Question 2 of 12
    We stop here. What you told me is kept with the offer; /case goes on with it.
    Welcome back. Your answers so far are kept; we go on where we were.
    Where is the job?
    (The city the offer names. I have pay ranges for Seattle, the Bay Area, New York City and Austin.)
    ");
    user.says("cancel").await;
    user.presses("Delete them").await;
    user.command("case", &[]).await;
    assert!(text(&user.shown).contains("- Field: compilers."), "kept, and not asked again: {}", text(&user.shown));
    user.presses("Lines to add").await;
    insta::assert_snapshot!(shown(&user), @r#"
    # Lines to add
    You have entered no other offer, so none is mentioned anywhere. These lines need none; use one only if it is true.
    Without naming an offer
    - "I am looking at a few companies." Only if you are talking with more than one other company.
    - "I am in conversations at a similar level." Only if at least one other process is at your level.
    - "People with my background are in demand right now." Only if recruiters are in fact writing to you.
    - "I want to make this decision with all my options in view." Only if you have another option; staying where you are is one.
    - "My present employer would like me to stay." Only if they have said so.
    About dates
    - "I would like to decide within two weeks." Only if that is your plan.
    - "My present employer needs to know soon what I will do." Only if they have asked you.
    - "I would be glad to settle this soon, for both of us." Only if you are ready to decide.
    [Your case] [Edit the offer]
    "#);
}

#[tokio::test]
async fn an_old_button_of_the_case_asks_the_open_question() {
    let mut user = with_offer().await;
    user.command("case", &[]).await;
    let old = user.button("Skip");
    user.says("compilers").await;
    user.presses_kept(old.clone()).await;
    assert!(text(&user.shown).contains("from an earlier question"), "{}", text(&user.shown));
    assert!(text(&user.shown).contains("question 2 of 8"));
    user.command("offer delete", &[]).await;
    user.presses("Delete it").await;
    assert!(user.says("formal verification").await.starts_with("Hi, I'm Counteroffer"), "gone with its offer");
    user.presses_kept(old).await;
    assert!(text(&user.shown).contains("from an earlier conversation"));
}

#[tokio::test]
async fn what_is_too_long_is_not_cut_off() {
    let mut user = with_offer().await;
    user.command("case", &[]).await;
    let said = user.says(&"x".repeat(301)).await;
    assert!(said.contains("That has 301 characters, and there is room for 300."), "{said}");
    assert!(user.says(&"x".repeat(300)).await.contains("question 2 of 8"));
}

#[tokio::test]
async fn what_needs_an_offer_starts_the_walkthrough_and_comes_back() {
    for (command, options, title) in [
        ("script", &[("name", "base")][..], "# Ask for more base"),
        ("email", &[("name", "accept")], "# Accept"),
        ("lever", &[("name", "grant")], "# Lever: RSU grant"),
        ("lever", &[("name", "luck")], "# Seven levers"),
        ("case", &[], "# Your case: question 1 of 8"),
        ("checklist", &[], "# Checklist: Amazon L6, Seattle"),
        ("script", &[("name", "start date")], "# Ask for the start date you need"),
    ] {
        let mut user = Conversation::new();
        user.command(command, options).await;
        assert!(text(&user.shown).contains("Which level is the offer for?"), "{command}: {}", text(&user.shown));
        for words in ["L6", "seattle", "200k", "90/60", "400k"] {
            user.says(words).await;
        }
        for _ in 0..7 {
            user.says("skip").await;
        }
        let back = user.says("save").await;
        assert!(back.starts_with(title), "{command}: {back}");
    }
}

#[tokio::test]
async fn answers_before_the_offer_need_none_and_follow_the_law() {
    let mut user = Conversation::new();
    user.command("script", &[("name", "what do you earn now?")]).await;
    insta::assert_snapshot!(shown(&user), @r#"
    # "What do you earn now?"
    I would rather not share what I earn now. I am glad to talk about what I expect for this role, once I know its scope.
    Before you say it
    - The playbook would have you plead a secrecy agreement. Don't: it is almost never true, and you don't need it.
    - I don't know the law on asking for current pay where this job is. You can decline anywhere; some states forbid the question.
    [Shorter] [Firmer] [Enter an offer]
    <Where is the job? The law differs by state: Seattle, or elsewhere in Washington | The Bay Area, or elsewhere in California | New York City, or elsewhere in New York | Austin, or elsewhere in Texas | Colorado>
    "#);
    user.chooses("Austin").await;
    insta::assert_snapshot!(text(&user.shown), @r#"
    # "What do you earn now?"
    I would rather not share what I earn now. I am glad to talk about what I expect for this role, once I know its scope.
    Before you say it
    - The playbook would have you plead a secrecy agreement. Don't: it is almost never true, and you don't need it.
    - In Texas I know of no law against asking for current pay. Declining to say is your choice, and a normal one.
    - Texas postings need not show a range; the same job posted in another state may.
    "#);
    user.presses("Firmer").await;
    assert!(text(&user.shown).contains("What does this level pay in Austin?"), "{}", text(&user.shown));
    user.chooses("Colorado").await;
    assert!(text(&user.shown).contains("What does this level pay in Colorado?"), "{}", text(&user.shown));
    user.command("script", &[("name", "need a number")]).await;
    assert!(text(&user.shown).contains("any figure from me would be a guess"));
    user.command("offer start", &[]).await;
    user.says("L6").await;
    user.says("nyc").await;
    user.command("script", &[("name", "need a number")]).await;
    insta::assert_snapshot!(text(&user.shown), @r#"
    # "We need a number to proceed"
    From what I have found, L6 in New York City averages between $292,500 and $422,500 a year over four years, with base, sign-on and stock together (January 2025). I am looking at $357,500 to $422,500. Does that fit your range?
    Before you say it
    - A range is a first number, and they will hear its lower end: say it only if you would take that end.
    - In New York an employer may not ask for your pay history or rely on it (Labor Law 194-a). They may ask what you expect.
    - New York postings must show the pay range: the posting is your best public check on base.
    - The market range is the playbook's, as of January 2025: check it against the posting first.
    - Evidence: First offers pull the outcome towards themselves, so name a figure when you hold market data (Galinsky and Mussweiler 2001).
    "#);
}

#[tokio::test]
async fn a_better_offer_after_accepting_gets_a_warning_and_no_script() {
    let mut user = with_offer().await;
    user.command("script", &[("name", "better offer")]).await;
    insta::assert_snapshot!(shown(&user), @r"
    # After accepting: a better offer came
    You gave your word, and a better offer does not change what you agreed to. Using it to reopen the terms is read as a broken promise: the offer can be withdrawn, since employment is at will, and the people involved remember it.

    Before you do anything, read what you signed: sign-on repayment, relocation repayment, start date.

    Then choose one of two honest ways. Keep your yes, and take the better market as a reason to ask again at your first review. Or withdraw, plainly and soon, before they stop looking for someone else; the e-mail for that is /email decline.

    What does not work is a bluff in between. If the role changed, or they moved the date, or something happened to you, there is a script for that.
    Good to know
    - There is no script for this one.
    [The analysis]
    [Decline] [After accepting: the role changed] [After accepting: they moved the date] [After accepting: something happened]
    ");
    assert!(!user.shown.blocks.iter().any(|block| matches!(block, Block::Copy(_))));
}

#[tokio::test]
async fn every_entry_is_reached_by_its_command_and_by_its_list() {
    let catalogue = catalogue();
    let mut user = with_offer().await;
    for entry in catalogue.all() {
        let command = entry.command();
        let (name, rest) = command[1..].split_once(' ').unwrap_or((&command[1..], ""));
        let option = if name == "playbook" { "topic" } else { "name" };
        let options: &[(&str, &str)] = if rest.is_empty() { &[] } else { &[(option, rest)] };
        user.command(name, options).await;
        if user.answer().is_none() {
            let form = user.form();
            let required = form.inputs.iter().filter(|input| input.required);
            let texts: Vec<_> = required.map(|input| (input.key.as_str(), input.example.as_str())).collect();
            user.fills(&texts).await;
        }
        let title = if name == "case" { "Your case" } else { &entry.title };
        assert!(text(&user.shown).starts_with(&format!("# {title}")), "{command}");
    }
    user.command("script", &[("name", "nothing like it")]).await;
    insta::assert_snapshot!(shown(&user), @r#"
    # Scripts
    I have no script called "nothing like it".
    What to say, with your figures in it. Which one do you need?
    <Choose one: Ask for more base | Ask for more sign-on | Ask for more stock | Ask for the start date you need | Ask for the next level, or a path to it | Ask for flexibility | Ask for relocation support | Ask for a guaranteed bonus or refresher | "What do you earn now?" | "What are your expectations?" | "We need a number to proceed" | "What would it take for you to accept?" | After accepting: a better offer came | After accepting: they moved the date | After accepting: something happened | After accepting: the role changed | Against an internal transfer | You said a number too early>
    "#);
    user.chooses("after_accepting_delay").await;
}

#[tokio::test]
async fn scripts_can_be_listed_before_there_is_an_offer() {
    let mut user = Conversation::new();
    user.says("scripts").await;
    user.chooses("expectations").await;
    assert!(text(&user.shown).starts_with("# \"What are your expectations?\""), "{}", text(&user.shown));
    user.says("scripts").await;
    user.chooses("grant").await;
    assert!(text(&user.shown).contains("Which level is the offer for?"), "{}", text(&user.shown));
}

#[tokio::test]
async fn topics_on_one_screen() {
    let mut user = Conversation::new();
    user.command("playbook", &[]).await;
    insta::assert_snapshot!(shown(&user), @r"
    # The playbook
    - Before the offer: the four questions
    - Building your case
    - Other offers, told truly
    - The e-mails
    - How Amazon pay works
    - The seven levers
    - The other side of the table
    - Pay ranges and what they are worth
    - Five principles, and their limits
    - Reading the offer
    - The rounds
    - Special situations
    - Tax, vests and the hourly rate
    - The ten rules
    - The checklist
    - When the stock vests
    - Does waiting help?
    - What research says
    - What it is about
    <Choose a topic: Before the offer: the four questions | Building your case | Other offers, told truly | The e-mails | How Amazon pay works | The seven levers | The other side of the table | Pay ranges and what they are worth | Five principles, and their limits | Reading the offer | The rounds | Special situations | Tax, vests and the hourly rate | The ten rules | The checklist | When the stock vests | Does waiting help? | What research says | What it is about>
    ");
    user.chooses("rounds").await;
    insta::assert_snapshot!(shown(&user), @r"
    # The rounds
    Don't say yes or no on the spot. Then go one round at a time:
    - First, time. Take 48 hours, in writing, and never past the date they gave you. /email ask_for_time
    - Round 1: two or three levers, a reason each, opening above your target so that there is something to give. /email first_round
    - Round 2: only after they moved. Thank them, then one more ask: the lever that is worth most. /email second_round
    - Round 3: only if one gap remains. One figure, and your word that you will accept with it. /email final_ask
    - Then stop. A yes is a yes: /email acceptance. A no is kind and short: /email decline.
    After each answer enter their new figures, so that the next ask follows them: /offer revise, then /counter.
    (The playbook's claim: round 1 brings 10 to 20 %, round 2 another 5 to 10 %, all rounds 15 to 35 %. Those rounds together make 15 to 32 %, and nothing supports either.)
    (Evidence: Of those who asked for more, 28 % got all of it, 38 % part of it, 35 % the first offer (Pew, 2023).)
    [Ask for time to decide] [First counter] [Second round: one more ask] [Final ask, with a yes attached] [Accept]
    [Decline] [Enter an offer]
    <Another topic: Before the offer: the four questions | Building your case | Other offers, told truly | The e-mails | How Amazon pay works | The seven levers | The other side of the table | Pay ranges and what they are worth | Five principles, and their limits | Reading the offer | The rounds | Special situations | Tax, vests and the hourly rate | The ten rules | The checklist | When the stock vests | Does waiting help? | What research says | What it is about>
    ");
    user.command("playbook", &[("topic", "astrology")]).await;
    assert!(text(&user.shown).contains("I have no topic called \"astrology\"."));
    insta::assert_snapshot!(page("playbook", &[("topic", "psychology")]).await, @r#"
    # Five principles, and their limits
    Anchoring. The first figure pulls the result towards itself. Use it when you hold the range and a real alternative: then name a precise figure first. Leave it when you know less than they do, or have no alternative: let them go first, then answer with market data. Say: "Base for this level runs higher in the data I have, so I would start from there." (Galinsky and Mussweiler 2001; moving second helped the weaker side (Negotiation Journal 39(1), 2023).)
    Loss aversion. A loss weighs more than a gain of the same size. Use it when they would lose something too: time spent, a role that stays open. Leave it when it would be a threat, or rest on an offer you don't hold. Say: "We have both put weeks into this, and I would hate for it to end over this one point." (The playbook's claim.)
    Social proof. What others get makes an ask look normal. Use it when you have a range with a source and a date. Leave it when you only have a rumour, or one person's pay told to you in confidence. Say: "The range posted for this role supports the figure." (The playbook's claim.)
    Reciprocity. People tend to give back what they get. Use it when you can be flexible on something that is cheap for you: the start date, the split between sign-on and stock. Leave it when you would be giving up something you need. Say: "I am flexible about how it is split, if the four-year sum gets there." (The playbook's claim.)
    Consistency. People like to act as they have spoken. Use it when you can agree on the facts one at a time: the scope, then the level, then the pay. Leave it when it turns into a trap: they notice, and you have to work with them. Say: "We agree on the scope, then. What does that mean for the level?" (The playbook's claim.)
    (The playbook's claim: all but anchoring: known effects, untested in offers like yours.)
    [Your case] [Counter plan]
    <Another topic: Before the offer: the four questions | Building your case | Other offers, told truly | The e-mails | How Amazon pay works | The seven levers | The other side of the table | Pay ranges and what they are worth | Five principles, and their limits | Reading the offer | The rounds | Special situations | Tax, vests and the hourly rate | The ten rules | The checklist | When the stock vests | Does waiting help? | What research says | What it is about>
    "#);
    insta::assert_snapshot!(page("playbook", &[("topic", "rules")]).await, @r"
    # The ten rules
    - Don't accept the first offer. Asking is expected: in one survey 70 % of managers said so (Robert Half, 2019). About two in three who ask get something (Pew, 2023). There is not always room, but there is always a question.
    - Negotiate the whole package. Base, sign-on of both years, stock, level, date, the move. Look at the four-year sum, and at each year on its own.
    - Use figures. A figure with a reason travels from your recruiter to whoever approves it. A feeling does not.
    - Use the competition you have. A real alternative is your strongest argument. An invented one can cost you the offer, and misleading someone who relies on it can be fraud. Here an offer appears only if you entered it.
    - Take your time. The playbook says 48 hours. Ask for them in writing, and never go past the date they gave you.
    - Get it in writing. What is not in the letter may not happen: share count and price, sign-on dates and repayment, start, level.
    - Know when the stock vests. 5, 15, 40 and 40 % of the grant. Most of it comes in years 3 and 4, when the sign-on has ended, and nothing is promised after.
    - Have someone on your side. The playbook's claim: the hiring manager can do more for you than the recruiter. It is the manager who wants you on the team, so keep talking to them.
    - Know when to stop. After a final ask with a yes attached, stop. Offers are withdrawn in about 1 negotiation in 16 (Hart, Bear and Ren, 2024): rare, and not never.
    - Start well. The people you negotiate with will work with you. Be clear and kind, and keep every word you give.
    [First counter] [Counter plan] [Your case] [Ask for time to decide] [Accept]
    [The analysis] [The other side of the table] [Final ask, with a yes attached] [Your checklist]
    <Another topic: Before the offer: the four questions | Building your case | Other offers, told truly | The e-mails | How Amazon pay works | The seven levers | The other side of the table | Pay ranges and what they are worth | Five principles, and their limits | Reading the offer | The rounds | Special situations | Tax, vests and the hourly rate | The ten rules | The checklist | When the stock vests | Does waiting help? | What research says | What it is about>
    ");
    insta::assert_snapshot!(page("playbook", &[("topic", "recruiter")]).await, @r"
    # The other side of the table
    Your opening ask is +11.9 % over four years: for the hiring manager to approve, the playbook claims.
    Your recruiter is not your opponent. They want three things, the playbook says:
    - Close candidates quickly.
    - Keep a good share of offers accepted.
    - Stay inside the band's budget.
    Who approves a rise, on the same authority:
    - Up to 10 %: the recruiter
    - Up to 20 %: the hiring manager
    - Up to 30 %: a director
    - Beyond that: a vice president or the compensation committee
    Make it easy for them:
    - Ask for something they can pass on: one figure, one reason.
    - Send the data behind it, so that they need not look for it.
    - Write the two sentences that your recruiter can forward for approval.
    - Say what you like about the role, if you mean it.
    - Answer within a day, and do what you said you would.
    How large your ask is, and who that means: /counter.
    (The playbook's claim: the goals and the approval levels here are plausible, and have no source.)
    [Counter plan] [Your case]
    <Another topic: Before the offer: the four questions | Building your case | Other offers, told truly | The e-mails | How Amazon pay works | The seven levers | The other side of the table | Pay ranges and what they are worth | Five principles, and their limits | Reading the offer | The rounds | Special situations | Tax, vests and the hourly rate | The ten rules | The checklist | When the stock vests | Does waiting help? | What research says | What it is about>
    ");
    insta::assert_snapshot!(page("playbook", &[("topic", "competition")]).await, @r#"
    # Other offers, told truly
    A real alternative is your strongest argument. Staying where you are counts as one.
    I write about an offer only as firmly as you entered it:
    - In writing: "I hold a written offer from" them.
    - Said but not written: they have "made me a verbal offer".
    - Still interviewing: "I am in the interview process with" them. No amount, no date.
    - None: nothing.
    The playbook suggests making it look as if there were more. I won't write that. Recruiters ask to see the letter; an offer can be withdrawn over it, and misleading someone who relies on it can be fraud.
    Without an offer you still have true lines, each to be used only if it is so. And urgency comes from true dates: theirs, or another offer's.
    Enter your offers: /offer edit. The lines that fit you: /case.
    You have entered no other offer, so none is mentioned anywhere. These lines need none; use one only if it is true.
    Without naming an offer
    - "I am looking at a few companies." Only if you are talking with more than one other company.
    - "I am in conversations at a similar level." Only if at least one other process is at your level.
    - "People with my background are in demand right now." Only if recruiters are in fact writing to you.
    - "I want to make this decision with all my options in view." Only if you have another option; staying where you are is one.
    - "My present employer would like me to stay." Only if they have said so.
    About dates
    - "I would like to decide within two weeks." Only if that is your plan.
    - "My present employer needs to know soon what I will do." Only if they have asked you.
    - "I would be glad to settle this soon, for both of us." Only if you are ready to decide.
    (Evidence: Lying about other offers can be actionable; your own bottom line need not be told (Shell 1991, MIT Sloan Management Review).)
    [Edit the offer] [Your case] [Ask for a later deadline]
    <Another topic: Before the offer: the four questions | Building your case | Other offers, told truly | The e-mails | How Amazon pay works | The seven levers | The other side of the table | Pay ranges and what they are worth | Five principles, and their limits | Reading the offer | The rounds | Special situations | Tax, vests and the hourly rate | The ten rules | The checklist | When the stock vests | Does waiting help? | What research says | What it is about>
    "#);
    insta::assert_snapshot!(page("playbook", &[("topic", "before the offer")]).await, @r#"
    # Before the offer: the four questions
    Before there is an offer, your aim is simple: learn their range, and keep yours open.
    - "What are your expectations?" Ask for their range first. /script expectations
    - "What do you earn now?" You would rather not say. In many states they may not ask. /script current_pay
    - "We need a number." Give a range only with market data behind it, and only if you would take its lower end. /script need_a_number
    - "What would it take?" First a fit, then their full offer. /script what_would_it_take
    "Never name a figure first" is a rule for when you know less than they do. If you hold the range and a strong alternative, a precise first figure can help you.
    Don't say you are bound to secrecy about your pay. It is almost never true, and you don't need it: "I would rather not share that" is enough.
    (In Washington an employer may not ask for your pay history (RCW 49.58.100). After an offer that states the pay, or once you volunteer a figure, they may confirm it.)
    (Washington postings must show the pay range: the posting is your best public check on base.)
    ["What are your expectations?"] ["What do you earn now?"] ["We need a number to proceed"] [What would it take for you to accept?]
    <Another topic: Before the offer: the four questions | Building your case | Other offers, told truly | The e-mails | How Amazon pay works | The seven levers | The other side of the table | Pay ranges and what they are worth | Five principles, and their limits | Reading the offer | The rounds | Special situations | Tax, vests and the hourly rate | The ten rules | The checklist | When the stock vests | Does waiting help? | What research says | What it is about>
    "#);
}

#[tokio::test]
async fn a_topics_buttons_lead_on() {
    let mut user = with_offer().await;
    user.command("playbook", &[("topic", "before_the_offer")]).await;
    user.presses("\"What do you earn now?\"").await;
    assert!(text(&user.shown).contains("I would rather not share what I earn now."), "{}", text(&user.shown));
    user.command("playbook", &[("topic", "levers")]).await;
    user.presses("Guaranteed bonus or refreshers").await;
    assert!(text(&user.shown).starts_with("# Lever: Guaranteed bonus"));
    user.command("playbook", &[("topic", "the_checklist")]).await;
    user.presses("Your checklist").await;
    assert!(text(&user.shown).starts_with("# Checklist: "));
    let mut user = Conversation::new();
    user.command("playbook", &[("topic", "rounds")]).await;
    user.presses("First counter").await;
    assert!(text(&user.shown).contains("Which level is the offer for?"), "{}", text(&user.shown));
}

#[tokio::test]
async fn the_checklist_ticks_itself_and_by_hand() {
    let mut user = with_offer().await;
    user.presses("Checklist").await;
    insta::assert_snapshot!(shown(&user), @r"
    # Checklist: Amazon L6, Seattle
    1 of 18 done.
    Before
    - ☐ Look up what your level pays in your place (/bands)
    - ☐ Settle the least you would take, for yourself only (/offer edit)
    - ☐ Write down your other offers, as firm as they are (/offer edit)
    - ☐ Name what you bring that few others do (/case)
    - ☐ Prepare for the recruiter's four questions (/script expectations)
    - ☐ Know what you do if this falls through; staying counts (/playbook competition)
    During
    - ☐ Name no figure before you know their range, unless you hold better data (/script need_a_number)
    - ☐ Ask for 48 hours, inside their deadline (/email ask_for_time)
    - ☐ Ask for two or three things (/counter)
    - ☐ Give a reason with every figure (/email first_round)
    - ☐ Stay friendly: they have to want you on the team (/playbook psychology)
    - ☐ Have the offer in writing (/offer edit)
    After
    - ☑ Look at all four years, not at the first (/offer show)
    - ☐ Work out what an hour pays, stock included (/offer quick)
    - ☐ Know when each vest comes and what tax takes of it (/tax)
    - ☐ Plan for the year the sign-on ends and the year the grant ends (/calendar)
    - ☐ Keep every agreement in one place (/email acceptance)
    - ☐ Send a clear acceptance (/email acceptance)
    (Lines tick themselves where I know; the rest are yours. Ticks belong to this offer.)
    <Tick or untick a line: Tick: Look up what your level pays in your place | Tick: Settle the least you would take, for yourself only | Tick: Write down your other offers, as firm as they are | Tick: Name what you bring that few others do | Tick: Prepare for the recruiter's four questions | Tick: Know what you do if this falls through; staying counts | Tick: Name no figure before you know their range, unless you hold better data | Tick: Ask for 48 hours, inside their deadline | Tick: Ask for two or three things | Tick: Give a reason with every figure | Tick: Stay friendly: they have to want you on the team | Tick: Have the offer in writing | Untick: Look at all four years, not at the first | Tick: Work out what an hour pays, stock included | Tick: Know when each vest comes and what tax takes of it | Tick: Plan for the year the sign-on ends and the year the grant ends | Tick: Keep every agreement in one place | Tick: Send a clear acceptance>
    [Next: Edit the offer] [The analysis]
    ");
    user.command("email", &[("name", "ask for time")]).await;
    user.command("bands", &[("level", "L6"), ("location", "seattle")]).await;
    user.command("script", &[("name", "expectations")]).await;
    user.command("email", &[("name", "first round")]).await;
    user.command("checklist", &[]).await;
    user.chooses("tone").await;
    user.chooses("several_parts").await;
    user.chooses("several_parts").await;
    user = user.restarted();
    user.command("checklist", &[]).await;
    insta::assert_snapshot!(text(&user.shown), @r"
    # Checklist: Amazon L6, Seattle
    6 of 18 done.
    Before
    - ☑ Look up what your level pays in your place (/bands)
    - ☐ Settle the least you would take, for yourself only (/offer edit)
    - ☐ Write down your other offers, as firm as they are (/offer edit)
    - ☐ Name what you bring that few others do (/case)
    - ☑ Prepare for the recruiter's four questions (/script expectations)
    - ☐ Know what you do if this falls through; staying counts (/playbook competition)
    During
    - ☐ Name no figure before you know their range, unless you hold better data (/script need_a_number)
    - ☑ Ask for 48 hours, inside their deadline (/email ask_for_time)
    - ☐ Ask for two or three things (/counter)
    - ☑ Give a reason with every figure (/email first_round)
    - ☑ Stay friendly: they have to want you on the team (/playbook psychology)
    - ☐ Have the offer in writing (/offer edit)
    After
    - ☑ Look at all four years, not at the first (/offer show)
    - ☐ Work out what an hour pays, stock included (/offer quick)
    - ☐ Know when each vest comes and what tax takes of it (/tax)
    - ☐ Plan for the year the sign-on ends and the year the grant ends (/calendar)
    - ☐ Keep every agreement in one place (/email acceptance)
    - ☐ Send a clear acceptance (/email acceptance)
    (Lines tick themselves where I know; the rest are yours. Ticks belong to this offer.)
    ");
    user.command("offer edit", &[]).await;
    user.says("change written").await;
    user.says("change in writing").await;
    user.says("yes").await;
    user.says("change walk-away").await;
    user.says("1.3m over four years").await;
    user.says("save").await;
    user.command("checklist", &[]).await;
    assert!(text(&user.shown).contains("\u{2611} Settle the least you would take"), "{}", text(&user.shown));
    assert!(text(&user.shown).contains("\u{2611} Have the offer in writing"));
    assert!(!controls(&user.shown).contains("in writing |"), "what the offer shows can't be unticked");
    assert!(!text(&user.shown).contains("1,300,000") && !text(&user.shown).contains("1.3M"));
}

#[tokio::test]
async fn pages_that_were_shown_tick_their_lines() {
    let mut user = with_offer().await;
    for (name, key) in [
        ("counter", "several_parts"),
        ("whatif", "hourly_rate"),
        ("tax", "vests_and_tax"),
        ("calendar", "after_the_sign_on"),
    ] {
        assert!(!record(&user).await.ticks.contains_key(key), "{key}");
        user.command(name, &[]).await;
        assert!(record(&user).await.ticks.contains_key(key), "{key}: {}", text(&user.shown));
    }
    user.command("bands", &[("level", "L7"), ("location", "seattle")]).await;
    assert!(!record(&user).await.ticks.contains_key("market_rates"), "that is another level");
}

#[tokio::test]
async fn ticks_belong_to_an_offer_and_a_failed_script_ticks_nothing() {
    let mut user = with_offer().await;
    let mut rich = QUICK.to_vec();
    rich[5] = ("rsu", "900k");
    user.command("offer quick", &rich).await;
    user.command("email", &[("name", "first round")]).await;
    assert!(text(&user.shown).contains("nothing left to ask for"), "{}", text(&user.shown));
    assert!(!record(&user).await.ticks.contains_key("figures"));
    user.command("email", &[("name", "ask for time"), ("offer", "1")]).await;
    assert!(!record(&user).await.ticks.contains_key("asked_for_time"), "that was the other offer");
    assert_eq!(record(&user).await.id, OfferId(2));
}

#[tokio::test]
async fn suggestions_for_levers_topics_and_answers() {
    let mut user = Conversation::new();
    for (command, option, typed, count, only) in [
        ("lever", "name", "", 7, None),
        ("lever", "name", "RSU", 1, Some("grant")),
        ("playbook", "topic", "rule", 1, Some("ten_rules")),
        ("script", "name", "", 18, None),
        ("script", "name", "earn", 1, Some("current_pay")),
        ("email", "name", "", 7, None),
    ] {
        let suggested = user.completes(command, option, typed).await;
        assert_eq!(suggested.len(), count, "/{command} {typed}");
        assert!(only.is_none_or(|only| suggested[0].value == only), "/{command} {typed}");
    }
}

/// Whether a text that begins with a slash names a command.
fn is_command(text: &str) -> bool {
    let known = |name: &str| {
        let rest = text.strip_prefix('/').and_then(|text| text.strip_prefix(name));
        rest.is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphanumeric() || c == '_'))
    };
    Command::ALL.iter().any(|command| known(command.name()))
}

#[tokio::test]
async fn every_command_that_the_playbook_names_exists() {
    let catalogue = catalogue();
    let headers = catalogue.all().iter().flat_map(|entry| &entry.commands);
    let record = record(&with_offer().await).await;
    let checklist = catalogue.checklist(&record);
    let lines = checklist.iter().flat_map(|part| &part.lines).map(|line| &line.command);
    for command in headers.chain(catalogue.rules().iter().map(|rule| &rule.command)).chain(lines) {
        assert!(is_command(command), "{command}");
    }
    let mut user = with_offer().await;
    for entry in catalogue.all().iter().filter(|entry| entry.is_advice()) {
        let name = if entry.kind == crate::playbook::Kind::Topic { ("playbook", "topic") } else { ("script", "name") };
        user.command(name.0, &[(name.1, &entry.name)]).await;
        let shown = text(&user.shown);
        for (at, _) in shown.match_indices('/') {
            let inside = shown[..at].ends_with(|c: char| c.is_alphanumeric());
            assert!(inside || is_command(&shown[at..]), "{}: {}", entry.name, &shown[at..]);
        }
    }
}

/// Every command that the table of the playbook names is a command.
#[test]
fn the_table_of_the_playbook_names_only_commands_that_exist() {
    let table = include_str!("../../../docs/playbook.md");
    let mut named = 0;
    for row in table.lines().filter(|line| line.starts_with("| ")) {
        let cells: Vec<&str> = row.trim_matches('|').split(" | ").map(str::trim).collect();
        let places = if cells.len() == 4 { cells[3] } else { cells[0] };
        for command in places.split('`').filter(|part| part.starts_with('/')) {
            assert!(is_command(command), "{command} in {row}");
            named += 1;
        }
    }
    assert!(named > 150, "{named}");
}
