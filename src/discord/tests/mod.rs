//! The door's pages as messages of Discord.

mod pages;
