//! Numbers in words, as voice typing gives them: `two hundred ten thousand`, `ninety`, `half a million`.
//!
//! Owns which words together are one number. Small ones ("one", "four") stay words: they count years.

use rust_decimal::Decimal;

use super::lexicon::{Term, lexicon};
use super::token::{DOLLARS, Figure, Kind, Token};
use crate::money::Money;

/// The largest number that stays a word where it stands alone.
const SMALL: i64 = 10;
const HUNDRED: i64 = 100;
const THOUSAND: i64 = 1_000;
const MILLION: i64 = 1_000_000;

/// Tokens with every run of number words as one figure.
pub(crate) fn join(tokens: Vec<Token>) -> Vec<Token> {
    if !tokens.iter().any(|token| number(token).is_some() || token.is(Term::HundredWord) || token.is(Term::NumberPart))
    {
        return tokens;
    }
    let mut joined: Vec<Token> = Vec::with_capacity(tokens.len());
    let mut at = 0;
    while at < tokens.len() {
        // "year one ninety": the one counts years.
        let counts_years = at > 0 && (tokens[at - 1].is(Term::Year) || tokens[at - 1].is(Term::Years));
        if let Some((value, used)) = part_of_million(&tokens[at..]) {
            let run = Run { value, scaled: true, used };
            joined.push(figure(&run, tokens[at].start, tokens[at + used - 1].end, tokens.get(at + used)));
            at += used;
            continue;
        }
        let small = number(&tokens[at]).is_some_and(|number| number <= SMALL);
        match run(&tokens[at..]).filter(|_| !(counts_years && small)) {
            Some(run) if run.value > Decimal::from(SMALL) || run.scaled => {
                let (start, end) = (tokens[at].start, tokens[at + run.used - 1].end);
                joined.push(figure(&run, start, end, tokens.get(at + run.used)));
                at += run.used;
            }
            _ => {
                joined.push(tokens[at].clone());
                at += 1;
            }
        }
    }
    without_repeats(&with_hundreds(joined))
}

/// "a buck ninety", "buck 85": a hundred and the rest.
fn with_hundreds(tokens: Vec<Token>) -> Vec<Token> {
    let mut kept: Vec<Token> = Vec::with_capacity(tokens.len());
    for mut token in tokens {
        let led = kept.last().is_some_and(|last| last.is(Term::HundredWord));
        if let Kind::Figure(figure) = &mut token.kind
            && led
            && figure.value < Money::dollars(HUNDRED)
        {
            figure.value += Money::dollars(HUNDRED);
            token.start = kept.pop().map_or(token.start, |hundred| hundred.start);
        }
        kept.push(token);
    }
    kept
}

/// "nine hundred (900)", "One Hundred Thousand Dollars ($100,000)": one figure said twice.
fn without_repeats(tokens: &[Token]) -> Vec<Token> {
    let tokens = &without_spelled(tokens);
    let mut kept: Vec<Token> = Vec::with_capacity(tokens.len());
    for (at, token) in tokens.iter().enumerate() {
        let spelled = token.figure().filter(|_| !tokens[at].word.is_empty());
        let open = at + 1 + usize::from(tokens.get(at + 1).is_some_and(|next| next.is(Term::DollarWord)));
        let again = tokens.get(open).is_some_and(|next| next.is_mark('('))
            && tokens
                .get(open + 1)
                .and_then(Token::figure)
                .zip(spelled)
                .is_some_and(|(one, other)| one.value == other.value)
            && tokens.get(open + 2).is_some_and(|next| next.is_mark(')'));
        if !again {
            kept.push(token.clone());
        }
    }
    kept
}

/// "$139,000.00 (one hundred thirty-nine thousand and 00/100)": what the bracket spells is said already.
fn without_spelled(tokens: &[Token]) -> Vec<Token> {
    let mut kept: Vec<Token> = Vec::with_capacity(tokens.len());
    let mut at = 0;
    while at < tokens.len() {
        let said = kept.last().and_then(Token::figure).map(|figure| figure.value);
        let spelled = tokens.get(at + 1).and_then(Token::figure).map(|figure| figure.value);
        let close = tokens[at..].iter().take(LONGEST_SPELLED).position(|token| token.is_mark(')'));
        match close {
            Some(close) if tokens[at].is_mark('(') && said.is_some() && said == spelled => at += close + 1,
            _ => {
                kept.push(tokens[at].clone());
                at += 1;
            }
        }
    }
    kept
}

