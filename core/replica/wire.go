package replica

// The wire form of an event: what a device sends and a server stores.
//
// A server reads the header and nothing else; the sealed body is bytes to it.
// On the wire an event is one flat JSON object, the header's fields and then
// "sealed". Its canonical form has the fields in the order of [Header], leaves
// out those that are empty, and has no spaces:
//
//	{"id":"…","kind":"touch","who":["…"],"at":1795338000000,"key":"…","channel":"email","direction":"out","sealed":"…"}
//
// The header's canonical bytes are the same object without "sealed". They are
// the associated data of the seal, so that a device notices any change to them.
//
// Every text in a header is a tag (22 characters of base64url, 128 bits) or a
// word of lower-case letters and hyphens: there is no place for a name. A moment
// is a whole number of milliseconds since 1970, in the years 1 to 9999.

import (
	"slices"
	"strconv"
	"time"

	"cleanbreak/core/history"
)

// Limits of the wire form.
const (
	TagSize      = 22      // characters of an id, a pseudonym, a tag, a key's id
	MaxEvent     = 8 << 10 // bytes of an event's canonical form
	MaxWho       = 64      // pseudonyms in one event
	MaxBase      = 64      // decisions that one names as seen
	MaxMonths    = 10_000  // of retention, as a playbook takes them
	MaxExtra     = 1024    // characters that later versions may add to a header
	MaxWord      = 32      // characters of a word
	minSealed    = 38      // a nonce of 12 bytes and a tag of 16, in base64url
	firstMoment  = -62135596800000
	lastMoment   = 253402300799999
	biggestWhole = 1<<53 - 1 // the largest that every reader of JSON takes for the same number
)

// Header is what a server may read of an event.
type Header struct {
	ID          string
	Kind        string
	Who         []string // pseudonyms
	At          int64    // ms; the author's clock
	Key         string   // id of the key that sealed the body
	Accounts    []string // pseudonyms of the company
	Message     string   // tag of the page's message: one person's events of one message are one
	Target      string   // reading: the Message it is of; unlog: the event's id
	Same        string   // equal for one mail seen in two mailboxes
	Channel     string
	Direction   string // in or out
	Disposition string
	ByHand      bool
	Done        bool   // promise: kept
	Copied      bool   // touch: they stood in CC only
	By          string // meeting: us or them
	Verdict     string
	Reason      string   // the verdict's kind
	Until       int64    // ms
	Starts      int64    // meeting: ms
	Base        []string // decisions the author saw
	Version     int64    // of a reading or a playbook
	Months      int64    // playbook: without contact, after which a team's server erases somebody
	Extra       string   // base64url; for versions to come, not read here
}

// Wire is an event as it travels.
type Wire struct {
	Header
	Sealed string // base64url of nonce, ciphertext and tag; empty only where a server wrote the event
}

// AppendHeader appends the header's canonical bytes: the associated data of the seal.
func AppendHeader(dst []byte, h *Header) []byte {
	return append(appendFields(dst, h), '}')
}

// AppendWire appends the event's canonical form.
func AppendWire(dst []byte, w *Wire) []byte {
	dst = appendFields(dst, &w.Header)
	if w.Sealed != "" {
		dst = appendText(dst, `,"sealed":"`, w.Sealed)
	}
	return append(dst, '}')
}

func appendFields(dst []byte, h *Header) []byte {
	dst = append(dst, `{"id":"`...)
	dst = append(dst, h.ID...)
	dst = append(dst, `","kind":"`...)
	dst = append(dst, h.Kind...)
	dst = append(dst, '"')
	dst = appendList(dst, `,"who":[`, h.Who)
	dst = strconv.AppendInt(append(dst, `,"at":`...), h.At, 10)
	dst = appendText(dst, `,"key":"`, h.Key)
	dst = appendList(dst, `,"accounts":[`, h.Accounts)
	dst = appendText(dst, `,"message":"`, h.Message)
	dst = appendText(dst, `,"target":"`, h.Target)
	dst = appendText(dst, `,"same":"`, h.Same)
	dst = appendText(dst, `,"channel":"`, h.Channel)
	dst = appendText(dst, `,"direction":"`, h.Direction)
	dst = appendText(dst, `,"disposition":"`, h.Disposition)
	dst = appendTrue(dst, `,"by_hand":true`, h.ByHand)
	dst = appendTrue(dst, `,"done":true`, h.Done)
	dst = appendTrue(dst, `,"copied":true`, h.Copied)
	dst = appendText(dst, `,"by":"`, h.By)
	dst = appendText(dst, `,"verdict":"`, h.Verdict)
	dst = appendText(dst, `,"reason":"`, h.Reason)
	dst = appendWhole(dst, `,"until":`, h.Until)
	dst = appendWhole(dst, `,"starts":`, h.Starts)
	dst = appendList(dst, `,"base":[`, h.Base)
	dst = appendWhole(dst, `,"version":`, h.Version)
	dst = appendWhole(dst, `,"months":`, h.Months)
	return appendText(dst, `,"extra":"`, h.Extra)
}

