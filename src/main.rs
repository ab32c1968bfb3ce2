//! Arguments to a shell, and its end to an exit code.

use std::process::ExitCode;

use clap::Parser;
use counteroffer::{Arguments, run};

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// One thread: events are then first handled in the order in which they came in.
#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    let arguments = Arguments::parse();
    match run(arguments).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(exit) => {
            #[expect(clippy::print_stderr, reason = "the one sentence that a failed start leaves behind")]
            {
                eprintln!("counteroffer: {exit}");
            }
            ExitCode::from(exit.code())
        }
    }
}
