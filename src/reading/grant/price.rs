//! When a number is the price of a share: "@ 182.50", "1400 x 182", "AMZN is at 221", and the day that it is of.
//!
//! Must not know what shares at a price come to.

use super::{
    Claim, Date, How, Kind, LIKE_SHARES, Money, Term, Tied, Token, Topic, counts_units, dates, has, labels, length_at,
    one,
};

/// What "at" can lead behind the name of the grant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum At {
    /// "RSUs at 560": how many, where no count stands before.
    OfCount,
    /// "rsus at 182", typed behind a count.
    OfPrice,
}

/// The day that a price is of, with the tokens that say it: "at 221.40 today", "as of november 25", "the November 20
/// closing price of $216.90".
pub(crate) fn priced_on(tokens: &[Token], tied: &[Tied], today: Date) -> Option<(Date, usize, usize)> {
    let how = How { counts: true, least: *LIKE_SHARES.start(), prose: false, shorthand: false };
    let price = tied
        .iter()
        .enumerate()
        .find(|(order, _)| matches!(one(tokens, tied, *order, how), Some(Claim::SharePrice(_))))?
        .1
        .index;
    let found = day_behind(tokens, price, today).or_else(|| day_ahead(tokens, price, today));
    found.filter(|(day, ..)| *day <= today)
}

/// "$221.40 today", "$228.30 (price on Friday, November 20)".
fn day_behind(tokens: &[Token], price: usize, today: Date) -> Option<(Date, usize, usize)> {
    let behind = &tokens[price + 1..];
    let leads = |token: &&Token| {
        [Term::AsOf, Term::Each, Term::Unit].iter().any(|term| token.is(*term))
            || token.is_mark_of(&['(', ',', '/'])
            || token.kind == Kind::Word && dates::weekday(&token.word).is_some()
    };
    let lead = behind.iter().take_while(leads).count();
    let rest: Vec<&Token> = behind[lead..].iter().collect();
    let (used, day) = dates::day_before(&rest, today)?;
    Some((day, price + 1, price + 1 + lead + used))
}

/// "Closing price on 11/24: $226.10", "yesterday's close of $220.40": a day right before the price, where a price is spoken
/// of.
fn day_ahead(tokens: &[Token], price: usize, today: Date) -> Option<(Date, usize, usize)> {
    const NEAR: usize = 10;
    let floor = price.saturating_sub(NEAR);
    let glue = |token: &Token| {
        [Term::AsOf, Term::PriceLead, Term::PriceGlue].iter().any(|term| token.is(*term))
            || token.is_mark_of(&[':', ',', '='])
    };
    let spoken_of = (floor..price)
        .any(|at| [Term::Price, Term::MarketClose].iter().any(|term| length_at(tokens, at, *term).is_some()));
    let told = |at: usize| {
        let rest: Vec<&Token> = tokens[at..price].iter().collect();
        let (used, day) = dates::day_before(&rest, today)?;
        tokens[at + used..price].iter().all(glue).then_some((day, at, at + used))
    };
    (floor..price).filter(|_| spoken_of).find_map(told)
}

/// "Amazon stock is around 220": what a share costs, and no grant.
pub(super) fn is_of_company_stock(tokens: &[Token], index: usize) -> bool {
    let floor = index.saturating_sub(8);
    (floor..index).any(|at| {
        length_at(tokens, at, Term::CompanyStock).is_some_and(|length| {
            let between = &tokens[at + length..index];
            !between.is_empty() && between.iter().all(|token| token.is(Term::AtAbout) && !token.is(Term::Was))
        })
    })
}

/// "1400 @ 182", "1400 x 182": a whole number right before a price.
pub(super) fn leads_price(tokens: &[Token], tied: &[Tied], order: usize) -> bool {
    let (index, figure) = (tied[order].index, &tied[order].figure);
    let Some(next) = tied.get(order + 1) else { return false };
    let by = next.index == index + 2
        && (tokens[index + 1].is_mark('@') || tokens[index + 1].is(Term::Times) || tokens[index + 1].is(Term::At));
    by && !times_a_price(tokens, next.index)
        && figure.bare
        && figure.value.amount().fract().is_zero()
        && figure.value >= Money::dollars(10)
        && !next.figure.scaled
        && next.figure.value <= Money::dollars(100_000)
}

