package brain

import (
	"encoding/json"
	"slices"

	"cleanbreak/core/assess"
	"cleanbreak/core/calibrate"
	"cleanbreak/core/history"
	"cleanbreak/core/playbook"
	"cleanbreak/core/replica"
	"cleanbreak/wasm/view"
)

// learning counts what became of those in the log, and is under way.
type learning struct {
	batch
	groups   calibrate.Groups
	goodbyes []calibrate.Goodbye
	mine     []calibrate.Goodbye // the rep's own of them
	freed    Freed
	freedOwn Freed
	others   map[string]bool // who else let go of somebody
	rules    *playbook.Playbook
	team     *Team
}

// learnt is what was counted, as the store keeps it: numbers, which name nobody.
type learnt struct {
	Groups json.RawMessage    `json:"groups"` // calibrate.Groups: when they answered; nil before anything was counted
	Regret []calibrate.Regret `json:"regret"` // who of those let go came back
	Mine   Freed              `json:"mine"`
	Team   *Freed             `json:"team"`  // everybody's together; nil where of somebody else too much could be told by it
	Worth  int                `json:"worth"` // of an hour, in the playbook's currency; 0 is not said
}

// Freed is what letting go freed.
type Freed struct {
	LetGo   int `json:"let_go"`
	Minutes int `json:"minutes"` // that going on would still have taken, at the time
}

func (f *Freed) add(minutes int) {
	f.LetGo++
	f.Minutes += minutes
}

// fewestOthers is of how many others at least figures are put together: below it, one
// who knows their own could tell what somebody else did.
const fewestOthers = 5

// Learn counts, from the log, when replies stop, who of those let go came back and what
// letting go freed, and keeps what it counted. It looks at some people at a time, and is called again while
// there are more.
func (b *Brain) Learn() (more bool, err error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.learning == nil {
		known, err := b.Store.All()
		if err != nil {
			return false, err
		}
		index, err := b.index()
		if err != nil {
			return false, err
		}
		rules, err := b.playbookHere(known.Events, index)
		if err != nil {
			return false, err
		}
		b.learning = &learning{batch: batch{people: replica.Everybody(known.Events)}, groups: calibrate.Groups{}, others: map[string]bool{}, rules: rules, team: known.Team}
	}
	l := b.learning
	for _, s := range l.next() {
		r := b.record(s.State)
		l.groups.Add(calibrate.Stretches(r.Events, b.Now()))
		l.let(s.State, r, calibrate.Goodbyes(r.Events, b.Now()))
	}
	if !l.done() {
		return true, nil
	}
	b.learning = nil
	groups, err := json.Marshal(l.groups)
	if err != nil {
		return false, err
	}
	b.learnt = &learnt{Groups: groups, Mine: l.freedOwn, Worth: l.rules.HourIsWorth}
	if n := len(l.others); n == 0 || n >= fewestOthers {
		b.learnt.Regret = calibrate.Regrets(l.goodbyes, b.Now())
		if n > 0 {
			b.learnt.Team = &l.freed
		}
	} else {
		b.learnt.Regret = calibrate.Regrets(l.mine, b.Now())
	}
	kept, err := json.Marshal(b.learnt)
	if err != nil {
		return false, err
	}
	return false, b.Store.KeepLearnt(string(kept))
}

// let counts the goodbyes said to somebody: what each freed is judged by what was
// known of them before it.
func (l *learning) let(s replica.State, r history.Record, goodbyes []calibrate.Goodbye) {
	authors, all := l.team.authors(s), r.Events
	for _, g := range goodbyes {
		r.Now = g.On
		r.Events = slices.DeleteFunc(slices.Clone(all), func(e history.Event) bool { return !e.At.Before(g.On) })
		minutes := assess.Judge(r, l.rules).MinutesLeft
		l.goodbyes = append(l.goodbyes, g)
		l.freed.add(minutes)
		if author := authors[g.ID]; author != "" {
			l.others[author] = true
		} else {
			l.mine = append(l.mine, g)
			l.freedOwn.add(minutes)
		}
	}
}

// known is what was learnt, here or before the program was started anew.
func (b *Brain) known() (*learnt, error) {
	if b.learnt != nil {
		return b.learnt, nil
	}
	kept, err := b.Store.Learnt()
	if err != nil || kept == "" {
		return &learnt{}, err
	}
	b.learnt = &learnt{}
	if json.Unmarshal([]byte(kept), b.learnt) != nil {
		b.learnt = &learnt{} // kept by another version; tomorrow it is counted anew
	}
	return b.learnt, nil
}

// oddsOf are what was learnt, and how many touches somebody has left unanswered; the
// panel makes a sentence of both. Nothing before anything was learnt.
func (b *Brain) oddsOf(r history.Record, p *playbook.Playbook) (odds json.RawMessage, silent int, err error) {
	known, err := b.known()
	if err != nil || known.Groups == nil {
		return nil, 0, err
	}
	h := history.Of(r, p)
	return known.Groups, len(h.Unanswered), nil
}

// Regret is what came of the break-ups for one reason.
type Regret struct {
	calibrate.Regret
	Name string `json:"name"` // the reason, as the rep is told it; "" of several together
}

// Brought is what came of letting go.
type Brought struct {
	Regret []Regret `json:"regret"` // who came back; of the rep's own alone, where Freed of the team is null and it has others
	Mine   Freed    `json:"mine"`
	Team   *Freed   `json:"team"`  // everybody's together, where five others at least let go; else null
	Worth  int      `json:"worth"` // of an hour; 0 is not said

	Groups json.RawMessage `json:"groups"` // calibrate.Groups of the log: when replies stop
}

// Brought gives what came of letting go, as it was counted last.
func (b *Brain) Brought() (Brought, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	known, err := b.known()
	out := Brought{[]Regret{}, known.Mine, known.Team, known.Worth, known.Groups}
	_, names := view.Labels()
	for _, r := range known.Regret {
		out.Regret = append(out.Regret, Regret{r, names[r.Kind]})
	}
	return out, err
}
