//! Currencies as data: their codes, signs and names.

use crate::echo::Echo;
use std::fmt;
use std::str::FromStr;
use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

use crate::data::{FileError, read_toml};

/// A currency by its place in the data. US dollars are the first, and what is meant where none is named.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Currency(u8);

/// A text that names no currency.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("I know no currency \"{0}\"; send a code such as USD or CAD")]
pub struct UnknownCurrency(pub Echo);

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct CurrencyFile {
    currency: Vec<CurrencyData>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct CurrencyData {
    code: String,
    sign: String,
    in_full: Option<String>,
    name: String,
    names: Vec<String>,
}

static DATA: LazyLock<Vec<CurrencyData>> = LazyLock::new(|| {
    read("market/currencies.toml", include_str!("../../market/currencies.toml"))
        .expect("the currencies in the program are read in its tests")
});

fn read(file: &str, text: &str) -> Result<Vec<CurrencyData>, FileError> {
    let read: CurrencyFile = read_toml(file, text)?;
    let mut seen = std::collections::BTreeSet::new();
    for currency in &read.currency {
        let wrong = |key: &str, reason: &str| Err(FileError::at(file, key, reason).of(&currency.code));
        if currency.code.len() != 3 || !currency.code.chars().all(|c| c.is_ascii_uppercase()) {
            return wrong("code", "is no code; write three capitals, such as CAD");
        }
        if currency.sign.trim().is_empty() {
            return wrong("sign", "is empty");
        }
        if let Some(repeated) = names(currency).find(|name| !seen.insert(name.clone())) {
            return wrong("names", &format!("has \"{repeated}\", which is another's or there twice"));
        }
    }
    match read.currency.first() {
        Some(first) if first.code == "USD" => Ok(read.currency),
        _ => Err(FileError::new(file, "does not begin with USD")),
    }
}

/// Everything that names it, in lower case.
fn names(currency: &CurrencyData) -> impl Iterator<Item = String> {
    let own = [&currency.code, &currency.sign, &currency.name];
    let all = own.into_iter().chain(&currency.in_full).chain(&currency.names);
    let lower: std::collections::BTreeSet<String> = all.map(|name| name.trim().to_lowercase()).collect();
    lower.into_iter()
}

/// A text without a name in it, in any case; a name in letters only where no other letter stands beside it.
fn without(text: &str, name: &str) -> String {
    let lower = text.to_lowercase();
    if lower.len() != text.len() {
        return text.to_owned();
    }
    let mut kept = String::new();
    let mut from = 0;
    for (at, _) in lower.match_indices(name) {
        let end = at + name.len();
        let letter = |c: Option<char>| c.is_some_and(char::is_alphabetic);
        let inside = (name.starts_with(char::is_alphabetic) && letter(text[..at].chars().next_back()))
            || (name.ends_with(char::is_alphabetic) && letter(text[end..].chars().next()));
        if !inside {
            kept.push_str(&text[from..at]);
            from = end;
        }
    }
    kept.push_str(&text[from..]);
    kept
}

impl Currency {
    /// US dollars: what ranges and taxes are in.
    pub const USD: Self = Self(0);

    fn data(self) -> &'static CurrencyData {
        &DATA[usize::from(self.0)]
    }

    /// All of them, US dollars first.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..).take(DATA.len()).map(Self)
    }

    /// The code: `CAD`.
    pub fn code(self) -> &'static str {
        &self.data().code
    }

    /// What stands before an amount: `C$`, `€`, `CHF `.
    pub fn sign(self) -> &'static str {
        &self.data().sign
    }

    /// What stands before an amount beside amounts in another currency: `US$`.
    pub fn sign_in_full(self) -> &'static str {
        let data = self.data();
        data.in_full.as_deref().unwrap_or(&data.sign)
    }

    /// As it is said: `Canadian dollars`.
    pub fn name(self) -> &'static str {
        &self.data().name
    }

    /// Whether it is US dollars.
    #[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks with a reference")]
    pub fn is_usd(&self) -> bool {
        *self == Self::USD
    }

    /// One of our own texts that speaks of dollars, as it reads in this currency: `In pounds; £185,000 is fine.`
    pub fn reads(self, text: &str) -> String {
        if self.is_usd() || text.contains("US dollars") {
            return text.to_owned();
        }
        let mut name = self.name().chars();
        let capitalised: String = name.next().into_iter().flat_map(char::to_uppercase).chain(name).collect();
        let parts = text.replace('$', self.sign());
        let parts: Vec<String> = parts.split("Dollars").map(|part| part.replace("dollars", self.name())).collect();
        parts.join(&capitalised)
    }

    /// One of our own texts about the US, beside amounts in this currency: its dollars say that they are US dollars.
    pub fn beside_text(self, text: &str) -> String {
        if self.is_usd() { text.to_owned() } else { text.replace('$', Self::USD.sign_in_full()) }
    }

    /// A text that someone typed, without this currency's own sign, code and name: what is left are bare figures.
    pub fn stripped(self, text: &str) -> String {
        if self.is_usd() {
            return text.to_owned();
        }
        let mut own: Vec<String> = names(self.data()).collect();
        own.sort_by_key(|name| std::cmp::Reverse(name.chars().count()));
        let mut rest = text.to_owned();
        for name in own {
            rest = without(&rest, &name);
        }
        rest
    }

    /// The currency that a text names and nothing else, in any case: `cad`, `C$`, `Canadian dollars`.
    pub fn of_text(text: &str) -> Option<Self> {
        let plain = text.trim().to_lowercase();
        Self::all().find(|currency| names(currency.data()).any(|name| name == plain))
    }
}

