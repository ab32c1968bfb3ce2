//! The keys of one line of JSON, taken one by one.

use std::collections::BTreeMap;

use serde::de::DeserializeOwned;
use serde_json::value::RawValue;

use super::bad_line::BadLine;
use crate::echo::Echo;

/// The keys of a line that are still to be read.
pub(super) struct Keys(BTreeMap<String, Box<RawValue>>);

impl Keys {
    /// The keys of a line, if it is an object.
    pub(super) fn of(line: &str) -> Result<Self, BadLine> {
        serde_json::from_str(line).map(Self).map_err(BadLine::NotAnObject)
    }

    /// What a key holds; nothing where it is not there or `null`.
    pub(super) fn take<T: DeserializeOwned>(&mut self, key: &'static str) -> Result<Option<T>, BadLine> {
        match self.0.remove(key) {
            Some(raw) if raw.get() != "null" => {
                serde_json::from_str(raw.get()).map(Some).map_err(|cause| BadLine::Value { key, cause })
            }
            _ => Ok(None),
        }
    }

    /// What a key holds that must be there.
    pub(super) fn need<T: DeserializeOwned>(&mut self, key: &'static str, example: &'static str) -> Result<T, BadLine> {
        self.take(key)?.ok_or(BadLine::Missing { key, example })
    }

    /// Lets keys be there that say nothing here.
    pub(super) fn pass(&mut self, keys: &[&str]) {
        self.0.retain(|key, _| !keys.contains(&key.as_str()));
    }

    /// The keys that nothing was made of: named in the answer, so that a slip is seen.
    pub(super) fn rest(self) -> Vec<Echo> {
        self.0.into_keys().map(|key| Echo::of(&key)).collect()
    }
}
