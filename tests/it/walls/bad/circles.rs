use super::super::circles::complaints;
use super::tree;

const PARENT: &str = "mod a; mod b; pub mod c { pub use super::b::*; } pub use b::B; use b::{quiet, Trait as Also};";
const SIBLING: &str = "use super::a::A; pub struct B; pub fn f() {} pub fn quiet() {} pub trait Trait {}";

fn circles(files: &[(&str, &str)]) -> Vec<String> {
    complaints(&tree(files).arrows().0, &[])
}

/// The circles of a folder in which `b` names `a`, and `a` is this.
fn with(a: &str) -> Vec<String> {
    circles(&[("x/mod.rs", PARENT), ("x/a.rs", &format!("pub struct A;\n{a}")), ("x/b.rs", SIBLING)])
}

#[test]
fn a_sibling_is_named_however_it_is_spelled() {
    for a in [
        "use super::b::B;",
        "use super::b;",
        "use super::b::*;",
        "use super::{A as Own, b::B};",
        "use crate::x::b::B;",
        "use crate::{x::b};",
        "use crate::{x::{self, b::B as C}};",
        "use crate::x::b::{self, B};",
        "use crate::x::b::{self as other};",
        "use super::super::x::b::B;",
        "use crate::x as y; fn g() { y::b::f() }",
        "pub use super::b::B;",
        "fn g() { use super::b::B; }",
        "fn g() { crate::x::b::f() }",
        "fn g() { super::b::f() }",
        "fn g() { self::inner::g() } mod inner { pub fn g() { super::super::b::f() } }",
        "fn g(b: &[super::b::B]) {}",
        "fn g() -> Vec<Option<super::b::B>> { Vec::new() }",
        "fn g(n: u8) { match n { super::b::LIMIT => {} _ => {} } }",
        "fn g() { let super::b::B = B; }",
        "impl super::b::Trait for A {}",
        "fn g<T: super::b::Trait>() {}",
        "fn g() { <A as super::b::Trait>::f() }",
        "fn g() { <super::b::B>::f() }",
        "fn g() -> String { format!(\"{}\", crate::x::b::f()) }",
        "fn g() -> String { format!(\"{:?}\", [super::b::f()]) }",
        "fn g() { super::b::shout!() }",
        "macro_rules! m { () => { $crate::x::b::f() } }",
        "#[derive(super::b::Kind)] struct C;",
        "struct C { #[serde(with = \"super::b\")] day: u8 }",
    ] {
        let found = with(a);
        assert!(found.len() == 1 && found[0].starts_with("a circle of 2 files"), "{a}: {found:?}");
        assert!(found[0].contains("src/x/a.rs:2 names") && found[0].contains("(x/b.rs)"), "{a}: {found:?}");
    }
}

#[test]
fn a_re_export_is_followed_to_what_it_brings() {
    for a in [
        "use super::B;",
        "use crate::x::B;",
        "use super::quiet;",
        "use super::Also;",
        "use super::*; fn g(_: B) {}",
        "use super::*; fn g() { quiet() }",
        "use super::*; fn g() -> String { format!(\"{}\", quiet()) }",
        "use super::c::B;",
        "use super::c::*; fn g(_: B) {}",
        "fn g() { super::quiet() }",
        "fn g() { super::B::new() }",
    ] {
        let found = with(a);
        assert!(found.len() == 1 && found[0].contains("(x/b.rs)"), "{a}: {found:?}");
    }
}

#[test]
fn what_only_looks_like_an_import_is_none() {
    for a in [
        "",
        "// use super::b::B; crate::x::b::f()",
        "/// Like [`super::b::B`].\npub struct C;",
        "const TEXT: &str = \"crate::x::b::f()\";",
        "fn g() { println!(\"super::b::f()\") }",
        "use ::b::B;",
        "use b::f;",
        "pub(super) fn g() {} pub(in crate::x) fn h() {}",
        "fn g(b: u8) -> u8 { b }",
        "use super::*; fn g(quiet: u8) -> u8 { quiet + quiet }",
        "fn g(c: C) { c.f(); c.b }",
        "#[cfg(test)] use super::b::B;",
        "#[cfg(test)] mod tests { use super::super::b::B; }",
        "#[cfg(all(test, unix))] fn g() { super::b::f() }",
        "#[test] fn g() { super::b::f() }",
        "impl A { #[cfg(test)] fn g() { super::b::f() } }",
        "fn g() { #[cfg(test)] let b = super::b::f(); }",
        "struct C { #[cfg(test)] b: super::b::B }",
    ] {
        assert!(with(a).is_empty(), "{a}: {:?}", with(a));
    }
}

