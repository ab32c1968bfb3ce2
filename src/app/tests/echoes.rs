//! What a user typed, shown back: short and without marks, wherever it was typed. Every command
//! with every option, every control and form that can be reached from there, and words at each
//! question.

use std::collections::BTreeSet;

use super::commands::{good, with_two_offers};
use super::*;
use crate::app::OptionKind;
use crate::echo::Echo;
use crate::offer::Fact;
use crate::reply::{Block, Button, Card, File, Form, Press, Reply, Suggestion};

/// What a prankster types: too long, and marks that hide or turn what stands around them.
fn hostile() -> [String; 4] {
    let long = "x".repeat(4_000);
    let marks = "a\u{202e}b\0c\u{1b}[31md\u{2066}e\u{200b}f\u{feff}g\u{9b}h\u{200f}i".to_owned();
    let lines = format!("one\r\ntwo\u{2028}{}", "y ".repeat(300));
    let mixed = format!("\u{202e}{}\0{}", "x".repeat(60), "\u{1b}x".repeat(60));
    [long, marks, lines, mixed]
}

/// Everything of a reply that a person reads: a line each, and whether it is the user's own text
/// that they get to send or to change.
fn shown(reply: &Reply) -> Vec<(String, Whose)> {
    let mut all = Vec::new();
    match reply {
        Reply::Nothing => {}
        Reply::Show(card) | Reply::Update(card) => shown_card(card, &mut all),
        Reply::Direct { card, sent, closed } => [card, sent, closed].iter().for_each(|card| shown_card(card, &mut all)),
        Reply::Form(form) => shown_form(form, &mut all),
        Reply::Suggest(suggestions) => {
            for Suggestion { label, value } in suggestions {
                all.extend([(label.clone(), Whose::Ours), (value.clone(), Whose::Ours)]);
            }
        }
    }
    all
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Whose {
    /// What the program says.
    Ours,
    /// A text to send that holds the user's own sentences, or an input filled with them.
    Theirs,
}

fn shown_card(card: &Card, all: &mut Vec<(String, Whose)>) {
    let mut ours = |text: &str| all.push((text.to_owned(), Whose::Ours));
    card.title.iter().chain(&card.small).for_each(|text| ours(text));
    for File { name, content, description } in &card.files {
        ours(name);
        ours(&String::from_utf8_lossy(content).replace("\r\n ", "").replace(['\r', '\n'], " "));
        ours(description);
    }
    for row in &card.controls {
        match row {
            Controls::Buttons(buttons) => buttons.iter().for_each(|button| ours(&button.label)),
            Controls::Select { prompt, options, .. } => {
                ours(prompt);
                for option in options {
                    ours(&option.label);
                    ours(&option.value);
                    option.description.iter().for_each(|text| ours(text));
                }
            }
        }
    }
    for block in &card.blocks {
        match block {
            Block::Lead(text) | Block::Text(text) | Block::Heading(text) => ours(text),
            Block::Bullets(points) => points.iter().for_each(|point| ours(point)),
            Block::Fields(fields) => fields.iter().for_each(|(name, value)| {
                ours(name);
                ours(value);
            }),
            Block::Table(table) => table.lines().iter().for_each(|line| ours(line)),
            Block::Moment { before, after, .. } => {
                ours(before);
                ours(after);
            }
            Block::Copy(_) => {}
        }
    }
    for block in &card.blocks {
        if let Block::Copy(text) = block {
            all.extend(text.lines().map(|line| (line.to_owned(), Whose::Theirs)));
        }
    }
}

fn shown_form(form: &Form, all: &mut Vec<(String, Whose)>) {
    all.push((form.title.clone(), Whose::Ours));
    for input in &form.inputs {
        all.extend([(input.label.clone(), Whose::Ours), (input.example.clone(), Whose::Ours)]);
        all.extend(input.value.lines().map(|line| (line.to_owned(), Whose::Theirs)));
    }
}

/// Marks that hide or turn text.
fn is_mark(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

/// The longest run of characters of `text` that stands in what was typed, without marks and spaces.
fn longest_run(text: &str, typed: &str) -> usize {
    // The letters of the hostile texts: no sentence of ours has so many in a row.
    let letters: &[char] = if typed.contains('y') { &['y'] } else { &['x'] };
    let (mut run, mut longest) = (0, 0);
    for c in text.chars().filter(|c| *c != ' ') {
        run = if letters.contains(&c) { run + 1 } else { 0 };
        longest = longest.max(run);
    }
    longest
}

#[track_caller]
fn check(reply: &Reply, typed: &str, told: &str) {
    for (text, whose) in shown(reply) {
        let mark = text.chars().find(|c| is_mark(*c) && *c != '\n');
        assert_eq!(mark, None, "{told} shows a mark in {text:?}");
        if whose == Whose::Ours {
            let run = longest_run(&text, typed);
            assert!(run <= Echo::LONGEST, "{told} shows {run} characters in a row: {text:?}");
        }
    }
}

#[test]
fn an_echo_that_is_too_long_or_marked_is_seen() {
    let [long, marks, lines, _] = hostile();
    let caught = |text: String, typed: &str| {
        let reply = Reply::Show(Card::text(text));
        std::panic::catch_unwind(|| check(&reply, typed, "")).is_err()
    };
    assert!(caught(format!("I can't read \"{}\".", &long[..41]), &long));
    assert!(!caught(format!("I can't read \"{}\".", Echo::of(&long)), &long));
    assert!(caught(marks.clone(), &marks) && !caught(Echo::of(&marks).to_string(), &marks));
    assert!(caught(lines.clone(), &lines) && !caught(Echo::of(&lines).to_string(), &lines));
}

/// What an option is given besides, so that the command looks at it.
fn with(command: Command, option: &str, typed: &str) -> Vec<(String, String)> {
    let mut options: Vec<(String, String)> =
        good(command).iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect();
    options.retain(|(name, _)| name != option);
    options.push((option.to_owned(), typed.to_owned()));
    options
}

#[tokio::test]
async fn every_option_of_every_command_is_shown_back_short_and_clean() {
    for typed in hostile() {
        for empty in [true, false] {
            let mut user = if empty { Conversation::new() } else { with_two_offers().await };
            for command in Command::ALL {
                for option in command.options() {
                    let options = with(*command, option.name, &typed);
                    let options: Vec<(&str, &str)> =
                        options.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
                    user.command(command.name(), &options).await;
                    check(&user.reply, &typed, &format!("/{command} {}", option.name));
                    if let OptionKind::Completed(_) = option.kind {
                        user.completes(command.name(), option.name, &typed).await;
                        check(&user.reply, &typed, &format!("suggestions for /{command} {}", option.name));
                    }
                }
            }
        }
    }
}

#[tokio::test]
async fn every_form_that_can_be_reached_shows_back_short_and_clean() {
    for typed in hostile() {
        let mut user = with_two_offers().await;
        let mut seen = BTreeSet::new();
        let mut waiting: Vec<(Press, Option<String>)> = Vec::new();
        let mut forms = 0;
        for command in Command::ALL {
            user.command(command.name(), good(*command)).await;
            hand_in(&mut user, &typed, &mut forms).await;
            waiting.extend(controls(&user.shown));
        }
        while let Some((press, value)) = waiting.pop() {
            // One of each kind of control: what it says of an offer differs in figures only.
            let kind = format!("{:?} {} {value:?}", press.action.verb, press.action.subject);
            if seen.len() > 600 || !seen.insert(kind) {
                continue;
            }
            match value {
                Some(value) => user.chooses_kept(press, &value).await,
                None => user.presses_kept(press).await,
            };
            check(&user.reply, &typed, "a control");
            hand_in(&mut user, &typed, &mut forms).await;
            waiting.extend(controls(&user.shown));
        }
        assert!(seen.len() > 100 && forms > 15, "{} controls, {forms} forms", seen.len());
    }
}

/// Fills the open form with what is typed: each input alone, then all of them. A fact is a sentence of
/// the user's own in the texts that are made of it, whole there: it is given as much as an echo holds.
async fn hand_in(user: &mut Conversation, typed: &str, forms: &mut usize) {
    let Reply::Form(form) = user.reply.clone() else { return };
    *forms += 1;
    let fact: String = typed.chars().take(Echo::LONGEST).collect();
    let of =
        |key: &str| if form.title == CASE || key.parse::<Fact>().is_ok() { fact.clone() } else { typed.to_owned() };
    let inputs: Vec<(&str, String)> = form.inputs.iter().map(|input| (input.key.as_str(), of(&input.key))).collect();
    for (key, text) in &inputs {
        user.fills_kept(&form, &[(*key, text)]).await;
        check(&user.reply, typed, &format!("{}: {key}", form.title));
    }
    let all: Vec<(&str, &str)> = inputs.iter().map(|(key, text)| (*key, text.as_str())).collect();
    user.fills_kept(&form, &all).await;
    check(&user.reply, typed, &form.title);
}

/// The form in which a fact of the case is typed.
const CASE: &str = "Your case";

#[tokio::test]
async fn a_fact_is_noted_in_short_and_kept_whole() {
    let mut user = with_two_offers().await;
    user.command("case", &[]).await;
    let fact = "I led the team \u{202e}that moved the whole payment system to another region in a week.";
    let shown = user.says(fact).await;
    assert!(shown.contains("Noted: I led the team that moved the whole pay…\n"), "{shown}");
    let shown = user.says("back").await;
    assert!(shown.contains("So far: I led the team that moved the whole pay…\n"), "{shown}");
    user.presses("Type the answer").await;
    assert_eq!(user.form().inputs[0].value, fact.replace('\u{202e}', ""));
}

fn controls(card: &Card) -> Vec<(Press, Option<String>)> {
    let mut found = Vec::new();
    for row in &card.controls {
        match row {
            Controls::Buttons(buttons) => {
                found.extend(buttons.iter().map(|Button { press, .. }| (press.clone(), None)));
            }
            Controls::Select { press, options, .. } => {
                found.extend(options.iter().map(|option| (press.clone(), Some(option.value.clone()))));
            }
        }
    }
    found
}

#[tokio::test]
async fn words_at_every_question_are_shown_back_short_and_clean() {
    for typed in hostile() {
        let mut user = Conversation::new();
        user.says(&typed).await;
        check(&user.reply, &typed, "words without a question");
        user.command("offer start", &[]).await;
        for (number, answer) in
            (1..).zip(["L6", "Seattle", "200k", "90/60", "400k", "yes", "skip", "skip", "skip", "skip", "skip", "skip"])
        {
            for words in [typed.clone(), format!("base {typed}"), format!("{typed} 185k"), format!("Google {typed}")] {
                user.says(&words).await;
                check(&user.reply, &typed, &format!("question {number}"));
            }
            user.says(answer).await;
            check(&user.reply, &typed, &format!("question {number} answered"));
        }
    }
}

#[tokio::test]
async fn a_name_is_shown_as_it_is_kept() {
    let mut user = Conversation::new();
    let mut options = QUICK.to_vec();
    options[1] = ("location", "Denver,\u{202e}  CO\0");
    assert!(user.command("offer quick", &options).await.starts_with("# Amazon L6, Denver, CO\n"));
}
