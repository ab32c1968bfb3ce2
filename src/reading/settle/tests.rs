//! What people say when one thing is to be settled.

use super::*;

fn amount() -> Money {
    Money::dollars(90_000)
}

fn split() -> Doubt {
    Doubt::SignOnSplit { amount: amount() }
}

fn firmness() -> Doubt {
    Doubt::Firmness { company: "Google".into(), a_year: Some(Money::dollars(450_000)) }
}

fn sign_on(year_1: i64, year_2: i64) -> Settled {
    Settled::As(Answer::SignOn(SignOn { year_1: Money::dollars(year_1), year_2: Money::dollars(year_2) }))
}

#[test]
fn a_price_completes_a_grant_of_shares() {
    let doubt = Doubt::SharePrice { count: 1_400 };
    assert_eq!(doubt.in_full("at $182.50"), "1400 shares @ $182.50");
    assert_eq!(doubt.in_full("no idea"), "no idea");
    assert_eq!(doubt.settled_by("182.50"), None);
    assert!(readings(&doubt).is_empty());
}

#[test]
fn words_of_the_question_about_one_sign_on_mean_what_they_say() {
    let sum = || Settled::Narrowed(Doubt::SignOnSum { amount: amount() });
    for text in [
        "sum over both years",
        "the sum over both years",
        "the sum",
        "total",
        "it's the total",
        "both years together",
        "90k total over 2 years",
        "$90,000 in total",
        "combined",
        "altogether",
        "the total for both years",
    ] {
        assert_eq!(split().settled_by(text), Some(sum()), "{text}");
    }
    for text in [
        "each year",
        "in each year",
        "paid in each year",
        "90k each year",
        "that much each year",
        "every year",
        "$90k in each year",
        "per year",
        "3",
    ] {
        assert_eq!(split().settled_by(text), Some(sign_on(90_000, 90_000)), "{text}");
    }
    for text in [
        "all in year 1",
        "All in year 1.",
        "year 1",
        "first year",
        "the first year only",
        "all upfront",
        "year one only",
        "nothing in year 2",
        "1",
    ] {
        assert_eq!(split().settled_by(text), Some(sign_on(90_000, 0)), "{text}");
    }
    for text in [
        "half in each year",
        "half each",
        "half and half",
        "split evenly",
        "split over two years",
        "45k each, half and half",
        "the sum, split equally",
        "2",
    ] {
        assert_eq!(split().settled_by(text), Some(sign_on(45_000, 45_000)), "{text}");
    }
}

#[test]
fn what_is_about_something_else_or_means_two_things_settles_nothing() {
    for text in [
        "yes",
        "y",
        "ok",
        "both",
        "both years",
        "all",
        "all of it",
        "only that",
        "base 205k",
        "google written 450k",
        "what do you mean?",
        "60k each year",
        "all in year 2",
        "the total each year",
        "not in year 1",
        "4",
        "",
        "I told the recruiter first",
    ] {
        assert_eq!(split().settled_by(text), None, "{text}");
    }
    for text in [
        "yes",
        "not sure",
        "not in writing",
        "no",
        "verbal now, letter coming",
        "they are nice",
        "maybe",
        "google 500k written",
    ] {
        assert_eq!(firmness().settled_by(text), None, "{text}");
    }
    // Told by the year, for four years: four times that, or all of it?
    assert_eq!(Doubt::GrantPerYear { amount: amount() }.settled_by("4 years"), None);
    for doubt in [Doubt::WalkAwayUnit { amount: amount() * 4 }, Doubt::GrantPerYear { amount: amount() }] {
        for text in ["yes", "a year over four years", "next year maybe", "base 205k", "each of the four years"] {
            assert_eq!(doubt.settled_by(text), None, "{text}");
        }
    }
}

#[test]
fn a_sum_is_split_by_one_of_its_years() {
    let sum = Doubt::SignOnSum { amount: amount() };
    for (text, full) in [
        ("60k", "$60,000 / $30,000"),
        ("60", "$60,000 / $30,000"),
        ("60k in year 1", "$60,000 / $30,000"),
        ("60k in the first year", "$60,000 / $30,000"),
        ("30k in year 2", "$60,000 / $30,000"),
        ("60/30", "60/30"),
        ("120k", "120k"),
        ("base 205k", "base 205k"),
    ] {
        assert_eq!(sum.in_full(text), full, "{text}");
    }
    assert_eq!(sum.settled_by("half each"), Some(sign_on(45_000, 45_000)));
    assert_eq!(sum.settled_by("yes"), None);
    let answer =
        |year_1, year_2| Answer::SignOn(SignOn { year_1: Money::dollars(year_1), year_2: Money::dollars(year_2) });
    assert!(sum.is_answered_by(&answer(60_000, 30_000)));
    assert!(!sum.is_answered_by(&answer(60_000, 40_000)));
}

