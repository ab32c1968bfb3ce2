//! What the questions behind the case say, as a card.

use super::controls::Controls;
use super::questions::{beside_case, case_wording};
use crate::app::forms::fact_input;
use crate::echo::Echo;
use crate::money::Currency;
use crate::offer::{Fact, OfferRecord};
use crate::reply::Verb;
use crate::reply::{Block, Button, Card, Form, Press};
use crate::session::{CaseQuestion, CaseTalk, Refused, Say, Session, State};

/// Adds what is said of the case to a card.
pub(super) fn add(card: Card, say: &Say, session: &Session, record: Option<&OfferRecord>) -> Card {
    match say {
        Say::AskFact(_) => match session.state.case() {
            Some(talk) => ask(card, talk, record, Controls::of(session)),
            None => card,
        },
        Say::ExplainFact(question) => card.with(Block::Text(case_wording(*question).explained(currency(record)))),
        Say::WhyFact(question) => card.with(Block::Text(case_wording(*question).why.into())),
        Say::FactExamples(question) => case_wording(*question).show_examples(card, currency(record)),
        Say::FactRefused(why) => card.with(Block::Text(refused(*why))),
        Say::CaseStopped => {
            let waits = matches!(session.state, State::Paused { .. });
            let aside = if waits { " Your walkthrough waits too: /offer start." } else { "" };
            let stop = "We stop here. What you told me is kept with the offer; /case goes on with it.";
            card.with(Block::Text(format!("{stop}{aside}")))
        }
        Say::Keep { text, .. } if text.is_empty() => card.with(Block::Text("Taken out.".into())),
        Say::Keep { fact, text, .. } => {
            card.with(Block::Text(format!("Noted: {}", shown(*fact, text, currency(record)))))
        }
        _ => card,
    }
}

/// A fact as it is shown back; whole it stands in the form and in the text.
fn shown(fact: Fact, kept: &str, currency: Currency) -> Echo {
    Echo::of(&crate::words::fact(fact, kept, currency))
}

/// What the figures of the offer are in.
fn currency(record: Option<&OfferRecord>) -> Currency {
    record.map(|record| record.offer.currency).unwrap_or_default()
}

fn refused(why: Refused) -> String {
    match why {
        Refused::Empty => "I see no words in that.".into(),
        Refused::Question => {
            "That sounds like a question, so I kept it for no answer. Say it as you would tell your recruiter, or write \"skip\".".into()
        }
        Refused::BareYes => "Good: tell me in a few words, and I can use them.".into(),
        Refused::BareNo => "Your answer stays. Press Take it out or write \"none\" to remove it.".into(),
        Refused::TooLong { long, longest } => format!(
            "That has {long} characters, and there is room for {longest}. I don't cut it off: send it in fewer words."
        ),
        Refused::OfOffer => "That is part of the offer itself: /offer edit changes it.".into(),
    }
}

fn ask(mut card: Card, talk: &CaseTalk, record: Option<&OfferRecord>, controls: Controls) -> Card {
    let question = talk.at;
    let wording = case_wording(question);
    card.title = Some(format!("Your case: question {} of {}", question.number(), CaseQuestion::ALL.len()));
    card = card.with(Block::Lead(wording.ask.into()));
    let known = talk.facts.get(question.fact());
    if let Some(kept) = known {
        let kept = shown(question.fact(), kept, currency(record));
        card = card.with(Block::Text(format!("So far: {kept}")));
    }
    if let Some(beside) = record.and_then(|record| beside_case(question, &record.offer)) {
        card = card.with(Block::Text(beside));
    }
    let mut answers = vec![Button::primary("Type the answer", controls.on(Verb::Type, question.fact().key()))];
    if known.is_some() {
        answers.push(controls.button("Keep it", Verb::Skip));
        answers.push(controls.button("Take it out", Verb::Decline));
    } else {
        answers.push(controls.button("Skip", Verb::Skip));
    }
    answers.push(controls.button("Show the page", Verb::Save));
    card.with_buttons(answers)
        .with_buttons(controls.steering(question.number() > 1, None))
        .with_small(currency(record).reads(wording.hint))
}

/// The form in which a fact is typed.
pub(super) fn form(talk: &CaseTalk, press: Press) -> Form {
    let fact = talk.at.fact();
    let mut input = fact_input(fact, talk.facts.get(fact).map(str::to_owned), true);
    input.key = super::questions::ANSWER.into();
    Form { title: "Your case".into(), press, inputs: vec![input] }
}
