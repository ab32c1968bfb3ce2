//! Every page about an offer as a message of Discord: within its limits, whatever the offer.

use std::collections::BTreeSet;
use std::sync::Arc;

use jiff::Timestamp;
use proptest::prelude::*;

use super::custom_id::Seal;
use super::limits::{
    EMBED_DESCRIPTION, EMBED_FOOTER, EMBED_TITLE, EMBEDS, EMBEDS_TOGETHER, FIELD_NAME, FIELD_VALUE, length,
};
use super::render::render;
use crate::app::{App, Body, Request, Venue};
use crate::market::Bands;
use crate::money::Money;
use crate::playbook::Catalogue;
use crate::reply::Press;
use crate::reply::{Block, Card, Controls, Reply};
use crate::store::MemoryStore;
use crate::user::UserId;
use crate::words::Locale;

const USER: UserId = UserId(3);

/// What can be typed for one offer, and the least that the user would take.
#[derive(Clone, Debug)]
struct Typed {
    quick: [(&'static str, String); 6],
    target: u8,
    walk_away: Money,
}

fn typed() -> impl Strategy<Value = Typed> {
    let places =
        prop_oneof![Just("Seattle"), Just("sf"), Just("NYC"), Just("Austin, TX"), Just("Llanfairpwllgwyngyll *Wales*")];
    let dollars = (90_000i64..400_000, 0i64..300_000, 0i64..300_000, 75_000i64..2_000_000);
    (any::<bool>(), places, dollars, 1u8..=99, 80i64..200, any::<bool>()).prop_map(
        |(senior, place, (base, first, second, grant), target, floor, in_shares)| {
            let total = base * 4 + first + second + grant;
            // Off every step of $500, so that no figure to ask for is it by chance.
            let walk_away = Money::dollars(total * floor / 100 / 500 * 500 + 137);
            let rsu = if in_shares { format!("{} shares @ 187.53", grant / 188) } else { grant.to_string() };
            let quick = [
                ("level", if senior { "L7" } else { "L6" }.to_owned()),
                ("location", place.to_owned()),
                ("base", base.to_string()),
                ("sign_on_1", first.to_string()),
                ("sign_on_2", second.to_string()),
                ("rsu", rsu),
            ];
            Typed { quick, target, walk_away }
        },
    )
}

struct Session {
    app: App,
    id: u64,
}

impl Session {
    async fn does(&mut self, body: Body) -> Option<Card> {
        self.id += 1;
        let request = Request {
            id: self.id,
            user: USER,
            venue: Venue::Direct,
            direct_channel: Some(9),
            locale: Locale::default(),
            body,
        };
        match self.app.handle(request, Timestamp::UNIX_EPOCH).await {
            Reply::Show(card) | Reply::Update(card) => Some(card),
            _ => None,
        }
    }

    async fn command(&mut self, name: &str, options: &[(&str, String)]) -> Card {
        let options = options.iter().map(|(key, text)| (*key, text.as_str())).collect();
        self.does(Body::Command { command: name.parse().expect("a command"), options }).await.expect("a card")
    }
}

/// Every page that presses reach from the analysis and its commands, without what changes the offer.
async fn pages(typed: &Typed) -> Vec<Card> {
    let bands = Bands::shipped().expect("good bands");
    let app = App::new(Arc::new(MemoryStore::new()), bands, Catalogue::shipped().expect("good templates"));
    let mut session = Session { app, id: 1 };
    session.command("offer quick", &typed.quick).await;
    session.command("offer edit", &[]).await;
    let mut answers = session.does(Body::Words(format!("walk away {} over four years", typed.walk_away))).await;
    if answers.as_ref().and_then(|card| card.title.as_deref()) == Some("One thing to settle") {
        answers = session.does(Body::Words("over four years".into())).await;
    }
    assert!(format!("{answers:?}").contains(&format!("Walk-away\", \"{} over", typed.walk_away)), "{answers:?}");
    let saved = session.does(Body::Words("save".into())).await.and_then(|card| card.title);
    assert!(saved.is_some_and(|title| title.starts_with("Amazon L")), "the answers are saved");
    let mut found = vec![
        session.command("counter", &[("target", typed.target.to_string())]).await,
        session.command("offer show", &[]).await,
        session.command("whatif", &[("growth", "12.5".into()), ("leave_month", "18".into())]).await,
        session.command("whatif", &[("leave_month", "7".into())]).await,
    ];
    let mut pressed = BTreeSet::new();
    let mut next = 0;
    while let Some(card) = found.get(next).cloned() {
        next += 1;
        for press in card.controls.iter().filter_map(buttons).flatten() {
            let keep = ["counter", "whatif", "show", "method", "warn", "tax", "calendar", "compare"]
                .contains(&press.action.verb.key());
            if keep && pressed.insert(press.to_string()) {
                found.extend(session.does(Body::Press(press)).await);
            }
        }
    }
    assert!(found.len() >= 8, "the pages are found: {}", found.len());
    found
}

fn buttons(row: &Controls) -> Option<Vec<Press>> {
    match row {
        Controls::Buttons(buttons) => Some(buttons.iter().map(|button| button.press.clone()).collect()),
        Controls::Select { .. } => None,
    }
}

/// A page is one message, whole, within the limits of embeds, and reads on a phone.
fn check_message(card: &Card) -> Result<(), TestCaseError> {
    let rendered = render(card, USER, &Seal::new("secret"));
    let embeds = &rendered.message.embeds;
    prop_assert!(rendered.file.is_none() && rendered.further.is_empty(), "nothing is left for a file: {card:?}");
    prop_assert!(embeds.len() <= EMBEDS && rendered.message.components.len() <= 5);
    let mut together = 0;
    for embed in embeds {
        let title = embed.title.as_deref().map_or(0, length);
        let footer = embed.footer.as_ref().map_or(0, |footer| length(&footer.text));
        prop_assert!(title <= EMBED_TITLE && footer <= EMBED_FOOTER && length(&embed.description) <= EMBED_DESCRIPTION);
        prop_assert!(
            embed.fields.iter().all(|field| length(&field.name) <= FIELD_NAME && length(&field.value) <= FIELD_VALUE)
        );
        let fields: usize = embed.fields.iter().map(|field| length(&field.name) + length(&field.value)).sum();
        together += title + footer + length(&embed.description) + fields;
    }
    prop_assert!(together <= EMBEDS_TOGETHER, "{together}");
    for block in &card.blocks {
        if let Block::Table(table) = block {
            let widest = table.lines().iter().map(|line| line.chars().count()).max().unwrap_or(0);
            prop_assert!(widest <= 34, "{}", table.lines().join("\n"));
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]
    #[test]
    fn every_page_fits_and_no_text_to_copy_holds_the_walk_away_number(typed in typed()) {
        let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime");
        let pages = runtime.block_on(pages(&typed));
        for card in &pages {
            check_message(card)?;
            for block in &card.blocks {
                let Block::Copy(text) = block else { continue };
                for secret in [typed.walk_away, typed.walk_away.split(4)] {
                    let forms = [secret.to_string(), secret.amount().normalize().to_string()];
                    prop_assert!(!forms.iter().any(|form| text.contains(form.trim_start_matches('$'))), "{secret} in {text}");
                }
            }
        }
    }
}
