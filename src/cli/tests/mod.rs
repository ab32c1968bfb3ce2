//! Conversations in the terminal, and the documents that the command line proves or makes.

mod cases;
mod chat;
mod currency;
mod keys;
mod method;
mod method_figures;
mod offers;
mod read;
mod strangers;
mod transcript;
