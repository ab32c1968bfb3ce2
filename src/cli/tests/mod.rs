//! The documents that the command line proves or makes.

mod currency;
mod keys;
mod method;
mod method_figures;
mod transcript;
