//! Where the job is: a known place by any of its names, or another one as typed.

mod message;

pub(crate) use message::{in_message, known_in_message, labelled_in_message};

use super::claim::Claim;
use super::lexicon::Term;
use super::part::Part;
use super::phrases::{find, has};
use super::text::Sentence;
use super::tokens::{Kind, Token};
use super::{Answer, Doubt, PlaceProblem, Reading};
use crate::market::{Companies, Place, PlaceNamed};

/// Reads a place.
pub(crate) fn read_place(part: &Part<'_>) -> Reading {
    // "austin not seattle": what is denied is no place of this job.
    if let Some((at, _)) = find(&part.tokens, Term::NotPlace) {
        let before: Vec<Token> = part.tokens[..at].to_vec();
        let says = before.iter().any(|token| token.kind == Kind::Word && !token.is(Term::AroundPlace));
        if !says {
            // "not seattle, bellevue".
            let comma = part.tokens.iter().position(|token| token.is_mark(','));
            let behind = comma.map(|comma| part.tokens[comma + 1..].to_vec()).filter(|rest| !rest.is_empty());
            return match behind {
                Some(rest) => read_place(&Part::new(part.source, rest)),
                None => Reading::refused(PlaceProblem::Missing(part.quote())),
            };
        }
        return read_place(&Part::new(part.source, before));
    }
    // "I live in Austin but the job is in Seattle", "moving from Boston to New York City".
    if let Some(rest) = behind_job(&part.tokens) {
        let reading = read_place(&Part::new(part.source, rest.to_vec()));
        if !reading.answers.is_empty() {
            return reading;
        }
    }
    let named =
        |at: usize| spelled_at(part.source, &part.tokens, at).is_some() || known_in_message(&part.tokens, at).is_some();
    let elsewhere = (0..part.tokens.len()).any(|at| named(at) && super::names::is_elsewhere(&part.tokens, at));
    if part.has(Term::NotJobPlace) || elsewhere {
        return Reading::refused(PlaceProblem::Missing(part.quote()));
    }
    let text = part.text().trim();
    let said = part.quote();
    let ask = || Reading::refused(PlaceProblem::Missing(said.clone()));
    if let Some(place) = Place::known(text) {
        return Reading::of(Answer::Location(place));
    }
    if let Some(place) = with_slip(text) {
        return Reading::of(Answer::Location(place));
    }
    match Place::of_text(text) {
        PlaceNamed::Known(place) => return Reading::of(Answer::Location(place)),
        PlaceNamed::Abroad(place, _) => return Reading::of(Answer::Location(named_alone(part).unwrap_or(place))),
        PlaceNamed::Either(_) => return Reading::refused(PlaceProblem::Several(said)),
        PlaceNamed::NoPlace => return ask(),
        PlaceNamed::Us(place) if place.is_region() => return ask(),
        PlaceNamed::Near(likely) => {
            let typed = Place::from(strip_lead(part));
            let doubt = Doubt::Zeros { typed: Answer::Location(typed), likely: Answer::Location(likely) };
            return Reading::open(doubt);
        }
        // "On the Alexa team in Denver".
        PlaceNamed::Us(place) if part.tokens.len() > NAME_TOKENS => return Reading::of(Answer::Location(place)),
        // As it is written: bands may know it by that name.
        PlaceNamed::Us(place) => {
            let named = named_alone(part).or_else(|| longer_name(part)).unwrap_or(place);
            return Reading::of(Answer::Location(named));
        }
        PlaceNamed::Unknown(_) => {}
    }
    let meaningful = text.chars().any(char::is_alphabetic);
    let figures = part.tokens.iter().any(|token| !matches!(token.kind, Kind::Word | Kind::Mark(_) | Kind::Break));
    let nothing = part.has(Term::Unknown) || part.has(Term::Nothing) || part.has(Term::None) || part.has(Term::NoPlace);
    if !meaningful || figures || nothing || text.contains('?') {
        return ask();
    }
    let (known, others) = places_in(part);
    match known.as_slice() {
        [place] if others.is_empty() => return Reading::of(Answer::Location(place.clone())),
        [_, _, ..] => {
            return Reading::refused(PlaceProblem::Several(said));
        }
        _ => {}
    }
    let name = strip_lead(part);
    if name.chars().count() > Place::LONGEST_NAME {
        return Reading::refused(PlaceProblem::TooLong(said));
    }
    if name.is_empty() { ask() } else { Reading::open(Doubt::Unusual { typed: Answer::Location(Place::from(name)) }) }
}

