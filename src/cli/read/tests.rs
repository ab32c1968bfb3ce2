use super::*;
use crate::market::Role;
use crate::money::Money;
use crate::offer::Payment;
use crate::reading::{Doubt, StatedTotal};

fn total(amount: i64) -> StatedTotal {
    StatedTotal { amount: Money::dollars(amount), of: None }
}

fn quoted<T>(what: T, quote: &str) -> Quoted<T> {
    Quoted { what, quote: quote.to_owned() }
}

fn found(answer: Answer) -> Found {
    Found { answer, quote: "said".to_owned(), also: None }
}

/// Everything that a letter can say beside its answers.
fn besides() -> Besides {
    Besides {
        role: Some(quoted(Role::from("SDM".to_owned()), "Manager")),
        currency: Some(quoted("CAD".to_owned(), "CAD 180,000")),
        place: Some(quoted("Toronto, ON".to_owned(), "in Toronto, ON")),
        posted_base: Some(quoted((Money::dollars(183_700), Money::dollars(319_800)), "from 183,700")),
        totals: vec![quoted(total(320_000), "TC 320"), quoted(total(410_000), "410 later")],
        sign_on_paid: Some(quoted(Payment::Monthly, "12 instalments")),
        sign_on_repaid: None,
        shares: Some(quoted(1_900, "1,900 units")),
        share_price: Some(quoted(Money::dollars(182), "at $182")),
        vesting: Some(quoted("5/15/40/40".to_owned(), "(5/15/40/40)")),
    }
}

fn line(reading: &LetterReading) -> serde_json::Value {
    serde_json::from_str(&json(&ReadLine::of(reading))).expect("JSON")
}

#[test]
fn what_is_said_besides_has_its_keys() {
    let line = line(&LetterReading { besides: besides(), ..LetterReading::default() });
    let told = ["role", "currency", "location", "posted_base", "stated_totals", "sign_on_paid", "sign_on_repaid"];
    let told = told.iter().chain(&["rsu_shares", "share_price", "rsu_grant", "base"]);
    let told: Vec<String> = told.map(|key| format!("{key} {}", line[*key])).collect();
    insta::assert_snapshot!(told.join("\n"), @r#"
    role "SDM"
    currency "CAD"
    location "Toronto, ON"
    posted_base [183700,319800]
    stated_totals [320000,410000]
    sign_on_paid "monthly"
    sign_on_repaid "not_said"
    rsu_shares 1900
    share_price 182
    rsu_grant null
    base null
    "#);
    insta::assert_snapshot!(line["quotes"], @r#"{"currency":"CAD 180,000","location":"in Toronto, ON","posted_base":"from 183,700","role":"Manager","rsu_shares":"1,900 units","share_price":"at $182","sign_on_paid":"12 instalments","stated_totals":["TC 320","410 later"],"vesting":"(5/15/40/40)"}"#);
}

#[test]
fn an_answer_comes_before_what_is_said_besides() {
    let answers = [
        Answer::Location(Place::BayArea),
        Answer::Base(Money::dollars(190_000)),
        Answer::Grant(Grant::Dollars(Money::dollars(400_000))),
    ];
    let line =
        line(&LetterReading { found: answers.map(found).to_vec(), besides: besides(), ..LetterReading::default() });
    assert_eq!(
        [&line["location"], &line["currency"], &line["rsu_grant"], &line["rsu_shares"]].map(ToString::to_string),
        ["\"Bay_Area\"", "\"USD\"", "400000", "null"]
    );
}

#[test]
fn what_is_owed_back_is_told_only_where_it_is_said() {
    let of = |terms: Option<SignOnTerms>, repaid: Option<Repayment>, paid: Option<Payment>| {
        let found = terms.map(|terms| found(Answer::SignOnTerms(terms))).into_iter().collect();
        let besides = Besides {
            sign_on_paid: paid.map(|paid| quoted(paid, "paid")),
            sign_on_repaid: repaid.map(|repaid| quoted(repaid, "repaid")),
            ..Besides::default()
        };
        let line = line(&LetterReading { found, besides, ..LetterReading::default() });
        format!("{} {}", line["sign_on_paid"], line["sign_on_repaid"]).replace('"', "")
    };
    let terms = |payment, repayment| Some(SignOnTerms { payment, repayment });
    let (lump, monthly) = (Payment::LumpSum, Payment::Monthly);
    assert_eq!(of(None, None, None), "null null");
    assert_eq!(of(None, None, Some(lump)), "lump_sum not_said");
    assert_eq!(of(None, Some(Repayment::Full), None), "null full");
    assert_eq!(of(terms(lump, Repayment::ProRata), None, None), "lump_sum pro_rata");
    assert_eq!(of(terms(lump, Repayment::ProRata), None, Some(lump)), "lump_sum pro_rata");
    assert_eq!(of(terms(monthly, Repayment::NotSaid), None, None), "monthly not_said");
    assert_eq!(of(terms(monthly, Repayment::NotSaid), None, Some(monthly)), "monthly not_said");
    assert_eq!(of(terms(monthly, Repayment::Nothing), None, None), "monthly nothing");
    assert_eq!(of(terms(monthly, Repayment::ProRata), None, Some(monthly)), "monthly pro_rata");
}

#[test]
fn other_offers_and_doubts_each_have_their_words() {
    let offer = |company: &str, firmness, a_year| OtherOffer {
        company: company.to_owned(),
        firmness,
        a_year,
        reply_by: None,
        figures: None,
    };
    let google = offer("Google", Some(Firmness::Written), Some(Money::dollars(450_000)));
    let stripe = offer("Stripe", Some(Firmness::InProcess), None);
    let doubt = Doubt::Firmness { company: "Meta".to_owned(), a_year: None };
    let line = line(&LetterReading {
        found: [google, stripe].map(Answer::Competing).map(found).to_vec(),
        doubts: vec![(doubt.clone(), "Meta".to_owned()), (doubt, "Meta again".to_owned())],
        unread: vec!["Pays 5 CAD.".to_owned(), "Call me on May 5.".to_owned()],
        problems: vec![LetterProblem::Foreign("Pays 5 CAD.".to_owned()).into()],
        ..LetterReading::default()
    });
    insta::assert_snapshot!(line["competing"], @r#"[{"amount":450000,"company":"Google","firmness":"written"},{"amount":null,"company":"Stripe","firmness":"in_process"},{"amount":null,"company":"Meta","firmness":null}]"#);
    assert_eq!(line["quotes"]["competing"].to_string(), r#"["said","said","Meta"]"#);
    assert_eq!(line["questions"][0], "How firm is the one from Meta?");
    assert_eq!(line["questions"].as_array().map(Vec::len), Some(6), "asked once, then the five that are needed");
    insta::assert_snapshot!(line["unclear"], @r#"["I can't tell what every figure is in, so I left out: \"Pays 5 CAD.\""]"#);
    insta::assert_snapshot!(line["unused"], @r#"["Call me on May 5."]"#);
}
