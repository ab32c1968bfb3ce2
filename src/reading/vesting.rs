//! When the grant vests, said in a message: which words tell it, and what they mean.
//!
//! A schedule has commas, slashes and "monthly" in it, which part other answers: it is taken
//! out of a message before that is cut at them.

use super::lexicon::{Term, lexicon};
use super::part::Part;
use super::phrases::{has, length_at};
use super::ties::{Topic, is_employer, labels};
use super::tokens::{Kind, Token};
use super::{Answer, Doubt, Reading};
use crate::market::{ScheduleTextError, told_but_how_often};
use crate::money::Money;
use crate::offer::{Field, Schedule, read_amazon_schedule};

/// The most tokens on either side of "vests" that are tried.
const LONGEST: usize = 24;
/// The most times "vests" is looked at in one message.
const MOST: usize = 4;

/// Reads a part as a schedule.
pub(crate) fn read_vesting(part: &Part<'_>) -> Reading {
    let subject =
        part.tokens.iter().take_while(|token| token.is(Term::VestSubject) || token.is(Term::VestJoin)).count();
    let part = Part::new(part.source, part.tokens[subject..].to_vec());
    // "5%/15%/20%/20%/20%/20%": Amazon's own six vests, however often is said.
    let percent = |token: &Token| token.figure().filter(|figure| figure.percent).map(|figure| figure.value.amount());
    let told: Vec<_> = part.tokens.iter().filter_map(percent).collect();
    if told.len() > 3 && super::schedule::is_usual(&told) {
        return Reading::of(Answer::Vesting(Schedule::amazon()));
    }
    match read_amazon_schedule(part.text()) {
        Ok(schedule) => Reading::of(Answer::Vesting(schedule)),
        Err(ScheduleTextError::HowOften) if let Some((percentages, cliff)) = told_but_how_often(part.text()) => {
            Reading::open(Doubt::VestsHowOften { percentages, cliff })
        }
        Err(_) if even(&part.tokens).is_some() => match told_but_how_often(EVEN) {
            Some((percentages, cliff)) => Reading::open(Doubt::VestsHowOften { percentages, cliff }),
            None => Reading::default(),
        },
        Err(error) => Reading::refused(error),
    }
}

/// The same in each of four years.
const EVEN: &str = "25/25/25/25";

/// Where a message says that a quarter vests in each year: "25% each year", "evenly over 4 years".
fn even(tokens: &[Token]) -> Option<(usize, usize)> {
    (0..tokens.len()).find_map(|at| {
        let quarter = tokens[at].figure().is_some_and(|figure| figure.percent && figure.value == Money::dollars(25));
        // The sign of the percentage is a token of its own.
        let sign = usize::from(tokens.get(at + 1).is_some_and(|next| next.is_mark('%')));
        let each = length_at(tokens, at + 1 + sign, Term::EachYear).filter(|_| quarter);
        if let Some(length) = each {
            return Some((at, at + 1 + sign + length));
        }
        let until = tokens.len().min(at + 6);
        let years = (at..until).find(|end| super::part::says_four_years(&tokens[at..=*end]))?;
        tokens[at].is(Term::Even).then_some((at, years + 1))
    })
}

/// What a message says of the vesting.
pub(crate) struct Said {
    pub(crate) tokens: Vec<Token>,
    /// An employer is named in the same sentence: the vesting may be theirs.
    pub(crate) disputed: bool,
}

/// Parts what a message says of the vesting from the rest.
pub(crate) fn split(asked: Option<Field>, text: &str, mut tokens: Vec<Token>) -> (Option<Said>, Vec<Token>) {
    // Another employer's stock vests in its own way.
    if matches!(asked, Some(Field::Competing | Field::LeftBehind)) {
        return (None, tokens);
    }
    if asked == Some(Field::Vesting) && !names_other(&tokens) {
        return (Some(Said { tokens, disputed: false }), Vec::new());
    }
    if has(&tokens, Term::LeftBehind) {
        return (None, tokens);
    }
    let Some((start, end)) = find(asked, text, &tokens) else { return (None, tokens) };
    let sentence = |at: usize| !tokens[at.min(start)..at.max(end)].iter().any(ends_sentence);
    let disputed = (0..tokens.len())
        .any(|at| (is_employer(&tokens[at]) || length_at(&tokens, at, Term::OtherOffer).is_some()) && sentence(at));
    let rest = tokens.split_off(end);
    let said = tokens.split_off(start);
    tokens.extend(rest);
    (Some(Said { tokens: said, disputed }), tokens)
}

