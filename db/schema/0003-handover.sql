-- What is given to another terminal of the merchant, and what is taken from one.
CREATE TABLE handover (id TEXT PRIMARY KEY, state TEXT NOT NULL, sort REAL NOT NULL, keys TEXT NOT NULL, body TEXT NOT NULL, sum INTEGER NOT NULL) STRICT;

CREATE INDEX handover_by_state ON handover (state, sort, id);
