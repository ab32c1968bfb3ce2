//! One's own offers: named, edited, deleted, suggested.

use super::*;

#[tokio::test]
async fn offers_are_named_edited_and_deleted() {
    let mut user = Conversation::new();
    user.command("offer quick", QUICK).await;
    user.presses("Save as").await;
    user.fills(&[("name", "First offer")]).await;
    assert!(text(&user.shown).starts_with("# First offer"));
    user.presses("Edit").await;
    user.says("base 210k").await;
    user.presses("Save the changes").await;
    assert!(text(&user.shown).contains("1  210k"), "{}", text(&user.shown));
    user.command("offer delete", &[("offer", "first offer")]).await;
    insta::assert_snapshot!(text(&user.shown), @r#"
    # Delete this offer?
    "First offer" goes with its earlier versions and your facts for its scripts.
    "#);
    user.presses("Delete it").await;
    assert_eq!(text(&user.shown), "Deleted: \"First offer\".");
    user.command("offer show", &[]).await;
    assert!(text(&user.shown).contains("I need your offer first"));
}

#[tokio::test]
async fn suggestions_are_places_and_ones_own_offers() {
    let mut user = Conversation::new();
    user.command("offer quick", QUICK).await;
    let places = user.completes("bands", "location", "san").await;
    assert_eq!(places.iter().map(|place| place.value.as_str()).collect::<Vec<_>>(), ["the Bay Area", "san"]);
    let offers = user.completes("offer show", "offer", "").await;
    assert_eq!(offers[0].label, "#1 Amazon L6, Seattle");
    user.user = UserId(8);
    assert_eq!(user.completes("offer show", "offer", "").await, []);
    assert_eq!(user.completes("offer show", "location", "s").await, [], "an option of another command");
}
