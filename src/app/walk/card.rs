//! What the conversation says, as a card: the words and controls of each [`Say`].

use super::controls::Controls;
use super::questions::{Prompt, Sheet, Way, Ways, doubt, line_to_ask, prompt};
use super::{case_card, leave_card};
use crate::app::desk::Desk;
use crate::app::links;
use crate::app::request::Venue;
use crate::market::Bands;
use crate::money::Currency;
use crate::offer::{Fact, Field, OfferDraft, OfferRecord};
use crate::reading::{Answer, Doubt};
use crate::reply::{Action, Block, Button, Card, Choice, Verb};
use crate::session::{Say, Session, State};
use crate::words::answers as words;
use crate::words::{Phrase, field as field_name, listed, problems as problems_in_words};

/// The subject of the control that opens the form for a price in doubt.
pub(super) const PRICE: &str = "price";

/// The card for what a step said, below what stands there already. [`Say::Complete`] is not of its making: the door
/// answers it.
pub(super) fn add(card: Card, says: &[Say], desk: &Desk) -> Card {
    let (account, session) = (&*desk.account, desk.account.session());
    let spoken_of = match (session.state.case(), session.state.walk().map(|walk| walk.editing)) {
        (Some(talk), _) => account.offer(talk.offer),
        (None, Some(Some(editing))) => account.offer(editing),
        // A new offer begins with the facts of the newest.
        (None, Some(None)) => account.newest(),
        (None, None) => None,
    };
    let prices = desk.quote.has_source();
    let writer =
        Writer { session, spoken_of, controls: Controls::of(session), bands: desk.bands, venue: desk.venue, prices };
    says.iter().fold(card, |card, say| writer.add(card, say))
}

/// Writes what is said of the walkthrough.
struct Writer<'a> {
    session: &'a Session,
    /// The saved offer whose facts belong to what is said.
    spoken_of: Option<&'a OfferRecord>,
    controls: Controls,
    bands: &'a Bands,
    venue: Venue,
    /// Whether there is a source of share prices.
    prices: bool,
}

