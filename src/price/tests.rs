//! The source against a server on loopback.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use axum::Router;
use axum::body::{Body, Bytes};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use jiff::{SignedDuration, Timestamp};

use super::*;

/// A server that counts what it is asked.
struct Server {
    base: String,
    asked: Arc<AtomicUsize>,
}

impl Server {
    /// Serves `answer` at every path; it is given how often the server was asked before.
    async fn start(answer: fn(usize) -> Response) -> Self {
        Self::start_slow(move |count| std::future::ready(answer(count))).await
    }

    async fn start_slow<F, A>(answer: F) -> Self
    where
        F: Fn(usize) -> A + Clone + Send + Sync + 'static,
        A: Future<Output = Response> + Send + 'static,
    {
        let asked = Arc::new(AtomicUsize::new(0));
        let counter = Arc::clone(&asked);
        let answer = move || answer(counter.fetch_add(1, Ordering::SeqCst));
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let base = format!("http://{}", listener.local_addr().expect("an address"));
        let router = Router::new().fallback(get(answer));
        tokio::spawn(async move { axum::serve(listener, router).await });
        Self { base, asked }
    }

    /// With more time than an answer on loopback ever takes.
    fn source(&self) -> PriceSource {
        self.patient_for(Duration::from_mins(1))
    }

    fn patient_for(&self, timeout: Duration) -> PriceSource {
        PriceSource::with_timeout(&format!("{}/amzn?key=secret", self.base), timeout).expect("an address")
    }

    fn asked(&self) -> usize {
        self.asked.load(Ordering::SeqCst)
    }
}

fn json(body: &'static str) -> Response {
    ([(header::CONTENT_TYPE, "application/json")], body).into_response()
}

