//! The one integration binary: the whole bot against a Discord of one's own.
#![allow(unreachable_pub, missing_docs, clippy::unwrap_used, reason = "one binary of tests, read by its names")]

mod discord;
mod double;
mod shell;
mod walls;
mod whole;
