//! Which requests are remembered, so that each has its effect once.
//!
//! Owns the rule; must not know how a store keeps it. The time comes from the ids themselves,
//! so that the stores need no clock.

use crate::user::UserId;

/// From here up an id is a Discord snowflake (made since March 2017), below it a counter.
/// Source: Discord's reference, "Snowflakes": milliseconds since 2015 stand above bit 22.
pub(super) const FIRST_SNOWFLAKE: u64 = 1 << 58;

/// How many counters of a user are remembered.
pub(super) const COUNTERS_KEPT: usize = 1_000;

/// How much of a snowflake's time is remembered: two days of milliseconds, above bit 22.
const SNOWFLAKES_KEPT: u64 = (2 * 24 * 60 * 60 * 1_000) << 22;

/// A request that had its effect.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Claim {
    /// 0 for a snowflake, which is unique by itself: nothing then points at the user.
    pub(super) owner: u64,
    /// The request's id.
    pub(super) request: u64,
}

impl Claim {
    /// The claim that a user's request makes.
    pub(super) fn of(user: UserId, request: u64) -> Self {
        Self { owner: if request >= FIRST_SNOWFLAKE { 0 } else { user.0 }, request }
    }

    /// The snowflake before which older ones may be forgotten; `None` for a counter.
    pub(super) fn oldest_kept(self) -> Option<u64> {
        (self.request >= FIRST_SNOWFLAKE).then(|| self.request.saturating_sub(SNOWFLAKES_KEPT).max(FIRST_SNOWFLAKE))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// 2026-11-23T00:00:00Z as a snowflake.
    const NOVEMBER: u64 = (1_795_392_000_000 - 1_420_070_400_000) << 22;

    #[test]
    fn a_snowflake_belongs_to_nobody_and_a_counter_to_its_user() {
        assert_eq!(Claim::of(UserId(7), NOVEMBER), Claim { owner: 0, request: NOVEMBER });
        assert_eq!(Claim::of(UserId(7), 12), Claim { owner: 7, request: 12 });
    }

    #[test]
    fn snowflakes_are_kept_for_two_days_of_their_own_time() {
        let two_days = (2 * 24 * 3_600 * 1_000) << 22;
        assert_eq!(Claim::of(UserId(7), NOVEMBER).oldest_kept(), Some(NOVEMBER - two_days));
        assert_eq!(Claim::of(UserId(7), FIRST_SNOWFLAKE).oldest_kept(), Some(FIRST_SNOWFLAKE));
        assert_eq!(Claim::of(UserId(7), 12).oldest_kept(), None);
    }
}
