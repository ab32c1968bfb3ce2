//! Where the job is: a known place by any of its names, or another one as typed.

mod letter;
mod message;

pub(crate) use letter::{Stands, greets, in_letter, is_signature, signs_off};
pub(crate) use message::{in_message, known_in_message, labelled_in_message};

use super::lexicon::Term;
use super::part::Part;
use super::phrases::find;
use super::tokens::{Kind, Token};
use super::{Answer, Doubt, PlaceProblem, Reading};
use crate::market::{Companies, Place, PlaceNamed, Role};

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
    // "Seattle (I currently live in Portland)": of several the one that is not said to be elsewhere.
    let (own, elsewhere) = own_places(part);
    if elsewhere && let [place] = own.as_slice() {
        return Reading::of(Answer::Location(place.clone()));
    }
    if part.has(Term::NotJobPlace) || elsewhere {
        return Reading::refused(PlaceProblem::Missing(part.quote()));
    }
    if is_choice(part) {
        return Reading::refused(PlaceProblem::Several(part.quote()));
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
        PlaceNamed::Either(places) => return Reading::refused(PlaceProblem::Either { quote: said, places }),
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

/// "Seattle or New York", "New York, maybe Seattle": a place on both sides.
fn is_choice(part: &Part<'_>) -> bool {
    let names_place = |tokens: &[Token]| {
        !tokens.is_empty()
            && matches!(
                Place::of_text(Part::new(part.source, tokens.to_vec()).text().trim().trim_matches(',')),
                PlaceNamed::Known(_) | PlaceNamed::Us(_) | PlaceNamed::Abroad(..) | PlaceNamed::Either(_)
            )
    };
    let chooses = |token: &Token| token.is(Term::Or) || token.is(Term::Unsure);
    part.tokens.split(chooses).filter(|tokens| names_place(tokens)).count() > 1
}

/// The places named that may be the job's, and whether another is said not to be.
fn own_places(part: &Part<'_>) -> (Vec<Place>, bool) {
    let (mut own, mut elsewhere): (Vec<Place>, bool) = (Vec::new(), false);
    let mut at = 0;
    while at < part.tokens.len() {
        let named = spelled_at(part.source, &part.tokens, at).or_else(|| known_in_message(&part.tokens, at));
        // "Family near Seattle" is named by its last word.
        let again = |used: usize, place: &Place| {
            (at + 1..at + used)
                .filter_map(|later| spelled_at(part.source, &part.tokens, later))
                .any(|(_, other)| other.is(place))
        };
        let Some((used, place)) = named.filter(|(used, place)| !again(*used, place)) else {
            at += 1;
            continue;
        };
        if super::names::is_elsewhere(&part.tokens, at) {
            elsewhere = true;
        } else if !own.iter().any(|other| other.is(&place)) {
            own.push(place);
        }
        at += used;
    }
    (own, elsewhere)
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
    let span = |from: usize, until: usize| text.get(tokens.get(from)?.start..tokens.get(until.checked_sub(1)?)?.end);
    let named = |used: usize| Place::spelled(span(at, at + used)?).place().cloned();
    let words =
        tokens[at..].iter().take(4).take_while(|token| token.kind == Kind::Word && token.word.len() > 2).count();
    // "Vancouver BC", "Arlington, VA": which one is said by what stands beside it alone.
    let comma = |used: usize| usize::from(tokens.get(at + used).is_some_and(|token| token.is_mark(',')));
    let coded = |used: usize| {
        let from = at + used + comma(used);
        let code = span(from, from + 1).unwrap_or_default();
        !code.is_empty() && code.chars().all(char::is_uppercase) && Place::names_region(code)
    };
    let alone = (1..=words).find_map(|used| named(used).map(|place| (used, place)));
    let either = |used: &usize| {
        matches!(Place::spelled(span(at, at + used).unwrap_or_default()), PlaceNamed::Either(_)) && coded(*used)
    };
    let beside = || {
        let with_code = |used: usize| used + comma(used) + 1;
        (1..=words).filter(either).find_map(|used| named(with_code(used)).map(|place| (with_code(used), place)))
    };
    let (mut used, mut place) = alone.or_else(beside)?;
    // "Kansas" and "Kansas City", "bay" and "bay area".
    let goes_on = |used: usize, place: &Place| {
        let longer = (used < words).then(|| named(used + 1)).flatten()?;
        // "Jordan Lee" is nobody's "Lee, Jordan".
        let begins = longer.to_string().to_lowercase().starts_with(tokens[at].word.as_str());
        if place.is_region() && !begins {
            return None;
        }
        let whole = || span(at, at + used + 1).and_then(Place::known).is_some();
        (longer != *place || whole()).then_some(longer)
    };
    while let Some(longer) = goes_on(used, &place) {
        (used, place) = (used + 1, longer);
    }
    // "Our Herndon", "SDE Nashville": a name begins with its own word.
    let leads = |token: &Token| {
        let titled = token.is(Term::Craft) || token.is(Term::Manager) || token.is(Term::TitleWord);
        let levelled = token.is(Term::AroundLevel) || super::level::level_number(&token.word).is_some();
        token.is(Term::PlaceLead) || token.is(Term::Location) || titled || levelled || Role::has_word(&token.word)
    };
    let later = (used > 1 && leads(&tokens[at])).then(|| span(at + 1, at + used)).flatten();
    if later.is_some_and(|later| Place::spelled(later).place().is_some_and(|own| own.is(&place))) {
        return None;
    }
    let long = tokens[at..at + used].iter().map(|token| token.word.len()).sum::<usize>() > 3;
    let clear = tokens[at].is(Term::ClearPlace);
    let region = at + used + comma(used);
    // "San Jose, Costa Rica", "Arlington, VA".
    let is_region = |until: usize| {
        let typed = span(region, until).unwrap_or_default();
        let written = typed.chars().count() > 2 || typed.chars().all(char::is_uppercase);
        let words = tokens[region..until].iter().all(|token| token.kind == Kind::Word);
        words && written && Place::names_region(typed)
    };
    let whole = (1..=LONGEST_REGION)
        .rev()
        .filter(|words| region + words <= tokens.len() && is_region(region + words))
        .find_map(|words| named(region + words - at).map(|whole| (region + words - at, whole)));
    let (used, place) = whole.unwrap_or((used, place));
    (long || clear).then(|| span(at, at + used).map(|span| (used, as_written(span, place)))).flatten()
}

/// The most words of a state's or country's name: "United Arab Emirates".
const LONGEST_REGION: usize = 3;

/// A place by the name that a text has for it, where it is written as a name is; a known one has its own.
fn as_written(span: &str, place: Place) -> Place {
    // "Amazon Luxembourg" is a company in a place.
    let company =
        span.split_whitespace().next().is_some_and(|word| Companies::asked_for().is_called(&word.to_lowercase()));
    let named = place.key().is_none() && !company && span.chars().any(char::is_uppercase);
    if named { Place::from(span.split_whitespace().collect::<Vec<_>>().join(" ")) } else { place }
}
