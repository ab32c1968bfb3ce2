//! One question, one answer.

use super::*;

#[test]
fn base() {
    check(
        Field::Base,
        &[
            ("185k", "base $185,000"),
            ("$185,000", "base $185,000"),
            ("185.5k", "base $185,500"),
            ("185", "base $185,000"),
            ("185000", "base $185,000"),
            ("$185,000 a year", "base $185,000"),
            ("185k/yr", "base $185,000"),
            ("my base is about 185k", "base $185,000"),
            ("base salary: $185,000.00 per year", "base $185,000"),
            ("185k base", "base $185,000"),
            ("They offered me 185k", "base $185,000"),
            ("200 000", "base $200,000"),
            ("18,500", "base $18,500? or base $185,000?"),
            ("1,850,000", "base $1,850,000? or base $185,000?"),
            ("1.2m", "base $1,200,000? or base $120,000?"),
            ("18.5", "base $18,500? or base $185,000?"),
            ("180-200k", "problem"),
            ("180k to 200k", "problem"),
            ("185k or 190k", "problem"),
            ("not 185k", "problem"),
            ("15k a month", "base $15,000 is $180,000 a year?"),
            ("90 an hour", "base $90 is $187,200 a year?"),
            ("€95k", "problem"),
            ("185k CAD", "problem"),
            ("-185k", "problem"),
            ("15%", "problem"),
            ("lots", "problem"),
            ("$", "problem"),
            ("", "problem"),
            ("🎉", "problem"),
            ("18,50", "problem"),
            ("185k wonderful", "base $185,000 | problem"),
            ("\u{202e}185k\u{200f}", "base $185,000"),
        ],
    );
}

#[test]
fn sign_on() {
    check(
        Field::SignOn,
        &[
            ("90/70", "sign-on $90,000/$70,000"),
            ("90k and 70k", "sign-on $90,000/$70,000"),
            ("90k year 1, 70k year 2", "sign-on $90,000/$70,000"),
            ("90k + 70k", "sign-on $90,000/$70,000"),
            ("$90,000 / $70,000", "sign-on $90,000/$70,000"),
            ("90,000, 70,000", "sign-on $90,000/$70,000"),
            ("year 1: 90k, year 2: 70k", "sign-on $90,000/$70,000"),
            ("year 2: 70k, year 1: 90k", "sign-on $90,000/$70,000"),
            ("70k in the second year and 90k in the first year", "sign-on $90,000/$70,000"),
            ("90k first year\n70k second year", "sign-on $90,000/$70,000"),
            ("sign on 90 then 70", "sign-on $90,000/$70,000"),
            ("160k total, 90/70", "sign-on $90,000/$70,000"),
            ("90/0", "sign-on $90,000/$0"),
            ("90k year 1 only", "sign-on $90,000/$0"),
            ("90k in year 1, nothing in year 2", "sign-on $90,000/$0"),
            ("90k each year", "sign-on $90,000/$90,000"),
            ("100k total", "split the sum $100,000?"),
            ("100k", "split $100,000?"),
            ("100k over two years", "split the sum $100,000?"),
            ("none", "sign-on $0/$0"),
            ("no sign on", "sign-on $0/$0"),
            ("0", "sign-on $0/$0"),
            ("0/0", "sign-on $0/$0"),
            ("9k/900k", "sign-on $9,000/$900,000? or sign-on $90,000/$90,000?"),
            ("no idea", "problem"),
            ("nothing yet", "problem"),
            ("90k year 1", "problem"),
            ("45k x 2", "sign-on $45,000/$45,000"),
            ("900/700", "sign-on $900,000/$700,000? or sign-on $90,000/$70,000?"),
            ("90k upfront, 70k after a year", "sign-on $90,000/$70,000"),
            ("9k", "problem"),
            ("90-70", "problem"),
            ("7.5k a month", "problem"),
            ("45k monthly", "problem"),
            ("90/70 paid monthly", "sign-on $90,000/$70,000 | terms Monthly NotSaid"),
            ("-5k", "problem"),
            ("10%", "problem"),
            ("90/70/50", "problem"),
        ],
    );
}

