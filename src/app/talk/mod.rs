//! What a typed message is: a letter, a command, new numbers, a question or remark, or nothing of these, which with a
//! question open is left to the question.
//!
//! Pure: [`recognise`] looks at the text and at what is awaited, and changes nothing. Which page answers is for
//! `route` to say. With a question open everything that could be its answer is left to it; only what can be nothing
//! else comes between.

mod gone;
mod letter;
mod matching;
mod news;
mod numbers;
mod plain;
mod titles;

pub(crate) use matching::Topics;
pub(crate) use news::Why;
pub(crate) use numbers::{Numbers, is_question, says, tells_a_change, tells_a_detail, tells_new_pay};

use jiff::civil::Date;

use super::command::{Command, Named, Options, Slashed, Spoken, in_words, read_slashed};
use crate::market::Companies;
use crate::offer::{Field, OfferDraft};
use crate::playbook::{Catalogue, Kind, Lever, TalkSigns, TalkTopic};
use crate::reading::{Answer, Problem, Reading, beside_question, read_answer};
use crate::session::{CaseQuestion, Control, State};
use numbers::NotOffered;

/// What a message is.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Talk<'t> {
    /// An offer letter, a recruiter's mail, or notes of one.
    Letter,
    /// A command with its options.
    Command(Command, Options),
    /// A command that needs to be told more.
    Incomplete(Command),
    /// Begins with a slash and is no command.
    NoCommand,
    /// A word that steers the walkthrough, with a slash in front: `/skip`.
    Steering(String),
    /// Figures, while no question asks for them.
    Numbers(Numbers),
    /// A question or a remark.
    Topic(&'t TalkTopic),
    /// Something beside the pay that a saved offer keeps, while nothing is asked: a deadline, a first day.
    Detail,
    /// Figures that would be, if.
    Supposed(Numbers),
    /// Figures that nobody offers, and what they are instead.
    NotOffered(Why),
    /// Other companies' offers, by their names, that are none any more, and what else is told beside that.
    Gone(Vec<String>, Option<String>),
    /// Nothing that could be taken, and why.
    NotTaken(Vec<Problem>),
    /// A question that nothing is known of, while another is open: no answer to that one.
    Question,
    /// None of these. With a question open it is the question's.
    Unknown,
}

/// What a message is looked at with.
pub(crate) struct Setting<'a> {
    /// What is awaited.
    pub state: &'a State,
    /// The answers of the newest saved offer, none where there is no offer.
    pub known: &'a OfferDraft,
    /// Whether there is a saved offer.
    pub has_offer: bool,
    /// The pay that moved last in it, where it was one.
    pub moved_last: Option<Field>,
    /// The names that scripts and topics have.
    pub catalogue: &'a Catalogue,
    /// The day, for "Friday".
    pub today: Date,
}

/// What kind of text a question takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Takes {
    /// Nothing is asked.
    Nothing,
    /// Figures, days, one of a few words, a yes: a command's name is no answer to it.
    Plain,
    /// The name of a place or a company.
    Name,
    /// Any words.
    AnyWords,
}

/// Words for commands that are no name of a place or a company either.
const NO_NAME: &[Command] = &[
    Command::OfferPaste,
    Command::OfferCompare,
    Command::OfferRevise,
    Command::Bands,
    Command::WhatIf,
    Command::Script,
    Command::Email,
    Command::Lever,
    Command::Tax,
    Command::Calendar,
    Command::Checklist,
    Command::Playbook,
    Command::Privacy,
    Command::Forget,
];
/// Words for commands that nobody tells of themselves.
const NOTHING_TO_TELL: &[Command] = &[Command::WhatIf, Command::Checklist, Command::Forget];
/// Words that may answer or steer wherever something is asked.
const MAY_ANSWER: &[&str] = &["offer", "offers", "list", "show", "edit", "continue", "resume", "?", "help"];
/// Words that answer whether there is a letter.
const MAY_BE_WRITTEN: &[Command] = &[Command::Email, Command::OfferPaste];

