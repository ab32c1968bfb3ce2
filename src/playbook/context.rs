//! What a template can name: typed, formatted, and only what the user entered or what
//! follows from it.
//!
//! The walk-away number has no place here, so no template can print it. What is unknown
//! is absent rather than empty: the strict renderer then refuses a template that prints
//! it unasked. A day that has passed counts as unknown.

use std::collections::BTreeMap;

use jiff::ToSpan;
use jiff::civil::Date;
use serde::Serialize;

use super::condition::Condition;
use super::figures::{Offered, Plan, Raises};
use super::law::{Law, law_of};
use super::market::Market;
use crate::analysis::Analysis;
use crate::counter::Ask;
use crate::echo::{self, Echo};
use crate::market::{Band, Country, Place};
use crate::money::Currency;
use crate::offer::{Fact, Facts, Firmness, Level, Offer, OtherOffer, Told};
use crate::words;

/// All that scripts about an offer are made from.
#[derive(Clone, Copy, Debug)]
pub struct Material<'a> {
    /// The offer as it stands.
    pub offer: &'a Offer,
    /// The version before it, where the recruiter has moved.
    pub earlier: Option<&'a Offer>,
    /// What the user entered for scripts.
    pub facts: &'a Facts,
    /// The analysis of the offer.
    pub analysis: &'a Analysis,
    /// The band of its cell, if there is one.
    pub band: Option<&'a Band>,
    /// The level above, where it is known.
    pub next_level: Option<Level>,
    /// The band of the next level in the same place, if there is one.
    pub next_band: Option<&'a Band>,
    /// The figures the plan aims for.
    pub target: &'a Ask,
    /// The figures to open with: above the target, so that there is something to give.
    pub opening: &'a Ask,
    /// The day it is written on.
    pub today: Date,
}

impl<'a> Material<'a> {
    /// All that the user told of the offer.
    pub(super) fn told(&self) -> Told<'a> {
        Told { offer: self.offer, facts: self.facts, today: self.today }
    }
}

/// What answers before an offer are made from; all of it may be unknown.
#[derive(Clone, Copy, Debug, Default)]
pub struct BeforeOffer<'a> {
    /// The level spoken of.
    pub level: Option<Level>,
    /// Where the job is.
    pub place: Option<&'a Place>,
    /// The band of that cell, if there is one.
    pub band: Option<&'a Band>,
    /// What the user entered for scripts.
    pub facts: Option<&'a Facts>,
}

/// The longest name of another employer in a script, in characters.
pub(super) const LONGEST_COMPANY: usize = Echo::LONGEST;
/// Other offers that one script names, firmest first.
const MOST_OTHERS: usize = 3;
/// Days the playbook says to take before answering.
const DAYS_TO_ANSWER: i64 = 2;

/// Everything a template can name.
#[derive(Clone, Debug, Default, Serialize)]
pub(super) struct Context {
    /// The facts by their keys; one that was not entered is absent.
    #[serde(flatten)]
    pub(super) facts: BTreeMap<&'static str, String>,
    /// Whether the user said that this is their first choice.
    first_choice_said: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    level: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    next_level: Option<String>,
    /// Whether no level is known above that of the offer.
    #[serde(skip)]
    level_above_unknown: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    place: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    law: Option<&'static Law>,
    /// The country of a job outside the US, of whose taxes and laws nothing is said; empty in the US.
    abroad: &'static str,
    /// The sign of amounts in US dollars: in full beside another currency.
    usd: &'static str,
    /// What the figures are in.
    #[serde(skip)]
    currency: Currency,
    #[serde(skip_serializing_if = "Option::is_none")]
    market: Option<Market>,
    #[serde(skip_serializing_if = "Option::is_none")]
    offer: Option<Offered>,
    /// What each lever in dollars would ask for alone.
    #[serde(skip_serializing_if = "Option::is_none")]
    alone: Option<Raises>,
    #[serde(skip_serializing_if = "Option::is_none")]
    opening: Option<Plan>,
    #[serde(skip_serializing_if = "Option::is_none")]
    target: Option<Plan>,
    /// What rose since the version before.
    #[serde(skip_serializing_if = "Option::is_none")]
    moved: Option<Raises>,
    /// Other offers and processes, firmest first.
    others: Vec<Other>,
    /// Whether one of them is an offer, in writing or said.
    offer_in_hand: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    start_date: Option<String>,
    /// The first day that the offer names, where the user wants another.
    #[serde(skip_serializing_if = "Option::is_none")]
    offered_start: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reply_by: Option<String>,
    /// The day to promise an answer for: in two days, or the stated day if that is sooner.
    #[serde(skip_serializing_if = "Option::is_none")]
    answer_by: Option<String>,
}

/// Another offer or process: exactly one of the three stages is set.
#[derive(Clone, Debug, Serialize)]
struct Other {
    company: String,
    written: bool,
    verbal: bool,
    in_process: bool,
    /// Dollars a year on average, for a real offer only.
    #[serde(skip_serializing_if = "Option::is_none")]
    a_year: Option<String>,
    /// The day they want an answer, for a real offer only, and not once it has passed.
    #[serde(skip_serializing_if = "Option::is_none")]
    reply_by: Option<String>,
}

