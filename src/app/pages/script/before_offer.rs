//! Answers to a recruiter's questions for someone who has no offer yet: fitted to the place
//! they name, or to the walkthrough they are in, and to nothing where neither is known.

use std::fmt;
use std::str::FromStr;

use crate::app::desk::Desk;
use crate::app::outcome::{Gone, Outcome};
use crate::app::words::refusals;
use crate::market::{Cell, Place};
use crate::playbook::{BeforeOffer, Entry, RenderError, Rendered, Variant};
use crate::reply::{Action, Block, Button, Card, Choice, Press, Verb};

/// Places to choose from: one in each state whose law is known.
const PLACES: [(&str, &str); 5] = [
    ("Seattle", "Seattle, or elsewhere in Washington"),
    ("Bay_Area", "The Bay Area, or elsewhere in California"),
    ("NYC", "New York City, or elsewhere in New York"),
    ("Austin", "Austin, or elsewhere in Texas"),
    ("Colorado", "Colorado"),
];

/// What a card of an answer shows: its buttons carry it as `normal_0_current_pay`.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Wording {
    /// The entry's name.
    entry: String,
    variant: Variant,
    /// Index into [`PLACES`].
    place: Option<usize>,
}

impl fmt::Display for Wording {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let place = self.place.map_or_else(|| "any".to_owned(), |place| place.to_string());
        write!(f, "{}_{place}_{}", self.variant.key(), self.entry)
    }
}

impl FromStr for Wording {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let mut parts = text.splitn(3, '_');
        let (Some(variant), Some(place), Some(entry)) = (parts.next(), parts.next(), parts.next()) else {
            return Err(());
        };
        let variant = Variant::of_key(variant).ok_or(())?;
        let place = place.parse().ok().filter(|place| *place < PLACES.len());
        Ok(Self { entry: entry.to_owned(), variant, place })
    }
}

/// An answer, shown for the first time.
pub(super) fn show(desk: &Desk, entry: &Entry) -> Outcome {
    let wording = Wording { entry: entry.name.clone(), variant: Variant::Normal, place: None };
    Outcome::below(card(desk, entry, &wording))
}

/// Another wording, or another place.
pub(crate) fn pressed(desk: &Desk, press: &Press, value: Option<&str>) -> Outcome {
    let Ok(mut wording) = press.action.subject.parse::<Wording>() else { return Outcome::Gone(Gone::Control) };
    let Some(entry) = desk.catalogue.find(&wording.entry) else { return Outcome::Gone(Gone::Control) };
    if let Some(value) = value {
        wording.place = PLACES.iter().position(|(key, _)| *key == value);
    }
    Outcome::here(card(desk, entry, &wording))
}

fn card(desk: &Desk, entry: &Entry, shown: &Wording) -> Card {
    let draft = desk.account.session().state.walk().map(|walk| walk.draft.clone()).unwrap_or_default();
    let place = shown.place.map(|place| Place::from(PLACES[place].0.to_owned())).or(draft.place.clone());
    let cell = |(level, place)| Cell { role: &draft.role, currency: draft.currency, ..Cell::asked_for(level, place) };
    let band = draft.level.zip(place.as_ref()).and_then(|known| desk.bands.find(cell(known)));
    let before = BeforeOffer { level: draft.level, place: place.as_ref(), band, facts: None };
    match desk.catalogue.render_before(&entry.name, shown.variant, &before) {
        Ok(rendered) => filled(shown, rendered, place.is_some_and(|place| place.abroad().is_some())),
        Err(RenderError::Refused(why)) => Card::titled(&entry.title).with(Block::Lead(why.to_string())),
        Err(error) => refusals::my_mistake(&error),
    }
}

fn filled(shown: &Wording, rendered: Rendered, abroad: bool) -> Card {
    let press = |wording: &Wording| Press::always(Action::on(Verb::Before, wording.to_string()));
    let wordings = [(Variant::Normal, "The usual wording"), (Variant::Shorter, "Shorter"), (Variant::Firmer, "Firmer")];
    let buttons = wordings
        .into_iter()
        .filter(|(variant, _)| *variant != shown.variant)
        .map(|(variant, label)| Button::new(label, press(&Wording { variant, ..shown.clone() })))
        .chain([Button::new("Enter an offer", Press::always(Action::bare(Verb::Start)))])
        .collect();
    let options = PLACES.iter().map(|(key, label)| Choice::new(*label, *key)).collect();
    let mut card = Card::titled(rendered.title).with(Block::Copy(rendered.body));
    if !rendered.notes.is_empty() {
        card = card.with(Block::Heading("Before you say it".into())).with(Block::Bullets(rendered.notes));
    }
    let card = card.with_buttons(buttons);
    if abroad {
        return card;
    }
    card.with_select(press(shown), "Where is the job? The law differs by state", options)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_button_carries_reads_back() {
        for variant in Variant::ALL {
            for place in [None, Some(0), Some(4)] {
                let wording = Wording { entry: "current_pay".into(), variant, place };
                assert_eq!(wording.to_string().parse(), Ok(wording));
            }
        }
        assert_eq!("current_pay".parse::<Wording>(), Err(()));
        assert_eq!("normal_9_current_pay".parse::<Wording>().map(|wording| wording.place), Ok(None));
    }

    #[test]
    fn every_place_is_in_a_state_of_its_own() {
        let states: std::collections::BTreeSet<String> =
            PLACES.iter().map(|(key, _)| format!("{:?}", Place::from((*key).to_owned()).state())).collect();
        assert_eq!(states.len(), PLACES.len());
        assert!(!states.contains("None"));
    }
}
