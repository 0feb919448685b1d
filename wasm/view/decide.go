package view

import (
	"strings"
	"time"

	"cleanbreak/core/assess"
	"cleanbreak/core/history"
	"cleanbreak/core/verdict"
)

// Decision is one press by which the rep follows a verdict, or takes it back.
type Decision struct {
	Label         string
	Verdict, Kind string
	Until         time.Time // of a break-up: the day of the second look that was shown
	Of            time.Time // of a last try: the touch that may have been it already; zero where none was
	Primary       bool
	Ask           *Question // asked first; nil where one press is enough
}

// Entered is what the press sends.
func (d Decision) Entered() Entered {
	return Entered{Type: "decision", Verdict: d.Verdict, Kind: d.Kind, Until: d.Until, Of: d.Of}
}

// decisions go by the verdict and its kind.
func decisions(a assess.Assessment, state string) []Decision {
	known, special := decisionWords[state]
	if !special {
		known = decisionWords[a.Verdict]
	}
	var out []Decision
	for _, d := range known {
		if d.Verdict == a.Verdict {
			as := follows(a)
			d.Kind, d.Until, d.Of = as.Kind, as.Until, as.Of
		}
		out = append(out, d)
	}
	return out
}

// follows is the decision to do as the verdict says.
func follows(a assess.Assessment) Decision {
	d := Decision{Verdict: a.Verdict, Kind: a.Kind}
	if a.Verdict == verdict.BreakUp && a.Reassess != nil {
		d.Until = Noon(*a.Reassess)
	}
	if a.Verdict == verdict.LastTry && a.Perhaps != nil {
		d.Of, _ = time.Parse(time.RFC3339Nano, *a.Perhaps)
	}
	return d
}

// Disagree asks what the rep would do instead.
type Disagree struct {
	Title, Why, When, Kind, Do string
	Options                    []Option // verdicts
	Kinds                      []Option // of a break-up
	Against                    string
}

// disagree offers what the rep can decide, without the verdict that stands. A
// break-up may be of another kind and a pause have another date; nobody breaks up
// with a customer.
func disagree(a assess.Assessment, customer bool) *Disagree {
	d := &Disagree{
		Title: disagreeTitle, Why: disagreeWhy, When: disagreeWhen, Kind: disagreeKind, Do: disagreeDo,
		Against: a.Verdict,
	}
	for _, o := range deciding {
		if NotFor(o.Code, customer) {
			continue
		}
		if o.Code != a.Verdict || o.Code == verdict.BreakUp || o.Code == verdict.Pause {
			d.Options = append(d.Options, o)
		}
	}
	for _, k := range partingKinds {
		if a.Verdict != verdict.BreakUp || k != a.Kind {
			d.Kinds = append(d.Kinds, Option{k, word(kindWords, k)})
		}
	}
	return d
}

// NotFor are decisions that a customer is spared, and those only a customer can need.
func NotFor(code string, customer bool) bool {
	switch code {
	case verdict.LastTry, verdict.BreakUp:
		return customer
	case verdict.HandOff:
		return !customer
	}
	return false
}

// Enter makes a decision against the verdict, or says what is missing. Until
// is the first day back, of a pause.
func (d *Disagree) Enter(code, kind, why string, until time.Time) (e Entered, problem string) {
	e = Entered{Type: "decision", Verdict: code, Against: d.Against, Text: line(why)}
	switch code {
	case "":
		return Entered{}, needsOneOf
	case verdict.BreakUp:
		e.Kind = kind
		if e.Kind == "" && len(d.Kinds) > 0 {
			e.Kind = d.Kinds[0].Code
		}
	case verdict.Pause:
		if until.IsZero() {
			return Entered{}, needsDay
		}
		e.Until = until
	}
	return e, ""
}

// Sure is what to ask before a decision; nil where one press is enough.
func (e Entered) Sure() *Question {
	if e.Verdict == verdict.BreakUp && e.Kind == verdict.TireKicker {
		return tireKickerAsk
	}
	return nil
}

// Lift ends a stop.
func Lift(why string) Entered {
	return Entered{Type: "decision", Verdict: history.LiftStop, Against: verdict.Stop, Text: line(why)}
}

// mostText is how many characters of what the rep enters are kept: what is
// shown of it is cut at 160, and a promise is known again by its text.
const mostText = 140

// line puts what the rep typed on one line of bounded length.
func line(text string) string {
	text = strings.Join(strings.Fields(text), " ")
	if runes := []rune(text); len(runes) > mostText {
		text = strings.TrimSpace(string(runes[:mostText]))
	}
	return text
}

// partingKinds are the kinds of break-up to choose from.
var partingKinds = []string{
	verdict.Ghosting, verdict.NoBudget, verdict.NoAuthority, verdict.NoFit, verdict.NotInterested, verdict.Competitor,
	verdict.TireKicker, verdict.OverInvested, verdict.NotNow, verdict.NotWorthIt,
}
