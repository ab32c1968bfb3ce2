use super::*;
use std::sync::{Arc, Mutex};
use tracing_subscriber::layer::SubscriberExt;
use tracing_subscriber::{Layer, fmt};

/// Of the shape of Discord's, and nobody's.
const TOKEN: &str = "MTIwMDAwMDAwMDAwMDAwMDAwMA.GmXa1B.no-bot_has_this-proof";

fn read(variables: &[(&str, &str)]) -> Result<Config, ConfigError> {
    Config::read(|name| variables.iter().find(|(known, _)| *known == name).map(|(_, text)| (*text).to_owned()))
}

#[track_caller]
fn check(name: &str, text: &str, problem: &str) {
    let told = read(&[(name, text)]).map(|_| ()).map_err(|error| error.to_string());
    assert_eq!(told, if problem.is_empty() { Ok(()) } else { Err(problem.to_owned()) }, "{name}={text}");
}

#[test]
fn nothing_set_is_a_bot_without_a_token() {
    let config = read(&[("DISCORD_TOKEN", " ")]).expect("a configuration");
    assert_eq!((config.token, config.api_base, config.secret), (None, None, None));
    assert_eq!(config.database, PathBuf::from("counteroffer.db"));
    assert_eq!(config.patience, Duration::from_millis(1500));
}

#[test]
fn each_problem_is_a_sentence_with_its_fix() {
    let base = "DISCORD_API_BASE must be on this machine and have a port and no path, like http://127.0.0.1:4010; unset it to use Discord itself";
    let database = "DATABASE_URL must name a SQLite file, like sqlite://counteroffer.db";
    check("DISCORD_API_BASE", "http://127.0.0.1:4010", "");
    check("DISCORD_API_BASE", "http://[::1]:4010/", "");
    check("DISCORD_API_BASE", "http://localhost:4010", "");
    check("DISCORD_API_BASE", "https://discord.com", base);
    check("DISCORD_API_BASE", "http://127.0.0.1.evil.example:80", base);
    check("DISCORD_API_BASE", "http://127.0.0.1:80@evil.example:80", base);
    check("DISCORD_API_BASE", "http://127.0.0.1:4010/api", base);
    check("DISCORD_API_BASE", "http://127.0.0.1", base);
    check("DISCORD_API_BASE", "127.0.0.1:4010", base);
    let price = "PRICE_URL must be an http or https address, such as https://prices.example/amzn.json";
    check("PRICE_URL", "prices.example", price);
    check("PRICE_URL", "file:///etc/passwd", price);
    check("PRICE_URL", "https://prices.example/amzn.json?key=1", "");
    check("DATABASE_URL", "postgres://localhost/bot", database);
    check("DATABASE_URL", "sqlite::memory:", database);
    check("DATABASE_URL", "sqlite://data/bot.db?mode=rwc", "");
    check(
        "COUNTEROFFER_SECRET",
        "short",
        "COUNTEROFFER_SECRET is too short to protect anything; use at least 16 characters, or unset it",
    );
    check(
        "DISCORD_TOKEN",
        "\"abc\"",
        "DISCORD_TOKEN holds spaces, quotes or other signs that no token has; set it to the token alone",
    );
    check(
        "RUST_LOG",
        "info,counteroffer=loud",
        "RUST_LOG can't be read; write it like info, or like info,counteroffer=debug",
    );
}

#[test]
fn what_has_not_the_shape_of_a_token_is_none() {
    let problem = "DISCORD_TOKEN is no bot token: those are three parts with dots between them, which the id, the public key and the client secret of an application are not; get it at https://discord.com/developers/applications: open your application, its page \"Bot\", press \"Reset Token\" and copy all of what is shown";
    check("DISCORD_TOKEN", TOKEN, "");
    check("DISCORD_TOKEN", &format!("Bot {TOKEN}"), "");
    for wrong in [
        "abc",
        "your-token-here",
        "1200000000000000000",
        "8aXbqY1zq3vKpZ0d7mJwTnR5LcVgHs2E",
        // Two parts, four parts, an empty one, no id, and a sign that base64url doesn't have.
        "MTIwMDAwMDAwMDAwMDAwMDAwMA.GmXa1B",
        "MTIwMDAwMDAwMDAwMDAwMDAwMA.GmXa1B.proof.more",
        "MTIwMDAwMDAwMDAwMDAwMDAwMA..proof",
        "eW91ci10b2tlbg.GmXa1B.proof",
        ".GmXa1B.proof",
        "MTIwMDAwMDAwMDAwMDAwMDAwMA.GmXa1B.pro/of",
    ] {
        check("DISCORD_TOKEN", wrong, problem);
    }
}

