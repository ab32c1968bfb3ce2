//! The answers: a value for one field, and the key of one that is ready to press.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::market::{Companies, Place, Role};
use crate::money::{Currency, Money};
use crate::offer::{Field, Grant, Level, OfferDraft, OtherOffer, Payment, Repayment, Schedule, SignOn, SignOnTerms};

/// A value for one field.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    /// The level.
    Level(Level),
    /// The job family.
    Role(Role),
    /// Where the job is.
    Location(Place),
    /// What the figures are in.
    Currency(Currency),
    /// Dollars a year.
    Base(Money),
    /// Dollars in each year.
    SignOn(SignOn),
    /// Dollars over all vests, or shares at a price.
    Grant(Grant),
    /// When the grant vests.
    Vesting(Schedule),
    /// Whether it is in writing.
    Written(bool),
    /// First day.
    StartDate(Date),
    /// Last day to answer.
    ReplyBy(Date),
    /// How the sign-on is paid and repaid.
    SignOnTerms(SignOnTerms),
    /// Dollars left behind.
    LeftBehind(Money),
    /// One more competing offer.
    Competing(OtherOffer),
    /// Dollars over four years.
    WalkAway(Money),
    /// An optional field that the user does not have: "none", "no", "nothing".
    Nothing(Field),
}

/// What an answer says of the pay that Amazon offers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Pay {
    /// Dollars a year.
    Base(Money),
    /// Dollars in each year.
    SignOn(SignOn),
    /// Dollars over all vests, or shares at a price.
    Grant(Grant),
}

impl Pay {
    /// All of it in dollars, of a year or over all vests.
    pub fn total(self) -> Money {
        match self {
            Self::Base(base) => base,
            Self::SignOn(sign_on) => sign_on.total(),
            Self::Grant(grant) => grant.value(),
        }
    }
}

impl Answer {
    /// The pay that it tells; `None` of all else.
    pub fn pay(&self) -> Option<Pay> {
        match self {
            Self::Base(base) => Some(Pay::Base(*base)),
            Self::SignOn(sign_on) => Some(Pay::SignOn(*sign_on)),
            Self::Grant(grant) => Some(Pay::Grant(*grant)),
            Self::Level(_)
            | Self::Role(_)
            | Self::Location(_)
            | Self::Currency(_)
            | Self::Vesting(_)
            | Self::Written(_)
            | Self::StartDate(_)
            | Self::ReplyBy(_)
            | Self::SignOnTerms(_)
            | Self::LeftBehind(_)
            | Self::Competing(_)
            | Self::WalkAway(_)
            | Self::Nothing(_) => None,
        }
    }

    /// Whether it says which job it is, in whose money: its level, role, place, currency.
    pub fn names_job(&self) -> bool {
        matches!(self.field(), Field::Level | Field::Role | Field::Location | Field::Currency)
    }

    /// The field this answers.
    pub fn field(&self) -> Field {
        match self {
            Self::Level(_) => Field::Level,
            Self::Role(_) => Field::Role,
            Self::Location(_) => Field::Location,
            Self::Currency(_) => Field::Currency,
            Self::Base(_) => Field::Base,
            Self::SignOn(_) => Field::SignOn,
            Self::Grant(_) => Field::Grant,
            Self::Vesting(_) => Field::Vesting,
            Self::Written(_) => Field::Written,
            Self::StartDate(_) => Field::StartDate,
            Self::ReplyBy(_) => Field::ReplyBy,
            Self::SignOnTerms(_) => Field::SignOnTerms,
            Self::LeftBehind(_) => Field::LeftBehind,
            Self::Competing(_) => Field::Competing,
            Self::WalkAway(_) => Field::WalkAway,
            Self::Nothing(field) => *field,
        }
    }

    /// With its figures in a currency; those that carry one keep it.
    #[must_use]
    pub fn told_in(self, currency: Currency) -> Self {
        let told = |amount: Money| if amount.has_currency() { amount } else { amount.in_currency(currency) };
        match self {
            Self::Base(amount) => Self::Base(told(amount)),
            Self::SignOn(SignOn { year_1, year_2 }) => {
                Self::SignOn(SignOn { year_1: told(year_1), year_2: told(year_2) })
            }
            Self::Grant(Grant::Dollars(value)) => Self::Grant(Grant::Dollars(told(value))),
            Self::Grant(grant) => Self::Grant(grant.in_currency(currency)),
            Self::LeftBehind(amount) => Self::LeftBehind(told(amount)),
            Self::Competing(offer) => Self::Competing(offer.told_in(currency)),
            Self::WalkAway(amount) => Self::WalkAway(told(amount)),
            Self::Level(_)
            | Self::Role(_)
            | Self::Location(_)
            | Self::Currency(_)
            | Self::Vesting(_)
            | Self::Written(_)
            | Self::StartDate(_)
            | Self::ReplyBy(_)
            | Self::SignOnTerms(_)
            | Self::Nothing(_) => self,
        }
    }

