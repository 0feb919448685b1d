package device

import (
	"encoding/json"
	"errors"
	"time"

	"cleanbreak/core/keys"
	"cleanbreak/core/replica"
)

// Codes of entries that are rejected.
const (
	Altered = "altered" // the header, the body, or who is said to be the author, is not what was sealed
	NoKey   = "no-key"  // sealed with a key that this device does not have
)

// errTooLarge is given for an event that no server takes.
var errTooLarge = errors.New("the event is larger than 8 KiB")

// sealed is what is sealed of an event: beside its sealed part who wrote it, which
// the server says too. Of an event's place and when it came there is the server's
// word alone.
type sealed struct {
	replica.Sealed
	Author string `json:"author"` // member
	Role   string `json:"role"`
}

// Seal gives an event of this device's own in the form in which it travels: its
// header in clear, its sealed part sealed, and nothing of what is local but what a
// reading says. Days in it are those of the zone.
func (m *Membership) Seal(e replica.Event, zone *time.Location, random Random) (replica.Wire, error) {
	if said := replica.SaidBy(e, zone); said != nil {
		e.Sealed.Said = said
	}
	body, err := json.Marshal(sealed{e.Sealed, m.Member, m.Role})
	if err != nil {
		return replica.Wire{}, err
	}
	key := m.ring().Current()
	w := replica.Wire{Header: replica.HeaderOf(e, key.ID())}
	w.Sealed = keys.Seal(key, nonce(random), replica.AppendHeader(nil, &w.Header), body)
	if len(replica.AppendWire(nil, &w)) > replica.MaxEvent {
		return w, errTooLarge
	}
	return w, nil
}

// open gives the event back, or why it is rejected. An event that lacks its key
// is given without what was sealed.
func (o *opener) open(w replica.Wire, s replica.Stamp) (replica.Event, string) {
	e := w.Event()
	e.Stamp = s
	if w.Key == "" { // written by the server: nobody's erasure, and nothing else
		if w.Kind != replica.Erase || w.Sealed != "" || s.Author != "" || s.Role != "" {
			return e, Altered
		}
		return e, ""
	}
	if s.Role != replica.Rep && s.Role != replica.Manager {
		return e, Altered
	}
	key, known := o.keys[w.Key]
	if !known {
		return e, NoKey
	}
	body, err := keys.Open(key, replica.AppendHeader(nil, &w.Header), w.Sealed)
	var b sealed
	if err != nil || json.Unmarshal(body, &b) != nil || b.Author != s.Author || b.Role != s.Role {
		return w.Event(), Altered
	}
	if e.Sealed = b.Sealed; !whole(e) {
		return w.Event(), Altered
	}
	return e, ""
}

// whole reports whether an event has the sealed part that its kind needs.
func whole(e replica.Event) bool {
	return (e.Kind != replica.Card || e.Sealed.Person != nil) && (e.Kind != replica.Deal || e.Sealed.Deal != nil)
}

// opener is a ring, looked up by id.
type opener struct {
	keys    map[string]keys.Key
	lacking map[string]bool
}

func (m *Membership) opener() *opener {
	o := &opener{map[string]keys.Key{}, map[string]bool{}}
	for _, k := range m.ring().Sealing {
		o.keys[k.ID()] = k
	}
	for _, id := range m.Lacking {
		o.lacking[id] = true
	}
	return o
}
