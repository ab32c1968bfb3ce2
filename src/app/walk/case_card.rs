//! The questions behind the case: their words and their controls.

use super::asked;
use crate::app::forms::fact_input;
use crate::app::words::questions::Question;
use crate::offer::Fact;
use crate::reply::{Action, Block, Button, Card, Form, Press, Verb};
use crate::session::{CaseTalk, Refused, Say, Session, State};

/// Adds what is said of the case to a card.
pub(crate) fn add(card: Card, say: &Say, session: &Session) -> Card {
    match say {
        Say::AskFact(fact) => session.state.case().map_or_else(Card::default, |talk| ask(card, talk, *fact, session)),
        Say::ExplainFact(fact) => {
            let words = question(*fact);
            card.with(Block::Text(format!("{} For example {}.", words.meaning, quoted(words.examples).join(", "))))
        }
        Say::WhyFact(fact) => card.with(Block::Text(question(*fact).why.into())),
        Say::FactExamples(fact) => card
            .with(Block::Text("Any of these would do:".into()))
            .with(Block::Bullets(quoted(question(*fact).examples))),
        Say::FactRefused(why) => card.with(Block::Text(refused(*why))),
        Say::CaseStopped => {
            let waits = matches!(session.state, State::Paused { .. });
            let aside = if waits { " Your walkthrough waits too: /offer start." } else { "" };
            let stop = "We stop here. What you told me is kept with the offer; /case goes on with it.";
            card.with(Block::Text(format!("{stop}{aside}")))
        }
        Say::Keep { text, .. } if text.is_empty() => card.with(Block::Text("Taken out.".into())),
        Say::Keep { text, .. } => card.with(Block::Text(format!("Noted: {text}"))),
        _ => card,
    }
}

fn quoted(examples: &[&str]) -> Vec<String> {
    examples.iter().map(|example| format!("\"{example}\"")).collect()
}

fn refused(why: Refused) -> String {
    match why {
        Refused::Empty => "I see no words in that.".into(),
        Refused::BareYes => "Good: tell me in a few words, and I can use them.".into(),
        Refused::BareNo => "Your answer stays. Press Take it out or write \"none\" to remove it.".into(),
        Refused::TooLong { long, longest } => format!(
            "That has {long} characters, and there is room for {longest}. I don't cut it off: send it in fewer words."
        ),
        Refused::OfOffer => "That is part of the offer itself: /offer edit changes it.".into(),
    }
}

fn ask(mut card: Card, talk: &CaseTalk, fact: Fact, session: &Session) -> Card {
    let words = question(fact);
    let press = |action| Press { asked: Some(asked(session)), action };
    let bare = |verb| press(Action::bare(verb));
    card.title = Some(format!("Your case: question {} of {}", talk.number(), CaseTalk::FACTS.len()));
    card = card.with(Block::Lead(words.ask.into()));
    let known = talk.facts.get(fact);
    if let Some(text) = known {
        card = card.with(Block::Text(format!("So far: {text}")));
    }
    let mut answers = vec![Button::primary("Type the answer", press(Action::on(Verb::Type, fact.key())))];
    if known.is_some() {
        answers.push(Button::new("Keep it", bare(Verb::Skip)));
        answers.push(Button::new("Take it out", bare(Verb::Decline)));
    } else {
        answers.push(Button::new("Skip", bare(Verb::Skip)));
    }
    answers.push(Button::new("Show the page", bare(Verb::Save)));
    let mut steering = Vec::new();
    if talk.number() > 1 {
        steering.push(Button::new("Back", bare(Verb::Back)));
    }
    steering.push(Button::new("Help", bare(Verb::Help)));
    steering.push(Button::new("Why?", bare(Verb::Why)));
    steering.push(Button::new("Cancel", bare(Verb::Cancel)));
    card.with_buttons(answers).with_buttons(steering).with_small(words.hint)
}

/// The form in which a fact is typed.
pub(crate) fn form(talk: &CaseTalk, press: Press) -> Form {
    let mut input = fact_input(talk.at, &talk.facts, true);
    input.key = "answer".into();
    Form { title: "Your case".into(), press, inputs: vec![input] }
}

/// The words of a question of the case.
fn question(fact: Fact) -> Question {
    match fact {
        Fact::Expertise => Question {
            ask: "What are you known for?",
            hint: "A field, in a few words. Skip what does not fit you.",
            meaning: "The field in which colleagues come to you.",
            why: "It says in a line why it is you they want, and not just anyone at this level.",
            examples: &["large-scale storage systems", "payments fraud detection", "compilers"],
        },
        Fact::RareSkill => Question {
            ask: "Which of your skills do few others bring?",
            hint: "One is enough.",
            meaning: "Something this team needs and would look for a long time to find.",
            why: "Exceptions are made for what is hard to find. I only say it if you can speak to it for a minute.",
            examples: &["formal verification of protocols", "running GPU clusters on bare metal", "FDA approvals"],
        },
        Fact::Scale => Question {
            ask: "What is the largest thing you have led?",
            hint: "People, traffic, money: with a figure, if you can.",
            meaning: "A project or a system and how large it was.",
            why: "Scale is what levels are told apart by, so it is the measure they will use.",
            examples: &["a 40-person platform rewrite", "a service at 2 million requests a second"],
        },
        Fact::Achievement => Question {
            ask: "Which result are you proudest of?",
            hint: "One, with a figure.",
            meaning: "What was better after you had done it, and by how much.",
            why: "A figure can be passed on to whoever approves your offer; praise can't.",
            examples: &["cut our storage bill by 30 %", "brought checkout errors from 2 % to 0.1 %"],
        },
        Fact::EarlyImpact => Question {
            ask: "What could you do for them in your first 90 days?",
            hint: "Something you would stand by. It completes \"In my first 90 days: ...\"",
            meaning: "The first thing you could take off their hands.",
            why: "It turns pay into something they get for it, and soon.",
            examples: &["take over the capacity model", "ship the first version of the audit log"],
        },
        Fact::LostBonus => Question {
            ask: "Do you lose a bonus by leaving? How much?",
            hint: "In dollars, only if it is real. Unvested stock belongs to the offer: /offer edit.",
            meaning: "A bonus that would have been paid if you stayed. They may ask to see it.",
            why: "What leaving costs you is the strongest reason for a sign-on, because it is a fact.",
            examples: &["$25,000", "$18,500", "none"],
        },
        Fact::LostBonusDate => Question {
            ask: "When would that bonus be paid?",
            hint: "The day or the month.",
            meaning: "The day you would have to stay for.",
            why: "With its date, it can be looked at and believed.",
            examples: &["March 15", "the end of January"],
        },
        // The last question, and the words for any other fact that may be asked here one day.
        _ => Question {
            ask: "What would you like to build over the years?",
            hint: "In your words; no promise to stay.",
            meaning: "Where you see this going if it goes well.",
            why: "It speaks for stock, which pays over years. I say that you plan in years and never that you will stay.",
            examples: &["the next generation of the control plane", "a team that owns search end to end"],
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_question_has_its_own_words() {
        let asked: std::collections::BTreeSet<&str> = CaseTalk::FACTS.iter().map(|fact| question(*fact).ask).collect();
        assert_eq!(asked.len(), CaseTalk::FACTS.len());
        for fact in CaseTalk::FACTS {
            assert!(question(fact).examples.iter().all(|example| example.chars().count() <= fact.longest()), "{fact}");
        }
    }
}
