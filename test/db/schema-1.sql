-- A journal as the first schema wrote it: six holds, twelve steps, its head under the key of the tests.
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
INSERT INTO journal VALUES (1, 'row-1', 'boot-0', 1000, 1790812860000, 'hold.opened', '{"bootId":"boot-0","event":{"holdId":"hold-1","how":"chip","kind":"hold.opened","label":"Room 306"},"id":"row-1","kind":"hold.opened","monoNs":"1000","seq":1,"wallMs":1790812860000}', X'0000000000000000000000000000000000000000000000000000000000000000', X'a262656edacacbb8ab71ebcc0ac26c7af789c809a93d6d0c43534e33cb2f62a0');
INSERT INTO journal VALUES (2, 'row-2', 'boot-0', 2000, 1790812920000, 'transaction.approved', '{"bootId":"boot-0","event":{"amount":{"currency":"156","minorUnits":50000},"authorisationCode":"A1","holdId":"hold-1","kind":"transaction.approved","responseCode":"00","rrn":"000000000001","stan":1},"id":"row-2","kind":"transaction.approved","monoNs":"2000","seq":2,"wallMs":1790812920000}', X'a262656edacacbb8ab71ebcc0ac26c7af789c809a93d6d0c43534e33cb2f62a0', X'f3939e89857bcc6005e4442941aa836525552bcf891102082cf325775c6c97c9');
INSERT INTO journal VALUES (3, 'row-3', 'boot-0', 3000, 1790812980000, 'hold.opened', '{"bootId":"boot-0","event":{"holdId":"hold-2","how":"chip","kind":"hold.opened","label":"Room 306"},"id":"row-3","kind":"hold.opened","monoNs":"3000","seq":3,"wallMs":1790812980000}', X'f3939e89857bcc6005e4442941aa836525552bcf891102082cf325775c6c97c9', X'f0b814a773301abb215344cf0057250bee3d1f4eafae31b00d3761cca00ce875');
INSERT INTO journal VALUES (4, 'row-4', 'boot-0', 4000, 1790813040000, 'transaction.approved', '{"bootId":"boot-0","event":{"amount":{"currency":"156","minorUnits":50000},"authorisationCode":"A2","holdId":"hold-2","kind":"transaction.approved","responseCode":"00","rrn":"000000000002","stan":2},"id":"row-4","kind":"transaction.approved","monoNs":"4000","seq":4,"wallMs":1790813040000}', X'f0b814a773301abb215344cf0057250bee3d1f4eafae31b00d3761cca00ce875', X'b2ee8a82b7146242b6bf1c694756f2bc0e3834f8a10c9493ce2c1424f9a6238a');
INSERT INTO journal VALUES (5, 'row-5', 'boot-0', 5000, 1790813100000, 'hold.opened', '{"bootId":"boot-0","event":{"holdId":"hold-3","how":"chip","kind":"hold.opened","label":"Room 306"},"id":"row-5","kind":"hold.opened","monoNs":"5000","seq":5,"wallMs":1790813100000}', X'b2ee8a82b7146242b6bf1c694756f2bc0e3834f8a10c9493ce2c1424f9a6238a', X'a6a163680a34ae94a2cad80cfe695d094c4b2d68c8303599d26a7685ed5579be');
INSERT INTO journal VALUES (6, 'row-6', 'boot-0', 6000, 1790813160000, 'transaction.approved', '{"bootId":"boot-0","event":{"amount":{"currency":"156","minorUnits":50000},"authorisationCode":"A3","holdId":"hold-3","kind":"transaction.approved","responseCode":"00","rrn":"000000000003","stan":3},"id":"row-6","kind":"transaction.approved","monoNs":"6000","seq":6,"wallMs":1790813160000}', X'a6a163680a34ae94a2cad80cfe695d094c4b2d68c8303599d26a7685ed5579be', X'bec890e8e5a828aecab50c6a3f0168ac26a2ed28957998b491b89b94b1675788');
INSERT INTO journal VALUES (7, 'row-7', 'boot-0', 7000, 1790813220000, 'hold.opened', '{"bootId":"boot-0","event":{"holdId":"hold-4","how":"chip","kind":"hold.opened","label":"Room 306"},"id":"row-7","kind":"hold.opened","monoNs":"7000","seq":7,"wallMs":1790813220000}', X'bec890e8e5a828aecab50c6a3f0168ac26a2ed28957998b491b89b94b1675788', X'642006792180e3ef1746a3c3746355ab7e38bc2d5af393919bced17dab661e35');
INSERT INTO journal VALUES (8, 'row-8', 'boot-0', 8000, 1790813280000, 'transaction.approved', '{"bootId":"boot-0","event":{"amount":{"currency":"156","minorUnits":50000},"authorisationCode":"A4","holdId":"hold-4","kind":"transaction.approved","responseCode":"00","rrn":"000000000004","stan":4},"id":"row-8","kind":"transaction.approved","monoNs":"8000","seq":8,"wallMs":1790813280000}', X'642006792180e3ef1746a3c3746355ab7e38bc2d5af393919bced17dab661e35', X'fadd0dcdd3e0e80e039362027b78b3ebc547686161a1ff5177daeca503404ae9');
INSERT INTO journal VALUES (9, 'row-9', 'boot-0', 9000, 1790813340000, 'hold.opened', '{"bootId":"boot-0","event":{"holdId":"hold-5","how":"chip","kind":"hold.opened","label":"Room 306"},"id":"row-9","kind":"hold.opened","monoNs":"9000","seq":9,"wallMs":1790813340000}', X'fadd0dcdd3e0e80e039362027b78b3ebc547686161a1ff5177daeca503404ae9', X'e9cbc036bd8e70fc77e0a9f6649ae556a2b1e66d4f5f18afd8813431a36ab9f6');
INSERT INTO journal VALUES (10, 'row-10', 'boot-0', 10000, 1790813400000, 'transaction.approved', '{"bootId":"boot-0","event":{"amount":{"currency":"156","minorUnits":50000},"authorisationCode":"A5","holdId":"hold-5","kind":"transaction.approved","responseCode":"00","rrn":"000000000005","stan":5},"id":"row-10","kind":"transaction.approved","monoNs":"10000","seq":10,"wallMs":1790813400000}', X'e9cbc036bd8e70fc77e0a9f6649ae556a2b1e66d4f5f18afd8813431a36ab9f6', X'ff4b2483923d837e0717e64e243f7812b73aed317b798b65dfc3ecfa3487b46c');
INSERT INTO journal VALUES (11, 'row-11', 'boot-0', 11000, 1790813460000, 'hold.opened', '{"bootId":"boot-0","event":{"holdId":"hold-6","how":"chip","kind":"hold.opened","label":"Room 306"},"id":"row-11","kind":"hold.opened","monoNs":"11000","seq":11,"wallMs":1790813460000}', X'ff4b2483923d837e0717e64e243f7812b73aed317b798b65dfc3ecfa3487b46c', X'ec1ba4c2fa41df2428bbb70eed5e360881d4d0b0b9f37cd384caf2e3a0bb3ba2');
INSERT INTO journal VALUES (12, 'row-12', 'boot-0', 12000, 1790813520000, 'transaction.approved', '{"bootId":"boot-0","event":{"amount":{"currency":"156","minorUnits":50000},"authorisationCode":"A6","holdId":"hold-6","kind":"transaction.approved","responseCode":"00","rrn":"000000000006","stan":6},"id":"row-12","kind":"transaction.approved","monoNs":"12000","seq":12,"wallMs":1790813520000}', X'ec1ba4c2fa41df2428bbb70eed5e360881d4d0b0b9f37cd384caf2e3a0bb3ba2', X'6e2ee56600ac1bd1c60b0f3c61cb948f0a8f941163ae1b7ba26762c6a14a9202');
INSERT INTO head VALUES (1, 12, X'6e2ee56600ac1bd1c60b0f3c61cb948f0a8f941163ae1b7ba26762c6a14a9202', X'be543d42d4161aeedf77f4ab6a23b77e68366ac2bcf471ccb587027110c620b2');
PRAGMA application_id = 1213156420;
PRAGMA user_version = 1;
