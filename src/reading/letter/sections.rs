//! Parts of a text that are of another than the offer: under a heading of their own, or in a column beside it.
//!
//! Owns what a heading is and how far it reaches. Must not know what the figures below it mean.

use super::{Sentence, Term, Topic, cut, has, is_employer, is_value, labels};
use crate::market::Companies;
use crate::reading::level::level_at;
use crate::reading::phrases::{length_at, length_of_any};
use crate::reading::tokens::{Kind, Token};

/// Whose the lines below a heading are.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Section {
    Offer,
    /// Another employer's.
    Employer,
    /// The job that the reader has, what they asked for, what others get.
    Reader,
}

/// The most words of a heading.
const HEADING: usize = 8;

/// Marks what stands below "Meta:", "Current job", "My counter:", up to the next heading or word of the offer.
pub(super) fn set_aside(found: &mut [Sentence]) {
    let mut section = Section::Offer;
    for at in 0..found.len() {
        let below = &found[at + 1..found.len().min(at + 1 + BELOW)];
        let headed = section_of(&found[at], section).filter(|of| *of == Section::Offer || below.iter().any(tells));
        if let Some(of) = headed {
            section = of;
        } else if section != Section::Offer && turns_to_offer(&found[at], section) {
            section = Section::Offer;
        } else {
            found[at].of_others = section != Section::Offer;
        }
    }
}

/// In how many lines below a heading one has to tell something.
const BELOW: usize = 3;

/// A line that a heading can stand over: one with a figure or the name of one.
fn tells(sentence: &Sentence) -> bool {
    let tokens = &sentence.tokens;
    tokens.iter().any(|token| token.figure().is_some())
        || !labels(tokens).is_empty()
        || (0..tokens.len()).any(|at| level_at(tokens, at).is_some())
}

fn is_own(token: &Token) -> bool {
    let called = |word: &str| Companies::asked_for().is_called(word);
    called(&token.word) || token.word.strip_suffix('s').is_some_and(called)
}

/// Whose the lines below a line are, where it is a heading; `above`: whose those above it are.
fn section_of(sentence: &Sentence, above: Section) -> Option<Section> {
    let tokens = &sentence.tokens;
    let words = tokens.iter().filter(|token| token.kind == Kind::Word).count();
    let amount = tokens.iter().any(|token| !matches!(token.kind, Kind::Word | Kind::Mark(_)) && !is_number(token));
    let ends = tokens.last().is_some_and(|last| last.is_mark_of(&['.', '?', '!', ',']));
    if !sentence.alone || sentence.quoted || words == 0 || words > HEADING || amount || ends {
        return None;
    }
    // "Offer 2: Google" is one, "Current employer: Google" in a form gives a value.
    let colon = tokens.iter().position(|token| token.is_mark(':')).filter(|colon| colon + 1 < tokens.len());
    let numbered = |token: &Token| token.is(Term::SectionLead) || is_number(token) || token.word.len() == 1;
    let named = match colon {
        Some(colon) if tokens[..colon].iter().all(numbered) => &tokens[colon + 1..],
        Some(_) => return None,
        None => &tokens[..],
    };
    let (own, employer) = (named.iter().any(is_own), named.iter().any(is_employer));
    let employer =
        employer || !own && [Term::UnnamedEmployer, Term::OtherOffer].into_iter().any(|term| has(named, term));
    if has(named, Term::Versus) || !is_heading(named, own || employer) {
        return None;
    }
    let says = |terms: &[Term]| terms.iter().any(|term| has(named, *term));
    let others = says(&[Term::Hearsay, Term::Somebody, Term::OthersHeading]);
    let reader = says(&[Term::MyJob, Term::PresentJob, Term::Wish, Term::NotOffered]);
    // "Your current offer" is the offer, "current package" is the job's, "my numbers now" as well.
    let mine = named.iter().all(|token| token.is(Term::OwnHeading) || token.kind != Kind::Word);
    let offer = has(named, Term::OfferNoun) && has(named, Term::MineHeading) && !has(named, Term::Wish);
    let present = says(&[Term::Mine, Term::MineHeading]) && !own && !has(named, Term::OfferWord);
    let now = named[0].is(Term::MineWord) && says(&[Term::Now, Term::PayNow]) && !own;
    let present = present || now && !has(named, Term::OfferNoun);
    match (own, employer) {
        _ if others => Some(Section::Reader),
        (true, true) => None,
        (false, true) => Some(Section::Employer),
        _ if offer => Some(Section::Offer),
        _ if reader || present => Some(Section::Reader),
        (true, false) => Some(Section::Offer),
        // "Compensation" below "Google" is Google's, as is "Their offer"; below "My counter" that is the offer.
        (false, false) if above == Section::Employer => mine.then_some(Section::Offer),
        (false, false) => (mine || says(&[Term::OfferNoun, Term::TheOffer, Term::Settled])).then_some(Section::Offer),
    }
}

