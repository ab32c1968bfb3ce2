//! Cuts a text into words, figures and marks, in one pass.
//!
//! Owns what a figure looks like (`185k`, `$1,400.50`, `200 000`). Must not know fields:
//! whether `185` means thousands is for the reader of the field.

mod clean;
mod digits;

pub(crate) use clean::clean;

use super::lexicon::{Term, Terms, lexicon};
use super::numerals;
pub(crate) use super::token::{DOLLARS, Figure, Kind, Token};
use crate::money::{Currency, Money, MoneyError};
use digits::{broken, date_like, digits_length, slipped_letter, spaced_length, without_dots};

/// Tokens with their bare figures in a currency.
pub(crate) fn in_currency(mut tokens: Vec<Token>, currency: Currency) -> Vec<Token> {
    for token in &mut tokens {
        if let Kind::Figure(figure) = &mut token.kind {
            figure.value = figure.value.in_currency(currency);
        }
    }
    tokens
}

/// Cuts a clean text into tokens; numbers in words are figures.
pub(crate) fn cut(source: &str) -> Vec<Token> {
    numerals::join(cut_plain(source))
}

/// Cuts a clean text into tokens, numbers in words as words.
pub(crate) fn cut_plain(source: &str) -> Vec<Token> {
    let mut cutter = Cutter { source, at: 0, tokens: Vec::new() };
    while let Some(next) = cutter.peek() {
        cutter.step(next);
    }
    cutter.tokens
}

struct Cutter<'a> {
    source: &'a str,
    at: usize,
    tokens: Vec<Token>,
}