/// The most tokens of a bracket that spells a figure, with its cents.
const LONGEST_SPELLED: usize = 9;

/// Words that are one number.
struct Run {
    value: Decimal,
    /// A thousand or a million was said.
    scaled: bool,
    used: usize,
}

fn number(token: &Token) -> Option<i64> {
    (token.kind == Kind::Word).then(|| lexicon().number(&token.word)).flatten()
}

/// The number that these tokens start with.
fn run(tokens: &[Token]) -> Option<Run> {
    let mut total = 0;
    // What is said since the last thousand or million, and its last part.
    let (mut group, mut last): (i64, i64) = (0, 0);
    let mut scaled = false;
    let mut used = 0;
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        // "a hundred".
        let one =
            at == 0 && token.is(Term::NumberOne) && tokens.get(1).and_then(number).is_some_and(|next| next >= HUNDRED);
        let Some(word) = number(token).or(one.then_some(1)) else {
            // "two hundred and ten": only inside a number.
            let inside = group >= HUNDRED && last >= HUNDRED && token.is(Term::NumberAnd);
            if inside && tokens.get(at + 1).and_then(number).is_some_and(|next| next < HUNDRED) {
                at += 1;
                continue;
            }
            break;
        };
        match word {
            HUNDRED if last > 0 && last < HUNDRED => {
                group = group - last + last * HUNDRED;
                last = HUNDRED;
            }
            HUNDRED if group == 0 && at == 0 && tokens.get(1).and_then(number).is_some_and(|next| next < HUNDRED) => {
                group = HUNDRED;
                last = HUNDRED;
            }
            THOUSAND | MILLION if group > 0 => {
                total += group * word;
                (group, last) = (0, word);
                scaled = true;
            }
            HUNDRED | THOUSAND | MILLION => break,
            word if last == 0 || last == THOUSAND || last == MILLION || last == HUNDRED => {
                group += word;
                last = word;
            }
            // "twenty five", "one eighty", "two ten".
            word if (20..HUNDRED).contains(&last) && last % 10 == 0 && word < 10 => {
                group += word;
                last = word;
            }
            word if last < 10 && group == last && (10..HUNDRED).contains(&word) && used == 1 => {
                group = last * HUNDRED + word;
                last = word;
            }
            _ => break,
        }
        at += 1;
        used = at;
    }
    let mut value = Decimal::from(total + group);
    // "one point two": digits one by one.
    if used > 0 && tokens.get(used).is_some_and(|token| token.is(Term::NumberPoint)) {
        let mut place = Decimal::ONE;
        let mut end = used + 1;
        while let Some(digit) = tokens.get(end).and_then(number).filter(|digit| *digit < 10) {
            place /= Decimal::TEN;
            value += Decimal::from(digit) * place;
            end += 1;
        }
        if end > used + 1 {
            used = end;
            scaled = false;
            if let Some(scale) = tokens.get(used).and_then(number).filter(|scale| *scale >= THOUSAND) {
                value *= Decimal::from(scale);
                scaled = true;
                used += 1;
            }
        }
    }
    // "one ninety two five", "one ninety two and a half": thousands with a part.
    if used > 0 && !scaled && (HUNDRED..THOUSAND).contains(&(total + group)) && value.fract().is_zero() {
        let (part, words) = part_behind(&tokens[used..]);
        value += part;
        used += words;
    }
    // "two hundred k".
    let unit = tokens.get(used).filter(|token| used > 0 && !scaled && token.kind == Kind::Word);
    let scale = unit
        .and_then(|token| crate::money::unit(&token.word))
        .and_then(|unit| format!("1{unit}").parse::<Money>().ok());
    if let Some(scale) = scale {
        value *= scale.amount();
        scaled = true;
        used += 1;
    }
    (used > 0).then_some(Run { value, scaled, used })
}

