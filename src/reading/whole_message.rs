//! A message cut into the parts of its fields, each read on its own.
//!
//! Owns which words belong to which field. Where that is not plain, the words are handed
//! back as a problem: a figure never lands in a field by chance.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::competing::is_firmness;
use super::fields::{Setting, read_field, unplaced};
use super::labels::{Label, labels};
use super::part::{Part, YEARLY};
use super::pieces::{Divider, Section, is_value};
use super::tokens::{Kind, Token, clean, cut, in_currency};
use super::{Answer, Problem, Reading, vesting};
use crate::offer::{Field, FieldKind, OfferDraft};

/// Reads a message sent while `asked` is asked for, or while no question is open.
pub(crate) fn read_message(asked: Option<Field>, text: &str, draft: &OfferDraft, today: Date) -> Reading {
    let text = clean(text);
    let setting = Setting { level: draft.level, today };
    let whole = Part::new(&text, in_currency(cut(&text), draft.currency));
    if whole.tokens.iter().all(|token| matches!(token.kind, Kind::Mark(_) | Kind::Break)) {
        return Reading::refused(Problem::Empty);
    }
    let (said, rest) = vesting::split(asked, &text, whole.tokens);
    let rest = Part::new(&text, rest);
    let Some(said) = said else { return read_rest(asked, &rest, setting) };
    let part = Part::new(&text, said.tokens);
    let vests = if said.disputed { Reading::from(problem_of(&part, true)) } else { vesting::read_vesting(&part) };
    let reading = if rest.says_something() { read_rest(asked, &rest, setting) } else { Reading::default() };
    let mut reading = reading.merge(vests, &part.quote());
    reading.answers.sort_by_key(Answer::field);
    reading
}

/// Reads what a message says of all but the vesting.
fn read_rest(asked: Option<Field>, whole: &Part<'_>, mut setting: Setting) -> Reading {
    let text = whole.source;
    let found = counted_labels(asked, whole);
    if let Some(asked) = asked
        && (asked == Field::Competing || found.iter().all(|label| label.field == asked))
    {
        let reading = read_field(asked, whole, setting);
        // "L6 185k" has a level in it although it is not only a level.
        if reading.problems.is_empty() || !found.iter().any(|label| label.whole) {
            return reading;
        }
    }
    let mut sections = cut_into_sections(asked, &whole.tokens, setting.today);
    attach(asked, &mut sections);
    let (named, rest) = gather(asked, sections);
    let mut reading = Reading::default();
    for (field, parts) in named {
        for tokens in parts {
            let part = Part::new(text, tokens);
            reading = reading.merge(read_field(field, &part, setting), &part.quote());
        }
        if field == Field::Level
            && let Some(Answer::Level(level)) = reading.answers.first()
        {
            setting.level = Some(*level);
        }
    }
    for problem in rest.into_iter().map(|(tokens, disputed)| problem_of(&Part::new(text, tokens), disputed)) {
        reading = reading.noting(Some(problem));
    }
    reading.answers.sort_by_key(Answer::field);
    reading
}

fn problem_of(part: &Part<'_>, disputed: bool) -> Problem {
    if disputed {
        return Problem::Disputed(part.quote());
    }
    unplaced(part.text())
}

/// The labels that count while a field is asked for.
fn counted_labels(asked: Option<Field>, part: &Part<'_>) -> Vec<Label> {
    let mut found = labels(&part.tokens);
    let amounts = !part.amounts().is_empty();
    found.retain(|label| match asked {
        Some(Field::LeftBehind) => !matches!(label.field, Field::Grant | Field::Competing),
        Some(Field::WalkAway) => {
            !matches!(label.field, Field::Base | Field::SignOn | Field::Grant | Field::Competing | Field::LeftBehind)
        }
        Some(Field::SignOnTerms) => label.field != Field::SignOn || amounts,
        _ => true,
    });
    found
}

/// Cuts a message at its signs and labels.
fn cut_into_sections(asked: Option<Field>, tokens: &[Token], today: Date) -> Vec<Section> {
    let mut sections = Vec::new();
    let mut after_employer = false;
    let mut separator: Option<Token> = None;
    for piece in tokens.split_inclusive(ends_piece) {
        let (body, end) = match piece.split_last() {
            Some((last, body)) if ends_piece(last) => (body, Some(last.clone())),
            _ => (piece, None),
        };
        if !body.is_empty() {
            let part = Part::new("", body.to_vec());
            let found = settle(counted_labels(asked, &part));
            let employer = found.iter().any(|label| label.field == Field::Competing);
            let mut cut = if employer {
                vec![Section::new(Some(Field::Competing), body.to_vec())]
            } else {
                Divider::new(asked, body, today).divide(&merge_same(found))
            };
            for section in &mut cut {
                section.disputed = after_employer && section.field.is_some_and(may_be_of_another);
            }
            if let Some(first) = cut.first_mut() {
                first.separator = separator.take();
            }
            after_employer |= employer;
            sections.extend(cut);
        }
        if end.as_ref().is_some_and(|end| !end.is_mark(',')) {
            after_employer = false;
        }
        separator = end.or(separator);
    }
    sections
}

