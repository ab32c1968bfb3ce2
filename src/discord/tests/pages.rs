//! Every page about an offer as a message of Discord: within its limits, whatever the offer.

use std::collections::BTreeSet;

use jiff::Timestamp;
use proptest::prelude::*;

use crate::app::tests::conversation::Conversation;
use crate::discord::custom_id::Seal;
use crate::discord::limits::{
    EMBED_DESCRIPTION, EMBED_FOOTER, EMBED_TITLE, EMBEDS, EMBEDS_TOGETHER, FIELD_NAME, FIELD_VALUE, length,
};
use crate::discord::render::render;
use crate::money::Money;
use crate::reply::{Block, Card, Controls, Press};
use crate::user::UserId;

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
        prop_oneof![Just("Seattle"), Just("sf"), Just("NYC"), Just("Austin, TX"), Just("Llanfairpwllgwyngyll *Hill*")];
    // Figures that are usual at either level: others are asked about first.
    let sign_on = || prop_oneof![Just(0), 10_000i64..300_000];
    let dollars = (120_000i64..350_000, sign_on(), sign_on(), 120_000i64..2_000_000);
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

/// Every page that presses reach from the analysis and its commands, without what changes the offer.
async fn pages(typed: &Typed) -> Vec<Card> {
    let mut user = Conversation::new();
    user.user = USER;
    user.now = Timestamp::UNIX_EPOCH;
    let quick: Vec<(&str, &str)> = typed.quick.iter().map(|(key, text)| (*key, text.as_str())).collect();
    user.command("offer quick", &quick).await;
    user.command("offer edit", &[]).await;
    let mut answers = user.says(&format!("walk away {} over four years", typed.walk_away)).await;
    if answers.starts_with("# One thing to settle") {
        answers = user.says("over four years").await;
    }
    assert!(answers.contains(&format!("Walk-away: {} over", typed.walk_away)), "{answers}");
    assert!(user.says("save").await.starts_with("# Amazon L"), "the answers are saved");
    let target = typed.target.to_string();
    let commands: [(&str, &[(&str, &str)]); 4] = [
        ("counter", &[("target", &target)]),
        ("offer show", &[]),
        ("whatif", &[("growth", "12.5"), ("leave_month", "18")]),
        ("whatif", &[("leave_month", "7")]),
    ];
    let mut found = Vec::new();
    for (name, options) in commands {
        user.command(name, options).await;
        found.extend(user.answer().cloned());
    }
    let mut pressed = BTreeSet::new();
    let mut next = 0;
    while let Some(card) = found.get(next).cloned() {
        next += 1;
        for press in card.controls.iter().filter_map(buttons).flatten() {
            let keep = ["counter", "whatif", "show", "method", "warn", "tax", "calendar", "compare"]
                .contains(&press.action.verb.key());
            if keep && pressed.insert(press.to_string()) {
                user.presses_kept(press).await;
                found.extend(user.answer().cloned());
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
    #![proptest_config(ProptestConfig::with_cases(16))]
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
