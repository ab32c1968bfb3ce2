//! A conversation in the terminal over the same door as Discord's.

use std::collections::BTreeMap;
use std::io::{BufRead, Result, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::tz::TimeZone;
use textwrap::core::display_width;

use super::file::opened;
use super::terminal::{
    Asked, Door, Folder, FormLine, HOW_TO_LEAVE, Line, Lines, LongStep, LongText, NotUnderstood, Screen, Typed, View,
    group, needed, question, read, read_short, render, usage,
};
use crate::app::{Body, Command, OptionKind};
use crate::reply::{Card, File, Form, Press, Reply, TextInput, Verb};

/// What a person can do besides what a pipe can.
const EDITING: &str = "Tab completes commands and their values, the arrow keys bring back what you typed.";
/// How it becomes a bot.
const AS_A_BOT: &str = "To run it as a Discord bot: create an application at https://discord.com/developers/applications, open its page \
     \"Bot\", press \"Reset Token\", and start this again with DISCORD_TOKEN=the token.";

/// Columns left for what is typed behind a question.
const ROOM_TO_TYPE: usize = 20;

/// What a terminal says first.
fn introduction(store: &Path) -> String {
    format!(
        "This is Counteroffer in your terminal. Write an answer, the number of a button, or a command such as /help. \
         Everything is kept in {}, the same file as the bot's. Ctrl-D or /quit ends; your answers stay.",
        store.display()
    )
}

/// A conversation: where lines come from and go to, and what is on the screen.
pub(super) struct Chat<R, W> {
    /// What answers.
    pub door: Arc<Door>,
    /// Where lines come from.
    pub lines: Lines<R>,
    /// Where cards go.
    pub output: W,
    /// Where files go.
    pub folder: Folder,
    /// The file that everything is kept in.
    pub store: PathBuf,
    /// Columns of the terminal, at any moment.
    pub columns: fn() -> usize,
    /// Whose days are shown.
    pub zone: TimeZone,
}

/// What is to be done before the next line is asked for.
enum Next {
    Request(Body),
    /// A line that left a form.
    Line(String),
}

/// How a form ended.
enum Filled {
    HandedIn(Body),
    /// Left, with the command that left it.
    Left(Option<String>),
}

/// Talks until the input ends.
pub(super) async fn chat<R: BufRead, W: Write>(chat: Chat<R, W>) -> Result<()> {
    let mut talk = Talk { chat, screen: Screen::default() };
    talk.introduce()?;
    let mut next = Some(Next::Request(Body::Arrived));
    let mut interrupted = false;
    loop {
        let body = match next.take() {
            Some(Next::Request(body)) => Some(body),
            Some(Next::Line(line)) => match talk.read(&line).await? {
                None => return Ok(()),
                Some(body) => body,
            },
            None => match talk.next("> ", Asked::Anything).await? {
                Typed::Interrupt if !interrupted => {
                    interrupted = true;
                    talk.say("Ctrl-C once more ends, and so do Ctrl-D and /quit; your answers stay.")?;
                    None
                }
                Typed::End | Typed::Interrupt => return Ok(()),
                Typed::Line(line) => {
                    interrupted = false;
                    next = Some(Next::Line(line));
                    None
                }
            },
        };
        if let Some(body) = body {
            next = talk.answer(body).await?;
        }
    }
}

/// A conversation under way.
struct Talk<R, W> {
    chat: Chat<R, W>,
    screen: Screen,
}

impl<R: BufRead, W: Write> Talk<R, W> {
    fn view(&self) -> View {
        View::new((self.chat.columns)(), self.chat.door.now(), self.chat.zone.clone())
    }

    fn introduce(&mut self) -> Result<()> {
        let introduction = introduction(&self.chat.store);
        self.say(&introduction)?;
        if matches!(self.chat.lines, Lines::Terminal(_)) {
            self.say(EDITING)?;
        }
        let text = self.view().text(AS_A_BOT);
        writeln!(self.chat.output, "{text}")
    }

    async fn next(&mut self, prompt: &str, asked: Asked) -> Result<Typed> {
        self.chat.lines.next(prompt, asked, &mut self.chat.output).await
    }

    /// Says a paragraph.
    fn say(&mut self, text: &str) -> Result<()> {
        let text = self.view().text(text);
        writeln!(self.chat.output, "{text}\n")
    }

    /// Says what is no card of the app's: the numbers of the last one stay good.
    fn say_card(&mut self, card: &Card) -> Result<()> {
        let (text, _) = render(card, &self.view());
        writeln!(self.chat.output, "\n{text}\n")
    }

    /// Reads a line: a request, `None` inside where it has none, or `None` to end.
    async fn read(&mut self, line: &str) -> Result<Option<Option<Body>>> {
        let line = line.trim();
        if line.is_empty() {
            return Ok(Some(None));
        }
        match read(line, &self.screen) {
            Ok(Line::Request(body)) => return Ok(Some(Some(body))),
            Ok(Line::End) => return Ok(None),
            Ok(Line::Write { name, text }) => self.write(&name, text.as_bytes())?,
            Err(NotUnderstood::Usage(command)) => {
                let known = self.known(command).await;
                self.say_card(&usage(command, &known))?;
            }
            Err(NotUnderstood::Group(name)) => self.say_card(&group(name))?,
            Err(problem) => self.say(&problem.to_string())?,
        }
        Ok(Some(None))
    }

    /// What the needed options of a command can be, as far as there is a list.
    async fn known(&self, command: Command) -> BTreeMap<&'static str, Vec<String>> {
        let mut known = BTreeMap::new();
        for option in command.options().iter().filter(|option| option.required) {
            if let OptionKind::Completed(_) = option.kind {
                let body = Body::Complete { command, option: option.name.to_owned(), typed: String::new() };
                if let Reply::Suggest(suggestions) = self.chat.door.ask(body).await
                    && !suggestions.is_empty()
                {
                    known.insert(option.name, suggestions.into_iter().map(|suggestion| suggestion.value).collect());
                }
            }
        }
        known
    }

    /// Answers a request.
    async fn answer(&mut self, body: Body) -> Result<Option<Next>> {
        let body = opened(body).await;
        let forgets = matches!(&body, Body::Submit(Press { action, .. }, _) if action.verb == Verb::Forget);
        let reply = self.chat.door.ask(body).await;
        if forgets {
            self.chat.lines.forget();
        }
        match reply {
            Reply::Show(card) | Reply::Update(card) | Reply::Direct { card, .. } => self.show(&card)?,
            Reply::Form(form) => match self.fill(&form).await? {
                Filled::HandedIn(body) => return Ok(Some(Next::Request(body))),
                Filled::Left(command) => {
                    self.say("You left the form; nothing of it is kept.")?;
                    return Ok(command.map(Next::Line));
                }
            },
            Reply::Suggest(_) | Reply::Nothing => {}
        }
        Ok(None)
    }

    fn show(&mut self, card: &Card) -> Result<()> {
        let (text, controls) = render(card, &self.view());
        writeln!(self.chat.output, "\n{text}\n")?;
        self.screen.show(controls);
        for File { name, content, .. } in &card.files {
            self.write(name, content)?;
        }
        Ok(())
    }

    /// Writes a file and names its path, whole and on a line of its own.
    fn write(&mut self, name: &str, content: &[u8]) -> Result<()> {
        match self.chat.folder.write(name, content) {
            Ok(written) => {
                let says = self.view().text(written.says());
                writeln!(self.chat.output, "{says}\n{}\n", written.path.display())
            }
            Err(error) => self.say(&format!(
                "I could not write the file {name}: {error}. Start me with --files FOLDER to have files in another folder."
            )),
        }
    }

    /// Asks for each input of a form.
    async fn fill(&mut self, form: &Form) -> Result<Filled> {
        let title = self.view().text(&format!("── {} ──", form.title));
        writeln!(self.chat.output, "\n{title}")?;
        self.say(HOW_TO_LEAVE)?;
        let mut texts = BTreeMap::new();
        for input in &form.inputs {
            let asked = if input.long { self.ask_long(input).await? } else { self.ask_short(input).await? };
            match asked {
                Ok(text) => texts.insert(input.key.clone(), text),
                Err(ended) => return Ok(ended),
            };
        }
        Ok(Filled::HandedIn(Body::Submit(form.press.clone(), texts)))
    }

    /// Asks for a text of one line, until it is one or the form ends.
    async fn ask_short(&mut self, input: &TextInput) -> Result<std::result::Result<String, Filled>> {
        let question = question(input);
        loop {
            let prompt = self.prompt(&question)?;
            let line = match self.next(&prompt, Asked::Input).await? {
                Typed::Line(line) => line.replace('\n', " "),
                Typed::Interrupt | Typed::End => return Ok(Err(Filled::Left(None))),
            };
            match read_short(&line, input) {
                FormLine::Text(text) => return Ok(Ok(text)),
                FormLine::Leave => return Ok(Err(Filled::Left(None))),
                FormLine::Command(command) => return Ok(Err(Filled::Left(Some(command)))),
                FormLine::Nothing => self.say(&needed(input))?,
                FormLine::NoCommand => self.say("There is no such command. Write the answer, or \"cancel\".")?,
            }
        }
    }

    /// A question in front of what is typed; above it where there would be no room beside.
    fn prompt(&mut self, question: &str) -> Result<String> {
        let view = self.view();
        if display_width(question) + ROOM_TO_TYPE <= view.width {
            return Ok(format!("{question}: "));
        }
        writeln!(self.chat.output, "{}", view.text(&format!("{question}:")))?;
        Ok("> ".into())
    }

    /// Asks for a text of several lines.
    async fn ask_long(&mut self, input: &TextInput) -> Result<std::result::Result<String, Filled>> {
        let question = self.view().text(&format!("{}:", question(input)));
        writeln!(self.chat.output, "{question}")?;
        let mut text = LongText::default();
        loop {
            match self.next("| ", Asked::Input).await? {
                Typed::End if !text.is_empty() => break,
                Typed::Interrupt | Typed::End => return Ok(Err(Filled::Left(None))),
                Typed::Line(line) => match text.take(&line) {
                    LongStep::More => {}
                    LongStep::Done => break,
                    LongStep::Leave(command) => return Ok(Err(Filled::Left(command))),
                },
            }
        }
        let text = text.text();
        let text = if text.trim().is_empty() { input.value.clone() } else { text };
        Ok(Ok(text.chars().take(usize::from(input.longest)).collect()))
    }
}
