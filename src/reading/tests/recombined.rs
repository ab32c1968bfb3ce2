//! Sentences of the fixtures in any company: what each gives alone it gives beside others, or it is asked about.
//!
//! A figure of a total, of moving, of another employer, currency or stock never becomes the offer's by what stands
//! beside it. `cargo test --lib hundred_thousand -- --ignored` tries 100,000 recombinations.

use std::collections::{BTreeMap, BTreeSet};
use std::hash::{BuildHasher, BuildHasherDefault, DefaultHasher};
use std::num::NonZero;
use std::path::PathBuf;
use std::sync::LazyLock;

use jiff::civil::date;
use proptest::prelude::*;
use rust_decimal::Decimal;

use super::*;
use crate::money::Money;
use crate::reading::claim::Claim;
use crate::reading::letter::{Found, claims_of, read_letter};
use crate::reading::ties::labels;
use crate::reading::tokens::{clean, cut};

/// The day on which all are read.
const DAY: Date = date(2026, 11, 26);

/// How many recombinations a plain run tries.
const TRIED: u32 = 1_500;

/// The lines of all pasted fixtures that name what their figures are for: one that names nothing is of the line before.
static LINES: LazyLock<Vec<String>> = LazyLock::new(|| {
    let texts = texts(&["forms/letters", "cases"]);
    let lines = texts.iter().flat_map(|text| text.lines()).map(|line| line.trim().to_owned());
    lines.filter(|line| names_its_figures(line)).collect::<BTreeSet<String>>().into_iter().collect()
});

/// Whether a line has figures, names what they are for, and is no heading, row or quoted line.
fn names_its_figures(line: &str) -> bool {
    let tokens = cut(&clean(line));
    let figures = tokens.iter().any(|token| token.figure().is_some());
    figures && !labels(&tokens).is_empty() && !line.contains(['|', '>']) && !line.contains("   ")
}

/// What each of the lines claims alone: read once, as every pair asks for it.
static CLAIMED_ALONE: LazyLock<BTreeMap<&str, Alone>> =
    LazyLock::new(|| LINES.iter().map(|line| (line.as_str(), claimed_alone(line))).collect());

/// The amounts of each field that lines claim alone.
#[derive(Clone, Default)]
struct Alone {
    base: BTreeSet<Decimal>,
    sign_on: BTreeSet<Decimal>,
    grant: BTreeSet<Decimal>,
    shares: BTreeSet<u32>,
    prices: BTreeSet<Decimal>,
    /// Level, place, days and schedule, as answers.
    facts: Vec<Answer>,
}

/// Whether an answer is a fact that one line tells whole.
fn is_fact(answer: &Answer) -> bool {
    let fields = [Field::Level, Field::Location, Field::StartDate, Field::ReplyBy, Field::Vesting];
    fields.contains(&answer.field())
}

fn alone(lines: &[&str]) -> Alone {
    lines.iter().fold(Alone::default(), |mut all, line| {
        let Alone { base, sign_on, grant, shares, prices, facts } = CLAIMED_ALONE[line].clone();
        all.base.extend(base);
        all.sign_on.extend(sign_on);
        all.grant.extend(grant);
        all.shares.extend(shares);
        all.prices.extend(prices);
        all.facts.extend(facts);
        all
    })
}

fn claimed_alone(line: &str) -> Alone {
    let mut alone = Alone::default();
    for claim in claims_of(line, DAY) {
        match claim {
            Claim::Base(amount) => {
                alone.base.insert(amount.amount());
            }
            Claim::BaseOfPeriod { a_year, .. } => {
                alone.base.insert(a_year.amount());
            }
            Claim::SignOn { amount, .. } | Claim::SignOnEach(amount) | Claim::SignOnTotal(amount) => {
                alone.sign_on.insert(amount.amount());
            }
            Claim::GrantValue(amount) => {
                alone.grant.insert(amount.amount());
            }
            Claim::GrantPerYear(amount) => {
                alone.grant.insert((amount * 4).amount());
            }
            Claim::Shares(count) => {
                alone.shares.insert(count);
            }
            Claim::SharePrice(price) => {
                alone.prices.insert(price.amount());
            }
            _ => {}
        }
    }
    alone.facts = read_letter(line, DAY).found.into_iter().map(|found| found.answer).filter(is_fact).collect();
    // Beside money told in full a bare figure counts shares.
    for claim in claims_of(&format!("Base salary: $190,000\n\n{line}"), DAY) {
        if let Claim::Shares(count) = claim {
            alone.shares.insert(count);
        }
    }
    alone
}

