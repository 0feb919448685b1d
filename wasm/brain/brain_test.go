package brain_test

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	"cleanbreak/core/page"
	"cleanbreak/core/replica"
	"cleanbreak/core/verdict"
	"cleanbreak/wasm/brain"
	"cleanbreak/wasm/view"
)

// memory is a brain.Store in a map. In the extension the same seam is IndexedDB,
// which the browser tests use.
type memory struct {
	events map[string]replica.Event
	looks  map[string]brain.Look
	team   *brain.Team
	full   bool
	loads  int
	mine   brain.Mine
	odds   string
}

func (m *memory) Key() ([]byte, error) { return []byte(strings.Repeat("k", 32)), nil }

func (m *memory) Mine() (brain.Mine, error) { return m.mine, nil }

func (m *memory) Keep(mine brain.Mine) error { m.mine = mine; return nil }

func (m *memory) Odds() (string, error) { return m.odds, nil }

func (m *memory) KeepOdds(groups string) error { m.odds = groups; return nil }

func (m *memory) Load(who, accounts []string) (brain.Known, error) {
	m.loads++
	asked := slices.Clone(who)
	for _, e := range m.events {
		if replica.Overlap(e.Clear.Accounts, accounts) {
			who = append(who, e.Who...)
		}
	}
	who = replica.Connected(slices.Collect(maps.Values(m.events)), who)
	k := brain.Known{Team: m.team}
	for _, e := range m.events {
		if replica.Overlap(e.Who, who) {
			k.Events = append(k.Events, e)
		}
	}
	for _, l := range m.looks {
		if slices.Contains(asked, l.Who) {
			k.Looks = append(k.Looks, l)
		}
	}
	return k, nil
}

func (m *memory) Alike(name string, addresses []string) ([]replica.Event, error) {
	var cards []replica.Event
	words := func(name string) []string {
		all := strings.Fields(strings.ToLower(name))
		slices.Sort(all)
		return all
	}
	for _, e := range m.events {
		if e.Kind == replica.Card && (len(words(name)) > 1 && slices.Equal(words(e.Sealed.Person.Name), words(name)) ||
			slices.ContainsFunc(addresses, func(a string) bool { return page.SameMailbox(a, e.Sealed.Person.Email) })) {
			cards = append(cards, e)
		}
	}
	return cards, nil
}

func (m *memory) All() (brain.Known, error) {
	k := brain.Known{Team: m.team, Events: slices.Collect(maps.Values(m.events)), Looks: slices.Collect(maps.Values(m.looks))}
	return k, nil
}

// Put writes when it is waited for, so that what is not waited for is not there.
func (m *memory) Put(events []replica.Event, looks []brain.Look) func() error {
	return func() error {
		if m.full {
			return errors.New("the browser's storage is full")
		}
		for _, e := range events {
			m.events[e.ID] = e
		}
		for _, l := range looks {
			m.looks[l.Who+l.Site] = l
		}
		return nil
	}
}

func (m *memory) Remove(id string) error { delete(m.events, id); return nil }

func (m *memory) Forget(who []string, left []replica.Event) error {
	maps.DeleteFunc(m.events, func(_ string, e replica.Event) bool { return replica.Overlap(e.Who, who) && e.Kind != replica.Erase })
	maps.DeleteFunc(m.looks, func(_ string, l brain.Look) bool { return slices.Contains(who, l.Who) })
	return m.Put(left, nil)()
}

func (m *memory) count(kind string) int {
	n := 0
	for _, e := range m.events {
		if e.Kind == kind {
			n++
		}
	}
	return n
}

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

func TestNothingIsKeptOfAnybodyNotTracked(t *testing.T) {
	b, m := newBrain()
	s := show(t, b, 1, thread(eightMails()...))
	if s.Phase != view.Someone || s.Tracked || s.Assessment != nil || s.OnPage.Touches != 8 {
		t.Errorf("state is %+v", s)
	}
	if len(m.events)+len(m.looks) != 0 {
		t.Errorf("kept %d events and %d looks", len(m.events), len(m.looks))
	}
}

