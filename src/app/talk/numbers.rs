//! Figures that are told while no question asks for them: new numbers for a saved offer, or an offer in one line.
//!
//! What is a question, a wish or another company's is none of it. Must not know which offer is meant, nor save any.

use jiff::civil::Date;

use super::news::{self, Why};
use super::plain::{has_one, words};
use crate::offer::{Field, OfferDraft};
use crate::playbook::TalkSigns;
use crate::reading::letter::{names_pay, pay_named};
use crate::reading::{Answer, Doubt, Problem, Reading, beside_question, read_answer};

/// Figures and what goes with them.
#[expect(clippy::struct_excessive_bools, reason = "independent marks of a message, not states of one thing")]
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Numbers {
    /// What was understood.
    pub answers: Vec<Answer>,
    /// What could be meant in two ways.
    pub doubt: Option<Doubt>,
    /// Whether there are figures that were not understood.
    pub unclear: bool,
    /// Whether a figure reads like what was added, and not like the new figure: "20k more".
    pub difference: bool,
    /// The field that it was added to, where one is named.
    pub added_to: Option<Field>,
    /// Whether pay moved to a figure that was not understood: "went up to 210k".
    pub unread_pay: bool,
    /// Whether it only corrects what was typed before: "i made a typo, base is 185k".
    pub slip: bool,
}

impl Numbers {
    /// Whether there is pay among them, be it in doubt: base, sign-on or grant.
    pub(crate) fn says_pay(&self) -> bool {
        let understood = self.answers.iter().any(|answer| is_pay(answer.field()));
        understood || self.unread_pay || self.doubt.as_ref().is_some_and(is_about_pay)
    }

    /// Without the pay, which is what was added to it.
    fn into_difference(self) -> Self {
        let answers = self.answers.iter().filter(|answer| !is_pay(answer.field())).cloned().collect();
        Self { answers, doubt: None, unclear: true, difference: true, unread_pay: true, ..self }
    }

    /// What came of reading a reply to what was asked of them.
    pub(crate) fn of_reply(reading: Reading) -> Self {
        let Reading { answers, doubt, problems, .. } = reading;
        let unclear = problems.iter().any(has_figures);
        Self { answers, doubt, unclear, ..Self::default() }
    }

    /// Whether any of it is in doubt.
    pub(crate) fn is_doubtful(&self) -> bool {
        self.unclear || self.doubt.is_some()
    }
}

fn is_pay(field: Field) -> bool {
    matches!(field, Field::Base | Field::SignOn | Field::Grant)
}

/// Whether a text is a question: by its mark, or by how it begins.
pub(crate) fn is_question(text: &str, signs: &TalkSigns) -> bool {
    let text = without_tag(text, signs);
    let told = words(text);
    let begins =
        told.iter().find(|word| !signs.fillers.contains(word)).is_some_and(|word| signs.of_a_question.contains(word));
    begins || text.trim_end().ends_with('?')
}

/// A text without what only asks whether it was heard: "base 195, stock 400 ok?".
fn without_tag<'t>(text: &'t str, signs: &TalkSigns) -> &'t str {
    let plain = text.trim_end().trim_end_matches('?').trim_end();
    let Some((told, tag)) = plain.rsplit_once([' ', ',']).filter(|_| plain.len() < text.trim_end().len()) else {
        return text;
    };
    let told = told.trim_end().trim_end_matches(',');
    let figure = |word: &str| word.chars().any(|c| c.is_ascii_digit());
    let tagged = signs.of_a_tag.contains(&tag.to_lowercase()) && told.split_whitespace().last().is_some_and(figure);
    if tagged { told } else { text }
}

/// Whether a text is a question by its mark as well as by how it begins, and has words enough for one.
pub(super) fn asks_plainly(text: &str, signs: &TalkSigns) -> bool {
    let told = words(text);
    let first = told.iter().find(|word| !signs.fillers.contains(word));
    let begins = first.is_some_and(|word| signs.of_a_question.contains(word));
    begins && told.len() >= 3 && text.trim_end().ends_with('?')
}

/// Whether an amount of a text was added to something: "+10k", "by 20k", "20k more".
fn tells_a_difference(text: &str, signs: &TalkSigns) -> bool {
    let said: Vec<&str> = text.split_whitespace().collect();
    let is = |at: Option<usize>, among: &[String]| {
        let word = at.and_then(|at| said.get(at)).map(|word| words(word).concat());
        word.is_some_and(|word| among.contains(&word))
    };
    (0..said.len()).filter(|&at| is_an_amount(said[at])).any(|at| {
        let before = is(at.checked_sub(1), &signs.before_a_difference);
        said[at].starts_with('+') || before || is(Some(at + 1), &signs.after_a_difference)
    })
}

