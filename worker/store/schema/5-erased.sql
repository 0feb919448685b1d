-- Whoever asks who has changed is told who was erased.

CREATE INDEX event_erase ON event (seq) WHERE kind = 'erase';
