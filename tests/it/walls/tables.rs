//! Where the walls stand.

use super::rules::{Fence, Wall};

const ASYNC: &[&str] = &["discord", "cli", "main", "app/mod.rs", "store", "price/source", "document/reader"];

pub const WALLS: &[Wall] = &[
    Wall { word: "serenity::", allowed: &["discord"] },
    Wall { word: "handlebars::", allowed: &["playbook"] },
    Wall { word: "sqlx::", allowed: &["store"] },
    Wall { word: "reqwest::", allowed: &["price/source", "discord/files"] },
    Wall { word: "pdf_extract::", allowed: &["document/format/pdf"] },
    Wall { word: "mail_parser::", allowed: &["document/format/mail"] },
    Wall { word: "rustix::", allowed: &["document/process"] },
    Wall { word: "dashmap::", allowed: &["store", "discord"] },
    Wall { word: "f64", allowed: &["market/percentile"] },
    Wall { word: "f32", allowed: &[] },
    Wall { word: "::now()", allowed: &["discord", "cli"] },
    Wall { word: "async", allowed: ASYNC },
    Wall { word: ".await", allowed: ASYNC },
    Wall { word: ".unwrap()", allowed: &[] },
    Wall { word: "rand::", allowed: &[] },
];

/// Each module with those it may name.
pub const MAY_NAME: &[(&str, &[&str])] = &[
    ("money", &["echo", "data"]),
    ("data", &[]),
    ("user", &[]),
    ("document", &[]),
    ("echo", &[]),
    ("market", &["echo", "money", "data"]),
    ("offer", &["echo", "money", "market"]),
    ("reading", &["echo", "money", "market", "offer"]),
    ("analysis", &["money", "market", "offer"]),
    ("tax", &["echo", "money", "data", "market", "offer", "analysis"]),
    ("price", &["money"]),
    ("counter", &["money", "market", "offer"]),
    ("words", &["money", "market", "offer", "reading", "analysis", "tax", "counter"]),
    ("playbook", &["echo", "money", "data", "market", "offer", "analysis", "counter", "words"]),
    ("session", &["offer", "reading", "words"]),
    ("reply", &["echo", "offer"]),
    ("store", &["user"]),
    (
        "app",
        &[
            "echo", "money", "user", "document", "market", "offer", "reading", "analysis", "tax", "price", "counter",
            "words", "playbook", "session", "reply", "store",
        ],
    ),
    ("config", &["price"]),
    ("discord", &["user", "document", "words", "reply", "store", "app", "config"]),
    (
        "cli",
        &[
            "echo", "money", "data", "user", "document", "market", "offer", "reading", "analysis", "tax", "price",
            "counter", "words", "playbook", "reply", "store", "app", "config", "discord",
        ],
    ),
    ("main", &["cli"]),
    (
        "lib",
        &[
            "money", "user", "market", "offer", "reading", "analysis", "counter", "playbook", "reply", "store", "app",
            "config", "discord", "cli",
        ],
    ),
];

/// Files that still cross `MAY_NAME`, with the module they name. To be emptied.
pub const UPWARD_TODAY: &[(&str, &str)] = &[];

pub const FENCES: &[Fence] = &[
    Fence::OnlyFrom { folder: "app/pages", from: &["app/route"] },
    Fence::Never { folder: "app/pages", to: &["app/walk", "app/route"] },
    Fence::Apart { folder: "app/pages", but: &[] },
];

/// Circles that are still there. To be emptied.
pub const CIRCLES_TODAY: &[&[&str]] = &[];

/// The most lines of a file; what is compiled for tests alone doesn't count in a source file.
pub const LONGEST_FILE: usize = 400;

/// Files that are still longer. To be emptied.
pub const LONG_TODAY: &[(&str, usize)] = &[];