/// Whether a word is an amount of thousands and no day: `20k`, `$20,000`.
fn is_an_amount(word: &str) -> bool {
    let plain = word.trim_start_matches(['+', '$']);
    let digits = plain.chars().filter(char::is_ascii_digit).count();
    let begins = plain.starts_with(|c: char| c.is_ascii_digit());
    begins && (digits >= 4 || plain.to_lowercase().contains('k') || word.contains('$'))
}

/// Whether a text speaks of figures that moved.
pub(super) fn speaks_of_a_move(text: &str, signs: &TalkSigns) -> bool {
    has_one(text, &signs.of_a_move)
}

/// Whether a whole text is one of these, but for fillers of politeness.
pub(crate) fn says(text: &str, phrases: &[String]) -> bool {
    let told = words(text);
    phrases.iter().any(|phrase| words(phrase) == told)
}

/// The figures that a text tells of the offer at hand, or of a new one; `None` where it tells none.
pub(super) fn read(
    text: &str,
    signs: &TalkSigns,
    known: &OfferDraft,
    moved_last: Option<Field>,
    today: Date,
) -> Option<Numbers> {
    // Of an offer that is saved the question is answered.
    let told = if known.base.is_none() { beside_question(text) } else { None };
    let text = told.as_deref().unwrap_or(text);
    let something_else = known.base.is_some() && news::of_something_else(text, signs).is_some();
    if is_question(text, signs) || something_else {
        return None;
    }
    if !is_wished_or_past(text, signs, known) {
        return read_told(without_tag(text, signs), signs, known, moved_last, today);
    }
    // "i asked for 210k base, they gave me 200k": the second is offered.
    known.base?;
    let wished = |clause: &str| is_wished_or_past(clause, signs, known);
    read_told(&news::offered(text, signs, wished)?, signs, known, moved_last, today)
}

/// Figures as they are told, or as pay moved to them.
fn read_told(
    text: &str,
    signs: &TalkSigns,
    known: &OfferDraft,
    moved_last: Option<Field>,
    today: Date,
) -> Option<Numbers> {
    let numbers = read_plainly(text, signs, known, today);
    let clear = numbers.as_ref().is_some_and(|numbers| numbers.says_pay() && !numbers.is_doubtful());
    if clear || known.base.is_none() || of_another(&read_answer(None, text, known, today)) {
        return numbers;
    }
    if has_one(text, &signs.of_a_swap) && numbers.is_some() {
        return numbers.map(|numbers| Numbers { added_to: None, ..numbers.into_difference() });
    }
    let says_job = numbers.iter().flat_map(|numbers| &numbers.answers).any(Answer::names_job);
    let moved = news::moved_to(text, signs, known).filter(|_| !says_job);
    let Some(answers) = moved.or_else(|| news::bare_news(text, signs, known, moved_last)) else { return numbers };
    let beside = numbers.into_iter().flat_map(|numbers| numbers.answers).filter(|answer| !is_pay(answer.field()));
    let slip = has_one(text, &signs.of_a_slip);
    Some(Numbers { answers: answers.into_iter().chain(beside).collect(), slip, ..Numbers::default() })
}

/// Whether another employer's offer is told.
fn of_another(Reading { answers, doubt, .. }: &Reading) -> bool {
    answers.iter().any(|answer| answer.field() == Field::Competing) || doubt.as_ref().and_then(Doubt::company).is_some()
}

/// Whether the figures of a text are wished for, were asked or turned down, or stood there before.
fn is_wished_or_past(text: &str, signs: &TalkSigns, known: &OfferDraft) -> bool {
    // Who tells a first offer may say with it what was turned down.
    if known.base.is_none() {
        return has_one(text, &signs.of_a_wish);
    }
    let is_new = || speaks_of_a_move(text, signs) || has_one(text, &signs.of_a_round);
    let denied = || news::clauses(text, signs).iter().any(|clause| news::is_denied(clause, signs));
    let wished = has_one(text, &signs.of_a_wish) || has_one(text, &signs.of_a_refusal) || denied();
    wished || has_one(text, &signs.of_the_past) && !is_new()
}