    /// The currency that its figures carry, where that is said with them. Other offers may be in any.
    fn currency(&self) -> Option<Currency> {
        let amount = match self {
            Self::Base(amount)
            | Self::SignOn(SignOn { year_1: amount, .. })
            | Self::Grant(Grant::Dollars(amount))
            | Self::LeftBehind(amount)
            | Self::WalkAway(amount) => *amount,
            Self::Grant(Grant::Shares { .. })
            | Self::Competing(_)
            | Self::Level(_)
            | Self::Role(_)
            | Self::Location(_)
            | Self::Currency(_)
            | Self::Vesting(_)
            | Self::Written(_)
            | Self::StartDate(_)
            | Self::ReplyBy(_)
            | Self::SignOnTerms(_)
            | Self::Nothing(_) => return None,
        };
        amount.has_currency().then(|| amount.currency())
    }

    /// Puts this answer into a draft. Competing offers add up; all others replace.
    pub fn put_into(self, draft: &mut OfferDraft) {
        draft.passed.remove(&self.field());
        if let Some(currency) = self.currency().filter(|currency| *currency != draft.currency) {
            draft.set_currency(currency);
        }
        match self {
            Self::Level(level) => draft.level = Some(level),
            Self::Role(role) => draft.role = role,
            Self::Location(place) => draft.set_place(place),
            Self::Currency(currency) => draft.set_currency(currency),
            Self::Base(base) => draft.base = Some(base),
            Self::SignOn(sign_on) => draft.sign_on = Some(sign_on),
            Self::Grant(grant) => draft.grant = Some(grant),
            Self::Vesting(schedule) => draft.schedule = schedule,
            Self::Written(written) => draft.written = Some(written),
            Self::StartDate(date) => draft.start_date = Some(date),
            Self::ReplyBy(date) => draft.reply_by = Some(date),
            Self::SignOnTerms(terms) => draft.sign_on_terms = Some(terms),
            Self::LeftBehind(amount) => draft.left_behind = Some(amount),
            Self::Competing(offer) => {
                let named = draft.competing.iter().position(|other| other.is_of(&offer.company));
                let named = named.map(|index| draft.competing.remove(index));
                draft.competing.push(offer.told_in(draft.currency).with_known(named));
            }
            Self::WalkAway(amount) => draft.walk_away = Some(amount),
            Self::Nothing(field) => {
                draft.clear(field);
                draft.passed.insert(field);
            }
        }
        draft.count_in(draft.currency);
    }

    /// The key of a ready answer, as a button carries it: the field and the value, as in `level_l6`,
    /// `written_yes`, `sign_on_none`. `None` for an answer that is always typed.
    pub fn key(&self) -> Option<String> {
        self.value_key().map(|value| format!("{}_{value}", self.field()))
    }

    /// The value alone, for a list whose control names the field.
    pub fn value_key(&self) -> Option<String> {
        let value: String = match self {
            Self::Level(level) => level.to_string().to_lowercase(),
            Self::Role(role) => role.as_str().to_lowercase().replace('-', "_"),
            Self::Location(place) => place.key()?.to_lowercase(),
            Self::Currency(currency) => currency.code().to_lowercase(),
            Self::SignOn(sign_on) if sign_on.total().is_zero() => NONE.into(),
            Self::Vesting(schedule) if schedule.is_amazons() => USUAL.into(),
            Self::Written(written) => if *written { YES } else { NO }.into(),
            Self::SignOnTerms(terms) => terms_key(*terms)?,
            Self::Nothing(Field::SignOnTerms) => UNKNOWN.into(),
            Self::Nothing(field) if field.optional() => NONE.into(),
            Self::Base(_)
            | Self::SignOn(_)
            | Self::Grant(_)
            | Self::Vesting(_)
            | Self::StartDate(_)
            | Self::ReplyBy(_)
            | Self::LeftBehind(_)
            | Self::Competing(_)
            | Self::WalkAway(_)
            | Self::Nothing(_) => return None,
        };
        let plain = value.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_');
        plain.then_some(value)
    }

    /// The ready answer that a key stands for.
    pub fn from_key(key: &str) -> Option<Self> {
        Field::ALL.iter().copied().find_map(|field| {
            let value = key.strip_prefix(field.key())?.strip_prefix('_')?;
            Self::ready(field, value)
        })
    }

    fn ready(field: Field, value: &str) -> Option<Self> {
        match field {
            Field::Level => Companies::asked_for().read_level(value).ok().map(Self::Level),
            Field::Role => {
                Role::all().find(|role| Self::Role(role.clone()).value_key().as_deref() == Some(value)).map(Self::Role)
            }
            Field::Location => Place::known(value).map(Self::Location),
            Field::Currency => Currency::of_text(value).map(Self::Currency),
            Field::SignOn => (value == NONE).then(|| Self::SignOn(SignOn::default())),
            Field::Vesting => (value == USUAL).then(|| Self::Vesting(Schedule::amazon())),
            Field::Written if matches!(value, YES | NO) => Some(Self::Written(value == YES)),
            Field::SignOnTerms if value == UNKNOWN => Some(Self::Nothing(field)),
            Field::SignOnTerms => terms_of_key(value).map(Self::SignOnTerms),
            Field::Base
            | Field::Grant
            | Field::Written
            | Field::StartDate
            | Field::ReplyBy
            | Field::LeftBehind
            | Field::Competing
            | Field::WalkAway => (field.optional() && value == NONE).then_some(Self::Nothing(field)),
        }
    }
}

