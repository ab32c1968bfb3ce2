//! Commands as people write them in direct messages: with the slash as text, without it, or as the label of a button.
//!
//! Owns which words stand for a command. Must not know what is awaited: whether a word is rather an answer is for
//! `talk` to say.

use super::{Command, OptionKind, Options};

/// A command that a message is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Spoken {
    /// Which.
    pub command: Command,
    /// With what.
    pub options: Options,
    /// How it was named.
    pub named: Named,
}

/// How a command was named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Named {
    /// By one word, which may as well be an answer to something: `tax`.
    ByWord,
    /// By several words that say nothing else: `show my offer`.
    ByPhrase,
    /// By a word with the name of what is wanted behind it: `script base`.
    WithName,
}

/// A message that begins with a slash.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Slashed {
    /// A command, with its options.
    Command(Command, Options),
    /// A command that needs to be told more.
    Incomplete(Command),
    /// No command.
    Unknown,
}

/// The most command names suggested for one that is not known.
const MOST_NEAR: usize = 3;

/// The command that a message without a slash is.
pub(crate) fn read(text: &str) -> Option<Spoken> {
    let plain = plain(text);
    let whole = |command: &Command| wordings(*command).contains(&plain.as_str());
    if let Some(command) = Command::ALL.iter().copied().find(whole) {
        let named = if plain.contains(' ') { Named::ByPhrase } else { Named::ByWord };
        return Some(Spoken { command, options: Options::default(), named });
    }
    let (first, rest) = plain.split_once(' ')?;
    let named = |command: &Command| names_one(*command) && wordings(*command).contains(&first);
    let command = Command::ALL.iter().copied().find(named)?;
    let options = options_of(command, rest)?;
    Some(Spoken { command, options, named: Named::WithName })
}

/// What a message with a slash in front is; `None` without one.
pub(crate) fn read_slashed(text: &str) -> Option<Slashed> {
    let typed = text.trim().strip_prefix('/')?.trim();
    if let Some((command, rest)) = Command::at_start_of(&lower_first(typed)) {
        // The options as they were typed: a name may have capital letters.
        let rest = &typed[typed.len() - rest.len()..];
        let options = if rest.is_empty() { Some(Options::default()) } else { options_of(command, rest) };
        return Some(match options {
            Some(options) if is_enough(command, &options) => Slashed::Command(command, options),
            _ => Slashed::Incomplete(command),
        });
    }
    Some(match read(typed) {
        Some(Spoken { command, options, .. }) if is_enough(command, &options) => Slashed::Command(command, options),
        Some(Spoken { command, .. }) => Slashed::Incomplete(command),
        None => Slashed::Unknown,
    })
}

/// The commands whose names are nearest to what was typed, with their slash; none where nothing is near.
pub(crate) fn near(text: &str) -> Vec<String> {
    let typed = plain(text.trim().trim_start_matches('/'));
    let first = typed.split(' ').next().unwrap_or_default();
    let far = |command: &Command| {
        let name = command.name();
        let last = name.rsplit(' ').next().unwrap_or(name);
        distance(last, first).min(distance(name, &typed))
    };
    let mut found: Vec<(usize, Command)> = Command::ALL.iter().map(|command| (far(command), *command)).collect();
    found.retain(|(far, _)| *far <= 1 + first.chars().count() / 4);
    found.sort_by_key(|(far, _)| *far);
    found.into_iter().take(MOST_NEAR).map(|(_, command)| format!("/{command}")).collect()
}

/// How many letters apart; none where the one begins with three letters or more of the other.
fn distance(name: &str, typed: &str) -> usize {
    if typed.chars().count() >= 3 && name.starts_with(typed) { 0 } else { strsim::osa_distance(name, typed) }
}

