//! Who has to approve an increase, as the playbook claims it.

use serde::Serialize;

use crate::money::Money;

/// The person who is said to approve an increase of the four-year total.
///
/// The boundaries are the playbook's claim, without a source: up to 10 % the recruiter, up to
/// 20 % the hiring manager, up to 30 % a director, above that a vice president. An increase
/// exactly on a boundary is with the lower approver.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Approval {
    /// 0 to 10 %.
    Recruiter,
    /// Above 10 to 20 %.
    HiringManager,
    /// Above 20 to 30 %.
    Director,
    /// Above 30 %.
    #[serde(rename = "vp")]
    VicePresident,
}

impl Approval {
    /// Who approves going from the offered four-year total to the asked one.
    pub fn of(offered: Money, asked: Money) -> Self {
        let tenfold = (asked - offered).above_zero() * 10;
        if tenfold <= offered {
            Self::Recruiter
        } else if tenfold <= offered * 2 {
            Self::HiringManager
        } else if tenfold <= offered * 3 {
            Self::Director
        } else {
            Self::VicePresident
        }
    }

    /// The stable name: `recruiter`, `hiring_manager`, `director`, `vp`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Recruiter => "recruiter",
            Self::HiringManager => "hiring_manager",
            Self::Director => "director",
            Self::VicePresident => "vp",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_boundary_is_with_the_lower_approver() {
        let offered = Money::dollars(1_000_000);
        for (asked, expected) in [
            (900_000, Approval::Recruiter),
            (1_000_000, Approval::Recruiter),
            (1_100_000, Approval::Recruiter),
            (1_100_001, Approval::HiringManager),
            (1_200_000, Approval::HiringManager),
            (1_200_001, Approval::Director),
            (1_300_000, Approval::Director),
            (1_300_001, Approval::VicePresident),
        ] {
            let approval = Approval::of(offered, Money::dollars(asked));
            assert_eq!(approval, expected, "{asked}");
            assert_eq!(serde_json::to_value(approval).expect("serialises"), approval.name());
        }
        assert_eq!(Approval::of(Money::ZERO, Money::ZERO), Approval::Recruiter);
        assert_eq!(Approval::of(Money::ZERO, Money::dollars(1)), Approval::VicePresident);
    }
}
