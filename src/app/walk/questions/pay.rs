//! The questions about the pay: base, sign-on, grant, how the one vests and the other is paid.

use super::form::{AnswerForm, Input, text};
use super::{Prompt, STAYS, STAYS_OR_NONE, Way, Ways, Wording};
use crate::offer::{Field, Payment, Repayment, Schedule, SignOn, SignOnTerms};
use crate::reading::Answer;
use crate::words;

/// The base salary.
pub(super) fn base() -> Prompt {
    Prompt {
        wording: Wording {
            ask: "What is the base salary a year?",
            hint: "In dollars, before tax. \"185k\" is fine.",
            meaning: "It is the fixed yearly pay, without sign-on and without stock.",
            why: "Base is the only part that is paid every year without an end.",
            examples: &["185k", "$185,000", "185.5k"],
        },
        ways: Ways::typed("Type the answer"),
        again: None,
        stays: STAYS,
        ranges: None,
        beside: None,
        form: AnswerForm::One(|draft| draft.base.map(|base| base.to_string())),
    }
}

/// The sign-on of both years.
pub(super) fn sign_on() -> Prompt {
    Prompt {
        wording: Wording {
            ask: "What is the sign-on bonus, year 1 and year 2?",
            hint: "Two amounts, for example \"90/70\" for $90k and $70k. \"None\" if there is none.",
            meaning: "Amazon usually pays one sign-on for the first year and a smaller one for the second. The letter names both.",
            why: "The sign-on ends after two years. It hides how pay changes when the stock takes over.",
            examples: &["90/70", "90k and 70k", "$120,000 / $80,000", "none"],
        },
        ways: Ways::Buttons(vec![
            Way::Type("Type both amounts"),
            Way::ready("No sign-on", Answer::SignOn(SignOn::default())),
        ]),
        again: None,
        stays: STAYS_OR_NONE,
        ranges: None,
        beside: None,
        form: AnswerForm::Several {
            title: "Sign-on bonus",
            inputs: &[
                Input { key: "year_1", label: "Year 1", example: "90k", required: true },
                Input { key: "year_2", label: "Year 2 (0 if there is none)", example: "70k", required: true },
            ],
            message: |texts| format!("{} / {}", text(texts, "year_1"), text(texts, "year_2")),
        },
    }
}

/// The grant: dollars, or shares with a price.
pub(super) fn grant() -> Prompt {
    Prompt {
        wording: Wording {
            ask: "How large is the RSU grant, over all four years together?",
            hint: "Dollars (\"400k\"), or shares with a price (\"1,400 shares @ 182.50\").",
            meaning: "The letter names a number of shares (units); the recruiter may name dollars. Either works. It is the whole grant, not one year of it.",
            why: "It usually vests 5 %, 15 %, 40 % and 40 % over the years, so years 3 and 4 depend on it.",
            examples: &["400k", "$400,000", "1,400 rsus @ 182.50", "2200 shares at $190"],
        },
        ways: Ways::typed("Type the answer"),
        again: None,
        stays: STAYS,
        ranges: None,
        beside: None,
        form: AnswerForm::Several {
            title: "RSU grant",
            inputs: &[
                Input {
                    key: "answer",
                    label: "The whole grant: dollars or shares",
                    example: "400k, or 1400 shares",
                    required: true,
                },
                Input {
                    key: "price",
                    label: "Dollars a share, if you gave shares",
                    example: "182.50",
                    required: false,
                },
            ],
            message: |texts| match text(texts, "price") {
                "" => text(texts, "answer").to_owned(),
                price => format!("{} @ {price}", text(texts, "answer")),
            },
        },
    }
}

/// When the grant vests.
pub(super) fn vesting() -> Prompt {
    Prompt {
        wording: Wording {
            ask: "When does the grant vest?",
            hint: "The percentages of each year and how often, for example \"25/25/25/25 quarterly\". \"Usual\" is Amazon's 5/15/40/40.",
            meaning: "The letter says which part of the grant becomes yours when. Amazon's usual is 5 % at month 12, 15 % at 24, then 20 % at 30, 36, 42 and 48. Change it only if yours says otherwise; add \"1-year cliff\" if nothing vests before month 12.",
            why: "The schedule decides how much of the grant is in each year, and what you would leave behind by going early.",
            examples: &["25/25/25/25 quarterly", "33/33/22/12 monthly", "25/25/25/25 quarterly, 1-year cliff", "usual"],
        },
        ways: Ways::Buttons(vec![
            Way::Type("Type the schedule"),
            Way::ready("Amazon's usual", Answer::Vesting(Schedule::amazon())),
        ]),
        again: None,
        stays: "The schedule stays. Press Keep it to go on, or write \"usual\" for Amazon's own.",
        ranges: None,
        beside: None,
        form: AnswerForm::One(|draft| Some(words::schedule(&draft.schedule))),
    }
}

/// How the sign-on is paid and repaid.
pub(super) fn sign_on_terms() -> Prompt {
    Prompt {
        wording: Wording {
            ask: "How is the sign-on paid, and what do you owe back if you leave early?",
            hint: "The letter says so. Skip it if you don't know; it is worth asking them.",
            meaning: "A lump sum usually has to be repaid in part if you leave within the year. Monthly payments just stop.",
            why: "It is the difference between leaving with your money and leaving with a debt.",
            examples: &["lump sum, repaid pro rata", "monthly, nothing to repay", "lump sum, repaid in full"],
        },
        ways: Ways::List {
            prompt: "How it is paid and repaid",
            answers: vec![
                ("Lump sum, repaid pro rata", terms(Payment::LumpSum, Repayment::ProRata)),
                ("Lump sum, repaid in full", terms(Payment::LumpSum, Repayment::Full)),
                ("Lump sum, nothing to repay", terms(Payment::LumpSum, Repayment::Nothing)),
                ("Monthly, nothing to repay", terms(Payment::Monthly, Repayment::Nothing)),
                ("I don't know yet", Answer::Nothing(Field::SignOnTerms)),
            ],
        },
        again: None,
        stays: STAYS_OR_NONE,
        ranges: None,
        beside: None,
        form: AnswerForm::One(|_| None),
    }
}

fn terms(payment: Payment, repayment: Repayment) -> Answer {
    Answer::SignOnTerms(SignOnTerms { payment, repayment })
}
