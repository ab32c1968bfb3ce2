//! The words that something was read from: short enough for a card, with the figures that it can be worked out from.
//!
//! Must not know how they were read.

use std::ops::Range;

use rust_decimal::Decimal;

use super::level::{level_at, role_at};
use super::place::known_in_message;
use super::said::Found;
use super::tokens::{Token, cut};
use super::{Answer, Doubt};
use crate::money::Money;
use crate::offer::{Grant, SignOn};

/// The most characters of a quote.
const LONGEST: usize = 120;

/// What stands where words are left out.
const LEFT_OUT: &str = "…";

/// What stands between two sentences.
const BETWEEN: &str = " … ";

/// The sentences that an answer is from; those of its second figure, where they are others.
#[derive(Clone, Debug, Default)]
pub(crate) struct Origin {
    /// Of the first figure, or of all of it.
    pub(crate) first: Vec<usize>,
    /// Of year 2 of a sign-on, of the price of a share, of what is owed back.
    pub(crate) second: Vec<usize>,
}

impl From<usize> for Origin {
    fn from(at: usize) -> Self {
        Self { first: vec![at], second: Vec::new() }
    }
}

impl From<(usize, usize)> for Origin {
    fn from((first, second): (usize, usize)) -> Self {
        Self { first: vec![first], second: vec![second] }
    }
}

impl Origin {
    /// A first figure told in one sentence, a second one that follows from it and another.
    pub(crate) fn worked_out(at: usize, from: usize) -> Self {
        Self { first: vec![at], second: vec![at, from] }
    }
}

/// The words of an answer, and those of its second figure where they stand elsewhere.
pub(crate) fn quotes(texts: &[String], origin: &Origin, answer: &Answer) -> (String, Option<String>) {
    let (first, second) = figures(answer);
    let of =
        |at: &[usize], figures: &[Decimal]| joined(texts, at, &|text, tokens| places(answer, text, tokens, figures));
    if origin.second.is_empty() || origin.second == origin.first {
        return (of(&origin.first, &[first, second].concat()), None);
    }
    (of(&origin.first, &first), Some(of(&origin.second, &second)))
}

/// The words of what can be meant in two ways.
pub(crate) fn quote_of_doubt(texts: &[String], origin: &Origin, doubt: &Doubt) -> String {
    let amount = match doubt {
        Doubt::Zeros { typed, .. } | Doubt::Unusual { typed } => return quotes(texts, origin, typed).0,
        Doubt::SignOnSplit { amount }
        | Doubt::SignOnSum { amount }
        | Doubt::TotalOrBase { amount }
        | Doubt::WalkAwayUnit { amount }
        | Doubt::GrantPerYear { amount }
        | Doubt::BaseOfPeriod { said: amount, .. } => Some(amount.amount()),
        Doubt::SignOnOfMonths { sign_on } => Some(sign_on.year_1.amount()),
        Doubt::SharePrice { count } => Some((*count).into()),
        Doubt::Firmness { a_year, .. } => a_year.map(Money::amount),
        Doubt::LumpSumRepaid | Doubt::SignOnPaid { .. } | Doubt::VestsHowOften { .. } => None,
    };
    quote(texts, &origin.first, amount.as_slice())
}

/// The words of one or more sentences, together at most 120 characters: of a long one what stands around `figures`.
pub(crate) fn quote(texts: &[String], at: &[usize], figures: &[Decimal]) -> String {
    joined(texts, at, &|_, tokens| figured(tokens, figures))
}

/// A text for a problem or a list: at most 120 characters, from its beginning.
pub(crate) fn shorten(text: &str) -> String {
    excerpt(text, LONGEST, &|_, _| Vec::new())
}

impl Found {
    /// The words that the answer is from, in at most `room` characters each.
    pub fn words(&self, room: usize) -> Vec<String> {
        let (first, second) = figures(&self.answer);
        let both = [first.clone(), second.clone()].concat();
        let of = |quote: &str, wanted: &[Decimal]| {
            excerpt(quote, room, &|text, tokens| places(&self.answer, text, tokens, wanted))
        };
        match &self.also {
            Some(also) => vec![of(&self.quote, &first), of(also, &second)],
            None => vec![of(&self.quote, &both)],
        }
    }
}

