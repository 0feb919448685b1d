package reply_test

import (
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"cleanbreak/core/reply"
)

func FuzzRead(f *testing.F) {
	for _, c := range cases(f) {
		f.Add(c.text, c.subject)
	}
	for _, tail := range below {
		f.Add("Fine."+tail, "")
	}
	received := time.Date(2026, 11, 4, 10, 0, 0, 0, time.UTC)
	f.Fuzz(func(t *testing.T, text, subject string) {
		r := reply.Read(reply.Mail{Text: text, Subject: subject, Received: received})
		if len(r.Intents) == 0 || r.Referrals == nil {
			t.Fatal("a list is empty or nil")
		}
		for _, i := range r.Intents {
			if i.Confidence <= 0 || i.Confidence > 1 {
				t.Fatalf("%s has confidence %v", i.Intent, i.Confidence)
			}
			if utf8.ValidString(text) && utf8.ValidString(subject) && !utf8.ValidString(i.Quote) {
				t.Fatalf("%q is no text", i.Quote)
			}
		}
	})
}

// TestLongMailsAreRead gives a megabyte of what could send a reader back and
// forth; one that needs the square of its length would not come back.
func TestLongMailsAreRead(t *testing.T) {
	for _, unit := range []string{"stop ", "do not ", "> ", "a@", "On 2026\n", "1."} {
		reply.Read(reply.Mail{Text: strings.Repeat(unit, 1<<20/len(unit))})
	}
}
