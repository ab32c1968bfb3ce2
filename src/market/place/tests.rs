use super::*;

#[test]
fn knows_places_by_their_usual_names() {
    for (text, place) in [
        ("sf", Place::BayArea),
        ("Bay Area", Place::BayArea),
        ("Mountain View", Place::BayArea),
        ("Bay_Area", Place::BayArea),
        ("nyc", Place::Nyc),
        ("New York", Place::Nyc),
        ("NYC", Place::Nyc),
        ("Seattle, WA", Place::Seattle),
        ("austin", Place::Austin),
    ] {
        assert_eq!(Place::known(text), Some(place), "{text}");
    }
    assert_eq!(Place::known("Boston"), None);
    assert_eq!(Place::known(""), None);
}

#[test]
fn keeps_other_places_as_typed_and_guesses_their_state_from_a_code() {
    let place: Place = " Denver,  CO ".parse().expect("any text is a place");
    assert_eq!(place, Place::Elsewhere("Denver, CO".into()));
    assert_eq!(place.state(), Some(State::CO));
    assert_eq!(Place::Elsewhere("Boston".into()).state(), None);
}

#[test]
fn display_reads_back_as_the_same_place() {
    for place in Place::KNOWN {
        assert_eq!(Place::known(&place.to_string()), Some(place.clone()));
        assert_eq!(Place::from(String::from(place.clone())), place);
    }
}

#[test]
fn suggests_by_the_start_of_any_name() {
    assert_eq!(Place::suggestions("s"), vec![Place::Seattle, Place::BayArea]);
    assert_eq!(Place::suggestions("new"), vec![Place::Nyc]);
    assert_eq!(Place::suggestions(""), Place::KNOWN.to_vec());
}

/// A text and what it says: `known Seattle`, `us Denver, CO`, `abroad Toronto (Canada)`, `either …`, `near …`.
fn said(text: &str) -> String {
    match Place::of_text(text) {
        PlaceNamed::Known(place) => format!("known {}", place.key().unwrap_or_default()),
        PlaceNamed::Us(place) => format!("us {place}"),
        PlaceNamed::Abroad(place, country) => format!("abroad {place} ({country})"),
        PlaceNamed::Either(places) => {
            format!("either {}", places.iter().map(ToString::to_string).collect::<Vec<_>>().join(" | "))
        }
        PlaceNamed::Near(place) => format!("near {place}"),
        PlaceNamed::Unknown(place) => format!("unknown {place}"),
        PlaceNamed::NoPlace => "none".into(),
    }
}