/// A digit or a half that is said behind whole thousands, with its words: it counts nothing of its own.
fn part_behind(tokens: &[Token]) -> (Decimal, usize) {
    let digit = tokens.first().and_then(number).filter(|digit| *digit < 10);
    let counts = tokens.get(1).is_some_and(|next| {
        number(next).is_some()
            || [Term::Years, Term::Year, Term::Month, Term::Unit, Term::Counted].iter().any(|term| next.is(*term))
    });
    let half = matches!(tokens, [and, one, half, ..] if and.is(Term::NumberAnd) && one.is(Term::NumberOne) && half.is(Term::NumberHalf));
    match digit {
        Some(digit) if !counts => (Decimal::from(digit) / Decimal::TEN, 1),
        _ if half => (Decimal::ONE / Decimal::TWO, 3),
        _ => (Decimal::ZERO, 0),
    }
}

/// "half a million", "a quarter of a million".
fn part_of_million(tokens: &[Token]) -> Option<(Decimal, usize)> {
    let lead =
        usize::from(tokens.first()?.is(Term::NumberOne) && tokens.get(1).is_some_and(|next| next.is(Term::NumberPart)));
    let part = tokens.get(lead).filter(|token| token.is(Term::NumberPart))?;
    let skipped =
        tokens[lead + 1..].iter().take(2).take_while(|token| token.is(Term::Of) || token.is(Term::NumberOne)).count();
    let at = lead + 1 + skipped;
    let million = tokens.get(at).and_then(number).filter(|number| *number == MILLION).or_else(|| {
        tokens
            .get(at)
            .and_then(|token| crate::money::unit(&token.word))
            .filter(|unit| *unit == MILLION_UNIT)
            .map(|_| MILLION)
    })?;
    let parts = if part.is(Term::NumberHalf) { 2 } else { 4 };
    Some((Decimal::from(million / parts), at + 1))
}

const MILLION_UNIT: &str = "m";

fn figure(run: &Run, start: usize, end: usize, next: Option<&Token>) -> Token {
    let dollars = next.is_some_and(|next| lexicon().currency(&next.word) == Some(DOLLARS));
    let percent = next.is_some_and(|next| next.is_mark('%') || next.is(Term::Percent));
    let value = Money::dollars(1).scaled(run.value);
    let of_many = next.is_some_and(|next| next.is(Term::Something));
    let kind = if of_many {
        Kind::Vague
    } else {
        Kind::Figure(Figure {
            value,
            bare: !dollars && !run.scaled,
            dollars,
            scaled: run.scaled,
            negative: false,
            percent,
        })
    };
    Token {
        kind,
        word: run.value.to_string(),
        start,
        end,
        terms: super::lexicon::Terms::none(),
        begins: super::lexicon::Terms::none(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reading::tokens::cut;

    fn seen(text: &str) -> String {
        let tokens = cut(text);
        let plain = |token: &Token| token.figure().map_or(token.word.clone(), |figure| figure.value.to_string());
        tokens.iter().map(plain).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn numbers_in_words_are_figures() {
        for (text, expected) in [
            ("two hundred ten thousand", "$210,000"),
            ("two hundred and ten thousand", "$210,000"),
            ("two hundred k", "$200,000"),
            ("two hundred thousand dollars", "$200,000 dollars"),
            ("ninety and sixty", "$90 and $60"),
            ("ninety thousand and sixty thousand", "$90,000 and $60,000"),
            ("one eighty five", "$185"),
            ("one eighty five k", "$185,000"),
            ("two ten", "$210"),
            ("one million two hundred thousand", "$1,200,000"),
            ("a hundred and sixty k", "$160,000"),
            ("ninety in year one sixty in year two", "$90 in year one $60 in year two"),
            ("four years, one cliff", "four years , one cliff"),
            ("twelve monthly", "$12 monthly"),
            ("seventy-five k", "$75,000"),
            ("one hundred eighty five thousand five hundred", "$185,500"),
        ] {
            assert_eq!(seen(text), expected, "{text}");
        }
    }
}
