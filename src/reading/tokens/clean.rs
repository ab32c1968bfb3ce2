//! A text made fit to cut.

/// Makes a text fit to cut: other spaces, dashes, quotes and full-width forms become plain ones; control
/// characters and direction marks go; line ends stay. The points of "p.m." and "U.S." go, as they end nothing.
pub(crate) fn clean(text: &str) -> String {
    let plain: String = text
        .chars()
        .filter_map(|c| match c {
            '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0),
            '\u{ffe5}' => Some('¥'),
            '\u{ffe1}' => Some('£'),
            '\r' | '\t' | '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}' => Some(' '),
            '\n' | '\u{2028}' | '\u{2029}' => Some('\n'),
            '\u{2010}'..='\u{2015}' | '\u{2212}' => Some('-'),
            '\u{2018}' | '\u{2019}' | '\u{201b}' | '`' => Some('\''),
            '\u{201c}' | '\u{201d}' => Some('"'),
            '\u{2044}' => Some('/'),
            '\u{2192}' | '\u{21d2}' | '\u{27a1}' | '\u{27f6}' => Some('>'),
            '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' => None,
            c if c.is_control() => None,
            c => Some(c),
        })
        .collect();
    without_leaders(&without_points(&without_struck(plain)))
}

/// A text without what is struck through in it: "~~$175k~~ $185k".
fn without_struck(text: String) -> String {
    const STRUCK: &str = "~~";
    let mut parts = text.split(STRUCK);
    let count = text.matches(STRUCK).count();
    if count == 0 || count % 2 == 1 {
        return text;
    }
    let mut plain = parts.next().unwrap_or_default().to_owned();
    while let (Some(_), Some(kept)) = (parts.next(), parts.next()) {
        plain.push(' ');
        plain.push_str(kept);
    }
    plain
}

/// A text with the dots that lead to a figure as a colon: "Base salary ........ $176,000".
pub(super) fn without_leaders(text: &str) -> String {
    const LEADER: &str = "....";
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(LEADER) {
        plain.push_str(rest[..at].trim_end_matches(' '));
        plain.push(':');
        rest = rest[at..].trim_start_matches('.');
    }
    plain.push_str(rest);
    plain
}

/// A text without the points of two letters that stand for a word: `p.m.`, `a.m`, `U.S.`, `e.g.`.
pub(super) fn without_points(text: &str) -> String {
    let bytes = text.as_bytes();
    let letter = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_alphabetic);
    let alone = |at: usize| !at.checked_sub(1).is_some_and(|at| bytes[at].is_ascii_alphabetic());
    let mut plain = String::with_capacity(text.len());
    let mut from = 0;
    let mut at = 0;
    while at + 2 < bytes.len() {
        let pair = letter(at) && bytes[at + 1] == b'.' && letter(at + 2) && !letter(at + 3) && alone(at);
        if !pair {
            at += 1;
            continue;
        }
        plain.push_str(&text[from..=at]);
        plain.push(char::from(bytes[at + 2]));
        at += if bytes.get(at + 3) == Some(&b'.') { 4 } else { 3 };
        from = at;
        // "5 p.m. Please": the point ends the sentence too where a capital follows a line's end only.
    }
    plain.push_str(&text[from..]);
    plain
}