/// "Offer 1", "Level 5": no amount.
fn is_number(token: &Token) -> bool {
    token.figure().is_some_and(|figure| figure.bare && !figure.percent) && !is_value(token)
}

/// Whether every word is one of a heading: of offers, jobs and asks; beside a company also its level and place.
fn is_heading(tokens: &[Token], company: bool) -> bool {
    const WORDS: [Term; 19] = [
        Term::OthersHeading,
        Term::OwnHeading,
        Term::HeadingWord,
        Term::SectionLead,
        Term::OfferWord,
        Term::OfferNoun,
        Term::TheOffer,
        Term::Mine,
        Term::MineHeading,
        Term::MyJob,
        Term::PresentJob,
        Term::Wish,
        Term::NotOffered,
        Term::Hearsay,
        Term::Somebody,
        Term::UnnamedEmployer,
        Term::Total,
        Term::Revised,
        Term::Settled,
    ];
    let mut at = 0;
    let mut aside = false;
    while at < tokens.len() {
        let token = &tokens[at];
        aside |= token.is_mark_of(&['(', ',', '-', '|']);
        let known = length_of_any(tokens, at, &WORDS);
        let levelled = || level_at(tokens, at).map(|(_, length)| length);
        let word = token.kind == Kind::Word;
        let short = word && token.word.len() <= 3 && token.word.ends_with(|c: char| c.is_ascii_digit());
        let titled = token.is(Term::Craft) || token.is(Term::Level) || token.is(Term::TitleWord);
        let of_company = is_own(token) || is_employer(token) || company && (short || titled || aside);
        match known.or_else(levelled) {
            Some(length) => at += length,
            None if !word || of_company => at += 1,
            None => return false,
        }
    }
    true
}

/// Whether a sentence speaks of the offer again: it names the company, or behind the reader's own figures the offer.
fn turns_to_offer(sentence: &Sentence, section: Section) -> bool {
    let tokens = &sentence.tokens;
    let others = [Term::Hearsay, Term::Somebody, Term::MyJob, Term::Wish].into_iter().any(|term| has(tokens, term));
    let offers = section == Section::Reader
        && !sentence.listed
        && [Term::TheOffer, Term::Settled].into_iter().any(|term| has(tokens, term));
    // "Higher than Amazon" does not turn to it; "Hi Ann, Amazon is pleased" does.
    let leads = |at: usize| at < LEADING || tokens[at - 1].is_mark_of(&[',', ':']);
    let named = (0..tokens.len()).any(|at| is_own(&tokens[at]) && leads(at));
    !others && !tokens.iter().any(is_employer) && (named || offers)
}

/// How many tokens lead a sentence: "At Amazon".
const LEADING: usize = 2;

/// Two offers side by side, as "Microsoft vs Amazon" names them.
#[derive(Debug, Default)]
pub(super) struct Columns {
    /// Whether this offer's is the second; none where the line above named none.
    second: Option<bool>,
}

