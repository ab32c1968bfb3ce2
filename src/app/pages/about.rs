//! What the bot says of itself: privacy, forgetting, and small kindnesses.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::app::account::Account;
use crate::app::desk::Desk;
use crate::app::links;
use crate::app::outcome::Outcome;
use crate::app::words::walkthrough::open_walkthrough;
use crate::offer::OfferRecord;
use crate::reply::{Action, Block, Button, Card, Form, Press, TextInput, Verb};
use crate::words;

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

/// To someone who is back, with an offer that is saved and nothing open.
pub(crate) fn welcome_back(desk: &Desk, record: &OfferRecord) -> Card {
    let worked_out = desk.work_out(record);
    let analysis = worked_out.analysis();
    let standing = analysis.standing.as_ref();
    let standing =
        standing.map_or(String::new(), |standing| format!("{} percentile, ", words::percentile(standing.percentile)));
    let lead = format!(
        "Welcome back. {}: {standing}{} a year on average over four years.",
        record.name,
        analysis.four_year_average.short()
    );
    let others = desk.account.offers().len() - 1;
    let others = (others > 0).then(|| match others {
        1 => "You have one more saved offer; /offer list shows both.".to_owned(),
        several => format!("You have {several} more saved offers; /offer list shows all."),
    });
    let open = open_walkthrough(desk.account.session()).map(|open| format!("{open} /offer start goes on with it."));
    let press = |verb| links::of_offer(verb, record.id);
    Card::default()
        .with(Block::Lead(lead))
        .said(record.offer.reply_by.map(|day| deadline(day, desk.today())))
        .said(others)
        .said(open)
        .with_buttons(vec![
            Button::primary("Show my offer", press(Verb::Show)),
            Button::new("Counter plan", press(Verb::Counter)),
            Button::new("Scripts", press(Verb::Scripts)),
            Button::new("E-mail", press(Verb::Emails)),
            Button::new("New numbers", press(Verb::Revise)),
        ])
        .with_buttons(vec![
            Button::new("Checklist", press(Verb::Tick)),
            Button::new("Enter another", Press::always(Action::bare(Verb::Start))),
        ])
}

fn deadline(day: Date, today: Date) -> String {
    let day_in_words = words::answers::date(day);
    match day.cmp(&today) {
        Ordering::Greater => format!("Your answer is due on {day_in_words}."),
        Ordering::Equal => format!("Your answer is due today, {day_in_words}."),
        Ordering::Less => format!("Your answer was due on {day_in_words}. /offer edit changes the day."),
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
