package member

import (
	"cleanbreak/core/device"
	"cleanbreak/core/replica"
)

// Store keeps what package device says a device keeps. In the extension it is
// IndexedDB (teamstore.js); in tests it is a map. Every method is one transaction.
type Store interface {
	// Key gives the index key of this device's log.
	Key() ([]byte, error)
	// Membership gives nil where there is no team.
	Membership() (*device.Membership, error)
	// Joining gives the pending membership, nil where there is none.
	Joining() (*device.Membership, error)
	// Join keeps a pending membership; nil drops it.
	Join(*device.Membership) error
	// Log gives every event.
	Log() ([]replica.Event, error)
	// Everything gives the log, the looks and what the rep says of themselves.
	Everything() (Saved, error)
	// Restore adds to them, in a team with rows. What the rep says of themselves is
	// taken where nothing is there yet.
	Restore(Restored) error
	// Enter makes the device a member. It reports false where the log has grown
	// since it was read; then nothing is written.
	Enter(Entering) (bool, error)
	// Leave forgets the team, but for its address and its entries, and keeps the log.
	Leave() error
	// Left gives the address of the team that this device left last, "" where it was
	// in none.
	Left() (string, error)
	// Waiting gives the first of the outbox.
	Waiting() ([]device.Waiting, error)
	// Take writes what a round's answer changes.
	Take(device.Step) error
	// Names keeps the members' names, by member.
	Names(map[string]string) error
}

// Entering is what changes when a device becomes a member: the log in the team's
// tags takes the place of its own, and all of it goes out.
type Entering struct {
	Membership device.Membership `json:"membership"`
	Read       int               `json:"read"`   // events that the log had
	Events     []replica.Event   `json:"events"` // signed
	Again      bool              `json:"again"`  // into the team it left: the entries are of it, and go out again too
	Who        map[string]string `json:"who"`    // pseudonyms from old to new, for the looks; null where they stay
}
