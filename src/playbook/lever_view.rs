//! One lever for one offer: room in dollars, tactics that fit, who approves, what to say
//! when they push back, and what it does to each year.

use super::Approver;
use super::Lever;
use super::advice::{LeverAdvice, push_back_keys, tactic_key};
use super::catalogue::Catalogue;
use super::condition::Condition;
use super::context::{Context, Material};
use super::render_error::RenderError;
use crate::analysis::pay_by_year;
use crate::counter::{Limit, SetBy};
use crate::echo::Echo;
use crate::money::Money;
use crate::offer::Fact;

/// What a user sees of one lever.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeverView {
    /// Which lever.
    pub lever: Lever,
    /// Its name for people.
    pub title: &'static str,
    /// Why one would pull it.
    pub why: String,
    /// The room in dollars; `None` for a lever that is not measured in dollars.
    pub room: Option<Limit>,
    /// The room in a sentence.
    pub room_says: String,
    /// What the playbook claims of it in general.
    pub claim: String,
    /// Tactics that fit what is known.
    pub tactics: Vec<Tactic>,
    /// Facts that would open a further tactic.
    pub would_help: Vec<Fact>,
    /// Who has to approve it, as the playbook claims; `None` where nothing in dollars is asked.
    pub approval: Option<Approver>,
    /// The name of its script.
    pub script: String,
    /// Answers for when they push back.
    pub push_back: Vec<PushBack>,
    /// What this lever alone would change; `None` where it has no figure.
    pub effect: Option<Effect>,
}

/// A way to argue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tactic {
    /// What to do.
    pub says: String,
    /// Whether it is only the playbook's claim that it helps.
    pub claim: bool,
}

/// If they say this, say that.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PushBack {
    /// What they say.
    pub they: String,
    /// What to answer.
    pub you: String,
}

/// One lever pulled alone, all else as offered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Effect {
    /// The figure to ask for: base a year, sign-on over two years, or grant over four.
    pub figure: Money,
    /// The four years with it, dollars.
    pub years: [Money; 4],
    /// What each year gains, dollars.
    pub gains: [Money; 4],
    /// What four years gain, dollars.
    pub four_year_gain: Money,
}

impl Lever {
    /// Everything about this lever for one offer.
    pub fn view(self, catalogue: &Catalogue, material: &Material<'_>) -> Result<LeverView, RenderError> {
        let advice = catalogue.lever_advice(self)?;
        let context = Context::of(material);
        let effect = self.effect(material);
        let room = self.room(material.offer, material.band);
        Ok(LeverView {
            lever: self,
            title: self.title(),
            why: advice.why.clone(),
            room,
            room_says: self.room_says(room, material),
            claim: context.currency().beside_text(&advice.room),
            tactics: tactics(catalogue, advice, &context)?,
            would_help: would_help(advice, &context),
            approval: effect.as_ref().map(|effect| Approver::of(material.offer, effect.four_year_gain)),
            script: advice.script.clone(),
            push_back: push_back(catalogue, advice, &context)?,
            effect,
        })
    }

    fn effect(self, material: &Material<'_>) -> Option<Effect> {
        let figure = self.figure_alone(material.offer, material.band, material.opening)?;
        let before = pay_by_year(material.offer).map(|year| year.total());
        let asked = self.applied(material.offer, figure);
        let years = pay_by_year(&asked).map(|year| year.total());
        let gains = std::array::from_fn(|year| years[year] - before[year]);
        Some(Effect {
            figure,
            years,
            gains,
            four_year_gain: asked.four_year_total() - material.offer.four_year_total(),
        })
    }

    fn room_says(self, room: Option<Limit>, material: &Material<'_>) -> String {
        let unit = match self {
            Self::Base => "a year",
            Self::SignOn => "over two years",
            Self::Grant => "over four years",
            Self::StartDate | Self::Level | Self::Flexibility | Self::Bonus => return self.stake(material),
        };
        let Some(room) = room.filter(|room| room.room().is_positive()) else {
            return match material.band {
                Some(_) => "No room: the offer is at the top of the range.".to_owned(),
                None => "No room by the playbook's limits.".to_owned(),
            };
        };
        let held = match room.set_by {
            SetBy::BandTop => "the top of the range",
            SetBy::BandMiddle => "the middle of the range, as none is offered",
            SetBy::Ratio | SetBy::Offered => "the playbook's limit",
        };
        format!("Up to {} more {unit}, from {} to {}: {held}.", room.room(), room.offered, room.cap)
    }

    /// What is at stake in dollars with a lever that is not itself a figure.
    fn stake(self, material: &Material<'_>) -> String {
        let offer = material.offer;
        match self {
            Self::StartDate => {
                let week = offer.base.split(52).rounded_down_to(Money::dollars(1));
                format!("Each week you start later is about {week} of base not earned.")
            }
            Self::Level => match material.next_band {
                Some(next) => {
                    let middle = next.four_year_average().middle();
                    let average = offer.four_year_total().split(4);
                    let way = if middle > average { "above" } else { "below" };
                    let distance = (middle - average).abs().rounded_down_to(Money::dollars(1));
                    format!(
                        "The middle of {} in {} averages {} a year: {distance} {way} this offer.",
                        next.level,
                        next.place,
                        middle.rounded_down_to(Money::dollars(1))
                    )
                }
                None => "I have no range for the next level in this place.".to_owned(),
            },
            Self::Flexibility => match crate::words::told(&material.told(), Fact::RelocationCost) {
                Some(cost) => {
                    format!("The move, as you entered it: {}.", Echo::of(&cost))
                }
                None => offer.currency.reads("Nothing in dollars until you enter what a move would cost you."),
            },
            _ => {
                let [.., last] = pay_by_year(offer);
                format!(
                    "After year 4 pay falls by {} unless new stock comes: that is what a refresher would have to fill.",
                    last.total() - offer.base
                )
            }
        }
    }
}

fn tactics(catalogue: &Catalogue, advice: &LeverAdvice, context: &Context) -> Result<Vec<Tactic>, RenderError> {
    let mut fitting = Vec::new();
    for (index, tactic) in advice.tactics.iter().enumerate() {
        if tactic.condition.is_none_or(|condition| context.knows(condition)) {
            let says = catalogue.text(&tactic_key(advice.key, index), context)?;
            fitting.push(Tactic { says, claim: tactic.claim });
        }
    }
    Ok(fitting)
}

fn would_help(advice: &LeverAdvice, context: &Context) -> Vec<Fact> {
    let conditions = advice.tactics.iter().filter_map(|tactic| tactic.condition);
    conditions.filter(|condition| !context.knows(*condition)).filter_map(Condition::fact).collect()
}

fn push_back(catalogue: &Catalogue, advice: &LeverAdvice, context: &Context) -> Result<Vec<PushBack>, RenderError> {
    let each = (0..advice.push_backs.len()).map(|index| {
        let (they, you) = push_back_keys(advice.key, index);
        Ok(PushBack { they: catalogue.text(&they, context)?, you: catalogue.text(&you, context)? })
    });
    each.collect()
}