fn good(_: usize) -> Response {
    json(r#"{"price": "182.50", "date": "2026-11-20"}"#)
}

fn now() -> Timestamp {
    "2026-11-23T02:00:00Z".parse().expect("a moment")
}

fn later(minutes: i64) -> Timestamp {
    now() + SignedDuration::from_mins(minutes)
}

#[tokio::test]
async fn nothing_is_fetched_until_asked_for_and_then_once_an_hour() {
    let server = Server::start(good).await;
    let source = server.source();
    assert_eq!(server.asked(), 0);
    let price = source.price(now()).await.expect("a price");
    assert_eq!(price.words(), "$182.50 a share on November 20, 2026 (127.0.0.1)");
    for minutes in [0, 1, 59] {
        assert_eq!(source.price(later(minutes)).await.expect("the same"), price);
    }
    assert_eq!(server.asked(), 1);
    assert_eq!(source.price(later(60)).await.expect("the same"), price);
    assert_eq!(server.asked(), 2);
}

#[tokio::test]
async fn several_callers_share_one_answer() {
    let server = Server::start(good).await;
    let source = server.source();
    let (one, two, three) = tokio::join!(source.price(now()), source.price(now()), source.price(now()));
    assert_eq!(one.expect("a price"), two.expect("a price"));
    assert!(three.is_ok());
    assert_eq!(server.asked(), 1);
}

#[tokio::test]
async fn csv_is_read_too() {
    let server = Server::start(|_| {
        ([(header::CONTENT_TYPE, "text/csv")], "date,close\n2026-11-19,180\n2026-11-20,182.5\n").into_response()
    })
    .await;
    assert_eq!(server.source().price(now()).await.expect("a price").price.to_string(), "$182.50");
}

#[track_caller]
fn check(error: Result<SharePrice, PriceError>, expected: fn(&PriceError) -> bool) {
    let error = error.expect_err("no price");
    assert!(expected(&error), "{error:?}");
    let text = error.to_string();
    assert!(!text.contains("127.0.0.1"), "{text}");
    let mut below: Option<&dyn Error> = Some(&error);
    while let Some(error) = below {
        assert!(!format!("{error} {error:?}").contains("secret"), "{error:?}");
        below = error.source();
    }
}

#[tokio::test]
async fn failures_are_sentences_and_are_not_repeated_within_the_hour() {
    let server = Server::start(|_| StatusCode::INTERNAL_SERVER_ERROR.into_response()).await;
    let source = server.source();
    check(source.price(now()).await, |error| matches!(error, PriceError::Status(500)));
    check(source.price(later(30)).await, |error| matches!(error, PriceError::Status(500)));
    assert_eq!(server.asked(), 1);
}

#[tokio::test]
async fn the_last_good_price_outlives_a_failure() {
    let server =
        Server::start(|count| if count == 0 { good(0) } else { StatusCode::BAD_GATEWAY.into_response() }).await;
    let source = server.source();
    let price = source.price(now()).await.expect("a price");
    assert_eq!(source.price(later(61)).await.expect("the same"), price);
    assert_eq!(server.asked(), 2);
}

#[tokio::test]
async fn a_source_that_recovers_is_asked_again() {
    let server = Server::start(|count| if count == 0 { json("{}") } else { good(0) }).await;
    let source = server.source();
    check(source.price(now()).await, |error| matches!(error, PriceError::Unreadable(Misread::NotJson(_))));
    assert!(source.price(later(60)).await.is_ok());
}

#[tokio::test]
async fn a_slow_source_is_given_up_on() {
    let silent = Server::start_slow(|_| std::future::pending()).await;
    check(silent.patient_for(Duration::from_millis(50)).price(now()).await, |error| {
        matches!(error, PriceError::TimedOut)
    });
    let stalls = Server::start(|_| {
        let first = futures_util::stream::iter([Ok::<_, std::io::Error>(Bytes::from_static(b"{\"price\""))]);
        Body::from_stream(futures_util::StreamExt::chain(first, futures_util::stream::pending())).into_response()
    })
    .await;
    check(stalls.patient_for(Duration::from_millis(50)).price(now()).await, |error| {
        matches!(error, PriceError::TimedOut)
    });
}

#[tokio::test]
async fn a_caller_that_gives_up_has_used_the_hour() {
    let server = Server::start_slow(|_| std::future::pending()).await;
    let source = server.source();
    // Polled until the server is asked, then dropped.
    let mut asking = Box::pin(source.price(now()));
    while server.asked() == 0 {
        assert!(futures_util::poll!(&mut asking).is_pending());
        tokio::task::yield_now().await;
    }
    drop(asking);
    check(source.price(later(1)).await, |error| matches!(error, PriceError::TimedOut));
    assert_eq!(server.asked(), 1);
}

#[tokio::test]
async fn a_huge_answer_is_not_read_to_its_end() {
    let known = Server::start(|_| vec![b'x'; 64 * 1024 + 1].into_response()).await;
    check(known.source().price(now()).await, |error| matches!(error, PriceError::TooLarge));
    let endless = Server::start(|_| {
        let chunk = || Ok::<_, std::io::Error>(Bytes::from_static(&[b'x'; 4_096]));
        Body::from_stream(futures_util::stream::iter(std::iter::repeat_with(chunk))).into_response()
    })
    .await;
    check(endless.source().price(now()).await, |error| matches!(error, PriceError::TooLarge));
}

#[tokio::test]
async fn a_redirect_is_not_followed() {
    let server = Server::start(|_| (StatusCode::FOUND, [(header::LOCATION, "/elsewhere")]).into_response()).await;
    check(server.source().price(now()).await, |error| matches!(error, PriceError::Status(302)));
    assert_eq!(server.asked(), 1);
}

#[tokio::test]
async fn nobody_there_is_said() {
    // Bound and not listening: refused, and no other test can be given the port meanwhile.
    let socket = tokio::net::TcpSocket::new_v4().expect("a socket");
    socket.bind("127.0.0.1:0".parse().expect("an address")).expect("a port");
    let address = socket.local_addr().expect("an address");
    let source = PriceSource::new(&format!("http://{address}/?key=secret")).expect("an address");
    check(source.price(now()).await, |error| matches!(error, PriceError::Unreachable(_)));
}

#[tokio::test]
async fn a_price_of_a_day_to_come_is_refused() {
    let server = Server::start(|count| {
        json(if count == 0 { r#"{"price": 1, "date": "2026-11-25"}"# } else { r#"{"price": 1, "date": "2026-11-24"}"# })
    })
    .await;
    let source = server.source();
    check(source.price(now()).await, |error| matches!(error, PriceError::Unreadable(Misread::Ahead)));
    assert!(source.price(later(60)).await.is_ok());
}

#[test]
fn only_web_addresses_are_taken() {
    for bad in ["", "prices.example", "file:///etc/passwd", "ftp://prices.example/x", "http://"] {
        assert!(matches!(PriceSource::new(bad), Err(PriceError::Address)), "{bad}");
    }
    let source = PriceSource::new(" https://prices.example/amzn.json?key=secret ").expect("an address");
    assert_eq!(source.name(), "prices.example");
    assert_eq!(format!("{source:?}"), "PriceSource { name: \"prices.example\", .. }");
    insta::assert_snapshot!(PriceError::Address.to_string(), @"PRICE_URL must be an http or https address, such as https://prices.example/amzn.json");
    insta::assert_snapshot!(PriceError::Status(500).to_string(), @"the share price source answered 500; type the price yourself, for example 182.50");
    insta::assert_snapshot!(PriceError::from(Misread::NoLine).to_string(), @"the share price source's answer can't be read (it has no line with a price); type the price yourself, for example 182.50");
}
