//! An offer under way: every [`Field`] the conversation asks for, and what is known so far.

use std::collections::BTreeSet;
use std::fmt;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr, VariantArray};

use super::{Fact, Grant, Level, Offer, OtherOffer, Schedule, SignOn, SignOnTerms};
use crate::echo::Echo;
use crate::market::{CompanyName, Country, Place, Role};
use crate::money::{Currency, Money};

/// One question of the walkthrough, in the order asked: the required ones first.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    EnumString,
    IntoStaticStr,
    VariantArray,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case", parse_err_ty = UnknownField, parse_err_fn = unknown_field)]
pub enum Field {
    /// The level.
    Level,
    /// The job family. Never asked for: software engineers until another is named.
    Role,
    /// Where the job is.
    Location,
    /// What the figures are in. Never asked for: it follows from the place until another is named.
    Currency,
    /// Base salary a year.
    Base,
    /// Sign-on of both years.
    SignOn,
    /// The grant: dollars, or shares and their price.
    Grant,
    /// When the grant vests. Never asked for: Amazon's schedule stands until it is changed.
    Vesting,
    /// Whether the offer is in writing.
    Written,
    /// First day.
    StartDate,
    /// Last day to answer.
    ReplyBy,
    /// How the sign-on is paid and repaid.
    SignOnTerms,
    /// Unvested equity left behind.
    LeftBehind,
    /// Other offers.
    Competing,
    /// The least the user would take.
    WalkAway,
}

/// Whether and how a field is asked for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Need {
    /// An analysis needs it.
    Required,
    /// It may be passed.
    Optional,
    /// Something stands there from the start, which can be changed on the card of answers.
    Given,
}

/// What the answer to a field is told in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldKind {
    /// Dollars, in one figure or several.
    Dollars,
    /// A day.
    Day,
    /// Words, or what is itself a name.
    Words,
}

impl Field {
    /// Every field, in the order of the card of answers, where each can be changed.
    pub const ALL: &'static [Self] = Self::VARIANTS;

    fn need(self) -> Need {
        match self {
            Self::Level | Self::Location | Self::Base | Self::SignOn | Self::Grant => Need::Required,
            Self::Vesting | Self::Role | Self::Currency => Need::Given,
            Self::Written
            | Self::StartDate
            | Self::ReplyBy
            | Self::SignOnTerms
            | Self::LeftBehind
            | Self::Competing
            | Self::WalkAway => Need::Optional,
        }
    }

    /// The fields that are asked for, in order.
    pub fn asked() -> impl DoubleEndedIterator<Item = Self> {
        Self::ALL.iter().copied().filter(|field| field.need() != Need::Given)
    }

    /// Whether an analysis needs it.
    pub fn required(self) -> bool {
        self.need() == Need::Required
    }

    /// Whether its question can be passed, or answered with "none".
    pub fn optional(self) -> bool {
        self.need() == Need::Optional
    }

    /// Whether one answer to it may be followed by more, and does not replace the one before.
    pub fn takes_several(self) -> bool {
        self == Self::Competing
    }

    /// What its answer is told in.
    pub fn kind(self) -> FieldKind {
        match self {
            Self::Base | Self::SignOn | Self::Grant | Self::LeftBehind | Self::WalkAway => FieldKind::Dollars,
            Self::StartDate | Self::ReplyBy => FieldKind::Day,
            Self::Level
            | Self::Role
            | Self::Location
            | Self::Currency
            | Self::Vesting
            | Self::Written
            | Self::SignOnTerms
            | Self::Competing => FieldKind::Words,
        }
    }

    /// The stable key, as in a `custom_id`.
    pub fn key(self) -> &'static str {
        self.into()
    }

    /// Its place among the questions, from 1; `None` for one that is never asked.
    pub fn number(self) -> Option<usize> {
        Self::asked().position(|field| field == self).map(|index| index + 1)
    }

    /// The question before this one.
    pub fn before(self) -> Option<Self> {
        Self::asked().nth(self.number()?.checked_sub(2)?)
    }
}

impl fmt::Display for Field {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.key())
    }
}

/// A key that no field has.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("there is no field called \"{0}\"")]
pub struct UnknownField(pub Echo);

fn unknown_field(key: &str) -> UnknownField {
    UnknownField(Echo::of(key))
}

