//! The documents that the command line proves or makes.

mod keys;
mod method;
mod method_figures;
mod offers;
mod read;
mod transcript;
