//! What there is not for an offer: ranges of its role, level and place, taxes outside the US.

use crate::market::{Bands, Cell, Country, Place, Role};
use crate::money::Currency;
use crate::offer::Offer;

/// Whether the taxes in the tables can be those of an offer: a job in the US, paid in US dollars.
pub fn knows_taxes(offer: &Offer) -> bool {
    offer.currency.is_usd() && offer.place.abroad().is_none()
}

/// Why an offer has no percentile, and what there is for it all the same.
pub fn no_range(offer: &Offer, bands: &Bands) -> String {
    let Offer { level, place, .. } = offer;
    let cell = offer.cell();
    let software = Role::default();
    let of = |cell| bands.anywhere(cell).next().is_some();
    let people = if offer.role.is_software() { String::new() } else { format!(" {}", offer.role.people()) };
    let why = if !offer.currency.is_usd() {
        "My pay ranges are in US dollars, so there is no percentile.".to_owned()
    } else if place.abroad().is_some() {
        format!("I know no pay ranges in {place}, so there is no percentile.")
    } else if !offer.role.is_software() && bands.find(Cell { role: &software, ..cell }).is_some() {
        format!("The range I have is for {}; yours may differ, so there is no percentile.", software.people())
    } else if of(cell) || of(Cell { role: &software, ..cell }) {
        format!("I have no pay range for {level}{people} in {place}, so there is no percentile.")
    } else {
        format!("I have no pay ranges for {level}, so there is no percentile.")
    };
    let taxes = if knows_taxes(offer) { "your four years, taxes" } else { "your four years" };
    format!("{why} I can still show {taxes} and the words to ask.")
}

/// Why shares can't be counted beside money that they are not priced in, and what to send instead.
pub fn value_of_shares(currency: Currency) -> String {
    format!(
        "Shares are priced in US dollars: send what the whole grant is worth in {}, as the letter or your recruiter states it.",
        currency.name()
    )
}

/// What there is not for a place, said where it is named, and what the figures are taken in.
pub fn abroad(place: &Place, country: Country, currency: Currency) -> String {
    let taken = if currency.is_usd() {
        let own = country.currency();
        format!("I count in US dollars; if your figures are in {}, say \"{}\".", own.name(), own.code())
    } else {
        format!(
            "I take your figures as {}, and show them as such; if they are in US dollars, say \"USD\".",
            currency.name()
        )
    };
    let where_it_is = if place.to_string() == country.short_name() { String::new() } else { format!("{place} is ") };
    let begins = if where_it_is.is_empty() { "That's " } else { &where_it_is };
    format!("{begins}outside the US: I know no pay ranges or taxes there. {taken}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_outside_the_us_is_said_to_be_one() {
        let said = |name: &str| {
            let place = Place::from(name.to_owned());
            place.abroad().map(|country| abroad(&place, country, country.currency()))
        };
        let no = "outside the US: I know no pay ranges or taxes there. I take your figures as Canadian dollars, and show them as such; if they are in US dollars, say \"USD\".";
        assert_eq!(said("Toronto"), Some(format!("Toronto is {no}")));
        assert_eq!(said("Canada"), Some(format!("That's {no}")));
        assert_eq!(said("Denver, CO"), None);
    }
}
