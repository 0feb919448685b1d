package member

import (
	"cleanbreak/core/device"
	"cleanbreak/core/history"
	"cleanbreak/core/playbook"
	"cleanbreak/core/replica"
	"cleanbreak/core/reply"
)

// keepWishes sees to it that a wish not to be contacted outlives an erasure whose
// author did not know of it: the server, which erases by itself and cannot read
// what is sealed, or a colleague's device that knew of fewer links. Of whom a step
// is about to erase, those who asked for it are erased once more, with a stop. All
// devices make the same event for it.
func (r *rounds) keepWishes(step device.Step) error {
	if len(step.Erase) == 0 {
		return nil
	}
	log, err := r.Store.Log()
	if err != nil {
		return err
	}
	index, err := r.ms.IndexKey()
	if err != nil {
		return err
	}
	var wishes []replica.Event
	for _, e := range step.Put {
		if e.Kind == replica.Erase && e.Clear.Verdict != history.Stop && r.asked(replica.Fold(log, e.Who)) {
			wish := device.Erase(e.Who, true, r.Now().UnixMilli(), r.Random)
			wish.ID = index.EventID("wish", e.ID)
			wishes = append(wishes, wish)
		}
	}
	if len(wishes) == 0 {
		return nil
	}
	return r.Store.Restore(Restored{Events: wishes})
}

// asked reports whether somebody asked not to be contacted, as far as this device
// knows; of somebody who is erased here already it knows nothing.
func (r *rounds) asked(s replica.State) bool {
	read := func(e replica.Event) *reply.Reading { return replica.Read(e, r.Zone) }
	record := history.Record{Now: r.Now(), Zone: r.Zone, Events: s.History(read)}
	return !s.Erased && (s.Stopped() || history.Of(record, playbook.Balanced()).OptOut != nil)
}
