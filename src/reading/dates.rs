//! Days as people write them, relative to a given today.
//!
//! Owns which spellings mean one day only. A spelling with two readings is refused with
//! both. Must not know what a day is for, but for the sentence that asks again.

mod relative;

pub(crate) use relative::span_of;

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

use super::lexicon::{Term, lexicon};
use super::part::{Part, number_word};
use super::tokens::{Kind, Token};
use super::{DayProblem, Problem};

/// The month a word names, from 1.
pub(crate) fn month(word: &str) -> Option<i8> {
    lexicon().month(word)
}

/// The day of the week a word names.
pub(crate) fn weekday(word: &str) -> Option<Weekday> {
    lexicon().weekday(word).and_then(|number| Weekday::from_monday_one_offset(number).ok())
}

/// Whether a token can be part of a day.
pub(crate) fn dates_something(token: &Token) -> bool {
    match &token.kind {
        Kind::DateLike => true,
        Kind::Figure(figure) => figure.bare,
        Kind::Word => {
            let word = token.word.as_str();
            let other = token.is(Term::NotOnlyADay);
            (month(word).is_some() || weekday(word).is_some()) && !other
                || ordinal(word).is_some()
                || [Term::Today, Term::Tomorrow, Term::MonthEnd, Term::WeekEnd].iter().any(|term| token.is(*term))
        }
        _ => false,
    }
}

/// The one day a part names.
pub(crate) fn read_day(part: &Part<'_>, today: Date) -> Result<Date, Problem> {
    let said = part.quote();
    let tokens: Vec<&Token> = (0..part.tokens.len())
        .filter(|index| !is_time(&part.tokens, *index))
        .map(|index| &part.tokens[index])
        .collect();
    // "Yesterday", said of a day that must be ahead.
    if let [only] = tokens[..]
        && only.is(Term::Yesterday)
        && let Ok(day) = today.yesterday()
    {
        return Ok(day);
    }
    let unknown = || Problem::from(DayProblem::Unclear(said.clone()));
    let mut found: Option<Date> = None;
    let mut named: Option<Weekday> = None;
    let mut index = 0;
    while index < tokens.len() {
        if let Some(day) = weekday_of_date(&tokens, index) {
            named = Some(day);
            index += 1;
            continue;
        }
        if is_rough(&tokens[index..], today) {
            index += 1;
            continue;
        }
        let Some((used, day)) = day_at(&tokens[index..], today)? else {
            if !is_around(tokens[index]) {
                return Err(unknown());
            }
            index += 1;
            continue;
        };
        if found.is_some_and(|other| other != day) {
            return Err(DayProblem::Several(said).into());
        }
        found = Some(day);
        index += used;
    }
    let day = found.ok_or_else(unknown)?;
    if named.is_some_and(|weekday| weekday != day.weekday()) {
        return Err(DayProblem::Weekday { quote: said, day }.into());
    }
    Ok(day)
}

/// "Mid jan, 15th": a rough word before a month whose day stands behind a comma.
fn is_rough(tokens: &[&Token], today: Date) -> bool {
    let [rough, month_name, rest @ ..] = tokens else { return false };
    rough.is(Term::NotOneDay)
        && month(&month_name.word).is_some()
        && rest.first().is_some_and(|mark| mark.is_mark(','))
        && matches!(calendar_day(&tokens[1..], today), Ok(Some(_)))
}

/// Whether a token beside a day leaves it the same day.
pub(crate) fn is_around(token: &Token) -> bool {
    match token.kind {
        Kind::Word => token.is(Term::AroundDay),
        Kind::Mark(_) | Kind::Break | Kind::Foreign(_) => true,
        Kind::Figure(_) | Kind::Unclear(_) | Kind::DateLike | Kind::Vague => false,
    }
}

/// The day of the week before a whole date ("Friday, March 14"), which it must fit.
fn weekday_of_date(tokens: &[&Token], index: usize) -> Option<Weekday> {
    let token = tokens.get(index).filter(|token| token.kind == Kind::Word)?;
    let weekday = weekday(&token.word)?;
    let mut next = index + 1;
    while tokens.get(next).is_some_and(|token| {
        token.is_mark(',') || token.is_mark('.') || token.is_mark('(') || token.is(Term::The) || token.is(Term::OnDay)
    }) {
        next += 1;
    }
    let dated = tokens.get(next).is_some_and(|token| {
        token.kind == Kind::DateLike
            || (token.kind == Kind::Word && month(&token.word).is_some())
            || day_number(token).is_some()
    });
    dated.then_some(weekday)
}

