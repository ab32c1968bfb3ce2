//! `counteroffer analyze`: an offer a line in, its analysis a line out.

use jiff::Timestamp;
use serde::Serialize;

use super::amount::Number;
use super::bad_line::BadLine;
use super::json_lines::json;
use super::offer_line::{OfferLine, read_line};
use super::outlook::{HourlyLine, LeaveLine, WhatIfLine, Year5Line, leave_lines};
use crate::analysis::{Analysis, Warning, analyse};
use crate::echo::Echo;
use crate::market::Bands;
use crate::money::{Currency, Money};
use crate::offer::Offer;
use crate::words::METHOD;

#[derive(Serialize)]
struct WarningLine {
    code: &'static str,
    severity: crate::analysis::Severity,
    amount: Option<Number>,
    message: String,
}

impl From<&Warning> for WarningLine {
    fn from(warning: &Warning) -> Self {
        Self {
            code: warning.code.name(),
            severity: warning.severity,
            amount: warning.dollars().map(Number::from),
            message: crate::words::warning(warning).says,
        }
    }
}

#[derive(Serialize)]
struct RecruiterView {
    growth: Number,
    years: [Number; 4],
}

/// One line of output. Money in dollars; years are totals of each year at a flat price.
#[derive(Serialize)]
struct AnalysisLine {
    /// What the amounts are in, where that is not US dollars.
    #[serde(skip_serializing_if = "Currency::is_usd")]
    currency: Currency,
    years: [Number; 4],
    four_year_total: Number,
    four_year_average: Number,
    percentile: Option<Number>,
    warnings: Vec<WarningLine>,
    method: &'static str,
    bands_as_of: Option<String>,
    implied_growth: Option<Number>,
    recruiter_view: RecruiterView,
    what_if: WhatIfLine,
    leave_early: Vec<LeaveLine>,
    year_5: Year5Line,
    /// Only where the line has `hours`.
    #[serde(skip_serializing_if = "Option::is_none")]
    hourly: Option<HourlyLine>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    ignored: Vec<Echo>,
}

impl AnalysisLine {
    fn new(offer: &Offer, analysis: &Analysis, line: OfferLine) -> Self {
        let percentile = analysis.standing.as_ref().and_then(|standing| standing.percentile.hundredths());
        let (growth, recruiter) = analysis.recruiter_view;
        Self {
            currency: offer.currency,
            years: analysis.years.map(|year| Number::from(year.total())),
            four_year_total: analysis.four_year_total.into(),
            four_year_average: analysis.four_year_average.into(),
            percentile: percentile.map(Number),
            warnings: analysis.warnings.iter().map(WarningLine::from).collect(),
            method: METHOD,
            bands_as_of: analysis.standing.as_ref().map(|standing| standing.bands_as_of.to_string()),
            implied_growth: analysis.implied_growth.map(|growth| Number(growth.ratio())),
            recruiter_view: RecruiterView { growth: Number(growth.ratio()), years: recruiter.map(Money::into) },
            what_if: WhatIfLine::new(offer, line.growth()),
            leave_early: leave_lines(offer),
            year_5: Year5Line::new(offer, line.refreshers()),
            hourly: line.hours().map(|hours| HourlyLine::new(offer, hours)),
            ignored: line.ignored,
        }
    }
}

