package device

import (
	"encoding/base64"
	"errors"
	"slices"

	"cleanbreak/core/keys"
	"cleanbreak/core/replica"
	"cleanbreak/core/seal"
)

// Found begins a new team with this device as its first, a manager's. The device's
// index key becomes the team's, so its log stays as it is. Setup is the secret of
// whoever runs the server.
func Found(server, setup string, index []byte, random Random) (Membership, error) {
	server, err := address(server)
	if err != nil {
		return Membership{}, err
	}
	if _, err := seal.NewIndex(index); err != nil {
		return Membership{}, err
	}
	m := fresh(server, tag(random), random)
	var key keys.Key
	random(key[:])
	m.Index, m.Sealing, m.Setup = slices.Clone(index), [][]byte{key[:]}, setup
	return m, nil
}

// Join begins to join a team by an invitation's text.
func Join(invitation string, random Random) (Membership, error) {
	i, err := keys.ParseInvitation(invitation)
	if err != nil {
		return Membership{}, err
	}
	server, err := address(i.Worker)
	if err != nil {
		return Membership{}, err
	}
	m := fresh(server, i.Team, random)
	m.Ticket = i.String()
	return m, nil
}

// Recover begins to join a team by its printed recovery key.
func Recover(server, team, printed string, random Random) (Membership, error) {
	server, err := address(server)
	if err != nil {
		return Membership{}, err
	}
	r, err := keys.ParseRecovery(team, printed)
	if err != nil {
		return Membership{}, err
	}
	m := fresh(server, team, random)
	m.Ticket = r.String()
	return m, nil
}

func fresh(server, team string, random Random) Membership {
	var token [32]byte
	random(token[:])
	seed := make([]byte, 32)
	random(seed)
	return Membership{Server: server, Team: team, Token: seal.NewToken(token), Seed: seed, Cursor: "0"}
}

// JoinRequest is a pending membership's first request; sending it again is safe.
func (m *Membership) JoinRequest() (Request, error) {
	pair, err := m.pair()
	if err != nil {
		return Request{}, err
	}
	if m.Setup != "" {
		return m.request("PUT", "", map[string]string{"setup": m.Setup, "key": m.ring().Current().ID(), "public_key": pair.Public()}), nil
	}
	ticket, err := m.ticket()
	if err != nil {
		return Request{}, err
	}
	return m.request("POST", "/pair", map[string]string{"auth": ticket.Auth(), "public_key": pair.Public()}), nil
}

// ticket is an invitation or a recovery key.
type ticket interface {
	Auth() string
	Unwrap(string) (keys.Ring, error)
}

func (m *Membership) ticket() (ticket, error) {
	if i, err := keys.ParseInvitation(m.Ticket); err == nil {
		return i, nil
	}
	return keys.ParseRecovery(m.Team, m.Ticket)
}

// Joined takes the answer to JoinRequest; the membership is not pending any more.
func (m *Membership) Joined(a Answer) error {
	var got struct {
		Team, Device, Member, Role, Wrapped, Key string
		Keys                                     []sealedKey
	}
	if err := take(a, &got); err != nil {
		return err
	}
	if got.Device == "" || got.Member == "" || (got.Role != replica.Rep && got.Role != replica.Manager) {
		return errors.New("the Worker's answer names no device; is this the right address?")
	}
	if m.Ticket != "" {
		if err := m.unwrap(got.Wrapped, got.Keys, got.Key); err != nil {
			return err
		}
	}
	m.Device, m.Member, m.Role, m.Setup, m.Ticket = got.Device, got.Member, got.Role, "", ""
	m.Look = true
	return nil
}

// unwrap gets the team's keys from what an invitation or recovery carries. Keys
// made since a recovery was printed are sealed to its own pair.
func (m *Membership) unwrap(wrapped string, since []sealedKey, inUse string) error {
	t, err := m.ticket()
	if err != nil {
		return err
	}
	ring, err := t.Unwrap(wrapped)
	if err != nil {
		return err
	}
	m.setRing(ring)
	if r, ok := t.(keys.Recovery); ok {
		pair, err := r.Pair()
		if err != nil {
			return err
		}
		m.learn(pair, since, inUse)
	}
	return nil
}

