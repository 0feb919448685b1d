-- The team, who is in it, and the log. Times are ms since 1970. Nothing here is
-- readable but tags, words, numbers and moments; the rest is sealed.

CREATE TABLE team (
  id TEXT NOT NULL PRIMARY KEY,
  created INTEGER NOT NULL,
  months INTEGER NOT NULL DEFAULT 24, -- without contact, until a person is erased
  sealing_key TEXT NOT NULL           -- id of the key in use
) STRICT, WITHOUT ROWID;

CREATE TABLE sealing_key (id TEXT NOT NULL PRIMARY KEY, created INTEGER NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE device (
  token TEXT NOT NULL PRIMARY KEY,    -- SHA-256 of it
  id TEXT NOT NULL UNIQUE,
  member TEXT NOT NULL,               -- one person's devices share it
  role TEXT NOT NULL,                 -- rep or manager
  public_key TEXT NOT NULL,           -- HPKE
  label TEXT NOT NULL DEFAULT '',     -- sealed
  created INTEGER NOT NULL,
  removed INTEGER NOT NULL DEFAULT 0, -- when
  minute INTEGER NOT NULL DEFAULT 0,  -- of its last request
  used INTEGER NOT NULL DEFAULT 0     -- requests in that minute
) STRICT, WITHOUT ROWID;

CREATE TABLE invitation (
  auth TEXT NOT NULL PRIMARY KEY,     -- SHA-256 of what the invitation proves itself with
  id TEXT NOT NULL UNIQUE,
  member TEXT NOT NULL,
  role TEXT NOT NULL,
  wrapped TEXT NOT NULL,              -- the team's keys, under a key made from the invitation's secret
  public_key TEXT NOT NULL DEFAULT '', -- recovery only: later keys are sealed to it
  recovery INTEGER NOT NULL DEFAULT 0,
  created INTEGER NOT NULL,
  expires INTEGER NOT NULL,
  invited_by TEXT NOT NULL,
  token TEXT NOT NULL DEFAULT '',     -- of the device that used it
  device TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;

-- A new sealing key, sealed to each remaining device's (or recovery's) public key.
CREATE TABLE key_for (
  device TEXT NOT NULL,
  sealing_key TEXT NOT NULL,
  sealed TEXT NOT NULL,
  PRIMARY KEY (device, sealing_key)
) STRICT, WITHOUT ROWID;

-- The log. An erased row keeps seq and tag and nothing else.
CREATE TABLE event (
  seq INTEGER NOT NULL PRIMARY KEY,
  tag TEXT NOT NULL,                  -- random: with seq it is the cursor
  id TEXT,
  kind TEXT NOT NULL,
  entry TEXT NOT NULL                 -- as it is served, canonical
) STRICT;
CREATE INDEX event_playbook ON event (seq) WHERE kind = 'playbook';

-- Whom an event is about, and how it is found again: by its id under the first
-- pseudonym it names, and by its message and same tags under each; the first 64
-- bits of them. One person's lie together. An index over all ids, which are
-- random, would be read and written all over at every push, more so the longer
-- the log.
CREATE TABLE about (
  pseudonym TEXT NOT NULL,            -- hyphens where the event is about nobody, or stays when they are erased
  mark TEXT NOT NULL,                 -- of id, message or same
  seq INTEGER NOT NULL,
  PRIMARY KEY (pseudonym, mark, seq)
) STRICT, WITHOUT ROWID;