/// What stands behind the words that say where the job is, where something stands before them.
fn behind_job(tokens: &[Token]) -> Option<&[Token]> {
    let job = find(tokens, Term::JobIn).map(|(at, length)| at + length);
    let away = tokens.iter().position(|token| token.is(Term::Away));
    let to = away.and_then(|away| (away + 2..tokens.len()).find(|at| tokens[*at].is(Term::To)));
    let from = job.or(to.map(|at| at + 1))?;
    (from > 1 && from < tokens.len()).then(|| &tokens[from..])
}

/// A place whose name is all of a text but for what leads up to it, as it is written there.
fn named_alone(part: &Part<'_>) -> Option<Place> {
    let from = part.tokens.iter().position(|token| token.kind == Kind::Word && !token.is(Term::PlaceLead))?;
    let (used, place) = spelled_at(part.source, &part.tokens, from)?;
    let rest = &part.tokens[from + used..];
    let fillers = rest
        .iter()
        .all(|token| token.is(Term::Filler) || token.is(Term::SoftFiller) || matches!(token.kind, Kind::Mark(_)));
    fillers.then_some(place)
}

/// "Tampa Bay": a place's name with one more word behind it that is no filler, as it is written.
fn longer_name(part: &Part<'_>) -> Option<Place> {
    let from = part.tokens.iter().position(|token| token.kind == Kind::Word && !token.is(Term::PlaceLead))?;
    let (used, _) = spelled_at(part.source, &part.tokens, from)?;
    let rest = &part.tokens[from + used..];
    let word = |token: &Token| token.kind == Kind::Word && !token.is(Term::Filler) && !token.is(Term::SoftFiller);
    (rest.len() == 1 && rest.iter().all(word)).then(|| Place::from(strip_lead(part)))
}

/// A place with a slip in its name and a state behind it: "sunyvale ca".
fn with_slip(text: &str) -> Option<Place> {
    let (name, state) = text.rsplit_once([' ', ','])?;
    let coded = state.len() == 2 && state.chars().all(|c| c.is_ascii_alphabetic());
    let name = name.trim_end_matches(',');
    let slipped = coded && Place::spelled(name).place().is_none();
    slipped.then(|| Place::of_text(name).place().cloned()).flatten()
}

/// The most tokens of a name with its state: "San Luis Obispo, CA".
const NAME_TOKENS: usize = 5;

