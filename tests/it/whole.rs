//! The whole bot: the real door and a real store behind the shell, used as people do.

use std::path::PathBuf;
use std::sync::{Arc, LazyLock};

use counteroffer::App;
use counteroffer::Bands;
use counteroffer::Catalogue;
use counteroffer::{Cached, SqliteStore, Store};
use tempfile::TempDir;

use crate::discord::Fake;
use crate::discord::bot::{Bot, Process, config};
use crate::discord::payload::Place;

/// The bands and templates of the program, read once for all tests.
static BANDS: LazyLock<Arc<Bands>> = LazyLock::new(|| Arc::new(Bands::shipped().expect("bands")));
static CATALOGUE: LazyLock<Arc<Catalogue>> = LazyLock::new(|| Arc::new(Catalogue::shipped().expect("templates")));

/// A folder of its own and a database in it.
fn database() -> (TempDir, PathBuf) {
    // In memory where the machine has such a place: no test here is about the disk.
    let folder = tempfile::tempdir_in("/dev/shm").or_else(|_| tempfile::tempdir()).expect("a folder");
    let file = folder.path().join("counteroffer.db");
    (folder, file)
}

/// The bot in this process, over a new database.
async fn whole_bot() -> (Fake, Bot, TempDir) {
    let (folder, file) = database();
    let fake = Fake::start().await;
    let store = SqliteStore::open(&file.to_string_lossy()).await.expect("a store");
    let store: Arc<dyn Store> = Arc::new(Cached::new(store));
    let app = App::new(Arc::clone(&store), Arc::clone(&BANDS), Arc::clone(&CATALOGUE));
    let bot = Bot::start(&fake, config(&fake), Arc::new(app), store).await;
    (fake, bot, folder)
}

const QUICK: &[(&str, &str)] = &[
    ("level", "L6"),
    ("location", "Seattle"),
    ("base", "200k"),
    ("sign_on_1", "90k"),
    ("sign_on_2", "60k"),
    ("rsu", "400k"),
];

/// An answer to each question, in order, with the words that acknowledge it.
const ANSWERS: [(&str, &str); 12] = [
    ("L6", "Got it: L6 (Senior)"),
    ("seattle", "Got it: Seattle"),
    ("200k", "Got it: base $200,000"),
    ("90/60", "Got it: sign-on $90,000 in year 1, $60,000 in year 2"),
    ("400k", "Got it: grant $400,000"),
    ("yes", "Got it: in writing"),
    ("in 6 weeks", "Got it: starting "),
    ("in 10 days", "Got it: answer by "),
    ("monthly", "Got it: sign-on paid monthly"),
    ("120k", "Got it: $120,000 left behind"),
    ("none", "Got it: no other offers"),
    ("1.3m over four years", "Got it: walk-away $1,300,000"),
];

/// What the card of answers and the analysis must hold after [`ANSWERS`].
const CARD: [&str; 9] = [
    "L6 (Senior)",
    "Seattle",
    "$200,000 a year",
    "$90,000 in year 1, $60,000 in year 2",
    "$400,000 over four years",
    "yes",
    "monthly, repayment not known yet",
    "$120,000",
    "$1,300,000 over four years",
];

#[track_caller]
fn holds(text: &str, parts: &[&str]) {
    for part in parts {
        assert!(text.contains(part), "no {part:?} in:\n{text}");
    }
}

#[tokio::test]
async fn the_walkthrough_by_words_in_direct_messages() {
    let (fake, _bot, _folder) = whole_bot().await;
    let ana = fake.person();
    holds(&ana.command("offer start", &[]).await, &["I've sent you a direct message"]);
    let ana = ana.at(Place::Direct);
    holds(&ana.direct_messages()[0], &["Question 1 of 12"]);
    for (words, acknowledged) in ANSWERS {
        holds(&ana.says(words).await, &[acknowledged]);
    }
    holds(&ana.screen(), &CARD);
    holds(
        &ana.says("save").await,
        &["About the 54th percentile for L6 in Seattle: $337.5k a year on average.", "3  200k        0   160k   360k"],
    );
}