/// `5pm`, `5:00`, `at 5`: a time does not change the day.
fn is_time(tokens: &[Token], index: usize) -> bool {
    let token = &tokens[index];
    let mark = |at: Option<usize>| at.and_then(|at| tokens.get(at)).is_some_and(|token| token.is_mark(':'));
    let figure = |at: usize| tokens.get(at).is_some_and(|token| token.figure().is_some());
    if token.is_mark(':') {
        return true;
    }
    if token.figure().is_some() {
        let half_day = |at: usize| {
            tokens
                .get(at)
                .is_some_and(|token| token.kind == Kind::Word && token.word.starts_with(|c: char| c.is_ascii_digit()))
        };
        let hour = mark(Some(index + 1)) && (figure(index + 2) || half_day(index + 2));
        let by = index > 1
            && tokens[index - 1].is(Term::By)
            && tokens[index - 2].is(Term::DayWord)
            && !tokens.get(index + 1).is_some_and(|next| next.is_mark('/'));
        let minute = mark(index.checked_sub(1)) && index >= 2 && figure(index - 2);
        let at = index > 0 && tokens[index - 1].is(Term::At);
        let half = tokens.get(index + 1).is_some_and(|next| next.is(Term::HalfDay));
        return hour || minute || at || half || by;
    }
    token.kind == Kind::Word
        && token.word.starts_with(|c: char| c.is_ascii_digit())
        && lexicon().of_word(token.word.trim_start_matches(|c: char| c.is_ascii_digit())).has(Term::HalfDay)
}

/// A day at the start of these tokens, with how many it takes.
fn day_at(tokens: &[&Token], today: Date) -> Result<Option<(usize, Date)>, Problem> {
    let Some(first) = tokens.first() else { return Ok(None) };
    if first.kind == Kind::DateLike {
        return date_like(&first.word).map(|day| Some((1, day)));
    }
    if let Some(read) = slashed(tokens, today)? {
        return Ok(Some(read));
    }
    if let Some(read) = with_month(tokens, today)? {
        return Ok(Some(read));
    }
    if let Some(read) = relative::relative(tokens, today)? {
        return Ok(Some(read));
    }
    let day = ordinal(&first.word).filter(|_| first.kind == Kind::Word);
    Ok(day.and_then(|day| next_day_of_month(day, today)).map(|day| (1, day)))
}

/// The next day of the number that a word is: "30th".
pub(crate) fn day_of_month(token: &Token, today: Date) -> Option<Date> {
    ordinal(&token.word).filter(|_| token.kind == Kind::Word).and_then(|day| next_day_of_month(day, today))
}

/// Where the first run of days in these tokens ends; none where there is no day.
pub(crate) fn end_of_days(tokens: &[Token], today: Date) -> Option<usize> {
    let tokens: Vec<&Token> = tokens.iter().collect();
    let mut end = None;
    let mut at = 0;
    while at < tokens.len() {
        match day_at(&tokens[at..], today) {
            Ok(Some((used, _))) => {
                at += used;
                end = Some(at);
            }
            // Words lead up to the first day; after it only a comma may stand.
            _ if end.is_none() && tokens[at].figure().is_none() || tokens[at].is_mark(',') => at += 1,
            _ => break,
        }
    }
    end
}

/// How many tokens the day takes that starts here, be it of the calendar or told from today.
pub(crate) fn length_of_day(tokens: &[Token], today: Date) -> Option<usize> {
    let tokens: Vec<&Token> = tokens.iter().collect();
    day_at(&tokens, today).ok().flatten().map(|(used, _)| used)
}

/// Whether a day told from today starts here: "in 3 days", "a week".
pub(crate) fn starts_relative(tokens: &[Token], today: Date) -> bool {
    let tokens: Vec<&Token> = tokens.iter().take(4).collect();
    !tokens.is_empty() && !matches!(relative::relative(&tokens, today), Ok(None))
}

/// A whole small number.
pub(crate) fn number(token: &Token) -> Option<i64> {
    match &token.kind {
        Kind::Figure(figure) if figure.bare && !figure.negative && !figure.percent => {
            let amount = figure.value.amount();
            (amount.fract().is_zero()).then(|| i64::try_from(amount.trunc()).ok()).flatten()
        }
        Kind::Word => number_word(&token.word),
        _ => None,
    }
}

