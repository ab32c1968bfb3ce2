//! A conversation in the terminal over the same door as Discord's.

use std::collections::BTreeMap;
use std::io::{BufRead, Write};
use std::sync::Arc;

use jiff::Timestamp;

use super::file::opened;
use super::terminal::{Shown, render};
use crate::app::{App, Body, Command, Options, Request, Venue};
use crate::reply::{Form, Reply};
use crate::user::UserId;
use crate::words::Locale;

/// The one user of a terminal.
const USER: UserId = UserId(1);

/// What a terminal says first.
const INTRODUCTION: &str =
    "This is Counteroffer in your terminal. Write an answer, the number of a button, or a command such as /help.
Everything is kept in the same store as the bot's. Ctrl-D ends; your answers stay.

To run it as a Discord bot: create an application at https://discord.com/developers/applications,
open its page \"Bot\", press \"Reset Token\", and start this again with DISCORD_TOKEN=the token.
";

/// Talks until the input ends.
pub(super) async fn chat(
    app: Arc<App>,
    mut input: impl BufRead,
    mut output: impl Write,
    clock: impl Fn() -> Timestamp,
) -> std::io::Result<()> {
    writeln!(output, "{INTRODUCTION}")?;
    let mut shown = Vec::new();
    let mut last = 0;
    let mut next = Some(Body::Command { command: Command::OfferStart, options: Options::default() });
    loop {
        let body = match next.take() {
            Some(body) => body,
            None => match ask(&mut input, &mut output, "> ")? {
                None => return Ok(()),
                Some(line) if line.trim().is_empty() => continue,
                Some(line) => match read(line.trim(), &shown) {
                    Ok(body) => body,
                    Err(problem) => {
                        writeln!(output, "{problem}\n")?;
                        continue;
                    }
                },
            },
        };
        let body = opened(body).await;
        let now = clock();
        // Rising with time across restarts, as the store does each id once.
        last = u64::try_from(now.as_microsecond()).unwrap_or_default().max(last + 1);
        let request = Request {
            id: last,
            user: USER,
            venue: Venue::Direct,
            direct_channel: None,
            locale: Locale::default(),
            body,
        };
        match app.handle(request, now).await {
            Reply::Show(card) | Reply::Update(card) | Reply::Direct { card, .. } => {
                let (text, controls) = render(&card);
                writeln!(output, "\n{text}\n")?;
                shown = controls;
            }
            Reply::Form(form) => next = fill(&form, &mut input, &mut output)?,
            Reply::Suggest(_) | Reply::Nothing => {}
        }
    }
}

fn ask(input: &mut impl BufRead, output: &mut impl Write, prompt: &str) -> std::io::Result<Option<String>> {
    write!(output, "{prompt}")?;
    output.flush()?;
    let mut bytes = Vec::new();
    if input.read_until(b'\n', &mut bytes)? == 0 {
        writeln!(output)?;
        return Ok(None);
    }
    Ok(Some(String::from_utf8_lossy(&bytes).trim_end_matches(['\n', '\r']).to_owned()))
}

/// Asks for several lines, up to one that holds a full stop alone; `None` when the input ends
/// before any.
fn ask_long(label: &str, input: &mut impl BufRead, output: &mut impl Write) -> std::io::Result<Option<String>> {
    writeln!(output, "{label} (several lines; end with a line that holds only a full stop):")?;
    let mut lines: Vec<String> = Vec::new();
    loop {
        match ask(input, output, "| ")? {
            None if lines.is_empty() => return Ok(None),
            Some(line) if line.trim() != "." => lines.push(line),
            _ => return Ok(Some(lines.join("\n"))),
        }
    }
}

/// Asks for each input of a form; `None` when the input ends before the form does.
fn fill(form: &Form, input: &mut impl BufRead, output: &mut impl Write) -> std::io::Result<Option<Body>> {
    writeln!(output, "\n── {} ──", form.title)?;
    let mut texts = BTreeMap::new();
    for field in &form.inputs {
        let given = if field.value.is_empty() { &field.example } else { &field.value };
        let hint = match (field.value.is_empty(), field.required) {
            (true, true) => format!("for example {given}"),
            (true, false) => format!("for example {given}; Enter for none"),
            (false, _) => format!("Enter keeps {given}"),
        };
        let asked = if field.long {
            ask_long(&field.label, input, output)?
        } else {
            ask(input, output, &format!("{} ({hint}): ", field.label))?
        };
        let Some(text) = asked else { return Ok(None) };
        let text = if text.trim().is_empty() { field.value.clone() } else { text };
        texts.insert(field.key.clone(), text.chars().take(usize::from(field.longest)).collect());
    }
    Ok(Some(Body::Submit(form.press.clone(), texts)))
}

