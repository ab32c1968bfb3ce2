use jiff::civil::date;
use proptest::prelude::*;

use super::*;
use crate::analysis::test_offers::{offer, offer_in_shares};

fn dated(offer: Offer) -> Offer {
    Offer { start_date: Some(date(2027, 1, 31)), reply_by: Some(date(2026, 12, 4)), ..offer }
}

fn with_terms(payment: Payment, repayment: Repayment) -> Offer {
    Offer {
        sign_on_terms: Some(SignOnTerms { payment, repayment }),
        ..dated(offer_in_shares(200_000, 2_201, 180, 90_000, 60_000))
    }
}

#[test]
fn a_monthly_sign_on_paid_back_in_proportion_never_is() {
    let keys = |repayment| {
        let calendar = calendar(&with_terms(Payment::Monthly, repayment));
        calendar.events.iter().filter(|event| matches!(event.kind, EventKind::RepaymentEnds { .. })).count()
    };
    assert_eq!((keys(Repayment::Nothing), keys(Repayment::Full)), (0, 2));
}

#[test]
fn what_is_not_known_is_named() {
    let unknown = dated(offer(200_000, 400_000, 90_000, 0));
    assert_eq!(calendar(&unknown).gaps, [CalendarGap::NoSignOnTerms]);
    assert_eq!(calendar(&Offer { start_date: None, ..unknown }).gaps, [CalendarGap::NoStartDate]);
    assert_eq!(calendar(&with_terms(Payment::LumpSum, Repayment::Full)).gaps, []);
}

#[track_caller]
fn check_months_after(start: Date, months: u32, expected: Date) {
    assert_eq!(months_after(start, months), expected);
}

#[test]
fn a_day_that_a_month_lacks_is_its_last() {
    check_months_after(date(2027, 1, 31), 1, date(2027, 2, 28));
    check_months_after(date(2027, 8, 31), 30, date(2030, 2, 28));
    check_months_after(date(2028, 2, 29), 12, date(2029, 2, 28));
    check_months_after(date(2028, 2, 29), 48, date(2032, 2, 29));
    check_months_after(date(9999, 6, 1), 12, Date::MAX);
}

proptest! {
    #[test]
    fn vests_complete_the_grant_and_days_rise(shares in 1u32..1_000_000, price in 1i64..2_000, day in 0i32..4_000) {
        let start = date(2026, 1, 1).saturating_add(day.days());
        let offer = Offer { start_date: Some(start), ..offer_in_shares(1, shares, price, 0, 0) };
        let calendar = calendar(&offer);
        let vests: Vec<&CalendarEvent> =
            calendar.events.iter().filter(|event| matches!(event.kind, EventKind::Vest(_))).collect();
        prop_assert_eq!(vests.iter().filter_map(|vest| vest.shares()).sum::<u32>(), shares);
        prop_assert_eq!(vests.iter().filter_map(|vest| vest.amount()).sum::<Money>(), offer.grant.value());
        prop_assert!(calendar.events.windows(2).all(|pair| pair[0].date <= pair[1].date));
        let keys: std::collections::BTreeSet<String> = calendar.events.iter().map(CalendarEvent::key).collect();
        prop_assert_eq!(keys.len(), calendar.events.len());
    }
}
