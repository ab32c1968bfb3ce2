//! No script holds a company, a date or an amount that the user did not enter and that is
//! not worked out from what they entered; and never the walk-away number.

use std::collections::BTreeSet;

use jiff::ToSpan;
use proptest::prelude::*;

use super::*;
use crate::analysis::{ComparedYear, Growth, pay_by_year};
use crate::market::Place;
use crate::money::percent;
use crate::offer::{Level, OtherFigures};
use crate::playbook::{Entry, Lever, Variant};

/// Employers that no test enters: one in a script would be made up.
const REAL: &[&str] =
    &["Google", "Meta", "Microsoft", "Apple", "Nvidia", "Netflix", "Stripe", "OpenAI", "Uber", "Oracle"];
const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

pub(crate) fn amounts(text: &str) -> BTreeSet<String> {
    text.split('$')
        .skip(1)
        .map(|rest| {
            let end = rest.find(|c: char| !(c.is_ascii_alphanumeric() || c == ',' || c == '.')).unwrap_or(rest.len());
            format!("${}", rest[..end].trim_end_matches([',', '.']))
        })
        .collect()
}

/// `November 27`, `January 2025`: a month and the number after it.
pub(crate) fn dates(text: &str) -> BTreeSet<String> {
    let words: Vec<&str> = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let pairs = words.windows(2).filter(|pair| MONTHS.contains(&pair[0]) && pair[1].parse::<u32>().is_ok());
    pairs.map(|pair| pair.join(" ")).collect()
}

pub(crate) fn companies(text: &str) -> BTreeSet<String> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| word.starts_with("Zq")).map(str::to_owned).collect()
}

fn rounded(amount: Money) -> Money {
    (amount + Money::exact(rust_decimal::Decimal::new(5, 1))).rounded_down_to(Money::dollars(1))
}

/// Every amount that follows from the offer, the plan and the band; the walk-away number does not.
pub(crate) fn true_amounts(kit: &Kit) -> BTreeSet<String> {
    let offer = &kit.offer;
    let mut all: Vec<Money> = vec![Money::ZERO];
    let mut package = |base: Money, sign_on: SignOn, grant: Money| {
        let dollars = Offer { base, sign_on, grant: Grant::Dollars(grant), ..offer.clone() };
        all.extend([base, sign_on.year_1, sign_on.year_2, sign_on.total(), grant]);
        all.extend([base - offer.base, sign_on.total() - offer.sign_on.total(), grant - offer.grant.value()]);
        all.extend([dollars.four_year_total(), dollars.four_year_total() - offer.four_year_total()]);
        all.push(rounded(dollars.four_year_total().split(4)));
        all.extend(pay_by_year(&dollars).iter().flat_map(|year| [year.total(), year.stock]));
        let years = pay_by_year(&dollars);
        all.push(years[0].total() - years[2].total());
    };
    package(offer.base, offer.sign_on, offer.grant.value());
    for ask in [&kit.target, &kit.opening] {
        package(ask.base, ask.sign_on, ask.grant);
    }
    for lever in [Lever::Base, Lever::SignOn, Lever::Grant] {
        if let Some(figure) = lever.figure_alone(offer, kit.band.as_ref(), &kit.opening) {
            let alone = lever.applied(offer, figure);
            let grant = if lever == Lever::Grant { figure } else { offer.grant.value() };
            package(alone.base, alone.sign_on, grant);
        }
    }
    if let Some(earlier) = &kit.earlier {
        all.extend([offer.base - earlier.base, offer.sign_on.total() - earlier.sign_on.total()]);
        all.push(offer.grant.value() - earlier.grant.value());
        all.extend([earlier.base, earlier.sign_on.total(), earlier.grant.value()]);
    }
    if let Some(band) = &kit.band {
        let average = band.four_year_average();
        for range in [band.base, band.sign_on, band.grant, average] {
            all.extend([rounded(range.low), rounded(range.high), rounded(range.middle())]);
        }
    }
    if let Some(standing) = &kit.analysis.standing {
        all.extend([standing.gap, standing.target_total, rounded(standing.gap.split(4))]);
    }
    if let Grant::Shares { price, .. } = offer.grant {
        all.push(price);
    }
    all.extend(offer.left_behind);
    all.extend(offer.competing.iter().filter(|other| other.is_in_hand()).filter_map(pay_a_year));
    let mut said: BTreeSet<String> = all.into_iter().map(|amount| amount.to_string()).collect();
    said.extend(kit.facts.entered().flat_map(|(_, text)| amounts(text)));
    said
}

