//! Asks the configured source over HTTP: at most once an hour, with a limit on time and size.
//!
//! The shell of this module: the only part that is async and does I/O.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp, ToSpan};
use reqwest::redirect::Policy;
use reqwest::{Client, Response, Url, header};
use tokio::sync::Mutex;

use super::{Misread, PriceError, SharePrice, parse_price};

/// How long an answer is waited for, connection and body together.
const TIMEOUT: Duration = Duration::from_secs(2);
/// The most bytes read of an answer.
const LARGEST_BODY: usize = 64 * 1024;
/// How long nothing is asked after an attempt, failed or not.
const PAUSE: SignedDuration = SignedDuration::from_hours(1);

/// Where share prices come from: the operator's source, or what a test says.
#[async_trait]
pub trait SharePrices: Send + Sync {
    /// The newest price there is; a failure is a sentence for the user.
    async fn price(&self, now: Timestamp) -> Result<SharePrice, PriceError>;
}

#[async_trait]
impl SharePrices for PriceSource {
    async fn price(&self, now: Timestamp) -> Result<SharePrice, PriceError> {
        Self::price(self, now).await
    }
}

/// A source of share prices. Asks only when [`PriceSource::price`] is called.
pub struct PriceSource {
    client: Client,
    url: Url,
    state: Mutex<State>,
}

/// The last attempt and the last price.
#[derive(Debug, Default)]
struct State {
    attempted: Option<Timestamp>,
    price: Option<SharePrice>,
    failure: Option<PriceError>,
}

impl PriceSource {
    /// A source at an address (`PRICE_URL`). Asks nothing yet.
    pub fn new(url: &str) -> Result<Self, PriceError> {
        Self::with_timeout(url, TIMEOUT)
    }

    pub(super) fn with_timeout(url: &str, timeout: Duration) -> Result<Self, PriceError> {
        let url = Url::parse(url.trim()).map_err(|_| PriceError::Address)?;
        if !matches!(url.scheme(), "http" | "https") || url.host_str().is_none() {
            return Err(PriceError::Address);
        }
        let client = Client::builder()
            .timeout(timeout)
            .redirect(Policy::none())
            .user_agent(concat!("counteroffer/", env!("CARGO_PKG_VERSION")))
            .build()
            .map_err(failed)?;
        Ok(Self { client, url, state: Mutex::default() })
    }

    /// The name of the server: what a price is shown with. Never the whole address, which can
    /// carry a key.
    pub fn name(&self) -> &str {
        self.url.host_str().unwrap_or_default()
    }

    /// The price, asked for now or kept from an attempt within the hour before `now`. After a
    /// failed attempt the last good price is given, with its own date, where there is one.
    pub async fn price(&self, now: Timestamp) -> Result<SharePrice, PriceError> {
        // Held while asking, so that of several callers one asks and the others share its answer.
        let mut state = self.state.lock().await;
        let fresh = state.attempted.is_some_and(|before| now.duration_since(before).abs() < PAUSE);
        if !fresh {
            // Noted first: should the caller give up half-way, the hour counts all the same.
            state.attempted = Some(now);
            state.failure = Some(PriceError::TimedOut);
            match self.fetch(now).await {
                Ok(price) => {
                    state.price = Some(price);
                    state.failure = None;
                }
                Err(error) => {
                    tracing::warn!(%error, "no share price");
                    state.failure = Some(error);
                }
            }
        }
        match (&state.price, &state.failure) {
            (Some(price), _) => Ok(price.clone()),
            (None, failure) => Err(failure.clone().unwrap_or(PriceError::TimedOut)),
        }
    }

    async fn fetch(&self, now: Timestamp) -> Result<SharePrice, PriceError> {
        let response = self.client.get(self.url.clone()).send().await.map_err(failed)?;
        if !response.status().is_success() {
            return Err(PriceError::Status(response.status().as_u16()));
        }
        let kind = response.headers().get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).map(str::to_owned);
        let body = read_body(response).await?;
        let price = parse_price(&body, kind.as_deref(), self.name())?;
        // East of UTC the day begins earlier.
        let today = TimeZone::UTC.to_datetime(now).date();
        if price.date > today.saturating_add(1.day()) {
            return Err(Misread::Ahead.into());
        }
        Ok(price)
    }
}

impl fmt::Debug for PriceSource {
    /// Without the address, which can carry a key.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PriceSource").field("name", &self.name()).finish_non_exhaustive()
    }
}

/// The body, given up on as soon as it is too large.
async fn read_body(mut response: Response) -> Result<Vec<u8>, PriceError> {
    let mut body = Vec::new();
    while let Some(chunk) = response.chunk().await.map_err(failed)? {
        if body.len() + chunk.len() > LARGEST_BODY {
            return Err(PriceError::TooLarge);
        }
        body.extend_from_slice(&chunk);
    }
    Ok(body)
}

/// What the client says, without the address that it would add.
fn failed(error: reqwest::Error) -> PriceError {
    if error.is_timeout() { PriceError::TimedOut } else { PriceError::Unreachable(Arc::new(error.without_url())) }
}
