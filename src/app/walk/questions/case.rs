//! The words of the questions behind the case.

use super::Wording;
use crate::offer::Offer;
use crate::session::CaseQuestion;

/// An answer of the walkthrough that is told apart from a fact and belongs beside it, in a sentence.
pub(crate) fn beside_case(question: CaseQuestion, offer: &Offer) -> Option<String> {
    match question {
        CaseQuestion::LostBonus => {
            offer.left_behind.map(|amount| format!("The unvested pay you leave behind is kept apart: {amount}."))
        }
        CaseQuestion::Expertise
        | CaseQuestion::RareSkill
        | CaseQuestion::Scale
        | CaseQuestion::Achievement
        | CaseQuestion::EarlyImpact
        | CaseQuestion::LostBonusDate
        | CaseQuestion::LongTerm => None,
    }
}

pub(super) const EXPERTISE: Wording = Wording {
    ask: "What are you known for?",
    hint: "A field, in a few words. Skip what does not fit you.",
    meaning: "The field in which colleagues come to you.",
    why: "It says in a line why it is you they want, and not just anyone at this level.",
    examples: &["large-scale storage systems", "payments fraud detection", "compilers"],
};

pub(super) const RARE_SKILL: Wording = Wording {
    ask: "Which of your skills do few others bring?",
    hint: "One is enough.",
    meaning: "Something this team needs and would look for a long time to find.",
    why: "Exceptions are made for what is hard to find. I only say it if you can speak to it for a minute.",
    examples: &["formal verification of protocols", "running GPU clusters on bare metal", "FDA approvals"],
};

pub(super) const SCALE: Wording = Wording {
    ask: "What is the largest thing you have led?",
    hint: "People, traffic, money: with a figure, if you can.",
    meaning: "A project or a system and how large it was.",
    why: "Scale is what levels are told apart by, so it is the measure they will use.",
    examples: &["a 40-person platform rewrite", "a service at 2 million requests a second"],
};

pub(super) const ACHIEVEMENT: Wording = Wording {
    ask: "Which result are you proudest of?",
    hint: "One, with a figure.",
    meaning: "What was better after you had done it, and by how much.",
    why: "A figure can be passed on to whoever approves your offer; praise can't.",
    examples: &["cut our storage bill by 30 %", "brought checkout errors from 2 % to 0.1 %"],
};

pub(super) const EARLY_IMPACT: Wording = Wording {
    ask: "What could you do for them in your first 90 days?",
    hint: "Something you would stand by. It completes \"In my first 90 days: ...\"",
    meaning: "The first thing you could take off their hands.",
    why: "It turns pay into something they get for it, and soon.",
    examples: &["take over the capacity model", "ship the first version of the audit log"],
};

pub(super) const LOST_BONUS: Wording = Wording {
    ask: "Do you lose a bonus by leaving? How much?",
    hint: "In dollars, only if it is real. Unvested stock belongs to the offer: /offer edit.",
    meaning: "A bonus that would have been paid if you stayed. They may ask to see it.",
    why: "What leaving costs you is the strongest reason for a sign-on, because it is a fact.",
    examples: &["$25,000", "$18,500", "none"],
};

pub(super) const LOST_BONUS_DATE: Wording = Wording {
    ask: "When would that bonus be paid?",
    hint: "The day or the month.",
    meaning: "The day you would have to stay for.",
    why: "With its date, it can be looked at and believed.",
    examples: &["March 15", "the end of January"],
};

pub(super) const LONG_TERM: Wording = Wording {
    ask: "What would you like to build over the years?",
    hint: "In your words; no promise to stay.",
    meaning: "Where you see this going if it goes well.",
    why: "It speaks for stock, which pays over years. I say that you plan in years and never that you will stay.",
    examples: &["the next generation of the control plane", "a team that owns search end to end"],
};
