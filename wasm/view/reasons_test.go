package view

import (
	"testing"
	"time"

	"cleanbreak/core/assess"
	"cleanbreak/core/signal"
)

func TestScoreAddsUpToBars(t *testing.T) {
	s := reasons(assess.Assessment{Score: 0, Parts: []signal.Part{
		{Points: 40, Source: "balanced"}, {Points: -90, Source: "lange"}, {Points: 50, Source: "balanced"},
	}}, nil, cal)
	// The sum runs 40, -50, 0 on a bar from -50 to 100.
	want := [][2]float64{{50, 40}, {0, 90}, {0, 50}}
	for i, p := range s.Parts {
		start, width := want[i][0]/1.5, want[i][1]/1.5
		if p.Start != start || p.Width != width {
			t.Errorf("part %d: %+v, want %v %v", i, p, start, width)
		}
	}
	if s.Source != "The points are those of the playbook Balanced." || s.Parts[0].Source != "" || s.Parts[1].Source != "Lange" {
		t.Errorf("%+v", s)
	}
}

var replied = time.Date(2026, 11, 4, 9, 30, 0, 123, time.UTC)

func judgedBy(verdict, rule string) *Reasons {
	entries := []Entry{{Type: "reply", At: replied, Quote: "No."}, {Type: "decision", At: replied.Add(time.Hour)}}
	return reasons(assess.Assessment{Verdict: verdict, Rule: rule, Parts: []signal.Part{
		{Signal: "start", Points: 50},
		{Signal: "noes", Points: -30, Because: "They said no", Evidence: []signal.Evidence{{At: replied, Quote: "No."}, {At: replied.Add(time.Hour), Quote: "a decision"}}},
		{Signal: "plural", Because: "They say we", Source: "hoffman"},
		{Signal: "idle", Points: -3, Evidence: []signal.Evidence{{At: replied, Quote: "Last two-way contact"}}},
	}}, entries, cal)
}

func TestWhatCanBeLeftOut(t *testing.T) {
	r := judgedBy("break-up", "second-no")
	if r.Rule == "" || *r.Without != (Entered{Type: "dismiss", Signal: "second-no"}) {
		t.Errorf("%+v", r)
	}
	if r.Parts[0].Without != nil {
		t.Error("the start of the sum can be left out")
	}
	if *r.Parts[1].Without != (Entered{Type: "dismiss", Signal: "noes"}) {
		t.Errorf("%+v", r.Parts[1])
	}
	one := r.Parts[1].Evidence
	if *one[0].Without != (Entered{Type: "dismiss", Of: replied}) || one[1].Without != nil {
		t.Errorf("%+v", one)
	}
	if hint := r.Parts[2]; hint.Points != "" || hint.Source != "A hint: no points · Hoffman" || hint.Without == nil {
		t.Errorf("%+v", hint)
	}
	if r.Parts[3].Evidence[0].Without != nil {
		t.Error("the day a silence began is no event of its own")
	}
}

func TestNothingIsLeftOutAgainstAStop(t *testing.T) {
	r := judgedBy("stop", "stop")
	if r.Note == "" || r.Rule != "" || r.Without != nil {
		t.Errorf("%+v", r)
	}
	for _, p := range r.Parts {
		if p.Without != nil {
			t.Errorf("%+v", p)
		}
		for _, e := range p.Evidence {
			if e.Without != nil {
				t.Errorf("%+v", e)
			}
		}
	}
}

func TestLeftOutUntilTheNextTouch(t *testing.T) {
	entries := []Entry{
		{ID: "1", Type: "dismiss", Signal: "noes"}, {ID: "2", Type: "dismiss", Of: replied}, {ID: "3", Type: "dismiss", Signal: "persistence"},
		{ID: "4", Type: "dismiss", Of: replied.Add(time.Minute)},
		{Type: "touch"}, {ID: "5", Type: "dismiss", Signal: "idle"}, {Type: "reply", At: replied, Quote: "No."},
	}
	want := []LeftOut{{"1", "Their noes"}, {"2", "4 Nov, No."}, {"3", "The rule “enough was tried”"}, {"4", "Something of 4 Nov"}}
	got := leftOut(entries, cal)
	if len(got) != len(want) {
		t.Fatalf("%+v", got)
	}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("%+v, want %+v", got[i], want[i])
		}
	}
}
