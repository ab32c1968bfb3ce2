//! The questions about the job: its level and its place.

use super::form::AnswerForm;
use super::{Prompt, STAYS, Way, Ways, Wording};
use crate::market::{Bands, Cell, Companies, Place, Role};
use crate::money::Currency;
use crate::offer::OfferDraft;
use crate::reading::Answer;
use crate::words::names;

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
        ranges: None,
        beside: None,
        form: AnswerForm::One(|_| None),
    }
}

/// Which job family it is.
pub(super) fn role() -> Prompt {
    Prompt {
        wording: Wording {
            ask: "Which role is the offer for?",
            hint: "As the offer or the posting names it, for example SDM or TPM.",
            meaning: "It is the kind of job: software engineer, manager, product manager and so on.",
            why: "My pay ranges are for software engineers. For another role I show all but the percentile.",
            examples: &["software engineer", "SDM", "Sr. TPM", "another role"],
        },
        ways: Ways::List {
            prompt: "The role",
            answers: Role::titles().map(|(title, role)| (title, Answer::Role(role))).collect(),
        },
        again: None,
        stays: STAYS,
        ranges: None,
        beside: None,
        form: AnswerForm::One(|_| None),
    }
}

/// The most entries of a list.
const MOST: usize = 25;

/// What the figures are in.
pub(super) fn currency() -> Prompt {
    Prompt {
        wording: Wording {
            ask: "What are the offer's figures in?",
            hint: "Your figures stay as you sent them: nothing is converted.",
            meaning: "It is the currency that the letter states the pay in.",
            why: "My pay ranges and taxes are in US dollars. In another currency I show your figures as they are, without a percentile.",
            examples: &["USD", "CAD", "euros"],
        },
        ways: Ways::List {
            prompt: "The currency",
            answers: Currency::all().take(MOST).map(|one| (one.name(), Answer::Currency(one))).collect(),
        },
        again: None,
        stays: STAYS,
        ranges: None,
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
            hint: "The city the offer names.",
            meaning: "It is the office in the offer, not where you live now. A place that I have no pay range for works too, but without a percentile.",
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
        ranges: Some(ranges),
        beside: None,
        form: AnswerForm::One(|_| None),
    }
}

/// Where there are pay ranges for the level: a claim about the bands at hand, so it is made from them.
fn ranges(draft: &OfferDraft, bands: &Bands) -> Option<String> {
    let level = draft.level?;
    let any_place = Place::Seattle;
    let software = Role::default();
    let cell = Cell { company: &draft.company, role: &draft.role, level, place: &any_place, currency: Currency::USD };
    let of_others =
        bands.anywhere(cell).next().is_none() && bands.anywhere(Cell { role: &software, ..cell }).next().is_some();
    if of_others {
        let people = software.people();
        return Some(format!(
            "The ranges I have for {level} are for {people}; yours may differ, so there will be no percentile."
        ));
    }
    let mut places: Vec<&Place> = bands.anywhere(cell).map(|band| &band.place).collect();
    places.sort_by_key(|place| Place::KNOWN.iter().position(|known| known == *place).unwrap_or(Place::KNOWN.len()));
    let places: Vec<String> = places.into_iter().map(ToString::to_string).collect();
    Some(match places.as_slice() {
        [] => format!(
            "I have no pay ranges for {level}, so there will be no percentile; the four years, taxes and words to ask I can show."
        ),
        [only] => format!("I have a pay range for {only}."),
        places => format!("I have pay ranges for {}.", names(places)),
    })
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
