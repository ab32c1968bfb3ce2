use std::collections::BTreeMap;

use super::super::echoes::complaints;
use super::super::tree::Tree;

fn of(source: &str, quoted: &[(&str, &str, &str)], cut: &[(&str, &str)]) -> Vec<String> {
    let sources = BTreeMap::from([("lib.rs".to_owned(), source.to_owned())]);
    complaints(&Tree::read(&sources), &sources, quoted, cut)
}

#[test]
fn an_echo_that_goes_round_is_seen() {
    for source in [
        r#"fn f(typed: &str) -> String { format!("I don't know \"{typed}\".") }"#,
        r#"fn f(typed: &str) -> String { format!("I don't know \"{typed:>5}\".") }"#,
        r#"fn f(typed: &str) -> String { format!("I don't know \"{}\".", typed) }"#,
        r#"fn f(typed: &str) -> String { Some(1).map_or(String::new(), |_| format!("no \"{typed}\"")) }"#,
        r#"fn f(typed: &str) { let card = text(format!("no \"{typed}\"")); }"#,
        r#"#[derive(Debug)] #[error("no \"{0}\"")] struct Bad(String);"#,
        r#"enum Bad { #[error("no \"{0}\"")] A(String) }"#,
        r#"enum Bad { #[error("{other}: no \"{given}\"")] A { given: String, other: Echo } }"#,
        r"fn f(typed: &str) -> String { typed.chars().take(60).collect() }",
        r"fn f(typed: &str) -> String { typed.trim().chars().filter(|c| !c.is_control()).take(60).collect() }",
        r#"fn f(typed: &str) -> String { format!("{}", typed.chars().take(60).collect::<String>()) }"#,
    ] {
        assert_eq!(of(source, &[], &[]).len(), 1, "{source}: {:?}", of(source, &[], &[]));
    }
}

#[test]
fn what_is_no_echo_or_a_good_one_passes() {
    for source in [
        r#"fn f(typed: &str) -> String { let echo = Echo::of(typed); format!("I don't know \"{echo}\".") }"#,
        r#"enum Bad { #[error("no \"{0}\"")] A(Echo), #[error("no \"{given}\"")] B { given: crate::echo::Echo } }"#,
        r#"fn f(count: u32) -> String { format!("{{\"a\":{count}}} of {count}") }"#,
        r"fn f(days: &[u32]) -> Vec<u32> { days.iter().take(3).copied().collect() }",
        r#"#[cfg(test)] mod tests { fn f(typed: &str) -> String { format!("no \"{typed}\"") } }"#,
    ] {
        assert_eq!(of(source, &[], &[]), Vec::<String>::new(), "{source}");
    }
}

#[test]
fn an_exception_is_for_its_file_and_not_kept_idle() {
    let source = r#"fn f(name: &str) -> String { format!("\"{name}\" is taken") }"#;
    assert_eq!(of(source, &[("lib.rs", "name", "kept short")], &[]), Vec::<String>::new());
    assert_eq!(of(source, &[("app.rs", "name", "kept short")], &[]).len(), 2);
    assert_eq!(of("", &[("lib.rs", "name", "kept short")], &[("lib.rs", "digits")]).len(), 2);
}
