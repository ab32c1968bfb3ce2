//! How a number is written: its digits, points and spaces, and what slips in among them.
//!
//! Owns how many bytes a number takes. Must not know what it is for.

use super::word_start;
use crate::reading::lexicon::{Term, lexicon};

/// Digits with the points of thousands taken out: `185.000`, `1.250.000`; a point before two digits stays.
pub(super) fn without_dots(digits: &str) -> String {
    let digits = digits.replace('\'', "");
    let mut parts = digits.split('.');
    let first = parts.next().unwrap_or_default();
    let rest: Vec<&str> = parts.collect();
    let threes =
        !rest.is_empty() && rest.iter().all(|part| part.len() == 3 && part.bytes().all(|b| b.is_ascii_digit()));
    let led = (1..=3).contains(&first.len()) && !first.starts_with('0') && first.bytes().all(|b| b.is_ascii_digit());
    if threes && led { digits.replace('.', "") } else { digits }
}

/// The bytes of a number's digits: `1,400.50`, `200 000`; trailing points and commas are not its own.
pub(super) fn digits_length(text: &str) -> usize {
    let bytes = text.as_bytes();
    let mut end = bytes.iter().position(|b| !(b.is_ascii_digit() || matches!(b, b'.' | b','))).unwrap_or(bytes.len());
    while end > 0 && !bytes[end - 1].is_ascii_digit() {
        end -= 1;
    }
    // "190'000", as the Swiss write it.
    let threes = |from: usize| bytes.get(from + 1..from + 4).is_some_and(|three| three.iter().all(u8::is_ascii_digit));
    while end > 0
        && end <= 7
        && bytes.get(end) == Some(&b'\'')
        && threes(end)
        && !bytes.get(end + 4).is_some_and(u8::is_ascii_digit)
    {
        end += 4;
    }
    let plain = end <= 3 && bytes[..end].iter().all(u8::is_ascii_digit);
    // Only thousands written with zeros are taken over a space: "90 70" is two numbers.
    while plain && bytes[end..].starts_with(b" 000") && !bytes.get(end + 4).is_some_and(u8::is_ascii_digit) {
        end += 4;
    }
    end
}

/// Letters that a scan or a hurried thumb puts where a digit stood.
const LIKE_DIGITS: [char; 6] = ['o', 'i', 'l', 's', 'b', 'z'];

fn is_like_digit(c: char) -> bool {
    LIKE_DIGITS.contains(&c.to_ascii_lowercase())
}

/// The bytes of a number whose first digit is a letter: "I72,500", "S172,500".
pub(super) fn slipped_letter(text: &str) -> Option<usize> {
    let first = text.chars().next().filter(|c| is_like_digit(*c))?;
    let rest = &text[first.len_utf8()..];
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let three =
        |from: usize| rest.as_bytes().get(from..from + 3).is_some_and(|three| three.iter().all(u8::is_ascii_digit));
    let thousands = (0..=3).contains(&digits) && rest[digits..].starts_with(',') && three(digits + 1);
    thousands.then_some(first.len_utf8() + digits + 4)
}

