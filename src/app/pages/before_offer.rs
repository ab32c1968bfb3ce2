//! Answers to a recruiter's questions for someone who has no offer yet: fitted to the place
//! they name, or to the walkthrough they are in, and to nothing where neither is known.

use crate::app::pages::about;
use crate::app::route::Desk;
use crate::market::Place;
use crate::playbook::{BeforeOffer, Entry, RenderError, Rendered, Variant};
use crate::reply::{Action, Press, Verb};
use crate::reply::{Block, Button, Card, Choice, Controls, Reply};

/// Places to choose from: one in each state whose law is known.
const PLACES: [(&str, &str); 5] = [
    ("Seattle", "Seattle, or elsewhere in Washington"),
    ("Bay_Area", "The Bay Area, or elsewhere in California"),
    ("NYC", "New York City, or elsewhere in New York"),
    ("Austin", "Austin, or elsewhere in Texas"),
    ("Colorado", "Colorado"),
];

/// What a card of an answer shows; its buttons carry it as one number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Shown {
    /// Index into [`PLACES`].
    place: Option<usize>,
    variant: Variant,
}

impl Shown {
    /// Variants times ten plus the place, counted from 1.
    fn number(self) -> u32 {
        let variant = Variant::ALL.iter().position(|variant| *variant == self.variant).unwrap_or_default();
        let place = self.place.map_or(0, |place| place + 1);
        u32::try_from(variant * 10 + place).unwrap_or_default()
    }

    fn of_number(number: u32) -> Self {
        let number = usize::try_from(number).unwrap_or_default();
        let place = (number % 10).checked_sub(1).filter(|place| *place < PLACES.len());
        Self { place, variant: Variant::ALL.get(number / 10).copied().unwrap_or_default() }
    }
}

/// An answer, shown for the first time.
pub(crate) fn show(desk: &Desk, entry: &Entry) -> Reply {
    Reply::Show(card(desk, entry, Shown { place: None, variant: Variant::Normal }))
}

/// Another wording, or another place.
pub(crate) fn pressed(desk: &Desk, press: &Press, value: Option<&str>) -> Reply {
    let Some(entry) = desk.catalogue.find(&press.action.subject) else {
        return Reply::Show(about::old_control());
    };
    let mut shown = Shown::of_number(press.action.number);
    if let Some(value) = value {
        shown.place = PLACES.iter().position(|(key, _)| *key == value);
    }
    Reply::Update(card(desk, entry, shown))
}

fn card(desk: &Desk, entry: &Entry, shown: Shown) -> Card {
    let draft = desk.account.session().state.walk().map(|walk| walk.draft.clone()).unwrap_or_default();
    let place = shown.place.map(|place| Place::from(PLACES[place].0.to_owned())).or(draft.place);
    let band = draft.level.zip(place.as_ref()).and_then(|(level, place)| desk.bands.find(level, place));
    let before = BeforeOffer { level: draft.level, place: place.as_ref(), band, facts: None };
    match desk.catalogue.render_before(&entry.name, shown.variant, &before) {
        Ok(rendered) => filled(entry, shown, rendered),
        Err(RenderError::Refused(why)) => Card::titled(&entry.title).with(Block::Lead(why)),
        Err(error) => crate::app::pages::script::my_mistake(&error),
    }
}

fn filled(entry: &Entry, shown: Shown, rendered: Rendered) -> Card {
    let press = |shown: Shown| {
        Press::always(Action { verb: Verb::Before, subject: entry.name.clone(), number: shown.number() })
    };
    let wordings = [(Variant::Normal, "The usual wording"), (Variant::Shorter, "Shorter"), (Variant::Firmer, "Firmer")];
    let buttons = wordings
        .into_iter()
        .filter(|(variant, _)| *variant != shown.variant)
        .map(|(variant, label)| Button::new(label, press(Shown { variant, ..shown })))
        .chain([Button::new("Enter an offer", Press::always(Action::bare(Verb::Start)))])
        .collect();
    let mut card = Card::titled(rendered.title)
        .with(Block::Copy(rendered.body))
        .with(Block::Heading("Before you say it".into()))
        .with(Block::Bullets(rendered.notes))
        .with_buttons(buttons);
    card.controls.push(Controls::Select {
        press: press(shown),
        prompt: "Where is the job? The law differs by state".into(),
        options: PLACES
            .iter()
            .map(|(key, label)| Choice { label: (*label).into(), value: (*key).into(), description: None })
            .collect(),
    });
    card
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_button_carries_reads_back() {
        for variant in Variant::ALL {
            for place in [None, Some(0), Some(4)] {
                let shown = Shown { place, variant };
                assert_eq!(Shown::of_number(shown.number()), shown);
            }
        }
        assert_eq!(Shown::of_number(u32::MAX - 6), Shown { place: None, variant: Variant::Normal });
    }

    #[test]
    fn every_place_is_in_a_state_of_its_own() {
        let states: std::collections::BTreeSet<String> =
            PLACES.iter().map(|(key, _)| format!("{:?}", Place::from((*key).to_owned()).state())).collect();
        assert_eq!(states.len(), PLACES.len());
        assert!(!states.contains("None"));
    }
}
