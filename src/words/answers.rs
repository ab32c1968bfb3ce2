//! Fields and their answers in words: what a field is called, an answer as it is echoed, and as it stands on the card of
//! answers.

use jiff::civil::Date;

use crate::market::{Companies, Role};
use crate::money::{Currency, Money};
use crate::offer::{
    Field, Grant, Level, Offer, OfferDraft, OtherOffer, Payment, Repayment, Schedule, SignOn, SignOnTerms,
};
use crate::reading::Answer;

/// A field's name on the card of answers.
pub fn field(field: Field) -> &'static str {
    match field {
        Field::Level => "Level",
        Field::Role => "Role",
        Field::Location => "Location",
        Field::Currency => "Currency",
        Field::Base => "Base",
        Field::SignOn => "Sign-on",
        Field::Grant => "RSU grant",
        Field::Vesting => "Vesting",
        Field::Written => "In writing",
        Field::StartDate => "Start date",
        Field::ReplyBy => "Reply by",
        Field::SignOnTerms => "Sign-on terms",
        Field::LeftBehind => "Left behind",
        Field::Competing => "Other offers",
        Field::WalkAway => "Walk-away",
    }
}

/// A date as people read it: `Friday, December 4, 2026`.
pub(crate) fn date(day: Date) -> String {
    day.strftime("%A, %B %-d, %Y").to_string()
}

/// A grant with both its sides: dollars, and shares where they are known.
pub(crate) fn grant(grant: Grant) -> String {
    match grant {
        Grant::Dollars(value) => format!("{value} over four years"),
        Grant::Shares { count, price, priced_on } => {
            let day = priced_on.map_or(String::new(), |day| format!(" (of {})", day.strftime("%B %-d, %Y")));
            format!("{} shares at {price}{day}, {} over four years", grouped(count), grant.value())
        }
    }
}

/// `1,400`.
pub(crate) fn grouped(count: u32) -> String {
    Money::dollars(i64::from(count)).figure()
}

/// When a grant vests, and whose schedule that is.
pub(crate) fn vesting(schedule: &Schedule) -> String {
    let whose = if schedule.is_amazons() { "Amazon's usual" } else { "yours" };
    format!("{}, {whose}", super::schedule(schedule))
}

/// Both years of a sign-on.
pub(crate) fn sign_on(sign_on: SignOn) -> String {
    if sign_on.total().is_zero() {
        return "none".into();
    }
    format!("{} in year 1, {} in year 2", sign_on.year_1, sign_on.year_2)
}

/// How a sign-on is paid and repaid, after "paid".
fn paid_and_repaid(how: SignOnTerms) -> String {
    match how.payment {
        Payment::LumpSum => format!("as a {}", terms(how)),
        Payment::Monthly => terms(how),
    }
}

/// How a sign-on is paid and repaid.
pub(crate) fn terms(terms: SignOnTerms) -> String {
    let payment = match terms.payment {
        Payment::LumpSum => "lump sum",
        Payment::Monthly => "monthly",
    };
    let repayment = match terms.repayment {
        Repayment::Nothing => "nothing to repay",
        Repayment::ProRata => "repaid pro rata",
        Repayment::Full => "repaid in full",
        Repayment::NotSaid => "repayment not known yet",
    };
    format!("{payment}, {repayment}")
}

/// Another offer, as firm as it was entered.
pub(crate) fn competing(offer: &OtherOffer) -> String {
    let firmness = offer.firmness.map(|firmness| super::firmness(firmness).to_owned());
    let pay = offer.pay_a_year().map(|pay| format!("{pay} a year"));
    let by = offer.reply_by.map(|day| format!("answer by {}", date(day)));
    let known: Vec<String> = [firmness, pay, by].into_iter().flatten().collect();
    if known.is_empty() { offer.company.clone() } else { format!("{} ({})", offer.company, known.join(", ")) }
}

/// A level, with the title that engineers have at it where the job is theirs.
pub(crate) fn level_named(level: Level, role: &Role) -> String {
    if role.is_software() { Companies::asked_for().title(level) } else { level.to_string() }
}

/// A currency, with its sign: `Canadian dollars (C$)`.
fn currency_named(currency: Currency) -> String {
    format!("{} ({})", currency.name(), currency.sign().trim())
}

/// Several answers as they are echoed once they are in a draft: figures in its currency, a level as its role has it.
pub(crate) fn echoes(answers: &[Answer], draft: &OfferDraft) -> String {
    let each = answers.iter().map(|answer| match answer {
        Answer::Level(level) => level_named(*level, &draft.role),
        answer => echo(&answer.clone().told_in(draft.currency)),
    });
    each.collect::<Vec<_>>().join("; ")
}

