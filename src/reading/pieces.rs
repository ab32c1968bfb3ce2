//! One piece of a message, between two commas, cut into the sections of its labels.
//!
//! Owns whether a value belongs to the label before or after it.

use jiff::civil::Date;

use super::dates;
use super::labels::Label;
use super::part::{Part, YEARLY};
use super::tokens::{Kind, Token};
use crate::offer::{Field, FieldKind};

/// Tokens of one field, or of none that is named.
#[derive(Debug)]
pub(crate) struct Section {
    pub(crate) field: Option<Field>,
    pub(crate) tokens: Vec<Token>,
    /// The sign or line end before it.
    pub(crate) separator: Option<Token>,
    /// Said of another employer, perhaps.
    pub(crate) disputed: bool,
}

impl Section {
    pub(crate) fn new(field: Option<Field>, tokens: Vec<Token>) -> Self {
        Self { field, tokens, separator: None, disputed: false }
    }
}

/// Cuts one piece at its labels. A label takes the value before it where one is open there
/// ("185k base"), else what follows it ("base 185k").
pub(crate) struct Divider<'a> {
    asked: Option<Field>,
    tokens: &'a [Token],
    today: Date,
    sections: Vec<Section>,
    /// The first token that belongs to no section yet.
    cursor: usize,
}

impl<'a> Divider<'a> {
    pub(crate) fn new(asked: Option<Field>, tokens: &'a [Token], today: Date) -> Self {
        Self { asked, tokens, today, sections: Vec::new(), cursor: 0 }
    }

    /// The sections of the piece, in order.
    pub(crate) fn divide(mut self, found: &[Label]) -> Vec<Section> {
        for index in 0..found.len() {
            self.take(found, index);
        }
        let tail = &self.tokens[self.cursor..];
        match self.sections.last_mut() {
            Some(last) if last.field.is_some() && !tail.iter().any(is_value) => last.tokens.extend_from_slice(tail),
            _ => self.push_open(self.cursor, self.tokens.len()),
        }
        self.sections
    }

    fn take(&mut self, found: &[Label], index: usize) {
        let label = &found[index];
        let before = &self.tokens[self.cursor..label.start];
        let inside = &self.tokens[label.start..label.end];
        if label.whole {
            self.push_open(self.cursor, label.start);
            self.push(label.field, label.start, label.end);
            return;
        }
        let negated = before.last().is_some_and(|token| token.is_word(&["no", "not", "nothing", "without", "none"]));
        if has_value(label.field, before) && !has_value(label.field, inside) && !negated {
            let until = found.get(index + 1).map_or(self.tokens.len(), |next| next.start);
            self.take_before(label, until);
            return;
        }
        let start = if negated && before.iter().any(is_value) {
            self.push_open(self.cursor, label.start - 1);
            label.start - 1
        } else if Some(label.field) == self.asked || negated || !says_something(before) {
            self.cursor
        } else {
            self.push_open(self.cursor, label.start);
            label.start
        };
        let end = self.end_of_value(found, index);
        self.push(label.field, start, end);
    }

    /// A label whose value stands before it.
    fn take_before(&mut self, label: &Label, until: usize) {
        let before = &self.tokens[self.cursor..label.start];
        if self.asked != Some(Field::SignOn) && is_pair_of_two_fields(label.field, before) {
            // "185k and 90k sign-on": one sign-on of two years, or another field's figure first.
            self.push_open(self.cursor, label.end);
            self.cursor = label.end;
            return;
        }
        let start = self.cursor + own_value(label.field, before);
        self.push_open(self.cursor, start);
        let inside = &self.tokens[label.start..label.end];
        let end = label.end + absorbed(label.field, inside, &self.tokens[label.end..until]);
        self.push(label.field, start, end);
    }

    /// Where the value after a label ends: at the next label, but for a last value that the
    /// next label can only mean.
    fn end_of_value(&self, found: &[Label], index: usize) -> usize {
        let label = &found[index];
        let next = found.get(index + 1);
        let after = &self.tokens[label.end..next.map_or(self.tokens.len(), |next| next.start)];
        if matches!(label.field, Field::SignOnTerms | Field::Written) {
            return label.end + after.iter().position(is_value).unwrap_or(after.len());
        }
        if label.field.kind() == FieldKind::Day
            && let Some(end) = dates::end_of_days(after, self.today)
            && after[end..].iter().any(is_value)
        {
            return label.end + end;
        }
        let Some(next) = next else { return label.end + after.len() };
        let later = found.get(index + 2).map_or(self.tokens.len(), |later| later.start);
        let hungry = !next.whole
            && !self.tokens[next.end..later].iter().any(is_value)
            && !has_value(next.field, &self.tokens[next.start..next.end]);
        let counts = next.field == Field::Grant
            && self.tokens[next.start].is_word(&["rsus", "rsu", "shares", "units"])
            && after.last().is_some_and(|token| token.figure().is_some());
        label.end + own_part(label.field, after, counts, hungry)
    }

