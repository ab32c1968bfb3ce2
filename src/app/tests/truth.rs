//! At the door: nothing to paste holds a company, a date or an amount that was not entered
//! and does not follow from what was; and never the walk-away number.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::*;
use crate::app::account::Account;
use crate::counter::{Plan, plan};
use crate::offer::{Fact, Facts, Offer};
use crate::playbook::tests::Kit;
use crate::playbook::tests::truth::{amounts, an_offer, companies, dates, marked, true_amounts, true_dates};
use crate::playbook::{Catalogue, Kind, Lever};
use crate::store::{Documents, Store};

/// A user whose newest offer and facts are these.
async fn with_record(offer: &Offer, facts: &Facts) -> Conversation {
    let mut user = Conversation::new();
    let mut account = Account::read(&Documents::default());
    let id = account.add(offer.clone(), user.now).expect("room");
    account.offer_mut(id).expect("kept").facts = facts.clone();
    let change = account.change(&Documents::default(), 1, None).expect("something new");
    user.store.commit(user.user, change).await.expect("kept");
    user.request = 100;
    user
}

fn to_paste(reply: &Reply) -> Vec<String> {
    let (Reply::Show(card) | Reply::Update(card)) = reply else { return Vec::new() };
    let copies = card.blocks.iter().filter_map(|block| match block {
        Block::Copy(text) => Some(text.clone()),
        _ => None,
    });
    copies.collect()
}

fn labels(card: &Card) -> Vec<String> {
    let rows = card.controls.iter().filter_map(|row| match row {
        Controls::Buttons(buttons) => Some(buttons.iter().map(|button| button.label.clone())),
        Controls::Select { .. } => None,
    });
    rows.flatten().collect()
}

/// All that a user can copy of an offer: every script and e-mail in every wording, the case
/// and its lines, the levers, the competition, the counter plan.
async fn everything_to_paste(user: &mut Conversation, catalogue: &Catalogue) -> Vec<String> {
    let mut texts = Vec::new();
    for entry in catalogue.all().iter().filter(|entry| entry.kind != Kind::Topic) {
        let command = entry.command();
        let (name, rest) = command[1..].split_once(' ').unwrap_or((&command[1..], ""));
        let options: &[(&str, &str)] = if rest.is_empty() { &[] } else { &[("name", rest)] };
        let reply = user.command(name, options).await;
        texts.extend(to_paste(&reply));
        if to_paste(&reply).is_empty() {
            continue;
        }
        for wording in ["Shorter", "Firmer"] {
            texts.extend(to_paste(&user.presses(wording).await));
        }
    }
    user.command("case", &[]).await;
    if user.shown.title.as_deref() == Some("Your case on one page") {
        texts.extend(to_paste(&user.presses("Lines to add").await));
    }
    for lever in Lever::ALL {
        texts.extend(to_paste(&user.command("lever", &[("name", lever.key())]).await));
    }
    texts.extend(to_paste(&user.command("playbook", &[("topic", "competition")]).await));
    user.command("counter", &[]).await;
    for page in ["Opening ask and ladder", "Three packages"] {
        if labels(&user.shown).contains(&page.to_owned()) {
            let reply = user.presses(page).await;
            texts.extend(to_paste(&reply));
            user.presses("Back to the plan").await;
        }
    }
    texts
}

/// The figures of a plan's ladder and packages, which their lines say.
fn of_ladder(plan: &Plan) -> BTreeSet<String> {
    let packages = plan.packages.iter().map(|package| package.figures.ask);
    let asks = plan.ladder.iter().map(|rung| rung.ask).chain(packages);
    asks.flat_map(|ask| [ask.base, ask.sign_on.year_1, ask.sign_on.year_2, ask.grant])
        .map(|amount| amount.to_string())
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn nothing_to_paste_says_what_was_not_entered(
        offer in an_offer(),
        chosen in proptest::collection::btree_set(0..Fact::ALL.len(), 0..Fact::ALL.len()),
    ) {
        let mut facts = Facts::default();
        for index in chosen {
            facts.set(Fact::ALL[index], &marked(Fact::ALL[index]));
        }
        let band = Bands::shipped().expect("bands").find(offer.cell()).cloned();
        let plan = plan(&offer, band.as_ref(), 75, offer.walk_away);
        let kit = Kit::of(offer, facts, plan.asks.ask, plan.opening.ask);
        let mut known = true_amounts(&kit);
        known.extend(of_ladder(&plan));
        let days = true_dates(&kit);
        let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime");
        let texts = runtime.block_on(async {
            let mut user = with_record(&kit.offer, &kit.facts).await;
            everything_to_paste(&mut user, &Catalogue::shipped().expect("templates")).await
        });
        prop_assert!(texts.len() > 20, "{}", texts.len());
        for text in texts {
            for amount in amounts(&text) {
                prop_assert!(known.contains(&amount), "{} in {}", amount, text);
            }
            for day in dates(&text) {
                prop_assert!(days.contains(&day), "{} in {}", day, text);
            }
            for company in companies(&text) {
                prop_assert!(kit.offer.competing.iter().any(|other| other.company == company), "{} in {}", company, text);
            }
            for fact in Fact::ALL.iter().filter(|fact| kit.facts.get(**fact).is_none()) {
                prop_assert!(!text.contains(&format!("mk{:02}", *fact as u8)), "{}", text);
            }
            prop_assert!(!text.contains("1,234,567") && !text.contains("1234567") && !text.contains("1.23M"), "{}", text);
        }
    }
}