/// The one figure of another offer: as said, else base, bonus, sign-on and what vests within four years, each year on
/// average. Refreshers that are hoped for and a discount have no part in it.
fn pay_a_year(other: &OtherOffer) -> Option<Money> {
    let offered = other.figures.as_ref().map(|figures| {
        let plain = OtherFigures { refreshers: Vec::new(), private_discount: None, ..(**figures).clone() };
        rounded(plain.years(Growth::FLAT).iter().map(ComparedYear::total).sum::<Money>().split(4))
    });
    other.a_year.or(offered)
}

/// Whether scripts may speak of another company at all.
fn is_spoken_of(other: &OtherOffer) -> bool {
    other.firmness.is_some()
}

pub(crate) fn true_dates(kit: &Kit) -> BTreeSet<String> {
    let in_two_days = TODAY.checked_add(2.days()).expect("a day");
    let offers = kit.offer.competing.iter().filter(|other| other.is_in_hand());
    let coming = offers.map(|other| other.reply_by).chain([kit.offer.reply_by]).flatten().filter(|date| *date >= TODAY);
    let days = coming.chain(kit.offer.start_date).chain([in_two_days]);
    let mut said: BTreeSet<String> = days.map(|date| date.strftime("%B %-d").to_string()).collect();
    said.extend(kit.band.iter().map(|band| band.as_of.strftime("%B %Y").to_string()));
    said
}

prop_compose! {
    fn some_figures()(
        base in 100_000i64..500_000, sign_on in 0i64..90_000, grant in 0i64..900_000, bonus in 0i64..30,
        refreshers in 0i64..200_000, discount in proptest::option::of(0i64..60),
    ) -> OtherFigures {
        OtherFigures {
            bonus_percent: Some(bonus.into()),
            refreshers: vec![Money::ZERO, Money::dollars(refreshers)],
            private: discount.is_some(),
            private_discount: discount.map(percent),
            ..test_offers::other_figures(base, sign_on, grant)
        }
    }
}

prop_compose! {
    pub(crate) fn an_offer()(
        level in prop_oneof![Just(Level::l6()), Just(Level::l7())],
        place in prop_oneof![
            Just(Place::Seattle), Just(Place::BayArea), Just(Place::Nyc), Just(Place::Austin), Just(Place::Elsewhere("Denver, CO".into()))
        ],
        base in 150_000i64..350_000,
        sign_on in (0i64..200_000, 0i64..200_000),
        grant in prop_oneof![
            (0i64..1_500_000).prop_map(|value| Grant::Dollars(Money::dollars(value))),
            (1u32..9_000, 15_000i64..25_000).prop_map(|(count, cents)| Grant::Shares {
                count, price: Money::exact(rust_decimal::Decimal::new(cents, 2)), priced_on: None
            }),
        ],
        start in proptest::option::of(-30i64..200),
        reply in proptest::option::of(-10i64..20),
        left_behind in proptest::option::of(1i64..400_000),
        others in proptest::collection::vec(
            (
                proptest::option::weighted(0.8, 0usize..3),
                proptest::option::of(200_000i64..900_000),
                proptest::option::of(-10i64..30),
                proptest::option::of(some_figures()),
            ),
            0..5,
        ),
        written in proptest::option::of(any::<bool>()),
    ) -> Offer {
        let day = |days: i64| TODAY.checked_add(days.days()).expect("a day");
        Offer {
            level,
            place,
            start_date: start.map(day),
            reply_by: reply.map(day),
            left_behind: left_behind.map(Money::dollars),
            competing: others.into_iter().enumerate().map(|(index, (firmness, a_year, reply, figures))| OtherOffer {
                company: format!("Zq{index}x"),
                firmness: firmness.map(|index| Firmness::ALL[index]),
                a_year: a_year.map(Money::dollars),
                reply_by: reply.map(day),
                figures: figures.map(Box::new),
            }).collect(),
            written,
            grant,
            walk_away: Some(WALK_AWAY.parse().expect("an amount")),
            ..test_offers::offer(base, 0, sign_on.0, sign_on.1)
        }
    }
}

prop_compose! {
    fn an_ask(offer: Offer)(base in 0i64..80, first in 0i64..100, second in 0i64..100, grant in 0i64..400) -> Ask {
        let offered = Ask::offered(&offer);
        let step = |steps: i64| Money::dollars(steps * 500);
        Ask {
            base: offered.base + step(base),
            sign_on: SignOn { year_1: offered.sign_on.year_1 + step(first), year_2: offered.sign_on.year_2 + step(second) },
            grant: offered.grant + step(grant),
        }
    }
}