/// A day of the calendar at the start of these tokens, with how many it takes: no
/// `friday`, no `in 3 days`. A month without a day is none.
pub(crate) fn calendar_day(tokens: &[&Token], today: Date) -> Result<Option<(usize, Date)>, Problem> {
    let Some(first) = tokens.first() else { return Ok(None) };
    if first.kind == Kind::DateLike {
        return date_like(&first.word).map(|day| Some((1, day)));
    }
    if let Some(read) = slashed(tokens, today)? {
        return Ok(Some(read));
    }
    let month_first = first.kind == Kind::Word && month(&first.word).is_some();
    let day_next = || tokens.iter().skip(1).take(2).any(|token| day_number(token).is_some());
    if month_first && !day_next() || first.is(Term::End) {
        return Ok(None);
    }
    with_month(tokens, today)
}

/// `14th`, `1st`.
fn ordinal(word: &str) -> Option<i8> {
    let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let ending = lexicon().of_word(&word[digits.len()..]);
    let ordinal = ending.has(Term::NumberEnding) && !ending.has(Term::HalfDay);
    digits.parse().ok().filter(|_| ordinal).filter(|day| (1..=31).contains(day))
}

/// `18`, `18th`: a day where its month stands before.
pub(crate) fn is_day_number(token: &Token) -> bool {
    day_number(token).is_some()
}

fn day_number(token: &Token) -> Option<i8> {
    let spelled = || if token.kind == Kind::Word { lexicon().ordinal(&token.word) } else { None };
    ordinal(&token.word).or_else(spelled).or_else(|| {
        token.figure()?;
        number(token).and_then(|day| i8::try_from(day).ok()).filter(|day| (1..=31).contains(day))
    })
}

fn year_number(token: &Token) -> Option<i16> {
    token.figure()?;
    let year = number(token).and_then(|year| i16::try_from(year).ok())?;
    (2000..=2100).contains(&year).then_some(year)
}

fn real_day(year: i16, month: i8, day: i8) -> Result<Date, Problem> {
    Date::new(year, month, day).map_err(|_| DayProblem::NoSuchDay { year, month, day }.into())
}

/// A day at the start of these tokens that is today or before it: "today", "as of november 25", with how many it takes.
pub(crate) fn day_before(tokens: &[&Token], today: Date) -> Option<(usize, Date)> {
    let first = tokens.first()?;
    if first.is(Term::Today) || first.is(Term::Now) {
        return Some((1, today));
    }
    if first.is(Term::Yesterday) {
        return today.yesterday().ok().map(|day| (1, day));
    }
    let (used, day) = calendar_day(tokens, today).ok().flatten()?;
    // A day without its year is the last such day.
    let before = if day > today { day.checked_sub(1.year()).ok()? } else { day };
    (before <= today && today.since(before).is_ok_and(|span| span.get_days() <= 366)).then_some((used, before))
}

/// The next such day at or after today.
fn coming(month: i8, day: i8, today: Date) -> Result<Date, Problem> {
    // February 29 may be up to eight years off.
    (0..9)
        .filter_map(|years| Date::new(today.year().saturating_add(years), month, day).ok())
        .find(|coming| *coming >= today)
        .map_or_else(|| real_day(today.year(), month, day), Ok)
}

fn next_day_of_month(day: i8, today: Date) -> Option<Date> {
    (0..3)
        .filter_map(|months| today.first_of_month().checked_add(months.months()).ok())
        .filter_map(|month| Date::new(month.year(), month.month(), day).ok())
        .find(|coming| *coming >= today)
}

/// `2027-03-14`, `3/14/2027`, `3/14/27`.
fn date_like(text: &str) -> Result<Date, Problem> {
    // "2026-12-05t23:59": the time is none of the day.
    let text = text.split(|c: char| c.is_ascii_alphabetic()).next().unwrap_or(text);
    let unclear = || DayProblem::TwoReadings(text.to_owned());
    let mark = text.chars().find(|c| !c.is_ascii_digit()).unwrap_or('/');
    let parts: Vec<i16> = text.split(mark).filter_map(|part| part.parse().ok()).collect();
    let [a, b, c] = parts.as_slice() else { return Err(unclear().into()) };
    let small = |number: i16| i8::try_from(number).unwrap_or(0);
    if *a >= 1_000 {
        return real_day_of(*a, small(*b), small(*c), text);
    }
    if *a > 12 || mark == '.' {
        return Err(DayProblem::DayFirst(text.to_owned()).into());
    }
    let year = if *c < 100 { c + 2_000 } else { *c };
    real_day_of(year, small(*a), small(*b), text)
}

