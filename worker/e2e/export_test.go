//go:build !js

package e2e

import (
	"encoding/json"
	"slices"
	"testing"

	"cleanbreak/core/replica"
)

// audited gives the actions of the audit, newest first, and holds it to being
// about this team's devices.
func (d *device) audited(t *testing.T) (actions []string) {
	t.Helper()
	for _, each := range d.s.must(t, 200, "GET", d.at("/audit"), d.token, nil).body["audit"].([]any) {
		actions = append(actions, each.(map[string]any)["action"].(string))
	}
	return actions
}

func TestAuditTellsWhoDidWhat(t *testing.T) {
	each(t, func(t *testing.T, s *server) {
		anna := found(t, s)
		ben := anna.join(t, "rep")
		kim := tag()
		stop := event(replica.Wire{Header: replica.Header{Kind: replica.Decision, Who: []string{kim}, Verdict: "stop"}})
		lift := event(replica.Wire{Header: replica.Header{Kind: replica.Decision, Who: []string{kim}, Verdict: "lift-stop", Base: []string{stop.ID}}})
		anna.push(t, stop, lift)
		playbook := event(replica.Wire{Header: replica.Header{Kind: replica.Playbook, Version: 1}})
		s.must(t, 200, "PUT", anna.at("/playbook"), anna.token, `{"event":`+string(replica.AppendWire(nil, &playbook))+`}`)
		if a := s.must(t, 200, "GET", ben.at("/playbook"), ben.token, nil); a.body["event"] == nil {
			t.Error(a.text)
		}
		erase := event(replica.Wire{Header: replica.Header{Kind: replica.Erase, Who: []string{kim}}})
		s.must(t, 200, "POST", ben.at("/erase"), ben.token, `{"event":`+string(replica.AppendWire(nil, &erase))+`}`)
		anna.remove(t, ben.id)
		s.must(t, 200, "GET", anna.at("/export"), anna.token, nil)
		want := []string{"export", "remove", "erase", "playbook", "lift-stop", "pair", "invite", "create"}
		if got := anna.audited(t); !slices.Equal(got, want) {
			t.Errorf("%v\nwant %v", got, want)
		}
		lines := s.must(t, 200, "GET", anna.at("/audit?before=4"), anna.token, nil).body["audit"].([]any)
		if len(lines) != 3 || lines[0].(map[string]any)["device"] != ben.id || lines[1].(map[string]any)["device"] != anna.id {
			t.Errorf("the three oldest are %v", lines)
		}
	})
}

// TestExportHasEverything exports a team page by page.
func TestExportHasEverything(t *testing.T) {
	each(t, func(t *testing.T, s *server) {
		anna := found(t, s)
		ben := anna.join(t, "rep")
		want := map[string]string{}
		for range 3 {
			var events []replica.Wire
			for range 200 {
				e := touch(tag())
				events = append(events, e)
				want[e.ID] = string(replica.AppendWire(nil, &e))
			}
			ben.push(t, events...)
		}
		erase := event(replica.Wire{Header: replica.Header{Kind: replica.Erase, Who: []string{tag()}}})
		want[erase.ID] = string(replica.AppendWire(nil, &erase))
		anna.push(t, erase)
		var page struct {
			About struct {
				Devices []struct{ Device string }
				Erased  []struct{ Pseudonym string }
			}
			Events []entry
			Cursor string
			More   bool
		}
		pages := 0
		for page.More, page.Cursor = true, "0"; page.More; pages++ {
			a := s.must(t, 200, "GET", anna.at("/export?after="+page.Cursor), anna.token, nil)
			if err := json.Unmarshal([]byte(a.text), &page); err != nil {
				t.Fatal(err)
			}
			for _, e := range page.Events {
				w, _ := readEvent(e)
				if want[w.ID] != string(e.Event) {
					t.Fatalf("exported %s, want %s", e.Event, want[w.ID])
				}
				delete(want, w.ID)
			}
		}
		if len(want) != 0 || pages != 2 || len(page.About.Devices) != 2 || page.About.Erased[0].Pseudonym != erase.Who[0] {
			t.Errorf("%d events are missing; %d pages; %+v", len(want), pages, page.About)
		}
	})
}
