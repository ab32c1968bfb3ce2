//! Random texts, in any order and of any length.

use super::*;
use crate::money::Money;

fn spellings(thousands: i64) -> Vec<String> {
    let money = Money::dollars(thousands * 1_000);
    vec![
        format!("{thousands}k"),
        format!("{thousands} K"),
        format!("${thousands}k"),
        money.to_string(),
        money.to_string().replace('$', ""),
        (thousands * 1_000).to_string(),
        format!("{}.{:03}m", thousands / 1_000, thousands % 1_000),
        format!("{thousands} thousand"),
        money.to_string().replace('$', "USD "),
    ]
}

proptest! {
    #[test]
    fn every_spelling_of_a_base_is_the_same_base(thousands in 90i64..400) {
        for text in spellings(thousands) {
            prop_assert_eq!(read(Field::Base, &text).answers, vec![Answer::Base(Money::dollars(thousands * 1_000))], "{}", text);
        }
    }

    #[test]
    fn every_spelling_of_a_grant_is_the_same_grant(thousands in 100i64..4_000) {
        for text in spellings(thousands) {
            let grant = Answer::Grant(Grant::Dollars(Money::dollars(thousands * 1_000)));
            prop_assert_eq!(read(Field::Grant, &text).answers, vec![grant], "{}", text);
        }
    }

    #[test]
    fn every_spelling_of_a_sign_on_is_the_same(one in 10i64..500, two in 10i64..500) {
        let expected = Answer::SignOn(SignOn { year_1: Money::dollars(one * 1_000), year_2: Money::dollars(two * 1_000) });
        for text in [format!("{one}/{two}"), format!("{one}k + {two}k"), format!("{one}k year 1, {two}k year 2"), format!("${one},000 and ${two},000")] {
            prop_assert_eq!(read(Field::SignOn, &text).answers, vec![expected.clone()], "{}", text);
        }
    }

    #[test]
    fn a_day_reads_back(days in 0i32..360) {
        let day = today().checked_add(jiff::Span::new().days(days)).expect("near");
        for format in ["%Y-%m-%d", "%-m/%-d/%Y", "%m/%d", "%B %-d", "%-d %b %Y", "%A, %B %-d, %Y"] {
            let text = day.strftime(format).to_string();
            // A deadline nearly half a year off is asked about unless its year is said.
            if days > 150 && !format.contains("%Y") {
                let reading = read(Field::ReplyBy, &text);
                prop_assert!(reading.answers.is_empty() && !reading.problems.is_empty(), "{}", text);
                continue;
            }
            prop_assert_eq!(read(Field::ReplyBy, &text).answers, vec![Answer::ReplyBy(day)], "{}", text);
        }
    }

    #[test]
    fn fields_may_come_in_any_order(
        (base, one, two, count, price) in (120i64..350, 20i64..400, 20i64..400, 1_500u32..9_000, 120i64..400),
        order in Just((0..7).collect::<Vec<usize>>()).prop_shuffle(),
        separator in prop::sample::select(vec![", ", "; ", "\n", " ", " and "]),
        trailing in any::<bool>(),
    ) {
        let parts = [
            "L7".to_owned(),
            "seattle".to_owned(),
            if trailing { format!("{base}k base") } else { format!("base {base}k") },
            if trailing { format!("{one}/{two} sign on") } else { format!("sign on {one}/{two}") },
            format!("{count} rsus at {price}"),
            "start march 14".to_owned(),
            "reply by friday".to_owned(),
        ];
        let text = order.iter().map(|index| parts[*index].as_str()).collect::<Vec<_>>().join(separator);
        let expected = format!("level L7 | in Seattle | base ${base},000 | sign-on ${one},000/${two},000 | grant {count}@${price} | start 2027-03-14 | reply 2026-11-27");
        prop_assert_eq!(line(&read(Field::Written, &text)), expected, "{}", text);
    }
}

proptest! {
    // Each text is read once for every field.
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn no_text_panics_for_any_field(text in "(\\PC|[0-9$k/,.@ \n-]|base |sign on |rsus |at |google |written |by |friday |march |seattle |no ){0,60}") {
        for &field in Field::ALL {
            let reading = read(field, &text);
            prop_assert!(reading != Reading::default(), "nothing said about {:?}", text);
        }
    }
}

#[test]
fn long_texts_are_answered() {
    let pieces = [
        "185k ",
        "base ",
        "a;",
        "1,",
        "-",
        "$",
        "google;",
        "9/",
        "seattle, ",
        "\u{202e}",
        "x",
        "march ",
        "(",
        "90 000 000 ",
    ];
    for (nth, piece) in pieces.into_iter().enumerate() {
        let text = piece.repeat(4_000 / piece.len());
        // Each piece for a third of the fields, so that each field meets a third of the pieces.
        for &field in Field::ALL.iter().skip(nth % 3).step_by(3) {
            let reading = read(field, &text);
            assert!(crate::words::problems(&reading.problems).len() < 1_500, "{field} {piece}");
        }
    }
}
