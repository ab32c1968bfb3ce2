//! What the bot says of itself: help, privacy, forgetting, and small kindnesses.

use std::collections::BTreeMap;

use crate::app::account::Account;
use crate::app::route::Decision;
use crate::app::walk::card;
use crate::reply::{Action, Press, Verb};
use crate::reply::{Block, Button, Card, Form, Reply, TextInput};

/// Said once where a stored conversation could not be read.
pub(crate) const RESTARTED: &str =
    "I have been updated and can't read where we were, so this begins afresh. Your saved offers are as they were.";

/// What a user must type to have everything deleted.
const DELETE_WORD: &str = "delete";

fn start_button() -> Button {
    Button::primary("Enter your offer", Press::always(Action::bare(Verb::Start)))
}

/// A control that no longer means anything.
pub(crate) fn old_control() -> Card {
    Card::text(
        "That button is from an earlier conversation, so it does nothing now. Your saved offers are in /offer list.",
    )
    .with_buttons(vec![start_button()])
}

/// To words that no question is open for.
pub(crate) fn greeting(account: &Account) -> Card {
    if let Some(open) = card::open_walkthrough(account.session()) {
        return Card::text(format!("{open} Shall we go on?"))
            .with_buttons(vec![Button::primary("Go on", Press::always(Action::bare(Verb::Start)))]);
    }
    let card = Card::text(
        "Hi, I'm Counteroffer, a bot for Amazon L6 and L7 offers. I show what an offer really pays over four years and write the \
         words to negotiate it.",
    );
    match account.newest() {
        Some(record) => card.with_buttons(vec![
            Button::primary("Show my offer", Press::always(Action::of_offer(Verb::Show, record.id))),
            Button::new("Enter another", Press::always(Action::bare(Verb::Start))),
        ]),
        None => card.with_buttons(vec![start_button()]),
    }
}

/// `/help`, one screen.
pub(crate) fn help() -> Card {
    let line = |name: &str, text: &str| (name.to_owned(), text.to_owned());
    Card::titled("What I can do")
        .with(Block::Lead("Tell me your Amazon offer; I show what it pays over four years and write your counter.".into()))
        .with(Block::Fields(vec![
            line("/offer start", "One question at a time, in private. Write \"back\", \"skip\", \"why\", \"help\" or \"cancel\" at any of them."),
            line("/offer quick, paste", "The whole offer in one line, or the letter itself."),
            line("/offer list, show, edit, delete", "Your saved offers."),
            line("/offer revise", "The recruiter's new numbers, and what moved."),
            line("/offer compare", "Other companies' offers beside yours."),
            line("/tax, /calendar", "What is left after taxes; every vest and deadline, as a file too."),
            line("/bands", "Pay ranges of a level and place."),
            line("/script, /email", "What to say and send, with your figures in it."),
            line("/counter, /whatif", "What to ask for, and how the offer can turn out."),
            line("/lever, /case", "One lever with its room and its effect; your reasons on one page."),
            line("/playbook, /checklist", "How to go about it, and what is done so far."),
            line("/privacy, /forget", "What is kept of you, and how to delete it."),
        ]))
        .with_buttons(vec![start_button()])
        .with_small("A bot, not an adviser: no legal, tax or financial advice. Only you see my answers.")
}

/// `/privacy`: what is kept, where, how long, and how to delete it.
pub(crate) fn privacy() -> Card {
    Card::titled("What I keep of you")
        .with(Block::Lead("Only what you enter, only to answer you, and you can delete all of it at any time.".into()))
        .with(Block::Bullets(vec![
            "Your offers: level, place, pay, dates, other offers and your walk-away number, with earlier versions.".into(),
            "Other companies' offers that you enter to compare, and a form you have not finished.".into(),
            "Facts you give for scripts and for your case, for example your name or what you leave behind, and your ticks on the checklist.".into(),
            "Where you are in a walkthrough, and under which number Discord knows you and our private channel.".into(),
            "The ids of your last commands, for a few days, so that nothing happens twice.".into(),
        ]))
        .with(Block::Text(
            "It is kept in one file on the machine of whoever runs this copy of me, who can read it. Nothing is sent anywhere else, \
             nothing is shown to other users or employers, and there is no tracking. Discord carries our messages and has its own rules."
                .into(),
        ))
        .with(Block::Text(
            "/forget deletes everything at once. Messages already in your direct messages stay there until you delete them.".into(),
        ))
        .with_buttons(vec![Button::danger("Delete everything", Press::always(Action::bare(Verb::Forget)))])
}

/// Asks for the word that deletes everything.
pub(crate) fn ask_forget() -> Reply {
    Reply::Form(Form {
        title: "Delete everything of mine".into(),
        press: Press::always(Action::bare(Verb::Forget)),
        inputs: vec![TextInput {
            key: "word".into(),
            label: format!("Type \"{DELETE_WORD}\" to delete all of it"),
            example: DELETE_WORD.into(),
            value: String::new(),
            required: true,
            long: false,
            longest: 20,
        }],
    })
}

/// Deletes everything if the word is right.
pub(crate) fn forget(texts: &BTreeMap<String, String>) -> Decision {
    let word = texts.get("word").map(|word| word.trim().trim_matches('"').to_lowercase()).unwrap_or_default();
    if word == DELETE_WORD {
        return Decision::Forget(Reply::Show(Card::text(
            "Done: all your offers, answers and facts are deleted. If you come back, we begin afresh.",
        )));
    }
    Decision::Answer(Reply::Show(Card::text(format!(
        "Nothing is deleted: I need the word \"{DELETE_WORD}\". Use /forget to try again."
    ))))
}
