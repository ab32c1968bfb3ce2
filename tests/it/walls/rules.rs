//! What the tables forbid, held against what the source says. Each gives its complaints.

use std::collections::{BTreeMap, BTreeSet};

use super::circles::{self, Edges};
use super::resolve::{Arrow, Word};
use super::tree::Tree;

/// A word and the places under `src/` that may name it.
pub struct Wall {
    pub word: &'static str,
    pub allowed: &'static [&'static str],
}

/// Who may name whom inside a module; a rule about a folder that isn't there rests.
pub enum Fence {
    /// Only these places name anything of the folder from outside.
    OnlyFrom { folder: &'static str, from: &'static [&'static str] },
    /// Nothing of the folder names these places.
    Never { folder: &'static str, to: &'static [&'static str] },
    /// The entries of a folder don't name each other, but for these pairs.
    Apart { folder: &'static str, but: &'static [(&'static str, &'static str)] },
}

/// A file as a place: `app/mod.rs` is `app`, `app/route.rs` is `app/route`.
fn place(file: &str) -> &str {
    file.strip_suffix("/mod.rs").or_else(|| file.strip_suffix(".rs")).unwrap_or(file)
}

/// Whether a file is this one (`app/mod.rs`), or this place or in it (`app/walk`).
fn is_in(file: &str, outer: &str) -> bool {
    file == outer || place(file).strip_prefix(outer).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// The file or folder right under `src/`.
fn module(file: &str) -> &str {
    place(file).split('/').next().unwrap_or(file)
}

pub fn words(words: &[Word], walls: &[Wall]) -> Vec<String> {
    let mut wrong = Vec::new();
    for wall in walls {
        let named: Vec<&Word> = words.iter().filter(|word| word.said == wall.word).collect();
        for Word { file, line, said } in &named {
            if !wall.allowed.iter().any(|allowed| is_in(file, allowed)) {
                wrong.push(format!("src/{file}:{line} names {said}"));
            }
        }
        for allowed in wall.allowed {
            if !named.iter().any(|word| is_in(&word.file, allowed)) {
                wrong.push(format!("nothing in {allowed} names {}: the wall is idle", wall.word));
            }
        }
    }
    wrong
}

/// The modules against who may name whom; `today` are files that still cross it.
pub fn modules(tree: &Tree, arrows: &[Arrow], may: &[(&str, &[&str])], today: &[(&str, &str)]) -> Vec<String> {
    let mut wrong = Vec::new();
    let real: BTreeSet<&str> = tree.product().map(module).collect();
    let rows: BTreeMap<&str, &[&str]> = may.iter().copied().collect();
    wrong
        .extend(real.iter().filter(|name| !rows.contains_key(*name)).map(|name| format!("{name} is not in the table")));
    wrong.extend(
        rows.keys().filter(|name| !real.contains(*name)).map(|name| format!("the table has {name}, src/ hasn't")),
    );
    if rows.len() < may.len() {
        wrong.push("a module is twice in the table".to_owned());
    }

    let (mut used, mut upward) = (BTreeSet::new(), BTreeMap::new());
    for arrow in arrows {
        let from = module(&arrow.from);
        // Spelled through another module's door, a thing is that module's too.
        let spelled = arrow.through.iter().map(|file| module(file)).filter(|name| *name != "lib");
        let to: BTreeSet<&str> = spelled.chain([module(&arrow.to)]).filter(|to| *to != from).collect();
        for to in to {
            if rows.get(from).is_some_and(|row| row.contains(&to)) {
                used.insert((from, to));
            } else if today.contains(&(&arrow.from, to)) {
                used.insert((&arrow.from, to));
            } else {
                upward.entry((&arrow.from, to)).or_insert(arrow);
            }
        }
    }

    wrong.extend(upward.iter().map(|((file, to), Arrow { line, spelled, .. })| {
        format!("src/{file}:{line} names {spelled}: {} may not name {to}", module(file))
    }));

    let entries = may.iter().flat_map(|(from, row)| row.iter().map(|to| (*from, *to)));
    let idle = entries.chain(today.iter().copied()).filter(|entry| !used.contains(entry));
    wrong.extend(idle.map(|(from, to)| format!("{from} names nothing of {to}: the entry is idle")));
    let table: Edges<'_> = may.iter().map(|(from, row)| (*from, row.iter().copied().collect())).collect();
    wrong.extend(circles::knots(&table).iter().map(|knot| format!("the table goes in a circle: {knot:?}")));
    wrong
}

pub fn fences(tree: &Tree, arrows: &[Arrow], fences: &[Fence]) -> Vec<String> {
    let mut wrong = Vec::new();
    for fence in fences {
        let (Fence::OnlyFrom { folder, .. } | Fence::Never { folder, .. } | Fence::Apart { folder, .. }) = fence;
        if !tree.product().any(|file| is_in(file, folder)) {
            continue;
        }
        let (mut used, mut over) = (BTreeSet::new(), BTreeMap::new());
        for arrow in arrows {
            for to in arrow.through.iter().chain([&arrow.to]) {
                let crossed = match fence {
                    Fence::OnlyFrom { folder, from } => {
                        let allowed = from.iter().any(|allowed| is_in(&arrow.from, allowed));
                        is_in(to, folder) && !is_in(&arrow.from, folder) && !allowed
                    }
                    Fence::Never { folder, to: barred } => {
                        is_in(&arrow.from, folder) && barred.iter().any(|barred| is_in(to, barred))
                    }
                    Fence::Apart { folder, but } => match (entry(&arrow.from, folder), entry(to, folder)) {
                        (Some(from), Some(to)) if from != to => {
                            used.insert((from, to));
                            !but.contains(&(from, to))
                        }
                        _ => false,
                    },
                };
                if crossed {
                    over.entry((&arrow.from, to)).or_insert(arrow);
                }
            }
        }
        wrong.extend(
            over.iter()
                .map(|((from, to), Arrow { line, spelled, .. })| format!("src/{from}:{line} names {spelled} ({to})")),
        );
        if let Fence::Apart { but, .. } = fence {
            let idle = but.iter().filter(|pair| !used.contains(*pair));
            wrong.extend(idle.map(|(from, to)| format!("{from} doesn't name {to}: the entry is idle")));
        }
    }
    wrong
}

/// The entry of a folder that a file belongs to; the folder's own file belongs to none.
fn entry<'a>(file: &'a str, folder: &str) -> Option<&'a str> {
    place(file).strip_prefix(folder)?.strip_prefix('/')?.split('/').next()
}

/// Files with more lines than the most there may be, against those that still have more.
pub fn lengths(lengths: &BTreeMap<String, usize>, most: usize, today: &[(&str, usize)]) -> Vec<String> {
    let today: BTreeMap<&str, usize> = today.iter().copied().collect();
    let long = lengths.iter().filter(|(_, lines)| **lines > most);
    let wrong = long.filter_map(|(file, lines)| match today.get(file.as_str()) {
        Some(known) if known == lines => None,
        Some(known) if known > lines => Some(format!("{file} is down to {lines} lines: lower its entry")),
        Some(known) => Some(format!("{file} has grown from {known} to {lines} lines")),
        None => Some(format!("{file} has {lines} lines")),
    });
    let needless = today.keys().filter(|file| lengths.get(**file).is_none_or(|lines| *lines <= most));
    wrong.chain(needless.map(|file| format!("{file} is no longer too long: take it off the list"))).collect()
}
