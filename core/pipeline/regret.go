package pipeline

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"time"

	"cleanbreak/core/calibrate"
	"cleanbreak/core/say"
)

// Regret is how many of those let go for one reason came back so far, within six
// months. A replay waits for nobody longer than that, and for many a few weeks: half
// of them were let go in the last so many Weeks.
type Regret struct {
	Kind  string  `json:"kind"` // "other kinds" puts those together of which there are too few
	LetGo int     `json:"let_go"`
	Back  int     `json:"back"`
	Low   float64 `json:"low"` // 95 % interval of the share
	High  float64 `json:"high"`
	Weeks int     `json:"weeks"`

	waited []time.Duration
}

// fewest is the smallest group that is shown by itself.
const fewest = 5

const otherKinds = "other kinds"

// Regrets counts partings by kind. A kind with fewer than five is shown with the
// others that are, and with fewer than five of these together not at all.
func Regrets(partings []*Parting, now time.Time) []Regret {
	by := map[string]*Regret{}
	count := func(kind string) *Regret {
		if by[kind] == nil {
			by[kind] = &Regret{Kind: kind}
		}
		return by[kind]
	}
	for _, p := range partings {
		r := count(p.Kind)
		r.LetGo++
		r.waited = append(r.waited, now.Sub(p.On))
		if p.Won || !p.Back.IsZero() && p.Back.Before(p.On.AddDate(0, sixMonths, 0)) {
			r.Back++
		}
	}
	for kind, r := range by {
		if r.LetGo < fewest && kind != otherKinds {
			others := count(otherKinds)
			others.LetGo, others.Back = others.LetGo+r.LetGo, others.Back+r.Back
			others.waited = append(others.waited, r.waited...)
			delete(by, kind)
		}
	}
	out := []Regret{}
	for _, r := range by {
		if r.LetGo < fewest {
			continue
		}
		r.Low, r.High = calibrate.Wilson(r.Back, r.LetGo)
		slices.Sort(r.waited)
		r.Weeks = int(math.Ceil(r.waited[len(r.waited)/2].Hours() / (7 * 24)))
		out = append(out, *r)
	}
	slices.SortFunc(out, func(a, b Regret) int { return strings.Compare(a.Kind, b.Kind) })
	return out
}

// Sentence says it with its interval.
func (r Regret) Sentence() string {
	return fmt.Sprintf("%d of %d came back so far: %.0f %%, %.0f–%.0f %%; half of them were let go in the last %s",
		r.Back, r.LetGo, 100*float64(r.Back)/float64(r.LetGo), 100*r.Low, 100*r.High, say.Count(r.Weeks, "week", "weeks"))
}
