package reply_test

import (
	"testing"
	"time"

	"cleanbreak/core/reply"
)

func BenchmarkRead(b *testing.B) {
	m := reply.Mail{Text: "Hi Jo,\n\nThanks for reaching out. We are interested, but there is no budget until April. Could you send me the pricing?\n\nBest regards,\nKim Lee\nHead of IT\n\nOn Mon, 2 Nov 2026 at 10:00, Jo Berg <jo@us.example> wrote:\n> Hello Kim,\n> are you interested?\n", Received: time.Date(2026, 11, 4, 10, 0, 0, 0, time.UTC)}
	reply.Read(m)
	b.ReportAllocs()
	for b.Loop() {
		reply.Read(m)
	}
}

// BenchmarkVisible trims the mails of testdata/replies/visible.txt.
func BenchmarkVisible(b *testing.B) {
	all := seenCases(b)
	reply.Visible("")
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		reply.Visible(all[i%len(all)].mail)
	}
}
