//! What is said where a request can't be answered, and what to do about it.

use crate::app::account::MOST_OFFERS;
use crate::app::links;
use crate::app::outcome::Gone;
use crate::playbook::RenderError;
use crate::reply::Card;
use crate::store::StoreError;

/// What is no longer there, in words.
pub(crate) fn gone(what: Gone) -> Card {
    match what {
        Gone::Offer => Card::text("That offer is deleted. /offer list shows the ones you have."),
        Gone::Rival => Card::text("That offer is deleted. /offer compare shows the ones you have."),
        Gone::Control => Card::text(
            "That button is from an earlier conversation, so it does nothing now. Your saved offers are in /offer list.",
        )
        .with_buttons(vec![links::enter_offer()]),
    }
}

/// Where there is no room for another offer.
pub(crate) fn no_room() -> String {
    format!(
        "Not saved: you have {MOST_OFFERS} offers, the most I keep. /offer delete makes room. Here is the analysis all the same."
    )
}

/// Where a stored conversation can't be read.
pub(crate) const RESTARTED: &str =
    "I have been updated and can't read where we were, so this begins afresh. Your saved offers are as they were.";

/// A command of another version.
pub(crate) fn unknown_command() -> Card {
    Card::text("I don't know that command. /help lists what I can do.")
}

/// Where a template fails, which tests rule out.
pub(crate) fn my_mistake(error: &RenderError) -> Card {
    tracing::error!(%error, "a template could not be filled in");
    Card::text("That can't be filled in: the mistake is mine, and it is noted. Your offer is as it was.")
}

/// Where the store fails.
pub(crate) fn not_saved(error: &StoreError) -> Card {
    Card::text(match error {
        StoreError::Read(_) => {
            "I can't reach my notes right now, so I can't answer that. Nothing is lost; try again in a minute."
        }
        _ => "Not saved: my store can't be written to right now. Nothing was changed; send that again in a minute.",
    })
}
