//! What people write besides answers and commands: questions and remarks by topic, each with its phrasings, its answer
//! and its next step, from `templates/talk.toml`.
//!
//! Owns the shape of that file. Must not know how a text is matched, nor how an answer is filled in.

use std::collections::BTreeSet;

use serde::Deserialize;

use super::advice::read;
use crate::data::FileError;
use crate::offer::Field;

/// A topic of talk.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TalkTopic {
    /// Its stable key.
    pub key: String,
    /// How people put it: whole questions and remarks, plain enough to be understood at any time.
    pub asks: Vec<String>,
    /// Words that mean it only where nothing else is asked.
    #[serde(default)]
    pub words: Vec<String>,
    /// The answer: a template.
    says: String,
    /// What else there is to say, for the second time running: a template.
    again: String,
    /// Commands with their names that come next, as buttons: `/script base`.
    #[serde(default)]
    pub next: Vec<String>,
    /// The command whose page is the better answer, below the sentence, where there is a saved offer.
    #[serde(default)]
    pub shows: Option<String>,
    /// Questions to which its phrasings are rather an answer.
    #[serde(default)]
    pub left_to: Vec<Field>,
    /// Whether it makes an open question pointless for now, so that the question is not asked again below.
    #[serde(default)]
    pub instead: bool,
}

impl TalkTopic {
    /// Whether it says something else where there is an offer.
    pub fn is_of_the_offer(&self) -> bool {
        self.says.contains("{{#if offer}}") && self.says.contains("{{else}}")
    }
}

/// What is said where nothing was understood, by where the user stands.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NotUnderstood {
    /// Without an offer: what can be written, one after the other.
    pub without_offer: Vec<String>,
    /// With an offer.
    pub with_offer: Vec<String>,
    /// With a walkthrough put aside.
    pub put_aside: Vec<String>,
    /// To figures that nobody offers.
    pub not_offered: Vec<String>,
    /// To what is left after taxes.
    pub after_tax: Vec<String>,
    /// To what stock is worth today.
    pub worth_today: Vec<String>,
    /// To what is owed or lost at the present job.
    pub owed_there: Vec<String>,
    /// To a price a share that would be.
    pub a_share_price: Vec<String>,
    /// To a question of theirs while one of ours is open.
    pub a_question: Vec<String>,
    /// Above a page that comes twice running.
    pub same_page: Vec<String>,
    /// Where an open question has said the same once already, above it.
    pub at_a_question: Vec<String>,
}

