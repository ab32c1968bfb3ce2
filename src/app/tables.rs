//! Tables that ship with the program and that no user changes: taxes, other companies' schedules.

use crate::analysis::Presets;
use crate::tax::TaxTables;

/// The tables, read once at the start.
pub(crate) struct Tables {
    /// Taxes by place and year.
    pub taxes: TaxTables,
    /// How other companies vest.
    pub rivals: Presets,
}

impl Tables {
    /// Those in the program itself: `counteroffer check` and the tests of both modules read the same.
    pub(crate) fn shipped() -> Self {
        Self {
            taxes: TaxTables::shipped().expect("the tax tables in the program are read in its tests"),
            rivals: Presets::shipped().expect("the schedules in the program are read in its tests"),
        }
    }
}
