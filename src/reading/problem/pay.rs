//! What can be wrong with amounts, a sign-on and a grant.

use crate::market::Range;
use crate::money::Money;
use crate::offer::Field;

/// What an amount is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Amount {
    /// Base, dollars a year.
    Base,
    /// Sign-on, both years.
    SignOn,
    /// Sign-on of one year.
    SignOnYear,
    /// The grant, dollars or shares.
    Grant,
    /// Dollars a share.
    SharePrice,
    /// A field that one sum answers.
    Sum(Field),
    /// The walk-away number.
    WalkAway,
    /// Another offer, dollars a year.
    OtherOffer,
}

/// What is wrong with an amount.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AmountProblem {
    /// There is none; the quote may be empty.
    Missing(String),
    /// There are several.
    Several(String),
    /// It is not in dollars.
    Foreign(String),
    /// It names another currency than the figures are in.
    Mixed(String),
    /// It is beyond what can be worked with.
    TooLarge(String),
    /// Its number can't be read.
    Unclear(String),
    /// It stands for many figures: "low 200s".
    Vague(String),
    /// It is below zero.
    Negative(String),
    /// It is a percentage.
    Percentage(String),
    /// A word beside it makes it mean something else.
    Changed {
        /// The word.
        word: String,
        /// All of it.
        quote: String,
    },
    /// It is far from any offer.
    Odd {
        /// As it was read.
        amount: Money,
        /// What would be usual.
        usual: Range,
    },
    /// It is too low for a year and for four.
    TooLow(Money),
    /// It counts shares.
    InShares,
    /// It is a year's.
    OfOneYear,
}

/// What is wrong with a sign-on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SignOnProblem {
    /// There is no amount.
    Missing(String),
    /// It is a range.
    Range(String),
    /// One year is given twice.
    YearTwice(String),
    /// There are more than two amounts.
    TooMany(String),
    /// Its years can't be told.
    Years(String),
    /// It is no single figure for one year.
    NotOneYear(String),
    /// Only one year is given.
    OneYear {
        /// What it pays.
        amount: Money,
        /// Which year, 1 or 2.
        year: u8,
    },
    /// Its amount would be unusual.
    Unusual(Money),
    /// A year's amount is far from any offer.
    Odd(Money),
}

/// What is wrong with the terms of a sign-on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TermsProblem {
    /// Both ways of paying are named.
    BothWays,
    /// A lump sum, without what is owed back.
    NoRepayment,
    /// Two ways of repaying are named.
    TwoRepayments(String),
    /// No way of paying is named.
    Missing(String),
}

/// What is wrong with a grant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum GrantProblem {
    /// There is none.
    Missing(String),
    /// Shares, price and value can't be told apart.
    Mixed(String),
    /// A number may count shares or dollars.
    SharesOrDollars(Money),
    /// The number of shares can't be taken.
    Count(String),
    /// A price without shares.
    PriceAlone(Money),
    /// A price that can't be read.
    Price(String),
    /// A price beside dollars.
    PriceOfDollars(String),
    /// A price that is far from any share's.
    OddPrice {
        /// As it was read.
        price: Money,
        /// What would be usual.
        usual: Range,
    },
    /// Shares, price and value that don't fit.
    Contradiction {
        /// Shares.
        count: u32,
        /// Dollars a share.
        price: Money,
        /// What they come to.
        product: Money,
        /// What is said they are worth.
        value: Money,
    },
    /// The value is kept; the shares don't fit it and are not.
    SharesLeftOut {
        /// What is kept.
        value: Money,
        /// What is not.
        count: u32,
    },
    /// Shares and value give no possible price.
    ImpliedPrice {
        /// The text.
        quote: String,
        /// What one share would be worth.
        price: Money,
    },
    /// Shares that are worth far from any offer's.
    OddShares {
        /// Shares.
        count: u32,
        /// Dollars a share.
        price: Money,
        /// What they come to.
        value: Money,
    },
    /// A value far from any offer's.
    Odd {
        /// As it was read.
        value: Money,
        /// What would be usual.
        usual: Range,
    },
}
