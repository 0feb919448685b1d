package member

import (
	"encoding/json"
	"errors"
	"strings"

	"cleanbreak/core/device"
	"cleanbreak/core/replica"
)

// Team is the team as the settings page shows it.
type Team struct {
	Member      string     `json:"member"` // this device's
	Role        string     `json:"role"`
	Devices     []Device   `json:"devices"`
	Recoveries  []Recovery `json:"recoveries"`
	Fingerprint string     `json:"fingerprint"`
}

// Recovery is a printed key that has not been used.
type Recovery struct {
	Recovery string `json:"recovery"`
	By       string `json:"by"`      // name of the device that made it, "" where it has none
	Created  int64  `json:"created"` // ms
}

// Device is one of the team's.
type Device struct {
	Device  string `json:"device"`
	Member  string `json:"member"`
	Role    string `json:"role"`
	Name    string `json:"name"`
	Self    bool   `json:"self"`
	Seen    int64  `json:"seen"`    // ms; 0 never
	Removed int64  `json:"removed"` // ms; 0 takes part
}

// Team asks the server for the team.
func (m *Member) Team() (Team, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	ms, err := m.membership()
	if err != nil {
		return Team{}, err
	}
	return m.team(ms, m.Send(ms.DevicesRequest()))
}

// team is a list that a person is shown.
func (m *Member) team(ms device.Membership, answer device.Answer) (Team, error) {
	all, err := ms.Devices(answer)
	if err != nil {
		return Team{}, err
	}
	ms.Meet(all)
	if err := m.Store.Take(device.Step{Membership: ms}); err != nil {
		return Team{}, err
	}
	t := Team{Member: ms.Member, Role: ms.Role, Devices: []Device{}, Recoveries: []Recovery{}, Fingerprint: all.Fingerprint}
	named := map[string]string{}
	for _, d := range all.Devices {
		named[d.Device] = d.Label
		t.Devices = append(t.Devices, Device{d.Device, d.Member, d.Role, d.Label, d.Device == ms.Device, d.Seen, d.Removed})
	}
	for _, r := range all.Recoveries {
		t.Recoveries = append(t.Recoveries, Recovery{r.Recovery, named[r.By], r.Created})
	}
	return t, m.name(all)
}

// name keeps what the members are called: as their first device that has a name.
func (m *Member) name(all device.Devices) error {
	m.names = map[string]string{}
	for _, d := range all.Devices {
		if m.names[d.Member] == "" {
			m.names[d.Member] = d.Label
		}
	}
	return m.Store.Names(m.names)
}

// list asks for the team's devices, and remembers who was removed.
func (m *Member) list(ms *device.Membership) (device.Devices, error) {
	all, err := ms.Devices(m.Send(ms.DevicesRequest()))
	if err != nil {
		return all, err
	}
	if err := m.Store.Take(device.Step{Membership: *ms}); err != nil {
		return all, err
	}
	return all, m.name(all)
}

// meet asks for the names of authors who are not known yet.
func (m *Member) meet(ms *device.Membership, step device.Step) error {
	for _, e := range step.Put {
		if _, known := m.names[e.Stamp.Author]; !known && e.Stamp.Author != ms.Member && e.Stamp.Author != "" {
			_, err := m.list(ms)
			if p := (*device.Problem)(nil); errors.As(err, &p) {
				return nil // the next round asks again
			}
			return err
		}
	}
	return nil
}

// Invitation is what another device joins with.
type Invitation struct {
	Text    string `json:"text"`
	Expires int64  `json:"expires"` // ms
}

// Invite makes an invitation for "own", a further device of this member, or for a
// "rep" or "manager".
func (m *Member) Invite(whom string) (Invitation, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	ms, err := m.membership()
	if err != nil {
		return Invitation{}, err
	}
	if whom == "own" {
		whom = ""
	}
	var got Invitation
	err = m.invited(&ms, &got, func() (device.Invited, error) {
		made := ms.Invite(whom, m.Random)
		got.Text = made.Text
		return made, nil
	})
	return got, err
}

