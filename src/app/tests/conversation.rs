//! A conversation behind the door: someone uses commands, writes, presses, chooses and fills in, and reads.
//!
//! Its verbs are those of a person over the fake Discord (`tests/it/discord/user.rs`): `command`, `says`, `presses`,
//! `chooses` and `fills` each return what is then shown, as plain text. What a test needs to know of requests and
//! replies besides that is here, so that their shape can change without the tests.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::Timestamp;

use crate::analysis::test_offers;
use crate::app::{App, Body, Brought, Command, Request, Venue};
use crate::playbook::tests::catalogue;
use crate::reply::{Block, Button, Card, Controls, Form, Press, Reply, Suggestion};
use crate::store::{MemoryStore, Store};
use crate::user::UserId;
use crate::words::Locale;

/// The bot over a store.
pub(crate) fn app_over(store: &Arc<MemoryStore>) -> App {
    App::new(Arc::clone(store) as Arc<dyn Store>, test_offers::bands(), catalogue())
}

/// One user talking to an app, seeing the last card.
pub(crate) struct Conversation {
    pub(crate) app: App,
    pub(crate) store: Arc<MemoryStore>,
    pub(crate) user: UserId,
    pub(crate) venue: Venue,
    pub(crate) now: Timestamp,
    /// The card on the screen.
    pub(crate) shown: Card,
    /// The last answer, whatever it was.
    pub(crate) reply: Reply,
    last: Request,
}

impl Conversation {
    pub(crate) fn new() -> Self {
        Self::with_store(Arc::new(MemoryStore::new()))
    }

    pub(crate) fn with_store(store: Arc<MemoryStore>) -> Self {
        let (user, venue) = (UserId(7), Venue::Direct);
        let last =
            Request { id: 100, user, venue, direct_channel: None, locale: Locale::default(), body: Body::Opened };
        Self {
            app: app_over(&store),
            store,
            user,
            venue,
            now: "2026-11-23T12:00:00Z".parse().expect("a moment"),
            shown: Card::default(),
            reply: Reply::Nothing,
            last,
        }
    }

    /// A new app over the same store: what a restart leaves.
    pub(crate) fn restarted(mut self) -> Self {
        self.app = app_over(&self.store);
        self
    }

    /// Uses a command, by its name without the slash.
    pub(crate) async fn command(&mut self, name: &str, options: &[(&str, &str)]) -> String {
        let command = name.parse().expect("a command");
        self.does(Body::Command { command, options: options.iter().copied().collect() }).await
    }

    /// Comes back: a terminal is opened.
    pub(crate) async fn arrives(&mut self) -> String {
        self.does(Body::Arrived).await
    }

    /// Writes words.
    pub(crate) async fn says(&mut self, words: &str) -> String {
        self.does(Body::Words(words.into())).await
    }

    /// Presses a button of the card on the screen, by its label.
    pub(crate) async fn presses(&mut self, label: &str) -> String {
        self.presses_kept(self.button(label)).await
    }

    /// Chooses from a list of the card on the screen, by label or value.
    pub(crate) async fn chooses(&mut self, choice: &str) -> String {
        let chosen = self.shown.controls.iter().find_map(|row| match row {
            Controls::Buttons(_) => None,
            Controls::Select { press, options, .. } => options
                .iter()
                .find(|option| option.value == choice || option.label == choice)
                .map(|option| (press.clone(), option.value.clone())),
        });
        let (press, value) = chosen.unwrap_or_else(|| panic!("no choice {choice} on {:#?}", self.shown));
        self.chooses_kept(press, &value).await
    }

    /// Hands in the open form: texts by key, the others as filled in.
    pub(crate) async fn fills(&mut self, texts: &[(&str, &str)]) -> String {
        let form = self.form();
        self.fills_kept(&form, texts).await
    }

    /// Has a letter brought by the shell.
    pub(crate) async fn brings(&mut self, letter: Brought) -> String {
        self.does(Body::Letter(letter)).await
    }

    /// Types into an option: what is suggested.
    pub(crate) async fn completes(&mut self, command: &str, option: &str, typed: &str) -> Vec<Suggestion> {
        let command: Command = command.parse().expect("a command");
        self.does(Body::Complete { command, option: option.into(), typed: typed.into() }).await;
        match &self.reply {
            Reply::Suggest(suggestions) => suggestions.clone(),
            other => panic!("suggestions, not {other:?}"),
        }
    }

