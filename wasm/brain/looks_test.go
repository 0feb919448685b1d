package brain_test

import (
	"strings"
	"testing"

	"cleanbreak/core/replica"
	"cleanbreak/wasm/view"
)

// found is Gmail's page of rows for a query, each row a thread with Kim whose
// newest message came so many days ago; on a day of eightMails it is that mail.
func found(query string, days ...int) []byte {
	type field = map[string]any
	value := func(v string) field { return field{"value": v, "by": 0} }
	var rows []any
	for _, d := range days {
		id := mailID(d, (32-d)/3)
		people := field{"by": 0, "total": 1, "items": []any{field{"fields": field{"email": value(kim)}, "lists": field{}}}}
		rows = append(rows, field{"fields": field{"id": value(id), "thread": value(id)}, "lists": field{"people": people}})
	}
	return mustJSON(field{
		"v": 1, "site": "gmail", "layout": "list", "url": gmail + "/mail/u/0/#search/" + strings.ReplaceAll(query, " ", "+"),
		"title": "Search results - " + me + " - Gmail", "lang": "en", "zone": "UTC", "key": "", "identity": "", "stale": false,
		"fields": field{}, "lists": field{"rows": field{"by": 0, "total": len(rows), "items": rows}},
	})
}

func TestASearchForAllTheirMailIsALook(t *testing.T) {
	both := replica.SearchQuery([]string{kim})
	newest := eightMails()[7].days
	cases := []struct {
		about string
		page  []byte
		want  bool
	}{
		{"all their mail", found(both, newest, 20), true},
		{"a thread that was never opened", found(both, newest, 21), false},
		{"somebody else's too", found(replica.SearchQuery([]string{jo, kim}), newest), false},
		{"something newer", found(both, 1), false},
		{"only what we sent", found("to:"+kim, newest), false},
		{"a narrower query", found(both+" newer_than:1d", newest), false},
		{"somebody else's", found(replica.SearchQuery([]string{jo}), newest), false},
		{"a later page", []byte(strings.Replace(string(found(both, newest)), `"url":"`+gmail+"/mail/u/0/#search/"+strings.ReplaceAll(both, " ", "+"), `"url":"`+gmail+"/mail/u/0/#search/"+strings.ReplaceAll(both, " ", "+")+"/p2", 1)), false},
	}
	for _, c := range cases {
		t.Run(c.about, func(t *testing.T) {
			b, m := newBrain()
			do(t, b, show(t, b, 1, thread(eightMails()...)), view.Action{Do: view.Track})
			clear(m.looks)
			show(t, b, 2, c.page)
			if got := len(m.looks) > 0; got != c.want {
				t.Errorf("a look: %t", got)
			}
		})
	}
}
