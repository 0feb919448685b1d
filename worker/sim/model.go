//go:build !js

package sim

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"cleanbreak/core/device"
	"cleanbreak/core/replica"
	"cleanbreak/core/seal"
)

// model is the server in plain Go: the rules of worker/api and worker/store for
// what devices ask, over slices and maps. It folds with the same fold.
type model struct {
	bug     string
	now     int64
	sealing []string // ids of the keys
	offered []string // ids of those that reps have put back
	inUse   string   // the one that seals
	due     bool     // whoever has gone knows it
	devices []member
	invites map[string]invite
	keyFor  map[string][]keyFor // by device
	rows    []row
	known   map[string]bool
	erased  map[string]bool // and whether they must not be contacted
	made    int             // tags
}

type member struct {
	token, id, member, role, public string
	removed                         bool
}

type invite struct {
	member, role, wrapped, token string
	made                         int64
}

const (
	days       = 24 * 3600 * 1000
	inviteDays = 2
	retainDays = 24 * 2629800000 / days // two years
)

type keyFor struct {
	Key     string `json:"key"`
	Sealed  string `json:"sealed"`
	Offered bool   `json:"offered"`
}

// row is one of the log. An erased one has no event.
type row struct {
	tag, text string
	event     *replica.Event
}

func newModel(bug string) *model {
	return &model{bug: bug, invites: map[string]invite{}, keyFor: map[string][]keyFor{}, known: map[string]bool{}, erased: map[string]bool{}}
}

func (s *model) close() {}

func (s *model) snapshot() any {
	c := *s
	c.sealing, c.offered, c.devices, c.rows = slices.Clone(s.sealing), slices.Clone(s.offered), slices.Clone(s.devices), slices.Clone(s.rows)
	c.invites, c.keyFor, c.known, c.erased = maps.Clone(s.invites), maps.Clone(s.keyFor), maps.Clone(s.known), maps.Clone(s.erased)
	return &c
}

func (s *model) rewind(to any) {
	now, made := s.now, s.made
	*s = *(to.(*model).snapshot().(*model))
	s.now, s.made = now, made
}

func (s *model) log() []*replica.Event {
	out := make([]*replica.Event, len(s.rows))
	for i := range s.rows {
		out[i] = s.rows[i].event
	}
	return out
}

func (s *model) person(pseudonym string) person {
	if stop, gone := s.erased[pseudonym]; gone {
		return person{erased: true, doNotContact: stop}
	}
	var events []replica.Event
	for _, r := range s.rows {
		if r.event != nil {
			events = append(events, *r.event)
		}
	}
	return personOf(replica.Fold(withoutSealed(events), []string{pseudonym}))
}

// withoutSealed leaves out kinds that fold from what is sealed.
func withoutSealed(events []replica.Event) []replica.Event {
	return slices.DeleteFunc(events, func(e replica.Event) bool { return e.Kind == replica.Card || e.Kind == replica.Deal })
}

func personOf(s replica.State) person {
	p := person{counts: s.Counts, erased: s.Erased, doNotContact: s.DoNotContact}
	for _, d := range s.Decisions {
		p.decisions = append(p.decisions, d.ID)
	}
	return p
}

func (s *model) tag() string {
	s.made++
	sum := sha256.Sum256([]byte("tag " + strconv.Itoa(s.made)))
	return base64.RawURLEncoding.EncodeToString(sum[:16])
}

func (s *model) do(r device.Request, now int64) device.Answer {
	s.now = now
	parts := strings.Split(strings.TrimPrefix(r.URL, worker+"/v1/teams/"), "/")
	what := r.Method + " " + strings.Join(parts[1:], "/")
	token := seal.Hash(strings.TrimPrefix(r.Headers["Authorization"], "Bearer "))
	switch what {
	case "PUT ":
		return s.create(r.Body, token)
	case "POST pair":
		return s.pair(r.Body, token)
	}
	at := slices.IndexFunc(s.devices, func(m member) bool { return m.token == token && !m.removed })
	if at < 0 {
		return problem(401, "unknown-token")
	}
	by := s.devices[at]
	switch {
	case what == "POST sync":
		return s.sync(r.Body, by)
	case what == "GET keys":
		return reply(map[string]any{"key": s.inUse, "keys": s.keyFor[by.id]})
	case what == "GET devices":
		return s.list()
	case what == "POST invitations":
		return s.invite(r.Body, by)
	case len(parts) == 4 && parts[3] == "remove":
		return s.remove(parts[2], by)
	case what == "PUT keys":
		return s.putKey(r.Body, by)
	}
	return problem(404, "not-found")
}

func reply(body any) device.Answer {
	text, err := json.Marshal(body)
	if err != nil {
		panic(err)
	}
	return device.Answer{Status: 200, Body: string(text)}
}

func problem(status int, code string) device.Answer {
	a := reply(map[string]any{"status": status, "code": code, "title": code})
	a.Status = status
	return a
}

func read[T any](text string) T {
	var v T
	if err := json.Unmarshal([]byte(text), &v); err != nil {
		panic(fmt.Sprintf("%v in %s", err, text))
	}
	return v
}

type asked struct {
	Key, Auth, Role, Wrapped string
	Keys                     []string
	PublicKey                string `json:"public_key"`
	Own, Old                 bool
	For                      []struct{ Device, Sealed string }
}

