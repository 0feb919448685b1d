package signal

import (
	"fmt"
	"testing"

	"cleanbreak/core/history"
	"cleanbreak/core/reply"
)

// busyProspect has 40 touches, 6 replies, and most of what can be known.
func busyProspect() history.Record {
	r := known(deal(60000), company(120, "DE", "tooling"), stage("demo", "20 Sep"), usual(60, 25),
		colleague("18 Nov", "Jo Berg", history.Reply, "Anna"),
		meeting("1 Oct", history.Completed, ""), meeting("5 Oct", history.Rescheduled, "them"), meeting("9 Oct", history.NoShow, "them"),
		reacted("12 Nov", "linkedin", "Accepted your invitation"), bounce("2 Nov"),
		answered("why-here", "the people"), answered("calendar", "back to back"), answered("budget", "yes"))
	for i := range 40 {
		touch(fmt.Sprintf("%d %s", 1+i%28, [...]string{"Oct", "Nov"}[i/28]), [...]string{"email", "call", "linkedin"}[i%3])(&r)
	}
	const text = "Hi Anna, thank you for the overview.\nWe went through it in the team on Tuesday, and our head of operations would like to know what the larger package costs us a year, and whether it works with what we run today."
	for i, intent := range []string{reply.Question, reply.NotInterested, reply.HasVendor, reply.Interested, reply.Question, reply.Unclear} {
		replied(fmt.Sprintf("%d Oct", 2+4*i), intent, text)(&r)
	}
	return r
}

// TestAllocations keeps the signals' share of the 200 that a verdict may use.
func TestAllocations(t *testing.T) {
	p := midSized
	h := history.Of(busyProspect(), p)
	if n := testing.AllocsPerRun(100, func() { Read(&h, p) }); n >= 90 {
		t.Errorf("%.0f allocations, and fewer than 90 are there for the signals", n)
	}
}

func BenchmarkRead(b *testing.B) {
	p := midSized
	h := history.Of(busyProspect(), p)
	b.ReportAllocs()
	for b.Loop() {
		Read(&h, p)
	}
}