/// `CAD`.
impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.code())
    }
}

impl FromStr for Currency {
    type Err = UnknownCurrency;
    fn from_str(text: &str) -> Result<Self, UnknownCurrency> {
        Self::of_text(text).ok_or_else(|| UnknownCurrency(Echo::of(text.trim())))
    }
}

impl TryFrom<String> for Currency {
    type Error = UnknownCurrency;
    fn try_from(text: String) -> Result<Self, UnknownCurrency> {
        text.parse()
    }
}

impl From<Currency> for String {
    fn from(currency: Currency) -> Self {
        currency.code().to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_currency_is_found_by_code_sign_and_name() {
        for (text, code) in [
            ("CAD", "CAD"),
            ("cad", "CAD"),
            ("C$", "CAD"),
            ("CA$", "CAD"),
            (" Canadian dollars ", "CAD"),
            ("£", "GBP"),
            ("euro", "EUR"),
            ("€", "EUR"),
            ("₹", "INR"),
            ("$", "USD"),
            ("US$", "USD"),
            ("us dollars", "USD"),
            ("CHF", "CHF"),
        ] {
            assert_eq!(Currency::of_text(text).map(Currency::code), Some(code), "{text}");
        }
        for text in ["", "dollars", "pesos", "crowns", "130k CAD", "bitcoin"] {
            assert_eq!(Currency::of_text(text), None, "{text}");
        }
    }

    #[test]
    fn our_own_texts_read_in_it() {
        let cad = Currency::of_text("CAD").expect("known");
        assert_eq!(cad.reads("In dollars; $185,000 is fine."), "In Canadian dollars; C$185,000 is fine.");
        assert_eq!(cad.reads("Dollars a share"), "Canadian dollars a share");
        assert_eq!(cad.beside_text("gained $5,000"), "gained US$5,000");
        assert_eq!(Currency::USD.reads("$185,000"), "$185,000");
    }

    #[test]
    fn its_own_names_are_taken_from_a_text() {
        let strip = |code: &str, text: &str| Currency::of_text(code).expect("known").stripped(text);
        for (code, text, rest) in [
            ("CAD", "C$130,000", "130,000"),
            ("CAD", "base 130k CAD, sign-on CA$44k", "base 130k , sign-on 44k"),
            ("CAD", "US$130k", "US$130k"),
            ("GBP", "£75,000", "75,000"),
            ("GBP", "75k pounds a year", "75k  a year"),
            ("EUR", "Europe 90k €", "Europe 90k "),
            ("INR", "₹92,00,000", "92,00,000"),
            ("USD", "$130k", "$130k"),
        ] {
            assert_eq!(strip(code, text), rest, "{text}");
        }
    }

    #[test]
    fn it_is_kept_by_its_code() {
        for currency in Currency::all() {
            let kept = serde_json::to_string(&currency).expect("serialises");
            assert_eq!(kept, format!("\"{currency}\""));
            assert_eq!(serde_json::from_str::<Currency>(&kept).expect("reads"), currency);
        }
        assert_eq!(Currency::default(), Currency::USD);
    }

    #[test]
    fn a_bad_file_is_named_with_key_and_reason() {
        let good = "[[currency]]\ncode = \"USD\"\nsign = \"$\"\nname = \"US dollars\"\nnames = []\n";
        let refuse = |text: &str, expected: &str| {
            assert_eq!(read("c.toml", text).expect_err("bad").to_string(), expected);
        };
        assert!(read("c.toml", good).is_ok());
        refuse(&good.replace("USD", "usd"), "c.toml: usd: `code` is no code; write three capitals, such as CAD");
        refuse(&good.replace("\"$\"", "\" \""), "c.toml: USD: `sign` is empty");
        refuse(&good.replace("USD", "CAD"), "c.toml: does not begin with USD");
        let twice = format!("{good}{}", good.replace("USD", "CAD"));
        refuse(&twice, "c.toml: CAD: `names` has \"$\", which is another's or there twice");
    }
}
