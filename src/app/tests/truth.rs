//! At the door: nothing to paste holds a company, a date or an amount that was not entered
//! and does not follow from what was; and never the walk-away number.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::*;
use crate::analysis::test_offers;
use crate::app::account::Account;
use crate::counter::{Plan, plan};
use crate::offer::{Fact, Facts, Offer};
use crate::playbook::tests::truth::{amounts, an_offer, companies, dates, marked, true_amounts, true_dates};
use crate::playbook::tests::{Kit, catalogue};
use crate::playbook::{Catalogue, Kind, Lever};
use crate::reply::Block;
use crate::store::{Documents, Store};

/// A user whose newest offer and facts are these.
async fn with_record(offer: &Offer, facts: &Facts) -> Conversation {
    let user = Conversation::new();
    let mut account = Account::read(&Documents::default());
    let id = account.add(offer.clone(), user.now).expect("room");
    account.offer_mut(id).expect("kept").facts = facts.clone();
    let change = account.change(&Documents::default(), 1, None).expect("something new");
    user.store.commit(user.user, change).await.expect("kept");
    user
}

fn to_paste(user: &Conversation) -> Vec<String> {
    let blocks = user.answer().map_or(&[][..], |card| &card.blocks);
    let copies = blocks.iter().filter_map(|block| match block {
        Block::Copy(text) => Some(text.clone()),
        _ => None,
    });
    copies.collect()
}

/// All that a user can copy of an offer: every script and e-mail in every wording, the case
/// and its lines, the levers, the competition, the counter plan.
async fn everything_to_paste(user: &mut Conversation, catalogue: &Catalogue) -> Vec<String> {
    let mut texts = Vec::new();
    for entry in catalogue.all().iter().filter(|entry| entry.kind != Kind::Topic) {
        let command = entry.command();
        let (name, rest) = command[1..].split_once(' ').unwrap_or((&command[1..], ""));
        let options: &[(&str, &str)] = if rest.is_empty() { &[] } else { &[("name", rest)] };
        user.command(name, options).await;
        texts.extend(to_paste(user));
        if to_paste(user).is_empty() {
            continue;
        }
        for wording in ["Shorter", "Firmer"] {
            user.presses(wording).await;
            texts.extend(to_paste(user));
        }
    }
    user.command("case", &[]).await;
    if user.shown.title.as_deref() == Some("Your case on one page") {
        user.presses("Lines to add").await;
        texts.extend(to_paste(user));
    }
    for lever in Lever::ALL {
        user.command("lever", &[("name", lever.key())]).await;
        texts.extend(to_paste(user));
    }
    user.command("playbook", &[("topic", "competition")]).await;
    texts.extend(to_paste(user));
    user.command("counter", &[]).await;
    for page in ["Opening ask and ladder", "Three packages"] {
        if user.has_button(page) {
            user.presses(page).await;
            texts.extend(to_paste(user));
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
    #![proptest_config(ProptestConfig::with_cases(8))]

    #[test]
    fn nothing_to_paste_says_what_was_not_entered(
        offer in an_offer(),
        chosen in proptest::collection::btree_set(0..Fact::ALL.len(), 0..Fact::ALL.len()),
    ) {
        let mut facts = Facts::default();
        for index in chosen {
            facts.set(Fact::ALL[index], &marked(Fact::ALL[index]));
        }
        let band = test_offers::bands().find(offer.cell()).cloned();
        let plan = plan(&offer, band.as_ref(), 75, offer.walk_away);
        let kit = Kit::of(offer, facts, plan.asks.ask, plan.opening.ask);
        let mut known = true_amounts(&kit);
        known.extend(of_ladder(&plan));
        let days = true_dates(&kit);
        let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime");
        let texts = runtime.block_on(async {
            let mut user = with_record(&kit.offer, &kit.facts).await;
            everything_to_paste(&mut user, &catalogue()).await
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
                let known = kit.offer.competing.iter().find(|other| other.company == company);
                prop_assert!(known.is_some_and(|other| other.firmness.is_some()), "{} in {}", company, text);
            }
            for fact in Fact::ALL.iter().filter(|fact| kit.facts.get(**fact).is_none()) {
                prop_assert!(!text.contains(&format!("mk{:02}", *fact as u8)), "{}", text);
            }
            prop_assert!(!text.contains("1,234,567") && !text.contains("1234567") && !text.contains("1.23M"), "{}", text);
        }
    }
}