func (s *model) create(body, token string) device.Answer {
	if len(s.devices) > 0 {
		if s.devices[0].token != token {
			return problem(409, "team-exists")
		}
		return s.joined(s.devices[0], "")
	}
	a := read[asked](body)
	s.sealing, s.inUse = []string{a.Key}, a.Key
	return s.joined(s.join(token, s.tag(), replica.Manager, a.PublicKey), "")
}

func (s *model) join(token, who, role, public string) member {
	m := member{token: token, id: s.tag(), member: who, role: role, public: public}
	s.devices = append(s.devices, m)
	return m
}

func (s *model) joined(m member, wrapped string) device.Answer {
	return reply(map[string]any{"team": team, "device": m.id, "member": m.member, "role": m.role, "wrapped": wrapped, "key": s.inUse, "keys": s.keyFor[m.id]})
}

func (s *model) invite(body string, by member) device.Answer {
	a := read[asked](body)
	if s.lacks(a.Keys) {
		return problem(409, "devices-changed")
	}
	i := invite{member: s.tag(), role: a.Role, wrapped: a.Wrapped, made: s.now}
	if a.Own {
		i.member, i.role = by.member, by.role
	}
	s.invites[a.Auth] = i
	return device.Answer{Status: 201, Body: "{}"}
}

func (s *model) pair(body, token string) device.Answer {
	a := read[asked](body)
	auth := seal.Hash(a.Auth)
	i, known := s.invites[auth]
	at := slices.IndexFunc(s.devices, func(m member) bool { return m.token == token && !m.removed })
	switch {
	case !known, s.now-i.made > inviteDays*days, i.token != "" && (i.token != token || at < 0):
		return problem(403, "invitation-refused")
	case i.token == token:
		return s.joined(s.devices[at], i.wrapped)
	}
	i.token = token
	s.invites[auth] = i
	return s.joined(s.join(token, i.member, i.role, a.PublicKey), i.wrapped)
}

func (s *model) list() device.Answer {
	out := []map[string]any{}
	for _, m := range s.devices {
		removed := 0
		if m.removed {
			removed = 1
		}
		out = append(out, map[string]any{"device": m.id, "member": m.member, "role": m.role, "public_key": m.public, "removed": removed})
	}
	return reply(map[string]any{"devices": out, "recoveries": []any{}, "keys": s.sealing, "offered": s.offered, "key": s.inUse, "due": s.due})
}

func (s *model) remove(id string, by member) device.Answer {
	at := slices.IndexFunc(s.devices, func(m member) bool { return m.id == id && !m.removed })
	switch {
	case at < 0:
		return problem(404, "unknown-device")
	case by.role != replica.Manager && s.devices[at].member != by.member:
		return problem(403, "manager-only")
	case !slices.ContainsFunc(s.devices, func(m member) bool { return !m.removed && m.role == replica.Manager && m.id != id }):
		return problem(409, "last-manager")
	}
	s.devices[at].removed, s.due = true, true
	s.noInvites()
	return s.list()
}

func (s *model) noInvites() {
	maps.DeleteFunc(s.invites, func(_ string, i invite) bool { return i.token == "" })
}

func (s *model) putKey(body string, by member) device.Answer {
	a := read[asked](body)
	offers := by.role != replica.Manager
	if offers && !a.Old {
		return problem(403, "manager-only")
	}
	if code := s.refused(a, offers); code != "" {
		return problem(409, code)
	}
	for _, f := range a.For {
		given := slices.DeleteFunc(slices.Clone(s.keyFor[f.Device]), func(k keyFor) bool { return k.Key == a.Key })
		s.keyFor[f.Device] = append(given, keyFor{a.Key, f.Sealed, offers})
	}
	if offers {
		s.offered, s.due = append(s.offered, a.Key), true
		return s.list()
	}
	s.offered = slices.DeleteFunc(s.offered, func(id string) bool { return id == a.Key })
	s.sealing, s.due = append(s.sealing, a.Key), a.Old
	s.noInvites()
	if !a.Old {
		s.inUse = a.Key
	}
	return s.list()
}

func (s *model) refused(a asked, offers bool) string {
	active := slices.DeleteFunc(slices.Clone(s.devices), func(m member) bool { return m.removed })
	names := func(m member) bool {
		return slices.ContainsFunc(a.For, func(f struct{ Device, Sealed string }) bool { return f.Device == m.id })
	}
	switch {
	case len(active) != len(a.For), slices.ContainsFunc(active, func(m member) bool { return !names(m) }), s.lacks(a.Keys):
		return "devices-changed"
	case slices.Contains(s.sealing, a.Key), offers && slices.Contains(s.offered, a.Key):
		return "key-taken"
	}
	return ""
}

// lacks reports whether there is a key that is not among these.
func (s *model) lacks(ids []string) bool {
	return slices.ContainsFunc(s.sealing, func(id string) bool { return !slices.Contains(ids, id) })
}

func (s *model) receipt(author, role string, canonical []byte) string {
	mac := hmac.New(sha256.New, []byte("receipts"))
	mac.Write([]byte(author + "." + role + "."))
	mac.Write(canonical)
	return base64.RawURLEncoding.EncodeToString(mac.Sum(nil)[:16])
}
