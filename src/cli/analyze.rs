//! `counteroffer analyze`: an offer a line in, its analysis a line out.

use std::collections::BTreeMap;
use std::io::{BufRead, Write};

use jiff::Timestamp;
use rust_decimal::Decimal;
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::value::RawValue;

use super::amount::{Amount, Number, scalar};
use crate::analysis::{Analysis, Growth, METHOD, View, Warning, analyse};
use crate::market::{Bands, Place};
use crate::money::Money;
use crate::offer::{Grant, Level, Offer, OfferDraft, SignOn};

/// The longest line that is read, in bytes.
const LONGEST_LINE: usize = 64 * 1024;

/// One line of input. Money in dollars: a year for base, over four years for the grant.
#[derive(Debug)]
pub(super) struct OfferLine {
    level: String,
    city: Option<String>,
    base: Amount,
    sign_on_year_1: Amount,
    sign_on_year_2: Amount,
    rsu_grant: Option<Amount>,
    rsu_shares: Option<Shares>,
    share_price: Option<Amount>,
    growth: Option<GrowthText>,
    /// Percentile aimed for, 1 to 99.
    target: Option<u8>,
    /// The least that would be accepted, dollars over four years.
    walk_away: Option<Amount>,
    /// Keys that mean nothing here: named in the answer, so that a slip is seen.
    ignored: Vec<String>,
}

#[derive(Debug)]
struct Shares(u32);

impl<'de> Deserialize<'de> for Shares {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = scalar(deserializer)?.replace(',', "");
        let count = text.trim().parse().ok().filter(|count| *count <= Grant::MOST_SHARES);
        count
            .map(Self)
            .ok_or_else(|| serde::de::Error::custom(format!("\"{text}\" is not a number of shares; write 1400")))
    }
}

#[derive(Debug)]
struct GrowthText(Growth);

impl<'de> Deserialize<'de> for GrowthText {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = scalar(deserializer)?;
        let wrong = || {
            serde::de::Error::custom(format!(
                "growth \"{text}\" is not a ratio a year from -0.95 to 3; write 0.15 or \"15%\""
            ))
        };
        let (digits, scale) = match text.trim().strip_suffix('%') {
            Some(percent) => (percent.trim(), Decimal::ONE_HUNDRED),
            None => (text.trim(), Decimal::ONE),
        };
        let ratio = digits.parse::<Decimal>().map_err(|_| wrong())? / scale;
        let growth = (ratio <= Decimal::from(3)).then(|| Growth::new(ratio)).flatten();
        growth.map(Self).ok_or_else(wrong)
    }
}

impl OfferLine {
    pub(super) fn offer(&self) -> Result<Offer, String> {
        let level: Level = self.level.parse().map_err(|error| format!("{error}"))?;
        let grant = match (&self.rsu_grant, &self.rsu_shares, &self.share_price) {
            (Some(_), Some(_), _) => return Err("give rsu_grant or rsu_shares, not both".into()),
            (Some(value), None, _) => Grant::Dollars(value.0),
            (None, Some(_), None) => return Err("rsu_shares needs share_price, the dollars a share".into()),
            (None, Some(shares), Some(price)) => Grant::Shares { count: shares.0, price: price.0, priced_on: None },
            (None, None, _) => {
                return Err("rsu_grant is missing: the whole grant in dollars, or rsu_shares with share_price".into());
            }
        };
        if !self.base.0.is_positive() {
            return Err("base must be above zero".into());
        }
        let draft = OfferDraft {
            level: Some(level),
            place: Some(Place::from(self.city.clone().unwrap_or_default())),
            base: Some(self.base.0),
            sign_on: Some(SignOn { year_1: self.sign_on_year_1.0, year_2: self.sign_on_year_2.0 }),
            grant: Some(grant),
            ..OfferDraft::default()
        };
        draft.complete().map_err(|field| format!("{field} is missing"))
    }

    pub(super) fn view(&self, now: Timestamp) -> Result<View, String> {
        let mut view = View::usual(now);
        if let Some(growth) = &self.growth {
            view.growth = growth.0;
        }
        if let Some(target) = self.target {
            if !(1..=99).contains(&target) {
                return Err("target must be a percentile from 1 to 99".into());
            }
            view.target = target;
        }
        Ok(view)
    }
}

#[derive(Serialize)]
struct WarningLine {
    code: String,
    severity: crate::analysis::Severity,
    amount: Option<Number>,
    message: String,
}

