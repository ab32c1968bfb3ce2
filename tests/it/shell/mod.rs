//! The shell alone, with a door that follows a script.

mod answers;
mod faults;
mod order;
mod starting;

use std::sync::Arc;
use std::time::Duration;

use counteroffer::Config;
use counteroffer::{Action, Asked, Press, Verb};
use counteroffer::{Block, Button, Card, Choice, Controls, Form, TextInput};

use crate::discord::Fake;
use crate::discord::bot::{Bot, config};
use crate::double::{Script, Shelf};

/// A fake and a bot whose door follows a script.
async fn run(door: &Arc<Script>) -> (Fake, Bot) {
    run_with(door, |_| {}).await
}

async fn run_with(door: &Arc<Script>, tune: impl FnOnce(&mut Config)) -> (Fake, Bot) {
    let fake = Fake::start().await;
    let mut config = config(&fake);
    tune(&mut config);
    let bot = Bot::start(&fake, config, Arc::clone(door), Arc::new(Shelf::default())).await;
    (fake, bot)
}

/// Says "later" at once.
fn at_once(config: &mut Config) {
    config.patience = Duration::ZERO;
}

fn press(verb: Verb) -> Press {
    Press { asked: Some(Asked { session: 1, step: 1 }), action: Action::bare(verb) }
}

/// A question with a list and buttons.
fn question() -> Card {
    let choice = |level: &str| Choice { label: level.into(), value: level.into(), description: None };
    let list = Controls::Select {
        press: Press { asked: Some(Asked { session: 1, step: 1 }), action: Action::on(Verb::Answer, "level") },
        prompt: "Which level?".into(),
        options: vec![choice("L6"), choice("L7")],
    };
    let mut card = Card::titled("1 of 7").with(Block::Text("Which *level* is it?".into()));
    card.controls.push(list);
    card.with_buttons(vec![Button::primary("Type it", press(Verb::Type)), Button::new("Back", press(Verb::Back))])
}

fn form() -> Form {
    let input = TextInput {
        key: "base".into(),
        label: "Base salary a year".into(),
        example: "185k".into(),
        value: String::new(),
        required: true,
        long: false,
        longest: 40,
    };
    Form {
        title: "Base".into(),
        press: Press { asked: Some(Asked { session: 1, step: 2 }), action: Action::on(Verb::Type, "base") },
        inputs: vec![input],
    }
}
