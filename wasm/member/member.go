// Package member is this device as one of a team's: it makes or joins a team,
// keeps in step, and manages the team's devices. What a browser is needed for
// (storage, network, clock, randomness) are arguments, so all of it is tested
// natively, against the real server.
//
// The program may be stopped at any moment: it holds nothing that is not in the
// Store, and each step of a round is one transaction there.
package member

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"sync"
	"time"

	"cleanbreak/core/device"
	"cleanbreak/core/replica"
	"cleanbreak/core/say"
	"cleanbreak/core/seal"
)

// Member does one thing at a time; calls wait for each other.
type Member struct {
	Store  Store
	Send   func(device.Request) device.Answer
	Now    func() time.Time
	Zone   *time.Location // the device's
	Random device.Random
	Tongue *say.Language // the rep's; nil is English

	mu    sync.Mutex
	names map[string]string // as far as they were asked for
}

// ErrNoTeam is given for what only a member can do.
var ErrNoTeam = errors.New("this device is in no team; make or join one first")

// membership gives this device's, or ErrNoTeam.
func (m *Member) membership() (device.Membership, error) {
	kept, err := m.Store.Membership()
	if err == nil && kept == nil {
		err = ErrNoTeam
	}
	if err != nil {
		return device.Membership{}, err
	}
	return *kept, nil
}

// Create makes a team on a server, with the secret of whoever runs it.
func (m *Member) Create(server, setup, label string) error {
	key, err := m.Store.Key()
	if err != nil {
		return err
	}
	begun, err := device.Found(server, setup, key, m.Random)
	if err != nil {
		return err
	}
	return m.enter(begun, label)
}

// Join joins a team by an invitation's text.
func (m *Member) Join(invitation, label string) error {
	begun, err := device.Join(invitation, m.Random)
	if err != nil {
		return err
	}
	return m.enter(begun, label)
}

// Recover comes back into a team by its printed recovery key.
func (m *Member) Recover(server, team, key, label string) error {
	begun, err := device.Recover(server, strings.TrimSpace(team), key, m.Random)
	if err != nil {
		return err
	}
	return m.enter(begun, label)
}

// enter sends a membership's first request. What was begun before with the same
// invitation or secret goes on, because its answer may have been lost.
func (m *Member) enter(begun device.Membership, label string) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	if now, err := m.Store.Membership(); err != nil || now != nil {
		return cmp.Or(err, errors.New("this device is in a team already; leave it first"))
	}
	before, err := m.Store.Joining()
	if err != nil {
		return err
	}
	if before != nil && before.Server == begun.Server && before.Setup == begun.Setup && before.Ticket == begun.Ticket {
		begun = *before
	}
	if err := m.Store.Join(&begun); err != nil {
		return err
	}
	request, err := begun.JoinRequest()
	if err != nil {
		return err
	}
	founding := begun.Setup != ""
	if err := begun.Joined(m.Send(request)); err != nil {
		if refused(err) {
			err = cmp.Or(m.Store.Join(nil), err) // with its secret
		}
		return err
	}
	if err := m.move(begun, founding); err != nil {
		return err
	}
	m.Send(begun.Label(begun.Device, label, m.Random)) // without a name it is in the team as well
	return nil
}

// refused reports an answer that stays the same however often it is asked for.
func refused(err error) bool {
	var p *device.Problem
	return errors.As(err, &p) && p.Status >= 400 && p.Status < 500 && p.Status != 408 && p.Status != 429
}

// move brings the device's own log into the team.
func (m *Member) move(ms device.Membership, founding bool) error {
	for range 10 {
		entering, err := m.entering(ms, founding)
		if err != nil {
			return err
		}
		if done, err := m.Store.Enter(entering); err != nil || done {
			return err
		}
	}
	return errors.New("this device records too much just now to be moved into the team; close the pages it reads and press again")
}

// entering makes the tags of the device's own log anew. Who founds a team keeps
// what cannot be moved, because the key stays; who comes back into a team has its
// tags already, and what was in the team's log stays its authors'.
func (m *Member) entering(ms device.Membership, founding bool) (Entering, error) {
	events, err := m.Store.Log()
	if err != nil {
		return Entering{}, err
	}
	key, err := m.Store.Key()
	if err != nil {
		return Entering{}, err
	}
	from, err := seal.NewIndex(key)
	if err != nil {
		return Entering{}, err
	}
	to, err := ms.IndexKey()
	if err != nil {
		return Entering{}, err
	}
	e := Entering{Membership: ms, Read: len(events), Events: events}
	switch same := bytes.Equal(key, ms.Index); {
	case founding:
		moved := replica.Readdress(events, from, to)
		e.Events = append(moved.Events, moved.Left...)
	case !same:
		moved := replica.Readdress(events, from, to)
		e.Events, e.Who = moved.Events, moved.Who
	}
	left, err := m.Store.Left()
	if err != nil {
		return Entering{}, err
	}
	e.Again = !founding && bytes.Equal(key, ms.Index) && left == ms.Address()
	own := slices.DeleteFunc(slices.Clone(e.Events), func(event replica.Event) bool { return e.Again && event.Stamp.Seq > 0 })
	rest := slices.DeleteFunc(slices.Clone(e.Events), func(event replica.Event) bool { return !e.Again || event.Stamp.Seq == 0 })
	ms.Sign(own)
	e.Events = append(rest, own...)
	return e, nil
}

// Left says how it went.
type Left struct {
	Told bool `json:"told"` // the server knows; else a manager has to remove the device
}

// Leave ends this device's membership, at the server too where that can be. A last
// manager stays while there are others.
func (m *Member) Leave() (Left, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	ms, err := m.membership()
	if err != nil {
		return Left{}, err
	}
	p := m.Send(ms.Remove(ms.Device)).Problem()
	if p != nil && p.Code == "last-manager" {
		return Left{}, p
	}
	return Left{p == nil || p.Code == device.Removed}, m.Store.Leave()
}

// Ticket lets a page listen for news.
type Ticket struct {
	URL       string   `json:"url"`
	Protocols []string `json:"protocols"`
}

// Ticket asks for one; it is good for half a minute and for one socket.
func (m *Member) Ticket() (Ticket, error) {
	ms, err := m.membership()
	if err != nil {
		return Ticket{}, err
	}
	request := ms.LiveRequest()
	var got struct{ Ticket, Protocol string }
	if err := m.ask(request, &got); err != nil {
		return Ticket{}, err
	}
	socket := "ws" + strings.TrimPrefix(request.URL, "http")
	return Ticket{socket, []string{got.Protocol, got.Ticket}}, nil
}

// ask sends a request and reads its answer.
func (m *Member) ask(request device.Request, into any) error {
	answer := m.Send(request)
	if p := answer.Problem(); p != nil {
		return p
	}
	if err := json.Unmarshal([]byte(answer.Body), into); err != nil {
		return errors.New(m.Tongue.Say("the team's Worker answered what it should not: {}", err.Error()))
	}
	return nil
}
