use super::super::rules::{Fence, fences, modules};
use super::super::tables::FENCES;
use super::tree;

const TABLE: &[(&str, &[&str])] = &[("low", &[]), ("high", &["low"]), ("lib", &[])];
const HIGH: &str = "mod deep; pub use deep::Deep; pub use crate::low::Low; pub struct High; pub fn f() {}";

fn crossed(files: &[(&str, &str)], may: &[(&str, &[&str])], today: &[(&str, &str)]) -> Vec<String> {
    let tree = tree(files);
    modules(&tree, &tree.arrows().0, may, today)
}

fn low(text: &str, today: &[(&str, &str)]) -> Vec<String> {
    let files = [
        ("lib.rs", "pub mod low; pub mod high; pub use high::deep::Deep;"),
        ("low/mod.rs", "mod a; pub struct Low;"),
        ("low/a.rs", text),
        ("high/mod.rs", HIGH),
        ("high/deep.rs", "pub struct Deep;"),
    ];
    let may = [TABLE[0], TABLE[1], ("lib", &["high"] as &[&str])];
    crossed(&files, &may, today)
}

const UPWARD: [&str; 19] = [
    "use crate::high::High;",
    "use crate::{low, high};",
    "use crate::{low::{self, Low}, high::{High as H}};",
    "use crate::high::{self, High};",
    "use crate::high::*;",
    "use super::super::high::High;",
    "use crate::high::deep::Deep;",
    "use crate::high::Deep;",
    "pub use crate::high::High;",
    "use crate as root; fn g() { root::high::f() }",
    "fn g() { crate::high::f() }",
    "fn g() { super::super::high::f() }",
    "fn g(_: crate::high::High) {}",
    "fn g() -> String { format!(\"{}\", crate::high::f()) }",
    "fn g() -> String { format!(\"{}\", super::super::high::f()) }",
    // By a re-export in the root, and by a door above of one's own.
    "use crate::Deep;",
    "use crate::*; fn g(_: Deep) {}",
    "use crate::high::Low;",
    "fn g() { use crate::high; }",
];

#[test]
fn no_spelling_hides_an_import_upward() {
    assert!(low("use crate::low::Low; use super::Low as Same;", &[]).is_empty());
    for text in UPWARD {
        let mut found = low(text, &[]);
        found.retain(|complaint| !complaint.ends_with("low may not name lib"));
        assert!(found.len() == 1 && found[0].contains("low may not name high"), "{text}: {found:?}");
    }
}

#[test]
fn what_crosses_today_is_listed_and_leaves_the_list() {
    let today = [("low/a.rs", "high")];
    assert!(low("use crate::high::High;", &today).is_empty());
    assert!(low("", &today)[0].contains("idle"));
}

#[test]
fn what_is_for_tests_may_name_all() {
    assert!(low("#[cfg(test)] mod tests { use crate::high::High; }", &[]).is_empty());
    assert!(low("// crate::high\nconst TEXT: &str = \"crate::high::f()\";", &[]).is_empty());
}

#[test]
fn the_table_is_held_against_the_source() {
    let files = [("low.rs", "pub struct Low;"), ("high.rs", "use crate::low::Low;")];
    assert!(crossed(&files, TABLE, &[]).is_empty());
    let missing = crossed(&[files[0], files[1], ("new.rs", "")], TABLE, &[]);
    assert_eq!(missing, ["new is not in the table"]);
    let gone = crossed(&files, &[TABLE, &[("old", &[])]].concat(), &[]);
    assert_eq!(gone, ["the table has old, src/ hasn't"]);
    let idle = crossed(&[files[0], ("high.rs", "")], TABLE, &[]);
    assert_eq!(idle, ["high names nothing of low: the entry is idle"]);
    let twice = crossed(&files, &[TABLE, &[("low", &[])]].concat(), &[]);
    assert_eq!(twice, ["a module is twice in the table"]);
}

