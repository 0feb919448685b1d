-- What the log says of each person, kept up as events come.

CREATE TABLE person (
  id INTEGER NOT NULL PRIMARY KEY,
  changed INTEGER NOT NULL,           -- seq of the last event that changed it
  last_touch INTEGER NOT NULL DEFAULT 0,
  last_reply INTEGER NOT NULL DEFAULT 0,
  contact INTEGER NOT NULL DEFAULT 0, -- when the server last heard of a contact
  decisions TEXT NOT NULL DEFAULT '[]' -- those that stand, the current one first
) STRICT;
CREATE INDEX person_changed ON person (changed);

CREATE TABLE identity (
  pseudonym TEXT NOT NULL PRIMARY KEY,
  person INTEGER NOT NULL,            -- 0 where erased
  erased INTEGER NOT NULL DEFAULT 0   -- 1, or 2 where they must not be contacted
) STRICT, WITHOUT ROWID;
CREATE INDEX identity_person ON identity (person);

CREATE TABLE link (a TEXT NOT NULL, b TEXT NOT NULL, PRIMARY KEY (a, b)) STRICT, WITHOUT ROWID;

CREATE TABLE tally (
  person INTEGER NOT NULL,
  channel TEXT NOT NULL,
  direction TEXT NOT NULL,
  n INTEGER NOT NULL,
  PRIMARY KEY (person, channel, direction)
) STRICT, WITHOUT ROWID;