#[track_caller]
fn table(rows: &[(&str, &str)]) {
    let wrong: Vec<String> = rows
        .iter()
        .filter(|(text, expected)| said(text) != *expected)
        .map(|(text, expected)| format!("{text:?} says {:?}, not {expected:?}", said(text)))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn places_are_read_as_postings_and_letters_write_them() {
    table(&[
        ("Seattle", "known Seattle"),
        ("SEATTLE", "known Seattle"),
        ("Seattle, WA", "known Seattle"),
        ("Seattle WA", "known Seattle"),
        ("Seattle, Washington", "known Seattle"),
        ("USA, WA, Seattle", "known Seattle"),
        ("US, WA, Seattle", "known Seattle"),
        ("US-WA-Seattle", "known Seattle"),
        ("Seattle, WA, USA", "known Seattle"),
        ("Seattle, WA 98109", "known Seattle"),
        ("410 Terry Ave N, Seattle, WA 98109", "known Seattle"),
        ("Seattle/Bellevue", "known Seattle"),
        ("Seattle / Bellevue, WA", "known Seattle"),
        ("Bellevue, WA", "known Seattle"),
        ("Greater Seattle area", "known Seattle"),
        ("on the Alexa team in Seattle", "known Seattle"),
        ("with our Prime Video team in Seattle, Washington.", "known Seattle"),
        ("the role is based in Seattle", "known Seattle"),
        ("our Seattle office", "known Seattle"),
        ("Bay Area, CA", "known Bay_Area"),
        ("San Francisco, CA, USA", "known Bay_Area"),
        ("SF", "known Bay_Area"),
        ("sf bay area", "known Bay_Area"),
        ("US, CA, Sunnyvale", "known Bay_Area"),
        ("East Palo Alto, CA", "known Bay_Area"),
        ("Santa Clara, California, United States", "known Bay_Area"),
        ("San Jose", "known Bay_Area"),
        ("San Jose, CA", "known Bay_Area"),
        ("Bay_Area", "known Bay_Area"),
        ("NYC / remote", "known NYC"),
        ("to nyc", "known NYC"),
        ("New York, NY", "known NYC"),
        ("US, NY, New York", "known NYC"),
        ("New York", "known NYC"),
        ("NYC or New York", "known NYC"),
        ("Manhattan, New York", "known NYC"),
        ("Austin, TX", "known Austin"),
        ("Austin, Texas, USA", "known Austin"),
        ("USA, TX, Austin", "known Austin"),
        ("Arlington, VA (HQ2)", "us Arlington, VA"),
        ("US, VA, Arlington", "us Arlington, VA"),
        ("arlington wa", "us Arlington, WA"),
        ("Arlington, TX", "us Arlington, TX"),
        ("Arlington, Virginia", "us Arlington, VA"),
        ("L6 SDM arlington VA", "us Arlington, VA"),
        ("Austin, MN", "us Austin, MN"),
        ("London, KY", "us London, KY"),
        ("Paris, TX", "us Paris, TX"),
        ("Dublin, OH", "us Dublin, OH"),
        ("Cambridge, MA", "us Cambridge, MA"),
        ("Vancouver, WA", "us Vancouver, WA"),
        ("Bellevue, NE", "us Bellevue, NE"),
        ("Portland, ME", "us Portland, ME"),
        ("Denver", "us Denver"),
        ("denver, co", "us Denver, CO"),
        ("Denver CO", "us Denver, CO"),
        ("Boston, MA", "us Boston, MA"),
        ("Nashville, TN, USA", "us Nashville, TN"),
        ("Washington, D.C.", "us Washington DC"),
        ("Herndon, VA", "us Herndon, VA"),
        ("Springfield, IL", "us Springfield, IL"),
        ("in Etna, Ohio", "us Etna, OH"),
        ("US, OH, Etna", "us Etna, OH"),
        ("California", "us California"),
        ("tx", "us Texas"),
        ("Texas", "us Texas"),
        ("USA", "us US"),
        ("Virtual - US", "us Remote, US"),
        ("remote in Texas", "us Remote, TX"),
        ("Remote, USA", "us Remote, US"),
        ("remote us", "us Remote, US"),
        ("fully remote, us", "us Remote, US"),
        ("remote in the us", "us Remote, US"),
        ("us - remote", "us Remote, US"),
        ("Albany, New York", "us Albany, NY"),
        ("upstate new york", "us New York State"),
        ("Ontario, CA", "us Ontario, CA"),
        ("Tampa Bay", "us Tampa"),
        ("the bay", "known Bay_Area"),
        ("in the bay area", "known Bay_Area"),
        ("sea", "known Seattle"),
    ]);
}

#[test]
fn places_outside_the_us_know_their_country() {
    table(&[
        ("Toronto", "abroad Toronto (Canada)"),
        ("toronto", "abroad Toronto (Canada)"),
        ("CA, ON, Toronto", "abroad Toronto (Canada)"),
        ("Toronto, Ontario, Canada", "abroad Toronto (Canada)"),
        ("Toronto, ON", "abroad Toronto (Canada)"),
        ("Vancouver BC", "abroad Vancouver, Canada (Canada)"),
        ("Vancouver, B.C.", "abroad Vancouver, Canada (Canada)"),
        ("CA, BC, Vancouver", "abroad Vancouver, Canada (Canada)"),
        ("London", "abroad London (the UK)"),
        ("London, UK", "abroad London (the UK)"),
        ("London, United Kingdom", "abroad London (the UK)"),
        ("GB, London", "abroad London (the UK)"),
        ("London, Ontario", "abroad London, Canada (Canada)"),
        ("Cambridge UK", "abroad Cambridge, UK (the UK)"),
        ("Cambridge, England", "abroad Cambridge, UK (the UK)"),
        ("Dublin", "abroad Dublin (Ireland)"),
        ("IE, Dublin", "abroad Dublin (Ireland)"),
        ("Bangalore", "abroad Bangalore (India)"),
        ("IN, KA, Bengaluru", "abroad Bengaluru (India)"),
        ("Bengaluru, India", "abroad Bengaluru (India)"),
        ("hyderabad", "abroad Hyderabad (India)"),
        ("DE, BE, Berlin", "abroad Berlin (Germany)"),
        ("Berlin, DE", "abroad Berlin (Germany)"),
        ("Munich, Germany", "abroad Munich (Germany)"),
        ("München", "abroad München (Germany)"),
        ("Sydney", "abroad Sydney (Australia)"),
        ("AU, NSW, Sydney", "abroad Sydney (Australia)"),
        ("Melbourne", "abroad Melbourne (Australia)"),
        ("Tokyo", "abroad Tokyo (Japan)"),
        ("Luxembourg", "abroad Luxembourg (Luxembourg)"),
        ("LU, Luxembourg", "abroad Luxembourg (Luxembourg)"),
        ("Madrid", "abroad Madrid (Spain)"),
        ("Paris", "abroad Paris (France)"),
        ("Singapore", "abroad Singapore (Singapore)"),
        ("São Paulo", "abroad São Paulo (Brazil)"),
        ("Sao Paulo, Brazil", "abroad Sao Paulo (Brazil)"),
        ("Mexico City", "abroad Mexico City (Mexico)"),
        ("Gdansk", "abroad Gdansk (Poland)"),
        ("Cape Town", "abroad Cape Town (South Africa)"),
        ("Tel Aviv", "abroad Tel Aviv (Israel)"),
        ("Haifa, Israel", "abroad Haifa (Israel)"),
        ("San José, Costa Rica", "abroad San José (Costa Rica)"),
        ("CR, San Jose", "abroad San Jose, Costa Rica (Costa Rica)"),
        ("Nice, France", "abroad Nice, France (France)"),
        ("Canada", "abroad Canada (Canada)"),
        ("remote, Canada", "abroad Remote, Canada (Canada)"),
        ("the UK", "abroad UK (the UK)"),
        ("on the Fire TV team in London", "abroad London (the UK)"),
        ("IT, MI, Milan", "abroad Milan (Italy)"),
        ("in uk", "abroad UK (the UK)"),
        ("Espinho, Portugal", "abroad Espinho, Portugal (Portugal)"),
    ]);
}

#[test]
fn names_of_several_places_are_asked_about() {
    table(&[
        ("Cambridge", "either Cambridge, MA | Cambridge, UK"),
        ("Vancouver", "either Vancouver, WA | Vancouver, Canada"),
        ("Arlington", "either Arlington, TX | Arlington, VA | Arlington, WA"),
        ("Birmingham", "either Birmingham, AL | Birmingham, UK"),
        ("Washington", "either Washington, DC | Washington State"),
        ("Seattle or Austin", "either Seattle | Austin"),
        ("NYC / Toronto", "either New York City | Toronto"),
        ("London, Paris", "either London | Paris"),
    ]);
}

#[test]
fn slips_are_corrected_where_they_are_plain_and_confirmed_where_not() {
    table(&[
        ("seatle", "known Seattle"),
        ("Seattel", "known Seattle"),
        ("san fransisco", "known Bay_Area"),
        ("San Fransico", "known Bay_Area"),
        ("new yrok", "known NYC"),
        ("newyork", "known NYC"),
        ("sanfrancisco", "known Bay_Area"),
        ("bellvue", "known Seattle"),
        ("in sunyvale", "known Bay_Area"),
        ("austinn", "known Austin"),
        ("torotno", "abroad Toronto (Canada)"),
        ("bangalroe", "abroad Bangalore (India)"),
        ("nashvile", "us Nashville"),
        ("torronnto", "near Toronto"),
        ("parsi", "near Paris"),
        ("Springfield", "unknown Springfield"),
        ("timbuktu", "unknown Timbuktu"),
        ("remote", "unknown Remote"),
        ("100% remote", "none"),
    ]);
}

#[test]
fn what_is_no_place_is_none() {
    let texts = [
        "thanks",
        "thank you!",
        "what?",
        "idk",
        "base 200k",
        "ok",
        "OK",
        "yes",
        "no",
        "not sure",
        "not sure yet",
        "hi",
        "hello there",
        "tell me more",
        "what is an rsu?",
        "who can see this?",
        "i'm nervous",
        "somewhere else",
        "",
        "  ",
        "?",
        "...",
        "200k",
        "L6",
        "5480 shares",
        "i don't know",
        "they haven't said",
        "skip",
        "back",
        "cancel",
        "help me",
        "is this a good offer?",
        "what should i ask for?",
        "they said no to base",
        "nice",
        "great",
        "sign on 90/70",
        "none",
        "tbd",
        "it depends",
        "can you go on",
        "let me think about it",
        "no idea",
        "in writing",
        "home",
        "same as before",
        "my current company",
        "the offer is verbal",
        "how long will this take?",
        "they are nice",
        "act now",
        "IDK",
        "go",
        "delete my data",
        "1400 rsus",
        "friday",
        "the bonus is in there",
    ];
    let wrong: Vec<String> = texts
        .iter()
        .filter(|text| Place::of_text(text) != PlaceNamed::NoPlace)
        .map(|text| format!("{text:?} says {:?}", said(text)))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(texts.len() >= 40);
}

#[test]
fn a_place_that_was_named_is_the_same_place_by_its_name() {
    for text in
        ["Toronto", "Vancouver BC", "Cambridge UK", "CR, San Jose", "London, Ontario", "the UK", "remote, Canada"]
    {
        let PlaceNamed::Abroad(place, country) = Place::of_text(text) else { panic!("{text} is abroad") };
        assert_eq!(place.abroad(), Some(country), "{text}");
        assert_eq!(Place::from(String::from(place.clone())), place, "{text}");
    }
    for (text, state) in [
        ("Austin, MN", None),
        ("Paris, TX", Some(State::TX)),
        ("Vancouver, WA", Some(State::WA)),
        ("arlington wa", Some(State::WA)),
        ("Irvine", Some(State::CA)),
        ("california", Some(State::CA)),
        ("upstate new york", Some(State::NY)),
        ("Boulder", Some(State::CO)),
        ("Washington, DC", None),
        ("Springfield, IL", None),
    ] {
        let PlaceNamed::Us(place) = Place::of_text(text) else { panic!("{text} is in the US") };
        assert_eq!((place.state(), place.abroad()), (state, None), "{text}");
    }
    assert_eq!(Place::from("Chattanooga".to_owned()).abroad(), None);
    assert_eq!(Place::from("Arlington".to_owned()).state(), None);
}

proptest::proptest! {
    #[test]
    fn no_text_panics_and_a_name_stays_short(text in "(\\PC|[A-Za-z ,/.-]){0,80}") {
        if let Some(place) = Place::of_text(&text).place() {
            proptest::prop_assert!(place.to_string().chars().count() <= Place::LONGEST_NAME);
            proptest::prop_assert_eq!(Place::from(String::from(place.clone())), place.clone());
        }
    }
}
