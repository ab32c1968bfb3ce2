//! What a control's `custom_id` says and why it can be believed.
//!
//! Owns the text form `1:<press>:<mac>` and its key. The MAC covers version, user and
//! press, so that an id of another user, of another version, or made up is refused
//! before any state is read. Must not know what a press does.

use data_encoding::BASE64URL_NOPAD;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

use super::limits::{CUSTOM_ID, length};
use crate::app::Venue;
use crate::reply::Press;
use crate::user::UserId;

const VERSION: &str = "1";
const MAC_BYTES: usize = 12;

/// Makes and checks `custom_id`s.
pub(super) struct Seal {
    /// Holds the key; cloned for each id.
    keyed: Hmac<Sha256>,
}

/// What a checked id says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Opened {
    pub(super) press: Press,
    /// Where the form was opened, for the id of a form: Discord does not say it again.
    pub(super) venue: Option<Venue>,
}

/// Why an id is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Refusal {
    /// Made by another version of this program.
    OldVersion,
    /// Made for another user, or made up.
    NotTheirs,
}

impl Seal {
    /// A seal whose key is derived from a secret, so that the secret itself signs nothing.
    pub(super) fn new(secret: &str) -> Self {
        let key = keyed(secret.as_bytes()).chain_update(b"counteroffer custom_id key").finalize().into_bytes();
        Self { keyed: keyed(&key) }
    }

    /// The id of a button or list. `nth` tells apart controls of one message that mean the
    /// same, as Discord refuses an id twice; 0 for the first. `None` where it would be too long.
    pub(super) fn control(&self, user: UserId, press: &Press, nth: usize) -> Option<String> {
        let body = if nth == 0 { press.to_string() } else { format!("{press}~{nth}") };
        self.sealed(VERSION, user, &body)
    }

    /// The id of a form opened at a venue.
    pub(super) fn form(&self, user: UserId, press: &Press, venue: Venue) -> Option<String> {
        let prefix = match venue {
            Venue::Direct => "1d",
            Venue::Shared => "1s",
        };
        self.sealed(prefix, user, &press.to_string())
    }

    /// Checks an id that came from a user.
    pub(super) fn open(&self, user: UserId, id: &str) -> Result<Opened, Refusal> {
        let mut parts = id.splitn(3, ':');
        let prefix = parts.next().unwrap_or_default();
        let venue = match prefix {
            VERSION => None,
            "1d" => Some(Venue::Direct),
            "1s" => Some(Venue::Shared),
            other if other.starts_with(|c: char| c.is_ascii_digit()) => return Err(Refusal::OldVersion),
            _ => return Err(Refusal::NotTheirs),
        };
        let (Some(body), Some(given)) = (parts.next(), parts.next()) else {
            return Err(Refusal::NotTheirs);
        };
        let given = BASE64URL_NOPAD.decode(given.as_bytes()).map_err(|_| Refusal::NotTheirs)?;
        if given.len() != MAC_BYTES {
            return Err(Refusal::NotTheirs);
        }
        self.mac(prefix, user, body).verify_truncated_left(&given).map_err(|_| Refusal::NotTheirs)?;
        let press = body.split_once('~').map_or(body, |(press, _)| press);
        press.parse().map(|press| Opened { press, venue }).map_err(|_| Refusal::OldVersion)
    }

    /// The MAC of user, prefix and body. The user comes first and has a fixed length, the
    /// prefix holds no colon: no two different triples give the same bytes.
    fn mac(&self, prefix: &str, user: UserId, body: &str) -> Hmac<Sha256> {
        let mac = self.keyed.clone().chain_update(user.0.to_be_bytes());
        mac.chain_update(prefix).chain_update(b":").chain_update(body)
    }

    fn sealed(&self, prefix: &str, user: UserId, body: &str) -> Option<String> {
        let mac = self.mac(prefix, user, body).finalize().into_bytes();
        let id = format!("{prefix}:{body}:{}", BASE64URL_NOPAD.encode(&mac[..MAC_BYTES]));
        (length(&id) <= CUSTOM_ID).then_some(id)
    }
}

