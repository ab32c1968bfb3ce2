//! What a sentence says besides amounts: level, place, days, how the sign-on is paid.

use jiff::civil::Date;

use super::claims::{Claim, is_supposed};
use super::days;
use super::lines::{Age, Sentence};
use crate::market::{Companies, Place};
use crate::offer::{Level, Payment, Repayment};
use crate::reading::Problem;
use crate::reading::labels::is_employer;
use crate::reading::level::level_number;
use crate::reading::part::Part;
use crate::reading::place::place_at;
use crate::reading::tokens::{Kind, Token};

/// What a sentence says of these.
pub(crate) fn read_terms(sentence: &Sentence, today: Date, problems: &mut Vec<Problem>) -> Vec<Claim> {
    let part = Part::new(&sentence.text, sentence.tokens.clone());
    let mut claims = Vec::new();
    if sentence.quoted || sentence.age == Age::Old {
        return claims;
    }
    let another = sentence.tokens.iter().any(is_employer);
    if !another && !is_supposed(&part) {
        claims.extend(level(sentence, &part));
        claims.extend(place(sentence, &part));
    }
    if !another {
        claims.extend(days::days(sentence, today, problems));
    }
    claims.extend(payment(&part));
    claims.extend(repayment(&part));
    claims.extend(written(&part));
    claims
}

fn level(sentence: &Sentence, part: &Part<'_>) -> Vec<Claim> {
    let tokens = &sentence.tokens;
    let mut claims: Vec<Claim> = (0..tokens.len())
        .filter_map(|at| {
            let named = level_number(&tokens[at].word).filter(|_| tokens[at].kind == Kind::Word);
            let after = tokens[at]
                .is_word(&["level", "l"])
                .then(|| tokens.get(at + 1).filter(|next| !next.is_mark('-')))
                .flatten();
            let spelled = after
                .and_then(|token| token.figure())
                .filter(|figure| figure.bare)
                .and_then(|figure| u32::try_from(figure.value.amount().trunc()).ok())
                .filter(|level| (1..=12).contains(level));
            named.or(spelled).filter(|level| *level >= 3)
        })
        .map(Claim::Level)
        .collect();
    let next =
        part.has_phrase("next level") || part.has(&["promotion", "promoted", "path", "reports", "manager", "team"]);
    if next && claims.len() > 1 {
        claims.clear();
    }
    claims.extend(title(part).map(Claim::Title));
    claims
}

/// Phrases before the title of the offered role.
#[rustfmt::skip]
const OFFERED: &[&str] = &[
    "position of", "role of", "position as", "job title", "as a", "as an", "as senior", "as sr", "as principal",
    "the position", "position title", "offer for", "role is", "for the",
];

/// A title that belongs to the offered role: one beside "position of", "Title:", "offer you".
fn title(part: &Part<'_>) -> Option<Level> {
    let cue = OFFERED.iter().any(|phrase| part.has_phrase(phrase))
        || part.tokens.first().is_some_and(|token| token.is_word(&["title", "position", "role", "subject"]));
    let craft =
        part.has(&["engineer", "engineering", "sde", "scientist", "developer", "development", "tpm", "architect"])
            || part.has_phrase("product manager")
            || part.has_phrase("program manager");
    let people = part.has(&["recruiter", "sourcer", "talent", "recruiting"]);
    if !cue
        || !craft
        || people
        || part.has_phrase("development manager")
        || part.has_phrase("engineering manager")
        || part.has_phrase("senior manager")
    {
        return None;
    }
    Companies::asked_for().titled(|title| part.has_phrase(title))
}

/// A place beside "located in", "Location:", "office".
fn place(sentence: &Sentence, part: &Part<'_>) -> Option<Claim> {
    let tokens = &sentence.tokens;
    if part.has(&["relocation", "relocate", "relocating", "moving", "from", "posted", "range", "ranges"])
        || part.has_phrase("or in")
    {
        return None;
    }
    if let Some(label) = (0..tokens.len().min(5)).find(|at| tokens[*at].is_word(&["location", "city", "office"]))
        && sentence.listed
    {
        let after =
            tokens[label + 1..].iter().find(|token| !matches!(token.kind, Kind::Mark(_)) && !token.is_word(&["is"]))?;
        return labelled_place(sentence, after);
    }
    let level_line = tokens.iter().any(|token| token.kind == Kind::Word && level_number(&token.word).is_some())
        && tokens.len() <= 12;
    let cue =
        part.has(&["located", "based", "location", "office", "offices", "headquarters", "hq", "position", "role"]);
    if !level_line && !cue {
        return None;
    }
    let mut found: Vec<Place> = (0..tokens.len()).filter_map(|at| known_place(tokens, at, level_line)).collect();
    found.dedup();
    match found.as_slice() {
        [place] => Some(Claim::Place(place.clone())),
        _ => None,
    }
}

