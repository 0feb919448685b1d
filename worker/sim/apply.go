//go:build !js

package sim

import (
	"maps"

	"cleanbreak/core/device"
	"cleanbreak/core/replica"
	"cleanbreak/worker/disk"
)

// apply has a device write a step, with what is wrong on purpose.
func (w *world) apply(k *disk.Disk, s device.Step) {
	rows := maps.Clone(k.Outbox)
	switch w.bug {
	case "nothing is pushed again":
		s.Rewound = false
	case "erasures are not applied":
		s.Erase = nil
	case "own writes are overwritten":
		if len(s.Put) > 2 {
			for id := range k.Outbox {
				delete(k.Log, id)
			}
		}
	case "the newest writer wins", "the first reading stays":
		for i := range s.Put {
			w.spoil(&s.Put[i], k.Membership.Member)
		}
	}
	k.Apply(s)
	for id, row := range rows {
		if _, there := k.Log[id]; there && w.bug == "rows stay" {
			k.Outbox[id] = row
		}
	}
}

func (w *world) spoil(e *replica.Event, member string) {
	if w.bug == "the newest writer wins" && e.Clear.Base != nil && e.Stamp.Author != member {
		e.Clear.Base = nil
	}
	if w.bug == "the first reading stays" && e.Clear.Version == fullText {
		e.Sealed.Said, e.Clear.Version = nil, 1
	}
}
