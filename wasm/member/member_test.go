//go:build !js

package member

import (
	"crypto/rand"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"cleanbreak/core/device"
	"cleanbreak/core/page"
	"cleanbreak/core/replica"
	"cleanbreak/core/seal"
	"cleanbreak/worker/api"
	"cleanbreak/worker/local"
)

const setup = "a-set-up-secret-for-the-tests-long-enough"

// server is the real one, natively; it can be out of reach.
type server struct {
	url     string
	folder  string
	handler *local.Server
	secret  string // of its receipts
	gone    bool
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
	s.handler, err = local.New(api.Config{Setup: setup, Receipts: s.secret}, s.folder)
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
	for _, e := range m.log {
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

func TestTwoDevicesHoldTheSame(t *testing.T) {
	_, anna, ben, annas, bens := pair(t)
	same(t, annas, bens)
	if len(bens.log) != 2 || len(annas.rows)+len(bens.rows) != 0 {
		t.Fatalf("%d events, %d and %d rows", len(bens.log), len(annas.rows), len(bens.rows))
	}
	bens.write(call(slices.Collect(maps.Values(bens.log))[0].Who, 1))
	if step(t, ben).News {
		t.Error("what this device sent is news to it")
	}
	if out := step(t, anna); !out.News || out.Problem != "" {
		t.Errorf("%+v", out)
	}
	same(t, annas, bens)
	if name := annas.names[bens.team.Member]; name != "Ben's laptop" {
		t.Errorf("Ben is called %q", name)
	}
}

func TestWhatAJoiningDeviceHadIsMovedIntoTheTeam(t *testing.T) {
	s := serve(t)
	anna, annas := s.member(t, 1)
	ben, bens := s.member(t, 2)
	annas.write(kim(t, annas)...)
	bens.write(kim(t, bens)...)
	must(t, anna.Create(s.url, setup, "Anna"))
	invitation, err := anna.Invite("own")
	must(t, err)
	must(t, ben.Join(invitation.Text, "Anna's other"))
	for range 2 {
		for _, m := range []*Member{ben, anna} {
			if out := step(t, m); out.Problem != "" {
				t.Fatalf("%+v", out)
			}
		}
	}
	same(t, annas, bens)
	people := map[string]bool{}
	for _, e := range annas.log {
		people[strings.Join(e.Who, " ")] = true
	}
	if len(people) != 1 || len(annas.log) != 3 { // one card, two calls
		t.Errorf("%d people in %s", len(people), annas.told())
	}
}

func TestWhoFoundsATeamBringsWhatAnOlderVersionLogged(t *testing.T) {
	s := serve(t)
	anna, annas := s.member(t, 1)
	events := kim(t, annas)
	who := events[0].Who
	old := call(who, 1)
	old.ID = "00112233445566778899aabbccddeeff" // ids by hand were longer once
	seen := replica.Event{ID: tag(), Kind: replica.Touch, Who: who, At: at, Clear: replica.Clear{Message: tag(), Channel: "email"}}
	annas.write(append(events, old, seen)...)
	must(t, anna.Create(s.url, setup, "Anna"))
	if out := step(t, anna); out.Problem != "" || len(annas.rows) != 0 || len(annas.refused) != 0 || len(annas.log) != 4 {
		t.Errorf("%+v, %d rows, %v refused, %d events", out, len(annas.rows), annas.refused, len(annas.log))
	}
	before := annas.told()
	must(t, anna.Leave())
	recovered, err := anna.Store.Log()
	must(t, err)
	if len(recovered) != 4 {
		t.Errorf("left with %d events: %s", len(recovered), before)
	}
}

func TestWhoComesBackCountsNothingTwice(t *testing.T) {
	_, anna, ben, annas, bens := pair(t)
	bens.write(call(slices.Collect(maps.Values(bens.log))[0].Who, 3))
	step(t, ben)
	must(t, ben.Leave())
	invitation, err := anna.Invite("rep")
	must(t, err)
	must(t, ben.Join(invitation.Text, "Ben again"))
	step(t, ben)
	step(t, anna)
	same(t, annas, bens)
	if len(annas.log) != 3 {
		t.Errorf("%s", annas.told())
	}
}

func TestOfflineNothingIsLostAndItIsSaid(t *testing.T) {
	s, anna, ben, annas, bens := pair(t)
	who := slices.Collect(maps.Values(bens.log))[0].Who
	s.gone = true
	for hour := range 450 {
		bens.write(call(who, hour))
	}
	first, tenth := step(t, ben), Outcome{}
	for range 10 {
		out, err := ben.Round(10, 0)
		must(t, err)
		tenth = out
	}
	if !first.Offline || first.Problem == "" || first.Wait <= 0 || tenth.Wait <= first.Wait || len(bens.rows) != 450 {
		t.Errorf("%+v, %+v, %d rows", first, tenth, len(bens.rows))
	}
	s.gone = false
	if out := step(t, ben); out.Offline || out.Problem != "" || len(bens.rows) != 0 {
		t.Errorf("%+v, %d rows", out, len(bens.rows))
	}
	step(t, anna)
	same(t, annas, bens)
}

func TestALostAnswerToJoiningIsAskedForAgain(t *testing.T) {
	s := serve(t)
	anna, _ := s.member(t, 1)
	must(t, anna.Create(s.url, setup, "Anna"))
	invitation, err := anna.Invite("rep")
	must(t, err)
	ben, bens := s.member(t, 2)
	ben.Send = func(r device.Request) device.Answer { s.send(r); return device.Answer{} }
	if err := ben.Join(invitation.Text, "Ben"); err == nil || bens.team != nil {
		t.Fatalf("joined without an answer: %v", err)
	}
	ben.Send = s.send
	must(t, ben.Join(invitation.Text, "Ben"))
	eve, _ := s.member(t, 3)
	if err := eve.Join(invitation.Text, "Eve"); err == nil {
		t.Error("an invitation let in two devices")
	}
}

func TestARemovedDeviceIsToldAndTheOthersGoOnWithANewKey(t *testing.T) {
	_, anna, ben, annas, bens := pair(t)
	team, err := anna.Remove(bens.team.Device)
	must(t, err)
	if at := slices.IndexFunc(team.Devices, func(d Device) bool { return d.Device == bens.team.Device }); team.Devices[at].Removed == 0 {
		t.Errorf("%+v", team)
	}
	if out := step(t, ben); !strings.Contains(out.Problem, "removed") || out.Offline || out.Wait <= 0 {
		t.Errorf("%+v", out)
	}
	must(t, ben.Leave())
	if bens.team != nil || len(bens.log) == 0 {
		t.Error("leaving takes the log along, or keeps the team")
	}
	before := len(annas.team.Sealing)
	step(t, anna)
	annas.write(call(slices.Collect(maps.Values(annas.log))[0].Who, 2))
	if out := step(t, anna); out.Problem != "" || len(annas.rows) != 0 || len(annas.team.Sealing) != before+1 {
		t.Errorf("%+v, %d rows, %d keys", out, len(annas.rows), len(annas.team.Sealing))
	}
}

func TestTheRecoveryKeyBringsADeviceBack(t *testing.T) {
	s, anna, _, annas, _ := pair(t)
	printed, err := anna.Recovery()
	must(t, err)
	again, agains := s.member(t, 9)
	must(t, again.Recover(printed.Worker, " "+printed.Team+"\n", strings.ToLower(printed.Key), "Anna's new one"))
	step(t, again)
	step(t, anna)
	same(t, annas, agains)
	if agains.team.Role != replica.Manager {
		t.Errorf("came back as %s", agains.team.Role)
	}
}

func TestTheLastManagerStaysWhileThereAreOthers(t *testing.T) {
	_, anna, ben, annas, _ := pair(t)
	if err := anna.Leave(); err == nil || annas.team == nil {
		t.Errorf("the last manager left: %v", err)
	}
	must(t, ben.Leave())
	must(t, anna.Leave())
	if annas.team != nil {
		t.Error("who is alone cannot leave")
	}
}

func TestDevicesAreNamedAnew(t *testing.T) {
	_, anna, ben, annas, bens := pair(t)
	named := func(team Team, id string) string {
		return team.Devices[slices.IndexFunc(team.Devices, func(d Device) bool { return d.Device == id })].Name
	}
	team, err := ben.Rename(bens.team.Device, " Ben's new laptop ")
	must(t, err)
	if named(team, bens.team.Device) != "Ben's new laptop" {
		t.Errorf("%+v", team)
	}
	if _, err := ben.Rename(annas.team.Device, "mine"); err == nil {
		t.Error("a rep names a manager's device")
	}
	team, err = anna.Rename(bens.team.Device, "Ben's laptop at home")
	must(t, err)
	if named(team, bens.team.Device) != "Ben's laptop at home" || annas.names[bens.team.Member] != "Ben's laptop at home" {
		t.Errorf("%+v %v", team, annas.names)
	}
	if _, err := anna.Rename(annas.team.Device, "  "); err == nil {
		t.Error("a device without a name")
	}
	if _, err := anna.Remove(annas.team.Device); err == nil || annas.team == nil {
		t.Error("who removes itself is left in a team that does not know it")
	}
}

func TestExportHoldsEverythingOpened(t *testing.T) {
	_, anna, ben, annas, _ := pair(t)
	text, err := anna.Export()
	must(t, err)
	var out Exported
	must(t, json.Unmarshal([]byte(text), &out))
	if len(out.Events) != len(annas.log) || !strings.Contains(text, "Kim Olsen") || out.Names[annas.team.Member] != "Anna's laptop" {
		t.Errorf("%s", text)
	}
	if _, err := ben.Export(); err == nil {
		t.Error("a rep exports the team")
	}
}

func TestWithoutATeamNothingIsSent(t *testing.T) {
	s := serve(t)
	alone, kept := s.member(t, 1)
	kept.log["x"] = replica.Event{ID: "x"}
	step(t, alone)
	if _, err := alone.Ticket(); err == nil {
		t.Error("a ticket without a team")
	}
	if s.sent != 0 {
		t.Errorf("%d requests", s.sent)
	}
}
