//! What an offer is needed for: a command that could not be answered without one, to be
//! answered once there is one.

use serde::{Deserialize, Serialize};

use crate::app::command::{Command, Options};

/// A command that waits for an offer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Purpose {
    /// Which.
    pub command: Command,
    /// With what.
    #[serde(default)]
    pub options: Options,
}