/// The year's sign-on that a line claims, or what is left of a sum.
fn is_of_sign_on(alone: &Alone, amount: Money) -> bool {
    let amount = amount.amount();
    amount.is_zero()
        || alone.sign_on.contains(&amount)
        || alone.sign_on.iter().any(|sum| alone.sign_on.iter().any(|part| *sum - *part == amount))
        || alone.sign_on.iter().any(|sum| halves(*sum).contains(&amount))
}

/// Half of a sum in whole dollars, and the rest.
fn halves(sum: Decimal) -> [Decimal; 2] {
    let half = (sum / Decimal::TWO).floor();
    [half, sum - half]
}

/// Whether a figure of an answer can be worked out from its words: it stands there, or follows from one or two that do.
fn follows_from(words: &str, figure: Decimal) -> bool {
    let plain = cut(&clean(words));
    let told: Vec<Decimal> = plain.iter().filter_map(|token| Some(token.figure()?.value.amount())).collect();
    // Of months, pay periods, weeks and hours; thousands; four years of a grant.
    let times = [1, 12, 24, 26, 52, 2_080, 4, 1_000].map(Decimal::from);
    let near = |one: Decimal, other: Decimal| (one - other).abs() < Decimal::ONE;
    let alone =
        |told: Decimal| times.iter().any(|times| near(told * times, figure)) || near(told, figure * Decimal::TWO);
    let together = |one: Decimal, other: Decimal| {
        let quotient = !other.is_zero() && near(one / other, figure);
        near(one + other, figure) || near(one - other, figure) || near(one * other, figure) || quotient
    };
    figure.is_zero()
        || told.iter().any(|one| {
            // "550" of equity is thousands.
            let scaled = |told: &Decimal| [*told, told * Decimal::ONE_THOUSAND];
            scaled(one)
                .into_iter()
                .any(|one| alone(one) || told.iter().flat_map(scaled).any(|other| together(one, other)))
        })
}

/// Each figure of an answer with the words that it is from.
fn figures_with_words(found: &Found) -> Vec<(Decimal, &str)> {
    let also = found.also.as_deref().unwrap_or(&found.quote);
    match &found.answer {
        Answer::Base(base) => vec![(base.amount(), &found.quote)],
        Answer::SignOn(SignOn { year_1, year_2 }) => vec![(year_1.amount(), &found.quote), (year_2.amount(), also)],
        Answer::Grant(Grant::Dollars(value)) => vec![(value.amount(), &found.quote)],
        Answer::Grant(Grant::Shares { count, price, .. }) => {
            vec![(Decimal::from(*count), &found.quote), (price.amount(), also)]
        }
        _ => Vec::new(),
    }
}

/// Every text of some folders of fixtures.
fn texts(kinds: &[&str]) -> Vec<String> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    let mut texts = Vec::new();
    for kind in kinds {
        for entry in std::fs::read_dir(folder.join(kind)).expect("the fixtures") {
            let path = entry.expect("an entry").path();
            let text = std::fs::read_to_string(&path).expect("a file");
            if path.extension().is_some_and(|extension| extension == "txt") {
                texts.push(text);
                continue;
            }
            let file: toml::Table = toml::from_str(&text).expect("TOML");
            let entries = ["form", "case"].into_iter().filter_map(|key| file.get(key)?.as_array().cloned()).flatten();
            texts.extend(entries.filter_map(|entry| Some(entry.get("text")?.as_str()?.to_owned())));
        }
    }
    texts
}

#[test]
fn every_figure_can_be_worked_out_from_its_words() {
    let texts = texts(&["forms/letters", "cases", "letters"]);
    assert!(texts.len() > 400, "{}", texts.len());
    let mut wrong = Vec::new();
    for text in &texts {
        for found in read_letter(text, DAY).found {
            let figures = figures_with_words(&found).into_iter();
            wrong.extend(
                figures
                    .filter(|(figure, words)| !follows_from(words, *figure))
                    .map(|(figure, words)| format!("{figure} | {words}")),
            );
        }
    }
    assert!(wrong.is_empty(), "{}\n{}", wrong.len(), wrong.join("\n"));
}