/// Letters, digits and what names hold, in lower case, words one space apart.
fn plain(text: &str) -> String {
    let text = text.trim().trim_end_matches(['.', '!']).to_lowercase();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// In lower case as far as a command's name can reach, with the rest as it is; as long as before.
fn lower_first(text: &str) -> String {
    let longest = Command::ALL.iter().map(|command| command.name().len()).max().unwrap_or_default();
    text.char_indices().map(|(at, c)| if at < longest { c.to_ascii_lowercase() } else { c }).collect()
}

/// Whether a command has all the options it needs. What is shown without its name lists the names.
fn is_enough(command: Command, options: &Options) -> bool {
    names_one(command) && command != Command::Bands
        || command.options().iter().all(|option| !option.required || options.get(option.name).is_some())
}

/// What stands behind a command as its options: `name:value` where one is so named, the others in their order, and
/// what is left over with the last. `None` where the command takes none of it.
fn options_of(command: Command, rest: &str) -> Option<Options> {
    let mut options: Vec<(&'static str, String)> = Vec::new();
    let filler =
        |word: &String| command == Command::Bands && matches!(word.as_str(), "for" | "in" | "at" | "of" | "the");
    for word in parts(rest).into_iter().filter(|word| !filler(word)) {
        let named = word.split_once(':').and_then(|(name, value)| Some((command.option(name)?.name, value)));
        if let Some((name, value)) = named {
            options.push((name, value.to_owned()));
            continue;
        }
        let given = |name: &str| options.iter().any(|(known, _)| *known == name);
        let mut free = command.options().iter().filter(|option| !given(option.name));
        if let Some(option) = free.find(|option| is_choice(option.kind, &word)) {
            options.push((option.name, word));
            continue;
        }
        let takes_all = names_one(command) && command != Command::Bands && !options.is_empty();
        let next = command.options().iter().find(|option| !given(option.name)).filter(|_| !takes_all);
        if let Some(option) = next {
            options.push((option.name, word));
        } else {
            let (_, last) = options.last_mut()?;
            *last = format!("{last} {word}");
        }
    }
    Some(options.into_iter().collect())
}

/// Whether a word is one of the few that an option takes.
fn is_choice(kind: OptionKind, word: &str) -> bool {
    kind.choices().is_some_and(|choices| choices.iter().any(|choice| choice.eq_ignore_ascii_case(word)))
}

/// Words at spaces; quotes hold a word together.
fn parts(text: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut quoted = false;
    for c in text.chars() {
        match c {
            '"' => quoted = !quoted,
            c if c.is_whitespace() && !quoted => words.push(String::new()),
            c => words.last_mut().into_iter().for_each(|word| word.push(c)),
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

/// What a person writes for a command, in lower case, the labels of its buttons among it.
fn wordings(command: Command) -> &'static [&'static str] {
    match command {
        Command::OfferStart => &[
            "start",
            "offer",
            "offer start",
            "begin",
            "continue",
            "resume",
            "enter another",
            "enter another offer",
            "enter an offer",
            "enter your offer",
            "enter my offer",
            "new offer",
            "add an offer",
            "answer one by one",
            "start a walkthrough",
            "go on",
            "lets go on",
            "let's go on",
        ],
        Command::OfferShow => &[
            "show",
            "offer show",
            "analysis",
            "the analysis",
            "my analysis",
            "show the analysis",
            "back to the analysis",
            "analyse",
            "analyze",
            "show my offer",
            "show offer",
            "show me my offer",
            "my offer",
            "analyze my offer",
            "analyse my offer",
        ],
        Command::OfferList => {
            &["list", "offer list", "offers", "my offers", "show my offers", "list my offers", "list offers"]
        }
        Command::OfferPaste => &[
            "paste",
            "offer paste",
            "paste a letter",
            "paste the letter",
            "paste my letter",
            "paste it again",
            "paste an offer",
            "paste my offer",
        ],
        Command::OfferEdit => &[
            "edit",
            "offer edit",
            "edit the offer",
            "edit my offer",
            "edit offer",
            "change my offer",
            "correct my offer",
            "correct these numbers",
        ],
        Command::OfferRevise => {
            &["revise", "offer revise", "new numbers", "enter the new numbers", "revise my offer", "revise offer"]
        }
        Command::OfferCompare => {
            &["compare", "offer compare", "compare offers", "compare my offers", "compare the offers", "side by side"]
        }
        Command::OfferDelete => &["offer delete", "delete offer", "delete my offer", "delete the offer"],
        Command::Bands => &["bands", "band", "ranges", "pay ranges", "pay bands", "show the ranges"],
        Command::Counter => &["counter", "counter plan", "my counter plan", "the counter plan", "show my counter plan"],
        Command::WhatIf => &["whatif", "what if", "leaving early", "year 5"],
        Command::Script => &["script", "scripts"],
        Command::Email => &["email", "e-mail", "mail", "emails", "e-mails"],
        Command::Tax => &["tax", "taxes", "after taxes", "show taxes", "show my taxes"],
        Command::Calendar => &["calendar", "my calendar", "the calendar"],
        Command::Lever => &["lever", "levers"],
        Command::Case => &["case", "your case", "my case", "build my case"],
        Command::Checklist => &["checklist", "your checklist", "my checklist", "the checklist"],
        Command::Playbook => &["playbook", "topic", "topics", "the playbook", "choose a topic"],
        Command::Privacy => &["privacy", "privacy policy"],
        Command::Forget => &[
            "forget",
            "forget me",
            "forget everything",
            "delete everything",
            "delete all",
            "delete my data",
            "delete all my data",
            "delete me",
            "erase everything",
            "erase my data",
        ],
        Command::Help => &["help", "?", "commands"],
        // Several figures don't fit behind a word.
        Command::OfferQuick => &["offer quick"],
    }
}

/// Whether what stands behind the word is the name of what is wanted.
fn names_one(command: Command) -> bool {
    match command {
        Command::Script | Command::Email | Command::Lever | Command::Playbook | Command::Bands => true,
        Command::OfferStart
        | Command::OfferQuick
        | Command::OfferPaste
        | Command::OfferList
        | Command::OfferShow
        | Command::OfferEdit
        | Command::OfferRevise
        | Command::OfferCompare
        | Command::OfferDelete
        | Command::Counter
        | Command::WhatIf
        | Command::Tax
        | Command::Calendar
        | Command::Case
        | Command::Checklist
        | Command::Privacy
        | Command::Forget
        | Command::Help => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(text: &str) -> String {
        read(text).map_or("nothing".into(), |Spoken { command, options, named }| {
            shown(command, &options) + &format!(" {named:?}")
        })
    }

    fn shown(command: Command, options: &Options) -> String {
        options.iter().fold(format!("/{command}"), |said, (name, value)| format!("{said} {name}={value}"))
    }

    #[test]
    fn a_command_may_be_written_without_its_slash() {
        for (text, command) in [
            ("start", "/offer start ByWord"),
            ("Offer Start", "/offer start ByPhrase"),
            ("script base", "/script name=base WithName"),
            ("E-mail first round", "/email name=first round WithName"),
            ("lever sign on", "/lever name=sign on WithName"),
            ("levers", "/lever ByWord"),
            ("playbook", "/playbook ByWord"),
            ("topic competition", "/playbook topic=competition WithName"),
            ("case", "/case ByWord"),
            ("checklist", "/checklist ByWord"),
            ("counter plan", "/counter ByPhrase"),
            ("taxes", "/tax ByWord"),
            ("?", "/help ByWord"),
            ("Show my offer!", "/offer show ByPhrase"),
            ("Enter another", "/offer start ByPhrase"),
            ("delete my data", "/forget ByPhrase"),
            ("offer  compare", "/offer compare ByPhrase"),
            ("compare", "/offer compare ByWord"),
            ("offer delete", "/offer delete ByPhrase"),
            ("bands L6 Seattle", "/bands level=l6 location=seattle WithName"),
            ("bands for L6 in Seattle", "/bands level=l6 location=seattle WithName"),
            ("bands l7 bay area", "/bands level=l7 location=bay area WithName"),
        ] {
            assert_eq!(said(text), command, "{text}");
        }
        for text in ["", "hello", "case closed", "lovers", "delete", "start over", "tax me", "base", "level", "seattle"]
        {
            assert_eq!(said(text), "nothing", "{text}");
        }
    }

    #[track_caller]
    fn slashed(text: &str, expected: &str) {
        let read = match read_slashed(text) {
            None => "words".into(),
            Some(Slashed::Command(command, options)) => shown(command, &options),
            Some(Slashed::Incomplete(command)) => format!("/{command} and what?"),
            Some(Slashed::Unknown) => format!("unknown, near {}", near(text).join(" ")),
        };
        assert_eq!(read, expected, "{text}");
    }

    #[test]
    fn a_text_with_a_slash_in_front_is_a_command_or_none_and_never_words() {
        slashed("/tax", "/tax");
        slashed(" /TAX ", "/tax");
        slashed("/ tax", "/tax");
        slashed("/tax joint", "/tax filing=joint");
        slashed("/tax 2 joint", "/tax filing=joint offer=2");
        slashed("/tax filing:joint state:\"New York\"", "/tax filing=joint state=New York");
        slashed("/forget", "/forget");
        slashed("/offer list", "/offer list");
        slashed("/Offer Show My Second", "/offer show offer=My Second");
        slashed("/bands L6 Bay Area", "/bands level=L6 location=Bay Area");
        slashed("/bands", "/bands and what?");
        slashed("/bands L6", "/bands and what?");
        slashed("/script", "/script");
        slashed("/script sign on", "/script name=sign on");
        slashed("/email first_round", "/email name=first_round");
        slashed("/start", "/offer start");
        slashed("/show my offer", "/offer show");
        slashed("/offer", "/offer start");
        slashed("/offer quick", "/offer quick and what?");
        slashed(
            "/offer quick L6 \"Bay Area\" 200k 90k 60k 400k",
            "/offer quick base=200k level=L6 location=Bay Area rsu=400k sign_on_1=90k sign_on_2=60k",
        );
        slashed("/counter", "/counter");
        slashed("/privcy", "unknown, near /privacy");
        slashed("/calender", "unknown, near /calendar");
        slashed("/offer shwo", "unknown, near /offer show");
        slashed("/dance", "unknown, near ");
        slashed("/", "unknown, near ");
        slashed("90/70", "words");
        slashed("tax", "words");
    }

    #[test]
    fn no_word_stands_for_two_commands() {
        let all: Vec<&str> = Command::ALL.iter().flat_map(|command| wordings(*command)).copied().collect();
        let different: std::collections::BTreeSet<&str> = all.iter().copied().collect();
        assert_eq!(all.len(), different.len());
        for wording in all {
            assert_eq!(plain(wording), wording, "written as it is compared");
        }
    }
}
