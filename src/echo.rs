//! What someone typed, as it is shown back or kept as a name: one line, short, nothing in it that
//! can't be seen.
//!
//! Owns how much of a typed text is shown and which characters never are. Everything shown back
//! of what was typed, in a card, a choice, a suggestion, a file's name or an error, is an [`Echo`].
//! Must not know who shows it.

use std::fmt;

use serde::Serialize;
use unicode_properties::{GeneralCategory, UnicodeGeneralCategory};

/// What someone typed as it is shown back: one line of at most [`Echo::LONGEST`] characters,
/// without control, direction and zero-width marks; its double quotes are single ones, as it
/// stands between double ones in most sentences.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[serde(transparent)]
pub struct Echo(String);

impl Echo {
    /// The longest echo, in characters.
    pub const LONGEST: usize = 40;

    /// A typed text as it is shown back; what is longer ends in an ellipsis.
    pub fn of(typed: &str) -> Self {
        let mut shown: Vec<char> = visible(typed).take(Self::LONGEST + 1).collect();
        if shown.len() > Self::LONGEST {
            shown.truncate(Self::LONGEST - 1);
            while shown.last() == Some(&' ') {
                shown.pop();
            }
            shown.push('…');
        }
        Self(shown.into_iter().map(|c| if c == '"' { '\'' } else { c }).collect())
    }

    /// Whether there is nothing to show.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl fmt::Display for Echo {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl From<Echo> for String {
    fn from(echo: Echo) -> Self {
        echo.0
    }
}

/// A typed text as it is kept to be shown as it is, such as a place, a name or a fact: one line
/// without marks that can't be seen, cut after `longest` characters.
pub fn kept(typed: &str, longest: usize) -> String {
    let kept: String = visible(typed).take(longest).collect();
    kept.trim_end().to_owned()
}

/// A typed text of several lines without marks that can't be seen.
pub fn without_marks(typed: &str) -> String {
    let lines = typed.chars().map(|c| if matches!(c, '\u{2028}' | '\u{2029}') { '\n' } else { c });
    lines.filter(|c| *c == '\n' || !is_mark(*c)).collect()
}

/// A character that shows nothing or turns what stands around it: control characters, zero-width
/// and direction marks, soft hyphens.
fn is_mark(c: char) -> bool {
    matches!(c.general_category(), GeneralCategory::Control | GeneralCategory::Format)
}

/// The characters that can be seen, with one space wherever there is any.
fn visible(text: &str) -> impl Iterator<Item = char> {
    let mut after_space = true;
    let shown = text.chars().filter(|c| c.is_whitespace() || !is_mark(*c)).filter_map(move |c| {
        let again = std::mem::replace(&mut after_space, c.is_whitespace());
        match c.is_whitespace() {
            true if again => None,
            true => Some(' '),
            false => Some(c),
        }
    });
    WithoutLastSpace { shown: shown.peekable() }
}

/// Leaves out a space that nothing follows.
struct WithoutLastSpace<I: Iterator<Item = char>> {
    shown: std::iter::Peekable<I>,
}

impl<I: Iterator<Item = char>> Iterator for WithoutLastSpace<I> {
    type Item = char;

    fn next(&mut self) -> Option<char> {
        let next = self.shown.next()?;
        (next != ' ' || self.shown.peek().is_some()).then_some(next)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[track_caller]
    fn check(typed: &str, shown: &str) {
        assert_eq!(Echo::of(typed).to_string(), shown, "{typed:?}");
    }

    #[test]
    fn what_is_typed_is_shown_on_one_line() {
        check("", "");
        check("   ", "");
        check(" Denver,\n  CO\t", "Denver, CO");
        check("a \"good\" one", "a 'good' one");
        check("日本 ＡＢ 🎉", "日本 ＡＢ 🎉");
        check("base\r\n185k\u{2028}now\u{85}then", "base 185k now then");
    }

    #[test]
    fn what_is_long_is_cut() {
        check(&"x".repeat(40), &"x".repeat(40));
        check(&"x".repeat(41), &format!("{}…", "x".repeat(39)));
        check(&format!("{} tail", "x".repeat(38)), &format!("{}…", "x".repeat(38)));
        check(&" ".repeat(4_000), "");
        check(&format!("{}end", "\u{200b}".repeat(4_000)), "end");
    }

    #[test]
    fn marks_that_cannot_be_seen_go() {
        for mark in [
            '\0',
            '\u{1b}',
            '\u{7}',
            '\u{7f}',
            '\u{9b}',
            '\u{ad}',
            '\u{61c}',
            '\u{180e}',
            '\u{200b}',
            '\u{200c}',
            '\u{200d}',
            '\u{200e}',
            '\u{200f}',
            '\u{202a}',
            '\u{202b}',
            '\u{202c}',
            '\u{202d}',
            '\u{202e}',
            '\u{2060}',
            '\u{2066}',
            '\u{2067}',
            '\u{2068}',
            '\u{2069}',
            '\u{206f}',
            '\u{feff}',
            '\u{fff9}',
            '\u{e0041}',
        ] {
            check(&format!("{mark}a{mark}b {mark} c{mark}"), "ab c");
            assert_eq!(kept(&format!("{mark}a{mark}b"), 10), "ab");
            assert_eq!(without_marks(&format!("a{mark}\nb")), "a\nb");
        }
    }

    #[test]
    fn a_name_is_kept_as_long_as_it_may_be() {
        assert_eq!(kept("  Denver,   CO ", 60), "Denver, CO");
        assert_eq!(kept("Denver, CO", 8), "Denver,");
        assert_eq!(kept("say \"yes\"", 60), "say \"yes\"");
    }

    proptest! {
        #[test]
        fn any_text_comes_out_short_visible_and_the_same_again(text in "(?s).{0,200}|[\u{0}-\u{20}\u{200b}-\u{2069}a\"]{0,200}") {
            let shown = Echo::of(&text).to_string();
            prop_assert!(shown.chars().count() <= Echo::LONGEST);
            prop_assert!(!shown.chars().any(|c| is_mark(c) || c == '\n' || c == '"'));
            prop_assert_eq!(Echo::of(&shown).to_string(), shown.clone());
            prop_assert_eq!(kept(&shown, Echo::LONGEST), shown);
        }
    }
}
