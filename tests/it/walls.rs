//! The walls of the house, read from its source: who may know what.

use std::path::{Path, PathBuf};

/// A word and the places (files or folders under `src/`) that may name it.
struct Wall {
    word: &'static str,
    allowed: &'static [&'static str],
}

const SHELLS: [&str; 3] = ["discord/", "cli/", "main.rs"];

const WALLS: &[Wall] = &[
    Wall { word: "serenity::", allowed: &["discord/"] },
    Wall { word: "handlebars::", allowed: &["playbook/"] },
    Wall { word: "sqlx::", allowed: &["store/"] },
    Wall { word: "reqwest::", allowed: &["price/source.rs"] },
    Wall { word: "dashmap::", allowed: &["store/", "discord/"] },
    Wall { word: "f64", allowed: &["market/percentile.rs"] },
    Wall { word: "f32", allowed: &[] },
    Wall { word: "::now()", allowed: &SHELLS },
    Wall {
        word: "async fn",
        allowed: &["discord/", "cli/", "main.rs", "app/mod.rs", "app/price.rs", "store/", "price/source.rs"],
    },
    Wall {
        word: ".await",
        allowed: &["discord/", "cli/", "main.rs", "app/mod.rs", "app/price.rs", "store/", "price/source.rs"],
    },
    Wall { word: ".unwrap()", allowed: &[] },
    Wall { word: "rand::", allowed: &[] },
];

/// Modules in reading order: each may name only those before it (and itself).
const ORDER: &[&str] = &["money", "offer", "market", "analysis", "tax", "counter", "words", "playbook", "session"];

/// The most lines of a source file without its tests.
const LONGEST_FILE: usize = 400;

fn source() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

/// Every source file with its path under `src/` and its text without tests and comments.
fn files() -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut folders = vec![source()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).expect("a folder of the source").flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let name = path.strip_prefix(source()).expect("inside").to_string_lossy().replace('\\', "/");
                found.push((name, std::fs::read_to_string(&path).expect("a source file")));
            }
        }
    }
    found.retain(|(name, _)| !is_test(name));
    found.into_iter().map(|(name, text)| (name, without_tests(&text))).collect()
}

fn is_test(name: &str) -> bool {
    let last = name.rsplit('/').next().unwrap_or(name);
    let test_folder = name.split('/').any(|part| part == "tests");
    test_folder || last.starts_with("test") || matches!(last, "conformance.rs" | "transcript.rs")
}

/// What stands above the first `#[cfg(test)] mod … {`, without comment lines.
fn without_tests(text: &str) -> String {
    let body = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or(text);
    let code = |line: &&str| !line.trim_start().starts_with("//");
    let code = body.lines().filter(code).collect::<Vec<_>>().join("\n");
    // A log filter names a crate without knowing it, and a state may await without async.
    code.replace("\"serenity::", "\"").replace(".awaits_", ".").replace(".awaiting", ".")
}

#[test]
fn nobody_knows_what_they_must_not() {
    let files = files();
    assert!(files.len() > 50, "the source is read");
    let mut crossed = Vec::new();
    for (name, text) in &files {
        for wall in WALLS {
            let allowed = wall.allowed.iter().any(|place| name.starts_with(place));
            if !allowed && text.contains(wall.word) {
                crossed.push(format!("src/{name} names {}", wall.word));
            }
        }
    }
    assert!(crossed.is_empty(), "{crossed:#?}");
}

#[test]
fn every_wall_stands_somewhere() {
    let files = files();
    for wall in WALLS.iter().filter(|wall| !wall.allowed.is_empty()) {
        assert!(
            files.iter().any(|(_, text)| text.contains(wall.word)),
            "nothing names {}: the wall is idle",
            wall.word
        );
    }
}

#[test]
fn modules_know_only_those_before_them() {
    // Reading what people type needs places; places need nothing of offers but the level.
    let level_of_bands = |module: &str, later: &str| matches!((module, later), ("offer", "market"));
    let mut crossed = Vec::new();
    for (name, text) in files() {
        let module = name.split(['/', '.']).next().unwrap_or_default().to_owned();
        let Some(place) = ORDER.iter().position(|known| *known == module) else { continue };
        for later in ORDER[place + 1..].iter().chain(&["reply", "store", "app", "discord", "cli", "config"]) {
            if text.contains(&format!("crate::{later}::")) && !level_of_bands(&module, later) {
                crossed.push(format!("src/{name} names crate::{later}"));
            }
        }
    }
    assert!(crossed.is_empty(), "{crossed:#?}");
}

#[test]
fn no_file_is_a_drawer() {
    let long: Vec<String> = files()
        .into_iter()
        .map(|(name, text)| (name, text.lines().count()))
        .filter(|(_, lines)| *lines > LONGEST_FILE)
        .map(|(name, lines)| format!("{name}: {lines} lines"))
        .collect();
    assert!(long.is_empty(), "{long:#?}");
}
