//! The language that sentences are in.

/// A language of the sentences. There is one so far: another is named here first, and the
/// compiler then asks for its sentences.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Locale {
    /// English as it is written in the United States.
    #[default]
    English,
}
