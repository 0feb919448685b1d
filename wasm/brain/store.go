package brain

import (
	"time"

	"cleanbreak/core/replica"
)

// Store keeps the log on the device. In the extension it is IndexedDB
// (store.js); in tests it is a map.
type Store interface {
	// Key gives the index key, made on first use.
	Key() ([]byte, error)
	// Mine gives what the rep said of themselves, and Keep keeps it.
	Mine() (Mine, error)
	Keep(Mine) error
	// Learnt gives what was counted of when replies stop and of who came back, as
	// JSON, "" before anything was; KeepLearnt keeps it.
	Learnt() (string, error)
	KeepLearnt(counted string) error
	// Load gives every event and every look that names one of the pseudonyms,
	// and every event of anybody whose card names one of the accounts.
	Load(who, accounts []string) (Known, error)
	// Alike gives the cards of those who may be somebody: of their name in any
	// order, or with an address of one of their mailboxes. It may give others too.
	Alike(name string, addresses []string) ([]replica.Event, error)
	// All gives everything.
	All() (Known, error)
	// Put begins to write events and looks in one transaction, all of them or
	// none, and gives what waits for its end. An event that is there already is
	// the same event.
	Put(events []replica.Event, looks []Look) (written func() error)
	// Remove takes back one event.
	Remove(id string) error
	// Forget removes every event and look that names one of the pseudonyms, and
	// puts what is to stay of them, in one transaction.
	Forget(who []string, left []replica.Event) error
}

// Known is what the store holds about some people.
type Known struct {
	Events []replica.Event `json:"events"`
	Looks  []Look          `json:"looks"`
	Team   *Team           `json:"team"` // nil without one
}

// Look is the last time a place was looked at where a person could have
// answered.
type Look struct {
	Who  string    `json:"who"`  // one pseudonym
	Site string    `json:"site"` // gmail or linkedin
	At   time.Time `json:"at"`
}
