use std::collections::BTreeMap;

use super::super::rules::{Wall, lengths, words};
use super::tree;

fn named(word: &'static str, text: &str) -> bool {
    let (_, found) = tree(&[("a.rs", text), ("b.rs", "pub struct B;")]).arrows();
    !words(&found, &[Wall { word, allowed: &[] }]).is_empty()
}

#[test]
fn a_crate_is_named_however_it_is_spelled() {
    for text in [
        "use serenity::all::Http;",
        "use serenity;",
        "use serenity as s;",
        "use ::serenity::all;",
        "use {serenity::all::{Http, Cache}};",
        "extern crate serenity;",
        "extern crate serenity as s;",
        "pub use serenity::*;",
        "fn g() { serenity::f() }",
        "fn g(_: Vec<serenity::all::Http>) {}",
        "fn g() { vec![serenity::all::Http] }",
        "#[serenity::async_trait] trait T {}",
        "fn g() { serenity::shout!() }",
    ] {
        assert!(named("serenity::", text), "{text}");
    }
    for text in [
        "// serenity::all",
        "const FILTER: &str = \"serenity::http=off\";",
        "#[cfg(test)] use serenity::all::Http;",
        "mod serenity { pub fn f() {} } fn g() { serenity::f() }",
        "fn g(serenity: u8) -> u8 { serenity }",
        "fn g() { other::serenity::f() }",
    ] {
        assert!(!named("serenity::", text), "{text}");
    }
}

#[test]
fn a_crate_is_named_by_who_takes_it_from_another() {
    let (_, found) = tree(&[("a.rs", "pub use sqlx::Row;"), ("b.rs", "use crate::a::Row;")]).arrows();
    let wrong = words(&found, &[Wall { word: "sqlx::", allowed: &["a"] }]);
    assert_eq!(wrong, ["src/b.rs:1 names sqlx::"]);
}

#[test]
fn words_are_found_where_they_are_said() {
    for (word, text) in [
        ("async", "async fn g() {}"),
        ("async", "trait T { async fn g(); }"),
        ("async", "impl T { async fn g() {} }"),
        ("async", "fn g() { let _ = async move {}; }"),
        ("async", "fn g() { let _ = async || {}; }"),
        ("async", "fn g() { spawn!(async {}) }"),
        (".await", "async fn g() { h().await; }"),
        (".await", "async fn g() { select! { _ = h().await => {} } }"),
        (".unwrap()", "fn g() { h().unwrap(); }"),
        (".unwrap()", "fn g() { h().map(Option::unwrap); }"),
        (".unwrap()", "fn g() { println!(\"{}\", h().unwrap()) }"),
        ("f64", "fn g(_: f64) {}"),
        ("f64", "fn g() { 1f64; }"),
        ("f64", "fn g() { 1.0_f64; }"),
        ("f64", "fn g() { h() < 0.0; }"),
        ("f64", "fn g() { h() as f64; }"),
        ("f64", "fn g() { f64::from(1); }"),
        ("f64", "fn g() { println!(\"{}\", 1f64) }"),
        ("f64", "fn g() { println!(\"{}\", h() as f64) }"),
        ("f32", "struct A(Vec<f32>);"),
        ("f32", "fn g() { 1.5f32; }"),
        ("::now()", "fn g() { Timestamp::now(); }"),
        ("::now()", "fn g() { std::time::Instant::now(); }"),
        ("::now()", "fn g() { h(Instant::now) }"),
        ("::now()", "fn g() { println!(\"{}\", Zoned::now()) }"),
    ] {
        assert!(named(word, text), "{word}: {text}");
    }
}

#[test]
fn words_in_other_words_are_not_found() {
    for (word, text) in [
        ("async", "// async fn\nconst A: &str = \"async fn\";"),
        (".await", "fn g() { state.awaiting; state.awaits(); }"),
        (".unwrap()", "fn g() { h().unwrap_or(1); h().unwrap_or_default(); println!(\"{}\", h().unwrap_or(1)) }"),
        (".unwrap()", "#[test] fn g() { h().unwrap(); }"),
        (".unwrap()", "/// `h().unwrap()`\nfn g() {}"),
        ("f64", "fn g() { 1.max(2); dec!(1.5); h.0.0; buf64(); \"1f64\"; }"),
        ("f32", "fn g(_: f64) { 0x1f32; }"),
        ("::now()", "fn g(now: u8) -> u8 { now } fn now() {} fn h() { now() }"),
    ] {
        assert!(!named(word, text), "{word}: {text}");
    }
}

#[test]
fn a_wall_in_each_place_stands_for_something() {
    let (_, found) = tree(&[("a/mod.rs", "mod c; use sqlx::A;"), ("a/c.rs", ""), ("ab.rs", "")]).arrows();
    let complaints = |allowed| words(&found, &[Wall { word: "sqlx::", allowed }]);
    assert!(complaints(&["a"]).is_empty());
    assert!(complaints(&["a/mod.rs"]).is_empty());
    assert_eq!(complaints(&["a", "ab"]), ["nothing in ab names sqlx::: the wall is idle"]);
    assert_eq!(complaints(&["a", "a/c"]).len(), 1);
    assert_eq!(complaints(&["ab"]).len(), 2);
}

#[test]
fn a_file_of_no_module_is_seen() {
    assert_eq!(tree(&[("a/mod.rs", ""), ("a/lost.rs", "")]).strays, ["a/lost.rs"]);
}

#[test]
fn lines_for_tests_alone_are_counted_apart() {
    let tree = tree(&[
        ("a.rs", "fn g() {}\n\n#[cfg(test)]\nmod tests {\n    fn g() {}\n}\n#[cfg(test)]\nfn h() {}\n"),
        ("b/mod.rs", "#[cfg(test)]\nmod odd;\n"),
        ("b/odd.rs", "\n\n"),
    ]);
    let counted = |file: &str| tree.files[file].lines - tree.files[file].test_lines.len();
    assert_eq!((counted("a.rs"), counted("b/mod.rs"), counted("b/odd.rs")), (2, 0, 2));
    assert!(tree.files["a.rs"].product && !tree.files["b/odd.rs"].product);
}

#[test]
fn a_long_file_only_gets_shorter() {
    let lines = |lines| BTreeMap::from([("a.rs".to_owned(), lines)]);
    assert!(lengths(&lines(400), 400, &[]).is_empty());
    assert_eq!(lengths(&lines(401), 400, &[]), ["a.rs has 401 lines"]);
    assert!(lengths(&lines(401), 400, &[("a.rs", 401)]).is_empty());
    for (now, listed) in [(402, 401), (401, 402), (400, 401)] {
        assert_eq!(lengths(&lines(now), 400, &[("a.rs", listed)]).len(), 1);
    }
    assert_eq!(lengths(&BTreeMap::new(), 400, &[("a.rs", 401)]).len(), 1);
}
