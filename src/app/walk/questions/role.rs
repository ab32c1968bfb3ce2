//! The questions about the job: its level and its place.

use super::form::AnswerForm;
use super::{Prompt, STAYS, Way, Ways, Wording};
use crate::market::{Companies, Place};
use crate::reading::Answer;

/// Which level the offer is for.
pub(super) fn level() -> Prompt {
    Prompt {
        wording: Wording {
            ask: "Which level is the offer for?",
            hint: "L6 is Senior, L7 is Principal.",
            meaning: "The level stands in the offer letter or the recruiter's mail. If they only said \"Senior\", it is L6; \"Principal\" is L7.",
            why: "Each level has its own pay ranges, and the room to negotiate is measured against them.",
            examples: &["L6", "L7"],
        },
        ways: Ways::Buttons(levels()),
        again: None,
        stays: STAYS,
        beside: None,
        form: AnswerForm::One(|_| None),
    }
}

/// A button for each level that the data marks as asked for.
fn levels() -> Vec<Way> {
    let asked = Companies::asked_for().levels().iter().filter(|level| level.asked);
    asked.map(|level| Way::ready(level.title(), Answer::Level(level.level))).collect()
}

/// Where the job is.
pub(super) fn location() -> Prompt {
    Prompt {
        wording: Wording {
            ask: "Where is the job?",
            hint: "The city the offer names. I have pay ranges for Seattle, the Bay Area, New York City and Austin.",
            meaning: "It is the office in the offer, not where you live now. Any other place works too, but without a percentile.",
            why: "The same level pays differently by place, and so do taxes.",
            examples: &["Seattle", "sf", "New York", "Denver, CO"],
        },
        ways: {
            let mut ways: Vec<Way> =
                Place::KNOWN.into_iter().map(|place| Way::ready(label(&place), Answer::Location(place))).collect();
            ways.push(Way::Type("Somewhere else"));
            Ways::Buttons(ways)
        },
        again: None,
        stays: STAYS,
        beside: None,
        form: AnswerForm::One(|_| None),
    }
}

fn label(place: &Place) -> &'static str {
    match place {
        Place::Seattle => "Seattle",
        Place::BayArea => "Bay Area",
        Place::Nyc => "New York City",
        Place::Austin => "Austin",
        Place::Elsewhere(_) => "Elsewhere",
    }
}
