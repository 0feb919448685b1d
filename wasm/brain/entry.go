package brain

import (
	"cleanbreak/core/replica"
	"cleanbreak/core/say"
	"cleanbreak/wasm/view"
)

// entryOf shows one event of the log.
func entryOf(e replica.Event) view.Entry {
	entry := view.Entry{
		ID: e.ID, At: e.At, Type: e.Kind, Channel: e.Clear.Channel, Disposition: e.Clear.Disposition,
		Verdict: e.Clear.Verdict, Kind: e.Clear.Kind, Read: e.Local.Read, ByHand: e.Clear.ByHand,
	}
	if e.Kind == replica.Reply {
		entry.Quote = say.Quote(e.Local.Text, e.Local.Read)
	}
	return entry
}
