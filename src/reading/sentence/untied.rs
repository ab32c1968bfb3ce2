//! Amounts that nothing names: a correction of the one before, the second year of a sign-on, or what was asked.

use super::{Context, Field, Heading, Label, Term, Tied, Token, Topic, Voice, has, names_year};
use crate::money::Money;
use crate::reading::amounts::{in_thousands, is_earlier};

/// "190k base, no wait 195": of two figures with a correction between them the later stands, for what the first was.
pub(super) fn corrected(tokens: &[Token], tied: &mut Vec<Tied>) {
    let Some(at) = (1..tied.len()).find(|at| {
        let between = &tokens[tied[at - 1].index + 1..tied[*at].index];
        // "90/70, no 92/70".
        let denied = between.last().is_some_and(|last| last.is(Term::PlainNo))
            && between.iter().any(|token| token.is_mark(',') || token.kind == crate::reading::tokens::Kind::Break);
        let same = tied[*at].topic.is_none() || tied[*at].topic == tied[at - 1].topic;
        // "base was 190 now its 200", "base used to be 190, 200 now".
        let behind = &tokens[tied[*at].index + 1..];
        let is_now = has(between, Term::Now) || behind.first().is_some_and(|next| next.is(Term::Now));
        let moved = is_now && is_earlier(tokens, tied[at - 1].index, true);
        same && (has(between, Term::Correction) || denied || moved || grew(tokens, tied, *at))
    }) else {
        return;
    };
    let topic = tied[at - 1].topic;
    let first = (0..at).rev().take_while(|before| tied[*before].topic == topic).last().unwrap_or(at - 1);
    for later in &mut tied[at..] {
        later.topic = later.topic.or(topic);
    }
    tied.drain(first..at);
}

/// "was 185 raised to 192", "went from 60/40 to 75/55", "1300 shares before, 1500 now": the amount at `at` takes the place
/// of those before it.
fn grew(tokens: &[Token], tied: &[Tied], at: usize) -> bool {
    let last = tied[at - 1].index;
    let between = &tokens[last + 1..tied[at].index];
    let joined = |one: usize| tied[one].index == tied[one - 1].index + 2 && tokens[tied[one].index - 1].is_mark('/');
    let first = (1..at).rev().take(2).take_while(|one| joined(*one)).last().map_or(at - 1, |one| one - 1);
    let before = tied[first].index.checked_sub(1).map(|before| &tokens[before]);
    let was = before.is_some_and(|before| before.is(Term::Was));
    let from = before.is_some_and(|before| before.is(Term::Earlier)) && has(tokens, Term::Raised);
    let formerly = has(between, Term::EarlierBehind) || between.iter().any(|token| token.is(Term::Earlier));
    let now_behind = tokens.get(tied[at].index + 1).is_some_and(|next| next.is(Term::Now));
    let turned = between.iter().any(|token| token.is(Term::To) || token.is(Term::Now) || token.is(Term::Raised));
    // "400k -> 430k".
    let arrow = between.iter().any(|token| token.is_mark('>'))
        && between.iter().all(|token| token.is_mark_of(&['-', '>', '=']));
    (was || from) && turned || formerly && now_behind || arrow
}

/// "base 200k, 95k y1, 72k y2", "base 184k, 64k/48k": beside a base of its own, what is told by years or as a pair is the
/// sign-on.
pub(super) fn told_by_years(tokens: &[Token], tied: &mut [Tied], found: &[Label], voice: Voice) {
    let bases: Vec<usize> = (0..tied.len()).filter(|at| tied[*at].topic == Some(Topic::Base)).collect();
    let own = bases.iter().copied().find(|at| is_beside_base(tokens, found, tied[*at].index));
    let Some(own) = own.or(bases.first().copied()) else { return };
    if found.iter().any(|label| label.topic == Topic::Total) {
        return;
    }
    let open = |amount: &Tied| matches!(amount.topic, Some(Topic::Base) | None) && !amount.figure.percent;
    let value = |at: usize| in_thousands(&tied[at].figure);
    let fits = |at: usize| at != own && open(&tied[at]) && value(at) < value(own);
    let slashed = |one: usize, two: usize| {
        let (first, second) = (tied[one].index, tied[two].index);
        second == first + 2 && tokens[first + 1].is_mark_of(&['/', '+', '&'])
    };
    let of_year = |at: usize| {
        let from = at.checked_sub(1).map_or(0, |before| tied[before].index + 1);
        let until = tied.get(at + 1).map_or(tokens.len(), |next| next.index).min(tied[at].index + 4);
        let behind = &tokens[tied[at].index + 1..until];
        let parted = behind.iter().position(|token| token.is_mark_of(&[',', ';'])).unwrap_or(behind.len());
        names_year(&behind[..parted]) || names_year(&tokens[from.max(tied[at].index.saturating_sub(3))..tied[at].index])
    };
    let years: Vec<usize> = (0..tied.len()).filter(|at| fits(*at) && of_year(*at)).collect();
    let pair: Vec<usize> = (1..tied.len())
        .filter(|two| *two != own && fits(two - 1) && fits(*two) && slashed(two - 1, *two))
        .flat_map(|two| [two - 1, two])
        .filter(|at| value(*at) >= Money::dollars(LEAST_OF_A_PAIR))
        .collect();
    let pair = if pair.len() == 2 && voice == Voice::Letter { pair } else { Vec::new() };
    // "52k and 39k sign-on".
    let leading: Vec<usize> = (0..tied.len().saturating_sub(1))
        .filter(|at| {
            let between = &tokens[tied[*at].index + 1..tied[at + 1].index];
            let joined = between.len() == 1 && between[0].is(Term::Joiner);
            fits(*at) && joined && tied[at + 1].topic == Some(Topic::SignOn)
        })
        .collect();
    for at in years.into_iter().chain(pair).chain(leading) {
        tied[at].topic = Some(Topic::SignOn);
    }
}

