package brain

import (
	"strings"
	"time"

	"cleanbreak/core/replica"
	"cleanbreak/core/reply"
	"cleanbreak/core/workday"
)

// readingKey tells one reading of a reply from another.
type readingKey struct {
	id, read string
	length   int
}

// mostReadings is how many are remembered: those of a big account, several times over.
const mostReadings = 5000

// read gives what a reply says. What was read once is remembered, for the same
// replies are judged with every page.
func (b *Brain) read(e replica.Event) *reply.Reading {
	said := replica.TheirWords(e)
	if said == "" {
		return replica.Read(e, b.zone()) // as another device read it, or nil
	}
	key := readingKey{e.ID, e.Local.Read, len(said)}
	if r, known := b.readings[key]; known {
		return r
	}
	if b.readings == nil || len(b.readings) >= mostReadings {
		b.readings = map[readingKey]*reply.Reading{}
	}
	e.Local.Text = strings.Clone(e.Local.Text) // the rest of what was loaded with it may go
	r := replica.Read(e, b.zone())
	b.readings[key] = r
	return r
}

// zone is the device's; it stands for the prospect's.
func (b *Brain) zone() *time.Location {
	zone, err := workday.LoadZone(b.Zone)
	if err != nil {
		return time.UTC // a zone this version does not know
	}
	return zone
}
