//! What is asked for, as people say it: its parts, who approves it, and each step of the ladder.

use rust_decimal::Decimal;

use super::list::{Phrase, listed};
use crate::counter::{Approval, Ask, Plan};
use crate::money::Money;
use crate::offer::{Component, SignOn};

/// All four figures, without what is zero: `a base of $212,500, a sign-on of $90,000 in year 1
/// and $60,000 in year 2, and $450,000 in stock`.
pub fn ask(ask: &Ask) -> String {
    let mut parts = vec![base(ask.base)];
    parts.extend(sign_on(ask.sign_on));
    if !ask.grant.is_zero() {
        parts.push(grant(ask.grant));
    }
    listed(&parts)
}

/// The parts that are asked for, and those that stay: `a base of $212,500, with sign-on and
/// stock as offered`.
pub fn changes(offered: &Ask, ask: &Ask) -> String {
    let (mut changed, mut kept) = (Vec::new(), Vec::new());
    for part in Component::ALL {
        let (same, says) = match part {
            Component::Base => (ask.base == offered.base, Some(base(ask.base))),
            Component::SignOn => (ask.sign_on == offered.sign_on, sign_on(ask.sign_on)),
            Component::Stock => (ask.grant == offered.grant, Some(grant(ask.grant))),
        };
        if same {
            kept.push(Phrase::plain(component(part)));
        } else {
            changed.extend(says);
        }
    }
    if kept.is_empty() { listed(&changed) } else { format!("{}, with {} as offered", listed(&changed), listed(&kept)) }
}

fn base(amount: Money) -> Phrase {
    Phrase::plain(format!("a base of {amount}"))
}

/// The years that pay one; `None` where neither does.
fn sign_on(SignOn { year_1, year_2 }: SignOn) -> Option<Phrase> {
    let years = match (year_1.is_zero(), year_2.is_zero()) {
        (false, false) => Phrase::pair(format!("{year_1} in year 1 and {year_2} in year 2")),
        (false, true) => Phrase::plain(format!("{year_1} in year 1")),
        (true, false) => Phrase::plain(format!("{year_2} in year 2")),
        (true, true) => return None,
    };
    Some(years.after("a sign-on of"))
}

fn grant(amount: Money) -> Phrase {
    Phrase::plain(format!("{amount} in stock"))
}

/// `base`, `sign-on`, `stock`.
pub fn component(component: Component) -> &'static str {
    match component {
        Component::Base => "base",
        Component::SignOn => "sign-on",
        Component::Stock => "stock",
    }
}

/// `the recruiter`, `the hiring manager`, `a director`, `a vice president`.
pub fn approver(approval: Approval) -> &'static str {
    match approval {
        Approval::Recruiter => "the recruiter",
        Approval::HiringManager => "the hiring manager",
        Approval::Director => "a director",
        Approval::VicePresident => "a vice president",
    }
}

/// A rise of the four-year total and who approves it, in a sentence to stand after its subject.
pub fn rise_to_approve(percent: Decimal, approval: Approval) -> String {
    format!("+{percent} % over four years: for {} to approve, the playbook claims.", approver(approval))
}

/// What to say on each step of the ladder: one sentence with its four figures, ready to paste.
///
/// What the lowest step means to the user is theirs alone: no line says it, and no line holds a
/// total.
pub fn ladder_lines(plan: &Plan) -> [String; 5] {
    let mut step = 0;
    plan.ladder.map(|rung| {
        step += 1;
        let asked = ask(&rung.ask);
        // Agreeing is the user's to say, and never to less than they would take.
        match (plan.walk_away_out_of_reach, rung.increase.is_zero()) {
            (true, true) => format!("I'd like to get to yes, and {asked} is not there yet: where do you have room?"),
            (true, false) => question_step(step, &asked),
            (false, true) => format!("Thank you for looking into it with me: {asked}, as offered, works for me."),
            (false, false) => step_down(step, &asked),
        }
    })
}

/// A step that agrees to nothing.
fn question_step(step: u8, asked: &str) -> String {
    match step {
        1 => format!("I'm excited about this role. Could you get to {asked}, or further?"),
        2 => format!("I hear you, and I want this to work: could you get to {asked}?"),
        3 => format!("How near can you come to {asked}?"),
        4 => format!("What would it take on your side to get to {asked}?"),
        _ => format!("If {asked} is the most you can do, may I take a day to think about it?"),
    }
}

fn step_down(step: u8, asked: &str) -> String {
    match step {
        1 => format!("I'm excited about this role, and with {asked}, I'd be glad to say yes."),
        2 => format!("I hear you, and I want this to work: could you get to {asked}?"),
        3 => format!("Let me meet you in the middle: {asked} would work for me."),
        4 => format!("I can move once more, to {asked}."),
        _ => format!("If you can confirm {asked}, I'm ready to accept."),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(base: i64, year_1: i64, year_2: i64, grant: i64) -> Ask {
        let [base, year_1, year_2, grant] = [base, year_1, year_2, grant].map(Money::dollars);
        Ask { base, sign_on: SignOn { year_1, year_2 }, grant }
    }

    #[test]
    fn an_ask_is_said_without_what_is_zero() {
        for (figures, expected) in [
            (of(212_500, 0, 0, 0), "a base of $212,500"),
            (of(212_500, 0, 60_000, 0), "a base of $212,500 and a sign-on of $60,000 in year 2"),
            (of(212_500, 0, 0, 450_000), "a base of $212,500 and $450,000 in stock"),
            (
                of(212_500, 90_000, 60_000, 450_000),
                "a base of $212,500, a sign-on of $90,000 in year 1 and $60,000 in year 2, and $450,000 in stock",
            ),
        ] {
            assert_eq!(ask(&figures), expected);
        }
    }

    #[test]
    fn what_stays_is_named_and_not_repeated() {
        let offered = of(200_000, 90_000, 60_000, 400_000);
        for (figures, expected) in [
            (of(210_000, 90_000, 60_000, 400_000), "a base of $210,000, with sign-on and stock as offered"),
            (
                of(200_000, 95_000, 60_000, 410_000),
                "a sign-on of $95,000 in year 1 and $60,000 in year 2, and $410,000 in stock, with base as offered",
            ),
            (
                of(210_000, 95_000, 0, 410_000),
                "a base of $210,000, a sign-on of $95,000 in year 1, and $410,000 in stock",
            ),
        ] {
            assert_eq!(changes(&offered, &figures), expected);
        }
    }
}
