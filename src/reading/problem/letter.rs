//! What can stand in the way of an answer in a letter.

use jiff::civil::Date;

use crate::money::Money;
use crate::offer::Level;

/// What stands in the way of an answer in a letter. A line is a sentence or line of it, as it is
/// quoted everywhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LetterProblem {
    /// A line that names another currency.
    Foreign(String),
    /// A line with another vesting than the usual one.
    OtherVesting(String),
    /// A line with a day that depends on when it was written.
    RelativeDay(String),
    /// A line with a day that seems to have passed.
    PassedDay(String),
    /// A day whose day of the week is another one.
    Weekday(Date),
    /// Something said in more than one way.
    Twice(LetterSubject),
    /// A level that is not covered.
    NotListed(u32),
    /// A level and a title of another one.
    LevelAndTitle {
        /// By number.
        number: Level,
        /// By title.
        title: Level,
    },
    /// A base far from any offer's.
    OddBase(Money),
    /// A base that is another one in year 2.
    BaseByYears {
        /// Of year 1.
        year_1: Money,
        /// Of year 2.
        year_2: Money,
    },
    /// Shares, price and value that don't fit.
    GrantContradiction {
        /// Shares.
        count: u32,
        /// Dollars a share.
        price: Money,
        /// What they come to.
        product: Money,
        /// What is said they are worth.
        value: Money,
    },
    /// The sign-on, or how it is paid.
    SignOn(LetterSignOn),
}

/// What stands in the way of a letter's sign-on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LetterSignOn {
    /// A sign-on for one year, and another amount without its year.
    WithoutYear {
        /// Of one year.
        amount: Money,
        /// Of no year.
        other: Money,
    },
    /// Two years that don't add up to the sum that is said elsewhere.
    Sum {
        /// The first year.
        year_1: Money,
        /// The second year.
        year_2: Money,
        /// As said elsewhere.
        sum: Money,
    },
    /// A sign-on that differs from the sum that is said elsewhere.
    Totals {
        /// In one place.
        amount: Money,
        /// In another.
        sum: Money,
    },
    /// Only one year of the sign-on.
    OneYear {
        /// What it pays.
        amount: Money,
        /// Which year, 1 or 2.
        year: u8,
    },
    /// A sign-on by the month, without how many.
    Monthly(Money),
    /// A sign-on paid over more than two years.
    MoreYears,
    /// A sign-on paid both ways.
    PaidBothWays,
    /// A sign-on paid at once, without a rule on repaying it.
    NoRepayment,
    /// A rule on repaying a sign-on, without how it is paid.
    NoPayment,
}

/// What a letter can say in more than one way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LetterSubject {
    /// The level, by number.
    Level,
    /// The level, by title.
    Title,
    /// Where the job is.
    Place,
    /// Base.
    Base,
    /// The sign-on, without its years.
    SignOn,
    /// The sign-on of the first year.
    SignOnYear1,
    /// The sign-on of the second year.
    SignOnYear2,
    /// The sign-on of both years together.
    SignOnTotal,
    /// Shares.
    Shares,
    /// Dollars a share.
    SharePrice,
    /// The value of the grant.
    GrantValue,
    /// Stock a year.
    StockPerYear,
    /// Whether it is in writing.
    Written,
    /// First day.
    StartDate,
    /// Last day to answer.
    ReplyBy,
    /// What is owed back of the sign-on.
    Repayment,
}
