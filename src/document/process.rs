//! The process that takes one file apart: the file on its standard input, its text on its
//! standard output, and then it ends.
//!
//! Owns the limits it is under and what is written. The program begins it twice: the first
//! time only takes the limits upon itself and begins again, so that they hold from the first
//! byte that is asked of the system.

use std::convert::Infallible;
use std::ffi::OsString;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::extract::{Extract, Format, LARGEST, Unread};
use super::format;

/// The name of the sub-command that the program begins itself with.
pub const COMMAND: &str = "read-document";

/// What one file may cost.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Seconds of work of one processor.
    pub seconds: u64,
    /// Megabytes of memory, as addresses.
    pub megabytes: u64,
}

/// How far the process is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// It has still to take its limits upon itself.
    Unlimited(Limits),
    /// It is under its limits.
    Limited,
}

/// What the process writes.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Answer {
    Text(Extract),
    Unread(Unread),
}

impl From<Result<Extract, Unread>> for Answer {
    fn from(read: Result<Extract, Unread>) -> Self {
        read.map_or_else(Self::Unread, Self::Text)
    }
}

impl From<Answer> for Result<Extract, Unread> {
    fn from(answer: Answer) -> Self {
        match answer {
            Answer::Text(text) => Ok(text),
            Answer::Unread(why) => Err(why),
        }
    }
}

/// The program that is running, also where its file has been replaced meanwhile.
pub(super) fn this_program() -> PathBuf {
    let running = Path::new("/proc/self/exe");
    if running.exists() { running.to_owned() } else { std::env::current_exe().unwrap_or_default() }
}

/// The arguments that begin a stage.
pub(super) fn arguments(format: Format, limits: Option<Limits>) -> Vec<OsString> {
    let mut arguments = vec![COMMAND.into(), format.ending().into()];
    if let Some(Limits { seconds, megabytes }) = limits {
        arguments.extend([seconds, megabytes].map(|limit| OsString::from(limit.to_string())));
    }
    arguments
}

/// Does what the process is for. Comes back only where it can't go on.
pub fn answer(format: Format, stage: Stage) -> std::io::Result<()> {
    match stage {
        Stage::Unlimited(limits) => match begin_again(format, limits)? {},
        Stage::Limited => {
            close_doors()?;
            write_answer(format, std::io::stdin().lock(), std::io::stdout().lock())
        }
    }
}

fn write_answer(format: Format, input: impl Read, mut output: impl Write) -> std::io::Result<()> {
    let mut bytes = Vec::new();
    // One byte more than is read, so that a larger file is seen to be one.
    input.take(LARGEST as u64 + 1).read_to_end(&mut bytes)?;
    let answer = Answer::from(format::read(format, &bytes));
    serde_json::to_writer(&mut output, &answer)?;
    output.flush()
}

/// Takes the limits and begins the same program again under them.
#[cfg(unix)]
fn begin_again(format: Format, limits: Limits) -> std::io::Result<Infallible> {
    use std::os::unix::process::CommandExt;

    use rustix::process::{Resource, Rlimit, setrlimit};

    let limit = |resource, most| {
        setrlimit(resource, Rlimit { current: Some(most), maximum: Some(most) }).map_err(std::io::Error::from)
    };
    limit(Resource::Cpu, limits.seconds)?;
    #[cfg(target_os = "linux")]
    limit(Resource::As, limits.megabytes << 20)?;
    // No picture of its memory is left on the disk, and no file written.
    limit(Resource::Core, 0)?;
    limit(Resource::Fsize, 0)?;
    let mut command = std::process::Command::new(this_program());
    Err(command.args(arguments(format, None)).exec())
}

/// Elsewhere only the clock of the one who waits is a limit.
#[cfg(not(unix))]
fn begin_again(format: Format, _: Limits) -> std::io::Result<Infallible> {
    write_answer(format, std::io::stdin().lock(), std::io::stdout().lock())?;
    std::process::exit(0)
}

/// From here on no file and no connection can be opened.
fn close_doors() -> std::io::Result<()> {
    #[cfg(unix)]
    {
        use rustix::process::{Resource, Rlimit, setrlimit};
        setrlimit(Resource::Nofile, Rlimit { current: Some(0), maximum: Some(0) })?;
    }
    Ok(())
}
