//! Exit codes, fixed: a supervisor decides by them whether to start again.

/// How the program ends when it does not end well.
#[derive(Debug, thiserror::Error)]
pub enum Exit {
    /// Something in the configuration must be changed first; starting again won't help.
    #[error("{0}")]
    Config(String),
    /// Anything else.
    #[error("{0}")]
    Failure(String),
}

impl Exit {
    /// 78 for the configuration, 1 for anything else.
    pub fn code(&self) -> u8 {
        match self {
            Self::Config(_) => 78,
            Self::Failure(_) => 1,
        }
    }
}