// Invited is an invitation: its text goes to whom it is for, once the request has
// succeeded.
type Invited struct {
	Text    string  `json:"text"`
	Request Request `json:"request"`
}

// Invite makes an invitation for a member with a role (replica.Rep or Manager; a
// manager's to give), or with "" for a further device of this member. Where the
// server says "devices-changed", it has a key that this device lacks: ask for it
// with KeysRequest, and invite anew.
func (m *Membership) Invite(role string, random Random) Invited {
	i := keys.Invitation{Worker: m.Server, Team: m.Team}
	random(i.Secret[:])
	body := map[string]any{"auth": seal.Hash(i.Auth()), "wrapped": i.Wrap(m.ring(), nonce(random)), "keys": m.ring().IDs()}
	if role == "" {
		body["own"] = true
	} else {
		body["role"] = role
	}
	return Invited{i.String(), m.request("POST", "/invitations", body)}
}

// Recovery makes a recovery key to print, as a manager's device may.
func (m *Membership) Recovery(random Random) (Invited, error) {
	r := keys.Recovery{Team: m.Team}
	random(r.Secret[:])
	pair, err := r.Pair()
	if err != nil {
		return Invited{}, err
	}
	return Invited{r.String(), m.request("POST", "/invitations", map[string]any{
		"auth": seal.Hash(r.Auth()), "wrapped": r.Wrap(m.ring(), nonce(random)), "recovery": true, "public_key": pair.Public(),
		"keys": m.ring().IDs(),
	})}, nil
}

// Device is one of the team's, as the list shows it.
type Device struct {
	Device    string `json:"device"`
	Member    string `json:"member"`
	Role      string `json:"role"`
	PublicKey string `json:"public_key"`
	Label     string `json:"label"` // opened by Devices; "" where there is none
	Created   int64  `json:"created"`
	Seen      int64  `json:"seen"`    // ms, to the minute
	Removed   int64  `json:"removed"` // ms; 0 is a device that takes part
}

// Recovery is a printed key that has not been used.
type Recovery struct {
	Recovery  string `json:"recovery"`
	PublicKey string `json:"public_key"`
	Created   int64  `json:"created"`
	By        string `json:"by"` // the device that made it
}

// Devices is the team's list, and the fingerprint to compare aloud: of everybody
// whom a new key is sealed for.
type Devices struct {
	Devices     []Device   `json:"devices"`
	Recoveries  []Recovery `json:"recoveries"`
	Keys        []string   `json:"keys"`    // ids of the sealing keys that the server has
	Offered     []string   `json:"offered"` // ids of those that reps' devices have put back and no manager's yet
	Key         string     `json:"key"`     // of the one in use
	Due         bool       `json:"due"`     // whoever was removed knows it: a manager's device makes a new one
	Fingerprint string     `json:"fingerprint"`
}

// DevicesRequest asks for the team's devices.
func (m *Membership) DevicesRequest() Request { return m.request("GET", "/devices", nil) }

// Devices takes the answer to DevicesRequest, and to Remove and Label. It notes in
// the membership who was removed.
func (m *Membership) Devices(a Answer) (Devices, error) {
	var d Devices
	if err := take(a, &d); err != nil {
		return d, err
	}
	var public []string
	for i := range d.Devices {
		each := &d.Devices[i]
		each.Label = m.openLabel(*each)
		if each.Removed == 0 {
			public = append(public, each.PublicKey)
		}
	}
	for _, each := range d.Recoveries {
		public = append(public, "recovery "+each.PublicKey)
	}
	d.Fingerprint = keys.Fingerprint(m.Team, public)
	m.note(d)
	return d, nil
}

// Label names a device; a member may name their own.
func (m *Membership) Label(device, name string, random Random) Request {
	sealed := keys.Seal(m.ring().Current(), nonce(random), []byte("label "+device), []byte(name))
	return m.request("PUT", "/devices/"+device, map[string]string{"label": sealed})
}

