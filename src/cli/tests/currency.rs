//! The key `currency`: amounts in another one than US dollars.

use jiff::Timestamp;
use serde_json::Value;

use crate::analysis::test_offers;
use crate::cli::analyze::analyse_line;
use crate::cli::counter::counter_line;

const TORONTO: &str = r#"{"level":"L6","city":"Toronto","currency":"CAD","base":130000,"sign_on_year_1":44000,
    "sign_on_year_2":38000,"rsu_grant":660000}"#;

fn now() -> Timestamp {
    "2026-11-23T12:00:00Z".parse().expect("a moment")
}

fn analysed(line: &str) -> Result<Value, String> {
    let answer = analyse_line(line, &test_offers::bands(), now()).map_err(|error| error.to_string())?;
    Ok(serde_json::from_str(&answer).expect("JSON"))
}

#[test]
fn amounts_in_it_have_no_percentile_and_show_its_sign() {
    // A place with a band: the band is in US dollars.
    for city in ["Toronto", "Seattle"] {
        let answer = analysed(&TORONTO.replace("Toronto", city)).expect("a good line");
        assert_eq!((answer["currency"].as_str(), answer["percentile"].is_null()), (Some("CAD"), true), "{city}");
        let said = answer["warnings"].to_string();
        assert!(said.contains("C$") && !said.replace("C$", "").contains('$'), "{said}");
    }
    let plan = counter_line(TORONTO, &test_offers::bands(), now()).expect("a good line");
    let plan: Value = serde_json::from_str(&plan).expect("JSON");
    assert_eq!(plan["currency"], "CAD");
    assert!(!plan["ladder"].to_string().replace("C$", "").contains('$'), "{plan}");
}

#[test]
fn without_it_amounts_are_in_us_dollars_and_nothing_is_said_of_it() {
    let answer = analysed(&TORONTO.replace(r#""currency":"CAD","#, "")).expect("a good line");
    assert!(answer.get("currency").is_none());
    assert!(answer["warnings"].to_string().contains(" $"));
}

#[test]
fn what_it_can_not_be_is_said() {
    let refused = |from: &str, to: &str| analysed(&TORONTO.replace(from, to)).expect_err("refused");
    assert_eq!(refused("CAD", "dollars"), "I know no currency \"dollars\"; send a code such as USD or CAD");
    assert_eq!(
        refused(r#""rsu_grant":660000"#, r#""rsu_shares":660,"share_price":182.5"#),
        "shares are priced in US dollars: give rsu_grant, what the grant is worth in CAD, and no rsu_shares"
    );
}
