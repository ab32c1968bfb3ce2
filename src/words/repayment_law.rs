//! The law on paying a sign-on back.

use crate::market::State;

/// What the law of a state says about paying a sign-on back, in one paragraph; `None` where
/// the bot knows of nothing. General information, not legal advice.
///
/// California: Business and Professions Code 16608 (AB 692). New York: Trapped at Work Act as
/// amended on February 13, 2026.
pub fn repayment_law(state: State) -> Option<&'static str> {
    match state {
        State::CA => Some(
            "California, agreements made from January 1, 2026: you can owe a sign-on back only under an agreement of \
             its own, which you had at least 5 business days to read and which told you that you may ask a lawyer. \
             The debt has to shrink with the time you work, bear no interest and end within two years; it is due only \
             if you resign or are dismissed for misconduct, and you must have had the choice to take the bonus later.",
        ),
        State::NY => Some(
            "New York, from December 19, 2026: a sign-on may have to be paid back, but not if you are dismissed for \
             anything other than misconduct, nor if the job was not what you were told it would be.",
        ),
        State::WA | State::TX | State::CO => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::market::Place;

    #[test]
    fn the_law_is_told_where_it_is_known() {
        let law = |place: Place| place.state().and_then(repayment_law);
        assert!(
            law(Place::BayArea)
                .is_some_and(|text| text.contains("January 1, 2026") && text.contains("5 business days"))
        );
        assert!(law(Place::Nyc).is_some_and(|text| text.contains("December 19, 2026")));
        assert_eq!(law(Place::Seattle), None);
        assert_eq!(law(Place::Elsewhere("Boston".into())), None);
    }
}
