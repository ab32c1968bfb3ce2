//! `docs/transcript.md`: one whole walkthrough as a person types it, made by a test.

use std::fmt::Write as _;
use std::sync::Arc;

use jiff::Timestamp;

use super::terminal::{Shown, render};
use crate::app::{App, Body, Command, Options, Request, Venue};
use crate::market::Bands;
use crate::playbook::Catalogue;
use crate::reply::Reply;
use crate::store::MemoryStore;
use crate::user::UserId;
use crate::words::Locale;

/// What the person types, in order; a number presses a control.
const TYPED: &[&str] = &[
    "L6",
    "why",
    "sf",
    "18500",
    "1",
    "back",
    "190k",
    "100k total",
    "90/70",
    "1,400 rsus",
    "182.50",
    "yes",
    "base is 195k, start march 15",
    "friday",
    "lump sum, repaid pro rata",
    "120k",
    "Google 450k a year",
    "written",
    "that's all",
    "340k",
    "a year",
    "change the base",
    "192.5k",
    "save",
];

const OPENING: &str = "# A walkthrough, as typed

One whole conversation with the bot in a terminal, made by a test of the program (`cargo test transcript`), never by
hand. In Discord the same cards are embeds, the numbered controls buttons and lists. Lines after `>` are the person's.
";

async fn transcript() -> String {
    let bands = Bands::shipped().expect("good bands");
    let app = App::new(Arc::new(MemoryStore::new()), bands, Catalogue::shipped().expect("good templates"));
    let now: Timestamp = "2026-11-23T12:00:00Z".parse().expect("a moment");
    let mut text = format!("{OPENING}\n```text\n> /offer start\n");
    let mut shown: Vec<Shown> = Vec::new();
    let mut body = Body::Command { command: Command::OfferStart, options: Options::default() };
    for (id, typed) in (1..).zip(TYPED.iter().map(Some).chain([None])) {
        let request = Request {
            id,
            user: UserId(1),
            venue: Venue::Direct,
            direct_channel: None,
            locale: Locale::default(),
            body,
        };
        let (Reply::Show(card) | Reply::Update(card)) = app.handle(request, now).await else {
            panic!("a card at {typed:?}")
        };
        let (card, controls) = render(&card);
        shown = controls;
        writeln!(text, "\n{card}\n").expect("memory");
        let Some(typed) = typed else { break };
        writeln!(text, "> {typed}").expect("memory");
        let pressed = typed.parse::<usize>().ok().and_then(|number| shown.get(number - 1).cloned());
        body = match pressed {
            Some(Shown::Button(press)) => Body::Press(press),
            Some(Shown::Option(press, value)) => Body::Choose(press, value),
            None => Body::Words((*typed).into()),
        };
    }
    drop(shown);
    text.push_str("```\n");
    text
}

#[tokio::test]
async fn transcript_is_as_the_program_speaks() {
    let made = transcript().await;
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/transcript.md");
    if std::env::var_os("UPDATE_DOCS").is_some() {
        std::fs::write(path, &made).expect("docs can be written");
    }
    let kept = std::fs::read_to_string(path).unwrap_or_default();
    assert!(made == kept, "docs/transcript.md is out of date: run `UPDATE_DOCS=1 cargo test transcript` and read it");
}