fn keyed(key: &[u8]) -> Hmac<Sha256> {
    Hmac::new_from_slice(key).expect("HMAC takes a key of any length")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::offer::OfferId;
    use crate::reply::{Action, Asked, Verb};
    use proptest::prelude::*;

    const USER: UserId = UserId(800_000_000_000_000_001);

    fn seal() -> Seal {
        Seal::new("a token of a bot")
    }

    fn press() -> Press {
        Press { asked: Some(Asked { session: 7, step: 3 }), action: Action::on(Verb::Answer, "level") }
    }

    #[test]
    fn an_id_says_its_press_to_its_user_alone() {
        let id = seal().control(USER, &press(), 0).expect("short");
        assert!(id.starts_with("1:7.3.answer.level.0:"), "{id}");
        assert_eq!(seal().open(USER, &id), Ok(Opened { press: press(), venue: None }));
        assert_eq!(seal().open(UserId(USER.0 + 1), &id), Err(Refusal::NotTheirs));
        assert_eq!(Seal::new("another token").open(USER, &id), Err(Refusal::NotTheirs));
    }

    #[test]
    fn controls_that_mean_the_same_have_different_ids() {
        let (first, second) = (seal().control(USER, &press(), 0), seal().control(USER, &press(), 1));
        assert_ne!(first, second);
        assert_eq!(seal().open(USER, &second.expect("short")).map(|opened| opened.press), Ok(press()));
    }

    #[test]
    fn a_form_remembers_where_it_was_opened() {
        for venue in [Venue::Direct, Venue::Shared] {
            let id = seal().form(USER, &press(), venue).expect("short");
            assert_eq!(seal().open(USER, &id), Ok(Opened { press: press(), venue: Some(venue) }));
            let swapped = if id.starts_with("1d") { id.replacen("1d", "1s", 1) } else { id.replacen("1s", "1d", 1) };
            assert_eq!(seal().open(USER, &swapped), Err(Refusal::NotTheirs));
        }
    }

    #[test]
    fn made_up_and_old_ids_are_refused() {
        #[track_caller]
        fn check(id: &str, refusal: Refusal) {
            assert_eq!(seal().open(USER, id), Err(refusal), "{id}");
        }
        check("", Refusal::NotTheirs);
        check("save", Refusal::NotTheirs);
        check("1", Refusal::NotTheirs);
        check("1:0.0.save..0", Refusal::NotTheirs);
        check("1:0.0.save..0:", Refusal::NotTheirs);
        check("1:0.0.save..0:AAAAAAAAAAAAAAAA", Refusal::NotTheirs);
        check("1:0.0.save..0:AAAA", Refusal::NotTheirs);
        check("0:0.0.save..0:AAAAAAAAAAAAAAAA", Refusal::OldVersion);
        check("2:0.0.save..0:AAAAAAAAAAAAAAAA", Refusal::OldVersion);
    }

    #[test]
    fn no_byte_can_be_changed() {
        for id in [seal().control(USER, &press(), 2), seal().form(USER, &press(), Venue::Shared)] {
            let id = id.expect("short");
            for at in 0..id.len() {
                for flip in [1_u8, 2, 4, 8, 16, 32, 64] {
                    let mut bytes = id.clone().into_bytes();
                    bytes[at] ^= flip;
                    let Ok(forged) = String::from_utf8(bytes) else { continue };
                    assert!(seal().open(USER, &forged).is_err(), "{forged} at {at}");
                }
            }
        }
    }

    proptest! {
        #[test]
        fn ids_fit_and_round_trip(
            session in 1u32.., step: u32, verb in 0..Verb::ALL.len(), subject in "[a-z0-9_]{0,20}", offer in 1u32..,
            user: u64, nth in 0_usize..125,
        ) {
            let press = Press {
                asked: Some(Asked { session, step }),
                action: Action { verb: Verb::ALL[verb], subject, offer: Some(OfferId(offer)) },
            };
            let id = seal().control(UserId(user), &press, nth).expect("every press fits");
            prop_assert!(length(&id) <= CUSTOM_ID);
            prop_assert_eq!(seal().open(UserId(user), &id), Ok(Opened { press: press.clone(), venue: None }));
            let form = seal().form(UserId(user), &press, Venue::Direct).expect("every press fits");
            prop_assert!(length(&form) <= CUSTOM_ID);
        }

        #[test]
        fn no_text_panics_or_passes(user: u64, id in "\\PC{0,110}") {
            prop_assert!(seal().open(UserId(user), &id).is_err());
        }
    }
}