#[test]
fn grant() {
    check(
        Field::Grant,
        &[
            ("1,400 rsus @ 182.50", "grant 1400@$182.50"),
            ("1400 shares at $182.50", "grant 1400@$182.50"),
            ("1400 shares, $182.50 a share", "grant 1400@$182.50"),
            ("2200 units, price 190", "grant 2200@$190"),
            ("1400 @ 182", "grant 1400@$182"),
            ("1400 x 182", "grant 1400@$182"),
            ("2k shares at 190", "grant 2000@$190"),
            ("1400 shares", "price of 1400?"),
            ("1400 rsus", "price of 1400?"),
            ("1400 Amazon restricted stock units", "price of 1400?"),
            ("$400k", "grant $400,000"),
            ("400", "grant $400,000"),
            ("400k over 4 years", "grant $400,000"),
            ("400k rsu", "grant $400,000"),
            ("$1.2m in stock", "grant $1,200,000"),
            ("400k total", "grant $400,000"),
            ("1400 shares worth 255,500", "grant 1400@$182.50"),
            ("1400 shares at 182.50 = 255,500", "grant 1400@$182.50"),
            ("1401 shares worth 255,500", "grant $255,500 | problem"),
            ("100k a year", "grant $100,000 a year?"),
            ("100k/yr", "grant $100,000 a year?"),
            ("$100k per year for 4 years", "grant $100,000 a year?"),
            ("100k x 4", "grant $100,000 a year?"),
            ("none", "really grant $0?"),
            ("no idea", "problem"),
            ("no stock", "really grant $0?"),
            ("40k", "grant $40,000? or grant $400,000?"),
            ("1400 shares at 18250", "grant 1400@$18,250? or grant 1400@$182.50?"),
            ("14 shares at 182.50", "grant 14@$182.50? or grant 1400@$182.50?"),
            ("1400", "problem"),
            ("rsu 400", "problem"),
            ("1400 shares at 182.50 = 400,000", "problem"),
            ("1400 1500", "problem"),
            ("€400k", "problem"),
        ],
    );
}

#[test]
fn level_and_place() {
    check(
        Field::Level,
        &[
            ("L6", "level L6"),
            ("6", "level L6"),
            ("senior", "level L6"),
            ("I'm an L7", "level L7"),
            ("Senior SDE (L6)", "level L6 | role \"SDE\""),
            ("sde 3", "level L6 | role \"SDE\""),
            ("principal", "level L7"),
            ("L7_Senior_Principal", "level L7"),
            ("senior manager", "problem"),
            ("senior principal", "level L8"),
            ("L5", "level L5"),
            ("SDE II", "level L5 | role \"SDE\""),
            ("sde 2", "level L5 | role \"SDE\""),
            ("8", "level L8"),
            ("L9", "problem"),
            ("principal, not senior", "problem"),
            ("L6 or L7", "problem"),
            ("6 figures", "problem"),
            ("L6, Seattle", "level L6 | in Seattle"),
            ("L6 185k", "level L6 | problem"),
            ("senior in nyc", "level L6 | in New York City"),
            ("L6 SDM", "level L6 | role \"SDM\""),
            ("L6 PM-T", "level L6 | role \"PM-T\""),
            ("Principal PM-T", "level L7 | role \"PM-T\""),
            ("senior sdm", "role \"SDM\" | problem"),
            ("Senior Manager, Software Development", "level L7 | role \"SDM\""),
            ("applied scientist L6", "level L6 | role \"AS\""),
            ("Sr. TPM", "level L6 | role \"TPM\""),
            ("L5 solutions architect", "level L5 | role \"SA\""),
        ],
    );
    assert_eq!(
        problem(Field::Level, "L9"),
        "I don't know that level: the level must be L4, L5, L6, L7, L8 or L10, not \"L9\". Send the level in your letter."
    );
    check(
        Field::Location,
        &[
            ("sf", "in the Bay Area"),
            ("Seattle, WA", "in Seattle"),
            ("the Seattle office", "in Seattle"),
            ("I'm based in Austin, TX", "in Austin"),
            ("New York", "in New York City"),
            ("Denver, CO", "in Denver, CO"),
            ("in Boston", "in Boston"),
            ("Tampa Bay", "in Tampa Bay"),
            ("Austin, MN", "in Austin, MN"),
            ("Seattle or Austin", "problem"),
            ("185k", "problem"),
            ("where is it?", "problem"),
            ("i don't know", "problem"),
            ("a very long story about where exactly I would like to live when I grow up", "problem"),
            ("Denver base 185k", "in Denver | base $185,000"),
        ],
    );
}

