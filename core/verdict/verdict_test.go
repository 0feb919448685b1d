package verdict_test

import (
	"strings"
	"testing"
	"time"

	"cleanbreak/core/history"
	"cleanbreak/core/playbook"
	"cleanbreak/core/reply"
	"cleanbreak/core/verdict"
)

var now = time.Date(2026, 11, 20, 9, 0, 0, 0, time.UTC)

func days(n int) time.Time { return now.AddDate(0, 0, n) }

func touch(at int, channel string) history.Event {
	return history.Event{At: days(at), Type: history.Touch, Channel: channel}
}

// silence is enough for a last try in Balanced, the last touch at a day.
func silence(last int) []history.Event {
	var events []history.Event
	for i, c := range []string{"email", "call", "email", "call", "linkedin", "email", "call"} {
		events = append(events, touch(-32+3*i, c))
	}
	return append(events, touch(last, "email"))
}

func judge(r history.Record, book string) verdict.Verdict {
	p, err := playbook.Named(book)
	if err != nil {
		panic(err)
	}
	r.Now, r.Zone = now, time.UTC
	h := history.Of(r, p)
	return verdict.Judge(&h, p)
}

func TestSilenceIsOneThingOnly(t *testing.T) {
	jo := func(at int, what string) []history.Contact {
		return []history.Contact{{At: days(at), Who: "Jo Berg", Type: what, By: "Anna"}}
	}
	told := history.Event{At: days(-1), Type: history.Dismiss, Signal: "coverage"}
	looked := &history.Seen{Gmail: days(-1), LinkedIn: days(-1)}
	cases := []struct {
		about         string
		r             history.Record
		verdict, rule string
	}{
		{"silence", history.Record{Events: silence(-8)}, "last-try", "persistence"},
		{"a colleague answered", history.Record{Events: silence(-8), Account: jo(-1, history.Reply)}, "keep", "account"},
		{"a colleague meets us", history.Record{Events: silence(-8), Account: jo(5, history.Meeting)}, "keep", "account"},
		{"a colleague was written to", history.Record{Events: silence(-8), Account: jo(-1, history.Touch)}, "last-try", "persistence"},
		{"not looked", history.Record{Events: silence(-8), Seen: &history.Seen{}}, "keep", "coverage"},
		{"looked before the last touch", history.Record{Events: silence(-8), Seen: &history.Seen{Gmail: days(-9), LinkedIn: days(-1)}}, "keep", "coverage"},
		{"looked", history.Record{Events: silence(-8), Seen: looked}, "last-try", "persistence"},
		{"not looked, and the rep says they did", history.Record{Events: append(silence(-8), told), Seen: &history.Seen{}}, "last-try", "persistence"},
		{"the account comes before the look", history.Record{Events: silence(-8), Seen: &history.Seen{}, Account: jo(-1, history.Reply)}, "keep", "account"},
	}
	for _, c := range cases {
		t.Run(c.about, func(t *testing.T) {
			if v := judge(c.r, ""); v.Verdict != c.verdict || v.Rule != c.rule {
				t.Errorf("%s by %s (%s), want %s by %s", v.Verdict, v.Rule, v.Because, c.verdict, c.rule)
			}
		})
	}
}

// TestWhatTheySaidNeedsNoLook: account and coverage hold back silence alone.
func TestWhatTheySaidNeedsNoLook(t *testing.T) {
	no := func(at int) history.Event {
		return history.Event{At: days(at), Type: history.Reply, Channel: "email", Reading: &reply.Reading{Intents: []reply.Intent{{Intent: reply.NotInterested}}}}
	}
	r := history.Record{
		Events: []history.Event{no(-10), touch(-9, "email"), no(-3)}, Seen: &history.Seen{},
		Account: []history.Contact{{At: days(-1), Type: history.Reply}},
	}
	if v := judge(r, ""); v.Verdict != "break-up" || v.Kind != "not-interested" {
		t.Errorf("%s %s by %s", v.Verdict, v.Kind, v.Rule)
	}
}

