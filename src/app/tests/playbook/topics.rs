//! The topics of the playbook.

use super::*;

#[tokio::test]
async fn topics_on_one_screen() {
    let mut user = Conversation::new();
    user.command("playbook", &[]).await;
    insta::assert_snapshot!(shown(&user), @r"
    # The playbook
    - Before the offer: the four questions
    - Building your case
    - Other offers, told truly
    - The e-mails
    - How Amazon pay works
    - The seven levers
    - The other side of the table
    - Pay ranges and what they are worth
    - Five principles, and their limits
    - Reading the offer
    - The rounds
    - Special situations
    - Tax, vests and the hourly rate
    - The ten rules
    - The checklist
    - When the stock vests
    - Does waiting help?
    - What research says
    - What it is about
    <Choose a topic: Before the offer: the four questions | Building your case | Other offers, told truly | The e-mails | How Amazon pay works | The seven levers | The other side of the table | Pay ranges and what they are worth | Five principles, and their limits | Reading the offer | The rounds | Special situations | Tax, vests and the hourly rate | The ten rules | The checklist | When the stock vests | Does waiting help? | What research says | What it is about>
    ");
    user.chooses("rounds").await;
    insta::assert_snapshot!(shown(&user), @"
    # The rounds
    Don't say yes or no on the spot. Then go one round at a time:
    - First, time. Take 48 hours, in writing, and never past the date they gave you. /email ask_for_time
    - Round 1: two or three levers, a reason each, opening above your target so that there is something to give. /email first_round
    - Round 2: only after they moved. Thank them, then one more ask: the lever that is worth most. /email second_round
    - Round 3: only if one gap remains. One figure, and your yes to it where it reaches your own minimum. /email final_ask
    - Then stop. A yes is a yes: /email acceptance. A no is kind and short: /email decline.
    After each answer enter their new figures, so that the next ask follows them: /offer revise, then /counter.
    (The playbook's claim: round 1 brings 10 to 20 %, round 2 another 5 to 10 %, all rounds 15 to 35 %. Those rounds together make 15 to 32 %, and nothing supports either.)
    (Evidence: Of those who asked for more, 28 % got all of it, 38 % part of it, 35 % the first offer (Pew, 2023).)
    [Ask for time to decide] [First counter] [Second round: one more ask] [Final ask: one figure] [Accept]
    [Decline] [Enter an offer]
    <Another topic: Before the offer: the four questions | Building your case | Other offers, told truly | The e-mails | How Amazon pay works | The seven levers | The other side of the table | Pay ranges and what they are worth | Five principles, and their limits | Reading the offer | The rounds | Special situations | Tax, vests and the hourly rate | The ten rules | The checklist | When the stock vests | Does waiting help? | What research says | What it is about>
    ");
    user.command("playbook", &[("topic", "astrology")]).await;
    assert!(text(&user.shown).contains("I have no topic called \"astrology\"."));
    insta::assert_snapshot!(page("playbook", &[("topic", "psychology")]).await, @r#"
    # Five principles, and their limits
    Anchoring. The first figure pulls the result towards itself. Use it when you hold the range and a real alternative: then name a precise figure first. Leave it when you know less than they do, or have no alternative: let them go first, then answer with market data. Say: "Base for this level runs higher in the data I have, so I would start from there." (Galinsky and Mussweiler 2001; moving second helped the weaker side (Negotiation Journal 39(1), 2023).)
    Loss aversion. A loss weighs more than a gain of the same size. Use it when they would lose something too: time spent, a role that stays open. Leave it when it would be a threat, or rest on an offer you don't hold. Say: "We have both put weeks into this, and I would hate for it to end over this one point." (The playbook's claim.)
    Social proof. What others get makes an ask look normal. Use it when you have a range with a source and a date. Leave it when you only have a rumour, or one person's pay told to you in confidence. Say: "The range posted for this role supports the figure." (The playbook's claim.)
    Reciprocity. People tend to give back what they get. Use it when you can be flexible on something that is cheap for you: the start date, the split between sign-on and stock. Leave it when you would be giving up something you need. Say: "I am flexible about how it is split, if the four-year sum gets there." (The playbook's claim.)
    Consistency. People like to act as they have spoken. Use it when you can agree on the facts one at a time: the scope, then the level, then the pay. Leave it when it turns into a trap: they notice, and you have to work with them. Say: "We agree on the scope, then. What does that mean for the level?" (The playbook's claim.)
    (The playbook's claim: all but anchoring: known effects, untested in offers like yours.)
    [Your case] [Counter plan]
    <Another topic: Before the offer: the four questions | Building your case | Other offers, told truly | The e-mails | How Amazon pay works | The seven levers | The other side of the table | Pay ranges and what they are worth | Five principles, and their limits | Reading the offer | The rounds | Special situations | Tax, vests and the hourly rate | The ten rules | The checklist | When the stock vests | Does waiting help? | What research says | What it is about>
    "#);
    insta::assert_snapshot!(page("playbook", &[("topic", "rules")]).await, @"
    # The ten rules
    - Don't accept the first offer. Asking is expected: in one survey 70 % of managers said so (Robert Half, 2019). About two in three who ask get something (Pew, 2023). There is not always room, but there is always a question.
    - Negotiate the whole package. Base, sign-on of both years, stock, level, date, the move. Look at the four-year sum, and at each year on its own.
    - Use figures. A figure with a reason travels from your recruiter to whoever approves it. A feeling does not.
    - Use the competition you have. A real alternative is your strongest argument. An invented one can cost you the offer, and misleading someone who relies on it can be fraud. Here an offer appears only if you entered it.
    - Take your time. The playbook says 48 hours. Ask for them in writing, and never go past the date they gave you.
    - Get it in writing. What is not in the letter may not happen: share count and price, sign-on dates and repayment, start, level.
    - Know when the stock vests. 5, 15, 40 and 40 % of the grant. Most of it comes in years 3 and 4, when the sign-on has ended, and nothing is promised after.
    - Have someone on your side. The playbook's claim: the hiring manager can do more for you than the recruiter. It is the manager who wants you on the team, so keep talking to them.
    - Know when to stop. After the final ask, stop. Offers are withdrawn in about 1 negotiation in 16 (Hart, Bear and Ren, 2024): rare, and not never.
    - Start well. The people you negotiate with will work with you. Be clear and kind, and keep every word you give.
    [First counter] [Counter plan] [Your case] [Ask for time to decide] [Accept]
    [The analysis] [The other side of the table] [Final ask: one figure] [Your checklist]
    <Another topic: Before the offer: the four questions | Building your case | Other offers, told truly | The e-mails | How Amazon pay works | The seven levers | The other side of the table | Pay ranges and what they are worth | Five principles, and their limits | Reading the offer | The rounds | Special situations | Tax, vests and the hourly rate | The ten rules | The checklist | When the stock vests | Does waiting help? | What research says | What it is about>
    ");
    insta::assert_snapshot!(page("playbook", &[("topic", "recruiter")]).await, @r"
    # The other side of the table
    Your opening ask is +11.9 % over four years: for the hiring manager to approve, the playbook claims.
    Your recruiter is not your opponent. They want three things, the playbook says:
    - Close candidates quickly.
    - Keep a good share of offers accepted.
    - Stay inside the band's budget.
    Who approves a rise, on the same authority:
    - Up to 10 %: the recruiter
    - Up to 20 %: the hiring manager
    - Up to 30 %: a director
    - Beyond that: a vice president or the compensation committee
    Make it easy for them:
    - Ask for something they can pass on: one figure, one reason.
    - Send the data behind it, so that they need not look for it.
    - Write the two sentences that your recruiter can forward for approval.
    - Say what you like about the role, if you mean it.
    - Answer within a day, and do what you said you would.
    How large your ask is, and who that means: /counter.
    (The playbook's claim: the goals and the approval levels here are plausible, and have no source.)
    [Counter plan] [Your case]
    <Another topic: Before the offer: the four questions | Building your case | Other offers, told truly | The e-mails | How Amazon pay works | The seven levers | The other side of the table | Pay ranges and what they are worth | Five principles, and their limits | Reading the offer | The rounds | Special situations | Tax, vests and the hourly rate | The ten rules | The checklist | When the stock vests | Does waiting help? | What research says | What it is about>
    ");
    insta::assert_snapshot!(page("playbook", &[("topic", "competition")]).await, @r#"
    # Other offers, told truly
    A real alternative is your strongest argument. Staying where you are counts as one.
    I write about an offer only as firmly as you entered it:
    - In writing: "I hold a written offer from" them.
    - Said but not written: they have "made me a verbal offer".
    - Still interviewing: "I am in the interview process with" them. No amount, no date.
    - None: nothing.
    The playbook suggests making it look as if there were more. I won't write that. Recruiters ask to see the letter; an offer can be withdrawn over it, and misleading someone who relies on it can be fraud.
    Without an offer you still have true lines, each to be used only if it is so. And urgency comes from true dates: theirs, or another offer's.
    Enter your offers: /offer edit. The lines that fit you: /case.
    You have entered no other offer, so none is mentioned anywhere. These lines need none; use one only if it is true.
    Without naming an offer
    - "I am looking at a few companies." Only if you are talking with more than one other company.
    - "I am in conversations at a similar level." Only if at least one other process is at your level.
    - "People with my background are in demand right now." Only if recruiters are in fact writing to you.
    - "I want to make this decision with all my options in view." Only if you have another option; staying where you are is one.
    - "My present employer would like me to stay." Only if they have said so.
    About dates
    - "I would like to decide within two weeks." Only if that is your plan.
    - "My present employer needs to know soon what I will do." Only if they have asked you.
    - "I would be glad to settle this soon, for both of us." Only if you are ready to decide.
    (Evidence: Lying about other offers can be actionable; your own bottom line need not be told (Shell 1991, MIT Sloan Management Review).)
    [Edit the offer] [Your case] [Ask for a later deadline]
    <Another topic: Before the offer: the four questions | Building your case | Other offers, told truly | The e-mails | How Amazon pay works | The seven levers | The other side of the table | Pay ranges and what they are worth | Five principles, and their limits | Reading the offer | The rounds | Special situations | Tax, vests and the hourly rate | The ten rules | The checklist | When the stock vests | Does waiting help? | What research says | What it is about>
    "#);
    insta::assert_snapshot!(page("playbook", &[("topic", "before the offer")]).await, @r#"
    # Before the offer: the four questions
    Before there is an offer, your aim is simple: learn their range, and keep yours open.
    - "What are your expectations?" Ask for their range first. /script expectations
    - "What do you earn now?" You would rather not say. In many states they may not ask. /script current_pay
    - "We need a number." Give a range only with market data behind it, and only if you would take its lower end. /script need_a_number
    - "What would it take?" First a fit, then their full offer. /script what_would_it_take
    "Never name a figure first" is a rule for when you know less than they do. If you hold the range and a strong alternative, a precise first figure can help you.
    Don't say you are bound to secrecy about your pay. It is almost never true, and you don't need it: "I would rather not share that" is enough.
    (In Washington an employer may not ask for your pay history (RCW 49.58.100). After an offer that states the pay, or once you volunteer a figure, they may confirm it.)
    (Washington postings must show the pay range: the posting is your best public check on base.)
    ["What are your expectations?"] ["What do you earn now?"] ["We need a number to proceed"] [What would it take for you to accept?]
    <Another topic: Before the offer: the four questions | Building your case | Other offers, told truly | The e-mails | How Amazon pay works | The seven levers | The other side of the table | Pay ranges and what they are worth | Five principles, and their limits | Reading the offer | The rounds | Special situations | Tax, vests and the hourly rate | The ten rules | The checklist | When the stock vests | Does waiting help? | What research says | What it is about>
    "#);
}

#[tokio::test]
async fn a_topics_buttons_lead_on() {
    let mut user = with_offer().await;
    user.command("playbook", &[("topic", "before_the_offer")]).await;
    user.presses("\"What do you earn now?\"").await;
    assert!(text(&user.shown).contains("I would rather not share what I earn now."), "{}", text(&user.shown));
    user.command("playbook", &[("topic", "levers")]).await;
    user.presses("Guaranteed bonus or refreshers").await;
    assert!(text(&user.shown).starts_with("# Lever: Guaranteed bonus"));
    user.command("playbook", &[("topic", "the_checklist")]).await;
    user.presses("Your checklist").await;
    assert!(text(&user.shown).starts_with("# Checklist: "));
    let mut user = Conversation::new();
    user.command("playbook", &[("topic", "rounds")]).await;
    user.presses("First counter").await;
    assert!(text(&user.shown).contains("Which level is the offer for?"), "{}", text(&user.shown));
}
