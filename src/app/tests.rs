//! Conversations through the door, without a network: what a person sees.

mod bands;
mod commands;
mod compare;
mod counter;
mod facts;
mod paste;
mod playbook;
mod price;
mod revise;
mod tax;
mod truth;
mod what_if;

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::Timestamp;

use super::*;
use crate::reply::{Block, Button, Card, Controls, Press, Suggestion};
use crate::store::MemoryStore;
use crate::user::UserId;
use crate::words::Locale;

/// One user talking to an app, seeing the last card.
pub(super) struct Conversation {
    pub(super) app: App,
    pub(super) store: Arc<MemoryStore>,
    pub(super) user: UserId,
    pub(super) venue: Venue,
    pub(super) now: Timestamp,
    request: u64,
    pub(super) shown: Card,
}

pub(super) fn app_over(store: &Arc<MemoryStore>) -> App {
    let bands = Bands::shipped().expect("good bands");
    let catalogue = Catalogue::shipped().expect("good templates");
    App::new(Arc::clone(store) as Arc<dyn Store>, bands, catalogue)
}

impl Conversation {
    pub(super) fn new() -> Self {
        Self::with_store(Arc::new(MemoryStore::new()))
    }

    pub(super) fn with_store(store: Arc<MemoryStore>) -> Self {
        let app = app_over(&store);
        let now = "2026-11-23T12:00:00Z".parse().expect("a moment");
        Self { app, store, user: UserId(7), venue: Venue::Direct, now, request: 100, shown: Card::default() }
    }

    /// A new app over the same store: what a restart leaves.
    pub(super) fn restarted(mut self) -> Self {
        self.app = app_over(&self.store);
        self
    }

    pub(super) async fn does(&mut self, body: Body) -> Reply {
        self.request += 1;
        self.repeats(body).await
    }

    /// The same request id as before: a second delivery.
    pub(super) async fn repeats(&mut self, body: Body) -> Reply {
        let direct_channel = (self.venue == Venue::Direct).then_some(55);
        let request = Request {
            id: self.request,
            user: self.user,
            venue: self.venue,
            direct_channel,
            locale: Locale::default(),
            body,
        };
        let reply = self.app.handle(request, self.now).await;
        if let Reply::Show(card) | Reply::Update(card) | Reply::Direct { card, .. } = &reply {
            self.shown = card.clone();
        }
        reply
    }

    pub(super) async fn says(&mut self, words: &str) -> String {
        self.does(Body::Words(words.into())).await;
        text(&self.shown)
    }

    pub(super) async fn command(&mut self, name: &str, options: &[(&str, &str)]) -> Reply {
        self.does(command(name, options)).await
    }

    pub(super) async fn completes(&mut self, name: &str, option: &str, typed: &str) -> Vec<Suggestion> {
        let command = name.parse().expect("a command");
        match self.does(Body::Complete { command, option: option.into(), typed: typed.into() }).await {
            Reply::Suggest(suggestions) => suggestions,
            other => panic!("suggestions, not {other:?}"),
        }
    }

    pub(super) fn button(&self, label: &str) -> Press {
        let buttons = self.shown.controls.iter().flat_map(|row| match row {
            Controls::Buttons(buttons) => buttons.as_slice(),
            Controls::Select { .. } => &[],
        });
        let labels: Vec<&Button> = buttons.collect();
        let button = labels.iter().find(|button| button.label == label);
        button.unwrap_or_else(|| panic!("no button {label} on {:#?}", self.shown)).press.clone()
    }

    pub(super) async fn presses(&mut self, label: &str) -> Reply {
        let press = self.button(label);
        self.does(Body::Press(press)).await
    }

    pub(super) async fn chooses(&mut self, value: &str) -> Reply {
        let press = self.shown.controls.iter().find_map(|row| match row {
            Controls::Select { press, options, .. } if options.iter().any(|option| option.value == value) => {
                Some(press.clone())
            }
            _ => None,
        });
        self.does(Body::Choose(press.expect("a list with that value"), value.into())).await
    }

