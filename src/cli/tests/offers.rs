//! What an offer's line may hold besides its figures, and figures that can't be any.

use jiff::Timestamp;
use serde_json::{Map, Value, json};

use crate::analysis::test_offers;
use crate::cli::analyze::analyse_line;
use crate::cli::counter::counter_line;

/// A whole offer with these keys in place of its own.
fn with(changed: &Value) -> String {
    let mut line: Map<String, Value> = serde_json::from_str(
        r#"{"level":"L6","city":"Seattle","base":200000,"sign_on_year_1":90000,"sign_on_year_2":60000,"rsu_grant":400000}"#,
    )
    .expect("JSON");
    line.extend(changed.as_object().expect("an object").clone());
    Value::Object(line).to_string()
}

fn answer(changed: &Value) -> Result<Value, String> {
    let bands = test_offers::bands();
    let now: Timestamp = "2026-11-23T12:00:00Z".parse().expect("a moment");
    let line = with(changed);
    let analysis = analyse_line(&line, &bands, now).map_err(|error| error.to_string());
    let plan = counter_line(&line, &bands, now).map_err(|error| error.to_string());
    assert_eq!(plan.as_ref().err(), analysis.as_ref().err(), "both commands take the same lines");
    analysis.map(|answer| serde_json::from_str(&answer).expect("JSON"))
}

#[track_caller]
fn check_years(changed: &Value, years: &str) {
    let answer = answer(changed).unwrap_or_else(|error| panic!("{changed}: {error}"));
    assert_eq!(answer["years"].to_string(), years, "{changed}");
    assert_eq!(answer["ignored"], Value::Null, "{changed}");
}

const YEARS: &str = "[310000,320000,360000,360000]";

#[test]
fn a_bare_or_dotted_figure_is_thousands_as_in_the_conversation() {
    for base in
        [json!("200.000"), json!("$200.000"), json!(200), json!("200"), json!("200k"), json!("0.2m"), json!(2e5)]
    {
        check_years(&json!({"base": base}), YEARS);
    }
    check_years(
        &json!({"base": "185.000", "sign_on_year_1": "90.000", "sign_on_year_2": "70.000", "rsu_grant": "400.000"}),
        "[295000,315000,345000,345000]",
    );
    check_years(&json!({"sign_on_year_1": 90, "sign_on_year_2": "60", "rsu_grant": 400}), YEARS);
    check_years(&json!({"rsu_grant": "1.150.000"}), "[347500,432500,660000,660000]");
    check_years(&json!({"base": 185.5, "rsu_grant": "0"}), "[275500,245500,185500,185500]");
    check_years(&json!({"sign_on_year_1": 0, "sign_on_year_2": "0"}), "[220000,260000,360000,360000]");
    check_years(&json!({"base": "200000.50"}), "[310000.5,320000.5,360000.5,360000.5]");
}

#[test]
fn an_amount_is_read_as_the_conversation_reads_it() {
    for base in [
        "two hundred k",
        "200 thousand",
        "２００k",
        "200k usd",
        "$200k",
        "US$200,000",
        "200,000.00",
        "0.2 million",
        "200 000",
        "~200k",
        "about 200k",
        "two hundred thousand dollars",
        "200K",
        "200 grand",
    ] {
        check_years(&json!({"base": base}), YEARS);
        let typed = crate::reading::read_amount_for(crate::offer::Field::Base, base, None);
        assert_eq!(typed.map(|(amount, _)| amount.to_string()), Ok("$200,000".into()), "{base}");
    }
    for base in ["low 200s", "200k-210k", "200%", "200k or 210k", "12/4/2026", "200k eur", "lots", "2x100k", "-200k"] {
        assert!(answer(&json!({"base": base})).is_err(), "{base}");
        let typed = crate::reading::read_amount_for(crate::offer::Field::Base, base, None);
        assert!(typed.is_err(), "{base}");
    }
    for price in ["182.50", "$182.50", "182.50 a share", "at 182.50 each", "182.50 usd"] {
        check_years(
            &json!({"rsu_grant": null, "rsu_shares": 2000, "share_price": price}),
            "[308250,314750,346000,346000]",
        );
    }
}

