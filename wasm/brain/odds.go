package brain

import (
	"encoding/json"

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
}

// learnt is what was counted, as the store keeps it: numbers, which name nobody.
type learnt struct {
	Groups json.RawMessage    `json:"groups"` // calibrate.Groups: when they answered; nil before anything was counted
	Regret []calibrate.Regret `json:"regret"` // who of those let go came back
}

// Learn counts, from the log, when replies stop and who of those let go came back, and
// keeps what it counted. It looks at some people at a time, and is called again while
// there are more.
func (b *Brain) Learn() (more bool, err error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.learning == nil {
		known, err := b.Store.All()
		if err != nil {
			return false, err
		}
		b.learning = &learning{batch: batch{people: replica.Everybody(known.Events)}, groups: calibrate.Groups{}}
	}
	l := b.learning
	for _, s := range l.next() {
		events := s.History(b.read)
		l.groups.Add(calibrate.Stretches(events, b.Now()))
		l.goodbyes = append(l.goodbyes, calibrate.Goodbyes(events, b.Now())...)
	}
	if !l.done() {
		return true, nil
	}
	b.learning = nil
	groups, err := json.Marshal(l.groups)
	if err != nil {
		return false, err
	}
	b.learnt = &learnt{groups, calibrate.Regrets(l.goodbyes, b.Now())}
	kept, err := json.Marshal(b.learnt)
	if err != nil {
		return false, err
	}
	return false, b.Store.KeepLearnt(string(kept))
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

// Regret gives who of those let go came back, as it was counted last.
func (b *Brain) Regret() ([]Regret, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	known, err := b.known()
	out := []Regret{}
	_, names := view.Labels()
	for _, r := range known.Regret {
		out = append(out, Regret{r, names[r.Kind]})
	}
	return out, err
}
