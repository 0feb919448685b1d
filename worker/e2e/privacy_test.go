//go:build !js

package e2e

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"net/url"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	coredevice "cleanbreak/core/device"
	"cleanbreak/core/history"
	"cleanbreak/core/keys"
	"cleanbreak/core/page"
	"cleanbreak/core/replica"
	"cleanbreak/core/seal"
	"cleanbreak/worker/disk"
	"cleanbreak/worker/store"
)

// said is what goes through the Worker, sealed, and must never be readable there.
var said = []string{
	"Kim Olsen", "kim@acme.example", "kim-olsen", "Acme Widgets", "Head of IT", "the budget is frozen until April",
	"robin@seller.example", "Robin's laptop",
}

func TestNothingSaidIsReadableInTheWorker(t *testing.T) {
	each(t, func(t *testing.T, s *server) {
		ring := keys.Ring{Sealing: []keys.Key{{1, 2, 3}}}
		index, err := seal.NewIndex(ring.Index[:])
		if err != nil {
			t.Fatal(err)
		}
		d := found(t, s)
		who := []string{index.Pseudonym("email:" + said[1]), index.Pseudonym("slug:" + said[2])}
		body, err := json.Marshal(said)
		if err != nil {
			t.Fatal(err)
		}
		var events []replica.Wire
		for _, kind := range []string{replica.Card, replica.Touch, replica.Reply, replica.Decision, replica.Promise} {
			w := event(replica.Wire{Header: replica.Header{Kind: kind, Who: who, Verdict: map[string]string{replica.Decision: "stop"}[kind]}})
			w.Sealed = keys.Seal(ring.Current(), [12]byte{byte(len(events))}, replica.AppendHeader(nil, &w.Header), body)
			events = append(events, w)
		}
		events = append(events, event(replica.Wire{Header: replica.Header{Kind: replica.Link, Who: who}}))
		if r := d.push(t, events...); len(r.Acknowledged) != len(events) {
			t.Fatalf("%+v", r)
		}
		label := keys.Seal(ring.Current(), [12]byte{99}, []byte(d.id), []byte("Robin's laptop"))
		s.must(t, 200, "PUT", d.at("/devices/"+d.id), d.token, map[string]any{"label": label})
		careless(t, s, d)
		alterations(t, d, ring, string(body))
		erase := event(replica.Wire{Header: replica.Header{Kind: replica.Erase, Who: who[:1]}})
		s.must(t, 200, "POST", d.at("/erase"), d.token, `{"event":`+string(replica.AppendWire(nil, &erase))+`}`)
		nothing(t, s)
	})
}

// TestNothingThatADeviceSendsIsReadableInTheWorker has a device, as the extension has
// it, record a person in every way there is, and sync.
func TestNothingThatADeviceSendsIsReadableInTheWorker(t *testing.T) {
	each(t, func(t *testing.T, s *server) {
		membership, err := coredevice.Found(s.url, setup, make([]byte, 32), store.Random)
		if err != nil {
			t.Fatal(err)
		}
		k := disk.New(membership)
		ask := func(r coredevice.Request) (coredevice.Answer, error) {
			a, err := s.ask(r.Method, strings.TrimPrefix(r.URL, s.url), strings.TrimPrefix(r.Headers["Authorization"], "Bearer "), r.Body)
			return coredevice.Answer{Status: a.status, Body: a.text}, err
		}
		request, err := k.Membership.JoinRequest()
		if err != nil {
			t.Fatal(err)
		}
		joined, err := ask(request)
		if err != nil || k.Membership.Joined(joined) != nil {
			t.Fatal(joined, err)
		}
		label := k.Membership.Label(k.Membership.Device, "Robin's laptop", store.Random)
		if a, err := ask(label); err != nil || a.Problem() != nil {
			t.Fatal(a, err)
		}
		events := recorded(t, &k.Membership)
		if added := k.Add(events); len(added) != len(events) {
			t.Fatalf("of %d events %d are new", len(events), len(added))
		}
		for more := true; more; {
			if more, err = k.Sync(ask, time.Now(), store.Random); err != nil {
				t.Fatal(err)
			}
		}
		if len(k.Entries) != len(events) || len(k.Refused) > 0 {
			t.Fatalf("of %d events %d came back; refused: %v", len(events), len(k.Entries), k.Refused)
		}
		nothing(t, s)
	})
}

