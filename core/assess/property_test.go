package assess_test

import (
	"encoding/json"
	"fmt"
	"testing"
	"time"

	"cleanbreak/core/assess"
	"cleanbreak/core/history"
	"cleanbreak/core/playbook"

	"pgregory.net/rapid"
)

var now = time.Date(2026, 11, 20, 9, 0, 0, 0, time.UTC)

// anyRecord draws the history of one prospect within a quarter of a year, so
// that no cycle rolls over by the calendar.
func anyRecord(t *rapid.T) history.Record {
	r := history.Record{Now: now, Zone: time.UTC, Prospect: history.Prospect{Email: "kim@acme.example", Name: "Kim Olsen"}}
	for i := range rapid.IntRange(0, 20).Draw(t, "events") {
		at := now.Add(-time.Duration(rapid.IntRange(1, 80*24).Draw(t, fmt.Sprint("hours", i))) * time.Hour)
		e := history.Event{At: at, Type: history.Touch, Read: "full"}
		switch rapid.IntRange(0, 9).Draw(t, fmt.Sprint("type", i)) {
		case 0, 1:
			e.Type, e.Channel, e.Text = history.Reply, "email", "Thanks, let us talk."
		default:
			e.Channel = rapid.SampledFrom(playbook.Channels).Draw(t, fmt.Sprint("channel", i))
		}
		r.Events = append(r.Events, e)
	}
	return r
}

func TestPartsAddUp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := assess.Assess(anyRecord(t), playbook.Balanced())
		sum := 0
		for _, p := range a.Parts {
			sum += p.Points
		}
		if sum != a.Score || sum < 0 || sum > 100 {
			t.Fatalf("parts add up to %d, score %d", sum, a.Score)
		}
	})
}

func TestOneMoreUnansweredTouchNeverRaisesTheScore(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := anyRecord(t)
		before := assess.Assess(r, playbook.Balanced())
		touch := history.Event{At: now, Type: history.Touch, Channel: rapid.SampledFrom([]string{"email", "call", "linkedin", "voicemail"}).Draw(t, "last")}
		r.Events = append(r.Events, touch)
		if after := assess.Assess(r, playbook.Balanced()); after.Score > before.Score {
			t.Fatalf("score %d, after one more touch %d", before.Score, after.Score)
		}
	})
}

func TestAReplyNeverLowersTheScore(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := anyRecord(t)
		before := assess.Assess(r, playbook.Balanced())
		r.Events = append(r.Events, history.Event{At: now, Type: history.Reply, Channel: "email", Text: "Interesting, tell me more.", Read: "full"})
		after := assess.Assess(r, playbook.Balanced())
		if after.Score < before.Score || after.Verdict != "your-turn" {
			t.Fatalf("score %d, after a reply %d, %s", before.Score, after.Score, after.Verdict)
		}
	})
}

func TestATitleChangesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := anyRecord(t)
		before, _ := json.Marshal(assess.Assess(r, playbook.Balanced()))
		r.Prospect.Title = rapid.String().Draw(t, "title")
		if after, _ := json.Marshal(assess.Assess(r, playbook.Balanced())); string(after) != string(before) {
			t.Fatalf("a title changed the verdict:\n%s\n%s", before, after)
		}
	})
}

func TestWholeWeeksChangeNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := anyRecord(t)
		before := assess.Assess(r, playbook.Balanced())
		weeks := rapid.IntRange(-20, -1).Draw(t, "weeks")
		moved := r
		moved.Now = r.Now.AddDate(0, 0, 7*weeks)
		if moved.Now.AddDate(0, 0, -90).Before(time.Date(2026, 1, 5, 0, 0, 0, 0, time.UTC)) {
			t.Skip("would reach the quiet period")
		}
		moved.Events = nil
		for _, e := range r.Events {
			e.At = e.At.AddDate(0, 0, 7*weeks)
			moved.Events = append(moved.Events, e)
		}
		after := assess.Assess(moved, playbook.Balanced())
		if after.Verdict != before.Verdict || after.Score != before.Score {
			t.Fatalf("%s %d, moved by %d weeks %s %d", before.Verdict, before.Score, weeks, after.Verdict, after.Score)
		}
	})
}

func TestTheOrderOfEventsDoesNotMatter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := anyRecord(t)
		before := assess.Assess(r, playbook.Balanced())
		r.Events = rapid.Permutation(r.Events).Draw(t, "order")
		if after := assess.Assess(r, playbook.Balanced()); after.Verdict != before.Verdict || after.Score != before.Score {
			t.Fatalf("%s %d, in another order %s %d", before.Verdict, before.Score, after.Verdict, after.Score)
		}
	})
}

func FuzzParseCases(f *testing.F) {
	f.Add([]byte(`{"now":"2026-11-20T09:00:00Z","events":[{"at":"2026-11-02","type":"touch","channel":"email"}]}`))
	f.Add([]byte(`[{"now":"2026-11-20","zone":"Asia/Tokyo","seen":{"gmail":null}}]`))
	f.Fuzz(func(t *testing.T, data []byte) {
		cases, _, err := assess.ParseCases(data)
		if err != nil {
			return
		}
		for _, c := range cases {
			c.Assess()
		}
	})
}
