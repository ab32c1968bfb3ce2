//! Circles of imports.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use super::resolve::Arrow;

pub type Edges<'a> = BTreeMap<&'a str, BTreeSet<&'a str>>;

/// What is wrong with the circles found, against those that are known by their files.
pub fn complaints(arrows: &[Arrow], known: &[&[&str]]) -> Vec<String> {
    let arrows: Vec<&Arrow> = arrows.iter().filter(|arrow| !arrow.to_parent && arrow.from != arrow.to).collect();
    let mut edges = Edges::new();
    for arrow in &arrows {
        edges.entry(&arrow.from).or_default().insert(&arrow.to);
    }
    let found = knots(&edges);
    let known: Vec<BTreeSet<&str>> = known.iter().map(|files| files.iter().copied().collect()).collect();
    let new = found.iter().filter(|knot| !known.contains(knot)).map(|knot| picture(knot, &edges, &arrows));
    let gone = known
        .iter()
        .filter(|knot| !found.contains(knot))
        .map(|knot| format!("this circle is no more, take it off the list: {knot:?}"));
    new.chain(gone).collect()
}

/// Groups of nodes each of which reaches every other of its group.
pub fn knots<'a>(edges: &Edges<'a>) -> Vec<BTreeSet<&'a str>> {
    let reach: Edges<'a> = edges.keys().map(|from| (*from, reached(edges, from))).collect();
    let mut found: Vec<BTreeSet<&str>> = Vec::new();
    for (from, ahead) in &reach {
        let knot: BTreeSet<&str> =
            ahead.iter().copied().filter(|to| reach.get(to).is_some_and(|back| back.contains(from))).collect();
        if !knot.is_empty() && !found.contains(&knot) {
            found.push(knot);
        }
    }
    found
}

fn reached<'a>(edges: &Edges<'a>, from: &str) -> BTreeSet<&'a str> {
    let mut seen = BTreeSet::new();
    let mut next: Vec<&str> = edges.get(from).into_iter().flatten().copied().collect();
    while let Some(node) = next.pop() {
        if seen.insert(node) {
            next.extend(edges.get(node).into_iter().flatten());
        }
    }
    seen
}

/// The shortest way round, and who else is in it.
fn picture(knot: &BTreeSet<&str>, edges: &Edges<'_>, arrows: &[&Arrow]) -> String {
    let round = knot.iter().map(|start| shortest(edges, start)).min_by_key(Vec::len).unwrap_or_default();
    let mut lines = vec![format!("a circle of {} files:", knot.len())];
    for step in round.windows(2) {
        if let Some(arrow) = arrows.iter().find(|arrow| [arrow.from.as_str(), arrow.to.as_str()] == *step) {
            lines.push(format!("    src/{}:{} names {} ({})", arrow.from, arrow.line, arrow.spelled, arrow.to));
        }
    }
    if knot.len() >= round.len() {
        lines.push(format!("    all of them: {knot:?}"));
    }
    lines.join("\n")
}

/// From a node back to itself.
fn shortest<'a>(edges: &Edges<'a>, start: &'a str) -> Vec<&'a str> {
    let mut ways = VecDeque::from([vec![start]]);
    let mut seen = BTreeSet::new();
    while let Some(way) = ways.pop_front() {
        for next in edges.get(way[way.len() - 1]).into_iter().flatten() {
            let longer = || way.iter().copied().chain([*next]).collect();
            if *next == start {
                return longer();
            }
            if seen.insert(*next) {
                ways.push_back(longer());
            }
        }
    }
    Vec::new()
}
