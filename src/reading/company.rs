//! Which names are companies', and what the present employer is called.
//!
//! Must not know how an offer is told.

use crate::market::Companies;

/// What the present employer is called, whose offer to stay counts as another one.
pub(crate) const PRESENT_EMPLOYER: &str = "my current employer";

/// Whether a name is a known company's, or what the present employer is called.
pub(crate) fn is_known(company: &str) -> bool {
    company == PRESENT_EMPLOYER || Companies::shipped().find(company).is_some()
}
