//! "Use today's price": a share price from the operator's source, fetched only at a press,
//! shown with its day and source, and never needed.

use crate::app::desk::{Desk, Quote};
use crate::app::outcome::{Gone, Outcome, Place, Turn};
use crate::offer::{Grant, OfferId};
use crate::price::{PriceError, SharePrice};
use crate::reading::{Answer, Doubt};
use crate::reply::Card;
use crate::session::{Input, State};

/// Why there is no price: a sentence with the way on.
#[derive(Debug, thiserror::Error)]
enum NoPrice {
    #[error("No price: {0}.")]
    Failed(#[source] PriceError),
    #[error("No price: no source of share prices is set up here; type the price yourself, for example 182.50.")]
    NoSource,
}

fn price(quote: &Quote) -> Result<SharePrice, NoPrice> {
    match quote {
        Quote::Answered(Ok(price)) => Ok(price.clone()),
        Quote::Answered(Err(error)) => Err(NoPrice::Failed(error.clone())),
        Quote::NoSource | Quote::NotAsked => Err(NoPrice::NoSource),
    }
}

/// The button in the walkthrough: the price settles the open question.
pub(crate) fn settle(desk: &Desk) -> Outcome {
    let State::Settling { doubt: Doubt::SharePrice { count }, .. } = desk.account.session().state else {
        return Outcome::Gone(Gone::Control);
    };
    let (input, said) = match price(&desk.quote) {
        Ok(found) => {
            let grant = Grant::Shares { count, price: found.price, priced_on: Some(found.date) };
            (Input::Answered(Answer::Grant(grant)), format!("The price: {}.", found.words()))
        }
        Err(why) => (Input::Repeat, why.to_string()),
    };
    Outcome::Walk(Turn::new(input, Place::Here).said(said))
}

/// The button under an analysis: the grant counts at the fetched price from now on.
pub(crate) fn use_for(desk: &mut Desk, id: OfferId) -> Outcome {
    let found = match price(&desk.quote) {
        Ok(found) => found,
        Err(why) => return Outcome::below(Card::text(format!("{why} The offer is as it was."))),
    };
    let now = desk.now;
    let Some(record) = desk.account.offer_mut(id) else { return Outcome::Gone(Gone::Offer) };
    let Grant::Shares { price, priced_on, .. } = &mut record.offer.grant else {
        let said = record.offer.currency.reads("The grant is in dollars, so no share price goes into it.");
        return Outcome::below(Card::text(said));
    };
    let said = if priced_on.is_some_and(|day| day > found.date) {
        format!("The newest price there is, {}, is older than yours: yours stays.", found.words())
    } else {
        let before = std::mem::replace(price, found.price);
        *priced_on = Some(found.date);
        record.updated = now;
        format!("The grant now counts at {}; before it was {before}.", found.words())
    };
    Outcome::Analysis(id, Some(said))
}
