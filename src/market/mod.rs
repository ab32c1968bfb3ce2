//! What the market pays: places, pay [`Band`]s read from data files, and percentiles.
//!
//! Owns the bands and the reading of a range as a distribution. Must not know an
//! offer's vesting, the conversation, or Discord.

mod band;
mod percentile;
mod place;

pub use band::{Band, BandError, Bands, Range};
pub use percentile::{Percentile, Rank};
pub use place::{Place, State};