/// The figures of an answer: the one that it is about, and the one beside it.
fn figures(answer: &Answer) -> (Vec<Decimal>, Vec<Decimal>) {
    match answer {
        Answer::Level(level) => (digits(&level.to_string()).into_iter().collect(), Vec::new()),
        Answer::Base(amount) | Answer::LeftBehind(amount) | Answer::WalkAway(amount) => {
            (vec![amount.amount()], Vec::new())
        }
        // What is left of a sum follows from it.
        Answer::SignOn(SignOn { year_1, year_2 }) => {
            (vec![year_1.amount()], vec![year_2.amount(), (*year_1 + *year_2).amount()])
        }
        Answer::Grant(Grant::Dollars(value)) => (vec![value.amount()], Vec::new()),
        Answer::Grant(Grant::Shares { count, price, .. }) => {
            (vec![(*count).into()], vec![price.amount(), price.scaled((*count).into()).amount()])
        }
        Answer::StartDate(day) | Answer::ReplyBy(day) => (vec![day.day().into()], Vec::new()),
        Answer::Competing(offer) => (offer.a_year.iter().map(|amount| amount.amount()).collect(), Vec::new()),
        Answer::Role(_)
        | Answer::Location(_)
        | Answer::Currency(_)
        | Answer::Vesting(_)
        | Answer::Written(_)
        | Answer::SignOnTerms(_)
        | Answer::Nothing(_) => (Vec::new(), Vec::new()),
    }
}

/// Where the words of an answer stand in a text.
fn places(answer: &Answer, text: &str, tokens: &[Token], figures: &[Decimal]) -> Vec<Range<usize>> {
    let named = |until: &dyn Fn(usize) -> Option<usize>| -> Vec<Range<usize>> {
        (0..tokens.len())
            .find_map(|at| until(at).map(|until| tokens[at].start..tokens[until - 1].end))
            .into_iter()
            .collect()
    };
    let titled = || named(&|at| role_at(text, tokens, at).map(|(_, until, ..)| until));
    match answer {
        Answer::Level(_) => {
            let numbered = named(&|at| level_at(tokens, at).map(|(_, used)| at + used));
            if numbered.is_empty() { titled() } else { numbered }
        }
        Answer::Role(_) => titled(),
        Answer::Location(_) => named(&|at| known_in_message(tokens, at).map(|(used, _)| at + used)),
        _ => figured(tokens, figures),
    }
}

/// Where figures stand, as written or as they are worked out from what is written, at most two.
fn figured(tokens: &[Token], figures: &[Decimal]) -> Vec<Range<usize>> {
    if figures.is_empty() {
        return Vec::new();
    }
    let is = |token: &Token, test: &dyn Fn(Decimal) -> bool| match token.figure() {
        Some(figure) => test(figure.value.amount()),
        // "4th".
        None => digits(&token.word).is_some_and(test),
    };
    let exact = |value: Decimal| figures.contains(&value);
    let worked_out = |value: Decimal| {
        FACTORS.iter().any(|factor| figures.iter().any(|figure| value * Decimal::from(*factor) == *figure))
    };
    let any = |token: &Token| token.figure().is_some_and(|figure| !figure.percent);
    let of = |test: &dyn Fn(&Token) -> bool| -> Vec<Range<usize>> {
        tokens.iter().filter(|token| test(token)).map(|token| token.start..token.end).take(2).collect()
    };
    [of(&|token| is(token, &exact)), of(&|token| is(token, &worked_out)), of(&any)]
        .into_iter()
        .find(|found| !found.is_empty())
        .unwrap_or_default()
}

/// What a figure is told in: thousands, months, pay periods, years of a grant.
const FACTORS: [u32; 6] = [1_000, 12, 24, 26, 4, 2];

/// The number in a word: 6 of "l6", 4 of "4th".
fn digits(word: &str) -> Option<Decimal> {
    let digits: String = word.chars().filter(char::is_ascii_digit).collect();
    digits.parse().ok()
}

/// Where what is quoted stands in a text.
type Find<'a> = &'a dyn Fn(&str, &[Token]) -> Vec<Range<usize>>;

/// Sentences in 120 characters together.
fn joined(texts: &[String], at: &[usize], find: Find<'_>) -> String {
    let mut sentences = at.to_vec();
    sentences.dedup();
    let marks = BETWEEN.chars().count() * sentences.len().saturating_sub(1);
    let room = LONGEST.saturating_sub(marks) / sentences.len().max(1);
    let quoted: Vec<String> =
        sentences.iter().filter_map(|at| texts.get(*at)).map(|text| excerpt(text, room, find)).collect();
    quoted.join(BETWEEN)
}