impl From<&Warning> for WarningLine {
    fn from(warning: &Warning) -> Self {
        Self {
            code: warning.code.name(),
            severity: warning.severity,
            amount: warning.amount.map(Number::from),
            message: warning.says.clone(),
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
    years: [Number; 4],
    four_year_total: Number,
    four_year_average: Number,
    percentile: Option<Number>,
    warnings: Vec<WarningLine>,
    method: &'static str,
    bands_as_of: Option<String>,
    implied_growth: Option<Number>,
    recruiter_view: RecruiterView,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    ignored: Vec<String>,
}

impl AnalysisLine {
    fn new(analysis: &Analysis, ignored: Vec<String>) -> Self {
        let percentile = analysis.standing.as_ref().and_then(|standing| {
            let value = Decimal::try_from(standing.percentile.value()).ok()?;
            Some(Number(value.round_dp(2)))
        });
        let (growth, recruiter) = analysis.recruiter_view;
        Self {
            years: analysis.years.map(|year| Number::from(year.total())),
            four_year_total: analysis.four_year_total.into(),
            four_year_average: analysis.four_year_average.into(),
            percentile,
            warnings: analysis.warnings.iter().map(WarningLine::from).collect(),
            method: METHOD,
            bands_as_of: analysis.standing.as_ref().map(|standing| standing.bands_as_of.to_string()),
            implied_growth: analysis.implied_growth.map(|growth| Number(growth.ratio())),
            recruiter_view: RecruiterView { growth: Number(growth.ratio()), years: recruiter.map(Money::into) },
            ignored,
        }
    }
}

#[derive(Serialize)]
struct ErrorLine {
    error: String,
    line: usize,
}

/// Answers every line of `input` on `output`, in order. Blank lines are passed over; a bad
/// line gives `{"error": …, "line": n}` and the rest go on.
pub(super) fn answer_lines(
    input: impl BufRead,
    mut output: impl Write,
    answer: impl Fn(&str) -> Result<String, String>,
) -> std::io::Result<()> {
    for (index, line) in Lines(input).enumerate() {
        let line = line?;
        let answered = match line {
            Line::Text(text) if text.trim().is_empty() => continue,
            Line::Text(text) => answer(text.trim()),
            Line::Unreadable => Err("the line is not UTF-8 text".to_owned()),
            Line::TooLong => Err(format!("the line is longer than {LONGEST_LINE} bytes")),
        };
        let text = answered.unwrap_or_else(|error| json(&ErrorLine { error, line: index + 1 }));
        writeln!(output, "{text}")?;
        output.flush()?;
    }
    Ok(())
}

/// A value as one line of JSON.
pub(super) fn json(value: &impl Serialize) -> String {
    serde_json::to_string(value).expect("the lines hold texts, numbers and lists only")
}

/// The keys of a line that are still to be read.
struct Keys(BTreeMap<String, Box<RawValue>>);

impl Keys {
    fn take<T: serde::de::DeserializeOwned>(&mut self, key: &str) -> Result<Option<T>, String> {
        match self.0.remove(key) {
            Some(raw) if raw.get() != "null" => serde_json::from_str(raw.get())
                .map(Some)
                .map_err(|error| format!("{key}: {}", without_position(&error))),
            _ => Ok(None),
        }
    }

    fn need<T: serde::de::DeserializeOwned>(&mut self, key: &str, example: &str) -> Result<T, String> {
        self.take(key)?.ok_or_else(|| format!("{key} is missing; for example \"{key}\":{example}"))
    }
}

/// What the parser says; its position within the one line says nothing to the reader.
fn without_position(error: &serde_json::Error) -> String {
    let text = error.to_string();
    text.split(" at line ").next().unwrap_or(&text).to_owned()
}

/// A line as an offer, or a sentence about what is wrong with it.
pub(super) fn read_line(line: &str) -> Result<OfferLine, String> {
    let mut keys = Keys(serde_json::from_str(line).map_err(|_| "the line is not a JSON object".to_owned())?);
    Ok(OfferLine {
        level: keys.need("level", "\"L6\"")?,
        city: keys.take("city")?,
        base: keys.need("base", "200000")?,
        sign_on_year_1: keys.need("sign_on_year_1", "90000")?,
        sign_on_year_2: keys.need("sign_on_year_2", "60000")?,
        rsu_grant: keys.take("rsu_grant")?,
        rsu_shares: keys.take("rsu_shares")?,
        share_price: keys.take("share_price")?,
        growth: keys.take("growth")?,
        target: keys.take("target")?,
        walk_away: keys.take("walk_away")?,
        ignored: keys.0.into_keys().collect(),
    })
}

/// The analysis of one line.
pub(super) fn analyse_line(line: &str, bands: &Bands, now: Timestamp) -> Result<String, String> {
    let line = read_line(line)?;
    let analysis = analyse(&line.offer()?, bands, line.view(now)?);
    Ok(json(&AnalysisLine::new(&analysis, line.ignored.clone())))
}

enum Line {
    Text(String),
    Unreadable,
    TooLong,
}

struct Lines<R>(R);

impl<R: BufRead> Iterator for Lines<R> {
    type Item = std::io::Result<Line>;

    fn next(&mut self) -> Option<Self::Item> {
        let mut bytes = Vec::new();
        let mut too_long = false;
        loop {
            let available = match self.0.fill_buf() {
                Ok(available) => available,
                Err(error) => return Some(Err(error)),
            };
            if available.is_empty() {
                if bytes.is_empty() && !too_long {
                    return None;
                }
                break;
            }
            let end = available.iter().position(|byte| *byte == b'\n');
            let part = &available[..end.unwrap_or(available.len())];
            too_long |= bytes.len() + part.len() > LONGEST_LINE;
            if !too_long {
                bytes.extend_from_slice(part);
            }
            let used = end.map_or(available.len(), |end| end + 1);
            self.0.consume(used);
            if end.is_some() {
                break;
            }
        }
        Some(Ok(if too_long { Line::TooLong } else { String::from_utf8(bytes).map_or(Line::Unreadable, Line::Text) }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answers(input: &[u8]) -> Vec<serde_json::Value> {
        let bands = Bands::shipped().expect("good bands");
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
            good.replace("L6", "L5"),
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
        4: the level must be L6 or L7, not "L5"
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
    fn an_unknown_key_is_named() {
        let line = r#"{"level":"L6","city":"Seattle","base":200000,"sign_on_year_1":0,"sign_on_year_2":0,"rsu_grant":400000,"nmae":1}"#;
        assert_eq!(answers(line.as_bytes())[0]["ignored"].to_string(), r#"["nmae"]"#);
    }
}
