package calibrate

import (
	"cmp"
	"slices"
	"strings"

	"cleanbreak/core/say"
)

// Contact is a stretch of one prospect's touches in silence, by channel, up to the
// one they answered.
type Contact struct {
	Channels []string
	Answered bool   // the last one
	Motion   string // cold, inbound, engaged or proposal
	Segment  string // the team's own: "over 50,000"
}

// Group is what a curve is of: everything, or one channel, motion or segment.
type Group struct{ By, Name string }

func (g Group) String() string {
	if g.By == "" {
		return "all"
	}
	return g.By + " " + g.Name
}

// MarshalText is String, so that groups can be kept as JSON; UnmarshalText reads it.
func (g Group) MarshalText() ([]byte, error) { return []byte(g.String()), nil }

// UnmarshalText reads what MarshalText wrote.
func (g *Group) UnmarshalText(text []byte) error {
	if by, name, found := strings.Cut(string(text), " "); found {
		*g = Group{by, name}
	}
	return nil
}

// Groups counts contacts by group.
type Groups map[Group]*Counts

// Add counts one prospect in every group they belong to, with the first of their
// stretches there: a dozen of one person's are not a dozen prospects. By channel each
// touch counts where it was made.
func (g Groups) Add(stretches []Contact) {
	first := map[Group]int{}
	for n, c := range stretches {
		for i, channel := range c.Channels {
			answered := c.Answered && i == len(c.Channels)-1
			for _, of := range [...]Group{{}, {"channel", channel}, {"motion", c.Motion}, {"segment", c.Segment}} {
				if of.By != "" && of.Name == "" {
					continue
				}
				if _, known := first[of]; !known {
					first[of] = n
				}
				if first[of] == n {
					g.at(of).At(i+1, answered)
				}
			}
		}
	}
}

func (g Groups) at(of Group) *Counts {
	if g[of] == nil {
		g[of] = &Counts{}
	}
	return g[of]
}

// mostTouches is how far a curve is drawn, fewest that one is drawn for.
const (
	mostTouches   = 20
	fewestTouches = 10
)

// Curves fits every group, everybody first. A group leans on the published curve of
// the channel most of its touches were made on.
func (g Groups) Curves() []Curve {
	groups := []Group{}
	touches := 0
	for of, c := range g {
		groups = append(groups, of)
		touches = max(touches, len(*c))
	}
	touches = min(max(touches, fewestTouches), mostTouches)
	slices.SortFunc(groups, func(a, b Group) int { return cmp.Or(cmp.Compare(a.By, b.By), cmp.Compare(a.Name, b.Name)) })
	var curves []Curve
	for _, of := range groups {
		p := PriorFor(of.Name)
		if of.By != "channel" {
			p = PriorFor(g.mostUsed())
		}
		curve := Fit(*g[of], p, touches)
		curve.Of = of.String()
		curves = append(curves, curve)
	}
	return curves
}

// Known is what was counted of a group, and the curve of it.
type Known struct {
	Counts Counts
	Curve  Curve
}

// Odds are what is known of another touch, by the motion somebody is in.
type Odds struct {
	motions   map[string]Known
	everybody Known
}

// Odds fits a curve for each motion, and one for everybody, once for all who are
// asked about.
func (g Groups) Odds() *Odds {
	prior := PriorFor(g.mostUsed())
	known := func(c Counts) Known { return Known{c, Fit(c, prior, mostTouches)} }
	o := &Odds{motions: map[string]Known{}, everybody: known(nil)}
	for of, c := range g {
		switch of.By {
		case "":
			o.everybody = known(*c)
		case "motion":
			o.motions[of.Name] = known(*c)
		}
	}
	return o
}

// Sentence says what is known of another touch for somebody in a motion who was
// silent for n, from those in the same motion. Where nobody in it got another, as
// nobody is ever counted in a proposal, it is from everybody, and says so.
func (o *Odds) Sentence(l *say.Language, motion string, n int) string {
	like, counted := o.motions[motion]
	if !counted {
		like.Curve = o.everybody.Curve
	}
	silent, _ := like.Counts.After(n)
	if all, _ := o.everybody.Counts.After(n); silent == 0 && all >= enough {
		return o.everybody.sentenceOfAll(l, n)
	}
	return like.Sentence(l, n)
}

// mostUsed is the channel most touches were made on.
func (g Groups) mostUsed() string {
	most, channel := 0, ""
	for of, c := range g {
		sum := 0
		for _, t := range *c {
			sum += t.Reached
		}
		if of.By == "channel" && (sum > most || sum == most && of.Name < channel) {
			most, channel = sum, of.Name
		}
	}
	return channel
}
