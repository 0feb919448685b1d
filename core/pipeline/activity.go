package pipeline

import (
	"bytes"
	"cmp"
	"slices"
	"strings"
	"time"

	"cleanbreak/core/history"
	"cleanbreak/core/page"
	"cleanbreak/core/reply"
)

// activity is one row of an activity export, as it is held: a few numbers, for
// there may be millions.
type activity struct {
	of          key // the deal, person or account it is with
	row         key // its own: the same in tomorrow's export
	at, starts  uint32
	text        uint32 // where what they wrote stands in the index; 0 where nothing does
	line        uint32 // row of the file
	file        uint8
	kind        uint8 // index in kinds
	channel     uint8 // index in channels
	disposition uint8 // index in dispositions
	minutes     uint16
	refused     bool // a call in which they said no
	anonymous   bool // without an id: known by all of its cells
}

var (
	kinds        = []string{"", history.Touch, history.Reply, history.Meeting, history.Inbound, planned}
	channels     = []string{"", "email", "call", "conversation", "voicemail", "linkedin", "sms", "letter", "visit", "event", "live-message"}
	dispositions = []string{"", history.Connected, history.LeftVoicemail, history.NoAnswer, history.WrongNumber,
		history.Scheduled, history.Completed, history.NoShow, history.Cancelled, history.Rescheduled}
)

// planned is an activity that is still to come and no meeting.
const planned = "planned"

func indexOf(list []string, word string) uint8 { return uint8(max(0, slices.Index(list, word))) }

// kinds of activity by words in a type, subtype or direction, in four languages;
// the first that is found in it counts.
var activityWords = []struct {
	channel string
	words   []string
}{
	{"voicemail", phrases("voicemail|voice mail|mailbox|messagerie|buzon")},
	{"linkedin", phrases("linkedin|linked in|inmail|in mail")},
	{"sms", phrases("sms|text|whatsapp|whats app")},
	{"email", phrases("email|mail|correo|courriel|e mail")},
	{"meeting", phrases("meeting|termin|besprechung|reunion|treffen|lunch|mittagessen|dejeuner|almuerzo|demo|rendez|rdv|cita|event|appointment|videokonferenz")},
	{"call", phrases("call|anruf|telefonat|appel|llamada|phone")},
	{"letter", phrases("letter|brief|lettre|carta")},
	{"visit", phrases("visit|besuch|visite|visita")},
	{"task", phrases("task|todo|aufgabe|tache|tarea|deadline|frist")},
}

// channelOf is what an activity of that type is: a channel, meeting, task, or ""
// for what is no contact.
func channelOf(kind string) string {
	kind = header(kind)
	for _, w := range activityWords {
		for _, word := range w.words {
			if strings.Contains(kind, word) {
				return w.channel
			}
		}
	}
	return ""
}

// activityOf reads a row; why says what keeps it from being read, or that it is
// no contact.
func (s *Sheet) activityOf(cells [][]byte, o *Options) (a activity, why string) {
	subject := string(text(s.cell(cells, Subject)))
	from := directionOf(string(text(s.cell(cells, Direction))), subject)
	channel := s.channel(cells, subject)
	at, started, why := s.momentOf(cells, o)
	if why != "" {
		return a, why
	}
	open := s.open(cells)
	outcome := string(text(s.cell(cells, Outcome)))
	disposition := dispositionOf(outcome)
	a.minutes = uint16(min(24*60, s.minutes(cells)))
	a.at, a.starts = seconds(at), seconds(started)
	switch {
	case from != ours && s.lost(cells, from, channel, open || at.After(o.Now)):
		a.kind, a.channel = indexOf(kinds, history.Reply), indexOf(channels, channel)
		a.at = seconds(orNow(at, o.Now))
	case (channel == "" || channel == "task") && (from != theirs || open || at.After(o.Now)):
		if !open || !at.After(o.Now) {
			return a, o.Tongue.Say("is no contact with them")
		}
		a.kind = indexOf(kinds, planned)
	case channel == "meeting":
		a.kind = indexOf(kinds, history.Meeting)
		if disposition == history.Connected {
			disposition = history.Completed
		}
		a.disposition = indexOf(dispositions, cmp.Or(disposition, s.held(cells, started, o)))
		if started.After(o.Now) {
			a.at = seconds(orNow(s.when(cells, Created, o), o.Now))
		}
	case open || at.After(o.Now): // and one that is overdue was not made either
		a.kind = indexOf(kinds, planned)
	case from == theirs:
		a.kind = indexOf(kinds, history.Reply)
		a.channel = indexOf(channels, channel)
	default:
		a.kind = indexOf(kinds, history.Touch)
		if channel == "call" {
			a.disposition = indexOf(dispositions, disposition)
			a.refused = disposition == history.Connected && refuses(outcome)
		}
		a.channel = indexOf(channels, channel)
	}
	return a, ""
}

// lost reports an opt-out that would not be read for what else is said of the activity:
// no or an unknown direction, no known type, not done yet.
func (s *Sheet) lost(cells [][]byte, from, channel string, planned bool) bool {
	body := s.cell(cells, Body)
	if nothing(body) || from == theirs && !planned && indexOf(channels, channel) > 0 {
		return false
	}
	return asksToStop(string(text(body)))
}

// channel is what an activity is by the first of its types that is more than a task, by
// how its subject begins, or by what the file holds.
func (s *Sheet) channel(cells [][]byte, subject string) string {
	kind, typed := "", false
	for _, i := range s.at[Type] {
		if i >= len(cells) || nothing(cells[i]) {
			continue
		}
		said := channelOf(string(text(cells[i])))
		if said != "" && said != "task" {
			return said
		}
		kind, typed = cmp.Or(kind, said), true
	}
	if said := channelOf(leading(subject)); said != "" && (!typed || s.sort == "task") {
		return said // Salesforce's "Call: …", "Email: …"
	}
	return cmp.Or(kind, s.sort)
}