/// The bytes of a number with a letter among its digits: "172,S00", "17O000", "172k500".
pub(super) fn broken(text: &str) -> Option<usize> {
    let length = text.bytes().take_while(|b| b.is_ascii_alphanumeric() || matches!(b, b',' | b'.')).count();
    let run = text[..length].trim_end_matches([',', '.']);
    let bytes = run.as_bytes();
    let letter = run.find(|c: char| c.is_ascii_alphabetic())?;
    let (before, behind) = (&bytes[..letter], &bytes[letter + 1..]);
    // "21O,000".
    let thousands = behind.len() == 4 && behind[0] == b',' && behind[1..].iter().all(u8::is_ascii_digit);
    let digit_behind = thousands || behind.first().is_some_and(u8::is_ascii_digit);
    let like = run[letter..].starts_with(is_like_digit);
    let plain = |bytes: &[u8]| bytes.iter().all(|b| b.is_ascii_digit() || matches!(b, b',' | b'.'));
    let mixed = |bytes: &[u8]| bytes.iter().all(|b| b.is_ascii_digit() || is_like_digit(char::from(*b)));
    // "172,S00": three places behind the comma, one of them a letter.
    let group = before.len() >= 2
        && before[before.len() - 1] == b','
        && run.len() == letter + 3
        && mixed(behind)
        && like
        && behind.iter().any(u8::is_ascii_digit);
    let inside = like && digit_behind && before.len() + behind.len() >= 5 && plain(behind);
    let scaled_inside = run[letter..].starts_with(['k', 'K']) && behind.len() == 3 && plain(behind);
    // "172,ooo".
    let zeros = before.ends_with(b",")
        && before.len() >= 2
        && run[letter..].len() == 3
        && run[letter..].chars().all(|c| c.eq_ignore_ascii_case(&'o'));
    (group || inside || scaled_inside || zeros).then_some(run.len())
}

/// The bytes of a number with a space between its thousands: "58 600 USD", "RSUs: 1 150", "1 150 shares", "$163, 500".
pub(super) fn spaced_length(text: &str, dollars: bool, led: bool) -> Option<usize> {
    let bytes = text.as_bytes();
    let first = bytes.iter().take_while(|b| b.is_ascii_digit()).count();
    let comma = usize::from(bytes.get(first) == Some(&b','));
    let from = first + comma + 1;
    let three = bytes.get(from..from + 3).is_some_and(|three| three.iter().all(u8::is_ascii_digit));
    let ended = !bytes.get(from + 3).is_some_and(|b| b.is_ascii_alphanumeric() || *b == b',');
    if !(1..=3).contains(&first) || bytes.get(first + comma) != Some(&b' ') || !three || !ended || text.starts_with('0')
    {
        return None;
    }
    let behind = text[from + 3..].trim_start_matches(' ');
    let next = word_start(behind);
    let unit = lexicon().of_word(&next).has(Term::Unit);
    let currency = lexicon().currency(&next).is_some();
    let alone = behind.is_empty() || behind.starts_with(['\n', ';', ')']) || behind.starts_with('.');
    let spaced = currency || unit && first <= 2 || led && alone;
    let together = dollars && !unit || spaced && (comma == 0 || led);
    together.then_some(from + 3)
}

/// The bytes of `2027-03-14`, `3/14/2027`, `14.03.2027` at the start of a text.
pub(super) fn date_like(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let run = |from: usize| bytes[from..].iter().take(5).take_while(|b| b.is_ascii_digit()).count();
    let first = run(0);
    let mark = *bytes.get(first)?;
    if !matches!(mark, b'-' | b'/' | b'.') || first > 4 {
        return None;
    }
    let second = run(first + 1);
    if !(1..=2).contains(&second) || bytes.get(first + 1 + second) != Some(&mark) {
        return None;
    }
    let from = first + second + 2;
    let third = run(from);
    let end = from + third + time_length(&text[from + third..]);
    let ended = !bytes.get(end).is_some_and(u8::is_ascii_alphanumeric);
    let years = first == 4 || third == 4 || third == 2;
    ((1..=4).contains(&third) && ended && years).then_some(end)
}

/// The bytes of the time of a stamp: `T23:59:00-08:00`, `T17:00Z`; none where there is none.
fn time_length(text: &str) -> usize {
    let Some(rest) = text.strip_prefix(['T', 't']).filter(|rest| rest.starts_with(|c: char| c.is_ascii_digit())) else {
        return 0;
    };
    let of_time = |c: char| c.is_ascii_digit() || matches!(c, ':' | '.' | '+' | '-' | 'Z' | 'z');
    let time = rest.find(|c| !of_time(c)).map_or(rest, |end| &rest[..end]);
    1 + time.trim_end_matches(['.', ':', '-', '+']).len()
}
