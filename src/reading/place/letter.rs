//! Where a letter says that the job is: in a line that names things, behind its label, beside "office" and the like.
//!
//! Must not know messages.

use super::{Kind, Part, Place, PlaceNamed, Term, Token, as_written, behind_job, place_at, places_in, spelled_at};
use crate::market::{Companies, Role};
use crate::reading::amounts::is_money;
use crate::reading::claim::Claim;
use crate::reading::dates::dates_something;
use crate::reading::level::level_at;
use crate::reading::names::is_elsewhere;
use crate::reading::phrases::has;
use crate::reading::text::Sentence;
use crate::reading::ties::{Topic, labels};

/// Signs between the parts of a line: "Amazon | L6 | San Jose, California | 216k".
const PARTING: [char; 8] = ['|', ':', '(', ')', ';', '-', '/', '.'];

/// A part of a line that is a place's name and nothing else: "US, WA, Seattle", "Palo Alto, CA", "Sydney - base ...".
fn in_heading(sentence: &Sentence, stands: Stands) -> Vec<Place> {
    let tokens = &sentence.tokens;
    let parts = tokens.split(|token| token.is_mark_of(&PARTING) || token.kind == Kind::Break);
    let mut found: Vec<Place> = Vec::new();
    let tells = |token: &Token| token.figure().is_some() || token.is(Term::Craft) || token.is(Term::Level);
    let told = tokens.iter().any(tells) || (0..tokens.len()).any(|at| level_at(tokens, at).is_some());
    let line = stands == Stands::First || stands == Stands::AmongFacts && tokens.len() <= MOST_TOKENS;
    // "Dallas, it was great to meet you": no line of names.
    let short = tokens.iter().filter(|token| token.kind == Kind::Word).count() <= SHORT_LINE;
    let alone = line || (tokens.len() <= 3 && tokens.first().is_some_and(|token| token.is(Term::PlaceLead)));
    for part in parts.filter(|part| !part.is_empty()) {
        if part[0].is(Term::Country) && part.len() <= MOST_TOKENS {
            let span = sentence.text.get(part[0].start..part[part.len() - 1].end).unwrap_or_default();
            found.extend(Place::spelled(span).place().cloned());
            continue;
        }
        // "Principal Applied Scientist, Palo Alto, CA", "London, SDE II", "Berlin L5".
        if has(part, Term::Or) || has(part, Term::Greeting) {
            continue;
        }
        let led_up = |at: usize| at > 0 && part[at - 1].is(Term::PlaceLead);
        let led = |at: usize| alone && part[at - 1].is(Term::PlaceLead);
        let starts = |at: &usize| part[*at].kind == Kind::Word && (*at == 0 || part[at - 1].is_mark(',') || led(*at));
        // "In Toronto, Ontario": what stands behind a city's comma is its state.
        let of_city = |at: usize| {
            let city =
                |from: usize| spelled_at(&sentence.text, part, from).is_some_and(|(used, _)| from + used >= at - 1);
            (at.saturating_sub(4)..at.saturating_sub(1)).any(city)
        };
        let ends = |at: usize| {
            part.get(at).is_none_or(|next| next.is_mark(',') || tells(next) || level_at(part, at).is_some())
        };
        let named = (0..part.len()).filter(starts).filter(|at| *at == 0 || !of_city(*at)).filter_map(|at| {
            let (used, place) = spelled_at(&sentence.text, part, at)?;
            let whole = at == 0 && used == part.len() && part.iter().any(|token| token.is_mark(','));
            let elsewhere = is_elsewhere(part, at);
            (ends(at + used) && (told || (alone && (short || led_up(at))) || whole) && !elsewhere).then_some(place)
        });
        found.extend(named);
    }
    found.retain(|place| !place.is_region());
    found.dedup_by(|one, other| one.is(other));
    found
}

/// How many tokens after its first word a label's colon can stand.
const LABEL_REST: usize = 4;

/// The most words of a line that only names things.
const SHORT_LINE: usize = 5;

/// The most tokens of a place's name with its state and country.
const MOST_TOKENS: usize = 7;

/// A known place that starts at `at`, led up to by "in" or the like or clear by itself, with the tokens it takes.
/// `heading`: the line names things without a verb.
fn known_at(text: &str, tokens: &[Token], at: usize, heading: bool) -> Option<(usize, Place)> {
    let lead = at > 0 && tokens[at - 1].is(Term::PlaceLead) && !tokens[at - 1].is(Term::Away);
    if tokens[at].kind != Kind::Word {
        return None;
    }
    let starts = at == 0
        || tokens[at - 1].kind == Kind::Break
        || matches!(tokens[at - 1].kind, Kind::Mark(_))
        || is_behind_title(tokens, at);
    // "Santa Clara University".
    let school = |used: usize| tokens.get(at + used).is_some_and(|next| next.is(Term::School));
    if is_elsewhere(tokens, at) {
        return None;
    }
    if (lead || (heading && starts))
        && let Some(spelled) = spelled_at(text, tokens, at)
    {
        return Some(spelled).filter(|(used, _)| !school(*used));
    }
    let words = tokens[at..].iter().take(4).take_while(|token| token.kind == Kind::Word);
    let words: Vec<&str> = words.map(|token| token.word.as_str()).collect();
    let (used, place) = place_at(&words)?;
    let clear = used > 1 || words[0].len() > 3 || tokens[at].is(Term::ClearPlace);
    (clear && (lead || heading) && !school(used)).then_some((used, place))
}

