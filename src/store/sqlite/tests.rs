use std::path::{Path, PathBuf};
use std::time::Duration;

use futures_util::FutureExt as _;
use futures_util::future::join_all;
use sqlx::ConnectOptions;
use sqlx::sqlite::SqliteConnectOptions;
use tempfile::TempDir;

use super::opening::{MIGRATOR, open};
use super::*;
use crate::store::conformance::{NOVEMBER, answers, offers};

/// Short enough to wait for in a test.
const IMPATIENT: Duration = Duration::from_millis(20);

fn place() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("store.db");
    (folder, path)
}

async fn store(path: &Path) -> SqliteStore {
    SqliteStore::open(path.to_str().unwrap()).await.unwrap()
}

/// A store whose file may not grow beyond some pages, as on a full disk.
async fn store_within(path: &Path, more_pages: i64) -> SqliteStore {
    let (mut writer, reader) = open(path.to_str().unwrap(), IMPATIENT).await.unwrap();
    let pages: i64 = sqlx::query_scalar("PRAGMA page_count").fetch_one(&mut writer).await.unwrap();
    let limit = format!("PRAGMA max_page_count = {}", pages + more_pages);
    sqlx::query(sqlx::AssertSqlSafe(limit)).execute(&mut writer).await.unwrap();
    SqliteStore::over(writer, reader)
}

/// A second program at the same file.
async fn other_program(path: &Path) -> SqliteConnection {
    SqliteConnectOptions::new().filename(path).create_if_missing(true).connect().await.unwrap()
}

async fn run(connection: &mut SqliteConnection, statement: &'static str) {
    sqlx::query(statement).execute(connection).await.unwrap();
}

async fn document(store: &SqliteStore, user: u64) -> Option<String> {
    store.load(UserId(user)).await.unwrap().user.clone()
}

mod erasing {
    use super::*;

    fn occurrences(path: &Path, canary: &str) -> usize {
        ["", "-wal", "-shm"]
            .iter()
            .filter_map(|suffix| std::fs::read(format!("{}{suffix}", path.display())).ok())
            .map(|bytes| bytes.windows(canary.len()).filter(|window| *window == canary.as_bytes()).count())
            .sum()
    }

    fn canary(user: u64) -> String {
        format!("CANARY-{user:05}-")
    }

    /// Rows of many users among each other, growing, shrinking and going, so that they move between pages.
    async fn stir(store: &SqliteStore, users: u64, rounds: u64) {
        let mut random = 12_345_u64;
        let mut commits = Vec::new();
        for request in 0..users * rounds {
            random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            let user = (random >> 33) % users;
            let text = canary(user).repeat(1 + usize::try_from((random >> 45) % 90).unwrap());
            let document = (!(random >> 12).is_multiple_of(5)).then_some(text.as_str());
            let number = u32::try_from((random >> 20) % 3).unwrap();
            let change = Change { user: document.map(Into::into), ..offers(NOVEMBER + request, &[(number, document)]) };
            commits.push(store.commit(UserId(user), change));
        }
        assert!(join_all(commits).await.into_iter().all(|committed| committed.unwrap() == Committed::Done));
    }

    #[tokio::test]
    async fn forgetting_leaves_no_byte_in_the_files() {
        let (_folder, path) = place();
        let store = store(&path).await;
        stir(&store, 211, 12).await;
        for user in (0..211).step_by(3) {
            store.forget(UserId(user), NOVEMBER + 1_000_000 + user).await.unwrap();
            assert_eq!(occurrences(&path, &canary(user)), 0, "user {user}");
            assert_eq!(*store.load(UserId(user)).await.unwrap(), Documents::default());
        }
        assert!(occurrences(&path, &canary(1)) > 0, "who did not ask to be forgotten is still there");
    }

    #[tokio::test]
    async fn a_large_file_is_erased_from_too() {
        let (_folder, path) = place();
        let store = store(&path).await;
        for user in 0..20 {
            let change = answers(NOVEMBER + user, &canary(user).repeat(80_000));
            store.commit(UserId(user), change).await.unwrap();
        }
        assert!(std::fs::metadata(&path).unwrap().len() > 16 * 1024 * 1024);
        store.forget(UserId(7), NOVEMBER + 100).await.unwrap();
        assert_eq!(occurrences(&path, &canary(7)), 0);
        assert!(document(&store, 8).await.unwrap().starts_with("CANARY-00008-"));
    }