/// What is known of an offer so far. Money as in [`Offer`].
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct OfferDraft {
    /// Whose offer it is; never asked for.
    #[serde(skip_serializing_if = "CompanyName::is_asked_for")]
    pub company: CompanyName,
    /// The job family; never asked for.
    #[serde(skip_serializing_if = "Role::is_software")]
    pub role: Role,
    /// What its figures are in; US dollars unless the place is outside the US or another was named.
    #[serde(skip_serializing_if = "Currency::is_usd")]
    pub currency: Currency,
    /// Whether the user named the currency: it then no longer follows from the place.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub currency_said: bool,
    /// The level.
    pub level: Option<Level>,
    /// Where the job is.
    pub place: Option<Place>,
    /// Base salary, dollars a year.
    pub base: Option<Money>,
    /// Sign-on of both years.
    pub sign_on: Option<SignOn>,
    /// The grant.
    pub grant: Option<Grant>,
    /// When the grant vests; Amazon's schedule unless edited.
    pub schedule: Schedule,
    /// Whether it is in writing.
    pub written: Option<bool>,
    /// First day.
    pub start_date: Option<Date>,
    /// Last day to answer.
    pub reply_by: Option<Date>,
    /// How the sign-on is paid and repaid.
    pub sign_on_terms: Option<SignOnTerms>,
    /// Unvested equity left behind, dollars.
    pub left_behind: Option<Money>,
    /// Other offers.
    pub competing: Vec<OtherOffer>,
    /// The least the user would take, dollars over four years.
    pub walk_away: Option<Money>,
    /// Optional questions answered with "skip" or "none", so that they are not asked again.
    pub passed: BTreeSet<Field>,
}

impl OfferDraft {
    /// Whether a field holds an answer.
    pub fn has(&self, field: Field) -> bool {
        match field {
            Field::Level => self.level.is_some(),
            Field::Location => self.place.is_some(),
            Field::Base => self.base.is_some(),
            Field::SignOn => self.sign_on.is_some(),
            // Shares are priced in US dollars: beside other money only their value there counts.
            Field::Grant => self.grant.is_some_and(|grant| self.counts(grant)),
            // Amazon's own, software engineers and the place's own until another is given.
            Field::Vesting | Field::Role | Field::Currency => true,
            Field::Written => self.written.is_some(),
            Field::StartDate => self.start_date.is_some(),
            Field::ReplyBy => self.reply_by.is_some(),
            Field::SignOnTerms => self.sign_on_terms.is_some(),
            Field::LeftBehind => self.left_behind.is_some(),
            Field::Competing => !self.competing.is_empty(),
            Field::WalkAway => self.walk_away.is_some(),
        }
    }

    /// Takes an answer away. A required field is open again; an optional one counts as not asked.
    pub fn clear(&mut self, field: Field) {
        self.passed.remove(&field);
        match field {
            Field::Level => self.level = None,
            Field::Location => self.place = None,
            Field::Base => self.base = None,
            Field::SignOn => self.sign_on = None,
            Field::Grant => self.grant = None,
            Field::Vesting => self.schedule = Schedule::amazon(),
            Field::Role => self.role = Role::default(),
            Field::Currency => {
                self.currency_said = false;
                self.count_in(self.currency_of_place());
            }
            Field::Written => self.written = None,
            Field::StartDate => self.start_date = None,
            Field::ReplyBy => self.reply_by = None,
            Field::SignOnTerms => self.sign_on_terms = None,
            Field::LeftBehind => self.left_behind = None,
            Field::Competing => self.competing.clear(),
            Field::WalkAway => self.walk_away = None,
        }
    }

    /// Whether a field's question says something here: without a sign-on, nobody asks how it is paid.
    pub fn asks_for(&self, field: Field) -> bool {
        field != Field::SignOnTerms || self.sign_on.is_none_or(|sign_on| !sign_on.total().is_zero())
    }

    /// The first question still to ask.
    pub fn next_open(&self) -> Option<Field> {
        let open = |field: &Field| self.asks_for(*field) && !self.has(*field) && !self.passed.contains(field);
        Field::asked().find(open)
    }

    /// What people are paid in where the job is.
    fn currency_of_place(&self) -> Currency {
        self.place.as_ref().and_then(Place::abroad).map_or(Currency::USD, Country::currency)
    }

