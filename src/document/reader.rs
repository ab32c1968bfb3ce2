//! Begins the process that reads a file, waits for it no longer than it may take, and ends it.
//!
//! The shell of this module: the only part that is async.

use std::future::Future;
use std::path::PathBuf;
use std::process::{ExitStatus, Stdio};
use std::sync::Arc;
use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::process::{Child, Command};
use tokio::sync::Semaphore;

use super::extract::{Extract, Format, LARGEST, LONGEST, Unread};
use super::process::{Answer, Limits, arguments, this_program};

/// What one file may cost.
const LIMITS: Limits = Limits { seconds: 5, megabytes: 512 };
/// How long a file is waited for, by the clock.
const PATIENCE: Duration = Duration::from_secs(10);
/// Files read at a time.
const AT_ONCE: usize = 4;
/// How long a file waits for its turn.
const QUEUE: Duration = Duration::from_secs(10);
/// How a Rust program ends that gave up on what it was given.
const PANICKED: i32 = 101;
/// The longest answer, in bytes: every character of a text escaped.
const LONGEST_ANSWER: u64 = LONGEST as u64 * 12 + 1_000;

/// Reads files, each in a process of its own. Cloning is shallow.
#[derive(Clone, Debug)]
pub struct DocumentReader {
    program: PathBuf,
    limits: Limits,
    patience: Duration,
    queue: Duration,
    turns: Arc<Semaphore>,
}

impl Default for DocumentReader {
    fn default() -> Self {
        Self::with_program(this_program())
    }
}

impl DocumentReader {
    /// A reader that begins this program; another than the one that runs is for tests.
    pub fn with_program(program: PathBuf) -> Self {
        Self { program, limits: LIMITS, patience: PATIENCE, queue: QUEUE, turns: Arc::new(Semaphore::new(AT_ONCE)) }
    }

    /// The text of a file, or why there is none. Takes as long as its turn, its work and no more
    /// than this reader's patience.
    pub async fn read(&self, format: Format, bytes: &[u8]) -> Result<Extract, Unread> {
        if bytes.len() > LARGEST {
            return Err(Unread::TooLarge);
        }
        let turn = tokio::time::timeout(self.queue, self.turns.acquire());
        let Ok(Ok(_turn)) = turn.await else { return Err(Unread::Busy) };
        let mut child = self.begin(format).map_err(|error| {
            tracing::error!(%error, "the process that reads files can't be begun");
            Unread::NoReader
        })?;
        talk(&mut child, bytes, tokio::time::sleep(self.patience)).await
    }

    fn begin(&self, format: Format) -> std::io::Result<Child> {
        Command::new(&self.program)
            .args(arguments(format, Some(self.limits)))
            // No token and no address of the bot's is where a parser could find it.
            .env_clear()
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .kill_on_drop(true)
            .spawn()
    }
}

/// Gives a process its file and takes its answer. The process has ended when this returns.
async fn talk(child: &mut Child, bytes: &[u8], too_late: impl Future<Output = ()>) -> Result<Extract, Unread> {
    let heard = tokio::select! {
        heard = hear(child, bytes) => heard,
        () = too_late => Err(Unread::TooMuch),
    };
    // By its handle; one that has ended already takes no harm.
    if let Err(error) = child.kill().await {
        tracing::warn!(%error, "the process that read a file did not end");
    }
    heard
}

async fn hear(child: &mut Child, bytes: &[u8]) -> Result<Extract, Unread> {
    let (Some(mut stdin), Some(stdout)) = (child.stdin.take(), child.stdout.take()) else {
        return Err(Unread::NoReader);
    };
    let give = async move {
        // A process that ends before it has read all closes the pipe; its end says why.
        stdin.write_all(bytes).await.ok();
    };
    let mut answer = Vec::new();
    let take = async { stdout.take(LONGEST_ANSWER + 1).read_to_end(&mut answer).await };
    let ((), taken) = tokio::join!(give, take);
    if taken.is_err() || answer.len() as u64 > LONGEST_ANSWER {
        return Err(Unread::Broken);
    }
    let status = child.wait().await.map_err(|_| Unread::NoReader)?;
    if !status.success() {
        tracing::info!(code = status.code(), "a file could not be read");
        return Err(failed(status));
    }
    serde_json::from_slice::<Answer>(&answer).map_err(|_| Unread::NoReader)?.into()
}

/// What the end of a process says of its file: a signal is a limit that was reached, of time, of
/// memory or of the stack.
fn failed(status: ExitStatus) -> Unread {
    match status.code() {
        None => Unread::TooMuch,
        Some(PANICKED) => Unread::Broken,
        Some(_) => Unread::NoReader,
    }
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;
    use std::os::unix::process::ExitStatusExt;

    fn shell(script: &str) -> Child {
        Command::new("/bin/sh")
            .args(["-c", script])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .kill_on_drop(true)
            .spawn()
            .expect("a shell")
    }

    async fn says(script: &str, bytes: &[u8]) -> Result<Extract, Unread> {
        talk(&mut shell(script), bytes, std::future::pending()).await
    }

    #[tokio::test]
    async fn a_process_that_goes_on_for_ever_is_ended() {
        let mut child = shell("exec tail -f /dev/null");
        assert_eq!(talk(&mut child, b"", std::future::ready(())).await, Err(Unread::TooMuch));
        let ended = child.try_wait().expect("a process").expect("it has ended");
        assert_eq!(ended.signal(), Some(9));
    }

    #[tokio::test]
    async fn an_end_says_why() {
        for (script, why) in [
            ("kill -XCPU $$", Unread::TooMuch),
            ("kill -ABRT $$", Unread::TooMuch),
            ("exit 101", Unread::Broken),
            ("exit 1", Unread::NoReader),
            ("exit 0", Unread::NoReader),
            ("echo '{\"unread\":\"no_text\"}'", Unread::NoText),
            // More than any answer.
            ("exec cat /dev/zero", Unread::Broken),
        ] {
            assert_eq!(says(script, b"").await, Err(why), "{script}");
        }
    }

    #[tokio::test]
    async fn a_process_need_not_take_its_file_to_answer() {
        let answer = r#"echo '{"text":{"text":"Base","missing":null}}'"#;
        let text = Extract { text: "Base".into(), missing: None };
        assert_eq!(says(answer, &vec![b'x'; LARGEST]).await, Ok(text));
    }

    #[tokio::test]
    async fn what_is_too_large_begins_no_process() {
        let reader = DocumentReader::with_program("/nowhere/at/all".into());
        assert_eq!(reader.read(Format::Txt, &vec![b'x'; LARGEST + 1]).await, Err(Unread::TooLarge));
        assert_eq!(reader.read(Format::Txt, b"x").await, Err(Unread::NoReader));
    }

    #[tokio::test]
    async fn a_file_waits_for_its_turn_and_no_longer_than_it_is_worth() {
        let reader = DocumentReader { queue: Duration::ZERO, ..DocumentReader::with_program("/nowhere/at/all".into()) };
        let turns = Arc::clone(&reader.turns);
        let all = turns.acquire_many(u32::try_from(AT_ONCE).expect("few")).await.expect("open");
        assert_eq!(reader.read(Format::Txt, b"x").await, Err(Unread::Busy));
        drop(all);
        assert_eq!(reader.read(Format::Txt, b"x").await, Err(Unread::NoReader));
    }
}
