//! How long the reader takes over 4,000 characters, as a letter and as a typed answer.
//!
//! To reach: at most 20 ms.

use counteroffer::{Field, OfferDraft, read_answer, read_letter};
use divan::{Bencher, black_box};
use jiff::civil::{Date, date};

fn main() {
    divan::main();
}

const TODAY: Date = date(2026, 11, 26);

/// Pieces that texts of 4,000 characters are made of: a real letter, and what a reader can trip over.
const PIECES: [&str; 9] = [
    "Base salary: $185,000. Sign-on: $90,000 in year 1 and $70,000 in year 2. 1,400 RSUs vesting 5/15/40/40. ",
    "We are pleased to offer you the position of Software Development Engineer III (L6) in Seattle, Washington. ",
    "google written 450k, meta verbal 400k, base 190k, another 15k; ",
    "185k ",
    "1,",
    "9/",
    "a;",
    "seattle, ",
    "base not 190 no wait 195 ",
];

fn text(piece: &str) -> String {
    piece.repeat(4_000 / piece.len())
}

#[divan::bench(args = PIECES)]
fn letter(bencher: Bencher, piece: &str) {
    let text = text(piece);
    bencher.bench(|| read_letter(black_box(&text), TODAY));
}

#[divan::bench(args = PIECES)]
fn answer(bencher: Bencher, piece: &str) {
    let (text, draft) = (text(piece), OfferDraft::default());
    bencher.bench(|| read_answer(Some(Field::Base), black_box(&text), &draft, TODAY));
}
