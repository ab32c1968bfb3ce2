//! Days as people write them, relative to a given today.
//!
//! Owns which spellings mean one day only. A spelling with two readings is refused with
//! both. Must not know what a day is for, but for the sentence that asks again.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

use super::part::{Part, number_word};
use super::tokens::{Kind, Token};
use super::{DayProblem, Problem, relative};

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

const DAYS: [(&str, Weekday); 7] = [
    ("monday", Weekday::Monday),
    ("tuesday", Weekday::Tuesday),
    ("wednesday", Weekday::Wednesday),
    ("thursday", Weekday::Thursday),
    ("friday", Weekday::Friday),
    ("saturday", Weekday::Saturday),
    ("sunday", Weekday::Sunday),
];

/// The month a word names, from 1: the whole name or its first three letters (`sept` too).
pub(crate) fn month(word: &str) -> Option<i8> {
    let found = MONTHS
        .iter()
        .position(|name| *name == word || name[..3] == *word || (*name == "september" && word == "sept"))?;
    i8::try_from(found + 1).ok()
}

/// The day of the week a word names.
pub(crate) fn weekday(word: &str) -> Option<Weekday> {
    DAYS.iter()
        .find(|(name, _)| {
            *name == word
                || name[..3] == *word
                || matches!((*name, word), ("tuesday", "tues") | ("thursday", "thur" | "thurs") | ("wednesday", "weds"))
        })
        .map(|(_, day)| *day)
}

/// Whether a token can be part of a day.
pub(crate) fn dates_something(token: &Token) -> bool {
    match &token.kind {
        Kind::DateLike => true,
        Kind::Figure(figure) => figure.bare,
        Kind::Word => {
            let word = token.word.as_str();
            (month(word).is_some() && word != "may" && word != "mar")
                || weekday(word).is_some_and(|_| word != "sun" && word != "sat")
                || ordinal(word).is_some()
                || matches!(word, "today" | "tomorrow" | "tonight" | "eom" | "eow")
        }
        _ => false,
    }
}

/// Words around a day that do not change it.
#[rustfmt::skip]
const AROUND: &[&str] = &[
    "may", "can", "could", "plan", "on", "by", "the", "of", "eod", "cob", "noon", "midnight", "pst", "pdt", "est", "edt", "pt", "et", "ct", "mt",
    "at", "is", "its", "it", "start", "starts", "starting", "date", "first", "day", "reply", "respond", "answer",
    "deadline", "due", "expires", "expire", "expiring", "decide", "accept", "they", "want", "an", "i", "have",
    "until", "till", "before", "to", "would", "be", "my", "offer", "and", "from", "am", "pm", "close", "business",
    "need", "needs", "them", "me", "us", "give", "gave", "beginning", "begin", "begins", "will", "in", "within",
    "as", "ok", "so", "yes", "planned", "letter", "response", "signed", "sign", "valid", "through", "open", "think",
    "said", "says", "for", "let", "know", "proposed", "target", "end", "work", "must", "please", "decision", "your",
    "you", "employment",
];

/// The one day a part names.
pub(crate) fn read_day(part: &Part<'_>, today: Date) -> Result<Date, Problem> {
    let said = part.quote();
    let tokens: Vec<&Token> = (0..part.tokens.len())
        .filter(|index| !is_time(&part.tokens, *index))
        .map(|index| &part.tokens[index])
        .collect();
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

/// Whether a token beside a day leaves it the same day.
fn is_around(token: &Token) -> bool {
    match token.kind {
        Kind::Word => AROUND.contains(&token.word.as_str()),
        Kind::Mark(_) | Kind::Break | Kind::Foreign => true,
        Kind::Figure(_) | Kind::Unclear(_) | Kind::DateLike => false,
    }
}

/// The day of the week before a whole date ("Friday, March 14"), which it must fit.
fn weekday_of_date(tokens: &[&Token], index: usize) -> Option<Weekday> {
    let token = tokens.get(index).filter(|token| token.kind == Kind::Word)?;
    let weekday = weekday(&token.word)?;
    let mut next = index + 1;
    while tokens.get(next).is_some_and(|token| {
        token.is_mark(',') || token.is_mark('.') || token.is_mark('(') || token.is_word(&["the", "on"])
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
        let hour = mark(Some(index + 1)) && figure(index + 2);
        let minute = mark(index.checked_sub(1)) && index >= 2 && figure(index - 2);
        let at = index > 0 && tokens[index - 1].is_word(&["at"]);
        let half = tokens.get(index + 1).is_some_and(|next| next.is_word(&["am", "pm"]));
        return hour || minute || at || half;
    }
    token.kind == Kind::Word
        && token.word.starts_with(|c: char| c.is_ascii_digit())
        && (token.word.ends_with("am") || token.word.ends_with("pm"))
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
    if month_first && !day_next() || first.is_word(&["end"]) {
        return Ok(None);
    }
    with_month(tokens, today)
}

/// `14th`, `1st`.
fn ordinal(word: &str) -> Option<i8> {
    let digits = ["st", "nd", "rd", "th"].iter().find_map(|ending| word.strip_suffix(ending))?;
    digits.parse().ok().filter(|day| (1..=31).contains(day))
}

fn day_number(token: &Token) -> Option<i8> {
    ordinal(&token.word).or_else(|| {
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
    let skip = |mut index: usize, words: &[&str]| {
        while tokens.get(index).is_some_and(|token| token.is_word(words) || token.is_mark(',') || token.is_mark('.')) {
            index += 1;
        }
        index
    };
    let year_after = |index: usize| {
        let at = skip(index, &["of", "in"]);
        tokens.get(at).and_then(|token| year_number(token)).map(|year| (at + 1, year))
    };
    if tokens[0].is_word(&["end"]) {
        let at = skip(1, &["of", "the"]);
        let Some(month) = month_of(at) else { return Ok(None) };
        return Ok(Some(match year_after(at + 1) {
            Some((used, year)) => (used, real_day(year, month, 1)?.last_of_month()),
            None => (at + 1, end_of_coming(month, today)?),
        }));
    }
    let (used, month, day) = if let Some(month) = month_of(0) {
        let at = skip(1, &["the"]);
        let Some(day) = tokens.get(at).and_then(|token| day_number(token)) else {
            // "I may start" names no month.
            let verb = tokens[0].is_word(&["may", "mar"]) && tokens.get(1).is_some_and(|next| next.kind == Kind::Word);
            return if verb && at == 1 { Ok(None) } else { Err(DayProblem::MonthAlone.into()) };
        };
        (at + 1, month, day)
    } else if let Some(day) = day_number(tokens[0]) {
        let at = skip(1, &["of"]);
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