    /// The last thing done is delivered once more, with the same id.
    pub(crate) async fn is_doubled(&mut self) -> String {
        self.sends(self.last.clone()).await
    }

    /// Passes question after question until one says `words`.
    pub(crate) async fn skips_to(&mut self, words: &str) {
        for _ in 0..30 {
            if self.says("skip").await.contains(words) {
                return;
            }
        }
        panic!("no question says {words:?}");
    }

    /// The form that is open.
    pub(crate) fn form(&self) -> Form {
        match &self.reply {
            Reply::Form(form) => form.clone(),
            other => panic!("no form is open: {other:?}"),
        }
    }

    /// A button of the card on the screen, to keep for later.
    pub(crate) fn button(&self, label: &str) -> Press {
        let mut buttons = self.buttons();
        let found = buttons.find(|button| button.label == label);
        found.unwrap_or_else(|| panic!("no button {label} on {:#?}", self.shown)).press.clone()
    }

    /// The card that the last thing done was answered with; none where it was another kind of answer.
    pub(crate) fn answer(&self) -> Option<&Card> {
        match &self.reply {
            Reply::Show(card) | Reply::Update(card) => Some(card),
            Reply::Nothing | Reply::Form(_) | Reply::Suggest(_) | Reply::Direct { .. } => None,
        }
    }

    /// Whether the last answer took the place of the message that was pressed.
    pub(crate) fn is_in_place(&self) -> bool {
        matches!(self.reply, Reply::Update(_))
    }

    /// The last answer could not be sent, as direct messages are closed: what is shown in its place.
    pub(crate) fn finds_direct_closed(&mut self) {
        let Reply::Direct { closed, .. } = &self.reply else { panic!("no direct message: {:?}", self.reply) };
        self.shown = closed.clone();
    }

    /// Whether the card on the screen has a button.
    pub(crate) fn has_button(&self, label: &str) -> bool {
        self.buttons().any(|button| button.label == label)
    }

    fn buttons(&self) -> impl Iterator<Item = &Button> {
        self.shown.controls.iter().flat_map(|row| match row {
            Controls::Buttons(buttons) => buttons.as_slice(),
            Controls::Select { .. } => &[],
        })
    }

    /// Presses a button kept from before.
    pub(crate) async fn presses_kept(&mut self, press: Press) -> String {
        self.does(Body::Press(press)).await
    }

    /// Chooses from a list kept from before.
    pub(crate) async fn chooses_kept(&mut self, press: Press, value: &str) -> String {
        self.does(Body::Choose(press, value.into())).await
    }

    /// Hands in a form kept from before: texts by key, the others as filled in.
    pub(crate) async fn fills_kept(&mut self, form: &Form, texts: &[(&str, &str)]) -> String {
        let mut filled: BTreeMap<String, String> =
            form.inputs.iter().map(|input| (input.key.clone(), input.value.clone())).collect();
        for (key, text) in texts {
            assert!(filled.insert((*key).into(), (*text).into()).is_some(), "no input {key} in {form:?}");
        }
        self.does(Body::Submit(form.press.clone(), filled)).await
    }

    async fn does(&mut self, body: Body) -> String {
        let direct_channel = (self.venue == Venue::Direct).then_some(55);
        let (id, locale) = (self.last.id + 1, Locale::default());
        self.sends(Request { id, user: self.user, venue: self.venue, direct_channel, locale, body }).await
    }

    async fn sends(&mut self, request: Request) -> String {
        self.last = request.clone();
        self.reply = self.app.handle(request, self.now).await;
        match &self.reply {
            Reply::Show(card) | Reply::Update(card) | Reply::Direct { card, .. } => {
                self.shown = card.clone();
                text(card)
            }
            Reply::Form(form) => form_text(form),
            Reply::Nothing | Reply::Suggest(_) => String::new(),
        }
    }
}

/// A card as plain text, without its controls.
pub(crate) fn text(card: &Card) -> String {
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

/// A form as plain text.
fn form_text(form: &Form) -> String {
    let mut lines = vec![format!("Form: {}", form.title)];
    for input in &form.inputs {
        let filled = if input.value.is_empty() { &input.example } else { &input.value };
        lines.push(format!("{}: {filled}", input.label));
    }
    lines.join("\n")
}
