//go:build !js

package member

import (
	"testing"
	"time"

	"cleanbreak/core/replica"
)

// TestAWishOutlivesTheServersErasure has the server erase, by its clock, somebody
// who asked to be left alone in a mail whose reading it cannot open.
func TestAWishOutlivesTheServersErasure(t *testing.T) {
	s, anna, ben, annas, bens := pair(t)
	who := annas.kim(t)
	asks := replica.Event{ID: tag(), Kind: replica.Reply, Who: who, At: at.Add(time.Hour), Clear: replica.Clear{Message: tag(), Channel: "email"}}
	reads := replica.Event{ID: tag(), Kind: replica.Reading, Who: who, At: asks.At, Clear: replica.Clear{Target: asks.Clear.Message, Version: 6}}
	reads.Local.Text = "Please remove me from your list."
	annas.write(asks, reads)
	step(t, anna)
	step(t, ben)

	s.ahead.Add(25 * 31 * 24 * time.Hour.Milliseconds())
	must(t, s.handler.Housekeep(annas.team.Team))
	for range 2 {
		for _, m := range []*Member{ben, anna} {
			if out := step(t, m); out.Problem != "" {
				t.Fatal(out.Problem)
			}
		}
	}
	for name, m := range map[string]*memory{"anna": annas, "ben": bens} {
		if state := replica.Fold(m.disk.Events(), who); !state.Erased || !state.DoNotContact {
			t.Errorf("%s: erased %v, not to be contacted %v", name, state.Erased, state.DoNotContact)
		}
		if len(m.disk.Log) != 2 || len(m.disk.Outbox)+len(m.disk.Refused) != 0 {
			t.Errorf("%s: %s\n%d rows, %v", name, m.told(), len(m.disk.Outbox), m.disk.Refused)
		}
	}
}

// TestWhoWishedForNothingIsJustErased has the server erase somebody who never wrote.
func TestWhoWishedForNothingIsJustErased(t *testing.T) {
	s, anna, _, annas, _ := pair(t)
	who := annas.kim(t)
	s.ahead.Add(25 * 31 * 24 * time.Hour.Milliseconds())
	must(t, s.handler.Housekeep(annas.team.Team))
	step(t, anna)
	if state := replica.Fold(annas.disk.Events(), who); !state.Erased || state.DoNotContact || len(annas.disk.Outbox) != 0 {
		t.Errorf("%+v, %d rows", state, len(annas.disk.Outbox))
	}
}

// kim gives the pseudonyms that the log's card names.
func (m *memory) kim(t *testing.T) []string {
	t.Helper()
	for _, e := range m.disk.Log {
		if e.Kind == replica.Card {
			return e.Who
		}
	}
	t.Fatal("there is no card")
	return nil
}
