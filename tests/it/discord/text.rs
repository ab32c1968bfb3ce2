//! A message as a person reads it.

use serde_json::Value;

fn list<'v>(value: &'v Value, key: &str) -> &'v [Value] {
    value[key].as_array().map_or(&[], Vec::as_slice)
}

fn of<'v>(value: &'v Value, key: &str) -> &'v str {
    value[key].as_str().unwrap_or_default()
}

/// A message's content, controls and files as plain text.
pub fn message(body: &Value) -> String {
    let mut lines = Vec::new();
    for embed in list(body, "embeds") {
        for part in [of(embed, "title"), of(embed, "description")] {
            if !part.is_empty() {
                lines.push(plain(part));
            }
        }
        for field in list(embed, "fields") {
            lines.push(format!("{}: {}", plain(of(field, "name")), plain(of(field, "value"))));
        }
        let footer = of(&embed["footer"], "text");
        if !footer.is_empty() {
            lines.push(format!("({footer})"));
        }
    }
    for attachment in list(body, "attachments") {
        lines.push(format!("<{}: {}>", of(attachment, "filename"), of(attachment, "description")));
    }
    for row in list(body, "components") {
        lines.push(list(row, "components").iter().map(control).collect::<Vec<_>>().join(" "));
    }
    lines.join("\n")
}

fn control(component: &Value) -> String {
    if component["type"] == 3 {
        let options: Vec<&str> = list(component, "options").iter().map(|option| of(option, "label")).collect();
        return format!("{{{}: {}}}", of(component, "placeholder"), options.join(" | "));
    }
    format!("[{}]", of(component, "label"))
}

/// A form as plain text.
pub fn form(data: &Value) -> String {
    let mut lines = vec![format!("Form: {}", of(data, "title"))];
    for input in list(data, "components").iter().flat_map(|row| list(row, "components")) {
        let filled = if of(input, "value").is_empty() { of(input, "placeholder") } else { of(input, "value") };
        lines.push(format!("{}: {filled}", of(input, "label")));
    }
    lines.join("\n")
}

/// Markdown as it shows: escapes undone, bold marks gone; code stays as it is.
fn plain(markdown: &str) -> String {
    let mut out = String::new();
    for (nth, part) in markdown.split("```").enumerate() {
        if nth % 2 == 1 {
            out.push_str("```");
            out.push_str(part);
            out.push_str("```");
            continue;
        }
        let mut characters = part.chars().peekable();
        while let Some(character) = characters.next() {
            match character {
                '\\' => out.extend(characters.next()),
                '*' if characters.peek() == Some(&'*') => drop(characters.next()),
                other => out.push(other),
            }
        }
    }
    out
}
