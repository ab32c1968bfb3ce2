//! The rule that ties an amount to a name: what stands beside it, then what leads, then the line's heading.
//!
//! Must not know what a topic's figures mean.

use super::{Heading, Kind, Label, Money, Term, Tied, Token, Topic, length_at, names_year};

/// Amounts that stand together, joined by `/`, `+`, `@`.
#[derive(Clone, Debug)]
struct Group {
    amounts: Vec<usize>,
}

impl Group {
    fn start(&self) -> usize {
        self.amounts[0]
    }

    fn end(&self) -> usize {
        self.amounts[self.amounts.len() - 1] + 1
    }
}

/// Ties the amounts of a sentence to topics. `prose` takes the last name for an amount that none stands beside.
pub(crate) fn tie(tokens: &[Token], labels: &[Label], heading: &Heading, amounts: &[usize], prose: bool) -> Vec<Tied> {
    let labels: Vec<Label> = labels.iter().copied().filter(|label| label.start >= heading.end).collect();
    let groups = groups(tokens, &labels, amounts);
    let mut walk = Walk {
        tokens,
        labels: &labels,
        groups: &groups,
        heading,
        prose,
        taken: vec![false; labels.len()],
        open: None,
        last: None,
        topics: Vec::new(),
    };
    let mut next_label = 0;
    for (order, group) in groups.iter().enumerate() {
        while labels.get(next_label).is_some_and(|label| label.start < group.start()) {
            walk.pass(next_label);
            next_label += 1;
        }
        let before_next = groups.get(order + 1).map_or(tokens.len(), Group::start);
        let right = labels.get(next_label).filter(|label| label.start < before_next).map(|_| next_label);
        let previous = order.checked_sub(1).map(|at| &groups[at]);
        let topic = walk.topic_of(group, previous, groups.get(order + 1), right);
        walk.topics.push(topic);
    }
    let mut tied = Vec::new();
    for (group, topic) in groups.iter().zip(&walk.topics) {
        for &index in &group.amounts {
            tied.extend(tokens[index].figure().cloned().map(|figure| Tied { index, figure, topic: *topic }));
        }
    }
    tied
}

/// From here on an amount is no price of a share.
const DEAREST_SHARE: i64 = 10_000;

struct Walk<'a> {
    tokens: &'a [Token],
    labels: &'a [Label],
    groups: &'a [Group],
    heading: &'a Heading,
    prose: bool,
    taken: Vec<bool>,
    /// A label that waits for its amount.
    open: Option<usize>,
    /// The last label passed.
    last: Option<usize>,
    topics: Vec<Option<Topic>>,
}

