//! From an event to its answer, through the door and a user's lane.
//!
//! Owns which of Discord's ways of answering is used when: at once, later, in place, in
//! direct messages. Decides nothing about what is said but for what the door can't: that
//! a control is not the user's, that something broke.

use std::future::Future;
use std::panic::AssertUnwindSafe;
use std::sync::Arc;
use std::time::Duration;

use jiff::Timestamp;
use serenity::FutureExt;

use super::Door;
use super::controls::{modal, suggestions};
use super::custom_id::{Refusal, Seal};
use super::deferral::Deferral;
use super::files::Files;
use super::incoming::{Incoming, Source, Visit};
use super::lanes::Lanes;
use super::render::{Rendered, flags, render};
use super::rest::{Failure, Rest};
use super::wire::Callback;
use super::words;
use crate::app::{Body, Brought, Request, Venue};
use crate::reply::{Card, Form, Reply};
use crate::words::Locale;

/// All that answering needs.
pub(super) struct Shell<D> {
    pub(super) door: Arc<D>,
    pub(super) rest: Rest,
    pub(super) files: Files,
    pub(super) seal: Seal,
    pub(super) lanes: Lanes,
    /// How long an interaction may wait before Discord is told "later".
    pub(super) patience: Duration,
}

/// How far the answer to an interaction has got.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stage {
    /// Nothing is answered.
    Fresh,
    /// A new message is announced, to be filled in.
    NewLater,
    /// A change to the message of the control is announced.
    InPlaceLater,
}

impl<D: Door> Shell<D> {
    /// Takes an event in. Everything up to queueing it happens before this returns, so that
    /// events keep the order in which they are taken in.
    pub(super) fn take(self: &Arc<Self>, incoming: Incoming) {
        let shell = Arc::clone(self);
        match incoming {
            Incoming::Complete { request, token } => {
                tokio::spawn(async move { shell.complete(request, &token).await });
            }
            Incoming::Refused { visit, refusal, token } => {
                tracing::info!(interaction = visit.id, ?refusal, "refused a control");
                let card = match refusal {
                    Refusal::OldVersion => words::old_control(),
                    Refusal::NotTheirs => words::not_theirs(),
                };
                tokio::spawn(async move { shell.tell(&visit, &token, &card).await });
            }
            Incoming::Ask { visit, request, token } => self.queue(visit, request, token),
        }
    }

    /// Queues words from direct messages.
    pub(super) fn take_words(self: &Arc<Self>, visit: Visit, request: Request) {
        let (shell, user, id) = (Arc::clone(self), visit.user, visit.id);
        let work = async move { shell.answer_words(&visit, request).await };
        if self.lanes.push(user, id, work).is_err() {
            tracing::warn!(message = id, "a user sends faster than can be answered; left a message out");
        }
    }

    fn queue(self: &Arc<Self>, visit: Visit, request: Request, token: String) {
        let later = if visit.source.on_message() {
            Callback::update_later()
        } else {
            Callback::message_later(flags(visit.venue))
        };
        let notice = visit.file.as_ref().map(|_| {
            let mut notice = render(&words::reading_file(), visit.user, &self.seal);
            // Who sees a message is settled when it is made.
            notice.message.flags = None;
            notice
        });
        let deferral = Deferral::after(self.patience, &self.rest, visit.id, &token, (later, notice));
        let (shell, user, id) = (Arc::clone(self), visit.user, visit.id);
        let (refused_visit, refused_token) = (visit.clone(), token.clone());
        let work = async move { shell.answer(&visit, request, &token, deferral).await };
        if self.lanes.push(user, id, work).is_err() {
            tracing::warn!(interaction = id, "a user presses faster than can be answered");
            let shell = Arc::clone(self);
            tokio::spawn(async move { shell.tell(&refused_visit, &refused_token, &words::too_fast()).await });
        }
    }