func appendText(dst []byte, field, text string) []byte {
	if text == "" {
		return dst
	}
	return append(append(append(dst, field...), text...), '"')
}

func appendWhole(dst []byte, field string, n int64) []byte {
	if n == 0 {
		return dst
	}
	return strconv.AppendInt(append(dst, field...), n, 10)
}

func appendTrue(dst []byte, field string, yes bool) []byte {
	if !yes {
		return dst
	}
	return append(dst, field...)
}

func appendList(dst []byte, field string, tags []string) []byte {
	if len(tags) == 0 {
		return dst
	}
	dst = append(dst, field...)
	for i, tag := range tags {
		if i > 0 {
			dst = append(dst, ',')
		}
		dst = append(append(append(dst, '"'), tag...), '"')
	}
	return append(dst, ']')
}

// Verdicts that a decision may carry; lift-stop ends a stop.
var Verdicts = []string{
	history.Stop, history.Won, history.Lost, history.HandOff, history.BreakUp, history.Pause, history.LastTry, history.YourTurn, history.Keep, history.Invest, history.LiftStop,
}

// Problem says what is wrong with a header, as a code, or "" where nothing is.
// A kind that is not known passes: it is stored and not folded.
//
//	missing-field   a field that the kind needs is not there
//	unknown-word    a verdict or direction that does not exist
//	wrong-length    too few or too many pseudonyms for the kind
func (h *Header) Problem() string {
	switch h.Kind {
	case Card, Promise:
		return need(len(h.Who) > 0)
	case Link, Unlink:
		if len(h.Who) != 2 || h.Who[0] == h.Who[1] {
			return WrongLength
		}
	case Touch:
		return h.contact("out")
	case Reply, Inbound:
		return h.contact("in")
	case Meeting:
		if h.Direction != "" && h.Direction != "in" && h.Direction != "out" {
			return UnknownWord
		}
		return need(len(h.Who) > 0)
	case Reading, Unlog:
		return need(len(h.Who) > 0 && h.Target != "")
	case Decision:
		if !slices.Contains(Verdicts, h.Verdict) {
			return UnknownWord
		}
		return need(len(h.Who) > 0)
	case Playbook:
		return need(h.Version > 0)
	case Erase:
		return need(len(h.Who) > 0)
	}
	return ""
}

func (h *Header) contact(direction string) string {
	if h.Direction != direction {
		return UnknownWord
	}
	return need(len(h.Who) > 0 && h.Channel != "")
}

func need(there bool) string {
	if !there {
		return MissingField
	}
	return ""
}

// HeaderOf gives the header of an event, to be sealed with the key of that id.
// Moments lose what is finer than a millisecond.
func HeaderOf(e Event, key string) Header {
	direction := e.Clear.Direction
	switch e.Kind {
	case Touch:
		direction = "out"
	case Reply, Inbound:
		direction = "in"
	}
	return Header{
		ID: e.ID, Kind: e.Kind, Who: e.Who, At: e.At.UnixMilli(), Key: key, Accounts: e.Clear.Accounts,
		Message: e.Clear.Message, Target: e.Clear.Target, Channel: e.Clear.Channel, Disposition: e.Clear.Disposition,
		ByHand: e.Clear.ByHand, Done: e.Clear.Done, Copied: e.Clear.Copied, By: e.Clear.By, Verdict: e.Clear.Verdict, Reason: e.Clear.Reason,
		Direction: direction, Same: e.Clear.Same, Base: e.Clear.Base, Version: int64(e.Clear.Version), Months: int64(e.Clear.Months),
		Until: millis(e.Clear.Until), Starts: millis(e.Clear.Starts),
	}
}

// Event gives the event back, without what was sealed.
func (h *Header) Event() Event {
	direction := h.Direction
	if h.Kind == Touch || h.Kind == Reply || h.Kind == Inbound {
		direction = ""
	}
	return Event{
		ID: h.ID, Kind: h.Kind, Who: h.Who, At: time.UnixMilli(h.At).UTC(),
		Clear: Clear{
			Accounts: h.Accounts, Message: h.Message, Target: h.Target, Channel: h.Channel, Disposition: h.Disposition,
			ByHand: h.ByHand, Done: h.Done, Copied: h.Copied, By: h.By, Verdict: h.Verdict, Reason: h.Reason,
			Until: moment(h.Until), Starts: moment(h.Starts),
			Direction: direction, Same: h.Same, Base: h.Base, Version: int(h.Version), Months: int(h.Months),
		},
	}
}

// millis and moment take the zero time for 0.
func millis(t time.Time) int64 {
	if t.IsZero() {
		return 0
	}
	return t.UnixMilli()
}

func moment(ms int64) time.Time {
	if ms == 0 {
		return time.Time{}
	}
	return time.UnixMilli(ms).UTC()
}
