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
        assert_eq!(error, Err(RenderError::Missing(entry.needs.clone())), "{}", entry.name);
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
        let typed: String = wild.split_whitespace().collect::<Vec<_>>().join(" ").replace('\u{1e}', "");
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
