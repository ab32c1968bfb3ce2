//! Every command that the playbook names, and what is suggested for its options.

use super::*;

#[tokio::test]
async fn suggestions_for_levers_topics_and_answers() {
    let mut user = Conversation::new();
    for (command, option, typed, count, only) in [
        ("lever", "name", "", 7, None),
        ("lever", "name", "RSU", 1, Some("grant")),
        ("playbook", "topic", "rule", 1, Some("ten_rules")),
        ("script", "name", "", 18, None),
        ("script", "name", "earn", 1, Some("current_pay")),
        ("email", "name", "", 7, None),
    ] {
        let suggested = user.completes(command, option, typed).await;
        assert_eq!(suggested.len(), count, "/{command} {typed}");
        assert!(only.is_none_or(|only| suggested[0].value == only), "/{command} {typed}");
    }
}

/// Whether a text that begins with a slash names a command.
fn is_command(text: &str) -> bool {
    let known = |name: &str| {
        let rest = text.strip_prefix('/').and_then(|text| text.strip_prefix(name));
        rest.is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphanumeric() || c == '_'))
    };
    Command::ALL.iter().any(|command| known(command.name()))
}

#[tokio::test]
async fn every_command_that_the_playbook_names_exists() {
    let catalogue = catalogue();
    let headers = catalogue.all().iter().flat_map(|entry| &entry.commands);
    let record = record(&with_offer().await).await;
    let checklist = catalogue.checklist(&record);
    let lines = checklist.iter().flat_map(|part| &part.lines).map(|line| &line.command);
    for command in headers.chain(catalogue.rules().iter().map(|rule| &rule.command)).chain(lines) {
        assert!(is_command(command), "{command}");
    }
    let mut user = with_offer().await;
    for entry in catalogue.all().iter().filter(|entry| entry.is_advice()) {
        let name = if entry.kind == crate::playbook::Kind::Topic { ("playbook", "topic") } else { ("script", "name") };
        user.command(name.0, &[(name.1, &entry.name)]).await;
        let shown = text(&user.shown);
        for (at, _) in shown.match_indices('/') {
            let inside = shown[..at].ends_with(|c: char| c.is_alphanumeric());
            assert!(inside || is_command(&shown[at..]), "{}: {}", entry.name, &shown[at..]);
        }
    }
}

/// Every command that the table of the playbook names is a command.
#[test]
fn the_table_of_the_playbook_names_only_commands_that_exist() {
    let table = include_str!("../../../../docs/playbook.md");
    let mut named = 0;
    for row in table.lines().filter(|line| line.starts_with("| ")) {
        let cells: Vec<&str> = row.trim_matches('|').split(" | ").map(str::trim).collect();
        let places = if cells.len() == 4 { cells[3] } else { cells[0] };
        for command in places.split('`').filter(|part| part.starts_with('/')) {
            assert!(is_command(command), "{command} in {row}");
            named += 1;
        }
    }
    assert!(named > 150, "{named}");
}
