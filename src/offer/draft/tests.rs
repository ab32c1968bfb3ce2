use super::*;

#[test]
fn fields_read_back_and_are_numbered_in_order() {
    for (index, field) in Field::asked().enumerate() {
        assert_eq!(field.number(), Some(index + 1));
    }
    for field in Field::ALL.iter().copied() {
        assert_eq!(field.key().parse(), Ok(field));
        assert_eq!(serde_json::to_value(field).expect("serialises"), field.key());
    }
    assert_eq!("salary".parse::<Field>(), Err(UnknownField(Echo::of("salary"))));
    assert_eq!((Field::Vesting.number(), Field::Vesting.before()), (None, None));
    assert_eq!(Field::Level.before(), None);
    assert_eq!(Field::Base.before(), Some(Field::Location));
}

#[test]
fn what_an_analysis_needs_is_asked_for_first() {
    let needed = Field::asked().take_while(|field| field.required()).count();
    assert!(needed > 0 && Field::asked().skip(needed).all(Field::optional));
}

#[test]
fn a_draft_of_before_vesting_could_be_changed_reads_with_amazons() {
    let draft: OfferDraft = serde_json::from_str(r#"{"base":"185000","passed":["written"]}"#).expect("a draft");
    assert!(draft.schedule.is_amazons());
    assert_eq!(draft.passed, BTreeSet::from([Field::Written]));
}

#[test]
fn an_empty_draft_asks_for_the_level_first() {
    assert_eq!(OfferDraft::default().next_open(), Some(Field::Level));
    assert_eq!(OfferDraft::default().complete(), Err(Field::Level));
}