/// "at 220 x 1800": the price leads.
pub(super) fn times_a_price(tokens: &[Token], index: usize) -> bool {
    index >= 3
        && tokens[index - 1].is(Term::Times)
        && tokens[index - 2].figure().is_some()
        && (tokens[index - 3].is_mark('@') || tokens[index - 3].is(Term::At))
        && tokens[index].figure().is_some_and(|figure| figure.bare && figure.value.amount().fract().is_zero())
}

/// `@ 182.50`, `at $182`, `price 190`, `$182.50 a share`.
pub(super) fn is_price(tokens: &[Token], index: usize, how: At) -> bool {
    let mut before = index;
    while before > 0 && (tokens[before - 1].is_mark_of(&[':', '=', '~', '$']) || tokens[before - 1].is(Term::PriceGlue))
    {
        before -= 1;
    }
    if before > 0
        && !(how == At::OfCount && tells_count(tokens, index))
        && (tokens[before - 1].is_mark('@')
            || tokens[before - 1].is(Term::PriceLead)
            || tokens[before - 1].is(Term::Times))
    {
        return true;
    }
    let next = |offset: usize| tokens.get(index + offset);
    let a_share = next(1).is_some_and(|token| token.is(Term::Each) || token.is_mark('/'))
        && next(2).is_some_and(|token| token.is(Term::Unit));
    a_share || next(1).is_some_and(|token| token.is(Term::Apiece))
}

/// "RSUs stay at 610", "RSU x 560": a whole bare number that the grant's name leads, with no count before it.
fn tells_count(tokens: &[Token], index: usize) -> bool {
    const NEAR: usize = 4;
    let Some(figure) = tokens[index].figure() else { return false };
    let led = index > 0 && (tokens[index - 1].is(Term::At) || tokens[index - 1].is(Term::Times));
    let bare = figure.bare && !figure.percent && figure.value.amount().fract().is_zero();
    if !led || !bare || (0..index).any(|at| counts_units(tokens, at)) {
        return false;
    }
    let says = |token: &Token| {
        let price = [Term::PriceLead, Term::Worth, Term::Price].iter().any(|term| token.is(*term));
        token.kind == Kind::Word && !price
    };
    labels(tokens).iter().any(|label| {
        let between = tokens.get(label.end..index - 1).unwrap_or_default();
        label.topic == Topic::Grant && label.end < index && between.len() <= NEAR && between.iter().all(says)
    })
}

/// "If the share price hits 300": what a share would cost.
pub(super) fn is_supposed(tokens: &[Token], index: usize) -> bool {
    const NEAR: usize = 8;
    let near = &tokens[index.saturating_sub(NEAR)..index];
    let piece = near.iter().rposition(|token| token.is_mark_of(&[',', ';'])).map_or(near, |at| &near[at..]);
    piece.iter().any(|token| token.is(Term::If)) && !piece.iter().any(|token| token.figure().is_some())
}

/// "The stock is at 221", "I bought AMZN at 95 once", "AMZN peaked at 242": whether a figure behind the stock's name is
/// what a share costs now; `None` where no such name leads it.
pub(super) fn stock_is_at(tokens: &[Token], index: usize) -> Option<bool> {
    const NEAR: usize = 5;
    let floor = index.saturating_sub(NEAR + 1);
    let name = (floor..index).rev().find(|at| tokens[*at].is(Term::StockWord))?;
    let between = &tokens[name + 1..index];
    let words = between.iter().all(|token| token.kind == Kind::Word && !token.is(Term::Unit));
    let led =
        between.last().is_some_and(|last| last.is(Term::At) || !last.is(Term::AtAbout) && !last.is(Term::BeforeGlue));
    // "Stock price 186.40" names the price.
    let named = between.iter().any(|token| token.is(Term::Price));
    if !words || !led || named {
        return None;
    }
    let present = between.iter().all(|token| token.is(Term::AtAbout) && !token.is(Term::Was));
    let told = between.len() > 1 || has(&tokens[index..], Term::Now);
    let before = name.checked_sub(1).map(|at| &tokens[at]);
    let starts = before.is_none_or(|before| {
        before.kind != Kind::Word || before.is(Term::The) || before.is(Term::Ours) || before.is(Term::Joiner)
    });
    // "Base is at 165k, stock is at 560": a part of the offer.
    let beside_pay = labels(tokens).iter().any(|label| matches!(label.topic, Topic::Base | Topic::SignOn));
    Some(present && told && starts && !beside_pay && !has(&tokens[..name], Term::If))
}
