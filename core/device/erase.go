package device

import (
	"cleanbreak/core/history"
	"cleanbreak/core/replica"
)

// Outlives reports an event that stays when somebody it names is erased: an
// erasure, and what leaves a stop standing and still waits to be sent: the server
// keeps that there was one. What was written without a team waits for nobody.
func Outlives(e replica.Event) bool {
	waits := e.Stamp != replica.Stamp{} && e.Stamp.Seq == 0
	return e.Kind == replica.Erase || waits && replica.Stops(e.Kind, e.Clear.Verdict)
}

// Erase is the event that erases a person everywhere: the caller adds it, signed,
// with its row, and removes everything else that names one of the pseudonyms, as
// for Step.Erase. Stop says whether they asked not to be contacted: that stays.
func Erase(who []string, stop bool, at int64, random Random) replica.Event {
	h := replica.Header{ID: tag(random), Kind: replica.Erase, Who: who, At: at}
	if stop {
		h.Verdict = history.Stop
	}
	return h.Event()
}
