//! `counteroffer counter`: an offer a line in, what to ask for a line out.

use jiff::Timestamp;
use serde::Serialize;

use super::amount::Number;
use super::bad_line::BadLine;
use super::json_lines::json;
use super::offer_line::read_line;
use crate::counter::{Figures, Plan, plan};
use crate::echo::Echo;
use crate::market::Bands;
use crate::money::Currency;
use crate::words::ladder_lines;

/// An ask and what it comes to, dollars; the increase in percent of the offered four years.
#[derive(Serialize)]
struct FiguresLine {
    base: Number,
    sign_on_year_1: Number,
    sign_on_year_2: Number,
    rsu_grant: Number,
    four_year_total: Number,
    years: [Number; 4],
    increase_percent: Number,
    /// `recruiter`, `hiring_manager`, `director` or `vp`: the playbook's claim.
    approval: &'static str,
}

impl From<&Figures> for FiguresLine {
    fn from(figures: &Figures) -> Self {
        Self {
            base: figures.ask.base.into(),
            sign_on_year_1: figures.ask.sign_on.year_1.into(),
            sign_on_year_2: figures.ask.sign_on.year_2.into(),
            rsu_grant: figures.ask.grant.into(),
            four_year_total: figures.four_year_total.into(),
            years: figures.years.map(Number::from),
            increase_percent: Number(figures.increase_percent),
            approval: figures.approval.name(),
        }
    }
}

/// A package: `base`, `sign_on` or `stock` leads it.
#[derive(Serialize)]
struct PackageLine {
    led_by: &'static str,
    #[serde(flatten)]
    figures: FiguresLine,
}

/// A step of the ladder, with what to say.
#[derive(Serialize)]
struct RungLine {
    #[serde(flatten)]
    figures: FiguresLine,
    line: String,
}

/// One line of output.
#[derive(Serialize)]
struct PlanLine {
    /// What the amounts are in, where that is not US dollars.
    #[serde(skip_serializing_if = "Currency::is_usd")]
    currency: Currency,
    /// Null without a band; then the target is 10 % above the offer.
    target_percentile: Option<u8>,
    target_total: Number,
    gap: Number,
    reached: bool,
    asks: FiguresLine,
    opening: FiguresLine,
    packages: Vec<PackageLine>,
    ladder: Vec<RungLine>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    ignored: Vec<Echo>,
}

impl PlanLine {
    fn new(plan: &Plan, currency: Currency, ignored: Vec<Echo>) -> Self {
        let packages = plan
            .packages
            .iter()
            .map(|package| PackageLine { led_by: package.led_by.name(), figures: FiguresLine::from(&package.figures) });
        let ladder = plan
            .ladder
            .iter()
            .zip(ladder_lines(plan))
            .map(|(rung, line)| RungLine { figures: FiguresLine::from(rung), line });
        Self {
            currency,
            target_percentile: plan.target_percentile,
            target_total: plan.target_total.into(),
            gap: plan.gap.into(),
            reached: plan.reached,
            asks: FiguresLine::from(&plan.asks),
            opening: FiguresLine::from(&plan.opening),
            packages: packages.collect(),
            ladder: ladder.collect(),
            ignored,
        }
    }
}

