package brain

import (
	"cmp"
	"slices"

	"cleanbreak/core/page"
	"cleanbreak/core/replica"
	"cleanbreak/wasm/view"
)

// entries lists the log for the panel, newest first.
func (b *Brain) entries(s replica.State) []view.Entry {
	out := make([]view.Entry, 0, len(s.Events))
	for _, e := range slices.Backward(s.Events) {
		out = append(out, b.entryOf(e))
	}
	return out
}

// entryOf shows one event of the log.
func (b *Brain) entryOf(e replica.Event) view.Entry {
	entry := view.Entry{
		ID: e.ID, At: e.At, Type: e.Kind, Channel: e.Clear.Channel, Disposition: e.Clear.Disposition,
		Verdict: e.Clear.Verdict, Kind: e.Clear.Reason, Read: e.Local.Read, ByHand: e.Clear.ByHand, Counted: e.Sealed.Counted,
		Signal: e.Sealed.Signal, Of: e.Sealed.Of, Question: cmp.Or(e.Local.Question, e.Sealed.Question),
		Starts: e.Clear.Starts, By: e.Clear.By, Done: e.Clear.Done, Copied: e.Clear.Copied, Against: e.Sealed.Against,
	}
	if e.Kind == replica.Promise {
		entry.Until = e.Clear.Until
	}
	switch {
	case e.Kind == replica.Reply:
		b.quote(&entry, e)
	case e.Sealed.Text != "" || e.Local.Text != "":
		entry.Quote = b.Tongue.Quote(cmp.Or(e.Local.Text, e.Sealed.Text), page.ReadFull)
	}
	return entry
}

// quote shows what a reply says, and what a machine meant by it.
func (b *Brain) quote(entry *view.Entry, e replica.Event) {
	text := e.Local.Text
	if r := b.read(e); r != nil {
		text = cmp.Or(r.Visible, text)
		if r.Machine {
			entry.Machine = r.Intents[0].Intent
		}
	}
	entry.Quote = b.Tongue.Quote(text, e.Local.Read)
}