    /// Whether a grant can be counted with the other figures.
    pub fn counts(&self, grant: Grant) -> bool {
        self.currency.is_usd() || matches!(grant, Grant::Dollars(_))
    }

    /// Takes a place. Until a currency is named, figures are in what people are paid in there.
    pub fn set_place(&mut self, place: Place) {
        self.place = Some(place);
        self.count_in(if self.currency_said { self.currency } else { self.currency_of_place() });
    }

    /// Takes a currency that was named.
    pub fn set_currency(&mut self, currency: Currency) {
        self.currency_said = true;
        self.count_in(currency);
    }

    /// Shows all figures of the offer in a currency. Figures are as they were stated: nothing is converted. Other
    /// companies' offers stay in theirs.
    pub fn count_in(&mut self, currency: Currency) {
        self.currency = currency;
        self.base = self.base.map(|base| base.in_currency(currency));
        self.sign_on = self.sign_on.map(|sign_on| sign_on.in_currency(currency));
        self.grant = self.grant.map(|grant| grant.in_currency(currency));
        self.left_behind = self.left_behind.map(|amount| amount.in_currency(currency));
        self.walk_away = self.walk_away.map(|amount| amount.in_currency(currency));
        for other in &mut self.competing {
            *other = other.clone().beside(currency);
        }
    }

    /// The fields on the card of answers: the currency only where it may be another than US dollars.
    pub fn shown(&self) -> impl Iterator<Item = Field> {
        let plain = self.currency.is_usd() && self.place.as_ref().is_none_or(|place| place.abroad().is_none());
        Field::ALL.iter().copied().filter(move |field| !(plain && *field == Field::Currency))
    }

    /// The offer, once every required field is known; else the first one missing.
    pub fn complete(&self) -> Result<Offer, Field> {
        Ok(Offer {
            company: self.company.clone(),
            role: self.role.clone(),
            currency: self.currency,
            level: self.level.ok_or(Field::Level)?,
            place: self.place.clone().ok_or(Field::Location)?,
            base: self.base.ok_or(Field::Base)?,
            sign_on: self.sign_on.ok_or(Field::SignOn)?,
            grant: self.grant.filter(|grant| self.counts(*grant)).ok_or(Field::Grant)?,
            schedule: self.schedule.clone(),
            start_date: self.start_date,
            reply_by: self.reply_by,
            sign_on_terms: self.sign_on_terms,
            left_behind: self.left_behind,
            competing: self.competing.clone(),
            walk_away: self.walk_away,
            written: self.written,
        })
    }
}

impl Offer {
    /// The fact for scripts that a field's answer is, and that answer as the fact is kept. What only looks alike is
    /// none: the last day *they* named is not the day the user would like to answer by, and what is left behind holds
    /// no lost bonus.
    pub(super) fn as_fact(&self, field: Field) -> Option<(Fact, Option<String>)> {
        match field {
            Field::StartDate => Some((Fact::WantedStart, self.start_date.map(|day| day.to_string()))),
            Field::Level
            | Field::Location
            | Field::Base
            | Field::SignOn
            | Field::Grant
            | Field::Vesting
            | Field::Role
            | Field::Currency
            | Field::Written
            | Field::ReplyBy
            | Field::SignOnTerms
            | Field::LeftBehind
            | Field::Competing
            | Field::WalkAway => None,
        }
    }
}

impl From<Offer> for OfferDraft {
    /// A draft with every answer of an offer, to edit it; what the offer lacks counts as passed.
    fn from(offer: Offer) -> Self {
        let mut draft = Self {
            company: offer.company,
            role: offer.role,
            // What it is in was seen when it was saved: moving the job changes no figure.
            currency_said: true,
            currency: offer.currency,
            level: Some(offer.level),
            place: Some(offer.place),
            base: Some(offer.base),
            sign_on: Some(offer.sign_on),
            grant: Some(offer.grant),
            schedule: offer.schedule,
            written: offer.written,
            start_date: offer.start_date,
            reply_by: offer.reply_by,
            sign_on_terms: offer.sign_on_terms,
            left_behind: offer.left_behind,
            competing: offer.competing,
            walk_away: offer.walk_away,
            passed: BTreeSet::new(),
        };
        draft.passed = Field::asked().filter(|field| !draft.has(*field)).collect();
        draft
    }
}

#[cfg(test)]
mod tests;
