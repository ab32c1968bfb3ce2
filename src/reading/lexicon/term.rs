//! What a word or phrase can mean.

use super::{EnumString, IntoStaticStr, VariantArray};

/// What a word or phrase can mean. One phrase may mean several things; the readers choose.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumString, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "snake_case")]
#[rustfmt::skip]
pub(crate) enum Term {
    // What an amount can be for.
    Base, PayHeading, FixWord, SignOn, Bonus, SignLead, Grant, Price, Total, Relocation, OtherStock, Benefit,
    LeftBehind, WalkAway, OtherOffer, Mine, Posted,
    // What stands beside an amount.
    BeforeGlue, AfterGlue, OpenEnd, TiedBegin, Joiner, CashWord, Sum, Worth, PriceLead, Unit, RsuWord, StockWord,
    CountName, GrantMore, GrantChange, GapWord, StockBehind, StreetWord, GoesBack, Count, UnitGlue, Each, Both,
    Yearly, Year, Years, First, Second, YearOne, YearTwo, Later, Upfront, Anniversary, Month, Hour, TwoWeeks, Week,
    Counted, Over, SpreadOver, Times, Only, Raised, RefuseLead, GiveVerb, AfterTax, Earlier, Limit, LimitAround, Choice, OtherPrice, CompanyStock,
    AtAbout, OfWhich, Between, To, Or, By, BeforeDay, Negation, Nothing, None, Unknown, Changing, Filler, Final,
    // Which offer a sentence is about.
    Revised, Old, BelowWord, Withdrawn, OfferWord, JobNoun, NewLead, NewNoun, If, Would, NotOffered,
    // How the sign-on is paid and repaid.
    Lump, PaidWord, Monthly, Instalment, Repay, ProRata, Full, NoRepay, Stops, Keep, Bridge, TermsWord,
    // Days.
    Start, StartName, Reply, AsksAnswer, AcceptedToo, Errand, AroundDay, Loose, Today, Tomorrow, Next, This,
    NotOneDay, End, MonthEnd, DayUnit, WeekUnit, HourUnit, HalfDay, At, Of,
    // In writing.
    Written, Verbal, NotWritten, Formal, Formality, Attached, Letter, Yes, No, But,
    // Other offers.
    InProcess, Expecting, AroundOffer, NoCompany, Employer, PartOfPay, Deadline, NoDeadline, Is,
    // Level, role and place.
    Level, AroundLevel, Offered, TitleWord, Craft, Manager, Recruiter, SignatureWord, NextLevel, Location,
    AroundPlace, NotPlace, JobIn, PlaceLead, Moving,
    // Vesting.
    Vest, VestSubject, VestJoin, VestWord, Often, Quarterly, SemiAnnual, HalfYearly, Even, Cliff, FourYears,
    OpenSchedule, AnniversaryWord, Ordinal, TwelveMonths, The, DollarWord, PlanLetter, PlanName, PlanWord, CountGlue,
    FinalLead, EarlierBehind, AsOf, Apiece, PriceGlue, MarketClose, Growth, HundredWord, DomainEnd, EachYear, NoGrant,
    NoSignOn, TwoYears, InstalmentLead, Plus, Payment, WholePay, OtherRepaid, Basis, Unearned, Twelfth, ThisLetter,
    OfferLetter, Have, BesideHave, NotOnlyADay, WeekEnd, OnDay, Now, Yesterday, After, Business, RelativeDay,
    VestCounted, OtherPay, EveryMonth, EveryYear, TitleLead, NoPlace, ClearPlace, PlaceLabel, Yet, NameJoin, NameOf,
    TakeOut, TakeAway, OldColumn, NewColumn, WrittenLabel, TermsLabel, TermsHeading, SoftFiller, Known, PlainNone,
    Was, OverTwo, Moved, PostedStrong, LeastWord, AverageWord, MostWord, AsSignOn, Doubted, UpfrontWord, HeadedFinal,
    Rejected, BothOffers, Present, ThereNow, OtherPaper, MineHeading, SignOnHeading, OpenStart, OtherwiseWord,
    Otherwise, WrittenHere, NumberPoint, NumberPart, NumberHalf, Something, Greeting, Asks, AsksInside, AsksPlainly,
    AsksBehind, NoOthers, OthersName, Correction, PlainNo, NotMine, SaidHalf, SaidRest, SaidSum, SaidEach, SaidFirst,
    SaidSecond, SaidOneSecond, SaidNot, SaidPart, TheyWord, SaidBoth, NoMore, NoMoreBeside, Staying, SaidWhole,
    SaidWritten, SaidVerbal, SaidProcess, SaidFour, SaidYear, SaidYearWord, SaidLoneYear, SaidYes, SaidAsTyped,
    SaidThat, SaidThere, SaidBase, SaidTotal, SaidBeside, MyJob, PresentJob, PayNow, Wish, Hearsay, Gone, Somebody, TheOffer,
    Ours, Turns, Added, Another, AddedGlue, AddedBehind, InYear, NotLeft, KnownWalk, EachOfMany, BothYears, FromDay,
    CountOn, CountBack, DayWord, PeopleManager, ReportsTo, RomanOne, RomanTwo, RomanThree, Settled, GotWord, SignOff,
    RupeeNumber, Away, Address, NotJobPlace, AllFigures, Country, FormerLevel, UsDollars, NumberEnding, EarlierMail,
    MailOn, MailWrote, Abbreviation, ClosingAbbreviation, Percent, NumberAnd, NumberOne, UnnamedEmployer, Promised,
    OthersLevel, OthersBehind, IWas, OwnLevel, OthersPlace, School, Predicate, JobWord, Tells, Teller, IAmIn,
    // Whose day it is.
    ToAnswer, Lasts, Due, ExpiryMark, StandsFor, BestCan, Until, OpenWord, AnswerNoun, AnswerGlue, OtherTask,
    StartThing, TaskLead, TheyWill, TheyAnswer, WillAct, Needs, Addressed, HearsBack, StartsToo, MyWish, StartsVerb,
    StartSubject, Person, Supposed, DependsOn, DayLimit, Possible, Unsure, MoreWord, MaybeMoved, Ahead, WrongWord, You, Extends,
    // Headings, whose a side of a line is, whose a level and a place, asks and goals.
    SectionLead, HeadingWord, OthersHeading, OwnHeading, Versus, MailNoun, MineWord, Salutation, LevelVerb,
    LevelDenied, SpokeTo, LevelWith, JobSubject, Article, WorkFrom, TeamWord, LoopWord, Might, WroteAsk, Speaker, TargetWord,
    We, Agreed, Imperative, OfferThing, OfferNoun, PutOff, DaysGiven, Sooner, MyWord,
}
