package calibrate

import (
	"reflect"
	"testing"
	"time"

	"cleanbreak/core/history"
	"cleanbreak/core/reply"
)

var now = time.Date(2026, 11, 20, 9, 0, 0, 0, time.UTC)

func TestRegrets(t *testing.T) {
	var list []Goodbye
	add := func(n int, kind string, back bool) {
		for range n {
			list = append(list, Goodbye{Kind: kind, On: now, Back: back})
		}
	}
	add(9, "ghosting", false)
	add(2, "ghosting", true)
	add(4, "no-budget", false)
	add(2, "competitor", true)
	got := Regrets(list, now.AddDate(0, 0, 20))
	if len(got) != 2 || got[0].Kind != "ghosting" || got[0].LetGo != 11 || got[0].Back != 2 || got[1].Kind != OtherKinds || got[1].LetGo != 6 || got[1].Back != 2 {
		t.Fatalf("%+v", got)
	}
	if s := got[0].Sentence(); s != "2 of 11 came back so far: 18 %, 5–48 %; half of them were let go in the last 3 weeks" {
		t.Error(s)
	}
	if got := Regrets(list[11:15], now); len(got) != 0 { // four: nobody is shown
		t.Errorf("%+v", got)
	}
}

func TestGoodbyes(t *testing.T) {
	day := func(n int) time.Time { return now.AddDate(0, 0, n-400) }
	decided := func(n int, verdict string) history.Event {
		return history.Event{At: day(n), Type: history.Decision, Verdict: verdict, Kind: map[string]string{history.BreakUp: history.Ghosting}[verdict]}
	}
	letGo := func(n int) history.Event { return decided(n, history.BreakUp) }
	wrote := func(n int, intent string) history.Event {
		return history.Event{At: day(n), Type: history.Reply, Reading: &reply.Reading{Intents: []reply.Intent{{Intent: intent}}}}
	}
	mail := func(n int) history.Event { return history.Event{At: day(n), Type: history.Touch, Channel: "email"} }
	machine := history.Event{At: day(20), Type: history.Reply, Reading: &reply.Reading{Machine: true}}
	silent, back := []bool{false}, []bool{true}
	for _, c := range []struct {
		about  string
		events []history.Event
		back   []bool // of each goodbye
	}{
		{"nobody was let go", []history.Event{mail(1), wrote(5, reply.Interested)}, nil},
		{"silent since", []history.Event{mail(1), letGo(10), mail(10), machine}, silent},
		{"they wrote", []history.Event{mail(1), letGo(10), wrote(40, reply.Interested)}, back},
		{"they called", []history.Event{letGo(10), {At: day(30), Type: history.Touch, Channel: "call", Disposition: history.Connected}}, back},
		{"a farewell", []history.Event{letGo(10), wrote(11, reply.NotInterested)}, silent},
		{"after seven months", []history.Event{letGo(10), wrote(223, reply.Interested)}, silent},
		{"they bought after seven months", []history.Event{letGo(10), decided(223, history.Won)}, back},
		{"said twice", []history.Event{letGo(10), letGo(12), wrote(40, reply.Interested)}, back},
		{"and let go again", []history.Event{letGo(10), wrote(40, reply.Interested), letGo(80)}, []bool{true, false}},
		{"the rep went on after all", []history.Event{letGo(10), decided(12, history.Keep), wrote(40, reply.Interested)}, nil},
		{"the rep went on at the second look", []history.Event{letGo(10), decided(212, history.Keep), wrote(240, reply.Interested)}, silent},
		{"a stop since", []history.Event{letGo(10), decided(12, history.Stop)}, silent},
		{"lost since", []history.Event{letGo(10), decided(12, history.Lost), wrote(40, reply.Interested)}, back},
		{"in the future", []history.Event{letGo(10), wrote(420, reply.Interested)}, silent},
	} {
		var got []bool
		for _, g := range Goodbyes(c.events, now) {
			got = append(got, g.Back)
			if g.Kind != history.Ghosting || !g.On.Before(now) {
				t.Errorf("%s: %+v", c.about, g)
			}
		}
		if !reflect.DeepEqual(got, c.back) {
			t.Errorf("%s: %v, want %v", c.about, got, c.back)
		}
	}
}
