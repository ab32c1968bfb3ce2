//! What Discord, and this project, would refuse in a request: each finding a sentence.
//!
//! Written apart from the bot's own limits, so that one error is not made twice.

use std::collections::HashSet;

use serde_json::Value;

const EPHEMERAL: u64 = 64;

/// Collects findings about one request.
pub struct Check<'a> {
    place: &'a str,
    pub found: Vec<String>,
}

fn list<'v>(value: &'v Value, key: &str) -> &'v [Value] {
    value[key].as_array().map_or(&[], Vec::as_slice)
}

impl<'a> Check<'a> {
    pub fn at(place: &'a str) -> Self {
        Self { place, found: Vec::new() }
    }

    fn that(&mut self, holds: bool, otherwise: impl FnOnce() -> String) {
        if !holds {
            self.found.push(format!("{}: {}", self.place, otherwise()));
        }
    }

    fn text(&mut self, holder: &Value, key: &str, least: usize, most: usize) -> usize {
        let count = holder[key].as_str().map_or(0, |text| text.chars().count());
        let blank = holder[key].as_str().is_none_or(|text| text.trim().is_empty());
        self.that(count <= most, || format!("{key} has {count} characters, at most {most}"));
        self.that(least == 0 || !blank, || format!("{key} is empty"));
        count
    }

    /// A message that is sent, or that replaces another (`new` false).
    pub fn message(&mut self, body: &Value, files: usize, shared: bool, new: bool) {
        self.that(body["allowed_mentions"] == serde_json::json!({"parse": []}), || "may mention somebody".into());
        let ephemeral = body["flags"].as_u64().unwrap_or(0) & EPHEMERAL != 0;
        self.that(!new || !shared || ephemeral, || "others could see it".into());
        self.text(body, "content", 0, 2000);
        let embeds = list(body, "embeds");
        self.that(embeds.len() <= 10, || "more than 10 embeds".into());
        let total: usize = embeds.iter().map(|embed| self.embed(embed)).sum();
        self.that(total <= 6000, || format!("{total} characters in embeds"));
        self.that(list(body, "attachments").len() == files, || "attachments and files differ in number".into());
        self.that(files <= 10, || "more than 10 files".into());
        for attachment in list(body, "attachments") {
            self.text(attachment, "description", 0, 1024);
        }
        let rows = list(body, "components");
        let something = !embeds.is_empty()
            || !rows.is_empty()
            || files > 0
            || body["content"].as_str().is_some_and(|text| !text.is_empty());
        self.that(something, || "an empty message".into());
        self.text(body, "nonce", 0, 25);
        self.rows(rows);
    }

    fn embed(&mut self, embed: &Value) -> usize {
        let mut total = self.text(embed, "title", 0, 256)
            + self.text(embed, "description", 0, 4096)
            + self.text(&embed["footer"], "text", 0, 2048);
        let fields = list(embed, "fields");
        self.that(fields.len() <= 25, || "more than 25 fields".into());
        for field in fields {
            total += self.text(field, "name", 1, 256) + self.text(field, "value", 1, 1024);
        }
        total
    }

    fn rows(&mut self, rows: &[Value]) {
        self.that(rows.len() <= 5, || "more than 5 rows".into());
        let mut ids = HashSet::new();
        for row in rows {
            let inside = list(row, "components");
            let selects = inside.iter().filter(|component| component["type"] == 3).count();
            let fits = (1..=5).contains(&inside.len()) && (selects == 0 || inside.len() == 1);
            self.that(fits && row["type"] == 1, || "a row is neither 1 to 5 buttons nor one list".into());
            for component in inside {
                self.component(component);
                let id = component["custom_id"].as_str().unwrap_or_default();
                self.that(ids.insert(id.to_owned()), || "a custom_id stands twice".into());
            }
        }
    }

    fn component(&mut self, component: &Value) {
        self.text(component, "custom_id", 1, 100);
        match component["type"].as_u64() {
            Some(2) => {
                self.text(component, "label", 1, 80);
            }
            Some(3) => {
                self.text(component, "placeholder", 0, 150);
                let options = list(component, "options");
                self.that((1..=25).contains(&options.len()), || "a list of none or more than 25".into());
                let mut values = HashSet::new();
                for option in options {
                    self.text(option, "label", 1, 100);
                    self.text(option, "value", 1, 100);
                    self.text(option, "description", 0, 100);
                    self.that(values.insert(option["value"].to_string()), || "an option's value stands twice".into());
                }
            }
            kind => self.that(false, || format!("component of type {kind:?} in a message")),
        }
    }

    /// A form.
    pub fn modal(&mut self, data: &Value) {
        self.text(data, "title", 1, 45);
        self.text(data, "custom_id", 1, 100);
        let rows = list(data, "components");
        self.that((1..=5).contains(&rows.len()), || "a form of none or more than 5 inputs".into());
        let mut keys = HashSet::new();
        for row in rows {
            let inside = list(row, "components");
            self.that(inside.len() == 1 && inside[0]["type"] == 4, || "a form's row is not one input".into());
            for input in inside {
                self.text(input, "label", 1, 45);
                self.text(input, "placeholder", 0, 100);
                self.text(input, "custom_id", 1, 100);
                let longest = usize::try_from(input["max_length"].as_u64().unwrap_or(4000)).unwrap_or(usize::MAX);
                self.that((1..=4000).contains(&longest), || "max_length".into());
                self.text(input, "value", 0, longest);
                self.that(keys.insert(input["custom_id"].to_string()), || "an input stands twice".into());
            }
        }
    }

    /// Suggestions or choices.
    pub fn choices(&mut self, holder: &Value) {
        let choices = list(holder, "choices");
        self.that(choices.len() <= 25, || "more than 25 choices".into());
        for choice in choices {
            self.text(choice, "name", 1, 100);
            self.text(choice, "value", 1, 100);
        }
    }

    /// A bulk registration of commands.
    pub fn commands(&mut self, commands: &Value) {
        let all = commands.as_array().map_or(&[][..], Vec::as_slice);
        self.that((1..=100).contains(&all.len()), || "none or more than 100 commands".into());
        for command in all {
            self.that(command["contexts"] == serde_json::json!([0, 1, 2]), || "contexts".into());
            self.that(command["integration_types"] == serde_json::json!([0, 1]), || "integration types".into());
            if command["type"] == 3 {
                // In a message's menu: a name as people read it, and nothing else.
                self.text(command, "name", 1, 32);
                self.that(command.get("description").is_none() && command.get("options").is_none(), || {
                    "a command of a message has a description or options".into()
                });
            } else {
                self.named(command);
            }
            self.that(command.to_string().len() <= 8000, || "a command of more than 8000 characters".into());
        }
    }

    fn named(&mut self, thing: &Value) {
        self.text(thing, "name", 1, 32);
        self.text(thing, "description", 1, 100);
        let name = thing["name"].as_str().unwrap_or_default();
        self.that(name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_'), || {
            format!("name {name}")
        });
        self.choices(thing);
        let options = list(thing, "options");
        self.that(options.len() <= 25, || "more than 25 options".into());
        let after_optional = options.iter().skip_while(|option| option["required"] == true);
        let order = after_optional.clone().all(|option| option["required"] != true);
        self.that(order, || format!("{name}: a required option after an optional one"));
        for option in options {
            self.named(option);
        }
    }
}