/// Whether a message names something else than the vesting.
fn names_other(tokens: &[Token]) -> bool {
    labels(tokens).iter().any(|label| !tokens[label.start..label.end].iter().all(|token| token.is(Term::VestSubject)))
}

fn ends_sentence(token: &Token) -> bool {
    token.kind == Kind::Break || [';', '.', '?'].iter().any(|mark| token.is_mark(*mark))
}

/// Where a message tells the vesting, from its first token to the one after its last.
fn find(asked: Option<Field>, text: &str, tokens: &[Token]) -> Option<(usize, usize)> {
    let named = (0..tokens.len()).filter(|at| tokens[*at].is(Term::Vest)).take(MOST);
    let found = named.into_iter().find_map(|at| around(text, tokens, at));
    let of_grant = asked == Some(Field::Grant) || labels(tokens).iter().any(|label| label.topic == Topic::Grant);
    let found = found.or_else(|| even(tokens).filter(|_| of_grant));
    if found.is_some() || asked != Some(Field::Vesting) {
        return found;
    }
    let end = run_after(tokens, 0);
    longest(text, tokens, 0, 1..=end).map(|end| (0, end))
}

/// The schedule beside a "vests": after it, before it, or on both sides.
fn around(text: &str, tokens: &[Token], at: usize) -> Option<(usize, usize)> {
    let end = run_after(tokens, at + 1);
    let from = subject(tokens, at);
    if let Some(end) = longest(text, tokens, at, at + 2..=end) {
        return Some((from, end));
    }
    if percentages(&tokens[at..end]) {
        return Some((from, end));
    }
    let start = run_before(tokens, at);
    for start in start..at {
        if let Some(end) = longest(text, tokens, start, at + 1..=end) {
            return Some((start, end));
        }
    }
    if percentages(&tokens[start..at]) {
        return Some((start, end));
    }
    // "vesting quarterly" and nothing more: the percentages are missing.
    let opens = from == 0 || ends_piece(&tokens[from - 1]);
    let closes = tokens.get(end).is_none_or(ends_piece);
    let often = tokens[at + 1..end].iter().any(|token| token.is(Term::Often));
    (opens && closes && often).then_some((from, end))
}

fn ends_piece(token: &Token) -> bool {
    ends_sentence(token) || token.is_mark(',')
}

/// The longest run from `start` that is a whole schedule.
fn longest(text: &str, tokens: &[Token], start: usize, ends: std::ops::RangeInclusive<usize>) -> Option<usize> {
    ends.rev().filter(|end| !tokens[end - 1].is_mark(',')).find(|end| {
        let said = text.get(tokens[start].start..tokens[end - 1].end);
        said.is_some_and(|said| read_amazon_schedule(said).is_ok())
    })
}

/// Where the words of a schedule end that start here, but for a comma.
fn run_after(tokens: &[Token], start: usize) -> usize {
    let run = tokens[start..].iter().take(LONGEST).take_while(|token| belongs(token) || token.is_mark(',')).count();
    let comma = tokens[start..start + run].iter().rev().take_while(|token| token.is_mark(',')).count();
    start + run - comma
}

/// Where the words of a schedule start that end here.
fn run_before(tokens: &[Token], end: usize) -> usize {
    end - tokens[..end].iter().rev().take(LONGEST).take_while(|token| belongs(token)).count()
}

/// Where "the grant vests" starts: its subject has no value of its own.
fn subject(tokens: &[Token], at: usize) -> usize {
    let joined = at - tokens[..at].iter().rev().take_while(|token| token.is(Term::VestJoin)).count();
    let named = joined - tokens[..joined].iter().rev().take_while(|token| token.is(Term::VestSubject)).count();
    if named == 0 || ends_piece(&tokens[named - 1]) { named } else { joined }
}

/// Whether a token can be of a schedule.
fn belongs(token: &Token) -> bool {
    match &token.kind {
        Kind::Figure(figure) => !figure.dollars && !figure.scaled && figure.value <= Money::dollars(100),
        Kind::Unclear(_) | Kind::DateLike => true,
        Kind::Mark(mark) => matches!(mark, '/' | '-' | '+' | ':' | '%' | '(' | ')' | '×' | '*'),
        Kind::Word => {
            token
                .word
                .split(['-', 'x', '×'])
                .all(|part| part.chars().all(|c| c.is_ascii_digit()) || lexicon().of_word(part).has(Term::VestWord))
                || token.is(Term::VestWord)
        }
        Kind::Foreign(_) | Kind::Break | Kind::Vague => false,
    }
}

