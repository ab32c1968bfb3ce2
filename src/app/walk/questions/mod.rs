//! The questions, each in one place: its words, its ready answers, and the form its answer is typed into.
//!
//! Owns what a question says and offers. Must not know the account, cards, or what an answer is good for. A new
//! [`Field`] or [`CaseQuestion`] is missing in [`prompt`] or [`case_wording`], and the compiler says so.

mod case;
pub(crate) mod doubt;
mod form;
mod pay;
mod recruiter;
mod role;
mod sheet;
mod situation;

pub(crate) use case::beside_case;
pub(crate) use form::{ANSWER, form, message, only_text, price_form};
pub(crate) use recruiter::line_to_ask;
pub(crate) use sheet::Sheet;

use std::borrow::Cow;

use form::AnswerForm;

use crate::market::Bands;
use crate::money::Currency;
use crate::offer::{Fact, Field, OfferDraft};
use crate::reading::Answer;
use crate::reply::{Block, Card};
use crate::session::CaseQuestion;

/// The words of one question.
pub(crate) struct Wording {
    /// What is asked.
    pub ask: &'static str,
    /// One line below it.
    pub hint: &'static str,
    /// What it means, for "help".
    pub meaning: &'static str,
    /// Why it is asked.
    pub why: &'static str,
    /// Answers that would do.
    pub examples: &'static [&'static str],
}

impl Wording {
    /// What it means, with its examples.
    pub(crate) fn explained(&self, currency: Currency) -> String {
        format!("{} For example {}.", currency.reads(self.meaning), self.quoted(currency).join(", "))
    }

    /// The examples, below a card.
    pub(crate) fn show_examples(&self, card: Card, currency: Currency) -> Card {
        card.with(Block::Text("Any of these would do:".into())).with(Block::Bullets(self.quoted(currency)))
    }

    fn quoted(&self, currency: Currency) -> Vec<String> {
        self.examples.iter().map(|example| format!("\"{}\"", currency.reads(example))).collect()
    }
}

/// A question of the walkthrough.
pub(crate) struct Prompt {
    /// What it says.
    pub wording: Wording,
    /// How it can be answered besides in words.
    pub ways: Ways,
    /// How it goes on after an answer, where it takes several.
    pub again: Option<Again>,
    /// What is said where a bare no leaves the answer as it is.
    pub stays: &'static str,
    /// What the bands at hand say beside the hint.
    pub ranges: Option<fn(&OfferDraft, &Bands) -> Option<String>>,
    /// A fact for scripts that is told apart from the answer and belongs beside it: what is said where it is known.
    pub beside: Option<(Fact, &'static str)>,
    /// The form an answer is typed into.
    form: AnswerForm,
}

/// A bare no to a question that needs an answer.
const STAYS: &str = "Your answer stays. Press Keep it to go on, or send another.";
/// A bare no to a question that "none" answers.
const STAYS_OR_NONE: &str = "Your answer stays. Press Keep it to go on, or write \"none\" to remove it.";

/// The controls below a question.
pub(crate) enum Ways {
    /// Buttons, in this order.
    Buttons(Vec<Way>),
    /// A list to choose one answer from.
    List {
        /// Greyed text while nothing is chosen.
        prompt: &'static str,
        /// The answers with their labels.
        answers: Vec<(&'static str, Answer)>,
    },
}

/// One button below a question.
pub(crate) enum Way {
    /// Opens the form; it is the main way where it comes first.
    Type(&'static str),
    /// Answers at once.
    Ready(Cow<'static, str>, Answer),
}

/// The words of a question that is asked again for one more answer.
pub(crate) struct Again {
    /// What is asked.
    pub ask: &'static str,
    /// The button that opens the form.
    pub add: &'static str,
}

impl Way {
    /// Answers at once.
    fn ready(label: impl Into<Cow<'static, str>>, answer: Answer) -> Self {
        Self::Ready(label.into(), answer)
    }
}

impl Ways {
    /// Only the form.
    fn typed(label: &'static str) -> Self {
        Self::Buttons(vec![Way::Type(label)])
    }
}

/// The question of a field.
pub(crate) fn prompt(field: Field) -> Prompt {
    match field {
        Field::Level => role::level(),
        Field::Role => role::role(),
        Field::Location => role::location(),
        Field::Currency => role::currency(),
        Field::Base => pay::base(),
        Field::SignOn => pay::sign_on(),
        Field::Grant => pay::grant(),
        Field::Vesting => pay::vesting(),
        Field::Written => situation::written(),
        Field::StartDate => situation::start_date(),
        Field::ReplyBy => situation::reply_by(),
        Field::SignOnTerms => pay::sign_on_terms(),
        Field::LeftBehind => situation::left_behind(),
        Field::Competing => situation::competing(),
        Field::WalkAway => situation::walk_away(),
    }
}

/// The words of a question of the case.
pub(crate) fn case_wording(question: CaseQuestion) -> Wording {
    match question {
        CaseQuestion::Expertise => case::EXPERTISE,
        CaseQuestion::RareSkill => case::RARE_SKILL,
        CaseQuestion::Scale => case::SCALE,
        CaseQuestion::Achievement => case::ACHIEVEMENT,
        CaseQuestion::EarlyImpact => case::EARLY_IMPACT,
        CaseQuestion::LostBonus => case::LOST_BONUS,
        CaseQuestion::LostBonusDate => case::LOST_BONUS_DATE,
        CaseQuestion::LongTerm => case::LONG_TERM,
    }
}

#[cfg(test)]
mod tests;
