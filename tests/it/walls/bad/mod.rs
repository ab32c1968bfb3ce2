//! Small bad sources, on each of which a rule must fail; and good ones, on which none may.

mod circles;
mod echoes;
mod sentences;
mod upward;
mod words;

use super::tree::{Sources, Tree};

/// A crate of these files. Where there is no `lib.rs`, one declares what is at the top.
fn tree(files: &[(&str, &str)]) -> Tree {
    let mut sources: Sources = files.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect();
    let top = |(path, _): &(&str, &str)| path.strip_suffix("/mod.rs").or(path.strip_suffix(".rs")).map(str::to_owned);
    let declared = files.iter().filter_map(top).filter(|name| !name.contains('/') && name != "main");
    let library: Vec<String> = declared.map(|name| format!("pub mod {name};")).collect();
    sources.entry("lib.rs".to_owned()).or_insert(library.join("\n"));
    Tree::read(&sources)
}
