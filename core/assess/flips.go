package assess

import (
	"time"

	"cleanbreak/core/history"
	"cleanbreak/core/page"
	"cleanbreak/core/playbook"
	"cleanbreak/core/reply"
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
	t := newTrial(r, p)
	out := []Flip{}
	seen := map[string]bool{v.Verdict + v.Kind: true}
	note := func(words string, w verdict.Verdict) {
		if key := w.Verdict + w.Kind; !seen[key] {
			seen[key] = true
			out = append(out, Flip{If: words, Verdict: w.Verdict, Kind: w.Kind})
		}
	}
	for _, c := range changes(t.history(r), v) {
		if len(out) == mostFlips {
			return out
		}
		note(c.words, t.judge(c))
	}
	if v.Verdict == verdict.Stop || len(out) == mostFlips { // no calendar ends a stop
		return out
	}
	if day, w, ok := t.byTime(v); ok {
		note(r.Tongue.Say("on {}", day), w)
	}
	return out
}

// trial judges one record with small changes, in the same memory every time.
type trial struct {
	record history.Record
	p      *playbook.Playbook
	room   history.Room
}

func newTrial(r history.Record, p *playbook.Playbook) *trial {
	r.Events = append(make([]history.Event, 0, len(r.Events)+1), r.Events...) // and room for one more
	return &trial{record: r, p: p}
}

func (t *trial) history(r history.Record) *history.History {
	h := t.room.Of(r, t.p)
	return &h
}

// judge is the verdict after a change.
func (t *trial) judge(c change) verdict.Verdict {
	r := t.record
	if c.event.Type != "" {
		r.Events = append(r.Events, c.event)
	}
	if !c.now.IsZero() {
		r.Now = c.now
	}
	if c.looked {
		r.Seen = nil
	}
	return verdict.Judge(t.history(r), t.p)
}

// change is one thing that could happen.
type change struct {
	words  string
	event  history.Event // of no type: nothing but what follows
	now    time.Time     // when it is judged; zero is now
	looked bool          // everywhere they could have answered
}

func changes(h *history.History, v verdict.Verdict) []change {
	tomorrow := h.Calendar.Next(h.Now.AddDate(0, 0, 1))
	says := func(intent string) history.Event {
		return history.Event{At: h.Now, Type: history.Reply, Channel: "email", Read: page.ReadFull,
			Reading: &reply.Reading{Intents: []reply.Intent{{Intent: intent}}}}
	}
	list := settled(h, v)
	if v.Verdict == verdict.Pause {
		list = append(list, change{words: trigger(h), event: history.Event{At: h.Now, Type: history.Trigger, Kind: history.NewJob}})
	}
	list = append(list, change{words: h.Say("a reply that shows interest"), event: says(reply.Interested)})
	if h.Possible("call") {
		reached := history.Event{At: tomorrow.Add(9 * time.Hour), Type: history.Touch, Channel: "call", Disposition: history.Connected}
		list = append(list, change{words: h.Say("a call on {} that reaches them", h.Tongue.DayOfWeek(tomorrow)), event: reached, now: tomorrow.Add(10 * time.Hour)})
	}
	names := says(reply.Refers)
	names.Reading.Referrals = []reply.Referral{{}}
	list = append(list,
		change{words: h.Say("a meeting is booked"), event: history.Event{At: h.Now, Type: history.Meeting, Disposition: history.Scheduled, Starts: tomorrow.AddDate(0, 0, 7)}},
		change{words: h.Say("a named budget owner"), event: names},
		change{words: h.Say("another no"), event: says(reply.NotInterested)},
		change{words: h.Say("another touch without an answer"), event: history.Event{At: h.Now, Type: history.Touch, Channel: "call"}},
	)
	if len(v.Unsure) > 0 {
		list = append(list, change{words: h.Say("you look, and they have not answered"), looked: true})
	}
	return list
}

// trigger is the event that they gave, else those that are worth a second look
// whenever they come.
func trigger(h *history.History) string {
	if d := h.LastDecision(); d != nil && d.Awaits != "" {
		return d.Awaits
	}
	return h.Say("a new job, funding or a renewal")
}

// settled does what the verdict waits for.
func settled(h *history.History, v verdict.Verdict) []change {
	now := h.Now
	switch e := v.Event; {
	case e == nil:
	case e.Type == history.Promise:
		return []change{{words: h.Say("you keep your promise"), event: history.Event{At: now, Type: history.Promise, Text: e.Text, Done: true}}}
	case v.Verdict == verdict.YourTurn && e.Type == history.Meeting:
		return []change{{words: h.Say("you log that the meeting took place"), event: history.Event{At: now, Type: history.Meeting, Disposition: history.Completed, Starts: e.Starts}}}
	case v.Verdict == verdict.YourTurn:
		return []change{{words: h.Say("you answer"), event: history.Event{At: now, Type: history.Touch, Channel: e.Channel}}}
	}
	return nil
}

// byTime is a day on which nothing but the calendar changes the verdict, and
// before which it does not: the days ahead are tried in doubling steps, and the
// step in which it changes is halved.
func (t *trial) byTime(v verdict.Verdict) (day string, then verdict.Verdict, ok bool) {
	now := t.record.Now
	changes := func(days int) bool {
		w := t.judge(change{now: now.AddDate(0, 0, days)})
		differs := w.Verdict != v.Verdict || w.Kind != v.Kind
		if differs {
			then = w
		}
		return differs
	}
	same, other := 0, 1
	if v.Verdict == verdict.Pause { // mostly until its day
		other = int(v.Until.Sub(now).Hours()/24) + 1
		if other > 2 && !changes(other-2) {
			same = other - 2
		}
	}
	for !changes(other) {
		if same = other; other >= farthest {
			return "", verdict.Verdict{}, false
		}
		other = min(2*other, farthest)
	}
	for other-same > 1 {
		if middle := (same + other) / 2; changes(middle) {
			other = middle
		} else {
			same = middle
		}
	}
	return t.record.Tongue.Day(now.AddDate(0, 0, other), now, t.record.Zone), then, true
}
