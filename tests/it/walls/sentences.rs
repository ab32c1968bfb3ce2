//! Sentences in the source: a text of three words or more, where codes and figures alone should be.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::{TokenStream, TokenTree};
use syn::visit::{self, Visit};
use syn::{Attribute, ImplItem, Item, LitStr, Stmt};

use super::attributes::{of_impl_item, of_item, of_statement, only_for_tests};
use super::tree::{Sources, Tree};

/// Modules that give codes and figures; what people read of them stands in `words/` and the templates.
pub const WORDLESS: &[&str] = &["analysis", "counter", "market", "offer", "tax"];

/// Files with texts that are no sentences of ours, and why.
pub const SPOKEN_TODAY: &[(&str, &str)] = &[
    ("market/band.rs", "says what is wrong with a data file"),
    ("market/bands.rs", "says what is wrong with a data file"),
    ("market/company/file.rs", "says what is wrong with a data file"),
    ("tax/reading.rs", "says what is wrong with a data file"),
    ("tax/tables.rs", "says what is wrong with a data file"),
    ("market/role.rs", "says what is wrong with a data file"),
    ("market/place/mod.rs", "holds the names of places as they are shown"),
    ("market/place/file.rs", "says what is wrong with a data file"),
    ("market/vesting/text.rs", "holds how people write a schedule"),
    ("tax/mod.rs", "holds how people write a filing status"),
];

/// Words between spaces that make a sentence.
const WORDS: usize = 3;

/// Calls whose text is for who works on the program.
const FOR_DEVELOPERS: &[&str] =
    &["panic", "unreachable", "assert", "assert_eq", "assert_ne", "debug_assert", "debug_assert_eq", "debug_assert_ne"];

/// The sentences of some modules against the files that may have them.
pub fn complaints(tree: &Tree, sources: &Sources, modules: &[&str], spoken: &[(&str, &str)]) -> Vec<String> {
    let mut found: BTreeMap<&str, Vec<(usize, String)>> = BTreeMap::new();
    for file in tree.product() {
        if modules.iter().any(|module| file.split(['/', '.']).next() == Some(module)) {
            let parsed = syn::parse_file(&sources[file]).expect("source that compiles");
            let mut reader = Reader { wanted: is_sentence, sentences: Vec::new() };
            reader.visit_file(&parsed);
            found.insert(file, reader.sentences);
        }
    }
    let excused: BTreeSet<&str> = spoken.iter().map(|(file, _)| *file).collect();
    let said = found.iter().filter(|(file, _)| !excused.contains(*file));
    let wrong = said.flat_map(|(file, sentences)| {
        sentences.iter().map(move |(line, text)| format!("src/{file}:{line} says \"{text}\": that belongs in words/"))
    });
    let silent = spoken.iter().filter(|(file, _)| found.get(file).is_none_or(Vec::is_empty));
    wrong.chain(silent.map(|(file, _)| format!("{file} has no sentence: the entry is idle"))).collect()
}

/// Texts of the reader that are no words to look for, and why.
pub const NO_LANGUAGE: &[(&str, &[&str], &str)] = &[
    (
        "reading/answer.rs",
        &["none", "usual", "unknown", "yes", "no", "lump", "monthly", "full", "nothing"],
        "how answers are kept",
    ),
    (
        "session/control.rs",
        &["back", "skip", "cancel", "help", "why", "save", "yes", "no", "pause"],
        "keys of the data",
    ),
    ("reading/company.rs", &["my current employer"], "what is shown as its name"),
    (
        "reading/schedule.rs",
        &["quarterly", "monthly", "yearly", "every six months"],
        "how the schedules' reader spells it",
    ),
];

