//! Any text in any state.

use proptest::prelude::*;

use super::*;

proptest! {
    #[test]
    fn any_text_is_taken_for_something_and_a_slash_never_for_an_answer(text in "\\PC{0,120}", state in 0usize..30) {
        let states = open_states();
        let (_, state) = &states[state % states.len()];
        for state in [state, &State::Idle] {
            taken_for(&text, state, true);
            let slashed = taken_for(&format!("/{text}"), state, true);
            prop_assert!(slashed.starts_with('/') || slashed.starts_with("steering") || slashed == "no command", "{slashed}");
        }
    }
}
