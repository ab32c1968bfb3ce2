use super::*;
use crate::offer::OfferId;
use crate::reply::{Action, Asked, Verb};
use proptest::prelude::*;
use std::collections::BTreeSet;

const USER: UserId = UserId(1);

fn button(label: &str) -> Button {
    Button::new(label, Press::always(Action::bare(Verb::Save)))
}

fn labels(rows: &[wire::Row]) -> Vec<Vec<String>> {
    let of = |component: &wire::Component| match component {
        wire::Component::Button(button) => button.label.clone(),
        wire::Component::Select(select) => format!("{} options", select.options.len()),
        wire::Component::Input(input) => input.label.clone(),
    };
    rows.iter().map(|row| row.components.iter().map(of).collect()).collect()
}

fn ids(rows: &[wire::Row]) -> BTreeSet<String> {
    let of = |component: &wire::Component| match component {
        wire::Component::Button(button) => button.custom_id.clone(),
        wire::Component::Select(select) => select.custom_id.clone(),
        wire::Component::Input(input) => input.custom_id.clone(),
    };
    rows.iter().flat_map(|row| row.components.iter().map(of)).collect()
}

#[test]
fn rows_stay_as_given_where_they_fit() {
    let seal = Seal::new("secret");
    let controls = [Controls::Buttons(vec![button("Save")]), Controls::Buttons(vec![button("Back"), button("")])];
    let rows = rows(&controls, USER, &seal);
    assert_eq!(labels(&rows), [vec!["Save"], vec!["Back", "…"]]);
    assert_eq!(ids(&rows).len(), 3, "no id stands twice in a message");
}

#[test]
fn too_many_rows_are_packed() {
    let seal = Seal::new("secret");
    let many: Vec<Controls> = (0..12).map(|n| Controls::Buttons(vec![button(&n.to_string())])).collect();
    let rows = rows(&many, USER, &seal);
    assert_eq!(rows.len(), 3);
    assert_eq!(ids(&rows).len(), 12);
}

#[test]
fn a_list_holds_only_what_discord_takes() {
    let seal = Seal::new("secret");
    let choice =
        |value: &str| Choice { label: value.to_owned(), value: value.to_owned(), description: Some(" ".into()) };
    let select = |options| Controls::Select {
        press: Press::always(Action::bare(Verb::Answer)),
        prompt: "Which?".into(),
        options,
    };
    let many: Vec<Choice> = (0..40).map(|n| choice(&n.to_string())).collect();
    assert_eq!(labels(&rows(&[select(many)], USER, &seal)), [["25 options"]]);
    let odd = vec![choice("a"), choice("a"), choice(""), choice(&"x".repeat(101))];
    assert_eq!(labels(&rows(&[select(odd)], USER, &seal)), [["1 options"]]);
    assert!(rows(&[select(vec![])], USER, &seal).is_empty());
}

fn any_controls() -> impl Strategy<Value = Controls> {
    let press = || {
        (0..Verb::ALL.len(), "[a-z0-9_]{0,20}").prop_map(|(verb, subject)| Press {
            asked: Some(Asked { session: u32::MAX, step: u32::MAX }),
            action: Action { verb: Verb::ALL[verb], subject, offer: Some(OfferId(u32::MAX)) },
        })
    };
    let buttons = prop::collection::vec(("\\PC{0,120}", press()), 0..8)
        .prop_map(|all| Controls::Buttons(all.into_iter().map(|(label, press)| Button::new(label, press)).collect()));
    let choice = ("\\PC{0,120}", "[a-c]{0,3}|x{90,110}", prop::option::of("\\PC{0,120}"))
        .prop_map(|(label, value, description)| Choice { label, value, description });
    let select = (press(), "\\PC{0,200}", prop::collection::vec(choice, 0..40))
        .prop_map(|(press, prompt, options)| Controls::Select { press, prompt, options });
    prop_oneof![buttons, select]
}

fn fits(component: &wire::Component) -> bool {
    let within = |text: &str, most| (1..=most).contains(&length(text));
    match component {
        wire::Component::Button(button) => within(&button.label, BUTTON_LABEL),
        wire::Component::Select(select) => {
            let options = select.options.iter().all(|option| {
                let description = option.description.as_deref().is_none_or(|text| within(text, OPTION_TEXT));
                within(&option.label, OPTION_TEXT) && within(&option.value, OPTION_TEXT) && description
            });
            options && (1..=OPTIONS).contains(&select.options.len()) && length(&select.placeholder) <= PLACEHOLDER
        }
        wire::Component::Input(_) => false,
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn any_controls_are_within_limits(controls in prop::collection::vec(any_controls(), 0..8)) {
        let rows = rows(&controls, USER, &Seal::new("secret"));
        prop_assert!(rows.len() <= ROWS);
        prop_assert_eq!(ids(&rows).len(), rows.iter().map(|row| row.components.len()).sum::<usize>());
        prop_assert!(ids(&rows).iter().all(|id| length(id) <= crate::discord::limits::CUSTOM_ID));
        for row in &rows {
            let lists = row.components.iter().any(|each| matches!(each, wire::Component::Select(_)));
            let most = if lists { 1 } else { BUTTONS };
            prop_assert!((1..=most).contains(&row.components.len()));
            prop_assert!(row.components.iter().all(fits), "{row:?}");
        }
    }
}

#[test]
fn a_form_never_loses_what_is_filled_in() {
    let field = TextInput {
        key: "base".into(),
        label: "l".repeat(60),
        example: "e".repeat(120),
        value: "v".repeat(50),
        required: false,
        long: true,
        longest: 20,
    };
    let form =
        Form { title: "t".repeat(50), press: Press::always(Action::on(Verb::Type, "base")), inputs: vec![field; 6] };
    let modal = modal(&form, USER, Venue::Shared, &Seal::new("secret")).expect("a form");
    assert_eq!(length(&modal.title), MODAL_TITLE);
    assert_eq!(modal.components.len(), MODAL_INPUTS);
    let wire::Component::Input(input) = &modal.components[0].components[0] else { panic!("an input") };
    assert_eq!((input.max_length, input.value.len(), input.style), (50, 50, 2));
    assert_eq!((length(&input.label), length(&input.placeholder)), (INPUT_LABEL, INPUT_PLACEHOLDER));
}

#[test]
fn suggestions_are_25_at_most() {
    let many: Vec<Suggestion> =
        (0..30).map(|n| Suggestion { label: format!("Offer {n}"), value: n.to_string() }).collect();
    assert_eq!(suggestions(&many).choices.len(), 25);
    assert_eq!(suggestions(&[Suggestion { label: "x".into(), value: String::new() }]).choices.len(), 0);
}