#[test]
fn written_and_terms() {
    check(
        Field::Written,
        &[
            ("yes", "written true"),
            ("got the letter", "written true"),
            ("verbal only", "written false"),
            ("not yet", "written false"),
            ("no", "written false"),
            ("nothing in writing yet", "written false"),
            ("skip", "no written"),
            ("purple", "problem"),
        ],
    );
    check(
        Field::SignOnTerms,
        &[
            ("lump, prorated", "terms LumpSum ProRata"),
            ("lump sum, pro-rata repayment", "terms LumpSum ProRata"),
            ("monthly", "terms Monthly NotSaid"),
            ("paid monthly no clawback", "terms Monthly Nothing"),
            ("lump sum full", "terms LumpSum Full"),
            ("lump sum no repayment", "terms LumpSum Nothing"),
            ("upfront, I owe all of it back", "terms LumpSum Full"),
            ("the sign on is paid monthly", "terms Monthly NotSaid"),
            ("i don't know", "no sign_on_terms"),
            ("lump sum, I don't know about repayment", "no sign_on_terms"),
            ("lump sum and I don't have to pay it back", "terms LumpSum Nothing"),
            ("lump sum, no interest, must repay", "lump sum repaid?"),
            ("lump sum", "lump sum repaid?"),
            ("prorated", "ProRata paid how?"),
            ("year 1 lump sum, year 2 monthly", "problem"),
        ],
    );
}

