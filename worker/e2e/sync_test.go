//go:build !js

package e2e

import (
	"fmt"
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
