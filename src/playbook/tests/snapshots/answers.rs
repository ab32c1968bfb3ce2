//! Answers to the questions about pay, and after accepting.

use super::*;

#[test]
fn current_pay_in_seattle() {
    insta::assert_snapshot!(before("current_pay", Some(&Place::Seattle)), @r#"
    I would rather not share what I earn now. I am glad to talk about what I expect for this role, once I know its scope and that it is L6.

    ~ The playbook would have you plead a secrecy agreement. Don't: it is almost never true, and you don't need it.
    ~ In Washington an employer may not ask for your pay history (RCW 49.58.100). After an offer that states the pay, or once you volunteer a figure, they may confirm it.
    ~ Washington postings must show the pay range: the posting is your best public check on base.
    "#);
}

#[test]
fn current_pay_in_austin() {
    insta::assert_snapshot!(before("current_pay", Some(&Place::Austin)), @r#"
    I would rather not share what I earn now. I am glad to talk about what I expect for this role, once I know its scope and that it is L6.

    ~ The playbook would have you plead a secrecy agreement. Don't: it is almost never true, and you don't need it.
    ~ In Texas I know of no law against asking for current pay. Declining to say is your choice, and a normal one.
    ~ Texas postings need not show a range; the same job posted in another state may.
    "#);
}

#[test]
fn current_pay_anywhere() {
    insta::assert_snapshot!(before("current_pay", None), @r"
    I would rather not share what I earn now. I am glad to talk about what I expect for this role, once I know its scope and that it is L6.

    ~ The playbook would have you plead a secrecy agreement. Don't: it is almost never true, and you don't need it.
    ~ I don't know the law on asking for current pay where this job is. You can decline anywhere; some states forbid the question.
    ");
}

#[test]
fn a_number_with_a_range() {
    insta::assert_snapshot!(before("need_a_number", Some(&Place::Seattle)), @r#"
    From what I have found, L6 in Seattle averages between $280,000 and $395,000 a year over four years, with base, sign-on and stock together (January 2025). I am looking at $337,500 to $395,000. Does that fit your range?

    ~ A range is a first number, and they will hear its lower end: say it only if you would take that end.
    ~ In Washington an employer may not ask for your pay history (RCW 49.58.100). After an offer that states the pay, or once you volunteer a figure, they may confirm it.
    ~ Washington postings must show the pay range: the posting is your best public check on base.
    ~ The market range is the playbook's, as of January 2025: check it against the posting first.
    ~ Evidence: First offers pull the outcome towards themselves, so name a figure when you hold market data (Galinsky and Mussweiler 2001).
    "#);
}

#[test]
fn a_number_without_a_range() {
    insta::assert_snapshot!(before("need_a_number", Some(&Place::Austin)), @r#"
    I don't have good data for this level and place, so any figure from me would be a guess. What range is the role approved for? I will tell you honestly whether it works.

    ~ A range is a first number, and they will hear its lower end: say it only if you would take that end.
    ~ In Texas I know of no law against asking for current pay. Declining to say is your choice, and a normal one.
    ~ Texas postings need not show a range; the same job posted in another state may.
    ~ Evidence: First offers pull the outcome towards themselves, so name a figure when you hold market data (Galinsky and Mussweiler 2001).
    "#);
}

#[test]
fn a_number_said_too_early() {
    insta::assert_snapshot!(shown("number_too_early", Variant::Normal, &barest(&[Fact::ScopeLearned, Fact::EarlyNumber])), @r#"
    Early on I mentioned $300,000 a year. I said it before I knew enough, and I would like to correct it.

    Since then I have learned more about the role: the role covers two teams, not one. I have also looked at the market: L6 in Seattle averages $280,000 to $395,000 a year over four years in the data I have (January 2025).

    With that, a package averaging $338,875 to $354,250 a year would be right for this role. Can we work from there?

    ~ Say the range only if you would accept its lower end: that is the end they will hear. What happened to you is in it only if you entered it; clear that fact to leave it out.
    ~ The market range is the playbook's, as of January 2025: check it against the posting first.
    "#);
}

#[test]
fn a_better_offer_after_accepting() {
    insta::assert_snapshot!(shown("after_accepting_better_offer", Variant::Normal, &fullest()), @r#"
    You gave your word, and a better offer does not change what you agreed to. Using it to reopen the terms is read as a broken promise: the offer can be withdrawn, since employment is at will, and the people involved remember it.

    Before you do anything, read what you signed: sign-on repayment, relocation repayment, start date.

    Then choose one of two honest ways. Keep your yes, and take the better market as a reason to ask again at your first review. Or withdraw, plainly and soon, before they stop looking for someone else; the e-mail for that is /email decline.

    What does not work is a bluff in between. If the role changed, or they moved the date, or something happened to you, there is a script for that.

    ~ There is no script for this one.
    "#);
}