impl Context {
    /// The context of scripts about an offer.
    pub(super) fn of(material: &Material<'_>) -> Self {
        let Material { offer, earlier, analysis, band, next_level, target, opening, today, .. } = *material;
        let coming = |date: Option<Date>| date.filter(|date| *date >= today);
        let reply_by = coming(offer.reply_by);
        let in_two_days = today.checked_add(DAYS_TO_ANSWER.days()).ok();
        let answer_by = in_two_days.map(|day| reply_by.map_or(day, |reply_by| day.min(reply_by)));
        let moved = earlier.map(|earlier| Raises::between(earlier, &Ask::offered(offer)));
        let told = material.told();
        let facts = Fact::ALL.iter().filter(|fact| told.fits(**fact));
        let facts = facts.filter_map(|fact| Some((*fact, words::told(&told, *fact)?)));
        let start_date = offer.start_date.map(day);
        Self {
            others: others(&offer.competing, today),
            offer_in_hand: offer.competing.iter().any(OtherOffer::is_in_hand),
            market: band.map(|band| Market::of(offer, band, analysis)),
            offer: Some(Offered::of(offer)),
            alone: Some(Raises::alone(offer, band, opening)),
            opening: Some(Plan::of(offer, opening)),
            target: Some(Plan::of(offer, target)),
            moved: moved.filter(|moved| moved.count() > 0),
            offered_start: start_date
                .clone()
                .filter(|start| words::told(&told, Fact::WantedStart).as_ref() != Some(start)),
            start_date,
            reply_by: reply_by.map(day),
            answer_by: answer_by.map(day),
            next_level: Some(next_level.map_or_else(|| "the next level".to_owned(), |level| level.to_string())),
            level_above_unknown: next_level.is_none(),
            usd: if offer.currency.is_usd() { Currency::USD.sign() } else { Currency::USD.sign_in_full() },
            currency: offer.currency,
            ..Self::of_cell(Some(offer.level), Some(&offer.place), facts)
        }
    }

    /// The context of answers before there is an offer.
    pub(super) fn before(before: &BeforeOffer<'_>) -> Self {
        let facts = before
            .facts
            .into_iter()
            .flat_map(Facts::entered)
            .map(|(fact, kept)| (fact, words::fact(fact, kept, Currency::USD)));
        Self {
            // A range without its cell would be a range of nothing.
            market: before.band.filter(|_| before.level.is_some() && before.place.is_some()).map(Market::before_offer),
            ..Self::of_cell(before.level, before.place, facts)
        }
    }

    /// Whether the plan asks for anything more than is offered.
    pub(super) fn asks_something(&self) -> bool {
        self.opening.as_ref().is_some_and(|plan| plan.any) && self.target.as_ref().is_some_and(|plan| plan.any)
    }

    /// Whether no level is known above that of the offer.
    pub(super) fn is_at_the_top(&self) -> bool {
        self.level_above_unknown
    }

    /// Whether what a text needs is known.
    pub(super) fn knows(&self, condition: Condition) -> bool {
        match condition {
            Condition::Fact(fact) => self.facts.contains_key(fact.key()),
            Condition::OfferInHand => self.offer_in_hand,
            Condition::ReplyBy => self.reply_by.is_some(),
            Condition::LeftBehind => self.offer.as_ref().is_some_and(|offer| offer.left_behind.is_some()),
            Condition::BaseRange => self.market.as_ref().is_some_and(Market::shows_base),
        }
    }

    /// The law of the job's state, where it is known.
    pub(super) fn law(&self) -> Option<&'static Law> {
        self.law
    }

    /// Whether the figure that a lever alone asks for is no round one.
    pub(super) fn asks_precisely(&self, lever: super::Lever) -> bool {
        self.alone.as_ref().and_then(|alone| alone.of(lever)).is_some_and(|raise| raise.precise)
    }

    /// What the figures are in.
    pub(super) fn currency(&self) -> Currency {
        self.currency
    }

    /// Whether the job is outside the US.
    pub(super) fn is_abroad(&self) -> bool {
        !self.abroad.is_empty()
    }

    /// The month of the market's figures.
    pub(super) fn market_month(&self) -> Option<&str> {
        self.market.as_ref().map(|market| market.month.as_str())
    }

    fn of_cell(level: Option<Level>, place: Option<&Place>, facts: impl Iterator<Item = (Fact, String)>) -> Self {
        let mut entered: BTreeMap<&'static str, String> =
            facts.map(|(fact, text)| (fact.key(), echo::kept(&text, fact.longest()))).collect();
        entered.retain(|_, text| !text.is_empty());
        let first_choice = entered.remove(Fact::FirstChoice.key());
        Self {
            first_choice_said: first_choice.is_some_and(|said| said.to_lowercase().starts_with('y')),
            facts: entered,
            level: level.map(|level| level.to_string()),
            usd: Currency::USD.sign(),
            place: place.map(|place| echo::kept(&place.to_string(), Place::LONGEST_NAME)),
            law: place.and_then(Place::state).map(law_of),
            abroad: place.and_then(Place::abroad).map_or("", Country::name),
            ..Self::default()
        }
    }
}

/// Those that may be spoken of: one without a word on how firm it is may not.
fn others(competing: &[OtherOffer], today: Date) -> Vec<Other> {
    let mut firmest_first: Vec<(Firmness, &OtherOffer)> =
        competing.iter().filter_map(|other| Some((other.firmness?, other))).collect();
    firmest_first.sort_by_key(|(firmness, _)| *firmness);
    let named = firmest_first.into_iter().map(|(firmness, other)| {
        let offered = other.is_in_hand();
        Other {
            company: echo::kept(&other.company, LONGEST_COMPANY),
            written: firmness == Firmness::Written,
            verbal: firmness == Firmness::Verbal,
            in_process: firmness == Firmness::InProcess,
            a_year: other.pay_a_year().filter(|_| offered).map(|amount| amount.to_string()),
            reply_by: other.reply_by.filter(|date| offered && *date >= today).map(day),
        }
    });
    named.filter(|other| !other.company.is_empty()).take(MOST_OTHERS).collect()
}

/// `Friday, November 27`.
pub(super) fn day(date: Date) -> String {
    date.strftime("%A, %B %-d").to_string()
}
