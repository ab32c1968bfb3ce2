//! Commands as words, with and without a question open.

use super::*;

#[test]
fn a_slash_is_never_an_answer_wherever_something_is_asked() {
    for (name, state) in open_states() {
        for (text, expected) in [
            ("/tax", "/tax"),
            ("/forget", "/forget"),
            ("/privacy", "/privacy"),
            ("/offer list", "/offer list"),
            ("/bands L6 Seattle", "/bands level=L6 location=Seattle"),
            ("/bands", "/bands …"),
            ("/script base", "/script name=base"),
            ("/skip", "steering: skip"),
            ("/cancel", "steering: cancel"),
            ("/yes", "no command"),
            ("/dance", "no command"),
            ("/base 200k", "no command"),
            ("/ 90 70", "no command"),
        ] {
            assert_eq!(taken_for(text, &state, true), expected, "{text} at {name}");
        }
    }
}

#[test]
fn what_can_be_nothing_else_comes_between_at_any_question() {
    for (name, state) in open_states() {
        for (text, expected) in [
            ("show my offer", "/offer show"),
            ("offer compare", "/offer compare"),
            ("delete my data", "/forget"),
            ("delete everything", "/forget"),
            ("script base", "/script name=base"),
            ("email first round", "/email name=first round"),
            ("lever stock", "/lever name=stock"),
            ("bands L6 seattle", "/bands level=l6 location=seattle"),
            ("enter another", "/offer start"),
            ("counter plan", "/counter"),
            ("playbook competition", "/playbook topic=competition"),
            ("my offers", "/offer list"),
            ("what if", "/whatif"),
            ("delete my offer", "/offer delete"),
        ] {
            assert_eq!(taken_for(text, &state, true), expected, "{text} at {name}");
        }
    }
}

#[test]
fn a_bare_word_comes_between_only_where_it_is_no_answer() {
    let plain = [
        Field::Level,
        Field::Base,
        Field::SignOn,
        Field::Grant,
        Field::StartDate,
        Field::ReplyBy,
        Field::SignOnTerms,
        Field::LeftBehind,
        Field::WalkAway,
    ];
    for field in plain {
        for (text, expected) in [
            ("tax", "/tax"),
            ("counter", "/counter"),
            ("privacy", "/privacy"),
            ("forget", "/forget"),
            ("bands", "/bands …"),
            ("compare", "/offer compare"),
            ("calendar", "/calendar"),
            ("scripts", "/script"),
            ("case", "/case"),
        ] {
            assert_eq!(taken_for(text, &at(field), true), expected, "{text} at {field}");
        }
        for text in ["base", "seattle", "offer", "level", "list", "show", "help", "skip", "back", "no", "yes", "none"] {
            assert_eq!(taken_for(text, &at(field), true), "unknown", "{text} at {field}");
        }
    }
    for text in ["counter", "level", "list", "case", "offer", "base", "show", "email", "paste it"] {
        let expected = if text == "email" { "/email" } else { "unknown" };
        assert_eq!(taken_for(text, &at(Field::Competing), true), expected, "{text}");
    }
    assert_eq!(taken_for("tax", &at(Field::Location), true), "/tax");
    for text in ["email", "mail", "paste"] {
        assert_eq!(taken_for(text, &at(Field::Written), true), "unknown", "{text}");
    }
    for text in ["tax", "privacy", "counter", "level", "case", "list", "calendar", "compare", "email", "playbook"] {
        assert_eq!(taken_for(text, &at_case(CaseQuestion::Expertise), true), "unknown", "{text}");
    }
    for text in
        ["email delivery at scale", "script engines", "topic modelling", "playbook automation", "bands of lidar"]
    {
        assert_eq!(taken_for(text, &at_case(CaseQuestion::Expertise), true), "unknown", "{text}");
    }
}

#[test]
fn where_nothing_is_asked_every_command_is_a_word() {
    for state in [State::Idle, State::Paused { from: Box::new(at(Field::Base)) }] {
        for (text, expected) in [
            ("tax", "/tax"),
            ("list", "/offer list"),
            ("show", "/offer show"),
            ("case", "/case"),
            ("counter", "/counter"),
            ("help", "/help"),
            ("script nothing like it", "/script name=nothing like it"),
            ("Forget me", "/forget"),
            ("COMPARE", "/offer compare"),
        ] {
            assert_eq!(taken_for(text, &state, true), expected, "{text}");
        }
    }
}
