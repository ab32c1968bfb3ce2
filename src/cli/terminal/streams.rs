//! Where lines come from: a pipe, or a person at a terminal with line editing, history and completion.

use std::io::{BufRead, Write};
use std::sync::Arc;

use rustyline::completion::{Completer, Pair};
use rustyline::error::ReadlineError;
use rustyline::highlight::Highlighter;
use rustyline::hint::Hinter;
use rustyline::history::MemHistory;
use rustyline::validate::Validator;
use rustyline::{CompletionType, Config, Context, Editor, Helper};
use tokio::runtime::Handle;

use super::completion::{Candidate, Typing, typing};
use super::door::Door;
use crate::app::Body;
use crate::reply::Reply;

/// What came of asking for a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::cli) enum Typed {
    /// A line, or several that were pasted at once.
    Line(String),
    /// Ctrl-C.
    Interrupt,
    /// The input has ended.
    End,
}

/// What is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::cli) enum Asked {
    /// Anything: commands are completed and what is typed can be called back.
    Anything,
    /// An input of a form.
    Input,
}

/// Where lines come from.
pub(in crate::cli) enum Lines<R> {
    /// A pipe or a file.
    Piped(R),
    /// A person.
    Terminal(Box<Person>),
}

/// A person at a terminal.
pub(in crate::cli) struct Person {
    /// Away while a line is being typed.
    editor: Option<Editor<Completion, MemHistory>>,
}

impl<R: BufRead> Lines<R> {
    /// Asks for a line behind a prompt.
    pub(in crate::cli) async fn next(
        &mut self,
        prompt: &str,
        asked: Asked,
        output: &mut impl Write,
    ) -> std::io::Result<Typed> {
        match self {
            Self::Piped(input) => {
                write!(output, "{prompt}")?;
                output.flush()?;
                let mut bytes = Vec::new();
                if input.read_until(b'\n', &mut bytes)? == 0 {
                    writeln!(output)?;
                    return Ok(Typed::End);
                }
                Ok(Typed::Line(String::from_utf8_lossy(&bytes).trim_end_matches(['\n', '\r']).to_owned()))
            }
            Self::Terminal(person) => {
                output.flush()?;
                person.next(prompt, asked).await
            }
        }
    }

    /// Forgets the lines that could be called back.
    pub(in crate::cli) fn forget(&mut self) {
        if let Self::Terminal(person) = self
            && let Some(editor) = &mut person.editor
        {
            // In memory, where clearing can't fail.
            editor.clear_history().ok();
        }
    }
}

impl Person {
    /// A person at the terminal of this process. Lines that can be called back are kept in memory only: they hold pay,
    /// and `/forget` would not reach a file.
    pub(in crate::cli) fn at_the_terminal(door: Arc<Door>) -> std::io::Result<Self> {
        let config = Config::builder().completion_type(CompletionType::List).auto_add_history(false).build();
        let history = MemHistory::with_config(&config);
        let mut editor = Editor::with_history(config, history).map_err(into_io)?;
        editor.set_helper(Some(Completion { door, runtime: Handle::current(), asked: Asked::Anything }));
        Ok(Self { editor: Some(editor) })
    }

    async fn next(&mut self, prompt: &str, asked: Asked) -> std::io::Result<Typed> {
        let Some(mut editor) = self.editor.take() else { return Ok(Typed::End) };
        let prompt = prompt.to_owned();
        // On a thread of its own: completion asks the door while the line is being typed.
        let typing = tokio::task::spawn_blocking(move || {
            if let Some(helper) = editor.helper_mut() {
                helper.asked = asked;
            }
            let line = editor.readline(&prompt);
            if let (Ok(line), Asked::Anything) = (&line, asked) {
                editor.add_history_entry(line.trim()).ok();
            }
            (editor, line)
        });
        let (editor, line) = typing.await.map_err(std::io::Error::other)?;
        self.editor = Some(editor);
        match line {
            Ok(line) => Ok(Typed::Line(line)),
            Err(ReadlineError::Interrupted | ReadlineError::Signal(_)) => Ok(Typed::Interrupt),
            Err(ReadlineError::Eof) => Ok(Typed::End),
            Err(error) => Err(into_io(error)),
        }
    }
}

fn into_io(error: ReadlineError) -> std::io::Error {
    match error {
        ReadlineError::Io(error) => error,
        other => std::io::Error::other(other),
    }
}

/// Completes commands and their options.
struct Completion {
    door: Arc<Door>,
    runtime: Handle,
    asked: Asked,
}

impl Completer for Completion {
    type Candidate = Pair;

    fn complete(&self, line: &str, pos: usize, _: &Context<'_>) -> rustyline::Result<(usize, Vec<Pair>)> {
        let (start, candidates) = match (self.asked, typing(&line[..pos])) {
            (Asked::Input, _) | (Asked::Anything, Typing::Words) => (pos, Vec::new()),
            (Asked::Anything, Typing::Command(candidates)) => (0, candidates),
            (Asked::Anything, Typing::Choice { start, candidates }) => (start, candidates),
            (Asked::Anything, Typing::Value { command, option, typed, start }) => {
                let body = Body::Complete { command, option: option.to_owned(), typed };
                let candidates = match self.runtime.block_on(self.door.ask(body)) {
                    Reply::Suggest(suggestions) => suggestions.into_iter().map(Candidate::suggested).collect(),
                    Reply::Nothing | Reply::Show(_) | Reply::Update(_) | Reply::Form(_) | Reply::Direct { .. } => {
                        Vec::new()
                    }
                };
                (start, candidates)
            }
        };
        let pairs =
            candidates.into_iter().map(|Candidate { label, filled }| Pair { display: label, replacement: filled });
        Ok((start, pairs.collect()))
    }
}

impl Hinter for Completion {
    type Hint = String;
}
impl Highlighter for Completion {}
impl Validator for Completion {}
impl Helper for Completion {}