impl Walk<'_> {
    /// A label is passed: it waits for an amount unless it has one.
    fn pass(&mut self, label: usize) {
        if !self.taken[label] {
            self.open = Some(label);
        }
        self.last = Some(label);
    }

    fn give(&mut self, label: usize) -> Topic {
        self.taken[label] = true;
        if self.open == Some(label) {
            self.open = None;
        }
        self.labels[label].topic
    }

    fn topic_of(
        &mut self,
        group: &Group,
        previous: Option<&Group>,
        next: Option<&Group>,
        right: Option<usize>,
    ) -> Option<Topic> {
        let tokens = self.tokens;
        let beside = |label: usize| {
            let between = &tokens[group.end()..self.labels[label].start];
            // "67k first year sign-on".
            let of_year = self.labels[label].topic == Topic::SignOn && names_year(between) && is_year_alone(between);
            of_year || glued(between, Term::AfterGlue)
        };
        let leads = |label: usize| {
            tokens.get(self.labels[label].end).is_some_and(|next| next.is_mark(':') || next.is_mark('='))
        };
        // "1,750 RSUs: 5% ...": what counts them stands before the colon.
        let counts = |label: usize| {
            self.labels[label].start == group.end()
                && group.amounts.iter().any(|index| crate::reading::units::counts_units(tokens, *index))
        };
        // "$330,000 at the price we use": no share costs that.
        let no_price = |label: usize| {
            let dear = |index: &usize| {
                tokens[*index].figure().is_some_and(|figure| figure.value >= Money::dollars(DEAREST_SHARE))
            };
            self.labels[label].topic == Topic::Price && group.amounts.iter().any(dear)
        };
        let right = right.filter(|label| {
            beside(*label)
                && (!leads(*label) || counts(*label))
                && !no_price(*label)
                && !self.has_own_after(*label, group, next)
        });
        let left = self.last.filter(|label| {
            let end = self.labels[*label].end;
            // "$6,500 (Relocation) $29,000 (1st yr)": the name in brackets is the amount's before it.
            let closed = self.taken[*label] && self.is_in_brackets(*label);
            !closed
                && previous.is_none_or(|before| before.end() <= end)
                && glued(&tokens[end..group.start()], Term::BeforeGlue)
        });
        let pair = is_pair_of_two(tokens, group);
        // "1500 rsus at 120 sign on 20/20": what "at" leads is the price of what stands before.
        let led = group.start().checked_sub(1).is_some_and(|at| tokens[at].is_mark('@') || tokens[at].is(Term::At));
        let of_grant = self.topics.last().copied().flatten() == Some(Topic::Grant)
            || self.last.is_some_and(|label| self.labels[label].topic == Topic::Grant && self.taken[label]);
        // "RSUs at 620, base at 170k": what another name leads is no price.
        let named = self.open.is_some_and(|label| {
            let Label { topic, start, .. } = self.labels[label];
            !matches!(topic, Topic::Grant | Topic::Price) && previous.is_some_and(|before| before.end() <= start)
        });
        if led && of_grant && !named && group.amounts.len() == 1 {
            return Some(Topic::Grant);
        }
        // "comp is 207k base, 115k y1 sign on": what names a part stands behind it.
        let of_part = |left: usize, right: usize| {
            let [over, part] = [left, right].map(|label| self.labels[label].topic);
            over == Topic::Total
                && matches!(part, Topic::Base | Topic::SignOn)
                && !next.is_some_and(|next| {
                    let end = self.labels[right].end;
                    let between = end..next.start().max(end);
                    // "190 base with 80 sign on".
                    let joined = tokens[between.clone()].iter().any(|token| token.is(Term::Joiner));
                    end <= next.start() && !joined && glued(&tokens[between], Term::BeforeGlue)
                })
        };
        match (left, right) {
            (Some(left), Some(right)) if !self.taken[left] && of_part(left, right) => {
                self.open = None;
                Some(self.give(right))
            }
            (Some(left), _) if !self.taken[left] => Some(self.give(left)),
            // "base 170k, 51k and 38k sign-on": the base has its own.
            (_, Some(right))
                if !pair || self.labels[right].topic != Topic::SignOn || self.topics.contains(&Some(Topic::Base)) =>
            {
                Some(self.give(right))
            }
            (_, Some(_)) => None,
            (Some(left), None) => Some(self.give(left)),
            (None, None) => self.topic_from_afar(group, previous),
        }
    }

    /// Whether a label stands before an amount of its own, so that the one before it is another's:
    /// "185k sign on 90/70".
    fn has_own_after(&self, label: usize, group: &Group, next: Option<&Group>) -> bool {
        let Some(next) = next else { return false };
        let end = self.labels[label].end;
        if self.is_in_brackets(label) {
            return false;
        }
        let beside = end <= next.start() && glued(&self.tokens[end..next.start()], Term::BeforeGlue);
        let named_behind = self.labels.get(label + 1).is_some_and(|other| {
            other.start >= next.end() && glued(&self.tokens[next.end()..other.start], Term::AfterGlue)
        });
        let fits_better = match self.labels[label].topic {
            Topic::SignOn => group.amounts.len() == 1,
            // "95/70 rsu 400": two years are the sign-on's.
            Topic::Grant => group.amounts.len() > 1 && self.tokens[group.start() + 1].is_mark('/'),
            Topic::Base => group.amounts.len() > 1,
            _ => false,
        };
        // "$305,000 (base $185,000 + ...": the name in the bracket leads what is in it.
        let bracket = self.tokens[group.end()..self.labels[label].start].iter().any(|token| token.is_mark('('));
        beside && (bracket || !named_behind && fits_better)
    }

    /// Whether a name stands alone in brackets: "(Relocation)".
    fn is_in_brackets(&self, label: usize) -> bool {
        let Label { start, end, .. } = self.labels[label];
        start > 0 && self.tokens[start - 1].is_mark('(') && self.tokens.get(end).is_some_and(|next| next.is_mark(')'))
    }

    /// The topic of an amount that no name stands beside.
    fn topic_from_afar(&mut self, group: &Group, previous: Option<&Group>) -> Option<Topic> {
        let tokens = self.tokens;
        let continued = previous.and_then(|before| {
            let topic = self.topics.last().copied().flatten()?;
            let between = &tokens[before.end()..group.start()];
            let goes_on =
                !between.iter().any(|token| token.is_mark(';') || token.is_mark('|') || token.kind == Kind::Break);
            let years = names_year(between) || names_year(&tokens[group.end()..(group.end() + 4).min(tokens.len())]);
            let alone = self.topics.iter().filter(|other| **other == Some(topic)).count() == 1;
            let joined = between.len() <= 3 && between.iter().all(|token| token.is(Term::Joiner) || token.is_mark(','));
            let second = topic == Topic::SignOn
                && goes_on
                && (years || (alone && before.amounts.len() == 1 && joined && self.heading.topics.is_empty()));
            // "Year one comes to $318,000, year two to $330,000".
            let totals = topic == Topic::Total && goes_on && years;
            (second || totals).then_some(topic)
        });
        if continued.is_some() {
            return continued;
        }
        // "172.8 base, 64.5 yr1 / 49.5 yr2 signing": what is told by years is the sign-on's.
        let from = previous.map_or(0, Group::end);
        let until = tokens.len().min(group.end() + 4);
        let next_value = (group.end()..until)
            .find(|at| tokens[*at].figure().is_some_and(|figure| !figure.bare || figure.value > Money::dollars(12)));
        // "Base moves from ... to $190,000, the first year sign-on ...": what a comma parts leads the next.
        let next_value = next_value.unwrap_or(until);
        let comma = (group.end()..next_value).find(|at| tokens[*at].is_mark(','));
        let leads = comma.filter(|comma| {
            self.labels.iter().any(|label| label.topic == Topic::SignOn && (*comma..comma + 6).contains(&label.start))
        });
        let years =
            names_year(&tokens[from..group.start()]) || names_year(&tokens[group.end()..leads.unwrap_or(next_value)]);
        let sign_on = self.labels.iter().any(|label| label.topic == Topic::SignOn)
            || self.heading.topics.contains(&Topic::SignOn);
        let only_sign_on = !self.labels.iter().any(|label| matches!(label.topic, Topic::Total));
        if years && sign_on && only_sign_on && self.heading.topics != [Topic::Total] {
            return Some(Topic::SignOn);
        }
        let parted = |label: usize| {
            tokens[self.labels[label].end..group.start()]
                .iter()
                .any(|token| token.is_mark(',') || token.is(Term::Joiner))
        };
        if let Some(open) = self.open
            && (self.prose || !parted(open))
        {
            return Some(self.give(open));
        }
        if let Some(topic) = self.of_heading(group) {
            return Some(topic);
        }
        if !self.prose {
            return None;
        }
        let last = self.last.map(|label| self.labels[label].topic);
        last.or_else(|| {
            let next = self.labels.iter().find(|label| label.start > group.end())?;
            let own = self.has_own(next, group);
            (!own).then_some(next.topic)
        })
    }

    /// Whether a name that stands behind an amount has another one of its own: "The offer is $180k, $66k yr1 sign-on",
    /// "$166k, 575 RSUs", "my mortgage is 600k so stock of 575 units helps".
    fn has_own(&self, label: &Label, group: &Group) -> bool {
        let tokens = self.tokens;
        let figure = |at: usize| tokens[at].figure().is_some_and(|figure| !figure.percent && !figure.bare);
        let value = (group.end()..label.start).find(|at| figure(*at));
        let before = value.is_some_and(|at| !names_year(&tokens[group.end()..at]));
        let led = |glue: &[Token]| glued(glue, Term::BeforeGlue) && !glue.iter().any(|token| token.is_mark('('));
        let behind = (label.end..tokens.len())
            .find(|at| figure(*at))
            .is_some_and(|at| glued(&tokens[label.end..at], Term::BeforeGlue));
        let counted = |other: &Group| {
            let units = other.amounts.iter().any(|index| crate::reading::units::counts_units(tokens, *index));
            // "$351,900 (1,530 RSUs)": the count in brackets is of that value.
            let of_value = tokens[group.end()].is_mark('(') && other.start() == group.end() + 1;
            let before = other.start() >= group.end() && other.end() <= label.start && !of_value;
            before && units && glued(&tokens[other.end()..label.start], Term::AfterGlue)
                || other.start() >= label.end && label.topic == Topic::Grant && led(&tokens[label.end..other.start()])
        };
        before || behind || self.groups.iter().any(counted)
    }

    /// What the line's heading says; of several names the one that the years are told of.
    fn of_heading(&self, group: &Group) -> Option<Topic> {
        let until = self.tokens[group.end()..]
            .iter()
            .position(|token| token.figure().is_some_and(|figure| !figure.bare))
            .map_or(self.tokens.len(), |at| group.end() + at);
        match self.heading.topics.as_slice() {
            [topic] => Some(*topic),
            topics if !topics.contains(&Topic::SignOn) => None,
            topics => {
                let years = names_year(&self.tokens[self.heading.end..group.start()])
                    || names_year(&self.tokens[group.end()..until]);
                topics.iter().copied().find(|topic| *topic == Topic::SignOn && (years || group.amounts.len() == 2))
            }
        }
    }
}

