//go:build !js

package store_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"cleanbreak/core/replica"
	"cleanbreak/worker/local"
	"cleanbreak/worker/store"

	"pgregory.net/rapid"
)

const (
	key     = "AAAAAAAAAAAAAAAAAAAAAA"
	manager = "managerAAAAAAAAAAAAAAA"
)

var (
	anna = store.Author{Device: "annaAAAAAAAAAAAAAAAAAA", Member: manager, Role: store.Manager}
	ben  = store.Author{Device: "benAAAAAAAAAAAAAAAAAAA", Member: "benmAAAAAAAAAAAAAAAAAA", Role: store.Rep}
)

// team runs work on a new team's storage.
func team(t interface{ Fatal(...any) }, work func(db *store.DB)) {
	file, err := local.Open(":memory:")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = file.Close() }()
	err = local.In(file, func(sql store.SQL) bool {
		db := &store.DB{SQL: sql, Now: 1_795_000_000_000, Random: store.Random, Secret: []byte("s"), Team: key, Tell: func(store.Notice) {}}
		if _, ok := db.Create(store.NewDevice{Token: "token", PublicKey: "public"}, key); !ok {
			t.Fatal("the team was not created")
		}
		work(db)
		return true
	})
	if err != nil {
		t.Fatal(err)
	}
}

// name gives a tag that reads like what it is for.
func name(text string, n int) string {
	return (fmt.Sprintf("%s-%d", text, n) + strings.Repeat("A", 22))[:21] + "A"
}

func offer(kind string, n int, who ...string) store.Offer {
	h := replica.Header{ID: name("event", n), Kind: kind, Who: who, At: int64(n), Key: key}
	switch kind {
	case replica.Touch:
		h.Channel, h.Direction = "email", "out"
	case replica.Reply, replica.Inbound:
		h.Channel, h.Direction = "email", "in"
	}
	return store.Offer{Wire: replica.Wire{Header: h, Sealed: strings.Repeat("s", 40)}}
}

func decision(n int, verdict string, base []string, who ...string) store.Offer {
	o := offer(replica.Decision, n, who...)
	o.Verdict, o.Base = verdict, base
	return o
}

// state gives what the store says of some pseudonyms, without what may differ
// between ways to the same state.
func state(db *store.DB, who ...string) string {
	var out []string
	for _, w := range who {
		var p map[string]any
		if json.Unmarshal([]byte(db.Prospect(w).String()), &p) == nil {
			delete(p, "changed")
		}
		out = append(out, fmt.Sprint(p))
	}
	return strings.Join(out, "\n")
}

func people() []string {
	return []string{name("who", 1), name("who", 2), name("who", 3), name("who", 4)}
}

// anyOffers draws events about four pseudonyms that share messages and mails, link
// and part.
func anyOffers(t *rapid.T) (offers []store.Offer) {
	kinds := []string{replica.Touch, replica.Touch, replica.Reply, replica.Link, replica.Unlink, replica.Decision, replica.Meeting, replica.Card, replica.Inbound, replica.Unlog}
	for n := range rapid.IntRange(1, 25).Draw(t, "events") {
		kind := rapid.SampledFrom(kinds).Draw(t, "kind")
		who := rapid.SliceOfNDistinct(rapid.SampledFrom(people()), 1, 2, rapid.ID[string]).Draw(t, "who")
		if kind == replica.Link || kind == replica.Unlink {
			who = rapid.SliceOfNDistinct(rapid.SampledFrom(people()), 2, 2, rapid.ID[string]).Draw(t, "pair")
		}
		o := offer(kind, n+1, who...)
		if kind == replica.Touch || kind == replica.Reply {
			o.Message = rapid.SampledFrom([]string{"", name("message", 1), name("message", 2)}).Draw(t, "message")
			o.Same = rapid.SampledFrom([]string{"", name("same", 1)}).Draw(t, "same")
			o.At = rapid.Int64Range(0, 4).Draw(t, "minute") * 60_000
		}
		if kind == replica.Decision {
			o.Verdict = rapid.SampledFrom([]string{"stop", "keep", "pause", "break-up", "lift-stop"}).Draw(t, "verdict")
			for i := range n {
				if rapid.Bool().Draw(t, "saw") {
					o.Base = append(o.Base, name("event", i+1))
				}
			}
		}
		o.ByHand = rapid.Bool().Draw(t, "by hand")
		if kind == replica.Unlog {
			o.Target = name("event", rapid.IntRange(0, n).Draw(t, "target"))
		}
		offers = append(offers, o)
	}
	return offers
}

