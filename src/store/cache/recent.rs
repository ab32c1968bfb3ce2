//! The map itself: who was here lately, within a bound.
//!
//! Owns eviction: first in, first out, with a second chance for who was read since. Nothing here
//! awaits, no guard leaves a function, and the map is never called while one is held.

use std::collections::VecDeque;
use std::sync::atomic::{AtomicBool, AtomicU64, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use dashmap::DashMap;

use super::Bound;
use crate::store::Documents;
use crate::user::UserId;

/// How many who were read lately get another round before one of them has to go.
const SECOND_CHANCES: usize = 16;

/// What an entry costs beside its documents: map, line, counts. Rounded up.
const ENTRY: usize = 256;

/// What one offer costs beside its text.
const OFFER: usize = 48;

#[derive(Debug)]
pub(super) struct Recent {
    entries: DashMap<UserId, Entry>,
    line: Mutex<VecDeque<Place>>,
    bytes: AtomicUsize,
    stamps: AtomicU64,
    bound: Bound,
}

#[derive(Debug)]
struct Entry {
    documents: Arc<Documents>,
    stamp: u64,
    read: AtomicBool,
}

/// A place in line; the entry it stood for may be gone.
#[derive(Clone, Copy, Debug)]
struct Place {
    user: UserId,
    stamp: u64,
}

impl Recent {
    pub(super) fn new(bound: Bound) -> Self {
        Self {
            entries: DashMap::new(),
            line: Mutex::default(),
            bytes: AtomicUsize::new(0),
            stamps: AtomicU64::new(0),
            bound,
        }
    }

    pub(super) fn users(&self) -> usize {
        self.entries.len()
    }

    pub(super) fn bytes(&self) -> usize {
        self.bytes.load(Ordering::Relaxed)
    }

    /// How long the line is, with the places of those who are gone.
    #[cfg(test)]
    pub(super) fn places(&self) -> usize {
        self.line.lock().unwrap_or_else(PoisonError::into_inner).len()
    }

    pub(super) fn get(&self, user: UserId) -> Option<Arc<Documents>> {
        let entry = self.entries.get(&user)?;
        entry.read.store(true, Ordering::Relaxed);
        Some(Arc::clone(&entry.documents))
    }

    /// Puts a user in, at the end of the line.
    pub(super) fn insert(&self, user: UserId, documents: Arc<Documents>) {
        let stamp = self.stamps.fetch_add(1, Ordering::Relaxed);
        self.put(user, Entry { documents, stamp, read: AtomicBool::new(false) });
        self.line.lock().unwrap_or_else(PoisonError::into_inner).push_back(Place { user, stamp });
        self.make_room();
    }

    /// Takes a user out; their place in line stays behind until it is looked at.
    pub(super) fn take(&self, user: UserId) -> Option<Arc<Documents>> {
        let (_, entry) = self.entries.remove(&user)?;
        self.bytes.fetch_sub(cost(&entry.documents), Ordering::Relaxed);
        Some(entry.documents)
    }

    fn put(&self, user: UserId, entry: Entry) {
        self.bytes.fetch_add(cost(&entry.documents), Ordering::Relaxed);
        let replaced = self.entries.insert(user, entry);
        if let Some(replaced) = replaced {
            self.bytes.fetch_sub(cost(&replaced.documents), Ordering::Relaxed);
        }
    }

    /// Lets the longest in line go until all fits. Each call does a little: what it looks at beyond
    /// its second chances leaves the line.
    fn make_room(&self) {
        let mut line = self.line.lock().unwrap_or_else(PoisonError::into_inner);
        let mut chances = SECOND_CHANCES;
        while self.over() {
            let Some(place) = line.pop_front() else { return };
            let gone = self.entries.remove_if(&place.user, |_, entry| {
                entry.stamp == place.stamp && (chances == 0 || !entry.read.swap(false, Ordering::Relaxed))
            });
            if let Some((_, gone)) = gone {
                self.bytes.fetch_sub(cost(&gone.documents), Ordering::Relaxed);
            } else if self.stands(place) {
                chances = chances.saturating_sub(1);
                line.push_back(place);
            }
        }
        self.tidy(&mut line);
    }

    fn over(&self) -> bool {
        self.entries.len() > self.bound.users || self.bytes() > self.bound.bytes
    }

    fn stands(&self, place: Place) -> bool {
        self.entries.get(&place.user).is_some_and(|entry| entry.stamp == place.stamp)
    }

    /// Keeps places of entries that are gone from piling up: looks at three for each that comes in.
    fn tidy(&self, line: &mut VecDeque<Place>) {
        for _ in 0..3 {
            if line.len() <= self.bound.users.saturating_mul(2) {
                return;
            }
            if let Some(place) = line.pop_front()
                && self.stands(place)
            {
                line.push_back(place);
            }
        }
    }
}

fn cost(documents: &Documents) -> usize {
    let offers: usize = documents.offers.iter().map(|(_, document)| document.len() + OFFER).sum();
    ENTRY + documents.user.as_ref().map_or(0, String::len) + offers
}
