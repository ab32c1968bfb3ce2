//! Several answers in one message, and figures one by one.

use super::*;
use crate::money::Money;

#[test]
fn several_fields_in_one_message() {
    check(
        Field::Level,
        &[
            (
                "L6 seattle base 185k, sign on 90/70, 1400 rsus at 182, reply by friday, start march 14, google written 450k",
                "level L6 | in Seattle | base $185,000 | sign-on $90,000/$70,000 | grant 1400@$182 | start 2027-03-14 | reply 2026-11-27 | Google: written $450,000",
            ),
            (
                "L6 seattle base 185k sign on 90/70 1400 rsus at 182",
                "level L6 | in Seattle | base $185,000 | sign-on $90,000/$70,000 | grant 1400@$182",
            ),
            (
                "185k base, 90/70 sign on and 400k in stock, L7 in sf",
                "level L7 | in the Bay Area | base $185,000 | sign-on $90,000/$70,000 | grant $400,000",
            ),
            (
                "Level: L6\nLocation: Denver, CO\nBase: $185,000\nSign-on: $90,000 / $70,000\nRSUs: 1,400 shares @ $182.50\nDeadline: 12/4\nUnvested: 120k\nMinimum: 1.36m",
                "level L6 | in Denver, CO | base $185,000 | sign-on $90,000/$70,000 | grant 1400@$182.50 | reply 2026-12-04 | left $120,000 | walk $1,360,000",
            ),
        ],
    );
    check(
        Field::Base,
        &[
            ("base 185k, sign on 90/70, 1400 rsus at 182", "base $185,000 | sign-on $90,000/$70,000 | grant 1400@$182"),
            (
                "base is 185k and sign on is 90k first year, 70k second year and 1400 rsus at 182.5",
                "base $185,000 | sign-on $90,000/$70,000 | grant 1400@$182.50",
            ),
            ("185k 90/70 sign on", "base $185,000 | sign-on $90,000/$70,000"),
            ("185k and 90k sign on", "base $185,000 | split $90,000?"),
            ("185k 90k sign on", "base $185,000 | split $90,000?"),
            ("185k and 90/70 sign on", "base $185,000 | sign-on $90,000/$70,000"),
            ("185k no sign on", "base $185,000 | sign-on $0/$0"),
            ("185k, sign on 90/70", "base $185,000 | sign-on $90,000/$70,000"),
            ("185k, sign on 90k, 70k", "base $185,000 | sign-on $90,000/$70,000"),
            ("base 185k, 1400 shares", "base $185,000 | price of 1400?"),
            ("base 185k 1400 rsus at 182", "base $185,000 | grant 1400@$182"),
            ("base 185k, sign on 100k, 1400 shares", "base $185,000 | split $100,000? | problem"),
            ("base 185k, the moon is nice", "base $185,000 | problem"),
            ("base 185k, base 195k", "problem"),
            ("google 450k, base 210k", "how firm is Google $450,000? | problem"),
            ("sign on 90/70", "sign-on $90,000/$70,000"),
            ("reply by March 14, 2027", "reply 2027-03-14"),
            ("leaving google, 120k unvested", "left $120,000"),
            ("walk away 340k a year", "walk $1,360,000"),
        ],
    );
    let named = problem(Field::Base, "base 185k, the moon is nice");
    insta::assert_snapshot!(named, @r#"I left out "moon": I don't know where it belongs."#);
}

#[test]
fn a_known_level_narrows_what_is_usual() {
    let draft = OfferDraft { level: Some(Level::l6()), ..OfferDraft::default() };
    let reading = read_answer(Some(Field::Grant), "2.2m", &draft, today());
    assert_eq!(line(&reading), "grant $2,200,000? or grant $220,000?");
    assert_eq!(line(&read(Field::Grant, "2.2m")), "grant $2,200,000");
}

#[test]
fn a_year_of_the_sign_on_beside_what_stays_is_plain() {
    let sign_on = SignOn { year_1: Money::dollars(90_000), year_2: Money::dollars(70_000) };
    let draft = OfferDraft { sign_on: Some(sign_on), level: Some(Level::l6()), ..OfferDraft::default() };
    let reading = read_answer(None, "base stays 190 but sign on yr 1 is 100k now", &draft, today());
    assert_eq!(reading.problems, []);
    assert_eq!(line(&reading), "base $190,000 | sign-on $100,000/$70,000");
}

#[test]
fn two_currencies_in_one_message_are_asked_about() {
    let draft = OfferDraft { currency: "CAD".parse().expect("a code"), ..OfferDraft::default() };
    for text in ["180k CAD, rsu 260k usd", "rsu 260k usd", "base 180k, sign on 40k eur", "US$190k"] {
        let reading = read_answer(Some(Field::Base), text, &draft, today());
        assert_eq!(line(&reading), "problem", "{text}");
    }
    let reading = read_answer(Some(Field::Base), "C$180k", &draft, today());
    assert_eq!(reading.problems, []);
}

#[test]
fn a_new_base_in_another_currency_is_plain() {
    let draft =
        OfferDraft { currency: "CAD".parse().expect("a code"), level: Some(Level::l6()), ..OfferDraft::default() };
    let reading = read_answer(None, "they came back with 160k base", &draft, today());
    assert_eq!(reading.problems, []);
    assert_eq!(line(&reading), "base C$160,000");
}

#[test]
fn beside_another_currency_a_day_in_figures_may_stand_before_its_month() {
    let draft = OfferDraft { currency: "GBP".parse().expect("a code"), ..OfferDraft::default() };
    for (text, expected) in [
        ("1/2/2027", "problem"),
        ("4/1", "problem"),
        ("1/18/2027", "start 2027-01-18"),
        ("2/2/2027", "start 2027-02-02"),
    ] {
        assert_eq!(line(&read_answer(Some(Field::StartDate), text, &draft, today())), expected, "{text}");
    }
}

#[test]
fn figures_given_one_by_one() {
    assert_eq!(read_amount_for(Field::Base, "200000", None), Ok((Money::dollars(200_000), None)));
    assert_eq!(read_amount_for(Field::SignOn, "90", None), Ok((Money::dollars(90_000), None)));
    assert_eq!(read_amount_for(Field::SignOn, "none", None), Ok((Money::ZERO, None)));
    assert!(matches!(read_amount_for(Field::SignOn, "9k", None), Ok((_, Some(Doubt::Zeros { .. })))));
    assert!(read_amount_for(Field::SignOn, "90/70", None).is_err());
    assert!(read_amount_for(Field::Grant, "90", None).is_err());
    assert_eq!(line(&read_sign_on_years("90k", "0", None)), "sign-on $90,000/$0");
    assert_eq!(line(&read_sign_on_years("900k", "70", None)), "sign-on $900,000/$70,000? or sign-on $90,000/$70,000?");
    for (text, price, expected) in [
        ("200k", None, "grant $200,000"),
        ("200000", Some(""), "grant $200,000"),
        ("2200 shares", Some("182.50"), "grant 2200@$182.50"),
        ("2200", Some("$182.50"), "grant 2200@$182.50"),
        ("2200 shares", None, "price of 2200?"),
        ("200k", Some("182.50"), "problem"),
        ("2200 shares", Some("cheap"), "problem"),
    ] {
        assert_eq!(line(&read_grant(text, price, None)), expected, "{text} {price:?}");
    }
}

/// An offer whose pay is known, with nothing else.
fn known() -> OfferDraft {
    OfferDraft {
        level: Some(Level::l6()),
        base: Some(Money::dollars(190_000)),
        sign_on: Some(SignOn { year_1: Money::dollars(80_000), year_2: Money::dollars(60_000) }),
        grant: Some(Grant::Dollars(Money::dollars(400_000))),
        ..OfferDraft::default()
    }
}

#[test]
fn a_figure_that_gives_up_one_on_file_takes_its_place() {
    for (asked, text, expected) in [
        (None, "not 80/60 but 90/60", "sign-on $90,000/$60,000"),
        (None, "base from 190 to 195", "base $195,000"),
        (None, "base is not 190k, it's 195k", "base $195,000"),
        (None, "RSUs went from 400 to 440", "grant $440,000"),
        (None, "rsu is 420 not 400", "grant $420,000"),
        (Some(Field::StartDate), "no wait its 195k", "base $195,000"),
        (Some(Field::StartDate), "actually 205k", "base $205,000"),
        (Some(Field::StartDate), "now it's 205k", "base $205,000"),
        (Some(Field::StartDate), "sorry, 90/65", "sign-on $90,000/$65,000"),
        (Some(Field::StartDate), "no wait its 195k", "base $195,000"),
        (None, "actually 75k", "problem"),
        (None, "actually jan 18", "problem"),
        (None, "my friend got 195 not 190", "problem"),
    ] {
        assert_eq!(line(&read_answer(asked, text, &known(), today())), expected, "{text}");
    }
    let base = OfferDraft { base: Some(Money::dollars(190_000)), ..OfferDraft::default() };
    assert_eq!(line(&read_answer(Some(Field::Level), "no wait its 195k", &base, today())), "base $195,000");
    assert_eq!(line(&read_answer(Some(Field::SignOn), "sorry 90/70", &base, today())), "sign-on $90,000/$70,000");
}

#[test]
fn a_denied_year_of_the_sign_on_leaves_the_other() {
    for text in ["no sign on in year 2", "there's no sign on in year 2", "oh and they said no sign on in year 2"] {
        assert_eq!(line(&read_answer(None, text, &known(), today())), "sign-on $80,000/$0", "{text}");
    }
    assert_eq!(line(&read_answer(None, "no sign on in the first year", &known(), today())), "sign-on $0/$60,000");
    assert_eq!(line(&read_answer(None, "no sign on", &known(), today())), "sign-on $0/$0");
}

#[test]
fn a_day_is_moved_from_the_one_on_file() {
    let on_file = OfferDraft {
        start_date: Some(jiff::civil::date(2027, 1, 11)),
        reply_by: Some(jiff::civil::date(2026, 12, 8)),
        ..known()
    };
    for (text, expected) in [
        ("start date moved back 2 weeks", "start 2027-01-25"),
        ("start date pushed by a week", "start 2027-01-18"),
        ("deadline extended by a week", "reply 2026-12-15"),
        ("deadline got extended by 3 days", "reply 2026-12-11"),
        ("deadline postponed 2 days", "reply 2026-12-10"),
        ("they gave me 3 more days on the deadline", "reply 2026-12-11"),
        ("deadline moved 2 days", "problem"),
        ("start date 2 weeks earlier", "problem"),
        ("deadline pushed to tomorrow", "problem"),
        ("deadline extended to dec 15", "reply 2026-12-15"),
        ("deadline in 2 weeks", "reply 2026-12-08"),
    ] {
        let read = line(&read_answer(None, text, &on_file, today()));
        let told = if text.starts_with("deadline in") {
            line(&read_answer(None, text, &known(), today()))
        } else {
            expected.to_owned()
        };
        assert_eq!(read, told, "{text}");
    }
    for text in ["start date pushed by 2 weeks", "deadline extended by a week"] {
        assert_eq!(line(&read_answer(None, text, &known(), today())), "problem", "{text}");
    }
    let asked = read_answer(Some(Field::ReplyBy), "it was dec 4 but they extended by a week", &known(), today());
    assert_eq!(line(&asked), "reply 2026-12-11");
}

#[test]
fn figures_beside_a_question_are_read() {
    for (asked, text, expected) in [
        (Field::Base, "190k. Is that low?", "base $190,000 | problem"),
        (Field::Grant, "400k, is that ok?", "grant $400,000 | problem"),
        (Field::ReplyBy, "dec 8, is that short?", "reply 2026-12-08 | problem"),
        (
            Field::Level,
            "can you tell me if my offer is good? L6 seattle 190 base",
            "level L6 | in Seattle | base $190,000 | problem",
        ),
        (
            Field::Level,
            "L6 seattle base 190k sign on 80/60 rsu 400k. is that good?",
            "level L6 | in Seattle | base $190,000 | sign-on $80,000/$60,000 | grant $400,000 | problem",
        ),
        (Field::Base, "is 190k good?", "problem"),
        (Field::Base, "190k is low, should i ask for 210k?", "problem"),
        (Field::Base, "what if they give 200k, is that good?", "problem"),
    ] {
        assert_eq!(line(&read(asked, text)), expected, "{text}");
    }
}

#[test]
fn what_a_grant_is_worth_now_is_no_new_offer() {
    for text in ["my rsus are worth 350k now", "stock fell, the grant is only worth 360k", "rsus are now worth 350k"] {
        assert_eq!(line(&read_answer(None, text, &known(), today())), "problem", "{text}");
    }
    let told = read_answer(None, "rsus worth 430k", &known(), today());
    assert_eq!(line(&told), "grant $430,000");
}

#[test]
fn an_answer_that_they_want_may_be_the_other_employers() {
    let google = OtherOffer {
        company: "Google".into(),
        firmness: Some(Firmness::Written),
        a_year: Some(Money::dollars(430_000)),
        reply_by: None,
        figures: None,
    };
    let on_file = OfferDraft { reply_by: Some(jiff::civil::date(2026, 12, 20)), competing: vec![google], ..known() };
    let read = |text: &str| line(&read_answer(Some(Field::LeftBehind), text, &on_file, today()));
    assert_eq!(read("they need an answer by dec 6"), "problem");
    assert_eq!(read("amazon needs an answer by dec 6"), "reply 2026-12-06");
    assert_eq!(read("they extended the deadline to dec 22"), "reply 2026-12-22");
}
