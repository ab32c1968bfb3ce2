//! Measurements by hand: `cargo test --lib store::sqlite::tests::speed -- --ignored --nocapture --test-threads 1`.

use std::time::Instant;

use super::*;

#[tokio::test]
#[ignore = "a measurement, not a test"]
#[expect(clippy::print_stdout, reason = "a measurement says what it measured")]
async fn thousand_commits_one_after_the_other_and_together() {
    let (_folder, path) = place();
    let store = store(&path).await;
    let document = "x".repeat(1_500);
    let start = Instant::now();
    let mut times = Vec::new();
    for request in 0..1_000 {
        let begin = Instant::now();
        store.commit(UserId(request % 100), answers(NOVEMBER + request, &document)).await.unwrap();
        times.push(begin.elapsed());
    }
    times.sort_unstable();
    println!(
        "1,000 in a row: {:?}, median {:?}, p99 {:?}, worst {:?}",
        start.elapsed(),
        times[500],
        times[990],
        times[999]
    );
    let start = Instant::now();
    let together = (2_000..3_000).map(|n| store.commit(UserId(n % 100), answers(NOVEMBER + n, &document)));
    assert!(join_all(together).await.iter().all(Result::is_ok));
    println!("1,000 at once: {:?}", start.elapsed());
    for start in [10_000, 20_000, 40_000] {
        let commits = (start..start * 2).map(|n| store.commit(UserId(n), answers(NOVEMBER + n, &document)));
        assert!(join_all(commits).await.iter().all(Result::is_ok));
        let begin = Instant::now();
        store.forget(UserId(start), NOVEMBER + 1_000_000 + start).await.unwrap();
        println!(
            "forget among {} users, {} bytes: {:?}",
            start * 2,
            std::fs::metadata(&path).unwrap().len(),
            begin.elapsed()
        );
    }
}

#[cfg(target_os = "linux")]
fn resident_mebibytes() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find(|line| line.starts_with("VmRSS:")).unwrap();
    line.split_whitespace().nth(1).unwrap().parse::<u64>().unwrap() / 1_024
}

#[cfg(target_os = "linux")]
#[tokio::test]
#[ignore = "a measurement, not a test"]
#[expect(clippy::print_stdout, reason = "a measurement says what it measured")]
async fn memory_after_a_hundred_thousand_users() {
    let (_folder, path) = place();
    let cached = crate::store::Cached::new(store(&path).await);
    let document = "x".repeat(2_000);
    let before = resident_mebibytes();
    for users in [0..50_000, 50_000..100_000_u64] {
        for user in users {
            cached.load(UserId(user)).await.unwrap();
            cached.commit(UserId(user), answers(NOVEMBER + user, &document)).await.unwrap();
        }
        println!(
            "{} users in memory, {} bytes counted, {} MiB more",
            cached.users(),
            cached.bytes(),
            resident_mebibytes() - before
        );
    }
    let pace = (0..2_000).map(|turn| 37 * turn % 100_000);
    let mut times = Vec::new();
    for user in pace {
        let begin = Instant::now();
        cached.load(UserId(user)).await.unwrap();
        times.push(begin.elapsed());
    }
    times.sort_unstable();
    println!("load: median {:?}, p99 {:?}", times[1_000], times[1_980]);
    cached.forget(UserId(7), NOVEMBER + 1_000_000).await.unwrap();
    println!("{} MiB more after an erasure", resident_mebibytes() - before);
}
