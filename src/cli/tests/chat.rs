//! Whole conversations as they are piped in, to what is then read.

use std::cell::Cell;
use std::sync::Arc;

use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::app::tests::app_over;
use crate::cli::chat::{Chat, chat};
use crate::cli::terminal::{Door, Folder, Lines};
use crate::store::MemoryStore;

/// A terminal whose user comes and goes.
pub(super) struct Terminal {
    store: Arc<MemoryStore>,
    /// How often they came, a minute apart.
    visits: Cell<i64>,
    folder: tempfile::TempDir,
}

const QUICK: &str = "/offer quick L6 Seattle 200k 90k 60k 400k";

impl Terminal {
    pub(super) fn new() -> Self {
        Self {
            store: Arc::new(MemoryStore::new()),
            visits: Cell::new(0),
            folder: tempfile::tempdir().expect("a folder"),
        }
    }

    /// Everything that is read when these lines are typed, at 80 columns.
    pub(super) async fn types(&self, lines: &[&str]) -> String {
        self.types_at(|| 80, lines).await
    }

    async fn types_at(&self, columns: fn() -> usize, lines: &[&str]) -> String {
        let first: Timestamp = "2026-11-23T12:00:00Z".parse().expect("a moment");
        self.visits.set(self.visits.get() + 1);
        let now = first + jiff::SignedDuration::from_mins(self.visits.get());
        let mut output = Vec::new();
        let input = lines.iter().flat_map(|line| [line, "\n"]).collect::<String>();
        chat(Chat {
            door: Arc::new(Door::new(Arc::new(app_over(&self.store)), move || now)),
            lines: Lines::Piped(input.as_bytes()),
            output: &mut output,
            folder: Folder::new(self.folder.path().to_owned()),
            store: "/home/ana/counteroffer.db".into(),
            columns,
            zone: TimeZone::UTC,
        })
        .await
        .expect("memory reads and writes");
        String::from_utf8(output).expect("text")
    }

    fn files(&self) -> Vec<String> {
        let entries = std::fs::read_dir(self.folder.path()).expect("a folder");
        let mut names: Vec<String> =
            entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned()).collect();
        names.sort();
        names
    }
}

/// What is read after the last line typed.
fn after_last(text: &str) -> String {
    let parts: Vec<&str> = text.trim_end().split("\n> ").collect();
    parts[parts.len() - 1].trim_matches(['\n', '>', ' ']).to_owned()
}

