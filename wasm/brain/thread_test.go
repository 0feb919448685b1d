package brain_test

import (
	"cmp"
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"time"

	"cleanbreak/core/replica"
	"cleanbreak/wasm/brain"
	"cleanbreak/wasm/view"
)

var now = time.Date(2026, 11, 20, 9, 0, 0, 0, time.UTC)

func newBrain() (*brain.Brain, *memory) {
	m := &memory{events: map[string]replica.Event{}, looks: map[string]brain.Look{}}
	return &brain.Brain{Store: m, Now: func() time.Time { return now }, Zone: "UTC"}, m
}

const gmail = "https://mail.google.com"

const me, kim, jo = "robin@seller.example", "kim@acme.example", "jo@acme.example"

// mail is one message of a Gmail thread, sent so many days ago.
type mail struct {
	days     int
	from, to string
	text     string
	closed   bool
}

// thread is the snapshot of a Gmail thread as the content script sends it.
func thread(mails ...mail) []byte {
	type field = map[string]any
	value := func(v string) field { return field{"value": v, "by": 0} }
	person := func(address string) field {
		return field{"fields": field{"email": value(address), "name": value(strings.Split(address, "@")[0])}, "lists": field{}}
	}
	list := func(items []any) field { return field{"by": 0, "total": len(items), "items": items} }
	people := func(addresses string) (all []any) {
		for _, a := range strings.Fields(addresses) {
			all = append(all, person(a))
		}
		return all
	}
	var messages []any
	for i, m := range mails {
		id := mailID(m.days, i)
		fields := field{"id": value(id), "email": value(m.from), "name": value(strings.Split(m.from, "@")[0])}
		if m.closed {
			fields["snippet"] = value(m.text)
		} else {
			fields["body"], fields["text"] = value("yes"), value(m.text)
		}
		messages = append(messages, field{"fields": fields, "lists": field{"to": list(people(m.to))}})
	}
	return mustJSON(field{
		"v": 1, "site": "gmail", "layout": "thread", "url": "https://mail.google.com/mail/u/0/#inbox/abc",
		"title": "Hello - " + me + " - Gmail", "lang": "en", "zone": "UTC", "key": "abc", "identity": "1", "stale": false,
		"fields": field{"subject": value("Hello")}, "lists": field{"messages": list(messages)},
	})
}

// mailID is Gmail's id of a message, which holds its time.
func mailID(days, n int) string {
	return fmt.Sprintf("#msg-f:%d", now.AddDate(0, 0, -days).UnixMilli()<<20|int64(n))
}

func mustJSON(v any) []byte {
	data, err := json.Marshal(v)
	if err != nil {
		panic(err)
	}
	return data
}

func show(t *testing.T, b *brain.Brain, tab int, snapshot []byte) view.State {
	t.Helper()
	s, err := b.Page(tab, gmail, snapshot)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func do(t *testing.T, b *brain.Brain, s view.State, a view.Action) view.State {
	t.Helper()
	a.Tab, a.URL, a.New = s.Tab, s.URL, cmp.Or(a.New, fmt.Sprint("new ", len(s.Entries)))
	if a.Do != view.Choose {
		a.Person = s.Person
	}
	after, err := b.Do(a)
	if err != nil {
		t.Fatal(err)
	}
	return after
}

func eightMails() []mail {
	var mails []mail
	for i := range 8 {
		mails = append(mails, mail{days: 32 - 3*i, from: me, to: kim, text: "Hello Kim"})
	}
	return mails
}
