package reply_test

import (
	"os"
	"strings"
	"testing"

	"cleanbreak/core/reply"
)

// seenCase is a mail and what a reader should see of it.
type seenCase struct{ name, mail, seen string }

func seenCases(t testing.TB) []seenCase {
	t.Helper()
	data, err := os.ReadFile("../../testdata/replies/visible.txt")
	if err != nil {
		t.Fatal(err)
	}
	all := []seenCase{}
	for _, text := range strings.Split("\n"+string(data), "\n=== ")[1:] {
		name, body, _ := strings.Cut(text, "\n")
		if name != "seen" {
			all = append(all, seenCase{name: name, mail: body})
		} else {
			all[len(all)-1].seen = strings.TrimSuffix(body, "\n")
		}
	}
	return all
}

func TestWhatIsSeen(t *testing.T) {
	all := seenCases(t)
	for _, c := range all {
		if got := reply.Visible(c.mail); got != c.seen {
			t.Errorf("%s: seen is\n%s\nnot\n%s", c.name, got, c.seen)
		}
		if got := reply.Visible(strings.ReplaceAll(c.mail, "\n", "\r\n")); got != c.seen {
			t.Errorf("%s: with Windows line ends, seen is\n%s", c.name, got)
		}
	}
	t.Logf("%d mails", len(all))
}
