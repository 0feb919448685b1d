//go:build !js

package e2e

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"testing"

	"cleanbreak/core/replica"
)

// transcript is a file of testdata/sync; its README says what the steps are.
type transcript struct {
	About string
	Steps []struct {
		As                            string
		Push                          []happening
		Refused                       map[string]string
		Pull                          *[]string
		Prospect                      string
		Counts                        map[string]int
		Decisions                     []string
		Erased, DoNotContact, Unknown bool
	}
}

// happening is an event as a person writes one.
type happening struct {
	ID, Kind, Channel, Verdict, Message, Same string
	Target                                    string
	Hand                                      bool // logged by hand
	Who, Base                                 []string
	At, Version                               int64
}

func TestTranscripts(t *testing.T) {
	files, err := filepath.Glob("../../testdata/sync/*.json")
	if err != nil || len(files) == 0 {
		t.Fatal("no transcripts", err)
	}
	each(t, func(t *testing.T, s *server) {
		for _, file := range files {
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			var story transcript
			d := json.NewDecoder(bytes.NewReader(bytes.ReplaceAll(text, []byte("do_not_contact"), []byte("DoNotContact"))))
			d.DisallowUnknownFields()
			if err := d.Decode(&story); err != nil {
				t.Fatalf("%s: %v", file, err)
			}
			t.Run(filepath.Base(file), func(t *testing.T) { play(t, s, story) })
		}
	})
}

// stage is who and what has been named so far.
type stage struct {
	devices map[string]*device
	tags    map[string]string // by name
	names   map[string]string // by tag
}

func (g *stage) tag(name string) string {
	if name == "" {
		return ""
	}
	if g.tags[name] == "" {
		g.tags[name] = tag()
		g.names[g.tags[name]] = name
	}
	return g.tags[name]
}

func (g *stage) all(names []string) (out []string) {
	for _, name := range names {
		out = append(out, g.tag(name))
	}
	return out
}

func (g *stage) event(h happening) replica.Wire {
	return event(replica.Wire{Header: replica.Header{
		ID: g.tag(h.ID), Kind: h.Kind, Who: g.all(h.Who), At: h.At, Channel: h.Channel, Verdict: h.Verdict,
		Message: g.tag(h.Message), Same: g.tag(h.Same), Base: g.all(h.Base), Version: h.Version,
		Target: g.tag(h.Target), ByHand: h.Hand, Direction: map[string]string{replica.Inbound: "in"}[h.Kind],
	}})
}

func play(t *testing.T, s *server, story transcript) {
	g := &stage{map[string]*device{"anna": found(t, s)}, map[string]string{}, map[string]string{}}
	for i, step := range story.Steps {
		if g.devices[step.As] == nil {
			g.devices[step.As] = g.devices["anna"].join(t, "rep")
		}
		d := g.devices[step.As]
		switch {
		case step.Push != nil:
			var events []replica.Wire
			for _, h := range step.Push {
				events = append(events, g.event(h))
			}
			r := d.push(t, events...)
			refused := map[string]string{}
			for _, each := range r.Refused {
				refused[g.names[each.ID]] = each.Code
			}
			if fmt.Sprint(refused) != fmt.Sprint(step.Refused) || len(r.Acknowledged)+len(refused) != len(events) {
				t.Errorf("step %d: acknowledged %v, refused %v", i+1, r.Acknowledged, refused)
			}
		case step.Pull != nil:
			var came []string
			for _, e := range d.push(t).Events {
				w, _ := readEvent(e)
				if came = append(came, cmp.Or(g.names[w.ID], "nobody")); e.Event == nil {
					came[len(came)-1] = "-"
				}
			}
			if !slices.Equal(came, *step.Pull) {
				t.Errorf("step %d: came %v, want %v", i+1, came, *step.Pull)
			}
		default:
			a, err := s.ask("GET", d.at("/prospects?who="+g.tag(step.Prospect)), d.token, nil)
			if err != nil {
				t.Fatal(err)
			}
			counts, decisions := told(a)
			if (a.status == 404) != step.Unknown || (a.body["erased"] == true) != step.Erased ||
				(a.body["do_not_contact"] == true) != step.DoNotContact ||
				(step.Counts != nil && !reflect.DeepEqual(counts, step.Counts)) || (step.Decisions != nil && !slices.Equal(decisions, step.Decisions)) {
				t.Errorf("step %d: %s", i+1, a.text)
			}
		}
	}
}

// told gives a prospect's counts and decisions in a transcript's words.
func told(a answer) (map[string]int, []string) {
	var p struct {
		Counts []struct {
			Channel, Direction string
			Count              int
		}
		Decisions []struct{ Verdict string }
	}
	_ = json.Unmarshal([]byte(a.text), &p)
	counts, decisions := map[string]int{}, []string{}
	for _, c := range p.Counts {
		counts[c.Channel+" "+c.Direction] = c.Count
	}
	for _, d := range p.Decisions {
		decisions = append(decisions, d.Verdict)
	}
	return counts, decisions
}
