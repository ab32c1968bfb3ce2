//! Other offers and processes: who, how firm, how much a year.

mod firmness;
mod letter;

pub(crate) use letter::in_letter;

use firmness::firmness_in;

use jiff::civil::Date;

use super::amounts::in_thousands;
use super::claim::Claim;
use super::lexicon::Term;
use super::part::{Part, quote};
use super::phrases::{has, length_at};
use super::plausible::Figures;
use super::text::Sentence;
use super::ties::is_employer;
use super::tokens::{Kind, Token};
use super::{Amount, Answer, CompetingProblem, Doubt, Problem, Reading, dates};
use crate::market::Companies;
use crate::money::Money;
use crate::offer::{Firmness, OtherOffer};

/// The longest employer's name kept, in characters.
const LONGEST_COMPANY: usize = crate::echo::Echo::LONGEST;

/// Reads every offer named in a part.
pub(crate) fn read_competing(part: &Part<'_>, today: Date) -> Reading {
    read_entries(part, today, false)
}

/// Reads every offer named in the answer to the question for them: who makes one counts, however its pay is told.
pub(crate) fn read_answered(part: &Part<'_>, today: Date) -> Reading {
    read_entries(part, today, true)
}

fn read_entries(part: &Part<'_>, today: Date, asked: bool) -> Reading {
    if part.has(Term::NotMine) || part.has(Term::Somebody) {
        return Reading::refused(CompetingProblem::Missing);
    }
    let mut reading = Reading::default();
    let part = &without_count(part);
    let entries = entries(part);
    for (order, tokens) in entries.iter().enumerate() {
        let entry = Part::new(part.source, tokens.clone());
        if is_none(tokens) {
            reading.problems.push(CompetingProblem::NoOffer(entry.quote()).into());
            continue;
        }
        reading = reading.merge(read_entry(&entry, inherited(&entries, order), today, asked), &entry.quote());
    }
    if reading == Reading::default() {
        return Reading::refused(CompetingProblem::Missing);
    }
    reading
}

/// "had one from uber but it lapsed", "im at salesforce making 310", "hoping to get google at 450": none that stands.
fn is_none(tokens: &[Token]) -> bool {
    let firm = tokens.iter().any(is_firmness);
    let works = has(tokens, Term::PresentJob) && tokens.iter().any(is_employer) && !has(tokens, Term::Staying);
    // "i have none but maybe later".
    let none = !firm && has(tokens, Term::PlainNone) && !tokens.iter().any(is_employer);
    has(tokens, Term::Rejected) || none || !firm && (works || has(tokens, Term::Wish))
}

/// "Meta's" is Meta.
fn without_owner(name: &str) -> &str {
    name.strip_suffix("'s").unwrap_or(name)
}

/// How firm an entry is by what is said of all: "Google, Meta, both in process", "interviewing with Apple and Netflix".
fn inherited(entries: &[Vec<Token>], order: usize) -> Option<Firmness> {
    let of_all = entries.iter().find(|entry| has(entry, Term::BothOffers)).and_then(|entry| firmness_in(entry));
    let lead = entries[..order].iter().rev().find_map(|entry| {
        let named = entry.iter().position(is_name)?;
        firmness_in(&entry[..named]).filter(|_| !entry[named..].iter().any(is_firmness))
    });
    // "in talks with nvidia, 390, and apple wrote me 410": what has figures of its own is told by itself.
    let figures = |entry: &Vec<Token>| entry.iter().any(|token| token.figure().is_some());
    let lead = lead.filter(|_| !figures(&entries[order]) || !entries[..order].iter().any(figures));
    of_all.or(lead)
}

