//! The lines to ask a recruiter with, where the user does not know yet what an analysis needs.

use crate::offer::Field;

/// The line that asks for a field's answer; `None` where it is the user's own to say, or stands from the start.
pub(crate) fn line_to_ask(field: Field) -> Option<&'static str> {
    match field {
        Field::Level => Some("Could you tell me which level the offer is for?"),
        Field::Role => Some("Could you tell me the exact title of the role?"),
        Field::Location => Some("Could you confirm which office the offer is for?"),
        Field::Base => Some("Could you share the base salary for the role?"),
        Field::SignOn => {
            Some("Is there a sign-on bonus, and what would it be in year 1 and in year 2? How is it paid?")
        }
        Field::Grant => {
            Some("How many RSUs are in the grant, over how many years, and which share price did you count with?")
        }
        Field::Vesting => Some("When do the RSUs vest?"),
        Field::Written => Some("Could you send me the figures in writing?"),
        Field::StartDate => Some("Which start date do you have in mind?"),
        Field::ReplyBy => Some("By when do you need my answer?"),
        Field::SignOnTerms => Some("How is the sign-on paid, and what would I owe back if I left early?"),
        Field::Currency | Field::LeftBehind | Field::Competing | Field::WalkAway => None,
    }
}
