package page

import (
	"bytes"
	"encoding/json"
	"os"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// TestDriftedPages judges what extension/tests/drift.test.mjs read from pages
// that it had changed in a real browser: a class renamed, a field missing,
// sections reordered, another language. That test starts this one.
func TestDriftedPages(t *testing.T) {
	path := os.Getenv("DRIFTED")
	if path == "" {
		t.Skip("started by extension/tests/drift.test.mjs, which has the pages")
	}
	var pages []struct {
		File, About, Kind string
		Snapshot          json.RawMessage
	}
	if err := json.Unmarshal(readFile(t, path), &pages); err != nil {
		t.Fatal(err)
	}
	told := 0
	for _, p := range pages {
		t.Run(p.File+": "+p.About, func(t *testing.T) {
			right, err := Read(readFile(t, "../../testdata/pages/"+p.File+".snapshot.json"))
			if err != nil {
				t.Fatal(err)
			}
			got, err := Read(p.Snapshot)
			if err != nil {
				t.Fatal(err)
			}
			sound(t, got)
			if p.Kind == "language" {
				if a, b := indented(t, got), indented(t, right); !bytes.Equal(a, b) {
					t.Errorf("another context:\n%s\nwant\n%s", a, b)
				}
				return
			}
			aboutOne := right.Prospect != (Person{})
			if !aboutOne && len(right.Candidates) > 0 {
				right.Prospect = right.Candidates[0] // whom we write to, where the colleague in CC is not read
			}
			notAnother(t, got, right, 1)
			tells := len(got.Drift) > 0 && (p.Kind != "torn" || slices.Contains(got.Drift, "messages.email"))
			if slices.Contains(mustTell, p.Kind) && aboutOne && !tells {
				t.Errorf("drift %q does not tell of it; read was %+v", got.Drift, got.Prospect)
			}
			if p.Kind == "named" && got.Prospect != (Person{}) {
				t.Errorf("%+v is under another's name", got.Prospect)
			}
			if len(got.Drift) > 0 {
				told++
			}
		})
	}
	t.Logf("%d pages, %d of them say that the layout has drifted", len(pages), told)
}

// mustTell are the changes that a page must tell of: a part of its identity taken
// away, a sender's address gone from beside the name, the name changed for another's.
var mustTell = []string{"identity", "torn", "named"}

// Take any one thing out of a snapshot, or let it be found late: the person is
// the same or nobody, no message changes sides, and no text moves to another.
func TestDriftedSnapshots(t *testing.T) {
	type whole struct {
		data  []byte
		right Context
	}
	var pages []whole
	for _, file := range snapshots(t) {
		data := readFile(t, file)
		right, err := Read(data)
		if err != nil {
			t.Fatal(err)
		}
		if right.Kind != Unreadable && right.Kind != Other {
			pages = append(pages, whole{data, right})
		}
	}
	for range 5 {
		rapid.Check(t, func(t *rapid.T) {
			page := rapid.SampledFrom(pages).Draw(t, "page")
			s, err := parse(page.data)
			if err != nil {
				t.Fatal(err)
			}
			losses := 0
			for range rapid.IntRange(1, 3).Draw(t, "changes") {
				losses += drift(t, s.part)
			}
			got := s.context()
			sound(t, got)
			notAnother(t, got, page.right, losses)
		})
	}
}

// drift takes a field away somewhere, or a list, or lets it be found late. It
// returns how many people may be gone with it, at most two.
func drift(t *rapid.T, p part) (losses int) {
	var names []string
	for name := range p.fields {
		names = append(names, "f"+name)
	}
	for name := range p.lists {
		names = append(names, "l"+name)
	}
	if len(names) == 0 {
		return 0
	}
	slices.Sort(names)
	picked := rapid.SampledFrom(names).Draw(t, "name")
	kind, name := picked[:1], picked[1:]
	switch l := p.lists[name]; {
	case kind == "f" && rapid.Bool().Draw(t, "late"):
		p.fields[name] = field{p.fields[name].value, 9}
	case kind == "f":
		p.fields[name] = field{"", -1}
	case len(l.items) == 0 || rapid.IntRange(0, 3).Draw(t, "whole list") == 0:
		p.lists[name] = list{by: -1}
		return 2
	default:
		return drift(t, l.items[rapid.IntRange(0, len(l.items)-1).Draw(t, "item")])
	}
	return 1
}

// notAnother compares a page that lost something with what it says in full. Of
// several people, two losses may leave one; a loss may also be one of doubt.
func notAnother(t interface{ Fatalf(string, ...any) }, got, right Context, losses int) {
	people := []Person{right.Prospect}
	if losses > 1 || slices.Contains(right.Unread, "viewer") {
		people = append(people, right.Candidates...)
	}
	if got.Prospect != (Person{}) && !isSame(got.Prospect, people) {
		t.Fatalf("another person: %+v, and it is %+v of %+v", got.Prospect, right.Prospect, right.Candidates)
	}
	was := map[string]Message{}
	for _, m := range right.Messages {
		was[m.ID] = m
	}
	for _, m := range got.Messages {
		before, there := was[m.ID]
		if m.ID == "" || !there {
			continue
		}
		alias := before.Direction == Out && got.Site == Gmail && !SameMailbox(before.From.Email, got.Viewer.Email) // ours by its mark alone
		if m.Direction != before.Direction && m.Direction != Unknown && before.Direction != Unknown && !alias {
			t.Fatalf("%s was %q and is %q", m.ID, before.Direction, m.Direction)
		}
		if m.Direction == In && m.From.Email != "" && m.From.Email != before.From.Email {
			t.Fatalf("%s was from %q and is from %q", m.ID, before.From.Email, m.From.Email)
		}
	}
}

func isSame(p Person, all []Person) bool {
	return slices.ContainsFunc(all, func(other Person) bool {
		differ := func(a, b string) bool { return a != "" && b != "" && a != b }
		known := p.Email+p.Slug+p.Member+p.Name != ""
		return known && !differ(mailbox(p.Email), mailbox(other.Email)) && !differ(p.Slug, other.Slug) && !differ(p.Member, other.Member) && !differ(p.Name, other.Name)
	})
}
