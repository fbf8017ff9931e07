-- The journal is the only truth: append only, each row hashed over the row before (db/chain.ts).
-- `body` is canonical JSON and holds everything the other columns repeat for people and indexes.
CREATE TABLE journal (
  seq     INTEGER PRIMARY KEY CHECK (seq > 0),
  id      TEXT    NOT NULL CHECK (length(id) > 0),
  boot_id TEXT    NOT NULL,
  mono_ns INTEGER NOT NULL,
  wall_ms INTEGER NOT NULL,
  kind    TEXT    NOT NULL,
  body    TEXT    NOT NULL,
  prev    BLOB    NOT NULL CHECK (length(prev) = 32),
  hash    BLOB    NOT NULL CHECK (length(hash) = 32)
) STRICT;

CREATE TRIGGER journal_is_never_changed BEFORE UPDATE ON journal
BEGIN SELECT RAISE(ABORT, 'the journal is append only: no update'); END;

CREATE TRIGGER journal_is_never_shortened BEFORE DELETE ON journal
BEGIN SELECT RAISE(ABORT, 'the journal is append only: no delete'); END;

CREATE TRIGGER journal_has_no_gap BEFORE INSERT ON journal
WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM journal)
BEGIN SELECT RAISE(ABORT, 'the journal is append only: not the next row'); END;

-- Where the journal ends, under a key of the terminal: a tail that was cut off is noticed.
CREATE TABLE head (
  one  INTEGER PRIMARY KEY CHECK (one = 1),
  seq  INTEGER NOT NULL,
  hash BLOB    NOT NULL CHECK (length(hash) = 32),
  mac  BLOB    NOT NULL CHECK (length(mac) = 32)
) STRICT;

-- Projections: made from the journal alone, dropped and rebuilt at will. `sum` is a CRC-32 over the row, so
-- that a flipped bit is a fault and never a wrong amount.
CREATE TABLE hold     (id TEXT PRIMARY KEY, state TEXT NOT NULL, sort REAL NOT NULL, keys TEXT NOT NULL, body TEXT NOT NULL, sum INTEGER NOT NULL) STRICT;
CREATE TABLE incident (id TEXT PRIMARY KEY, state TEXT NOT NULL, sort REAL NOT NULL, keys TEXT NOT NULL, body TEXT NOT NULL, sum INTEGER NOT NULL) STRICT;
CREATE TABLE outbox   (id TEXT PRIMARY KEY, state TEXT NOT NULL, sort REAL NOT NULL, keys TEXT NOT NULL, body TEXT NOT NULL, sum INTEGER NOT NULL) STRICT;
CREATE TABLE slip     (id TEXT PRIMARY KEY, state TEXT NOT NULL, sort REAL NOT NULL, keys TEXT NOT NULL, body TEXT NOT NULL, sum INTEGER NOT NULL) STRICT;
CREATE TABLE counter  (id TEXT PRIMARY KEY, state TEXT NOT NULL, sort REAL NOT NULL, keys TEXT NOT NULL, body TEXT NOT NULL, sum INTEGER NOT NULL) STRICT;

CREATE INDEX hold_by_state     ON hold     (state, sort, id);
CREATE INDEX incident_by_state ON incident (state, sort, id);
CREATE INDEX outbox_by_state   ON outbox   (state, sort, id);
CREATE INDEX slip_by_state     ON slip     (state, sort, id);

CREATE TABLE document_key (
  document TEXT NOT NULL,
  key      TEXT NOT NULL,
  id       TEXT NOT NULL,
  PRIMARY KEY (document, key, id)
) STRICT, WITHOUT ROWID;

-- The card number alone, AES-256-GCM under the key of its epoch; the key lives in the keystore.
CREATE TABLE vault (
  token  TEXT PRIMARY KEY,
  epoch  INTEGER NOT NULL REFERENCES vault_epoch (epoch),
  sealed BLOB    NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX vault_by_epoch ON vault (epoch);

-- Epochs whose key may exist, so that the key of an empty one is destroyed even after a power cut.
CREATE TABLE vault_epoch (epoch INTEGER PRIMARY KEY) STRICT;

CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
