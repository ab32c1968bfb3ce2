//! A letter as a file or as another message, over the whole bot.

use std::path::PathBuf;
use std::sync::{Arc, LazyLock};
use std::time::Duration;

use counteroffer::{App, Bands, Cached, Catalogue, SqliteStore, Store};
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::discord::bot::{Bot, Process, config};
use crate::discord::payload::{self, Place};
use crate::discord::{Fake, message_of, snowflake};
use crate::fixtures::{bomb, lines, pdf, with_content};
use crate::logs;

static BANDS: LazyLock<Arc<Bands>> = LazyLock::new(|| Arc::new(Bands::shipped().expect("bands")));
static CATALOGUE: LazyLock<Arc<Catalogue>> = LazyLock::new(|| Arc::new(Catalogue::shipped().expect("templates")));

/// Longer than anything takes: the answer is the first one.
const PATIENT: Duration = Duration::from_mins(5);

fn database() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir_in("/dev/shm").or_else(|_| tempfile::tempdir()).expect("a folder");
    let file = folder.path().join("counteroffer.db");
    (folder, file)
}

async fn bot(patience: Duration) -> (Fake, Bot, TempDir) {
    let (folder, file) = database();
    let fake = Fake::start().await;
    let store: Arc<dyn Store> =
        Arc::new(Cached::new(SqliteStore::open(&file.to_string_lossy()).await.expect("a store")));
    let app = App::new(Arc::clone(&store), Arc::clone(&BANDS), Arc::clone(&CATALOGUE));
    let mut config = config(&fake);
    config.patience = patience;
    let bot = Bot::start(&fake, config, Arc::new(app), store).await;
    (fake, bot, folder)
}

#[track_caller]
fn holds(text: &str, parts: &[&str]) {
    for part in parts {
        assert!(text.contains(part), "no {part:?} in:\n{text}");
    }
}

const LETTER: [&str; 4] = [
    "We are pleased to offer you the L6 position in Seattle.",
    "Your base salary is $187,300 a year.",
    "Sign-on: $90,000 in year 1 and $60,000 in year 2.",
    "You will be granted RSUs worth $412,000 over four years.",
];
const READ: [&str; 4] = ["What the letter says", "Base $187,300 a year", "$60,000 in year 2", "$412,000"];

fn mail() -> String {
    let text = LETTER.join("\r\n").replace('$', "=24");
    lines(&["From: jo@example.com", "Subject: Offer", "Content-Transfer-Encoding: quoted-printable", "", &text])
}

#[tokio::test]
async fn a_letter_as_a_file_is_read_in_every_format() {
    let (fake, _bot, _folder) = bot(PATIENT).await;
    for (name, content) in [
        ("letter.txt", LETTER.join("\n").into_bytes()),
        ("letter.eml", mail().into_bytes()),
        ("Offer Letter.PDF", pdf(&[&LETTER[..2], &LETTER[2..]])),
    ] {
        let ana = fake.person();
        let name = name.replace(' ', "_");
        holds(&ana.pastes(&fake.upload(&name, content)).await, &READ);
        holds(&ana.presses("Save and analyse").await, &["percentile for L6 in Seattle"]);
    }
    assert_eq!(fake.world().fetched.len(), 3);
    assert!(!logs::so_far().contains("187,300"), "nothing of a letter is logged");
}

#[tokio::test]
async fn nothing_of_a_letter_is_stored_but_its_answers() {
    const CANARY: &str = "ospreys over the estuary";
    let (fake, _bot, folder) = bot(PATIENT).await;
    let sentence = format!("We watched {CANARY} at the offsite.");
    let (first, rest) = LETTER.split_at(2);
    let text = [first, &[sentence.as_str()], rest].concat();
    for (name, content) in [
        ("letter.txt", text.join("\n").into_bytes()),
        ("letter.eml", lines(&["From: jo@example.com", "Subject: Offer", "", &text.join("\r\n")]).into_bytes()),
        ("letter.pdf", pdf(&[&text, &["Page two."]])),
    ] {
        let ana = fake.person();
        holds(&ana.pastes(&fake.upload(name, content)).await, &READ);
        holds(&ana.presses("Save and analyse").await, &["percentile for L6 in Seattle"]);
    }
    let mut kept = 0;
    for entry in std::fs::read_dir(folder.path()).expect("the folder") {
        let path = entry.expect("an entry").path();
        let bytes = std::fs::read(&path).expect("a file");
        let holds = |words: &str| bytes.windows(words.len()).any(|window| window == words.as_bytes());
        assert!(!holds(CANARY), "{} has a sentence of the letter", path.display());
        kept += usize::from(holds("187300"));
    }
    assert!(kept > 0, "the base is kept");
    assert!(!logs::so_far().contains(CANARY));
}

