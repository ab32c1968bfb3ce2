//! The program at a terminal of its own: lines are edited, called back and completed, cards are as wide as it is.

use std::fs::File;
use std::io::{Read, Write};
use std::os::fd::AsFd;
use std::process::{Child, Command, Stdio};

use nix::poll::{PollFd, PollFlags, PollTimeout, poll};
use nix::pty::{Winsize, openpty};
use tempfile::TempDir;

/// Milliseconds without a sign of life after which a program hangs: it fails the test rather than stopping it.
const HANGS: u16 = 60_000;

/// A terminal with the program in it.
struct Terminal {
    keys: File,
    screen: File,
    program: Child,
    /// All that was shown.
    shown: Vec<u8>,
    /// How much of it was looked at, without the moves of the cursor.
    seen: usize,
    folder: TempDir,
}

impl Terminal {
    /// Opens a terminal of so many columns and starts the program in it.
    fn open(columns: u16) -> Self {
        Self::open_in(tempfile::tempdir().expect("a folder"), columns)
    }

    fn open_in(folder: TempDir, columns: u16) -> Self {
        let size = Winsize { ws_row: 40, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0 };
        let pair = openpty(&size, None).expect("a terminal");
        let its_side = || Stdio::from(pair.slave.try_clone().expect("its other side"));
        let mut command = Command::new(env!("CARGO_BIN_EXE_counteroffer"));
        command.current_dir(folder.path()).env_clear().env("TERM", "xterm");
        let program = command.stdin(its_side()).stdout(its_side()).stderr(its_side()).spawn().expect("the program");
        let screen = File::from(pair.master);
        let keys = screen.try_clone().expect("a copy");
        Self { keys, screen, program, shown: Vec::new(), seen: 0, folder }
    }

    /// Presses keys.
    fn press(&mut self, keys: &str) {
        self.keys.write_all(keys.as_bytes()).expect("a terminal");
    }

    /// Looks until a text is on the screen: all that was shown up to it, without the moves of the cursor.
    fn sees(&mut self, text: &str) -> String {
        loop {
            let plain = self.plain();
            if let Some(at) = plain[self.seen..].find(text) {
                let before = &plain[self.seen..][..at + text.len()];
                self.seen += before.len();
                return before.to_owned();
            }
            assert!(self.read(), "{text:?} is not among: {}", &plain[self.seen..]);
        }
    }

    fn plain(&self) -> String {
        without_moves(&String::from_utf8_lossy(&self.shown))
    }

    /// Reads what is shown next; whether there was any before the program ended.
    fn read(&mut self) -> bool {
        let mut ready = [PollFd::new(self.screen.as_fd(), PollFlags::POLLIN)];
        assert!(poll(&mut ready, PollTimeout::from(HANGS)).expect("a terminal") > 0, "hangs after: {}", self.plain());
        let mut bytes = [0; 4096];
        // A terminal that nobody is in any more can't be read.
        let count = self.screen.read(&mut bytes).unwrap_or(0);
        self.shown.extend(&bytes[..count]);
        count > 0
    }

    /// Waits for the end of the program: whether it was a good one, and the folder it was in.
    fn ends(mut self) -> (bool, TempDir) {
        while self.read() {}
        (self.program.wait().expect("an end").success(), self.folder)
    }
}

/// A text without escape sequences, each of which moves the cursor or sets a mode.
fn without_moves(text: &str) -> String {
    let mut plain = String::new();
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        if c == '\u{1b}' && chars.peek() == Some(&'[') {
            chars.next();
            chars.by_ref().find(|c| ('@'..='~').contains(c));
        } else if c != '\r' {
            plain.push(c);
        }
    }
    plain
}

/// What a prompt for anything looks like: on a line of its own. Keys are pressed once it is there.
const PROMPT: &str = "\n> ";

#[test]
fn lines_are_edited_called_back_and_completed() {
    let mut terminal = Terminal::open(60);
    let first = terminal.sees(PROMPT);
    assert!(first.contains("Tab completes commands"), "{first}");
    assert!(first.lines().all(|line| line.chars().count() <= 60), "{first}");
    // Completed from the table of commands, and the value from the data.
    terminal.press("/ban\tL6 sea\t\r");
    let bands = terminal.sees(PROMPT);
    assert!(bands.contains("/bands L6 Seattle") && bands.contains("in Seattle mostly pay"), "{bands}");
    // A slip mended with an arrow key and backspace, the cursor sent to both ends of the line.
    terminal.press("/helpp\u{1b}[D\u{7f}\u{1}\u{5}\r");
    assert!(terminal.sees(PROMPT).contains("What I can do"));
    // The line before the last, called back.
    terminal.press("\u{1b}[A\u{1b}[A\r");
    assert!(terminal.sees(PROMPT).contains("in Seattle mostly pay"));
    terminal.press("/quit\r");
    assert!(terminal.ends().0);
}

#[test]
fn a_letter_is_pasted_whole() {
    let mut terminal = Terminal::open(80);
    terminal.sees(PROMPT);
    terminal.press("/offer paste\r");
    terminal.sees("\n| ");
    terminal.press("\u{1b}[200~Dear Sam,\n\nLevel: L6\nLocation: Seattle\nBase salary: $185,000\n\u{1b}[201~\r");
    terminal.sees("\n| ");
    terminal.press(".\r");
    assert!(terminal.sees(PROMPT).contains("What the letter says"));
    terminal.press("\u{4}");
    assert!(terminal.ends().0);
}

#[test]
fn interrupting_leaves_a_form_and_then_the_program_and_answers_stay() {
    let mut terminal = Terminal::open(80);
    terminal.sees(PROMPT);
    terminal.press("L6\r");
    assert!(terminal.sees(PROMPT).contains("Where is the job?"));
    terminal.press("/offer paste\r");
    terminal.sees("\n| ");
    terminal.press("\u{3}");
    assert!(terminal.sees(PROMPT).contains("You left the form; nothing of it is kept."));
    terminal.press("\u{3}");
    assert!(terminal.sees(PROMPT).contains("Ctrl-C once more ends"));
    terminal.press("\u{3}");
    let (well, folder) = terminal.ends();
    assert!(well);
    let mut again = Terminal::open_in(folder, 80);
    assert!(again.sees(PROMPT).contains("Where is the job?"));
    again.press("\u{4}");
    assert!(again.ends().0);
}
