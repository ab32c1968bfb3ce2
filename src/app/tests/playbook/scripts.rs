//! Scripts and e-mails, by command, by list and by way of the walkthrough.

use super::*;

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
        user.skips_to("Check your answers").await;
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
