//! What someone typed is shown back through `src/echo.rs` alone. Types are not known here, so three
//! habits stand for it: between double quotes in a sentence stands `{echo}` or one of ours that is
//! listed; an error whose sentence quotes a field holds an `Echo` there; and texts are cut in `echo.rs`.
//! What none of these can see, `src/app/tests/echoes.rs` sees by typing.

use std::collections::BTreeSet;

use proc_macro2::{TokenStream, TokenTree};
use syn::visit::{self, Visit};
use syn::{Attribute, Expr, ExprMethodCall, Field, Fields, ImplItem, Item, LitStr, Meta, Stmt, Type};

use super::attributes::{of_impl_item, of_item, of_statement, only_for_tests};
use super::tree::{Sources, Tree};

/// Whatever is interpolated.
const ANY: &str = "*";

/// What stands between quotes and is no echo: file, what is interpolated, and why it may.
pub const QUOTED_TODAY: &[(&str, &str, &str)] = &[
    ("app/pages/about.rs", "DELETE_WORD", "a word of ours"),
    ("app/pages/lever.rs", "", "lines of the playbook"),
    ("app/pages/offers.rs", "", "an offer's name, short since it is kept"),
    ("app/pages/offers.rs", "name", "an offer's name, short since it is kept"),
    ("app/pages/paste.rs", "", "the start of a letter's line, which the reader has cleaned"),
    ("app/pages/paste.rs", "quote", "a letter's line, which the reader has cleaned and cut"),
    ("app/pages/script/mod.rs", "", "our example of a fact"),
    ("app/walk/leave_card.rs", "farewell", "a word of ours"),
    ("app/walk/questions/doubt.rs", "", "a label of ours"),
    ("app/walk/questions/mod.rs", "", "an example of ours"),
    ("app/words/unread.rs", "ON_MESSAGE", "a command of ours"),
    ("cli/terminal/words.rs", "value", "a word of a command line, as it is typed"),
    ("market/place/file.rs", "", "a data file of ours"),
    ("market/place/file.rs", "region", "a data file of ours"),
    ("app/words/competition.rs", "", "lines of the playbook"),
    ("cli/bad_line.rs", "key", "a key of ours"),
    ("market/band.rs", "", "a data file of the operator's"),
    ("market/company/file.rs", "alias", "a data file of the operator's"),
    ("market/role.rs", "alias", "a data file of ours"),
    ("market/range.rs", "text", "a data file of the operator's"),
    ("money/currency.rs", "repeated", "a data file of ours"),
    ("playbook/catalogue.rs", "key", "a template of ours"),
    ("playbook/catalogue.rs", "name", "a template of ours"),
    ("playbook/document.rs", "", "a template of ours"),
    ("playbook/document.rs", "key", "a template of ours"),
    ("playbook/entry.rs", "", "a template of ours"),
    ("playbook/entry.rs", "key", "a template of ours"),
    ("playbook/render_error.rs", "0", "the title of an entry"),
    ("tax/reading.rs", "", "a data file of the operator's"),
    ("tax/reading.rs", "end", "a data file of the operator's"),
    ("tax/reading.rs", "other", "a data file of the operator's"),
    ("tax/reading.rs", "text", "a data file of the operator's"),
    ("words/abroad.rs", "", "the code of a currency"),
    ("words/problem", ANY, "what the reader quotes, which it has cleaned and cut"),
];

/// Files that cut a text themselves, and what it is.
pub const CUT_TODAY: &[(&str, &str)] = &[
    ("app/pages/checklist.rs", "a choice of ours, to what Discord takes"),
    ("app/pages/compare/mod.rs", "a column's name"),
    ("app/pages/compare/rival.rs", "a choice or title with a company's name, to what Discord takes"),
    ("app/pages/paste.rs", "a letter's line, which the reader has cleaned"),
    ("app/pages/revise/told/cards.rs", "an offer's name in a label, to what Discord takes"),
    ("app/pages/script/facts.rs", "a title of ours, to what Discord takes"),
    ("app/walk/card.rs", "an answer in a choice, to what Discord takes"),
    ("app/walk/late.rs", "what was typed, without marks, to what a card takes"),
    ("cli/chat.rs", "a form's input, to what it takes"),
    ("cli/terminal/form.rs", "a form's input, to what it takes"),
    ("cli/terminal/mod.rs", "a title of ours, as the name of a file"),
    ("money/reading.rs", "digits"),
    ("playbook/catalogue.rs", "the subject of an e-mail"),
    ("reading", "a letter's line, and names to what is kept of them"),
    ("reply/mod.rs", "a form's input, to what it takes"),
];

