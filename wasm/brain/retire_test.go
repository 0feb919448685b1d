package brain_test

import (
	"testing"
	"time"

	"cleanbreak/core/replica"
	"cleanbreak/wasm/brain"
	"cleanbreak/wasm/view"
)

func TestWhoeverWasLongSilentIsErased(t *testing.T) {
	b, m := newBrain()
	do(t, b, seen(t, b, eightMails()...), view.Action{Do: view.Track})
	at := now
	b.Now = func() time.Time { return at }
	for _, c := range []struct{ months, after, gone int }{{0, 23, 0}, {30, 25, 0}, {6, 5, 0}, {6, 7, 1}} {
		setMine(t, b, brain.Mine{Months: c.months})
		at = now.AddDate(0, c.after, 0)
		if gone, err := b.Retire(); err != nil || gone != c.gone {
			t.Errorf("%+v: %d are gone, %v", c, gone, err)
		}
	}
	if len(m.events) != 0 {
		t.Errorf("%d events are left", len(m.events))
	}
}

func TestInATeamNoDeviceErasesByItsOwnClock(t *testing.T) {
	b, m := newBrain()
	do(t, b, seen(t, b, eightMails()...), view.Action{Do: view.Track})
	m.team = &brain.Team{Member: "robin", Role: replica.Rep}
	setMine(t, b, brain.Mine{Months: 1})
	before := len(m.events)
	b.Now = func() time.Time { return now.AddDate(20, 0, 0) }
	if gone, err := b.Retire(); err != nil || gone != 0 || len(m.events) != before || m.count(replica.Erase) != 0 {
		t.Errorf("%d are gone, %v, with %d erasures", gone, err, m.count(replica.Erase))
	}
}
