//! What the bot logs in this process, with everything allowed that may ever be.

use std::sync::{Mutex, Once, PoisonError};

use counteroffer::log_filter;
use tracing_subscriber::Layer;
use tracing_subscriber::layer::SubscriberExt;

static LINES: Mutex<Vec<u8>> = Mutex::new(Vec::new());

struct Lines;

impl std::io::Write for Lines {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        LINES.lock().unwrap_or_else(PoisonError::into_inner).extend(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// Begins to keep what is logged by all tests together.
pub fn keep() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let layer = tracing_subscriber::fmt::layer().with_ansi(false).with_writer(|| Lines);
        let everything = tracing_subscriber::registry().with(layer.with_filter(log_filter(Some("trace"))));
        tracing::subscriber::set_global_default(everything).expect("the only subscriber of this binary");
    });
}

/// All that was logged so far.
pub fn so_far() -> String {
    String::from_utf8_lossy(&LINES.lock().unwrap_or_else(PoisonError::into_inner)).into_owned()
}
