//! Tables that ship with the program and that no user changes: taxes, companies, what people ask and remark.

use std::sync::LazyLock;

use super::talk::Topics;
use crate::market::Companies;
use crate::playbook::TalkTable;
use crate::tax::TaxTables;

/// The tables, read once at the start.
pub(crate) struct Tables {
    /// Taxes by place and year.
    pub taxes: TaxTables,
    /// The companies, with how they vest.
    pub companies: &'static Companies,
    /// What people write besides answers and commands.
    pub topics: Topics,
}

impl Tables {
    /// Those in the program itself: `counteroffer check` and the tests of both modules read the same.
    pub(crate) fn shipped() -> &'static Self {
        static SHIPPED: LazyLock<Tables> = LazyLock::new(|| Tables {
            taxes: TaxTables::shipped().expect("the tax tables in the program are read in its tests"),
            companies: Companies::shipped(),
            topics: Topics::of(TalkTable::shipped().expect("the topics in the program are read in its tests")),
        });
        &SHIPPED
    }
}