// recorded is what a device records of somebody: from a page, and by hand.
func recorded(t *testing.T, m *coredevice.Membership) []replica.Event {
	t.Helper()
	index, err := m.IndexKey()
	if err != nil {
		t.Fatal(err)
	}
	now := time.Now()
	kim := page.Person{Name: said[0], Email: said[1], Slug: said[2], Company: said[3], Title: said[4]}
	them, us := page.Address{Name: said[0], Email: said[1]}, page.Address{Name: "Robin Vale", Email: said[6]}
	mail := func(id, direction string, from, to page.Address) page.Message {
		return page.Message{ID: id, At: now, Direction: direction, From: from, To: []page.Address{to}, CC: []page.Address{}, Read: page.ReadFull, Text: "Kim Olsen says " + said[5] + "."}
	}
	ctx := page.Context{
		Site: page.Gmail, Kind: "thread", Prospect: kim, Mailbox: said[6], Subject: said[5],
		Messages: []page.Message{mail("m1", page.In, them, us), mail("m2", page.Out, us, them)},
	}
	events := append(replica.Track(kim, now, index), replica.Observe(ctx, replica.Pseudonyms(kim, index), index)...)
	who := replica.Pseudonyms(kim, index)
	for _, in := range []history.Event{
		{Type: replica.Promise, Text: said[5]}, {Type: replica.Answer, Question: "budget", Text: said[5]}, {Type: replica.Complaint, Text: said[5]},
		{Type: replica.Decision, Verdict: "stop", Text: said[5]}, {Type: replica.Reply, Channel: "call", Text: said[5]},
		{Type: replica.Meeting, Disposition: history.Completed, Text: said[3]},
	} {
		e, err := replica.ByHand(in, "")
		if err != nil {
			t.Fatal(err)
		}
		e.ID, e.Who, e.At = tag(), who, now
		events = append(events, e)
	}
	deal, _, err := replica.Describe(replica.Facts{Stage: said[5], Company: said[3]}, replica.Facts{})
	if err != nil {
		t.Fatal(err)
	}
	deal.ID, deal.Who, deal.At = tag(), who, now
	return append(events, deal)
}

// careless is a client that sends names in the clear by mistake, in every place
// there is: it is refused, and they are neither kept nor logged.
func careless(t *testing.T, s *server, d *device) {
	t.Helper()
	clear := touch(tag())
	named := strings.Replace(string(replica.AppendWire(nil, &clear)), `"email"`, `"kim@acme.example"`, 1)
	for _, body := range []string{
		`{"client":1,"cursor":"0","events":[{"event":{"name":"Kim Olsen"}}]}`, `Kim Olsen`, `{"Kim Olsen":1}`,
		`{"client":1,"cursor":"kim@acme.example","events":[]}`,
	} {
		if a, err := s.ask("POST", d.at("/sync"), d.token, body); err != nil || a.status != 400 || strings.Contains(a.text, "Kim") {
			t.Errorf("%d %s %v", a.status, a.text, err)
		}
	}
	a := s.must(t, 200, "POST", d.at("/sync"), d.token, `{"client":1,"cursor":"0","events":[{"event":`+named+`}]}`)
	if strings.Contains(a.text, "acme.example") || !strings.Contains(a.text, `"refused":[{"id":"`+clear.ID) {
		t.Error(a.text)
	}
	s.must(t, 400, "GET", d.at("/prospects?who=kim@acme.example"), d.token, nil)
	s.must(t, 400, "GET", d.at("/events?kim-olsen=1"), d.token, nil)
	s.must(t, 404, "GET", "/v1/teams/kim-olsen/keys", d.token, nil)
	s.must(t, 401, "GET", d.at("/keys"), "Kim Olsen", nil)
	s.must(t, 400, "PUT", d.at("/devices/"+d.id), d.token, map[string]any{"label": "Robin's laptop"})
	s.must(t, 400, "POST", d.at("/invitations"), d.token, map[string]any{"auth": "robin@seller.example", "role": "rep", "wrapped": "Kim Olsen"})
}

