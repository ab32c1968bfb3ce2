//! What the bot says of itself: privacy, forgetting, and small kindnesses.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::app::command::{Command, near};
use crate::app::desk::Desk;
use crate::app::links;
use crate::app::outcome::Outcome;
use crate::app::talk::Why;
use crate::app::words::walkthrough::open_walkthrough;
use crate::offer::OfferRecord;
use crate::reply::{Action, Block, Button, Card, Form, Press, TextInput, Verb};
use crate::words;

/// What a user must type to have everything deleted.
const DELETE_WORD: &str = "delete";

/// On with the walkthrough that waits.
pub(crate) fn go_on() -> Button {
    Button::primary("Go on", Press::always(Action::bare(Verb::Start)))
}

/// To words that nobody understands and no question is open for: what can be written, another thing each time running.
pub(crate) fn not_understood(desk: &Desk, times: u32) -> Card {
    let texts = &desk.tables.topics.table().not_understood;
    let nth = |texts: &[String]| texts.get(turn(times, texts.len())).cloned().unwrap_or_default();
    if let Some(open) = open_walkthrough(desk.account.session()) {
        return Card::text(format!("{} {open} Shall we go on?", nth(&texts.put_aside))).with_buttons(vec![go_on()]);
    }
    match desk.account.newest() {
        Some(record) => Card::text(nth(&texts.with_offer)).with_buttons(vec![
            Button::primary("Show my offer", links::of_offer(Verb::Show, record.id)),
            Button::new("Counter plan", links::of_offer(Verb::Counter, record.id)),
            Button::new("Enter another", Press::always(Action::bare(Verb::Start))),
        ]),
        None => Card::text(nth(&texts.without_offer)).with_buttons(vec![
            links::enter_offer(),
            links::paste(),
            Button::new("I don't have an offer yet", Press::always(Action::on(Verb::Topic, "before_the_offer"))),
        ]),
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

/// To a question that nothing is known of.
pub(crate) fn no_answer(desk: &Desk, times: u32) -> String {
    let texts = &desk.tables.topics.table().not_understood.a_question;
    texts.get(turn(times, texts.len())).cloned().unwrap_or_default()
}

/// To figures that nobody offers.
pub(crate) fn not_offered(desk: &Desk, why: Why, times: u32) -> String {
    let said = &desk.tables.topics.table().not_understood;
    let texts = match why {
        Why::Wish => &said.not_offered,
        Why::Tax => &said.after_tax,
        Why::Worth => &said.worth_today,
        Why::Owed => &said.owed_there,
        Why::SharePrice => &said.a_share_price,
    };
    texts.get(turn(times, texts.len())).cloned().unwrap_or_default()
}

/// What to say above a card that comes twice running.
pub(crate) fn same_again(desk: &Desk, times: u32) -> Option<Block> {
    let texts = &desk.tables.topics.table().not_understood.at_a_question;
    let times = times.checked_sub(1).filter(|times| *times > 0)?;
    texts.get(turn(times, texts.len())).map(|text| Block::Text(text.clone()))
}

/// What to say above a page that comes twice running.
pub(crate) fn same_page(desk: &Desk, times: u32) -> Option<Block> {
    let texts = &desk.tables.topics.table().not_understood.same_page;
    let times = times.checked_sub(1).filter(|times| *times > 0)?;
    texts.get(turn(times, texts.len())).map(|text| Block::Text(text.clone()))
}

/// The place in a list of what is said for the nth time running, from 1.
fn turn(times: u32, length: usize) -> usize {
    usize::try_from(times.saturating_sub(1)).unwrap_or_default() % length.max(1)
}

/// A command that was written without what it needs.
pub(crate) fn incomplete(command: Command, times: u32) -> Card {
    let still = (times > 1).then(|| "Almost: there is still something missing.".to_owned());
    let card = match command {
        Command::Bands => Card::text(
            "Which level, and where? Write it like \"bands L6 Seattle\". The job posting's own range is the best check on base.",
        )
        .with_buttons(vec![Button::new(
            "Pay ranges and what they are worth",
            Press::always(Action::on(Verb::Topic, "pay_ranges")),
        )]),
        Command::OfferQuick => Card::text(
            "That one takes the whole offer on one line: level, place, base, sign-on of years 1 and 2, and the stock. For \
             example \"/offer quick L6 Seattle 200k 90k 60k 400k\".",
        )
        .with_buttons(vec![links::enter_offer()]),
        _ => {
            let options = command.options().iter().filter(|option| option.required).map(|option| option.name);
            Card::text(format!("/{command} needs to know: {}.", options.collect::<Vec<_>>().join(", ")))
        }
    };
    let mut card = card;
    card.blocks.splice(0..0, still.map(Block::Text));
    card
}

/// A text with a slash in front that is no command: never an answer, and said so.
pub(crate) fn no_command(desk: &Desk, text: &str, times: u32) -> Card {
    let near = near(text);
    let lead = match (near.as_slice(), times) {
        ([], 1) => "I don't know that command, and nothing was changed by it. /help lists what I can do.".to_owned(),
        (names, 1) => format!("I don't know that command. Did you mean {}?", names.join(" or ")),
        ([], _) => {
            "Still no command of mine. Words work too, without the slash: \"counter\", \"tax\", \"script base\"."
                .to_owned()
        }
        (names, _) => format!("Still no command of mine. The nearest: {}.", names.join(", ")),
    };
    let offer = desk.account.newest().map(|record| record.id);
    Card::text(lead).with_buttons(links::buttons(desk.catalogue, &near, offer))
}

/// `/privacy`: what is kept, where, how long, and how to delete it.
pub(crate) fn privacy() -> Card {
    Card::titled("What I keep of you")
        .with(Block::Lead("Only what you enter, only to answer you, and you can delete all of it at any time.".into()))
        .with(Block::Bullets(vec![
            "Your offers: level, place, pay, dates, other offers and your walk-away number, with earlier versions.".into(),
            "Other companies' offers that you enter to compare, a form you have not finished, and new numbers that wait for your yes.".into(),
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