/// The text without "I'm based in" before the place's name.
fn strip_lead(part: &Part<'_>) -> String {
    let first = part
        .tokens
        .iter()
        .find(|token| !token.is(Term::PlaceLead) && !matches!(token.kind, Kind::Mark(_) | Kind::Break));
    let Some((first, last)) =
        first.zip(part.tokens.iter().rfind(|token| token.kind == Kind::Word || token.is_mark(')')))
    else {
        return String::new();
    };
    let text = part.source.get(first.start..last.end.max(first.end)).unwrap_or_default();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The known places named, and the words that belong to none and are no filler.
fn places_in(part: &Part<'_>) -> (Vec<Place>, Vec<String>) {
    let tokens: Vec<&Token> = part.tokens.iter().filter(|token| token.kind == Kind::Word).collect();
    let words: Vec<&str> = tokens.iter().map(|token| token.word.as_str()).collect();
    let (mut known, mut others) = (Vec::new(), Vec::new());
    let mut index = 0;
    while index < tokens.len() {
        if let Some((used, place)) = place_at(&words[index..]) {
            if !known.contains(&place) {
                known.push(place);
            }
            index += used;
        } else {
            if !tokens[index].is(Term::AroundPlace) {
                others.push(words[index].to_owned());
            }
            index += 1;
        }
    }
    (known, others)
}

/// A known place at the start of these words, by its longest name, with how many words it takes.
pub(crate) fn place_at(words: &[&str]) -> Option<(usize, Place)> {
    (1..=words.len().min(4)).rev().find_map(|used| {
        let name = words[..used].join(" ");
        Place::known(&name).map(|place| (used, place))
    })
}

/// A place of the tables that starts at `at` ("Denver"), with the state or country behind its comma ("Arlington, VA"),
/// and how many tokens it takes. A code alone is none: "it" and "my" are words.
fn spelled_at(text: &str, tokens: &[Token], at: usize) -> Option<(usize, Place)> {
    let named = |used: usize| {
        let span = text.get(tokens[at].start..tokens.get(at + used - 1)?.end)?;
        Place::spelled(span).place().cloned()
    };
    let words =
        tokens[at..].iter().take(4).take_while(|token| token.kind == Kind::Word && token.word.len() > 2).count();
    // "Vancouver BC": which one is said by what stands beside it alone.
    let coded = |used: &usize| {
        let code = tokens.get(at + used).and_then(|token| text.get(token.start..token.end));
        code.is_some_and(|code| code.chars().all(char::is_uppercase) && Place::names_region(code))
    };
    let alone = (1..=words).find_map(|used| named(used).map(|place| (used, place)));
    let either = |used: &usize| {
        let span = text.get(tokens[at].start..tokens[at + used - 1].end).unwrap_or_default();
        matches!(Place::spelled(span), PlaceNamed::Either(_))
    };
    let beside =
        || (1..=words).filter(either).filter(coded).find_map(|used| named(used + 1).map(|place| (used + 1, place)));
    let (mut used, mut place) = alone.or_else(beside)?;
    // "Kansas" and "Kansas City".
    while let Some(longer) = (used < words).then(|| named(used + 1)).flatten().filter(|longer| *longer != place) {
        (used, place) = (used + 1, longer);
    }
    let long = tokens[at..at + used].iter().map(|token| token.word.len()).sum::<usize>() > 3;
    let comma = tokens.get(at + used).is_some_and(|token| token.is_mark(','));
    let region = at + used + usize::from(comma);
    let is_region = |token: &Token| {
        let typed = text.get(token.start..token.end).unwrap_or_default();
        let written = token.word.len() > 2 || typed.chars().all(char::is_uppercase);
        token.kind == Kind::Word && written && Place::names_region(typed)
    };
    let whole = tokens.get(region).filter(|token| is_region(token)).and_then(|_| named(region - at + 1));
    let whole = whole.map(|whole| (region - at + 1, whole));
    let (used, place) = whole.unwrap_or((used, place));
    let span = text.get(tokens[at].start..tokens[at + used - 1].end)?;
    long.then(|| (used, as_written(span, place)))
}

/// A place by the name that a text has for it, where it is written as a name is; a known one has its own.
fn as_written(span: &str, place: Place) -> Place {
    // "Amazon Luxembourg" is a company in a place.
    let company =
        span.split_whitespace().next().is_some_and(|word| Companies::asked_for().is_called(&word.to_lowercase()));
    let named = place.key().is_none() && !company && span.chars().any(char::is_uppercase);
    if named { Place::from(span.split_whitespace().collect::<Vec<_>>().join(" ")) } else { place }
}

/// Signs between the parts of a line: "Amazon | L6 | San Jose, California | 216k".
const PARTING: [char; 8] = ['|', ':', '(', ')', ';', '-', '/', '.'];

/// A part of a line that is a place's name and nothing else: "US, WA, Seattle", "Palo Alto, CA", "Sydney - base ...".
fn in_heading(sentence: &Sentence, first: bool) -> Vec<Place> {
    let tokens = &sentence.tokens;
    let parts = tokens.split(|token| token.is_mark_of(&PARTING) || token.kind == Kind::Break);
    let mut found: Vec<Place> = Vec::new();
    let tells = |token: &Token| token.figure().is_some() || token.is(Term::Craft) || token.is(Term::Level);
    let told = tokens.iter().any(tells) || (0..tokens.len()).any(|at| super::level::level_at(tokens, at).is_some());
    let alone = first || (tokens.len() <= 3 && tokens.first().is_some_and(|token| token.is(Term::PlaceLead)));
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
        let led = |at: usize| alone && part[at - 1].is(Term::PlaceLead);
        let starts = |at: &usize| part[*at].kind == Kind::Word && (*at == 0 || part[at - 1].is_mark(',') || led(*at));
        // "In Toronto, Ontario": what stands behind a city's comma is its state.
        let of_city = |at: usize| {
            let city =
                |from: usize| spelled_at(&sentence.text, part, from).is_some_and(|(used, _)| from + used >= at - 1);
            (at.saturating_sub(4)..at.saturating_sub(1)).any(city)
        };
        let ends = |at: usize| {
            part.get(at)
                .is_none_or(|next| next.is_mark(',') || tells(next) || super::level::level_at(part, at).is_some())
        };
        let named = (0..part.len()).filter(starts).filter(|at| *at == 0 || !of_city(*at)).filter_map(|at| {
            let (used, place) = spelled_at(&sentence.text, part, at)?;
            let whole = at == 0 && used == part.len() && part.iter().any(|token| token.is_mark(','));
            (ends(at + used) && (told || alone || whole)).then_some(place)
        });
        found.extend(named);
    }
    found.retain(|place| !place.is_region());
    found.dedup_by(|one, other| one.is(other));
    found
}

