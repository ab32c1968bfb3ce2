//! Documents of before there was one list of other companies' offers: the user's held those with figures, and each
//! offer those that scripts speak of. They are joined by company, and nothing is lost.

use std::collections::BTreeSet;

use serde::Deserialize;

use super::others::{OtherRecord, Others};
use super::{Account, SHAPE};
use crate::offer::{OfferRecord, OtherFigures, OtherOffer};

/// What a user's document held of them.
#[derive(Debug, Deserialize)]
struct Before {
    #[serde(default)]
    rivals: Rivals,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Rivals {
    last: u32,
    offers: Vec<Rival>,
    left_out: BTreeSet<String>,
}

#[derive(Debug, Deserialize)]
struct Rival {
    number: u32,
    offer: RivalOffer,
    #[serde(default)]
    vesting: String,
}

#[derive(Debug, Deserialize)]
struct RivalOffer {
    company: String,
    #[serde(flatten)]
    figures: OtherFigures,
}

/// Those with figures, as a user's document held them.
pub(super) fn with_figures(document: &str) -> serde_json::Result<Others> {
    let Rivals { last, offers, left_out } = serde_json::from_str::<Before>(document)?.rivals;
    let records = offers.into_iter().map(|Rival { number, offer: RivalOffer { company, figures }, vesting }| {
        let offer =
            OtherOffer { company, firmness: None, a_year: None, reply_by: None, figures: Some(Box::new(figures)) };
        OtherRecord { number, offer, vesting }
    });
    Ok(Others { last, offers: records.collect(), left_out })
}

/// Those of a user's document whose conversation can't be read, where they can be.
pub(super) fn alone(document: &str) -> Others {
    #[derive(Deserialize)]
    struct Alone {
        others: Others,
    }
    match serde_json::from_str::<Alone>(document) {
        Ok(Alone { others }) => others,
        Err(_) => with_figures(document).unwrap_or_default(),
    }
}

/// Those named in the offers, as each held them: of one named in several, what was said last.
fn named(offers: &[OfferRecord]) -> Vec<OtherOffer> {
    let mut newest_last: Vec<&OfferRecord> = offers.iter().collect();
    newest_last.sort_by_key(|record| (record.updated, record.id));
    newest_last.into_iter().flat_map(|record| record.offer.competing.clone()).collect()
}

impl Account {
    /// Takes in the other companies' offers that documents of before hold in the offers.
    pub(super) fn gather_others(&mut self) {
        let named = named(&self.offers);
        self.touched.user |= self.user.shape < SHAPE || !named.is_empty();
        self.user.shape = SHAPE;
        let held = self.offers.iter().filter(|record| !record.offer.competing.is_empty());
        self.touched.offers.extend(held.map(|record| record.id));
        for offer in named {
            self.user.others.name(offer);
        }
        self.bring_others();
    }
}

#[cfg(test)]
mod tests {
    use crate::app::account::Account;
    use crate::money::Money;
    use crate::offer::{Firmness, OfferId};
    use crate::store::Documents;

    /// As written before: Google and `OpenAI` with figures, the latter in part; one offer of two names Google.
    const USER: &str = r#"{"shape":1,"session":{"number":1,"step":4,"state":"idle"},"next_offer":3,"rivals":{"last":4,
        "offers":[{"number":2,"offer":{"company":"Google","base":"210000","sign_on":["50000","20000"],"grant":"500000",
        "schedule":[{"month":12,"share":"0.5"},{"month":24,"share":"0.5"}],"bonus_percent":"15","refreshers":["0","10000"],
        "private":false,"private_discount":null},"vesting":"50/50 yearly"},{"number":4,"offer":{"company":"OpenAI",
        "base":"250000","grant":"0","schedule":[{"month":48,"share":"1"}],"private":true,"private_discount":"0.3"}}],
        "left_out":["r4"]}}"#;

    fn offer(id: u32, updated: &str, competing: &str) -> (u32, String) {
        let text = format!(
            r#"{{"shape":1,"id":{id},"name":"Offer {id}","offer":{{"level":"L6","place":"Seattle","base":"200000",
            "sign_on":{{"year_1":"0","year_2":"0"}},"grant":{{"dollars":"400000"}},"competing":[{competing}]}},
            "created":"{updated}","updated":"{updated}"}}"#
        );
        (id, text)
    }

    fn before() -> Documents {
        let earlier = r#"{"company":"google","firmness":"verbal","a_year":"400000","reply_by":null},
            {"company":"Initech","firmness":"in_process"}"#;
        let later = r#"{"company":"Google","firmness":"written","a_year":"450000","reply_by":"2026-12-04"}"#;
        Documents {
            user: Some(USER.into()),
            offers: vec![offer(1, "2026-11-02T00:00:00Z", earlier), offer(2, "2026-11-20T00:00:00Z", later)],
        }
    }

    #[test]
    fn both_places_of_before_are_one_list_and_nothing_is_lost() {
        let account = Account::read(&before());
        assert!(!account.restarted);
        let others = account.others();
        let (google, figures) = others.find(2).expect("kept its number");
        assert_eq!((google.offer.firmness, google.vesting.as_str()), (Some(Firmness::Written), "50/50 yearly"));
        assert_eq!(google.offer.a_year, Some(Money::dollars(450_000)));
        assert_eq!(google.offer.reply_by, Some(jiff::civil::date(2026, 12, 4)));
        assert_eq!(figures.refreshers, [Money::ZERO, Money::dollars(10_000)]);
        let (open_ai, figures) = others.find(4).expect("kept its number");
        assert_eq!((open_ai.offer.firmness, figures.private), (None, true));
        assert!(others.left_out.contains("r4"));
        assert_eq!(others.only_named().map(|offer| offer.company.as_str()).collect::<Vec<_>>(), ["Initech"]);
        for id in [1, 2] {
            let competing = &account.offer(OfferId(id)).expect("an offer").offer.competing;
            assert_eq!(competing.iter().map(|other| other.company.as_str()).collect::<Vec<_>>(), ["Google", "Initech"]);
        }
    }

    #[test]
    fn a_conversation_that_cant_be_read_keeps_them() {
        let account = Account::read(&before());
        let now = super::super::text_of(&account.user);
        for (document, what) in [
            (USER.replace("\"idle\"", "\"dreaming\""), "of before"),
            (now.replace("\"idle\"", "\"dreaming\""), "of now"),
            (now.replace("\"shape\":2", "\"shape\":99"), "of a later version"),
        ] {
            let read = Account::read(&Documents { user: Some(document), offers: before().offers });
            assert!(read.restarted, "{what}");
            assert_eq!(read.others(), account.others(), "{what}");
        }
    }

    #[test]
    fn they_are_written_once_and_stay_deleted() {
        let before = before();
        let mut account = Account::read(&before);
        let change = account.change(&before, 1, None).expect("the new shape");
        assert_eq!(change.offers.len(), 2, "what they held is kept elsewhere now");
        assert!(change.offers.iter().all(|(_, text)| !text.as_deref().unwrap_or_default().contains("Google")));
        account.change_others(|others| others.remove(2)).expect("there");
        let user = account.change(&before, 1, None).and_then(|change| change.user);
        // The offers of before are still in the store, say: they are not asked a second time.
        let again = Account::read(&Documents { user, offers: before.offers });
        assert!(again.others().find(2).is_none() && again.others().spoken_of().len() == 1);
    }
}