fn a_kit() -> impl Strategy<Value = (Kit, BTreeSet<Fact>)> {
    let facts = proptest::collection::btree_set(0..Fact::ALL.len(), 0..Fact::ALL.len());
    (an_offer(), facts, any::<bool>())
        .prop_flat_map(|(offer, facts, moved)| {
            (an_ask(offer.clone()), an_ask(offer.clone()), Just(offer), Just(facts), Just(moved))
        })
        .prop_map(|(target, opening, offer, chosen, moved)| {
            let chosen: BTreeSet<Fact> = chosen.into_iter().map(|index| Fact::ALL[index]).collect();
            let mut kit = Kit::of(offer, Facts::default(), target, opening);
            if moved {
                kit.earlier = Some(test_offers::offer(149_000, 1, 0, 0));
            }
            (kit, chosen)
        })
}

/// A fact that can be told from all others, with an amount of its own.
pub(crate) fn marked(fact: Fact) -> String {
    format!("mk{:02} with ${}", fact as u8, 7_100_001 + u32::from(fact as u8) * 11)
}

/// Words by which a text to send says yes to the figures in it.
const AGREES: [&str; 5] = ["I will accept", "glad to say yes", "would work for me", "ready to accept", "works for me"];

proptest! {
    #[test]
    fn the_final_ask_says_yes_to_no_less_than_the_user_would_take((mut kit, _) in a_kit(), least in 0i64..3_000_000) {
        kit.offer.walk_away = Some(Money::dollars(least));
        let (offered, asked) = (Ask::offered(&kit.offer), kit.target);
        let gains = [
            (asked.base - offered.base) * 4,
            asked.sign_on.total() - offered.sign_on.total(),
            asked.grant - kit.offer.grant.value(),
        ];
        let best = kit.offer.four_year_total() + gains.into_iter().max().unwrap_or_default();
        for variant in Variant::ALL {
            let Ok(rendered) = catalogue().render("final_ask", variant, &kit.material()) else { continue };
            let agrees = AGREES.iter().any(|words| rendered.body.contains(words));
            let enough = best >= Money::dollars(least);
            prop_assert_eq!(agrees, enough, "{} of {}: {}", best, least, rendered.body);
            prop_assert_eq!(rendered.body.contains("or beyond it?") || rendered.body.contains("How much further"), !enough);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(20))]

    #[test]
    fn scripts_say_only_what_was_entered_or_follows_from_it((mut kit, chosen) in a_kit()) {
        let catalogue = catalogue();
        for entry in catalogue.all().iter().filter(|entry| !entry.is_advice()) {
            kit.facts = Facts::default();
            for fact in chosen.iter().chain(&entry.needs) {
                kit.facts.set(*fact, &marked(*fact));
            }
            let (amounts_known, dates_known) = (true_amounts(&kit), true_dates(&kit));
            for variant in Variant::ALL {
                let rendered = match catalogue.render(&entry.name, variant, &kit.material()) {
                    Ok(rendered) => rendered,
                    Err(super::super::RenderError::Refused(_)) => continue,
                    Err(error) => return Err(TestCaseError::fail(error.to_string())),
                };
                let text = format!("{}\n{}", rendered.subject.unwrap_or_default(), rendered.body);
                let place = format!("{} ({}):\n{text}", entry.name, variant.key());
                for amount in amounts(&text) {
                    prop_assert!(amounts_known.contains(&amount), "{} in {}", amount, place);
                }
                for date in dates(&text) {
                    prop_assert!(dates_known.contains(&date), "{} in {}", date, place);
                }
                for company in companies(&text) {
                    let known = kit.offer.competing.iter().find(|other| other.company == company && is_spoken_of(other));
                    prop_assert!(known.is_some(), "{} in {}", company, place);
                    let firmness = known.and_then(|other| other.firmness);
                    let says = |before: &str, after: &str| text.contains(&format!("{before}{company}{after}"));
                    prop_assert_eq!(says("written offer from ", ""), firmness == Some(Firmness::Written), "{}", &place);
                    prop_assert_eq!(says("", " has made me a verbal offer"), firmness == Some(Firmness::Verbal), "{}", &place);
                    prop_assert_eq!(says("in the interview process with ", ""), firmness == Some(Firmness::InProcess), "{}", &place);
                }
                for fact in Fact::ALL.iter().filter(|fact| kit.facts.get(**fact).is_none()) {
                    prop_assert!(!text.contains(&format!("mk{:02}", *fact as u8)), "{}", place);
                }
                prop_assert!(REAL.iter().all(|name| !text.contains(name)), "{}", place);
                prop_assert!(!text.contains("1,234,567") && !text.contains("1234567"), "{}", place);
                if !kit.offer.competing.iter().any(is_spoken_of) {
                    for claim in ["other offer", "another offer", "written offer", "verbal offer", "interview process", "offer I have includes"] {
                        prop_assert!(!text.contains(claim), "{} in {}", claim, place);
                    }
                }
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(20))]

    #[test]
    fn levers_and_lines_say_only_what_was_entered_or_follows_from_it((mut kit, chosen) in a_kit()) {
        let catalogue = catalogue();
        for fact in &chosen {
            kit.facts.set(*fact, &marked(*fact));
        }
        let material = kit.material();
        let mut known = true_amounts(&kit);
        // The playbook's claim about relocation packages, labelled where it stands.
        known.extend(["$10,000".to_owned(), "$50,000".to_owned()]);
        let mut said = Vec::new();
        for lever in Lever::ALL {
            let view = lever.view(&catalogue, &material).map_err(|error| TestCaseError::fail(error.to_string()))?;
            said.extend([view.why, view.claim]);
            said.extend(view.tactics.into_iter().map(|tactic| tactic.says));
            said.extend(view.push_back.into_iter().flat_map(|one| [one.they, one.you]));
            prop_assert!(!view.room_says.contains("1,234,567"), "{}", view.room_says);
            if let Some(effect) = view.effect {
                let room = view.room.expect("a lever with a figure has room");
                prop_assert!(effect.figure > room.offered && effect.four_year_gain.is_positive());
                prop_assert_eq!(effect.gains.into_iter().sum::<Money>(), effect.four_year_gain);
            }
        }
        let competition = catalogue.competition(&material).map_err(|error| TestCaseError::fail(error.to_string()))?;
        prop_assert_eq!(competition.from_facts.is_empty(), !kit.offer.competing.iter().any(is_spoken_of));
        said.push(competition.from_facts);
        said.extend(competition.without_offer.into_iter().chain(competition.urgency).map(|line| line.says));
        for text in said {
            for amount in amounts(&text) {
                prop_assert!(known.contains(&amount), "{} in {}", amount, text);
            }
            for date in dates(&text) {
                prop_assert!(true_dates(&kit).contains(&date) || text.contains("2 January 2025"), "{} in {}", date, text);
            }
            prop_assert!(companies(&text).iter().all(|name| kit.offer.competing.iter().any(|other| other.company == *name && is_spoken_of(other))));
        }
    }
}

#[test]
fn the_tests_above_see_what_they_look_for() {
    let text = "Zq3x offers $352,000.50 (or $1.2M), $900, by Friday, November 27 (January 2025).";
    assert_eq!(amounts(text).into_iter().collect::<Vec<_>>(), ["$1.2M", "$352,000.50", "$900"]);
    assert_eq!(dates(text).into_iter().collect::<Vec<_>>(), ["January 2025", "November 27"]);
    assert_eq!(companies(text).into_iter().collect::<Vec<_>>(), ["Zq3x"]);
    let known = true_amounts(&fullest());
    assert!(known.contains("$205,500") && known.contains("$18,000") && !known.contains("$1,234,567.89"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(8))]

    #[test]
    fn no_script_changes_with_the_walk_away_number(offer in an_offer(), walk_away in 1i64..4_000_000) {
        use crate::counter::plan;
        let catalogue = catalogue();
        let written = |walk_away: Option<Money>| {
            let offer = Offer { walk_away, ..offer.clone() };
            let asks = Ask::offered(&offer);
            let mut kit = Kit::of(offer, Facts::default(), asks, asks);
            let plan = plan(&kit.offer, kit.band.as_ref(), 75, walk_away);
            (kit.target, kit.opening) = (plan.asks.ask, plan.opening.ask);
            for fact in Fact::ALL {
                kit.facts.set(*fact, crate::words::fact_example(*fact));
            }
            // The final ask says yes only to what is enough: a property of its own.
            let all = catalogue.all().iter().filter(|entry| entry.name != "final_ask");
            let each = all.flat_map(|entry| Variant::ALL.map(|variant| (entry, variant)));
            let write = |(entry, variant): (&Entry, _)| {
                catalogue.render(&entry.name, variant, &kit.material()).map_err(|error| error.to_string())
            };
            each.map(write).collect::<Vec<_>>()
        };
        prop_assert_eq!(written(Some(Money::dollars(walk_away))), written(None));
    }
}