// TestIncrementsGiveWhatFoldingAnewGives pushes the same events one by one and in
// batches, and folds everybody anew: counts and decisions must not differ.
func TestIncrementsGiveWhatFoldingAnewGives(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		offers := anyOffers(t)
		var one, batch, anew string
		team(t, func(db *store.DB) {
			for i := range offers {
				db.Push(anna, store.Cursor{}, offers[i:i+1])
				if rapid.Bool().Draw(t, "again") {
					db.Push(anna, store.Cursor{}, offers[:i+1])
				}
			}
			one = state(db, people()...)
			db.Refold()
			anew = state(db, people()...)
		})
		team(t, func(db *store.DB) {
			db.Push(anna, store.Cursor{}, slices.Clone(offers))
			batch = state(db, people()...)
		})
		if one != anew || batch != one {
			t.Fatalf("one by one:\n%s\nin a batch:\n%s\nfolded anew:\n%s", one, batch, anew)
		}
	})
}

func TestDecisions(t *testing.T) {
	kim := name("kim", 1)
	cases := []struct {
		about  string
		offers []store.Offer
		want   string // verdicts that stand, the current one first
	}{
		{"one", []store.Offer{decision(1, "keep", nil, kim)}, "keep"},
		{"replaced by one who saw it", []store.Offer{decision(1, "stop", nil, kim), decision(2, "pause", nil, kim), decision(3, "keep", []string{name("event", 2)}, kim)}, "stop keep"},
		{"a clash: the stronger is current", []store.Offer{decision(1, "keep", nil, kim), decision(2, "break-up", nil, kim)}, "break-up keep"},
		{"a clash of equals: the lower sequence", []store.Offer{decision(2, "invest", nil, kim), decision(1, "keep", nil, kim)}, "invest keep"},
		{"made before a reply", []store.Offer{offer(replica.Reply, 5, kim), decision(6, "keep", nil, kim), decision(4, "break-up", nil, kim)}, "keep break-up"},
		{"a stop made before a reply stays first", []store.Offer{offer(replica.Reply, 5, kim), decision(6, "keep", nil, kim), decision(4, "stop", nil, kim)}, "stop keep"},
		{"a stop is not replaced", []store.Offer{decision(1, "stop", nil, kim), decision(2, "keep", []string{name("event", 1)}, kim)}, "stop keep"},
		{"lifted", []store.Offer{decision(1, "stop", nil, kim), decision(2, "lift-stop", []string{name("event", 1)}, kim)}, ""},
		{"a lift that had not seen it", []store.Offer{decision(1, "stop", nil, kim), decision(2, "lift-stop", nil, kim)}, "stop"},
	}
	for _, c := range cases {
		team(t, func(db *store.DB) {
			db.Push(anna, store.Cursor{}, c.offers)
			var p struct{ Decisions []struct{ Verdict string } }
			if err := json.Unmarshal([]byte(db.Prospect(kim).String()), &p); err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, d := range p.Decisions {
				got = append(got, d.Verdict)
			}
			if strings.Join(got, " ") != c.want {
				t.Errorf("%s: %v, want %s", c.about, got, c.want)
			}
		})
	}
}

func TestRoles(t *testing.T) {
	team(t, func(db *store.DB) {
		kim := name("kim", 1)
		playbook := offer(replica.Playbook, 3)
		playbook.Version = 1
		db.Push(anna, store.Cursor{}, []store.Offer{decision(1, "stop", nil, kim)})
		r := db.Push(ben, store.Cursor{}, []store.Offer{decision(2, "lift-stop", []string{name("event", 1)}, kim), playbook})
		if fmt.Sprint(r.Refused) != fmt.Sprintf("[{%s manager-only} {%s manager-only}]", name("event", 2), name("event", 3)) {
			t.Error(r.Refused)
		}
		again := playbook
		again.ID = name("event", 4)
		if r := db.Push(anna, store.Cursor{}, []store.Offer{playbook, again}); len(r.Acknowledged) != 1 || r.Refused[0].Code != store.PlaybookBehind {
			t.Errorf("%+v", r)
		}
	})
}

// TestTheNewestPlaybookSetsTheMonths pushes an older one again after a newer one, as
// devices do when the server was set back.
func TestTheNewestPlaybookSetsTheMonths(t *testing.T) {
	team(t, func(db *store.DB) {
		for i, step := range []struct{ version, months, want int64 }{{1, 3, 3}, {3, 12, 12}, {2, 6, 12}, {4, 0, 12}} {
			playbook := offer(replica.Playbook, i+1)
			playbook.Version, playbook.Months = step.version, step.months
			if step.version == 2 {
				playbook = accepted(t, playbook)
			}
			if r := db.Push(anna, store.Cursor{}, []store.Offer{playbook}); len(r.Refused) > 0 {
				t.Fatal(r.Refused)
			}
			if got := db.Info(anna).Months; int64(got) != step.want {
				t.Errorf("after version %d it is %d months, want %d", step.version, got, step.want)
			}
		}
	})
}

