//! What a walkthrough under way takes, and whether a letter is of its offer or may be of another.

use super::{Letter, Walk};
use crate::offer::{Field, Grant, Offer, OfferDraft, OfferId};
use crate::reading::{Answer, Doubt, Settled};

/// What belongs to the user and to no one offer.
pub(super) const OF_THE_USER: [Field; 3] = [Field::LeftBehind, Field::Competing, Field::WalkAway];

impl Walk {
    /// The walkthrough that edits a saved offer.
    pub(super) fn editing(id: OfferId, offer: Offer) -> Self {
        let draft = OfferDraft::from(offer);
        Self { as_it_was: Some(Box::new(draft.clone())), draft, editing: Some(id), ..Self::default() }
    }

    /// The answers that were given in it.
    pub fn given(&self) -> OfferDraft {
        let mut given = self.draft.clone();
        given.competing.retain(|other| !self.known_others.contains(other));
        given
    }

    /// Whether nothing would be lost with it: no answer was given, or none of the saved offer's was changed.
    pub fn is_untouched(&self) -> bool {
        let same = match (&self.as_it_was, self.editing) {
            (Some(was), _) => {
                let answers =
                    |draft: &OfferDraft| OfferDraft { passed: std::collections::BTreeSet::new(), ..draft.clone() };
                answers(was) == answers(&self.draft)
            }
            (None, Some(_)) => false,
            (None, None) => self.given() == OfferDraft::default(),
        };
        same && self.doubts.is_empty()
    }

    /// Takes an answer. What was in doubt about the same thing no longer is.
    pub fn take(&mut self, answer: Answer) {
        self.doubts.retain(|doubt| match (doubt.company(), &answer) {
            (Some(company), Answer::Competing(offer)) => !offer.is_of(company),
            _ => doubt.field() != answer.field(),
        });
        answer.put_into(&mut self.draft);
    }

    /// Keeps a doubt to be asked later, in place of one about the same thing.
    pub(super) fn doubt_later(&mut self, doubt: Doubt) {
        self.doubts.retain(|other| !other.is_about_the_same(&doubt));
        self.doubts.push(doubt);
    }

    /// Takes what a letter says. That it is silent on something, or says "none", takes no answer away.
    #[must_use]
    pub fn with_letter(mut self, answers: Vec<Answer>) -> Self {
        for answer in answers {
            let takes_away = matches!(answer, Answer::Nothing(field) if field.required() || self.draft.has(field));
            if !takes_away {
                self.take(answer);
            }
        }
        self.pasted = true;
        self
    }

    /// It with a letter's answers, and its doubts to be asked later.
    pub(super) fn filled_by(self, letter: Letter) -> Self {
        let mut walk = self.with_letter(letter.answers);
        for doubt in letter.doubts {
            if !walk.knows_what_is_meant_by(&doubt) {
                walk.doubt_later(doubt);
            }
        }
        walk
    }

    /// It without any answer that is of one offer. What is about the user stays.
    pub(super) fn without_the_offer(mut self) -> Self {
        let mut draft = OfferDraft {
            left_behind: self.draft.left_behind,
            competing: std::mem::take(&mut self.draft.competing),
            walk_away: self.draft.walk_away,
            ..OfferDraft::default()
        };
        draft.passed.extend(self.draft.passed.iter().filter(|field| OF_THE_USER.contains(field)));
        self.doubts.retain(|doubt| OF_THE_USER.contains(&doubt.field()));
        Self { draft, ..self }
    }

    /// Which answers stay where the offer is replaced, of those that were given here.
    pub fn of_the_user(&self) -> Vec<Field> {
        let given = self.given();
        OF_THE_USER.into_iter().filter(|field| given.has(*field)).collect()
    }

    /// Whether a letter may be of another offer: it names another level or place, or differs from a letter that was
    /// read already, or from a saved offer.
    pub(super) fn may_be_of_another(&self, letter: &Letter) -> bool {
        let mut differ = letter.answers.iter().filter(|answer| self.differs(answer)).map(Answer::field);
        let other = |doubt: &Doubt| self.draft.has(doubt.field()) && !self.knows_what_is_meant_by(doubt);
        let in_doubt = |doubt: &Doubt| self.doubts.iter().any(|open| open.field() == doubt.field() && open != doubt);
        let mut doubts = letter.doubts.iter().filter(|doubt| doubt.field() != Field::Competing);
        if self.pasted || self.editing.is_some() {
            return differ.next().is_some() || doubts.any(|doubt| other(doubt) || in_doubt(doubt));
        }
        differ.any(|field| matches!(field, Field::Level | Field::Location)) || doubts.any(in_doubt)
    }

    /// Whether what is known is a reading of what a letter leaves in doubt.
    fn knows_what_is_meant_by(&self, doubt: &Doubt) -> bool {
        let known = |answer: &Answer| {
            let mut with = self.draft.clone();
            answer.clone().put_into(&mut with);
            with.passed.clone_from(&self.draft.passed);
            self.draft.has(answer.field()) && with == self.draft
        };
        let chosen = (0..).map_while(|choice| doubt.chosen(choice));
        let reading = chosen.filter_map(|settled| match settled {
            Settled::As(answer) => Some(answer),
            Settled::Narrowed(_) => None,
        });
        reading.into_iter().any(|answer| known(&answer))
            || match (doubt, self.draft.grant, self.draft.sign_on) {
                (Doubt::SharePrice { count: said }, Some(Grant::Shares { count, .. }), _) => *said == count,
                (Doubt::SignOnSplit { amount } | Doubt::SignOnSum { amount }, _, Some(sign_on)) => {
                    sign_on.total() == *amount
                }
                _ => false,
            }
    }

    /// Whether an answer is another than the one known.
    fn differs(&self, answer: &Answer) -> bool {
        let field = answer.field();
        let known = match field {
            Field::Vesting => !self.draft.schedule.is_amazons(),
            Field::Competing => false,
            _ => self.draft.has(field) && !matches!(answer, Answer::Nothing(_)),
        };
        let mut with = self.draft.clone();
        answer.clone().put_into(&mut with);
        with.passed.clone_from(&self.draft.passed);
        known && with != self.draft
    }
}
