//! Exit codes, fixed: a supervisor decides by them whether to start again.

use crate::config::ConfigError;
use crate::data::FileError;
use crate::discord::StartError;
use crate::price::PriceError;
use crate::store::StoreError;

/// How the program ends when it does not end well: the sentences it leaves behind.
#[derive(Debug, thiserror::Error)]
pub enum Exit {
    /// The environment.
    #[error(transparent)]
    Config(#[from] ConfigError),
    /// A data file in the program.
    #[error(transparent)]
    Data(#[from] FileError),
    /// A band file of the operator's.
    #[error("{0}; mend it, or unset BANDS_DIR to use the bands in the program")]
    Bands(#[source] FileError),
    /// The source of share prices.
    #[error("{0}.")]
    Price(#[from] PriceError),
    /// Neither a bot nor a terminal.
    #[error(
        "DISCORD_TOKEN is not set and there is no terminal to talk in. Set DISCORD_TOKEN to your bot's token \
         (https://discord.com/developers/applications, page \"Bot\"), or give the argument `chat` to talk over a pipe."
    )]
    NothingToRun,
    /// What `check` found; each failure is said before.
    #[error("{}", failed(*.0))]
    Checks(usize),
    /// The store.
    #[error("{0}.")]
    Store(#[from] StoreError),
    /// Discord.
    #[error("{0}.")]
    Discord(#[from] StartError),
    /// The standard streams.
    #[error("standard input or output failed: {0}.")]
    Streams(#[source] std::io::Error),
}

fn failed(checks: usize) -> String {
    match checks {
        1 => "1 check failed; its fix stands above.".into(),
        several => format!("{several} checks failed; their fixes stand above."),
    }
}

impl Exit {
    /// 78 where something in the configuration must be changed first, so that starting again
    /// won't help; 1 for anything else.
    pub fn code(&self) -> u8 {
        match self {
            Self::Config(_)
            | Self::Data(_)
            | Self::Bands(_)
            | Self::Price(_)
            | Self::NothingToRun
            | Self::Checks(_)
            | Self::Store(StoreError::Open { .. } | StoreError::Newer { .. }) => 78,
            Self::Store(StoreError::Read(_) | StoreError::Write(_)) | Self::Streams(_) => 1,
            Self::Discord(error) => error.exit_code(),
        }
    }
}