fn real_day_of(year: i16, month: i8, day: i8, text: &str) -> Result<Date, Problem> {
    Date::new(year, month, day).map_err(|_| DayProblem::NotOfCalendar(text.to_owned()).into())
}

/// Figures of a day with a second reading, where the day may stand before the month: `1/2/2027`, `4/1`.
pub(crate) fn either_order(tokens: &[&Token]) -> Option<String> {
    let typed: String = tokens.iter().map(|token| token.word.as_str()).collect();
    let parts: Vec<i16> = typed.split(['/', '-']).map_while(|part| part.parse().ok()).collect();
    let months = |number: i16| (1..=12).contains(&number);
    matches!(parts.as_slice(), [a, b, ..] if months(*a) && months(*b) && a != b).then_some(typed)
}

/// `3/14`: month first.
fn slashed(tokens: &[&Token], today: Date) -> Result<Option<(usize, Date)>, Problem> {
    let [a, mark, b, ..] = tokens else { return Ok(None) };
    if !mark.is_mark('/') || a.figure().is_none() || b.figure().is_none() {
        return Ok(None);
    }
    let (Some(a), Some(b)) = (day_number(a), day_number(b)) else { return Ok(None) };
    if a > 12 {
        return Err(DayProblem::DayFirst(format!("{a}/{b}")).into());
    }
    coming(a, b, today).map(|day| Some((3, day)))
}

/// `March 14`, `14 March 2027`, `14th of March`, `end of March`.
fn with_month(tokens: &[&Token], today: Date) -> Result<Option<(usize, Date)>, Problem> {
    let month_of =
        |index: usize| tokens.get(index).filter(|token| token.kind == Kind::Word).and_then(|token| month(&token.word));
    let skip = |mut index: usize, words: &[Term]| {
        let skipped =
            |token: &Token| words.iter().any(|term| token.is(*term)) || token.is_mark(',') || token.is_mark('.');
        while tokens.get(index).is_some_and(|token| skipped(token)) {
            index += 1;
        }
        index
    };
    let year_after = |index: usize| {
        let at = skip(index, &[Term::Of]);
        // "March 14 2000 RSUs": no year.
        let counts = tokens.get(at + 1).is_some_and(|next| next.is(Term::Unit));
        let year = tokens.get(at).filter(|_| !counts).and_then(|token| year_number(token));
        year.map(|year| (at + 1, year))
    };
    if tokens[0].is(Term::End) {
        let at = skip(1, &[Term::Of, Term::The]);
        let Some(month) = month_of(at) else { return Ok(None) };
        return Ok(Some(match year_after(at + 1) {
            Some((used, year)) => (used, real_day(year, month, 1)?.last_of_month()),
            None => (at + 1, end_of_coming(month, today)?),
        }));
    }
    let (used, month, day) = if let Some(month) = month_of(0) {
        let at = skip(1, &[Term::The]);
        let Some(day) = tokens.get(at).and_then(|token| day_number(token)) else {
            // "I may start" names no month.
            let verb = tokens[0].is(Term::NotOnlyADay) && tokens.get(1).is_some_and(|next| next.kind == Kind::Word);
            return if verb && at == 1 { Ok(None) } else { Err(DayProblem::MonthAlone.into()) };
        };
        (at + 1, month, day)
    } else if let Some(day) = day_number(tokens[0]) {
        let at = skip(1, &[Term::Of]);
        let Some(month) = month_of(at) else { return Ok(None) };
        (at + 1, month, day)
    } else {
        return Ok(None);
    };
    match year_after(used) {
        Some((used, year)) => Ok(Some((used, real_day(year, month, day)?))),
        None => Ok(Some((used, coming(month, day, today)?))),
    }
}

fn end_of_coming(month: i8, today: Date) -> Result<Date, Problem> {
    let year = if month < today.month() { today.year() + 1 } else { today.year() };
    Ok(real_day(year, month, 1)?.last_of_month())
}
