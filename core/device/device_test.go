package device

import (
	"encoding/json"
	"math/rand"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"cleanbreak/core/history"
	"cleanbreak/core/page"
	"cleanbreak/core/replica"
	"cleanbreak/core/reply"
)

func random(seed int64) Random {
	r := rand.New(rand.NewSource(seed))
	return func(b []byte) { _, _ = r.Read(b) }
}

func member(t *testing.T) Membership {
	t.Helper()
	m, err := Found("https://sync.northwind.example/", "secret", make([]byte, 32), random(1))
	if err != nil {
		t.Fatal(err)
	}
	team := m.Team
	if err := m.Joined(Answer{Status: 200, Body: `{"team":"` + team + `","device":"` + team + `","member":"` + team + `","role":"manager"}`}); err != nil {
		t.Fatal(err)
	}
	return m
}

// answer is what a server says that took a round's events as they are.
func answer(t *testing.T, m Membership, s Sending, alter func(string) string) Answer {
	t.Helper()
	var frame struct {
		Events []struct{ Event json.RawMessage }
	}
	if err := json.Unmarshal([]byte(s.Request.Body), &frame); err != nil {
		t.Fatal(err)
	}
	var entries []string
	for i, e := range frame.Events {
		entries = append(entries, `{"seq":`+string(rune('1'+i))+`,"tag":"AAAAAAAAAAA","received":5,"author":"`+m.Member+`","role":"manager","receipt":"`+m.Team+`","event":`+alter(string(e.Event))+`}`)
	}
	return Answer{Status: 200, Body: `{"acknowledged":[],"refused":[],"events":[` + strings.Join(entries, ",") + `],"cursor":"1.AAAAAAAAAAA","more":false,"key":"` + m.ring().Current().ID() + `"}`}
}

func card() replica.Event {
	p := page.Person{Name: "Kim Olsen", Email: "kim@acme.example"}
	e := replica.Event{ID: tag(random(7)), Kind: replica.Card, Who: []string{tag(random(8))}, At: time.UnixMilli(1000).UTC(), Sealed: replica.Sealed{Person: &p}}
	e.Local.Text = "local words"
	return e
}

func asItIs(s string) string { return s }

func TestARoundComesBackOpened(t *testing.T) {
	m := member(t)
	sending := m.Round([]Waiting{{ID: card().ID, Event: card()}}, time.UTC, random(2))
	for _, word := range []string{"Kim", "acme", "local"} {
		if strings.Contains(sending.Request.Body, word) {
			t.Errorf("%q is in clear in %s", word, sending.Request.Body)
		}
	}
	step, err := m.Take(answer(t, m, sending, asItIs), time.UnixMilli(9000))
	if err != nil || len(step.Put) != 1 || len(step.Rejected) != 0 {
		t.Fatalf("%+v %v", step, err)
	}
	got := step.Put[0]
	if got.Sealed.Person.Name != "Kim Olsen" || !reflect.ValueOf(got.Local).IsZero() || got.Stamp.Seq != 1 || got.Stamp.Author != m.Member {
		t.Errorf("%+v", got)
	}
	if step.Membership.Cursor != "1.AAAAAAAAAAA" || step.Membership.InStep != 9000 {
		t.Errorf("%+v", step.Membership)
	}
	again := m.Round([]Waiting{{got.ID, got, step.Entries[got.ID]}}, time.UTC, random(3))
	if !strings.Contains(again.Request.Body, `"receipt":"`+m.Team+`"`) {
		t.Errorf("pushed again without its receipt: %s", again.Request.Body)
	}
}

// TestAComplaintTravelsWithoutItsWords has a colleague's device know what was asked
// for, and not how.
func TestAComplaintTravelsWithoutItsWords(t *testing.T) {
	m := member(t)
	complaint, err := replica.ByHand(history.Event{Type: history.Complaint, Text: "Delete my data, or my lawyer writes to you."}, "")
	if err != nil {
		t.Fatal(err)
	}
	complaint.ID, complaint.Who, complaint.At = tag(random(7)), []string{tag(random(8))}, time.UnixMilli(1000).UTC()
	step, err := m.Take(answer(t, m, m.Round([]Waiting{{ID: complaint.ID, Event: complaint}}, time.UTC, random(2)), asItIs), time.UnixMilli(9000))
	if err != nil || len(step.Put) != 1 {
		t.Fatalf("%+v %v", step, err)
	}
	got := step.Put[0]
	if sealed, err := json.Marshal(got.Sealed); err != nil || strings.Contains(string(sealed), "lawyer") {
		t.Errorf("%s %v", sealed, err)
	}
	if read := replica.Read(got, time.UTC); read == nil || !slices.ContainsFunc(read.Intents, func(i reply.Intent) bool { return i.Intent == reply.Erasure }) {
		t.Errorf("the colleague reads %+v", read)
	}
}

// TestAlteredEntriesAreRejected has every field that is in clear changed on the
// way, and what is sealed.
func TestAlteredEntriesAreRejected(t *testing.T) {
	m := member(t)
	sending := m.Round([]Waiting{{ID: card().ID, Event: card()}}, time.UTC, random(2))
	for i := range reflect.TypeFor[replica.Header]().NumField() {
		name := reflect.TypeFor[replica.Header]().Field(i).Name
		if name == "Key" {
			continue // another key is one that this device has not
		}
		step, err := m.Take(answer(t, m, sending, altered(t, i)), time.UnixMilli(9000))
		if err != nil || len(step.Put) != 0 || len(step.Rejected) != 1 || step.Rejected[0].Code != Altered {
			t.Errorf("%s: %+v %v", name, step, err)
		}
	}
	cut := func(s string) string { return strings.Replace(s, `"sealed":"`, `"sealed":"A`, 1)[:len(s)-1] + `"}` }
	if step, err := m.Take(answer(t, m, sending, cut), time.UnixMilli(9000)); err != nil || len(step.Put) != 0 || len(step.Rejected) != 1 {
		t.Errorf("%+v %v", step, err)
	}
}