func TestTrackingCountsWhatIsInView(t *testing.T) {
	b, m := newBrain()
	s := do(t, b, show(t, b, 1, thread(eightMails()...)), view.Action{Do: view.Track})
	if !s.Tracked || s.Assessment == nil || s.Assessment.Verdict != verdict.LastTry || len(s.Entries) != 8 {
		t.Fatalf("state is %+v", s)
	}
	for range 3 { // opened again, in this tab and another
		show(t, b, 1, thread(eightMails()...))
		show(t, b, 2, thread(eightMails()...))
	}
	if n := m.count(replica.Touch); n != 8 {
		t.Errorf("8 mails counted as %d touches", n)
	}
}

func TestAReplyBelongsToItsSender(t *testing.T) {
	b, m := newBrain()
	do(t, b, show(t, b, 1, thread(eightMails()...)), view.Action{Do: view.Track})
	group := append(eightMails(), mail{days: 1, from: jo, to: me, text: "I am the one to ask."})
	s := show(t, b, 2, thread(group...))
	if s.Phase != view.Several {
		t.Fatalf("two people on the thread, and the panel shows %s", s.Phase)
	}
	if n := m.count(replica.Reply); n != 0 {
		t.Errorf("a colleague's reply was counted for the prospect (%d)", n)
	}
	i := slices.IndexFunc(s.Candidates, func(p page.Person) bool { return p.Email == kim })
	if s = do(t, b, s, view.Action{Do: view.Choose, Person: s.Candidates[i]}); !s.Tracked || len(s.Entries) != 8 {
		t.Errorf("chosen: %+v", s)
	}
}

func TestFullerReadingReplacesASnippet(t *testing.T) {
	b, m := newBrain()
	closed := mail{days: 2, from: kim, to: me, text: "Let us", closed: true}
	do(t, b, show(t, b, 1, thread(closed)), view.Action{Do: view.Track})
	open := closed
	open.text, open.closed = "Let us talk on Monday.", false
	s := show(t, b, 1, thread(open))
	if len(s.Entries) != 1 || s.Entries[0].Quote != open.text {
		t.Errorf("entries: %+v", s.Entries)
	}
	if s = show(t, b, 1, thread(closed)); s.Entries[0].Quote != open.text { // closed again: the full text stays
		t.Errorf("the fuller reading was lost: %+v", s.Entries)
	}
	if n := m.count(replica.Reply); n != 1 {
		t.Errorf("one reply is %d events", n)
	}
}

var call = view.Entered{Type: "touch", Channel: "call", Disposition: "no-answer"}

func TestLoggingByHandAndTakingItBack(t *testing.T) {
	b, _ := newBrain()
	s := do(t, b, show(t, b, 1, thread(eightMails()...)), view.Action{Do: view.Track})
	s = do(t, b, s, view.Action{Do: view.Log, Entered: call})
	if s.Entries[0].Channel != "call" || !s.Entries[0].ByHand || len(s.Entries) != 9 {
		t.Fatalf("entries: %+v", s.Entries)
	}
	observed := s.Entries[8].ID
	s = do(t, b, s, view.Action{Do: view.Unlog, ID: s.Entries[0].ID})
	if len(s.Entries) != 8 {
		t.Errorf("not taken back: %+v", s.Entries)
	}
	if _, err := b.Do(view.Action{Do: view.Unlog, Tab: 1, URL: s.URL, Person: s.Person, ID: observed}); err == nil {
		t.Error("what the page showed was taken back")
	}
	if _, err := b.Do(view.Action{Do: view.Log, Tab: 1, URL: s.URL, Person: s.Person, New: "n", Entered: view.Entered{Type: "touch", Channel: "telepathy"}}); err == nil {
		t.Error("an unknown channel was logged")
	}
}

