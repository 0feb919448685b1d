package pipeline

import (
	"bytes"
	"strings"
	"testing"
)

// TestTheDoNotContactList holds everybody who opted out and has an address, judged
// or not, one address a row.
func TestTheDoNotContactList(t *testing.T) {
	const (
		contacts = "Record ID,First Name,Last Name,Email,Lifecycle Stage,Associated Company,LinkedIn,Unsubscribed from all email\n"
		deals    = "Record ID,Deal Name,Deal Stage,Associated Contact IDs\n"
		leads    = "Lead ID,First Name,Last Name,Company / Account,Lead Status,Email,Converted,Email Opt Out\n"
		kim      = "kim@acme.example,Kim Olsen,contact stopped\n"
	)
	for _, c := range []struct {
		about string
		files []Source
		want  string
	}{
		{"nobody", []Source{textSource("c.csv", contacts+"1,Kim,Olsen,kim@acme.example,,,,false\n")}, ""},
		{"a contact alone", []Source{textSource("c.csv", contacts+"1,Kim,Olsen,kim@acme.example,,,,true\n")}, kim},
		{"without an address", []Source{textSource("c.csv", contacts+"1,Kim,Olsen,,,,https://linkedin.com/in/kim-olsen,true\n")}, ""},
		{"with a profile", []Source{textSource("c.csv", contacts+"1,Kim,Olsen,kim@acme.example,,,https://linkedin.com/in/kim-olsen,true\n")}, kim},
		{"two addresses", []Source{textSource("c.csv", contacts+"1,Kim,Olsen,Kim@acme.example; kim@home.example,,,,true\n")}, kim + "kim@home.example,Kim Olsen,contact stopped\n"},
		{"the same twice", []Source{textSource("c.csv", contacts+`1,Kim,Olsen,"kim@acme.example, Kim@acme.example",,,,true`+"\n")}, kim},
		{"of an open deal", []Source{textSource("d.csv", deals+"7,Rollout,Demo,1\n"), textSource("c.csv", contacts+"1,Kim,Olsen,kim@acme.example,,,,true\n")},
			kim},
		{"of a lost deal", []Source{textSource("d.csv", deals+"7,Rollout,Closed lost,1\n"), textSource("c.csv", contacts+"1,Kim,Olsen,kim@acme.example,,,,true\n")},
			kim},
		{"an unqualified lead", []Source{textSource("l.csv", leads+"00Q1,Kim,Olsen,Acme,Unqualified,kim@acme.example,0,1\n")}, kim},
		{"a converted lead", []Source{textSource("l.csv", leads+"00Q1,Kim,Olsen,Acme,Open,kim@acme.example,1,1\n")}, kim},
		{"an answer of nobody's", []Source{textSource("p.csv", "name,email\nAda,ada@x.example\n"), textSource("a.csv", "email,name,at,type,direction,body\nkim@acme.example,Kim Olsen,2026-11-02,email,in,Please remove me from your list\n")}, kim},
		{"a message of ours to nobody", []Source{textSource("p.csv", "name,email\nAda,ada@x.example\n"), textSource("a.csv", "email,name,at,type,direction,body\nkim@acme.example,Kim Olsen,2026-11-02,email,out,Please remove me from your list\n")}, ""},
		{"a date that cannot be read", []Source{textSource("p.csv", "name,email,created,opt out\nKim Olsen,kim@acme.example,soon,1\n")}, kim},
	} {
		_, lines := linesOf(t, c.files...)
		var out bytes.Buffer
		list, err := NewSuppression(&out, true, Dialect{})
		if err != nil {
			t.Fatal(err)
		}
		for i := range lines {
			if err := list.Line(&lines[i]); err != nil {
				t.Fatal(err)
			}
		}
		if got, want := strings.ReplaceAll(out.String(), "\r\n", "\n"), "Email,Name,Reason\n"+c.want; got != want {
			t.Errorf("%s:\n%swant\n%s", c.about, got, want)
		}
	}
}

func TestTheCompanysDomainStandsInTheList(t *testing.T) {
	for _, c := range []struct{ identities, want string }{
		{"kim@acme.example|kim-olsen|acme.example", "kim@acme.example acme.example"},
		{"kim@mail.acme.example|acme.example", "kim@mail.acme.example acme.example"},
		{"kim@acme.example|www.linkedin.com", "kim@acme.example"},
		{"kim-olsen", ""},
	} {
		if got := strings.Join(suppressed(strings.Split(c.identities, "|")), " "); got != c.want {
			t.Errorf("%s: %q, want %q", c.identities, got, c.want)
		}
	}
}
