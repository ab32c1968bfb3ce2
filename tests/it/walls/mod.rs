//! The walls of the house, read from its source: who may know what.
//!
//! The source is parsed, not searched: a path counts however it is spelled, and is followed to
//! the file that defines what it names; comments, texts and what is only for tests don't count.

mod attributes;
mod bad;
mod circles;
mod collect;
mod echoes;
mod resolve;
mod rules;
mod sentences;
mod tables;
mod tokens;
mod tree;
mod visitor;

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::LazyLock;

use resolve::{Arrow, Word};
use tables::{CIRCLES_TODAY, FENCES, LONG_TODAY, LONGEST_FILE, MAY_NAME, UPWARD_TODAY, WALLS};
use tree::{Sources, Tree};

struct House {
    tree: Tree,
    arrows: Vec<Arrow>,
    words: Vec<Word>,
}

static HOUSE: LazyLock<House> = LazyLock::new(|| {
    let tree = Tree::read(&files("src"));
    let (arrows, words) = tree.arrows();
    House { tree, arrows, words }
});

/// Every source file in a folder of the project, by its path in there.
fn files(folder: &str) -> Sources {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let mut found = Sources::new();
    let mut folders = vec![root.clone()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).expect("a folder of the source").flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let name = path.strip_prefix(&root).expect("inside").to_string_lossy().replace('\\', "/");
                found.insert(name, std::fs::read_to_string(&path).expect("a source file"));
            }
        }
    }
    found
}

fn holds(complaints: &[String]) {
    assert!(complaints.is_empty(), "\n{}", complaints.join("\n"));
}

#[test]
fn the_source_is_read() {
    assert!(HOUSE.tree.product().count() > 50 && HOUSE.arrows.len() > 500);
    assert!(HOUSE.tree.strays.is_empty(), "no module declares {:?}", HOUSE.tree.strays);
}

#[test]
fn nobody_knows_what_they_must_not() {
    holds(&rules::words(&HOUSE.words, WALLS));
}

#[test]
fn modules_name_only_those_they_may() {
    holds(&rules::modules(&HOUSE.tree, &HOUSE.arrows, MAY_NAME, UPWARD_TODAY));
}

#[test]
fn files_go_round_in_no_circle() {
    holds(&circles::complaints(&HOUSE.arrows, CIRCLES_TODAY));
}

#[test]
fn pages_know_nothing_of_each_other() {
    holds(&rules::fences(&HOUSE.tree, &HOUSE.arrows, FENCES));
}

#[test]
fn what_counts_says_nothing() {
    holds(&sentences::complaints(&HOUSE.tree, &files("src"), sentences::WORDLESS, sentences::SPOKEN_TODAY));
}

#[test]
fn the_reader_spells_no_word_of_the_language() {
    holds(&sentences::language(&HOUSE.tree, &files("src"), sentences::NO_LANGUAGE));
}

#[test]
fn what_was_typed_is_shown_back_in_one_way() {
    holds(&echoes::complaints(&HOUSE.tree, &files("src"), echoes::QUOTED_TODAY, echoes::CUT_TODAY));
}

#[test]
fn no_file_is_a_drawer() {
    let mut lengths: BTreeMap<String, usize> =
        files("tests/it").into_iter().map(|(path, text)| (format!("tests/it/{path}"), text.lines().count())).collect();
    for (path, file) in &HOUSE.tree.files {
        lengths.insert(format!("src/{path}"), file.lines - file.test_lines.len());
    }
    holds(&rules::lengths(&lengths, LONGEST_FILE, LONG_TODAY));
}