    #[tokio::test]
    async fn while_another_program_reads_forgetting_says_that_it_is_not_finished() {
        let (_folder, path) = place();
        let store = SqliteStore::open_with(path.to_str().unwrap(), IMPATIENT).await.unwrap();
        store.commit(UserId(7), answers(NOVEMBER, &canary(7))).await.unwrap();
        let mut reading = other_program(&path).await;
        run(&mut reading, "BEGIN").await;
        run(&mut reading, "SELECT count(*) FROM users").await;
        let error = store.forget(UserId(7), NOVEMBER + 1).await.unwrap_err();
        insta::assert_snapshot!(error, @"can't write to the store: another program is reading it, so its log can't be emptied yet");
        assert_eq!(document(&store, 7).await, None);
        run(&mut reading, "ROLLBACK").await;
        assert_eq!(store.forget(UserId(7), NOVEMBER + 2).await.unwrap(), Committed::Done);
        assert_eq!(occurrences(&path, &canary(7)), 0);
    }

    #[tokio::test]
    async fn an_erasure_that_broke_off_is_finished_at_the_next_start() {
        let (_folder, path) = place();
        let first = SqliteStore::open_with(path.to_str().unwrap(), IMPATIENT).await.unwrap();
        first.commit(UserId(7), answers(NOVEMBER, &canary(7))).await.unwrap();
        let mut reading = other_program(&path).await;
        run(&mut reading, "BEGIN").await;
        run(&mut reading, "SELECT count(*) FROM users").await;
        first.forget(UserId(7), NOVEMBER + 1).await.unwrap_err();
        drop(first);
        assert!(occurrences(&path, &canary(7)) > 0);
        run(&mut reading, "ROLLBACK").await;
        let second = store(&path).await;
        assert_eq!(occurrences(&path, &canary(7)), 0);
        assert_eq!(second.setting("store.erasing").await.unwrap(), None);
    }

    #[tokio::test]
    async fn forgetting_someone_unknown_does_not_rebuild_the_file() {
        let (_folder, path) = place();
        let store = store(&path).await;
        let mut reading = other_program(&path).await;
        run(&mut reading, "BEGIN").await;
        run(&mut reading, "SELECT count(*) FROM users").await;
        assert_eq!(store.forget(UserId(7), NOVEMBER).await.unwrap(), Committed::Done);
    }
}

mod lasting {
    use super::*;

    #[tokio::test]
    async fn documents_claims_and_settings_survive_closing_and_not_closing() {
        let (_folder, path) = place();
        let first = store(&path).await;
        first.commit(UserId(7), answers(NOVEMBER, "one")).await.unwrap();
        first.set_setting("commands", "abc").await.unwrap();
        first.close().await.unwrap();
        let wal = format!("{}-wal", path.display());
        assert!(!Path::new(&wal).exists(), "closing leaves one file");

        let second = store(&path).await;
        assert_eq!(document(&second, 7).await.as_deref(), Some("one"));
        second.commit(UserId(7), offers(NOVEMBER + 1, &[(1, Some("first"))])).await.unwrap();
        drop(second);

        let third = store(&path).await;
        assert_eq!(third.load(UserId(7)).await.unwrap().offers, [(1, "first".to_string())]);
        assert_eq!(third.commit(UserId(7), answers(NOVEMBER, "again")).await.unwrap(), Committed::Before);
        assert_eq!(third.setting("commands").await.unwrap().as_deref(), Some("abc"));
    }

    #[tokio::test]
    async fn two_programs_give_a_request_its_effect_once() {
        let (_folder, path) = place();
        let (first, second) = (store(&path).await, store(&path).await);
        let committed = join_all([
            first.commit(UserId(7), answers(NOVEMBER, "from one")),
            second.commit(UserId(7), answers(NOVEMBER, "from the other")),
        ])
        .await;
        let done = committed.into_iter().filter(|committed| matches!(committed, Ok(Committed::Done))).count();
        assert_eq!(done, 1);
        assert_eq!(document(&first, 7).await, document(&second, 7).await);
    }

    #[tokio::test]
    async fn a_caller_that_goes_away_leaves_no_transaction_open() {
        let (_folder, path) = place();
        let store = store(&path).await;
        assert!(store.commit(UserId(7), answers(NOVEMBER, "unheard")).now_or_never().is_none());
        store.commit(UserId(8), answers(NOVEMBER + 1, "heard")).await.unwrap();
        assert_eq!(document(&store, 7).await.as_deref(), Some("unheard"));
        assert_eq!(document(&store, 8).await.as_deref(), Some("heard"));
    }

