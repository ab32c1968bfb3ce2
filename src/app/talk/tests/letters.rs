//! Forty letters, mails and chats, and forty texts that are none.

use super::*;

const LETTERS: &[&str] = &[
    "Dear Priya,\n\nOn behalf of Amazon.com Services LLC, I am pleased to offer you the position of Principal Engineer (L7).\n\nYour base salary will be $250,000 a year.\nThis offer expires at 5:00 p.m. PT on December 4, 2026.",
    "Level: L6\nBase: $185,000\nSign-on year 1: $90,000\nSign-on year 2: $70,000\nRSUs: 1,400",
    "L6 Seattle\nbase 200k\nsign on 90/60\nrsu 400k",
    "Hi Sam, great speaking with you! As discussed, here are the numbers: base 185k, sign-on 90k in year 1 and 70k in year 2, 1,400 RSUs.",
    "We are excited to offer you the role of Software Development Engineer III in Seattle with an annual base salary of $195,000.",
    "Congratulations! Your compensation package: base $210,000, sign-on $100,000 (year 1) and $80,000 (year 2), RSUs worth $420,000.",
    "Offer summary\nRole: SDE III\nLocation: Bellevue, WA\nBase salary: $190,000\nEquity: 2,100 RSUs\nStart date: January 11, 2027",
    "Recruiter: base is 195k\nMe: ok and stock?\nRecruiter: RSUs 380k over four years, sign on 80k and 60k",
    "Hello Alex,\nThank you for your time. We can offer you a base salary of $201,500.\nYour sign-on bonus is $95,000 in year 1.\nBest regards,\nDana",
    "Base salary: $165,000\nSigning Bonus: $60,000 (1st yr)/$45,000 (2nd yr)\nStock bonus: $210,000 over 4 years in 5-15-40-40 vesting schedule",
    "Notes of the call:\n- base 198k\n- sign on 85/65\n- 390k stock\n- start in March",
    "Amazon will pay you a sign-on bonus of $120,000 in your first year, paid in 12 monthly installments of $10,000.",
    "You will receive 1,900 restricted stock units, vesting 5/15/40/40. Your base salary will be $188,400 per year, paid monthly.",
    "Dear Candidate, your annual base salary is $176,000. In addition you will be awarded 1,250 RSUs, and a sign-on of $55,000.",
    "From: recruiter@example.com\nSubject: Your offer\n\nBase: 205k\nSign-on: 100k / 80k\nRSU: 430k",
    "hey! so the details: base 192,000\nsign on 70k first year, 50k second year\nrsus 1,700 units\nplease reply by Friday December 4",
    "Title: Senior SDE (L6)\nTeam: Alexa\nLocation: Seattle\nBase: $200,000\nYear 1 sign-on: $90,000\nYear 2 sign-on: $60,000\nRSUs: 1,800",
    "We would like to offer you a base of $215,000 and a grant of $480,000 in stock, together with a sign-on bonus of $110,000.",
    "I'm happy to offer you the following: base salary $182,000, sign on bonus year one $75,000, year two $55,000, RSUs 1,300 units.",
    "base: 210000\nsignon y1: 120000\nsignon y2: 80000\nrsu: 450000",
    "Level 6, New York\nBase 212k\nRSU 2,000 shares @ 210\nSign-on 100k/75k",
    "Per our call, the updated offer is base $208,000 and RSUs of $440,000; sign-on stays at $90,000 and $60,000.",
    "Kind regards from the team. The base salary of $197,000 is final; the stock grant is $405,000 over four years.",
    "Here is the breakdown. Base: $189,000. Sign-on: $80,000 and $60,000. RSUs: 1,500 units. Start: February 1, 2027.",
    "Position: Principal PM-T\nBase Salary $262,000\nSign-on Bonus Year 1 $150,000\nSign-on Bonus Year 2 $120,000\nRestricted Stock Units 5,200",
    "• Base: $193k\n• Sign-on: $85k (Y1), $65k (Y2)\n• Stock: $395k\n• Relocation: $15k",
    "Your offer details\n\nBase salary\n$184,500\n\nSign-on, first year\n$72,000\n\nRSUs\n1,350",
    "Total comp year 1: $320,000\nBase $200,000\nSign-on $100,000\nRSUs $400,000",
    "Dear Lee, this letter confirms your base salary of $179,000 and your sign-on payment of $66,000, repayable within 12 months.",
    "We're offering a base salary of $231,000 with 3,100 RSUs for the L7 role in the Bay Area, and a sign-on of $140,000 in year 1.",
    "Amazon offer:\nL6, Austin\n175k base\n300k RSU\n60k/40k sign on",
    "Jordan: great news!\nJordan: we got you to 206k base\nJordan: and 425k in RSUs\nJordan: sign on 95/70",
    "The offer: base 199k, sign-on 88k then 64k, RSUs worth 410k over 4 years. You have until December 4 to answer. The start date would be January 11. Let me know what you think, and I am happy to jump on a call any time this week.",
    "Compensation\nBase Pay: USD 187,000\nVariable: none\nNew hire RSUs: 1,420\nSign-on Y1: USD 78,000",
    "It's official! I am delighted to offer you the L6 role. Base pay is $203,000, with $92,000 and $61,000 as sign-on.",
    "Terms of your offer: base $196,500; RSUs $402,000; sign-on $84,000 / $62,000; reply by December 2.",
    "---------- Forwarded message ----------\nBase salary: $191,000\nSign-on: $81,000 + $59,000\nRSU: 1,610 units",
    "Salary: $170k USD\nSigning Bonus: $75k 1st year, $50k 2nd year\nStock: $250k\nLevel: L6",
    "L7\nSeattle\n250k base\n100k + 50k sign on\n500k rsu",
    "Hi, your offer letter is attached. In short: base $207,000, RSU $433,000, sign-on $97,000 year 1 and $71,000 year 2.",
];

