//! Questions and remarks.

use super::*;
use crate::playbook::TalkTable;

#[test]
fn every_phrasing_means_its_topic_and_no_other() {
    let table = TalkTable::shipped().expect("the shipped table reads");
    assert!(table.topics.len() >= 45, "{}", table.topics.len());
    let mut wrong = Vec::new();
    for topic in &table.topics {
        for phrase in topic.asks.iter().chain(&topic.words) {
            let taken = taken_for(phrase, &State::Idle, true);
            if taken != topic.key && !taken.starts_with('/') {
                wrong.push(format!("{phrase}: {taken}, not {}", topic.key));
            }
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn people_put_it_in_their_own_words() {
    let mut wrong = Vec::new();
    for (text, topic) in [
        ("Who can see this??", "who_can_see"),
        ("hey, is this chat private?", "who_can_see"),
        ("wait, what is an RSU exactly?", "rsu"),
        ("What's an RSU", "rsu"),
        ("what does \"pro rata\" mean?", "pro_rata"),
        ("how long will this take??", "how_long"),
        ("um is this a good offer?", "good_offer"),
        ("is this actually a good offer", "good_offer"),
        ("What should I ask for?", "what_to_ask"),
        ("so what should i ask for then", "what_to_ask"),
        ("how much more can i ask for?", "what_to_ask"),
        ("they said no to base :(", "no_to_base"),
        ("They said NO to the base.", "no_to_base"),
        ("I'm nervous", "nervous"),
        ("im really nervous", "nervous"),
        ("i'm so nervuos", "nervous"),
        ("Thanks!", "thanks"),
        ("thank you so much!!", "thanks"),
        ("hi", "hello"),
        ("hello?", "hello"),
        ("are you a bot?", "are_you_a_bot"),
        ("can you negotiate for me", "negotiate_for_me"),
        ("can you please negociate for me?", "negotiate_for_me"),
        ("should I tell them about Google?", "tell_other_offer"),
        ("should i mention my other offer", "tell_other_offer"),
        ("what if they rescind?", "rescind"),
        ("What if they rescind the offer??", "rescind"),
        ("when do shares vest", "vesting"),
        ("when do my shares vest?", "vesting"),
        ("is it taxed", "taxed"),
        ("i got another offer", "another_offer"),
        ("they want an answer today", "answer_today"),
        ("i don't have an offer yet", "no_offer_yet"),
        ("no offer yet, just finished my loop", "no_offer_yet"),
        ("what should I say when they ask for my expectations?", "expectations"),
        ("do I have to tell them my current salary?", "current_pay"),
        ("should I give a number first?", "need_a_number"),
        ("is this their best offer?", "first_offer"),
        ("am i being greedy?", "greedy"),
        ("how many times can I counter?", "rounds"),
        ("i already accepted :/", "already_accepted"),
        ("should i call or email?", "call"),
        ("español por favor", "language"),
        ("what's the catch?", "cost"),
        ("can i start later?", "start_later"),
        ("do they pay for relocation?", "relocation"),
        ("what happens if i leave early?", "leave_early"),
        ("what if the stock drops?", "share_price"),
        ("google or amazon?", "which_is_better"),
        ("this is useless", "useless"),
        ("is it rude to negotiate?", "greedy"),
        ("can I bluff?", "bluff"),
        ("where do your numbers come from?", "advice"),
        ("does amazon pay a bonus?", "yearly_bonus"),
        ("i was down-leveled", "level_up"),
        ("can I work from home?", "remote"),
        ("is my offer saved?", "save_it"),
        ("did you save it?", "save_it"),
        ("i have an offer", "i_have_an_offer"),
        ("I got an offer from Amazon!", "i_have_an_offer"),
        ("i have no offer", "no_offer_yet"),
        ("i have a question", "i_have_a_question"),
        ("they haven't replied", "silence"),
        ("i want more money", "what_to_ask"),
        ("what percentile am I?", "good_offer"),
    ] {
        let taken = taken_for(text, &State::Idle, true);
        if taken != topic {
            wrong.push(format!("{text}: {taken}, not {topic}"));
        }
        // At a question about dollars none of these can be the answer.
        let taken = taken_for(text, &at(Field::Base), true);
        if taken != topic && taken != "unknown" {
            wrong.push(format!("{text} at base: {taken}, not {topic}"));
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn what_the_issue_names_is_understood_at_every_question_too() {
    for (name, state) in open_states() {
        for (text, topic) in [
            ("who can see this?", "who_can_see"),
            ("what is an RSU?", "rsu"),
            ("what does pro rata mean?", "pro_rata"),
            ("how long will this take?", "how_long"),
            ("is this a good offer?", "good_offer"),
            ("what should I ask for?", "what_to_ask"),
            ("they said no to base", "no_to_base"),
            ("i'm nervous", "nervous"),
            ("thanks", "thanks"),
            ("hi", "hello"),
            ("are you a bot", "are_you_a_bot"),
            ("can you negotiate for me", "negotiate_for_me"),
            ("should I tell them about google?", "tell_other_offer"),
            ("what if they rescind?", "rescind"),
            ("when do shares vest", "vesting"),
            ("is it taxed", "taxed"),
        ] {
            assert_eq!(taken_for(text, &state, false), topic, "{text} at {name}");
        }
    }
    assert_eq!(taken_for("i don't have an offer yet", &at(Field::Level), false), "no_offer_yet");
    assert_eq!(taken_for("i got another offer", &at(Field::Base), false), "another_offer");
    assert_eq!(taken_for("i got another offer", &at(Field::Competing), false), "unknown");
    assert_eq!(taken_for("they want an answer today", &at(Field::Base), false), "answer_today");
    assert_eq!(taken_for("they want an answer today", &at(Field::ReplyBy), false), "unknown");
}

#[test]
fn a_no_turns_a_text_round() {
    for (text, never) in [
        ("i have an offer", "no_offer_yet"),
        ("i have a letter", "not_in_writing"),
        ("they moved", "they_said_no"),
        ("they will negotiate", "they_said_no"),
        ("base is not capped", "no_to_base"),
        ("i'm not nervous", "nervous"),
        ("i have not accepted", "already_accepted"),
        ("this is not useless", "useless"),
        ("they did not say yes", "they_said_yes"),
        ("i don't want to accept", "how_to_accept"),
        ("i want to decline nothing", "how_to_decline"),
        ("it is not verbal", "not_in_writing"),
    ] {
        assert_ne!(taken_for(text, &State::Idle, true), never, "{text}");
    }
}

#[test]
fn what_means_nothing_to_it_is_no_topic() {
    for text in [
        "asdf",
        "the weather is nice in Seattle",
        "my dog ate the letter",
        "42",
        "🙂",
        "...",
        "lorem ipsum dolor sit amet",
        "who won the game last night",
        "write me a poem about the sea",
        "buy milk",
        "what is the capital of France?",
        "should I get a dog?",
        "can you see my screen?",
        "tell me a joke",
        "my manager quit today",
    ] {
        assert_eq!(taken_for(text, &State::Idle, true), "unknown", "{text}");
    }
}