    #[cfg(unix)]
    #[tokio::test]
    async fn only_the_owner_can_read_the_files() {
        use std::os::unix::fs::PermissionsExt as _;
        let (_folder, path) = place();
        let store = store(&path).await;
        store.commit(UserId(7), answers(NOVEMBER, "pay")).await.unwrap();
        for suffix in ["", "-wal", "-shm"] {
            let file = format!("{}{suffix}", path.display());
            assert_eq!(std::fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600, "{file}");
        }
    }
}

mod failing {
    use super::*;

    #[tokio::test]
    async fn a_full_disk_refuses_keeps_what_was_and_lets_later_writes_through() {
        let (_folder, path) = place();
        let store = store_within(&path, 1).await;
        let large = "x".repeat(40_000);
        store.commit(UserId(7), answers(NOVEMBER, "small")).await.unwrap();
        let change = Change { user: Some("half".into()), ..offers(NOVEMBER + 1, &[(1, Some(&large))]) };
        let error = store.commit(UserId(7), change).await.unwrap_err();
        insta::assert_snapshot!(error, @"can't write to the store: the disk is full");
        let documents = store.load(UserId(7)).await.unwrap();
        assert_eq!(*documents, Documents { user: Some("small".into()), offers: Vec::new() });
        assert!(matches!(store.check_writable().await, Err(StoreError::Write(_))));
        let again = store.commit(UserId(7), answers(NOVEMBER + 1, "fits")).await.unwrap();
        assert_eq!(again, Committed::Done, "the request that failed is not taken for done");
        assert_eq!(document(&store, 7).await.as_deref(), Some("fits"));
    }

    #[tokio::test]
    async fn one_write_that_fails_does_not_spoil_those_beside_it() {
        let (_folder, path) = place();
        let store = store_within(&path, 2).await;
        let large = "x".repeat(40_000);
        let committed = join_all((0..9).map(|user| {
            let document = if user == 4 { large.as_str() } else { "small" };
            store.commit(UserId(user), answers(NOVEMBER + user, document))
        }))
        .await;
        for (user, committed) in (0..).zip(committed) {
            assert_eq!(committed.is_ok(), user != 4, "user {user}");
            assert_eq!(document(&store, user).await.as_deref(), (user != 4).then_some("small"), "user {user}");
        }
    }

    #[tokio::test]
    async fn a_change_that_fails_half_way_leaves_nothing_of_itself_and_says_nothing_of_its_text() {
        let (_folder, path) = place();
        let store = store(&path).await;
        store.commit(UserId(7), answers(NOVEMBER, "before")).await.unwrap();
        let mut other = other_program(&path).await;
        run(
            &mut other,
            "CREATE TRIGGER refuse BEFORE INSERT ON offers WHEN new.number = 13 \
             BEGIN SELECT RAISE(ABORT, 'pay of 185,000'); END",
        )
        .await;
        let change = Change { user: Some("half".into()), ..offers(NOVEMBER + 1, &[(1, Some("x")), (13, Some("y"))]) };
        let error = store.commit(UserId(7), change).await.unwrap_err();
        insta::assert_snapshot!(error, @"can't write to the store: SQLite refused (code 1811)");
        let before = Documents { user: Some("before".into()), offers: Vec::new() };
        assert_eq!(*store.load(UserId(7)).await.unwrap(), before);
        assert_eq!(store.commit(UserId(7), answers(NOVEMBER + 1, "after")).await.unwrap(), Committed::Done);
        assert_eq!(document(&store, 7).await.as_deref(), Some("after"));
    }

    #[tokio::test]
    async fn a_lock_held_elsewhere_is_an_error_in_bounded_time_and_not_for_ever() {
        let (_folder, path) = place();
        let store = SqliteStore::open_with(path.to_str().unwrap(), IMPATIENT).await.unwrap();
        let mut other = other_program(&path).await;
        run(&mut other, "BEGIN IMMEDIATE").await;
        let waiting = (0..9).map(|user| store.commit(UserId(user), answers(NOVEMBER + user, "waiting")));
        for error in join_all(waiting).await {
            assert_eq!(error.unwrap_err().to_string(), "can't write to the store: another program holds it locked");
        }
        assert_eq!(document(&store, 7).await, None, "reading goes on");
        assert!(store.check_writable().await.is_err());
        run(&mut other, "ROLLBACK").await;
        store.check_writable().await.unwrap();
        assert_eq!(store.commit(UserId(7), answers(NOVEMBER + 7, "now")).await.unwrap(), Committed::Done);
    }