impl Writer<'_> {
    fn draft(&self) -> Option<&OfferDraft> {
        self.session.state.walk().map(|walk| &walk.draft)
    }

    fn add(&self, card: Card, say: &Say) -> Card {
        let text = |card: Card, words: &str| card.with(Block::Text(words.to_owned()));
        match say {
            Say::Welcome | Say::FirstWords => welcome(card),
            Say::WelcomeBack => text(card, "Welcome back. Your answers so far are kept; we go on where we were."),
            Say::Understood(answers) => {
                let echoes = match self.draft() {
                    Some(draft) => words::echoes(answers, draft),
                    None => words::echoes(answers, &OfferDraft::default()),
                };
                let card = text(card, &format!("Got it: {echoes}."));
                match answers.iter().find_map(|answer| self.outside_the_us(answer)) {
                    Some(said) => text(card, &said),
                    None => card,
                }
            }
            Say::CountsAs(city, place) => text(card, &format!("I count {city} as {place}.")),
            Say::Problem(problems) => text(card, &problems_in_words(problems)),
            Say::Examples(field) => prompt(*field).wording.show_examples(card, self.currency()),
            Say::Explain(field) => text(card, &prompt(*field).wording.explained(self.currency())),
            Say::Why(field) => text(card, prompt(*field).wording.why),
            Say::Needed(field) => {
                text(card, &format!("I need the {} for the analysis, so this one can't be skipped.", called(*field)))
            }
            Say::StillNeeded(missing) => {
                let names: Vec<Phrase> = missing.iter().map(|field| Phrase::plain(called(*field))).collect();
                text(card, &format!("Not yet: the analysis still needs the {}.", listed(&names)))
            }
            Say::Enough => text(card, "That's enough. What I haven't asked stays open; you can add it here."),
            Say::AskThem(field) => self.ask_them(card, *field),
            Say::WhereThePriceIs => self.where_the_price_is(card),
            Say::LeftOpen(Field::Written) => text(card, "Left open: whether it is in writing."),
            Say::LeftOpen(field) => text(card, &format!("Left open: {}.", called(*field))),
            Say::Stays(field) => text(card, prompt(*field).stays),
            Say::NothingBefore => text(card, "This is the first question; there is none before it."),
            Say::TooManyOpen => text(
                card,
                "Several offers wait to be finished, the most I keep open. Finish this one or write \"cancel\" first.",
            ),
            Say::PutBehind => text(card, "What you were entering is kept. It waits until this is done."),
            Say::Waits => card.with_small("The offer you were entering before is kept: /offer start goes on with it."),
            Say::AsItWas => text(card, "This is the offer as it is saved."),
            Say::NothingOpen => text(card, "There is no walkthrough open. /offer start begins one."),
            Say::ExplainCheck => text(
                card,
                "Look over your answers. Save them if they are right; to correct one, choose it below or write, for example, \"base 190k\".",
            ),
            Say::NotSavedYet => {
                text(card, "All right, nothing is saved yet. Take your time; \"save\" saves it as it stands here.")
            }
            Say::Undone => text(card, "Taken back: that is as it was before."),
            Say::UnreadFirst => {
                text(card, "One thing first: what you told me of this I could not read, so it is not in yet.")
            }
            Say::Ask(field) => self.ask(card, *field),
            Say::Settle(doubt) => self.settle(card, doubt),
            Say::Check => self.check(card),
            Say::Choices(doubt) => text(card, &doubt::choices(doubt)),
            Say::ExplainDoubt(doubt) => text(card, &doubt::meaning(doubt)),
            Say::WhyDoubt(doubt) => text(card, doubt::why(doubt)),
            Say::AsWeakest => text(card, "I count it as the least firm. Tell me when you know more."),
            Say::LeftOutDoubt(doubt) => text(card, &doubt::left_out(doubt)),
            Say::AskLeave(wish) => leave_card::ask_leave(card, *wish, self.session, self.controls),
            Say::WaysToLeave(wish) => text(card, &leave_card::ways_to_leave(*wish, self.session)),
            Say::AskPasted { room } => leave_card::ask_pasted(card, *room, self.session, self.controls),
            Say::WaysToPaste { room } => text(card, &leave_card::ways_to_paste(*room)),
            Say::LetterLeft => text(card, "I left the letter out."),
            Say::Replaced(stays) => text(card, &leave_card::replaced(stays)),
            Say::Stopped(None) => text(card, "Stopped, and nothing is kept of it. /offer start begins a new one."),
            Say::Stopped(Some(_)) => text(card, "Stopped. The saved offer is as it was; /offer show shows it."),
            Say::PutAside => text(card, "Put aside: your answers are kept. /offer start goes on where we were."),
            Say::Complete { .. } | Say::CaseComplete { .. } => card,
            Say::AskFact(_)
            | Say::Keep { .. }
            | Say::ExplainFact(_)
            | Say::WhyFact(_)
            | Say::FactRefused(_)
            | Say::FactExamples(_)
            | Say::CaseStopped => case_card::add(card, say, self.session, self.spoken_of),
        }
    }

    /// What the figures of the draft are in.
    fn currency(&self) -> Currency {
        self.draft().map(|draft| draft.currency).unwrap_or_default()
    }

    /// What there is not for a place outside the US, and what the figures are taken in.
    fn outside_the_us(&self, answer: &Answer) -> Option<String> {
        let Answer::Location(place) = answer else { return None };
        Some(crate::words::abroad(place, place.abroad()?, self.draft()?.currency))
    }

    /// Below the first question about pay: US dollars, where the place has another currency and none was named.
    fn in_us_dollars(&self, field: Field) -> Option<Button> {
        let draft =
            self.draft().filter(|draft| field == Field::Base && !draft.currency.is_usd() && !draft.currency_said);
        let key = draft.and_then(|_| Answer::Currency(Currency::USD).key());
        key.map(|key| Button::new("In US dollars", self.controls.on(Verb::Answer, key)))
    }

    fn ask(&self, mut card: Card, field: Field) -> Card {
        let Prompt { wording, ways, again, ranges, beside, .. } = prompt(field);
        let known = self.draft().filter(|draft| draft.has(field));
        card.title = Some(match field.number() {
            Some(number) => format!("Question {number} of {}", Field::asked().count()),
            None => field_name(field).to_owned(),
        });
        let again = again.filter(|_| known.is_some());
        card = card.with(Block::Lead(again.as_ref().map_or(wording.ask, |again| again.ask).to_owned()));
        if let Some(value) = known.and_then(|draft| words::known(draft, field)) {
            card = card.with(Block::Text(format!("So far: {value}.")));
        }
        let told = |fact: Fact| {
            let record = self.spoken_of?;
            Some(crate::words::fact(fact, record.facts.get(fact)?, record.offer.currency))
        };
        if let Some((told, says)) = beside.and_then(|(fact, says)| Some((told(fact)?, says))) {
            card = card.with(Block::Text(format!("{says}: {told}.")));
        }
        let ranges = ranges.zip(self.draft()).and_then(|(ranges, draft)| ranges(draft, self.bands));
        let shares = self.draft().and_then(|draft| only_shares(draft, field));
        card = shares.into_iter().fold(card, |card, said| card.with(Block::Text(said)));
        let hint = match self.currency() {
            currency if field == Field::Grant && !currency.is_usd() => crate::words::value_of_shares(currency),
            currency => currency.reads(wording.hint),
        };
        card = card.with_small(std::iter::once(hint).chain(ranges).collect::<Vec<_>>().join(" "));
        let pass = match (&again, known) {
            (Some(_), _) => Some("That's all"),
            (None, Some(_)) => Some("Keep it"),
            (None, None) => (!field.required()).then_some("Skip"),
        };
        let ways = again.map_or(ways, |again| Ways::Buttons(vec![Way::Type(again.add)]));
        let back = field.before().is_some() || field.number().is_none();
        let card = self.ways(card, field, ways);
        let card = self.in_us_dollars(field).into_iter().fold(card, |card, button| card.with_buttons(vec![button]));
        let card = card.with_buttons(self.controls.steering(back, pass));
        let on_the_way = matches!(&self.session.state, State::Asking(question) if !question.returning);
        let sheet = Sheet::of(field).filter(|_| on_the_way);
        let press = |sheet: Sheet| self.controls.on(Verb::Type, sheet.key());
        let letter = (on_the_way && field.before().is_none()).then(links::paste);
        let sheet = sheet.map(|sheet| Button::new(sheet.label(), press(sheet)));
        card.with_buttons(sheet.into_iter().chain(letter).collect())
    }

    fn ways(&self, card: Card, field: Field, ways: Ways) -> Card {
        match ways {
            Ways::Buttons(ways) => {
                let buttons = ways.into_iter().enumerate().filter_map(|(index, way)| match way {
                    Way::Type(label) => {
                        let press = self.controls.on(Verb::Type, field.key());
                        Some(if index == 0 { Button::primary(label, press) } else { Button::new(label, press) })
                    }
                    Way::Ready(label, answer) => {
                        Some(Button::new(label, self.controls.on(Verb::Answer, answer.key()?)))
                    }
                });
                card.with_buttons(buttons.collect())
            }
            Ways::List { prompt, answers } => {
                let options = answers.into_iter().filter_map(|(label, answer)| {
                    let value = answer.value_key()?;
                    Some(Choice { label: label.into(), value, description: None })
                });
                card.with_select(self.controls.on(Verb::Answer, field.key()), prompt, options.collect())
            }
        }
    }

    fn settle(&self, card: Card, doubt: &Doubt) -> Card {
        let mut card = card.with(Block::Lead(crate::words::question(doubt)));
        card.title = Some("One thing to settle".into());
        let mut buttons: Vec<Button> = doubt::labels(doubt)
            .into_iter()
            .enumerate()
            .map(|(index, label)| Button::new(label, self.controls.on(Verb::Settle, index.to_string())))
            .collect();
        match doubt {
            Doubt::SharePrice { .. } => {
                buttons.push(Button::primary("Type the price", self.controls.on(Verb::Type, PRICE)));
            }
            Doubt::SignOnSum { .. } => {
                buttons.push(Button::new("Type both amounts", self.controls.on(Verb::Type, Field::SignOn.key())));
            }
            Doubt::Zeros { .. }
            | Doubt::Unusual { .. }
            | Doubt::SignOnSplit { .. }
            | Doubt::SignOnOfMonths { .. }
            | Doubt::BaseOfPeriod { .. }
            | Doubt::TotalOrBase { .. }
            | Doubt::Firmness { .. }
            | Doubt::WalkAwayUnit { .. }
            | Doubt::LumpSumRepaid
            | Doubt::SignOnPaid { .. }
            | Doubt::VestsHowOften { .. }
            | Doubt::GrantPerYear { .. } => {}
        }
        card = doubt::hint(doubt).into_iter().fold(card, Card::with_small);
        let again = if matches!(doubt, Doubt::TotalOrBase { .. }) { "It's my total pay" } else { "Answer again" };
        buttons.push(self.controls.button(again, Verb::Back));
        if self.prices && matches!(doubt, Doubt::SharePrice { .. }) {
            buttons.push(self.controls.button("Use today's price", Verb::Price));
        }
        card.with_buttons(buttons)
    }

    fn check(&self, mut card: Card) -> Card {
        let unanswered = OfferDraft::default();
        let draft = self.draft().unwrap_or(&unanswered);
        let line = |field: &Field| words::line(draft, *field);
        let editing = self.session.state.walk().is_some_and(|walk| walk.editing.is_some());
        card.title = Some("Check your answers".into());
        card =
            card.with(Block::Fields(draft.shown().map(|field| (field_name(field).to_owned(), line(&field))).collect()));
        if let (Some(start), Some(reply)) = (draft.start_date, draft.reply_by)
            && start < reply
        {
            card = card.with(Block::Text(
                "The start lies before the last day to answer. Are the two swapped? Correct the one that is wrong."
                    .into(),
            ));
        }
        let options = draft.shown().map(|field| {
            let now: String = line(&field).chars().take(90).collect();
            Choice::new(format!("Change: {}", field_name(field)), field.key()).described(now)
        });
        let change = self.controls.press(Action::bare(Verb::Change));
        card = card.with_select(change, "Change an answer", options.collect());
        let save = if editing { "Save the changes" } else { "Save and analyse" };
        let mut buttons = vec![
            Button::primary(save, self.controls.press(Action::bare(Verb::Save))),
            self.controls.button("Back", Verb::Back),
        ];
        buttons.push(self.controls.button("Help", Verb::Help));
        buttons.push(self.controls.button("Start over", Verb::StartOver));
        buttons.push(self.controls.button("Cancel", Verb::Cancel));
        let how = match self.venue {
            Venue::Direct => {
                "All right? Press the button or write \"save\". To correct one, write for example \"base 190k\"."
            }
            Venue::Shared => "All right? Then save. To correct one, choose it from the list.",
        };
        card.with_buttons(buttons).with_small(how)
    }

    /// The line to ask the recruiter with, and the way to put the rest aside.
    /// Where a price a share is to be had: here where there is a source, else at any finance page, or from the recruiter.
    fn where_the_price_is(&self, card: Card) -> Card {
        let today = if self.prices {
            "The button takes today's price."
        } else {
            "Any finance page shows today's price of one Amazon share (AMZN): write that one."
        };
        let card = card.with(Block::Text(format!(
            "{today} What you write can be changed any time. Or ask your recruiter for theirs; everything is kept until then. You could write:"
        )));
        card.with(Block::Copy("Which share price did you count the RSUs with?".into()))
            .with_buttons(vec![self.controls.button(leave_card::KEEP, Verb::Pause)])
    }

    fn ask_them(&self, card: Card, field: Field) -> Card {
        let card = card.with(Block::Text(format!(
            "Then ask your recruiter for the {}. Everything else is kept; send it when you know. You could write:",
            called(field)
        )));
        let card = card.with_all(line_to_ask(field).map(|line| Block::Copy(line.into())));
        card.with_buttons(vec![self.controls.button(leave_card::KEEP, Verb::Pause)])
    }
}

/// What a field is called inside a sentence.
fn called(field: Field) -> String {
    let name = field_name(field);
    if field == Field::Grant { name.to_owned() } else { name.to_lowercase() }
}

/// A grant of shares beside money that shares are not priced in: why its value is asked for.
fn only_shares(draft: &OfferDraft, field: Field) -> Option<String> {
    let grant = draft.grant.filter(|grant| field == Field::Grant && !draft.counts(*grant))?;
    Some(format!("I keep {} in mind, and can't count them yet.", words::grant(grant)))
}

fn welcome(card: Card) -> Card {
    card.with(Block::Text(
        "Hi, I'm Counteroffer, a bot. I ask about your offer one question at a time; then you get what it pays over four years, \
         what to watch out for, and words to negotiate with."
            .into(),
    ))
    .with(Block::Text(
        "No other member sees this. I keep your answers to work with them, where whoever runs this copy of me could read \
         them; /privacy says how, and /forget deletes everything.".into(),
    ))
}
