package replica

import (
	"reflect"
	"slices"
	"testing"
	"time"

	"cleanbreak/core/page"

	"pgregory.net/rapid"
)

// TestEverybodyIsFoldedAsAlone checks that folding all people at once gives what
// folding each of them alone gives.
func TestEverybodyIsFoldedAsAlone(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		ids := []string{"a", "b", "c", "d", "e", "f"}
		id := rapid.SampledFrom(ids)
		var events []Event
		for i := range rapid.IntRange(0, 25).Draw(t, "events") {
			e := Event{ID: string(rune('A' + i)), At: time.Unix(int64(i), 0).UTC(), Who: []string{id.Draw(t, "who")}}
			switch e.Kind = rapid.SampledFrom([]string{Card, Touch, Reply, Link, Unlink, Erase}).Draw(t, "kind"); e.Kind {
			case Card:
				e.Sealed.Person = &page.Person{Name: "Kim"}
			case Link, Unlink:
				other := id.Filter(func(w string) bool { return w != e.Who[0] }).Draw(t, "other")
				e.Who = append(e.Who, other)
			case Touch, Reply:
				e.Clear.Channel = "email"
			}
			events = append(events, e)
		}
		var alone []State
		var done []string
		for _, w := range ids {
			s := Fold(events, []string{w})
			if slices.Contains(done, w) || !s.Tracked {
				continue
			}
			done = append(done, s.Who...)
			alone = append(alone, s)
		}
		var got []State
		for _, s := range Everybody(events) {
			got = append(got, s.State)
		}
		slices.SortFunc(got, func(a, b State) int { return slices.Compare(a.Who, b.Who) })
		slices.SortFunc(alone, func(a, b State) int { return slices.Compare(a.Who, b.Who) })
		if !reflect.DeepEqual(got, alone) {
			t.Fatalf("got  %+v\nwant %+v\nof %+v", got, alone, events)
		}
	})
}