#[tokio::test]
async fn the_walkthrough_by_buttons_alone_where_direct_messages_are_closed() {
    let (fake, _bot, _folder) = whole_bot().await;
    let ana = fake.person();
    fake.close_direct(ana.id);
    holds(&ana.command("offer start", &[]).await, &["I can't send you direct messages"]);
    holds(&ana.presses("Continue here").await, &["Question 1 of 12"]);
    ana.presses("L7 (Principal)").await;
    ana.presses("Bay Area").await;
    ana.presses("Type the answer").await;
    ana.fills(&[("answer", "300k")]).await;
    ana.presses("Type both amounts").await;
    ana.fills(&[("year_1", "180k"), ("year_2", "120k")]).await;
    ana.presses("Type the answer").await;
    ana.fills(&[("answer", "6000 shares"), ("price", "191.50")]).await;
    ana.presses("Not yet").await;
    ana.presses("Skip").await;
    ana.presses("Back").await;
    ana.presses("Skip").await;
    ana.presses("Skip").await;
    ana.chooses("Lump sum, repaid pro rata").await;
    ana.presses("Nothing").await;
    ana.presses("Add one").await;
    ana.fills(&[("company", "Contoso"), ("firmness", "verbal"), ("pay", "500k")]).await;
    ana.presses("Yes, it is").await;
    ana.presses("That's all").await;
    ana.presses("Skip").await;
    holds(&ana.screen(), &["Check your answers", "Contoso (verbal, $500,000 a year)", "6,000 shares at $191.50 (of "]);
    ana.chooses("Change: Base").await;
    ana.presses("Keep it").await;
    holds(&ana.presses("Save and analyse").await, &["percentile for L7 in the Bay Area", "537.5k"]);
    assert!(fake.world().violations.is_empty());
    assert!(ana.direct_messages().is_empty());
}

#[tokio::test]
async fn quick_and_what_follows_from_its_buttons() {
    let (fake, _bot, _folder) = whole_bot().await;
    let ana = fake.person();
    holds(&ana.command("offer quick", QUICK).await, &["About the 54th percentile", "Amazon L6, Seattle"]);
    holds(&ana.presses("All 4 warnings").await, &["the $150,000 sign-on is owed back"]);
    ana.presses("Back to the analysis").await;
    ana.presses("Save as").await;
    holds(&ana.fills(&[("name", "*First* [offer](x) @everyone")]).await, &["*First* [offer](x) @everyone"]);
    holds(&ana.command("script", &[("name", "base")]).await, &["could we go from $200,000 to"]);
    holds(&ana.presses("Shorter").await, &["Could we bring the base from $200,000"]);
    holds(&ana.command("email", &[("name", "first_round")]).await, &["I have gone through the numbers year by year"]);
    ana.presses("Edit facts").await;
    ana.chooses("Your name, as you sign").await;
    holds(&ana.fills(&[("your_name", "Sam Rivera")]).await, &["Best regards,", "Sam Rivera"]);
    holds(&ana.command("offer list", &[]).await, &["#1"]);
    holds(&ana.command("bands", &[("level", "L7"), ("location", "sf")]).await, &["L7 (Principal) in the Bay Area"]);
    ana.command("offer delete", &[]).await;
    holds(&ana.presses("Delete it").await, &["Deleted"]);
    ana.command("forget", &[]).await;
    holds(&ana.fills(&[("word", "delete")]).await, &["Done"]);
}

#[tokio::test]
async fn taxes_dates_rounds_and_other_offers() {
    let (fake, _bot, _folder) = whole_bot().await;
    let ana = fake.person();
    ana.command("offer quick", QUICK).await;
    holds(&ana.command("tax", &[("state", "NYC")]).await, &["living in New York City", "Sign-on 1"]);
    holds(&ana.presses("Married, filing jointly").await, &["Married, filing jointly, living in New York City"]);
    holds(&ana.chooses("Texas").await, &["living in Texas"]);
    holds(&ana.command("calendar", &[]).await, &["I don't know your first day yet"]);
    ana.presses("Set the start date").await;
    ana.presses("Type the answer").await;
    ana.fills(&[("answer", "in 6 weeks")]).await;
    ana.presses("Save the changes").await;
    holds(&ana.presses("Calendar").await, &["10 dates lie ahead", "Vest 6 of 6"]);
    holds(&ana.presses("The analysis").await, &["Amazon L6, Seattle"]);
    ana.presses("New numbers").await;
    let figures = |base| [("base", base), ("sign_on_1", "90k"), ("sign_on_2", "60k"), ("grant", "450k"), ("price", "")];
    holds(&ana.fills(&figures("21k")).await, &["did you mean base $210,000 a year?"]);
    ana.presses("Open the form again").await;
    holds(&ana.fills(&figures("210k")).await, &["Round 2", "Better by $90,000 over four years"]);
    ana.command("offer compare", &[]).await;
    ana.chooses("Google").await;
    let google = [("base", "210k"), ("sign_on", "50/20"), ("grant", "500k"), ("vesting", "33/33/22/12 monthly")];
    holds(&ana.fills(&google).await, &["The offer of Google", "well supported"]);
    holds(&ana.presses("Compare").await, &["Side by side", "Amazon  Google"]);
    ana.command("offer paste", &[]).await;
    let letter = "L7 offer in Austin.\nBase salary: $300,000\nSign-on bonus of $100,000\nRSUs: 6,000 units";
    holds(&ana.fills(&[("letter", letter)]).await, &["What the letter says", "One thing to settle"]);
    holds(&ana.presses("All in year 1").await, &["At which price a share"]);
    assert!(fake.world().violations.is_empty());
}

