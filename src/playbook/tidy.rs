//! From template lines to text to paste: joins wrapped lines, closes the gaps that
//! left-out sentences leave.

/// Stands for a line break that is wanted, between loading a template and its last tidying.
/// A control character: never part of what a user typed, since [`echo::kept`](crate::echo::kept) drops those.
const BREAK: char = '\u{1e}';
/// As [`BREAK`], for the end of a paragraph.
const PARAGRAPH: char = '\u{1d}';

/// As [`BREAK`], after the month of the market's figures: whatever text prints it quotes the market.
const MARKET: char = '\u{1c}';

/// The month of the market's figures, so that a text that prints it can be told.
pub(super) fn mark_market(month: &str) -> String {
    format!("{month}{MARKET}")
}

/// Whether rendered text quotes the market, by its mark.
pub(super) fn quotes_market(rendered: &str) -> bool {
    rendered.contains(MARKET)
}

/// Marks the wanted line breaks of a template: before a line that starts with `- `, and
/// at the end of one that ends with `\`. All other line breaks only wrap the source.
pub(super) fn mark_breaks(template: &str) -> String {
    let mut marked = String::with_capacity(template.len() + 16);
    for line in template.lines() {
        let start = line.trim_start();
        if start.starts_with("- ") {
            marked.push(BREAK);
        } else if start.is_empty() {
            marked.push(PARAGRAPH);
        }
        match start.trim_end().strip_suffix('\\') {
            Some(kept) => {
                marked.push_str(kept);
                marked.push(BREAK);
            }
            None => marked.push_str(start.trim_end()),
        }
        marked.push('\n');
    }
    marked
}

/// Rendered text as it is shown: paragraphs apart by one blank line, single spaces, no
/// spaces at line ends, no empty paragraphs.
pub(super) fn tidy(rendered: &str) -> String {
    let mut paragraphs = Vec::new();
    for paragraph in rendered.replace('\n', " ").replace(MARKET, "").split(PARAGRAPH) {
        let kept: Vec<String> = paragraph
            .split(BREAK)
            .map(|line| line.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" "))
            .filter(|line| !line.is_empty())
            .collect();
        if !kept.is_empty() {
            paragraphs.push(kept.join("\n"));
        }
    }
    paragraphs.join("\n\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(template: &str, expected: &str) {
        assert_eq!(tidy(&mark_breaks(template)), expected);
    }

    #[test]
    fn wrapped_lines_join_and_wanted_breaks_stay() {
        check("One\ntwo.\n\nThree.", "One two.\n\nThree.");
        check("Best,\\\nSam", "Best,\nSam");
        check("Asks:\n- base\n  and more\n- stock\n\nThanks", "Asks:\n- base and more\n- stock\n\nThanks");
    }

    #[test]
    fn gaps_of_left_out_sentences_close() {
        check("One.   Two. \n\n\n \n\nThree.", "One. Two.\n\nThree.");
        check("\n\n  \nOne.", "One.");
        check("", "");
    }
}
