//! News of a saved offer told among other words: which part of a message is offered, and to which figure pay moved.
//!
//! Owns no reading of amounts but those of a move: "base up 10k", "stock up from 400k to 430k". Must not know which
//! offer is meant; what comes of it is asked about before it is saved.

use super::plain::{has_one, words};
use crate::money::Money;
use crate::offer::{Field, Grant, OfferDraft, SignOn};
use crate::playbook::TalkSigns;
use crate::reading::letter::pay_named;
use crate::reading::{Answer, read_pay};

/// Signs that part a sentence into clauses, which may be said of different figures.
const SIGNS: [&str; 5] = [", ", "; ", ". ", "! ", "\n"];
/// Below this share of what is known, in percent, a figure behind "up" is rather what was added.
const MOST_ADDED: u32 = 60;

/// The clauses of a text. What begins with a condition keeps the word for it.
pub(super) fn clauses(text: &str, signs: &TalkSigns) -> Vec<String> {
    // Of the same length as the text, so that a place in one is that place in the other.
    let lower = text.to_ascii_lowercase();
    let cuts_at = |part: &str, keeps: bool| {
        let found = lower.match_indices(part).map(|(at, part)| (at, if keeps { at } else { at + part.len() }));
        found.collect::<Vec<(usize, usize)>>()
    };
    let word = |word: &String| format!(" {word} ");
    let mut cuts: Vec<(usize, usize)> = SIGNS.iter().flat_map(|sign| cuts_at(sign, false)).collect();
    cuts.extend(signs.between_clauses.iter().flat_map(|joins| cuts_at(&word(joins), false)));
    cuts.extend(signs.before_a_condition.iter().flat_map(|leads| cuts_at(&word(leads), true)));
    cuts.sort_unstable();
    let mut clauses = Vec::new();
    let mut from = 0;
    for (until, next) in cuts {
        clauses.push(text.get(from..until).unwrap_or_default());
        from = next.max(from);
    }
    clauses.push(text.get(from..).unwrap_or_default());
    clauses.iter().map(|clause| clause.trim().to_owned()).filter(|clause| !clause.is_empty()).collect()
}

/// Whether a clause says of its figure that it is not given: "they can't do 210k base", "no 200k base for me".
pub(super) fn is_denied(clause: &str, signs: &TalkSigns) -> bool {
    let said: Vec<&str> = clause.split_whitespace().collect();
    let Some(at) = said.iter().position(|word| word.split('/').any(|part| amount(part).is_some())) else {
        return false;
    };
    let before = said[..at].join(" ");
    let none = at > 0 && signs.before_a_refused.contains(&words(said[at - 1]).concat());
    let believed = has_one(&before, &signs.of_a_surprise);
    none || !believed && has_one(&before, &signs.of_a_denial)
}

/// What is offered of a message that also says what was asked, turned down or denied: "i asked for 210k base, they gave
/// me 200k" gives "they gave me 200k base". `None` where nothing of it is.
pub(super) fn offered(text: &str, signs: &TalkSigns, wished: impl Fn(&str) -> bool) -> Option<String> {
    let clauses = clauses(text, signs);
    let told = |clause: &String| clause.chars().any(|c| c.is_ascii_digit());
    let conditional = |clause: &str| words(clause).first().is_some_and(|word| signs.before_a_condition.contains(word));
    let dropped = |clause: &String| wished(clause) || conditional(clause);
    let first_dropped = clauses.iter().position(dropped)?;
    let kept: Vec<&String> = clauses
        .iter()
        .enumerate()
        .filter(|(at, clause)| {
            let says_new = *at < first_dropped || has_one(clause, &signs.of_a_move);
            !dropped(clause) && says_new && told(clause)
        })
        .map(|(_, clause)| clause)
        .collect();
    let figures = kept.iter().any(|clause| clause.split_whitespace().any(|word| amount(word).is_some()));
    if !figures {
        return None;
    }
    let kept = kept.into_iter().cloned().collect::<Vec<_>>().join(", ");
    // "…210k base, they gave me 200k": of what was asked for.
    Some(match (pay_named(&kept), pay_named(text)) {
        (None, Some(field)) => format!("{} {kept}", called(field)),
        _ => kept,
    })
}

/// What pay is called in front of a figure.
pub(super) fn called(field: Field) -> &'static str {
    match field {
        Field::SignOn => "sign-on",
        Field::Grant => "grant",
        _ => "base",
    }
}