#[test]
fn firmness_is_as_it_was_said_and_a_not_takes_a_word_back() {
    let named = |text: &str| match firmness().settled_by(text) {
        Some(Settled::As(Answer::Competing(offer))) => offer.firmness,
        _ => None,
    };
    for (text, meant) in [
        ("in writing", Firmness::Written),
        ("written", Firmness::Written),
        ("I have the letter", Firmness::Written),
        ("google is written, 450k", Firmness::Written),
        ("verbal", Firmness::Verbal),
        ("they told me on the phone", Firmness::Verbal),
        ("not in writing, just verbal", Firmness::Verbal),
        ("verbal, nothing in writing yet", Firmness::Verbal),
        ("in process", Firmness::InProcess),
        ("still interviewing", Firmness::InProcess),
        ("no letter yet, still in the loop", Firmness::InProcess),
    ] {
        assert_eq!(named(text), Some(meant), "{text}");
    }
    let Some(Answer::Competing(weakest)) = firmness().weakest() else { panic!("a weakest") };
    assert_eq!(weakest.firmness, Some(Firmness::InProcess));
}

#[test]
fn a_year_or_four_is_told_apart() {
    let unit = Doubt::WalkAwayUnit { amount: Money::dollars(340_000) };
    let of = |text: &str| match unit.settled_by(text) {
        Some(Settled::As(Answer::WalkAway(amount))) => Some(amount == Money::dollars(340_000)),
        _ => None,
    };
    for (text, four) in [
        ("a year", false),
        ("per year", false),
        ("each year", false),
        ("yearly", false),
        ("340k a year", false),
        ("over four years", true),
        ("over all 4 years", true),
        ("the whole", true),
        ("in total", true),
        ("1", false),
        ("2", true),
    ] {
        assert_eq!(of(text), Some(four), "{text}");
    }
    let grant = Doubt::GrantPerYear { amount: amount() };
    for (text, value) in [
        ("One year", 360_000),
        ("The whole grant", 90_000),
        ("of one year", 360_000),
        ("the grant over four years", 90_000),
    ] {
        assert_eq!(
            grant.settled_by(text),
            Some(Settled::As(Answer::Grant(Grant::Dollars(Money::dollars(value))))),
            "{text}"
        );
    }
}

#[test]
fn only_a_yes_or_no_question_is_settled_by_one() {
    let (typed, likely) = (Answer::Base(Money::dollars(18_500)), Answer::Base(Money::dollars(185_000)));
    let zeros = Doubt::Zeros { typed: typed.clone(), likely: likely.clone() };
    // "No" may mean neither.
    assert_eq!((zeros.yes_or_no(true), zeros.yes_or_no(false)), (Some(likely.clone()), None));
    assert_eq!(zeros.typed_again(), Some(typed.clone()));
    assert_eq!(zeros.settled_by("No, as I wrote"), Some(Settled::As(typed)));
    assert_eq!(zeros.settled_by("Yes, that"), Some(Settled::As(likely)));
    for doubt in [split(), firmness(), Doubt::SharePrice { count: 5 }, Doubt::WalkAwayUnit { amount: amount() }] {
        assert_eq!((doubt.yes_or_no(true), doubt.yes_or_no(false)), (None, None));
    }
}

#[test]
fn a_price_in_a_sentence_completes_its_shares() {
    let doubt = Doubt::SharePrice { count: 1_510 };
    for text in ["they used 229.40", "the price was 229.40", "at 229.40 a share", "229.40 i think"] {
        assert_eq!(doubt.in_full(text), "1510 shares @ $229.40", "{text}");
    }
    for text in ["dec 7", "250 shares", "sign on 90", "two prices 220 or 230", "skip"] {
        assert_eq!(doubt.in_full(text), text);
    }
}

#[test]
fn half_of_the_sum_in_each_year_is_half_and_the_rest_is_the_rest() {
    let doubt = Doubt::SignOnSplit { amount: Money::dollars(150_000) };
    let sign_on = |year_1: i64, year_2: i64| {
        Some(Settled::As(Answer::SignOn(SignOn { year_1: Money::dollars(year_1), year_2: Money::dollars(year_2) })))
    };
    for text in ["75k each year", "75k each", "75 in each year", "each year 75k"] {
        assert_eq!(doubt.settled_by(text), sign_on(75_000, 75_000), "{text}");
    }
    assert_eq!(doubt.settled_by("150k each year"), sign_on(150_000, 150_000));
    assert_eq!(doubt.settled_by("60k each year"), None);
    for text in ["80k first year and the rest second", "80k now, remainder next year", "80 first, rest second"] {
        assert_eq!(doubt.in_full(text), "$80,000 / $70,000", "{text}");
    }
}
