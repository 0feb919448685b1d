//go:build !js

package store_test

import (
	"encoding/json"
	"strings"
	"testing"

	"cleanbreak/core/replica"
	"cleanbreak/worker/store"
)

func TestErasure(t *testing.T) {
	team(t, func(db *store.DB) {
		kim, slug, jo := name("kim", 1), name("kim", 2), name("jo", 1)
		both := offer(replica.Touch, 4, slug, jo)
		db.Push(anna, store.Cursor{}, []store.Offer{
			offer(replica.Touch, 1, kim), offer(replica.Link, 2, kim, slug), decision(3, "stop", nil, slug), both, offer(replica.Touch, 5, jo),
		})
		before := db.Pull(store.Cursor{}, 500).String()
		db.Push(ben, store.Cursor{}, []store.Offer{offer(replica.Erase, 6, kim)})
		after := db.Pull(store.Cursor{}, 500).String()
		if strings.Count(after, `"seq"`) != 7 || strings.Count(after, `"event"`) != 3 || !strings.Contains(after, `"kind":"erase","who":["`+kim+`","`+slug+`"],"at":1795000000000,"verdict":"stop"}`) {
			t.Errorf("the log does not blank four rows, or does not name all who are gone: %s", after)
		}
		for _, w := range []string{kim, slug} {
			if got := db.Prospect(w).String(); got != `{"who":["`+w+`"],"erased":true,"do_not_contact":true}` {
				t.Error(got)
			}
		}
		if got := db.Prospect(jo).String(); !strings.Contains(got, `"count":1`) {
			t.Errorf("another person's counts: %s", got)
		}
		// The same tags still stand where they stood, and late pushes are refused.
		for cursor := range strings.SplitSeq(before, `{"seq":`) {
			if seq, rest, ok := strings.Cut(cursor, `,"tag":"`); ok {
				if c, ok := store.ParseCursor(seq + "." + rest[:11]); !ok || !db.Holds(c) {
					t.Errorf("the cursor %s is gone", seq)
				}
			}
		}
		r := db.Push(ben, store.Cursor{}, []store.Offer{offer(replica.Touch, 1, kim), offer(replica.Link, 7, slug, jo), offer(replica.Erase, 6, kim)})
		if len(r.Refused) != 2 || r.Refused[0].Code != store.Erased || len(r.Acknowledged) != 1 {
			t.Errorf("%+v", r)
		}
	})
}

func TestAStopForSomebodyErasedLeavesItsBit(t *testing.T) {
	team(t, func(db *store.DB) {
		kim := name("kim", 1)
		db.Push(ben, store.Cursor{}, []store.Offer{offer(replica.Touch, 1, kim), offer(replica.Erase, 2, kim)})
		db.Push(ben, store.Cursor{}, []store.Offer{decision(3, "stop", nil, kim)})
		if got := db.Prospect(kim).String(); !strings.Contains(got, `"do_not_contact":true`) {
			t.Error(got)
		}
		log := db.Pull(store.Cursor{}, 500).String()
		db.Push(ben, store.Cursor{}, []store.Offer{decision(3, "stop", nil, kim)})
		if again := db.Pull(store.Cursor{}, 500).String(); again != log || strings.Count(log, `"verdict":"stop"`) != 1 {
			t.Errorf("the devices are to hear of it once: %s", again)
		}
	})
}

// TestALiftTakenBackOfSomebodyErasedLeavesTheBit has the lift of a stop taken back
// when a link, which its author did not know, has had the person erased already.
func TestALiftTakenBackOfSomebodyErasedLeavesTheBit(t *testing.T) {
	team(t, func(db *store.DB) {
		kim := name("kim", 1)
		db.Push(anna, store.Cursor{}, []store.Offer{
			decision(1, "stop", nil, kim), decision(2, "lift-stop", []string{name("event", 1)}, kim), offer(replica.Erase, 3, kim),
		})
		if got := db.Prospect(kim).String(); !strings.Contains(got, `"do_not_contact":false`) {
			t.Fatal(got)
		}
		lift := decision(2, "lift-stop", nil, kim)
		taken := replica.TakeBack(lift.Event())
		back := offer(replica.Unlog, 4, kim)
		back.Target, back.Verdict = taken.Clear.Target, taken.Clear.Verdict
		if r := db.Push(anna, store.Cursor{}, []store.Offer{back}); r.Refused[0].Code != store.Erased {
			t.Errorf("%+v", r)
		}
		if got := db.Prospect(kim).String(); !strings.Contains(got, `"do_not_contact":true`) {
			t.Error(got)
		}
	})
}

// TestWhoHasManyPseudonymsIsForgottenWhole has the server retire a person of more
// pseudonyms than one event names.
func TestWhoHasManyPseudonymsIsForgottenWhole(t *testing.T) {
	team(t, func(db *store.DB) {
		const many = 2*replica.MaxWho + 2
		offers := []store.Offer{offer(replica.Touch, 0, name("kim", 0))}
		for i := 1; i < many; i++ {
			offers = append(offers, offer(replica.Link, i, name("kim", i-1), name("kim", i)))
		}
		db.Push(anna, store.Cursor{}, offers)
		db.Now += 25 * 31 * 86_400_000
		if gone := db.Retain(10); gone != 1 {
			t.Errorf("%d people are gone", gone)
		}
		var page struct {
			Events []struct{ Event *struct{ Who []string } }
		}
		if err := json.Unmarshal([]byte("{"+db.Pull(store.Cursor{}, 500).String()), &page); err != nil {
			t.Fatal(err)
		}
		named := map[string]bool{}
		for _, e := range page.Events {
			if e.Event == nil {
				continue
			}
			if len(e.Event.Who) > replica.MaxWho {
				t.Errorf("an event names %d", len(e.Event.Who))
			}
			for _, w := range e.Event.Who {
				named[w] = true
			}
		}
		if len(named) != many {
			t.Errorf("the devices are told of %d of %d", len(named), many)
		}
	})
}