#[test]
fn the_table_itself_goes_in_no_circle() {
    let files = [("low.rs", "use crate::high::High;"), ("high.rs", "use crate::low::Low;")];
    let found = crossed(&files, &[("low", &["high"]), ("high", &["low"]), ("lib", &[])], &[]);
    assert!(found.len() == 1 && found[0].starts_with("the table goes in a circle"), "{found:?}");
}

#[test]
fn the_binary_is_a_module_too() {
    let files = [("main.rs", "use counteroffer::low::Low; fn main() {}"), ("low.rs", "pub struct Low;")];
    let found = crossed(&files, &[("low", &[]), ("main", &[]), ("lib", &[])], &[]);
    assert!(found.len() == 1 && found[0].contains("main may not name low"), "{found:?}");
}

/// The real fences on an app with this page, walk and desk.
fn fenced(page: &str, walk: &str, desk: &str) -> Vec<String> {
    let tree = tree(&[
        ("app/mod.rs", "mod desk; mod pages; mod route; mod walk; pub use route::route; use pages::offer::Offer;"),
        ("app/desk.rs", desk),
        ("app/route.rs", "use super::pages::{offer, tax}; pub fn route() { super::walk::go() }"),
        ("app/walk/mod.rs", walk),
        ("app/pages/mod.rs", "pub mod offer; pub mod tax;"),
        ("app/pages/offer.rs", page),
        ("app/pages/tax/mod.rs", "mod table; use table::Row; pub struct Tax;"),
        ("app/pages/tax/table.rs", "use super::Tax; use crate::app::desk::Desk; pub struct Row;"),
    ]);
    let mut found = fences(&tree, &tree.arrows().0, FENCES);
    found.retain(|complaint| !complaint.starts_with("src/app/mod.rs:1 names pages::offer::Offer"));
    found
}

#[test]
fn a_page_names_no_page_nor_the_walk_nor_the_router() {
    assert!(fenced("use crate::app::desk::Desk;", "use super::desk::Desk;", "").is_empty());
    for page in [
        "use super::tax::Tax;",
        "use super::tax;",
        "use crate::app::pages::{tax::Tax};",
        "fn g() { super::tax::table::f() }",
        "fn g() -> String { format!(\"{}\", super::tax::f()) }",
        "use crate::app::walk::go;",
        "use super::super::walk;",
        "use crate::app::route::route;",
        "use crate::app::route;",
        "fn g() { super::super::route() }",
    ] {
        let found = fenced(page, "", "");
        assert!(found.len() == 1 && found[0].starts_with("src/app/pages/offer.rs:1 names"), "{page}: {found:?}");
    }
}

#[test]
fn only_the_router_names_the_pages() {
    for names in ["use super::pages::offer;", "use crate::app::pages::*;", "fn g() { crate::app::pages::tax::f() }"] {
        assert!(fenced("", "", names)[0].starts_with("src/app/desk.rs:1"), "{names}");
        assert!(
            fenced("", &names.replace("crate::app", "super"), "")[0].starts_with("src/app/walk/mod.rs:1"),
            "{names}"
        );
    }
    let smuggled = fenced("pub struct Offer;", "use super::Offer;", "");
    assert!(smuggled[0].contains("(app/pages/offer.rs)"), "{smuggled:?}");
}

#[test]
fn a_pair_of_pages_is_listed_and_used() {
    let pages = |one| tree(&[("p/mod.rs", "mod one; mod two;"), ("p/one.rs", one), ("p/two.rs", "pub struct Two;")]);
    let pair = [Fence::Apart { folder: "p", but: &[("one", "two")] }];
    let complaints = |one| {
        let tree = pages(one);
        fences(&tree, &tree.arrows().0, &pair)
    };
    assert!(complaints("use super::two::Two;").is_empty());
    assert!(complaints("")[0].contains("idle"));
}

#[test]
fn a_fence_round_no_folder_rests() {
    let tree = tree(&[("app/mod.rs", "mod walk;"), ("app/walk.rs", "")]);
    assert!(fences(&tree, &[], FENCES).is_empty());
}
