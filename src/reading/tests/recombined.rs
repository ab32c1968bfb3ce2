//! Sentences of the fixtures in any company: what each gives alone it gives beside others, or it is asked about.
//!
//! A figure of a total, of moving, of another employer, currency or stock never becomes the offer's by what stands
//! beside it. `PROPTEST_CASES=100000 cargo test --release --lib recombined` tries 100,000 recombinations.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::LazyLock;

use jiff::civil::date;
use proptest::prelude::*;
use rust_decimal::Decimal;

use super::*;
use crate::money::Money;
use crate::reading::claim::Claim;
use crate::reading::letter::{claims_of, read_letter};
use crate::reading::ties::labels;
use crate::reading::tokens::{clean, cut};

/// The day on which all are read.
const DAY: Date = date(2026, 11, 26);

/// How many recombinations a plain run tries.
const TRIED: u32 = 1_500;

/// The lines of all pasted fixtures that name what their figures are for: one that names nothing is of the line before.
static LINES: LazyLock<Vec<String>> = LazyLock::new(|| {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    let mut lines = BTreeSet::new();
    for kind in ["forms/letters", "cases"] {
        for entry in std::fs::read_dir(folder.join(kind)).expect("the fixtures") {
            let text = std::fs::read_to_string(entry.expect("an entry").path()).expect("a file");
            let file: toml::Table = toml::from_str(&text).expect("TOML");
            let texts = ["form", "case"].into_iter().filter_map(|key| file.get(key)?.as_array().cloned()).flatten();
            for text in texts.filter_map(|entry| Some(entry.get("text")?.as_str()?.to_owned())) {
                lines.extend(text.lines().map(|line| line.trim().to_owned()).filter(|line| names_its_figures(line)));
            }
        }
    }
    lines.into_iter().collect()
});

/// Whether a line has figures, names what they are for, and is no heading, row or quoted line.
fn names_its_figures(line: &str) -> bool {
    let tokens = cut(&clean(line));
    let figures = tokens.iter().any(|token| token.figure().is_some());
    figures && !labels(&tokens).is_empty() && !line.contains(['|', '>']) && !line.contains("   ")
}

/// The amounts of each field that a line claims alone.
#[derive(Default)]
struct Alone {
    base: BTreeSet<Decimal>,
    sign_on: BTreeSet<Decimal>,
    grant: BTreeSet<Decimal>,
    shares: BTreeSet<u32>,
    prices: BTreeSet<Decimal>,
}

fn alone(lines: &[&str]) -> Alone {
    let mut alone = Alone::default();
    for claim in lines.iter().flat_map(|line| claims_of(line, DAY)) {
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

proptest! {
    #![proptest_config(ProptestConfig {
        cases: std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(TRIED),
        max_shrink_iters: 200,
        ..ProptestConfig::default()
    })]

    #[test]
    fn no_line_gives_beside_others_what_it_does_not_give_alone(
        picked in prop::collection::vec(any::<prop::sample::Index>(), 2..7),
        separator in prop::sample::select(vec!["\n\n", "\n- "]),
    ) {
        let lines: Vec<&str> = picked.iter().map(|index| LINES[index.index(LINES.len())].as_str()).collect();
        let text = lines.join(separator);
        let alone = alone(&lines);
        for found in read_letter(&text, DAY).found {
            match &found.answer {
                Answer::Base(base) => prop_assert!(alone.base.contains(&base.amount()), "base {base} of\n{text}"),
                Answer::SignOn(SignOn { year_1, year_2 }) => {
                    prop_assert!(is_of_sign_on(&alone, *year_1), "year 1 {year_1} of\n{text}");
                    prop_assert!(is_of_sign_on(&alone, *year_2), "year 2 {year_2} of\n{text}");
                }
                Answer::Grant(Grant::Dollars(value)) => {
                    prop_assert!(alone.grant.contains(&value.amount()), "grant {value} of\n{text}");
                }
                Answer::Grant(Grant::Shares { count, price, .. }) => {
                    prop_assert!(alone.shares.contains(count), "{count} shares of\n{text}");
                    let worked_out = alone.grant.iter().any(|value| (price.amount() * Decimal::from(*count) - *value).abs() <= Decimal::from(*count));
                    prop_assert!(alone.prices.contains(&price.amount()) || worked_out, "{price} a share of\n{text}");
                }
                _ => {}
            }
        }
    }
}

#[test]
fn there_are_lines_enough() {
    assert!(LINES.len() > 400, "{}", LINES.len());
}
