//! Every entry in every wording with the fullest, the barest and the longest facts.

use super::*;
use crate::playbook::{Entry, Kind, Rendered, Variant, When};

#[track_caller]
fn check(entry: &Entry, variant: Variant, rendered: &Rendered) {
    let place = format!("{} ({})", entry.name, variant.key());
    let body = &rendered.body;
    assert!(!body.is_empty(), "{place} is empty");
    assert!(body.chars().count() <= Catalogue::LONGEST_BODY, "{place} has {} characters", body.chars().count());
    for text in [body, rendered.subject.as_ref().unwrap_or(body)] {
        for bad in ["[", "]", "{{", "}}", "${", "  ", " .", " ,", "..", ",,", ":.", "\n\n\n", "()", "—"] {
            assert!(!text.contains(bad), "{place} holds {bad:?}:\n{text}");
        }
        assert!(!text.lines().any(|line| line != line.trim()), "{place} has a space at a line's end:\n{text}");
        assert!(!text.contains("1,234,567") && !text.contains("1.23M"), "{place} holds the walk-away number:\n{text}");
        assert!(!text.contains("NDA") && !text.to_lowercase().contains("disclosure"), "{place} claims an NDA:\n{text}");
    }
    assert_eq!(body.trim(), body);
    let words: Vec<&str> = body.split_whitespace().collect();
    assert!(!rendered.to_send || !words.iter().any(|word| ["null", "true", "false"].contains(word)), "{place}: {body}");
    assert!(entry.kind != Kind::Topic || body.chars().count() <= 1_800, "{place} is longer than a screen");
    for note in &rendered.notes {
        assert!(note.chars().count() <= 400 && !note.contains("{{"), "{place}: {note}");
    }
}

#[test]
fn every_entry_fills_in_with_the_fullest_and_the_barest_facts() {
    let catalogue = catalogue();
    for entry in catalogue.all() {
        for variant in Variant::ALL {
            let full = fullest();
            for kit in [&full, &barest(&entry.needs)] {
                let rendered = catalogue.render(&entry.name, variant, &kit.material());
                check(entry, variant, &rendered.unwrap_or_else(|error| panic!("{}: {error}", entry.name)));
            }
            if entry.when == When::BeforeOffer || entry.is_advice() {
                for before in [BeforeOffer::default(), full.before()] {
                    let rendered = catalogue.render_before(&entry.name, variant, &before);
                    check(entry, variant, &rendered.unwrap_or_else(|error| panic!("{}: {error}", entry.name)));
                }
            }
        }
    }
}

#[test]
fn a_missing_fact_is_named_and_nothing_is_filled_in() {
    use crate::playbook::RenderError;
    let catalogue = catalogue();
    let bare = barest(&[]);
    for entry in catalogue.all().iter().filter(|entry| !entry.needs.is_empty()) {
        let error = catalogue.render(&entry.name, Variant::Normal, &bare.material());
        assert!(matches!(&error, Err(RenderError::Missing(facts)) if *facts == entry.needs), "{}", entry.name);
    }
}

/// What people paste into forms: markdown, links, mentions, braces, right-to-left marks, length.
const WILD: &[&str] = &[
    "**bold** _and_ `code` ~~x~~ ||y||",
    "[here](https://example.com/x) <https://example.com>",
    "@everyone <@123456789012345678> <#1>",
    "{{offer.base}} {{{walk_away}}} {{#if x}} {{/if}} {{> others}} \\{{x}}",
    "\u{202e}desrever\u{202c} \u{200f}שלום",
    "- a list\n- of lines\\",
    "+++ --- shorter",
    "\u{1e}- hidden",
];

#[test]
fn wild_facts_come_out_as_typed_on_one_line() {
    let catalogue = catalogue();
    for wild in WILD {
        let typed = crate::echo::kept(wild, 300);
        let mut kit = fullest();
        for fact in Fact::ALL {
            kit.facts.set(*fact, wild);
        }
        kit.offer.competing[0].company = (*wild).to_owned();
        for entry in catalogue.all().iter().filter(|entry| !entry.is_advice()) {
            for variant in Variant::ALL {
                let rendered = catalogue.render(&entry.name, variant, &kit.material()).expect("fills in");
                if !entry.needs.is_empty() {
                    assert!(rendered.body.contains(&typed), "{} ({}):\n{}", entry.name, variant.key(), rendered.body);
                }
                let wild_lines = rendered.body.lines().filter(|line| *line == "- of lines\\").count();
                assert_eq!(wild_lines, 0, "{} lets a fact break its line", entry.name);
            }
        }
    }
}