/// What a message is.
pub(crate) fn recognise<'t>(text: &str, topics: &'t Topics, setting: &Setting) -> Talk<'t> {
    if let Some(slashed) = read_slashed(text) {
        return match slashed {
            Slashed::Command(command, options) => Talk::Command(command, options),
            Slashed::Incomplete(command) => Talk::Incomplete(command),
            Slashed::Unknown => steering(text, setting.state),
        };
    }
    let open = setting.state.is_open();
    if open && Control::read(text).is_some() {
        return Talk::Unknown;
    }
    if let Some(spoken) = in_words(text).filter(|spoken| !open || interrupts(spoken, text, setting)) {
        let wants_more = spoken.command == Command::Bands || spoken.command == Command::OfferQuick;
        let has_all =
            spoken.command.options().iter().all(|option| !option.required || spoken.options.get(option.name).is_some());
        if wants_more && !has_all {
            return Talk::Incomplete(spoken.command);
        }
        return Talk::Command(spoken.command, spoken.options);
    }
    if !open && let Some(called) = titles::by_its_title(text, setting.catalogue) {
        return called;
    }
    let signs = topics.signs();
    if is_of_this_offer(text, setting) && letter::is_letter(text, signs, setting.today) {
        return Talk::Letter;
    }
    if !open && let Some(options) = asks_for_bands(text, setting) {
        return Talk::Command(Command::Bands, options);
    }
    if takes_numbers(text, signs, setting)
        && let Some(numbers) = numbers::read(text, signs, setting.known, setting.moved_last, setting.today)
        && (if setting.has_offer { numbers.says_pay() } else { !numbers.difference })
    {
        return Talk::Numbers(numbers);
    }
    let idle = setting.has_offer && *setting.state == State::Idle;
    let checked = if let State::Checking { walk } = setting.state { Some(&walk.draft) } else { None };
    if let Some(known) = checked.or(idle.then_some(setting.known)) {
        let taken_out = checked.is_some()
            && read_answer(None, text, known, setting.today).answers == [Answer::Nothing(Field::Competing)];
        let (gone, rest) = if taken_out { (Vec::new(), None) } else { gone::gone(text, signs, known) };
        if !gone.is_empty() {
            return Talk::Gone(gone, rest);
        }
    }
    match topics.find_in(text, open) {
        Some(topic) if !(open && is_answer(text, topic, signs, setting)) => Talk::Topic(topic),
        None if let Some(not_offered) = not_offered(text, signs, setting) => not_offered,
        None if open && numbers::asks_plainly(text, signs) && !reads_as_answer(text, setting) => Talk::Question,
        None if idle && numbers::tells_a_detail(text, signs, setting.known, setting.today) => Talk::Detail,
        None if idle && !numbers::is_question(text, signs) => {
            match numbers::reasons(text, setting.known, setting.today) {
                none if none.is_empty() => Talk::Unknown,
                reasons => Talk::NotTaken(reasons),
            }
        }
        // What sounds like a topic and is rather an answer, or nothing at all.
        Some(_) | None => Talk::Unknown,
    }
}

/// Figures that nobody offers, where those of a saved offer, or of the card of answers, could be meant.
fn not_offered(text: &str, signs: &TalkSigns, setting: &Setting) -> Option<Talk<'static>> {
    let open = setting.state.is_open();
    if open && !matches!(setting.state, State::Checking { .. }) || !open && !setting.has_offer {
        return None;
    }
    let known = match setting.state {
        State::Checking { walk } => &walk.draft,
        _ => setting.known,
    };
    match numbers::read_not_offered(text, signs, known, setting.today)? {
        NotOffered::Supposed(numbers) => (!open).then_some(Talk::Supposed(numbers)),
        NotOffered::Other(why) => Some(Talk::NotOffered(why)),
    }
}