impl Cutter<'_> {
    fn peek(&self) -> Option<char> {
        self.source[self.at..].chars().next()
    }

    fn second(&self) -> Option<char> {
        self.source[self.at..].chars().nth(1)
    }

    fn push(&mut self, kind: Kind, start: usize, end: usize) {
        let word: String =
            self.source[start..end].chars().filter(|c| *c != '\'').flat_map(char::to_lowercase).collect();
        let (terms, begins) = if kind == Kind::Word {
            (lexicon().of_word(&word), lexicon().begins(&word))
        } else {
            (Terms::none(), Terms::none())
        };
        self.tokens.push(Token { kind, word, start, end, terms, begins });
        self.at = end;
    }

    fn step(&mut self, next: char) {
        let start = self.at;
        let end = start + next.len_utf8();
        let starts_number = next.is_ascii_digit() || (next == '.' && self.second().is_some_and(|c| c.is_ascii_digit()));
        if next == '\n' {
            self.push(Kind::Break, start, end);
        } else if let Some(code) = lexicon().sign(next) {
            self.push(Kind::Foreign(code.to_owned()), start, end);
        } else if next == '$' || starts_number {
            self.number(start, false);
        } else if next == '\'' && self.short_year() {
            self.year(start);
        } else if next == '-' {
            self.dash(start);
        } else if next.is_alphabetic() {
            self.word(start);
        } else if matches!(
            next,
            ',' | ';' | ':' | '/' | '+' | '@' | '&' | '?' | '(' | ')' | '.' | '=' | '%' | '|' | '>'
        ) {
            self.push(Kind::Mark(next), start, end);
        } else {
            // Spaces, emoji, other signs: they only end what came before.
            self.at = end;
        }
    }

    /// Whether "'27" stands here: a year without its century.
    fn short_year(&self) -> bool {
        let rest = &self.source.as_bytes()[self.at..];
        let digits = rest.iter().skip(1).take_while(|b| b.is_ascii_digit()).count();
        digits == 2 && !rest.get(3).is_some_and(|next| next.is_ascii_alphanumeric() || *next == b'\'')
    }

    fn year(&mut self, start: usize) {
        let end = start + 3;
        let (kind, _) = figure(&format!("20{}", &self.source[start + 1..end]), "", false, false);
        self.push(kind, start, end);
    }

    /// A dash is a minus before a number that stands free, nothing inside a word, else a mark.
    fn dash(&mut self, start: usize) {
        let before = self.source[..start].chars().next_back();
        let free = before.is_none_or(|c| c.is_whitespace() || matches!(c, ':' | '=' | '('));
        let after_number = self.tokens.last().is_some_and(|token| token.figure().is_some());
        let number_next = self.second().is_some_and(|c| c.is_ascii_digit() || c == '$');
        if free && number_next && !after_number {
            self.at = start + 1;
            self.number(start, true);
        } else if before.is_some_and(char::is_alphanumeric) && self.second().is_some_and(char::is_alphabetic) {
            self.at = start + 1;
        } else {
            self.push(Kind::Mark('-'), start, start + 1);
        }
    }

    fn word(&mut self, start: usize) {
        let rest = &self.source[start..];
        if let Some(length) = slipped_letter(rest) {
            return self.push(Kind::Unclear(MoneyError::Unclear), start, start + length);
        }
        let length = rest.find(|c: char| !(c.is_alphanumeric() || c == '\'')).unwrap_or(rest.len());
        // "N/A" is one word.
        let slashed = rest.get(..3).is_some_and(|word| lexicon().of_word(&word.to_lowercase()).has(Term::PlainNone));
        let length = if length == 1 && slashed && !rest[3..].starts_with(char::is_alphanumeric) { 3 } else { length };
        let end = start + length;
        let lower = rest[..length].to_lowercase();
        let dollar_next = rest[length..].starts_with('$');
        let plain: String = lower.chars().filter(|c| *c != '\'').collect();
        let with_sign = if dollar_next { lexicon().currency(&format!("{plain}$")) } else { None };
        match with_sign.or_else(|| lexicon().currency(&plain)) {
            Some(DOLLARS) if dollar_next => self.at = end,
            Some(DOLLARS) if rest[length..].trim_start().starts_with(|c: char| c.is_ascii_digit()) => {
                self.at = end;
                self.number(start, false);
            }
            Some(DOLLARS) | None => self.push(Kind::Word, start, end),
            Some(code) => self.push(Kind::Foreign(code.to_owned()), start, end),
        }
    }

    /// "5,15,40,40": parts of a whole, one by one; none where it is no such run.
    fn part_of_run(&self, text: &str) -> Option<usize> {
        let bytes = text.as_bytes();
        let run = bytes.iter().take(LONGEST_RUN).take_while(|b| b.is_ascii_digit() || **b == b',');
        let end = run.count();
        if end == LONGEST_RUN {
            return None;
        }
        let parts: Vec<&str> = text[..end].trim_end_matches(',').split(',').collect();
        let goes_on = self.tokens.len() > 3
            && self.tokens[self.tokens.len() - 4..].windows(2).all(|pair| pair[0].end == pair[1].start)
            && self.tokens[self.tokens.len() - 1].is_mark(',')
            && self.tokens[self.tokens.len() - 3].is_mark(',');
        let run = parts.len() > 2 || (goes_on && parts.len() == 2);
        (run && parts.iter().all(|part| (1..=2).contains(&part.len()))).then(|| parts[0].len())
    }

    /// Reads a number from here on; `start` is where its sign or currency stood.
    fn number(&mut self, start: usize, negative: bool) {
        let spaced = &self.source[self.at..];
        let after_sign = spaced.trim_start_matches(['$', ' ']);
        let dollars = spaced.starts_with('$') || (self.at > start && !negative);
        let from = self.source.len() - after_sign.len();
        if dollars && let Some(length) = slipped_letter(after_sign) {
            return self.push(Kind::Unclear(MoneyError::Unclear), start, from + length);
        }
        if !after_sign.starts_with(|c: char| c.is_ascii_digit() || c == '.') {
            self.at = (start + 1).max(self.at + usize::from(dollars && self.at == start));
            return;
        }
        if !dollars
            && !negative
            && let Some(length) = date_like(after_sign)
        {
            self.push(Kind::DateLike, start, from + length);
            return;
        }
        if let Some(length) = broken(after_sign) {
            return self.push(Kind::Unclear(MoneyError::Unclear), start, from + length);
        }
        let led = self.source[..start].trim_end().ends_with(':');
        // "year 2 410 rsus": the two counts years.
        let counts = self.tokens.last().is_some_and(|last| last.is(Term::Year) || last.is(Term::Month));
        let spaced = if counts { None } else { spaced_length(after_sign, dollars, led) };
        let digits = self.part_of_run(after_sign).or(spaced).unwrap_or_else(|| digits_length(after_sign));
        if digits == 0 {
            self.push(
                Kind::Unclear(MoneyError::Unclear),
                start,
                from + after_sign.chars().next().map_or(1, char::len_utf8),
            );
            return;
        }
        let tail = &after_sign[digits..];
        let letters = tail.bytes().take_while(u8::is_ascii_alphabetic).count();
        let ended = !tail[letters..].starts_with(char::is_alphanumeric);
        if ended && lexicon().of_word(&tail[..letters].to_ascii_lowercase()).has(Term::NumberEnding) && !dollars {
            self.push(Kind::Word, start, from + digits + letters);
            return;
        }
        if ended && tail[..letters].eq_ignore_ascii_case(MANY) {
            self.push(Kind::Vague, start, from + digits + letters);
            return;
        }
        let written = after_sign[..digits].replace(' ', "");
        let (kind, unit_length) = figure(&written, tail, dollars, negative);
        self.push(kind, start, from + digits + unit_length);
    }
}