// forms are the ways in which a secret may stand in the clear: as it is, in an
// address, and in base64 behind none, one or two bytes more than a multiple of three.
func forms(secret string) []string {
	out := []string{secret, url.QueryEscape(secret)}
	for before := range 3 {
		for _, alphabet := range []*base64.Encoding{base64.RawStdEncoding, base64.RawURLEncoding} {
			text := alphabet.EncodeToString([]byte(strings.Repeat("-", before) + secret))
			whole := (before + len(secret)) / 3 * 4 // characters that are of whole groups of three bytes
			out = append(out, text[(before+2)/3*4:whole])
		}
	}
	return out
}

// nothing greps every file of the Worker's storage, and its log.
func nothing(t *testing.T, s *server) {
	t.Helper()
	files := 0
	look := func(name string, text []byte) {
		for _, secret := range said {
			for _, form := range forms(secret) {
				if bytes.Contains(bytes.ToLower(text), []byte(strings.ToLower(form))) {
					t.Errorf("%s holds %q", name, form)
				}
			}
		}
	}
	err := filepath.WalkDir(s.folder, func(path string, entry os.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		files++
		text, err := os.ReadFile(path)
		look(path, text)
		return err
	})
	if err != nil || files == 0 {
		t.Errorf("%d files: %v", files, err)
	}
	look("the log", []byte(s.log.String()))
}

// alterations has every clear field of a stored event changed, as a Worker that
// lies would, and sees that a device notices.
func alterations(t *testing.T, d *device, ring keys.Ring, body string) {
	t.Helper()
	for _, e := range d.log {
		w, err := readEvent(e)
		if err != nil {
			t.Fatal(err)
		}
		if w.Kind == replica.Link {
			continue
		}
		if got, err := keys.Open(ring.Current(), replica.AppendHeader(nil, &w.Header), w.Sealed); err != nil || string(got) != body {
			t.Fatalf("%s: %q %v", w.Kind, got, err)
		}
		for i := range reflect.TypeFor[replica.Header]().NumField() {
			other := w
			f := reflect.ValueOf(&other.Header).Elem().Field(i)
			switch f.Kind() {
			case reflect.String:
				f.SetString(tag())
			case reflect.Int64:
				f.SetInt(f.Int() + 1)
			case reflect.Bool:
				f.SetBool(!f.Bool())
			case reflect.Slice:
				f.Set(reflect.ValueOf([]string{tag()}))
			}
			if _, err := keys.Open(ring.Current(), replica.AppendHeader(nil, &other.Header), other.Sealed); err == nil {
				t.Errorf("%s with another %s opens", w.Kind, reflect.TypeFor[replica.Header]().Field(i).Name)
			}
		}
	}
}

// TestASecretIsFoundWhereverItStands hides one in a text at every alignment.
func TestASecretIsFoundWhereverItStands(t *testing.T) {
	for before := range 6 {
		text := []byte(strings.Repeat("x", before) + said[0] + "behind it")
		for _, hidden := range []string{string(text), base64.StdEncoding.EncodeToString(text), base64.RawURLEncoding.EncodeToString(text)} {
			if !slices.ContainsFunc(forms(said[0]), func(form string) bool { return strings.Contains(hidden, form) }) {
				t.Errorf("%s holds it, and it is not found", hidden)
			}
		}
	}
}
