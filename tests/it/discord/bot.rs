//! The bot, run in this process or as the program it is built into.

use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::Arc;

use counteroffer::Config;
use counteroffer::Store;
use counteroffer::{Door, StartError, run_until};
use tokio::sync::oneshot;
use tokio::task::JoinHandle;

use super::{Fake, TOKEN};

/// What the environment says in tests: the fake's address and token.
pub fn config(fake: &Fake) -> Config {
    let base = fake.base();
    let config = Config::read(|name| match name {
        "DISCORD_TOKEN" => Some(TOKEN.to_owned()),
        "DISCORD_API_BASE" => Some(base.clone()),
        _ => None,
    });
    // What runs here is the tests, which take no file apart.
    Config { reads_files: Some(env!("CARGO_BIN_EXE_counteroffer").into()), ..config.expect("a configuration") }
}

/// The bot as a task of this process.
pub struct Bot {
    stop: oneshot::Sender<()>,
    task: JoinHandle<Result<(), StartError>>,
}

impl Bot {
    /// Starts the bot and waits until it is connected.
    pub async fn start<D: Door>(fake: &Fake, config: Config, door: Arc<D>, store: Arc<dyn Store>) -> Self {
        let before = fake.world().sessions;
        let bot = Self::launch(config, door, store);
        fake.connected(before + 1).await;
        bot
    }

    /// Starts the bot and doesn't wait.
    pub fn launch<D: Door>(config: Config, door: Arc<D>, store: Arc<dyn Store>) -> Self {
        let (stop, stopped) = oneshot::channel::<()>();
        let task = tokio::spawn(async move { run_until(&config, door, store, async { drop(stopped.await) }).await });
        Self { stop, task }
    }

    /// Stops the bot as a signal would, and returns how it ended.
    pub async fn stop(self) -> Result<(), StartError> {
        drop(self.stop);
        self.task.await.expect("no panic")
    }

    /// How the bot ends by itself.
    pub async fn end(self) -> Result<(), StartError> {
        let ended = self.task.await.expect("no panic");
        drop(self.stop);
        ended
    }
}

/// The bot as a process of its own.
pub struct Process {
    child: Option<Child>,
    database: PathBuf,
}

impl Process {
    /// Starts the program on a database and waits until it is connected.
    pub async fn start(fake: &Fake, database: &Path) -> Self {
        let before = fake.world().sessions;
        let process = Self::launch(fake, database);
        fake.connected(before + 1).await;
        process
    }

    /// Starts the program and doesn't wait.
    pub fn launch(fake: &Fake, database: &Path) -> Self {
        let child = Command::new(env!("CARGO_BIN_EXE_counteroffer"))
            .env("DISCORD_TOKEN", TOKEN)
            .env("DISCORD_API_BASE", fake.base())
            .env("DATABASE_URL", format!("sqlite://{}", database.display()))
            .env_remove("RUST_LOG")
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::inherit())
            .spawn()
            .expect("the program");
        Self { child: Some(child), database: database.to_owned() }
    }

    /// Kills the process where it stands and starts it again on the same database.
    pub async fn kill_and_restart(mut self, fake: &Fake) -> Self {
        self.kill();
        fake.disconnected().await;
        Self::start(fake, &self.database.clone()).await
    }

    /// Kills the process where it stands.
    pub fn kill(&mut self) {
        if let Some(mut child) = self.child.take() {
            child.kill().expect("a process");
            child.wait().expect("an end");
        }
    }

    /// Asks the process to end (SIGTERM) and returns how it did.
    pub async fn terminate(mut self) -> ExitStatus {
        let child = self.child.take().expect("a process");
        let asked = Command::new("kill").args(["-TERM", &child.id().to_string()]).status().expect("kill");
        assert!(asked.success());
        end_of(child).await
    }

    /// Waits for the process to end by itself.
    pub async fn end(mut self) -> ExitStatus {
        end_of(self.child.take().expect("a process")).await
    }
}

/// Waits apart: the fake answers on this thread.
async fn end_of(mut child: Child) -> ExitStatus {
    tokio::task::spawn_blocking(move || child.wait().expect("an end")).await.expect("no panic")
}

impl Drop for Process {
    fn drop(&mut self) {
        self.kill();
    }
}
