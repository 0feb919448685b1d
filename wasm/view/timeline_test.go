package view

import (
	"testing"
	"time"
)

func TestTimeline(t *testing.T) {
	day := 24 * time.Hour
	l := timeline([]Entry{
		{Type: "decision", At: now.Add(-time.Hour)},
		{Type: "reply", At: now.Add(-5 * day)},
		{Type: "reply", Machine: "out-of-office", At: now.Add(-6 * day)},
		{Type: "promise", At: now.Add(-7 * day)},
		{Type: "touch", At: now.Add(-10 * day)},
		{Type: "touch"},
		{Type: "touch", At: now.Add(-200 * day)},
	}, cal)
	if len(l.Marks) != 3 {
		t.Fatalf("%+v", l)
	}
	for i, want := range []Mark{{99.58, "decision"}, {50, "in"}, {0, "out"}} {
		if got := l.Marks[i]; got.Side != want.Side || got.At < want.At-0.01 || got.At > want.At+0.01 {
			t.Errorf("mark %d is %+v, want %+v", i, got, want)
		}
	}
	if l.Words != "1 touch and 1 reply since "+l.From || l.To != "today" {
		t.Errorf("%+v", l)
	}
	if timeline([]Entry{{Type: "touch", At: now}}, cal) != nil {
		t.Error("one mark is no line")
	}
	ahead := timeline([]Entry{{Type: "meeting", At: now.Add(day)}, {Type: "touch", At: now}}, cal)
	for _, m := range ahead.Marks {
		if m.At < 0 || m.At > 100 {
			t.Errorf("a mark lies at %v", m.At)
		}
	}
}