/// An amount as one word: "20k", "$20,000", "195" where it stands for thousands.
fn amount(word: &str) -> Option<Money> {
    let plain = word.trim_start_matches(['+', '(', '~']).trim_end_matches([',', '.', ';', '!', ')', '?']);
    let digits = plain.chars().filter(char::is_ascii_digit).count();
    let rest = plain.chars().all(|c| c.is_ascii_digit() || matches!(c, '$' | ',' | '.' | 'k' | 'K' | 'm' | 'M'));
    if digits == 0 || !rest {
        return None;
    }
    // "1" and "2027" are no amounts, nor is "$190".
    let bare = plain.bytes().all(|b| b.is_ascii_digit());
    let counts = if bare { matches!(digits, 2 | 3 | 5..) } else { true };
    read_pay(plain).ok().filter(|value| counts && *value >= Money::dollars(1_000))
}

/// What a text's pay comes to where it says how it moved, clause by clause: the new figure behind "to", or what is known
/// with what was added. `None` where a clause with an amount leaves open which pay, or which year.
pub(super) fn moved_to(text: &str, signs: &TalkSigns, known: &OfferDraft) -> Option<Vec<Answer>> {
    let mut with = known.clone();
    let mut answers: Vec<Answer> = Vec::new();
    let clauses = clauses(text, signs);
    let told: Vec<&String> =
        clauses.iter().filter(|clause| clause.split_whitespace().any(|word| amount(word).is_some())).collect();
    for clause in &told {
        let answer = moved_clause(clause, signs, &with)?;
        answers.retain(|other| other.field() != answer.field());
        answer.clone().put_into(&mut with);
        answers.push(answer);
    }
    (!answers.is_empty()).then_some(answers)
}

fn moved_clause(clause: &str, signs: &TalkSigns, known: &OfferDraft) -> Option<Answer> {
    let field = pay_named(clause)?;
    let said: Vec<&str> = clause.split_whitespace().collect();
    let plain = |at: usize| words(said[at]).concat();
    let all: Vec<(usize, Money)> = said.iter().enumerate().filter_map(|(at, word)| Some((at, amount(word)?))).collect();
    let goal = |(at, _): &&(usize, Money)| *at > 0 && signs.before_a_goal.contains(&plain(at - 1));
    let goals: Vec<&(usize, Money)> = all.iter().filter(goal).collect();
    let year = year_of(&words(clause), signs);
    if let [(_, goal)] = goals.as_slice() {
        let usual = |present: Money| *goal * 100 > present * 50 && *goal * 100 < present * 250;
        let known_now = present(field, year, known).filter(|present| present.is_positive());
        return at_figure(field, *goal, year, known).filter(|_| known_now.is_none_or(usual));
    }
    let [(at, moved)] = all.as_slice() else { return None };
    let scaled = said[*at].to_lowercase().contains('k') || said[*at].contains(['$', ',']);
    let before = at.checked_sub(1).map(&plain).unwrap_or_default();
    let after = said.get(at + 1).map(|_| plain(at + 1)).unwrap_or_default();
    let is_move = said[*at].starts_with('+')
        || signs.before_a_difference.contains(&before)
        || signs.after_a_difference.contains(&after)
        || has_one(clause, &signs.of_a_taking)
        || has_one(clause, &signs.of_a_rise);
    if !scaled || !is_move {
        return None;
    }
    let present = present(field, year, known)?;
    if *moved * 100 > present * MOST_ADDED {
        return None;
    }
    let down = has_one(clause, &signs.of_a_decrease) || has_one(clause, &signs.of_a_taking);
    at_figure(field, if down { present - *moved } else { present + *moved }, year, known)
}

/// The year of the sign-on that a clause names, where it is one: whether that is the second.
fn year_of(told: &[String], signs: &TalkSigns) -> Option<bool> {
    let has = |phrases: &[String]| phrases.iter().any(|phrase| super::plain::holds(told, &words(phrase)));
    match (has(&signs.of_year_1), has(&signs.of_year_2)) {
        (true, false) => Some(false),
        (false, true) => Some(true),
        _ => None,
    }
}

/// What is known of a field's pay, of the year that is meant.
fn present(field: Field, second: Option<bool>, known: &OfferDraft) -> Option<Money> {
    match field {
        Field::Base => known.base,
        Field::Grant => match known.grant? {
            Grant::Dollars(value) => Some(value),
            Grant::Shares { .. } => None,
        },
        _ => known.sign_on.and_then(|years| second.map(|second| if second { years.year_2 } else { years.year_1 })),
    }
}

fn at_figure(field: Field, amount: Money, second: Option<bool>, known: &OfferDraft) -> Option<Answer> {
    match field {
        Field::Base => Some(Answer::Base(amount)),
        Field::Grant => match known.grant? {
            Grant::Dollars(_) => Some(Answer::Grant(Grant::Dollars(amount))),
            Grant::Shares { .. } => None,
        },
        _ => {
            let years = known.sign_on?;
            let second = second?;
            Some(Answer::SignOn(if second {
                SignOn { year_2: amount, ..years }
            } else {
                SignOn { year_1: amount, ..years }
            }))
        }
    }
}

