// Package device is a device's side of keeping a team in step. It has no network,
// no storage, no clock and no randomness: it builds a request, and takes the
// answer; the caller sends, stores, and gives the moment and the random bytes.
//
// # What a device keeps
//
//	log         events (replica.Event), by id
//	entries     of each event that came from the server: the entry as it came, by
//	            the event's id. It is what is pushed again after a rewind.
//	outbox      rows ([Row]) of events that the server may not have yet
//	refused     what the server did not take, with its code, for the rep to see
//	membership  [Membership], one
//
// # Writing
//
// An event of the device's own is signed ([Membership.Sign]) and goes into the log
// together with its row ([RowOf]) in one transaction, and only if the log and the
// list of erased people (replica.Erase in the log) do not speak against it: an id
// that is there already is left as it is, without a row.
//
// # A round
//
//	Round      the first rows, in order of rank and number → a request
//	Take       its answer → a [Step]: what to write in ONE transaction
//
// The next round follows at once while Step.More is true, or rows are left and this
// one dealt with some of those it sent; after a failure, [Backoff] says when. A
// round that is sent twice, whose answer is lost, or whose answer comes late and out
// of order does no harm, as long as only one round at a time is under way: the
// answer to any other must be dropped.
//
// A row goes when its event is seen coming back, and not when it is acknowledged:
// until then the server may be set back to an earlier state and lose it without
// this device noticing. It notices when the log does not hold its cursor: then
// everything that it holds goes out again, erasures first, then stops, then the
// rest in the order of the log.
//
// # Joining
//
// A membership is made ([Found], [Join], [Recover]) and stored before its first
// request is sent, because the same request, sent again with the same token, gets
// the same answer. Until Joined has taken that answer, [Membership.Pending] is true.
// A device that has a log of its own makes its tags anew first (replica.Readdress):
// pseudonyms of two index keys never meet. One that had joined this team before
// keeps its log, and gives all its entries rows again ([Again]): the server may
// have been set back meanwhile, and the new membership has no cursor to tell.
//
// # Keys
//
// Take asks for the keys (Step.Keys) where an entry names one that the ring lacks;
// the round is then sent again. An event that still cannot be opened is in
// Step.Rejected and kept as an entry; one whose header or body was altered is in
// Step.Rejected and not kept.
//
// A new key comes sealed to this device's public key, under all keys that the team
// had before ([keys.SealKey]). The server hands the public keys out and knows none
// of the others: a key that it made itself is refused, and the device goes on with
// the one it has.
//
// # Removals
//
// Whoever was removed, or has left, knows the key in use: a new one is due, and a
// manager's device makes it as soon as it hears so (Looks, Mend). Reps' devices
// make no keys.
//
// # A server that is set back
//
// While Looks is true, the list of devices is asked for after a round, and what
// Mend gives is sent: keys and removals that the server has forgotten. A device
// that was removed, let in again by such a server, and given no newer key has the
// trouble [LeftOut], whoever remembers the removal, and even if nobody does: it
// joins again, by an invitation.
package device

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"cleanbreak/core/keys"
	"cleanbreak/core/replica"
	"cleanbreak/core/seal"
)

// Client is the version of the protocol that this package speaks.
const Client = 1

// Random fills with random bytes.
type Random func([]byte)

// Membership is what a device keeps of its team. It holds secrets.
type Membership struct {
	Server  string   `json:"server"` // https://…, without a slash at its end
	Team    string   `json:"team"`
	Device  string   `json:"device,omitempty"`
	Member  string   `json:"member,omitempty"`
	Role    string   `json:"role,omitempty"`
	Token   string   `json:"token"`
	Seed    []byte   `json:"seed"` // of the HPKE pair
	Index   []byte   `json:"index,omitempty"`
	Sealing [][]byte `json:"sealing,omitempty"` // oldest first; the last seals
	Wanted  []string `json:"wanted,omitempty"`  // ids of keys to ask for
	Lacking []string `json:"lacking,omitempty"` // ids of keys that the server has none of for this device
	Gone    []string `json:"gone,omitempty"`    // devices that were removed, as far as this one was told
	Look    bool     `json:"look,omitempty"`    // the list of devices is to be asked for; see Looks
	Unread  bool     `json:"unread,omitempty"`  // there are entries that could not be opened
	Owes    bool     `json:"owes,omitempty"`    // this device has removed another, and the new key is not there yet
	Cursor  string   `json:"cursor"`
	InStep  int64    `json:"in_step,omitempty"` // ms: when a round last left nothing to fetch
	Trouble string   `json:"trouble,omitempty"` // code of what a person must mend; see the constants
	Setup   string   `json:"setup,omitempty"`   // while pending: the secret with which teams are made
	Ticket  string   `json:"ticket,omitempty"`  // while pending: the invitation, or the recovery key

	Met map[string]string `json:"met,omitempty"` // public keys, by device or recovery, of the list that a person was shown
}

