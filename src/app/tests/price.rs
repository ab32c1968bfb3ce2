//! "Use today's price" through the door: only a press asks, and nothing needs it.

use std::sync::Mutex;
use std::sync::atomic::{AtomicU32, Ordering};

use async_trait::async_trait;
use jiff::civil::date;

use super::*;
use crate::money::Money;
use crate::price::{PriceError, SharePrice, SharePrices};
use crate::reply::{Action, Press, Verb};

/// A source that answers what it is told to, and counts.
struct Told {
    answer: Mutex<Result<SharePrice, PriceError>>,
    asked: AtomicU32,
}

#[async_trait]
impl SharePrices for Told {
    async fn price(&self, _: Timestamp) -> Result<SharePrice, PriceError> {
        self.asked.fetch_add(1, Ordering::Relaxed);
        self.answer.lock().expect("no panic under it").clone()
    }
}

fn price(dollars: i64, day: jiff::civil::Date) -> SharePrice {
    SharePrice { price: Money::dollars(dollars), date: day, source: "prices.example".into() }
}

fn with_source(answer: Result<SharePrice, PriceError>) -> (Conversation, Arc<Told>) {
    let told = Arc::new(Told { answer: Mutex::new(answer), asked: AtomicU32::new(0) });
    let mut user = Conversation::new();
    user.app = super::tests::app_over(&user.store).with_prices(Arc::clone(&told) as Arc<dyn SharePrices>);
    (user, told)
}

const SHARES: &[(&str, &str)] = &[
    ("level", "L6"),
    ("location", "Seattle"),
    ("base", "200k"),
    ("sign_on_1", "90k"),
    ("sign_on_2", "60k"),
    ("rsu", "2200 shares"),
    ("price", "170"),
];

#[tokio::test]
async fn the_walkthrough_takes_the_price_at_a_press() {
    let (mut user, told) = with_source(Ok(price(182, date(2026, 11, 20))));
    user.command("offer start", &[]).await;
    for words in ["L6", "seattle", "185k", "90/70", "1,400 rsus"] {
        user.says(words).await;
    }
    assert_eq!(told.asked.load(Ordering::Relaxed), 0);
    insta::assert_snapshot!(text(&user.shown), @r#"
    # One thing to settle
    At which price a share should I count the 1,400 shares?
    (Today's price, or the one in the letter. "182.50" is fine.)
    "#);
    user.presses("Use today's price").await;
    assert_eq!(told.asked.load(Ordering::Relaxed), 1);
    insta::assert_snapshot!(text(&user.shown), @r"
    # Question 6 of 12
    The price: $182 a share on November 20, 2026 (prices.example).
    Got it: grant 1,400 shares at $182 (of November 20, 2026), $254,800 over four years.
    Do you have it in writing?
    (A letter or a mail with the figures counts.)
    ");
}

#[tokio::test]
async fn a_failure_is_one_sentence_and_the_question_stays() {
    let (mut user, told) = with_source(Err(PriceError::TimedOut));
    user.command("offer start", &[]).await;
    for words in ["L6", "seattle", "185k", "90/70", "1,400 rsus"] {
        user.says(words).await;
    }
    user.presses("Use today's price").await;
    insta::assert_snapshot!(text(&user.shown), @r#"
    # One thing to settle
    No price: the share price source took too long; type the price yourself, for example 182.50.
    At which price a share should I count the 1,400 shares?
    (Today's price, or the one in the letter. "182.50" is fine.)
    "#);
    user.says("182.50").await;
    let kept = "1,400 shares at $182.50 (of November 23, 2026), $255,500";
    assert!(text(&user.shown).contains(kept), "{}", text(&user.shown));
    assert_eq!(told.asked.load(Ordering::Relaxed), 1);
}

#[tokio::test]
async fn an_old_price_under_an_analysis_is_brought_up_to_date() {
    let (mut user, told) = with_source(Ok(price(182, date(2026, 11, 20))));
    // Typed seven weeks ago: a price is of the day on which it is typed.
    user.now = "2026-10-02T12:00:00Z".parse().expect("a moment");
    user.command("offer quick", SHARES).await;
    user.now = "2026-11-23T12:00:00Z".parse().expect("a moment");
    user.command("offer show", &[]).await;
    assert_eq!(told.asked.load(Ordering::Relaxed), 0);
    user.presses("Use today's price").await;
    let shown = text(&user.shown);
    insta::assert_snapshot!(shown.lines().take(3).collect::<Vec<_>>().join("\n"), @r"
    # Amazon L6, Seattle
    The grant now counts at $182 a share on November 20, 2026 (prices.example); before it was $170.
    About the 54th percentile for L6 in Seattle: $337.6k a year on average. The 75th is $364k: $106k more over four years.
    ");
    assert!(shown.contains("Share price $182, of November 20, 2026, held flat."), "{shown}");
    assert!(!user.has_button("Use today's price"));
    *told.answer.lock().expect("no panic under it") = Ok(price(190, date(2026, 10, 1)));
    user.command("offer show", &[]).await;
    assert!(!user.has_button("Use today's price"), "a price of this week is new enough");
    user.now = "2027-01-20T12:00:00Z".parse().expect("a moment");
    user.command("offer show", &[]).await;
    user.presses("Use today's price").await;
    assert!(
        text(&user.shown)
            .contains("$190 a share on October 1, 2026 (prices.example), is older than yours: yours stays."),
        "{}",
        text(&user.shown)
    );
}

#[tokio::test]
async fn a_failure_leaves_the_offer_as_it_was() {
    let (mut user, _) = with_source(Err(PriceError::Status(503)));
    user.now = "2026-10-02T12:00:00Z".parse().expect("a moment");
    user.command("offer quick", SHARES).await;
    user.now = "2026-11-23T12:00:00Z".parse().expect("a moment");
    user.command("offer show", &[]).await;
    user.presses("Use today's price").await;
    assert_eq!(
        text(&user.shown),
        "No price: the share price source answered 503; type the price yourself, for example 182.50. The offer is as it was."
    );
    user.command("offer show", &[]).await;
    assert!(text(&user.shown).contains("Share price $170, of October 2, 2026"));
}

#[tokio::test]
async fn without_a_source_nothing_is_offered_and_everything_works() {
    let mut user = Conversation::new();
    user.command("offer quick", SHARES).await;
    assert!(!user.has_button("Use today's price"));
    user.command("offer start", &[]).await;
    for words in ["L6", "seattle", "185k", "90/70", "1,400 rsus"] {
        user.says(words).await;
    }
    assert!(!user.has_button("Use today's price"));
    let old = Press::always(Action::of_offer(Verb::Price, crate::offer::OfferId(1)));
    user.presses_kept(old).await;
    assert!(text(&user.shown).starts_with("No price: no source of share prices is set up here"));
}