/// "Two: Google 450 written; Stripe 420 verbal": what only says how many goes.
fn without_count<'a>(part: &Part<'a>) -> Part<'a> {
    let colon = part.tokens.iter().take(4).position(|token| token.is_mark(':'));
    let count = |token: &Token| {
        super::part::number_word(&token.word).is_some() || token.figure().is_some() || token.is(Term::AroundOffer)
    };
    match colon {
        Some(colon) if part.tokens[..colon].iter().all(count) => {
            Part::new(part.source, part.tokens[colon + 1..].to_vec())
        }
        _ => part.clone(),
    }
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
    for (at, token) in part.tokens.iter().enumerate() {
        // "260k + bonus" goes on; "Google + Meta" doesn't.
        let plus = token.is_mark('+') && part.tokens.get(at + 1).is_some_and(is_employer);
        // "onsite with Stripe".
        let led = at > 0 && is_firmness(&part.tokens[at - 1]);
        let strong = token.kind == Kind::Break || token.is_mark(';') || plus;
        // "Johnson & Johnson" is one name; after a figure or "verbal" the next employer starts.
        let told = || piece.iter().any(|token| token.figure().is_some() || is_firmness(token));
        let soft = token.is_mark(',') || (token.is(Term::Joiner) && !led) || (token.is_mark('&') && told());
        // "google 450 meta 480", "1. Google 430k written 2. Apple 410k verbal": the next employer, with the number of a list.
        let next = is_employer(token) && piece.iter().any(is_employer) && told();
        if next {
            let numbered = piece.len() > 1
                && piece[piece.len() - 1].is_mark_of(&['.', ')'])
                && piece[piece.len() - 2].figure().is_some_and(|figure| figure.bare);
            piece.truncate(piece.len() - if numbered { 2 } else { 0 });
            flush(&mut piece, true);
        }
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
    [Term::Written, Term::Verbal, Term::InProcess].iter().any(|term| token.is(*term))
}

fn is_name(token: &Token) -> bool {
    token.kind == Kind::Word
        && !is_firmness(token)
        && !token.is(Term::AroundOffer)
        && !token.is(Term::PartOfPay)
        && !dates::dates_something(token)
        && !is_deadline(token)
        && !token.is(Term::Start)
        && !is_level(&token.word)
}

/// "L7", "E5", "L5b": a level, no part of a name.
fn is_level(word: &str) -> bool {
    let letters = word.bytes().take_while(u8::is_ascii_alphabetic).count();
    let digits = word[letters..].bytes().take_while(u8::is_ascii_digit).count();
    (1..=3).contains(&letters) && (1..=2).contains(&digits) && word.len() - letters - digits <= 1
}

fn is_deadline(token: &Token) -> bool {
    token.is(Term::Deadline)
}

