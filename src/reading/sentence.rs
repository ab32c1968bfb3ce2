//! What one sentence says: amounts to their fields, days to theirs, and the words around them.
//!
//! Owns the order in which a sentence is read, the same for a letter and for a message. Must not know which question
//! is open but for what that makes of a name.

mod foreign;
mod joint;
mod offered;
mod untied;

use foreign::in_dollars;
use offered::{offered, posted, take_earlier};

use jiff::civil::Date;

use super::amounts::{counts_as_amount, drop_what_is_not_offered, finals, is_money};
use super::claim::{Claim, Outcome};
use super::lexicon::Term;
use super::phrases::{has, length_at};
use super::text::{Age, Sentence};
use super::ties::{Heading, Label, Tied, Topic, heading, is_employer, labels, names_year, tie};
use super::tokens::Token;
use super::weigh::Voice;
use super::{grant, pay, sign_on};
use crate::money::Money;
use crate::offer::Field;

/// How the bases and sign-ons of a text are told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum MoneyTold {
    /// All to the dollar: a bare figure behind "RSUs" counts them.
    InFull,
    /// Some in bare thousands: a bare figure before "RSUs" may be, too.
    InBareThousands,
    /// In any other way.
    Otherwise,
}

/// What is known when a sentence is read.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Context {
    pub(crate) voice: Voice,
    /// The question that is open.
    pub(crate) asked: Option<Field>,
    pub(crate) today: Date,
    /// Another currency is named somewhere in the text.
    pub(crate) foreign: bool,
    /// Only of another employer's pay another currency is named: figures that are written as dollars are sure.
    pub(crate) foreign_of_others: bool,
    /// The sentence before was about this.
    pub(crate) before: Option<Topic>,
    /// The short line before named this and gave no figure.
    pub(crate) named_before: Option<Topic>,
    /// The year of the heading above.
    pub(crate) year: Option<u8>,
    /// The base that was told before.
    pub(crate) base: Option<Money>,
    /// How the bases and sign-ons of the text are told.
    pub(crate) money: MoneyTold,
    /// It says again what the sentence before said.
    pub(crate) corrects: bool,
}

/// The most tokens of a line that only names something, and of one that only gives its figure.
const SHORT: usize = 10;

/// What a short line names without a figure: the next line may give it.
pub(crate) fn named_alone(sentence: &Sentence) -> Option<Topic> {
    let tokens = &sentence.tokens;
    // "6. Relocation.": the number of a clause is no figure.
    let numbered = tokens.get(1).is_some_and(|next| next.is_mark_of(&['.', ')']));
    // "SIGN-ON PAYMENT (YEAR 1)": nor is that of a year.
    let of_year = |at: usize| at > 0 && tokens[at - 1].is(Term::Year) && names_year(&tokens[at - 1..=at]);
    let figures = (usize::from(numbered)..tokens.len()).any(|at| tokens[at].figure().is_some() && !of_year(at));
    let topic = labels(tokens).last().map(|label| label.topic)?;
    let wanted = matches!(topic, Topic::Base | Topic::SignOn | Topic::Grant | Topic::Total | Topic::Relocation);
    (!figures && tokens.len() <= SHORT && wanted).then_some(topic)
}

