package pipeline

import (
	"cleanbreak/core/assess"
)

// Look judges one row once more, in full: with the points, the voices and what
// would change it. It takes the file and the place of a line that was judged, after
// the run that gave it; ok is false where the row is not judged.
func (t *Triage) Look(file int, at int64) (a assess.Assessment, ok bool, err error) {
	in, err := t.sources[file].Open()
	if err != nil {
		return a, false, err
	}
	defer in.Close()
	b := plain(in)
	if err := skip(b, int64(t.skips[file])+at); err != nil {
		return a, false, err
	}
	s := t.Sheets[file]
	cells, bad := newRows(b, s.Separator[0]).row()
	if bad != nil && bad != errNeverClosed {
		return a, false, bad
	}
	t.line.begin(s, file, 0, at)
	if why := t.gatherRow(s, cells, bad); why != "" {
		return a, false, nil
	}
	a = assess.Assess(t.row.record, t.o.Playbook)
	if t.row.said && a.Rule == "stop" {
		a.Because = t.optedOut()
	}
	return a, a.Tracked, nil
}