fn read_entry(entry: &Part<'_>, inherited: Option<Firmness>, today: Date, asked: bool) -> Reading {
    let said = entry.quote();
    let by_period = (0..entry.tokens.len())
        .any(|at| entry.tokens[at].figure().is_some() && super::amounts::period(&entry.tokens, at).is_some());
    let in_parts = entry.has(Term::PartOfPay) || by_period;
    if in_parts
        && asked
        && let Some(reading) = without_parts(entry, inherited)
    {
        return reading;
    }
    if let Some(problem) = entry.unreadable(Amount::OtherOffer) {
        return Reading::from(problem);
    }
    if in_parts {
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
    let reading = match firmness_of(&main).or(inherited) {
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
        Some(words) => reading.noting(Some(Problem::Unplaced(quote(&words)))),
        None => reading,
    }
}

/// "Google, base 210k, bonus 15%, 400k stock, written": who and how firm it is; where its parts go is said. `None` of a
/// company that is not known.
fn without_parts(entry: &Part<'_>, inherited: Option<Firmness>) -> Option<Reading> {
    let (typed, _) = company_of(entry)?;
    let known = Companies::shipped().find(&typed)?;
    let company = if known.is_called(&typed.to_lowercase()) { known.name.clone() } else { typed };
    let firmness = firmness_of(entry).or(inherited);
    let offer = OtherOffer { company: company.clone(), firmness, a_year: None, reply_by: None, figures: None };
    let reading = match firmness {
        Some(_) => Reading::of(Answer::Competing(offer)),
        None => Reading::open(Doubt::Firmness { company: company.clone(), a_year: None }),
    };
    Some(reading.noting(Some(CompetingProblem::InParts(company).into())))
}

/// How firm an entry says it is; none where it says so in two ways or denies it.
fn firmness_of(entry: &Part<'_>) -> Option<Firmness> {
    firmness_in(&entry.tokens)
}

/// The entry without its deadline, and the deadline.
fn split_deadline<'a>(entry: &Part<'a>, today: Date) -> Result<(Part<'a>, Option<Date>), Problem> {
    let by = |index: usize| {
        let day_next =
            entry.tokens.get(index + 1).is_some_and(|token| !token.is_mark(',') && dates::dates_something(token));
        is_deadline(&entry.tokens[index]) || (entry.tokens[index].is(Term::By) && day_next)
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
    if has(&entry.tokens, Term::Present) && !entry.tokens.iter().any(is_employer) {
        return Some((super::company::PRESENT_EMPLOYER.to_owned(), None));
    }
    // "yea google", "my last day at meta is friday": of a known employer its name alone.
    let known = entry.tokens.iter().position(|token| is_name(token) && is_employer(token));
    let talks = |token: &Token| token.is(Term::SoftFiller) || token.is(Term::Greeting) || token.is(Term::NoCompany);
    if let Some(name) = pair_named(&entry.tokens) {
        return Some((name, None));
    }
    // "Bank of America": a word that is no company may begin the name of one.
    let begins = |at: usize| entry.tokens.get(at + 1).is_some_and(|next| next.is(Term::NameOf));
    let is_first = |at: &usize| {
        let token = &entry.tokens[*at];
        is_name(token) && (!talks(token) || is_capital(entry, token) && begins(*at))
    };
    let first = known.or_else(|| (0..entry.tokens.len()).find(is_first))?;
    if known.is_none() && has(&entry.tokens, Term::Ours) {
        return None;
    }
    let alone = !entry.tokens.iter().skip(first + 1).any(is_name);
    if Companies::asked_for().is_called(&entry.tokens[first].word)
        || alone && super::part::number_word(&entry.tokens[first].word).is_some()
    {
        return None;
    }
    let mut last = first;
    for (index, token) in entry.tokens.iter().enumerate().skip(first + 1) {
        let joins = matches!(token.kind, Kind::Mark('.' | '&' | '/')) || token.is(Term::NameJoin);
        if known.is_some() && index > last && !is_capital(entry, token) && !joins {
            break;
        }
        if is_name(token) && !token.is(Term::NoCompany) {
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
    let company = without_owner(company.trim()).to_owned();
    let meant = Companies::shipped().with_slip(&company).map(|known| known.name.clone());
    Some((meant.unwrap_or_else(|| Companies::shipped().written(&company)), left))
}

/// A known employer of several words: "capital one".
pub(crate) fn pair_named(tokens: &[Token]) -> Option<String> {
    let named = |at: usize| {
        let length = length_at(tokens, at, Term::Employer).filter(|length| *length > 1)?;
        let words: Vec<&str> = tokens[at..at + length].iter().map(|token| token.word.as_str()).collect();
        Companies::shipped().find(&words.join(" ")).map(|known| known.name.clone())
    };
    (0..tokens.len()).find_map(named)
}

/// Whether a word is written with a capital, as names are: "Google Cloud".
fn is_capital(entry: &Part<'_>, token: &Token) -> bool {
    entry.source.get(token.start..token.end).is_some_and(|word| word.starts_with(char::is_uppercase))
}

/// Total pay a year: a figure said to be for four years is divided by four.
fn yearly_total(entry: &Part<'_>) -> Result<Option<Money>, Problem> {
    let said = entry.quote();
    // "Microsoft 65": a level behind the name; "dec 3": a day.
    let level = |index: usize, figure: &super::tokens::Figure| {
        figure.bare && figure.value < Money::dollars(100) && index > 0 && is_employer(&entry.tokens[index - 1])
    };
    let mut amounts = entry.amounts();
    // "2) DoorDash: 402k": the number of a list.
    let numbered = |index: usize| index == 0 && entry.tokens.get(1).is_some_and(|next| next.is_mark_of(&[')', '.']));
    amounts.retain(|(index, _)| !numbered(*index));
    amounts.retain(|(index, figure)| !super::amounts::belongs_to_day(&entry.tokens, *index) && !level(*index, figure));
    let amount = match amounts.as_slice() {
        [] => return Ok(None),
        [(_, figure)] => in_thousands(figure),
        _ => {
            return Err(CompetingProblem::Several(said).into());
        }
    };
    let a_year = if super::part::says_four_years(&entry.tokens) { amount.split(4) } else { amount };
    if Figures::TotalAYear.possible(a_year) {
        return Ok(Some(a_year));
    }
    Err(CompetingProblem::Unusual { quote: said, a_year }.into())
}