    /// Asks the door, once the file that the request waits for is read. This is done in the
    /// user's own lane: what the same user does next waits for it, and nobody else does. Nothing
    /// is changed before the door is asked, so that an end in between changes nothing.
    async fn ask_of(&self, visit: &Visit, mut request: Request) -> Reply {
        let id = request.id;
        let asked = async {
            if let (Some(file), Body::Letter(Brought::Letter { file: brought, .. })) = (&visit.file, &mut request.body)
            {
                let read = self.files.text(file).await;
                if let Err(why) = &read {
                    tracing::info!(event = id, %why, "a file was not read");
                }
                *brought = Some(read);
            }
            self.door.handle(request, Timestamp::now()).await
        };
        unbroken(id, asked).await
    }

    /// Asks the door.
    async fn ask(&self, request: Request) -> Reply {
        unbroken(request.id, async { self.door.handle(request, Timestamp::now()).await }).await
    }

    /// Asks the door about words, and shows that an answer is coming where it takes its time.
    async fn ask_while_typing(&self, visit: &Visit, request: Request) -> Reply {
        let mut asked = std::pin::pin!(self.ask_of(visit, request));
        if let Ok(reply) = tokio::time::timeout(self.patience, &mut asked).await {
            return reply;
        }
        if let Some(channel) = visit.direct_channel {
            // Apart: the answer doesn't wait for its announcement.
            let (rest, id) = (self.rest.clone(), visit.id);
            tokio::spawn(async move { note(id, "sign of writing", rest.typing(channel).await) });
        }
        asked.await
    }

    /// Suggestions can't come later: none is better than none in time.
    async fn complete(&self, request: Request, token: &str) {
        let id = request.id;
        let found = match tokio::time::timeout(self.patience, self.ask(request)).await {
            Ok(Reply::Suggest(found)) => found,
            Ok(_) | Err(_) => Vec::new(),
        };
        let answer = Callback::suggestions(suggestions(&found));
        note(id, "suggestions", self.rest.callback(id, token, &answer, None).await);
    }

    /// One private message as the first answer.
    async fn tell(&self, visit: &Visit, token: &str, card: &Card) {
        let rendered = render(card, visit.user, &self.seal).private();
        let answer = Callback::message(&rendered.message);
        note(visit.id, "answer", self.rest.callback(visit.id, token, &answer, None).await);
    }

    pub(super) async fn answer_words(&self, visit: &Visit, request: Request) {
        let card = match self.ask_while_typing(visit, request).await {
            Reply::Nothing | Reply::Suggest(_) => return,
            Reply::Show(card) | Reply::Update(card) | Reply::Direct { card, .. } => card,
            Reply::Form(form) => words::form_ready(&form, None),
        };
        if let Some(channel) = visit.direct_channel {
            note(visit.id, "message", self.post(channel, visit, &card).await.map(drop));
        }
    }

    /// A card as a message, and its further files, in a channel of direct messages. Returns the
    /// id of the last message.
    async fn post(&self, channel: u64, visit: &Visit, card: &Card) -> Result<u64, Failure> {
        let rendered = render(card, visit.user, &self.seal).at(Venue::Direct);
        let further: Vec<Rendered> = rendered.further().collect();
        let mut last = 0;
        for (nth, each) in std::iter::once(rendered).chain(further).enumerate() {
            last = self.rest.post(channel, &each.once(visit.id, nth)).await?;
        }
        Ok(last)
    }

    /// Tells the door in which channel its card stands, so that words sent there while the bot
    /// is away are looked for.
    async fn opened(&self, visit: &Visit, channel: u64, message: u64) {
        let request = Request {
            locale: Locale::default(),
            id: message,
            user: visit.user,
            venue: Venue::Direct,
            direct_channel: Some(channel),
            body: Body::Opened,
        };
        self.ask(request).await;
    }

