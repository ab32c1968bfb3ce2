//! "Use today's price": a share price from the operator's source, fetched only at a press,
//! shown with its day and source, and never needed.

use crate::analysis::WarningCode;
use crate::app::pages::about;
use crate::app::pages::analysis;
use crate::app::request::{Body, Request};
use crate::app::route::Desk;
use crate::app::walk;
use crate::offer::{Grant, OfferId, OfferRecord};
use crate::price::{PriceError, SharePrice};
use crate::reading::{Answer, Doubt};
use crate::reply::{Action, Press, Verb};
use crate::reply::{Block, Button, Card, Controls, Reply};
use crate::session::{Input, Session, State};

/// What is known of a price when a request is decided.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Quote {
    /// The operator set up no source.
    NoSource,
    /// There is a source, and this request does not ask it.
    NotAsked,
    /// What it answered.
    Answered(Result<SharePrice, PriceError>),
}

impl Quote {
    /// The price, or a sentence on why there is none.
    fn price(&self) -> Result<SharePrice, String> {
        match self {
            Self::Answered(Ok(price)) => Ok(price.clone()),
            Self::Answered(Err(error)) => Err(format!("No price: {error}.")),
            Self::NoSource | Self::NotAsked => {
                Err("No price: no source of share prices is set up here; type the price yourself, for example 182.50."
                    .into())
            }
        }
    }
}

/// Whether a request asks the source: only a press on the button does.
pub(crate) fn is_wanted(request: &Request) -> bool {
    matches!(&request.body, Body::Press(press) if press.action.verb == Verb::Price)
}

const LABEL: &str = "Use today's price";

/// The analysis with the button, where the grant's price is old or of no known day.
pub(crate) fn with_button(desk: &Desk, record: &OfferRecord, mut card: Card) -> Card {
    if desk.quote == Quote::NoSource {
        return card;
    }
    let (analysis, _) = analysis::analysis(record, desk.bands, desk.now);
    if analysis.warnings.iter().any(|warning| warning.code == WarningCode::OldSharePrice) {
        add(&mut card, Button::new(LABEL, Press::always(Action::of_offer(Verb::Price, record.id))));
    }
    card
}

/// The question for a price with the button.
pub(crate) fn with_button_to_settle(quote: &Quote, session: &Session, mut card: Card) -> Card {
    if *quote != Quote::NoSource && asked_count(session).is_some() {
        let press = Press { session: session.number, step: session.step, action: Action::bare(Verb::Price) };
        add(&mut card, Button::new(LABEL, press));
    }
    card
}

/// Into the last row of buttons with room, or a new one.
fn add(card: &mut Card, button: Button) {
    let row = card.controls.iter_mut().rev().find_map(|row| match row {
        Controls::Buttons(buttons) if buttons.len() < 5 => Some(buttons),
        _ => None,
    });
    match row {
        Some(buttons) => buttons.push(button),
        None => card.controls.push(Controls::Buttons(vec![button])),
    }
}

/// The shares whose price is asked for just now.
fn asked_count(session: &Session) -> Option<u32> {
    match session.state {
        State::Settling { doubt: Doubt::SharePrice { count }, .. } => Some(count),
        _ => None,
    }
}

/// The button in the walkthrough: the price settles the open question.
pub(crate) fn settle(desk: &mut Desk) -> Reply {
    let Some(count) = asked_count(desk.account.session()) else {
        return Reply::Show(about::old_control());
    };
    let (input, said) = match desk.quote.price() {
        Ok(found) => {
            let grant = Grant::Shares { count, price: found.price, priced_on: Some(found.date) };
            (Input::Answered(Answer::Grant(grant)), format!("The price: {}.", found.words()))
        }
        Err(sentence) => (Input::Begin { purpose: None }, sentence),
    };
    let failed = matches!(input, Input::Begin { .. });
    match walk::step_with(desk, input) {
        Reply::Update(mut card) => {
            if failed {
                // In place of "welcome back": the question never closed.
                card.blocks.remove(0);
            }
            card.blocks.insert(0, Block::Text(said));
            Reply::Update(card)
        }
        reply => reply,
    }
}

/// The button under an analysis: the grant counts at the fetched price from now on.
pub(crate) fn use_for(desk: &mut Desk, id: OfferId) -> Reply {
    let found = match desk.quote.price() {
        Ok(found) => found,
        Err(sentence) => return Reply::Show(Card::text(format!("{sentence} The offer is as it was."))),
    };
    let now = desk.now;
    let Some(record) = desk.account.offer_mut(id) else {
        return Reply::Show(about::old_control());
    };
    let Grant::Shares { price, priced_on, .. } = &mut record.offer.grant else {
        return Reply::Show(Card::text("The grant is in dollars, so no share price goes into it."));
    };
    let said = if priced_on.is_some_and(|day| day > found.date) {
        format!("The newest price there is, {}, is older than yours: yours stays.", found.words())
    } else {
        let before = std::mem::replace(price, found.price);
        *priced_on = Some(found.date);
        record.updated = now;
        format!("The grant now counts at {}; before it was {before}.", found.words())
    };
    match desk.account.offer(id) {
        Some(record) => {
            let mut card = with_button(desk, record, analysis::card(record, desk.bands, now));
            card.blocks.insert(0, Block::Text(said));
            Reply::Update(card)
        }
        None => Reply::Show(about::old_control()),
    }
}
