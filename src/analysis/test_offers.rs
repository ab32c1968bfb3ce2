//! Offers that several tests look at, and the bands of the program.

use std::sync::{Arc, LazyLock};

use crate::market::{Bands, Place};
use crate::money::Money;
use crate::offer::{Grant, Level, Offer, OfferDraft, OtherFigures, OtherOffer, SignOn, read_schedule};

/// The bands of the program, read once for all tests.
pub(crate) fn bands() -> Arc<Bands> {
    static BANDS: LazyLock<Arc<Bands>> = LazyLock::new(|| Arc::new(Bands::shipped().expect("good bands")));
    Arc::clone(&BANDS)
}

/// An L6 offer in Seattle: base a year, grant over four years, sign-on of each year, in dollars.
pub(crate) fn offer(base: i64, grant: i64, sign_on_1: i64, sign_on_2: i64) -> Offer {
    OfferDraft {
        level: Some(Level::l6()),
        place: Some(Place::Seattle),
        base: Some(Money::dollars(base)),
        sign_on: Some(SignOn { year_1: Money::dollars(sign_on_1), year_2: Money::dollars(sign_on_2) }),
        grant: Some(Grant::Dollars(Money::dollars(grant))),
        ..OfferDraft::default()
    }
    .complete()
    .expect("every required field is there")
}

/// As [`offer`] with the grant as shares at a price.
pub(crate) fn offer_in_shares(base: i64, count: u32, price: i64, sign_on_1: i64, sign_on_2: i64) -> Offer {
    Offer {
        grant: Grant::Shares { count, price: Money::dollars(price), priced_on: None },
        ..offer(base, 0, sign_on_1, sign_on_2)
    }
}

/// The figures of a Google-shaped offer: base, one sign-on, grant, in dollars; no bonus entered.
pub(crate) fn other_figures(base: i64, sign_on: i64, grant: i64) -> OtherFigures {
    OtherFigures {
        base: Money::dollars(base),
        sign_on: vec![Money::dollars(sign_on)],
        grant: Money::dollars(grant),
        schedule: read_schedule("33/33/22/12 monthly").expect("a schedule"),
        bonus_percent: None,
        refreshers: Vec::new(),
        private: false,
        private_discount: None,
    }
}

/// Google's offer with such figures, and nothing said of how firm it is.
pub(crate) fn other(base: i64, sign_on: i64, grant: i64) -> OtherOffer {
    let figures = Some(Box::new(other_figures(base, sign_on, grant)));
    OtherOffer { company: "Google".into(), firmness: None, a_year: None, reply_by: None, figures }
}
