//! What a control carries: which walkthrough and step it was shown in, and what it does.
//!
//! Its text form goes into a Discord `custom_id` beside a version and a MAC, so it
//! stays under [`Press::LONGEST`] characters and never holds an amount or a name.

use std::fmt;
use std::str::FromStr;

use strum::{EnumString, IntoStaticStr, VariantArray};

use crate::offer::OfferId;

/// A control's meaning.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Press {
    /// The question it was shown at; `None` where it is good at any time.
    pub asked: Option<Asked>,
    /// What it does.
    pub action: Action,
}

/// A question of the walkthrough, counted per user.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Asked {
    /// Which walkthrough, from 1.
    pub session: u32,
    /// Which step of all walkthroughs.
    pub step: u32,
}

/// A text that is no [`Press`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("that is no control of this version")]
pub struct UnknownPress;

impl Press {
    /// The longest text form, in characters.
    pub const LONGEST: usize = 64;

    /// A control that is good at any time.
    pub fn always(action: Action) -> Self {
        Self { asked: None, action }
    }

    /// It as it is meant now. Messages of before carry controls whose number is no offer's: a reading's, another
    /// company's offer's, or that of a wording (ten times its variant, and its place counted from 1).
    #[must_use]
    pub fn as_meant_now(self) -> Self {
        let Action { verb, subject, offer } = &self.action;
        let number = offer.map_or(0, |offer| offer.0);
        let subject = match verb {
            Verb::Settle if subject.is_empty() => number.to_string(),
            Verb::Rival if number > 0 => format!("{}_{number}", subject.trim_end_matches('_')),
            Verb::Before if !WORDINGS.iter().any(|wording| subject.starts_with(wording)) => {
                let wording = usize::try_from(number / 10).ok().and_then(|index| WORDINGS.get(index));
                let place = (number % 10).checked_sub(1).map_or_else(|| "any".to_owned(), |place| place.to_string());
                format!("{}{place}_{subject}", wording.unwrap_or(&WORDINGS[0]))
            }
            _ => return self,
        };
        Self { action: Action::on(self.action.verb, subject), ..self }
    }
}

/// How the subject of a [`Verb::Before`] begins, by the number that stood for it before.
const WORDINGS: [&str; 3] = ["normal_", "shorter_", "firmer_"];

/// What a control does: a verb, what it is done with, and the offer it is about.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Action {
    /// What to do.
    pub verb: Verb,
    /// With what: a field, a script, or the text form of a page's own act; a stable key of
    /// lower-case letters, digits and `_`, empty where the verb says it all.
    pub subject: String,
    /// Which saved offer.
    pub offer: Option<OfferId>,
}

impl Action {
    /// A verb alone.
    pub fn bare(verb: Verb) -> Self {
        Self { verb, subject: String::new(), offer: None }
    }

    /// A verb on a subject.
    pub fn on(verb: Verb, subject: impl Into<String>) -> Self {
        Self { verb, subject: subject.into(), offer: None }
    }

    /// A verb on an offer.
    pub fn of_offer(verb: Verb, offer: OfferId) -> Self {
        Self { verb, subject: String::new(), offer: Some(offer) }
    }

    /// A verb on a subject of an offer.
    pub fn on_offer(verb: Verb, subject: impl Into<String>, offer: OfferId) -> Self {
        Self { verb, subject: subject.into(), offer: Some(offer) }
    }
}

/// What a control does. The keys are stable: old messages carry them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumString, IntoStaticStr, VariantArray)]
pub enum Verb {
    /// Begin a walkthrough.
    #[strum(serialize = "start")]
    Start,
    /// Go on with the open walkthrough here.
    #[strum(serialize = "resume")]
    Resume,
    /// Answer the question: the subject is the field, the choice the value.
    #[strum(serialize = "answer")]
    Answer,
    /// Open the form to type an answer.
    #[strum(serialize = "type")]
    Type,
    /// Settle a doubt: the subject is the reading chosen.
    #[strum(serialize = "settle")]
    Settle,
    /// The question before.
    #[strum(serialize = "back")]
    Back,
    /// Pass an optional question.
    #[strum(serialize = "skip")]
    Skip,
    /// Stop the walkthrough.
    #[strum(serialize = "cancel")]
    Cancel,
    /// Put the walkthrough aside.
    #[strum(serialize = "pause")]
    Pause,
    /// Explain.
    #[strum(serialize = "help")]
    Help,
    /// Why this is asked.
    #[strum(serialize = "why")]
    Why,
    /// Throw the answers away and begin again.
    #[strum(serialize = "over")]
    StartOver,
    /// Change one answer on the card.
    #[strum(serialize = "change")]
    Change,
    /// Save the answers.
    #[strum(serialize = "save")]
    Save,
    /// Say yes to what was asked.
    #[strum(serialize = "yes")]
    Confirm,
    /// Say no to what was asked.
    #[strum(serialize = "no")]
    Decline,
    /// Show an offer's analysis.
    #[strum(serialize = "show")]
    Show,
    /// Show all warnings of an offer.
    #[strum(serialize = "warn")]
    Warnings,
    /// Show how an offer's figures are worked out.
    #[strum(serialize = "method")]
    Method,
    /// List scripts.
    #[strum(serialize = "scripts")]
    Scripts,
    /// Show one script.
    #[strum(serialize = "script")]
    Script,
    /// List e-mails.
    #[strum(serialize = "emails")]
    Emails,
    /// Show one e-mail.
    #[strum(serialize = "email")]
    Email,
    /// Hand in facts for a script.
    #[strum(serialize = "facts")]
    Facts,
    /// The shorter wording of a script.
    #[strum(serialize = "shorter")]
    Shorter,
    /// The firmer wording of a script.
    #[strum(serialize = "firmer")]
    Firmer,
    /// Edit an offer.
    #[strum(serialize = "edit")]
    Edit,
    /// Name an offer.
    #[strum(serialize = "name")]
    SaveAs,
    /// Delete an offer.
    #[strum(serialize = "delete")]
    Delete,
    /// Erase everything.
    #[strum(serialize = "forget")]
    Forget,
    /// What is kept of the user.
    #[strum(serialize = "privacy")]
    Privacy,
    /// The counter plan.
    #[strum(serialize = "counter")]
    Counter,
    /// One lever.
    #[strum(serialize = "lever")]
    Lever,
    /// The case.
    #[strum(serialize = "case")]
    Case,
    /// One topic of the playbook.
    #[strum(serialize = "topic")]
    Topic,
    /// An answer to a recruiter's question, before there is an offer.
    #[strum(serialize = "before")]
    Before,
    /// The checklist, or a tick on it.
    #[strum(serialize = "tick")]
    Tick,
    /// The offer at another share price.
    #[strum(serialize = "whatif")]
    WhatIf,
    /// Taxes.
    #[strum(serialize = "tax")]
    Tax,
    /// The calendar.
    #[strum(serialize = "calendar")]
    Calendar,
    /// Side by side.
    #[strum(serialize = "compare")]
    Compare,
    /// Another company's offer.
    #[strum(serialize = "rival")]
    Rival,
    /// The recruiter's new numbers.
    #[strum(serialize = "revise")]
    Revise,
    /// Today's share price.
    #[strum(serialize = "price")]
    Price,
    /// A pasted letter.
    #[strum(serialize = "paste")]
    Paste,
    /// The band of a cell.
    #[strum(serialize = "bands")]
    Bands,
}

