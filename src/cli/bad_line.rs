//! What is wrong with a line of input: one sentence each.

use crate::market::{CompanyName, Place, ScheduleTextError, UnknownLevel};
use crate::money::{Currency, Money, UnknownCurrency};
use crate::offer::Field;

/// Why a line gets no answer.
#[derive(Debug, thiserror::Error)]
pub(super) enum BadLine {
    #[error("the line is not UTF-8 text")]
    NotText,
    #[error("the line is longer than {0} bytes")]
    TooLong(usize),
    #[error("the line is not a JSON object")]
    NotAnObject(#[source] serde_json::Error),
    #[error("{key}: {}", without_position(.cause))]
    Value {
        key: &'static str,
        #[source]
        cause: serde_json::Error,
    },
    #[error("{key} is missing; for example \"{key}\":{example}")]
    Missing { key: &'static str, example: &'static str },
    #[error(transparent)]
    Level(#[from] UnknownLevel),
    #[error("give rsu_grant or rsu_shares, not both")]
    GrantTwice,
    #[error("rsu_shares needs share_price, the dollars a share")]
    NoSharePrice,
    #[error("rsu_grant is missing: the whole grant in dollars, or rsu_shares with share_price")]
    NoGrant,
    #[error("vesting: {0}")]
    Vesting(#[source] ScheduleTextError),
    #[error("vesting is missing: I don't know how {0} vests; for example \"vesting\":\"25/25/25/25 quarterly\"")]
    NoVesting(CompanyName),
    #[error("base must be above zero")]
    NoBase,
    #[error("base: {0} a year is no salary; write 185000 or \"185k\"")]
    LowBase(Money),
    #[error("{key}: {amount} is no such pay; write 90000 or \"90k\", or 0")]
    LowPay { key: &'static str, amount: Money },
    #[error("city says {city} and location says {location}: give one of them")]
    TwoPlaces { city: Place, location: Place },
    #[error(transparent)]
    Currency(#[from] UnknownCurrency),
    #[error("shares are priced in US dollars: give rsu_grant, what the grant is worth in {0}, and no rsu_shares")]
    SharesInDollars(Currency),
    #[error("{0} is missing")]
    Incomplete(Field),
}

/// What the parser says; its position within the one line says nothing to the reader, and a value of
/// another kind is not said back.
fn without_position(error: &serde_json::Error) -> String {
    let text = error.to_string();
    let text = text.rsplit_once(" at line ").map_or(text.as_str(), |(text, _)| text);
    let of_another_kind = text.starts_with("invalid type") || text.starts_with("unknown field");
    match text.rsplit_once(", expected ").filter(|_| of_another_kind) {
        Some((_, expected)) => format!("{expected} is needed here"),
        None => text.to_owned(),
    }
}