// invited sends what carries the team's keys. Where a newer key was made
// meanwhile, it is fetched and the invitation made anew.
func (m *Member) invited(ms *device.Membership, into any, invite func() (device.Invited, error)) error {
	for range 3 {
		if ms.Outside() {
			return errors.New(troubles[ms.Trouble])
		}
		made, err := invite()
		if err != nil {
			return err
		}
		err = m.ask(made.Request, into)
		var p *device.Problem
		if !errors.As(err, &p) || p.Code != devicesChanged {
			return err
		}
		if err := m.renew(ms); err != nil {
			return err
		}
	}
	return errChanging
}

// renew fetches the keys that were made since.
func (m *Member) renew(ms *device.Membership) error {
	if err := ms.Keys(m.Send(ms.KeysRequest())); err != nil {
		return err
	}
	return m.Store.Take(device.Step{Keys: true, Membership: *ms})
}

const (
	devicesChanged = "devices-changed" // by somebody else, since this device asked
	keyTaken       = "key-taken"       // the server has it already
)

var errUnseen = errors.New("the team has a device or a recovery key that you were not shown yet; look at the list again, then press again")

var errChanging = errors.New("the team's devices change just now; press again")

// Printed is a recovery key, and what else is needed with it.
type Printed struct {
	Worker string `json:"worker"`
	Team   string `json:"team"`
	Key    string `json:"key"`
}

// Recovery makes a recovery key to print.
func (m *Member) Recovery() (Printed, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	ms, err := m.membership()
	if err != nil {
		return Printed{}, err
	}
	got := Printed{Worker: ms.Server, Team: ms.Team}
	var answer struct{}
	err = m.invited(&ms, &answer, func() (device.Invited, error) {
		made, err := ms.Recovery(m.Random)
		got.Key = made.Text
		return made, err
	})
	return got, err
}

// Remove ends a device's access, or takes a recovery back. Where a manager does it,
// the others are given a new key, if a person was shown all of them.
func (m *Member) Remove(id string) (Team, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	ms, err := m.membership()
	if err != nil {
		return Team{}, err
	}
	if id == ms.Device {
		return Team{}, errors.New("this is this device itself; leave the team instead")
	}
	all, err := m.list(&ms)
	if err != nil {
		return Team{}, err
	}
	if ms.Role == replica.Manager && !ms.Shown(all) {
		return Team{}, errUnseen
	}
	if p := m.Send(ms.Remove(id)).Problem(); p != nil {
		return Team{}, p
	}
	ms.Owes, ms.Look = ms.Role == replica.Manager, true
	r := rounds{Member: m, ms: ms}
	for more := true; more && err == nil; { // the new key
		more, err = r.mend()
	}
	if err != nil {
		return Team{}, err
	}
	return m.team(r.ms, m.Send(ms.DevicesRequest()))
}

// Rename names a device; a rep may name their own.
func (m *Member) Rename(id, name string) (Team, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	ms, err := m.membership()
	if err != nil {
		return Team{}, err
	}
	if name = strings.TrimSpace(name); name == "" || len(name) > mostName {
		return Team{}, errors.New(m.Tongue.Say("a device’s name has 1 to {} bytes", m.Tongue.Whole(mostName)))
	}
	return m.team(ms, m.Send(ms.Label(id, name, m.Random)))
}

const mostName = 240 // bytes, of 60 characters

// Exported is the team's log, opened.
type Exported struct {
	Team     string            `json:"team"`
	At       int64             `json:"at"` // ms
	Names    map[string]string `json:"names"`
	Events   []replica.Event   `json:"events"`
	Rejected []device.Rejected `json:"rejected"` // what could not be opened
}

// Export gives all that the team holds, as a manager may see it: JSON for people.
func (m *Member) Export() (string, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	ms, err := m.membership()
	if err != nil {
		return "", err
	}
	if _, err := m.list(&ms); err != nil { // for the names
		return "", err
	}
	out := Exported{ms.Team, m.Now().UnixMilli(), m.names, []replica.Event{}, []device.Rejected{}}
	for after, more := "0", true; more; {
		page, err := ms.Export(m.Send(ms.ExportRequest(after)))
		if err != nil {
			return "", err
		}
		out.Events, out.Rejected = append(out.Events, page.Events...), append(out.Rejected, page.Rejected...)
		after, more = page.After, page.More
	}
	text, err := json.MarshalIndent(out, "", "  ")
	return string(text), err
}
