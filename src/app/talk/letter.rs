//! Whether a text is an offer letter, a recruiter's mail, or notes of one.
//!
//! Decided by what the reader of letters finds in it, by its length and lines, and by phrases that only letters have:
//! a one-line answer with several fields is none.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::plain::{holds, words};
use crate::offer::Field;
use crate::playbook::TalkSigns;
use crate::reading::letter::{LetterReading, read_letter};

/// The fewest characters of a letter on one line.
const SHORTEST: usize = 60;
/// From here on a text on one line is no answer to a question.
const LONG: usize = 200;
/// Lines that make a list.
const SEVERAL_LINES: usize = 3;

/// What speaks for a letter.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Looks {
    /// Lines with something on them.
    lines: usize,
    /// Characters.
    long: usize,
    /// Fields of an offer that are named with a value.
    fields: usize,
    /// Base, sign-on or grant among them.
    pay: usize,
    /// Sentences with figures that the reader did not place.
    unplaced: usize,
    /// Phrases of letters.
    phrases: usize,
}

impl Looks {
    fn of(text: &str, signs: &TalkSigns, today: Date) -> Self {
        let lines = text.lines().filter(|line| !line.trim().is_empty()).count();
        let long = text.trim().chars().count();
        if lines < SEVERAL_LINES && long < SHORTEST {
            return Self { lines, long, ..Self::default() };
        }
        let LetterReading { found, doubts, unread, besides, .. } = read_letter(text, today);
        let doubted = doubts.iter().map(|(doubt, _)| doubt.field());
        let fields: BTreeSet<Field> = found.iter().map(|found| found.answer.field()).chain(doubted).collect();
        let pay = [Field::Base, Field::SignOn, Field::Grant].iter().filter(|field| fields.contains(field)).count();
        let told = words(text);
        let phrases = signs.of_a_letter.iter().filter(|phrase| holds(&told, &words(phrase))).count();
        let beside = usize::from(besides.posted_base.is_some()) + besides.totals.len();
        Self { lines, long, fields: fields.len(), pay, unplaced: unread.len() + beside, phrases }
    }

    fn of_a_letter(&self) -> bool {
        let Self { lines, long, fields, pay, unplaced, phrases } = *self;
        let a_list = lines >= SEVERAL_LINES && fields >= 1 && fields + unplaced >= 2 && pay + unplaced > 0;
        let a_mail = phrases > 0 && (long >= SHORTEST || lines >= SEVERAL_LINES) && pay + unplaced > 0;
        let a_story = long >= LONG && fields >= 2 && pay > 0;
        a_list || a_mail || a_story
    }
}

/// Whether a text is a letter, a mail or notes of one.
pub(super) fn is_letter(text: &str, signs: &TalkSigns, today: Date) -> bool {
    Looks::of(text, signs, today).of_a_letter()
}