// leading is what stands before a colon: "Call: about the offer".
func leading(subject string) string {
	word, _, ok := strings.Cut(subject, ":")
	if word = strings.Trim(word, " []"); ok && len(word) < 16 {
		return word
	}
	if i := strings.IndexByte(subject, ']'); i > 0 && i < 24 {
		return subject[:i]
	}
	return strings.TrimSpace(subject[:min(len(subject), 5)])
}

// momentOf is when an activity took place or will, and when it starts.
func (s *Sheet) momentOf(cells [][]byte, o *Options) (at, starts time.Time, why string) {
	for _, f := range []Field{DoneAt, At, Created} {
		cell := s.cell(cells, f)
		if nothing(cell) {
			continue
		}
		t, ok := date(cell, s.DayFirst, o.zone())
		if !ok {
			return t, t, s.unread(o, f, cells, noDate)
		}
		if at.IsZero() {
			at = t
		}
		if f == At {
			starts = t
		}
	}
	if at.IsZero() {
		return at, at, o.Tongue.Say("has no date")
	}
	if starts.IsZero() {
		starts = at
	}
	return at, starts, ""
}

func (s *Sheet) when(cells [][]byte, f Field, o *Options) time.Time {
	t, _ := date(s.cell(cells, f), s.DayFirst, o.zone())
	return t
}

// stillOpen are the words for an activity that is not done, in four languages; so is one
// whose status begins with a denial, as "Not started", "Non démarrée", "No iniciada".
var stillOpen = phrases("to do|todo|open|in progress|planned|scheduled|deferred|overdue|waiting*|pending|" +
	"offen|in bearbeitung|geplant|zuruckgestellt|wartend*|uberfallig|a faire|ouvert*|en cours|planifi*|en attente|report*|en retard|por hacer|abiert*|pendiente|en curso|en espera|aplazad*|programad*|vencid*")

// unticked is a tick that is not set.
var unticked = phrases("0|false|no|n|f|nein|falsch|non|faux|falso")

// open reports an activity that is not done: it says so, or says nothing where
// others are ticked or have a moment at which they were.
func (s *Sheet) open(cells [][]byte) bool {
	if !nothing(s.cell(cells, DoneAt)) {
		return false
	}
	said := header(string(text(s.cell(cells, Done))))
	if said == "" {
		return s.has(DoneAt) || s.has(Done) && s.System == "pipedrive"
	}
	if first, _, more := strings.Cut(said, " "); more && slices.Contains(denials, first) {
		result := dispositionOf(said)
		return result == "" || result == history.Scheduled // "No show" is done
	}
	return slices.Contains(unticked, said) || slices.ContainsFunc(stillOpen, func(phrase string) bool { from, _ := found(said, phrase); return from == 0 })
}

// held is what became of a meeting that says nothing of it: one ahead is booked,
// and so is one whose tick is missing; where nobody ticks it took place.
func (s *Sheet) held(cells [][]byte, starts time.Time, o *Options) string {
	if starts.After(o.Now) || s.open(cells) {
		return history.Scheduled
	}
	return history.Completed
}

// minutes is how long an activity took; a begun minute counts as one.
func (s *Sheet) minutes(cells [][]byte) int {
	i := s.column(cells, Minutes)
	if i < 0 || len(cells[i]) == 0 {
		return 0
	}
	parts := bytes.Split(cells[i], []byte(":"))
	n := 0
	for _, part := range parts {
		n = n*60 + max(0, count(part))
	}
	return (n*s.secondsIn(i, len(parts)) + 59) / 60
}

// secondsIn is how many seconds the last part of a duration counts: 00:15:00 ends in
// seconds; 0:15, 15 or 15 min in minutes. In seconds count a header that says so,
// Salesforce's calls, and Zoho's 12:30.
func (s *Sheet) secondsIn(column, parts int) int {
	of := func(words []string) bool {
		return slices.ContainsFunc(words, func(word string) bool { return strings.Contains(s.heads[column].name, word) })
	}
	if parts == 3 || of(secondWords) || s.System == "zoho" && parts == 2 || s.System == "salesforce" && parts == 1 && of(callWords) {
		return 1
	}
	return 60
}

// What stands in the headers of durations, in four languages.
var (
	secondWords = phrases("second|sekund|segund")
	callWords   = phrases("call|anruf|appel|llamada")
)

func seconds(t time.Time) uint32 {
	if t.IsZero() || t.Year() > 2100 {
		return 0
	}
	return uint32(t.Unix())
}

func moment32(s uint32, zone *time.Location) time.Time {
	if s == 0 {
		return time.Time{}
	}
	return time.Unix(int64(s), 0).In(zone)
}

// event is an activity as the engine knows it.
func (x *index) event(a *activity, zone *time.Location) history.Event {
	e := history.Event{
		At: moment32(a.at, zone), Type: kinds[a.kind], Channel: channels[a.channel], Disposition: dispositions[a.disposition],
		Minutes: int(a.minutes), Read: page.ReadNone,
	}
	if e.Type == history.Meeting {
		e.Starts = moment32(a.starts, zone)
	}
	if a.text > 0 {
		e.Text, e.Read = x.texts[a.text], page.ReadFull
		read := reply.Read(reply.Mail{Text: e.Text, Received: e.At, Zone: zone})
		e.Reading = &read
	}
	return e
}

// orNow is a moment that is given and not ahead, else now.
func orNow(at, now time.Time) time.Time {
	if at.IsZero() || at.After(now) {
		return now
	}
	return at
}