#[tokio::test]
async fn the_first_screen_at_40_columns() {
    let text = Terminal::new().types_at(|| 40, &[]).await;
    assert!(text.lines().all(|line| line.chars().count() <= 40), "{text}");
    insta::assert_snapshot!(text, @r#"
    This is Counteroffer in your terminal.
    Write an answer, the number of a button,
    or a command such as /help. Everything
    is kept in /home/ana/counteroffer.db,
    the same file as the bot's. Ctrl-D or
    /quit ends; your answers stay.

    To run it as a Discord bot: create an
    application at
    https://discord.com/developers/applicati
    ons, open its page "Bot", press "Reset
    Token", and start this again with
    DISCORD_TOKEN=the token.

    ── Question 1 of 12 ──

    Hi, I'm Counteroffer, a bot. I ask about
    your offer one question at a time; then
    you get what it pays over four years,
    what to watch out for, and words to
    negotiate with.

    No other member sees this. I keep your
    answers to work with them, where whoever
    runs this copy of me could read them;
    /privacy says how, and /forget deletes
    everything.

    Which level is the offer for?

      L6 is Senior, L7 is Principal.

      [1] L6 (Senior)   [2] L7 (Principal)

      [3] Help   [4] Why?   [5] Cancel

      [6] Fill in one form
      [7] Paste the letter

    >
    "#);
}

#[tokio::test]
async fn who_comes_back_reads_of_their_offer_and_not_question_1() {
    let terminal = Terminal::new();
    terminal.types(&[QUICK]).await;
    let back = terminal.types(&[]).await;
    assert!(!back.contains("Question 1"), "{back}");
    insta::assert_snapshot!(back, @r#"
    This is Counteroffer in your terminal. Write an answer, the number of a button,
    or a command such as /help. Everything is kept in /home/ana/counteroffer.db, the
    same file as the bot's. Ctrl-D or /quit ends; your answers stay.

    To run it as a Discord bot: create an application at
    https://discord.com/developers/applications, open its page "Bot", press "Reset
    Token", and start this again with DISCORD_TOKEN=the token.

    Welcome back. Amazon L6, Seattle: about the 54th percentile, $337.5k a year on
    average over four years.

      [1] Show my offer   [2] Counter plan   [3] Scripts   [4] E-mail
      [5] New numbers

      [6] Checklist   [7] Enter another

    >
    "#);
    let edit = terminal.types(&["/offer edit"]).await;
    assert!(edit.contains("Check your answers") && !edit.contains("another walkthrough"), "{edit}");
}

#[tokio::test]
async fn a_number_is_one_of_the_last_card() {
    let terminal = Terminal::new();
    terminal.types(&[QUICK]).await;
    let text = terminal.types(&["/offer show", "9", "16"]).await;
    insta::assert_snapshot!(after_last(&text), @"That number is from a page before. The last one has only number 1.");
    // To a question, a number that is on no button is an answer.
    let text = terminal.types(&["/offer start", "L6", "seattle", "185"]).await;
    assert!(text.contains("Got it: base $185,000 a year."), "{text}");
}

#[tokio::test]
async fn a_form_is_left_by_a_word_or_a_command() {
    let terminal = Terminal::new();
    terminal.types(&[QUICK]).await;
    let left = terminal.types(&["/offer revise", "210k", "cancel", "/offer show"]).await;
    assert!(left.contains("You left the form; nothing of it is kept.") && left.contains("337.5k"), "{left}");
    let left = terminal.types(&["/offer revise", "/help"]).await;
    assert!(left.contains("You left the form") && left.contains("What I can do"), "{left}");
    assert!(terminal.types(&["/offer show"]).await.contains("200k"), "no line of a form left became a figure");
    let asked_again = terminal.types(&["/offer revise", "/dance", "210k", "", "", "", ""]).await;
    assert!(
        asked_again.contains("There is no such command.") && asked_again.contains("base up $10,000"),
        "{asked_again}"
    );
}

#[tokio::test]
async fn a_needed_input_is_asked_again_and_one_that_is_filled_in_is_kept() {
    let terminal = Terminal::new();
    terminal.types(&[QUICK]).await;
    let text = terminal.types(&["/forget", "", "delete", "/offer list"]).await;
    assert!(text.contains("This one is needed; \"cancel\" leaves the form."), "{text}");
    assert!(text.contains("Done: all your offers, answers and facts are deleted."), "{text}");
    assert!(text.contains("You have no saved offer yet"), "{text}");
}

#[tokio::test]
async fn the_calendar_is_written_and_its_days_are_days() {
    let terminal = Terminal::new();
    terminal.types(&[QUICK, "/offer edit", "start january 4, 2027", "answer by december 4", "save"]).await;
    let text = terminal.types(&["/calendar", "/calendar"]).await;
    assert!(text.contains("Friday, December 4, 2026 (in 11 days)"), "{text}");
    assert!(!text.contains("T12:00:00Z"), "{text}");
    let path = terminal.folder.path().join("amazon-offer-1.ics");
    assert!(text.contains(&format!("Written to this file:\n{}\n", path.display())), "{text}");
    assert!(text.contains("Written again, in place of what I wrote before:"), "{text}");
    assert!(std::fs::read_to_string(&path).expect("a file").starts_with("BEGIN:VCALENDAR"));
    let text = terminal.types(&["/calendar"]).await;
    assert!(text.contains("A file of that name was there already and stays."), "{text}");
    assert_eq!(terminal.files(), ["amazon-offer-1-2.ics", "amazon-offer-1.ics"]);
}

#[tokio::test]
async fn a_text_to_copy_is_written_on_request_only() {
    let terminal = Terminal::new();
    terminal.types(&[QUICK]).await;
    let text = terminal.types(&["/email first_round", "cancel", "/script base"]).await;
    assert!(terminal.files().is_empty(), "{text}");
    let number = text.rsplit_once("] Write it to a file").expect("the control").0.rsplit_once('[').expect("a number").1;
    let text = terminal.types(&["/script base", number]).await;
    assert_eq!(terminal.files().len(), 1, "{text}");
    let path = terminal.folder.path().join(&terminal.files()[0]);
    let written = std::fs::read_to_string(path).expect("a file");
    assert!(written.lines().any(|line| line.len() > 80), "as it is to be pasted, not as it is shown: {written}");
}

#[tokio::test]
async fn a_command_without_its_values_shows_what_they_are() {
    let terminal = Terminal::new();
    terminal.types(&[QUICK]).await;
    for (line, shown) in [
        ("/script", "Which one do you need?"),
        ("/email", "Which one do you need?"),
        ("/lever", "Seven levers"),
        ("/bands", "For example: /bands L6 Seattle"),
        ("/bands L6", "I know Seattle"),
        ("/offer quick", "For example: /offer quick L6 Seattle 185k 90k 70k 400k"),
        ("/offer", "/offer revise"),
        ("/bands L9 sf", "level takes one of L4"),
        ("/scripts", "Did you mean /script?"),
    ] {
        let text = terminal.types(&[line]).await;
        assert!(after_last(&text).contains(shown), "{line}: {text}");
    }
}

#[tokio::test]
async fn a_sentence_in_a_field_of_the_new_numbers_is_read() {
    let terminal = Terminal::new();
    terminal.types(&[QUICK]).await;
    let text = terminal.types(&["/offer revise", "base 210k, sign on 110/70", "", "", "", ""]).await;
    assert!(text.contains("base up $10,000 a year") && text.contains("110k"), "{text}");
}

#[tokio::test]
async fn quit_ends_and_the_answers_stay() {
    let terminal = Terminal::new();
    let text = terminal.types(&["L7", "/quit", "seattle"]).await;
    assert!(text.ends_with("> "), "{text}");
    assert!(terminal.types(&[]).await.contains("Where is the job?"));
}