/// The counter plan of one line.
pub(super) fn counter_line(line: &str, bands: &Bands, now: Timestamp) -> Result<String, BadLine> {
    let line = read_line(line)?;
    let offer = line.offer(bands.companies())?;
    let view = line.view(now);
    let plan = plan(&offer, bands.find(offer.cell()), view.target, line.walk_away());
    Ok(json(&PlanLine::new(&plan, offer.currency, line.ignored)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::test_offers;
    use serde_json::Value;

    fn answer(line: &str) -> Result<Value, String> {
        let bands = test_offers::bands();
        let now: Timestamp = "2026-11-23T12:00:00Z".parse().expect("a moment");
        let answered = counter_line(line, &bands, now).map_err(|error| error.to_string())?;
        Ok(serde_json::from_str(&answered).expect("JSON"))
    }

    const MIDDLING: &str = r#"{"level":"L6","city":"Seattle","base":200000,"sign_on_year_1":90000,"sign_on_year_2":60000,"rsu_grant":400000}"#;

    fn with(more: &str) -> String {
        MIDDLING.replace('}', &format!(",{more}}}"))
    }

    #[test]
    fn keys_are_as_documented() {
        let answer = answer(MIDDLING).expect("a plan");
        let keys = |value: &Value| value.as_object().expect("an object").keys().cloned().collect::<Vec<_>>().join(" ");
        insta::assert_snapshot!(keys(&answer), @"asks gap ladder opening packages reached target_percentile target_total");
        insta::assert_snapshot!(keys(&answer["asks"]), @"approval base four_year_total increase_percent rsu_grant sign_on_year_1 sign_on_year_2 years");
        assert_eq!(keys(&answer["opening"]), keys(&answer["asks"]));
        insta::assert_snapshot!(keys(&answer["packages"][0]), @"approval base four_year_total increase_percent led_by rsu_grant sign_on_year_1 sign_on_year_2 years");
        insta::assert_snapshot!(keys(&answer["ladder"][0]), @"approval base four_year_total increase_percent line rsu_grant sign_on_year_1 sign_on_year_2 years");
        assert_eq!(answer["ladder"].as_array().map(Vec::len), Some(5));
    }

    #[test]
    fn the_vesting_can_be_given() {
        let years = |line: &str| answer(line).expect("a plan")["opening"]["years"].clone();
        assert_eq!(years(&with(r#""vesting":"usual""#)), years(MIDDLING));
        assert_ne!(years(&with(r#""vesting":"25/25/25/25 quarterly""#)), years(MIDDLING));
        insta::assert_snapshot!(answer(&with(r#""vesting":"25/25/25 quarterly""#)).expect_err("not whole"), @"vesting: the years add up to 75 % of the grant, not 100 %; give one percentage for each year");
        insta::assert_snapshot!(answer(&with(r#""vesting":25"#)).expect_err("no schedule"), @"vesting: how often does it vest? Add monthly, quarterly, every six months or yearly: 33/33/22/12 monthly");
    }

    #[track_caller]
    fn check(line: &str, head: &str, asks: &str) {
        let answer = answer(line).expect("a plan");
        let of = |value: &Value, keys: &[&str]| {
            keys.iter().map(|key| value[*key].to_string().replace('"', "")).collect::<Vec<_>>().join(" ")
        };
        assert_eq!(of(&answer, &["target_percentile", "target_total", "gap", "reached"]), head);
        let figures = [
            "base",
            "sign_on_year_1",
            "sign_on_year_2",
            "rsu_grant",
            "four_year_total",
            "increase_percent",
            "approval",
        ];
        assert_eq!(of(&answer["asks"], &figures), asks);
        let led: Vec<&Value> =
            answer["packages"].as_array().expect("a list").iter().map(|each| &each["led_by"]).collect();
        assert_eq!(led, ["base", "sign_on", "stock"]);
    }

    #[test]
    fn plans_of_several_offers() {
        check(MIDDLING, "75 1456344 106344 true", "214500 120000 80000 400000 1458000 8 recruiter");
        check(&with(r#""target":60"#), "60 1376288 26288 true", "200000 120000 80000 400000 1400000 3.7 recruiter");
        check(&with(r#""target":40"#), "40 1285780 0 true", "200000 90000 60000 400000 1350000 0 recruiter");
        check(
            &with(r#""target":99"#),
            "99 1817912 467912 false",
            "220000 125000 75000 500000 1580000 17.04 hiring_manager",
        );
        check(
            &MIDDLING.replace("Seattle", "Denver"),
            "null 1485000 135000 true",
            "200000 150500 107500 430000 1488000 10.22 hiring_manager",
        );
        check(
            r#"{"level":"L7","city":"sf","base":"300k","sign_on_year_1":"180k","sign_on_year_2":"120k","rsu_shares":1000,"share_price":1150}"#,
            "75 3281860 631860 true",
            "345000 320000 180000 1402000 3282000 23.85 director",
        );
    }

    #[test]
    fn the_walk_away_number_ends_the_ladder_and_stands_in_no_line() {
        let answer = answer(&with(r#""walk_away":"1,401,337""#)).expect("a plan");
        let last = &answer["ladder"][4];
        insta::assert_snapshot!(last["line"].as_str().unwrap_or_default(), @"If you can confirm a base of $206,000, a sign-on of $100,000 in year 1 and $65,500 in year 2, and $412,000 in stock, I'm ready to accept.");
        let total: i64 = last["four_year_total"].as_i64().expect("whole dollars");
        assert!((1_401_337..1_402_337).contains(&total), "{total}");
        assert!(!answer.to_string().contains("1401337") && !answer.to_string().contains("1,401,337"));
    }

    #[test]
    fn mistakes_are_named() {
        let problems: Vec<String> = [
            with(r#""target":0"#),
            with(r#""target":"high""#),
            with(r#""target":100"#),
            with(r#""walk_away":"a lot""#),
            with(r#""target":7.5"#),
            MIDDLING.replace("L6", "L9"),
            MIDDLING.replace("\"L6\"", "9"),
            "[1]".into(),
        ]
        .iter()
        .map(|line| answer(line).expect_err("a mistake"))
        .collect();
        insta::assert_snapshot!(problems.join("\n"), @r#"
        target: "0" is not a percentile from 1 to 99; write 75
        target: "high" is not a percentile from 1 to 99; write 75
        target: "100" is not a percentile from 1 to 99; write 75
        walk_away: "a lot" is not an amount: I see no amount there; write 200000 or "200k"
        target: "7.5" is not a percentile from 1 to 99; write 75
        the level must be L4, L5, L6, L7, L8 or L10, not "L9"
        the level must be L4, L5, L6, L7, L8 or L10, not "9"
        the line is not a JSON object
        "#);
    }
}