#[test]
fn what_is_not_only_for_tests_counts() {
    for a in
        ["#[cfg(not(test))] use super::b::B;", "#[cfg(any(test, unix))] use super::b::B;", "#[cfg(unix)] use super::B;"]
    {
        assert_eq!(with(a).len(), 1, "{a}");
    }
}

#[test]
fn a_file_of_tests_is_known_by_its_declaration() {
    let uses = "use super::b::B;";
    let declared = |how: &str| circles(&[("x/mod.rs", how), ("x/odd.rs", uses), ("x/b.rs", "use super::odd::A;")]);
    assert!(declared("#[cfg(test)] mod odd; mod b;").is_empty());
    assert!(declared("#[cfg(test)] #[path = \"odd.rs\"] mod other; mod b;").is_empty());
    assert_eq!(declared("mod odd; mod b;").len(), 1);
    let named_tests =
        circles(&[("x/mod.rs", "mod tests; mod b;"), ("x/tests.rs", uses), ("x/b.rs", "use super::tests::A;")]);
    assert_eq!(named_tests.len(), 1, "a name makes no test");
}

#[test]
fn a_parent_and_its_child_may_name_each_other() {
    let child = "use super::Item;";
    assert!(circles(&[("x/mod.rs", "mod a; use a::A; pub struct Item;"), ("x/a.rs", child)]).is_empty());
    assert!(circles(&[("x.rs", "mod a; pub use a::*; pub struct Item;"), ("x/a.rs", child)]).is_empty());
}

#[test]
fn a_grandchild_goes_round_by_the_folder_above() {
    let files = [
        ("x/mod.rs", "mod y; use y::Y; pub struct Item;"),
        ("x/y/mod.rs", "mod z; use z::Z;"),
        ("x/y/z.rs", "use super::super::Item;"),
    ];
    assert!(circles(&files)[0].starts_with("a circle of 3 files"), "{:?}", circles(&files));
}

#[test]
fn a_long_way_round_and_a_way_over_folders_are_circles() {
    let three = [("a.rs", "use crate::b::B;"), ("b.rs", "use crate::c::C;"), ("c.rs", "use crate::a::A;")];
    assert!(circles(&three)[0].starts_with("a circle of 3 files"));
    let cousins = [
        ("a/mod.rs", "pub mod one;"),
        ("a/one.rs", "use crate::b::Two;"),
        ("b/mod.rs", "mod two; pub use two::Two;"),
        ("b/two.rs", "use crate::a::one::One; pub struct Two;"),
    ];
    assert_eq!(circles(&cousins).len(), 1);
}

#[test]
fn a_function_may_share_the_name_of_its_module() {
    let files = [
        ("x/mod.rs", "mod plan; mod b; pub use plan::plan; pub use b::b;"),
        ("x/plan.rs", "use super::b; pub fn plan() {}"),
        ("x/b.rs", "use crate::x::plan; pub fn b() {}"),
    ];
    assert!(circles(&files)[0].contains("(x/plan.rs)"));
}

#[test]
fn imports_that_go_nowhere_end() {
    let tree = tree(&[
        ("a.rs", "pub use crate::b::*; pub use crate::b::X;"),
        ("b.rs", "pub use crate::a::*; pub use crate::a::X;"),
    ]);
    assert_eq!(complaints(&tree.arrows().0, &[]).len(), 1);
}

#[test]
fn a_known_circle_passes_until_it_is_gone() {
    let files = |b| tree(&[("a.rs", "use crate::b::B;"), ("b.rs", b)]).arrows().0;
    let known: &[&[&str]] = &[&["b.rs", "a.rs"]];
    assert!(complaints(&files("use crate::a::A;"), known).is_empty());
    assert!(complaints(&files(""), known)[0].contains("take it off the list"));
    assert_eq!(complaints(&files("use crate::a::A;"), &[&["a.rs", "b.rs", "c.rs"]]).len(), 2);
}