/// The most tokens of a place's name with its state and country.
const MOST_TOKENS: usize = 7;

/// A known place that starts at `at`, led up to by "in" or the like or clear by itself, with the tokens it takes.
/// `heading`: the line names things without a verb.
fn known_at(text: &str, tokens: &[Token], at: usize, heading: bool) -> Option<(usize, Place)> {
    let lead = at > 0 && tokens[at - 1].is(Term::PlaceLead) && !tokens[at - 1].is(Term::Away);
    if tokens[at].kind != Kind::Word {
        return None;
    }
    let starts = at == 0 || tokens[at - 1].kind == Kind::Break || matches!(tokens[at - 1].kind, Kind::Mark(_));
    if (lead || (heading && starts))
        && let Some(spelled) = spelled_at(text, tokens, at)
    {
        return Some(spelled);
    }
    let words = tokens[at..].iter().take(4).take_while(|token| token.kind == Kind::Word);
    let words: Vec<&str> = words.map(|token| token.word.as_str()).collect();
    let (used, place) = place_at(&words)?;
    let clear = used > 1 || words[0].len() > 3 || tokens[at].is(Term::ClearPlace);
    (clear && (lead || heading)).then_some((used, place))
}

/// Where a line stands in its letter.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Stands {
    /// At its head.
    First,
    /// Below the words that it ends with: the writer's own name, title and office.
    BelowSignOff,
    /// Anywhere else.
    Between,
}

/// Whether a line ends a letter: "Best regards,".
pub(crate) fn signs_off(sentence: &Sentence) -> bool {
    let words = sentence.tokens.iter().filter(|token| token.kind == Kind::Word).count();
    words <= 2 && has(&sentence.tokens, Term::SignOff)
}

/// What a sentence of a letter says of the place: beside "located in", "Location:", "office".
pub(crate) fn in_letter(sentence: &Sentence, stands: Stands) -> Option<Claim> {
    let tokens = &sentence.tokens;
    if let Some(rest) = behind_job(tokens) {
        let from = tokens.len() - rest.len();
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
    if has(tokens, Term::Moving) || has(tokens, Term::Address) {
        return None;
    }
    if stands != Stands::BelowSignOff
        && !has(tokens, Term::Recruiter)
        && let [place] = in_heading(sentence, stands == Stands::First).as_slice()
    {
        return Some(Claim::Place(place.clone()));
    }
    if let Some(label) = (0..tokens.len().min(5)).find(|at| tokens[*at].is(Term::PlaceLabel))
        && (sentence.listed || tokens.get(label + 1).is_some_and(|next| next.is_mark('-')))
    {
        let skipped = |token: &&Token| matches!(token.kind, Kind::Mark(_)) || token.is(Term::Is);
        let after = tokens[label + 1..].iter().find(|token| !skipped(token))?;
        return labelled(sentence, after);
    }
    let level_line = (0..tokens.len()).any(|at| super::level::level_at(tokens, at).is_some()) && tokens.len() <= 24;
    if !level_line && !has(tokens, Term::Location) {
        return None;
    }
    let mut found: Vec<Place> = (0..tokens.len())
        .filter_map(|at| known_at(&sentence.text, tokens, at, level_line))
        .map(|(_, place)| place)
        .filter(|place| !place.is_region())
        .collect();
    found.dedup_by(|one, other| one.is(other));
    match found.as_slice() {
        [place] => Some(Claim::Place(place.clone())),
        _ => None,
    }
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
