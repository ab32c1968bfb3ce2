//! Conversations through the door, without a network: what a person sees.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::Timestamp;

use super::*;
use crate::reply::{Block, Button, Card, Controls};
use crate::store::MemoryStore;

/// One user talking to an app, seeing the last card.
struct Conversation {
    app: App,
    store: Arc<MemoryStore>,
    user: UserId,
    venue: Venue,
    now: Timestamp,
    request: u64,
    shown: Card,
}

fn app_over(store: &Arc<MemoryStore>) -> App {
    let bands = Bands::shipped().expect("good bands");
    let catalogue = Catalogue::shipped().expect("good templates");
    App::new(Arc::clone(store) as Arc<dyn Store>, bands, catalogue)
}

impl Conversation {
    fn new() -> Self {
        Self::with_store(Arc::new(MemoryStore::new()))
    }

    fn with_store(store: Arc<MemoryStore>) -> Self {
        let app = app_over(&store);
        let now = "2026-11-23T12:00:00Z".parse().expect("a moment");
        Self { app, store, user: UserId(7), venue: Venue::Direct, now, request: 100, shown: Card::default() }
    }

    /// A new app over the same store: what a restart leaves.
    fn restarted(mut self) -> Self {
        self.app = app_over(&self.store);
        self
    }

    async fn does(&mut self, body: Body) -> Reply {
        self.request += 1;
        self.repeats(body).await
    }

    /// The same request id as before: a second delivery.
    async fn repeats(&mut self, body: Body) -> Reply {
        let direct_channel = (self.venue == Venue::Direct).then_some(55);
        let request = Request { id: self.request, user: self.user, venue: self.venue, direct_channel, body };
        let reply = self.app.handle(request, self.now).await;
        if let Reply::Show(card) | Reply::Update(card) | Reply::Direct { card, .. } = &reply {
            self.shown = card.clone();
        }
        reply
    }

    async fn says(&mut self, words: &str) -> String {
        self.does(Body::Words(words.into())).await;
        text(&self.shown)
    }

    async fn command(&mut self, name: &str, options: &[(&str, &str)]) -> Reply {
        let options = options.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        self.does(Body::Command { name: name.into(), options }).await
    }

    fn button(&self, label: &str) -> Press {
        let buttons = self.shown.controls.iter().flat_map(|row| match row {
            Controls::Buttons(buttons) => buttons.as_slice(),
            Controls::Select { .. } => &[],
        });
        let labels: Vec<&Button> = buttons.collect();
        let button = labels.iter().find(|button| button.label == label);
        button.unwrap_or_else(|| panic!("no button {label} on {:#?}", self.shown)).press.clone()
    }

    async fn presses(&mut self, label: &str) -> Reply {
        let press = self.button(label);
        self.does(Body::Press(press)).await
    }

    async fn chooses(&mut self, value: &str) -> Reply {
        let press = self.shown.controls.iter().find_map(|row| match row {
            Controls::Select { press, options, .. } if options.iter().any(|option| option.value == value) => Some(press.clone()),
            _ => None,
        });
        self.does(Body::Choose(press.expect("a list with that value"), value.into())).await
    }

    async fn fills(&mut self, label: &str, texts: &[(&str, &str)]) -> Reply {
        let Reply::Form(form) = self.presses(label).await else { panic!("{label} opens no form") };
        let texts: BTreeMap<String, String> = texts.iter().map(|(key, text)| ((*key).to_owned(), (*text).to_owned())).collect();
        assert!(texts.keys().all(|key| form.inputs.iter().any(|input| input.key == *key)), "{form:?}");
        self.does(Body::Submit(form.press, texts)).await
    }
}

/// A card as plain text, without its controls.
fn text(card: &Card) -> String {
    let mut lines: Vec<String> = card.title.iter().map(|title| format!("# {title}")).collect();
    for block in &card.blocks {
        match block {
            Block::Lead(text) | Block::Text(text) | Block::Heading(text) | Block::Copy(text) => lines.push(text.clone()),
            Block::Bullets(points) => lines.extend(points.iter().map(|point| format!("- {point}"))),
            Block::Fields(fields) => lines.extend(fields.iter().map(|(name, value)| format!("{name}: {value}"))),
            Block::Table(table) => lines.extend(table.lines()),
            Block::Moment { before, unix, after } => lines.push(format!("{before}{unix}{after}")),
        }
    }
    lines.extend(card.small.iter().map(|line| format!("({line})")));
    lines.join("\n")
}

