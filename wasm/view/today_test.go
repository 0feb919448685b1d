package view

import (
	"reflect"
	"testing"
	"time"

	"cleanbreak/core/page"
)

func TestTodayPutsFirstWhatIsWorthMost(t *testing.T) {
	day := func(days int) string { return now.AddDate(0, 0, days).Format(time.DateOnly) }
	soon := now.Add(4 * time.Minute).Format(time.RFC3339)
	dues := []Due{
		{Person: page.Person{Name: "Later"}, Verdict: "keep", State: "keep", Do: "send", Channel: "call", On: day(3)},
		{Person: page.Person{Name: "Small"}, Verdict: "your-turn", State: "your-turn", Value: 10, On: day(0), Do: "send", Channel: "email"},
		{Person: page.Person{Name: "Large"}, Verdict: "your-turn", State: "your-turn", Value: 9000, On: day(0), Do: "send", Channel: "email"},
		{Person: page.Person{Name: "Fresh"}, Verdict: "your-turn", State: "your-turn/inbound", AnswerBy: &soon, On: day(0), Do: "send", Channel: "call"},
		{Person: page.Person{Name: "Next"}, Verdict: "keep", State: "keep", Do: "send", Channel: "call", On: day(0)},
		{Person: page.Person{Name: "Waiting"}, Verdict: "pause", State: "pause/let-go", Do: "wait", On: day(0)},
		{Person: page.Person{Name: "Sequence"}, Verdict: "stop", State: "stop", Do: "remove-from-sequence", On: day(-1)},
		{Person: page.Person{Name: "Bye"}, Verdict: "break-up", State: "break-up/ghosting", Do: "send", Channel: "email", On: day(2)},
	}
	m := MakeToday(dues, len(dues), now, local)
	got := map[string][]string{}
	var order []string
	for _, s := range m.Sections {
		order = append(order, s.Name)
		for _, r := range s.Rows {
			got[s.Name] = append(got[s.Name], r.Name)
		}
	}
	want := map[string][]string{
		todayYours: {"Fresh", "Large", "Small"}, todayLetGo: {"Bye"}, todayStops: {"Sequence"}, todayNext: {"Next"},
	}
	if !reflect.DeepEqual(got, want) || !reflect.DeepEqual(order, []string{todayYours, todayLetGo, todayStops, todayNext}) {
		t.Errorf("got %v in %v", got, order)
	}
	if m.Brief != "6 of 8 people need something from you." || m.Progress != "" || m.Empty != nil {
		t.Errorf("%+v", m)
	}
}

func TestTodaySaysWhatIsNotThere(t *testing.T) {
	if m := MakeToday(nil, 0, now, local); m.Empty == nil || m.Empty.Title != todayNobody {
		t.Errorf("nobody: %+v", m)
	}
	idle := []Due{{Verdict: "keep", State: "keep"}}
	if m := MakeToday(idle, 1, now, local); m.Empty == nil || m.Empty.Title != todayNothing {
		t.Errorf("nothing due: %+v", m)
	}
	if m := MakeToday(idle, 4, now, local); m.Progress != "Judging 1 of 4…" || m.Part != 0.25 || m.Empty != nil {
		t.Errorf("under way: %+v", m)
	}
}
