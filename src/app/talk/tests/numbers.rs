//! Figures that no question asked for.

use super::*;

#[test]
fn new_numbers_are_known_where_nothing_is_asked() {
    let mut wrong = Vec::new();
    for text in [
        "they came back with 205k base and 430k stock, final",
        "recruiter came back with 205k base and 430k stock",
        "recruiter raised base to 210k",
        "base is now 210k",
        "they raised base to 210k",
        "base is 210k",
        "new base 212,500",
        "base 210k, sign on 110/70",
        "they bumped the sign on to 110k and 80k",
        "rsus now 450k",
        "grant is now 450k",
        "sign on 110/70 now",
        "base went up to 215k",
        "they moved base to 210k and stock to 450k",
        "final offer: base 210k, rsu 430k",
        "stock 430k now, base stays 200k",
        "recruiter says base 208k",
        "updated offer: 210k base, 100/70 sign on, 440k RSUs",
        "they lowered the grant to 380k",
        "ok so base is now 210k!",
        "the base is actually 185 not 190",
        "sign on is 95/70 not 90/70",
        "base is 195k, not 190k",
        "base stays 190 but sign on yr 1 is 100k now",
        "rsu 400k -> 430k",
        "base 190 => 205",
    ] {
        if taken_for(text, &State::Idle, true) != "numbers" {
            wrong.push((text, read_answer(None, text, &OfferDraft::default(), TODAY)));
        }
    }
    assert_eq!(wrong, []);
}

#[test]
fn wishes_questions_and_others_offers_are_no_new_numbers() {
    for text in [
        "i want 220k base",
        "should I ask for 220k base?",
        "what if they offer 210k base?",
        "I asked for 220k base",
        "I countered with base 220k and 450k stock",
        "is 200k base good for L6?",
        "base 220k would be great if they agree",
        "google offered base 210k and 500k stock",
        "I have a google offer with 210k base",
        "my current base is 180k",
        "i make 180k base now",
        "could they do 215k base?",
        "hoping for 215k base",
        "can I get base 220k?",
        "maybe base 215k",
        "levels fyi says base 215k",
        "a friend got 215k base",
        "210k",
        "base",
        "they said 210",
    ] {
        let taken = taken_for(text, &State::Idle, true);
        assert_ne!(taken, "numbers", "{text}");
    }
}

#[test]
fn what_was_added_is_no_new_figure() {
    let known = OfferDraft::default();
    let signs = Tables::shipped().topics.signs();
    for text in [
        "they increased my sign on by 20k",
        "they added 20k to the sign on",
        "base +10k",
        "they gave me 10k more base",
        "20k more sign on",
        "they bumped the stock by $30,000",
        "another 20k in stock",
    ] {
        let numbers = super::super::numbers::read(text, signs, &known, None, TODAY).unwrap_or_else(|| panic!("{text}"));
        assert!(numbers.difference && numbers.answers.is_empty() && numbers.doubt.is_none(), "{text}: {numbers:?}");
        assert_ne!(taken_for(text, &State::Idle, false), "numbers", "{text}");
    }
    for text in ["base is now 210k", "205k base and 430k stock by december 4", "reply by 4 december, base 210k"] {
        let numbers = super::super::numbers::read(text, signs, &known, None, TODAY).unwrap_or_else(|| panic!("{text}"));
        assert!(!numbers.difference, "{text}");
    }
}

#[test]
fn a_detail_of_a_saved_offer_is_known_where_nothing_is_asked() {
    for text in [
        "my deadline is friday",
        "reply by december 4",
        "start date is january 11",
        "i leave behind 80k",
        "they gave me until december 16",
        "actually its L7",
        "change location to nyc",
        "the level should be L5",
        "location is wrong, its austin",
    ] {
        assert_eq!(taken_for(text, &State::Idle, true), "detail", "{text}");
        assert_ne!(taken_for(text, &State::Idle, false), "detail", "{text}");
        assert_ne!(taken_for(text, &at(Field::Base), true), "detail", "{text}");
    }
    for text in ["is the deadline friday?", "what if I start in march?", "i want until december 4", "seattle", "friday"]
    {
        assert_ne!(taken_for(text, &State::Idle, true), "detail", "{text}");
    }
}

#[test]
fn ranges_asked_for_in_a_sentence_are_no_offer() {
    for has_offer in [true, false] {
        let taken = taken_for("show me the ranges for L6 in Seattle", &State::Idle, has_offer);
        assert_eq!(taken, "/bands level=L6 location=Seattle");
    }
}

#[test]
fn an_offer_on_one_line_begins_one_where_there_is_none() {
    for text in [
        "L6 seattle base 200k sign on 90/70 400k rsus",
        "L7 Seattle base 250k, sign on 100/50, 500k rsu",
        "base 200k",
        "L6",
        "L6, Austin",
        "i got an L6 offer in seattle: 190k base, 80/60 sign on, 350k stock",
    ] {
        assert_eq!(taken_for(text, &State::Idle, false), "numbers", "{text}");
        assert_ne!(taken_for(text, &at(Field::Level), false), "letter", "{text}");
    }
    for text in ["seattle", "base", "L", "hello L"] {
        assert_ne!(taken_for(text, &State::Idle, false), "numbers", "{text}");
    }
}

#[test]
fn at_a_question_figures_are_the_questions() {
    for text in ["base is now 210k", "they came back with 205k base and 430k stock", "sign on 110/70"] {
        for field in Field::ALL {
            assert_eq!(taken_for(text, &at(*field), true), "unknown", "{text} at {field}");
        }
    }
    let case = at_case(CaseQuestion::Achievement);
    assert_eq!(taken_for("recruiter raised base to 210k", &case, true), "numbers");
    assert_eq!(taken_for("cut our storage bill by 30 % and saved 400k a year", &case, true), "unknown");
}
