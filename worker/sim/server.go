//go:build !js

package sim

import (
	"cleanbreak/core/device"
	"cleanbreak/core/replica"
)

// server is the team's server, as the simulated network reaches it. Two fit: the
// [model], which is fast, and the [real] one.
type server interface {
	// do answers one request. A request is one transaction.
	do(r device.Request, now int64) device.Answer
	// log gives the rows, oldest first; nil stands for an erased one.
	log() []*replica.Event
	// person gives counts and standing decisions of the person of a pseudonym, and
	// whether they were erased.
	person(pseudonym string) person
	// housekeep does what is due once a day.
	housekeep(now int64)
	// snapshot keeps all there is; rewind goes back to it.
	snapshot() any
	rewind(any)
	close()
}

// person is what a server knows of somebody.
type person struct {
	counts               map[replica.Use]int
	decisions            []string // ids, the current one first
	erased, doNotContact bool
}
