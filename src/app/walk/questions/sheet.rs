//! Several questions in one form: first what an analysis needs, then dates and terms. Each input says what its question
//! would be answered with, and starts with what is known.

use std::collections::BTreeMap;

use super::prompt;
use crate::echo;
use crate::offer::{Field, Grant, OfferDraft};
use crate::reply::{Form, Press, TextInput};
use crate::words;

/// A form with the answers to several questions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sheet {
    /// What an analysis needs.
    Needed,
    /// Dates and terms.
    Rest,
}

impl Sheet {
    /// The one that a question stands in, where it does and the questions are asked in a row.
    pub(crate) fn of(field: Field) -> Option<Self> {
        [Self::Needed, Self::Rest].into_iter().find(|sheet| sheet.all().contains(&field))
    }

    /// By the subject of the control that opens it.
    pub(crate) fn from_key(key: &str) -> Option<Self> {
        [Self::Needed, Self::Rest].into_iter().find(|sheet| sheet.key() == key)
    }

    /// The subject of the control that opens it.
    pub(crate) fn key(self) -> &'static str {
        match self {
            Self::Needed => "needed",
            Self::Rest => "rest",
        }
    }

    /// The label of the control that opens it.
    pub(crate) fn label(self) -> &'static str {
        match self {
            Self::Needed => "Fill in one form",
            Self::Rest => "Dates and terms in one form",
        }
    }

    fn title(self) -> &'static str {
        match self {
            Self::Needed => "Your offer",
            Self::Rest => "Dates and terms",
        }
    }

    fn all(self) -> &'static [Field] {
        match self {
            Self::Needed => &[Field::Level, Field::Location, Field::Base, Field::SignOn, Field::Grant],
            Self::Rest => &[Field::Written, Field::StartDate, Field::ReplyBy, Field::SignOnTerms, Field::LeftBehind],
        }
    }

    /// The questions in it, for a draft.
    fn fields(self, draft: &OfferDraft) -> impl Iterator<Item = Field> {
        self.all().iter().copied().filter(|field| draft.asks_for(*field))
    }

    /// The form. Where nothing is known of an answer, what was typed before and could not be read stands there.
    pub(crate) fn form(self, draft: &OfferDraft, kept: Option<&BTreeMap<String, String>>, press: Press) -> Form {
        let input = |field: Field| {
            let wording = prompt(field).wording;
            let example = wording.examples.first().copied().unwrap_or_default();
            let typed = kept.and_then(|kept| kept.get(field.key())).cloned();
            let typed = typed.map(|typed| echo::kept(&typed, TYPED_LENGTH));
            let value = as_typed(draft, field).or(typed).unwrap_or_default();
            TextInput::new(field.key(), label(field), example).value(value).optional()
        };
        Form { title: self.title().into(), press, inputs: self.fields(draft).map(input).collect() }
    }

    /// What was handed in, without what stood there already.
    pub(crate) fn texts(self, draft: &OfferDraft, texts: &BTreeMap<String, String>) -> Vec<(Field, String)> {
        let changed = |field: Field| {
            let text = texts.get(field.key())?.trim();
            let known = as_typed(draft, field);
            (known.as_deref() != Some(text)).then(|| (field, text.to_owned()))
        };
        self.fields(draft).filter_map(changed).collect()
    }
}

/// The most characters that stand in an input again.
const TYPED_LENGTH: usize = 200;

/// What an input is called.
fn label(field: Field) -> &'static str {
    match field {
        Field::Level => "Level",
        Field::Location => "Where the job is",
        Field::Base => "Base salary a year",
        Field::SignOn => "Sign-on, year 1 / year 2, or none",
        Field::Grant => "RSU grant: dollars, or shares @ price",
        Field::Written => "In writing? Yes or not yet",
        Field::StartDate => "Start date",
        Field::ReplyBy => "Answer by",
        Field::SignOnTerms => "How the sign-on is paid and repaid",
        Field::LeftBehind => "Unvested stock left behind, in dollars",
        Field::Role | Field::Currency | Field::Vesting | Field::Competing | Field::WalkAway => words::field(field),
    }
}

/// A known answer as it could have been typed.
fn as_typed(draft: &OfferDraft, field: Field) -> Option<String> {
    match field {
        Field::Level => draft.level.map(|level| level.to_string()),
        Field::Location => draft.place.as_ref().map(ToString::to_string),
        Field::Base => draft.base.map(|base| base.to_string()),
        Field::SignOn => draft.sign_on.map(|sign_on| {
            let none = sign_on.total().is_zero();
            if none { "none".to_owned() } else { format!("{} / {}", sign_on.year_1, sign_on.year_2) }
        }),
        Field::Grant => draft.grant.map(|grant| match grant {
            Grant::Dollars(value) => value.to_string(),
            Grant::Shares { count, price, .. } => format!("{count} shares @ {price}"),
        }),
        Field::Vesting => Some(words::schedule(&draft.schedule)),
        Field::Written => draft.written.map(|written| if written { "yes" } else { "not yet" }.to_owned()),
        Field::StartDate => draft.start_date.map(|day| day.to_string()),
        Field::ReplyBy => draft.reply_by.map(|day| day.to_string()),
        Field::SignOnTerms => draft.sign_on_terms.map(words::answers::terms),
        Field::LeftBehind => draft.left_behind.map(|amount| amount.to_string()),
        Field::Role | Field::Currency | Field::Competing | Field::WalkAway => None,
    }
}