fn walk_away(amount: Money) -> String {
    format!("{amount} over four years, {} a year", amount.split(4))
}

/// An answer as it is echoed.
pub(crate) fn echo(answer: &Answer) -> String {
    match answer {
        Answer::Level(level) => Companies::asked_for().title(*level),
        Answer::Role(role) => role.title().to_owned(),
        Answer::Location(place) => place.to_string(),
        Answer::Currency(currency) => format!("figures in {}", currency_named(*currency)),
        Answer::Base(base) => format!("base {base} a year"),
        Answer::SignOn(amounts) if amounts.total().is_zero() => "no sign-on".into(),
        Answer::SignOn(amounts) => format!("sign-on {}", sign_on(*amounts)),
        Answer::Grant(stock) => format!("grant {}", grant(*stock)),
        Answer::Vesting(schedule) => format!("vesting {}", vesting(schedule)),
        Answer::Written(true) => "in writing".into(),
        Answer::Written(false) => "not in writing yet".into(),
        Answer::StartDate(day) => format!("starting {}", date(*day)),
        Answer::ReplyBy(day) => format!("answer by {}", date(*day)),
        Answer::SignOnTerms(how) => format!("sign-on paid {}", paid_and_repaid(*how)),
        Answer::LeftBehind(amount) => format!("{amount} left behind"),
        Answer::Competing(offer) => competing(offer),
        Answer::WalkAway(amount) => format!("walk-away {}", walk_away(*amount)),
        Answer::Nothing(field) => match field {
            Field::LeftBehind => "nothing left behind".into(),
            Field::Competing => "no other offers".into(),
            Field::StartDate => "no start date yet".into(),
            Field::ReplyBy => "no deadline".into(),
            Field::SignOnTerms => "sign-on terms not known yet".into(),
            Field::WalkAway => "no walk-away number".into(),
            Field::Vesting => format!("vesting {}", vesting(&Schedule::amazon())),
            other => format!("no {}", super::field(*other).to_lowercase()),
        },
    }
}

/// What a draft holds for a field, for the card of answers; `None` where nothing is known.
pub(crate) fn known(draft: &OfferDraft, field: Field) -> Option<String> {
    match field {
        Field::Level => draft.level.map(|level| level_named(level, &draft.role)),
        Field::Role => Some(draft.role.title().to_owned()),
        Field::Currency => Some(currency_named(draft.currency)),
        Field::Location => draft.place.as_ref().map(ToString::to_string),
        Field::Base => draft.base.map(|base| format!("{base} a year")),
        Field::SignOn => draft.sign_on.map(sign_on),
        Field::Grant => draft.grant.map(grant),
        Field::Vesting => Some(vesting(&draft.schedule)),
        Field::Written => draft.written.map(|written| if written { "yes" } else { "not yet" }.to_owned()),
        Field::StartDate => draft.start_date.map(date),
        Field::ReplyBy => draft.reply_by.map(date),
        Field::SignOnTerms => draft.sign_on_terms.map(terms),
        Field::LeftBehind => draft.left_behind.map(|amount| amount.to_string()),
        Field::Competing if draft.competing.is_empty() => None,
        Field::Competing => Some(draft.competing.iter().map(competing).collect::<Vec<_>>().join("; ")),
        Field::WalkAway => draft.walk_away.map(walk_away),
    }
}

/// What was changed of a saved offer, as it is now: "Saved. Base: $195,000 a year."; none where nothing was.
pub(crate) fn changes(before: &Offer, after: &Offer) -> Option<String> {
    let (before, after) = (OfferDraft::from(before.clone()), OfferDraft::from(after.clone()));
    let changed = |name: &Field| {
        let now = line(&after, *name);
        (now != line(&before, *name)).then(|| format!("{}: {now}", field(*name)))
    };
    let lines: Vec<String> = Field::ALL.iter().filter_map(changed).collect();
    (!lines.is_empty()).then(|| format!("Saved. {}.", lines.join("; ")))
}

/// A field's line on the card of answers.
pub(crate) fn line(draft: &OfferDraft, field: Field) -> String {
    if !draft.asks_for(field) {
        return "not needed without a sign-on".into();
    }
    let open = match field {
        Field::Written | Field::StartDate | Field::ReplyBy | Field::SignOnTerms => "not known yet",
        _ => "none given",
    };
    known(draft, field).unwrap_or_else(|| open.into())
}
