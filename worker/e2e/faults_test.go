//go:build !js

package e2e

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"cleanbreak/core/replica"
)

// altered starts workerd with a shim in which each first text, which is there
// once, is replaced by the second.
func altered(t *testing.T, changes ...[2]string) *server {
	t.Helper()
	text, err := os.ReadFile("../shim.js")
	if err != nil {
		t.Fatal(err)
	}
	for _, change := range changes {
		if strings.Count(string(text), change[0]) != 1 {
			t.Fatalf("shim.js has changed: %q", change[0])
		}
		text = []byte(strings.Replace(string(text), change[0], change[1], 1))
	}
	shim := filepath.Join(t.TempDir(), "shim.js")
	if err := os.WriteFile(shim, text, 0o600); err != nil {
		t.Fatal(err)
	}
	s := configured(t, map[string]string{"SETUP_SECRET": setup, "RECEIPT_SECRET": receipts, "REQUESTS_PER_MINUTE": "100000", "SHIM": shim})
	s.start(t)
	return s
}

// faulty has faults that a header asks for: at the n-th statement of a request
// the storage fails, or the Go runtime dies of a panic that nobody recovers.
func faulty(t *testing.T) *server {
	return altered(t, [][2]string{
		{"    const body = await bytes(request);\n    const scope", "    const body = await bytes(request);\n    fault.left = Number(request.headers.get('x-fault-at') ?? 0); fault.kind = request.headers.get('x-fault');\n    const scope"},
		{"      const rows = sql.exec(", "      fault.strike();\n      const rows = sql.exec("},
		{"/** @type", `const fault = { left: 0, kind: "", strike() {
  if (--this.left !== 0) return;
  if (this.kind === "die") brain.context.binding.serve("no lines", null); else throw new Error("disk I/O error");
} };
/** @type`},
	}...)
}

func TestAFaultLeavesNothingHalf(t *testing.T) {
	s := faulty(t)
	d, other := found(t, s), found(t, s)
	kim := tag()
	for _, kind := range []string{"throw", "die"} {
		for at := 1; at <= 8; at++ {
			before := d.prospectOrNone(t, kim)
			event := touch(kim)
			a := d.syncWith(t, map[string]string{"X-Fault": kind, "X-Fault-At": fmt.Sprint(at), "Origin": "moz-extension://0a1b"}, frameOf(d.cursor, event))
			if a.status == 200 {
				d.keep(t, a) // there were fewer statements than that
				continue
			}
			if a.status != 500 || a.code() != "broken" || a.header.Get("Access-Control-Allow-Origin") != "moz-extension://0a1b" {
				t.Fatalf("%s at statement %d: %d %s", kind, at, a.status, a.text)
			}
			// The next request of any team works, and nothing of the push is there.
			if r := other.push(t); len(r.Events) != 0 {
				t.Fatalf("another team sees %+v", r.Events)
			}
			if r := d.push(t); len(r.Events) != 0 || d.prospectOrNone(t, kim) != before {
				t.Fatalf("%s at statement %d left %+v", kind, at, r.Events)
			}
			if r := d.push(t, event); len(r.Acknowledged) != 1 || len(r.Events) != 1 {
				t.Fatalf("%s at statement %d, sent again: %+v", kind, at, r)
			}
		}
	}
}

func (d *device) prospectOrNone(t *testing.T, who string) string {
	t.Helper()
	a, err := d.s.ask("GET", d.at("/prospects?who="+who), d.token, nil)
	if err != nil {
		t.Fatal(err)
	}
	return a.text
}

func (d *device) syncWith(t *testing.T, headers map[string]string, body string) answer {
	t.Helper()
	r := d.request("POST", "/sync", body)
	for name, value := range headers {
		r.Header.Set(name, value)
	}
	a, err := send(r)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func TestTeamsInterleaved(t *testing.T) {
	each(t, func(t *testing.T, s *server) {
		var wait sync.WaitGroup
		managers := []*device{found(t, s), found(t, s)}
		sent := [2][]map[string]bool{}
		for i, manager := range managers {
			for range 3 {
				d, ids := manager.join(t, "rep"), map[string]bool{}
				sent[i] = append(sent[i], ids)
				wait.Go(func() {
					for range 30 {
						e := touch(tag())
						ids[e.ID] = true
						if a, err := s.ask("POST", d.at("/sync"), d.token, frameOf("0", e)); err != nil || a.status != 200 {
							t.Errorf("%v %s", err, a.text)
						}
					}
				})
			}
		}
		wait.Wait()
		for i, d := range managers {
			for d.push(t).More {
			}
			once(t, d, sent[i])
		}
	})
}

// once checks that a device's log has every event acknowledged once, and no other.
func once(t *testing.T, d *device, acknowledged []map[string]bool) {
	t.Helper()
	want := map[string]bool{}
	for _, ids := range acknowledged {
		for id := range ids {
			want[id] = true
		}
	}
	for i, e := range d.log {
		w, err := readEvent(e)
		switch {
		case err != nil:
			t.Errorf("%s: %v", e.Event, err)
		case !want[w.ID]:
			t.Errorf("%s came twice, or is not of this team", w.ID)
		case i > 0 && e.Seq <= d.log[i-1].Seq:
			t.Errorf("%d comes after %d", e.Seq, d.log[i-1].Seq)
		}
		delete(want, w.ID)
	}
	for id := range want {
		t.Errorf("%s was acknowledged and is lost", id)
	}
}

func readEvent(e entry) (replica.Wire, error) {
	r := replica.NewWireReader(string(e.Event))
	w := replica.ReadServed(r)
	if r.Err != nil {
		return w, r.Err
	}
	return w, nil
}

func TestAMissingSecretRefusesToStart(t *testing.T) {
	s := configured(t, map[string]string{"RECEIPT_SECRET": receipts})
	s.start(t)
	if a := s.must(t, 503, "GET", "/v1/health", "", nil); a.code() != "not-configured" {
		t.Error(a.text)
	}
	if a := s.must(t, 503, "PUT", "/v1/teams/"+tag(), newToken(), map[string]any{"setup": "", "key": key, "public_key": random(32)}); a.code() != "not-configured" {
		t.Error(a.text)
	}
}
