//! What the numbers on the screen stand for: those of the last card, and of no other.

use super::Shown;

/// The last card's controls, and what is remembered of cards before it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::cli) struct Screen {
    controls: Vec<Shown>,
    /// Whether the last card asks a question: any number may then be its answer.
    asks: bool,
    /// The highest number that a card has had since a question was last asked.
    highest: usize,
}

/// What a typed number is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::cli) enum Number {
    /// A control of the last card.
    Control(Shown),
    /// One that only a card before had: nothing is pressed, and nothing answered with it.
    OfBefore {
        /// The highest number of the last card.
        highest: usize,
    },
    /// No number of a card.
    Words,
}

impl Screen {
    /// A card is shown, with these controls.
    pub(in crate::cli) fn show(&mut self, controls: Vec<Shown>) {
        self.asks = controls.iter().any(|control| match control {
            Shown::Button(press) | Shown::Option(press, _) => press.asked.is_some(),
            Shown::Write { .. } => false,
        });
        self.highest = if self.asks { 0 } else { self.highest.max(controls.len()) };
        self.controls = controls;
    }

    /// What a line is as a number: `3` or, as it stands on the screen, `[3]`.
    pub(in crate::cli) fn number(&self, line: &str) -> Number {
        let digits = line.strip_prefix('[').and_then(|line| line.strip_suffix(']')).unwrap_or(line);
        let plain = digits.bytes().all(|byte| byte.is_ascii_digit());
        let Some(number) = digits.parse::<usize>().ok().filter(|number| plain && *number > 0) else {
            return Number::Words;
        };
        match self.controls.get(number - 1) {
            Some(control) => Number::Control(control.clone()),
            None if number <= self.highest => Number::OfBefore { highest: self.controls.len() },
            None => Number::Words,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reply::{Action, Asked, Press, Verb};

    fn control(verb: Verb) -> Shown {
        Shown::Button(Press::always(Action::bare(verb)))
    }

    fn asked() -> Shown {
        Shown::Button(Press { asked: Some(Asked { session: 1, step: 1 }), action: Action::bare(Verb::Back) })
    }

    fn after(cards: Vec<Vec<Shown>>) -> Screen {
        let mut screen = Screen::default();
        for controls in cards {
            screen.show(controls);
        }
        screen
    }

    #[test]
    fn a_number_of_the_last_card_is_its_control() {
        let screen = after(vec![vec![control(Verb::Show)], vec![control(Verb::Edit), control(Verb::Tax)]]);
        assert_eq!(screen.number("1"), Number::Control(control(Verb::Edit)));
        assert_eq!(screen.number("[2]"), Number::Control(control(Verb::Tax)));
        for words in ["", "0", "-1", "+1", "1.5", "1k", "L1", "[]", "185000", "99999999999999999999999", "3"] {
            assert_eq!(screen.number(words), Number::Words, "{words}");
        }
    }

    #[test]
    fn a_number_of_a_card_before_does_nothing() {
        let long = vec![control(Verb::Show); 9];
        let screen = after(vec![long.clone(), vec![control(Verb::Edit); 2]]);
        assert_eq!(screen.number("9"), Number::OfBefore { highest: 2 });
        assert_eq!(screen.number("10"), Number::Words);
        let screen = after(vec![long, Vec::new(), Vec::new()]);
        assert_eq!(screen.number("9"), Number::OfBefore { highest: 0 });
    }

    #[test]
    fn to_a_question_any_other_number_is_an_answer() {
        let long = vec![control(Verb::Show); 9];
        assert_eq!(after(vec![long.clone(), vec![asked()]]).number("9"), Number::Words);
        let screen = after(vec![long, vec![asked()], vec![control(Verb::Edit)]]);
        assert_eq!(screen.number("9"), Number::Words, "numbers of before a question are forgotten");
    }
}