    #[tokio::test]
    async fn damage_is_an_error_and_not_a_panic() {
        let (_folder, path) = place();
        let first = store(&path).await;
        for user in 0..50 {
            first.commit(UserId(user), answers(NOVEMBER + user, &"pay ".repeat(500))).await.unwrap();
        }
        first.close().await.unwrap();
        let mut bytes = std::fs::read(&path).unwrap();
        let tables = 8 * 4_096;
        bytes[tables..].fill(0xA5);
        std::fs::write(&path, bytes).unwrap();

        let damaged = store(&path).await;
        let mut errors = Vec::new();
        for user in 0..50 {
            errors.extend(damaged.load(UserId(user)).await.err());
            errors.extend(damaged.commit(UserId(user), answers(NOVEMBER + 100 + user, "new")).await.err());
        }
        assert!(!errors.is_empty());
        for error in errors {
            assert!(error.to_string().ends_with("its content is damaged; restore a backup"), "{error}");
        }
    }

    #[tokio::test]
    async fn checking_leaves_nothing_behind_but_a_count() {
        let (_folder, path) = place();
        let store = store(&path).await;
        for _ in 0..3 {
            store.check_writable().await.unwrap();
        }
        assert_eq!(store.setting("store.room").await.unwrap(), None);
        assert_eq!(store.setting("store.checks").await.unwrap().as_deref(), Some("3"));
    }
}

mod dying {
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
}

mod refusing {
    use super::*;

    /// What opening says, with the folder's name taken out.
    async fn refusal(url: &str, folder: &TempDir) -> String {
        let error = SqliteStore::open_with(url, IMPATIENT).await.expect_err(url);
        error.to_string().replace(folder.path().to_str().unwrap(), "FOLDER")
    }

    #[tokio::test]
    async fn addresses_that_name_no_file() {
        let (folder, _) = place();
        insta::assert_snapshot!(refusal("", &folder).await, @"the store  can't be opened: no file is named; name one, for example sqlite:counteroffer.db");
        insta::assert_snapshot!(refusal("sqlite::memory:", &folder).await, @"the store sqlite::memory: can't be opened: nothing would survive a restart; name a file, for example sqlite:counteroffer.db");
        insta::assert_snapshot!(refusal("postgres://me:secret@host/db", &folder).await, @"the store postgres://… can't be opened: only SQLite is supported; name a file, for example sqlite:counteroffer.db");
        insta::assert_snapshot!(refusal("sqlite:a.db?colour=red", &folder).await, @"the store sqlite:a.db?colour=red can't be opened: its options are not known; leave them out");
    }

    #[tokio::test]
    async fn places_that_hold_no_file() {
        let (folder, path) = place();
        let missing = folder.path().join("missing/store.db");
        insta::assert_snapshot!(refusal(missing.to_str().unwrap(), &folder).await, @"the store FOLDER/missing/store.db can't be opened: there is no folder FOLDER/missing; create it first");
        insta::assert_snapshot!(refusal(folder.path().to_str().unwrap(), &folder).await, @"the store FOLDER can't be opened: it is a folder; name a file in it");
        assert!(!path.exists());
    }

    #[cfg(target_os = "linux")]
    #[tokio::test]
    async fn a_folder_where_nothing_can_be_created() {
        let (folder, _) = place();
        let said = refusal("/proc/store.db", &folder).await;
        assert!(said.starts_with("the store /proc/store.db can't be opened: the file can't be created ("), "{said}");
    }

    #[tokio::test]
    async fn files_of_another_kind_are_left_as_they_are() {
        let (folder, path) = place();
        let text = "offers, but as a table of a spreadsheet\n".repeat(200);
        std::fs::write(&path, &text).unwrap();
        insta::assert_snapshot!(refusal(path.to_str().unwrap(), &folder).await, @"the store FOLDER/store.db can't be opened: it is not a SQLite database");
        assert_eq!(std::fs::read_to_string(&path).unwrap(), text);
    }

    #[tokio::test]
    async fn the_database_of_another_program_is_left_as_it_is() {
        let (folder, path) = place();
        let mut other = other_program(&path).await;
        run(&mut other, "CREATE TABLE bookmarks (id INTEGER PRIMARY KEY)").await;
        other.close().await.unwrap();
        let before = std::fs::read(&path).unwrap();
        insta::assert_snapshot!(refusal(path.to_str().unwrap(), &folder).await, @"the store FOLDER/store.db can't be opened: it is the database of another program; name another file");
        assert_eq!(std::fs::read(&path).unwrap(), before);
    }

