//! The checklist, ticked by itself and by hand.

use super::*;

#[tokio::test]
async fn the_checklist_ticks_itself_and_by_hand() {
    let mut user = with_offer().await;
    user.presses("Checklist").await;
    insta::assert_snapshot!(shown(&user), @r"
    # Checklist: Amazon L6, Seattle
    1 of 18 done.
    Before
    - ☐ Look up what your level pays in your place (/bands)
    - ☐ Settle the least you would take, for yourself only (/offer edit)
    - ☐ Write down your other offers, as firm as they are (/offer edit)
    - ☐ Name what you bring that few others do (/case)
    - ☐ Prepare for the recruiter's four questions (/script expectations)
    - ☐ Know what you do if this falls through; staying counts (/playbook competition)
    During
    - ☐ Name no figure before you know their range, unless you hold better data (/script need_a_number)
    - ☐ Ask for 48 hours, inside their deadline (/email ask_for_time)
    - ☐ Ask for two or three things (/counter)
    - ☐ Give a reason with every figure (/email first_round)
    - ☐ Stay friendly: they have to want you on the team (/playbook psychology)
    - ☐ Have the offer in writing (/offer edit)
    After
    - ☑ Look at all four years, not at the first (/offer show)
    - ☐ Work out what an hour pays, stock included (/offer quick)
    - ☐ Know when each vest comes and what tax takes of it (/tax)
    - ☐ Plan for the year the sign-on ends and the year the grant ends (/calendar)
    - ☐ Keep every agreement in one place (/email acceptance)
    - ☐ Send a clear acceptance (/email acceptance)
    (Lines tick themselves where I know; the rest are yours. Ticks belong to this offer.)
    <Tick or untick a line: Tick: Look up what your level pays in your place | Tick: Settle the least you would take, for yourself only | Tick: Write down your other offers, as firm as they are | Tick: Name what you bring that few others do | Tick: Prepare for the recruiter's four questions | Tick: Know what you do if this falls through; staying counts | Tick: Name no figure before you know their range, unless you hold better data | Tick: Ask for 48 hours, inside their deadline | Tick: Ask for two or three things | Tick: Give a reason with every figure | Tick: Stay friendly: they have to want you on the team | Tick: Have the offer in writing | Untick: Look at all four years, not at the first | Tick: Work out what an hour pays, stock included | Tick: Know when each vest comes and what tax takes of it | Tick: Plan for the year the sign-on ends and the year the grant ends | Tick: Keep every agreement in one place | Tick: Send a clear acceptance>
    [Next: Edit the offer] [The analysis]
    ");
    user.command("email", &[("name", "ask for time")]).await;
    user.command("bands", &[("level", "L6"), ("location", "seattle")]).await;
    user.command("script", &[("name", "expectations")]).await;
    user.command("email", &[("name", "first round")]).await;
    user.command("checklist", &[]).await;
    user.chooses("tone").await;
    user.chooses("several_parts").await;
    user.chooses("several_parts").await;
    user = user.restarted();
    user.command("checklist", &[]).await;
    insta::assert_snapshot!(text(&user.shown), @r"
    # Checklist: Amazon L6, Seattle
    6 of 18 done.
    Before
    - ☑ Look up what your level pays in your place (/bands)
    - ☐ Settle the least you would take, for yourself only (/offer edit)
    - ☐ Write down your other offers, as firm as they are (/offer edit)
    - ☐ Name what you bring that few others do (/case)
    - ☑ Prepare for the recruiter's four questions (/script expectations)
    - ☐ Know what you do if this falls through; staying counts (/playbook competition)
    During
    - ☐ Name no figure before you know their range, unless you hold better data (/script need_a_number)
    - ☑ Ask for 48 hours, inside their deadline (/email ask_for_time)
    - ☐ Ask for two or three things (/counter)
    - ☑ Give a reason with every figure (/email first_round)
    - ☑ Stay friendly: they have to want you on the team (/playbook psychology)
    - ☐ Have the offer in writing (/offer edit)
    After
    - ☑ Look at all four years, not at the first (/offer show)
    - ☐ Work out what an hour pays, stock included (/offer quick)
    - ☐ Know when each vest comes and what tax takes of it (/tax)
    - ☐ Plan for the year the sign-on ends and the year the grant ends (/calendar)
    - ☐ Keep every agreement in one place (/email acceptance)
    - ☐ Send a clear acceptance (/email acceptance)
    (Lines tick themselves where I know; the rest are yours. Ticks belong to this offer.)
    ");
    user.command("offer edit", &[]).await;
    user.says("change written").await;
    user.says("change in writing").await;
    user.says("yes").await;
    user.says("change walk-away").await;
    user.says("1.3m over four years").await;
    user.says("save").await;
    user.command("checklist", &[]).await;
    assert!(text(&user.shown).contains("\u{2611} Settle the least you would take"), "{}", text(&user.shown));
    assert!(text(&user.shown).contains("\u{2611} Have the offer in writing"));
    assert!(!controls(&user.shown).contains("in writing |"), "what the offer shows can't be unticked");
    assert!(!text(&user.shown).contains("1,300,000") && !text(&user.shown).contains("1.3M"));
}

#[tokio::test]
async fn pages_that_were_shown_tick_their_lines() {
    let mut user = with_offer().await;
    for (name, key) in [
        ("counter", "several_parts"),
        ("whatif", "hourly_rate"),
        ("tax", "vests_and_tax"),
        ("calendar", "after_the_sign_on"),
    ] {
        assert!(!record(&user).await.ticks.contains_key(key), "{key}");
        user.command(name, &[]).await;
        assert!(record(&user).await.ticks.contains_key(key), "{key}: {}", text(&user.shown));
    }
    user.command("bands", &[("level", "L7"), ("location", "seattle")]).await;
    assert!(!record(&user).await.ticks.contains_key("market_rates"), "that is another level");
}

#[tokio::test]
async fn ticks_belong_to_an_offer_and_a_failed_script_ticks_nothing() {
    let mut user = with_offer().await;
    let mut rich = QUICK.to_vec();
    rich[5] = ("rsu", "900k");
    user.command("offer quick", &rich).await;
    user.command("email", &[("name", "first round")]).await;
    assert!(text(&user.shown).contains("nothing left to ask for"), "{}", text(&user.shown));
    assert!(!record(&user).await.ticks.contains_key("figures"));
    user.command("email", &[("name", "ask for time"), ("offer", "1")]).await;
    assert!(!record(&user).await.ticks.contains_key("asked_for_time"), "that was the other offer");
    assert_eq!(record(&user).await.id, OfferId(2));
}
