package device

import "cleanbreak/core/replica"

// Exported is a page of the team's log, opened.
type Exported struct {
	Events   []replica.Event `json:"events"`
	Rejected []Rejected      `json:"rejected,omitempty"`
	After    string          `json:"after"` // for the next ExportRequest
	More     bool            `json:"more"`
}

// Export takes the answer to ExportRequest.
func (m *Membership) Export(a Answer) (Exported, error) {
	got, err := readRound(a)
	if err != nil {
		return Exported{}, err
	}
	out := Exported{Events: []replica.Event{}, After: got.Cursor, More: got.More}
	s := Step{Membership: *m, Entries: map[string]string{}}
	s.apply(got.entries, 0)
	out.Events, out.Rejected = append(out.Events, s.Put...), s.Rejected
	return out, nil
}
