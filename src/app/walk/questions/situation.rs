//! The questions about where the user stands: what is in writing, the days, what they leave
//! behind, what else they have, and the least they would take.

use super::form::{AnswerForm, Input, text};
use super::{Again, Prompt, STAYS_OR_NONE, Way, Ways, Wording};
use crate::offer::{Fact, Field};
use crate::reading::Answer;

/// Whether the offer is in writing.
pub(super) fn written() -> Prompt {
    Prompt {
        wording: Wording {
            ask: "Do you have it in writing?",
            hint: "A letter or a mail with the figures counts.",
            meaning: "Figures said on the phone can still change. A letter or a mail that names them is in writing.",
            why: "I warn you about steps that are better not taken before there is a letter.",
            examples: &["yes", "not yet"],
        },
        ways: Ways::Buttons(vec![
            Way::ready("Yes", Answer::Written(true)),
            Way::ready("Not yet", Answer::Written(false)),
        ]),
        again: None,
        stays: STAYS_OR_NONE,
        ranges: None,
        beside: None,
        form: AnswerForm::One(|_| None),
    }
}

/// The first day.
pub(super) fn start_date() -> Prompt {
    Prompt {
        wording: Wording {
            ask: "When would you start?",
            hint: "A date, or skip this.",
            meaning: "The first day of work. Every vest and sign-on date is counted from it.",
            why: "I can then name the day of every vest.",
            examples: &["March 16", "2027-03-16", "in 6 weeks"],
        },
        ways: Ways::typed("Type the answer"),
        again: None,
        stays: STAYS_OR_NONE,
        ranges: None,
        beside: Some((Fact::WantedStart, "Your scripts ask for another day")),
        form: AnswerForm::One(|draft| draft.start_date.map(|day| day.to_string())),
    }
}

/// The last day to answer.
pub(super) fn reply_by() -> Prompt {
    Prompt {
        wording: Wording {
            ask: "By when do they want an answer?",
            hint: "A date, or skip this.",
            meaning: "The last day on which they expect a yes or no, if they named one.",
            why: "Short deadlines can often be moved if you ask in time. I tell you when it gets close.",
            examples: &["Friday", "December 4", "in 3 days"],
        },
        ways: Ways::typed("Type the answer"),
        again: None,
        stays: STAYS_OR_NONE,
        ranges: None,
        beside: None,
        form: AnswerForm::One(|draft| draft.reply_by.map(|day| day.to_string())),
    }
}

/// What is left behind.
pub(super) fn left_behind() -> Prompt {
    Prompt {
        wording: Wording {
            ask: "What do you leave behind at your current job?",
            hint: "Unvested stock, in dollars. A bonus you would lose is asked for in /case. \"Nothing\" or skip are fine.",
            meaning: "Stock that would have become yours by staying, at today's price. A bonus that is not paid yet is told apart, with its day: /case asks for it.",
            why: "It is the strongest reason for a higher sign-on, because it is a fact and it is yours.",
            examples: &["120k", "$85,000", "nothing"],
        },
        ways: Ways::Buttons(vec![
            Way::Type("Type the amount"),
            Way::ready("Nothing", Answer::Nothing(Field::LeftBehind)),
        ]),
        again: None,
        stays: STAYS_OR_NONE,
        ranges: None,
        beside: Some((Fact::LostBonus, "The bonus you lose is kept apart")),
        form: AnswerForm::One(|draft| draft.left_behind.map(|amount| amount.to_string())),
    }
}

/// Other offers, one at a time.
pub(super) fn competing() -> Prompt {
    Prompt {
        wording: Wording {
            ask: "Do you have other offers, or interviews under way?",
            hint: "Company, how firm it is, and the pay a year if you know it: \"Google, written, 450k\". \"None\" is fine too.",
            meaning: "Name each company and whether the offer is in writing, verbal, or still in process. I only ever say what you enter here, and only as firmly.",
            why: "A real other offer is worth more than any phrase. I never invent one.",
            examples: &["Google, written, 450k a year", "Meta verbal", "interviewing at Stripe", "none"],
        },
        ways: Ways::Buttons(vec![Way::Type("Add one"), Way::ready("None", Answer::Nothing(Field::Competing))]),
        again: Some(Again { ask: "Any other offer, or is that all?", add: "Add another" }),
        stays: STAYS_OR_NONE,
        ranges: None,
        beside: None,
        form: AnswerForm::Several {
            title: "Another offer",
            inputs: &[
                Input { key: "company", label: "Company", example: "Google", required: true },
                Input { key: "firmness", label: "Written, verbal, or in process?", example: "written", required: true },
                Input { key: "pay", label: "Total pay a year, if you know it", example: "450k", required: false },
            ],
            message: |texts| {
                let parts = ["company", "firmness", "pay"].map(|key| text(texts, key));
                parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
            },
        },
    }
}

/// The least the user would take.
pub(super) fn walk_away() -> Prompt {
    Prompt {
        wording: Wording {
            ask: "What is the least you would accept?",
            hint: "Over four years, or \"340k a year\". It stays between us: it is never in a script.",
            meaning: "Below this you would say no. It only sets the floor of the sums; nothing I write for you to send ever holds it.",
            why: "Knowing your floor before the call keeps you from going under it.",
            examples: &["1.36m", "340k a year"],
        },
        ways: Ways::typed("Type the answer"),
        again: None,
        stays: STAYS_OR_NONE,
        ranges: None,
        beside: None,
        form: AnswerForm::One(|_| None),
    }
}
