//! When the grant of a letter vests: the parts of its years, and whether that is another way than the usual one.
//!
//! Must not know how one sentence tells it.

use rust_decimal::Decimal;

use super::{Schedule, Sentence, Topic, is_employer, labels, schedule};

/// The years' parts of the grant, and which sentences of this offer tell them.
pub(super) fn told_vesting(found: &[Sentence]) -> Option<(Vec<usize>, Vec<Decimal>)> {
    let of_other = |sentence: &Sentence| {
        let named = labels(&sentence.tokens);
        let other = named
            .iter()
            .any(|label| matches!(label.topic, Topic::OtherStock | Topic::Benefit | Topic::Mine | Topic::OtherOffer));
        other && !named.iter().any(|label| label.topic == Topic::Grant)
    };
    let told = found
        .iter()
        .enumerate()
        .filter(|(_, sentence)| !sentence.of_others && !of_other(sentence))
        .find_map(|(at, sentence)| Some((vec![at], schedule::told(sentence)?)));
    told.or_else(|| line_by_line(found))
}

/// Four lines, each with a year and its part: "yr1 - 5%", "yr2 - 15%", "yr3 - 20% every six months", ...
fn line_by_line(found: &[Sentence]) -> Option<(Vec<usize>, Vec<Decimal>)> {
    let lines: Vec<(usize, usize, Decimal)> = found
        .iter()
        .enumerate()
        .filter(|(_, sentence)| !sentence.of_others)
        .filter_map(|(at, sentence)| schedule::of_year(sentence).map(|(year, part)| (at, year, part)))
        .collect();
    let years: Vec<usize> = lines.iter().map(|(_, year, _)| *year).collect();
    let parts: Vec<Decimal> = lines.iter().map(|(.., part)| *part).collect();
    let whole = years == [1, 2, 3, 4] && parts.iter().sum::<Decimal>() == Decimal::ONE_HUNDRED;
    whole.then(|| (lines.into_iter().map(|(at, ..)| at).collect(), parts))
}

/// The sentence that vests in another way than usual, and the schedule where it tells it whole.
pub(super) fn vesting(sentences: &[Sentence]) -> Option<(usize, Option<Schedule>)> {
    let at = other_vesting(sentences)?;
    // "Vesting 5, 15, 40 and 40 percent": the usual way, told at once.
    if told_vesting(sentences).is_some_and(|(lines, years)| lines.contains(&at) && schedule::is_usual(&years)) {
        return None;
    }
    let told = |sentence: &&Sentence| !sentence.quoted && !sentence.of_others && schedule::tells_vesting(sentence);
    // Two sentences about it may say two things: then neither is taken.
    let alone = sentences.iter().filter(told).count() == 1;
    Some((at, alone.then(|| schedule::whole_schedule(&sentences[at])).flatten()))
}

/// The sentence that vests in another way than usual.
fn other_vesting(sentences: &[Sentence]) -> Option<usize> {
    let mut groups: Vec<(usize, Vec<Decimal>)> = Vec::new();
    let mut in_vesting = false;
    let mut of_other = false;
    for (at, sentence) in sentences.iter().enumerate() {
        let vests = schedule::tells_vesting(sentence);
        let named = labels(&sentence.tokens);
        let other = named.iter().any(|label| matches!(label.topic, Topic::OtherStock | Topic::Benefit | Topic::Mine));
        let grant = named.iter().any(|label| label.topic == Topic::Grant);
        // "401k match 2%. Vesting schedule 0/0/100%.": the sentence before says whose.
        let goes_on = of_other && vests && !grant;
        of_other = (other && !grant) || goes_on;
        if other || goes_on || sentence.of_others || sentence.tokens.iter().any(is_employer) {
            in_vesting = false;
            continue;
        }
        let percentages = schedule::vest_percentages(sentence, in_vesting && sentence.listed);
        if schedule::says_even(sentence) && percentages.is_empty() {
            return Some(at);
        }
        if vests && !percentages.is_empty() || groups.is_empty() {
            groups.push((at, percentages));
        } else if let Some((_, group)) = groups.last_mut() {
            group.extend(percentages);
        }
        in_vesting = vests || (in_vesting && sentence.listed);
    }
    groups.retain(|(_, group)| !group.is_empty());
    let all: Vec<Decimal> = groups.iter().flat_map(|(_, group)| group.clone()).collect();
    let usual = groups.iter().all(|(_, group)| schedule::is_usual(group)) || schedule::is_usual(&all);
    if usual { None } else { groups.first().map(|(at, _)| *at) }
}