// TestAVoiceWaits five working days after the last touch with its last try or
// goodbye; Balanced does not.
func TestAVoiceWaits(t *testing.T) {
	for _, book := range []string{"", "lange", "pipedrive"} {
		events := silence(-3)
		v := judge(history.Record{Events: events}, book)
		if waits := v.Verdict == "keep" && strings.Contains(v.Because, "wait until 24 Nov"); waits != (book != "") {
			t.Errorf("%q, three days after the touch: %s, %s", book, v.Verdict, v.Because)
		}
		events = silence(-8)
		if v := judge(history.Record{Events: events}, book); v.Verdict == "keep" {
			t.Errorf("%q, six working days after the touch: %s, %s", book, v.Verdict, v.Because)
		}
	}
}

// TestALaterRuleSpeaksWhereAnEarlierOnlyCounts: three follow-ups are not reached,
// four times the work is.
func TestALaterRuleSpeaksWhereAnEarlierOnlyCounts(t *testing.T) {
	r := history.Record{Events: []history.Event{touch(-12, "visit"), touch(-9, "visit")}, Opportunity: history.Opportunity{UsualMinutes: 10, UsualFrom: 20}}
	if v := judge(r, "lange"); v.Kind != "over-invested" {
		t.Errorf("%s %s by %s", v.Verdict, v.Kind, v.Rule)
	}
	r.Opportunity.UsualFrom = 19
	if v := judge(r, "lange"); v.Verdict != "keep" || v.Rule != "follow-ups" {
		t.Errorf("%s %s by %s", v.Verdict, v.Kind, v.Rule)
	}
}

// TestTheFloor: under no playbook is silence judged below three touches.
func TestTheFloor(t *testing.T) {
	for _, book := range playbook.BuiltIn {
		for n := range playbook.Balanced().Floor.Touches {
			var events []history.Event
			for i := range n {
				events = append(events, touch(-60+i, "email"))
			}
			if v := judge(history.Record{Events: events}, book); v.Verdict != "keep" {
				t.Errorf("%s, after %d touches: %s, %s", book, n, v.Verdict, v.Because)
			}
		}
	}
}

// TestADismissedRuleIsSilent, but for stop.
func TestADismissedRuleIsSilent(t *testing.T) {
	word := func(rule string) history.Event {
		return history.Event{At: days(-1), Type: history.Dismiss, Signal: rule}
	}
	if v := judge(history.Record{Events: append(silence(-8), word("persistence"))}, ""); v.Rule == "persistence" {
		t.Error("persistence speaks although it was dismissed")
	}
	stopped := history.Event{At: days(-2), Type: history.Decision, Verdict: "stop"}
	if v := judge(history.Record{Events: []history.Event{stopped, word("stop")}}, ""); v.Verdict != "stop" {
		t.Error("a stop was dismissed")
	}
}

// TestAPauseEnds on its day, and not before.
func TestAPauseEnds(t *testing.T) {
	for until, want := range map[int]string{-1: "keep", 0: "keep", 1: "pause"} {
		r := history.Record{Events: []history.Event{touch(-9, "email"), {At: days(-5), Type: history.Decision, Verdict: "pause", Until: days(until)}}}
		if v := judge(r, ""); v.Verdict != want {
			t.Errorf("until %d days from now: %s, want %s", until, v.Verdict, want)
		}
	}
}

// TestEveryRuleIsWhole: each has what the page of rules lists, and a place where
// it is asked.
func TestEveryRuleIsWhole(t *testing.T) {
	names := map[string]bool{}
	for _, r := range verdict.Rules {
		if names[r.Name] || r.Name == "" || r.Source == "" || r.Observed == "" || r.Follows == "" || r.Case == "" || r.Threshold == nil {
			t.Errorf("rule %q is not whole, or not the only one of its name", r.Name)
		}
		names[r.Name] = true
	}
	for _, list := range [][]string{playbook.SaidRules, playbook.SilenceRules} {
		for _, name := range list {
			if !names[name] {
				t.Errorf("playbooks may name %q, and there is no such rule", name)
			}
		}
	}
}
