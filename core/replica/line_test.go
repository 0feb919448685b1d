package replica

import "testing"

// TestOneMailInTwoMailboxesIsOne counts mails under one subject, seconds after the
// first, each as its author's mailbox shows it.
func TestOneMailInTwoMailboxesIsOne(t *testing.T) {
	type seen struct {
		author string
		after  int64
	}
	for name, c := range map[string]struct {
		seen []seen
		want int
	}{
		"two members' mailboxes, stamped apart": {[]seen{{"anna", 0}, {"ben", 90}}, 1},
		"too far apart":                         {[]seen{{"anna", 0}, {"ben", 130}}, 2},
		"two mailboxes of one member":           {[]seen{{"anna", 0}, {"anna", 4}}, 1},
		"two mails, a minute apart":             {[]seen{{"anna", 0}, {"anna", 60}}, 2},
		"two mails that both members have":      {[]seen{{"anna", 0}, {"ben", 2}, {"anna", 60}, {"ben", 62}}, 2},
		"a long talk, a mail a minute":          {[]seen{{"anna", 0}, {"anna", 60}, {"anna", 120}, {"anna", 180}, {"anna", 240}}, 5},
	} {
		var lines []Line
		for i, s := range c.seen {
			id := string(rune('a' + i))
			lines = append(lines, Line{ID: id, Message: "message " + id, Kind: Touch, At: s.after * 1000, Author: s.author, Same: "same", Channel: "email", Direction: "out"})
		}
		if got := len(Units(lines)); got != c.want {
			t.Errorf("%s: %d mails, want %d", name, got, c.want)
		}
	}
}
