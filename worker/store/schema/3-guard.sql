-- Who did what, attempts at pairing, and tickets for the socket.

CREATE TABLE audit (
  id INTEGER NOT NULL PRIMARY KEY,
  at INTEGER NOT NULL,
  device TEXT NOT NULL,               -- empty where the Worker did it by itself
  action TEXT NOT NULL,
  target TEXT NOT NULL                -- an id, a tag or a number
) STRICT;

CREATE TABLE attempt (what TEXT NOT NULL PRIMARY KEY, since INTEGER NOT NULL, n INTEGER NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE ticket (
  hash TEXT NOT NULL PRIMARY KEY,
  device TEXT NOT NULL,
  expires INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