/// Whether several parts of a grant are told, or one with its percent sign.
fn percentages(tokens: &[Token]) -> bool {
    let counted = |at: usize| {
        tokens.get(at + 1).is_some_and(|next| {
            next.is(Term::Year) || next.is(Term::Years) || next.is(Term::Month) || next.is_mark('-')
        })
    };
    let parts = (0..tokens.len()).filter(|at| tokens[*at].figure().is_some() && !counted(*at)).count();
    let percent = tokens.iter().any(|token| token.figure().is_some_and(|figure| figure.percent));
    percent || parts > 1 || tokens.iter().any(|token| token.kind == Kind::DateLike)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reading::tests::{line, read, read_asked};

    #[track_caller]
    fn check(asked: impl Into<Option<Field>>, text: &str, expected: &str) {
        assert_eq!(line(&read_asked(asked.into(), text)), expected, "{text}");
    }

    #[test]
    fn a_named_schedule_is_read_among_other_answers() {
        let quarterly = "vests 25/25/25/25 quarterly";
        for text in [
            "vesting 25/25/25/25 quarterly",
            "Vests 25/25/25/25 quarterly.",
            "vesting: 25%, 25%, 25%, 25%, quarterly",
            "25/25/25/25 quarterly vesting",
            "25/25/25/25 vesting quarterly",
            "the grant vests 25-25-25-25 every quarter",
            "vesting schedule is 25x4 every 3 months over 4 years",
        ] {
            check(None, text, quarterly);
        }
        check(None, "vesting 25/25/25/25 quarterly, 1-year cliff", "vests 25/25/25/25 quarterly, 1-year cliff");
        check(None, "vesting usual", "vests 5/15/40/40");
        check(None, "vests 5/15/40/40, base 190k", "base $190,000 | vests 5/15/40/40");
        let both = "base $190,000 | sign-on $90,000/$70,000 | vests 33/33/22/12 monthly";
        check(None, "base 190k, vesting 33/33/22/12 monthly, 90/70 sign-on", both);
        check(None, "vesting 33/33/22/12 monthly, sign-on 90/70, base 190k", both);
        check(None, "vesting 33/33/22/12 monthly and base 190k\nsign-on 90/70", both);
        check(Field::Grant, "400k vesting 25/25/25/25 quarterly", "grant $400,000 | vests 25/25/25/25 quarterly");
        check(Field::Base, "185k, vesting 25/25/25/25 quarterly", "base $185,000 | vests 25/25/25/25 quarterly");
    }

    #[test]
    fn what_is_no_whole_schedule_is_a_problem_or_none_of_it() {
        check(None, "vesting 25/25/25 quarterly", "problem");
        check(None, "vesting 25/25/25/25", "vests how often?");
        check(None, "vesting quarterly", "problem");
        check(None, "vesting 25/25/25/25, base 190k", "base $190,000 | vests how often?");
        check(Field::LeftBehind, "120k unvested", "left $120,000");
        assert!(!line(&read_asked(None, "leaving 120k that vests 50/50")).contains("vests"));
        assert!(!line(&read_asked(None, "Google written 450k vests 33/33/22/12 monthly")).contains("vests"));
        assert!(!line(&read(Field::Competing, "Google, written, 450k, vests 33/33/22/12 monthly")).contains("vests"));
    }

    #[test]
    fn asked_for_it_needs_no_name() {
        check(Field::Vesting, "25/25/25/25 quarterly", "vests 25/25/25/25 quarterly");
        check(Field::Vesting, "33, 33, 22, 12, monthly", "vests 33/33/22/12 monthly");
        check(Field::Vesting, "none", "vests 5/15/40/40");
        check(Field::Vesting, "Amazon's", "vests 5/15/40/40");
        check(Field::Vesting, "25/25/25/25 quarterly, base 190k", "base $190,000 | vests 25/25/25/25 quarterly");
        check(Field::Vesting, "base 190k", "base $190,000");
        check(Field::Vesting, "no idea", "problem");
        let problems = read(Field::Vesting, "25/25/25 quarterly").problems;
        insta::assert_snapshot!(crate::words::problems(&problems), @"Vesting: the years add up to 75 % of the grant, not 100 %; give one percentage for each year.");
    }

    #[test]
    fn a_message_of_many_vests_is_read_quickly_enough_to_test() {
        for piece in ["vests ", "9/9/9/9/9/9/9/9/9/9 vests ", "vests 25/25/25 quarterly, ", "1 vesting 2 "] {
            let text = piece.repeat(4_000 / piece.len());
            assert!(!read(Field::Base, &text).problems.is_empty(), "{piece}");
        }
    }
}