/// More bytes than any schedule's parts take: "5,15,20,20,20,20".
const LONGEST_RUN: usize = 24;

/// Digits of a number that is read without a look at its grouping.
const SHORT: usize = 3;

/// A number from its digits and what follows them, with the bytes of its unit.
fn figure(digits: &str, tail: &str, dollars: bool, negative: bool) -> (Kind, usize) {
    let (unit, unit_length) = unit(tail);
    // Most numbers are a few digits, for which there is a way without a text of its own.
    let short = || digits.len() <= SHORT && unit.is_empty() && digits.bytes().all(|b| b.is_ascii_digit());
    let spelled = || {
        let plain = if unit.is_empty() { without_dots(digits) } else { digits.replace('\'', "") };
        format!("{plain}{unit}").parse::<Money>()
    };
    let value = match digits.parse().ok().filter(|_| short()) {
        Some(whole) => Money::dollars(whole),
        None => match spelled() {
            Ok(value) => value,
            Err(error) => return (Kind::Unclear(error), unit_length),
        },
    };
    let rest = tail[unit_length..].trim_start();
    let next = word_start(rest);
    let named = !next.is_empty();
    let dollars = dollars || named && lexicon().currency(&next) == Some(DOLLARS);
    let scaled = !unit.is_empty();
    let percent = rest.starts_with('%') || named && lexicon().of_word(&next).has(Term::Percent);
    (Kind::Figure(Figure { value, bare: !dollars && !scaled, dollars, scaled, negative, percent }), unit_length)
}

/// The first word of a text in lower case, as far as it can be a unit; empty where there is none.
fn word_start(text: &str) -> String {
    let word: String = text.chars().take_while(|c| c.is_alphanumeric()).take(12).flat_map(char::to_lowercase).collect();
    word
}

/// What makes a figure stand for many: `200s`.
const MANY: &str = "s";