/// A word that steers, with a slash in front; a slash before anything else is no command.
fn steering(text: &str, state: &State) -> Talk<'static> {
    let word = text.trim().trim_start_matches('/').trim();
    match Control::read(word) {
        Some(
            Control::Back
            | Control::Skip
            | Control::Cancel
            | Control::Help
            | Control::Why
            | Control::StartOver
            | Control::Save
            | Control::Pause,
        ) if state.is_open() => Talk::Steering(word.to_owned()),
        // A bare yes or no settles something, and a change needs its field: neither is said with a slash.
        Some(_) | None => Talk::NoCommand,
    }
}

/// What the open question takes.
fn takes(state: &State) -> Takes {
    match state {
        State::Idle | State::Paused { .. } => Takes::Nothing,
        State::Asking(question) | State::Settling { question, .. } => match question.field {
            Field::Location | Field::Competing => Takes::Name,
            Field::Level
            | Field::Role
            | Field::Currency
            | Field::Base
            | Field::SignOn
            | Field::Grant
            | Field::Vesting
            | Field::Written
            | Field::StartDate
            | Field::ReplyBy
            | Field::SignOnTerms
            | Field::LeftBehind
            | Field::WalkAway => Takes::Plain,
        },
        State::Checking { .. } | State::Leaving { .. } | State::Pasting { .. } => Takes::Plain,
        State::Case { talk, .. } => match talk.at {
            CaseQuestion::LostBonus | CaseQuestion::LostBonusDate => Takes::Plain,
            CaseQuestion::Expertise
            | CaseQuestion::RareSkill
            | CaseQuestion::Scale
            | CaseQuestion::Achievement
            | CaseQuestion::EarlyImpact
            | CaseQuestion::LongTerm => Takes::AnyWords,
        },
    }
}

/// The field that the open question is about.
fn asked(state: &State) -> Option<Field> {
    match state {
        State::Asking(question) | State::Settling { question, .. } => Some(question.field),
        State::Idle
        | State::Checking { .. }
        | State::Leaving { .. }
        | State::Pasting { .. }
        | State::Case { .. }
        | State::Paused { .. } => None,
    }
}

/// Whether a command comes between although a question is open: where its words can be no answer.
fn interrupts(spoken: &Spoken, text: &str, setting: &Setting) -> bool {
    let Spoken { command, options, named } = spoken;
    match named {
        Named::ByPhrase => true,
        Named::WithName => is_named(*command, options, setting.catalogue),
        Named::ByWord if MAY_ANSWER.contains(&text.trim().to_lowercase().as_str()) => false,
        Named::ByWord => match takes(setting.state) {
            Takes::Nothing => true,
            Takes::Plain => asked(setting.state) != Some(Field::Written) || !MAY_BE_WRITTEN.contains(command),
            Takes::Name => NO_NAME.contains(command),
            Takes::AnyWords => NOTHING_TO_TELL.contains(command),
        },
    }
}

/// Whether what stands behind a command's word is the name of something it shows.
fn is_named(command: Command, options: &Options, catalogue: &Catalogue) -> bool {
    let among = |kinds: &[Kind], option| catalogue.find_among(kinds, options.text(option)).is_some();
    match command {
        Command::Script => among(Kind::SCRIPTS, "name"),
        Command::Email => among(Kind::EMAILS, "name"),
        Command::Playbook => among(&[Kind::Topic], "topic"),
        Command::Lever => {
            let name = options.text("name");
            let of_a_script = catalogue.find_among(&[Kind::Script], name).is_some_and(|entry| entry.lever.is_some());
            of_a_script || Lever::of_key(&name.replace([' ', '-'], "_")).is_some()
        }
        Command::Bands => {
            Companies::asked_for().read_level(options.text("level")).is_ok() && options.get("location").is_some()
        }
        Command::OfferStart
        | Command::OfferQuick
        | Command::OfferPaste
        | Command::OfferList
        | Command::OfferShow
        | Command::OfferEdit
        | Command::OfferRevise
        | Command::OfferCompare
        | Command::OfferDelete
        | Command::Counter
        | Command::WhatIf
        | Command::Tax
        | Command::Calendar
        | Command::Case
        | Command::Checklist
        | Command::Privacy
        | Command::Forget
        | Command::Help => true,
    }
}