    pub(super) async fn fills(&mut self, label: &str, texts: &[(&str, &str)]) -> Reply {
        let Reply::Form(form) = self.presses(label).await else { panic!("{label} opens no form") };
        let texts: BTreeMap<String, String> =
            texts.iter().map(|(key, text)| ((*key).to_owned(), (*text).to_owned())).collect();
        assert!(texts.keys().all(|key| form.inputs.iter().any(|input| input.key == *key)), "{form:?}");
        self.does(Body::Submit(form.press, texts)).await
    }
}

/// A command with its options.
pub(super) fn command(name: &str, options: &[(&str, &str)]) -> Body {
    Body::Command { command: name.parse().expect("a command"), options: options.iter().copied().collect() }
}

/// A card as plain text, without its controls.
pub(super) fn text(card: &Card) -> String {
    let mut lines: Vec<String> = card.title.iter().map(|title| format!("# {title}")).collect();
    for block in &card.blocks {
        match block {
            Block::Lead(text) | Block::Text(text) | Block::Heading(text) | Block::Copy(text) => {
                lines.push(text.clone());
            }
            Block::Bullets(points) => lines.extend(points.iter().map(|point| format!("- {point}"))),
            Block::Fields(fields) => lines.extend(fields.iter().map(|(name, value)| format!("{name}: {value}"))),
            Block::Table(table) => lines.extend(table.lines()),
            Block::Moment { before, unix, after } => lines.push(format!("{before}{unix}{after}")),
        }
    }
    lines.extend(card.small.iter().map(|line| format!("({line})")));
    lines.join("\n")
}

pub(super) const QUICK: &[(&str, &str)] = &[
    ("level", "L6"),
    ("location", "Seattle"),
    ("base", "200k"),
    ("sign_on_1", "90k"),
    ("sign_on_2", "60k"),
    ("rsu", "400k"),
];

