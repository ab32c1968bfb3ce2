//! What the market pays: places, vesting [`Schedule`]s, pay [`Band`]s read from data files,
//! and percentiles.
//!
//! Owns the bands and the reading of a range as a distribution. Must not know an
//! offer, the conversation, or Discord.

mod band;
mod percentile;
mod place;
mod vesting;

pub use band::{Band, BandError, Bands, Range};
pub use percentile::{Percentile, Rank};
pub use place::{Place, State};
pub use vesting::{Schedule, ScheduleError, ScheduleTextError, Vest, read_amazon_schedule, read_schedule};
