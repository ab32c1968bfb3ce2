//! What is kept, and what a request changes of it.

/// All that is kept of one user.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Documents {
    /// The user's own document, where there is one.
    pub user: Option<String>,
    /// Offers by number, ascending.
    pub offers: Vec<(u32, String)>,
}

impl Documents {
    /// Replaces what a change replaces, as every store does it.
    pub fn apply(&mut self, change: &Change) {
        if let Some(document) = &change.user {
            self.user = Some(document.clone());
        }
        for (number, document) in &change.offers {
            match (self.offers.binary_search_by_key(number, |(number, _)| *number), document) {
                (Ok(at), Some(document)) => self.offers[at].1.clone_from(document),
                (Ok(at), None) => drop(self.offers.remove(at)),
                (Err(at), Some(document)) => self.offers.insert(at, (*number, document.clone())),
                (Err(_), None) => {}
            }
        }
    }
}

/// What one request changes; all of it or nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Change {
    /// The request's id: a second commit with the same id changes nothing. Ids shaped like Discord's
    /// (2^58 and above) are remembered for two days of their own time, whoever sent them; lower ones
    /// are counters, of which the last 1,000 of each user are remembered, also from earlier runs.
    pub request: u64,
    /// The user's new document; `None` leaves the old one.
    pub user: Option<String>,
    /// New documents of offers; `None` deletes that offer.
    pub offers: Vec<(u32, Option<String>)>,
    /// Whether a question is open, and in which direct-message channel it was asked.
    pub awaiting: Option<Awaiting>,
}

/// What a restarted shell needs to catch up with a conversation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Awaiting {
    /// The direct-message channel; `None` once nothing is awaited there.
    pub channel: Option<u64>,
    /// The last message of that channel that had its effect.
    pub message: u64,
}

/// How a commit went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Committed {
    /// It is durable.
    Done,
    /// The request had its effect before; nothing was changed now.
    Before,
}
