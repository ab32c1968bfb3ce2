//! Why a script can't be given.

use std::error::Error;

use crate::echo::Echo;
use crate::offer::Fact;

/// Why a script can't be given.
#[derive(Debug, thiserror::Error)]
pub enum RenderError {
    /// No entry has that name.
    #[error("there is no script called \"{0}\"")]
    Unknown(Echo),
    /// Facts to ask for first, in the order of the form.
    #[error("some facts are missing")]
    Missing(Vec<Fact>),
    /// It would have nothing true to say.
    #[error(transparent)]
    Refused(#[from] Refused),
    /// The template itself is at fault; tests render every one, so this is a mistake in the program.
    #[error("the script {name} can't be filled in: {reason}")]
    Template {
        /// The entry.
        name: String,
        /// What the renderer says.
        reason: String,
        /// The renderer's own error; it names variables and never their values.
        #[source]
        cause: Box<dyn Error + Send + Sync>,
    },
}

/// Why a script would have nothing true to say: what the user reads in its place.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// It is written from an offer, and there is none; its title.
    #[error("\"{0}\" is written from your offer: enter the offer first, and I bring you back here.")]
    NeedsOffer(String),
    /// It asks for the level above the highest one that is known.
    #[error("I know no level above the one in your offer, so I can't write what to ask for.")]
    NoLevelAbove,
    /// It asks for more where the plan asks for nothing.
    #[error(
        "There is nothing left to ask for: your offer is at the figures of your plan. \
         Set a higher target in /counter if you want to go on."
    )]
    NothingToAsk,
}
