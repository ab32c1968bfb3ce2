//! The vesting, which is changed and never asked for.

use super::*;

#[test]
fn the_vesting_is_changed_on_the_card_and_never_asked_for() {
    let on_the_card = with(required(), skips());
    let asked = with(on_the_card.clone(), [words("change vesting")]);
    let (state, says) = run(asked.clone());
    assert!(matches!(state, State::Asking(Question { field: Field::Vesting, returning: true, .. })));
    assert_eq!(says, [Say::Ask(Field::Vesting)]);
    for (answer, kind) in
        [("25/25/25/25 quarterly", 1), ("vests 33, 33, 22, 12 monthly", 2), ("usual", 0), ("20x5 yearly", 3)]
    {
        let (state, says) = run(with(asked.clone(), [words(answer)]));
        assert_eq!(says, [Say::Understood(vec![Answer::Vesting(schedule(kind))]), Say::Check], "{answer}");
        assert_eq!(state.walk().map(|walk| walk.draft.schedule.clone()), Some(schedule(kind)));
    }
    let (state, says) = run(with(asked.clone(), [words("25/25/25 quarterly"), words("quarterly")]));
    assert!(matches!(state, State::Asking(Question { field: Field::Vesting, failures: 2, .. })));
    assert!(
        matches!(says.as_slice(), [Say::Problem(problems), Say::Examples(Field::Vesting), Say::Ask(_)] if *problems == [Problem::Vesting(ScheduleTextError::NoPercentages)])
    );
    // How often is asked, and nothing saved before it is settled.
    let (state, says) = run(with(asked.clone(), [words("25/25/25/25"), words("save")]));
    assert!(matches!(state, State::Settling { doubt: Doubt::VestsHowOften { .. }, .. }), "{state:?}");
    assert!(matches!(says.as_slice(), [Say::Choices(_), Say::Settle(_)]), "{says:?}");
    for reply in [words("quarterly"), words("it vests quarterly"), Input::Settled(2)] {
        let (state, says) = run(with(asked.clone(), [words("25/25/25/25"), reply]));
        assert!(matches!(state, State::Checking { .. }));
        assert_eq!(says, [Say::Understood(vec![Answer::Vesting(schedule(1))]), Say::Check]);
    }
    for leave in [Input::Back, Input::Skip, words("skip")] {
        let (state, says) = run(with(asked.clone(), [leave]));
        assert!(matches!(state, State::Checking { .. }));
        assert_eq!(says, [Say::Check]);
    }
    let (state, says) = run(with(on_the_card.clone(), [words("vesting 25/25/25/25 quarterly, base 190k")]));
    let base = Answer::Base(Money::dollars(190_000));
    assert_eq!(says, [Say::Understood(vec![base, Answer::Vesting(schedule(1))]), Say::Check]);
    let back = with(on_the_card.clone(), [words("vesting 25/25/25/25 quarterly"), words("vesting: Amazon's usual")]);
    assert_eq!(run(back).0.walk().map(|walk| walk.draft.schedule.clone()), Some(schedule(0)));
    assert!(matches!(state, State::Checking { .. }));
    let (_, says) = run(with(on_the_card, [words("vesting quarterly")]));
    assert!(
        matches!(says.as_slice(), [Say::Problem(problems), Say::Check] if *problems == [Problem::Vesting(ScheduleTextError::NoPercentages)]),
        "{says:?}"
    );
}

#[test]
fn a_change_of_the_vesting_on_the_way_goes_on_with_the_questions() {
    let on_the_way = with(required(), [words("change vesting")]);
    for answer in [words("25/25/25/25 quarterly"), Input::Back, Input::Skip] {
        let (state, says) = run(with(on_the_way.clone(), [answer]));
        assert!(matches!(state, State::Asking(Question { field: Field::Written, returning: false, .. })));
        assert_eq!(says.last(), Some(&Say::Ask(Field::Written)));
    }
}
