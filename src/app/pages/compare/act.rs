//! What a control does with an offer of another company, and its text form: the subject of the
//! control's press.

use std::fmt;
use std::str::FromStr;

use crate::app::forms::Unusual;
use crate::reply::{Action, Press, Verb};

/// What a control does with an offer of another company; the subject of its press.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Act {
    /// Enter a new one, of a company by its key where it is a known one.
    New(String),
    /// Look at one: that of the number, or the one chosen from the list.
    Show(Option<u32>),
    /// Change one.
    Change(u32),
    /// Say what its stock is worth.
    Discount(u32),
    /// Say how firm one is.
    Firmness(u32),
    /// Say when one wants an answer.
    Deadline(u32),
    /// Ask before deleting one.
    AskDelete(u32),
    /// Delete one.
    Delete(u32),
    /// Take the form that was kept, with its unusual figures as the user says.
    Take(Unusual, FormOf),
}

/// The form of an offer of another company: a known offer's, or that of a new one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum FormOf {
    /// A new offer, of a company by its key where it is a known one.
    New(String),
    /// An offer entered before.
    Entered(u32),
}

impl FormOf {
    /// The name under which what was typed is kept.
    pub(super) fn name(&self) -> String {
        match self {
            Self::New(company) => format!("rival_0_{company}"),
            Self::Entered(number) => format!("rival_{number}_"),
        }
    }
}

/// The press of a control that does it.
pub(super) fn press(act: &Act) -> Press {
    Press::always(Action::on(Verb::Rival, act.to_string()))
}

impl fmt::Display for Act {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::New(company) => write!(f, "new_{company}"),
            Self::Show(None) => write!(f, "show"),
            Self::Show(Some(number)) => write!(f, "show_{number}"),
            Self::Change(number) => write!(f, "change_{number}"),
            Self::Discount(number) => write!(f, "discount_{number}"),
            Self::Firmness(number) => write!(f, "firmness_{number}"),
            Self::Deadline(number) => write!(f, "deadline_{number}"),
            Self::AskDelete(number) => write!(f, "delete_{number}"),
            Self::Delete(number) => write!(f, "gone_{number}"),
            Self::Take(unusual, FormOf::New(company)) => write!(f, "{}_new_{company}", unusual.key()),
            Self::Take(unusual, FormOf::Entered(number)) => write!(f, "{}_{number}", unusual.key()),
        }
    }
}

impl FromStr for Act {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let (what, of) = text.split_once('_').unwrap_or((text, ""));
        let number = || of.parse::<u32>().map_err(|_| ());
        Ok(match what {
            "new" => Self::New(of.to_owned()),
            "show" if of.is_empty() => Self::Show(None),
            "show" => Self::Show(Some(number()?)),
            "change" => Self::Change(number()?),
            "discount" => Self::Discount(number()?),
            "firmness" => Self::Firmness(number()?),
            "deadline" => Self::Deadline(number()?),
            "delete" => Self::AskDelete(number()?),
            "gone" => Self::Delete(number()?),
            _ => {
                let unusual = Unusual::of(what).ok_or(())?;
                let form = match of.strip_prefix("new_") {
                    Some(company) => FormOf::New(company.to_owned()),
                    None => FormOf::Entered(number()?),
                };
                Self::Take(unusual, form)
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_control_does_reads_back() {
        for act in [
            Act::New(String::new()),
            Act::New("google".into()),
            Act::Show(None),
            Act::Show(Some(3)),
            Act::Change(3),
            Act::Discount(3),
            Act::Firmness(3),
            Act::Deadline(3),
            Act::AskDelete(3),
            Act::Delete(3),
            Act::Take(Unusual::AsTyped, FormOf::New("jane_street".into())),
            Act::Take(Unusual::AsLikely, FormOf::New(String::new())),
            Act::Take(Unusual::AsLikely, FormOf::Entered(3)),
        ] {
            assert_eq!(act.to_string().parse(), Ok(act));
        }
        for text in ["", "change", "gone_x", "typed", "dance_3"] {
            assert_eq!(text.parse::<Act>(), Err(()), "{text}");
        }
    }
}
