//go:build !js

package sim

import (
	"encoding/json"
	"maps"
	"slices"
	"strconv"
	"strings"

	"cleanbreak/core/device"
	"cleanbreak/core/replica"
)

type offer struct {
	wire                  replica.Wire
	author, role, receipt string
}

type refusal struct {
	ID   string `json:"id"`
	Code string `json:"code"`
}

// sync is one round.
func (s *model) sync(body string, by member) device.Answer {
	frame := read[struct {
		Cursor string
		Events []struct {
			Event                 json.RawMessage
			Author, Role, Receipt string
		}
	}](body)
	after, holds := s.holds(frame.Cursor)
	if !holds {
		return s.answer(nil, nil, 0, 0, true)
	}
	acknowledged, refused := []string{}, []refusal{}
	for _, e := range frame.Events {
		r := replica.NewWireReader(string(e.Event))
		o := offer{replica.ReadServed(r), e.Author, e.Role, e.Receipt}
		if r.Err != nil {
			panic(r.Err.Code + " in " + string(e.Event)) // devices send nothing of the kind
		}
		if code := s.take(o, by); code != "" {
			refused = append(refused, refusal{o.wire.ID, code})
		} else {
			acknowledged = append(acknowledged, o.wire.ID)
		}
	}
	return s.answer(acknowledged, refused, after, pull, false)
}

// pull is how many rows a round gives: few, so that there is more often.
const pull = 20

func (s *model) holds(cursor string) (after int, holds bool) {
	if cursor == "0" {
		return 0, true
	}
	seq, tag, _ := strings.Cut(cursor, ".")
	after, _ = strconv.Atoi(seq)
	if s.bug == "rewinds are not noticed" {
		return min(after, len(s.rows)), true
	}
	return after, after <= len(s.rows) && s.rows[after-1].tag == tag
}

func (s *model) answer(acknowledged []string, refused []refusal, after, most int, rewound bool) device.Answer {
	last := min(after+most, len(s.rows))
	cursor := "0"
	if last > 0 {
		cursor = strconv.Itoa(last) + "." + s.rows[last-1].tag
	}
	head, err := json.Marshal(map[string]any{
		"acknowledged": acknowledged, "refused": refused, "rewound": rewound, "cursor": cursor,
		"more": last < len(s.rows), "key": s.inUse, "due": s.due,
	})
	if err != nil {
		panic(err)
	}
	b := append(head[:len(head)-1], `,"events":[`...)
	for i := after; i < last; i++ {
		if i > after {
			b = append(b, ',')
		}
		b = append(b, s.rows[i].text...)
	}
	return device.Answer{Status: 200, Body: string(append(b, `]}`...))}
}

// take adds one event, or gives the code for which it is refused.
func (s *model) take(o offer, by member) string {
	w := &o.wire
	switch {
	case s.known[w.ID] && s.bug != "ids do not matter":
		return ""
	case o.receipt == "" && !slices.Contains(s.sealing, w.Key):
		return "unknown-key"
	case o.receipt == "":
		o.author, o.role = by.member, by.role
	case o.receipt != s.receipt(o.author, o.role, replica.AppendWire(nil, w)):
		return "receipt-refused"
	}
	if w.Kind != replica.Erase && s.namesErased(w.Who, replica.Stops(w.Kind, w.Verdict)) {
		return "erased"
	}
	lift := w.Kind == replica.Decision && w.Verdict == "lift-stop"
	if lift && o.role != replica.Manager && s.bug != "reps lift stops" {
		return "manager-only"
	}
	if s.bug == "reps lift stops" && lift {
		o.role = replica.Manager
	}
	if w.Kind == replica.Playbook && o.receipt == "" {
		switch {
		case o.role != replica.Manager:
			return "manager-only"
		case w.Version <= s.newestPlaybook():
			return "playbook-behind"
		}
	}
	if w.Kind == replica.Erase {
		s.erase(o)
		return ""
	}
	s.add(o)
	return ""
}

func (s *model) newestPlaybook() (version int64) {
	for _, r := range s.rows {
		if r.event != nil && r.event.Kind == replica.Playbook {
			version = max(version, int64(r.event.Clear.Version))
		}
	}
	return version
}

