//! The level, by number or title, as the company's data has them.
//!
//! A title that is used at more than one level is asked about, not guessed.

mod whose;

pub(crate) use whose::is_of_others;

use rust_decimal::Decimal;

use super::claim::Claim;
use super::lexicon::{Term, lexicon};
use super::part::Part;
use super::phrases::{find, has, length_at, length_of_any};
use super::text::Sentence;
use super::tokens::{Kind, Token};
use super::{Answer, LevelProblem, Problem, Reading};
use crate::market::{Companies, Company, Role, RoleNamed};
use crate::money::Money;
use crate::offer::Level;

/// How much a number behind "SDE" is below its level: SDE 3 is L6.
const TITLE_NUMBER: u32 = 3;

/// Reads an answer to the question for the level.
pub(crate) fn read_level(part: &Part<'_>) -> Reading {
    let company = Companies::asked_for();
    let ask = || Reading::refused(LevelProblem::Unclear(part.quote()));
    let named = Role::of_text(part.text());
    let Some(mut found) = numbers(part, company) else { return ask() };
    found.sort_unstable();
    found.dedup();
    // The titles of a role are its own: a Senior Manager is not the Senior of an engineer.
    let titled = || match &named {
        Some(named) => named.level,
        None => titled(part, company),
    };
    let level = match found.as_slice() {
        [] => titled(),
        [number] => match company.numbered(*number) {
            Some(level) => Some(level),
            None => return Reading::refused(LevelProblem::NotListed(*number)),
        },
        _ => None,
    };
    let role = named.map(|named| named.role);
    let answers = level.map(Answer::Level).into_iter().chain(role.clone().map(Answer::Role)).collect();
    match (level, role) {
        (Some(_), _) => Reading { answers, ..Reading::default() },
        (None, Some(role)) => {
            Reading { answers, problems: vec![LevelProblem::OfRole(role).into()], ..Reading::default() }
        }
        (None, None) => ask(),
    }
}

/// Reads a job family.
pub(crate) fn read_role(part: &Part<'_>) -> Reading {
    Role::of_text(part.text())
        .map_or_else(|| Reading::refused(Problem::Role(part.quote())), |named| Reading::of(Answer::Role(named.role)))
}

/// The level of a title. A Senior Manager is not the Senior of an engineer.
fn titled(part: &Part<'_>, company: &Company) -> Option<Level> {
    company.titled(|title| part.has_phrase(title)).filter(|_| !part.has(Term::Manager))
}

/// The levels named by number; nothing where a word or figure is not about a level.
fn numbers(part: &Part<'_>, company: &Company) -> Option<Vec<u32>> {
    let mut found: Vec<u32> = Vec::new();
    for (index, token) in part.tokens.iter().enumerate() {
        match &token.kind {
            Kind::Figure(_) if is_fraction(token) => return None,
            Kind::Figure(figure) if figure.bare && figure.value < Money::dollars(13) => {
                // "SDM 3": which level that is depends on the family.
                let managers = index > 0 && part.tokens[index - 1].is(Term::Manager);
                if managers && figure.value <= Money::dollars(i64::from(TITLE_NUMBER)) {
                    continue;
                }
                let title = index > 0 && part.tokens[index - 1].is(Term::TitleWord);
                let number = (1..=12).find(|level| figure.value.amount() == Decimal::from(*level));
                found.extend(number.map(|level| if title { level + TITLE_NUMBER } else { level }));
            }
            Kind::Figure(_) | Kind::Unclear(_) | Kind::Foreign(_) | Kind::DateLike | Kind::Vague => return None,
            Kind::Word => match level_number(&token.word).or_else(|| lexicon().level(&token.word)) {
                Some(level) => found.push(level),
                None if token.is(Term::AroundLevel) || token.is(Term::Filler) || token.is(Term::Craft) => {}
                None if token.is(Term::Manager) || company.has_title_word(&token.word) => {}
                None if Role::has_word(&token.word) => {}
                None => return None,
            },
            Kind::Mark(_) | Kind::Break => {}
        }
    }
    Some(found)
}

/// The number in `l6`.
pub(crate) fn level_number(word: &str) -> Option<u32> {
    let digits = word.strip_prefix(LEVEL_LETTER)?;
    (digits.len() <= 2).then(|| digits.parse().ok()).flatten().filter(|level| (1..=12).contains(level))
}