/// "L6 Tokyo", "L5 SDE Nashville": right behind a level or a title.
fn is_behind_title(tokens: &[Token], at: usize) -> bool {
    let before = &tokens[at - 1];
    let levelled =
        (at.saturating_sub(2)..at).any(|from| level_at(tokens, from).is_some_and(|(_, used)| from + used == at));
    let of_title = before.is(Term::Craft) || before.is(Term::Manager) || Role::has_word(&before.word);
    levelled || of_title && !Companies::asked_for().is_called(&before.word)
}

/// Where a line stands in its letter.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Stands {
    /// At its head.
    First,
    /// Below the words that it ends with: the writer's own name, title and office.
    BelowSignOff,
    /// Before a line that gives figures, and behind no greeting.
    AmongFacts,
    /// Anywhere else.
    Between,
}

/// Whether a line ends a letter: "Best regards,".
pub(crate) fn signs_off(sentence: &Sentence) -> bool {
    let words = sentence.tokens.iter().filter(|token| token.kind == Kind::Word).count();
    words <= 2 && has(&sentence.tokens, Term::SignOff)
}

/// Whether a line near the end is of the writer: "Grace, Amazon HR".
pub(crate) fn is_signature(sentence: &Sentence) -> bool {
    let tokens = &sentence.tokens;
    tokens.len() <= MOST_TOKENS
        && has(tokens, Term::SignatureWord)
        && !tokens.iter().any(|token| token.figure().is_some() || token.is_mark(':'))
}

/// Whether a line greets: "Hi,".
pub(crate) fn greets(sentence: &Sentence) -> bool {
    sentence.tokens.first().is_some_and(|first| first.is(Term::Greeting))
}

/// What a sentence of a letter says of the place: beside "located in", "Location:", "office".
pub(crate) fn in_letter(sentence: &Sentence, stands: Stands) -> Option<Claim> {
    let tokens = &sentence.tokens;
    let job = behind_job(tokens).map(|rest| tokens.len() - rest.len());
    if job.is_some_and(|from| is_disputed(tokens, from)) {
        return None;
    }
    if let Some(from) = job {
        let mut found: Vec<Place> = (from..tokens.len())
            .filter_map(|at| known_at(&sentence.text, tokens, at, true))
            .map(|(_, place)| place)
            .collect();
        found.retain(|place| !place.is_region());
        found.dedup_by(|one, other| one.is(other));
        if let [place] = found.as_slice() {
            return Some(Claim::Place(place.clone()));
        }
    }
    let aside = is_of_writer(tokens) || is_of_people(tokens);
    if aside || has(tokens, Term::Moving) || has(tokens, Term::Address) || is_letterhead(sentence) {
        return None;
    }
    if stands != Stands::BelowSignOff
        && !has(tokens, Term::Recruiter)
        && let [place] = in_heading(sentence, stands).as_slice()
        && !names_another(tokens, place)
    {
        return Some(Claim::Place(place.clone()));
    }
    if let Some(label) = (0..tokens.len().min(5)).find(|at| tokens[*at].is(Term::PlaceLabel))
        && (sentence.listed || tokens.get(label + 1).is_some_and(|next| next.is_mark('-')))
    {
        let skipped = |token: &&Token| matches!(token.kind, Kind::Mark(_)) || token.is(Term::Is);
        // "Place of work: London (LHR16)".
        let rest = &tokens[label + 1..];
        let colon = rest.iter().take(LABEL_REST).position(|token| token.is_mark(':')).map_or(0, |colon| colon + 1);
        let after = rest[colon..].iter().find(|token| !skipped(token))?;
        return labelled(sentence, after);
    }
    let level_line = (0..tokens.len()).any(|at| level_at(tokens, at).is_some()) && tokens.len() <= 24;
    if !level_line && !has(tokens, Term::Location) && !is_of_pay(tokens) {
        return None;
    }
    let mut found: Vec<Place> = (0..tokens.len())
        .filter_map(|at| known_at(&sentence.text, tokens, at, level_line))
        .map(|(_, place)| place)
        .filter(|place| !place.is_region())
        .collect();
    found.dedup_by(|one, other| one.is(other));
    match found.as_slice() {
        [place] if !names_another(tokens, place) => Some(Claim::Place(place.clone())),
        _ => None,
    }
}

