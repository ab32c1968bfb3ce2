//! Texts into lines of a terminal, by the columns that they take on it.
//!
//! No word is cut unless it is longer than a line. What could move the cursor is taken out.

use textwrap::core::display_width;
use textwrap::{Options, WordSeparator, WordSplitter, WrapAlgorithm};

/// A text broken at spaces: its first line behind `first`, the others behind `rest`. Line breaks in it are kept.
pub(super) fn wrap(text: &str, first: &str, rest: &str, width: usize) -> Vec<String> {
    let mut lines = Vec::new();
    for (index, part) in text.split('\n').enumerate() {
        let options = Options::new(width)
            .initial_indent(if index == 0 { first } else { rest })
            .subsequent_indent(rest)
            .word_separator(WordSeparator::AsciiSpace)
            .word_splitter(WordSplitter::NoHyphenation)
            .wrap_algorithm(WrapAlgorithm::FirstFit);
        let part = plain(part);
        let wrapped = textwrap::wrap(&part, options);
        lines.extend(wrapped.iter().map(|line| line.trim_end().to_owned()));
    }
    lines
}

/// Labels side by side, `gap` between them, as many on a line as fit: none is torn apart unless it is longer than a line.
pub(super) fn side_by_side(labels: &[String], indent: &str, gap: &str, width: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for label in labels {
        let label = plain(label);
        let beside = lines.last().map(|line| format!("{line}{gap}{label}"));
        match beside.filter(|line| display_width(line) <= width) {
            Some(line) => {
                lines.pop();
                lines.push(line);
            }
            None => lines.extend(wrap(&label, indent, &format!("{indent}    "), width)),
        }
    }
    lines
}

/// A text without what a terminal would obey instead of showing: control characters and marks of direction.
/// A tab is a space.
pub(super) fn plain(text: &str) -> String {
    text.chars()
        .filter_map(|c| match c {
            '\t' => Some(' '),
            '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => None,
            control if control.is_control() => None,
            shown => Some(shown),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn check(text: &str, width: usize, expected: &[&str]) {
        assert_eq!(wrap(text, "- ", "  ", width), expected);
    }

    #[test]
    fn lines_break_at_spaces_only() {
        check("one two three", 9, &["- one two", "  three"]);
        check("e-mail sign-on 90/70", 10, &["- e-mail", "  sign-on", "  90/70"]);
        check("one\ntwo", 20, &["- one", "  two"]);
        check("one\n\ntwo", 20, &["- one", "", "  two"]);
        check("", 20, &["-"]);
    }

    #[test]
    fn only_a_word_longer_than_a_line_is_cut() {
        check("an antidisestablishmentarian", 12, &["- an", "  antidisest", "  ablishment", "  arian"]);
    }

    #[test]
    fn width_is_what_the_screen_shows() {
        check("日本 日本 日本", 11, &["- 日本 日本", "  日本"]);
        check("e\u{301}e\u{301} e\u{301}", 6, &["- e\u{301}e\u{301} e\u{301}"]);
    }

    #[test]
    fn what_a_terminal_would_obey_is_taken_out() {
        check("\u{1b}[2Jred\u{7} \u{202e}abc\tdef", 40, &["- [2Jred abc def"]);
        assert_eq!(plain("a\r\u{9b}b"), "ab");
    }

    #[test]
    fn labels_stay_whole() {
        let labels = ["[1] Back", "[2] Use today's price", "[3] Help"].map(str::to_owned);
        assert_eq!(side_by_side(&labels, "  ", "   ", 30), ["  [1] Back", "  [2] Use today's price", "  [3] Help"]);
        assert_eq!(side_by_side(&labels, "  ", "   ", 50), ["  [1] Back   [2] Use today's price   [3] Help"]);
        assert_eq!(
            side_by_side(&labels, "  ", "   ", 16),
            ["  [1] Back", "  [2] Use", "      today's", "      price", "  [3] Help"]
        );
        assert!(side_by_side(&[], "  ", "   ", 16).is_empty());
    }

    proptest! {
        #[test]
        fn no_line_is_wider_and_no_word_is_lost(text in "[a-z日é \n]{0,120}", width in 12usize..60) {
            let lines = wrap(&text, "- ", "  ", width);
            prop_assert!(lines.iter().all(|line| display_width(line) <= width), "{lines:?}");
            let letters = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
            prop_assert_eq!(letters(&lines.join("")), format!("-{}", letters(&text)));
            let shortest = text.split_whitespace().all(|word| display_width(word) <= width - 2);
            if shortest {
                let words: Vec<&str> = lines.iter().flat_map(|line| line.split_whitespace()).collect();
                let before: Vec<&str> = std::iter::once("-").chain(text.split_whitespace()).collect();
                prop_assert_eq!(words, before);
            }
        }
    }
}
