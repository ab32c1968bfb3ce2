//! How firm another offer is, in words.

use crate::offer::Firmness;

/// `in writing`, `verbal`, `in process`.
pub fn firmness(firmness: Firmness) -> &'static str {
    match firmness {
        Firmness::Written => "in writing",
        Firmness::Verbal => "verbal",
        Firmness::InProcess => "in process",
    }
}