const NONE: &str = "none";
const USUAL: &str = "usual";
const UNKNOWN: &str = "unknown";
const YES: &str = "yes";
const NO: &str = "no";

const PAYMENTS: [(&str, Payment); 2] = [("lump", Payment::LumpSum), ("monthly", Payment::Monthly)];
const REPAYMENTS: [(&str, Repayment); 3] =
    [("pro_rata", Repayment::ProRata), ("full", Repayment::Full), ("nothing", Repayment::Nothing)];

/// `lump_pro_rata`, `monthly_nothing`.
fn terms_key(terms: SignOnTerms) -> Option<String> {
    let (payment, _) = PAYMENTS.iter().find(|(_, payment)| *payment == terms.payment)?;
    let (repayment, _) = REPAYMENTS.iter().find(|(_, repayment)| *repayment == terms.repayment)?;
    Some(format!("{payment}_{repayment}"))
}

fn terms_of_key(key: &str) -> Option<SignOnTerms> {
    let (payment, rest) = PAYMENTS.iter().find_map(|(name, payment)| Some((*payment, key.strip_prefix(name)?)))?;
    let repayment = rest.strip_prefix('_')?;
    let (_, repayment) = REPAYMENTS.iter().find(|(name, _)| *name == repayment)?;
    Some(SignOnTerms { payment, repayment: *repayment })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn reads_back(key: &str, answer: &Answer) {
        assert_eq!(answer.key().as_deref(), Some(key));
        assert_eq!(Answer::from_key(key).as_ref(), Some(answer), "{key}");
    }

    /// Buttons of old messages carry these: they must always read.
    #[test]
    fn a_ready_answer_and_its_key_stand_for_each_other() {
        for level in Companies::asked_for().levels() {
            let name = level.level.name().to_lowercase();
            reads_back(&format!("level_{name}"), &Answer::Level(level.level));
        }
        for (key, place) in ["seattle", "bay_area", "nyc", "austin"].into_iter().zip(Place::KNOWN) {
            reads_back(&format!("location_{key}"), &Answer::Location(place));
        }
        for role in Role::all() {
            let key = role.as_str().to_lowercase().replace('-', "_");
            reads_back(&format!("role_{key}"), &Answer::Role(role));
        }
        for currency in Currency::all() {
            reads_back(&format!("currency_{}", currency.code().to_lowercase()), &Answer::Currency(currency));
        }
        reads_back("sign_on_none", &Answer::SignOn(SignOn::default()));
        reads_back("vesting_usual", &Answer::Vesting(Schedule::amazon()));
        reads_back("written_yes", &Answer::Written(true));
        reads_back("written_no", &Answer::Written(false));
        reads_back("sign_on_terms_unknown", &Answer::Nothing(Field::SignOnTerms));
        for (one, payment) in PAYMENTS {
            for (two, repayment) in REPAYMENTS {
                reads_back(
                    &format!("sign_on_terms_{one}_{two}"),
                    &Answer::SignOnTerms(SignOnTerms { payment, repayment }),
                );
            }
        }
        for field in Field::asked().filter(|field| field.optional() && *field != Field::SignOnTerms) {
            reads_back(&format!("{field}_none"), &Answer::Nothing(field));
        }
        for (field, key) in [(Field::LeftBehind, "left_behind_none"), (Field::Competing, "competing_none")] {
            reads_back(key, &Answer::Nothing(field));
        }
    }

    #[test]
    fn a_typed_answer_has_no_key_and_no_other_key_reads() {
        let quarterly = crate::offer::read_amazon_schedule("25/25/25/25 quarterly").expect("a schedule");
        for answer in [
            Answer::Base(Money::dollars(185_000)),
            Answer::Location(Place::from("Denver, CO".to_owned())),
            Answer::SignOn(SignOn { year_1: Money::dollars(90_000), year_2: Money::ZERO }),
            Answer::Vesting(quarterly),
            Answer::Nothing(Field::Base),
        ] {
            assert_eq!(answer.key(), None, "{answer:?}");
        }
        for key in [
            "",
            "level",
            "level_",
            "base_none",
            "written_maybe",
            "location_denver",
            "sign_on_terms_lump",
            "sign_on_terms_weekly_full",
            "vesting_none",
            "grant_none",
        ] {
            assert_eq!(Answer::from_key(key), None, "{key}");
        }
    }
}