/// Reads the amounts of a sentence; returns what it was about last.
pub(crate) fn read_amounts(sentence: &Sentence, context: Context, outcome: &mut Outcome) -> Option<Topic> {
    let tokens = &sentence.tokens;
    let known =
        Known { prose: context.voice == Voice::Letter, vests_from: vest_start(tokens), used: outcome.used.clone() };
    let is_amount = |index: usize| known.is_amount(sentence, index);
    let all: Vec<usize> = (0..tokens.len()).filter(|index| is_amount(*index)).collect();
    let amounts = in_dollars(sentence, context, all, outcome)?;
    let found = counted(tokens, labels(tokens), context.asked, &outcome.used);
    // "Base 18O,OOO": no number, and said to be left out. A percentage of pay is no amount.
    let unclear = |token: &Token| {
        matches!(token.kind, super::tokens::Kind::Unclear(_)) || token.figure().is_some_and(|figure| figure.percent)
    };
    let of_pay = |label: &Label| matches!(label.topic, Topic::Base | Topic::SignOn);
    if known.prose && amounts.is_empty() && tokens.iter().any(unclear) && found.iter().any(of_pay) {
        outcome.left = true;
    }
    let head = heading(tokens, &found, is_amount);
    let Some(mut tied) = offered(sentence, context, (&found, &head), &amounts, outcome) else {
        outcome.left |= !amounts.is_empty();
        return None;
    };
    let all_tied = tied.clone();
    let dropped = drop_what_is_not_offered(tokens, &mut tied, known.prose);
    outcome.left |= dropped;
    if !known.prose {
        take_earlier(tokens, &all_tied, &tied, outcome);
    }
    posted(tokens, &all_tied, &mut tied, dropped || head.topics == [Topic::Posted], outcome);
    if sentence.age == Age::Old || sentence.quoted {
        outcome.left |= !tied.is_empty();
        return None;
    }
    let claims_before = outcome.claims.len();
    claim(sentence, &mut tied, (&found, &head), &amounts, context, outcome);
    if let Some(year) = context.year {
        for claim in &mut outcome.claims[claims_before..] {
            if let Claim::SignOn { year: told @ None, .. } = claim {
                *told = Some(year);
            }
        }
    }
    let last = tied.iter().rev().find_map(|amount| amount.topic);
    // What is gone of a range was of the base: "I got 186." may follow.
    let of_range = dropped && found.iter().any(|label| matches!(label.topic, Topic::Base | Topic::Posted));
    let posted = outcome.claims.iter().any(|claim| matches!(claim, Claim::Posted(..)));
    last.or_else(|| found.iter().rev().map(|label| label.topic).find(|topic| *topic == Topic::SignOn))
        .or((of_range || posted).then_some(Topic::Posted))
}

/// What is known of a sentence's tokens before its amounts are read.
struct Known {
    prose: bool,
    /// From where on bare figures are parts of a vest.
    vests_from: usize,
    used: Vec<bool>,
}

impl Known {
    /// Whether a token is an amount, and no part of what vests.
    fn is_amount(&self, sentence: &Sentence, index: usize) -> bool {
        let (tokens, vests_from) = (&sentence.tokens, self.vests_from);
        !self.used[index]
            && counts_as_amount(sentence, index, self.prose)
            && (index < vests_from || is_money(tokens, index))
            && (!self.prose || !is_part_of_vest(tokens, index, vests_from))
            && !(self.prose && index > vests_from && is_year_of_vest(tokens, index))
    }
}

/// Claims what the amounts that are left say, each by its topic, and what the sentence denies.
fn claim(
    sentence: &Sentence,
    tied: &mut [Tied],
    (found, head): (&[Label], &Heading),
    amounts: &[usize],
    context: Context,
    outcome: &mut Outcome,
) {
    let tokens = &sentence.tokens;
    let told_by_years = names_year(tokens) || context.year.is_some();
    // "Bonus is 90/70": of two years, as nobody tells another bonus.
    let bonus: Vec<usize> =
        tied.iter().filter(|amount| amount.topic == Some(Topic::Bonus)).map(|amount| amount.index).collect();
    let pair = matches!(bonus[..], [one, two] if two == one + 2 && tokens[one + 1].is_mark('/'));
    let told_by_years = told_by_years || pair && context.voice == Voice::Message;
    for amount in tied.iter_mut().filter(|amount| amount.topic == Some(Topic::Bonus)) {
        amount.topic = Some(if told_by_years { Topic::SignOn } else { Topic::Benefit });
    }
    let standing: Vec<usize> = tied.iter().map(|amount| amount.index).collect();
    by_topic(sentence, tied, &standing, context, outcome);
    none_by_heading(tokens, head, amounts, outcome);
    for label in found {
        outcome.take(label.start, label.end);
    }
    let told = |topic| tied.iter().any(|amount| amount.topic == Some(topic));
    if sign_on::denies_sign_on(tokens) && !told(Topic::SignOn) {
        outcome.claims.push(sign_on::denied(tokens));
    }
    if grant::denies_grant(tokens) && !told(Topic::Grant) {
        outcome.claims.push(Claim::NoGrant);
    }
}

