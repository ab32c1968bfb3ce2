//! Anything into the direct message, through the door.

use super::*;

mod after_saving;
mod commands;
mod letters;
mod nervous;
mod numbers;
mod topics;
mod twice;

/// Someone with a saved offer.
pub(super) async fn with_an_offer() -> Conversation {
    let mut user = Conversation::new();
    user.command("offer quick", QUICK).await;
    user
}

/// Someone at question 3, the base.
pub(super) async fn at_the_base() -> Conversation {
    let mut user = Conversation::new();
    user.command("offer start", &[]).await;
    user.says("L6").await;
    user.says("seattle").await;
    user
}

/// The labels of the buttons on the screen.
pub(super) fn labels(user: &Conversation) -> String {
    let rows = user.shown.controls.iter().map(|row| match row {
        Controls::Buttons(buttons) => {
            buttons.iter().map(|button| button.label.as_str()).collect::<Vec<_>>().join(" | ")
        }
        Controls::Select { prompt, .. } => format!("<{prompt}>"),
    });
    rows.collect::<Vec<_>>().join(" // ")
}
