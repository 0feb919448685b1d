//go:build !js

package member

import (
	"cleanbreak/core/device"
	"cleanbreak/core/page"
	"cleanbreak/core/replica"
	"cleanbreak/core/seal"
	"cleanbreak/worker/api"
	"cleanbreak/worker/local"
	"crypto/rand"
	"encoding/base64"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync/atomic"
	"testing"
	"time"
)

const setup = "a-set-up-secret-for-the-tests-long-enough"

// server is the real one, natively; it can be out of reach.
type server struct {
	url     string
	folder  string
	handler *local.Server
	secret  string // of its receipts
	gone    bool
	ahead   atomic.Int64 // ms, its clock
	sent    int
}

func serve(t *testing.T) *server {
	t.Helper()
	s := &server{folder: t.TempDir(), secret: "a-receipt-secret-for-the-tests-long-enough"}
	s.open(t)
	h := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { s.handler.ServeHTTP(w, r) }))
	t.Cleanup(func() { h.Close(); _ = s.handler.Close() })
	s.url = h.URL
	return s
}

func (s *server) open(t *testing.T) {
	t.Helper()
	var err error
	now := func() time.Time { return time.Now().Add(time.Duration(s.ahead.Load()) * time.Millisecond) }
	s.handler, err = local.New(api.Config{Setup: setup, Receipts: s.secret, Now: now}, s.folder)
	must(t, err)
}

// backup copies what the server has; what it gives sets the server back to it.
func (s *server) backup(t *testing.T) (setBack func()) {
	t.Helper()
	kept := filepath.Join(t.TempDir(), "kept")
	must(t, s.handler.Close())
	must(t, os.CopyFS(kept, os.DirFS(s.folder)))
	s.open(t)
	return func() {
		t.Helper()
		must(t, s.handler.Close())
		must(t, os.RemoveAll(s.folder))
		must(t, os.CopyFS(s.folder, os.DirFS(kept)))
		s.open(t)
	}
}

func (s *server) send(r device.Request) device.Answer {
	s.sent++
	if s.gone {
		return device.Answer{}
	}
	request, err := http.NewRequest(r.Method, r.URL, strings.NewReader(r.Body))
	if err != nil {
		panic(err)
	}
	for name, value := range r.Headers {
		request.Header.Set(name, value)
	}
	res, err := http.DefaultClient.Do(request)
	if err != nil {
		return device.Answer{}
	}
	defer func() { _ = res.Body.Close() }()
	body, _ := io.ReadAll(res.Body)
	wait, _ := strconv.Atoi(res.Header.Get("Retry-After"))
	return device.Answer{Status: res.StatusCode, RetryAfter: wait, Body: string(body)}
}

func random(b []byte) { _, _ = rand.Read(b) }

func (s *server) member(t *testing.T, key byte) (*Member, *memory) {
	m := newMemory(t, key)
	return &Member{Store: m, Send: s.send, Now: time.Now, Zone: time.UTC, Random: random}, m
}

// pair is a team of two, of whom the first has recorded something before.
func pair(t *testing.T) (s *server, anna, ben *Member, annas, bens *memory) {
	t.Helper()
	s = serve(t)
	anna, annas = s.member(t, 1)
	ben, bens = s.member(t, 2)
	annas.write(kim(t, annas)...)
	must(t, anna.Create(s.url, setup, "Anna's laptop"))
	invitation, err := anna.Invite("rep")
	must(t, err)
	must(t, ben.Join(invitation.Text, "Ben's laptop"))
	step(t, anna)
	step(t, ben)
	return s, anna, ben, annas, bens
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// leave has a device leave, and the server be told.
func leave(t *testing.T, m *Member) {
	t.Helper()
	if left, err := m.Leave(); err != nil || !left.Told {
		t.Fatal(left, err)
	}
}

func step(t *testing.T, m *Member) Outcome {
	t.Helper()
	out, err := m.Round(0, 0)
	must(t, err)
	return out
}

var at = time.Date(2026, 11, 20, 9, 0, 0, 0, time.UTC)

// kim is a card and a call.
func kim(t *testing.T, m *memory) []replica.Event {
	t.Helper()
	index, err := seal.NewIndex(m.key)
	must(t, err)
	events := replica.Track(page.Person{Name: "Kim Olsen", Email: "kim@acme.example"}, at, index)
	return append(events, call(events[0].Who, 0))
}

func tag() string {
	var b [16]byte
	random(b[:])
	return base64.RawURLEncoding.EncodeToString(b[:])
}

func call(who []string, hour int) replica.Event {
	return replica.Event{
		ID: tag(), Kind: replica.Touch, Who: who, At: at.Add(time.Duration(hour) * time.Hour),
		Clear: replica.Clear{Channel: "call", ByHand: true},
	}
}

// told is the log as text, to compare.
func (m *memory) told() string {
	var out []string
	for _, e := range m.disk.Log {
		name := ""
		if e.Sealed.Person != nil {
			name = e.Sealed.Person.Name
		}
		out = append(out, fmt.Sprint(e.ID, e.Kind, e.Who, e.At.UnixMilli(), e.Clear, name, e.Stamp))
	}
	slices.Sort(out)
	return strings.Join(out, "\n")
}

func same(t *testing.T, a, b *memory) {
	t.Helper()
	if a.told() != b.told() {
		t.Errorf("they differ:\n%s\n--\n%s", a.told(), b.told())
	}
}