/// Whether a letter would be that of the offer asked about: where other offers are asked for, one that doesn't name
/// the company asked about may as well be theirs.
fn is_of_this_offer(text: &str, setting: &Setting) -> bool {
    asked(setting.state) != Some(Field::Competing) || text.to_lowercase().contains("amazon")
}

/// The level and place whose ranges a text asks for in a sentence: "show me the ranges for L6 in Seattle".
fn asks_for_bands(text: &str, setting: &Setting) -> Option<Options> {
    let words = plain::words(text);
    if !words.iter().any(|word| matches!(word.as_str(), "range" | "ranges" | "band" | "bands")) {
        return None;
    }
    let Reading { answers, .. } = read_answer(None, text, setting.known, setting.today);
    let level =
        answers.iter().find_map(|answer| if let Answer::Level(level) = answer { Some(*level) } else { None })?;
    let place =
        answers.iter().find_map(|answer| if let Answer::Location(place) = answer { Some(place) } else { None })?;
    Some(Options::default().with("level", level.to_string()).with("location", place.to_string()))
}

/// Whether figures are read although none are asked for. Where any words are asked for, only those that moved.
fn takes_numbers(text: &str, signs: &TalkSigns, setting: &Setting) -> bool {
    match takes(setting.state) {
        Takes::Nothing => true,
        Takes::AnyWords => {
            numbers::speaks_of_a_move(text, signs) || numbers::tells_new_pay(text, signs, setting.known, setting.today)
        }
        Takes::Plain | Takes::Name => false,
    }
}

/// Whether a text that sounds like a topic is rather an answer to the open question.
fn is_answer(text: &str, topic: &TalkTopic, signs: &TalkSigns, setting: &Setting) -> bool {
    let field = asked(setting.state);
    if field.is_some_and(|field| topic.left_to.contains(&field)) {
        return true;
    }
    let told = beside_question(text);
    let told = told.as_deref().unwrap_or(text);
    !numbers::is_question(told, signs) && reads_as_answer(told, setting)
}

/// Whether the open question takes figures, days and the like, and can read an answer in the text.
fn reads_as_answer(text: &str, setting: &Setting) -> bool {
    if takes(setting.state) != Takes::Plain {
        return false;
    }
    let field = asked(setting.state);
    let nothing_given = OfferDraft::default();
    let draft = setting.state.walk().map_or(&nothing_given, |walk| &walk.draft);
    if let State::Settling { doubt, .. } = setting.state
        && doubt.settled_by(text).is_some()
    {
        return true;
    }
    let reading = read_answer(field, text, draft, setting.today);
    // "They said no to base" has a no in it, and answers nothing with it.
    let says_something = |answer: &Answer| match answer {
        Answer::Nothing(_) => false,
        Answer::SignOn(sign_on) => !sign_on.total().is_zero(),
        Answer::Grant(grant) => !grant.value().is_zero(),
        Answer::Base(amount) | Answer::LeftBehind(amount) | Answer::WalkAway(amount) => !amount.is_zero(),
        Answer::Written(_) => field != Some(Field::Written),
        // "They want an answer today" is worth an answer of ours at any other question.
        Answer::ReplyBy(_) => field == Some(Field::ReplyBy),
        Answer::Level(_)
        | Answer::Role(_)
        | Answer::Location(_)
        | Answer::Currency(_)
        | Answer::Vesting(_)
        | Answer::StartDate(_)
        | Answer::SignOnTerms(_)
        | Answer::Competing(_) => true,
    };
    reading.answers.iter().any(says_something) || reading.doubt.is_some()
}

#[cfg(test)]
mod tests;