    fn push(&mut self, field: Field, start: usize, end: usize) {
        self.sections.push(Section::new(Some(field), self.tokens[start..end].to_vec()));
        self.cursor = end;
    }

    fn push_open(&mut self, start: usize, end: usize) {
        let tokens = &self.tokens[start..end];
        if says_something(tokens) {
            self.sections.push(Section::new(None, tokens.to_vec()));
        }
    }
}

/// How much of what follows a label is its own, where the next label counts the last number
/// or has no value of its own.
fn own_part(field: Field, after: &[Token], counts: bool, hungry: bool) -> usize {
    if !has_value(field, after) {
        return after.len();
    }
    if counts && after.iter().filter(|token| is_value(token)).count() > 1 {
        return after.len() - 1;
    }
    match value_groups(after, field == Field::SignOn).as_slice() {
        [_, .., last] if hungry => *last,
        _ => after.len(),
    }
}

/// Where the value of a label starts in what stands before it: "185k 90/70 sign-on" holds
/// the value of another field first.
fn own_value(field: Field, before: &[Token]) -> usize {
    let years = before.iter().any(|token| token.is_word(&["year", "yr", "y1", "y2", "first", "second"]));
    let values = before.iter().filter(|token| is_value(token)).count();
    if field == Field::Grant && values > 1 && before.last().is_some_and(is_value) {
        // The number right before "RSUs" counts them.
        return before.len() - 1;
    }
    match value_groups(before, field == Field::SignOn && values == 2).as_slice() {
        [_, .., last] if !(field == Field::SignOn && years) => *last,
        _ => 0,
    }
}

/// Whether two figures before "sign-on" may be its two years or one figure each of two fields.
fn is_pair_of_two_fields(field: Field, before: &[Token]) -> bool {
    let values: Vec<usize> = (0..before.len()).filter(|at| is_value(&before[*at])).collect();
    let [first, second] = values[..] else { return false };
    field == Field::SignOn && before[first + 1..second].iter().all(|token| token.is_word(&["and"]))
}

/// Whether a token is a number or a date in figures.
pub(crate) fn is_value(token: &Token) -> bool {
    !matches!(token.kind, Kind::Word | Kind::Mark(_) | Kind::Break)
}

fn says_something(tokens: &[Token]) -> bool {
    Part::new("", tokens.to_vec()).says_something()
}

/// Whether these tokens hold what a field's answer is made of.
fn has_value(field: Field, tokens: &[Token]) -> bool {
    match field.kind() {
        FieldKind::Day => {
            tokens.iter().any(dates::dates_something)
                && tokens.iter().all(|token| token.figure().is_none_or(|figure| figure.bare))
        }
        FieldKind::Dollars => tokens.iter().any(is_value),
        FieldKind::Words => false,
    }
}

/// How many tokens after a label belong to it although its value stood before.
fn absorbed(field: Field, label: &[Token], after: &[Token]) -> usize {
    let first = after.first();
    let priced = first.is_some_and(|token| {
        token.is_mark('@')
            || token.is_mark('=')
            || token.is_mark('(')
            || token.is_word(&["at", "x", "worth", "valued", "price"])
    }) || label.last().is_some_and(|token| token.word == "price");
    match field {
        Field::Grant if priced => after.iter().position(is_value).map_or(0, |at| at + 1),
        Field::SignOn
            if after.iter().any(|token| token.is_word(YEARLY) || token.is_word(&["y1", "y2", "yr1", "yr2"])) =>
        {
            after.len()
        }
        field
            if field != Field::SignOn
                && field.kind() == FieldKind::Dollars
                && !after.iter().any(|token| token.figure().is_some_and(|figure| !figure.bare))
                && after.iter().any(|token| token.is_word(YEARLY)) =>
        {
            after.len()
        }
        _ => 0,
    }
}

/// Where each run of values joined by `/`, `+`, `&` (and by "and" where it joins) starts.
fn value_groups(tokens: &[Token], and_joins: bool) -> Vec<usize> {
    let joiner = |token: &Token| {
        let mark = ['/', '+', '&', '-', '@'].iter().any(|mark| token.is_mark(*mark));
        mark || token.is_word(&["at"]) || (and_joins && token.is_word(&["and"]))
    };
    (0..tokens.len())
        .filter(|index| is_value(&tokens[*index]) && index.checked_sub(1).is_none_or(|before| !joiner(&tokens[before])))
        .collect()
}
