//go:build !js

package e2e

import (
	"fmt"
	"strings"
	"testing"

	"cleanbreak/core/replica"
)

func TestARoundTrip(t *testing.T) {
	each(t, func(t *testing.T, s *server) {
		anna := found(t, s)
		ben := anna.join(t, "rep")
		kim := tag()
		events := []replica.Wire{touch(kim), touch(kim), event(replica.Wire{Header: replica.Header{Kind: replica.Reply, Who: []string{kim}}})}
		if r := anna.push(t, events...); len(r.Acknowledged) != 3 || len(r.Refused) != 0 || len(r.Events) != 3 {
			t.Fatalf("%+v", r)
		}
		anna.push(t, events...)
		if r := ben.push(t); len(r.Events) != 3 || r.More {
			t.Fatalf("%+v", r)
		}
		for i, e := range ben.log {
			if want := string(replica.AppendWire(nil, &events[i])); string(e.Event) != want {
				t.Errorf("stored as %s\nwant %s", e.Event, want)
			}
		}
		if got := fmt.Sprint(ben.prospect(t, kim)["counts"]); got != "[map[channel:email count:1 direction:in] map[channel:email count:2 direction:out]]" {
			t.Error(got)
		}
	})
}

// TestWhoHasChanged pages through everybody, and then gets those who have changed
// since, and nobody else.
func TestWhoHasChanged(t *testing.T) {
	each(t, func(t *testing.T, s *server) {
		anna := found(t, s)
		want := map[string]bool{}
		for range 3 {
			var events []replica.Wire
			for range 150 {
				e := touch(tag())
				events = append(events, e)
				want[e.Who[0]] = true
			}
			anna.push(t, events...)
		}
		since, pages := "0", 0
		changed := func() (who []string, more bool) {
			t.Helper()
			page := s.must(t, 200, "GET", anna.at("/prospects?changed="+since), anna.token, nil).body
			for _, p := range page["prospects"].([]any) {
				who = append(who, p.(map[string]any)["who"].([]any)[0].(string))
			}
			since = page["changed"].(string)
			return who, page["more"].(bool)
		}
		for more := true; more; pages++ {
			var who []string
			who, more = changed()
			for _, w := range who {
				if !want[w] {
					t.Fatalf("%s came twice, or is not there", w)
				}
				delete(want, w)
			}
		}
		if len(want) != 0 || pages != 3 {
			t.Errorf("%d did not come; %d pages", len(want), pages)
		}
		kim := tag()
		anna.push(t, touch(kim))
		if who, more := changed(); len(who) != 1 || who[0] != kim || more {
			t.Errorf("changed since: %v", who)
		}
		if who, _ := changed(); len(who) != 0 {
			t.Errorf("nothing has changed since: %v", who)
		}
		anna.push(t, event(replica.Wire{Header: replica.Header{Kind: replica.Erase, Who: []string{kim}, Verdict: "stop"}}))
		page := s.must(t, 200, "GET", anna.at("/prospects?changed="+since), anna.token, nil)
		if !strings.Contains(page.text, `{"prospects":[{"who":["`+kim+`"],"erased":true,"do_not_contact":true}],"more":false,`) {
			t.Errorf("who was erased since: %s", page.text)
		}
		place := strings.Split(page.body["changed"].(string), ".")
		if a := s.must(t, 409, "GET", anna.at("/prospects?changed="+place[0]+".AAAAAAAAAAA."+place[2]), anna.token, nil); a.code() != "rewound" {
			t.Errorf("a place of another log: %s", a.text)
		}
	})
}

// TestAPullHasFiveHundredAtMost pushes 600 events, as many at a time as are taken.
func TestAPullHasFiveHundredAtMost(t *testing.T) {
	each(t, func(t *testing.T, s *server) {
		anna := found(t, s)
		ben := anna.join(t, "rep")
		kim := tag()
		for range 3 {
			events := make([]replica.Wire, 0, 200)
			for range 200 {
				events = append(events, touch(kim))
			}
			if r := anna.push(t, events...); len(r.Acknowledged) != 200 {
				t.Fatalf("%d of 200 were taken", len(r.Acknowledged))
			}
		}
		if r := ben.push(t); len(r.Events) != 500 || !r.More {
			t.Errorf("%d events, more: %v", len(r.Events), r.More)
		}
		if r := ben.push(t); len(r.Events) != 100 || r.More {
			t.Errorf("%d events, more: %v", len(r.Events), r.More)
		}
	})
}

// TestKindsOfANewerVersion are kept and handed on, and counted as nothing.
func TestKindsOfANewerVersion(t *testing.T) {
	each(t, func(t *testing.T, s *server) {
		anna := found(t, s)
		ben := anna.join(t, "rep")
		kim := tag()
		song := event(replica.Wire{Header: replica.Header{Kind: "song", Who: []string{kim}}})
		if r := anna.push(t, touch(kim), song); len(r.Acknowledged) != 2 || len(r.Refused) != 0 {
			t.Fatalf("%+v", r)
		}
		if r := ben.push(t); len(r.Events) != 2 || string(r.Events[1].Event) != string(replica.AppendWire(nil, &song)) {
			t.Errorf("%+v", r)
		}
		if got := fmt.Sprint(ben.prospect(t, kim)["counts"]); got != "[map[channel:email count:1 direction:out]]" {
			t.Error(got)
		}
	})
}