#[test]
fn the_longest_facts_stay_within_the_limit() {
    let catalogue = catalogue();
    let long = "x".repeat(4_000);
    let mut kit = fullest();
    for fact in Fact::ALL {
        kit.facts.set(*fact, &long);
    }
    for other in &mut kit.offer.competing {
        other.company.clone_from(&long);
    }
    for entry in catalogue.all() {
        for variant in Variant::ALL {
            let rendered = catalogue.render(&entry.name, variant, &kit.material()).expect("fills in");
            let count = rendered.body.chars().count();
            assert!(count <= Catalogue::LONGEST_BODY, "{} ({}) has {count}", entry.name, variant.key());
            assert!(rendered.subject.is_none_or(|text| text.chars().count() <= Catalogue::LONGEST_SUBJECT));
        }
    }
}

#[test]
fn entries_are_found_by_forgiving_names() {
    let catalogue = catalogue();
    for (typed, name) in [
        ("base", "base"),
        ("Base Salary", "base"),
        ("sign-on", "sign_on"),
        ("SIGN ON", "sign_on"),
        ("sign_on", "sign_on"),
        ("rsu", "grant"),
        ("start date", "start_date"),
        ("first round", "first_round"),
        ("accept", "acceptance"),
        ("reloc", "relocation"),
    ] {
        assert_eq!(catalogue.find(typed).map(|entry| entry.name.as_str()), Some(name), "{typed}");
    }
    for typed in ["", "  ", "?!", "nothing like it"] {
        assert_eq!(catalogue.find(typed), None, "{typed}");
    }
    for entry in catalogue.all() {
        assert_eq!(catalogue.find(&entry.name), Some(entry));
        assert_eq!(catalogue.find(&entry.title).map(|found| &found.title), Some(&entry.title));
    }
}

#[test]
fn a_bad_template_names_its_file_and_the_reason() {
    let header = "+++\nname = \"x\"\ntitle = \"X\"\nkind = \"topic\"\nsource = \"s\"\ntreatment = \"kept\"\n+++\n";
    let read = |path: &str, body: &str| {
        Catalogue::from_texts(vec![(path.into(), format!("{header}{body}"))]).err().map(|error| error.to_string())
    };
    assert_eq!(read("topics/x.hbs", "Fine."), None);
    let unclosed = read("topics/x.hbs", "{{#if level}} never closed").expect("refused");
    assert!(unclosed.starts_with("templates/topics/x.hbs: line "), "{unclosed}");
    let misnamed = read("topics/y.hbs", "Fine.").expect("refused");
    assert!(misnamed.contains("must be called x.hbs"), "{misnamed}");
}

/// Commands of the bot besides those that name an entry or a lever.
const COMMANDS: &[&str] = &[
    "/offer start",
    "/offer quick",
    "/offer paste",
    "/offer list",
    "/offer show",
    "/offer edit",
    "/offer revise",
    "/offer compare",
    "/offer delete",
    "/bands",
    "/counter",
    "/whatif",
    "/tax",
    "/calendar",
    "/case",
    "/checklist",
];

