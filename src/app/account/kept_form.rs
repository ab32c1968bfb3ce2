//! A form that could not be taken as it was, kept so that nothing has to be typed again.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// A form's texts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct KeptForm {
    /// Which form of which thing.
    pub form: String,
    /// What stood in it.
    pub texts: BTreeMap<String, String>,
}
