package device

import (
	"encoding/json"
	"errors"
	"strconv"
	"strings"
	"time"

	"cleanbreak/core/replica"
)

// Limits of a round.
const (
	MaxEvents = 200       // api.MaxPush of the Worker: it refuses more
	MaxBytes  = 480 << 10 // of a body, below api.MaxBody
)

// Row is a row of the outbox. Rows go out in the order of Rank, then Number.
type Row struct {
	ID     string `json:"id"` // of the event
	Rank   int    `json:"rank"`
	Number int64  `json:"number"`
}

// Ranks: what must not come too late goes first.
const (
	erasures = iota
	stops
	rest
)

// ownRows have numbers beyond every place in a log: after a rewind, what was in it
// goes first.
const ownRows = 1 << 52

// RowOf gives an event's row. Number is the caller's: it grows with every event of
// the device's own. What was in the log is numbered by its place there.
func RowOf(e replica.Event, number int64) Row {
	r := Row{e.ID, rest, ownRows + number}
	if e.Stamp.Seq > 0 {
		r.Number = e.Stamp.Seq
	}
	switch {
	case e.Kind == replica.Erase:
		r.Rank = erasures
	case replica.Stops(e.Kind, e.Clear.Verdict):
		r.Rank = stops
	}
	return r
}

// Again gives the row of an entry, for after a rewind.
func Again(text string) (Row, error) {
	e, err := readEntry(text)
	if err != nil {
		return Row{}, err
	}
	if e.Event == nil {
		return Row{}, errors.New("an erased entry has nothing to push again")
	}
	event := e.Event.Event()
	event.Stamp.Seq = e.Seq
	return RowOf(event, 0), nil
}

// Named gives the pseudonyms that an entry names: those of events that could not be
// opened stand nowhere else.
func Named(text string) []string {
	e, err := readEntry(text)
	if err != nil || e.Event == nil || e.Event.Kind == replica.Erase {
		return nil
	}
	return e.Event.Who
}

// Waiting is an event of the outbox, or the entry that the server gave for it once.
type Waiting struct {
	ID    string        `json:"id"`
	Event replica.Event `json:"event,omitzero"` // not needed with an entry
	Entry string        `json:"entry,omitempty"`
}

// Sending is a round on its way.
type Sending struct {
	Request Request   `json:"request"`
	Sent    []string  `json:"sent"`              // ids
	Refused []Refused `json:"refused,omitempty"` // what no server would take: as in a Step, to be written at once
}

// Refused is an event that was not taken. It goes from the log, the outbox and
// the entries into the list that the rep sees; of one that is Erased, only id and
// kind may stay.
type Refused struct {
	ID   string `json:"id"`
	Code string `json:"code"`
}

// Erased is the code of an event about somebody who was erased.
const Erased = "erased"

// Round builds a round of the first of the waiting, in their order: as many as it
// takes. None waiting asks what is new. The body is put together from texts, for
// how long it has become says whether another event still fits.
func (m *Membership) Round(waiting []Waiting, zone *time.Location, random Random) Sending {
	s := Sending{Sent: []string{}}
	body := []byte(`{"client":` + strconv.Itoa(Client) + `,"cursor":"` + m.Cursor + `","events":[`)
	for _, w := range waiting {
		offer, err := m.offer(w, zone, random)
		if err != nil {
			s.Refused = append(s.Refused, Refused{w.ID, replica.TooLarge})
			continue
		}
		if len(s.Sent) == MaxEvents || len(body)+len(offer) > MaxBytes {
			break
		}
		if len(s.Sent) > 0 {
			body = append(body, ',')
		}
		body = append(body, offer...)
		s.Sent = append(s.Sent, w.ID)
	}
	s.Request = m.request("POST", "/sync", string(append(body, "]}"...)))
	return s
}

// offer is an event as it is pushed: newly sealed, or as the server had it.
func (m *Membership) offer(w Waiting, zone *time.Location, random Random) ([]byte, error) {
	if w.Entry != "" {
		if e, err := readEntry(w.Entry); err == nil && e.Event != nil {
			b := replica.AppendWire([]byte(`{"event":`), e.Event)
			return append(b, `,"author":"`+e.Author+`","role":"`+e.Role+`","receipt":"`+e.Receipt+`"}`...), nil
		}
	}
	wire, err := m.Seal(w.Event, zone, random)
	if err != nil {
		return nil, err
	}
	return append(replica.AppendWire([]byte(`{"event":`), &wire), '}'), nil
}

// Step is what a round's answer changes, to be written in one transaction, in this
// order. With Keys nothing is written but the membership: send KeysRequest, give
// its answer to Keys, and send the round again.
type Step struct {
	Keys bool `json:"keys,omitempty"`

	// Rewound: every entry gets a row again ([Again]).
	Rewound bool `json:"rewound,omitempty"`

	// Erase are pseudonyms. Every event, entry, row, refused event and look that
	// names any of them goes, but for what [Outlives].
	Erase []string `json:"erase,omitempty"`

	// Put are events for the log, in the place of what is there under their ids,
	// whose Local they keep. Entries go beside them, by id: the rows of all of
	// those go.
	Put     []replica.Event   `json:"put,omitempty"`
	Entries map[string]string `json:"entries,omitempty"`

	Refused  []Refused  `json:"refused,omitempty"`
	Rejected []Rejected `json:"rejected,omitempty"` // for the list that the rep sees

	Membership Membership `json:"membership"` // in the place of the stored one

	More bool `json:"more,omitempty"` // there is more to fetch: the next round follows at once
}