impl Verb {
    /// Every verb.
    pub const ALL: &'static [Self] = Self::VARIANTS;

    /// The stable key.
    pub fn key(self) -> &'static str {
        self.into()
    }
}

/// In the text form, a zero stands for none: walkthroughs and offers are counted from 1.
impl fmt::Display for Press {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Asked { session, step } = self.asked.unwrap_or(Asked { session: 0, step: 0 });
        let Action { verb, subject, offer } = &self.action;
        write!(f, "{session}.{step}.{}.{subject}.{}", verb.key(), offer.map_or(0, |offer| offer.0))
    }
}

impl FromStr for Press {
    type Err = UnknownPress;

    fn from_str(text: &str) -> Result<Self, UnknownPress> {
        let parts: Vec<&str> = text.split('.').collect();
        let [session, step, verb, subject, offer] = parts.as_slice() else {
            return Err(UnknownPress);
        };
        let number_of = |text: &str| text.parse::<u32>().map_err(|_| UnknownPress);
        let plain = subject.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_');
        if text.len() > Self::LONGEST || !plain {
            return Err(UnknownPress);
        }
        let asked = Asked { session: number_of(session)?, step: number_of(step)? };
        Ok(Self {
            asked: (asked.session > 0).then_some(asked),
            action: Action {
                verb: verb.parse().map_err(|_| UnknownPress)?,
                subject: (*subject).to_owned(),
                offer: Some(OfferId(number_of(offer)?)).filter(|offer| offer.0 > 0),
            },
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn verbs_have_different_keys() {
        let keys: std::collections::BTreeSet<_> = Verb::ALL.iter().map(|verb| verb.key()).collect();
        assert_eq!(keys.len(), Verb::ALL.len());
    }

    #[test]
    fn controls_of_before_do_what_they_did() {
        for (before, now) in [
            ("2.7.settle..0", "2.7.settle.0.0"),
            ("2.7.settle..1", "2.7.settle.1.0"),
            ("0.0.rival.show.0", "0.0.rival.show.0"),
            ("0.0.rival.change.3", "0.0.rival.change_3.0"),
            ("0.0.rival.gone.3", "0.0.rival.gone_3.0"),
            ("0.0.rival.new_google.0", "0.0.rival.new_google.0"),
            ("0.0.before.current_pay.0", "0.0.before.normal_any_current_pay.0"),
            ("0.0.before.current_pay.1", "0.0.before.normal_0_current_pay.0"),
            ("0.0.before.expectations.25", "0.0.before.firmer_4_expectations.0"),
            ("0.0.before.shorter_any_current_pay.0", "0.0.before.shorter_any_current_pay.0"),
        ] {
            let press: Press = before.parse().expect("a control");
            let meant = press.as_meant_now();
            assert_eq!(meant.to_string(), now, "{before}");
            assert_eq!(meant.clone().as_meant_now(), meant, "{now}");
        }
    }

    proptest! {
        #[test]
        fn text_form_round_trips(
            session in 1u32.., step: u32, shown_at_a_question: bool, verb in 0..Verb::ALL.len(),
            subject in "[a-z0-9_]{0,20}", offer in prop::option::of(1u32..),
        ) {
            let asked = shown_at_a_question.then_some(Asked { session, step });
            let action = Action { verb: Verb::ALL[verb], subject, offer: offer.map(OfferId) };
            let press = Press { asked, action };
            prop_assert!(press.to_string().len() <= Press::LONGEST);
            prop_assert_eq!(press.to_string().parse(), Ok(press));
        }

        #[test]
        fn no_text_panics(text in "\\PC{0,80}") {
            let _ = text.parse::<Press>();
        }
    }
}