/// Whether a name of the base stands right beside an amount.
fn is_beside_base(tokens: &[Token], found: &[Label], index: usize) -> bool {
    let glued =
        |between: &[Token]| between.iter().all(|token| token.is(Term::BeforeGlue) || token.is_mark_of(&[':', '=']));
    found
        .iter()
        .filter(|label| label.topic == Topic::Base)
        .any(|label| label.start == index + 1 || (label.end <= index && glued(&tokens[label.end..index])))
}

/// "TC = 170 base + 60 sign on + 12 stock = 242": what stands behind the sum's sign is the total, and its stock is a
/// year's.
pub(super) fn added_up(tokens: &[Token], tied: &mut [Tied]) {
    let plus = tokens.iter().filter(|token| token.is_mark('+')).count();
    let Some(last) = tied.last() else { return };
    let sum = tokens[..last.index].iter().rposition(|token| token.is_mark('='));
    let behind = sum.is_some_and(|sum| !tokens[sum..last.index].iter().any(|token| token.is_mark('+')));
    let leads = sum.is_some_and(|sum| tied.len() > 2 && tied[tied.len() - 2].index < sum);
    if plus < 2 || !behind || !leads || !has(tokens, Term::Total) {
        return;
    }
    let parts = tied.len() - 1;
    tied[parts].topic = Some(Topic::Total);
    for part in tied[..parts].iter_mut().filter(|part| part.topic == Some(Topic::Grant)) {
        part.topic = Some(Topic::Benefit);
    }
}

/// An amount that nothing names: the second year of the sentence before, or what was asked.
pub(super) fn untied(tokens: &[Token], tied: &mut [Tied], found: &[Label], head: &Heading, context: Context) {
    // "10% year one, ... 40% year four of $900,000": of the grant.
    let parts = tokens.iter().filter_map(Token::figure).filter(|figure| figure.percent);
    let whole = parts.fold(crate::money::Money::ZERO, |sum, figure| sum + figure.value);
    if whole == crate::money::Money::dollars(100) {
        for amount in tied.iter_mut().filter(|amount| amount.topic.is_none() && !amount.figure.percent) {
            let of = amount.index > 0 && tokens[amount.index - 1].is(Term::Of);
            amount.topic = of.then_some(Topic::Grant);
        }
    }
    let asked = context.asked.and_then(topic_of);
    let years = names_year(tokens);
    let alone = found.is_empty() && head.topics.is_empty();
    let continues = context.before == Some(Topic::SignOn) && years && alone;
    let totals = matches!(context.before, Some(Topic::Total)) && years && alone;
    // "base 173", "year one 59", "year two 45": each on a line of its own.
    let year_line = matches!(context.before, Some(Topic::Base | Topic::SignOn))
        && context.named_before.is_none()
        && years
        && alone
        && tied.len() == 1
        && tokens.len() <= YEAR_LINE;
    let below_base = |value: Money| context.base.is_some_and(|base| value < base);
    for amount in tied.iter_mut() {
        // "I got 186." behind a range; "offered: 199500".
        let plain = amount.figure.value >= crate::money::Money::dollars(1_000) || has(tokens, Term::GotWord);
        let got = context.before == Some(Topic::Posted) && alone && plain && has(tokens, Term::Settled);
        if amount.topic.is_none() && got {
            amount.topic = Some(Topic::Base);
        } else if amount.topic.is_none() && (continues || year_line && below_base(in_thousands(&amount.figure))) {
            amount.topic = Some(Topic::SignOn);
        } else if amount.topic.is_none() && alone && context.voice == Voice::Letter && context.corrects {
            amount.topic = context.before.filter(|topic| matches!(topic, Topic::Base | Topic::SignOn | Topic::Grant));
        } else if amount.topic.is_none() && totals {
            amount.topic = Some(Topic::Total);
        } else if amount.topic.is_none() && alone && tokens.len() <= GIVEN {
            // "Q: base? A: 166,400": the name stands in the line before.
            amount.topic = context.named_before;
        }
    }
    let open: Vec<usize> = (0..tied.len()).filter(|at| tied[*at].topic.is_none()).collect();
    let lone_year = asked == Some(Topic::SignOn)
        && open.len() == 1
        && tied.len() > 1
        && tied.iter().all(|amount| matches!(amount.topic, Some(Topic::SignOn) | None));
    let named = !lone_year && asked.is_some_and(|asked| tied.iter().any(|amount| amount.topic == Some(asked)));
    if context.voice == Voice::Message && asked != Some(Topic::SignOn) {
        pair_of_sign_on(tokens, tied, &open);
    }
    let open: Vec<usize> = (0..tied.len()).filter(|at| tied[*at].topic.is_none()).collect();
    if context.asked == Some(Field::LeftBehind) {
        // "80k unvested + 30k bonus": all of it.
        for at in open {
            tied[at].topic = Some(Topic::LeftBehind);
        }
        return;
    }
    // "95 for year one" is no grant: it is told of one year.
    let of_year = years && matches!(asked, Some(Topic::Grant | Topic::Base)) && alone;
    if of_year && has(tokens, Term::Correction) {
        for at in open {
            tied[at].topic = Some(Topic::SignOn);
        }
        return;
    }
    if let Some(asked) = asked
        && !named
        && !of_year
        && one_value(tokens, tied, &open, asked)
    {
        for at in open {
            tied[at].topic = Some(asked);
        }
    }
}