#[tokio::test]
async fn every_script_and_email_fits_discord() {
    let (fake, _bot, _folder) = whole_bot().await;
    let ana = fake.person();
    ana.command("offer quick", QUICK).await;
    for (command, at_least) in [("script", 7), ("email", 2)] {
        let names = ana.completes(command, "name", "").await;
        assert!(names.len() >= at_least, "{names:?}");
        for name in names {
            let id = ana.sends_command(command, &[("name", &name)]);
            let kind = ana.first_answer(id).await;
            assert!(kind == 4 || kind == 9, "{command} {name}: a message or a form, not {kind}");
        }
    }
}

#[tokio::test]
async fn every_page_of_the_playbook_fits_discord() {
    let (fake, _bot, _folder) = whole_bot().await;
    let ana = fake.person();
    ana.command("offer quick", QUICK).await;
    let levers = ana.completes("lever", "name", "").await;
    assert_eq!(levers.len(), 7);
    for lever in &levers {
        holds(&ana.command("lever", &[("name", lever)]).await, &[&format!("Lever: {lever}"), "If they push back"]);
    }
    let topics = ana.completes("playbook", "topic", "").await;
    assert_eq!(topics.len(), 19);
    for topic in &topics {
        holds(&ana.command("playbook", &[("topic", topic)]).await, &[topic, "Another topic"]);
    }
    holds(&ana.command("playbook", &[]).await, &["The playbook", "Choose a topic"]);
    holds(&ana.command("checklist", &[]).await, &["of 18 done"]);
    holds(&ana.chooses("tone").await, &["\u{2611} Stay friendly"]);
    holds(&ana.command("case", &[]).await, &["Your case: question 1 of 8"]);
    ana.presses("Type the answer").await;
    holds(&ana.fills(&[("answer", "compilers")]).await, &["Noted: compilers", "question 2 of 8"]);
    holds(&ana.presses("Show the page").await, &["- Field: compilers."]);
    assert_eq!(fake.world().violations, Vec::<String>::new());
}

/// What people paste: markdown, links, mentions, braces, right-to-left marks, code marks, length.
const WILD: &[&str] = &[
    "**bold** _and_ `code` ~~x~~ ||y|| # z",
    "[here](https://example.com/x) <https://example.com>",
    "@everyone <@123456789012345678> <#1> @here",
    "{{offer.base}} {{{walk_away}}} {{#if x}} {{/if}} {{> others}} \\{{x}}",
    "\u{202e}desrever\u{202c} \u{200f}\u{5e9}\u{5dc}\u{5d5}\u{5dd}",
    "- a list +++ --- shorter \\",
];

#[tokio::test]
async fn wild_facts_come_out_as_typed() {
    let (fake, _bot, _folder) = whole_bot().await;
    let ana = fake.person().at(Place::Direct);
    ana.command("offer quick", QUICK).await;
    let longest = "\u{202e}x*".repeat(100);
    for wild in WILD.iter().copied().chain([longest.as_str()]) {
        if ana.command("script", &[("name", "after_accepting_hardship")]).await.starts_with("Form") {
            ana.fills(&[("hardship", wild)]).await;
        } else {
            ana.presses("Edit facts").await;
            ana.fills(&[("hardship", wild)]).await;
        }
        // Marks that can't be seen are not kept.
        let kept: String = wild.chars().filter(|c| !('\u{200e}'..='\u{202e}').contains(c)).collect();
        holds(&ana.screen(), &["After accepting: something happened", &kept]);
        ana.command("case", &[]).await;
        if ana.screen().contains("Go through the questions") {
            ana.presses("Go through the questions").await;
        }
        let noted: String = kept.chars().take(20).collect();
        holds(&ana.says(wild).await, &[&format!("Noted: {noted}"), "question 2 of 8"]);
        holds(&ana.says("that's all").await, &[&format!("- Field: {kept}")]);
    }
    // A code block's own end mark would end the block early: such a text comes as a file.
    ana.presses("Edit facts").await;
    ana.chooses("What you are known for").await;
    holds(&ana.fills(&[("expertise", "```rust``` and more")]).await, &["copy.txt"]);
    let files = ana.direct_files();
    let content = files.last().map(|(_, content)| String::from_utf8_lossy(content).into_owned()).unwrap_or_default();
    holds(&content, &["- Field: ```rust``` and more."]);
    // 4,000 characters are said to be too many, and none of them is cut off unseen.
    ana.presses("Go through the questions").await;
    holds(&ana.says(&"x".repeat(4_000)).await, &["4000 characters", "question 1 of 8"]);
    assert_eq!(fake.world().violations, Vec::<String>::new());
}

