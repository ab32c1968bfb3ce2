//! What a user tells about themselves for scripts: short texts by name, one per [`Fact`].

use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

macro_rules! facts {
    ($($(#[$doc:meta])* $name:ident, $key:literal, $label:literal, $example:literal, $kind:path;)*) => {
        /// One thing that a script may mention beside the offer's figures.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum Fact { $($(#[$doc])* $name,)* }

        impl Fact {
            /// Every fact, in the order a form asks for them.
            pub const ALL: &'static [Self] = &[$(Self::$name,)*];

            /// The stable key, as in a template's header.
            pub fn key(self) -> &'static str {
                match self { $(Self::$name => $key,)* }
            }

            /// The label of its input in a form, at most 45 characters.
            pub fn label(self) -> &'static str {
                match self { $(Self::$name => $label,)* }
            }

            /// An example answer, shown greyed in the form.
            pub fn example(self) -> &'static str {
                match self { $(Self::$name => $example,)* }
            }

            /// What its answer is made of.
            pub fn kind(self) -> FactKind {
                match self { $(Self::$name => $kind,)* }
            }
        }
    };
}

facts! {
    /// How the user signs.
    YourName, "your_name", "Your name, as you sign", "Sam Rivera", FactKind::Name;
    /// The recruiter's first name.
    RecruiterName, "recruiter_name", "Your recruiter's first name", "Jordan", FactKind::Name;
    /// The role as the offer calls it.
    Role, "role", "The role, as the offer names it", "Senior Software Engineer", FactKind::Name;
    /// Team or product.
    Team, "team", "The team or product", "EC2 networking", FactKind::Name;
    /// A person met in the interviews.
    Interviewer, "interviewer", "Someone you enjoyed meeting", "Priya", FactKind::Name;
    /// Field of special experience.
    Expertise, "expertise", "What you are known for", "large-scale storage systems", FactKind::Sentence;
    /// One achievement with a figure.
    Achievement, "achievement", "One result you are proud of", "cut our storage bill by 30 %", FactKind::Sentence;
    /// Scale led so far.
    Scale, "scale", "The largest thing you have led", "a 40-person platform rewrite", FactKind::Sentence;
    /// Work to finish before starting.
    Project, "project", "What you must finish first", "our billing migration", FactKind::Sentence;
    /// The day that work ends, as the user writes it.
    ProjectEnd, "project_end", "When that is done", "March 14", FactKind::Date;
    /// A bonus forfeited by leaving, as the user writes it.
    LostBonus, "lost_bonus", "A bonus you lose by leaving, in dollars", "$25,000", FactKind::Money;
    /// When that bonus would have been paid.
    LostBonusDate, "lost_bonus_date", "When that bonus would be paid", "March 15", FactKind::Date;
    /// What changed in the role after accepting.
    RoleChange, "role_change", "What changed about the role", "the team moved to on-call every second week", FactKind::Sentence;
    /// A delay by the employer after accepting.
    TheirDelay, "their_delay", "What they delayed, and by how much", "my start moved from May 4 to July 6", FactKind::Sentence;
    /// A hardship the user chose to name.
    Hardship, "hardship", "What happened, in your words", "a family medical cost I could not foresee", FactKind::Sentence;
    /// A number the user said early.
    EarlyNumber, "early_number", "The number you said early", "$300,000 a year", FactKind::Name;
    /// Current employer.
    CurrentEmployer, "current_employer", "Where you work now", "Contoso", FactKind::Name;
    /// Skills that are rare.
    RareSkill, "rare_skill", "A skill few others bring", "formal verification of protocols", FactKind::Sentence;
    /// Impact in the first months.
    EarlyImpact, "early_impact", "What you could do in your first 90 days", "take over the capacity model", FactKind::Sentence;
    /// Why the user would stay and grow.
    LongTerm, "long_term", "What you want to build over the years", "the next generation of the control plane", FactKind::Sentence;
    /// Flexibility the user asks for.
    Flexibility, "flexibility", "The flexibility you need", "school pick-up at four on Tuesdays", FactKind::Sentence;
    /// Relocation costs expected, as the user writes them.
    RelocationCost, "relocation_cost", "Moving costs you expect, in dollars", "$18,000", FactKind::Money;
    /// Who agreed to something, when (for acceptance).
    AgreedTerms, "agreed_terms", "Anything else they agreed to", "relocation lump sum of $15,000", FactKind::Sentence;
    /// The first day the user wants.
    WantedStart, "wanted_start", "The day you want to start", "Monday, April 6", FactKind::Day;
    /// The day the user would like to answer by.
    WantedReplyBy, "wanted_reply_by", "The day you would like to answer by", "Friday, December 4", FactKind::Day;
    /// A reason why monthly pay matters, where the user chose to name one.
    CashNeed, "cash_need", "Why monthly pay matters to you", "my mortgage is paid from base pay", FactKind::Sentence;
    /// What the user learned about the role since an early number.
    ScopeLearned, "scope_learned", "What you learned about the role since", "the role covers two teams, not one", FactKind::Sentence;
    /// The target bonus that another offer states.
    OtherBonus, "other_bonus", "The bonus another offer states", "a target bonus of 20 % of base", FactKind::Sentence;
    /// Whether to say that this job is the first choice.
    FirstChoice, "first_choice", "Say it is your first choice? Only if true", "yes", FactKind::Name;
}