/// "Sign-on bonus: N/A".
fn none_by_heading(tokens: &[Token], head: &Heading, amounts: &[usize], outcome: &mut Outcome) {
    let rest = &tokens[head.end..];
    let none = rest.iter().all(|token| token.is(Term::PlainNone) || matches!(token.kind, super::tokens::Kind::Mark(_)))
        && rest.iter().any(|token| token.is(Term::PlainNone));
    if head.end == 0 || !amounts.is_empty() || !none {
        return;
    }
    match head.topics.as_slice() {
        [Topic::SignOn] => outcome.claims.push(Claim::NoSignOn),
        [Topic::Grant] => outcome.claims.push(Claim::NoGrant),
        _ => {}
    }
}

/// Labels that count while a field is asked for, outside of what is understood already.
fn counted(tokens: &[Token], mut found: Vec<Label>, asked: Option<Field>, used: &[bool]) -> Vec<Label> {
    // "hold on, the grant is 1,450 shares": about another field than the one asked for.
    let corrects = has(tokens, Term::Correction)
        || found.iter().any(|label| {
            // "My rsu at google are 300k": a name of somebody is no field.
            label.topic != Topic::OtherOffer && tokens.get(label.end).is_some_and(|next| next.is(Term::Is))
        })
        || is_named_figure(tokens, &found, asked);
    // "I only heard it over the phone": the phone is no benefit.
    let spoken = |label: &Label| label.topic == Topic::Benefit && tokens[label.start].is(Term::Verbal);
    found.retain(|label| !used[label.start] && !spoken(label));
    let of_left = |topic| {
        matches!(
            topic,
            Topic::Benefit
                | Topic::Grant
                | Topic::OtherOffer
                | Topic::Bonus
                | Topic::Mine
                | Topic::OtherStock
                | Topic::Price
                | Topic::SignOn
        )
    };
    let has_left = found.iter().any(|label| label.topic == Topic::LeftBehind);
    let has_walk = found.iter().any(|label| label.topic == Topic::WalkAway);
    match asked {
        Some(Field::LeftBehind) if has_left || !corrects => found.retain(|label| !of_left(label.topic)),
        Some(Field::WalkAway) if !corrects => found.retain(|label| label.topic == Topic::WalkAway),
        // "rsu 400k, in writing, nothing left behind": what stands in pieces before it is the offer's.
        _ if has_left => {
            let left = found.iter().find(|label| label.topic == Topic::LeftBehind).map_or(0, |label| label.start);
            let piece = tokens[..left].iter().rposition(|token| token.is_mark(',')).unwrap_or_default();
            let offered = |label: &Label| label.end <= piece && matches!(label.topic, Topic::SignOn | Topic::Grant);
            found.retain(|label| !of_left(label.topic) || offered(label));
        }
        _ if has_walk => found.retain(|label| !matches!(label.topic, Topic::Total | Topic::OtherOffer | Topic::Mine)),
        _ => {}
    }
    found
}

/// "base 200", and nothing else: that field's figure, whatever is asked. Stock may be what is left behind.
fn is_named_figure(tokens: &[Token], found: &[Label], asked: Option<Field>) -> bool {
    let [only] = found else { return false };
    let pay = only.topic == Topic::Base || only.topic == Topic::SignOn && asked == Some(Field::WalkAway);
    let rest = &tokens[only.end..];
    let value = |token: &Token| token.figure().is_some() || token.is_mark_of(&['/', '.']);
    pay && only.start == 0 && !rest.is_empty() && rest.iter().all(value)
}