/// A known place that starts here, led up to by "in" or the like unless the line is a heading.
fn known_place(tokens: &[Token], at: usize, heading: bool) -> Option<Place> {
    let lead = at > 0 && tokens[at - 1].is_word(&["in", "our", "at", "the", "is"]);
    let words = tokens[at..].iter().take(4).take_while(|token| token.kind == Kind::Word);
    let words: Vec<&str> = words.map(|token| token.word.as_str()).collect();
    let (used, place) = place_at(&words)?;
    let clear = used > 1 || words[0].len() > 3 || matches!(words[0], "nyc" | "sf");
    (clear && (lead || heading)).then_some(place)
}

fn labelled_place(sentence: &Sentence, after: &Token) -> Option<Claim> {
    let text = sentence.text.get(after.start..)?.trim_end_matches(['.', '|', ' ']).trim();
    let name = text.split('(').next().unwrap_or(text).trim();
    if name.chars().any(|c| c.is_ascii_digit()) || name.chars().count() > Place::LONGEST_NAME || name.is_empty() {
        return None;
    }
    let words: Vec<String> =
        name.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_lowercase).collect();
    let choice = words.iter().any(|word| matches!(word.as_str(), "or" | "tbd" | "multiple"));
    (!choice).then(|| Claim::Place(Place::from(name.to_owned())))
}

fn about_sign_on(part: &Part<'_>) -> bool {
    part.has(&["signon", "signing"]) || part.has_phrase("sign on")
}

fn payment(part: &Part<'_>) -> Vec<Claim> {
    let bonus = about_sign_on(part) || part.has(&["bonus", "bonuses"]);
    if !bonus || part.has(&["relocation", "repay", "reimburse", "recover", "unearned"]) {
        return Vec::new();
    }
    let lump = part.has_phrase("lump sum")
        || part.has(&["upfront"])
        || part.has_phrase("first paycheck")
        || part.has_phrase("first 30 days")
        || part.has_phrase("up front")
        || (part.has_phrase("days of your start")
            || part.has_phrase("days after your start")
            || part.has_phrase("days following your start"));
    let monthly = (part.has(&["monthly"]) && part.has(&["installments", "payments", "paid", "instalments", "bonus"]))
        || part.has_phrase("each month")
        || part.has_phrase("per month");
    let mut claims = Vec::new();
    if lump {
        claims.push(Claim::Payment(Payment::LumpSum));
    }
    if monthly {
        claims.push(Claim::Payment(Payment::Monthly));
    }
    claims
}

fn repayment(part: &Part<'_>) -> Option<Claim> {
    let bonus = about_sign_on(part) || part.has(&["bonus", "bonuses", "payment", "unearned"]);
    let owed = part.has(&["repay", "repayment", "reimburse", "clawback", "repaid", "payback", "recoup"])
        || part.has_phrase("pay back");
    if !bonus || !owed || part.has(&["relocation", "tuition"]) {
        return None;
    }
    let pro_rata =
        part.has(&["prorated", "prorata", "rata", "rated", "proportionate", "proportional", "unearned", "prorate"]);
    let full = part.has(&["full", "entire", "whole"]) || part.has_phrase("100 percent");
    let none = part.has_phrase("no repayment")
        || part.has_phrase("no clawback")
        || part.has_phrase("not required to repay")
        || part.has_phrase("not have to repay");
    match (none, pro_rata, full) {
        (true, false, false) => Some(Claim::Repayment(Repayment::Nothing)),
        (false, true, false) => Some(Claim::Repayment(Repayment::ProRata)),
        (false, false, true) => Some(Claim::Repayment(Repayment::Full)),
        _ => None,
    }
}

fn written(part: &Part<'_>) -> Option<Claim> {
    let verbal = part.has_phrase("verbal offer")
        || part.has_phrase("written offer will")
        || part.has_phrase("written offer to")
        || part.has_phrase("formal offer letter will")
        || part.has_phrase("letter will follow")
        || part.has_phrase("letter to follow")
        || part.has_phrase("nothing in writing");
    let formal = (part.has(&["pleased", "delighted", "excited"])
        && part.has(&["extend", "offer"])
        && part.has(&["employment", "position"]))
        || part.has_phrase("this offer letter")
        || part.has_phrase("this letter")
        || (part.has_phrase("offer letter") && part.has(&["attached", "enclosed"]));
    match (formal, verbal) {
        (true, false) => Some(Claim::Written(true)),
        (false, true) => Some(Claim::Written(false)),
        _ => None,
    }
}
