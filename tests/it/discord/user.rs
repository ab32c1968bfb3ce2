//! A person in front of Discord: types, presses, chooses, fills in, and reads.

use serde_json::{Value, json};

use super::payload::{self, Place};
use super::{Fake, Shown, World, snowflake, text};

/// One person at one place.
pub struct User<'f> {
    pub fake: &'f Fake,
    pub id: u64,
    pub place: Place,
}

impl Fake {
    /// A person never seen before, in a server.
    pub fn person(&self) -> User<'_> {
        User { fake: self, id: snowflake(), place: Place::Server }
    }
}

fn list<'v>(value: &'v Value, key: &str) -> &'v [Value] {
    value[key].as_array().map_or(&[], Vec::as_slice)
}

fn components(body: &Value) -> impl Iterator<Item = &Value> {
    list(body, "components").iter().flat_map(|row| list(row, "components"))
}

impl User<'_> {
    /// The same person elsewhere.
    pub fn at(&self, place: Place) -> Self {
        Self { fake: self.fake, id: self.id, place }
    }

    /// Uses a command and returns what is shown for it.
    pub async fn command(&self, name: &str, options: &[(&str, &str)]) -> String {
        let id = self.sends_command(name, options);
        self.outcome(id).await
    }

    /// Uses a command and doesn't wait.
    pub fn sends_command(&self, name: &str, options: &[(&str, &str)]) -> u64 {
        let data = self.command_data(name, options, None);
        self.fake.interact(2, self.id, self.place, &data, None)
    }

    /// A command's data as Discord would send it; fails where Discord would not let it be sent.
    pub fn command_data(&self, name: &str, options: &[(&str, &str)], focused: Option<&str>) -> Value {
        let world = self.fake.world();
        let mut words = name.split(' ');
        let first = words.next().unwrap_or_default();
        let known = |holder: &[Value], word: &str| holder.iter().find(|spec| spec["name"] == word).cloned();
        let all = world.commands.as_array().map_or(&[][..], Vec::as_slice);
        let mut spec = known(all, first).unwrap_or_else(|| panic!("/{first} is not registered"));
        let mut path = Vec::new();
        for word in words {
            spec = known(list(&spec, "options"), word).unwrap_or_else(|| panic!("/{name} is not registered"));
            path.push(word);
        }
        for option in list(&spec, "options") {
            let given = options.iter().find(|(name, _)| option["name"] == *name);
            let missing = focused.is_none() && option["required"] == true && given.is_none();
            assert!(!missing, "/{name} needs {}", option["name"]);
            let choices = list(option, "choices");
            let fits = given
                .is_none_or(|(_, text)| choices.is_empty() || choices.iter().any(|choice| choice["value"] == *text));
            assert!(fits, "/{name}: {} does not take {given:?}", option["name"]);
        }
        let typed = options.iter().map(|(key, text)| {
            assert!(known(list(&spec, "options"), key).is_some(), "/{name} has no option {key}");
            let mut option = json!({"type": 3, "name": key, "value": text});
            if focused == Some(*key) {
                option["focused"] = json!(true);
            }
            option
        });
        let mut data: Vec<Value> = typed.collect();
        for word in path.iter().rev() {
            data = vec![json!({"type": 1, "name": word, "options": data})];
        }
        json!({"id": "1200000000000000400", "name": first, "type": 1, "options": data})
    }

    /// Types into an option and returns what is suggested.
    pub async fn completes(&self, command: &str, option: &str, typed: &str) -> Vec<String> {
        let data = self.command_data(command, &[(option, typed)], Some(option));
        let id = self.fake.interact(4, self.id, self.place, &data, None);
        let choices: Vec<Value> = serde_json::from_str(&self.outcome(id).await).expect("choices");
        choices.iter().map(|choice| choice["name"].as_str().unwrap_or_default().to_owned()).collect()
    }

    /// Writes to the bot in direct messages and returns its answer.
    pub async fn says(&self, words: &str) -> String {
        let id = self.sends(words);
        self.answer_to(id).await
    }

    /// Writes to the bot and doesn't wait.
    pub fn sends(&self, words: &str) -> u64 {
        self.fake.leave_words(self.id, words)
    }

    /// The bot's answer to a message.
    pub async fn answer_to(&self, message: u64) -> String {
        let nonce = json!(message.to_string());
        let answers = |world: &World| -> Option<String> {
            let answer = world.messages.values().find(|shown| shown.body["nonce"] == nonce);
            answer.map(|shown| text::message(&shown.body))
        };
        self.fake.until("an answer to words", |world| answers(world)).await
    }

    /// Presses a button by its label, on the newest message that has one, and returns what is shown.
    pub async fn presses(&self, label: &str) -> String {
        let id = self.sends_press(self.id, label);
        self.outcome(id).await
    }

    /// Presses a button of somebody else's message.
    pub async fn presses_button_of(&self, other: &User<'_>, label: &str) -> String {
        let id = self.sends_press(other.id, label);
        self.outcome(id).await
    }

    /// Presses a button on the newest message of `owner` that has it, and doesn't wait.
    pub fn sends_press(&self, owner: u64, label: &str) -> u64 {
        let (message, place, custom_id) = self.find(owner, label, |component| {
            (component["type"] == 2 && component["label"] == label).then(|| component["custom_id"].clone())
        });
        self.fake.interact(3, self.id, place, &json!({"component_type": 2, "custom_id": custom_id}), Some(message))
    }

    /// Presses a control with an id of one's own making, on one's newest message.
    pub async fn forges(&self, custom_id: &str) -> String {
        let message = self.fake.world().screens.get(&self.id).and_then(|screen| screen.last().copied());
        let data = json!({"component_type": 2, "custom_id": custom_id});
        let id = self.fake.interact(3, self.id, self.place, &data, message);
        self.outcome(id).await
    }

    /// Chooses from a list by label or value, on the newest message that has it.
    pub async fn chooses(&self, label: &str) -> String {
        let (message, place, (custom_id, value)) = self.find(self.id, label, |component| {
            let option =
                list(component, "options").iter().find(|option| option["label"] == label || option["value"] == label);
            option.map(|option| (component["custom_id"].clone(), option["value"].clone()))
        });
        let data = json!({"component_type": 3, "custom_id": custom_id, "values": [value]});
        let id = self.fake.interact(3, self.id, place, &data, Some(message));
        self.outcome(id).await
    }

    fn find<T>(&self, owner: u64, label: &str, wanted: impl Fn(&Value) -> Option<T>) -> (u64, Place, T) {
        let world = self.fake.world();
        let screen = world.screens.get(&owner).cloned().unwrap_or_default();
        let mut shown = screen.iter().rev().filter_map(|id| world.messages.get(id));
        let found = shown
            .find_map(|shown| components(&shown.body).find_map(&wanted).map(|found| (shown.id, shown.place, found)));
        let screen = screen.iter().filter_map(|id| world.messages.get(id)).map(|shown| text::message(&shown.body));
        found.unwrap_or_else(|| panic!("nothing named {label:?} among {:#?}", screen.collect::<Vec<_>>()))
    }

    /// Hands in the open form: texts by key or label, the others as filled in.
    pub async fn fills(&self, texts: &[(&str, &str)]) -> String {
        let (form, place, on) = self.fake.world().forms.remove(&self.id).expect("no form is open");
        let rows = components(&form).map(|input| {
            let given = texts.iter().find(|(key, _)| input["custom_id"] == *key || input["label"] == *key);
            let value = given.map_or_else(|| input["value"].as_str().unwrap_or_default(), |(_, text)| text);
            let longest = usize::try_from(input["max_length"].as_u64().unwrap_or(4000)).unwrap_or(4000);
            assert!(value.chars().count() <= longest, "{} takes {longest} characters", input["label"]);
            assert!(input["required"] != true || !value.is_empty(), "{} is required", input["label"]);
            json!({"type": 1, "components": [{"type": 4, "custom_id": input["custom_id"], "value": value}]})
        });
        let rows: Vec<Value> = rows.collect();
        assert!(
            texts
                .iter()
                .all(|(key, _)| components(&form).any(|input| input["custom_id"] == *key || input["label"] == *key))
        );
        let data = json!({"custom_id": form["custom_id"], "components": rows});
        let id = self.fake.interact(5, self.id, place, &data, on);
        self.outcome(id).await
    }

    /// What an interaction showed, once nothing more is owed for it.
    pub async fn outcome(&self, interaction: u64) -> String {
        let done = |world: &mut World| {
            world.interactions.get(&interaction).filter(|known| known.done).map(|known| known.outcome.clone())
        };
        self.fake.until("an answer to an interaction", done).await
    }

    /// The type of an interaction's first answer, once there is one.
    pub async fn first_answer(&self, interaction: u64) -> u8 {
        let answered = |world: &mut World| world.interactions.get(&interaction).and_then(|known| known.answered);
        self.fake.until("a first answer", answered).await
    }

    /// The newest thing on the person's screen.
    pub fn screen(&self) -> String {
        let world = self.fake.world();
        let newest = world.screens.get(&self.id).and_then(|screen| screen.last()).and_then(|id| world.messages.get(id));
        newest.map(|shown| text::message(&shown.body)).unwrap_or_default()
    }

    /// All that the bot wrote in direct messages, oldest first.
    pub fn direct_messages(&self) -> Vec<String> {
        self.of_direct(|shown| text::message(&shown.body))
    }

    /// All files that the bot sent in direct messages: names and contents.
    pub fn direct_files(&self) -> Vec<(String, Vec<u8>)> {
        self.of_direct(|shown| shown.files.clone()).concat()
    }

    fn of_direct<T>(&self, read: impl Fn(&Shown) -> T) -> Vec<T> {
        let (world, channel) = (self.fake.world(), payload::direct_channel(self.id));
        let of_bot = |shown: &&Shown| shown.channel == channel && shown.author == payload::APPLICATION;
        world.messages.values().filter(of_bot).map(read).collect()
    }
}
