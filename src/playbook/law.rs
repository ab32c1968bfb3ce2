//! What the law of the job's state says about asking for current pay. Data, not advice.

use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

use crate::data::read_toml;
use crate::market::State;

/// One state's rule.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Law {
    code: String,
    name: String,
    statute: String,
    /// Whether the employer may not ask.
    pub(super) forbids: bool,
    /// The rule in one or two sentences.
    pub(super) says: String,
    /// What postings must show.
    pub(super) posted: String,
}

/// What is said where the state is not known.
pub(super) const UNKNOWN: &str = "I don't know the law on asking for current pay where this job is. You can decline anywhere; some states forbid the question.";

#[derive(Deserialize)]
struct Laws {
    state: Vec<Law>,
}

static LAWS: LazyLock<Vec<Law>> = LazyLock::new(|| {
    let laws: Laws = read_toml("templates/law.toml", include_str!("../../templates/law.toml"))
        .expect("a test reads this embedded file");
    laws.state
});

/// The rule of a state.
pub(super) fn law_of(state: State) -> &'static Law {
    let code = match state {
        State::WA => "WA",
        State::CA => "CA",
        State::NY => "NY",
        State::TX => "TX",
        State::CO => "CO",
    };
    LAWS.iter().find(|law| law.code == code).expect("a test finds every state in this embedded file")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_state_has_its_rule() {
        for state in [State::WA, State::CA, State::NY, State::CO] {
            let law = law_of(state);
            assert!(law.forbids && law.says.contains(&law.name) && law.says.contains(&law.statute), "{}", law.code);
        }
        assert!(!law_of(State::TX).forbids);
    }
}