#[track_caller]
fn check_links(catalogue: &Catalogue, place: &str, text: &str) {
    for (at, _) in text.match_indices('/') {
        let before = text[..at].chars().next_back();
        let rest = &text[at..];
        let named = |command: &str| {
            rest.strip_prefix(command)
                .and_then(|rest| rest.split(|c: char| !(c.is_ascii_lowercase() || c == '_')).next())
        };
        if before.is_some_and(char::is_alphanumeric) {
            continue;
        }
        let kinds: &[(&str, &[Kind])] = &[
            ("/script ", &[Kind::Script, Kind::Answer, Kind::Situation]),
            ("/email ", &[Kind::Email]),
            ("/playbook ", &[Kind::Topic]),
        ];
        let entry = kinds.iter().find_map(|(command, kinds)| Some((named(command)?, *kinds)));
        let leads = match (entry, named("/lever ")) {
            (Some((name, kinds)), _) => {
                catalogue.all().iter().any(|entry| entry.name == name && kinds.contains(&entry.kind))
            }
            (None, Some(name)) => crate::playbook::Lever::ALL.iter().any(|lever| lever.key() == name),
            (None, None) => COMMANDS.iter().any(|command| rest.starts_with(command)),
        };
        assert!(leads, "{place} leads nowhere: {}", rest.chars().take(30).collect::<String>());
    }
}

#[test]
fn every_link_leads_somewhere() {
    let catalogue = catalogue();
    let kit = barest(Fact::ALL);
    for entry in catalogue.all() {
        entry.commands.iter().for_each(|command| check_links(&catalogue, &entry.name, command));
        assert!(entry.commands.iter().all(|command| command.starts_with('/')), "{}", entry.name);
        if entry.is_advice() {
            let rendered = catalogue.render(&entry.name, Variant::Normal, &kit.material()).expect("fills in");
            check_links(&catalogue, &entry.name, &rendered.body);
        }
    }
    for rule in catalogue.rules() {
        check_links(&catalogue, &rule.title, &rule.command);
    }
    for lever in crate::playbook::Lever::ALL {
        let view = lever.view(&catalogue, &kit.material()).expect("every lever has its advice");
        let script = catalogue.find(&view.script).expect("a lever's script is there");
        assert_eq!((script.kind, script.lever), (Kind::Script, Some(lever)));
        assert!((3..=4).contains(&view.push_back.len()), "{}", view.title);
    }
}

#[test]
fn a_command_can_show_all_of_its_entries_at_once() {
    let catalogue = catalogue();
    for kinds in [[Kind::Script, Kind::Answer, Kind::Situation].as_slice(), &[Kind::Email], &[Kind::Topic]] {
        let count = catalogue.all().iter().filter(|entry| kinds.contains(&entry.kind)).count();
        assert!((1..=25).contains(&count));
        assert_eq!(catalogue.suggest(kinds, "").len(), count);
    }
    let found: Vec<_> = catalogue.suggest(&[Kind::Email], "roun").iter().map(|entry| entry.name.as_str()).collect();
    assert_eq!(found, ["final_ask", "first_round", "second_round"]);
    assert!(catalogue.find_among(&[Kind::Email], "base").is_none());
}

fn shared_between_threads<T: Send + Sync>(shared: T) -> T {
    shared
}

#[test]
fn one_catalogue_serves_every_thread() {
    assert_eq!(shared_between_threads(catalogue()).all().len(), catalogue().all().len());
}

#[test]
fn nothing_to_ask_for_is_said_and_not_written() {
    use crate::playbook::RenderError;
    let mut kit = barest(&[]);
    kit.target = Ask::offered(&kit.offer);
    kit.opening = kit.target;
    for name in ["first_round", "second_round", "final_ask"] {
        let error = catalogue().render(name, Variant::Normal, &kit.material());
        assert!(matches!(error, Err(RenderError::Refused(_))), "{name}: {error:?}");
    }
    let before = catalogue().render_before("base", Variant::Normal, &BeforeOffer::default());
    assert!(matches!(before, Err(RenderError::Refused(_))), "{before:?}");
}

#[test]
fn an_early_answer_day_is_never_past_the_deadline() {
    let mut kit = barest(&[]);
    let said =
        |kit: &Kit| catalogue().render("ask_for_time", Variant::Shorter, &kit.material()).expect("fills in").body;
    assert!(said(&kit).contains("by Wednesday, November 25."));
    kit.offer.reply_by = Some(date(2026, 11, 24));
    assert!(said(&kit).contains("by Tuesday, November 24."));
    kit.offer.reply_by = Some(date(2026, 11, 20));
    assert!(said(&kit).contains("by Wednesday, November 25."), "a day that has passed counts as unknown");
}