    async fn answer(&self, visit: &Visit, request: Request, token: &str, deferral: Deferral) {
        let reply = self.ask_of(visit, request).await;
        let stage = match deferral.stop().await {
            None => Stage::Fresh,
            Some(Ok(())) if visit.source.on_message() => Stage::InPlaceLater,
            Some(Ok(())) => Stage::NewLater,
            Some(Err(failure)) => {
                return match reply {
                    Reply::Show(card) | Reply::Update(card) | Reply::Direct { card, .. } => {
                        self.rescue(visit, &card, failure).await;
                    }
                    Reply::Form(form) => self.rescue(visit, &words::form_ready(&form, None), failure).await,
                    Reply::Nothing | Reply::Suggest(_) => note(visit.id, "answer", Err(failure)),
                };
            }
        };
        match reply {
            Reply::Show(card) => self.show(visit, token, stage, &card, false).await,
            Reply::Update(card) => self.show(visit, token, stage, &card, true).await,
            Reply::Form(form) => self.open(visit, token, stage, &form).await,
            Reply::Direct { card, .. } if visit.venue == Venue::Direct => {
                self.show(visit, token, stage, &card, false).await;
            }
            Reply::Direct { card, sent, closed } => self.direct(visit, token, stage, &card, [sent, closed]).await,
            Reply::Nothing | Reply::Suggest(_) => self.settle(visit, token, stage).await,
        }
    }

    /// A card, new or in place of the message of the control.
    async fn show(&self, visit: &Visit, token: &str, stage: Stage, card: &Card, update: bool) {
        let mut rendered = render(card, visit.user, &self.seal).at(visit.venue);
        let further: Vec<Rendered> = rendered.further().collect();
        let update = update && visit.source.on_message();
        if update || stage == Stage::NewLater {
            // Who sees a message is settled when it is made.
            rendered.message.flags = None;
        }
        let outcome = match stage {
            Stage::Fresh => {
                let message = &rendered.message;
                let answer = if update { Callback::update(message) } else { Callback::message(message) };
                self.rest.callback(visit.id, token, &answer, rendered.file.as_ref()).await
            }
            Stage::InPlaceLater if !update => self.rest.follow_up(token, &rendered).await,
            Stage::NewLater | Stage::InPlaceLater => self.rest.edit(token, &rendered).await,
        };
        match outcome {
            Err(failure) if failure.code() == Some(Failure::NOT_ACCEPTED) => {
                self.own_up(visit, token, stage).await;
            }
            Err(failure) if update && failure.code() == Some(Failure::UNKNOWN_MESSAGE) => {
                let rendered = render(card, visit.user, &self.seal).at(visit.venue);
                self.say(visit, token, stage, rendered).await;
            }
            Err(failure) => self.rescue(visit, card, failure).await,
            Ok(()) => {}
        }
        for each in further {
            note(visit.id, "further file", self.rest.follow_up(token, &each).await);
        }
    }

    /// Discord refused the form of a message, which is a fault of this program: says so
    /// rather than leave "this interaction failed".
    async fn own_up(&self, visit: &Visit, token: &str, stage: Stage) {
        let reference = words::reference(visit.id);
        tracing::error!(interaction = visit.id, reference, "Discord did not accept a message's form");
        let rendered = render(&words::broken(&reference), visit.user, &self.seal).at(visit.venue);
        self.say(visit, token, stage, rendered).await;
    }

    /// A new message, whatever was announced.
    async fn say(&self, visit: &Visit, token: &str, stage: Stage, rendered: Rendered) {
        let outcome = match stage {
            Stage::Fresh => {
                let answer = Callback::message(&rendered.message);
                self.rest.callback(visit.id, token, &answer, rendered.file.as_ref()).await
            }
            Stage::NewLater | Stage::InPlaceLater => self.rest.follow_up(token, &rendered).await,
        };
        note(visit.id, "answer", outcome);
    }

