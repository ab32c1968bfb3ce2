//! The Discord shell.
mod controls;
mod custom_id;
mod embed;
mod escape;
mod lanes;
mod limits;
mod render;
mod wire;