/// "200 base, 90/70 and 410k stock": a bare pair beside the offer's other pay is the sign-on of two years.
fn pair_of_sign_on(tokens: &[Token], tied: &mut [Tied], open: &[usize]) {
    let slashed = |pair: &&[usize]| {
        let (first, second) = (tied[pair[0]].index, tied[pair[1]].index);
        second == first + 2 && tokens[first + 1].is_mark('/')
    };
    let pairs: Vec<&[usize]> = open.windows(2).filter(slashed).collect();
    let [[one, two]] = pairs[..] else { return };
    let amount = |at: usize| {
        let value = in_thousands(&tied[at].figure);
        value.is_zero() || Money::dollars(LEAST_OF_A_PAIR) <= value && value <= Money::dollars(MOST_OF_A_PAIR)
    };
    let has = |topics: &[Topic]| tied.iter().any(|amount| amount.topic.is_some_and(|topic| topics.contains(&topic)));
    let of_offer = has(&[Topic::Base, Topic::Grant])
        && !has(&[
            Topic::SignOn,
            Topic::Mine,
            Topic::LeftBehind,
            Topic::WalkAway,
            Topic::OtherOffer,
            Topic::OtherStock,
        ]);
    if of_offer && amount(*one) && amount(*two) {
        tied[*one].topic = Some(Topic::SignOn);
        tied[*two].topic = Some(Topic::SignOn);
    }
}

/// The most tokens of a line that gives a year and its amount.
const YEAR_LINE: usize = 7;

/// The most tokens of a sentence that gives what the line before it named.
const GIVEN: usize = 16;

/// Below this, two figures with a slash between them are more likely a day or a part.
const LEAST_OF_A_PAIR: i64 = 13_000;
/// Above this, they are no year's sign-on that needs no name.
const MOST_OF_A_PAIR: i64 = 500_000;

/// Whether the untied amounts can be one answer: side by side, or all of the message.
fn one_value(tokens: &[Token], tied: &[Tied], open: &[usize], asked: Topic) -> bool {
    let together = open.windows(2).all(|pair| {
        let between = &tokens[tied[pair[0]].index + 1..tied[pair[1]].index];
        let named = pair[1] != pair[0] + 1;
        let parted = between.iter().any(|token| token.is_mark(';'));
        !named && !parted
    });
    let others = tied.len() > open.len();
    let several = matches!(asked, Topic::SignOn | Topic::Grant | Topic::LeftBehind);
    together && (several || open.len() <= 1 || !others)
}

fn topic_of(field: Field) -> Option<Topic> {
    match field {
        Field::Base => Some(Topic::Base),
        Field::SignOn => Some(Topic::SignOn),
        Field::Grant => Some(Topic::Grant),
        Field::LeftBehind => Some(Topic::LeftBehind),
        Field::WalkAway => Some(Topic::WalkAway),
        Field::Level
        | Field::Role
        | Field::Location
        | Field::Currency
        | Field::Vesting
        | Field::Written
        | Field::StartDate
        | Field::ReplyBy
        | Field::SignOnTerms
        | Field::Competing => None,
    }
}