fn ends_piece(token: &Token) -> bool {
    token.kind == Kind::Break || [',', ';', '.', '?'].iter().any(|mark| token.is_mark(*mark))
}

fn may_be_of_another(field: Field) -> bool {
    matches!(
        field,
        Field::Base
            | Field::SignOn
            | Field::Grant
            | Field::StartDate
            | Field::ReplyBy
            | Field::SignOnTerms
            | Field::Level
            | Field::Location
    )
}

/// Drops labels that another label of the same piece explains: stock that is left behind,
/// the employer that is left, the base in a walk-away number.
fn settle(mut found: Vec<Label>) -> Vec<Label> {
    let has = |field| found.iter().any(|label: &Label| label.field == field);
    let (left, walk) = (has(Field::LeftBehind), has(Field::WalkAway));
    found.retain(|label| match label.field {
        Field::Grant => !left && !walk,
        Field::Competing => !left,
        Field::Base | Field::SignOn => !walk,
        _ => true,
    });
    found
}

/// Labels of one field that follow each other are one label.
fn merge_same(found: Vec<Label>) -> Vec<Label> {
    let mut merged: Vec<Label> = Vec::new();
    for label in found {
        match merged.last_mut() {
            Some(last) if last.field == label.field && !last.whole && !label.whole => last.end = label.end,
            _ => merged.push(label),
        }
    }
    merged
}

/// Gives an unnamed section to the one before it where it can only continue that.
fn attach(asked: Option<Field>, sections: &mut Vec<Section>) {
    let asked_is_named = asked.is_some() && sections.iter().any(|section| section.field == asked);
    let mut kept: Vec<Section> = Vec::new();
    for section in sections.drain(..) {
        let answered =
            asked == Some(Field::SignOn) || asked_is_named || kept.iter().any(|section| section.field.is_none());
        match kept.last_mut() {
            Some(last) if section.field.is_none() && continues(last, &section, answered) => {
                last.tokens.extend(section.separator);
                last.tokens.extend(section.tokens);
            }
            _ => kept.push(section),
        }
    }
    *sections = kept;
}

fn continues(last: &Section, section: &Section, answered: bool) -> bool {
    let tokens = &section.tokens;
    let part = Part::new("", tokens.clone());
    let lone_figure = tokens.len() == 1 && tokens[0].figure().is_some();
    match last.field {
        Some(Field::Location) => {
            let state = tokens[0].kind == Kind::Word && tokens[0].word.len() == 2 && !tokens[0].is_word(&["no", "ok"]);
            tokens.len() == 1 && (state || tokens[0].is_word(&["washington", "california", "texas", "usa"]))
        }
        Some(field) if field.kind() == FieldKind::Day => {
            lone_figure
                && tokens[0].figure().is_some_and(|figure| {
                    figure.bare && (2_000..=2_100).contains(&i64::try_from(figure.value.amount().trunc()).unwrap_or(0))
                })
        }
        Some(Field::SignOn) => {
            let years = part.has(&["year", "yr", "y1", "y2", "yr1", "yr2", "second", "first", "2nd", "1st"]);
            let single = Part::new("", last.tokens.clone()).amounts().len() == 1;
            (years && !part.amounts().is_empty()) || (single && lone_figure && answered)
        }
        Some(Field::Grant) => tokens.first().is_some_and(|token| token.is_mark('@') || token.is_word(&["at"])),
        Some(Field::SignOnTerms) => {
            part.amounts().is_empty() && part.has(&["full", "fully", "nothing", "none", "entire"])
        }
        Some(Field::Competing) => {
            let firmness = tokens.iter().any(is_firmness) && part.tokens.len() <= 4;
            let yearly = part.amounts().len() == 1 && (part.has(YEARLY) || part.has(&["tc"]));
            firmness || yearly
        }
        _ => false,
    }
}

type Named = BTreeMap<Field, Vec<Vec<Token>>>;

/// Sections by field, those of one field joined; an unnamed one answers what was asked, if anything was.
fn gather(asked: Option<Field>, sections: Vec<Section>) -> (Named, Vec<(Vec<Token>, bool)>) {
    let mut named = Named::new();
    let mut open: Vec<Vec<Token>> = Vec::new();
    let mut rest = Vec::new();
    let mut before_open = false;
    for section in sections {
        if section.disputed {
            rest.push((section.tokens, true));
            before_open = false;
            continue;
        }
        let (group, join) = match section.field {
            Some(field) => (named.entry(field).or_default(), field != Field::Competing),
            None => (&mut open, before_open),
        };
        before_open = section.field.is_none();
        match group.last_mut() {
            Some(tokens) if join => {
                tokens.extend(section.separator);
                tokens.extend(section.tokens);
            }
            _ => group.push(section.tokens),
        }
    }
    let values = open.iter().filter(|tokens| tokens.iter().any(is_value)).count();
    let mut open = open.into_iter();
    // With two figures apart from each other, neither is plainly the answer.
    if values < 2
        && let Some(asked) = asked.filter(|asked| !named.contains_key(asked))
        && let Some(first) = open.next()
    {
        named.insert(asked, vec![first]);
    }
    rest.extend(open.map(|tokens| (tokens, false)));
    (named, rest)
}
