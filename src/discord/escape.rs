//! Plain text to Discord markdown that shows as typed.
//!
//! Owns what is special in Discord's markdown, where, and how long a text becomes.
//! Must not know where the text goes.

use super::limits::length;

/// Returns the text with every character escaped that Discord could read as formatting, a
/// mention, an emoji, a timestamp or a link.
pub(super) fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + text.len() / 8);
    let mut at_line_start = true;
    let mut in_line_number = false;
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        let next = characters.peek().copied();
        if is_special(character, next, at_line_start, in_line_number) {
            escaped.push('\\');
        }
        escaped.push(character);
        in_line_number = character.is_ascii_digit() && (at_line_start || in_line_number);
        at_line_start = matches!(character, '\n' | '\r') || (at_line_start && character.is_whitespace());
    }
    escaped
}

fn is_special(character: char, next: Option<char>, at_line_start: bool, in_line_number: bool) -> bool {
    match character {
        '\\' | '*' | '_' | '~' | '`' | '|' | '>' | '<' | '#' | '[' | ']' | '@' => true,
        '-' | '+' => at_line_start,
        '.' => in_line_number,
        // `https://…` becomes a link and `:smile:` a picture; `Base: 185k` stays readable.
        ':' => next.is_some_and(|next| !next.is_whitespace()),
        _ => false,
    }
}

/// Splits plain text into pieces of which each is at most `most` once escaped, at line
/// ends, else at spaces, else anywhere between characters. Nothing is lost but the
/// white space at the cuts.
pub(super) fn split(text: &str, most: usize) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while length(&escape(rest)) > most {
        let (piece, after) = rest.split_at(cut(rest, most));
        pieces.push(piece.trim_end());
        rest = after.trim_start();
    }
    pieces.push(rest);
    pieces.retain(|piece| !piece.trim().is_empty());
    pieces
}

/// Where to cut a text that is too long, in bytes; never 0.
fn cut(text: &str, most: usize) -> usize {
    let mut used = 0;
    let (mut line_end, mut space, mut any) = (0, 0, 0);
    for (at, character) in text.char_indices() {
        // Two for any character that is ever escaped: a cut too early harms nobody.
        used += character.len_utf16() + usize::from(character.is_ascii_punctuation());
        if used > most {
            break;
        }
        any = at + character.len_utf8();
        match character {
            '\n' => line_end = any,
            ' ' => space = any,
            _ => {}
        }
    }
    let late_enough = any / 2;
    let first = text.chars().next().map_or(0, char::len_utf8);
    [line_end, space, any].into_iter().find(|cut| *cut > late_enough).unwrap_or(any).max(first)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn check(typed: &str, sent: &str) {
        assert_eq!(escape(typed), sent);
    }

    #[test]
    fn formatting_shows_as_typed() {
        check("base 185k, sign-on 90/70", "base 185k, sign-on 90/70");
        check("**bold** _it_ ~~gone~~ ||spoiler||", r"\*\*bold\*\* \_it\_ \~\~gone\~\~ \|\|spoiler\|\|");
        check("`code` and ```block```", r"\`code\` and \`\`\`block\`\`\`");
        check("# heading\n-# small\n> quote", "\\# heading\n\\-\\# small\n\\> quote");
        check("- one\n  - two\n+ three\n12. four", "\\- one\n  \\- two\n\\+ three\n12\\. four");
        check("[text](https://a.example)", r"\[text\](https\://a.example)");
        check(
            "@everyone <@1> <#2> <:e:3> <t:4:R> </cmd:5>",
            r"\@everyone \<\@1\> \<\#2\> \<\:e\:3\> \<t\:4\:R\> \</cmd\:5\>",
        );
        check("Base: $1.41M at 10:30 :smile:", r"Base: $1.41M at 10\:30 \:smile:");
        check(r"¯\_(ツ)_/¯", r"¯\\\_(ツ)\_/¯");
        check("{{salary}} %s \u{202e}rtl", "{{salary}} %s \u{202e}rtl");
    }

    #[test]
    fn long_text_is_cut_where_a_reader_would() {
        assert_eq!(split("one two three", 8), ["one two", "three"]);
        assert_eq!(split("one two\nthree four", 12), ["one two", "three four"]);
        assert_eq!(split("abcdefgh", 3), ["abc", "def", "gh"]);
        assert_eq!(split("🦀🦀", 1), ["🦀", "🦀"]);
        assert_eq!(split("  \n ", 9), Vec::<&str>::new());
    }

    /// What Discord shows of escaped text: a backslash before any character that is
    /// neither a letter, a digit nor white space shows that character alone. Fails on
    /// anything that would be read as formatting.
    fn shown(markdown: &str) -> Result<String, String> {
        let characters: Vec<char> = markdown.chars().collect();
        let mut out = String::new();
        let mut at = 0;
        while let Some(character) = characters.get(at) {
            let rest: String = characters[at..].iter().take(12).collect();
            let line_start = out.rsplit(['\n', '\r']).next().is_some_and(|line| line.trim().is_empty());
            if *character == '\\' {
                let next = characters.get(at + 1).ok_or("a backslash at the end")?;
                if next.is_ascii_alphanumeric() || next.is_whitespace() {
                    return Err(format!("a backslash that shows before {rest:?}"));
                }
                out.push(*next);
                at += 2;
                continue;
            }
            let formatting = "*_~`|<>[]@#".contains(*character)
                || rest.starts_with("https://")
                || rest.starts_with("http://")
                || (line_start && (rest.starts_with("- ") || rest.starts_with("+ ")));
            if formatting {
                return Err(format!("formatting at {rest:?}"));
            }
            out.push(*character);
            at += 1;
        }
        Ok(out)
    }

    fn tricky() -> impl Strategy<Value = String> {
        let pieces = prop::sample::select(vec![
            "*",
            "_",
            "~~",
            "||",
            "`",
            "```",
            "#",
            "-",
            "- ",
            "1. ",
            "\n",
            " ",
            "\\",
            "<@1>",
            "<t:1:R>",
            "@here",
            "[a](http://b)",
            "https://c.example/x_y",
            ":smile:",
            "base",
            "185k",
            "ツ",
            "🦀",
            "> ",
            "-# ",
            "\u{202e}",
            "$",
            "%",
        ]);
        prop_oneof![prop::collection::vec(pieces, 0..40).prop_map(|pieces| pieces.concat()), "\\PC{0,60}"]
    }

    proptest! {
        #[test]
        fn escaped_text_shows_as_typed(typed in tricky()) {
            prop_assert_eq!(shown(&escape(&typed)), Ok(typed));
        }

        #[test]
        fn pieces_fit_and_lose_only_white_space(typed in tricky(), most in 2_usize..60) {
            let pieces = split(&typed, most);
            for piece in &pieces {
                prop_assert!(length(&escape(piece)) <= most, "{:?}", piece);
            }
            let bare = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
            prop_assert_eq!(bare(&pieces.concat()), bare(&typed));
        }
    }
}