/// "first year", "Y1": words that name a year and nothing else.
fn is_year_alone(tokens: &[Token]) -> bool {
    const OF_YEAR: [Term; 6] = [Term::YearOne, Term::YearTwo, Term::Ordinal, Term::Year, Term::First, Term::Second];
    tokens.len() <= 3
        && tokens.iter().all(|token| {
            OF_YEAR.iter().any(|term| token.is(*term)) || token.is(Term::AfterGlue) || token.figure().is_some()
        })
}

/// "185k and 90k sign-on": two figures that may be of two fields.
fn is_pair_of_two(tokens: &[Token], group: &Group) -> bool {
    let [first, second] = group.amounts[..] else { return false };
    tokens[first + 1..second].iter().all(|token| token.kind == Kind::Word)
}

/// Amounts joined by a sign, or by "at" before a price; no name stands between them.
fn groups(tokens: &[Token], labels: &[Label], amounts: &[usize]) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for &amount in amounts {
        let joined = groups.last().is_some_and(|group| {
            let between = &tokens[group.end()..amount];
            let signs = between.iter().filter(|token| token.is_mark_of(&['/', '+', '&', '@', '='])).count();
            let plain = between.iter().all(|token| {
                token.is_mark_of(&['/', '+', '&', '@', '=']) || token.is(Term::Times) || token.is(Term::At)
            });
            let named = labels.iter().any(|label| label.start >= group.end() && label.end <= amount);
            // "sign on 90 70".
            let small = |at: usize| {
                tokens[at].figure().is_some_and(|figure| figure.bare && figure.value < Money::dollars(1_000))
            };
            let slashed = |at: usize| tokens.get(at).is_some_and(|token| token.is_mark('/'));
            let first = group.end() - 1;
            // "165k + 560 RSUs", "$29,500 / 480 RSUs": money and a count beside each other.
            let money = |at: usize| tokens[at].figure().is_some_and(|figure| figure.dollars || figure.scaled);
            let counts = |at: usize| crate::reading::units::counts_units(tokens, at);
            let lists = between.iter().any(|token| token.is_mark_of(&['/', '+', '&']));
            let apart = lists && (money(first) && counts(amount) || counts(first) && money(amount));
            let side_by_side = between.is_empty()
                && small(first)
                && small(amount)
                && !slashed(amount + 1)
                && !(first > 0 && slashed(first - 1));
            !named && !apart && plain && (signs == 1 || (signs == 0 && between.len() == 1) || side_by_side)
        });
        match groups.last_mut() {
            Some(group) if joined => group.amounts.push(amount),
            _ => groups.push(Group { amounts: vec![amount] }),
        }
    }
    groups
}

fn glued(between: &[Token], glue: Term) -> bool {
    between.iter().enumerate().all(|(at, token)| {
        length_at(between, at, glue).is_some()
            || token.is(glue)
            || matches!(token.kind, Kind::Mark(':' | '=' | '(' | ')' | '-' | '@' | '~' | '>'))
    })
}
