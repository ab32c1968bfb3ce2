//! Kill -9 in the middle of writing.

use std::io::{BufRead as _, BufReader};
use std::process::{Command, Stdio};

use super::*;

const PLACE: &str = "COUNTEROFFER_TEST_STORE";

/// The process that gets killed: says each number once it is durable.
#[tokio::test]
#[ignore = "run by the test below, in a process of its own"]
#[expect(clippy::print_stdout, reason = "how the two processes speak")]
async fn writes_until_killed() {
    let Ok(path) = std::env::var(PLACE) else { return };
    let store = store(Path::new(&path)).await;
    let first: u64 = document(&store, 7).await.map_or(0, |document| document.parse().unwrap());
    for number in first + 1.. {
        let text = number.to_string();
        let change = Change { user: Some(text.clone()), ..offers(NOVEMBER + number, &[(1, Some(&text))]) };
        assert_eq!(store.commit(UserId(7), change).await.unwrap(), Committed::Done);
        println!("\ndurable {number}");
    }
}

fn write_and_kill(path: &Path, answers: usize) -> u64 {
    let mut writing = Command::new(std::env::current_exe().unwrap())
        .args(["store::sqlite::tests::dying::writes_until_killed", "--exact", "--ignored", "--nocapture"])
        .env(PLACE, path)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let lines = BufReader::new(writing.stdout.take().unwrap()).lines();
    let durable = lines.filter_map(|line| line.unwrap().strip_prefix("durable ")?.parse().ok());
    let last = durable.take(answers).last().unwrap();
    writing.kill().unwrap();
    writing.wait().unwrap();
    last
}

#[tokio::test]
async fn what_was_answered_is_there_after_a_kill_and_nothing_is_half_written() {
    let (_folder, path) = place();
    for turn in 1..=20 {
        let answered = write_and_kill(&path, turn * 3);
        let store = store(&path).await;
        let documents = store.load(UserId(7)).await.unwrap();
        let kept = documents.user.clone().unwrap();
        assert_eq!(documents.offers, [(1, kept.clone())], "turn {turn}");
        let kept: u64 = kept.parse().unwrap();
        assert!(kept >= answered, "turn {turn}: {answered} was answered, {kept} kept");
        let again = store.commit(UserId(7), answers(NOVEMBER + kept, "twice")).await.unwrap();
        assert_eq!(again, Committed::Before, "turn {turn}");
    }
}