/// Figures that nobody offers: what is to be said of them.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum NotOffered {
    /// What would be, if.
    Supposed(Numbers),
    /// A wish, an ask, what was turned down, what was there before, or what is no pay that is offered.
    Other(Why),
}

/// Figures of the offer's pay in a text that tells no new ones; `None` where there are none.
pub(super) fn read_not_offered(text: &str, signs: &TalkSigns, known: &OfferDraft, today: Date) -> Option<NotOffered> {
    let supposes = has_one(text, &signs.of_a_supposition);
    if supposes && news::supposes_a_price(text) {
        return Some(NotOffered::Other(Why::SharePrice));
    }
    if !supposes
        && !is_question(text, signs)
        && let Some(why) = news::of_something_else(text, signs)
    {
        return Some(NotOffered::Other(why));
    }
    if !supposes && (is_question(text, signs) || !is_wished_or_past(text, signs, known)) {
        return None;
    }
    let plain = text.trim().trim_end_matches('?');
    if !plain.chars().any(|c| c.is_ascii_digit()) || pay_named(plain).is_none() {
        return None;
    }
    let lead =
        signs.of_a_supposition.iter().filter_map(|lead| plain.to_lowercase().find(lead).map(|at| at + lead.len()));
    let rest = lead.min().and_then(|at| plain.get(at..)).filter(|_| supposes).unwrap_or(plain);
    let numbers = read_plainly(rest, signs, known, today).filter(Numbers::says_pay);
    match numbers {
        Some(numbers) if supposes && !numbers.is_doubtful() => Some(NotOffered::Supposed(numbers)),
        _ if supposes => None,
        _ => Some(NotOffered::Other(Why::Wish)),
    }
}

fn read_plainly(text: &str, signs: &TalkSigns, known: &OfferDraft, today: Date) -> Option<Numbers> {
    let reading = read_answer(None, text, known, today);
    let of_another = of_another(&reading);
    let Reading { answers, doubt, problems, .. } = reading;
    let unclear = problems.iter().any(has_figures);
    let has_digits = text.chars().any(|c| c.is_ascii_digit());
    let moves = problems.iter().any(is_of_pay) && speaks_of_a_move(text, signs);
    let adds = problems.iter().any(has_figures) && tells_a_difference(text, signs) && names_pay(text);
    // "They bumped base 10k": the reader knows it for what was added.
    let added = problems.iter().any(|problem| matches!(problem, Problem::Addition(_))) && names_pay(text);
    let unread_pay = has_digits && (moves || adds || added);
    let slip = known.base.is_some() && has_one(text, &signs.of_a_slip);
    let numbers = Numbers { answers, doubt, unclear, difference: false, added_to: pay_named(text), unread_pay, slip };
    let numbers = if numbers.says_pay() && (added || tells_a_difference(text, signs)) {
        numbers.into_difference()
    } else {
        numbers
    };
    let says_level = numbers.answers.iter().any(|answer| answer.field() == Field::Level);
    (!of_another && (numbers.says_pay() || says_level)).then_some(numbers)
}

/// Whether a text tells of pay that is new, and not only what it is: "base is 205k now".
pub(crate) fn tells_new_pay(text: &str, signs: &TalkSigns, known: &OfferDraft, today: Date) -> bool {
    let is_new = speaks_of_a_move(text, signs) || has_one(text, &signs.of_a_round);
    is_new && read(text, signs, known, None, today).is_some_and(|numbers| numbers.says_pay() && !numbers.difference)
}

/// Whether a text tells of something beside the pay that a saved offer keeps: a deadline, a first day, what is in
/// writing, terms, what is left behind, the least that would do.
pub(crate) fn tells_a_detail(text: &str, signs: &TalkSigns, known: &OfferDraft, today: Date) -> bool {
    if is_question(text, signs) || is_wished_or_past(text, signs, known) {
        return false;
    }
    let said = |phrases| has_one(text, phrases);
    let moved = speaks_of_a_move(text, signs)
        || said(&signs.of_a_round)
        || said(&signs.of_a_correction)
        || said(&signs.of_a_level_moved);
    let Reading { answers, doubt, problems, .. } = read_answer(None, text, known, today);
    // That the job itself changed has to be said; its currency never changes.
    let of_the_rest = |answer: &Answer| match answer {
        Answer::Currency(_) | Answer::Nothing(_) => false,
        answer => answer.pay().is_none() && (moved || !answer.names_job()),
    };
    // "google now 460": another offer, whose firmness may be asked.
    let of_other = matches!(
        doubt,
        Some(
            Doubt::Firmness { a_year: Some(_), .. }
                | Doubt::Unusual { typed: Answer::Competing(_) }
                | Doubt::VestsHowOften { .. }
        )
    );
    let clear = (doubt.is_none() || of_other) && !problems.iter().any(has_figures);
    clear && (of_other || !answers.is_empty()) && answers.iter().all(of_the_rest)
}

