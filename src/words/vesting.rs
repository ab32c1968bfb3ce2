//! A vesting schedule in words, as `read_schedule` reads it back.

use crate::market::{Rhythm, Schedule};

/// `5/15/40/40` for Amazon's, else its years and how often it vests: `25/25/25/25 quarterly,
/// 1-year cliff`.
pub fn schedule(schedule: &Schedule) -> String {
    let years: Vec<String> = schedule.percentages().iter().map(|share| share.normalize().to_string()).collect();
    let years = years.join("/");
    if schedule.is_amazons() {
        return years;
    }
    match schedule.rhythm() {
        Rhythm::Even { every, cliff } => {
            let cliff = if cliff { ", 1-year cliff" } else { "" };
            format!("{years} {}{cliff}", how_often(every))
        }
        Rhythm::Uneven => format!("{years} in {} vests", schedule.vests().len()),
    }
}

fn how_often(months: u32) -> String {
    match months {
        1 => "monthly".into(),
        3 => "quarterly".into(),
        6 => "every six months".into(),
        12 => "yearly".into(),
        months => format!("every {months} months"),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rust_decimal::Decimal;

    use super::*;
    use crate::market::{Vest, read_schedule};

    #[test]
    fn a_schedule_is_written_as_it_is_read() {
        for text in [
            "5/15/40/40",
            "25/25/25/25 quarterly",
            "25/25/25/25 quarterly, 1-year cliff",
            "33/33/22/12 monthly",
            "20/20/20/20/20 yearly",
            "0/50/50 every six months",
            "100 quarterly",
        ] {
            assert_eq!(schedule(&read_schedule(text).expect("a schedule")), text);
        }
        let share = |share: i64| Decimal::new(share, 2);
        let vests = [(7, 40), (8, 60)].map(|(month, of)| Vest { month, share: share(of) });
        assert_eq!(schedule(&Schedule::new(vests.to_vec()).expect("whole")), "100 in 2 vests");
    }

    proptest! {
        #[test]
        fn written_schedules_read_back(first in 0u32..=100, second in 0u32..=100, every in 0usize..4, cliff: bool) {
            let second = second.min(100 - first);
            let years = [first, second, 100 - first - second].map(Decimal::from);
            let even = Schedule::by_year(&years, [1, 3, 6, 12][every]).expect("adds up");
            let written = if cliff { even.with_year_cliff() } else { even };
            prop_assert_eq!(read_schedule(&schedule(&written)), Ok(written));
        }
    }
}
