//! Real answers to the questions: none of them is taken away from its question.

use super::*;

const LEVELS: &str = "L6|l7|L 6|6|seven|L6 (senior)|senior|principal|L6 SDE|sde 3|SDE III|senior sde|Sr. SDE|L6 SDM|L7 pm-t|\
    tpm L6|applied scientist L6|it's L6|i think L6|L6 i think|level 6|level seven|l-6|L6!|L6.|for L6|its for an L6 role|\
    L5|L4|L8|SDE II|sde2|entry|staff|i'm not sure|not sure|no idea|dont know|it says level 6|the letter says L6|\
    software engineer L6|senior software engineer|L6 seattle|L6, seattle|L6 in Austin|L7 base 250k|L6 base 200k|\
    L6 / L7|L6 or L7|between L6 and L7|solutions architect L6|data engineer L6|L6 frontend|sysdev L6|DS L6|UX L6|\
    product manager L7|senior manager|director|L6 new grad";
const PLACES: &str = "seattle|Seattle|SEA|bellevue|Bellevue, WA|sunnyvale|sf|San Francisco|bay area|the bay|nyc|new york|\
    New York City|NY|austin|Austin TX|arlington|arlington va|HQ2|boston|denver|Denver, CO|toronto|Toronto ON|vancouver|london|\
    remote|remote, from denver|hybrid in seattle|in seattle|it's in seattle|seattle i think|seattle or bellevue|\
    Seattle/Bellevue|US, WA, Seattle|Cupertino|palo alto|mountain view|santa clara|irvine|los angeles|LA|san diego|portland|\
    chicago|dallas|houston|nashville|minneapolis|detroit|atlanta|miami|philadelphia|phoenix|washington dc|DC|pittsburgh|\
    raleigh|herndon|somewhere else|virtual";
const DOLLARS: &str = "185k|185,000|$185,000|$185k|185.5k|200|200 k|200K|two hundred|two hundred k|210k a year|\
    base 185k|the base is 185k|it's 185k|i think 185k|about 185k|around 200k|185k base|185k per year|185k/yr|USD 185,000|\
    what they said: 200k|they said 200k|recruiter said 200k|16.5k a month|$95/hr|low 200s|200-210k|between 200 and 210|\
    400k|400k rsus|1,400 shares|1,400 rsus @ 182.50|2200 units|1.2m|90/70|90k and 70k|90k, 70k|90k first year 70k second|\
    90 and 70|$90,000 / $70,000|90k total|100k split|none|no|nothing|no sign on|0|zero|tc 450|185k plus bonus|\
    not told yet|they haven't said|idk|i'm not sure|don't know|no bonus|80k unvested|80k and 30k|120k unvested stock|340k a year|\
    1.36m over four years|at least 350k|whatever covers my rent";
const DAYS: &str = "may 3|May 3rd|3 may|march 16|March 16, 2027|2027-03-16|3/16|3/16/2027|03-16-2027|monday|next monday|\
    this friday|friday|tomorrow|today|in 2 weeks|in six weeks|in 3 days|end of month|end of the month|mid january|\
    early january|january|jan 4|Jan 4th 2027|the 4th|december 4 5pm|dec 4 at 5:00 p.m. PT|by friday|by december 4|\
    they said friday|friday i think|friday?|maybe friday|asap|as soon as possible|48h|48 hours|a week|two weeks from now|\
    next week|next month|after new year|not sure yet|i don't know|none|no|no date|no deadline|they didn't say|they haven't said|\
    not given|whenever i want|flexible|it's flexible|yesterday|1/4|4.1.2027|monday the 4th|they want an answer by friday";
const TERMS: &str = "lump sum|lump|monthly|paid monthly|monthly, nothing to repay|lump sum, repaid pro rata|pro rata|\
    prorated|lump sum, repaid in full|in full|nothing to repay|nothing|no repayment|repay everything|half upfront|upfront|\
    i'm not sure|not sure|don't know|idk|i don't know yet|they didn't say|it doesn't say|letter doesn't say|12 months|\
    24 months|within 24 months|1/12 a month|over 12 months|lump sum at start|first paycheck|30 days after start|\
    yes|no|yep|not yet|soon|they will send it|verbally|only verbal|verbal only|by phone|\
    on the phone|in an email|by email|they emailed it|i have the letter|got the letter|no letter yet|i have it|in writing|\
    written|yes, in writing|partly|kind of|the recruiter told me|next week|they said next week|skip|pass|half now, half in a year|one payment|in two parts|both";