// Rejected is an entry that could not be opened, or must not be believed.
type Rejected struct {
	Seq  int64  `json:"seq"`
	ID   string `json:"id"`
	Code string `json:"code"`
}

// Take takes the answer to a round. Where it is a problem, that is the error, and
// of the step only the membership counts.
func (m Membership) Take(a Answer, now time.Time) (Step, error) {
	s := Step{Membership: m, Entries: map[string]string{}}
	if p := a.Problem(); p != nil {
		if p.Code == Removed || p.Code == TooOld {
			s.Membership.Trouble = p.Code
		}
		return s, p
	}
	got, err := readRound(a)
	if err != nil {
		return s, err
	}
	if s.want(got); s.Keys {
		return s, nil
	}
	if t := s.Membership.Trouble; !m.Outside() && (t != UnknownKey || !s.Membership.Look) {
		s.Membership.Trouble = ""
	}
	if got.Key != s.Membership.ring().Current().ID() || got.Due && m.Role == replica.Manager {
		s.Membership.Look = true // the server's is older, or known to somebody who has gone
	}
	if got.Rewound {
		s.Rewound, s.More, s.Membership.Cursor, s.Membership.Look = true, true, "0", true
		return s, nil
	}
	s.refuse(got.Refused)
	s.apply(got.entries, place(m.Cursor))
	s.More, s.Membership.Cursor = got.More, got.Cursor
	if !got.More {
		s.Membership.InStep = now.UnixMilli()
	}
	return s, nil
}

// want notes the keys that are named and not there.
func (s *Step) want(got round) {
	o := s.Membership.opener()
	want := func(id string) {
		if _, known := o.keys[id]; id != "" && !known && !o.lacking[id] {
			o.lacking[id] = true
			s.Membership.Wanted = append(s.Membership.Wanted, id)
			s.Keys = true
		}
	}
	want(got.Key)
	for _, e := range got.entries {
		if e.Event != nil {
			want(e.Event.Key)
		}
	}
}

// refuse lists what was not taken. What a server that was set back does not know,
// a key or its own receipt, waits until that is mended.
func (s *Step) refuse(refused []Refused) {
	for _, r := range refused {
		if r.Code != UnknownKey && r.Code != Receipts {
			s.Refused = append(s.Refused, r)
			continue
		}
		s.Membership.Look = s.Membership.Look || r.Code == UnknownKey
		if !s.Membership.Outside() {
			s.Membership.Trouble = r.Code
		}
	}
}

// apply opens the entries that come after a place in the log, in its order.
func (s *Step) apply(entries []entry, after int64) {
	o := s.Membership.opener()
	for _, e := range entries {
		if e.Seq <= after {
			e.bad, e.Event = true, nil
		}
		if after = max(after, e.Seq); e.bad {
			s.Rejected = append(s.Rejected, Rejected{e.Seq, "", Altered})
		}
		if e.Event == nil {
			continue // erased
		}
		event, code := o.open(*e.Event, replica.Stamp{Seq: e.Seq, Author: e.Author, Role: e.Role, Received: e.Received})
		if code != "" {
			s.Rejected = append(s.Rejected, Rejected{e.Seq, event.ID, code})
		}
		if code == Altered {
			continue
		}
		s.Membership.Unread = s.Membership.Unread || code == NoKey
		erase := event.Kind == replica.Erase // whom it names is in clear
		if erase {
			s.Erase = append(s.Erase, event.Who...)
		}
		s.Entries[event.ID] = e.text
		if code == "" || erase {
			s.Put = append(s.Put, event)
		}
	}
}

// place gives the sequence of a cursor.
func place(cursor string) int64 {
	seq, _, _ := strings.Cut(cursor, ".")
	n, err := strconv.ParseInt(seq, 10, 64)
	if err != nil {
		return 0
	}
	return n
}

// round is a round's answer.
type round struct {
	Refused []Refused
	Rewound bool
	Events  []json.RawMessage
	Cursor  string
	More    bool
	Key     string
	Due     bool

	entries []entry // Events, read
}

// entry is one row of the team's log. An erased one has no event.
type entry struct {
	Seq           int64
	Tag           string
	Received      int64
	Author, Role  string
	Receipt, text string
	Event         *replica.Wire
	bad           bool // it does not have the form of an entry
}

func readRound(a Answer) (round, error) {
	var r round
	if err := take(a, &r); err != nil {
		return round{}, err
	}
	for _, text := range r.Events {
		e, err := readEntry(string(text))
		if err != nil {
			e.bad, e.Event = true, nil
		}
		r.entries = append(r.entries, e)
	}
	return r, nil
}

var entryFields = []string{"seq", "tag", "received", "author", "role", "receipt", "event"}

func readEntry(text string) (entry, error) {
	e := entry{text: text}
	r := replica.NewWireReader(text)
	r.Object(entryFields, func(field int) {
		switch entryFields[field] {
		case "seq":
			e.Seq = r.Whole(1, 1<<53-1)
		case "tag":
			e.Tag = r.Plain(replica.TagSize)
		case "received":
			e.Received = r.Whole(0, 1<<53-1)
		case "author":
			e.Author = r.Plain(replica.TagSize)
		case "role":
			e.Role = r.Plain(replica.MaxWord)
		case "receipt":
			e.Receipt = r.Plain(replica.TagSize)
		case "event":
			w := replica.ReadServed(r)
			e.Event = &w
		}
	})
	r.End()
	if r.Err != nil {
		return e, r.Err
	}
	return e, nil
}
