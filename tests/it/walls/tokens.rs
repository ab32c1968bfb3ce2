//! Paths and words in what a macro or an attribute is given, which is not parsed but scanned.

use proc_macro2::{TokenStream, TokenTree};

use super::collect::{Collector, plain};

/// The keys of serde whose text is a path.
const SERDE_PATHS: [&str; 10] = [
    "with",
    "serialize_with",
    "deserialize_with",
    "default",
    "skip_serializing_if",
    "from",
    "into",
    "try_from",
    "remote",
    "getter",
];

pub fn scan(to: &mut Collector, tokens: TokenStream) {
    let trees: Vec<TokenTree> = tokens.into_iter().collect();
    let mut at = 0;
    while at < trees.len() {
        match &trees[at] {
            TokenTree::Group(group) => scan(to, group.stream()),
            TokenTree::Literal(literal) => {
                let text = literal.to_string();
                for float in ["f64", "f32"] {
                    if text.starts_with(|first: char| first.is_ascii_digit()) && text.ends_with(float) {
                        to.word(float, literal.span());
                    }
                }
            }
            TokenTree::Ident(_) => {
                at = ident(to, &trees, at);
                continue;
            }
            TokenTree::Punct(_) => {}
        }
        at += 1;
    }
}

/// Reads the path that begins here; gives where it ends.
fn ident(to: &mut Collector, trees: &[TokenTree], start: usize) -> usize {
    let mut path = Vec::new();
    let mut at = start;
    while let Some(TokenTree::Ident(segment)) = trees.get(at) {
        path.push(plain(segment));
        at += 1;
        let goes_on = mark(trees, at, ':') && mark(trees, at + 1, ':');
        if !(goes_on && matches!(trees.get(at + 2), Some(TokenTree::Ident(_)))) {
            break;
        }
        at += 2;
    }
    let span = trees[start].span();
    let before = |steps: usize, wanted: char| start >= steps && mark(trees, start - steps, wanted);
    let of_a_value = before(1, '.') && !before(2, '.');
    let called_with_nothing =
        matches!(trees.get(at), Some(TokenTree::Group(arguments)) if arguments.stream().is_empty());
    let label = path.len() == 1 && mark(trees, at, ':') && !mark(trees, at + 1, ':');
    match path[0].as_str() {
        "await" if of_a_value => to.word(".await", span),
        "unwrap" if of_a_value && called_with_nothing => to.word(".unwrap()", span),
        "async" => to.word("async", span),
        _ if of_a_value || label => {}
        name if before(1, '$') && name != "crate" => {}
        _ => to.path(path, span),
    }
    at
}

fn mark(trees: &[TokenTree], at: usize, wanted: char) -> bool {
    matches!(trees.get(at), Some(TokenTree::Punct(mark)) if mark.as_char() == wanted)
}

/// `#[serde(with = "super::day")]` is an import, though in quotes.
pub fn scan_serde(to: &mut Collector, tokens: TokenStream) {
    let trees: Vec<TokenTree> = tokens.into_iter().collect();
    for window in trees.windows(3) {
        let [TokenTree::Ident(key), TokenTree::Punct(is), TokenTree::Literal(value)] = window else { continue };
        if is.as_char() != '=' || !SERDE_PATHS.iter().any(|known| key == known) {
            continue;
        }
        let text = value.to_string();
        if let Ok(path) = syn::parse_str::<syn::Path>(text.trim_matches('"')) {
            to.path(path.segments.iter().map(|segment| plain(&segment.ident)).collect(), value.span());
        }
    }
}