// TestAGoodbyeThatIsLoggedLetsGo has the rep say the first of a goodbye before they
// pressed that they let go: the rest of it stays to be said, and one undo takes
// both back.
func TestAGoodbyeThatIsLoggedLetsGo(t *testing.T) {
	b, m, s := tracked(t)
	if err := b.SetPlaybook(`{"name": "Ours", "extends": "calvert"}`, "rules-1"); err != nil {
		t.Fatal(err)
	}
	s = do(t, b, s, view.Action{Do: view.Look})
	before, had := s.Assessment.Verdict, len(m.events)
	closing := view.Entered{Type: "decision", Verdict: "break-up", Kind: "ghosting"}
	s = log(t, b, s, view.Entered{Type: "touch", Channel: "voicemail", Closing: &closing})
	if s.Assessment.Verdict != verdict.Pause || s.Assessment.Kind != view.LetGo || m.count(replica.Decision) != 1 {
		t.Fatalf("%s %s", s.Assessment.Verdict, s.Assessment.Kind)
	}
	var left []string
	for _, st := range s.Assessment.Plan.Steps {
		if st.Purpose == "goodbye" {
			left = append(left, st.Channel)
		}
	}
	if len(left) != 2 || slices.Contains(left, "voicemail") {
		t.Errorf("still to be said: %v", left)
	}
	for _, e := range s.Entries {
		if e.Type == "touch" && e.Channel == "voicemail" {
			s = do(t, b, s, view.Action{Do: view.Unlog, ID: e.ID})
			break
		}
	}
	if s.Assessment.Verdict != before || len(m.events) != had {
		t.Errorf("taken back: %s, with %d events more", s.Assessment.Verdict, len(m.events)-had)
	}
}

func TestADecisionIsFollowed(t *testing.T) {
	b, _ := newBrain()
	s := do(t, b, show(t, b, 1, thread(eightMails()...)), view.Action{Do: view.Track})
	s = do(t, b, s, view.Action{Do: view.Log, Entered: view.Entered{Type: "decision", Verdict: verdict.LastTry, Kind: verdict.Ghosting}})
	if s.Assessment.Verdict != verdict.LastTry || s.Assessment.Rule != "last-try-unanswered" { // nothing was sent
		t.Errorf("decided: %s, %s", s.Assessment.Verdict, s.Assessment.Because)
	}
	s = do(t, b, s, view.Action{Do: view.Log, Entered: view.Entered{Type: "touch", Channel: "email"}})
	if s.Assessment.Verdict != verdict.Pause || s.Assessment.Kind != verdict.Waiting {
		t.Errorf("after the last try: %s %s", s.Assessment.Verdict, s.Assessment.Kind)
	}
}

func TestUntrackForgetsEverything(t *testing.T) {
	b, m := newBrain()
	s := do(t, b, show(t, b, 1, thread(eightMails()...)), view.Action{Do: view.Track})
	s = do(t, b, s, view.Action{Do: view.Untrack})
	if s.Tracked || len(m.events)+len(m.looks) != 0 {
		t.Errorf("tracked %t, %d events and %d looks left", s.Tracked, len(m.events), len(m.looks))
	}
}

func TestAnActionAboutAnotherPageIsRefused(t *testing.T) {
	b, m := newBrain()
	show(t, b, 1, thread(eightMails()...))
	if _, err := b.Do(view.Action{Do: view.Track, Tab: 1, URL: "https://mail.google.com/mail/u/0/#inbox/other"}); !errors.Is(err, brain.ErrNotShown) {
		t.Errorf("error is %v", err)
	}
	b.Left(1)
	if _, err := b.Do(view.Action{Do: view.Track, Tab: 1, URL: "https://mail.google.com/mail/u/0/#inbox/abc"}); !errors.Is(err, brain.ErrNotShown) {
		t.Errorf("error after leaving is %v", err)
	}
	if len(m.events) != 0 {
		t.Error("something was recorded")
	}
}

func TestAPressIsAboutThePersonTheRepSaw(t *testing.T) {
	b, m := newBrain()
	s := show(t, b, 1, thread(eightMails()...))
	other := thread(mail{days: 3, from: jo, to: me, text: "Hello"}) // same address, another person
	show(t, b, 1, other)
	if _, err := b.Do(view.Action{Do: view.Track, Tab: 1, URL: s.URL, Person: s.Person}); !errors.Is(err, brain.ErrNotShown) {
		t.Errorf("error is %v", err)
	}
	if len(m.events) != 0 {
		t.Error("somebody was tracked")
	}
}

