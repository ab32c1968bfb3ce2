use super::*;

#[test]
fn a_button_says_what_it_does_and_for_which_numbers() {
    for (subject, expected) in [
        ("save_17", Some((Act::Save, 17))),
        ("pick_1795780800000", Some((Act::Pick, 1_795_780_800_000))),
        ("fill_1", Some((Act::Fill, 1))),
        ("other_1", Some((Act::Other, 1))),
        ("drop_1", Some((Act::Drop, 1))),
        ("", None),
        ("typed", None),
        ("likely", None),
        ("save_", None),
    ] {
        assert_eq!(act(subject), expected, "{subject}");
    }
}