/// Words of the language that the reader and the conversation spell in their source: those stand in their data.
pub fn language(tree: &Tree, sources: &Sources, excused: &[(&str, &[&str], &str)]) -> Vec<String> {
    let mut wrong = Vec::new();
    let mut used: BTreeSet<(&str, String)> = BTreeSet::new();
    for file in
        tree.product().filter(|file| ["reading/", "session/", "money/reading.rs"].iter().any(|of| file.starts_with(of)))
    {
        let mut reader = Reader { wanted: is_language, sentences: Vec::new() };
        reader.visit_file(&syn::parse_file(&sources[file]).expect("source that compiles"));
        for (line, text) in reader.sentences {
            let known = excused.iter().any(|(of, texts, _)| *of == file && texts.contains(&text.as_str()));
            if known {
                used.insert((file, text));
            } else {
                wrong.push(format!("src/{file}:{line} looks for \"{text}\": that belongs in the data"));
            }
        }
    }
    let listed = excused.iter().flat_map(|(file, texts, _)| texts.iter().map(move |text| (*file, (*text).to_owned())));
    let idle = listed.filter(|entry| !used.contains(entry));
    wrong.extend(idle.map(|(file, text)| format!("{file} has no \"{text}\": the entry is idle")));
    wrong
}

/// Small letters, and nothing but what stands between words.
fn is_language(text: &str) -> bool {
    let plain = |c: char| c.is_ascii_lowercase() || matches!(c, ' ' | '\'' | '-');
    text.chars().filter(char::is_ascii_lowercase).count() > 1 && text.chars().all(plain)
}

/// Three words or more that are no figures beside each other: `{amount} in stock` says something.
fn is_sentence(text: &str) -> bool {
    let spelled = text.split(['{', '}']).step_by(2).flat_map(str::split_whitespace);
    let spelled = spelled.filter(|word| word.contains(char::is_alphabetic)).count();
    text.split_whitespace().count() >= WORDS && spelled > 1
}

struct Reader {
    /// Whether a text is one that is looked for.
    wanted: fn(&str) -> bool,
    sentences: Vec<(usize, String)>,
}

impl Reader {
    fn text(&mut self, literal: &LitStr) {
        let text = literal.value();
        if (self.wanted)(&text) {
            self.sentences.push((literal.span().start().line, text));
        }
    }

    fn tokens(&mut self, tokens: TokenStream) {
        let trees: Vec<TokenTree> = tokens.into_iter().collect();
        for (at, tree) in trees.iter().enumerate() {
            let after_expect = at > 0 && matches!(&trees[at - 1], TokenTree::Ident(name) if name == "expect");
            match tree {
                TokenTree::Group(group) if !after_expect => self.tokens(group.stream()),
                TokenTree::Literal(literal) => {
                    if let Ok(text) = syn::parse_str::<LitStr>(&literal.to_string()) {
                        let text = LitStr::new(&text.value(), literal.span());
                        self.text(&text);
                    }
                }
                TokenTree::Group(_) | TokenTree::Ident(_) | TokenTree::Punct(_) => {}
            }
        }
    }
}

impl<'ast> Visit<'ast> for Reader {
    fn visit_item(&mut self, item: &'ast Item) {
        if !only_for_tests(of_item(item)) {
            visit::visit_item(self, item);
        }
    }

    fn visit_impl_item(&mut self, item: &'ast ImplItem) {
        if !only_for_tests(of_impl_item(item)) {
            visit::visit_impl_item(self, item);
        }
    }

    fn visit_stmt(&mut self, statement: &'ast Stmt) {
        if !only_for_tests(of_statement(statement)) {
            visit::visit_stmt(self, statement);
        }
    }

    /// The text of an error stands beside its variant, docs are for who works on the program.
    fn visit_attribute(&mut self, _: &'ast Attribute) {}

    fn visit_expr_method_call(&mut self, call: &'ast syn::ExprMethodCall) {
        if call.method == "expect" {
            self.visit_expr(&call.receiver);
        } else {
            visit::visit_expr_method_call(self, call);
        }
    }

    fn visit_macro(&mut self, called: &'ast syn::Macro) {
        if !FOR_DEVELOPERS.iter().any(|name| called.path.is_ident(name)) {
            self.tokens(called.tokens.clone());
        }
    }

    fn visit_lit_str(&mut self, literal: &'ast LitStr) {
        self.text(literal);
    }
}