/// "You could move to Austin after six months", "I will be working from Denver; the team is in Seattle": a later move,
/// or one of two places.
fn is_disputed(tokens: &[Token], from: usize) -> bool {
    let parts = |token: &Token| token.is_mark_of(&[',', ';', '.', '(', ')', ':']) || token.is(Term::Turns);
    let start = tokens[..from].iter().rposition(parts).map_or(0, |mark| mark + 1);
    [Term::Might, Term::After].into_iter().any(|term| has(&tokens[start..from], term))
        || has(&tokens[..start], Term::WorkFrom)
}

/// "I'm in Chicago through Friday": where the writer is says nothing of the job, but in a line of the offer's facts.
fn is_of_writer(tokens: &[Token]) -> bool {
    let levelled = (0..tokens.len()).any(|at| level_at(tokens, at).is_some());
    has(tokens, Term::IAmIn)
        && !levelled
        && labels(tokens).is_empty()
        && tokens.iter().any(|token| token.is(Term::Until) || token.is(Term::To) || dates_something(token))
}

/// "The London team was on the loop": people of another place.
fn is_of_people(tokens: &[Token]) -> bool {
    let team = tokens.iter().position(|token| token.is(Term::TeamWord));
    team.is_some_and(|team| tokens[team + 1..].iter().any(|token| token.is(Term::LoopWord)))
}

/// "410 Terry Ave N, Seattle, WA 98109": where a letter comes from or goes to; "Office: ..., WA 98109" is where the job is.
fn is_letterhead(sentence: &Sentence) -> bool {
    let tokens = &sentence.tokens;
    let written = |token: &Token| sentence.text.get(token.start..token.end).unwrap_or_default();
    let code = |token: &Token| token.word.len() == 2 && written(token).chars().all(char::is_uppercase);
    let zip = |token: &Token| written(token).len() == ZIP_DIGITS && written(token).bytes().all(|b| b.is_ascii_digit());
    tokens.windows(2).any(|pair| code(&pair[0]) && zip(&pair[1]))
        && !has(tokens, Term::PlaceLabel)
        && !has(tokens, Term::Location)
}

const ZIP_DIGITS: usize = 5;

/// "Between Seattle and Austin", "190k in Seattle vs 205k in the Bay Area": another known place that may be the job's.
fn names_another(tokens: &[Token], place: &Place) -> bool {
    let own = place.to_string().to_lowercase();
    (0..tokens.len()).any(|at| {
        let words = tokens[at..].iter().take(4).take_while(|token| token.kind == Kind::Word);
        let words: Vec<&str> = words.map(|token| token.word.as_str()).collect();
        let Some((used, other)) = place_at(&words) else { return false };
        let clear = used > 1 || words[0].len() > 3 || tokens[at].is(Term::ClearPlace);
        // The "San Jose" of "San Jose, Costa Rica".
        let part = own.contains(&words[..used].join(" "));
        clear && !part && !other.is(place) && !is_elsewhere(tokens, at)
    })
}

/// "For Bellevue it's 158k base": pay that is offered at a place.
fn is_of_pay(tokens: &[Token]) -> bool {
    let pay = labels(tokens)
        .iter()
        .any(|label| matches!(label.topic, Topic::Base | Topic::SignOn | Topic::Grant | Topic::Total));
    let figures = (0..tokens.len()).any(|at| is_money(tokens, at));
    let other =
        [Term::MyJob, Term::Wish, Term::Hearsay, Term::PayNow, Term::Would, Term::Or, Term::Benefit, Term::NotOffered];
    pay && figures && !other.into_iter().any(|term| has(tokens, term))
}

/// The place behind its label: a known one by any of its words, else as it is written.
fn labelled(sentence: &Sentence, after: &Token) -> Option<Claim> {
    let text = sentence.text.get(after.start..)?.trim_end_matches(['.', '|', ' ']).trim();
    let name = text.split('(').next().unwrap_or(text).trim();
    if name.chars().any(|c| c.is_ascii_digit()) || name.chars().count() > Place::LONGEST_NAME || name.is_empty() {
        return None;
    }
    let from = sentence.tokens.iter().position(|token| token.start == after.start)?;
    let tokens: Vec<Token> = sentence.tokens[from..].iter().take_while(|token| !token.is_mark('(')).cloned().collect();
    if has(&tokens, Term::Or) || has(&tokens, Term::NoPlace) {
        return None;
    }
    match Place::of_text(name) {
        PlaceNamed::Known(place) | PlaceNamed::Us(place) | PlaceNamed::Abroad(place, _) => {
            let of_posting = tokens.first().is_some_and(|token| token.is(Term::Country));
            return Some(Claim::Place(if of_posting { place } else { as_written(name, place) }));
        }
        PlaceNamed::Either(_) | PlaceNamed::NoPlace | PlaceNamed::Near(_) => return None,
        PlaceNamed::Unknown(_) => {}
    }
    let part = Part::new(&sentence.text, tokens);
    let (known, others) = places_in(&part);
    match known.as_slice() {
        [place] if others.is_empty() => Some(Claim::Place(place.clone())),
        [_, _, ..] => None,
        _ => Some(Claim::Place(Place::from(name.to_owned()))),
    }
}