impl Columns {
    /// A line of two sides as its own side alone, or without both where none is said to be the offer's.
    pub(super) fn take(&mut self, sentence: &Sentence) -> Option<Sentence> {
        let tokens = &sentence.tokens;
        let at = tokens.iter().position(|token| token.is(Term::Versus))?;
        // "Old vs new: base 150k vs 165k".
        let colon = tokens[at..].iter().position(|token| token.is_mark(':')).map(|colon| at + colon);
        let again = |colon: &usize| tokens[*colon..].iter().any(|token| token.is(Term::Versus));
        if let Some(colon) = colon.filter(again) {
            let second = second_of(&tokens[..at], &tokens[at + 1..colon]);
            let rest = sentence.text.get(tokens[colon].end..)?;
            return Self { second }.side(&cut_to(sentence, rest));
        }
        let words = tokens.iter().filter(|token| token.kind == Kind::Word).count();
        let named = is_of_offer(tokens) || tokens.iter().any(is_employer);
        if sentence.alone && words <= HEADING && named && !tokens.iter().any(is_value) {
            self.second = second_of(&tokens[..at], &tokens[at + 1..]);
            return None;
        }
        self.side(sentence)
    }

    /// The offer's side of a line; without both where none is said to be it.
    fn side(&self, sentence: &Sentence) -> Option<Sentence> {
        let tokens = &sentence.tokens;
        let at = tokens.iter().position(|token| token.is(Term::Versus))?;
        let (left, right) = (&tokens[..at], &tokens[at + 1..]);
        let figures = |side: &[Token]| side.iter().any(is_value);
        let both = figures(left) && figures(right) || self.second.is_some() && sentence.listed;
        // "185k (vs 172k before)", "185k vs Google's 172k" say whose the other is.
        let aside = left.last().is_some_and(|last| last.is_mark_of(&['(', ',']));
        if !both || aside || tokens.iter().any(is_employer) {
            return None;
        }
        let value = left.iter().position(|token| is_value(token) || is_number(token));
        let first = value.or_else(|| left.iter().position(|token| token.is_mark(':')).map(|colon| colon + 1));
        let name = first.map_or("", |first| {
            let until = left.get(first).map_or(tokens[at].start, |token| token.start);
            sentence.text.get(..until).unwrap_or_default()
        });
        let text = match self.second.or_else(|| told_second(left, right)) {
            Some(false) => sentence.text.get(..tokens[at].start)?.to_owned(),
            Some(true) => format!("{name}{}", sentence.text.get(right.first()?.start..)?),
            None if is_pay(left) => name.to_owned(),
            None => return None,
        };
        Some(cut_to(sentence, &text))
    }
}

/// Whether of two sides the second is the offer's; none where that is said of neither or of both.
fn second_of(left: &[Token], right: &[Token]) -> Option<bool> {
    match (is_of_offer(left), is_of_offer(right)) {
        (true, false) => Some(false),
        (false, true) => Some(true),
        _ => None,
    }
}

fn cut_to(sentence: &Sentence, text: &str) -> Sentence {
    let text = text.trim().to_owned();
    Sentence { tokens: cut(&text), text, cells: Vec::new(), ..sentence.clone() }
}

/// Whether a side of a line is said to be the offer's: "Amazon", "new", "offered".
fn is_of_offer(side: &[Token]) -> bool {
    let of = |term| has(side, term);
    let offered = side.iter().any(is_own) || of(Term::TheOffer) || of(Term::Revised) || of(Term::OfferWord);
    offered && !side.iter().any(is_employer) && !of(Term::MyJob) && !of(Term::Old) && !of(Term::Wish)
}

/// "172k now vs 165k new": whether the second is the offer's, by words beside the figures.
fn told_second(left: &[Token], right: &[Token]) -> Option<bool> {
    let earlier = |side: &[Token]| {
        let terms =
            [Term::Old, Term::EarlierBehind, Term::MyJob, Term::PayNow, Term::MineHeading, Term::Wish, Term::Hearsay];
        terms.into_iter().any(|term| has(side, term))
    };
    match (earlier(left), earlier(right)) {
        (false, true) => Some(false),
        (true, false) => Some(true),
        _ => second_of(left, right),
    }
}

/// Whether a side gives pay, and no ratio or score.
fn is_pay(side: &[Token]) -> bool {
    labels(side)
        .iter()
        .any(|label| matches!(label.topic, Topic::Base | Topic::SignOn | Topic::Bonus | Topic::Grant | Topic::Total))
        && (0..side.len()).all(|at| length_at(side, at, Term::Posted).is_none())
}
