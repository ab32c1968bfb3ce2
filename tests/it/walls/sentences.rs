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
            let mut reader = Reader::default();
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

#[derive(Default)]
struct Reader {
    sentences: Vec<(usize, String)>,
}

impl Reader {
    fn text(&mut self, literal: &LitStr) {
        let text = literal.value();
        let words = text.split_whitespace();
        // `{} {} in {}` puts figures beside each other; `{amount} in stock` says something.
        let spelled = text.split(['{', '}']).step_by(2).flat_map(str::split_whitespace);
        let spelled = spelled.filter(|word| word.contains(char::is_alphabetic)).count();
        if words.count() >= WORDS && spelled > 1 {
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