/// Words by which a letter or mail is known beside its figures, and texts that speak of new figures or of wishes.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TalkSigns {
    /// Phrases of letters and recruiters' mails.
    pub of_a_letter: Vec<String>,
    /// Phrases of figures that are new.
    pub of_a_move: Vec<String>,
    /// Words beside figures that take the place of those before, where others may only correct them.
    pub of_a_round: Vec<String>,
    /// Words that correct what was told before.
    pub of_a_correction: Vec<String>,
    /// Words of figures that nobody has offered: wishes, asks, suppositions.
    pub of_a_wish: Vec<String>,
    /// Words of figures that were asked for, not given, or are only possible, where an offer is known that could change.
    pub of_a_refusal: Vec<String>,
    /// Words of figures that stood there before, where nothing says that they are new.
    pub of_the_past: Vec<String>,
    /// What leads figures that would be, if.
    pub of_a_supposition: Vec<String>,
    /// Words of an offer that is no longer one.
    pub of_an_end: Vec<String>,
    /// That no other offer is left.
    pub of_none_left: Vec<String>,
    /// All other offers, without their names.
    pub of_all_others: Vec<String>,
    /// Words that ask behind figures only whether they were heard: "ok?".
    pub of_a_tag: Vec<String>,
    /// Words that begin a question.
    pub of_a_question: Vec<String>,
    /// Words that say nothing beside others, left out of a comparison.
    pub fillers: Vec<String>,
    /// Words that can be left out of a comparison, and count for less in it.
    pub small: Vec<String>,
    /// Words that turn a text round: it is like no text without one.
    pub of_a_no: Vec<String>,
    /// Words before a figure that was added, and is no new figure.
    pub before_a_difference: Vec<String>,
    /// Words behind such a figure.
    pub after_a_difference: Vec<String>,
    /// Words of a level or place that was changed.
    pub of_a_level_moved: Vec<String>,
    /// Words of an offer beside the saved one.
    pub of_another_offer: Vec<String>,
    /// Words of a slip of one's own: what follows corrects what was typed, and is no new round.
    pub of_a_slip: Vec<String>,
    /// Words in front of a figure that is not given.
    pub of_a_denial: Vec<String>,
    /// Words in which such a word denies nothing.
    pub of_a_surprise: Vec<String>,
    /// Words that part clauses.
    pub between_clauses: Vec<String>,
    /// Words that a condition begins with.
    pub before_a_condition: Vec<String>,
    /// Words right before a figure that is not given.
    pub before_a_refused: Vec<String>,
    /// Words right before the figure that pay came to.
    pub before_a_goal: Vec<String>,
    /// Words of pay that went up or down by an amount.
    pub of_a_rise: Vec<String>,
    /// Those of them that mean down.
    pub of_a_decrease: Vec<String>,
    /// Words that take a part away.
    pub of_a_taking: Vec<String>,
    /// Words of pay that was moved from one part to another.
    pub of_a_swap: Vec<String>,
    /// Names of the sign-on's first year.
    pub of_year_1: Vec<String>,
    /// Names of its second.
    pub of_year_2: Vec<String>,
    /// Words that may stand beside a figure alone that is news.
    pub beside_news: Vec<String>,
    /// Words of what is left after taxes.
    pub of_a_tax: Vec<String>,
    /// Words of what stock is worth.
    pub of_worth: Vec<String>,
    /// Words with which they are of a grant that is offered.
    pub of_a_grant_anew: Vec<String>,
    /// Words of money that is owed.
    pub of_a_debt: Vec<String>,
    /// Names of where the user works now.
    pub of_the_present_job: Vec<String>,
    /// Whole messages that agree to what was just asked, beside the bare yes.
    pub of_a_yes: Vec<String>,
    /// Whole messages that want nothing of what was just asked, beside the bare no.
    pub of_a_drop: Vec<String>,
}

/// All of the file.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TalkTable {
    /// Texts by what they are.
    pub signs: TalkSigns,
    /// Where nothing was understood.
    pub not_understood: NotUnderstood,
    /// The topics, in the order of the file.
    #[serde(rename = "topic")]
    pub topics: Vec<TalkTopic>,
}

const FILE: &str = "talk.toml";

impl TalkTable {
    /// The table that ships with the program. The error names the file, and the topic at fault.
    pub fn shipped() -> Result<Self, FileError> {
        let table: Self = read(FILE, include_str!("../../templates/talk.toml"))?;
        let mut keys = BTreeSet::new();
        for topic in &table.topics {
            if topic.asks.is_empty() || !keys.insert(&topic.key) {
                let reason = "is there twice, or nobody asks for it; write at least one phrase in `asks`";
                return Err(FileError::new(format!("templates/{FILE}"), reason).of(&topic.key));
            }
        }
        Ok(table)
    }

    /// Every text that is a template, with its key.
    pub(super) fn templates(&self) -> impl Iterator<Item = (String, &str)> {
        self.topics
            .iter()
            .flat_map(|topic| [(says_key(&topic.key), topic.says.as_str()), (again_key(&topic.key), &topic.again)])
    }
}

/// The key of a topic's answer.
pub(super) fn says_key(topic: &str) -> String {
    format!("talk/{topic}")
}

/// The key of what is said the second time running.
pub(super) fn again_key(topic: &str) -> String {
    format!("talk/{topic}/again")
}
