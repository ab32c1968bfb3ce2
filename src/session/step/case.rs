//! The short conversation behind the case: one fact after another, all of them optional.
//!
//! Every answer is handed over the moment it is given ([`Say::Keep`]), so that stopping in
//! the middle, or turning to something else, loses nothing. A walkthrough that was open
//! when it began waits aside and is there afterwards.

use jiff::civil::Date;

use super::{FAILURES_BEFORE_EXAMPLES, step, with};
use crate::offer::{Facts, OfferId};
use crate::reading::{asks, read_fact, says_none};
use crate::session::said::bare_no;
use crate::session::{CaseTalk, Control, Input, Refused, Say, State};

/// Begins with the first question; what was open waits aside.
pub(super) fn begin(state: State, offer: OfferId, facts: Facts) -> (State, Vec<Say>) {
    let aside = match state {
        State::Case { aside, .. } => *aside,
        State::Leaving { from, .. } => State::Paused { from },
        State::Idle | State::Paused { .. } => state,
        open => State::Paused { from: Box::new(open) },
    };
    Talk { talk: CaseTalk::at_first(offer, facts), aside }.ask(Vec::new())
}

/// What happens next in a case.
pub(super) fn go_on(talk: CaseTalk, aside: State, input: Input) -> (State, Vec<Say>) {
    let talk = Talk { talk, aside };
    let at = talk.talk.at;
    match input {
        Input::Begin | Input::Edit { .. } | Input::Pasted(_) => {
            let (state, says) = step(talk.aside, input);
            (state, with(Say::CaseStopped, says))
        }
        Input::Case { offer, facts } => Talk { talk: CaseTalk::at_first(offer, facts), ..talk }.ask(Vec::new()),
        Input::Words { text, today } => talk.words(&text, today),
        Input::Back => talk.back(),
        Input::Skip => talk.onward(Vec::new()),
        Input::Decline => talk.keep(String::new()),
        Input::Save => talk.done(Vec::new()),
        Input::Cancel | Input::Pause => (talk.aside, vec![Say::CaseStopped]),
        Input::StartOver => {
            let CaseTalk { offer, facts, .. } = talk.talk;
            Talk { talk: CaseTalk::at_first(offer, facts), aside: talk.aside }.ask(Vec::new())
        }
        Input::Help => talk.ask(vec![Say::ExplainFact(at)]),
        Input::Why => talk.ask(vec![Say::WhyFact(at)]),
        Input::Again => talk.ask(vec![Say::WelcomeBack]),
        Input::Repeat
        | Input::Answered(_)
        | Input::Filled { .. }
        | Input::Settled(_)
        | Input::Change(_)
        | Input::Confirm => talk.ask(Vec::new()),
    }
}

/// What a whole message means here, where it steers and is no answer.
enum Bare {
    /// There is nothing to say: an answer is taken away.
    TakeOut,
    /// No: nothing to say where there is no answer. Where there is one it may as well mean "no, leave it", and so
    /// takes nothing away.
    No,
    /// That is all.
    Done,
}

impl Bare {
    fn read(text: &str) -> Option<Self> {
        match Control::read(text) {
            _ if says_none(text) => Some(Self::TakeOut),
            Some(Control::ThatsAll) => Some(Self::Done),
            _ => bare_no(text).then_some(Self::No),
        }
    }
}

struct Talk {
    talk: CaseTalk,
    aside: State,
}

impl Talk {
    fn ask(self, mut says: Vec<Say>) -> (State, Vec<Say>) {
        says.push(Say::AskFact(self.talk.at));
        (State::Case { talk: self.talk, aside: Box::new(self.aside) }, says)
    }

    fn done(self, mut says: Vec<Say>) -> (State, Vec<Say>) {
        says.push(Say::CaseComplete { offer: self.talk.offer });
        (self.aside, says)
    }

    fn back(mut self) -> (State, Vec<Say>) {
        match self.talk.before() {
            Some(question) => {
                self.talk.at = question;
                self.talk.failures = 0;
                self.ask(Vec::new())
            }
            None => self.ask(vec![Say::NothingBefore]),
        }
    }

    fn onward(mut self, says: Vec<Say>) -> (State, Vec<Say>) {
        match self.talk.next() {
            Some(question) => {
                self.talk.at = question;
                self.talk.failures = 0;
                self.ask(says)
            }
            None => self.done(says),
        }
    }

    /// Keeps an answer, or takes the one before away where it is empty, and goes on.
    fn keep(mut self, text: String) -> (State, Vec<Say>) {
        let fact = self.talk.at.fact();
        if text.is_empty() && self.talk.facts.get(fact).is_none() {
            return self.onward(Vec::new());
        }
        self.talk.facts.set(fact, &text);
        let kept = Say::Keep { offer: self.talk.offer, fact, text };
        self.onward(vec![kept])
    }

    fn words(self, text: &str, today: Date) -> (State, Vec<Say>) {
        match Bare::read(text) {
            Some(Bare::TakeOut) => return self.keep(String::new()),
            Some(Bare::No) if self.talk.facts.get(self.talk.at.fact()).is_some() => {
                return self.ask(vec![Say::FactRefused(Refused::BareNo)]);
            }
            Some(Bare::No) => return self.onward(Vec::new()),
            Some(Bare::Done) => return self.done(Vec::new()),
            None => {}
        }
        match Control::read(text) {
            // Everything that means no was taken above.
            Some(Control::No | Control::GoOn) => self.onward(Vec::new()),
            Some(Control::ThatsAll) => self.done(Vec::new()),
            Some(Control::Yes) => self.failed(Refused::BareYes),
            Some(Control::Change(_)) => self.failed(Refused::OfOffer),
            Some(control) => go_on(self.talk, self.aside, control.into()),
            None => self.answer(text, today),
        }
    }

    fn answer(self, text: &str, today: Date) -> (State, Vec<Say>) {
        let fact = self.talk.at.fact();
        let text = read_fact(fact, text, today);
        let (long, longest) = (text.chars().count(), fact.longest());
        if text.is_empty() {
            return self.failed(Refused::Empty);
        }
        if asks(&text) {
            return self.failed(Refused::Question);
        }
        if long > longest {
            // Cutting it off would put half a sentence into a script.
            return self.failed(Refused::TooLong { long, longest });
        }
        self.keep(text)
    }

    fn failed(mut self, why: Refused) -> (State, Vec<Say>) {
        self.talk.failures = self.talk.failures.saturating_add(1);
        let mut says = vec![Say::FactRefused(why)];
        if self.talk.failures >= FAILURES_BEFORE_EXAMPLES {
            says.push(Say::FactExamples(self.talk.at));
        }
        self.ask(says)
    }
}
