//go:build !js

package e2e

import (
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"cleanbreak/core/replica"
	"cleanbreak/core/seal"
	"cleanbreak/worker/api"
	"cleanbreak/worker/local"
)

// clocked starts a native Worker, and gives what moves its clock on.
func clocked(t *testing.T, perMinute int) (s *server, later func(time.Duration), housekeep func(team string)) {
	t.Helper()
	var now atomic.Int64
	now.Store(1_795_000_000_000)
	handler, err := local.New(api.Config{
		Setup: setup, Receipts: receipts, PerMinute: perMinute, Now: func() time.Time { return time.UnixMilli(now.Load()) },
	}, t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	h := httptest.NewServer(handler)
	t.Cleanup(func() { h.Close(); _ = handler.Close() })
	later = func(d time.Duration) { now.Add(d.Milliseconds()) }
	housekeep = func(team string) {
		if err := handler.Housekeep(team); err != nil {
			t.Fatal(err)
		}
	}
	return &server{url: h.URL}, later, housekeep
}

func TestADeviceThatAsksTooMuch(t *testing.T) {
	s, later, _ := clocked(t, 5)
	anna := found(t, s)
	ben := anna.join(t, "rep")
	for range 5 {
		s.must(t, 200, "GET", ben.at("/keys"), ben.token, nil)
	}
	a := ben.syncWith(t, map[string]string{"Origin": "moz-extension://0a1b"}, frameOf("0", touch(tag())))
	if a.status != 429 || a.code() != "too-many-requests" || a.header.Get("Retry-After") == "" || a.header.Get("Access-Control-Expose-Headers") != "Retry-After" {
		t.Errorf("%d %s %v", a.status, a.text, a.header)
	}
	if r := anna.push(t); len(r.Events) != 0 {
		t.Errorf("what was refused is there: %+v", r.Events)
	}
	later(time.Minute)
	s.must(t, 200, "GET", ben.at("/keys"), ben.token, nil)
}

// TestADeviceThatAsksTooMuchInWorkerd cannot move the clock: of so many requests
// some must fall into one minute.
func TestADeviceThatAsksTooMuchInWorkerd(t *testing.T) {
	s := configured(t, map[string]string{"SETUP_SECRET": setup, "RECEIPT_SECRET": receipts, "REQUESTS_PER_MINUTE": "5"})
	s.start(t)
	anna := found(t, s)
	ben := anna.join(t, "rep")
	refused := false
	for n := 0; n < 100 && !refused; n++ {
		a, err := s.ask("GET", ben.at("/keys"), ben.token, nil)
		if err != nil {
			t.Fatal(err)
		}
		refused = a.status == 429
	}
	if !refused {
		t.Error("a hundred requests were answered where five are in a minute")
	}
	s.must(t, 200, "GET", anna.at("/keys"), anna.token, nil)
}

func TestWrongInvitationsAreLimitedByTheHour(t *testing.T) {
	s, later, _ := clocked(t, 1000)
	anna := found(t, s)
	attempt := func() int {
		a, err := s.ask("POST", anna.at("/pair"), newToken(), map[string]any{"auth": random(32), "public_key": random(32)})
		if err != nil {
			t.Fatal(err)
		}
		return a.status
	}
	for range 20 {
		if status := attempt(); status != 403 {
			t.Fatal(status)
		}
	}
	if status := attempt(); status != 429 {
		t.Error(status)
	}
	anna.join(t, "rep") // who has an invitation is let in all the same
	later(time.Hour)
	if status := attempt(); status != 403 {
		t.Errorf("an hour later: %d", status)
	}
}

func TestATicketIsGoodForHalfAMinute(t *testing.T) {
	s, later, _ := clocked(t, 1000)
	anna := found(t, s)
	for wait, status := range map[time.Duration]int{29 * time.Second: 200, 31 * time.Second: 403} {
		ticket := anna.ticket(t)
		later(wait)
		r := anna.request("GET", "/live", "")
		r.Header.Set("Upgrade", "websocket")
		r.Header.Set("Sec-WebSocket-Protocol", "cleanbreak.v1, "+ticket)
		if a, err := send(r); err != nil || a.status != status { // natively nobody opens the socket: 200
			t.Errorf("after %s: %d %s %v", wait, a.status, a.text, err)
		}
	}
}

func TestWhatIsOverGoes(t *testing.T) {
	s, later, housekeep := clocked(t, 1000)
	anna := found(t, s)
	old, recent := tag(), tag()
	stop := event(replica.Wire{Header: replica.Header{Kind: replica.Decision, Who: []string{old}, Verdict: "stop"}})
	playbook := event(replica.Wire{Header: replica.Header{Kind: replica.Playbook, Version: 1, Months: 3}})
	anna.push(t, touch(old), stop, playbook)
	auth := random(32)
	s.must(t, 201, "POST", anna.at("/invitations"), anna.token, map[string]any{"auth": seal.Hash(auth), "role": "rep", "wrapped": random(60)})
	later(60 * 24 * time.Hour)
	anna.push(t, touch(recent))
	housekeep(anna.team)
	if p := anna.prospect(t, old); p["erased"] == true {
		t.Error("erased after two months of three")
	}
	s.must(t, 403, "POST", anna.at("/pair"), newToken(), map[string]any{"auth": auth, "public_key": random(32)})
	later(40 * 24 * time.Hour)
	housekeep(anna.team)
	if p := anna.prospect(t, old); p["erased"] != true || p["do_not_contact"] != true {
		t.Errorf("%v", p)
	}
	if p := anna.prospect(t, recent); p["erased"] == true {
		t.Errorf("%v", p)
	}
	if lines := anna.audited(t); lines[0] != "retention" {
		t.Errorf("%v", lines)
	}
}

// TestWhoIsNeverContactedIsForgottenToo has a card and a decision, and no contact.
func TestWhoIsNeverContactedIsForgottenToo(t *testing.T) {
	s, later, housekeep := clocked(t, 1000)
	anna := found(t, s)
	kim := tag()
	card := event(replica.Wire{Header: replica.Header{Kind: replica.Card, Who: []string{kim}}})
	anna.push(t, card, event(replica.Wire{Header: replica.Header{Kind: replica.Decision, Who: []string{kim}, Verdict: "pause"}}))
	housekeep(anna.team)
	later(23 * 30 * 24 * time.Hour)
	housekeep(anna.team)
	if p := anna.prospect(t, kim); p["erased"] == true {
		t.Error("erased after 23 months")
	}
	later(60 * 24 * time.Hour)
	housekeep(anna.team)
	if p := anna.prospect(t, kim); p["erased"] != true {
		t.Errorf("%v", p)
	}
}

// ahead is a Worker whose alarm rings every 300 ms, and whose clock is as many
// milliseconds ahead as a request's header has said.
func ahead(t *testing.T) *server {
	return altered(t,
		[2]string{"setAlarm(Date.now() + DAY)", "setAlarm(realNow() + 300)"},
		[2]string{"setAlarm(Date.now() + (more ? 1000 : DAY))", "setAlarm(realNow() + 300)"},
		[2]string{"    const body = await bytes(request);\n    const scope", "    ahead = Number(request.headers.get('x-ahead') ?? ahead);\n    const body = await bytes(request);\n    const scope"},
		[2]string{"  async alarm() {", "  async alarm() {\n    console.error('alarm');"},
		[2]string{"/** @type", `let ahead = 0;
const RealDate = Date, realNow = Date.now;
globalThis.Date = class extends RealDate { constructor(...a) { super(...(a.length ? a : [realNow() + ahead])); } static now() { return realNow() + ahead; } };
/** @type`})
}

func TestTheAlarmErasesWhoIsForgotten(t *testing.T) {
	s := ahead(t)
	anna := found(t, s)
	kim := tag()
	anna.push(t, touch(kim))
	s.says(t, "alarm", 2)
	if p := anna.prospect(t, kim); p["erased"] == true {
		t.Fatal("erased at once")
	}
	anna.syncWith(t, map[string]string{"X-Ahead": "65745000000"}, frameOf("0")) // 25 months
	rung := strings.Count(s.log.String(), "alarm")
	s.says(t, "alarm", rung+2) // one may have been on its way
	if p := anna.prospect(t, kim); p["erased"] != true {
		t.Fatalf("not erased by the alarm: %v\n%s", p, s.log)
	}
	if r := anna.push(t); len(r.Events) != 1 || !strings.Contains(string(r.Events[0].Event), `"kind":"erase"`) {
		t.Errorf("the devices are told %+v", r.Events)
	}
}

// says waits until the Worker has written a word so many times.
func (s *server) says(t *testing.T, word string, times int) {
	t.Helper()
	for end := time.Now().Add(time.Minute); strings.Count(s.log.String(), word) < times; time.Sleep(20 * time.Millisecond) {
		if time.Now().After(end) {
			t.Fatalf("not %d times %q in a minute:\n%s", times, word, s.log)
		}
	}
}

// TestASocketOutlivesItsObject leaves a socket alone until workerd has put the
// team's object to sleep, and sees that the device still hears what is new.
func TestASocketOutlivesItsObject(t *testing.T) {
	s := altered(t, [2]string{"    this.state = state;", "    this.state = state; console.error('woken');"})
	anna := found(t, s)
	ben := anna.join(t, "rep")
	socket, status := ben.open(t, ben.ticket(t))
	if status != 101 {
		t.Fatal(status)
	}
	for range 5 {
		before := strings.Count(s.log.String(), "woken")
		time.Sleep(12 * time.Second) // workerd lets ten pass
		anna.push(t, touch(tag()))
		if got := socket.hear(); got != "news" {
			t.Fatalf("heard %q\n%s", got, s.log)
		}
		if strings.Count(s.log.String(), "woken") > before {
			return
		}
	}
	t.Errorf("the object never slept\n%s", s.log)
}