/// Whether a text tells that the job itself changed: another level or place than before, and no other offer.
pub(crate) fn tells_a_change(text: &str, signs: &TalkSigns) -> bool {
    let said = |phrases| has_one(text, phrases);
    let new = speaks_of_a_move(text, signs) || said(&signs.of_a_round) || said(&signs.of_a_level_moved);
    new && !said(&signs.of_another_offer) && !is_question(text, signs)
}

/// Why a text that tells something gives nothing, where the reader knows a reason.
pub(super) fn reasons(text: &str, known: &OfferDraft, today: Date) -> Vec<Problem> {
    if !text.chars().any(|c| c.is_ascii_digit()) {
        return Vec::new();
    }
    let Reading { problems, .. } = read_answer(None, text, known, today);
    let known = |problem: &Problem| !matches!(problem, Problem::Unplaced(_) | Problem::LeftOut(_) | Problem::Empty);
    problems.into_iter().filter(known).collect()
}

fn is_about_pay(doubt: &Doubt) -> bool {
    match doubt {
        Doubt::Zeros { typed, .. } | Doubt::Unusual { typed } => is_pay(typed.field()),
        Doubt::SignOnSplit { .. }
        | Doubt::SignOnSum { .. }
        | Doubt::SignOnOfMonths { .. }
        | Doubt::BaseOfPeriod { .. }
        | Doubt::TotalOrBase { .. }
        | Doubt::SharePrice { .. }
        | Doubt::GrantPerYear { .. } => true,
        Doubt::Firmness { .. }
        | Doubt::WalkAwayUnit { .. }
        | Doubt::LumpSumRepaid
        | Doubt::SignOnPaid { .. }
        | Doubt::VestsHowOften { .. } => false,
    }
}

/// Whether what was not understood is base, sign-on or grant.
fn is_of_pay(problem: &Problem) -> bool {
    match problem {
        Problem::NotOneAmount(field) => is_pay(*field),
        Problem::Amount(..) | Problem::SignOn(_) | Problem::Grant(_) => true,
        Problem::TotalLeftOut(_)
        | Problem::Empty
        | Problem::Unplaced(_)
        | Problem::LeftOut(_)
        | Problem::Disputed(_)
        | Problem::NotOfOffer(_)
        | Problem::NotCounted(_)
        | Problem::Addition(_)
        | Problem::AskedLater(_)
        | Problem::AskedBeside(_)
        | Problem::Letter(_)
        | Problem::Terms(_)
        | Problem::Vesting(_)
        | Problem::Level(_)
        | Problem::Role(_)
        | Problem::Place(_)
        | Problem::Currency(_)
        | Problem::Written(_)
        | Problem::Day(_)
        | Problem::Competing(_) => false,
    }
}

/// Whether what was not understood has a figure in it.
fn has_figures(problem: &Problem) -> bool {
    match problem {
        Problem::Unplaced(quote)
        | Problem::LeftOut(quote)
        | Problem::Disputed(quote)
        | Problem::NotOfOffer(quote)
        | Problem::Addition(quote)
        | Problem::AskedLater(quote) => quote.chars().any(|c| c.is_ascii_digit()),
        Problem::NotOneAmount(_)
        | Problem::TotalLeftOut(_)
        | Problem::Amount(..)
        | Problem::SignOn(_)
        | Problem::Grant(_)
        | Problem::Letter(_) => true,
        // Plainly said to be left out.
        Problem::Empty
        | Problem::AskedBeside(_)
        | Problem::NotCounted(_)
        | Problem::Terms(_)
        | Problem::Vesting(_)
        | Problem::Level(_)
        | Problem::Role(_)
        | Problem::Place(_)
        | Problem::Currency(_)
        | Problem::Written(_)
        | Problem::Day(_)
        | Problem::Competing(_) => false,
    }
}