#[test]
fn a_figure_that_is_no_pay_is_refused_by_its_key() {
    let refused: Vec<String> = [
        json!({"base": "185.000,00"}),
        json!({"base": "185,5k"}),
        json!({"base": "$185"}),
        json!({"base": 1850}),
        json!({"base": 0}),
        json!({"sign_on_year_1": "$90"}),
        json!({"sign_on_year_2": 0.5}),
        json!({"rsu_grant": "$400"}),
        json!({"base": "€185k"}),
        json!({"base": "x".repeat(4_000)}),
    ]
    .iter()
    .map(|changed| answer(changed).expect_err("no pay"))
    .collect();
    insta::assert_snapshot!(refused.join("\n"), @r#"
    base: "185.000,00" is not an amount: I can't read that as one amount; write 200000 or "200k"
    base: "185,5k" is not an amount: I can't read that as one amount; write 200000 or "200k"
    base: $185 a year is no salary; write 185000 or "185k"
    base: $1,850 a year is no salary; write 185000 or "185k"
    base must be above zero
    sign_on_year_1: $90 is no such pay; write 90000 or "90k", or 0
    sign_on_year_2: $500 is no such pay; write 90000 or "90k", or 0
    rsu_grant: $400 is no such pay; write 90000 or "90k", or 0
    base: "€185k" is not an amount: that looks like another currency; write 200000 or "200k"
    base: "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…" is not an amount: I see no amount there; write 200000 or "200k"
    "#);
}

#[test]
fn location_is_another_name_for_city() {
    for place in [
        json!({"city": null, "location": "Seattle"}),
        json!({"city": "Seattle", "location": null}),
        json!({"city": "Seattle", "location": "Bellevue"}),
        json!({"city": "Seattle, WA", "location": "seattle"}),
    ] {
        let answer = answer(&place).expect("one place");
        assert_eq!(answer["percentile"].to_string(), "54.37", "{place}");
    }
    let percentile = answer(&json!({"city": null, "location": "Bay_Area"})).expect("a place")["percentile"].clone();
    assert_eq!(percentile, answer(&json!({"city": "sf"})).expect("a place")["percentile"]);
    for (city, location, error) in [
        ("Seattle", "Bay_Area", "city says Seattle and location says the Bay Area: give one of them"),
        ("Denver, CO", "Austin", "city says Denver, CO and location says Austin: give one of them"),
        ("Denver, CO", "Boston", "city says Denver, CO and location says Boston: give one of them"),
    ] {
        assert_eq!(answer(&json!({"city": city, "location": location})).expect_err("two places"), error);
    }
}

#[test]
fn every_key_may_be_null_where_it_may_be_absent() {
    let nulls: Map<String, Value> = [
        "company",
        "role",
        "location",
        "currency",
        "rsu_shares",
        "share_price",
        "vesting",
        "start_date",
        "reply_by",
        "written",
        "sign_on_paid",
        "sign_on_repaid",
        "posted_base",
        "stated_totals",
        "competing",
        "quotes",
        "questions",
        "unclear",
        "unused",
        "growth",
        "target",
        "walk_away",
        "refreshers",
        "hours",
    ]
    .into_iter()
    .map(|key| (key.to_owned(), Value::Null))
    .collect();
    check_years(&Value::Object(nulls), YEARS);
    for key in ["level", "base", "sign_on_year_1", "sign_on_year_2"] {
        let error = answer(&json!({key: null})).expect_err("it is needed");
        assert!(error.starts_with(&format!("{key} is missing")), "{error}");
    }
}

#[test]
fn what_read_tells_besides_is_taken() {
    check_years(
        &json!({
            "company": "Amazon", "role": "SDE", "currency": "USD", "written": true, "start_date": "2027-01-11",
            "reply_by": "2026-12-04", "sign_on_paid": "lump_sum", "sign_on_repaid": "pro_rata",
            "posted_base": [183_700, 319_800], "stated_totals": [320_000],
            "competing": [{"company": "Google", "firmness": "written", "amount": 450_000}, {"company": "Stripe", "firmness": null, "amount": null}],
            "quotes": {"base": "Base: $200,000"}, "questions": ["How firm?"], "unclear": [], "unused": ["Dear Sam"],
        }),
        YEARS,
    );
    let warned = |changed: Value| answer(&changed).expect("an offer")["warnings"].to_string();
    assert!(warned(json!({})).contains("repayment_terms_unknown"));
    assert!(!warned(json!({"sign_on_paid": "lump_sum", "sign_on_repaid": "full"})).contains("repayment_terms_unknown"));
    assert!(
        warned(json!({"sign_on_paid": "lump_sum", "sign_on_repaid": "not_said"})).contains("repayment_terms_unknown")
    );
    assert!(warned(json!({"reply_by": "2026-11-24"})).contains("exploding_deadline"));
    assert!(!warned(json!({"reply_by": "2026-12-24"})).contains("exploding_deadline"));
    assert!(warned(json!({"written": false})).contains("no_written_offer"));
    assert!(!warned(json!({"written": true})).contains("no_written_offer"));
}

#[test]
fn what_is_wrong_with_them_is_said() {
    let refused: Vec<String> = [
        json!({"currency": "doubloons"}),
        json!({"posted_base": [183_700]}),
        json!({"posted_base": [319_800, 183_700]}),
        json!({"start_date": "January 11"}),
        json!({"reply_by": "2026-02-30"}),
        json!({"written": "perhaps"}),
        json!({"sign_on_paid": "weekly"}),
        json!({"sign_on_repaid": "half"}),
        json!({"competing": [{"company": "Google", "firmness": "sure"}]}),
        json!({"competing": "Google"}),
        json!({"competing": [{"firmness": "written"}]}),
        json!({"competing": [{"company": "Google", "level": "L6"}]}),
    ]
    .iter()
    .map(|changed| answer(changed).expect_err("a bad line"))
    .collect();
    insta::assert_snapshot!(refused.join("\n"), @r#"
    I know no currency "doubloons"; send a code such as USD or CAD
    posted_base: two amounts a year are needed, such as [183700, 319800]
    posted_base: the lower amount comes first
    start_date: "January 11" is not a day; write 2026-12-04
    reply_by: "2026-02-30" is not a day; write 2026-12-04
    written: a boolean is needed here
    sign_on_paid: "weekly" is none of lump_sum, monthly
    sign_on_repaid: "half" is none of pro_rata, full, nothing, not_said
    competing: "sure" is none of written, verbal, in_process
    competing: a sequence is needed here
    competing: missing field `company`
    competing: one of `company`, `firmness`, `amount` is needed here
    "#);
}

#[test]
fn a_key_that_means_nothing_is_named_in_short() {
    let long = format!("k\u{202e}{}", "x".repeat(4_000));
    let ignored = answer(&json!({long: 1, "luck": 7})).expect("an offer")["ignored"].to_string();
    assert_eq!(ignored, format!("[\"k{}…\",\"luck\"]", "x".repeat(38)));
}

#[test]
fn whatever_a_key_holds_is_said_back_short_and_clean() {
    let keys = [
        "level",
        "company",
        "role",
        "city",
        "location",
        "currency",
        "base",
        "sign_on_year_1",
        "sign_on_year_2",
        "rsu_grant",
        "rsu_shares",
        "share_price",
        "vesting",
        "start_date",
        "reply_by",
        "written",
        "sign_on_paid",
        "sign_on_repaid",
        "posted_base",
        "competing",
        "growth",
        "target",
        "walk_away",
        "refreshers",
        "hours",
    ];
    let typed =
        ["x".repeat(4_000), format!("\u{202e}\0\u{1b}[31m\u{2066}{}", "x".repeat(60)), "\u{200b}\u{feff}".to_owned()];
    for key in keys {
        for text in &typed {
            for value in [json!(text), json!([text]), json!([{"company": text, "firmness": text}]), json!({text: 1})] {
                let said = match answer(&json!({key: value})) {
                    Ok(answer) => answer.to_string(),
                    Err(error) => error,
                };
                assert!(!said.contains(&"x".repeat(41)), "{key}: {said}");
                let mark = said.chars().find(|c| c.is_control() || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}'));
                assert_eq!(mark, None, "{key}: {said}");
            }
        }
    }
}