/// What the answer to a fact is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FactKind {
    /// A name, a number or a word: short.
    Name,
    /// A sentence.
    Sentence,
    /// Dollars, where the user gave a figure; kept as `$25,000`.
    Money,
    /// A day to act on, where the user gave one; kept as `2027-04-06`, said as `Tuesday, April 6`.
    Day,
    /// A day that is only told; kept as a [`FactKind::Day`] is, said as `April 6`.
    Date,
}

impl Fact {
    /// The longest text kept for it, in characters: a name or a day is short, a sentence
    /// may have [`Facts::LONGEST`].
    pub fn longest(self) -> usize {
        match self.kind() {
            FactKind::Sentence => Facts::LONGEST,
            FactKind::Name | FactKind::Money | FactKind::Day | FactKind::Date => 100,
        }
    }

    /// The day that a kept text is, where it is one.
    pub fn day(self, kept: &str) -> Option<Date> {
        match self.kind() {
            FactKind::Day | FactKind::Date => kept.parse().ok(),
            FactKind::Name | FactKind::Sentence | FactKind::Money => None,
        }
    }

    /// A kept text as people read it.
    pub fn words(self, kept: &str) -> String {
        match (self.day(kept), self.kind()) {
            (Some(day), FactKind::Day) => day.strftime("%A, %B %-d").to_string(),
            (Some(day), _) => day.strftime("%B %-d").to_string(),
            (None, _) => kept.to_owned(),
        }
    }
}

/// A fact key that no fact has.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("there is no fact called \"{0}\"")]
pub struct UnknownFact(pub String);

impl FromStr for Fact {
    type Err = UnknownFact;
    fn from_str(key: &str) -> Result<Self, UnknownFact> {
        Self::ALL.iter().copied().find(|fact| fact.key() == key).ok_or_else(|| UnknownFact(key.to_owned()))
    }
}

impl fmt::Display for Fact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.key())
    }
}

/// The facts a user entered. An empty text is no fact.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Facts(BTreeMap<Fact, String>);

impl Facts {
    /// The longest that any fact is kept, in characters; [`Fact::longest`] for one of them.
    pub const LONGEST: usize = 300;

    /// What was entered for a fact.
    pub fn get(&self, fact: Fact) -> Option<&str> {
        self.0.get(&fact).map(String::as_str)
    }

    /// Keeps a fact, on one line; an empty text removes it.
    pub fn set(&mut self, fact: Fact, text: &str) {
        let text: String = text.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(fact.longest()).collect();
        if text.is_empty() {
            self.0.remove(&fact);
        } else {
            self.0.insert(fact, text);
        }
    }

    /// All that was entered, in order.
    pub fn entered(&self) -> impl Iterator<Item = (Fact, &str)> {
        self.0.iter().map(|(fact, text)| (*fact, text.as_str()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_read_back_and_labels_fit_a_form() {
        for &fact in Fact::ALL {
            assert_eq!(fact.key().parse(), Ok(fact));
            assert!(fact.label().chars().count() <= 45, "{fact}");
            assert!(fact.example().chars().count() <= 100, "{fact}");
            assert_eq!(serde_json::to_value(fact).expect("serialises"), fact.key());
        }
    }

    #[test]
    fn a_day_is_kept_as_one_and_said_in_words() {
        assert_eq!(Fact::WantedStart.words("2027-04-06"), "Tuesday, April 6");
        assert_eq!(Fact::LostBonusDate.words("2027-03-15"), "March 15");
        for (fact, text) in [(Fact::LostBonusDate, "the end of January"), (Fact::Team, "2027-03-15")] {
            assert_eq!((fact.day(text), fact.words(text).as_str()), (None, text));
        }
    }

    #[test]
    fn an_empty_fact_is_removed() {
        let mut facts = Facts::default();
        facts.set(Fact::Team, "  EC2\n networking ");
        assert_eq!(facts.get(Fact::Team), Some("EC2 networking"));
        facts.set(Fact::Team, " ");
        assert_eq!(facts.get(Fact::Team), None);
    }
}
