-- Marks the file as Counteroffer's ("CTRO"), so that no other program's database is ever migrated.
PRAGMA application_id = 1129599567;

-- Numbers of people, channels, messages and requests are unsigned 64-bit, kept as the same bits signed.
CREATE TABLE users (
    id INTEGER PRIMARY KEY,
    awaiting_channel INTEGER,
    last_message INTEGER,
    document TEXT
) STRICT;

CREATE INDEX users_awaiting ON users (awaiting_channel) WHERE awaiting_channel IS NOT NULL;

CREATE TABLE offers (
    user_id INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    document TEXT NOT NULL,
    PRIMARY KEY (user_id, number)
) STRICT, WITHOUT ROWID;

-- Requests that had their effect. The owner is 0 for a request number that is unique by itself.
CREATE TABLE effects (
    owner INTEGER NOT NULL,
    request INTEGER NOT NULL,
    PRIMARY KEY (owner, request)
) STRICT, WITHOUT ROWID;

CREATE TABLE settings (
    key TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
