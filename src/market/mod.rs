//! What the market pays: companies with their levels and vesting [`Schedule`]s, places, pay
//! [`Band`]s read from data files, and percentiles.
//!
//! Owns the data and the reading of a range as a distribution. Must not know an
//! offer, the conversation, or Discord.

mod band;
mod bands;
mod cell;
mod company;
mod level;
mod percentile;
mod place;
pub(crate) mod plausible;
mod range;
mod role;
mod spelling;
mod usual_vesting;
mod vesting;

pub use band::Band;
pub use bands::Bands;
pub use cell::{Cell, CompanyName};
pub use company::{Companies, Company, Confidence, Vesting};
pub use level::{Level, UnknownLevel};
pub use percentile::{Percentile, Rank};
pub use place::{Country, Place, PlaceNamed, State};
pub use range::Range;
pub use role::{Role, RoleNamed};
pub use spelling::simplify;
pub use usual_vesting::{read_amazon_schedule, read_schedule};
pub use vesting::{Rhythm, Schedule, ScheduleTextError, Vest, read_how_often, told_but_how_often};