#[tokio::test]
async fn the_whole_walkthrough_by_words() {
    let mut user = Conversation::new();
    user.command("offer start", &[]).await;
    for words in ["L6", "seattle", "185k", "90/70", "1,400 rsus @ 182.50", "yes", "march 15", "skip", "monthly", "120k"]
    {
        user.says(words).await;
    }
    user.says("Google, written, 450k a year").await;
    user.says("that's all").await;
    insta::assert_snapshot!(user.says("1.3m over four years").await, @r#"
    # Check your answers
    Got it: walk-away $1,300,000 over four years, $325,000 a year.
    Level: L6 (Senior)
    Location: Seattle
    Base: $185,000 a year
    Sign-on: $90,000 in year 1, $70,000 in year 2
    RSU grant: 1,400 shares at $182.50, $255,500 over four years
    Vesting: 5/15/40/40, Amazon's usual
    In writing: yes
    Start date: Monday, March 15, 2027
    Reply by: none given
    Sign-on terms: monthly, nothing to repay
    Left behind: $120,000
    Other offers: Google (in writing, $450,000 a year)
    Walk-away: $1,300,000 over four years, $325,000 a year
    (All right? Press the button or write "save". To correct one, write for example "base 190k".)
    "#);
    insta::assert_snapshot!(user.says("save").await, @r"
    # Amazon L6, Seattle
    About the 15th percentile for L6 in Seattle: $288.9k a year on average. That is below the median: room to negotiate. The 75th is $364k: $301k more over four years.
    Y  Base  Sign-on   Stock   Total
    1  185k      90k   12.8k  287.8k
    2  185k      70k   38.3k  293.3k
    3  185k        0  102.2k  287.2k
    4  185k        0  102.2k  287.2k
    Base: $185,000, lower third ($180k to $220k)
    Sign-on, both years: $160,000, middle third ($100k to $200k)
    RSU grant, four years: $255,500, below the range ($300k to $500k)
    Watch out for
    - Pay drops in year 3 by $575 (0.2 %) against year 1. The sign-on has ended by then, so ask for more grant or base, which last.
    - Below the median: room to negotiate. The middle offer pays $174,764 more over four years. Counter with two or three levers at once; the scripts carry the figures.
    - Pay drops by $6,125 (2.1 %) from year 2 to year 3, when the sign-on ends. More grant carries years 3 and 4; ask for stock before sign-on.
    What to ask for
    Ask for a base of $212,500, a sign-on of $119,000 in year 1 and $81,000 in year 2, and $383,000 in stock. That is $277.5k more over four years, the most that these limits allow: $23.3k short of the 75th percentile.
    (Bands of January 2025, 22 months old; percentile about, ±5 points. Share price $182.50, as you gave it, held flat. Not financial, tax or legal advice.)
    ");
}

#[tokio::test]
async fn a_bare_no_keeps_what_was_answered() {
    let mut user = Conversation::new();
    user.command("offer start", &[]).await;
    for words in ["L6", "Seattle", "200k", "90/60"] {
        user.says(words).await;
    }
    user.says("back").await;
    let stays = user.says("no").await;
    assert!(stays.contains("Your answer stays. Press Keep it to go on, or write \"none\" to remove it."), "{stays}");
    user.presses("Keep it").await;
    for words in ["400k", "yes", "skip", "skip", "skip", "skip"] {
        user.says(words).await;
    }
    assert!(user.says("Google 450k written").await.contains("Any other offer, or is that all?"));
    assert!(user.says("no").await.contains("What is the least you would accept?"));
    let card = user.says("skip").await;
    assert!(card.contains("Other offers: Google"), "{card}");
}

#[tokio::test]
async fn the_vesting_can_be_changed() {
    let mut user = Conversation::new();
    user.command("offer start", &[]).await;
    for words in ["L6", "seattle", "200k", "90/60", "400k", "yes", "skip", "skip", "skip", "skip", "none", "skip"] {
        user.says(words).await;
    }
    assert!(text(&user.shown).contains("Vesting: 5/15/40/40, Amazon's usual"), "{}", text(&user.shown));
    user.chooses("vesting").await;
    insta::assert_snapshot!(text(&user.shown), @r#"
    # Vesting
    When does the grant vest?
    So far: 5/15/40/40, Amazon's usual.
    (The percentages of each year and how often, for example "25/25/25/25 quarterly". "Usual" is Amazon's 5/15/40/40.)
    "#);
    user.fills("Type the schedule", &[("answer", "25/25/25/25")]).await;
    insta::assert_snapshot!(text(&user.shown), @r#"
    # Vesting
    Vesting: how often does it vest? Add monthly, quarterly, every six months or yearly: 33/33/22/12 monthly.
    When does the grant vest?
    So far: 5/15/40/40, Amazon's usual.
    (The percentages of each year and how often, for example "25/25/25/25 quarterly". "Usual" is Amazon's 5/15/40/40.)
    "#);
    user.fills("Type the schedule", &[("answer", "25/25/25/25 quarterly")]).await;
    assert!(text(&user.shown).contains("Vesting: 25/25/25/25 quarterly, yours"), "{}", text(&user.shown));
    insta::assert_snapshot!(user.says("save").await, @r"
    # Amazon L6, Seattle
    About the 54th percentile for L6 in Seattle: $337.5k a year on average. The 75th is $364k: $106k more over four years.
    Y  Base  Sign-on  Stock  Total
    1  200k      90k   100k   390k
    2  200k      60k   100k   360k
    3  200k        0   100k   300k
    4  200k        0   100k   300k
    Base: $200,000, middle third ($180k to $220k)
    Sign-on, both years: $150,000, middle third ($100k to $200k)
    RSU grant, four years: $400,000, middle third ($300k to $500k)
    Watch out for
    - Pay drops in year 3 by $90,000 (23.1 %) against year 1. The sign-on has ended by then, so ask for more grant or base, which last.
    - Year 2 pays $30,000 (7.7 %) less than year 1. Ask for a larger sign-on in year 2.
    - Pay drops by $60,000 (16.7 %) from year 2 to year 3, when the sign-on ends. More grant carries years 3 and 4; ask for stock before sign-on.
    What to ask for
    Ask for a sign-on of $90,000 in year 1 and $90,000 in year 2, and $476,500 in stock, with base as offered. That is $106.5k more over four years and reaches the 75th percentile.
    (Bands of January 2025, 22 months old; percentile about, ±5 points. Vesting 25/25/25/25 quarterly, as you gave it. Stock at a flat price. Not financial, tax or legal advice.)
    ");
    user.presses("How it is worked out").await;
    assert!(text(&user.shown).contains("25/25/25/25 % of the grant"), "{}", text(&user.shown));
    user.presses("Back to the analysis").await;
    user.presses("Edit").await;
    let shown = user.says("change vesting").await;
    assert!(shown.contains("So far: 25/25/25/25 quarterly, yours."), "{shown}");
    user.presses("Amazon's usual").await;
    assert!(text(&user.shown).contains("Vesting: 5/15/40/40, Amazon's usual"), "{}", text(&user.shown));
    let saved = user.says("save").await;
    assert!(!saved.contains("Vesting 25"), "{saved}");
}

#[tokio::test]
async fn the_whole_walkthrough_by_buttons() {
    let mut user = Conversation::new();
    user.venue = Venue::Shared;
    let Reply::Direct { closed, .. } = user.command("offer start", &[]).await else { panic!("a direct message") };
    user.shown = closed;
    user.presses("Continue here").await;
    user.presses("L7 (Principal)").await;
    user.presses("Seattle").await;
    user.fills("Type the answer", &[("answer", "300k")]).await;
    user.fills("Type both amounts", &[("year_1", "180k"), ("year_2", "120k")]).await;
    user.fills("Type the answer", &[("answer", "1.15m"), ("price", "")]).await;
    user.presses("Not yet").await;
    user.presses("Skip").await;
    user.presses("Skip").await;
    user.chooses("lump_pro_rata").await;
    user.presses("Nothing").await;
    user.presses("None").await;
    user.presses("Skip").await;
    user.chooses("base").await;
    user.fills("Type the answer", &[("answer", "310k")]).await;
    insta::assert_snapshot!(text(&user.shown), @r"
    # Check your answers
    Got it: base $310,000 a year.
    Level: L7 (Principal)
    Location: Seattle
    Base: $310,000 a year
    Sign-on: $180,000 in year 1, $120,000 in year 2
    RSU grant: $1,150,000 over four years
    Vesting: 5/15/40/40, Amazon's usual
    In writing: not yet
    Start date: none given
    Reply by: none given
    Sign-on terms: lump sum, repaid pro rata
    Left behind: none given
    Other offers: none given
    Walk-away: none given
    (All right? Then save. To correct one, choose it from the list.)
    ");
    user.presses("Save and analyse").await;
    insta::assert_snapshot!(text(&user.shown), @r"
    # Amazon L7, Seattle
    About the 59th percentile for L7 in Seattle: $672.5k a year on average. The 75th is $733k: $241k more over four years.
    Y  Base  Sign-on   Stock   Total
    1  310k     180k   57.5k  547.5k
    2  310k     120k  172.5k  602.5k
    3  310k        0    460k    770k
    4  310k        0    460k    770k
    Base: $310,000, middle third ($250k to $350k)
    Sign-on, both years: $300,000, middle third ($200k to $400k)
    RSU grant, four years: $1,150,000, middle third ($800k to $1.5M)
    Watch out for
    - Nothing is in writing yet, so every figure can still change. Ask for the letter before you resign or turn anything else down.
    - Nothing is promised after year 4: year 5 is base alone, $460,000 less than year 4. Later grants are at Amazon's discretion, so count on none, and ask how they have been in this team.
    - No shares vest before month 12: leave earlier and the first $57,500 is lost with the rest. If you have a vest or bonus coming where you are now, use it as a reason for sign-on.
    What to ask for
    Ask for a base of $345,500 and a sign-on of $257,500 in year 1 and $142,500 in year 2, with stock as offered. That is $242k more over four years and reaches the 75th percentile.
    (Bands of January 2025, 22 months old; percentile about, ±5 points. Stock at a flat price. Not financial, tax or legal advice.)
    ");
}

#[tokio::test]
async fn quick_answers_in_one_command() {
    let mut user = Conversation::new();
    user.command("offer quick", QUICK).await;
    insta::assert_snapshot!(text(&user.shown), @r"
    # Amazon L6, Seattle
    About the 54th percentile for L6 in Seattle: $337.5k a year on average. The 75th is $364k: $106k more over four years.
    Y  Base  Sign-on  Stock  Total
    1  200k      90k    20k   310k
    2  200k      60k    60k   320k
    3  200k        0   160k   360k
    4  200k        0   160k   360k
    Base: $200,000, middle third ($180k to $220k)
    Sign-on, both years: $150,000, middle third ($100k to $200k)
    RSU grant, four years: $400,000, middle third ($300k to $500k)
    Watch out for
    - You don't know yet whether the $150,000 sign-on is owed back if you leave early. Ask: is it a lump sum or monthly, and what is repaid on leaving in year 1 or 2?
    - Nothing is promised after year 4: year 5 is base alone, $160,000 less than year 4. Later grants are at Amazon's discretion, so count on none, and ask how they have been in this team.
    - No shares vest before month 12: leave earlier and the first $20,000 is lost with the rest. If you have a vest or bonus coming where you are now, use it as a reason for sign-on.
    What to ask for
    Ask for a base of $214,500 and a sign-on of $120,000 in year 1 and $80,000 in year 2, with stock as offered. That is $108k more over four years and reaches the 75th percentile.
    (Bands of January 2025, 22 months old; percentile about, ±5 points. Stock at a flat price. Not financial, tax or legal advice.)
    ");
    user.presses("All 4 warnings").await;
    insta::assert_snapshot!(text(&user.shown), @r"
    # Warnings: Amazon L6, Seattle
    You don't know yet whether the $150,000 sign-on is owed back if you leave early.: Ask: is it a lump sum or monthly, and what is repaid on leaving in year 1 or 2?
    Nothing is promised after year 4: year 5 is base alone, $160,000 less than year 4.: Later grants are at Amazon's discretion, so count on none, and ask how they have been in this team.
    No shares vest before month 12: leave earlier and the first $20,000 is lost with the rest.: If you have a vest or bonus coming where you are now, use it as a reason for sign-on.
    The pay bands are from January 2025, 22 months ago.: Pay has moved since then: hold the percentile against a recent report too.
    ");
    user.presses("Back to the analysis").await;
    user.presses("How it is worked out").await;
    insta::assert_snapshot!(text(&user.shown), @r"
    # How it is worked out
    - A year pays base, that year's sign-on, and the part of the grant that vests in it: 5/15/40/40 % of the grant over the four years.
    - The share price is held flat. No growth is assumed in any figure on the first card.
    - Recruiters often count on 15 % growth a year. Counted that way the four years come to $1.49M, $143.9k more than flat.
    - Year 3 keeps up with years 1 and 2 without any growth.
    The percentile
    - It is that of the four-year average in a band of $280k to $395k a year, built from the ranges of base, sign-on and grant.
    - The ends are read as the 10th and 90th percentile of a log-normal distribution, which is off by 3 to 5 points on average.
    - Source: Amazon L6/L7 Compensation Negotiation Masterclass, compensation ranges 2024-2025, as of January 2025, 22 months ago.
    - The playbook also states $230,000 to $320,000 for year 1. Its own components do not add up to that: with half of the sign-on in year 1 they give $245,000 to $345,000. The year-1 figure is kept here and used nowhere.
    - The playbook names a base cap of $220,000 for L6 in most markets, which is below some of its own base ranges. The top of the base range is used instead.
    ");
}

#[tokio::test]
async fn quick_says_all_that_is_wrong_at_once_and_saves_nothing() {
    let mut user = Conversation::new();
    let wrong = [
        ("level", "L6"),
        ("location", "Seattle"),
        ("base", "lots"),
        ("sign_on_1", "90k"),
        ("sign_on_2", "0"),
        ("rsu", "1400 shares"),
    ];
    user.command("offer quick", &wrong).await;
    insta::assert_snapshot!(text(&user.shown), @r#"
    # Almost: one more look
    I could not read everything, so nothing is saved yet.
    - base: I see no amount for the base salary in "lots". Send it like 185k.
    - rsu: add the option `price` with the dollars a share, for example 182.50.
    (Send the command again with that changed, or use /offer start and I ask one thing at a time.)
    "#);
    user.command("offer list", &[]).await;
    assert!(text(&user.shown).contains("no saved offer"));
}

#[tokio::test]
async fn a_place_without_a_band_gets_no_percentile_and_a_choice() {
    let mut user = Conversation::new();
    let mut options = QUICK.to_vec();
    options[1] = ("location", "Denver, CO");
    user.command("offer quick", &options).await;
    insta::assert_snapshot!(text(&user.shown), @r"
    # Amazon L6, Denver, CO
    $337.5k a year on average, $1.35M over four years. I have no pay range for L6 in Denver, CO, so there is no percentile.
    Y  Base  Sign-on  Stock  Total
    1  200k      90k    20k   310k
    2  200k      60k    60k   320k
    3  200k        0   160k   360k
    4  200k        0   160k   360k
    Watch out for
    - You don't know yet whether the $150,000 sign-on is owed back if you leave early. Ask: is it a lump sum or monthly, and what is repaid on leaving in year 1 or 2?
    - Nothing is promised after year 4: year 5 is base alone, $160,000 less than year 4. Later grants are at Amazon's discretion, so count on none, and ask how they have been in this team.
    - No shares vest before month 12: leave earlier and the first $20,000 is lost with the rest. If you have a vest or bonus coming where you are now, use it as a reason for sign-on.
    What to ask for
    Ask for a sign-on of $150,500 in year 1 and $107,500 in year 2, and $430,000 in stock, with base as offered. That is $138k more over four years. I have no pay range for this level and place, so I aim for 10 % more: my choice, without a source.
    (Stock at a flat price. Not financial, tax or legal advice.)
    ");
    user.chooses("Seattle").await;
    insta::assert_snapshot!(text(&user.shown), @r"
    # Against another place
    Your job is in Denver, CO. Held against L6 in Seattle instead, the offer would be about the 54th percentile. Pay differs by place, so take it as a hint only.
    ");
}

#[tokio::test]
async fn far_from_any_band_the_verdict_still_reads_well() {
    let mut user = Conversation::new();
    let mut options = QUICK.to_vec();
    options[2] = ("base", "650k");
    options[5] = ("rsu", "3m");
    user.command("offer quick", &options).await;
    let shown = text(&user.shown);
    assert!(shown.contains("Above the 99th percentile for L6 in Seattle: $1.44M a year"), "{shown}");
}

#[tokio::test]
async fn a_restart_at_any_step_goes_on_there() {
    let mut user = Conversation::new();
    user.command("offer start", &[]).await;
    for words in ["L6", "seattle", "185k", "90/70"] {
        user.says(words).await;
        user = user.restarted();
        let before = text(&user.shown);
        user.command("offer start", &[]).await;
        let after = text(&user.shown);
        assert_eq!(before.lines().next(), after.lines().next(), "the same question");
        assert!(after.contains("Welcome back"), "{after}");
    }
}

#[tokio::test]
async fn a_request_has_its_effect_once() {
    let mut user = Conversation::new();
    let quick = command("offer quick", QUICK);
    assert!(matches!(user.does(quick.clone()).await, Reply::Show(_)));
    assert_eq!(user.repeats(quick).await, Reply::Nothing);
    user.command("offer list", &[]).await;
    assert_eq!(text(&user.shown).matches("Amazon L6").count(), 1);
}

#[tokio::test]
async fn a_store_that_cannot_write_is_said_and_nothing_is_acknowledged() {
    let mut user = Conversation::new();
    user.command("offer start", &[]).await;
    user.says("L6").await;
    user.store.fail_writes(true);
    assert!(user.says("seattle").await.starts_with("Not saved"));
    user.store.fail_writes(false);
    assert!(user.says("seattle").await.contains("Got it: Seattle"));
}

#[tokio::test]
async fn old_buttons_are_answered_kindly_and_change_nothing() {
    let mut user = Conversation::new();
    user.command("offer start", &[]).await;
    let old = user.button("L6 (Senior)");
    user.says("L7").await;
    user.does(Body::Press(old.clone())).await;
    assert!(text(&user.shown).contains("from an earlier question"), "{}", text(&user.shown));
    assert!(text(&user.shown).contains("Where is the job?"));
    user.says("cancel").await;
    user.presses("Delete them").await;
    user.does(Body::Press(old)).await;
    assert!(text(&user.shown).contains("from an earlier conversation"));
}

#[tokio::test]
async fn offers_are_named_edited_and_deleted() {
    let mut user = Conversation::new();
    user.command("offer quick", QUICK).await;
    user.fills("Save as", &[("name", "First offer")]).await;
    assert!(text(&user.shown).starts_with("# First offer"));
    user.presses("Edit").await;
    user.says("base 210k").await;
    user.presses("Save the changes").await;
    assert!(text(&user.shown).contains("1  210k"), "{}", text(&user.shown));
    user.command("offer delete", &[("offer", "first offer")]).await;
    insta::assert_snapshot!(text(&user.shown), @r#"
    # Delete this offer?
    "First offer" goes with its earlier versions and your facts for its scripts.
    "#);
    user.presses("Delete it").await;
    assert_eq!(text(&user.shown), "Deleted: \"First offer\".");
    user.command("offer show", &[]).await;
    assert!(text(&user.shown).contains("no saved offer"));
}

#[tokio::test]
async fn forgetting_needs_the_word_and_leaves_nothing() {
    let mut user = Conversation::new();
    user.command("offer quick", QUICK).await;
    let Reply::Form(form) = user.command("forget", &[]).await else { panic!("a form") };
    let word = |word: &str| BTreeMap::from([("word".to_owned(), word.to_owned())]);
    user.does(Body::Submit(form.press.clone(), word("no"))).await;
    assert!(text(&user.shown).starts_with("Nothing is deleted"));
    user.does(Body::Submit(form.press, word("Delete"))).await;
    assert!(text(&user.shown).starts_with("Done"));
    assert_eq!(*user.store.load(user.user).await.expect("readable"), crate::store::Documents::default());
}

#[tokio::test]
async fn suggestions_are_places_and_ones_own_offers() {
    let mut user = Conversation::new();
    user.command("offer quick", QUICK).await;
    let places = user.completes("bands", "location", "san").await;
    assert_eq!(places.iter().map(|place| place.value.as_str()).collect::<Vec<_>>(), ["the Bay Area", "san"]);
    let offers = user.completes("offer show", "offer", "").await;
    assert_eq!(offers[0].label, "#1 Amazon L6, Seattle");
    user.user = UserId(8);
    assert_eq!(user.completes("offer show", "offer", "").await, []);
    assert_eq!(user.completes("offer show", "location", "s").await, [], "an option of another command");
}

#[tokio::test]
async fn the_pages_about_itself() {
    let mut user = Conversation::new();
    user.command("help", &[]).await;
    insta::assert_snapshot!(text(&user.shown), @r#"
    # What I can do
    Tell me your Amazon offer; I show what it pays over four years and write your counter.
    /offer start: One question at a time, in private. Write "back", "skip", "why", "help" or "cancel" at any of them.
    /offer quick, paste: The whole offer in one line, or the letter itself.
    /offer list, show, edit, delete: Your saved offers.
    /offer revise: The recruiter's new numbers, and what moved.
    /offer compare: Other companies' offers beside yours.
    /tax, /calendar: What is left after taxes; every vest and deadline, as a file too.
    /bands: Pay ranges of a level and place.
    /script, /email: What to say and send, with your figures in it.
    /counter, /whatif: What to ask for, and how the offer can turn out.
    /lever, /case: One lever with its room and its effect; your reasons on one page.
    /playbook, /checklist: How to go about it, and what is done so far.
    /privacy, /forget: What is kept of you, and how to delete it.
    (A bot, not an adviser: no legal, tax or financial advice. Only you see my answers.)
    "#);
    user.command("privacy", &[]).await;
    assert!(text(&user.shown).chars().count() < 2_000);
    insta::assert_snapshot!(text(&user.shown), @r"
    # What I keep of you
    Only what you enter, only to answer you, and you can delete all of it at any time.
    - Your offers: level, place, pay, dates, other offers and your walk-away number, with earlier versions.
    - Other companies' offers that you enter to compare, and a form you have not finished.
    - Facts you give for scripts and for your case, for example your name or what you leave behind, and your ticks on the checklist.
    - Where you are in a walkthrough, and under which number Discord knows you and our private channel.
    - The ids of your last commands, for a few days, so that nothing happens twice.
    It is kept in one file on the machine of whoever runs this copy of me, who can read it. Nothing is sent anywhere else, nothing is shown to other users or employers, and there is no tracking. Discord carries our messages and has its own rules.
    /forget deletes everything at once. Messages already in your direct messages stay there until you delete them.
    ");
    user.command("bands", &[("level", "L7"), ("location", "sf")]).await;
    insta::assert_snapshot!(text(&user.shown), @r"
    # Amazon L7 (Principal) in the Bay Area
    Offers for L7 in the Bay Area mostly pay $557.5k to $925k a year on average over four years.
    Base a year: $270,000 to $350,000
    Sign-on, both years: $250,000 to $500,000
    RSU grant, four years: $900,000 to $1,800,000
    Median over four years: $2.87M
    75th over four years: $3.28M
    - The playbook also states $395,000 to $600,000 for year 1. Its own components do not add up to that: with half of the sign-on in year 1 they give $440,000 to $690,000. The year-1 figure is kept here and used nowhere.
    - The playbook calls this level Senior Principal; L7 is Principal. The company-wide maximum base of $350,000 dates from February 2022, not 2024.
    (Amazon L6/L7 Compensation Negotiation Masterclass, compensation ranges 2024-2025. As of January 2025. That is over 18 months old: pay has moved since. Ends read as 10th and 90th percentile.)
    ");
    user.command("bands", &[("level", "L7"), ("location", "nyc")]).await;
    insta::assert_snapshot!(text(&user.shown), @r"
    # L7 in New York City
    I have no pay range for L7 in New York City. For L7 I know the Bay Area, Seattle.
    ");
    insta::assert_snapshot!(user.says("hello?").await, @"Hi, I'm Counteroffer, a bot for Amazon L6 and L7 offers. I show what an offer really pays over four years and write the words to negotiate it.");
}