/// A figure alone that is news: "they came back with 195", "it is 200k now", "actually 205k". It is of the pay that moved
/// last, else of the base where it is near that and near no other; the card asks before anything is saved.
pub(super) fn bare_news(
    text: &str,
    signs: &TalkSigns,
    known: &OfferDraft,
    moved_last: Option<Field>,
) -> Option<Vec<Answer>> {
    /// The most words of such a message.
    const SHORT: usize = 9;
    let told = words(text);
    if told.len() > SHORT || pay_named(text).is_some() || crate::reading::letter::names_pay(text) {
        return None;
    }
    if let Some(answers) = four_alone(text, signs) {
        return Some(answers);
    }
    let all: Vec<Money> = text.split_whitespace().filter_map(amount).collect();
    let digits = text.split_whitespace().filter(|word| word.chars().any(|c| c.is_ascii_digit())).count();
    let ([figure], 1) = (all.as_slice(), digits) else { return None };
    let news = has_one(text, &signs.of_a_move)
        || has_one(text, &signs.of_a_round)
        || has_one(text, &signs.of_a_slip)
        || has_one(text, &signs.of_a_correction);
    let only = told.iter().all(|word| {
        word.chars().any(|c| c.is_ascii_digit()) || signs.beside_news.contains(word) || signs.fillers.contains(word)
    });
    if !news || !only {
        return None;
    }
    let near = |field: Field, second: Option<bool>| {
        present(field, second, known)
            .is_some_and(|present| *figure * 100 > present * 60 && *figure * 100 < present * 170)
    };
    let of_base = || {
        let other = near(Field::Grant, None) || near(Field::SignOn, Some(false)) || near(Field::SignOn, Some(true));
        Some(Field::Base).filter(|field| near(*field, None) && !other)
    };
    let field = moved_last.filter(|field| *field != Field::SignOn && near(*field, None)).or_else(of_base)?;
    at_figure(field, *figure, None, known).map(|answer| vec![answer])
}

/// "195/85/65/420": base, both years of the sign-on, the grant.
fn four_alone(text: &str, signs: &TalkSigns) -> Option<Vec<Answer>> {
    let all = text.split_whitespace().find(|word| word.matches('/').count() == 3)?;
    let only = text.split_whitespace().filter(|word| word.chars().any(|c| c.is_ascii_digit())).count() == 1;
    let figures: Vec<Money> = all.trim_end_matches(['.', '!', ',']).split('/').filter_map(amount).collect();
    let [base, year_1, year_2, grant] = *figures.as_slice() else { return None };
    let usual = base > year_1 && base > year_2 && grant > base;
    (only && usual && has_one(text, &signs.of_a_move)).then(|| {
        vec![Answer::Base(base), Answer::SignOn(SignOn { year_1, year_2 }), Answer::Grant(Grant::Dollars(grant))]
    })
}

/// Why figures in a text are none of the offer's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Why {
    /// Wished for, asked, turned down, or from before.
    Wish,
    /// What is left of it after taxes.
    Tax,
    /// What the stock is worth today, and not what is granted.
    Worth,
    /// What is owed where the user works now.
    Owed,
    /// A price a share: "what if stock goes to 300".
    SharePrice,
}

/// Figures that are of something else than what is offered, said in so many words.
pub(super) fn of_something_else(text: &str, signs: &TalkSigns) -> Option<Why> {
    if !text.split_whitespace().any(|word| amount(word).is_some()) {
        return None;
    }
    let said = |phrases| has_one(text, phrases);
    if said(&signs.of_a_tax) {
        Some(Why::Tax)
    } else if said(&signs.of_a_debt) && said(&signs.of_the_present_job) {
        Some(Why::Owed)
    } else if said(&signs.of_worth) && !said(&signs.of_a_grant_anew) && pay_named(text) == Some(Field::Grant) {
        Some(Why::Worth)
    } else {
        None
    }
}

/// "What if stock goes to 300": a price, as long as nothing says thousands.
pub(super) fn supposes_a_price(text: &str) -> bool {
    let figures: Vec<&str> = text.split_whitespace().filter(|word| word.chars().any(|c| c.is_ascii_digit())).collect();
    let [only] = figures.as_slice() else { return false };
    let plain = only.trim_start_matches('$').trim_end_matches(['?', '.', '!']);
    let price = plain.parse::<Money>().is_ok_and(|price| price < Money::dollars(1_000));
    price && !plain.ends_with(['k', 'K', 'm', 'M', '%']) && pay_named(text) == Some(Field::Grant)
}
