//! What a button says can be typed: it does what the press does.

use super::*;
use crate::reply::{Choice, Reply};

/// Steps to a card: words, or a command after a slash; `+` pastes a letter.
type Path = Vec<String>;

async fn goes(path: &Path) -> Conversation {
    let mut user = Conversation::new();
    for step in path {
        if let Some(letter) = step.strip_prefix('+') {
            user.command("offer paste", &[]).await;
            user.fills(&[("letter", letter)]).await;
        } else if let Some(command) = step.strip_prefix('/') {
            let options = if command == "offer quick" { QUICK } else { &[] };
            user.command(command, options).await;
        } else {
            user.says(step).await;
        }
    }
    user
}

fn path(steps: &[&str]) -> Path {
    steps.iter().map(|step| (*step).to_owned()).collect()
}

const ANSWERS: [&str; 12] = [
    "L6",
    "Seattle",
    "200k",
    "90/60",
    "400k",
    "yes",
    "march 15",
    "friday",
    "monthly",
    "120k",
    "Google, written, 450k",
    "1.3m over four years",
];

/// A path to every card that the walkthrough and the case can show.
fn paths() -> Vec<Path> {
    let begun = path(&["/offer start"]);
    let answered = |count: usize| begun.iter().cloned().chain(path(&ANSWERS[..count])).collect::<Path>();
    let then = |mut to: Path, more: &[&str]| {
        to.extend(path(more));
        to
    };
    let mut paths: Vec<Path> = (0..12).map(answered).collect();
    paths.extend((1..12).map(|count| then(answered(count), &["back"])));
    let card = then(answered(11), &["that's all", "1.3m over four years"]);
    paths.extend(crate::offer::Field::ALL.iter().map(|field| then(card.clone(), &[&format!("change the {field}")])));
    paths.extend([
        card.clone(),
        then(answered(2), &["18500"]),
        then(answered(3), &["90k"]),
        then(answered(3), &["90k", "the sum"]),
        then(answered(4), &["1400 shares"]),
        then(answered(4), &["100k a year"]),
        then(answered(10), &["Google 450k"]),
        then(answered(10), &["skip", "340k"]),
        then(answered(2), &["they haven't said"]),
        then(answered(3), &["cancel"]),
        then(answered(3), &["start over"]),
        path(&["/offer quick", "/offer edit"]),
        path(&["/offer quick", "/offer edit", "base 210k", "cancel"]),
        path(&["/offer quick", "/offer edit", "base 210k", "start over"]),
        path(&["+L6 in Seattle. Base salary: $200,000.", "+L7 in Austin. Base salary: $300,000."]),
        path(&["/offer quick", "/offer edit", "+L7 in Austin. Base salary: $300,000."]),
        path(&["/offer quick", "/case"]),
        path(&["/offer quick", "/case", "compilers", "back"]),
        path(&["/offer quick", "/case", "compilers"]),
    ]);
    paths
}

fn labels(card: &Card) -> Vec<String> {
    let labels = |row: &Controls| match row {
        Controls::Buttons(buttons) => buttons.iter().map(|button| button.label.clone()).collect::<Vec<_>>(),
        Controls::Select { options, .. } => options.iter().map(|choice: &Choice| choice.label.clone()).collect(),
    };
    card.controls.iter().flat_map(labels).collect()
}

#[tokio::test]
async fn every_label_shown_works_as_words() {
    let mut seen = 0;
    for path in paths() {
        let shown = goes(&path).await.shown;
        assert!(!labels(&shown).is_empty(), "{path:?} leads to no card: {shown:?}");
        for label in labels(&shown) {
            let (mut presses, mut says) = (goes(&path).await, goes(&path).await);
            if presses.has_button(&label) {
                presses.presses(&label).await;
            } else {
                presses.chooses(&label).await;
            }
            says.says(&label).await;
            seen += 1;
            let (after_press, said) = (text(&presses.shown), text(&says.shown));
            if let Reply::Form(_) = presses.reply {
                // Words can't open a form: they say how to answer, and the question stays.
                let asked = text(&shown);
                let question = asked.lines().last().expect("a line");
                let how = [
                    "Write the answer here.",
                    "Press that button to open the form",
                    "Press that button, and put the letter",
                    "Press the button and put the letter",
                ];
                assert!(
                    how.iter().any(|how| said.contains(how))
                        && (said.contains(question) || said.contains("Your question is still open")),
                    "{label} at {path:?}: {said}"
                );
                continue;
            }
            assert_eq!(said, after_press, "{label} at {path:?}");
            assert_eq!(labels(&says.shown), labels(&presses.shown), "{label} at {path:?}");
        }
    }
    assert!(seen > 300, "{seen}");
}