#[tokio::test]
async fn two_people_at_once_and_nobody_presses_anothers_button() {
    let (fake, _bot, _folder) = whole_bot().await;
    let (ana, ben) = (fake.person().at(Place::Direct), fake.person().at(Place::Direct));
    ana.command("offer start", &[]).await;
    ben.command("offer start", &[]).await;
    for ((first, acknowledged), other) in ANSWERS.into_iter().zip(["L7", "nyc", "300k", "180/120", "1.15m"]) {
        let (of_ana, of_ben) = (ana.sends(first), ben.sends(other));
        holds(&ana.answer_to(of_ana).await, &[acknowledged]);
        holds(&ben.answer_to(of_ben).await, &["Got it"]);
    }
    let refused = ben.presses_button_of(&ana, "Yes").await;
    assert!(!refused.contains("Question"), "{refused}");
    holds(&ana.says("yes").await, &["Question 7 of 12"]);
    holds(&ben.says("no").await, &["Question 7 of 12"]);
}

#[tokio::test]
async fn a_restart_in_the_middle_goes_on_there() {
    let (_folder, file) = database();
    let fake = Fake::start().await;
    let mut bot = Process::start(&fake, &file).await;
    let ana = fake.person().at(Place::Direct);
    ana.command("offer start", &[]).await;
    for (words, acknowledged) in &ANSWERS[..5] {
        holds(&ana.says(words).await, &[acknowledged]);
    }
    let asked = ana.screen();
    assert!(bot.terminate().await.success());
    // Said while the bot was away: answered once it is back.
    let unheard = fake.leave_words(ana.id, "yes");
    bot = Process::start(&fake, &file).await;
    holds(&ana.answer_to(unheard).await, &["Got it: in writing", "Question 7 of 12"]);
    // A button from before the restart is old by now, and says so kindly.
    holds(&asked, &["Question 6 of 12"]);
    holds(&ana.says("skip").await, &["Question 8 of 12"]);
    drop(bot);
}

#[tokio::test]
async fn the_first_words_after_a_start_in_a_server_survive_a_restart() {
    let (_folder, file) = database();
    let fake = Fake::start().await;
    let mut bot = Process::start(&fake, &file).await;
    let ana = fake.person();
    ana.command("offer start", &[]).await;
    bot.kill();
    fake.disconnected().await;
    let ana = ana.at(Place::Direct);
    let unheard = fake.leave_words(ana.id, "L7");
    let _bot = Process::start(&fake, &file).await;
    holds(&ana.answer_to(unheard).await, &["Got it: L7 (Principal)"]);
}

/// Kill -9 in the middle of the walkthrough twenty times: every acknowledged answer is there.
#[tokio::test]
async fn twenty_kills_lose_no_acknowledged_answer() {
    let (_folder, file) = database();
    let fake = Fake::start().await;
    let mut bot = Process::start(&fake, &file).await;
    let ana = fake.person().at(Place::Direct);
    ana.command("offer start", &[]).await;
    for (index, (words, acknowledged)) in ANSWERS.into_iter().enumerate() {
        holds(&ana.says(words).await, &[acknowledged]);
        bot = bot.kill_and_restart(&fake).await;
        let resumed = ana.command("offer start", &[]).await;
        holds(&resumed, &["Welcome back"]);
        let next = if index + 1 < ANSWERS.len() {
            format!("Question {} of 12", index + 2)
        } else {
            "Check your answers".into()
        };
        holds(&resumed, &[&next]);
    }
    holds(&ana.screen(), &CARD);
    for round in 1..=8 {
        let base = 200 + round;
        holds(&ana.says(&format!("base {base}k")).await, &[&format!("Got it: base ${base},000")]);
        bot = bot.kill_and_restart(&fake).await;
        let card = ana.command("offer start", &[]).await;
        holds(&card, &CARD.map(|part| if part == "$200,000 a year" { "a year" } else { part }));
        holds(&card, &[&format!("${base},000 a year")]);
    }
    holds(&ana.says("save").await, &["percentile for L6 in Seattle"]);
    drop(bot);
}
