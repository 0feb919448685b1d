package plan

import (
	"cleanbreak/core/history"
	"cleanbreak/core/reply"
)

// toldByAnother reports the message of a person that says that our prospect left,
// and who signed it: a colleague of theirs, whose name is "" where it is not known.
func (m *maker) toldByAnother(e *history.Event) (name string, told bool) {
	if e == nil || e.Type != history.Reply || e.Reading.Machine || e.Says(reply.LeftCompany) == nil {
		return "", false
	}
	name = e.Reading.Signed()
	if firstName(name) == "" {
		return "", true
	}
	return name, firstName(name) != firstName(m.h.Prospect.Name)
}
