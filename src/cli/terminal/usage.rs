//! How a command is written, where a line was no such command: its options, what each can be, and an example.

use std::collections::BTreeMap;

use crate::app::{Command, OptionSpec};
use crate::reply::{Block, Card};

/// How a command is written. `known` are values that an option can have besides others, by its name.
pub(in crate::cli) fn usage(command: Command, known: &BTreeMap<&str, Vec<String>>) -> Card {
    let options = command.options();
    let names: Vec<String> = options.iter().map(name).collect();
    let card = Card::titled(format!("/{command} {}", names.join(" ")).trim_end().to_owned());
    let card = card.with(Block::Lead(format!("{}.", command.description())));
    if options.is_empty() {
        return card.with(Block::Text(format!("It takes nothing more: /{command}")));
    }
    let explained = |option: &OptionSpec| {
        let choices = option.kind.choices().map(|choices| format!(". One of {}", choices.join(", ")));
        let known = known.get(option.name).map(|known| format!(". I know {}", known.join(", ")));
        let more = choices.or(known).unwrap_or_default();
        (name(option), format!("{}{more}.", option.description))
    };
    card.with(Block::Fields(options.iter().map(explained).collect()))
        .with(Block::Text(format!("For example: /{command} {}", example(command))))
        .with_small("A value with spaces goes in \"quotes\"; name:value gives an option by its name.")
}

/// The commands of a group.
pub(in crate::cli) fn group(group: &str) -> Card {
    let of_it = Command::ALL.iter().filter(|command| command.name().split(' ').next() == Some(group));
    let lines = of_it.map(|command| (format!("/{command}"), format!("{}.", command.description()))).collect();
    Card::titled(format!("/{group}")).with(Block::Fields(lines))
}

/// An option's name; in brackets where it may be left out.
fn name(option: &OptionSpec) -> String {
    if option.required { option.name.to_owned() } else { format!("[{}]", option.name) }
}

/// Values of a command as they could be typed behind it; empty where it takes none.
fn example(command: Command) -> &'static str {
    match command {
        Command::OfferQuick => "L6 Seattle 185k 90k 70k 400k",
        Command::Bands => "L6 Seattle",
        Command::Counter => "target:80",
        Command::WhatIf => "growth:20% leave_month:18",
        Command::Script => "base",
        Command::Email => "first_round",
        Command::Lever => "sign_on",
        Command::Playbook => "competition",
        Command::Tax => "filing:joint",
        Command::OfferShow
        | Command::OfferEdit
        | Command::OfferRevise
        | Command::OfferDelete
        | Command::Calendar
        | Command::Case => "2",
        Command::OfferStart
        | Command::OfferPaste
        | Command::OfferList
        | Command::OfferCompare
        | Command::Checklist
        | Command::Privacy
        | Command::Forget
        | Command::Help => "",
    }
}

#[cfg(test)]
mod tests {
    use super::super::line::{Line, read};
    use super::super::screen::Screen;
    use super::super::{View, render};
    use super::*;
    use crate::app::Body;

    fn text(card: &Card) -> String {
        let view = View::new(80, jiff::Timestamp::UNIX_EPOCH, jiff::tz::TimeZone::UTC);
        render(card, &view).0
    }

    #[test]
    fn every_example_is_read_as_its_command() {
        for command in Command::ALL {
            let line = format!("/{command} {}", example(*command));
            let Ok(Line::Request(Body::Command { command: read, options })) = read(line.trim(), &Screen::default())
            else {
                panic!("{line}");
            };
            assert_eq!(read, *command);
            // A file is one that is there: no example can name it.
            let none = command.options().is_empty() || *command == Command::OfferPaste;
            assert_eq!(options.iter().next().is_none(), none, "{line}");
        }
    }

    #[test]
    fn what_a_command_needs_is_listed() {
        let known = BTreeMap::from([("location", vec!["Seattle".into(), "Bay Area".into()])]);
        insta::assert_snapshot!(text(&usage(Command::Bands, &known)), @r#"
        ── /bands level location ──

        Pay ranges of a level and place.

          level     The level. One of L4, L5, L6, L7, L8, L10.
          location  Where the job is, for example Seattle. I know Seattle, Bay Area.

        For example: /bands L6 Seattle

          A value with spaces goes in "quotes"; name:value gives an option by its name.
        "#);
        insta::assert_snapshot!(text(&usage(Command::OfferQuick, &BTreeMap::new())), @r#"
        ── /offer quick level location base sign_on_1 sign_on_2 rsu [price] [hours] ──

        Analyse an offer in one line.

          level      The level offered. One of L4, L5, L6, L7, L8, L10.
          location   Where the job is, for example Seattle.
          base       Base salary a year, for example 185k.
          sign_on_1  Sign-on in year 1, for example 90k; 0 for none.
          sign_on_2  Sign-on in year 2, for example 70k; 0 for none.
          rsu        The grant over four years: 400k, or 2200 shares.
          [price]    Dollars a share, if the grant is in shares.
          [hours]    Hours a week, for the hourly rate.

        For example: /offer quick L6 Seattle 185k 90k 70k 400k

          A value with spaces goes in "quotes"; name:value gives an option by its name.
        "#);
        insta::assert_snapshot!(text(&usage(Command::Help, &BTreeMap::new())), @"
        ── /help ──

        What this bot does and how to use it.

        It takes nothing more: /help
        ");
    }

    #[test]
    fn a_group_is_listed() {
        insta::assert_snapshot!(text(&group("offer")), @"
        ── /offer ──

          /offer start    Walk through your offer, one question at a time, in private.
          /offer quick    Analyse an offer in one line.
          /offer paste    Paste the letter or e-mail, or give it as a file; I read it
                          and ask what is left.
          /offer list     Your saved offers.
          /offer show     The analysis of a saved offer.
          /offer edit     Correct the answers of a saved offer.
          /offer revise   The recruiter's new numbers: keeps the old ones and shows what
                          moved.
          /offer compare  Your offers and other companies', side by side over four
                          years.
          /offer delete   Delete a saved offer.
        ");
    }
}