#[test]
fn a_discord_on_this_machine_may_have_tokens_of_its_own() {
    let here = ("DISCORD_API_BASE", "http://127.0.0.1:4010");
    assert!(read(&[("DISCORD_TOKEN", "abc"), here]).is_ok());
    assert!(read(&[("DISCORD_TOKEN", "a b"), here]).is_err(), "not one that can't be sent");
}

#[test]
fn all_problems_are_told_at_once() {
    let error =
        read(&[("DATABASE_URL", "mysql://x"), ("COUNTEROFFER_SECRET", "x"), ("RUST_LOG", "a=b=c")]).expect_err("three");
    assert_eq!(error.0.len(), 3);
}

#[test]
fn files_are_read_from_addresses() {
    for (url, file) in [("sqlite://a/b.db", "a/b.db"), ("sqlite:b.db", "b.db"), ("/data/b.db", "/data/b.db")] {
        let config = read(&[("DATABASE_URL", url)]).expect("a configuration");
        assert_eq!(config.database, PathBuf::from(file));
        assert!(config.database_file().is_absolute() && config.database_file().ends_with(file), "{config:?}");
    }
}

#[test]
fn secrets_are_not_printed() {
    let written = format!("Bot {TOKEN}");
    let config =
        read(&[("DISCORD_TOKEN", &written), ("COUNTEROFFER_SECRET", "0123456789abcdef")]).expect("a configuration");
    let printed = format!("{config:?}");
    assert!(!printed.contains(TOKEN) && !printed.contains("0123456789abcdef"), "{printed}");
    assert_eq!(config.token.as_ref().map(Secret::reveal), Some(TOKEN));
}

#[test]
fn only_this_machine_is_loopback() {
    for url in ["ws://127.0.0.1:1", "ws://127.9.9.9", "wss://[::1]:5/x", "http://localhost/api"] {
        assert!(is_loopback(url), "{url}");
    }
    for url in [
        "wss://gateway.discord.gg",
        "ws://127.0.0.1.example",
        "ws://10.0.0.1",
        "ws://a@127.0.0.1",
        "127.0.0.1",
        "file://localhost",
    ] {
        assert!(!is_loopback(url), "{url}");
    }
}

#[derive(Clone, Default)]
struct Lines(Arc<Mutex<Vec<u8>>>);

impl std::io::Write for Lines {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().expect("not poisoned").extend(bytes);
        Ok(bytes.len())
    }
    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

fn logged(rust_log: &str) -> String {
    let lines = Lines::default();
    let writer = lines.clone();
    let layer = fmt::layer().without_time().with_ansi(false).with_writer(move || writer.clone());
    let subscriber = tracing_subscriber::registry().with(layer.with_filter(log_filter(Some(rust_log))));
    tracing::subscriber::with_default(subscriber, || {
        tracing::warn!(target: "serenity::gateway::ws", "whole event: 185k");
        tracing::error!(target: "serenity::gateway::bridge", "whole error: 185k");
        tracing::debug!(target: "serenity::http", "body: 185k");
        tracing::info!(target: "serenity::http::ratelimiting", "map: 185k");
        tracing::warn!(target: "serenity::http", "rate limited");
        tracing::trace!(target: "tungstenite::protocol", "frame: 185k");
        tracing::debug!(target: "hyper_util::client", "bytes: 185k");
        tracing::debug!(target: "counteroffer::discord", "ours");
        let span = tracing::info_span!(target: "serenity::http", "request", body = "185k");
        span.in_scope(|| tracing::info!(target: "counteroffer", "inside"));
    });
    let bytes = lines.0.lock().expect("not poisoned").clone();
    String::from_utf8(bytes).expect("text")
}

#[test]
fn no_setting_lets_others_log_what_they_carry() {
    for rust_log in
        ["trace", "serenity=trace", "trace,serenity::gateway=trace,serenity::http=debug", "[request]=trace,trace"]
    {
        let logged = logged(rust_log);
        assert!(!logged.contains("185k"), "{rust_log}: {logged}");
    }
    insta::assert_snapshot!(logged("trace"), @r"
     WARN serenity::http: rate limited
    DEBUG counteroffer::discord: ours
     INFO counteroffer: inside
    ");
    insta::assert_snapshot!(logged("warn"), @" WARN serenity::http: rate limited");
}
