//! A heading that names what the figures behind it are: "Base/sign-on/RSU: 185/90/400".

use super::{Label, Term, Token, Topic, has, length_at};

/// The name before a line's colon, which everything after it is for where nothing else is said.
#[derive(Clone, Debug, Default)]
pub(crate) struct Heading {
    pub(crate) topics: Vec<Topic>,
    /// The first token after the colon; 0 where there is no heading.
    pub(crate) end: usize,
}

/// The most tokens before the colon of a heading.
pub(super) const LONGEST_HEADING: usize = 14;

/// The heading of a line: names before its first colon, where no other name has a colon of its own.
pub(crate) fn heading(tokens: &[Token], labels: &[Label], is_amount: impl Fn(usize) -> bool) -> Heading {
    let colon = tokens.iter().take(LONGEST_HEADING).position(|token| token.is_mark(':') || token.is_mark('='));
    let Some(colon) = colon else { return Heading::default() };
    let named: Vec<&Label> = labels.iter().filter(|label| label.end <= colon).collect();
    let own =
        |label: &&Label| label.start > colon && tokens.get(label.end).is_some_and(|next| next.is_mark_of(&[':', '=']));
    let sum = named.is_empty() && has(&tokens[..colon], Term::Sum);
    if sum && !(0..colon).any(&is_amount) && !labels.iter().any(|label| own(&label)) {
        return Heading { topics: vec![Topic::Total], end: colon + 1 };
    }
    let so = !tokens[..colon].is_empty() && tokens[..colon].iter().all(|token| token.is(Term::SignOnHeading));
    if so {
        return Heading { topics: vec![Topic::SignOn], end: colon + 1 };
    }
    // "Nothing has changed from my previous email: base ...".
    let of_mail = |at: usize| tokens.get(at + 1).is_some_and(|next| next.is(Term::MailNoun));
    let mine = (0..colon).any(|at| length_at(&tokens[..colon], at, Term::MineHeading).is_some() && !of_mail(at));
    if !(0..colon).any(&is_amount) && mine {
        return Heading { topics: vec![Topic::Mine], end: colon + 1 };
    }
    if named.is_empty() || (0..colon).any(&is_amount) || labels.iter().any(|label| own(&label)) {
        return Heading::default();
    }
    let mut topics: Vec<Topic> = named.iter().map(|label| label.topic).collect();
    // What stands over all the others.
    for over in [
        Topic::Price,
        Topic::Total,
        Topic::OtherStock,
        Topic::Mine,
        Topic::Posted,
        Topic::OtherOffer,
        Topic::LeftBehind,
        Topic::WalkAway,
    ] {
        if topics.contains(&over) {
            topics = vec![over];
        }
    }
    topics.dedup();
    if topics.contains(&Topic::SignOn) {
        topics.retain(|topic| *topic != Topic::Bonus);
    }
    Heading { topics, end: colon + 1 }
}
