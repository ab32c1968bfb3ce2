//! What people read, kept here word for word so that a change of wording shows.

mod answers;
mod competition;
mod emails;
mod levers;
mod scripts;

use super::*;
use crate::market::Place;
use crate::offer::read_schedule;
use crate::playbook::{Lever, LeverView, Line, Rendered, Variant};

fn shown(name: &str, variant: Variant, kit: &Kit) -> String {
    text(&catalogue().render(name, variant, &kit.material()).unwrap_or_else(|error| panic!("{name}: {error}")))
}

fn before(name: &str, place: Option<&Place>) -> String {
    let kit = barest(&[]);
    let band = kit.band.as_ref().filter(|band| Some(&band.place) == place);
    let before = BeforeOffer { level: Some(kit.offer.level), place, band, facts: None };
    text(&catalogue().render_before(name, Variant::Normal, &before).unwrap_or_else(|error| panic!("{name}: {error}")))
}

fn text(rendered: &Rendered) -> String {
    let mut lines: Vec<String> = rendered.subject.iter().map(|subject| format!("Subject: {subject}\n")).collect();
    lines.push(format!("{}\n", rendered.body));
    lines.extend(rendered.notes.iter().map(|note| format!("~ {note}")));
    lines.join("\n")
}

fn view(lever: Lever, kit: &Kit) -> String {
    let view: LeverView = lever.view(&catalogue(), &kit.material()).unwrap_or_else(|error| panic!("{error}"));
    let mut lines = vec![view.title.to_owned(), view.why, view.room_says, view.claim];
    lines.extend(
        view.tactics
            .into_iter()
            .map(|tactic| format!("* {}{}", tactic.says, if tactic.claim { " (the playbook's claim)" } else { "" })),
    );
    lines.extend(view.would_help.iter().map(|fact| format!("? {}", crate::words::fact_label(*fact))));
    lines.extend(view.approval.map(|approver| crate::words::rise_to_approve(approver.percent, approver.approval)));
    lines.extend(view.push_back.into_iter().map(|one| format!("\"{}\" -> \"{}\"", one.they, one.you)));
    lines.extend(view.effect.map(|effect| {
        let years = effect.years.map(|year| year.to_string()).join(" ");
        let gains = effect.gains.map(|gain| gain.to_string()).join(" ");
        format!("{}: {years}; gains {gains}; {} over four years", effect.figure, effect.four_year_gain)
    }));
    lines.join("\n")
}

fn lines(lines: &[Line]) -> String {
    let one = |line: &Line| match &line.only_if {
        Some(fact) => format!("{} (only if {fact})", line.says),
        None => line.says.clone(),
    };
    lines.iter().map(one).collect::<Vec<_>>().join(
        "
",
    )
}

/// Base at the top of its range, where nothing more is in it.
fn at_the_top() -> Kit {
    let offer = Offer { base: Money::dollars(220_000), ..plain_offer() };
    let ask = dollars(220_000, 80_000, 57_500, 420_000);
    Kit::of(offer, Facts::default(), ask, ask)
}