/// What a text of these lines gives that none of them gives alone, or that does not follow from its words.
fn stray(lines: &[&str], separator: &str) -> Option<String> {
    let text = lines.join(separator);
    let alone = alone(lines);
    let of_sign_on = |amount| is_of_sign_on(&alone, amount);
    read_letter(&text, DAY).found.into_iter().find_map(|found| {
        let unfounded = figures_with_words(&found).into_iter().find(|(figure, words)| !follows_from(words, *figure));
        if let Some((figure, words)) = unfounded {
            return Some(format!("{figure} of \"{words}\" in\n{text}"));
        }
        let is_told = match &found.answer {
            Answer::Base(base) => alone.base.contains(&base.amount()),
            Answer::SignOn(SignOn { year_1, year_2 }) => of_sign_on(*year_1) && of_sign_on(*year_2),
            Answer::Grant(Grant::Dollars(value)) => alone.grant.contains(&value.amount()),
            Answer::Grant(Grant::Shares { count, price, .. }) => {
                let near =
                    |value: &Decimal| (price.amount() * Decimal::from(*count) - *value).abs() <= Decimal::from(*count);
                let priced = alone.prices.contains(&price.amount()) || alone.grant.iter().any(near);
                alone.shares.contains(count) && priced
            }
            fact if is_fact(fact) => alone.facts.contains(fact),
            _ => true,
        };
        (!is_told).then(|| format!("{:?} of\n{text}", found.answer))
    })
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(TRIED),
        max_shrink_iters: 200,
        ..ProptestConfig::default()
    })]

    #[test]
    fn no_line_gives_beside_others_what_it_does_not_give_alone(
        picked in prop::collection::vec(any::<prop::sample::Index>(), 2..7),
        separator in prop::sample::select(vec!["\n\n", "\n- ", "\n"]),
    ) {
        let lines: Vec<&str> = picked.iter().map(|index| LINES[index.index(LINES.len())].as_str()).collect();
        prop_assert_eq!(stray(&lines, separator), None);
    }
}

/// The strays of all of these, read by all processors: every failure of a long run is told at once.
fn strays_of(texts: &[(Vec<&str>, &str)]) -> Vec<String> {
    let threads = std::thread::available_parallelism().map_or(1, NonZero::get);
    let read = |texts: &[(Vec<&str>, &str)]| -> Vec<String> {
        texts.iter().filter_map(|(lines, separator)| stray(lines, separator)).collect()
    };
    std::thread::scope(|scope| {
        let parts = texts.chunks(texts.len().div_ceil(threads).max(1)).map(|part| scope.spawn(move || read(part)));
        let running: Vec<_> = parts.collect();
        running.into_iter().flat_map(|thread| thread.join().expect("no panic")).collect()
    })
}

#[track_caller]
fn none_stray(strays: &[String]) {
    assert!(strays.is_empty(), "{}\n\n{}", strays.len(), strays.join("\n\n"));
}

#[test]
#[ignore = "takes minutes: cargo test --release --lib every_pair -- --ignored"]
fn every_pair_of_lines_gives_what_each_gives_alone() {
    let pairs = |one: &'static String| {
        let pairs =
            LINES.iter().flat_map(|other| ["\n\n", "\n"].map(|part| (vec![one.as_str(), other.as_str()], part)));
        strays_of(&pairs.collect::<Vec<_>>())
    };
    none_stray(&LINES.iter().flat_map(pairs).collect::<Vec<String>>());
}

#[test]
#[ignore = "takes minutes: cargo test --lib hundred_thousand -- --ignored"]
fn a_hundred_thousand_recombinations_give_what_each_line_gives_alone() {
    let number = |of: (u32, u32)| BuildHasherDefault::<DefaultHasher>::default().hash_one(of);
    let at = |of, length: usize| usize::try_from(number(of) % length as u64).expect("a place");
    let texts = (0..100_000).map(|order| {
        let lines = (0..2 + u32::try_from(at((order, 0), 5)).expect("few"))
            .map(|line| LINES[at((order, line + 1), LINES.len())].as_str());
        (lines.collect(), ["\n\n", "\n- ", "\n"][at((order, 9), 3)])
    });
    none_stray(&strays_of(&texts.collect::<Vec<_>>()));
}

#[test]
fn there_are_lines_enough() {
    assert!(LINES.len() > 400, "{}", LINES.len());
}