const COMPANIES: &str = "google|Google|Google, written, 450k|google verbal|Meta|meta in process|stripe|Stripe 420 verbal|\
    microsoft, written|msft|apple|nvidia 500k|netflix|openai|anthropic|databricks|uber|doordash|airbnb|linkedin|oracle|\
    google and meta|Google, Meta|Google, Meta, both in process|Two: Google 450 written; Stripe 420 verbal|\
    waiting to hear from Netflix|interviewing at Stripe|interviewing|still interviewing|final round at google|\
    i got another offer|i have a competing offer|i have an offer from google|i got an offer from meta|another offer|\
    no|none|nope|no others|no other offers|i have no other offers|i don't have other offers|not yet|no offer yet|nothing|\
    nothing else|just this one|only this|only amazon|my current company|my current employer countered|current company counter|\
    counter offer from my employer|google L5|Google L6, 780k TC, written, expires Dec 8|google 450|450k at google|\
    a startup|a small startup|a bank|jane street|two sigma|citadel|that's all|im interviewing with google";
const FACTS: &str = "compilers|payments|privacy|tax|testing|security|storage systems|large-scale storage systems|\
    payments fraud detection|machine learning|ml infra|search|ranking|ads|distributed systems|kubernetes|rust|databases|\
    compliance|negotiation|recruiting tools|remote work tooling|email delivery at scale|calendar sync|level design|game engines|\
    stock trading systems|equity research tools|formal verification of protocols|GPU clusters on bare metal|FDA approvals|\
    a 40-person platform rewrite|a service at 2 million requests a second|a team of 12|3 teams, 40 people|\
    cut our storage bill by 30 %|brought checkout errors from 2 % to 0.1 %|launched in 5 countries|shipped it in six months|\
    take over the capacity model|ship the first version of the audit log|hire a team|fix the on-call|learn the codebase|\
    the next generation of the control plane|a team that owns search end to end|something that lasts|lead a big org|\
    become a principal engineer|grow into L7|i want to build tools people love|teach others|none|no|skip|\
    nothing special|not much|i'm not sure|good with people|leadership|being on time|lots of things|everything";

fn left_alone(answers: &str, states: &[State]) {
    let answers: Vec<&str> = answers.split('|').map(str::trim).collect();
    assert!(answers.len() >= 60, "{} are {}", answers[0], answers.len());
    let mut taken = Vec::new();
    for state in states {
        for answer in &answers {
            let what = taken_for(answer, state, true);
            if what != "unknown" {
                taken.push(format!("{answer}: {what} at {:?}", asked(state)));
            }
        }
    }
    assert_eq!(taken, Vec::<String>::new());
}

#[test]
fn sixty_answers_of_each_kind_are_left_to_their_questions() {
    left_alone(LEVELS, &[at(Field::Level)]);
    left_alone(PLACES, &[at(Field::Location)]);
    let dollars = [Field::Base, Field::SignOn, Field::Grant, Field::LeftBehind, Field::WalkAway];
    left_alone(DOLLARS, &dollars.map(at));
    left_alone(DAYS, &[at(Field::StartDate), at(Field::ReplyBy)]);
    left_alone(TERMS, &[at(Field::SignOnTerms), at(Field::Written)]);
    for answer in ["it's verbal", "it's only verbal", "email", "mail", "i don't have it in writing"] {
        assert_eq!(taken_for(answer, &at(Field::Written), true), "unknown", "{answer}");
    }
    left_alone(COMPANIES, &[at(Field::Competing)]);
    let facts = [
        CaseQuestion::Expertise,
        CaseQuestion::RareSkill,
        CaseQuestion::Scale,
        CaseQuestion::Achievement,
        CaseQuestion::EarlyImpact,
        CaseQuestion::LongTerm,
    ];
    left_alone(FACTS, &facts.map(at_case));
}

#[test]
fn words_that_steer_are_left_to_the_walkthrough() {
    for (name, state) in open_states() {
        for text in
            ["back", "skip", "cancel", "help", "?", "why", "start over", "save", "yes", "no", "later", "ok", "go on"]
        {
            assert_eq!(taken_for(text, &state, true), "unknown", "{text} at {name}");
        }
    }
}