#[tokio::test]
async fn without_a_file_the_form_opens_as_before() {
    let (fake, _bot, _folder) = bot(PATIENT).await;
    holds(&fake.person().command("offer paste", &[]).await, &["Form: Paste the letter or e-mail"]);
}

#[tokio::test]
async fn a_file_that_can_not_be_read_is_answered_with_what_to_do() {
    let (fake, _bot, _folder) = bot(PATIENT).await;
    let ana = fake.person();
    let mut gone = fake.upload("gone.pdf", "");
    gone["url"] = json!(format!("{}/attachments/1/2/gone.pdf", fake.base()));
    for (file, said) in [
        (fake.upload("letter.docx", "PK"), "this is another kind"),
        (fake.upload("letter.txt", vec![b'a'; 2 * 1024 * 1024 + 1]), "larger than 2 MiB"),
        (fake.upload("scan.pdf", with_content("0 0 m 9 9 l S")), "it may be a scan"),
        (fake.upload("broken.pdf", "%PDF-1.7"), "damaged"),
        (fake.upload("bomb.pdf", bomb(600 << 20)), "more work than a letter"),
        (gone, "could not get that file"),
    ] {
        let shown = ana.pastes(&file).await;
        holds(&shown, &[said, "aste the text", "Nothing is filled in"]);
    }
    // The answer to it works.
    ana.presses("Paste the text").await;
    holds(&ana.fills(&[("letter", &LETTER.join("\n"))]).await, &READ);
}

#[tokio::test]
async fn a_size_that_is_not_true_is_noticed() {
    let (fake, _bot, _folder) = bot(PATIENT).await;
    let mut file = fake.upload("letter.txt", vec![b'a'; 2 * 1024 * 1024 + 1]);
    file["size"] = json!(10);
    holds(&fake.person().pastes(&file).await, &["larger than 2 MiB"]);
}

#[tokio::test]
async fn a_host_that_is_not_discords_is_never_asked() {
    let (fake, _bot, _folder) = bot(PATIENT).await;
    for elsewhere in
        ["http://127.0.0.1.example.com/letter.txt", "https://cdn.discordapp.com/attachments/1/2/letter.txt"]
    {
        let mut file = fake.upload("letter.txt", LETTER.join("\n"));
        file["url"] = json!(elsewhere);
        holds(&fake.person().pastes(&file).await, &["not on Discord's own servers"]);
    }
    assert_eq!(fake.world().fetched, Vec::<String>::new());
}

#[tokio::test]
async fn a_slow_file_is_announced_and_holds_nobody_else() {
    let (fake, _bot, _folder) = bot(Duration::ZERO).await;
    let (ana, ben) = (fake.person(), fake.person());
    let gate = fake.hold("GET", "/attachments/");
    let paste = ana.sends_paste(&fake.upload("letter.pdf", pdf(&[&LETTER])));
    // Deferred (and privately: the fake holds that against every deferral), then said.
    assert_eq!(ana.first_answer(paste).await, 5);
    holds(&ana.outcome(paste).await, &["I'm still reading that", "nothing was taken from it"]);
    // The same person's next command waits for the file, another person's does not.
    let next = ana.sends_command("offer list", &[]);
    holds(&ben.command("bands", &[("level", "L6"), ("location", "Seattle")]).await, &["Seattle"]);
    assert!(!fake.world().interactions[&next].done, "it came after the file");
    gate.open();
    ana.outcome(next).await;
    let read = |world: &mut crate::discord::World| {
        let original = world.interactions[&paste].original?;
        let shown = crate::discord::text_of(&world.messages[&original].body);
        shown.contains("What the letter says").then_some(shown)
    };
    holds(&fake.until("the letter in place of the notice", read).await, &READ);
}

#[tokio::test]
async fn the_same_file_delivered_twice_is_taken_once() {
    let (fake, _bot, _folder) = bot(PATIENT).await;
    let ana = fake.person();
    let file = fake.upload("letter.txt", LETTER.join("\n"));
    let id = file["id"].as_str().expect("an id").to_owned();
    let mut data = ana.command_data("offer paste", &[("file", &id)], None);
    data["options"][0]["options"][0]["type"] = json!(11);
    data["resolved"] = json!({"attachments": {id: file}});
    let paste = fake.double(ana.id, Place::Server, &data);
    holds(&ana.outcome(paste).await, &READ);
    ana.presses("Save and analyse").await;
    holds(&ana.command("offer list", &[]).await, &["#1"]);
}

#[tokio::test]
async fn a_kill_while_a_file_is_fetched_takes_nothing_from_it() {
    let (_folder, file) = database();
    let fake = Fake::start().await;
    let mut bot = Process::start(&fake, &file).await;
    let ana = fake.person().at(Place::Direct);
    let gate = fake.hold("GET", "/attachments/");
    let letter = fake.upload("letter.pdf", pdf(&[&LETTER]));
    let _unanswered = ana.sends_paste(&letter);
    fake.until("the file to be asked for", |world| (!world.fetched.is_empty()).then_some(())).await;
    bot = bot.kill_and_restart(&fake).await;
    gate.open();
    holds(&ana.command("offer list", &[]).await, &["You have no saved offer yet"]);
    holds(&ana.command("offer start", &[]).await, &["Question 1 of 12"]);
    // The program reads it with a process of its own.
    holds(&ana.pastes(&letter).await, &READ);
    drop(bot);
}