// TestAnotherAuthorIsNotBelieved has every field of an entry beside its event
// changed, one at a time. The tag, the receipt and when it came are the server's own.
func TestAnotherAuthorIsNotBelieved(t *testing.T) {
	m := member(t)
	sending := m.Round([]Waiting{{ID: card().ID, Event: card()}}, time.UTC, random(2))
	as := answer(t, m, sending, asItIs)
	for field, change := range map[string][2]string{
		"seq":      {`"seq":1`, `"seq":0`},
		"tag":      {`"tag":"AAAAAAAAAAA"`, `"tag":"BBBBBBBBBBB"`},
		"received": {`"received":5`, `"received":6`},
		"author":   {`"author":"` + m.Member, `"author":"` + tag(random(13))},
		"role":     {`"role":"manager"`, `"role":"rep"`},
		"receipt":  {`"receipt":"` + m.Team, `"receipt":"` + tag(random(13))},
	} {
		other := as
		if other.Body = strings.Replace(as.Body, change[0], change[1], 1); other.Body == as.Body {
			t.Fatalf("%s is not there: %s", field, as.Body)
		}
		step, err := m.Take(other, time.UnixMilli(9000))
		if own := field == "tag" || field == "received" || field == "receipt"; err != nil || own != (len(step.Put) == 1) || own != (len(step.Rejected) == 0) {
			t.Errorf("%s: %+v %v", field, step, err)
		}
	}
	if len(entryFields) != 7 {
		t.Errorf("an entry has the fields %v", entryFields)
	}
	later := m
	later.Cursor = "1.AAAAAAAAAAA"
	if step, err := later.Take(as, time.UnixMilli(9000)); err != nil || len(step.Put) != 0 || len(step.Rejected) != 1 {
		t.Errorf("a place that was there already: %+v %v", step, err)
	}
	nobodys := Answer{Status: 200, Body: strings.Replace(as.Body, as.Body[strings.Index(as.Body, `"event":{`):strings.Index(as.Body, `}],"cursor"`)],
		`"event":{"id":"`+m.Team+`","kind":"erase","who":["`+m.Team+`"],"at":5}`, 1)}
	if step, err := m.Take(nobodys, time.UnixMilli(9000)); err != nil || len(step.Erase) != 0 || len(step.Rejected) != 1 {
		t.Errorf("an erasure by a member that no member sealed: %+v %v", step, err)
	}
}

// altered gives an event with another value in one field of its header.
func altered(t *testing.T, field int) func(string) string {
	return func(text string) string {
		r := replica.NewWireReader(text)
		w := replica.ReadServed(r)
		if r.Err != nil {
			t.Fatal(r.Err.Code)
		}
		switch f := reflect.ValueOf(&w.Header).Elem().Field(field); f.Kind() {
		case reflect.String:
			f.SetString(tag(random(11)))
		case reflect.Int64:
			f.SetInt(f.Int() + 1)
		case reflect.Bool:
			f.SetBool(!f.Bool())
		case reflect.Slice:
			f.Set(reflect.ValueOf([]string{tag(random(12))}))
		default:
			t.Fatalf("a field is a %s", f.Kind())
		}
		return string(replica.AppendWire(nil, &w))
	}
}

func TestInvitationsCarryTheRing(t *testing.T) {
	m := member(t)
	invited := m.Invite("rep", random(4))
	var body struct{ Wrapped string }
	_ = json.Unmarshal([]byte(invited.Request.Body), &body)
	joining, err := Join(invited.Text, random(5))
	if err != nil || !joining.Pending() {
		t.Fatal(err)
	}
	a := Answer{Status: 200, Body: `{"device":"d","member":"m","role":"rep","wrapped":"` + body.Wrapped + `"}`}
	if err := joining.Joined(a); err != nil || joining.Pending() || string(joining.Sealing[0]) != string(m.Sealing[0]) {
		t.Errorf("%+v %v", joining, err)
	}
}

func TestBackoff(t *testing.T) {
	if w := Backoff(1, 0, Answer{}); w != 2500*time.Millisecond {
		t.Error(w)
	}
	if w := Backoff(1000, 1, Answer{}); w != 15*time.Minute {
		t.Error(w)
	}
	if w := Backoff(1, 0, Answer{RetryAfter: 60}); w != time.Minute {
		t.Error(w)
	}
}

// TestAnErasureNeedsNoKey has an erasure come that is sealed with a key that nobody
// has for this device: it is carried out and remembered all the same.
func TestAnErasureNeedsNoKey(t *testing.T) {
	m := member(t)
	erasure := Erase(card().Who, false, 2000, random(9))
	sending := m.Round([]Waiting{{ID: card().ID, Event: card()}, {ID: erasure.ID, Event: erasure}}, time.UTC, random(2))
	m.Lacking = []string{m.ring().Current().ID()}
	a := answer(t, m, sending, asItIs)
	m.Sealing[0] = make([]byte, 32)
	step, err := m.Take(a, time.UnixMilli(9000))
	if err != nil || len(step.Rejected) != 2 || step.Rejected[0].Code != NoKey {
		t.Fatalf("%+v %v", step, err)
	}
	if len(step.Put) != 1 || step.Put[0].ID != erasure.ID || len(step.Erase) != 1 || step.Erase[0] != card().Who[0] {
		t.Errorf("%+v", step)
	}
}
