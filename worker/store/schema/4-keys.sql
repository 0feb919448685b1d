-- When a new sealing key is due, and keys that a rep's device has put back.

ALTER TABLE team ADD COLUMN due INTEGER NOT NULL DEFAULT 0; -- 1: whoever went knows the key in use
ALTER TABLE sealing_key ADD COLUMN offered INTEGER NOT NULL DEFAULT 0; -- 1: by a rep, and no manager's device has given it since
