//! What one module says: the paths it names, the names it brings in, the words it uses.

use std::collections::BTreeSet;

use proc_macro2::Span;
use syn::spanned::Spanned;
use syn::{Attribute, UseTree};

use super::attributes::only_for_tests;

/// A path as it is written; a leading `::` is an empty first segment.
pub struct Mention {
    pub path: Vec<String>,
    pub line: usize,
    pub imported: bool,
}

/// A name, or with none everything, that a `use` brings into the module.
pub struct Import {
    pub name: Option<String>,
    pub path: Vec<String>,
    pub public: bool,
}

#[derive(Default)]
pub struct Collector {
    pub mentions: Vec<Mention>,
    pub imports: Vec<Import>,
    pub words: Vec<(&'static str, usize)>,
    /// Lines that are compiled for tests alone.
    pub test_lines: BTreeSet<usize>,
    /// Names of variables: alone, such a name is no mention of an item.
    pub bound: BTreeSet<String>,
}

impl Collector {
    /// What counts of the mentions, now that all variables are known.
    pub fn settle(&mut self) {
        let bound = std::mem::take(&mut self.bound);
        self.mentions.retain(|mention| mention.imported || mention.path.len() > 1 || !bound.contains(&mention.path[0]));
    }

    pub fn word(&mut self, word: &'static str, span: Span) {
        self.words.push((word, span.start().line));
    }

    pub fn path(&mut self, path: Vec<String>, span: Span) {
        let last = path.last().map_or("", String::as_str);
        if path.len() > 1 && last == "now" {
            self.word("::now()", span);
        }
        if path.len() > 1 && last == "unwrap" {
            self.word(".unwrap()", span);
        }
        for float in ["f64", "f32"] {
            if path.iter().any(|segment| segment == float) {
                self.word(float, span);
            }
        }
        if path.first().is_some_and(|first| first != "Self") {
            self.mentions.push(Mention { path, line: span.start().line, imported: false });
        }
    }

    pub fn skip(&mut self, span: Span) {
        self.test_lines.extend(span.start().line..=span.end().line);
    }

    /// Whether a piece is left out, being for tests alone.
    pub fn left_out(&mut self, attributes: &[Attribute], span: Span) -> bool {
        let out = only_for_tests(attributes);
        if out {
            self.skip(span);
        }
        out
    }

    pub fn import(&mut self, tree: &UseTree, mut path: Vec<String>, public: bool) {
        let (name, last) = match tree {
            UseTree::Path(step) => {
                path.push(plain(&step.ident));
                return self.import(&step.tree, path, public);
            }
            UseTree::Group(group) => {
                for tree in &group.items {
                    self.import(tree, path.clone(), public);
                }
                return;
            }
            UseTree::Glob(_) => (None, None),
            UseTree::Name(name) => (Some(plain(&name.ident)), Some(plain(&name.ident))),
            UseTree::Rename(rename) => (Some(plain(&rename.rename)), Some(plain(&rename.ident))),
        };
        // `a::{self}` is `a`, and goes by its name unless it is given another.
        let itself = !path.is_empty() && last.as_deref() == Some("self");
        let name = if itself && name.as_deref() == Some("self") { path.last().cloned() } else { name };
        path.extend(last.filter(|_| !itself));
        self.mentions.push(Mention { path: path.clone(), line: tree.span().start().line, imported: true });
        self.imports.push(Import { name, path, public });
    }
}

/// An identifier without the `r#`.
pub fn plain(ident: &impl ToString) -> String {
    let text = ident.to_string();
    text.strip_prefix("r#").map(str::to_owned).unwrap_or(text)
}
