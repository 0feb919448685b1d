package brain

import "cleanbreak/core/replica"

// judgedAtOnce is how many people one call judges, so that others get their turn.
const judgedAtOnce = 25

// batch is everybody, gone through some at a time over several calls.
type batch struct {
	people []replica.Someone
	at     int // how many are done
}

// next gives the next few, who count as done.
func (b *batch) next() []replica.Someone {
	some := b.people[b.at:min(b.at+judgedAtOnce, len(b.people))]
	b.at += len(some)
	return some
}

func (b *batch) done() bool { return b.at == len(b.people) }

// continues reports that a caller who has so many goes on where the batch is; with
// 0 they begin.
func (b *batch) continues(from int) bool { return from > 0 && from == b.at }
