package assess

import (
	"time"

	"cleanbreak/core/history"
	"cleanbreak/core/playbook"
	"cleanbreak/core/reply"
	"cleanbreak/core/say"
	"cleanbreak/core/verdict"
)

// mostFlips is how many are shown; farthest is how many days ahead are looked.
const (
	mostFlips = 5
	farthest  = 128
)

// flips finds the smallest changes that would change the verdict, by running the
// engine on each: one that leads to the same verdict as another is left out.
func flips(r history.Record, v verdict.Verdict, p *playbook.Playbook) []Flip {
	out := []Flip{}
	seen := map[string]bool{v.Verdict + v.Kind: true}
	for _, c := range changes(r, v, p) {
		h := history.Of(c.record, p)
		w := verdict.Judge(&h, p)
		if seen[w.Verdict+w.Kind] || len(out) == mostFlips {
			continue
		}
		seen[w.Verdict+w.Kind] = true
		out = append(out, Flip{If: c.words, Verdict: w.Verdict, Kind: w.Kind})
	}
	if v.Verdict == verdict.Stop { // no calendar ends it
		return out
	}
	if day, w, ok := byTime(r, v, p); ok && !seen[w.Verdict+w.Kind] && len(out) < mostFlips {
		out = append(out, Flip{If: "on " + day, Verdict: w.Verdict, Kind: w.Kind})
	}
	return out
}

// change is a record that differs in one thing.
type change struct {
	words  string
	record history.Record
}

func changes(r history.Record, v verdict.Verdict, p *playbook.Playbook) []change {
	h := history.Of(r, p)
	tomorrow := h.Calendar.Next(r.Now.AddDate(0, 0, 1))
	weekday := tomorrow.Weekday().String()
	said := func(intent string) history.Event {
		return history.Event{At: r.Now, Type: history.Reply, Channel: "email", Read: "full",
			Reading: &reply.Reading{Intents: []reply.Intent{{Intent: intent}}}}
	}
	list := append(settled(r, v), change{"a reply that shows interest", with(r, said(reply.Interested))})
	if h.Possible("call") {
		list = append(list, change{"a call on " + weekday + " that reaches them", at(with(r,
			history.Event{At: tomorrow.Add(9 * time.Hour), Type: history.Touch, Channel: "call", Disposition: history.Connected}), tomorrow.Add(10*time.Hour))})
	}
	list = append(list,
		change{"a meeting is booked", with(r, history.Event{At: r.Now, Type: history.Meeting, Disposition: history.Scheduled, Starts: tomorrow.AddDate(0, 0, 7)})},
		change{"a named budget owner", with(r, history.Event{At: r.Now, Type: history.Reply, Channel: "email", Read: "full",
			Reading: &reply.Reading{Intents: []reply.Intent{{Intent: reply.Refers}}, Referrals: []reply.Referral{{}}}})},
		change{"another no", with(r, said(reply.NotInterested))},
		change{"another touch without an answer", with(r, history.Event{At: r.Now, Type: history.Touch, Channel: "call"})},
	)
	if len(v.Unsure) > 0 {
		looked := r
		looked.Seen = nil
		list = append(list, change{"you look, and they have not answered", looked})
	}
	return list
}

// settled does what the verdict waits for.
func settled(r history.Record, v verdict.Verdict) []change {
	switch {
	case v.Event == nil:
	case v.Event.Type == history.Promise:
		return []change{{"you keep your promise", with(r, history.Event{At: r.Now, Type: history.Promise, Text: v.Event.Text, Done: true})}}
	case v.Verdict == verdict.YourTurn && v.Event.Type == history.Meeting:
		return []change{{"you log that the meeting took place", with(r, history.Event{At: r.Now, Type: history.Meeting, Disposition: history.Completed, Starts: v.Event.Starts})}}
	case v.Verdict == verdict.YourTurn:
		return []change{{"you answer", with(r, history.Event{At: r.Now, Type: history.Touch, Channel: v.Event.Channel})}}
	}
	return nil
}

func with(r history.Record, e history.Event) history.Record {
	r.Events = append(r.Events[:len(r.Events):len(r.Events)], e)
	return r
}

func at(r history.Record, now time.Time) history.Record {
	r.Now = now
	return r
}

// byTime is a day on which nothing but the calendar changes the verdict, and
// before which it does not: the days ahead are tried in doubling steps, and the
// step in which it changes is halved.
func byTime(r history.Record, v verdict.Verdict, p *playbook.Playbook) (string, verdict.Verdict, bool) {
	on := func(days int) (verdict.Verdict, bool) {
		h := history.Of(at(r, r.Now.AddDate(0, 0, days)), p)
		w := verdict.Judge(&h, p)
		return w, w.Verdict != v.Verdict || w.Kind != v.Kind
	}
	same, other := 0, 1
	if v.Verdict == verdict.Pause {
		other = int(v.Until.Sub(r.Now).Hours()/24) + 1
	}
	for {
		if _, changed := on(other); changed {
			break
		}
		if same = other; other >= farthest {
			return "", verdict.Verdict{}, false
		}
		other = min(2*other, farthest)
	}
	for other-same > 1 {
		if _, changed := on((same + other) / 2); changed {
			other = (same + other) / 2
		} else {
			same = (same + other) / 2
		}
	}
	w, _ := on(other)
	return say.Day(r.Now.AddDate(0, 0, other), r.Now, r.Zone), w, true
}