const QUICK: &[(&str, &str)] =
    &[("level", "L6"), ("location", "Seattle"), ("base", "200k"), ("sign_on_1", "90k"), ("sign_on_2", "60k"), ("rsu", "400k")];

#[tokio::test]
async fn the_whole_walkthrough_by_words() {
    let mut user = Conversation::new();
    user.command("offer start", &[]).await;
    for words in ["L6", "seattle", "185k", "90/70", "1,400 rsus @ 182.50", "yes", "march 15", "skip", "monthly", "120k"] {
        user.says(words).await;
    }
    user.says("Google, written, 450k a year").await;
    user.says("that's all").await;
    insta::assert_snapshot!(user.says("1.3m over four years").await, @"");
    insta::assert_snapshot!(user.says("save").await, @"");
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
    insta::assert_snapshot!(text(&user.shown), @"");
    user.presses("Save and analyse").await;
    insta::assert_snapshot!(text(&user.shown), @"");
}

#[tokio::test]
async fn quick_answers_in_one_command() {
    let mut user = Conversation::new();
    user.command("offer quick", QUICK).await;
    insta::assert_snapshot!(text(&user.shown), @"");
    user.presses("All 5 warnings").await;
    insta::assert_snapshot!(text(&user.shown), @"");
    user.presses("Back to the analysis").await;
    user.presses("How it is worked out").await;
    insta::assert_snapshot!(text(&user.shown), @"");
}

#[tokio::test]
async fn quick_says_all_that_is_wrong_at_once_and_saves_nothing() {
    let mut user = Conversation::new();
    let wrong = [("level", "L6"), ("location", "Seattle"), ("base", "lots"), ("sign_on_1", "90k"), ("sign_on_2", "0"), ("rsu", "1400 shares")];
    user.command("offer quick", &wrong).await;
    insta::assert_snapshot!(text(&user.shown), @"");
    user.command("offer list", &[]).await;
    assert!(text(&user.shown).contains("no saved offer"));
}

#[tokio::test]
async fn a_place_without_a_band_gets_no_percentile_and_a_choice() {
    let mut user = Conversation::new();
    let mut options = QUICK.to_vec();
    options[1] = ("location", "Denver, CO");
    user.command("offer quick", &options).await;
    insta::assert_snapshot!(text(&user.shown), @"");
    user.chooses("Seattle").await;
    insta::assert_snapshot!(text(&user.shown), @"");
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
    let quick = Body::Command { name: "offer quick".into(), options: QUICK.iter().map(|(k, v)| ((*k).into(), (*v).into())).collect() };
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
    assert!(text(&user.shown).contains("1   210k"), "{}", text(&user.shown));
    user.command("offer delete", &[("offer", "first offer")]).await;
    insta::assert_snapshot!(text(&user.shown), @"");
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
    let complete = |option: &str, typed: &str| Body::Complete { name: "offer show".into(), option: option.into(), typed: typed.into() };
    let Reply::Suggest(places) = user.does(complete("location", "san")).await else { panic!("suggestions") };
    assert_eq!(places.iter().map(|place| place.value.as_str()).collect::<Vec<_>>(), ["the Bay Area", "san"]);
    let Reply::Suggest(offers) = user.does(complete("offer", "")).await else { panic!("suggestions") };
    assert_eq!(offers[0].label, "#1 Amazon L6, Seattle");
    user.user = UserId(8);
    assert_eq!(user.does(complete("offer", "")).await, Reply::Suggest(Vec::new()));
}

#[tokio::test]
async fn the_pages_about_itself() {
    let mut user = Conversation::new();
    user.command("help", &[]).await;
    insta::assert_snapshot!(text(&user.shown), @"");
    user.command("privacy", &[]).await;
    assert!(text(&user.shown).chars().count() < 2_000);
    insta::assert_snapshot!(text(&user.shown), @"");
    user.command("bands", &[("level", "L7"), ("location", "sf")]).await;
    insta::assert_snapshot!(text(&user.shown), @"");
    user.command("bands", &[("level", "L7"), ("location", "nyc")]).await;
    insta::assert_snapshot!(text(&user.shown), @"");
    insta::assert_snapshot!(user.says("hello?").await, @"");
}