/// The analysis of one line.
pub(super) fn analyse_line(line: &str, bands: &Bands, now: Timestamp) -> Result<String, BadLine> {
    let line = read_line(line)?;
    let offer = line.offer(bands.companies())?;
    let analysis = analyse(&offer, bands, line.view(now));
    Ok(json(&AnalysisLine::new(&offer, &analysis, line)))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::json_lines::{LONGEST_LINE, answer_lines};
    use super::*;
    use crate::analysis::test_offers;

    fn answers(input: &[u8]) -> Vec<serde_json::Value> {
        let bands = test_offers::bands();
        let now: Timestamp = "2026-11-23T12:00:00Z".parse().expect("a moment");
        let mut output = Vec::new();
        answer_lines(input, &mut output, |line| analyse_line(line, &bands, now)).expect("memory does not fail");
        String::from_utf8(output).expect("text").lines().map(|line| serde_json::from_str(line).expect("JSON")).collect()
    }

    #[track_caller]
    fn check(line: &str, years: &str, average: &str, percentile: &str) {
        let answers = answers(line.as_bytes());
        let answer = &answers[0];
        assert_eq!(answer["years"].to_string(), years, "{answer}");
        assert_eq!(answer["four_year_average"].to_string(), average);
        assert_eq!(answer["percentile"].to_string(), percentile);
    }

    #[test]
    fn the_vectors_of_the_design() {
        check(
            r#"{"level":"L6","city":"Seattle","base":200000,"sign_on_year_1":90000,"sign_on_year_2":60000,"rsu_grant":400000}"#,
            "[310000,320000,360000,360000]",
            "337500",
            "54.37",
        );
        check(
            r#"{"level":"L6","city":"Seattle","base":"180k","sign_on_year_1":"120k","sign_on_year_2":"80k","rsu_grant":"300k"}"#,
            "[315000,305000,300000,300000]",
            "305000",
            "25.96",
        );
        check(
            r#"{"level":"L7","city":"sf","base":300000,"sign_on_year_1":180000,"sign_on_year_2":120000,"rsu_grant":1150000}"#,
            "[537500,592500,760000,760000]",
            "662500",
            "34.16",
        );
        check(
            r#"{"level":"L6","city":"Denver","base":160000,"sign_on_year_1":127000,"sign_on_year_2":94000,"rsu_shares":220,"share_price":1200}"#,
            "[300200,293600,265600,265600]",
            "281250",
            "null",
        );
    }

    #[test]
    fn an_offer_without_a_band_has_everything_but_the_percentile() {
        let line = |start: &str| {
            let rest = r#""base":200000,"sign_on_year_1":50000,"sign_on_year_2":0,"rsu_grant":400000}"#;
            answers(format!("{{{start},{rest}").as_bytes()).remove(0)
        };
        for start in [
            r#""level":"L5","city":"Seattle""#,
            r#""level":"L6","city":"Denver""#,
            r#""level":"L6","city":"Seattle","role":"SDM""#,
        ] {
            let answer = line(start);
            assert_eq!(answer["years"].to_string(), "[270000,260000,360000,360000]", "{start}");
            assert_eq!(answer["percentile"].to_string(), "null", "{start}");
            assert!(answer["warnings"].to_string().contains("no_band"), "{start}");
            assert_eq!(answer["leave_early"].as_array().map(Vec::len), Some(7), "{start}");
        }
        let google = line(r#""company":"google","level":"L5","city":"Seattle""#);
        assert_eq!(google["years"].to_string(), "[382000,332000,288000,248000]", "Google's usual vesting");
        assert_eq!(google["ignored"], serde_json::Value::Null);
        assert_eq!(
            line(r#""company":"Initech","level":"T5","city":"Seattle""#)["error"],
            "vesting is missing: I don't know how Initech vests; for example \"vesting\":\"25/25/25/25 quarterly\""
        );
        let named = line(r#""role":"software engineer","company":"Amazon","level":"L6","city":"Seattle""#);
        assert_eq!(named["percentile"], line(r#""level":"L6","city":"Seattle""#)["percentile"]);
    }

    #[test]
    fn a_band_of_any_level_place_and_company_gives_a_percentile() {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/bands");
        let bands = Bands::from_folder(&folder).expect("good bands");
        let now: Timestamp = "2026-11-23T12:00:00Z".parse().expect("a moment");
        let percentile = |start: &str| {
            let rest = r#""base":170000,"sign_on_year_1":60000,"sign_on_year_2":50000,"rsu_grant":300000}"#;
            let answer = analyse_line(&format!("{{{start},{rest}"), &bands, now).expect("an answer");
            let answer: serde_json::Value = serde_json::from_str(&answer).expect("JSON");
            answer["percentile"].to_string()
        };
        let found = [
            r#""level":"L5","city":"Seattle""#,
            r#""level":"L6","city":"Denver, CO""#,
            r#""company":"Google","level":"L5","city":"Seattle""#,
            r#""company":"Google","role":"SDM","level":"L5","city":"Seattle""#,
            r#""level":"L6","city":"Seattle""#,
        ];
        assert_eq!(found.map(percentile), ["57.76", "29.82", "23.63", "null", "null"]);
    }

    #[test]
    fn growth_changes_the_recruiters_view_and_never_the_headline() {
        let line = r#"{"level":"L6","city":"Seattle","base":160000,"sign_on_year_1":127000,"sign_on_year_2":94000,"rsu_shares":220,"share_price":1200,"growth":"10%"}"#;
        let answer = &answers(line.as_bytes())[0];
        assert_eq!(answer["years"].to_string(), "[300200,293600,265600,265600]");
        assert_eq!(answer["recruiter_view"].to_string(), r#"{"growth":0.1,"years":[300200,297560,287776,300553.6]}"#);
    }

    #[test]
    fn a_bad_line_is_named_and_the_rest_go_on() {
        let good =
            r#"{"level":"L6","city":"Seattle","base":200000,"sign_on_year_1":0,"sign_on_year_2":0,"rsu_grant":400000}"#;
        let input = format!(
            "{good}\nnot json\n\n{}\n{}\n{}\n{}\n{}\n{good}",
            good.replace("L6", "L9"),
            good.replace("200000", "\"lots\""),
            good.replace("rsu_grant", "rsu_grants"),
            good.replace("200000", "-1"),
            good.replace("\"rsu_grant\":400000", "\"rsu_shares\":1400"),
        );
        let errors: Vec<String> = answers(input.as_bytes())
            .iter()
            .map(|answer| match answer.get("error") {
                Some(error) => format!("{}: {}", answer["line"], error.as_str().unwrap_or_default()),
                None => "fine".into(),
            })
            .collect();
        insta::assert_snapshot!(errors.join("\n"), @r#"
        fine
        2: the line is not a JSON object
        4: the level must be L4, L5, L6, L7, L8 or L10, not "L9"
        5: base: "lots" is not an amount: I see no amount there; write 200000 or "200k"
        6: rsu_grant is missing: the whole grant in dollars, or rsu_shares with share_price
        7: base: "-1" is not an amount: an amount can't be below zero; write 200000 or "200k"
        8: rsu_shares needs share_price, the dollars a share
        fine
        "#);
    }

    #[test]
    fn bytes_that_are_no_text_and_endless_lines_are_answered() {
        let mut input = vec![0xff, 0xfe, b'\n'];
        input.extend(std::iter::repeat_n(b'x', LONGEST_LINE + 1));
        input.push(b'\n');
        input.extend(std::iter::repeat_n(b'[', 50_000));
        let lines: Vec<_> = answers(&input).iter().map(|answer| answer["line"].to_string()).collect();
        assert_eq!(lines, ["1", "2", "3"]);
    }

    #[test]
    fn what_it_can_turn_into() {
        let line = r#"{"level":"L6","city":"Seattle","base":200000,"sign_on_year_1":90000,"sign_on_year_2":60000,"rsu_shares":2000,"share_price":200,"growth":0.2,"refreshers":"50k","hours":45}"#;
        let answer = &answers(line.as_bytes())[0];
        let rows: Vec<String> =
            ["what_if", "year_5", "hourly"].iter().map(|key| format!("{key} {}", answer[*key])).collect();
        insta::assert_snapshot!(rows.join("\n"), @r#"
        what_if {"even_price":{"factor":0.6429,"price":128.57},"growth_by_date":{"against_flat":292157.61,"four_year_total":1642157.61,"years":[314000,346400,464435.28,517322.33]},"price_down_30_percent":{"against_flat":-120000,"four_year_total":1230000,"years":[304000,302000,312000,312000]}}
        year_5 {"drop":160000,"level_refreshers":160000,"with_own":250000,"without_refreshers":200000}
        hourly {"average":144.23,"hours_a_year":2340,"years":[132.48,136.75,153.85,153.85]}
        "#);
        let months: Vec<String> =
            answer["leave_early"].as_array().expect("a list").iter().map(ToString::to_string).collect();
        insta::assert_snapshot!(months.join("\n"), @r#"
        {"cash_kept":145000,"month":6,"shares_forfeited":2000,"shares_vested":0,"sign_on_owed_lump_sum":45000,"sign_on_owed_monthly":0,"stock_forfeited":400000,"stock_vested":0}
        {"cash_kept":290000,"month":12,"shares_forfeited":1900,"shares_vested":100,"sign_on_owed_lump_sum":0,"sign_on_owed_monthly":0,"stock_forfeited":380000,"stock_vested":20000}
        {"cash_kept":420000,"month":18,"shares_forfeited":1900,"shares_vested":100,"sign_on_owed_lump_sum":30000,"sign_on_owed_monthly":0,"stock_forfeited":380000,"stock_vested":20000}
        {"cash_kept":550000,"month":24,"shares_forfeited":1600,"shares_vested":400,"sign_on_owed_lump_sum":0,"sign_on_owed_monthly":0,"stock_forfeited":320000,"stock_vested":80000}
        {"cash_kept":650000,"month":30,"shares_forfeited":1200,"shares_vested":800,"sign_on_owed_lump_sum":0,"sign_on_owed_monthly":0,"stock_forfeited":240000,"stock_vested":160000}
        {"cash_kept":750000,"month":36,"shares_forfeited":800,"shares_vested":1200,"sign_on_owed_lump_sum":0,"sign_on_owed_monthly":0,"stock_forfeited":160000,"stock_vested":240000}
        {"cash_kept":950000,"month":48,"shares_forfeited":0,"shares_vested":2000,"sign_on_owed_lump_sum":0,"sign_on_owed_monthly":0,"stock_forfeited":0,"stock_vested":400000}
        "#);
        assert!(
            answers(line.replace("45", "\"many\"").as_bytes())[0]["error"]
                .as_str()
                .is_some_and(|error| error.starts_with("hours: "))
        );
    }

    proptest! {
        /// The dollars of a warning are one figure: as a number in `amount`, in words in `message`.
        #[test]
        fn the_amount_of_a_warning_is_the_one_in_its_message(
            base in 10_000i64..900_000, one in 1_000i64..500_000, two in 1_000i64..500_000, grant in 1_000i64..6_000_000,
            city in prop::sample::select(vec!["Seattle", "sf", "Denver"]),
            vesting in prop::sample::select(vec!["5/15/40/40", "25/25/25/25 quarterly", "0/50/50 yearly"]),
        ) {
            let line = serde_json::json!({
                "level": "L6", "city": city, "base": base, "sign_on_year_1": one, "sign_on_year_2": two,
                "rsu_grant": grant, "vesting": vesting,
            });
            for warning in answers(line.to_string().as_bytes())[0]["warnings"].as_array().expect("a list") {
                let message = warning["message"].as_str().expect("a text");
                let amount = warning["amount"].as_number().map(|amount| amount.to_string().parse::<Money>());
                match amount.transpose().expect("dollars") {
                    // Its message says where the top is, not how far above it base is.
                    Some(over) if warning["code"] == "base_at_band_top" => {
                        prop_assert!(message.contains(&(Money::dollars(base) - over).to_string()), "{}", message);
                    }
                    Some(amount) => prop_assert!(message.contains(&amount.to_string()), "{}: {}", amount, message),
                    None => prop_assert!(!message.contains('$'), "{}", message),
                }
            }
        }
    }

    #[test]
    fn an_unknown_key_is_named() {
        let line = r#"{"level":"L6","city":"Seattle","base":200000,"sign_on_year_1":0,"sign_on_year_2":0,"rsu_grant":400000,"nmae":1}"#;
        assert_eq!(answers(line.as_bytes())[0]["ignored"].to_string(), r#"["nmae"]"#);
    }
}