    #[tokio::test]
    async fn a_newer_schema_is_left_as_it_is() {
        let (folder, path) = place();
        store(&path).await.close().await.unwrap();
        let mut newer = other_program(&path).await;
        run(&mut newer, "UPDATE _sqlx_migrations SET version = 99991231000001").await;
        newer.close().await.unwrap();
        let before = std::fs::read(&path).unwrap();
        let error = SqliteStore::open(path.to_str().unwrap()).await.unwrap_err();
        assert!(matches!(error, StoreError::Newer { .. }), "{error}");
        insta::assert_snapshot!(refusal(path.to_str().unwrap(), &folder).await, @"the store FOLDER/store.db was written by a newer version of this program; update it, or point DATABASE_URL at another file");
        assert_eq!(std::fs::read(&path).unwrap(), before);
    }

    #[tokio::test]
    async fn a_schema_that_was_tampered_with() {
        let (folder, path) = place();
        store(&path).await.close().await.unwrap();
        let mut other = other_program(&path).await;
        run(&mut other, "UPDATE _sqlx_migrations SET checksum = x'00'").await;
        other.close().await.unwrap();
        insta::assert_snapshot!(refusal(path.to_str().unwrap(), &folder).await, @"the store FOLDER/store.db can't be opened: its schema is not one that this program made; restore a backup or name another file");
    }

    #[tokio::test]
    async fn a_file_that_may_only_be_read() {
        let (folder, path) = place();
        store(&path).await.close().await.unwrap();
        let url = format!("sqlite:{}?mode=ro", path.display());
        insta::assert_snapshot!(refusal(&url, &folder).await, @"the store FOLDER/store.db can't be opened: it is read-only for this program; allow writing to the file and its folder");
    }

    #[cfg(unix)]
    #[tokio::test]
    async fn a_file_or_a_folder_without_permission_to_write() {
        use std::os::unix::fs::PermissionsExt as _;
        let (folder, path) = place();
        store(&path).await.close().await.unwrap();
        let permit = |path: &Path, mode| std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)).unwrap();
        for (file, within) in [(0o444, 0o755), (0o600, 0o555), (0o000, 0o755)] {
            permit(&path, file);
            permit(folder.path(), within);
            // Root may write all the same.
            let root = std::fs::File::create(folder.path().join(format!("{file:o}"))).is_ok()
                && std::fs::OpenOptions::new().append(true).open(&path).is_ok();
            let opened = SqliteStore::open_with(path.to_str().unwrap(), IMPATIENT).await;
            assert_eq!(opened.is_ok(), root, "{file:o} in {within:o}: {:?}", opened.err());
            permit(folder.path(), 0o755);
        }
    }

    #[tokio::test]
    async fn a_file_that_another_program_holds() {
        let (folder, path) = place();
        store(&path).await.close().await.unwrap();
        let mut other = other_program(&path).await;
        run(&mut other, "BEGIN IMMEDIATE").await;
        insta::assert_snapshot!(refusal(path.to_str().unwrap(), &folder).await, @"the store FOLDER/store.db can't be opened: another program holds it locked");
        run(&mut other, "ROLLBACK").await;
        assert_eq!(document(&store(&path).await, 7).await, None);
    }
}

mod migrating {
    use super::*;

    #[test]
    fn every_migration_is_in_the_binary_and_goes_forward_only() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("migrations");
        let is_migration = |entry: &std::fs::DirEntry| entry.path().extension().is_some_and(|end| end == "sql");
        let files = std::fs::read_dir(folder).unwrap().filter(|entry| is_migration(entry.as_ref().unwrap())).count();
        assert_eq!(
            MIGRATOR.iter().count(),
            files,
            "build again after adding a migration: touch src/store/sqlite/opening.rs"
        );
        assert!(MIGRATOR.iter().all(|migration| !migration.migration_type.is_down_migration()));
    }

    #[tokio::test]
    async fn opening_that_broke_off_before_the_first_migration_goes_on() {
        let (_folder, path) = place();
        let mut other = other_program(&path).await;
        run(
            &mut other,
            "CREATE TABLE _sqlx_migrations (version BIGINT PRIMARY KEY, description TEXT NOT NULL, \
             installed_on TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP, success BOOLEAN NOT NULL, \
             checksum BLOB NOT NULL, execution_time BIGINT NOT NULL)",
        )
        .await;
        other.close().await.unwrap();
        let store = store(&path).await;
        assert_eq!(store.commit(UserId(7), answers(NOVEMBER, "one")).await.unwrap(), Committed::Done);
    }
}

/// `cargo test --lib store::sqlite::tests::speed -- --ignored --nocapture`
mod speed {
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
}
