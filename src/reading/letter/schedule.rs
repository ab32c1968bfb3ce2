//! Whether the vesting in a letter is Amazon's usual one, and which other one it is.

use rust_decimal::Decimal;

use super::lines::{Age, Sentence};
use crate::offer::{Schedule, read_schedule};
use crate::reading::tokens::Token;

/// Percentages of a sentence that tells when stock vests, in order; and its words.
pub(crate) fn vest_percentages(sentence: &Sentence, in_vesting: bool) -> Vec<Decimal> {
    let vests = sentence.tokens.iter().any(|token| token.word.starts_with("vest"));
    if sentence.quoted || !(vests || in_vesting) {
        return Vec::new();
    }
    let spelled = slashed(&sentence.tokens);
    if !spelled.is_empty() {
        return spelled;
    }
    let percentage = |token: &Token| token.figure().filter(|figure| figure.percent).map(|figure| figure.value.amount());
    let percentages: Vec<Decimal> = sentence.tokens.iter().filter_map(percentage).collect();
    if percentages.is_empty() && vests { counted(&sentence.tokens) } else { percentages }
}

/// Parts of a grant told as numbers of shares after "vest", as whole percentages of their sum.
fn counted(tokens: &[Token]) -> Vec<Decimal> {
    let from = tokens.iter().position(|token| token.word.starts_with("vest")).unwrap_or(tokens.len());
    let part = |at: usize| {
        let figure = tokens[at].figure().filter(|figure| figure.bare)?;
        let next = tokens.get(at + 1);
        let listed = next.is_some_and(|next| next.is_word(&["on", "at", "after", "shares", "units", "rsus", "in"]));
        (listed && figure.value.amount().fract().is_zero()).then(|| figure.value.amount())
    };
    let parts: Vec<Decimal> = (from..tokens.len()).filter_map(part).collect();
    let sum: Decimal = parts.iter().sum();
    if parts.len() < 3 || sum.is_zero() {
        return Vec::new();
    }
    parts.iter().map(|part| (part * Decimal::ONE_HUNDRED / sum).round()).collect()
}

/// `5/15/40/40` and `5-15-40-40`, with or without percent signs.
fn slashed(tokens: &[Token]) -> Vec<Decimal> {
    let numbers = |text: &str| -> Vec<Decimal> {
        text.split(['/', '-']).filter_map(|number| number.trim_end_matches('%').parse().ok()).collect()
    };
    let joined: String = tokens.iter().map(|token| token.word.as_str()).collect::<Vec<_>>().join(" ");
    let joined = joined
        .replace(" % ", "%")
        .replace(" %", "%")
        .replace(" / ", "/")
        .replace(" - ", "-")
        .replace("/ ", "/")
        .replace(" /", "/");
    joined
        .split(' ')
        .map(numbers)
        .find(|found| found.len() == 4 && found.iter().sum::<Decimal>() == Decimal::ONE_HUNDRED)
        .unwrap_or_default()
}

/// Whether these percentages, gathered over the letter, can be Amazon's 5/15/40/40.
pub(crate) fn is_usual(percentages: &[Decimal]) -> bool {
    let usual: [&[i64]; 8] = [
        &[5, 15, 20, 20, 20, 20],
        &[5, 15, 40, 40],
        &[5, 15, 20],
        &[5, 15, 40],
        &[5, 15],
        &[5, 15, 20, 20],
        &[5],
        &[5, 15, 80],
    ];
    usual.iter().any(|known| {
        known.len() == percentages.len()
            && known.iter().zip(percentages).all(|(known, percentage)| Decimal::from(*known) == *percentage)
    })
}

/// Whether a sentence speaks of vesting.
pub(crate) fn tells_vesting(sentence: &Sentence) -> bool {
    sentence.tokens.iter().any(|token| token.word.starts_with("vest"))
}

/// The schedule of a sentence that tells all of it: the part of each year and how often it vests
/// (`25/25/25/25 quarterly`), or equal parts, how often and how long. `None` where anything is left open.
pub(crate) fn whole_schedule(sentence: &Sentence) -> Option<Schedule> {
    /// Words that make a schedule hold under a condition, or not at all.
    const OPEN: &[&str] = &[
        "may",
        "might",
        "could",
        "would",
        "if",
        "unless",
        "or",
        "not",
        "except",
        "until",
        "otherwise",
        "then",
        "instead",
        "after",
        "remaining",
        "rest",
        "remainder",
        "thereafter",
        "following",
        "previously",
        "old",
    ];
    if sentence.age != Age::Plain || sentence.tokens.iter().any(|token| token.is_word(OPEN)) {
        return None;
    }
    let word = |words: &[&str]| sentence.tokens.iter().any(|token| token.is_word(words));
    let text = sentence.text.to_lowercase();
    // "Sign-on paid monthly, RSUs vesting 25/25/25/25": how often may be said of something else.
    let other_pay = ["bonus", "sign", "base", "salary", "paid", "pay", "cash", "refresh"];
    if other_pay.iter().any(|pay| sentence.tokens.iter().any(|token| token.word.starts_with(pay))) {
        return None;
    }
    let each = |often: &str| text.contains(&format!("every {often}")) || text.contains(&format!("each {often}"));
    let often: Vec<&str> = [
        ("quarterly", word(&["quarterly"]) || each("quarter")),
        ("monthly", word(&["monthly"]) || each("month")),
        ("yearly", word(&["yearly", "annual", "annually"])),
        ("every six months", word(&["semiannual", "semiannually", "semi"])),
    ]
    .into_iter()
    .filter_map(|(often, said)| said.then_some(often))
    .collect();
    let [often] = often[..] else { return None };
    // "1-year cliff" has a year of its own; any other cliff is not told whole.
    if sentence.tokens.iter().any(|token| token.word.contains("cliff")) {
        return None;
    }
    let parts = slashed(&sentence.tokens);
    if !parts.is_empty() {
        let parts: Vec<String> = parts.iter().map(ToString::to_string).collect();
        return read_schedule(&format!("{} {often}", parts.join("/"))).ok();
    }
    let four =
        ["over four years", "over 4 years", "over a four-year", "over a 4-year"].iter().any(|over| text.contains(over));
    let even = word(&["equal", "equally", "evenly", "ratably"]);
    let other = sentence.tokens.iter().any(|token| token.figure().is_some_and(|figure| figure.percent));
    (four && even && !other).then(|| read_schedule(&format!("25/25/25/25 {often}")).ok()).flatten()
}

/// Words that say another vesting than Amazon's without percentages.
pub(crate) fn says_even(sentence: &Sentence) -> bool {
    let vests = sentence.tokens.iter().any(|token| token.word.starts_with("vest"));
    let word = |words: &[&str]| sentence.tokens.iter().any(|token| token.is_word(words));
    vests
        && !sentence.quoted
        && (word(&["equal", "equally", "evenly", "ratably", "quarterly"])
            || (word(&["monthly"]) && !word(&["bonus", "signing", "signon"])))
}
