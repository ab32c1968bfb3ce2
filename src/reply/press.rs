//! What a control carries: which walkthrough and step it was shown in, and what it does.
//!
//! Its text form goes into a Discord `custom_id` beside a version and a MAC, so it
//! stays under [`Press::LONGEST`] characters and never holds an amount or a name.

use std::fmt;
use std::str::FromStr;

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
}

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

macro_rules! verbs {
    ($($(#[$doc:meta])* $name:ident = $key:literal,)*) => {
        /// What a control does. The keys are stable: old messages carry them.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Verb { $($(#[$doc])* $name,)* }

        impl Verb {
            /// Every verb.
            pub const ALL: &'static [Self] = &[$(Self::$name,)*];

            /// The stable key.
            pub fn key(self) -> &'static str {
                match self { $(Self::$name => $key,)* }
            }
        }
    };
}

verbs! {
    /// Begin a walkthrough.
    Start = "start",
    /// Go on with the open walkthrough here.
    Resume = "resume",
    /// Answer the question: the subject is the field, the choice the value.
    Answer = "answer",
    /// Open the form to type an answer.
    Type = "type",
    /// Settle a doubt: the subject is the reading chosen.
    Settle = "settle",
    /// The question before.
    Back = "back",
    /// Pass an optional question.
    Skip = "skip",
    /// Stop the walkthrough.
    Cancel = "cancel",
    /// Put the walkthrough aside.
    Pause = "pause",
    /// Explain.
    Help = "help",
    /// Why this is asked.
    Why = "why",
    /// Throw the answers away and begin again.
    StartOver = "over",
    /// Change one answer on the card.
    Change = "change",
    /// Save the answers.
    Save = "save",
    /// Say yes to what was asked.
    Confirm = "yes",
    /// Say no to what was asked.
    Decline = "no",
    /// Show an offer's analysis.
    Show = "show",
    /// Show all warnings of an offer.
    Warnings = "warn",
    /// Show how an offer's figures are worked out.
    Method = "method",
    /// List scripts.
    Scripts = "scripts",
    /// Show one script.
    Script = "script",
    /// List e-mails.
    Emails = "emails",
    /// Show one e-mail.
    Email = "email",
    /// Hand in facts for a script.
    Facts = "facts",
    /// The shorter wording of a script.
    Shorter = "shorter",
    /// The firmer wording of a script.
    Firmer = "firmer",
    /// Edit an offer.
    Edit = "edit",
    /// Name an offer.
    SaveAs = "name",
    /// Delete an offer.
    Delete = "delete",
    /// Erase everything.
    Forget = "forget",
    /// The counter plan.
    Counter = "counter",
    /// One lever.
    Lever = "lever",
    /// The case.
    Case = "case",
    /// One topic of the playbook.
    Topic = "topic",
    /// An answer to a recruiter's question, before there is an offer.
    Before = "before",
    /// The checklist, or a tick on it.
    Tick = "tick",
    /// The offer at another share price.
    WhatIf = "whatif",
    /// Taxes.
    Tax = "tax",
    /// The calendar.
    Calendar = "calendar",
    /// Side by side.
    Compare = "compare",
    /// Another company's offer.
    Rival = "rival",
    /// The recruiter's new numbers.
    Revise = "revise",
    /// Today's share price.
    Price = "price",
    /// A pasted letter.
    Paste = "paste",
    /// The band of a cell.
    Bands = "bands",
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
                verb: Verb::ALL.iter().copied().find(|known| known.key() == *verb).ok_or(UnknownPress)?,
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
