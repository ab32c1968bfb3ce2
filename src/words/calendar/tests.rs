use jiff::civil::date;

use super::*;
use crate::analysis::calendar;
use crate::analysis::test_offers::{offer, offer_in_shares};
use crate::offer::{Offer, Payment, Repayment, SignOnTerms};

pub(super) fn dated(offer: Offer) -> Offer {
    Offer { start_date: Some(date(2027, 1, 31)), reply_by: Some(date(2026, 12, 4)), ..offer }
}

pub(super) fn with_terms(payment: Payment, repayment: Repayment) -> Offer {
    Offer {
        sign_on_terms: Some(SignOnTerms { payment, repayment }),
        ..dated(offer_in_shares(200_000, 2_201, 180, 90_000, 60_000))
    }
}

fn list(offer: &Offer) -> String {
    let calendar = calendar(offer);
    let events = calendar.events.iter();
    let lines = events.map(|event| format!("{} {}: {}", event.date, title_among_others(event), event_detail(event)));
    let gaps = calendar.gaps.iter().map(|gap| calendar_gap(*gap).to_owned());
    lines.chain(gaps).collect::<Vec<_>>().join("\n")
}

#[test]
fn a_lump_sum_with_repayment() {
    insta::assert_snapshot!(list(&with_terms(Payment::LumpSum, Repayment::ProRata)), @r"
    2026-12-04 Amazon: last day to answer: Answer by the end of this day, or ask for more time before it.
    2027-01-31 Amazon: first day: Base pay of $200,000 a year begins.
    2027-01-31 Amazon: sign-on of year 1: $90,000 before tax, in one sum.
    2028-01-31 Amazon: sign-on of year 1 is yours to keep: From this day nothing of the $90,000 is owed back if you leave.
    2028-01-31 Amazon: sign-on of year 2: $60,000 before tax, in one sum.
    2028-01-31 Amazon: vest 1 of 6: about 110 shares, 5 % of the grant: $19,800 at $180 a share. Its value that day is taxed as pay.
    2029-01-31 Amazon: sign-on of year 2 is yours to keep: From this day nothing of the $60,000 is owed back if you leave.
    2029-01-31 Amazon: sign-on has ended: From here on base and stock alone are paid.
    2029-01-31 Amazon: vest 2 of 6: about 330 shares, 15 % of the grant: $59,400 at $180 a share. Its value that day is taxed as pay.
    2029-07-31 Amazon: vest 3 of 6: about 440 shares, 20 % of the grant: $79,200 at $180 a share. Its value that day is taxed as pay.
    2030-01-31 Amazon: vest 4 of 6: about 440 shares, 20 % of the grant: $79,200 at $180 a share. Its value that day is taxed as pay.
    2030-07-31 Amazon: vest 5 of 6: about 440 shares, 20 % of the grant: $79,200 at $180 a share. Its value that day is taxed as pay.
    2031-01-31 Amazon: vest 6 of 6: 441 shares, 20 % of the grant: $79,380 at $180 a share. Its value that day is taxed as pay.
    ");
}

#[test]
fn a_monthly_sign_on_has_no_repayment() {
    insta::assert_snapshot!(list(&with_terms(Payment::Monthly, Repayment::ProRata)), @r"
    2026-12-04 Amazon: last day to answer: Answer by the end of this day, or ask for more time before it.
    2027-01-31 Amazon: first day: Base pay of $200,000 a year begins.
    2027-01-31 Amazon: monthly sign-on of year 1 begins: $7,500 a month before tax for 12 months, $90,000 in all; it stops if you leave.
    2028-01-31 Amazon: monthly sign-on of year 2 begins: $5,000 a month before tax for 12 months, $60,000 in all; it stops if you leave.
    2028-01-31 Amazon: vest 1 of 6: about 110 shares, 5 % of the grant: $19,800 at $180 a share. Its value that day is taxed as pay.
    2029-01-31 Amazon: sign-on has ended: From here on base and stock alone are paid.
    2029-01-31 Amazon: vest 2 of 6: about 330 shares, 15 % of the grant: $59,400 at $180 a share. Its value that day is taxed as pay.
    2029-07-31 Amazon: vest 3 of 6: about 440 shares, 20 % of the grant: $79,200 at $180 a share. Its value that day is taxed as pay.
    2030-01-31 Amazon: vest 4 of 6: about 440 shares, 20 % of the grant: $79,200 at $180 a share. Its value that day is taxed as pay.
    2030-07-31 Amazon: vest 5 of 6: about 440 shares, 20 % of the grant: $79,200 at $180 a share. Its value that day is taxed as pay.
    2031-01-31 Amazon: vest 6 of 6: 441 shares, 20 % of the grant: $79,380 at $180 a share. Its value that day is taxed as pay.
    ");
}

#[test]
fn what_is_not_known_is_said() {
    insta::assert_snapshot!(list(&dated(offer(200_000, 400_000, 90_000, 0))), @r"
    2026-12-04 Amazon: last day to answer: Answer by the end of this day, or ask for more time before it.
    2027-01-31 Amazon: first day: Base pay of $200,000 a year begins.
    2027-01-31 Amazon: sign-on of year 1: $90,000 before tax; ask whether it comes in one sum or monthly.
    2028-01-31 Amazon: sign-on has ended: From here on base and stock alone are paid.
    2028-01-31 Amazon: vest 1 of 6: $20,000, 5 % of the grant, at the price it was granted at. Its value that day is taxed as pay.
    2029-01-31 Amazon: vest 2 of 6: $60,000, 15 % of the grant, at the price it was granted at. Its value that day is taxed as pay.
    2029-07-31 Amazon: vest 3 of 6: $80,000, 20 % of the grant, at the price it was granted at. Its value that day is taxed as pay.
    2030-01-31 Amazon: vest 4 of 6: $80,000, 20 % of the grant, at the price it was granted at. Its value that day is taxed as pay.
    2030-07-31 Amazon: vest 5 of 6: $80,000, 20 % of the grant, at the price it was granted at. Its value that day is taxed as pay.
    2031-01-31 Amazon: vest 6 of 6: $80,000, 20 % of the grant, at the price it was granted at. Its value that day is taxed as pay.
    How the sign-on is paid and repaid isn't known, so it stands at the start of its year and no end of repayment is in here; ask, and set it with /offer edit.
    ");
    let undated = Offer { start_date: None, ..dated(offer(200_000, 400_000, 90_000, 0)) };
    insta::assert_snapshot!(list(&undated), @r"
    2026-12-04 Amazon: last day to answer: Answer by the end of this day, or ask for more time before it.
    There is no start date yet, so vests and payments have no day; set it with /offer edit.
    ");
    insta::assert_snapshot!(list(&offer(200_000, 400_000, 0, 0)), @"There is no start date yet, so vests and payments have no day; set it with /offer edit.");
}
