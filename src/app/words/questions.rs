//! The words of each question: what is asked, what it means, why, and good answers.

use crate::offer::Field;

/// The words of one question.
pub(crate) struct Question {
    /// What is asked.
    pub ask: &'static str,
    /// One line below it.
    pub hint: &'static str,
    /// What it means, for "help".
    pub meaning: &'static str,
    /// Why it is asked.
    pub why: &'static str,
    /// Answers that would do.
    pub examples: &'static [&'static str],
}

/// The words of a field's question.
pub(crate) fn question(field: Field) -> Question {
    match field {
        Field::Level => Question {
            ask: "Which level is the offer for?",
            hint: "L6 is Senior, L7 is Principal.",
            meaning: "The level stands in the offer letter or the recruiter's mail. If they only said \"Senior\", it is L6; \"Principal\" is L7.",
            why: "Each level has its own pay ranges, and the room to negotiate is measured against them.",
            examples: &["L6", "L7"],
        },
        Field::Location => Question {
            ask: "Where is the job?",
            hint: "The city the offer names. I have pay ranges for Seattle, the Bay Area, New York City and Austin.",
            meaning: "It is the office in the offer, not where you live now. Any other place works too, but without a percentile.",
            why: "The same level pays differently by place, and so do taxes.",
            examples: &["Seattle", "sf", "New York", "Denver, CO"],
        },
        Field::Base => Question {
            ask: "What is the base salary a year?",
            hint: "In dollars, before tax. \"185k\" is fine.",
            meaning: "It is the fixed yearly pay, without sign-on and without stock.",
            why: "Base is the only part that is paid every year without an end.",
            examples: &["185k", "$185,000", "185.5k"],
        },
        Field::SignOn => Question {
            ask: "What is the sign-on bonus, year 1 and year 2?",
            hint: "Two amounts, for example \"90/70\" for $90k and $70k. \"None\" if there is none.",
            meaning: "Amazon usually pays one sign-on for the first year and a smaller one for the second. The letter names both.",
            why: "The sign-on ends after two years. It hides how pay changes when the stock takes over.",
            examples: &["90/70", "90k and 70k", "$120,000 / $80,000", "none"],
        },
        Field::Grant => Question {
            ask: "How large is the RSU grant, over all four years together?",
            hint: "Dollars (\"400k\"), or shares with a price (\"1,400 shares @ 182.50\").",
            meaning: "The letter names a number of shares (units); the recruiter may name dollars. Either works. It is the whole grant, not one year of it.",
            why: "It usually vests 5 %, 15 %, 40 % and 40 % over the years, so years 3 and 4 depend on it.",
            examples: &["400k", "$400,000", "1,400 rsus @ 182.50", "2200 shares at $190"],
        },
        Field::Vesting => Question {
            ask: "When does the grant vest?",
            hint: "The percentages of each year and how often, for example \"25/25/25/25 quarterly\". \"Usual\" is Amazon's 5/15/40/40.",
            meaning: "The letter says which part of the grant becomes yours when. Amazon's usual is 5 % at month 12, 15 % at 24, then 20 % at 30, 36, 42 and 48. Change it only if yours says otherwise; add \"1-year cliff\" if nothing vests before month 12.",
            why: "The schedule decides how much of the grant is in each year, and what you would leave behind by going early.",
            examples: &["25/25/25/25 quarterly", "33/33/22/12 monthly", "25/25/25/25 quarterly, 1-year cliff", "usual"],
        },
        Field::Written => Question {
            ask: "Do you have it in writing?",
            hint: "A letter or a mail with the figures counts.",
            meaning: "Figures said on the phone can still change. A letter or a mail that names them is in writing.",
            why: "I warn you about steps that are better not taken before there is a letter.",
            examples: &["yes", "not yet"],
        },
        Field::StartDate => Question {
            ask: "When would you start?",
            hint: "A date, or skip this.",
            meaning: "The first day of work. Every vest and sign-on date is counted from it.",
            why: "I can then name the day of every vest.",
            examples: &["March 16", "2027-03-16", "in 6 weeks"],
        },
        Field::ReplyBy => Question {
            ask: "By when do they want an answer?",
            hint: "A date, or skip this.",
            meaning: "The last day on which they expect a yes or no, if they named one.",
            why: "Short deadlines can often be moved if you ask in time. I tell you when it gets close.",
            examples: &["Friday", "December 4", "in 3 days"],
        },
        Field::SignOnTerms => Question {
            ask: "How is the sign-on paid, and what do you owe back if you leave early?",
            hint: "The letter says so. Skip it if you don't know; it is worth asking them.",
            meaning: "A lump sum usually has to be repaid in part if you leave within the year. Monthly payments just stop.",
            why: "It is the difference between leaving with your money and leaving with a debt.",
            examples: &["lump sum, repaid pro rata", "monthly, nothing to repay", "lump sum, repaid in full"],
        },
        Field::LeftBehind => Question {
            ask: "What do you leave behind at your current job?",
            hint: "Unvested stock and a bonus you would lose, in dollars together. \"Nothing\" or skip are fine.",
            meaning: "Everything you would have been paid for staying and now lose: unvested equity at today's price, and bonuses not yet paid.",
            why: "It is the strongest reason for a higher sign-on, because it is a fact and it is yours.",
            examples: &["120k", "$85,000", "nothing"],
        },
        Field::Competing => Question {
            ask: "Do you have other offers, or interviews under way?",
            hint: "Company, how firm it is, and the pay a year if you know it: \"Google, written, 450k\". \"None\" is fine too.",
            meaning: "Name each company and whether the offer is in writing, verbal, or still in process. I only ever say what you enter here, and only as firmly.",
            why: "A real other offer is worth more than any phrase. I never invent one.",
            examples: &["Google, written, 450k a year", "Meta verbal", "interviewing at Stripe", "none"],
        },
        Field::WalkAway => Question {
            ask: "What is the least you would accept?",
            hint: "Over four years, or \"340k a year\". It stays between us: it is never in a script.",
            meaning: "Below this you would say no. It only sets the floor of the sums; nothing I write for you to send ever holds it.",
            why: "Knowing your floor before the call keeps you from going under it.",
            examples: &["1.36m", "340k a year"],
        },
    }
}