#[test]
fn days() {
    check(
        Field::StartDate,
        &[
            ("2027-03-14", "start 2027-03-14"),
            ("March 14", "start 2027-03-14"),
            ("14 March 2027", "start 2027-03-14"),
            ("14th of March", "start 2027-03-14"),
            ("March 14th, 2027", "start 2027-03-14"),
            ("Monday, March 15, 2027", "start 2027-03-15"),
            ("Friday, March 15, 2027", "problem"),
            ("I may start on March 15", "start 2027-03-15"),
            ("3/14", "start 2027-03-14"),
            ("3/14/2027", "start 2027-03-14"),
            ("3/14/27", "start 2027-03-14"),
            ("starting dec 1", "start 2026-12-01"),
            ("in 2 weeks", "start 2026-12-07"),
            ("end of month", "start 2026-11-30"),
            ("end of next month", "start 2026-12-31"),
            ("end of march", "start 2027-03-31"),
            ("the 14th", "start 2026-12-14"),
            ("no", "no start_date"),
            ("14/3/2027", "problem"),
            ("14.3.2027", "problem"),
            ("25/12", "problem"),
            ("February 30", "problem"),
            ("March", "problem"),
            ("next year", "problem"),
            ("2020-01-01", "problem"),
            ("2036-01-01", "problem"),
            ("March 14 or March 21", "problem"),
        ],
    );
    check(
        Field::ReplyBy,
        &[
            ("friday", "reply 2026-11-27"),
            ("tomorrow at 5", "reply 2026-11-24"),
            ("11/27 5:00 pm", "reply 2026-11-27"),
            ("monday", "problem"),
            ("next monday", "reply 2026-11-30"),
            ("tomorrow", "reply 2026-11-24"),
            ("today", "reply 2026-11-23"),
            ("in 3 days", "reply 2026-11-26"),
            ("24 hours", "reply 2026-11-24"),
            ("a week", "reply 2026-11-30"),
            ("by friday 5pm PST", "reply 2026-11-27"),
            ("they want an answer by Nov 27", "reply 2026-11-27"),
            ("next friday", "problem"),
            ("11/20/2026", "problem"),
            ("soon", "problem"),
        ],
    );
    insta::assert_snapshot!(problem(Field::ReplyBy, "next friday"), @"That can mean Friday, November 27 or Friday, December 4. Send the day you mean.");
    insta::assert_snapshot!(problem(Field::ReplyBy, "11/20/2026"), @r#""11/20/2026" is Friday, November 20, 2026, and that day has passed. Send the last day you have to answer, like Friday or 3/14."#);
    insta::assert_snapshot!(problem(Field::ReplyBy, "yesterday"), @r#""yesterday" is Sunday, November 22, 2026, and that day has passed. Send the last day you have to answer, like Friday or 3/14."#);
    insta::assert_snapshot!(problem(Field::StartDate, "14/3/2027"), @r#"I read days the American way, month first, and "14/3/2027" looks like day first. Write it like March 14, 3/14 or 2027-03-14."#);
}

#[test]
fn left_behind_competing_and_walk_away() {
    check(
        Field::LeftBehind,
        &[
            ("120k", "left $120,000"),
            ("120", "left $120,000"),
            ("about $120k unvested stock", "left $120,000"),
            ("120k in rsus", "left $120,000"),
            ("none", "no left_behind"),
            ("0", "no left_behind"),
            ("500 shares", "problem"),
            ("120k and a 25k bonus", "left $145,000"),
            ("50k/year", "problem"),
        ],
    );
    check(
        Field::Competing,
        &[
            ("Google, written, 450k a year", "Google: written $450,000"),
            ("Meta verbal", "Meta: verbal"),
            ("interviewing at Stripe", "Stripe: in_process"),
            ("Google 450k", "how firm is Google $450,000?"),
            ("Google written 450; Meta verbal", "Google: written $450,000 | Meta: verbal"),
            ("Google written 450k and Meta verbal 500k", "Google: written $450,000 | Meta: verbal $500,000"),
            ("Google written 450k\nStripe interviewing", "Google: written $450,000 | Stripe: in_process"),
            ("written offer from Two Sigma at 1.8m over four years", "Two Sigma: written $450,000"),
            ("Google, written, 450k a year, expires friday", "Google: written $450,000 by 2026-11-27"),
            ("Johnson & Johnson, verbal", "Johnson & Johnson: verbal"),
            ("none", "no competing"),
            ("no offers but interviewing at google", "Google: in_process"),
            ("yes", "problem"),
            ("yes, Google", "how firm is Google?"),
            ("Google, Meta", "how firm is Google? | problem"),
            ("450k", "problem"),
            ("Google base 200k", "how firm is Google? | problem"),
            ("Google written 4.5m", "problem"),
        ],
    );
    check(
        Field::WalkAway,
        &[
            ("340k a year", "walk $1,360,000"),
            ("1.36m over four years", "walk $1,360,000"),
            ("1.36m", "walk $1,360,000"),
            ("340k", "walk $340,000 of what?"),
            ("340", "walk $340,000 of what?"),
            ("no less than 340k a year", "walk $1,360,000"),
            ("my minimum is 340k/yr", "walk $1,360,000"),
            ("skip", "no walk_away"),
            ("200k base, 100k stock", "problem"),
            ("5", "problem"),
        ],
    );
}

#[test]
fn no_company_that_is_not_known_is_taken_unasked() {
    for text in [
        "the moon",
        "Blorptech",
        "blorptech verbal",
        "Acme Rockets, in writing, 310k a year",
        "my uncle",
        "kids",
        "google written 400k, blorptech verbal 380k",
        "blorptech and zorptech, both written",
        "maybe later, verbal",
        "offer from zorp in writing",
        "delete",
        "Zorp: 400k",
        "talking to zorp",
        "zorp 300 verbal; google 310 verbal",
        "I have a written offer from Zorptech for 410k",
        "verbal from the other team, 300k",
        "a startup, verbal, 250k",
        "yes, written",
    ] {
        for asked in [None, Some(Field::Competing), Some(Field::Base), Some(Field::WalkAway)] {
            let reading = read_answer(asked, text, &OfferDraft::default(), today());
            let unknown = |answer: &&Answer| match answer {
                Answer::Competing(offer) => crate::market::Companies::shipped().find(&offer.company).is_none(),
                _ => false,
            };
            assert_eq!(reading.answers.iter().find(unknown), None, "{text} at {asked:?}");
        }
    }
}
