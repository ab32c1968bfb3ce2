//! The table of the whole playbook: every item of the source, what became of it, and where
//! it is in the bot. Written from the templates' headers, so that it can't say otherwise.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use serde::Deserialize;

use super::advice::read;
use super::catalogue::Catalogue;
use super::entry::{Entry, Kind, Treatment};
use crate::data::FileError;
use crate::words;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SourceFile {
    section: Vec<Section>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Section {
    title: String,
    items: Vec<Item>,
}

/// One item of the source.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Item {
    key: String,
    says: String,
    treatment: Treatment,
    why: String,
    /// The command that shows it, for what is built outside the templates.
    #[serde(default)]
    shown: Option<String>,
}

impl Entry {
    /// The command that shows it: `/script base`.
    pub fn command(&self) -> String {
        let command = match self.kind {
            Kind::Script | Kind::Answer | Kind::Situation => "script",
            Kind::Email => "email",
            Kind::Case => return "/case".to_owned(),
            Kind::Topic => "playbook",
        };
        format!("/{command} {}", self.name)
    }
}

impl Catalogue {
    /// The document `docs/playbook.md`. The error names an item that is nowhere, or a key that is no item.
    pub fn document(&self) -> Result<String, FileError> {
        let file = read::<SourceFile>("source.toml", include_str!("../../templates/source.toml"))?;
        let mut places = self.places();
        let mut text = String::from(INTRODUCTION);
        for section in &file.section {
            let _ = write!(text, "\n## {}\n\n{HEADER}", section.title);
            for item in &section.items {
                let mut found = places.remove(&item.key).unwrap_or_default();
                found.extend(item.shown.clone());
                found.dedup();
                if found.is_empty() && item.treatment != Treatment::LeftOut {
                    return Err(fault(format!("the item \"{}\" is nowhere in the bot", item.key)));
                }
                let place = if found.is_empty() { "nowhere".to_owned() } else { in_code(&found) };
                let treatment = item.treatment.words();
                let _ = writeln!(text, "| {} | {treatment} | {} | {place} |", item.says, item.why);
            }
        }
        if let Some((key, found)) = places.first_key_value() {
            return Err(fault(format!("{} names \"{key}\", which is no item", found.join(", "))));
        }
        text.push_str(&self.index());
        Ok(text)
    }

    /// Where each item is: its key and the commands that show it.
    fn places(&self) -> BTreeMap<String, Vec<String>> {
        let mut places: BTreeMap<String, Vec<String>> = BTreeMap::new();
        let mut add = |item: &str, place: String| {
            let found = places.entry(item.to_owned()).or_default();
            if !found.contains(&place) {
                found.push(place);
            }
        };
        for entry in self.all() {
            entry.items.iter().for_each(|item| add(item, entry.command()));
        }
        let advice = &self.advice;
        for lever in &advice.levers {
            let of_tactics = lever.tactics.iter().filter_map(|tactic| tactic.item.as_ref());
            lever.items.iter().chain(of_tactics).for_each(|item| add(item, format!("/lever {}", lever.key.key())));
        }
        let lines = advice.lines.iter().filter_map(|line| line.item.as_ref());
        lines.for_each(|item| add(item, "/case".to_owned()));
        advice.rules.iter().for_each(|rule| add(&rule.item, "/playbook ten_rules".to_owned()));
        let checks = advice.parts.iter().flat_map(|part| &part.lines);
        checks.for_each(|line| add(&format!("checklist_{}", line.key), "/checklist".to_owned()));
        let side = &advice.other_side;
        let said = side.goals.iter().chain(&side.helps).map(|said| &said.item);
        said.chain(side.rungs.iter().map(|rung| &rung.item))
            .for_each(|item| add(item, "/playbook other_side".to_owned()));
        side.principles.iter().for_each(|one| add(&one.item, "/playbook psychology".to_owned()));
        places
    }

    /// Every entry with what it needs and where its idea is from.
    fn index(&self) -> String {
        let mut text = format!("\n## Every entry\n\n{INDEX_HEADER}");
        for entry in self.all() {
            let needs: Vec<&str> = entry.needs.iter().map(|fact| words::fact_label(*fact)).collect();
            let needs = if needs.is_empty() { "nothing".to_owned() } else { needs.join("; ") };
            let guard = entry.guard.as_deref().unwrap_or("-");
            let file = self.file(entry);
            let _ = writeln!(
                text,
                "| `{}` | {} | {} | {needs} | {guard} | {} | [{}](../{file}) |",
                entry.command(),
                entry.title,
                entry.treatment.words(),
                entry.source,
                entry.name
            );
        }
        text
    }
}

const INTRODUCTION: &str = "# The playbook\n\n\
    Every item of the playbook that the bot grew from, what became of it, and where it is. This file is written \
    from the headers in `templates/` by a test; after changing one, run \
    `UPDATE_DOCS=1 cargo test --lib playbook` to write it anew.\n\n\
    *Kept*: the idea as it was, in our own words. *Corrected*: changed where it was wrong, unsafe or out of date. \
    *Labelled*: shown as the playbook's claim, since nothing supports it. *Left out*: not in the bot, and why.\n";
const HEADER: &str = "| What it says | Treatment | Why | Where |\n|---|---|---|---|\n";
const INDEX_HEADER: &str = "| Command | Title | Treatment | Needs | True only if | Source | File |\n\
    |---|---|---|---|---|---|---|\n";

fn in_code(commands: &[String]) -> String {
    commands.iter().map(|command| format!("`{command}`")).collect::<Vec<_>>().join(", ")
}

fn fault(reason: String) -> FileError {
    FileError::new("templates/source.toml", reason)
}

#[cfg(test)]
mod tests {
    use crate::playbook::tests::catalogue;

    #[test]
    fn the_document_is_what_the_templates_say() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/playbook.md");
        let document = catalogue().document().unwrap_or_else(|error| panic!("{error}"));
        if std::env::var_os("UPDATE_DOCS").is_some() {
            std::fs::write(path, &document).expect("the document can be written");
        }
        let kept = std::fs::read_to_string(path).expect("the document is there");
        assert!(kept == document, "docs/playbook.md is old: run UPDATE_DOCS=1 cargo test --lib playbook");
    }

    #[test]
    fn every_row_has_as_many_cells_as_its_header() {
        let document = catalogue().document().expect("every item has its place");
        let mut columns = 0;
        for line in document.lines() {
            let bars = line.matches('|').count();
            columns = if line.starts_with('|') && columns > 0 { columns } else { bars };
            assert_eq!(bars, columns, "{line}");
        }
        for treatment in ["| kept |", "| corrected |", "| labelled |", "| left out |"] {
            assert!(document.contains(treatment), "{treatment}");
        }
    }
}