/// Gives the amounts of each topic to its reader.
fn by_topic(sentence: &Sentence, tied: &[Tied], amounts: &[usize], context: Context, outcome: &mut Outcome) {
    let tokens = &sentence.tokens;
    let prose = context.voice == Voice::Letter;
    let of = |topics: &[Topic]| -> Vec<Tied> {
        tied.iter().filter(|amount| amount.topic.is_some_and(|topic| topics.contains(&topic))).cloned().collect()
    };
    let four_years = super::part::says_four_years(tokens);
    let sign_on = of(&[Topic::SignOn]);
    if !sign_on.is_empty() {
        let of_grant = labels(tokens).iter().any(|label| label.topic == Topic::Grant);
        if four_years && !of_grant && !names_year(tokens) && prose {
            outcome.left = true;
            outcome.problems.push(super::LetterProblem::SignOn(super::LetterSignOn::MoreYears).into());
        } else {
            sign_on::read_sign_on(sentence, &sign_on, amounts, prose, outcome);
        }
    }
    let base = of(&[Topic::Base]);
    pay::read_base(tokens, &base, prose, outcome);
    let stock = of(&[Topic::Grant, Topic::Price]);
    if !stock.is_empty() {
        let base = outcome.claims.iter().find_map(|claim| match claim {
            Claim::Base(base) => Some(*base),
            _ => None,
        });
        let full = context.money == MoneyTold::InFull;
        let least = grant::least_count(full, base.or(context.base));
        let shorthand = prose && context.money == MoneyTold::InBareThousands;
        grant::read_grant(sentence, &stock, grant::Told { prose, shorthand, least }, outcome);
        if let Some((day, from, until)) = grant::priced_on(tokens, &stock, context.today) {
            outcome.claims.push(Claim::PricedOn(day));
            outcome.take(from, until);
        }
    }
    let quote = super::part::quote(&sentence.text);
    if !prose {
        pay::read_left_behind(tokens, &of(&[Topic::LeftBehind]), &quote, outcome);
        pay::read_walk_away(tokens, &of(&[Topic::WalkAway]), &quote, outcome);
    }
    pay::read_totals(tokens, &of(&[Topic::Total]), outcome);
    let unwanted = |amount: &&Tied| {
        !matches!(
            amount.topic,
            Some(
                Topic::SignOn
                    | Topic::Base
                    | Topic::Grant
                    | Topic::Price
                    | Topic::LeftBehind
                    | Topic::WalkAway
                    | Topic::Total
            )
        )
    };
    for amount in tied.iter().filter(unwanted) {
        let untold = amount.topic.is_none() && context.voice == Voice::Message;
        outcome.left |= untold || is_money(tokens, amount.index);
    }
    for amount in tied.iter().filter(|amount| amount.topic.is_some()) {
        outcome.take(amount.index, amount.index + 1);
    }
}

/// "RSU vest (5%): $21,000", "15% (270 units) on the second anniversary": a part of the grant.
fn is_part_of_vest(tokens: &[Token], index: usize, vests_from: usize) -> bool {
    // "100% of 800 units vests after 12 months": all of it.
    let percent = |token: &Token| {
        token.figure().is_some_and(|figure| figure.percent && figure.value < crate::money::Money::dollars(100))
    };
    // "10% year one, ... 40% year four of $900,000": parts of a whole, and the whole.
    let parts = tokens[..index].iter().filter_map(Token::figure).filter(|figure| figure.percent);
    let whole = parts.fold(crate::money::Money::ZERO, |sum, figure| sum + figure.value);
    if whole == crate::money::Money::dollars(100) && index > 0 && tokens[index - 1].is(Term::Of) {
        return false;
    }
    let before = tokens[..index].iter().any(percent);
    let dated = has(tokens, Term::AnniversaryWord) || tokens.iter().any(|token| token.is(Term::Month));
    let of_vest = index > vests_from && tokens[vests_from..index].iter().any(percent);
    before && (of_vest || (dated && super::amounts::counts_units(tokens, index)))
}

/// "RSU vest: Y1 95 shares, Y2 285": what comes in a year.
fn is_year_of_vest(tokens: &[Token], index: usize) -> bool {
    names_year(&tokens[index.saturating_sub(3)..index]) || (has(tokens, Term::YearOne) && has(tokens, Term::YearTwo))
}

/// From where on bare figures are parts of a vest: after "vest" in a sentence that says how.
fn vest_start(tokens: &[Token]) -> usize {
    (0..tokens.len()).find(|at| tokens[*at].is(Term::Vest)).unwrap_or(tokens.len())
}

/// "If you joined at L7, base would be ...": what would be, not what is.
pub(crate) fn is_supposed(tokens: &[Token]) -> bool {
    has(tokens, Term::If) && has(tokens, Term::Would)
}

/// Whether a sentence is about what the reader earns, asked for or gives up, or about what
/// would be if: not about what is offered.
pub(crate) fn is_no_offer(tokens: &[Token]) -> bool {
    is_supposed(tokens) || (0..tokens.len()).any(|at| length_at(tokens, at, Term::NotOffered).is_some())
}
