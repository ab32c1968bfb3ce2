//! What the conversation says, as a card: the words and controls of each [`Say`].

use super::{asked, case_card};
use crate::app::request::Venue;
use crate::app::words::answers::{echo, known, line};
use crate::app::words::questions::question;
use crate::market::Place;
use crate::offer::{Field, OfferDraft};
use crate::reading::Doubt;
use crate::reply::{Action, Block, Button, Card, Choice, Controls, Form, Press, TextInput, Verb};
use crate::session::{Leaving, Say, Session};

/// The card for what a step said. [`Say::Complete`] is not of its making: the door answers it.
pub(super) fn add(card: Card, says: &[Say], session: &Session, venue: Venue, prices: bool) -> Card {
    let prompt = Prompt { session, venue, prices };
    says.iter().fold(card, |card, say| prompt.add(card, say))
}

/// The values of the list that asks how the sign-on is paid, with their words.
pub(crate) const TERMS: [(&str, &str); 5] = [
    ("lump_pro_rata", "Lump sum, repaid pro rata"),
    ("lump_full", "Lump sum, repaid in full"),
    ("lump_nothing", "Lump sum, nothing to repay"),
    ("monthly_nothing", "Monthly, nothing to repay"),
    ("unknown", "I don't know yet"),
];

struct Prompt<'a> {
    session: &'a Session,
    venue: Venue,
    /// Whether there is a source of share prices.
    prices: bool,
}