const LEVEL_LETTER: char = 'l';

/// A level that these tokens start with, and how many they are: `L6`, `level 6`, `l 7`.
pub(crate) fn level_at(tokens: &[Token], at: usize) -> Option<(u32, usize)> {
    let token = &tokens[at];
    if token.kind != Kind::Word {
        return None;
    }
    // "L5.5" is none.
    let half = tokens.get(at + 1).is_some_and(|next| next.start == token.end && is_fraction(next));
    if half {
        return None;
    }
    // "SDE2" says its level; "six" beside other words does not.
    let titled = || lexicon().level(&token.word).filter(|_| token.word.ends_with(|c: char| c.is_ascii_digit()));
    if let Some(number) = level_number(&token.word).or_else(titled) {
        return Some((number, 1));
    }
    if let Some(length) = length_at(tokens, at, Term::TitleWord)
        && let Some((number, used)) = title_number(tokens, at + length)
    {
        return Some((number + TITLE_NUMBER, used + length));
    }
    let next = tokens.get(at + 1).filter(|_| token.is(Term::Level))?;
    // "Level: 6", "your job level is 6".
    let led = next.is_mark(':') || next.is(Term::Is);
    let next = if led { tokens.get(at + 2)? } else { next };
    let number = next.figure().filter(|figure| figure.bare && figure.value.amount().fract().is_zero())?;
    let number = u32::try_from(number.value.amount().trunc()).ok().filter(|level| (1..=12).contains(level))?;
    Some((number, if led { 3 } else { 2 }))
}

/// The ".5" of "L5.5".
fn is_fraction(token: &Token) -> bool {
    token.figure().is_some_and(|figure| !figure.value.amount().fract().is_zero())
}

/// The number of a title and how many tokens it takes: "II", "-2"; not "SDE 3 years".
fn title_number(tokens: &[Token], at: usize) -> Option<(u32, usize)> {
    const ROMAN: [(Term, u32); 3] = [(Term::RomanOne, 1), (Term::RomanTwo, 2), (Term::RomanThree, 3)];
    let dash = usize::from(tokens.get(at).is_some_and(|token| token.is_mark('-')));
    let token = tokens.get(at + dash)?;
    let counted = tokens.get(at + dash + 1).is_some_and(|next| {
        next.is(Term::Years) || next.is(Term::Year) || next.is(Term::Counted) || next.is_mark_of(&['/', '+'])
    });
    let roman = ROMAN.into_iter().find(|(term, _)| token.is(*term)).map(|(_, number)| number);
    let number = (1..=3).find(|number| {
        let plain = |figure: &&super::tokens::Figure| figure.bare && figure.value == Money::dollars(i64::from(*number));
        token.figure().as_ref().is_some_and(plain)
    });
    roman.or(number.filter(|_| !counted)).map(|number| (number, dash + 1))
}

/// The words of a title around a level: "Senior SDE (L6)".
pub(crate) fn title_around(tokens: &[Token], from: usize, until: usize) -> (usize, usize) {
    let company = Companies::asked_for();
    let of_title = |token: &Token| match token.kind {
        Kind::Word => {
            token.is(Term::AroundLevel)
                || token.is(Term::Craft)
                || token.is(Term::Manager)
                || (Role::has_word(&token.word) && level_number(&token.word).is_none())
                || company.has_title_word(&token.word)
        }
        Kind::Mark(mark) => matches!(mark, '(' | ')' | '/' | '-' | ':' | '.'),
        _ => false,
    };
    // "Software Development Manager III, L6": over a comma only to a word of a title.
    let role = |at: Option<usize>| {
        at.and_then(|at| tokens.get(at))
            .is_some_and(|token| token.is(Term::Craft) || token.is(Term::Manager) || Role::has_word(&token.word))
    };
    let mut first = from;
    while first > 0 && (of_title(&tokens[first - 1]) || (tokens[first - 1].is_mark(',') && role(first.checked_sub(2))))
    {
        first -= 1;
    }
    let mut last = until;
    while tokens.get(last).is_some_and(|token| of_title(token) || (token.is_mark(',') && role(Some(last + 1)))) {
        last += 1;
    }
    (first, last)
}

