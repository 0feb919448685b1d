package calibrate

import (
	"fmt"
	"slices"
	"sort"
	"time"

	"cleanbreak/core/history"
	"cleanbreak/core/say"
)

// Goodbye is one prospect who was let go once.
type Goodbye struct {
	ID   string // of the decision
	Kind string
	On   time.Time
	Back bool // within six months, or they bought
}

// backWithin is the months within which coming back is a regret.
const backWithin = 6

// InTime reports that somebody who was let go on a day came back soon enough for it to
// be a regret. The zero time is never.
func InTime(on, back time.Time) bool {
	return !back.IsZero() && back.Before(on.AddDate(0, backWithin, 0))
}

// Goodbyes are the break-ups that were decided in a history, oldest first. Once they are
// let go, another one is the same until they come back. One that the rep took back
// before its six months were over, to go on with them, tells nothing.
func Goodbyes(events []history.Event, now time.Time) []Goodbye {
	var out []Goodbye
	var open *Goodbye
	end := func(back bool) {
		open.Back = back
		out, open = append(out, *open), nil
	}
	for i := range events {
		e := &events[i]
		if e.At.After(now) {
			break
		}
		switch {
		case open == nil:
			if e.Type == history.Decision && e.Verdict == history.BreakUp {
				open = &Goodbye{ID: e.ID, Kind: e.Kind, On: e.At}
			}
		case e.Type == history.Decision && e.Verdict == history.Won:
			end(true)
		case e.Returned():
			end(InTime(open.On, e.At))
		case e.Type == history.Decision && goesOn(e.Verdict):
			if InTime(open.On, e.At) {
				open = nil
			} else {
				end(false)
			}
		}
	}
	if open != nil {
		end(false)
	}
	return out
}

// goesOn reports a decision by which somebody is not let go any more.
func goesOn(verdict string) bool {
	switch verdict {
	case history.YourTurn, history.Invest, history.Keep, history.LastTry, history.Pause, history.HandOff:
		return true
	}
	return false
}

// Regret is how many of those let go for one reason came back so far, within six
// months. Who was let go later than that may still come back: half of them were let
// go in the last so many Weeks.
type Regret struct {
	Kind  string  `json:"kind"` // OtherKinds puts those together of which there are too few
	LetGo int     `json:"let_go"`
	Back  int     `json:"back"`
	Low   float64 `json:"low"` // 95 % interval of the share
	High  float64 `json:"high"`
	Weeks int     `json:"weeks"`

	waited []int // hours
}

// fewest is the smallest group that is shown by itself.
const fewest = 5

const week = 7 * 24 // hours

// OtherKinds is the kind of those that are too few by themselves.
const OtherKinds = "other kinds"

// Regrets counts goodbyes by kind. A kind with fewer than five is shown with the
// others that are, and with fewer than five of these together not at all.
func Regrets(goodbyes []Goodbye, now time.Time) []Regret {
	many := map[string]int{}
	for _, g := range goodbyes {
		many[g.Kind]++
	}
	var all []Regret
	for _, g := range goodbyes {
		kind := g.Kind
		if kind == "" || many[kind] < fewest { // the rep decided, and gave no reason of ours
			kind = OtherKinds
		}
		at := slices.IndexFunc(all, func(r Regret) bool { return r.Kind == kind })
		if at < 0 {
			at, all = len(all), append(all, Regret{Kind: kind})
		}
		r := &all[at]
		r.LetGo++
		if g.Back {
			r.Back++
		}
		r.waited = append(r.waited, int(now.Sub(g.On).Hours()))
	}
	out := []Regret{}
	for _, r := range all {
		if r.LetGo < fewest {
			continue
		}
		r.Low, r.High = Wilson(r.Back, r.LetGo)
		slices.Sort(r.waited)
		r.Weeks = (r.waited[len(r.waited)/2] + week - 1) / week
		out = append(out, r)
	}
	sort.Slice(out, func(i, j int) bool { return out[i].Kind < out[j].Kind })
	return out
}

// Sentence says it with its interval.
func (r Regret) Sentence() string {
	return fmt.Sprintf("%d of %d came back so far: %.0f %%, %.0f–%.0f %%; half of them were let go in the last %s",
		r.Back, r.LetGo, 100*float64(r.Back)/float64(r.LetGo), 100*r.Low, 100*r.High, say.Count(r.Weeks, "week", "weeks"))
}