impl Prompt<'_> {
    fn press(&self, action: Action) -> Press {
        Press { asked: Some(asked(self.session)), action }
    }

    fn bare(&self, verb: Verb) -> Press {
        self.press(Action::bare(verb))
    }

    fn draft(&self) -> OfferDraft {
        self.session.state.walk().map(|walk| walk.draft.clone()).unwrap_or_default()
    }

    fn add(&self, card: Card, say: &Say) -> Card {
        let text = |card: Card, words: &str| card.with(Block::Text(words.to_owned()));
        match say {
            Say::Welcome => welcome(card),
            Say::WelcomeBack => text(card, "Welcome back. Your answers so far are kept; we go on where we were."),
            Say::Understood(answers) => {
                let words: Vec<String> = answers.iter().map(echo).collect();
                text(card, &format!("Got it: {}.", words.join("; ")))
            }
            Say::Problem(problem) => text(card, problem),
            Say::Examples(field) => {
                let examples = question(*field).examples.iter().map(|example| format!("\"{example}\"")).collect();
                card.with(Block::Text("Any of these would do:".into())).with(Block::Bullets(examples))
            }
            Say::Explain(field) => {
                let words = question(*field);
                let examples: Vec<String> = words.examples.iter().map(|example| format!("\"{example}\"")).collect();
                text(card, &format!("{} For example {}.", words.meaning, examples.join(", ")))
            }
            Say::Why(field) => text(card, question(*field).why),
            Say::Needed(field) => text(
                card,
                &format!("I need the {} for the analysis, so this one can't be skipped.", field.label().to_lowercase()),
            ),
            Say::NothingBefore => text(card, "This is the first question; there is none before it."),
            Say::AlreadyOpen => text(
                card,
                "You are in the middle of another walkthrough. Finish it, or write \"cancel\", and then edit the saved offer.",
            ),
            Say::NothingOpen => text(card, "There is no walkthrough open. /offer start begins one."),
            Say::ExplainCheck => text(
                card,
                "Look over your answers. Save them if they are right; to correct one, choose it below or write, for example, \"base 190k\".",
            ),
            Say::Ask(field) => self.ask(card, *field),
            Say::Settle(doubt) => self.settle(card, doubt),
            Say::Check => self.check(card),
            Say::AskLeave(wish) => self.ask_leave(card, *wish),
            Say::Stopped => text(card, "Stopped, and nothing is kept of it. /offer start begins a new one."),
            Say::PutAside => text(card, "Put aside: your answers are kept. /offer start goes on where we were."),
            Say::Complete { .. } | Say::CaseComplete { .. } => card,
            Say::AskFact(_)
            | Say::Keep { .. }
            | Say::ExplainFact(_)
            | Say::WhyFact(_)
            | Say::FactRefused(_)
            | Say::FactExamples(_)
            | Say::CaseStopped => case_card::add(card, say, self.session),
        }
    }

    fn ask(&self, mut card: Card, field: Field) -> Card {
        let words = question(field);
        let draft = self.draft();
        card.title = Some(field.number().map_or_else(
            || field.label().to_owned(),
            |number| format!("Question {number} of {}", Field::asked().count()),
        ));
        let more = field == Field::Competing && draft.has(field);
        let ask = if more { "Any other offer, or is that all?" } else { words.ask };
        card = card.with(Block::Lead(ask.to_owned()));
        if let Some(value) = known(&draft, field) {
            card = card.with(Block::Text(format!("So far: {value}.")));
        }
        card = card.with_small(words.hint);
        self.choices(card, field, more)
    }

    fn choices(&self, card: Card, field: Field, more: bool) -> Card {
        let answer = |label: &str, subject: &str| Button::new(label, self.press(Action::on(Verb::Answer, subject)));
        let typed = |label: &str| Button::primary(label, self.press(Action::on(Verb::Type, field.key())));
        let card = match field {
            Field::Level => {
                card.with_buttons(vec![answer("L6 (Senior)", "level_l6"), answer("L7 (Principal)", "level_l7")])
            }
            Field::Location => {
                let mut buttons: Vec<Button> = Place::KNOWN
                    .iter()
                    .map(|place| answer(place_label(place), &format!("location_{}", place_subject(place))))
                    .collect();
                buttons.push(Button::new("Somewhere else", self.press(Action::on(Verb::Type, field.key()))));
                card.with_buttons(buttons)
            }
            Field::Base | Field::StartDate | Field::ReplyBy | Field::WalkAway | Field::Grant => {
                card.with_buttons(vec![typed("Type the answer")])
            }
            Field::Vesting => {
                card.with_buttons(vec![typed("Type the schedule"), answer("Amazon's usual", "vesting_usual")])
            }
            Field::SignOn => card.with_buttons(vec![typed("Type both amounts"), answer("No sign-on", "sign_on_none")]),
            Field::Written => card.with_buttons(vec![answer("Yes", "written_yes"), answer("Not yet", "written_no")]),
            Field::SignOnTerms => {
                let mut card = card;
                card.controls.push(Controls::Select {
                    press: self.press(Action::on(Verb::Answer, field.key())),
                    prompt: "How it is paid and repaid".into(),
                    options: TERMS
                        .iter()
                        .map(|(value, label)| Choice {
                            label: (*label).into(),
                            value: (*value).into(),
                            description: None,
                        })
                        .collect(),
                });
                card
            }
            Field::LeftBehind => {
                card.with_buttons(vec![typed("Type the amount"), answer("Nothing", "left_behind_none")])
            }
            Field::Competing if more => card.with_buttons(vec![typed("Add another")]),
            Field::Competing => card.with_buttons(vec![typed("Add one"), answer("None", "competing_none")]),
        };
        self.steering(card, field, more)
    }

    /// Back, Skip, Help, Why and Cancel, as far as each makes sense here.
    fn steering(&self, card: Card, field: Field, more: bool) -> Card {
        let mut buttons = Vec::new();
        let known = self.draft().has(field);
        if field.before().is_some() || field.number().is_none() {
            buttons.push(Button::new("Back", self.bare(Verb::Back)));
        }
        if more {
            buttons.push(Button::new("That's all", self.bare(Verb::Skip)));
        } else if known {
            buttons.push(Button::new("Keep it", self.bare(Verb::Skip)));
        } else if !field.required() {
            buttons.push(Button::new("Skip", self.bare(Verb::Skip)));
        }
        buttons.push(Button::new("Help", self.bare(Verb::Help)));
        buttons.push(Button::new("Why?", self.bare(Verb::Why)));
        buttons.push(Button::new("Cancel", self.bare(Verb::Cancel)));
        card.with_buttons(buttons)
    }

    fn settle(&self, card: Card, doubt: &Doubt) -> Card {
        let (ask, labels): (String, Vec<String>) = match doubt {
            Doubt::Zeros { typed, likely } => (
                format!(
                    "Just to be sure: did you mean {}? You wrote {}, which would be unusual.",
                    echo(likely),
                    echo(typed)
                ),
                vec!["Yes, that".into(), "No, as I wrote".into()],
            ),
            Doubt::SignOnSplit { amount } => (
                format!("Is {amount} all in year 1, the sum over both years, or paid in each year?"),
                vec!["All in year 1".into(), "Half in each year".into(), format!("{} in each year", amount.short())],
            ),
            Doubt::SharePrice { count } => (
                format!(
                    "At which price a share should I count the {} shares?",
                    crate::app::words::answers::grouped(*count)
                ),
                Vec::new(),
            ),
            Doubt::Firmness { company, .. } => (
                format!("How firm is the one from {company}?"),
                vec!["In writing".into(), "Verbal".into(), "In process".into()],
            ),
            Doubt::WalkAwayUnit { amount } => (
                format!("Is {amount} the least you would accept a year, or over all four years?"),
                vec!["A year".into(), "Over four years".into()],
            ),
            Doubt::GrantPerYear { amount } => (
                format!("Is {amount} the stock of one year, or the whole grant over four years?"),
                vec!["One year".into(), "The whole grant".into()],
            ),
        };
        let mut card = card.with(Block::Lead(ask));
        card.title = Some("One thing to settle".into());
        let mut buttons: Vec<Button> = labels
            .into_iter()
            .enumerate()
            .map(|(index, label)| Button::new(label, self.press(Action::on(Verb::Settle, index.to_string()))))
            .collect();
        if buttons.is_empty() {
            buttons.push(Button::primary("Type the price", self.press(Action::on(Verb::Type, "price"))));
            card = card.with_small("Today's price, or the one in the letter. \"182.50\" is fine.");
        }
        buttons.push(Button::new("Answer again", self.bare(Verb::Back)));
        if self.prices && matches!(doubt, Doubt::SharePrice { .. }) {
            buttons.push(Button::new("Use today's price", self.bare(Verb::Price)));
        }
        card.with_buttons(buttons)
    }

    fn check(&self, mut card: Card) -> Card {
        let draft = self.draft();
        let editing = self.session.state.walk().is_some_and(|walk| walk.editing.is_some());
        card.title = Some("Check your answers".into());
        card = card.with(Block::Fields(
            Field::ALL.iter().map(|field| (field.label().to_owned(), line(&draft, *field))).collect(),
        ));
        card.controls.push(Controls::Select {
            press: self.press(Action::bare(Verb::Change)),
            prompt: "Change an answer".into(),
            options: Field::ALL
                .iter()
                .map(|field| Choice {
                    label: format!("Change: {}", field.label()),
                    value: field.key().to_owned(),
                    description: Some(line(&draft, *field).chars().take(90).collect()),
                })
                .collect(),
        });
        let save = if editing { "Save the changes" } else { "Save and analyse" };
        let mut buttons =
            vec![Button::primary(save, self.bare(Verb::Save)), Button::new("Back", self.bare(Verb::Back))];
        buttons.push(Button::new("Help", self.bare(Verb::Help)));
        buttons.push(Button::new("Start over", self.bare(Verb::StartOver)));
        buttons.push(Button::new("Cancel", self.bare(Verb::Cancel)));
        let how = match self.venue {
            Venue::Direct => {
                "All right? Press the button or write \"save\". To correct one, write for example \"base 190k\"."
            }
            Venue::Shared => "All right? Then save. To correct one, choose it from the list.",
        };
        card.with_buttons(buttons).with_small(how)
    }

    fn ask_leave(&self, mut card: Card, wish: Leaving) -> Card {
        let draft = self.draft();
        let answered =
            Field::asked().filter(|field| draft.has(*field)).count() + usize::from(!draft.schedule.is_amazons());
        let (title, text, yes) = match wish {
            Leaving::Cancel => {
                ("Stop here?", format!("You have given {answered} answers. What should I do with them?"), "Delete them")
            }
            Leaving::StartOver => {
                ("Start over?", format!("That throws away the {answered} answers you have given."), "Yes, start over")
            }
        };
        card.title = Some(title.into());
        let mut buttons = vec![Button::primary("Go on", self.bare(Verb::Decline))];
        if wish == Leaving::Cancel {
            buttons.push(Button::new("Keep them for later", self.bare(Verb::Pause)));
        }
        buttons.push(Button::danger(yes, self.bare(Verb::Confirm)));
        card.with(Block::Lead(text)).with_buttons(buttons)
    }
}