// Troubles: sending goes on in vain until a person has mended them.
const (
	Removed    = "unknown-token"   // the device was removed, or the server set back to before it joined
	TooOld     = "client-too-old"  // this version is too old for the team
	UnknownKey = "unknown-key"     // the server was set back to before a device was removed; see Mend
	LeftOut    = "left-out"        // the server has a key that was made without this device; see Keys
	Forged     = "forged-key"      // the server has a key that nobody of the team can have made
	KeyDue     = "key-due"         // somebody has gone, and a manager has to look before the new key is made; see Mend
	Receipts   = "receipt-refused" // the server was set back, and does not know its own receipts: its secret was changed
)

// Outside reports whether the server has a key that this device cannot have. It
// goes on with those that it has, and can invite nobody.
func (m *Membership) Outside() bool { return m.Trouble == LeftOut || m.Trouble == Forged }

// Pending reports whether the server's first answer has not been taken yet.
func (m *Membership) Pending() bool { return m.Device == "" }

// Address tells the team from any other.
func (m *Membership) Address() string { return m.Server + "/" + m.Team }

// Sign stamps events of the device's own with who writes them.
func (m *Membership) Sign(events []replica.Event) {
	for i := range events {
		events[i].Stamp = replica.Stamp{Author: m.Member, Role: m.Role}
	}
}

// IndexKey makes pseudonyms and ids of the team.
func (m *Membership) IndexKey() (seal.Index, error) { return seal.NewIndex(m.Index) }

func (m *Membership) ring() keys.Ring {
	r := keys.Ring{}
	copy(r.Index[:], m.Index)
	for _, k := range m.Sealing {
		r.Sealing = append(r.Sealing, keys.Key(k))
	}
	return r
}

func (m *Membership) setRing(r keys.Ring) {
	m.Index, m.Sealing = r.Index[:], nil
	for _, k := range r.Sealing {
		m.Sealing = append(m.Sealing, k[:])
	}
}

func (m *Membership) pair() (keys.Pair, error) {
	if len(m.Seed) != 32 {
		return keys.Pair{}, errors.New("this device's key pair is damaged; pair the device again")
	}
	return keys.NewPair([32]byte(m.Seed))
}

// Request is what to send. A request without a body has none.
type Request struct {
	Method  string            `json:"method"`
	URL     string            `json:"url"`
	Headers map[string]string `json:"headers"`
	Body    string            `json:"body,omitempty"`
}

// Answer is what came back. Status 0 stands for nothing.
type Answer struct {
	Status     int    `json:"status"`
	RetryAfter int    `json:"retry_after,omitempty"` // seconds
	Body       string `json:"body"`
}

// Problem is an answer that is no success.
type Problem struct {
	Status int    `json:"status"`
	Code   string `json:"code"`
	Title  string `json:"title"` // a sentence to show
	Detail string `json:"detail,omitempty"`
}

// Error is the sentence, and what the server says of it on a line of its own.
func (p *Problem) Error() string {
	return strings.TrimSpace(p.Title + "\n" + p.Detail)
}

// Unreachable is the code of a problem where nothing came back, with its sentence.
const (
	Unreachable = "unreachable"
	unreachable = "The team's Worker cannot be reached."
)

// Problem gives what is wrong with an answer, nil where it is a success.
func (a Answer) Problem() *Problem {
	if a.Status >= 200 && a.Status < 300 {
		return nil
	}
	p := &Problem{}
	if a.Status == 0 || json.Unmarshal([]byte(a.Body), p) != nil || p.Code == "" {
		p.Code, p.Title = Unreachable, unreachable
	}
	p.Status = a.Status
	return p
}

// request builds a request about the team. A body of nil is none.
func (m *Membership) request(method, path string, body any) Request {
	r := Request{
		Method: method, URL: m.Server + "/v1/teams/" + m.Team + path,
		Headers: map[string]string{"Authorization": "Bearer " + m.Token},
	}
	if body == nil {
		return r
	}
	r.Headers["Content-Type"] = "application/json"
	if text, ok := body.(string); ok {
		r.Body = text
		return r
	}
	text, err := json.Marshal(body)
	if err != nil {
		panic("a request is not JSON: " + err.Error()) // they are texts and numbers
	}
	r.Body = string(text)
	return r
}

// take reads an answer's body.
func take(a Answer, into any) error {
	if p := a.Problem(); p != nil {
		return p
	}
	if err := json.Unmarshal([]byte(a.Body), into); err != nil {
		return fmt.Errorf("the Worker's answer is not what it should be: %w", err)
	}
	return nil
}

// address tidies a server's address.
func address(server string) (string, error) {
	server = strings.TrimRight(strings.TrimSpace(server), "/")
	local := strings.HasPrefix(server, "http://127.0.0.1") || strings.HasPrefix(server, "http://localhost")
	if !strings.HasPrefix(server, "https://") && !local {
		return "", errors.New("this is no Worker's address; it begins with https://")
	}
	return server, nil
}
