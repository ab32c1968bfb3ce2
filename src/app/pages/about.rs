//! What the bot says of itself: privacy, forgetting, and small kindnesses.

use std::collections::BTreeMap;

use crate::app::account::Account;
use crate::app::links;
use crate::app::outcome::Outcome;
use crate::app::words::walkthrough::open_walkthrough;
use crate::reply::{Action, Block, Button, Card, Form, Press, TextInput, Verb};

/// What a user must type to have everything deleted.
const DELETE_WORD: &str = "delete";

/// To words that no question is open for.
pub(crate) fn greeting(account: &Account) -> Card {
    if let Some(open) = open_walkthrough(account.session()) {
        return Card::text(format!("{open} Shall we go on?"))
            .with_buttons(vec![Button::primary("Go on", Press::always(Action::bare(Verb::Start)))]);
    }
    let card = Card::text(
        "Hi, I'm Counteroffer, a bot for Amazon offers. I show what an offer really pays over four years and write the \
         words to negotiate it.",
    );
    match account.newest() {
        Some(record) => card.with_buttons(vec![
            Button::primary("Show my offer", links::of_offer(Verb::Show, record.id)),
            Button::new("Enter another", Press::always(Action::bare(Verb::Start))),
        ]),
        None => card.with_buttons(vec![links::enter_offer()]),
    }
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
        .with(Block::Text("A letter that you paste, send as a file or have me read in a message is read once and not kept.".into()))
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

/// `/forget`: asks for the word that deletes everything.
pub(crate) fn ask_forget() -> Outcome {
    let press = Press::always(Action::bare(Verb::Forget));
    let input = TextInput::new("word", format!("Type \"{DELETE_WORD}\" to delete all of it"), DELETE_WORD).at_most(20);
    let form = Form { title: "Delete everything of mine".into(), press: press.clone(), inputs: vec![input] };
    let otherwise = Card::text("Press the button and type one word: then everything I keep of you is deleted.");
    Outcome::form(form, otherwise.with_buttons(vec![Button::danger("Delete everything", press)]))
}

/// Deletes everything if the word is right.
pub(crate) fn forget(texts: &BTreeMap<String, String>) -> Outcome {
    let word = texts.get("word").map(|word| word.trim().trim_matches('"').to_lowercase()).unwrap_or_default();
    if word == DELETE_WORD {
        return Outcome::Forget(Card::text(
            "Done: all your offers, answers and facts are deleted. If you come back, we begin afresh.",
        ));
    }
    Outcome::below(Card::text(format!(
        "Nothing is deleted: I need the word \"{DELETE_WORD}\". Use /forget to try again."
    )))
}
