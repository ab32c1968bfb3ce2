//! What must be known for a text of the advice to be said.

use std::str::FromStr;

use serde::Deserialize;

use crate::offer::{Fact, UnknownFact};

/// What must be known for a text, by its name in the data: a fact's own, or one of a few more.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub(super) enum Condition {
    /// This fact was entered.
    Fact(Fact),
    /// Another company has made an offer.
    OfferInHand,
    /// The day to answer by is known and has not passed.
    ReplyBy,
    /// Pay that is left behind was entered.
    LeftBehind,
    /// There is a range of base that the offer doesn't top.
    BaseRange,
}

impl Condition {
    /// The fact that would fulfil it.
    pub(super) fn fact(self) -> Option<Fact> {
        match self {
            Self::Fact(fact) => Some(fact),
            Self::OfferInHand | Self::ReplyBy | Self::LeftBehind | Self::BaseRange => None,
        }
    }
}

impl FromStr for Condition {
    type Err = UnknownFact;

    fn from_str(name: &str) -> Result<Self, UnknownFact> {
        Ok(match name {
            "offer_in_hand" => Self::OfferInHand,
            "reply_by" => Self::ReplyBy,
            "left_behind" => Self::LeftBehind,
            "base_range" => Self::BaseRange,
            fact => Self::Fact(fact.parse()?),
        })
    }
}

impl TryFrom<String> for Condition {
    type Error = UnknownFact;
    fn try_from(name: String) -> Result<Self, UnknownFact> {
        name.parse()
    }
}
