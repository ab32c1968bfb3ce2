use super::*;
use proptest::prelude::*;

fn markdown(card: &Card) -> String {
    let layout = lay_out(card);
    let mut out = Vec::new();
    for embed in &layout.embeds {
        out.extend(embed.title.iter().map(|title| format!("title: {title}")));
        if !embed.description.is_empty() {
            out.push(embed.description.clone());
        }
        for field in &embed.fields {
            out.push(format!("[{}{}] {}", field.name, if field.inline { ", beside" } else { "" }, field.value));
        }
        out.extend(embed.footer.iter().map(|footer| format!("footer: {}", footer.text)));
        out.push("--".to_owned());
    }
    for file in &layout.files {
        out.push(format!("{} ({}): {}", file.name, file.description, String::from_utf8_lossy(&file.content)));
    }
    out.join("\n").replace(BLANK, "(blank)")
}

fn table() -> Table {
    let cells = |row: &[&str]| row.iter().map(|cell| (*cell).to_owned()).collect();
    Table { header: cells(&["Yr", "Total"]), rows: vec![cells(&["1", "$310k"]), cells(&["2", "$320k"])] }
}

#[test]
fn a_card_reads_from_the_top() {
    let card = Card::titled("Offer *A*")
        .with(Block::Lead("About the 67th percentile".into()))
        .with(Block::Table(table()))
        .with(Block::Heading("Watch\nout".into()))
        .with(Block::Bullets(vec!["Year 3 is lower".into(), "- a dash".into()]))
        .with(Block::Moment { before: "Reply by".into(), unix: 1_800_000_000, after: ", or ask for time.".into() })
        .with(Block::Copy("Hi *Sam*,\n`thanks`".into()))
        .with(Block::Fields(vec![
            ("Base".into(), "$200k".into()),
            ("Why".into(), "long ".repeat(12)),
            (String::new(), String::new()),
        ]))
        .with(Block::Text("After the fields".into()))
        .with_small("Bands of *2025*");
    insta::assert_snapshot!(markdown(&card), @r"
    title: Offer \*A\*
    **About the 67th percentile**
    ```
    Yr  Total
    1   $310k
    2   $320k
    ```

    **Watch out**
    - Year 3 is lower
    - \- a dash

    Reply by <t:1800000000:D> (<t:1800000000:R>), or ask for time.
    ```
    Hi *Sam*,
    `thanks`
    ```
    [Base, beside] $200k
    [Why] long long long long long long long long long long long long
    [(blank), beside] (blank)
    --
    After the fields
    footer: Bands of *2025*
    --
    ");
}

#[test]
fn text_that_a_code_block_would_change_is_a_file() {
    let card = Card::default().with(Block::Copy("a ``` b".into())).with(Block::Copy("c ``` d".into()));
    insta::assert_snapshot!(markdown(&card), @r"
    The text to copy is in the attached file copy.txt.

    The text to copy is in the attached file copy.txt.
    --
    copy.txt (The text to copy): a ``` b

    ----------

    c ``` d
    ");
}

#[test]
fn what_is_too_long_goes_on_in_a_file() {
    let card = Card::titled("Long")
        .with(Block::Text("a".repeat(2900)))
        .with(Block::Text("b".repeat(2900)))
        .with(Block::Text("last".into()));
    let layout = lay_out(&card);
    assert_eq!(layout.embeds.len(), 2);
    let card = card.with(Block::Text("c".repeat(2900))).with(Block::Fields(vec![("d".into(), "e".into())]));
    let layout = lay_out(&card);
    assert!(layout.embeds[1].description.ends_with("The rest is in the attached file rest.txt."));
    let rest = String::from_utf8_lossy(&layout.files[0].content).into_owned();
    assert!(rest.ends_with(&format!("{}\n\nd: e", "c".repeat(2900))), "{}", rest.len());
}

#[test]
fn a_card_of_little_is_still_a_message() {
    insta::assert_snapshot!(markdown(&Card::default().with_small("small")), @r"
    (blank)
    footer: small
    --
    ");
    assert!(lay_out(&Card::default()).embeds.is_empty());
    assert_eq!(markdown(&Card::titled("t".repeat(300))), format!("**{}**\n--", "t".repeat(300)));
}

fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        "\\PC{0,40}",
        "[a-z*_`>#\\[\\]<@:. \n-]{0,300}",
        (0_usize..5000, "[a-z*🦀 ]").prop_map(|(times, piece)| piece.repeat(times)),
    ]
}

fn block() -> impl Strategy<Value = Block> {
    prop_oneof![
        text().prop_map(Block::Lead),
        text().prop_map(Block::Text),
        text().prop_map(Block::Heading),
        prop::collection::vec(text(), 0..6).prop_map(Block::Bullets),
        prop::collection::vec((text(), text()), 0..30).prop_map(Block::Fields),
        (prop::collection::vec("[a-z`$0-9]{0,12}", 1..4), 0_usize..200)
            .prop_map(|(header, rows)| Block::Table(Table { rows: vec![header.clone(); rows], header })),
        text().prop_map(Block::Copy),
        (text(), any::<i64>(), text()).prop_map(|(before, unix, after)| Block::Moment { before, unix, after }),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn any_card_is_within_limits_and_loses_no_word(
        title in prop::option::of(text()),
        blocks in prop::collection::vec(block(), 0..8),
        small in prop::collection::vec(text(), 0..4),
    ) {
        let marks: Vec<String> = (0..blocks.len()).map(|n| format!("mark{n}mark")).collect();
        let blocks: Vec<Block> = marks.iter().zip(blocks).flat_map(|(mark, block)| [block, Block::Text(mark.clone())]).collect();
        let card = Card { title, blocks, small, ..Card::default() };
        let layout = lay_out(&card);
        let mut total = 0;
        prop_assert!(layout.embeds.len() <= EMBEDS);
        prop_assert!(layout.files.len() <= 2);
        for embed in &layout.embeds {
            let title = embed.title.as_deref().map_or(0, length);
            let footer = embed.footer.as_ref().map_or(0, |footer| length(&footer.text));
            prop_assert!(title <= EMBED_TITLE && footer <= EMBED_FOOTER);
            prop_assert!(length(&embed.description) <= EMBED_DESCRIPTION);
            prop_assert!(embed.fields.len() <= EMBED_FIELDS);
            total += title + footer + length(&embed.description);
            for field in &embed.fields {
                prop_assert!((1..=FIELD_NAME).contains(&length(&field.name)));
                prop_assert!((1..=FIELD_VALUE).contains(&length(&field.value)));
                total += length(&field.name) + length(&field.value);
            }
        }
        prop_assert!(total <= EMBEDS_TOGETHER, "{total}");
        let everything = markdown(&card);
        for mark in &marks {
            prop_assert!(everything.contains(mark.as_str()), "{mark} is lost");
        }
        if layout.files.iter().any(|file| file.name == "rest.txt") {
            prop_assert!(everything.contains("rest.txt."));
        }
    }
}
