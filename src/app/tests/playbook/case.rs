//! The case: its questions and its page.

use super::*;

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
    insta::assert_snapshot!(text(&user.shown), @"
    # Question 2 of 12
    We stop here. What you told me is kept with the offer; /case goes on with it.
    Welcome back. Your answers so far are kept; we go on where we were.
    Where is the job?
    (The city the offer names. I have pay ranges for Seattle and the Bay Area.)
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
    assert!(user.says("formal verification").await.starts_with("I didn't get that"), "gone with its offer");
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
