-- Ends of the journal, signed by the terminal: whoever rewrites the chain cannot rewrite these.
CREATE TABLE checkpoint (
  seq        INTEGER PRIMARY KEY,
  wall_ms    INTEGER NOT NULL,
  hash       BLOB    NOT NULL CHECK (length(hash) = 32),
  public_key BLOB    NOT NULL CHECK (length(public_key) = 32),
  signature  BLOB    NOT NULL CHECK (length(signature) = 64)
) STRICT;

CREATE TRIGGER checkpoint_is_never_changed BEFORE UPDATE ON checkpoint
BEGIN SELECT RAISE(ABORT, 'a checkpoint is final: no update'); END;

CREATE TRIGGER checkpoint_is_never_removed BEFORE DELETE ON checkpoint
BEGIN SELECT RAISE(ABORT, 'a checkpoint is final: no delete'); END;
