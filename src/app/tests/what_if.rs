//! Other share prices, leaving early, year 5 and pay by the hour, as a person sees them.

use super::counter::{controls, quick};
use super::*;

/// The letter of 220 units.
const SHARES: &[(&str, &str)] =
    &[("base", "160k"), ("sign_on_1", "127k"), ("sign_on_2", "94k"), ("rsu", "220 shares"), ("price", "1200")];

fn page(user: &Conversation) -> String {
    format!("{}\n{}", text(&user.shown), controls(&user.shown))
}

#[tokio::test]
async fn other_share_prices() {
    let mut user = Conversation::new();
    quick(&mut user, SHARES).await;
    user.presses("What if").await;
    insta::assert_snapshot!(page(&user), @r"
    # What if: Amazon L6, Seattle
    Flat: $1.13M over four years. At 15 % a year, as recruiters' sheets are reported to count: $1.22M, $95k more. At a share price 30 % lower: $79.2k less.
    Y    Flat    15 %   -30 %
    1  300.2k  300.2k  296.2k
    2  293.6k  299.5k  281.7k
    3  265.6k  299.7k  233.9k
    4  265.6k  320.6k  233.9k
    - For year 3 to keep up with years 1 and 2, the price has to grow 15.2 % every year.
    - Year 3 pays what year 1 does only if the share price is 37.4 % higher from the start, at $1,649.35 a share.
    - By the hour: $135.22 on average, $144.33 in year 1 and $127.69 in year 4, at 40 hours a week, 2,080 a year.
    (Growth is counted as in those sheets: the first year's vests at today's price, those of each later year a step higher. Nobody knows it; the flat price is what to count on.)
    [Other figures] [Leaving early] [Year 5] [The analysis]
    ");
    user.presses("Other figures").await;
    user.fills(&[("growth", "-10"), ("price", "1,500"), ("leave_month", "18"), ("hours", "50")]).await;
    insta::assert_snapshot!(text(&user.shown), @"
    # What if: Amazon L6, Seattle
    Flat: $1.13M over four years. At 15 % a year, as recruiters' sheets are reported to count: $1.22M, $95k more. At a share price 30 % lower: $79.2k less.
    Y    Flat    15 %   -10 %   -30 %
    1  300.2k  300.2k  300.2k  296.2k
    2  293.6k  299.5k  289.6k  281.7k
    3  265.6k  299.7k  245.5k  233.9k
    4  265.6k  320.6k    237k  233.9k
    - At -10 % a year: $1.07M, $52.6k less. With each part valued in the month it vests: $1.06M, $69.8k less.
    - At $1,500 a share from the start, your 220 shares make it $1.19M over four years, $66k more.
    - For year 3 to keep up with years 1 and 2, the price has to grow 15.2 % every year.
    - Year 3 pays what year 1 does only if the share price is 37.4 % higher from the start, at $1,649.35 a share.
    - By the hour: $108.17 on average, $115.46 in year 1 and $102.15 in year 4, at 50 hours a week, 2,600 a year.
    Leave after 18 months and you keep $414k in cash and $13.2k in stock (11 of 220 shares). $47k of sign-on is owed back if it is a lump sum that is repaid for the months not worked, and $250.8k in stock is lost.
    (Growth is counted as in those sheets: the first year's vests at today's price, those of each later year a step higher. Nobody knows it; the flat price is what to count on.)
    ");
    user.command("offer show", &[]).await;
    assert!(text(&user.shown).contains("at 50 hours a week"), "hours are kept");
    user.command("whatif", &[]).await;
    user.presses("Other figures").await;
    let form = user.form();
    assert_eq!(form.inputs.last().map(|input| input.value.as_str()), Some("50"));
}

#[tokio::test]
async fn a_grant_in_dollars_has_no_price_to_try() {
    let mut user = Conversation::new();
    quick(&mut user, &[]).await;
    user.command("whatif", &[("price", "300"), ("growth", "20%")]).await;
    insta::assert_snapshot!(text(&user.shown), @r"
    # What if: Amazon L6, Seattle
    Flat: $1.35M over four years. At 15 % a year, as recruiters' sheets are reported to count: $1.49M, $143.9k more. At a share price 30 % lower: $120k less.
    Y  Flat    15 %    20 %  -30 %
    1  310k    310k    310k   304k
    2  320k    329k    332k   302k
    3  360k  411.6k  430.4k   312k
    4  360k  443.3k  476.5k   312k
    - At 20 % a year: $1.55M, $198.9k more. With each part valued in the month it vests: $1.64M, $292.2k more.
    - Your grant is in dollars, so I can't tell what $300 a share does to it. Edit the grant to shares and their price, or try a growth.
    - Year 3 keeps up with years 1 and 2 without any growth.
    - Year 3 pays at least what year 1 does unless the share price is 35.7 % lower.
    - By the hour: $162.26 on average, $149.04 in year 1 and $173.08 in year 4, at 40 hours a week, 2,080 a year.
    (Growth is counted as in those sheets: the first year's vests at today's price, those of each later year a step higher. Nobody knows it; the flat price is what to count on.)
    ");
    user.command("whatif", &[("price", "cheap"), ("growth", "a lot"), ("leave_month", "0")]).await;
    insta::assert_snapshot!(text(&user.shown), @r#"
    I could not read everything, so nothing is worked out yet.
    - growth: I can't read "a lot" as growth a year from -95 % to 300 %; for example 20 %.
    - price: I see no amount there; give dollars a share, for example 182.50.
    - leave_month: I can't read "0" as a month from 1 to 60 after the start; for example 18.
    "#);
}

#[tokio::test]
async fn leaving_early_with_the_terms_and_the_law() {
    let mut user = Conversation::new();
    quick(&mut user, &[]).await;
    user.command("whatif", &[("leave_month", "18")]).await;
    insta::assert_snapshot!(page(&user), @"
    # Leaving early
    Leave after 18 months and you keep $420k in cash and $20k in stock. $30k of sign-on is owed back if it is a lump sum that is repaid for the months not worked, and $380k in stock is lost.
    Mo  Cash  Owed  Stock  Lost
    6   145k   45k      0  400k
    12  290k     0    20k  380k
    18  420k   30k    20k  380k
    24  550k     0    80k  320k
    30  650k     0   160k  240k
    36  750k     0   240k  160k
    48  950k     0   400k     0
    Cash is base and sign-on less what is owed back. You don't know the terms yet, so this takes the sign-on as a lump sum, repaid for the months not worked. Paid monthly, it just stops: nothing is owed and the cash you keep is the same. Repaid in full, you would owe up to $90k. Ask which it is.
    (Leaving at the end of the month, with what vests in it; before tax, stock at a flat price. General information, not legal advice.)
    [Back to what if] [The analysis]
    ");
    quick(&mut user, &[("location", "sf"), ("rsu", "2000 shares"), ("price", "200")]).await;
    user.presses("What if").await;
    user.presses("Leaving early").await;
    insta::assert_snapshot!(text(&user.shown), @r"
    # Leaving early
    Leave after 12 months and you keep $290k in cash and $20k in stock (100 of 2,000 shares). $380k in stock is lost.
    Mo  Cash  Owed  Stock  Lost
    6   145k   45k      0  400k
    12  290k     0    20k  380k
    18  420k   30k    20k  380k
    24  550k     0    80k  320k
    30  650k     0   160k  240k
    36  750k     0   240k  160k
    48  950k     0   400k     0
    Cash is base and sign-on less what is owed back. You don't know the terms yet, so this takes the sign-on as a lump sum, repaid for the months not worked. Paid monthly, it just stops: nothing is owed and the cash you keep is the same. Repaid in full, you would owe up to $90k. Ask which it is.
    California, agreements made from January 1, 2026: you can owe a sign-on back only under an agreement of its own, which you had at least 5 business days to read and which told you that you may ask a lawyer. The debt has to shrink with the time you work, bear no interest and end within two years; it is due only if you resign or are dismissed for misconduct, and you must have had the choice to take the bonus later.
    (Leaving at the end of the month, with what vests in it; before tax, stock at a flat price. General information, not legal advice.)
    ");
    quick(&mut user, &[("location", "nyc"), ("sign_on_1", "0"), ("sign_on_2", "0")]).await;
    user.command("whatif", &[("leave_month", "48 months")]).await;
    insta::assert_snapshot!(text(&user.shown), @r"
    # Leaving early
    Leave after 48 months and you keep $800k in cash and $400k in stock. Nothing is lost.
    Mo  Cash  Owed  Stock  Lost
    6   100k     0      0  400k
    12  200k     0    20k  380k
    18  300k     0    20k  380k
    24  400k     0    80k  320k
    30  500k     0   160k  240k
    36  600k     0   240k  160k
    48  800k     0   400k     0
    New York, from December 19, 2026: a sign-on may have to be paid back, but not if you are dismissed for anything other than misconduct, nor if the job was not what you were told it would be.
    (Leaving at the end of the month, with what vests in it; before tax, stock at a flat price. General information, not legal advice.)
    ");
}

#[tokio::test]
async fn each_kind_of_repayment_is_reckoned_as_it_is() {
    let mut user = Conversation::new();
    quick(&mut user, &[]).await;
    for terms in [
        "monthly",
        "monthly, repaid pro rata",
        "monthly, repaid in full",
        "lump sum, repaid in full",
        "lump sum, repaid pro rata",
        "lump sum, nothing to repay",
    ] {
        user.command("offer edit", &[]).await;
        user.says(&format!("sign-on terms {terms}")).await;
        user.presses("Save the changes").await;
        user.command("whatif", &[("leave_month", "6")]).await;
        let shown = text(&user.shown);
        let lines: Vec<&str> = shown
            .lines()
            .filter(|line| {
                line.starts_with("Leave after") || line.starts_with("Your sign-on") || line.starts_with("6 ")
            })
            .collect();
        match terms {
            "monthly" => insta::assert_snapshot!(lines.join("\n"), @"
            Leave after 6 months and you keep $145k in cash and no stock. $400k in stock is lost.
            6   145k     0      0  400k
            Your sign-on is paid monthly, so as a rule it just stops and nothing is owed back. Repayment isn't mentioned: ask for that in writing.
            "),
            "monthly, repaid pro rata" => insta::assert_snapshot!(lines.join("\n"), @"
            Leave after 6 months and you keep $145k in cash and no stock. $400k in stock is lost.
            6   145k     0      0  400k
            Your sign-on is paid monthly, and its terms have it repaid for the months not worked. What was paid by then is of months that you worked, so nothing should be due and none is counted here. Ask for that in writing.
            "),
            "monthly, repaid in full" => insta::assert_snapshot!(lines.join("\n"), @"
            Leave after 6 months and you keep $145k in cash and no stock. $400k in stock is lost.
            6   145k     0      0  400k
            Your sign-on is paid monthly and just stops, but its terms have a year's sign-on repaid in full. Word for word that may be all that was paid of the year you leave in; none of it is counted here. Ask for it in writing that nothing is owed back.
            "),
            "lump sum, repaid in full" => insta::assert_snapshot!(lines.join("\n"), @r"
            Leave after 6 months and you keep $100k in cash and no stock. $90k of sign-on is owed back, and $400k in stock is lost.
            6   100k   90k      0  400k
            Your sign-on is a lump sum, and all of a year's is owed back until that year is over: up to $90k. Paid monthly, nothing would be owed; ask for that, or for repayment by the month.
            "),
            "lump sum, repaid pro rata" => insta::assert_snapshot!(lines.join("\n"), @r"
            Leave after 6 months and you keep $145k in cash and no stock. $45k of sign-on is owed back, and $400k in stock is lost.
            6   145k   45k      0  400k
            Your sign-on is a lump sum, repaid for the months of the year not worked. Paid monthly, nothing would be owed, and the cash you keep would be the same.
            "),
            _ => insta::assert_snapshot!(lines.join("\n"), @r"
            Leave after 6 months and you keep $190k in cash and no stock. $400k in stock is lost.
            6   190k     0      0  400k
            Your sign-on is a lump sum with nothing to repay.
            "),
        }
    }
}

#[tokio::test]
async fn year_5_with_and_without_refreshers() {
    let mut user = Conversation::new();
    quick(&mut user, &[]).await;
    user.presses("What if").await;
    user.presses("Year 5").await;
    insta::assert_snapshot!(page(&user), @r"
    # Year 5
    Once the grant has vested, year 5 pays $200,000 unless you are granted more: $160,000 less than year 4.
    No refreshers: $200,000, $160,000 less than year 4
    To stay level: $160,000 more would have to vest in year 5
    Later grants (refreshers) are at Amazon's discretion: count on none, and ask how large they have been in this team.
    (Stock at a flat price.)
    [Your own figure] [Back to what if] [The analysis]
    ");
    let year_5 = user.shown.clone();
    user.presses("Your own figure").await;
    user.fills(&[("refreshers", "50k")]).await;
    assert!(text(&user.shown).contains("With your $50,000: $250,000, $110,000 less than year 4"));
    user.presses("Your own figure").await;
    user.fills(&[("refreshers", "200k")]).await;
    assert!(text(&user.shown).contains("With your $200,000: $400,000, $40,000 more than year 4"));
    user.shown = year_5;
    user.presses("Your own figure").await;
    user.fills(&[("refreshers", "plenty")]).await;
    assert_eq!(text(&user.shown), "I see no amount there. Send dollars that would vest in year 5, for example 50k.");
}

#[tokio::test]
async fn hours_of_the_quick_command_show_the_hourly_rate() {
    let mut user = Conversation::new();
    quick(&mut user, &[("hours", "45 hours")]).await;
    let hourly =
        "By the hour: $144.23 on average, $132.48 in year 1 and $153.85 in year 4, at 45 hours a week, 2,340 a year.";
    assert!(text(&user.shown).contains(hourly), "{}", text(&user.shown));
    user.command("whatif", &[]).await;
    assert!(text(&user.shown).contains(hourly));
    quick(&mut user, &[("hours", "lots")]).await;
    assert!(
        text(&user.shown).contains("- hours: I can't read \"lots\" as hours a week from 1 to 120; for example 45.")
    );
    user.command("offer list", &[]).await;
    assert_eq!(text(&user.shown).matches("a year on average").count(), 1, "nothing was saved");
}

#[tokio::test]
async fn a_what_if_asked_before_there_is_an_offer_comes_back_to_it() {
    let mut user = Conversation::new();
    user.command("whatif", &[("growth", "20"), ("leave_month", "24")]).await;
    for words in ["L6", "seattle", "185k", "90/70", "300k", "yes"] {
        user.says(words).await;
    }
    user.skips_to("Check your answers").await;
    user.says("save").await;
    let shown = text(&user.shown);
    assert!(shown.starts_with("# What if: Amazon L6, Seattle"), "{shown}");
    assert!(shown.contains("At 20 % a year") && shown.contains("Leave after 24 months"), "{shown}");
}