/// The unit right after the digits, with the bytes it takes.
fn unit(tail: &str) -> (&'static str, usize) {
    let spaces = tail.len() - tail.trim_start_matches(' ').len();
    let tail = tail.trim_start_matches(' ');
    let length = tail.find(|c: char| !c.is_alphanumeric()).unwrap_or(tail.len());
    if length == 0 {
        return ("", 0);
    }
    let named = crate::money::unit(&word_start(tail)).filter(|_| spaces <= 1 && length <= 12);
    named.map_or(("", 0), |unit| (unit, spaces + length))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn seen(text: &str) -> String {
        let text = clean(text);
        cut(&text)
            .iter()
            .map(|token| match &token.kind {
                Kind::Figure(figure) => {
                    let sign = if figure.negative { "-" } else { "" };
                    format!("{sign}{}{}", figure.value, if figure.bare { "?" } else { "" })
                }
                Kind::Unclear(_) => format!("unclear:{}", token.word),
                Kind::Foreign(code) => format!("foreign:{code}"),
                Kind::Vague => format!("vague:{}", token.word),
                Kind::DateLike => format!("date:{}", token.word),
                Kind::Break => "break".to_owned(),
                Kind::Word | Kind::Mark(_) => token.word.clone(),
            })
            .collect::<Vec<_>>()
            .join(" ")
    }

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(seen(text), expected, "{text}");
    }

    #[test]
    fn cuts_figures() {
        check("185k", "$185,000");
        check("$185,000", "$185,000");
        check("$ 1.2 Million usd", "$1,200,000 usd");
        check("US$185k", "$185,000");
        check("USD 185000", "$185,000");
        check("90/70", "$90? / $70?");
        check("90k+70k", "$90,000 + $70,000");
        check("90 70", "$90? $70?");
        check("200 000", "$200,000?");
        check("1,400 rsus @ 182.50", "$1,400? rsus @ $182.50?");
        check("base 185,sign-on 90", "base $185? , sign on $90?");
        check("-5k", "-$5,000");
        check("180k-200k", "$180,000 - $200,000");
        check("180k –200k", "$180,000 - $200,000");
        check("4-year", "$4? year");
        check(".5m", "$500,000");
        check("18,50 1.200.000 185.000 190'000", "unclear:18,50 $1,200,000? $185,000? $190,000?");
        check("(5,15,40,40)", "( $5? , $15? , $40? , $40? )");
        check("€95k 95 eur C$90", "foreign:EUR $95,000 $95? foreign:EUR foreign:CAD $90");
        check("low 200s", "low vague:200s");
        check("$I72,500 S172,500 l72,500", "unclear:$i72,500 unclear:s172,500 unclear:l72,500");
        check(
            "$172,S00 17O000 172k500 base 185,sob 90",
            "unclear:$172,s00 unclear:17o000 unclear:172k500 base $185? , sob $90?",
        );
        check("58 600 USD; RSUs: 1 150; 1 150 shares", "$58,600 usd ; rsus : $1,150? ; $1,150? shares");
        check("$163, 500 and 1, 150 RSUs", "$163,500 and $1? , $150? rsus");
        check("RSUs: 1, 150 shares, year 2, 410 RSUs", "rsus : $1,150? shares , year $2? , $410? rsus");
        check("year 2 410 rsus", "year $2? $410? rsus");
        check("base 190 400 rsus, 172 000, 90 70", "base $190? $400? rsus , $172,000? , $90? $70?");
        check("one ninety two five", "$192.50?");
        check("one ninety two and a half, one ninety five", "$192.50? , $195?");
        check("１８５ｋ", "$185,000");
        check("$", "");
        check("$ -", "-");
    }

    #[test]
    fn cuts_dates_and_words() {
        check("2027-03-14", "date:2027-03-14");
        check("2026-12-05T23:59:00-08:00.", "date:2026-12-05t23:59:00-08:00 .");
        check("Feb '27, '90k'", "feb $2,027? , $90,000");
        check("3/14/2027.", "date:3/14/2027 .");
        check("3/14", "$3? / $14?");
        check("March 14th, 2027", "march 14th , $2,027?");
        check("I don’t know\nL6", "i dont know break l6");
        check("5pm", "5pm");
        check("\u{202e}185k\u{200f} 🎉", "$185,000");
    }

    proptest! {
        #[test]
        fn every_token_stands_in_the_text_in_order(text in "(\\PC|[-$0-9k.,/ \n]){0,60}") {
            let text = clean(&text);
            let mut end = 0;
            for token in cut(&text) {
                prop_assert!(token.start >= end && token.end > token.start);
                prop_assert!(text.get(token.start..token.end).is_some());
                end = token.end;
            }
        }
    }
}