func (m *Membership) openLabel(d Device) string {
	ring := m.ring().Sealing
	for i := len(ring) - 1; i >= 0 && d.Label != ""; i-- {
		if name, err := keys.Open(ring[i], []byte("label "+d.Device), d.Label); err == nil {
			return string(name)
		}
	}
	return ""
}

// Remove ends a device's access, or takes a recovery back, as managers may. With
// this device's own id, the device leaves. The others need a new key then, which a
// manager's device makes; see Mend.
func (m *Membership) Remove(device string) Request {
	return m.request("POST", "/devices/"+device+"/remove", map[string]any{})
}

// sealedKey is a sealing key for one device. One that is offered is a rep's to put
// back for reading, and counts for nothing where it does not open.
type sealedKey struct {
	Key, Sealed string
	Offered     bool
}

// KeysRequest asks for the sealing keys made since the device joined.
func (m *Membership) KeysRequest() Request { return m.request("GET", "/keys", nil) }

// Keys takes the answer to KeysRequest. A key is sealed for every device when it is
// made, and never again: one that does not open was made by somebody who knew this
// device as removed, or by the server, and no waiting helps.
func (m *Membership) Keys(a Answer) error {
	var got struct {
		Key  string
		Keys []sealedKey
	}
	if err := take(a, &got); err != nil {
		return err
	}
	pair, err := m.pair()
	if err != nil {
		return err
	}
	forged := m.learn(pair, got.Keys, got.Key)
	for _, id := range m.Wanted {
		if m.lacks(id) && !slices.Contains(m.Lacking, id) {
			m.Lacking = append(m.Lacking, id)
		}
	}
	m.Wanted, m.Look = nil, true // with a new key, a device was removed
	if slices.ContainsFunc(got.Keys, func(s sealedKey) bool { return m.lacks(s.Key) && !s.Offered }) {
		m.Trouble = LeftOut
		if forged {
			m.Trouble = Forged
		}
	}
	return nil
}

func (m *Membership) lacks(key string) bool {
	_, held := m.ring().Find(key)
	return !held
}

// learn opens the keys that the ring lacks. What does not open, or is not the key
// it is said to be, is left. The one in use seals from now on, if whoever made it
// had the key that sealed until now; the others are for reading. Where entries
// could not be opened, the log is read again. It reports whether there is a key
// that nobody of the team can have made.
func (m *Membership) learn(pair keys.Pair, sealed []sealedKey, inUse string) (forged bool) {
	ring := m.ring()
	for _, s := range sealed {
		if _, known := ring.Find(s.Key); known {
			continue
		}
		k, under, err := pair.OpenKey(m.Team, s.Sealed, ring)
		forged = forged || errors.Is(err, keys.ErrSealed) && !s.Offered
		if err != nil || k.ID() != s.Key {
			continue
		}
		at := len(ring.Sealing) - 1 // for reading
		if s.Key == inUse && slices.Contains(under, ring.Current().ID()) {
			at, m.Owes = len(ring.Sealing), false
		}
		ring.Sealing = slices.Insert(ring.Sealing, at, k)
		m.Lacking = slices.DeleteFunc(slices.Clone(m.Lacking), func(id string) bool { return id == s.Key })
		if m.Unread {
			m.Unread, m.Cursor = false, "0"
		}
	}
	m.setRing(ring)
	return forged
}

// LiveRequest asks for a ticket for the socket; see the answer in worker/openapi.yaml.
func (m *Membership) LiveRequest() Request { return m.request("POST", "/live", map[string]any{}) }

// ExportRequest asks a page of the team's log, from the cursor "0" on, as a manager may.
func (m *Membership) ExportRequest(after string) Request {
	return m.request("GET", "/export?after="+after, nil)
}

func nonce(random Random) (n [keys.NonceSize]byte) {
	random(n[:])
	return n
}

// tag gives 128 random bits in 22 characters.
func tag(random Random) string {
	var b [16]byte
	random(b[:])
	return base64.RawURLEncoding.EncodeToString(b[:])
}