/// Why a line is no request: a sentence with its fix.
#[derive(Debug, thiserror::Error)]
enum NotUnderstood {
    #[error("There is no such command; /help lists them.")]
    NoCommand,
    #[error("{}", usage(*.0))]
    Usage(Command),
    #[error("{option} takes one of {choices}.")]
    Choice { option: &'static str, choices: String },
}

/// A line as a request: a number presses what stands under it, a slash starts a command,
/// anything else is words.
fn read(line: &str, shown: &[Shown]) -> Result<Body, NotUnderstood> {
    if let Some(control) =
        line.parse::<usize>().ok().and_then(|number| number.checked_sub(1)).and_then(|index| shown.get(index))
    {
        return Ok(match control.clone() {
            Shown::Button(press) => Body::Press(press),
            Shown::Option(press, value) => Body::Choose(press, value),
        });
    }
    match line.strip_prefix('/') {
        Some(command) => read_command(command),
        None => Ok(Body::Words(line.to_owned())),
    }
}

fn read_command(line: &str) -> Result<Body, NotUnderstood> {
    let (command, rest) = Command::at_start_of(line).ok_or(NotUnderstood::NoCommand)?;
    let mut options: BTreeMap<&str, String> = BTreeMap::new();
    let mut unnamed = command.options().iter();
    for word in words(rest) {
        let named = word.split_once(':').and_then(|(name, value)| Some((command.option(name)?.name, value)));
        if let Some((name, value)) = named {
            options.insert(name, value.to_owned());
        } else if let Some(option) = unnamed.find(|option| !options.contains_key(option.name)) {
            options.insert(option.name, word);
        } else {
            return Err(NotUnderstood::Usage(command));
        }
    }
    if command.options().iter().any(|option| option.required && !options.contains_key(option.name)) {
        return Err(NotUnderstood::Usage(command));
    }
    for option in command.options() {
        if let (Some(choices), Some(value)) = (option.kind.choices(), options.get_mut(option.name)) {
            match choices.iter().find(|choice| choice.eq_ignore_ascii_case(value)) {
                Some(choice) => (*choice).clone_into(value),
                None => return Err(NotUnderstood::Choice { option: option.name, choices: choices.join(", ") }),
            }
        }
    }
    Ok(Body::Command { command, options: options.into_iter().collect() })
}

fn usage(command: Command) -> String {
    let options: Vec<String> = command
        .options()
        .iter()
        .map(|option| if option.required { option.name.to_owned() } else { format!("[{}]", option.name) })
        .collect();
    format!("/{command} takes {}; a value with spaces goes in \"quotes\", or write name:value.", options.join(" "))
}

/// Words at spaces; quotes hold a word together.
fn words(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word = String::new();
    let mut quoted = false;
    for c in text.chars() {
        match c {
            '"' => quoted = !quoted,
            ' ' if !quoted => {
                if !word.is_empty() {
                    words.push(std::mem::take(&mut word));
                }
            }
            other => word.push(other),
        }
    }
    if !word.is_empty() {
        words.push(word);
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(line: &str, expected: &str) {
        let read = match read(line, &[]) {
            Ok(Body::Command { command, options }) => {
                let options: Vec<String> = options.iter().map(|(name, value)| format!("{name}={value}")).collect();
                format!("/{command} {}", options.join(" "))
            }
            Ok(Body::Words(words)) => format!("words {words}"),
            Ok(other) => format!("{other:?}"),
            Err(problem) => problem.to_string(),
        };
        assert_eq!(read, expected, "{line}");
    }

    #[test]
    fn a_long_input_takes_lines_until_a_full_stop() {
        let read = |text: &str| {
            let mut output = Vec::new();
            ask_long("Letter", &mut text.as_bytes(), &mut output).expect("memory reads")
        };
        assert_eq!(read("Dear Sam,\n\nBase: 185k.\n.\nmore"), Some("Dear Sam,\n\nBase: 185k.".into()));
        assert_eq!(read("Dear Sam,"), Some("Dear Sam,".into()));
        assert_eq!(read(""), None);
    }

    #[test]
    fn lines_become_commands_or_words() {
        check("185k", "words 185k");
        check("/help", "/help ");
        check("/bands l6 \"Bay Area\"", "/bands level=L6 location=Bay Area");
        check("/bands location:sf level:L7", "/bands level=L7 location=sf");
        check("/bands L6", "/bands takes level location; a value with spaces goes in \"quotes\", or write name:value.");
        check("/bands L5 sf", "/bands level=L5 location=sf");
        check("/bands L9 sf", "level takes one of L4, L5, L6, L7, L8, L10.");
        check("/dance", "There is no such command; /help lists them.");
        check(
            "/offer quick L6 Seattle 200k 90k 60k 400k",
            "/offer quick base=200k level=L6 location=Seattle rsu=400k sign_on_1=90k sign_on_2=60k",
        );
    }
}
