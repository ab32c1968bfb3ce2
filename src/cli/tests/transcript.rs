//! `docs/transcript.md`: one whole walkthrough as a person types it; `docs/people.md`: five people as they really write.
//! Both are made by a test.

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

/// Five people, each with what they send, in order; a number presses a control.
const PEOPLE: &[(&str, &[&str])] = &[
    (
        "A nervous L6",
        &[
            "hi",
            "im kinda nervous, who can see this?",
            "what is an RSU?",
            "L6 sde seattle base 185 sign on 90/70 rsu 400k",
            "idk i only have it from the call",
            "jan 11",
            "no deadline they said take ur time",
            "idk",
            "nope",
            "nope",
            "skip",
            "is this a good offer?",
            "save",
            "is this a good offer?",
            "what should i ask for?",
            "they said no to base",
            "they bumped base 10k",
            "its 195 base now",
            "yes",
            "thanks!!",
        ],
    ),
    (
        "An L7 with a letter, and Google",
        &[
            "Dear Sam,\n\nWe are pleased to offer you the position of Principal Software Development Engineer (L7) in our \
             Sunnyvale, California office. Your annual base salary will be $274,000. You will receive a first-year sign-on \
             bonus of $182,000 and a second-year sign-on bonus of $164,000, both paid in monthly installments. You will be \
             granted 3,600 restricted stock units, vesting 5% after year one, 15% after year two and 20% every six months \
             after that. Your relocation lump sum is $25,000. Please reply by 5:00 p.m. PT on December 4, 2026.\n\n\
             Best,\nKelly\nSeattle, WA",
            "231.50",
            "google, in writing: 255k base, 900k over 4 yrs, 50k sign on",
            "written",
            "Google, written, 560k a year",
            "that's all",
            "save",
            "counter",
            "google now 590",
            "save",
            "script base",
        ],
    ),
    (
        "No offer yet",
        &[
            "i dont have an offer yet, just finished loop",
            "recruiter asked what my salary expectations r",
            "bands L6 austin",
            "should i tell them what i make?",
            "ok thanks",
        ],
    ),
    (
        "An SDM in Arlington",
        &[
            "yo so i got an offer from amzn",
            "L6 SDM",
            "arlington (HQ2)",
            "my current base is 172",
            "189,000",
            "101k first year, another 79k second year",
            "1,510 units",
            "they used 229.40",
            "yes got the letter",
            "skip",
            "not friday",
            "dec 7",
            "lump, prorated",
            "nothing",
            "capital one verbal 300",
            "that's all",
            "skip",
            "save",
            "tax",
        ],
    ),
    (
        "Toronto",
        &[
            "L5 sde2 toronto",
            "152k",
            "54/43",
            "rsu 260k usd",
            "640 shares at 300",
            "262k",
            "yes",
            "feb 1",
            "skip",
            "monthly",
            "skip",
            "no",
            "skip",
            "save",
            "they came back with 160k base",
            "yes",
            "tax",
        ],
    ),
];

const PEOPLE_OPENING: &str = "# Five people

What five people send in a direct message, and what they hear, made by a test of the program (`cargo test transcript`),
never by hand. In Discord the same cards are embeds, the numbered controls buttons and lists. Lines after `>` are the
person's.
";

async fn people() -> String {
    let mut text = PEOPLE_OPENING.to_owned();
    for (name, sends) in PEOPLE {
        let mut user = Conversation::new();
        writeln!(text, "\n## {name}\n\n```text").expect("memory");
        for typed in *sends {
            let shown = render(&user.shown, &view(&user)).1;
            writeln!(text, "> {}\n", typed.replace('\n', "\n> ")).expect("memory");
            let pressed = typed.parse::<usize>().ok().and_then(|number| shown.get(number - 1).cloned());
            match pressed {
                Some(Shown::Button(press)) => user.presses_kept(press).await,
                Some(Shown::Option(press, value)) => user.chooses_kept(press, &value).await,
                Some(Shown::Write { .. }) | None => user.says(typed).await,
            };
            writeln!(text, "{}\n", render(&user.shown, &view(&user)).0).expect("memory");
        }
        writeln!(text, "```").expect("memory");
    }
    text
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

/// A document against what the program makes of it now.
fn is_current(file: &str, made: &str) {
    let path = format!("{}/docs/{file}", env!("CARGO_MANIFEST_DIR"));
    if std::env::var_os("UPDATE_DOCS").is_some() {
        std::fs::write(&path, made).expect("docs can be written");
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(made == kept, "docs/{file} is out of date: run `UPDATE_DOCS=1 cargo test transcript` and read it");
}

#[tokio::test]
async fn transcript_is_as_the_program_speaks() {
    is_current("transcript.md", &transcript().await);
}

#[tokio::test]
async fn transcript_of_five_people_is_as_the_program_speaks() {
    is_current("people.md", &people().await);
}
