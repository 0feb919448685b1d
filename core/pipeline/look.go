package pipeline

import (
	"cleanbreak/core/assess"
)

// Looked is one row, judged in full.
type Looked struct {
	assess.Assessment
	Odds string // how many like them answered later; "" where it is not known
}

// Look judges one row once more, in full: with the points, the voices and what
// would change it. It takes the file and the place of a line that was judged, after
// the run that gave it; nil is a row that is not judged.
func (t *Triage) Look(file int, at int64) (*Looked, error) {
	in, err := t.sources[file].Open()
	if err != nil {
		return nil, err
	}
	defer in.Close()
	b := plain(in)
	if err := skip(b, int64(t.skips[file])+at); err != nil {
		return nil, err
	}
	s := t.Sheets[file]
	cells, bad := newRows(b, s.Separator[0]).row()
	if bad != nil && bad != errNeverClosed {
		return nil, bad
	}
	t.line.begin(s, file, 0, at)
	t.at = at
	if why := t.gatherRow(s, cells, bad); why != "" {
		return nil, nil
	}
	a := assess.Assess(t.row.record, t.o.Playbook)
	if t.row.said && a.Rule == "stop" {
		a.Because = t.optedOut()
	}
	if !a.Tracked {
		return nil, nil
	}
	t.lister.Judge(t.row.record, t.o.Playbook) // which counts the silence
	return &Looked{a, t.odds(a.Verdict, a.Motion)}, nil
}