const NO_LETTERS: &[&str] = &[
    "L6 seattle base 200k sign on 90/70 400k rsus",
    "L7 Seattle base 250k, sign on 100/50, 500k rsu",
    "base 185k, sign on 90/70, 1400 rsus at 182",
    "185k",
    "90/70",
    "1,400 rsus @ 182.50",
    "Google, written, 450k a year",
    "Google L6, base 210k, sign on 50k, 500k rsus, they want an answer by December 8",
    "lump sum, repaid pro rata",
    "they came back with 205k base and 430k stock, final",
    "recruiter raised base to 210k",
    "base is now 210k",
    "is this a good offer?",
    "what should I ask for?",
    "i'm nervous about the call with the recruiter tomorrow and I don't know what to say to her",
    "hi",
    "hi\nthere\nfriend",
    "thanks!\n\nthat helps a lot",
    "Seattle",
    "Seattle\n",
    "L6\n",
    "may 3",
    "the first\nof\nmarch",
    "no",
    "/offer paste",
    "what does pro rata mean?\nand what is a cliff?",
    "I led a 40-person platform rewrite that served 2 million requests a second across three regions and two data centers",
    "cut our storage bill by 30 %, brought checkout errors from 2 % to 0.1 %, and saved the team about 400 hours a year of toil",
    "take over the capacity model\nship the first version of the audit log",
    "dear bot, are you there?",
    "congratulations to me!",
    "they said no to base, no to sign on and no to stock, what do I do now",
    "$25,000",
    "March 15",
    "I don't have an offer yet, just finished my loop",
    "Monthly, nothing to repay if I leave in the first year, which I asked twice about on the phone",
    "Two: Google 450 written; Stripe 420 verbal",
    "25/25/25/25 quarterly, 1-year cliff",
    "my wife and I are thinking about moving to Austin because of her family, what would that do to my pay and our taxes there",
    "sincerely no idea",
];

#[test]
fn letters_are_known_in_every_state() {
    assert_eq!(LETTERS.len(), 40);
    let mut wrong = Vec::new();
    for letter in LETTERS {
        let paused = State::Paused { from: Box::new(at(Field::Base)) };
        for (name, state) in [("idle", State::Idle), ("paused", paused)].map(|(name, state)| (name.to_owned(), state)) {
            for has_offer in [false, true] {
                if taken_for(letter, &state, has_offer) != "letter" {
                    wrong.push(format!("{name}: {letter}"));
                }
            }
        }
        for (name, state) in kinds_of_states() {
            let at_others = name == Field::Competing.key() && !letter.to_lowercase().contains("amazon");
            if (taken_for(letter, &state, true) != "letter") != at_others {
                wrong.push(format!("{name}: {letter}"));
            }
        }
    }
    wrong.sort();
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn what_is_no_letter_is_taken_for_none() {
    assert_eq!(NO_LETTERS.len(), 40);
    let mut wrong = Vec::new();
    for text in NO_LETTERS {
        for (name, state) in kinds_of_states().into_iter().chain([("idle".to_owned(), State::Idle)]) {
            if taken_for(text, &state, false) == "letter" {
                wrong.push(format!("{name}: {text}"));
            }
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}
