//! Cards at 40, 80 and 120 columns.

use super::*;
use crate::reply::{Action, Button, Choice, Verb};
use proptest::prelude::*;

fn view(width: usize) -> View {
    View::new(width, "2026-11-26T22:30:00Z".parse().expect("a moment"), TimeZone::UTC)
}

fn text(card: &Card, width: usize) -> String {
    render(card, &view(width)).0
}

fn press(verb: Verb) -> Press {
    Press::always(Action::bare(verb))
}

/// A card of everything that a card can hold.
fn everything() -> Card {
    let table = Table {
        header: ["", "Before", "Now", "Moved"].map(str::to_owned).to_vec(),
        rows: vec![
            ["Sign-on 1", "90k", "110k", "+20k"].map(str::to_owned).to_vec(),
            ["4 years", "1.35M", "1.37M", "+20k"].map(str::to_owned).to_vec(),
        ],
    };
    let mut card = Card::titled("Round 2: Amazon L6, Seattle")
        .with(Block::Lead("Better by $20,000 over four years (1.5%): sign-on up $20,000 in year 1.".into()))
        .with(Block::Table(table))
        .with(Block::Heading("Watch out for".into()))
        .with(Block::Bullets(vec![
            "Year 3 pays $9,000 less than year 2, because the sign-on ends and the stock does not make up for it.".into(),
            "Ask which share price turned dollars into shares.".into(),
        ]))
        .with(Block::Fields(vec![
            ("Base".into(), "$200,000, in the middle ($180k to $220k)".into()),
            ("RSU grant, four years".into(), "$400,000, in the lower half ($300k to $600k)".into()),
            ("A name that is longer than its column".into(), "and its value".into()),
        ]))
        .with(Block::Moment { before: "Answer by ".into(), unix: 1_796_385_600, after: ", end of day.".into() })
        .with(Block::Copy("Hi Jordan,\n\nthank you for the offer. I would like to get to a yes, and three changes would do it.\n\nBest,\nSam".into()))
        .with_buttons(vec![
            Button::primary("The analysis", press(Verb::Show)),
            Button::new("Counter plan", press(Verb::Counter)),
            Button::new("E-mail", press(Verb::Emails)),
            Button::new("Correct these numbers", press(Verb::Edit)),
        ])
        .with_small("The earlier numbers are kept. If the new ones came by phone, ask for them in writing.");
    card.controls.push(Controls::Select {
        press: press(Verb::Change),
        prompt: "Change".into(),
        options: vec![Choice::new("Base", "base"), Choice::new("Sign-on", "sign_on"), Choice::new("Grant", "grant")],
    });
    card
}