#[tokio::test]
async fn any_message_is_read_as_the_offer_and_answered_privately() {
    let (fake, _bot, _folder) = bot(PATIENT).await;
    let recruiter = payload::user(snowflake());
    for place in [Place::Server, Place::Friends, Place::Direct] {
        let ana = fake.person().at(place);
        let message = message_of(&recruiter, &LETTER.join("\n"));
        // The fake holds against every answer that others can't see it.
        holds(&ana.has_read(&message).await, &READ);
        holds(&ana.presses("Save and analyse").await, &["percentile for L6 in Seattle"]);
    }
}

fn with(mut message: Value, key: &str, value: Value) -> Value {
    message[key] = value;
    message
}

#[tokio::test]
async fn a_message_without_words_is_read_by_its_file_or_by_what_it_passes_on() {
    let (fake, _bot, _folder) = bot(PATIENT).await;
    let recruiter = payload::user(snowflake());
    let letter = fake.upload("letter.pdf", pdf(&[&LETTER]));
    for words in ["", "Here is your letter!", "This is the L6 one, in Seattle."] {
        let message = with(message_of(&recruiter, words), "attachments", json!([letter]));
        holds(&fake.person().has_read(&message).await, &READ);
    }
    let words = LETTER.join("\n");
    let message = with(message_of(&recruiter, &words), "attachments", json!([fake.upload("old.txt", "Base $1")]));
    holds(&fake.person().has_read(&message).await, &READ);
    holds(&fake.person().has_read(&message).await, &["and not the file beside them"]);
    let inner = json!({"message": {
        "content": words, "timestamp": "2026-01-01T00:00:00Z", "edited_timestamp": null, "mentions": [],
        "attachments": [], "embeds": [], "type": 0, "flags": 0,
    }});
    let passed_on = with(message_of(&recruiter, ""), "message_snapshots", json!([inner]));
    holds(&fake.person().has_read(&passed_on).await, &READ);
}

#[tokio::test]
async fn a_message_with_nothing_to_read_says_so() {
    let (fake, _bot, _folder) = bot(PATIENT).await;
    let (ana, recruiter) = (fake.person(), payload::user(snowflake()));
    let empty = message_of(&recruiter, "");
    let embeds = json!([{"type": "link", "title": "Base $185,000", "description": "and more"}]);
    let picture = json!([fake.upload("screen.png", "PNG")]);
    for (message, said) in [
        (empty.clone(), "There is no text in that message"),
        (with(empty.clone(), "embeds", embeds), "no words of its own, only a preview or a card"),
        (with(empty, "attachments", picture), "this is another kind"),
        (message_of(&payload::bot(), "Base $185,000"), "That message is one of mine"),
    ] {
        holds(&ana.has_read(&message).await, &[said, "Paste the text"]);
    }
    let chat = message_of(&recruiter, "See you at lunch?");
    holds(&ana.has_read(&chat).await, &["No offer in it"]);
    assert_eq!(fake.world().fetched, Vec::<String>::new());
}

#[tokio::test]
async fn a_letter_dropped_into_the_direct_messages_is_read() {
    let (fake, _bot, _folder) = bot(PATIENT).await;
    // As Discord's own app sends a text that is too long for a message.
    let ana = fake.person().at(Place::Direct);
    holds(&ana.says_with("", fake.upload("message.txt", LETTER.join("\n"))).await, &READ);
    let ben = fake.person().at(Place::Direct);
    ben.command("offer start", &[]).await;
    holds(&ben.says_with("", fake.upload("screen.png", "PNG")).await, &["this is another kind"]);
    holds(&ben.says_with("L6", fake.upload("screen.png", "PNG")).await, &["Got it: L6"]);
    holds(&ben.says_with("my letter", fake.upload("letter.pdf", pdf(&[&LETTER]))).await, &READ);
}

#[tokio::test]
async fn a_letter_sent_while_the_bot_was_away_is_read_when_it_is_back() {
    let (_folder, file) = database();
    let fake = Fake::start().await;
    let bot = Process::start(&fake, &file).await;
    let ana = fake.person().at(Place::Direct);
    ana.command("offer start", &[]).await;
    assert!(bot.terminate().await.success());
    fake.disconnected().await;
    let letter = fake.upload("message.txt", LETTER.join("\n"));
    let unheard = fake.leave_message(ana.id, "", vec![letter]);
    let _bot = Process::start(&fake, &file).await;
    holds(&ana.answer_to(unheard).await, &READ);
}