    /// A form, which can only be the first answer to a command or press; elsewhere a button
    /// that opens it.
    async fn open(&self, visit: &Visit, token: &str, stage: Stage, form: &Form) {
        let can_open = stage == Stage::Fresh && !matches!(visit.source, Source::Form { .. });
        let modal = can_open.then(|| modal(form, visit.user, visit.venue, &self.seal)).flatten();
        if let Some(modal) = modal {
            note(visit.id, "form", self.rest.callback(visit.id, token, &Callback::modal(modal), None).await);
            return;
        }
        let pressed = match &visit.source {
            Source::Press(press) => Some(press),
            _ => None,
        };
        self.show(visit, token, stage, &words::form_ready(form, pressed), false).await;
    }

    /// A card in direct messages, and what became of it here. `here` is what to say where it
    /// is sent, and where it can't be.
    async fn direct(&self, visit: &Visit, token: &str, stage: Stage, card: &Card, here: [Card; 2]) {
        let mut stage = stage;
        if stage == Stage::Fresh {
            let later = Callback::message_later(flags(visit.venue));
            note(visit.id, "deferral", self.rest.callback(visit.id, token, &later, None).await);
            stage = Stage::NewLater;
        }
        let outcome = match self.rest.open_direct(visit.user).await {
            Ok(channel) => self.post(channel, visit, card).await.map(|message| (channel, message)),
            Err(failure) => Err(failure),
        };
        let [sent, closed] = here;
        match outcome {
            Ok((channel, message)) => {
                self.opened(visit, channel, message).await;
                self.show(visit, token, stage, &sent, false).await;
            }
            Err(failure) => {
                if !failure.is_closed_to_messages() {
                    note(visit.id, "direct message", Err(failure));
                }
                self.show(visit, token, stage, &closed, false).await;
            }
        }
    }

    /// Nothing to show: ends what was announced.
    async fn settle(&self, visit: &Visit, token: &str, stage: Stage) {
        match (stage, &visit.source) {
            (Stage::NewLater, _) => note(visit.id, "withdrawal", self.rest.delete(token).await),
            (Stage::Fresh, source) if source.on_message() => {
                note(visit.id, "answer", self.rest.callback(visit.id, token, &Callback::update_later(), None).await);
            }
            _ => {}
        }
    }

    /// The interaction is lost: in direct messages its answer can still be a message.
    async fn rescue(&self, visit: &Visit, card: &Card, failure: Failure) {
        note(visit.id, "answer", Err(failure));
        if let Some(channel) = visit.direct_channel.filter(|_| failure.code() != Some(Failure::ALREADY_ANSWERED)) {
            note(visit.id, "message", self.post(channel, visit, card).await.map(drop));
        }
    }
}

/// A reply; a panic behind it becomes words with a reference.
async fn unbroken(id: u64, asked: impl Future<Output = Reply>) -> Reply {
    AssertUnwindSafe(asked).catch_unwind().await.unwrap_or_else(|_| {
        let reference = words::reference(id);
        tracing::error!(event = id, reference, "handling an event panicked");
        Reply::Show(words::broken(&reference))
    })
}

/// Logs what went wrong: ids and codes, never what was said.
fn note(id: u64, what: &'static str, outcome: Result<(), Failure>) {
    match outcome {
        Ok(()) => {}
        Err(failure) if failure.code() == Some(Failure::ALREADY_ANSWERED) => {
            tracing::info!(event = id, "answered before");
        }
        Err(failure) if failure.code() == Some(Failure::UNKNOWN_INTERACTION) => {
            tracing::warn!(event = id, age_milliseconds = age(id), "answered too late");
        }
        Err(failure) => tracing::warn!(event = id, %failure, "{what} not delivered"),
    }
}

/// Milliseconds since an event, by the clock in its id.
fn age(id: u64) -> i64 {
    const DISCORD_EPOCH: i64 = 1_420_070_400_000;
    let made = i64::try_from(id >> 22).unwrap_or_default() + DISCORD_EPOCH;
    Timestamp::now().as_millisecond() - made
}
