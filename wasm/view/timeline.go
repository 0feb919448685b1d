package view

import "time"

// Timeline is what went to and fro, from the first mark to now.
type Timeline struct {
	From, To string
	Words    string // the same, for who cannot see it
	Marks    []Mark
}

// Mark is one event: "out" for ours, "in" for theirs, "meeting", or "decision".
// At is how far along it lies, 0 to 100.
type Mark struct {
	At   float64
	Side string
}

const (
	fewestMarks = 2                   // one alone is told by the history
	mostMarks   = 80                  // the newest; more are a smear
	longAgo     = 90 * 24 * time.Hour // a pause that long would squeeze all that came after it
)

// timeline shows the entries, newest first, back to the last long pause; nil where
// there is too little to show.
func timeline(entries []Entry, c calendar) *Timeline {
	var shown []Entry
	for _, e := range entries {
		if sideOf(&e) == "" || e.At.IsZero() {
			continue
		}
		n := len(shown)
		if n == mostMarks || n > 0 && shown[n-1].At.Sub(e.At) > longAgo {
			break
		}
		shown = append(shown, e)
	}
	if len(shown) < fewestMarks {
		return nil
	}
	first := shown[len(shown)-1].At
	touches, replies := 0, 0
	t := &Timeline{From: c.day(first), To: Say(wordToday)}
	whole := max(c.now.Sub(first), time.Hour)
	for i := range shown {
		e := &shown[i]
		switch e.Type {
		case "touch":
			touches++
		case "reply":
			replies++
		}
		along := float64(e.At.Sub(first)) / float64(whole)
		t.Marks = append(t.Marks, Mark{100 * min(along, 1), sideOf(e)})
	}
	t.Words = fill(timelineWords, sumText(touches, replies), t.From)
	return t
}

// sideOf is where an event is marked; "" is nowhere.
func sideOf(e *Entry) string {
	switch e.Type {
	case "meeting", "decision":
		return e.Type
	}
	_, side := entryIcon(e)
	return side
}