// accepted is an event with the receipt of an earlier state of the server.
func accepted(t *testing.T, o store.Offer) store.Offer {
	team(t, func(db *store.DB) {
		db.Push(anna, store.Cursor{}, []store.Offer{o})
		var page struct {
			Events []struct{ Author, Role, Receipt string }
		}
		if err := json.Unmarshal([]byte("{"+db.Pull(store.Cursor{}, 1).String()), &page); err != nil {
			t.Fatal(err)
		}
		o.Author, o.Role, o.Receipt = page.Events[0].Author, page.Events[0].Role, page.Events[0].Receipt
	})
	return o
}

func TestReceiptsOutliveARewind(t *testing.T) {
	kim := name("kim", 1)
	var entries []struct {
		Author, Role, Receipt string
	}
	team(t, func(db *store.DB) {
		db.Push(ben, store.Cursor{}, []store.Offer{offer(replica.Touch, 1, kim)})
		if err := json.Unmarshal([]byte("{"+db.Pull(store.Cursor{}, 10).String()), &struct{ Events any }{&entries}); err != nil {
			t.Fatal(err)
		}
	})
	team(t, func(db *store.DB) { // the same server, with the log lost
		if r := db.Push(anna, store.Cursor{Seq: 1, Tag: "AAAAAAAAAAA"}, []store.Offer{offer(replica.Touch, 1, kim)}); !r.Rewound || r.Added {
			t.Errorf("%+v", r)
		}
		o := offer(replica.Touch, 1, kim)
		o.Author, o.Role, o.Receipt = entries[0].Author, entries[0].Role, entries[0].Receipt
		forged := o
		forged.ID, forged.At = name("event", 2), 99
		r := db.Push(anna, store.Cursor{}, []store.Offer{o, forged})
		if len(r.Acknowledged) != 1 || len(r.Refused) != 1 || r.Refused[0].Code != store.ReceiptRefused {
			t.Errorf("%+v", r)
		}
		if got := db.Pull(store.Cursor{}, 10).String(); !strings.Contains(got, `"author":"`+ben.Member+`"`) {
			t.Errorf("the author is not the one it had: %s", got)
		}
	})
}

func TestRetention(t *testing.T) {
	team(t, func(db *store.DB) {
		old, recent := name("old", 1), name("recent", 1)
		db.Push(ben, store.Cursor{}, []store.Offer{offer(replica.Touch, 1, old)})
		db.Now += 23 * 2_629_800_000
		db.Push(ben, store.Cursor{}, []store.Offer{offer(replica.Touch, 2, recent)})
		db.Now += 2 * 2_629_800_000
		db.Housekeep()
		if got := db.Prospect(old).String(); !strings.Contains(got, `"erased":true`) {
			t.Error(got)
		}
		if got := db.Prospect(recent).String(); !strings.Contains(got, `"count":1`) {
			t.Error(got)
		}
		if got := db.Pull(store.Cursor{}, 10).String(); !strings.Contains(got, `"kind":"erase"`) {
			t.Errorf("the devices are not told: %s", got)
		}
	})
}

// TestAnEarlierVersionsLogIsCounted brings a log of version 1, which had no fold, up
// to date: it says of everybody what the newest version said all along.
func TestAnEarlierVersionsLogIsCounted(t *testing.T) {
	team(t, func(db *store.DB) {
		kim, slug, jo, al := name("kim", 1), name("kim", 2), name("jo", 1), name("al", 1)
		db.Push(anna, store.Cursor{}, []store.Offer{
			offer(replica.Touch, 1, kim), offer(replica.Touch, 2, slug), offer(replica.Link, 3, kim, slug), offer(replica.Reply, 4, slug),
			decision(5, "pause", nil, kim), offer(replica.Touch, 6, jo), decision(7, "stop", nil, al), offer(replica.Erase, 8, al),
		})
		want := state(db, kim, slug, jo, al)
		for _, statement := range store.Undo(1) {
			db.Do(statement)
		}
		db.Migrate()
		if got := state(db, kim, slug, jo, al); got != want {
			t.Errorf("%s\nwant %s", got, want)
		}
		db.Push(anna, store.Cursor{}, []store.Offer{offer(replica.Touch, 9, slug)})
		if got := db.Prospect(kim).String(); !strings.Contains(got, `"count":3`) {
			t.Error(got)
		}
	})
}