fn welcome(card: Card) -> Card {
    card.with(Block::Text(
        "Hi, I'm Counteroffer, a bot. I ask about your offer one question at a time; then you get what it pays over four years, \
         what to watch out for, and words to negotiate with."
            .into(),
    ))
    .with(Block::Text(
        "No other member sees this. I keep your answers to work with them, where whoever runs this copy of me could read \
         them; /privacy says how, and /forget deletes everything.".into(),
    ))
}

fn place_label(place: &Place) -> &'static str {
    match place {
        Place::Seattle => "Seattle",
        Place::BayArea => "Bay Area",
        Place::Nyc => "New York City",
        Place::Austin => "Austin",
        Place::Elsewhere(_) => "Elsewhere",
    }
}

fn place_subject(place: &Place) -> &'static str {
    match place {
        Place::Seattle => "seattle",
        Place::BayArea => "bay_area",
        Place::Nyc => "nyc",
        Place::Austin => "austin",
        Place::Elsewhere(_) => "",
    }
}

/// The form in which an answer to a field (or a doubt about a price) is typed.
pub(crate) fn form(subject: &str, press: Press, draft: &OfferDraft) -> Form {
    let input = |key: &str, label: &str, example: &str, required: bool| TextInput {
        key: key.into(),
        label: label.into(),
        example: example.into(),
        value: String::new(),
        required,
        long: false,
        longest: 200,
    };
    let example = |field: Field| question(field).examples.first().copied().unwrap_or_default();
    let (title, inputs) = match subject.parse::<Field>() {
        Err(_) => ("Price a share", vec![input("answer", "Dollars a share", "182.50", true)]),
        Ok(Field::SignOn) => (
            "Sign-on bonus",
            vec![input("year_1", "Year 1", "90k", true), input("year_2", "Year 2 (0 if there is none)", "70k", true)],
        ),
        Ok(Field::Grant) => (
            "RSU grant",
            vec![
                input("answer", "The whole grant: dollars or shares", "400k, or 1400 shares", true),
                input("price", "Dollars a share, if you gave shares", "182.50", false),
            ],
        ),
        Ok(Field::Competing) => (
            "Another offer",
            vec![
                input("company", "Company", "Google", true),
                input("firmness", "Written, verbal, or in process?", "written", true),
                input("pay", "Total pay a year, if you know it", "450k", false),
            ],
        ),
        Ok(field) => {
            let mut answer = input("answer", field.label(), example(field), true);
            if let Some(value) = typed_form(draft, field) {
                answer.value = value;
            }
            (field.label(), vec![answer])
        }
    };
    Form { title: title.into(), press, inputs }
}

/// A known answer as it could have been typed, to start a form with.
fn typed_form(draft: &OfferDraft, field: Field) -> Option<String> {
    match field {
        Field::Base => draft.base.map(|base| base.to_string()),
        Field::Vesting => Some(draft.schedule.words()),
        Field::LeftBehind => draft.left_behind.map(|amount| amount.to_string()),
        Field::StartDate => draft.start_date.map(|day| day.to_string()),
        Field::ReplyBy => draft.reply_by.map(|day| day.to_string()),
        _ => None,
    }
}

/// A form's texts as one message, as if it had been typed.
pub(crate) fn typed_message(subject: &str, texts: &std::collections::BTreeMap<String, String>) -> String {
    let text = |key: &str| texts.get(key).map_or("", |text| text.trim());
    match subject.parse::<Field>() {
        Ok(Field::SignOn) => format!("{} / {}", text("year_1"), text("year_2")),
        Ok(Field::Grant) if !text("price").is_empty() => format!("{} @ {}", text("answer"), text("price")),
        Ok(Field::Competing) => {
            let parts = [text("company"), text("firmness"), text("pay")];
            parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
        }
        _ => text("answer").to_owned(),
    }
}
