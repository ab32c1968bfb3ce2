//! One part of a message to the answer of one field.

use jiff::ToSpan;
use jiff::civil::Date;

use super::part::{Part, quote};
use super::tokens::Kind;
use super::{Answer, DayProblem, Problem, Reading, amounts, competing, dates, grant, level, place, sign_on, vesting};
use crate::money::Currency;
use crate::offer::{Field, Level};

/// What a reader needs besides the text.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Setting {
    /// The level, where it is known.
    pub(crate) level: Option<Level>,
    /// The day it is.
    pub(crate) today: Date,
}

/// Whole texts that mean "I have none" or "I can't say".
#[rustfmt::skip]
const NOTHING: &[&str] = &[
    "none", "no", "nope", "nothing", "skip", "na", "n a", "pass", "not applicable", "dont know", "i dont know",
    "idk", "not sure", "im not sure", "no idea", "unknown", "tbd", "nothing yet", "not yet", "none yet",
    "no deadline", "no date", "no date yet", "no other offers", "no other offer", "no offers", "dont have any",
    "i dont have any", "dont have one", "i dont have one", "no competing offers", "nothing else",
    "none at the moment", "no one", "no thanks", "not really", "zero", "nil", "i have none", "dunno", "i dont",
    "flexible", "no others", "no interviews", "nothing unvested", "no unvested equity", "no unvested stock",
    "not decided", "not known", "not known yet", "they didnt say",
];

/// Reads the part as an answer to the field.
pub(crate) fn read_field(field: Field, part: &Part<'_>, setting: Setting) -> Reading {
    if field.optional() && says_nothing(part) && !(field == Field::Written && plain_no(part)) {
        return Reading::of(Answer::Nothing(field));
    }
    match field {
        Field::Level => level::read_level(part),
        Field::Role => level::read_role(part),
        Field::Location => place::read_place(part),
        Field::Currency => read_currency(part),
        Field::Base => amounts::read_base(part, setting.level),
        Field::SignOn => sign_on::read_sign_on(part, setting.level),
        Field::Grant => grant::read_grant_part(part, setting.level),
        Field::Vesting => vesting::read_vesting(part),
        Field::Written => read_written(part),
        Field::StartDate => read_start(part, setting.today),
        Field::ReplyBy => read_reply_by(part, setting.today),
        Field::SignOnTerms => sign_on::read_terms(part),
        Field::LeftBehind => amounts::read_left_behind(part),
        Field::Competing => competing::read_competing(part, setting.today),
        Field::WalkAway => amounts::read_walk_away(part, setting.level),
    }
}

fn words(part: &Part<'_>) -> String {
    // Longer than any of the phrases compared with: no need to join more.
    let words = part.tokens.iter().filter(|token| !matches!(token.kind, Kind::Mark(_) | Kind::Break));
    words.take(8).map(|token| token.word.as_str()).collect::<Vec<_>>().join(" ")
}

/// Whether the whole text is a way of saying "none" or "I don't know".
pub(crate) fn says_nothing(part: &Part<'_>) -> bool {
    NOTHING.contains(&words(part).as_str())
}

fn plain_no(part: &Part<'_>) -> bool {
    matches!(
        words(part).as_str(),
        "no" | "nope" | "not yet" | "nothing yet" | "none yet" | "not really" | "none" | "nothing"
    )
}

fn read_currency(part: &Part<'_>) -> Reading {
    Currency::of_text(part.text()).map_or_else(
        || Reading::refused(Problem::Currency(part.quote())),
        |currency| Reading::of(Answer::Currency(currency)),
    )
}

fn read_written(part: &Part<'_>) -> Reading {
    let no = part.has(&[
        "no", "not", "nope", "nothing", "verbal", "verbally", "phone", "call", "waiting", "havent", "isnt", "hasnt",
        "didnt", "oral", "orally", "none", "dont", "without", "pending",
    ]) || part.has_phrase("just said");
    let yes = part.has(&[
        "yes", "yep", "yeah", "yup", "y", "written", "writing", "letter", "email", "emailed", "e", "pdf", "docusign",
        "sure", "signed", "have", "got", "received", "document", "true", "portal",
    ]);
    let said_no_only = part.has(&["n", "false"]) || no;
    let contrast = part.has(&["but", "though", "except"]) || (part.has(&["yes", "yep", "yeah", "yup"]) && no);
    match (yes, said_no_only) {
        _ if contrast => ask_written(part),
        (_, true) => Reading::of(Answer::Written(false)),
        (true, false) => Reading::of(Answer::Written(true)),
        (false, false) => ask_written(part),
    }
}

fn ask_written(part: &Part<'_>) -> Reading {
    Reading::refused(Problem::Written(part.quote()))
}

fn read_start(part: &Part<'_>, today: Date) -> Reading {
    let day = match dates::read_day(part, today) {
        Ok(day) => day,
        Err(problem) => return Reading::from(problem),
    };
    let (field, quote) = (Field::StartDate, part.quote());
    if day < today {
        return Reading::refused(DayProblem::Passed { field, quote, day });
    }
    if today.checked_add(2.years()).is_ok_and(|far| day > far) {
        return Reading::refused(DayProblem::TooFar { field, quote, day });
    }
    Reading::of(Answer::StartDate(day))
}

fn read_reply_by(part: &Part<'_>, today: Date) -> Reading {
    let day = match dates::read_day(part, today) {
        Ok(day) => day,
        Err(problem) => return Reading::from(problem),
    };
    let (field, quote) = (Field::ReplyBy, part.quote());
    if day < today {
        return Reading::refused(DayProblem::Passed { field, quote, day });
    }
    if today.checked_add(1.year()).is_ok_and(|far| day > far) {
        return Reading::refused(DayProblem::TooFar { field, quote, day });
    }
    Reading::of(Answer::ReplyBy(day))
}

/// For a part that could not be placed.
pub(crate) fn unplaced(text: &str) -> Problem {
    Problem::Unplaced(quote(text))
}
