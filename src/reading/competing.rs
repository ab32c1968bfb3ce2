//! Other offers and processes: who, how firm, how much a year.

use jiff::civil::Date;

use super::amounts::{in_thousands, says_four_years};
use super::fields::unplaced;
use super::part::Part;
use super::plausible::Figures;
use super::tokens::{Kind, Token};
use super::{Amount, Answer, CompetingProblem, Doubt, Problem, Reading, dates};
use crate::money::Money;
use crate::offer::{Firmness, OtherOffer};

/// The longest employer's name kept, in characters.
const LONGEST_COMPANY: usize = crate::echo::Echo::LONGEST;

const WRITTEN: &[&str] = &["written", "writing", "letter", "signed"];
const VERBAL: &[&str] = &["verbal", "verbally", "oral", "orally", "phone"];
#[rustfmt::skip]
const PROCESS: &[&str] = &[
    "interviewing", "interview", "interviews", "process", "onsite", "loop", "pipeline", "screen", "round", "rounds",
    "final", "stage", "pending", "recruiting",
];
#[rustfmt::skip]
const AROUND: &[&str] = &[
    "a", "an", "the", "from", "at", "with", "in", "by", "for", "of", "on", "is", "it", "its", "to", "i", "im", "ive",
    "am", "have", "has", "had", "got", "also", "my", "me", "offer", "offers", "offered", "offering", "gave",
    "competing", "competitor", "other", "another", "tc", "total", "comp", "compensation", "year", "years", "yr",
    "yrs", "per", "annual", "annually", "yearly", "over", "about", "around", "roughly", "approx", "average", "avg",
    "averaging", "and", "package", "said", "worth", "currently", "still", "usd", "dollars", "received", "they",
    "all", "was", "firm", "one", "only", "not", "yet", "up", "late", "early", "stages", "four", "yes", "yeah", "yep", "sure", "no", "but", "none",
];
/// Words for one part of a package: one figure a year is all that is kept.
#[rustfmt::skip]
const PIECES: &[&str] = &[
    "base", "salary", "stock", "rsu", "rsus", "equity", "bonus", "sign", "signing", "shares", "units", "month",
    "monthly", "hour", "week",
];

/// Reads every offer named in a part.
pub(crate) fn read_competing(part: &Part<'_>, today: Date) -> Reading {
    let mut reading = Reading::default();
    for entry in entries(part) {
        let entry = Part::new(part.source, entry);
        reading = reading.merge(read_entry(&entry, today), &entry.quote());
    }
    if reading == Reading::default() {
        return Reading::refused(CompetingProblem::Missing);
    }
    reading
}

/// Splits a part into offers: at `;`, line ends, " and ", and at a comma before another employer.
fn entries(part: &Part<'_>) -> Vec<Vec<Token>> {
    let mut entries: Vec<Vec<Token>> = vec![Vec::new()];
    let mut piece: Vec<Token> = Vec::new();
    let mut flush = |piece: &mut Vec<Token>, strong: bool| {
        let names = piece.iter().any(is_name);
        let open = entries.last().is_some_and(|entry| entry.iter().any(is_name));
        let taken = std::mem::take(piece);
        if names && open {
            entries.push(taken);
        } else if let Some(entry) = entries.last_mut() {
            entry.extend(taken);
        }
        if strong && entries.last().is_some_and(|entry| entry.iter().any(is_name)) {
            entries.push(Vec::new());
        }
    };
    for token in &part.tokens {
        let strong = token.kind == Kind::Break || token.is_mark(';') || token.is_mark('+');
        // "Johnson & Johnson" is one name; after a figure or "verbal" the next employer starts.
        let told = || piece.iter().any(|token| token.figure().is_some() || is_firmness(token));
        let soft = token.is_mark(',') || token.is_word(&["and"]) || (token.is_mark('&') && told());
        if strong || soft {
            flush(&mut piece, strong);
        } else {
            piece.push(token.clone());
        }
    }
    flush(&mut piece, false);
    entries.retain(|entry| entry.iter().any(|token| !matches!(token.kind, Kind::Mark(_))));
    entries
}

/// Whether a token says how firm an offer is.
pub(crate) fn is_firmness(token: &Token) -> bool {
    [WRITTEN, VERBAL, PROCESS].iter().any(|words| token.is_word(words))
}

fn is_name(token: &Token) -> bool {
    let word = token.word.as_str();
    token.kind == Kind::Word
        && ![WRITTEN, VERBAL, PROCESS, AROUND, PIECES].iter().any(|list| list.contains(&word))
        && !dates::dates_something(token)
        && !is_deadline(token)
}

fn is_deadline(token: &Token) -> bool {
    token.is_word(&["expires", "expiring", "deadline", "due", "until", "reply", "respond", "decide", "answer"])
}

