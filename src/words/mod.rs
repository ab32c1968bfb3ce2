//! Codes and figures in words: what people read of an analysis.
//!
//! Owns the sentences about codes and figures. Must not know how a figure comes about, the
//! conversation, the store, or what a shell can show. A second language is a second set of these
//! sentences, chosen by [`Locale`].

mod locale;

pub use locale::Locale;
