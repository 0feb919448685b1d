package pipeline

import (
	"fmt"
	"math"
	"strings"
	"testing"
	"time"

	"cleanbreak/core/history"
	"cleanbreak/core/playbook"
)

func TestAggregates(t *testing.T) {
	day := func(n int) time.Time { return now.AddDate(0, 0, n) }
	for _, c := range []struct {
		about  string
		counts counts
		want   string // types and days from now
		why    string
	}{
		{"nothing", counts{touches: -1, replies: -1}, "", ""},
		{"none", counts{touches: 0, replies: -1}, "", ""},
		{"only a last date", counts{touches: -1, lastTouch: day(-5)}, "touch-5", ""},
		{"a count and a date", counts{touches: 3, lastTouch: day(-5)}, "touch-13 touch-9 touch-5", ""},
		{"not before it was created", counts{touches: 3, lastTouch: day(-5), created: day(-7)}, "touch-7 touch-6 touch-5", ""},
		{"answered", counts{touches: 1, lastTouch: day(-5), lastReply: day(-3)}, "touch-5 reply-3", ""},
		{"only an answer", counts{touches: -1, lastReply: day(-3)}, "reply-3", ""},
		{"a count alone", counts{touches: 3}, "", "counts touches, and no column says when the last one was"},
		{"a date ahead", counts{touches: 3, lastTouch: day(9)}, "", "counts touches, and says that the last one lies ahead"},
		{"a date of tonight", counts{touches: 1, lastTouch: now.Add(9 * time.Hour)}, "touch0", ""},
	} {
		events, why := c.counts.events(&Options{Now: now, Playbook: playbook.Balanced()}, nil)
		var got []string
		for _, e := range events {
			got = append(got, fmt.Sprintf("%s%d", e.Type, int(math.Round(e.At.Sub(now).Hours()/24))))
		}
		if s := strings.Join(got, " "); s != c.want || why != c.why {
			t.Errorf("%s: %q %q, want %q %q", c.about, s, why, c.want, c.why)
		}
	}
	many, _ := (&counts{touches: 5000, lastTouch: day(-1)}).events(&Options{Now: now, Playbook: playbook.Balanced()}, nil)
	if len(many) != mostCounted || many[0].Type != history.Touch {
		t.Errorf("%d events", len(many))
	}
}

// TestANewerAnswerThanTheActivities keeps who answered, by their row, from being
// let go by activities that do not hold it.
func TestANewerAnswerThanTheActivities(t *testing.T) {
	var b strings.Builder
	b.WriteString("deal id,at,type\n")
	for _, day := range []string{"10-12", "10-15", "10-19", "10-22", "10-26", "10-29", "11-03", "11-09"} {
		b.WriteString("1,2026-" + day + ",email\n")
	}
	for reply, want := range map[string]string{"": ",last-try,ghosting,", "2026-11-18": ",your-turn,,", "2026-10-20": ",last-try,ghosting,"} {
		deals := textSource("d.csv", "id,title,stage,last reply\n1,One,demo,"+reply+"\n")
		if got, _ := answered(t, options(), deals, textSource("a.csv", b.String())); !strings.Contains(got, want) {
			t.Errorf("replied %q:\n%s\nwant %s", reply, got, want)
		}
	}
}

// TestARowThatCountsMoreThanTheActivities is judged by both: the file of activities may
// hold a part of them, or be older than the row.
func TestARowThatCountsMoreThanTheActivities(t *testing.T) {
	const head, activities = "id,title,stage,touches,last touch\n", "deal id,at,type\n"
	const recent = activities + "1,2026-11-11T10:00:00Z,email\n1,2026-11-13T10:00:00Z,email\n1,2026-11-16T10:00:00Z,email\n"
	for _, c := range []struct{ about, deals, activities, want string }{
		{"one old mail", head + "1,One,demo,14,2026-11-16\n", activities + "1,2026-06-02,email\n", "aggregate: 13 touches over 40"},
		{"the last three", head + "1,One,demo,12,2026-11-16\n", recent, "aggregate: 12 touches over"},
		{"all of them", head + "1,One,demo,3,2026-11-16\n", recent, "events: 3 of 8 touches"},
		{"more than it counts", head + "1,One,demo,2,2026-11-16\n", recent, "events: 3 of 8 touches"},
		{"one is newer", head + "1,One,demo,3,2026-11-18\n", recent, "aggregate: 4 of 8 touches"},
		{"on the same day elsewhere", head + "1,One,demo,3,2026-11-16 21:00\n", recent, "events: 3 of 8 touches"},
		{"a day ahead is none", head + "1,One,demo,3,2026-12-24\n", recent, "events: 3 of 8 touches"},
		{"no column counts", "id,title,stage\n1,One,demo\n", recent, "events: 3 of 8 touches"},
		{"the last activity may be a task", "id,title,stage,Last activity date\n1,One,demo,2026-11-18\n", recent, "events: 3 of 8 touches"},
		{"an answer is not hidden by it", "id,title,stage,Done activities,Last activity date\n1,One,demo,12,2026-11-18\n", activities[:len(activities)-1] + ",direction\n1,2026-11-11,email,in\n", "events: They wrote last"},
		{"more activities, and newer ones", "id,title,stage,Done activities,Last activity date\n1,One,demo,12,2026-11-18\n", recent, "aggregate: 12 touches over"},
		{"activities that are no touch", "id,title,stage,Done activities\n1,One,demo,12\n", recent, "events: 3 of 8 touches"},
	} {
		_, lines := linesOf(t, textSource("d.csv", c.deals), textSource("a.csv", c.activities))
		if got := lines[0].Basis() + ": " + lines[0].Because; !strings.HasPrefix(got, c.want) {
			t.Errorf("%s: %s, want %s", c.about, got, c.want)
		}
	}
}
