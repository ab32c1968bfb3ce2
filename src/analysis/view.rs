//! The circumstances an offer is looked at in.

use jiff::Timestamp;
use jiff::civil::Date;

use super::Growth;

/// The percentile aimed for unless the user sets another.
pub const USUAL_TARGET: u8 = 75;

/// The circumstances an offer is looked at in.
#[derive(Clone, Copy, Debug)]
pub struct View {
    /// The moment of asking.
    pub now: Timestamp,
    /// The recruiter's growth a year; 15 % unless the user says otherwise.
    pub growth: Growth,
    /// The percentile aimed for, 1 to 99.
    pub target: u8,
}

impl View {
    /// The usual view at a moment: 15 % growth for the recruiter's side, 75th percentile.
    pub fn usual(now: Timestamp) -> Self {
        Self { now, growth: Growth::RECRUITERS, target: USUAL_TARGET }
    }

    /// The day of asking, in UTC.
    pub fn today(&self) -> Date {
        jiff::tz::TimeZone::UTC.to_datetime(self.now).date()
    }
}
