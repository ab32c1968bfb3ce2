//! `docs/transcript.md`: one whole walkthrough as a person types it, made by a test.

use std::fmt::Write as _;

use crate::app::tests::conversation::Conversation;
use crate::cli::terminal::{Shown, USUAL_WIDTH, View, render};

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

fn view(user: &Conversation) -> View {
    View::new(USUAL_WIDTH, user.now, jiff::tz::TimeZone::UTC)
}

async fn transcript() -> String {
    let mut user = Conversation::new();
    user.command("offer start", &[]).await;
    let mut text = format!("{OPENING}\n```text\n> /offer start\n");
    for typed in TYPED {
        let (card, shown) = render(&user.shown, &view(&user));
        writeln!(text, "\n{card}\n\n> {typed}").expect("memory");
        let pressed = typed.parse::<usize>().ok().and_then(|number| shown.get(number - 1).cloned());
        match pressed {
            Some(Shown::Button(press)) => user.presses_kept(press).await,
            Some(Shown::Option(press, value)) => user.chooses_kept(press, &value).await,
            Some(Shown::Write { .. }) | None => user.says(typed).await,
        };
    }
    writeln!(text, "\n{}\n\n```", render(&user.shown, &view(&user)).0).expect("memory");
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