/// What a sentence of a letter says of the level.
pub(crate) fn in_letter(sentence: &Sentence) -> Vec<Claim> {
    let tokens = &sentence.tokens;
    let part = Part::new(&sentence.text, tokens.clone());
    let mut claims: Vec<Claim> = (0..tokens.len())
        .filter_map(|at| level_at(tokens, at).map(|(level, _)| (at, level)).filter(|(_, level)| *level >= 3))
        .filter(|(at, _)| !is_former(tokens, *at) && !is_of_others(tokens, *at))
        .map(|(_, level)| Claim::Level(level))
        .collect();
    claims.dedup();
    if has(tokens, Term::NextLevel) && claims.len() > 1 {
        claims.clear();
    }
    claims.extend(title(&part).map(Claim::Title));
    if let Some(named) = role(&part) {
        claims.extend(named.level.filter(|_| !named.role.is_software()).map(Claim::Title));
        claims.push(Claim::Role(named.role));
    }
    claims
}

/// "Interviewed for L7", "instead of L7": a level that the offer is not at.
pub(crate) fn is_former(tokens: &[Token], at: usize) -> bool {
    let from = at.saturating_sub(FORMER_WORDS);
    (from..at).any(|start| length_at(tokens, start, Term::FormerLevel).is_some_and(|length| start + length + 1 >= at))
}

/// How far before a level the words stand that set it aside.
const FORMER_WORDS: usize = 4;

/// The level that stands behind the company asked for, in a sentence that names others too: "Google L5 to Amazon L6".
pub(crate) fn beside_its_name(tokens: &[Token]) -> Vec<Claim> {
    let own = |at: usize| at > 0 && Companies::asked_for().is_called(&tokens[at - 1].word);
    let at = (0..tokens.len()).filter(|at| own(*at));
    at.filter_map(|at| level_at(tokens, at).map(|(level, _)| Claim::Level(level))).collect()
}

/// The job family of the offered role.
fn role(part: &Part<'_>) -> Option<RoleNamed> {
    // "You'll report to Kim, Senior Manager": the manager's title.
    if !is_of_offered(part) || part.has(Term::Recruiter) {
        return None;
    }
    Role::of_text(Part::new(part.source, whose::own_part(&part.tokens).to_vec()).text())
}

/// A title in a message, with the level it says and how many tokens it takes: "senior SDM", "Sr. TPM".
pub(crate) fn role_at(text: &str, tokens: &[Token], at: usize) -> Option<(usize, usize, Role, Option<Level>)> {
    let words: Vec<&str> = tokens[at..]
        .iter()
        .take(5)
        .take_while(|token| token.kind == Kind::Word)
        .map(|token| token.word.as_str())
        .collect();
    let (count, role) = Role::at(&words).filter(|(count, _)| words[..*count].join(" ").len() >= SHORTEST_TITLE)?;
    let (from, until) = title_around(tokens, at, at + count);
    let span = text.get(tokens[from].start..tokens[until - 1].end)?;
    let named = Role::of_text(span).filter(|named| named.role == role)?;
    Some((from, until, role, named.level))
}

/// Letters of the shortest name of a role that is one beside other words: "sde", and not "de".
const SHORTEST_TITLE: usize = 3;

/// The most words of a line that only names things: "Posted: $179,900 - $243,400 (PM-T principal)".
const SHORT_LINE: usize = 8;

/// Whether a line is about the offered role: a short one, "position of", "Title:", "offer you".
fn is_of_offered(part: &Part<'_>) -> bool {
    let levelled = (0..part.tokens.len()).any(|at| level_at(&part.tokens, at).is_some());
    let words = part.tokens.iter().filter(|token| token.kind == Kind::Word).count();
    levelled
        || words <= SHORT_LINE
        || part.has(Term::Offered)
        || part.tokens.first().is_some_and(|token| token.is(Term::TitleLead))
}

/// A title that belongs to the offered role: one beside "position of", "Title:", "offer you".
fn title(part: &Part<'_>) -> Option<Level> {
    if !is_of_offered(part) || !part.has(Term::Craft) || part.has(Term::Recruiter) || part.has(Term::PeopleManager) {
        return None;
    }
    let own = Part::new(part.source, whose::own_part(&part.tokens).to_vec());
    Companies::asked_for().titled(|title| own.has_phrase(title)).filter(|_| own.has(Term::Craft))
}