func (s *model) namesErased(who []string, stop bool) bool {
	var news []string
	erased := false
	for _, w := range who {
		marked, is := s.erased[w]
		if erased = erased || is; is && !marked && stop {
			s.erased[w] = true
			news = append(news, w)
		}
	}
	s.byNobody(news, "stop")
	return erased && s.bug != "the erased come back"
}

func (s *model) erase(o offer) {
	gone := slices.Clone(o.wire.Who)
	if s.bug != "linked people stay" {
		gone = reached(s.log(), gone)
	}
	stops := map[string]bool{}
	for _, w := range gone {
		known := s.person(w)
		stops[w] = s.bug != "stops are erased too" && (o.wire.Verdict == "stop" || known.doNotContact || slices.ContainsFunc(known.decisions, s.isStop))
	}
	for i := range s.rows {
		e := s.rows[i].event
		if e != nil && e.Kind != replica.Erase && slices.ContainsFunc(e.Who, func(w string) bool { return slices.Contains(gone, w) }) {
			delete(s.known, e.ID)
			s.rows[i].event, s.rows[i].text = nil, `{"seq":`+strconv.Itoa(i+1)+`,"tag":"`+s.rows[i].tag+`"}`
		}
	}
	s.add(o)
	var unsaid, unnamed []string
	for _, w := range gone {
		named := slices.Contains(o.wire.Who, w)
		s.erased[w] = s.erased[w] || stops[w]
		switch {
		case s.erased[w] && (!named || o.wire.Verdict != "stop"):
			unsaid = append(unsaid, w)
		case !s.erased[w] && !named:
			unnamed = append(unnamed, w)
		}
	}
	s.byNobody(unsaid, "stop")
	s.byNobody(unnamed, "")
}

// housekeep erases those of whom nothing was heard for two years.
func (s *model) housekeep(now int64) {
	s.now = now
	heard := map[string]int64{} // by pseudonym: the last contact
	for _, r := range s.rows {
		if e := r.event; e != nil && slices.Contains(contacts, e.Kind) {
			for _, w := range e.Who {
				heard[w] = max(heard[w], e.Stamp.Received)
			}
		}
	}
	for _, w := range slices.Sorted(maps.Keys(heard)) {
		who := reached(s.log(), []string{w})
		last := int64(0)
		for _, each := range who {
			last = max(last, heard[each])
		}
		if _, gone := s.erased[w]; !gone && last < now-retainDays*days {
			s.erase(offer{wire: replica.Wire{Header: replica.Header{ID: s.tag(), Kind: replica.Erase, Who: who, At: now}}})
		}
	}
}

// contacts are the kinds that keep somebody from being erased for long silence.
var contacts = []string{replica.Touch, replica.Reply, replica.Inbound, replica.Meeting}

func (s *model) isStop(id string) bool {
	return slices.ContainsFunc(s.rows, func(r row) bool { return r.event != nil && r.event.ID == id && r.event.Clear.Verdict == "stop" })
}

func (s *model) byNobody(who []string, verdict string) {
	if len(who) > 0 {
		s.add(offer{wire: replica.Wire{Header: replica.Header{ID: s.tag(), Kind: replica.Erase, Who: who, At: s.now, Verdict: verdict}}})
	}
}

func (s *model) add(o offer) {
	e := o.wire.Event()
	seq := len(s.rows) + 1
	e.Stamp = replica.Stamp{Seq: int64(seq), Author: o.author, Role: o.role, Received: s.now}
	canonical := replica.AppendWire(nil, &o.wire)
	tag := s.tag()[:11]
	text := `{"seq":` + strconv.Itoa(seq) + `,"tag":"` + tag + `","received":` + strconv.FormatInt(s.now, 10) + `,"author":"` + o.author +
		`","role":"` + o.role + `","receipt":"` + s.receipt(o.author, o.role, canonical) + `","event":` + string(canonical) + `}`
	s.rows = append(s.rows, row{tag, text, &e})
	s.known[o.wire.ID] = true
}