/// A text in at most `room` characters: what stands around that which is looked for, else its beginning.
fn excerpt(text: &str, room: usize, find: Find<'_>) -> String {
    if text.chars().count() <= room {
        return text.to_owned();
    }
    let found = find(text, &cut(text));
    let (Some(first), Some(last)) = (found.first(), found.last()) else { return beginning(text, room) };
    let whole = first.start..last.end;
    let fits = |place: &Range<usize>, room: usize| text[place.clone()].chars().count() + 2 <= room;
    if fits(&whole, room) {
        return window(text, whole, room);
    }
    let each = (room + 1) / found.len() - 1;
    if !found.iter().all(|place| fits(place, each)) {
        return beginning(text, room);
    }
    found.into_iter().map(|place| window(text, place, each)).collect::<Vec<_>>().join(" ")
}

/// At most `room` characters around a place, cut between words.
fn window(text: &str, place: Range<usize>, room: usize) -> String {
    let mut left = room.saturating_sub(2 + text[place.clone()].chars().count());
    let (mut from, mut until) = (place.start, place.end);
    let mut before = text[..from].split_inclusive(' ').rev().peekable();
    let mut after = text[until..].split_inclusive(' ').peekable();
    // A word on the left for each on the right: what names a figure can stand on either side.
    loop {
        let one = before.next_if(|word| word.chars().count() <= left);
        left -= one.map_or(0, |word| word.chars().count());
        from -= one.map_or(0, str::len);
        let other = after.next_if(|word| word.chars().count() <= left);
        left -= other.map_or(0, |word| word.chars().count());
        until += other.map_or(0, str::len);
        if one.is_none() && other.is_none() {
            break;
        }
    }
    let start = if from > 0 { LEFT_OUT } else { "" };
    let end = if until < text.len() { LEFT_OUT } else { "" };
    format!("{start}{}{end}", text[from..until].trim())
}

/// The first `room` characters.
fn beginning(text: &str, room: usize) -> String {
    let kept: String = text.chars().take(room - LEFT_OUT.chars().count()).collect();
    format!("{}{LEFT_OUT}", kept.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str, figures: &[i64]) -> String {
        let figures: Vec<Decimal> = figures.iter().map(|figure| Decimal::from(*figure)).collect();
        quote(&[text.to_owned()], &[0], &figures)
    }

    #[test]
    fn a_short_sentence_is_quoted_whole() {
        assert_eq!(of("Base: $190,000", &[190_000]), "Base: $190,000");
        assert_eq!(of("Base: $190,000", &[1]), "Base: $190,000");
    }

    #[test]
    fn of_a_long_one_the_words_around_the_figure() {
        let long = "We are delighted to offer you the position of Senior Engineer on the Alexa team in Seattle, with a base \
                    salary of $190,000 a year, a sign-on of $90,000 in year 1 and $70k in year 2, and 1,400 RSUs at $186.";
        insta::assert_snapshot!(of(long, &[190_000]), @"…Engineer on the Alexa team in Seattle, with a base salary of $190,000 a year, a sign-on of $90,000 in year 1 and $70k…");
        insta::assert_snapshot!(of(long, &[90_000, 70_000]), @"…with a base salary of $190,000 a year, a sign-on of $90,000 in year 1 and $70k in year 2, and 1,400 RSUs at $186.");
        insta::assert_snapshot!(of(long, &[190_000, 186]), @"…with a base salary of $190,000 a year, a sign-on of $90,000 in year 1 and $70k in year 2, and 1,400 RSUs at $186.");
        insta::assert_snapshot!(of(long, &[]), @"We are delighted to offer you the position of Senior Engineer on the Alexa team in Seattle, with a base salary of $190,…");
    }

    #[test]
    fn two_sentences_share_the_room() {
        let texts = ["Sign-on year 1: $90,000".to_owned(), "word ".repeat(40) + "in all $160,000"];
        let both = quote(&texts, &[0, 1], &[Decimal::from(160_000)]);
        insta::assert_snapshot!(both, @"Sign-on year 1: $90,000 … …word word word word word word word word in all $160,000");
        assert_eq!(quote(&texts, &[0, 0], &[]), "Sign-on year 1: $90,000");
    }

    #[test]
    fn no_quote_is_longer_than_a_card_takes() {
        for text in
            ["1".repeat(500), "é".repeat(500), "a b ".repeat(200), format!("{}$5 {}", "x".repeat(300), "y".repeat(300))]
        {
            for figures in [&[][..], &[5], &[1, 5]] {
                assert!(of(&text, figures).chars().count() <= LONGEST, "{text}");
            }
        }
    }
}