fn read_entry(entry: &Part<'_>, today: Date) -> Reading {
    let said = entry.quote();
    if let Some(problem) = entry.unreadable(Amount::OtherOffer) {
        return Reading::from(problem);
    }
    if entry.has(PIECES) {
        return Reading::refused(CompetingProblem::PartOfPay(said));
    }
    let (main, reply_by) = match split_deadline(entry, today) {
        Ok(split) => split,
        Err(problem) => return Reading::from(problem),
    };
    let Some((company, left)) = company_of(&main) else {
        return Reading::refused(CompetingProblem::NoEmployer(said));
    };
    let a_year = match yearly_total(&main) {
        Ok(a_year) => a_year,
        Err(problem) => return Reading::from(problem),
    };
    let reading = match firmness_of(&main) {
        Some(firmness) => {
            let firmness = Some(firmness);
            Reading::of(Answer::Competing(OtherOffer { company, firmness, a_year, reply_by, figures: None }))
        }
        None if reply_by.is_some() => {
            return Reading::refused(CompetingProblem::Firmness(said));
        }
        None => Reading::open(Doubt::Firmness { company, a_year }),
    };
    match left {
        Some(words) => reading.noting(Some(unplaced(&words))),
        None => reading,
    }
}

/// How firm an entry says it is; none where it says so in two ways or denies it.
fn firmness_of(entry: &Part<'_>) -> Option<Firmness> {
    let named = [(WRITTEN, Firmness::Written), (VERBAL, Firmness::Verbal), (PROCESS, Firmness::InProcess)];
    let mut said = named.into_iter().filter(|(words, _)| entry.has(words)).map(|(_, firmness)| firmness);
    let first = said.next()?;
    (said.next().is_none() && !entry.has(&["not", "yet", "no"])).then_some(first)
}

/// The entry without its deadline, and the deadline.
fn split_deadline<'a>(entry: &Part<'a>, today: Date) -> Result<(Part<'a>, Option<Date>), Problem> {
    let by = |index: usize| {
        let day_next =
            entry.tokens.get(index + 1).is_some_and(|token| !token.is_mark(',') && dates::dates_something(token));
        is_deadline(&entry.tokens[index]) || (entry.tokens[index].is_word(&["by"]) && day_next)
    };
    let Some(start) = (0..entry.tokens.len()).find(|index| by(*index)) else { return Ok((entry.clone(), None)) };
    let rest = &entry.tokens[start + 1..];
    let length = rest.iter().position(|token| token.figure().is_some_and(|figure| !figure.bare)).unwrap_or(rest.len());
    let deadline = Part::new(entry.source, rest[..length].to_vec());
    let day = dates::read_day(&deadline, today)?;
    if day < today {
        return Err(CompetingProblem::DeadlinePassed(entry.quote()).into());
    }
    let mut tokens = entry.tokens[..start].to_vec();
    tokens.extend_from_slice(&rest[length..]);
    Ok((Part::new(entry.source, tokens), Some(day)))
}

/// The employer as typed, and words elsewhere that belong to nothing.
fn company_of(entry: &Part<'_>) -> Option<(String, Option<String>)> {
    let first = entry.tokens.iter().position(is_name)?;
    let mut last = first;
    for (index, token) in entry.tokens.iter().enumerate().skip(first + 1) {
        let joins = matches!(token.kind, Kind::Mark('.' | '&' | '/')) || token.is_word(&["of", "and", "the"]);
        if is_name(token) {
            last = index;
        } else if !joins {
            break;
        }
    }
    let span = |from: &Token, to: &Token| entry.source.get(from.start..to.end).unwrap_or_default().to_owned();
    let name = span(&entry.tokens[first], &entry.tokens[last]);
    let company: String = name.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(LONGEST_COMPANY).collect();
    let left: Vec<&Token> = entry.tokens[last + 1..].iter().filter(|token| is_name(token)).collect();
    let left = left.first().zip(left.last()).map(|(from, to)| span(from, to));
    Some((company.trim().to_owned(), left))
}

/// Total pay a year: a figure said to be for four years is divided by four.
fn yearly_total(entry: &Part<'_>) -> Result<Option<Money>, Problem> {
    let said = entry.quote();
    let amounts = entry.amounts();
    let amount = match amounts.as_slice() {
        [] => return Ok(None),
        [(_, figure)] => in_thousands(figure),
        _ => {
            return Err(CompetingProblem::Several(said).into());
        }
    };
    let a_year = if says_four_years(entry) { amount.split(4) } else { amount };
    if Figures::TotalAYear.possible(a_year) {
        return Ok(Some(a_year));
    }
    Err(CompetingProblem::Unusual { quote: said, a_year }.into())
}