/// The complaints about some sources.
pub fn complaints(tree: &Tree, sources: &Sources, quoted: &[(&str, &str, &str)], cut: &[(&str, &str)]) -> Vec<String> {
    let (mut wrong, mut used) = (Vec::new(), BTreeSet::new());
    for file in tree.product().filter(|file| *file != "echo.rs") {
        let mut reader = Reader::default();
        reader.visit_file(&syn::parse_file(&sources[file]).expect("source that compiles"));
        for (line, what) in reader.quoted {
            match quoted.iter().find(|(place, known, _)| file.starts_with(place) && (*known == ANY || *known == what)) {
                Some((place, known, _)) => drop(used.insert((*place, *known))),
                None => wrong.push(format!(
                    "src/{file}:{line} quotes {{{what}}}: show what was typed by `let echo = Echo::of(…)` and \"{{echo}}\", or an error's field of type `Echo`"
                )),
            }
        }
        for line in reader.cuts {
            match cut.iter().find(|(place, _)| file.starts_with(place)) {
                Some((place, _)) => drop(used.insert((*place, "cut"))),
                None => wrong.push(format!("src/{file}:{line} cuts a text: that is for echo.rs")),
            }
        }
    }
    let entries =
        quoted.iter().map(|(place, known, _)| (*place, *known)).chain(cut.iter().map(|(place, _)| (*place, "cut")));
    wrong.extend(
        entries
            .filter(|entry| !used.contains(entry))
            .map(|(place, known)| format!("{place} has no {known:?}: the entry is idle")),
    );
    wrong
}

#[derive(Default)]
struct Reader {
    /// What is interpolated between quotes, with its line; empty for a positional one.
    quoted: Vec<(usize, String)>,
    /// Lines that cut a text.
    cuts: Vec<usize>,
}

/// What a format interpolates right behind a double quote: `said` of `in "{said}"`.
fn interpolated(format: &str) -> impl Iterator<Item = &str> {
    format.split("\"{").skip(1).filter_map(|rest| {
        let (name, _) = rest.split_once('}')?;
        (!name.starts_with('{')).then(|| name.split(':').next().unwrap_or(name))
    })
}

impl Reader {
    fn tokens(&mut self, tokens: TokenStream) {
        for tree in tokens {
            match tree {
                TokenTree::Group(group) => self.tokens(group.stream()),
                TokenTree::Literal(literal) => {
                    if let Ok(text) = syn::parse_str::<LitStr>(&literal.to_string()) {
                        let line = literal.span().start().line;
                        let quoted = interpolated(&text.value())
                            .filter(|name| *name != "echo")
                            .map(|name| (line, name.to_owned()))
                            .collect::<Vec<_>>();
                        self.quoted.extend(quoted);
                    }
                }
                TokenTree::Ident(_) | TokenTree::Punct(_) => {}
            }
        }
    }

    /// The sentence of an error against the types of what it quotes.
    fn error(&mut self, attributes: &[Attribute], fields: &Fields) {
        for attribute in attributes.iter().filter(|attribute| attribute.path().is_ident("error")) {
            let Meta::List(list) = &attribute.meta else { continue };
            let mut tokens = list.tokens.clone().into_iter();
            let Some(TokenTree::Literal(literal)) = tokens.next() else { continue };
            let Ok(text) = syn::parse_str::<LitStr>(&literal.to_string()) else { continue };
            for name in interpolated(&text.value()) {
                let named = |(index, field): &(usize, &Field)| match &field.ident {
                    Some(ident) => ident == name,
                    None => index.to_string() == name,
                };
                let field = fields.iter().enumerate().find(named).map(|(_, field)| field);
                if !field.is_some_and(|field| is_echo(&field.ty)) {
                    self.quoted.push((literal.span().start().line, name.to_owned()));
                }
            }
        }
    }
}

fn is_echo(of: &Type) -> bool {
    matches!(of, Type::Path(path) if path.path.segments.last().is_some_and(|last| last.ident == "Echo"))
}

/// Whether a chain of calls begins with the characters of a text.
fn is_of_characters(of: &Expr) -> bool {
    match of {
        Expr::MethodCall(call) => call.method == "chars" || is_of_characters(&call.receiver),
        _ => false,
    }
}

impl<'ast> Visit<'ast> for Reader {
    fn visit_item(&mut self, item: &'ast Item) {
        if only_for_tests(of_item(item)) {
            return;
        }
        match item {
            Item::Enum(item) => item.variants.iter().for_each(|variant| self.error(&variant.attrs, &variant.fields)),
            Item::Struct(item) => self.error(&item.attrs, &item.fields),
            _ => {}
        }
        visit::visit_item(self, item);
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

    fn visit_expr_method_call(&mut self, call: &'ast ExprMethodCall) {
        if call.method == "take" && is_of_characters(&call.receiver) {
            self.cuts.push(call.method.span().start().line);
        }
        visit::visit_expr_method_call(self, call);
    }

    fn visit_macro(&mut self, called: &'ast syn::Macro) {
        self.tokens(called.tokens.clone());
        // Calls inside a macro are tokens there; those that parse are looked at as well.
        if let Ok(inside) =
            called.parse_body_with(syn::punctuated::Punctuated::<Expr, syn::Token![,]>::parse_terminated)
        {
            for expression in &inside {
                self.visit_expr(expression);
            }
        }
    }
}
