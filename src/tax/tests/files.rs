//! The files of the tables: what is refused, and where each comes from.

use super::*;

const GOOD: &str = r#"
place = "federal"
year = 2026
source = "a test"
[income]
standard_deduction = { single = "10", joint = "20" }
single = [["100", "10"], ["above", "20"]]
joint = [["200", "10"], ["above", "20"]]
[supplemental]
rates = [["above", "22"]]
[[payroll]]
kind = "medicare"
name = "Medicare"
percent = "1.45"
"#;

#[track_caller]
fn refuse(from: &str, to: &str, expected: &str) {
    let error =
        TaxTables::from_texts(vec![("taxes/x.toml".into(), GOOD.replacen(from, to, 1))]).expect_err("a bad file");
    assert_eq!(error.to_string(), expected);
}

#[test]
fn a_bad_file_is_named_with_key_and_reason() {
    assert!(TaxTables::from_texts(vec![("x".into(), GOOD.into())]).is_ok());
    refuse("federal", "Mars", "taxes/x.toml: `place` is \"Mars\"; it must be one of federal, WA, TX, CA, NY, NYC");
    refuse("2026", "26", "taxes/x.toml: `year` is 26; write the calendar year, such as 2026");
    refuse("a test", " ", "taxes/x.toml: `source` is empty");
    refuse(
        "\"100\"",
        "\"lots\"",
        "taxes/x.toml: `income.single` has \"lots\": I see no amount there; write an amount such as \"184,500\"",
    );
    refuse("\"10\"]", "\"30\"]", "taxes/x.toml: `income.single` falls at \"above\": ends and percentages must rise");
    refuse(
        ", [\"above\", \"20\"]",
        "",
        "taxes/x.toml: `income.single` must end with one row [\"above\", …], and only there",
    );
    refuse(
        "\"22\"",
        "\"122\"",
        "taxes/x.toml: `supplemental.rates` has \"122\"; write a percentage from 0 to 100, such as \"9.3\"",
    );
    refuse(
        "kind = \"medicare\"",
        "kind = \"tea\"",
        "taxes/x.toml: `payroll.kind` is \"tea\"; it must be social_security, medicare or state",
    );
    refuse("\"federal\"", "\"WA\"", "taxes: no federal file has [income]");
    let unknown = TaxTables::from_texts(vec![("taxes/x.toml".into(), GOOD.replace("percent", "percnt"))]);
    assert!(unknown.expect_err("unknown key").to_string().starts_with("taxes/x.toml: "));
    let twice = TaxTables::from_texts(vec![("a".into(), GOOD.into()), ("b".into(), GOOD.into())]);
    assert_eq!(
        twice.expect_err("twice").to_string(),
        "b: `year` repeats federal 2026, which another file already holds"
    );
}

#[test]
fn every_shipped_table_says_its_source() {
    assert_eq!(tables().sources().count(), 11);
    assert_eq!(tables().newest_year(), 2026);
}
