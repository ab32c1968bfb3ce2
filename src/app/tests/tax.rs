//! `/tax` and `/calendar` through the door, as a person sees them.

use super::*;
use crate::reply::{Block, Card};

fn widest_table(card: &Card) -> usize {
    let tables = card.blocks.iter().filter_map(|block| match block {
        Block::Table(table) => table.lines().iter().map(|line| line.chars().count()).max(),
        _ => None,
    });
    tables.max().unwrap_or(0)
}

#[tokio::test]
async fn taxes_where_the_job_is() {
    let mut user = Conversation::new();
    user.command("offer quick", QUICK).await;
    user.command("tax", &[]).await;
    assert!(widest_table(&user.shown) <= 34);
    insta::assert_snapshot!(text(&user.shown), @"
    # Taxes: Amazon L6, Seattle
    Year 3 falls short the most. Your $160,000 of stock adds about $52,400 of income tax, and only about $35,200 is withheld: set $17,200 aside. About $17k in year 4, $12k in year 2 and $11k in year 1 are short too.
    Filing single, living where the job is, in Seattle: over four years you keep about $940.9k of $1.35M.
    Y   Pay     Tax    Kept  Short
    1  310k   91.8k  218.2k  10.7k
    2  320k   95.6k  224.4k    12k
    3  360k  110.8k  249.2k  17.2k
    4  360k  110.8k  249.2k  17.2k
    What is withheld of sign-on and stock, payment by payment
               Paid   Held  Short
    Sign-on 1   90k  19.8k   8.1k
    Month 12    20k   4.4k   2.6k
    Sign-on 2   60k  13.2k   4.6k
    Month 24    60k  13.2k   7.4k
    Month 30    80k  17.6k   6.8k
    Month 36    80k  17.6k  10.4k
    Month 42    80k  17.6k   6.8k
    Month 48    80k  17.6k  10.4k
    (2026 rules throughout: those of later years are not out. Each year of the offer counts as one calendar year. Tables: federal income tax 2026, Social Security and Medicare 2026, state payroll lines 2026.)
    (Held is what is withheld when it is paid; short is what of its income tax is still owed at filing; below zero, it comes back. Stock at a flat price.)
    (An estimate, not tax advice: this pay alone, standard deduction, no credits and no retirement saving.)
    ");
    user.presses("Married, filing jointly").await;
    insta::assert_snapshot!(text(&user.shown), @"
    # Taxes: Amazon L6, Seattle
    Year 3 falls short the most. Your $160,000 of stock adds about $37,528 of income tax, and only about $35,200 is withheld: set $2,328 aside. $450 of the withheld Medicare comes back, as you file jointly. About $2k in year 4, $2k in year 2 and $1k in year 1 are short too.
    Married, filing jointly, living where the job is, in Seattle: over four years you keep about $1.03M of $1.35M.
    Y   Pay    Tax    Kept  Short
    1  310k  71.6k  238.4k   1.3k
    2  320k  74.3k  245.7k   1.5k
    3  360k  85.1k  274.9k   2.3k
    4  360k  85.1k  274.9k   2.3k
    What is withheld of sign-on and stock, payment by payment
               Paid   Held  Short
    Sign-on 1   90k  19.8k    928
    Month 12    20k   4.4k    400
    Sign-on 2   60k  13.2k    328
    Month 24    60k  13.2k   1.2k
    Month 30    80k  17.6k    728
    Month 36    80k  17.6k   1.6k
    Month 42    80k  17.6k    728
    Month 48    80k  17.6k   1.6k
    - A partner's pay is not in here; it would put this pay into higher brackets.
    (2026 rules throughout: those of later years are not out. Each year of the offer counts as one calendar year. Tables: federal income tax 2026, Social Security and Medicare 2026, state payroll lines 2026.)
    (Held is what is withheld when it is paid; short is what of its income tax is still owed at filing; below zero, it comes back. Stock at a flat price.)
    (An estimate, not tax advice: this pay alone, standard deduction, no credits and no retirement saving.)
    ");
}

#[tokio::test]
async fn taxes_elsewhere_by_option_and_by_list() {
    let mut user = Conversation::new();
    user.command("offer quick", QUICK).await;
    user.command("tax", &[("filing", "joint"), ("state", "Oregon")]).await;
    insta::assert_snapshot!(text(&user.shown), @"
    # Taxes: Amazon L6, Seattle
    Year 3 falls short the most. Your $160,000 of stock adds about $37,528 of income tax, and only about $35,200 is withheld: set $2,328 aside. $450 of the withheld Medicare comes back, as you file jointly. About $2k in year 4, $2k in year 2 and $1k in year 1 are short too.
    Married, filing jointly, living in Oregon: over four years you keep about $1.05M of $1.35M.
    Y   Pay    Tax    Kept  Short
    1  310k  68.3k  241.7k   1.3k
    2  320k    71k    249k   1.5k
    3  360k  81.5k  278.5k   2.3k
    4  360k  81.5k  278.5k   2.3k
    What is withheld of sign-on and stock, payment by payment
               Paid   Held  Short
    Sign-on 1   90k  19.8k    928
    Month 12    20k   4.4k    400
    Sign-on 2   60k  13.2k    328
    Month 24    60k  13.2k   1.2k
    Month 30    80k  17.6k    728
    Month 36    80k  17.6k   1.6k
    Month 42    80k  17.6k    728
    Month 48    80k  17.6k   1.6k
    - I know no state tax for this place, so it is left out.
    - A partner's pay is not in here; it would put this pay into higher brackets.
    - The state taxes I know: Washington; California; New York City; New York, outside the city; Texas.
    (2026 rules throughout: those of later years are not out. Each year of the offer counts as one calendar year. Tables: federal income tax 2026, Social Security and Medicare 2026.)
    (Held is what is withheld when it is paid; short is what of its income tax is still owed at filing; below zero, it comes back. Stock at a flat price.)
    (An estimate, not tax advice: this pay alone, standard deduction, no credits and no retirement saving.)
    ");
    user.chooses("nyc").await;
    insta::assert_snapshot!(text(&user.shown), @"
    # Taxes: Amazon L6, Seattle
    Nothing falls short in any year. Your $160,000 of stock adds about $55,813 of income tax, and about $60,720 is withheld: $4,907 comes back at filing. $450 of the withheld Medicare comes back, as you file jointly.
    Married, filing jointly, living in New York City: over four years you keep about $916.2k of $1.35M.
    Y   Pay     Tax    Kept  Short
    1  310k   97.3k  212.7k  -5.3k
    2  320k  100.9k  219.1k  -5.7k
    3  360k  117.8k  242.2k  -4.9k
    4  360k  117.8k  242.2k  -4.9k
    What is withheld of sign-on and stock, payment by payment
               Paid   Held  Short
    Sign-on 1   90k  34.2k  -4.4k
    Month 12    20k   7.6k   -835
    Sign-on 2   60k  22.8k  -3.2k
    Month 24    60k  22.8k  -2.5k
    Month 30    80k  30.4k    -4k
    Month 36    80k  30.4k   -882
    Month 42    80k  30.4k    -4k
    Month 48    80k  30.4k   -882
    - New York's tax includes the recapture that takes the lower brackets back from higher incomes.
    - A partner's pay is not in here; it would put this pay into higher brackets.
    (2026 rules throughout: those of later years are not out. Each year of the offer counts as one calendar year. Tables: federal income tax 2026, Social Security and Medicare 2026, state income tax 2026, state payroll lines 2026, city income tax 2026.)
    (Held is what is withheld when it is paid; short is what of its income tax is still owed at filing; below zero, it comes back. Stock at a flat price.)
    (An estimate, not tax advice: this pay alone, standard deduction, no credits and no retirement saving.)
    ");
    user.presses("Filing single").await;
    assert!(text(&user.shown).contains("Filing single, living in New York City"), "{}", text(&user.shown));
    user.command("tax", &[("filing", "both")]).await;
    assert_eq!(text(&user.shown), "I can't work that out: the filing status must be single or joint, not \"both\".");
}

#[tokio::test]
async fn the_largest_offer_still_fits_a_phone() {
    let mut user = Conversation::new();
    let mut options = QUICK.to_vec();
    options[0] = ("level", "L7");
    options[1] = ("location", "nyc");
    options[2] = ("base", "349,999");
    options[3] = ("sign_on_1", "333,333");
    options[4] = ("sign_on_2", "299,999");
    options[5] = ("rsu", "3,333,333");
    user.command("offer quick", &options).await;
    user.command("tax", &[]).await;
    assert!(widest_table(&user.shown) <= 34, "{}", text(&user.shown));
}

#[tokio::test]
async fn states_are_suggested() {
    let mut user = Conversation::new();
    let states = user.completes("tax", "state", "new").await;
    let values: Vec<&str> = states.iter().map(|state| state.value.as_str()).collect();
    assert_eq!(values, ["New York City", "New York, outside the city"]);
}

#[tokio::test]
async fn a_calendar_needs_the_first_day_and_asks_for_it() {
    let mut user = Conversation::new();
    user.command("calendar", &[]).await;
    assert!(text(&user.shown).contains("I need your offer first"));
    user.command("offer quick", QUICK).await;
    user.command("calendar", &[]).await;
    insta::assert_snapshot!(text(&user.shown), @r"
    # Calendar: Amazon L6, Seattle
    I don't know your first day yet, so vests and payments have no date. Set it, and each gets one.
    ");
    assert!(user.shown.files.is_empty());
    user.presses("Set the start date").await;
    assert!(text(&user.shown).contains("When would you start?"), "{}", text(&user.shown));
    user.says("march 15").await;
    user.presses("Save the changes").await;
    user.presses("Calendar").await;
    insta::assert_snapshot!(text(&user.shown), @r"
    # Calendar: Amazon L6, Seattle
    10 dates lie ahead.
    First day: 1805112000
    Sign-on of year 1: 1805112000, $90,000
    Sign-on of year 2: 1836734400, $60,000
    Vest 1 of 6: 1836734400, $20,000
    Sign-on has ended: 1868270400
    Vest 2 of 6: 1868270400, $60,000
    Vest 3 of 6: 1884168000, $80,000
    Vest 4 of 6: 1899806400, $80,000
    Vest 5 of 6: 1915704000, $80,000
    Vest 6 of 6: 1931342400, $80,000
    - How the sign-on is paid and repaid isn't known, so it stands at the start of its year and no end of repayment is in here; ask, and set it with /offer edit.
    (The file holds every date; open it with your calendar. Its titles name no amounts, its details do.)
    ");
    let file = user.shown.files.first().expect("a file");
    assert_eq!(file.name, "amazon-offer-1.ics");
    let content = String::from_utf8(file.content.clone()).expect("text");
    assert!(content.starts_with("BEGIN:VCALENDAR\r\n"));
    assert_eq!(content.matches("BEGIN:VEVENT").count(), 10);
}

#[tokio::test]
async fn a_long_calendar_shows_the_next_dates_and_the_file_all() {
    let mut user = Conversation::new();
    user.command("offer start", &[]).await;
    for words in ["L6", "seattle", "185k", "90/70", "1,400 rsus @ 182.50", "yes", "march 15", "december 4"] {
        user.says(words).await;
    }
    user.says("lump sum, repaid pro rata").await;
    for _ in 0..3 {
        user.says("skip").await;
    }
    user.says("save").await;
    user.command("calendar", &[]).await;
    insta::assert_snapshot!(text(&user.shown), @r"
    # Calendar: Amazon L6, Seattle
    13 dates lie ahead. Here are the next 12; all 13 are in the file.
    Last day to answer: 1796385600
    First day: 1805112000
    Sign-on of year 1: 1805112000, $90,000
    Sign-on of year 1 is yours to keep: 1836734400
    Sign-on of year 2: 1836734400, $70,000
    Vest 1 of 6: 1836734400, $12,775 for 70 shares
    Sign-on of year 2 is yours to keep: 1868270400
    Sign-on has ended: 1868270400
    Vest 2 of 6: 1868270400, $38,325 for 210 shares
    Vest 3 of 6: 1884168000, $51,100 for 280 shares
    Vest 4 of 6: 1899806400, $51,100 for 280 shares
    Vest 5 of 6: 1915704000, $51,100 for 280 shares
    (The file holds every date; open it with your calendar. Its titles name no amounts, its details do.)
    ");
    user.now = "2040-01-01T00:00:00Z".parse().expect("a moment");
    user.command("calendar", &[]).await;
    assert!(text(&user.shown).contains("All dates of this offer have passed."));
    assert_eq!(user.shown.files.len(), 1);
}

#[tokio::test]
async fn an_open_walkthrough_is_not_disturbed_by_setting_the_first_day() {
    let mut user = Conversation::new();
    user.command("offer quick", QUICK).await;
    user.command("calendar", &[]).await;
    let press = user.button("Set the start date");
    user.command("offer start", &[]).await;
    user.says("L7").await;
    user.presses_kept(press).await;
    assert!(text(&user.shown).contains("What you were entering is kept"), "{}", text(&user.shown));
    assert!(text(&user.shown).contains("When would you start?"));
    user.says("march 15").await;
    assert!(user.says("save").await.contains("The offer you were entering before is kept"));
    assert!(user.command("offer start", &[]).await.contains("Where is the job?"));
}

#[tokio::test]
async fn no_us_tax_or_law_is_shown_of_a_job_outside_the_us() {
    for place in ["Toronto", "London, UK", "Vancouver BC", "Hyderabad, India", "Berlin", "Cambridge UK"] {
        let mut user = Conversation::new();
        user.command(
            "offer quick",
            &[
                ("level", "L6"),
                ("location", place),
                ("base", "200k"),
                ("sign_on_1", "90k"),
                ("sign_on_2", "60k"),
                ("rsu", "400k"),
            ],
        )
        .await;
        let analysis = text(&user.shown);
        assert!(!user.has_button("After taxes"), "{analysis}");
        let taxes = user.command("tax", &[("state", "CA")]).await;
        assert!(taxes.starts_with("# Taxes: Amazon L6, ") && taxes.ends_with("\nI only know US taxes."), "{taxes}");
        for (command, option, name) in [
            ("script", "name", "current_pay"),
            ("script", "name", "expectations"),
            ("playbook", "topic", "tax_and_hours"),
            ("playbook", "topic", "before_the_offer"),
            ("whatif", "leave_month", "6"),
        ] {
            let page = user.command(command, &[(option, name)]).await;
            for word in ["Washington", "California", "the law", "states", "22 %", "April", "/tax", "pay history"] {
                assert!(!page.contains(word), "{place}, {name}: {word} in {page}");
            }
        }
    }
}