#[test]
fn everything_at_40_columns() {
    insta::assert_snapshot!(text(&everything(), 40), @"
    ── Round 2: Amazon L6, Seattle ──

    Better by $20,000 over four years
    (1.5%): sign-on up $20,000 in year 1.

                 Before    Now  Moved
      Sign-on 1     90k   110k   +20k
      4 years     1.35M  1.37M   +20k

    Watch out for:

      • Year 3 pays $9,000 less than year 2,
        because the sign-on ends and the
        stock does not make up for it.
      • Ask which share price turned dollars
        into shares.

      Base
        $200,000, in the middle ($180k to
        $220k)
      RSU grant, four years
        $400,000, in the lower half ($300k
        to $600k)
      A name that is longer than its column
        and its value

    Answer by Friday, December 4, 2026 (in 8
      days), end of day.

    ┌─ to copy
    Hi Jordan,

    thank you for the offer. I would like to
    get to a yes, and three changes would do
    it.

    Best,
    Sam
    └─

      The earlier numbers are kept. If the
      new ones came by phone, ask for them
      in writing.

      [1] The analysis   [2] Counter plan
      [3] E-mail   [4] Correct these numbers

      Change:   [5] Base   [6] Sign-on
      [7] Grant

      [8] Write it to a file
    ");
}

#[test]
fn everything_at_80_columns() {
    insta::assert_snapshot!(text(&everything(), 80), @"
    ── Round 2: Amazon L6, Seattle ──

    Better by $20,000 over four years (1.5%): sign-on up $20,000 in year 1.

                 Before    Now  Moved
      Sign-on 1     90k   110k   +20k
      4 years     1.35M  1.37M   +20k

    Watch out for:

      • Year 3 pays $9,000 less than year 2, because the sign-on ends and the stock
        does not make up for it.
      • Ask which share price turned dollars into shares.

      Base                      $200,000, in the middle ($180k to $220k)
      RSU grant, four years     $400,000, in the lower half ($300k to $600k)
      A name that is longer than its column
        and its value

    Answer by Friday, December 4, 2026 (in 8 days), end of day.

    ┌─ to copy
    Hi Jordan,

    thank you for the offer. I would like to get to a yes, and three changes would
    do it.

    Best,
    Sam
    └─

      The earlier numbers are kept. If the new ones came by phone, ask for them in
      writing.

      [1] The analysis   [2] Counter plan   [3] E-mail   [4] Correct these numbers

      Change:   [5] Base   [6] Sign-on   [7] Grant

      [8] Write it to a file
    ");
}

#[test]
fn everything_at_120_columns() {
    insta::assert_snapshot!(text(&everything(), 120), @"
    ── Round 2: Amazon L6, Seattle ──

    Better by $20,000 over four years (1.5%): sign-on up $20,000 in year 1.

                 Before    Now  Moved
      Sign-on 1     90k   110k   +20k
      4 years     1.35M  1.37M   +20k

    Watch out for:

      • Year 3 pays $9,000 less than year 2, because the sign-on ends and the stock does not make up for it.
      • Ask which share price turned dollars into shares.

      Base                      $200,000, in the middle ($180k to $220k)
      RSU grant, four years     $400,000, in the lower half ($300k to $600k)
      A name that is longer than its column
        and its value

    Answer by Friday, December 4, 2026 (in 8 days), end of day.

    ┌─ to copy
    Hi Jordan,

    thank you for the offer. I would like to get to a yes, and three changes would do it.

    Best,
    Sam
    └─

      The earlier numbers are kept. If the new ones came by phone, ask for them in writing.

      [1] The analysis   [2] Counter plan   [3] E-mail   [4] Correct these numbers

      Change:   [5] Base   [6] Sign-on   [7] Grant

      [8] Write it to a file
    ");
}

#[test]
fn numbers_stand_for_controls_in_the_order_shown() {
    let (_, shown) = render(&everything(), &view(80));
    let text = "Hi Jordan,\n\nthank you for the offer. I would like to get to a yes, and three changes would do it.\n\nBest,\nSam\n";
    let button = |verb| Shown::Button(press(verb));
    let option = |value: &str| Shown::Option(press(Verb::Change), value.into());
    assert_eq!(
        shown,
        [
            button(Verb::Show),
            button(Verb::Counter),
            button(Verb::Emails),
            button(Verb::Edit),
            option("base"),
            option("sign_on"),
            option("grant"),
            Shown::Write { name: "round-2-amazon-l6-seattle.txt".into(), text: text.into() },
        ]
    );
}

#[test]
fn a_table_wider_than_the_screen_is_told_row_by_row() {
    let card = Card::default().with(Block::Table(Table {
        header: ["", "Amazon", "Google", "Stripe"].map(str::to_owned).to_vec(),
        rows: vec![
            ["Year 1", "$310,000", "$450,000", "$420,000"].map(str::to_owned).to_vec(),
            ["Year 2", "$320,000", "$450,000", "$420,000"].map(str::to_owned).to_vec(),
        ],
    }));
    insta::assert_snapshot!(text(&card, 30), @"
    Year 1
      Amazon  $310,000
      Google  $450,000
      Stripe  $420,000
    Year 2
      Amazon  $320,000
      Google  $450,000
      Stripe  $420,000
    ");
    insta::assert_snapshot!(text(&card, 40), @"
              Amazon    Google    Stripe
    Year 1  $310,000  $450,000  $420,000
    Year 2  $320,000  $450,000  $420,000
    ");
}

#[test]
fn days_one_after_another_stand_together() {
    let moment = |before: &str, unix| Block::Moment { before: before.into(), unix, after: String::new() };
    let card = Card::default()
        .with(Block::Lead("Two dates lie ahead.".into()))
        .with(moment("Last day to answer: ", 1_796_385_600))
        .with(moment("First day: ", 1_799_064_000))
        .with(Block::Text("Ask for more time early.".into()));
    insta::assert_snapshot!(text(&card, 80), @"
    Two dates lie ahead.

    Last day to answer: Friday, December 4, 2026 (in 8 days)
    First day: Monday, January 4, 2027 (in 39 days)

    Ask for more time early.
    ");
}

#[test]
fn a_long_list_has_an_option_a_line() {
    let options = (1..=12).map(|n| Choice::new(format!("What to say, number {n}"), n.to_string())).collect();
    let card = Card::default().with_select(press(Verb::Script), "Choose one", options);
    let shown = text(&card, 80);
    assert_eq!(shown.lines().count(), 14, "{shown}");
    assert!(shown.contains("\n  [2] What to say, number 2\n"), "{shown}");
}

#[test]
fn a_file_is_named_by_its_title() {
    for (title, stem) in [
        ("E-mail: First round", "e-mail-first-round"),
        ("\"What would it take?\"", "what-would-it-take"),
        ("", "text"),
        ("日本", "text"),
        ("../../etc/passwd", "etc-passwd"),
        ("A title that goes on and on and never comes to its end", "a-title-that-goes-on-and-on-and-never-co"),
    ] {
        assert_eq!(file_stem(title), stem);
    }
}

fn words(longest: &'static str) -> impl Strategy<Value = String> {
    prop::collection::vec(longest, 0..12).prop_map(|words| words.join(" "))
}

fn block() -> impl Strategy<Value = Block> {
    prop_oneof![
        words("[a-z]{1,9}").prop_map(Block::Lead),
        words("[a-z]{1,9}").prop_map(Block::Heading),
        words("[a-z]{1,9}").prop_map(Block::Copy),
        prop::collection::vec(words("[a-z]{1,9}"), 0..4).prop_map(Block::Bullets),
        prop::collection::vec((words("[a-z]{1,9}"), words("[a-z]{1,9}")), 0..4).prop_map(Block::Fields),
        (words("[a-z]{1,9}"), any::<i64>()).prop_map(|(text, unix)| Block::Moment {
            before: format!("{text} "),
            unix,
            after: ".".into()
        }),
        prop::collection::vec(prop::collection::vec("[a-z0-9]{1,9}", 4), 1..4)
            .prop_map(|mut rows| Block::Table(Table { header: rows.remove(0), rows })),
    ]
}

proptest! {
    #[test]
    fn no_card_is_wider_than_its_screen(blocks in prop::collection::vec(block(), 0..5), width in 24usize..130) {
        let card = Card::titled("One card").with_all(blocks);
        for line in text(&card, width).lines() {
            prop_assert!(display_width(line) <= width.min(WIDEST), "{width}: {line}");
        }
    }
}