func TestOneMailToTwoTrackedPeopleCountsForBoth(t *testing.T) {
	b, _ := newBrain()
	do(t, b, show(t, b, 1, thread(mail{days: 5, from: me, to: kim, text: "a"})), view.Action{Do: view.Track})
	do(t, b, show(t, b, 2, thread(mail{days: 4, from: me, to: jo, text: "b"})), view.Action{Do: view.Track})
	both := thread(mail{days: 3, from: me, to: kim + " " + jo, text: "c"})
	for range 2 {
		s := show(t, b, 3, both)
		for _, p := range s.Candidates {
			if s = do(t, b, s, view.Action{Do: view.Choose, Person: p}); len(s.Entries) != 2 {
				t.Errorf("%s has %d entries, want 2", p.Email, len(s.Entries))
			}
		}
	}
}

func TestAForgedAddressIsRefused(t *testing.T) {
	b, _ := newBrain()
	for _, origin := range []string{"https://www.linkedin.com", "https://mail.google.com.evil.example", "http://mail.google.com", ""} {
		if _, err := b.Page(1, origin, thread(eightMails()...)); err == nil {
			t.Errorf("taken from %q", origin)
		}
	}
}

func TestAnUnknownViewerIsNoLook(t *testing.T) {
	b, m := newBrain()
	do(t, b, show(t, b, 1, thread(eightMails()...)), view.Action{Do: view.Track})
	clear(m.looks)
	blind := strings.Replace(string(thread(eightMails()...)), "Hello - "+me+" - Gmail", "Hello", 1)
	show(t, b, 2, []byte(blind))
	if len(m.looks) != 0 {
		t.Errorf("a page whose messages nobody could place counts as a look: %+v", m.looks)
	}
}

func TestAnOldThreadIsNoLook(t *testing.T) {
	b, m := newBrain()
	do(t, b, show(t, b, 1, thread(eightMails()...)), view.Action{Do: view.Track})
	clear(m.looks)
	show(t, b, 2, thread(mail{days: 60, from: me, to: kim, text: "old"}))
	if len(m.looks) != 0 {
		t.Errorf("an older thread counts as a look: %+v", m.looks)
	}
}

func TestAFullStoreIsSaidAndLosesNothing(t *testing.T) {
	b, m := newBrain()
	s := show(t, b, 1, thread(eightMails()...))
	m.full = true
	if _, err := b.Do(view.Action{Do: view.Track, Tab: 1, URL: s.URL, Person: s.Person}); err == nil || !strings.Contains(err.Error(), "full") {
		t.Errorf("error is %v", err)
	}
	m.full = false
	if s = do(t, b, s, view.Action{Do: view.Track}); !s.Tracked || len(s.Entries) != 8 {
		t.Errorf("after there was room again: %+v", s)
	}
}

func TestSilenceIsKnownOnlyAfterALook(t *testing.T) {
	b, m := newBrain()
	s := do(t, b, show(t, b, 1, thread(eightMails()...)), view.Action{Do: view.Track})
	if s.Assessment.Verdict != verdict.LastTry {
		t.Fatalf("looking at the thread: %s", s.Assessment.Verdict)
	}
	for k := range m.looks {
		delete(m.looks, k)
	}
	list := thread()
	list = []byte(strings.Replace(string(list), `"layout":"thread"`, `"layout":"list"`, 1))
	show(t, b, 3, list) // a list of rows is no look at what they wrote
	if len(m.looks) != 0 {
		t.Errorf("looks: %+v", m.looks)
	}
}

func TestBadSnapshotsAreErrors(t *testing.T) {
	b, _ := newBrain()
	for _, bad := range []string{"", "[]", `{"v":2}`, `{"v":1,"site":"facebook"}`} {
		if _, err := b.Page(1, gmail, []byte(bad)); err == nil {
			t.Errorf("%q was taken", bad)
		}
	}
}
