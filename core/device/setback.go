package device

import (
	"slices"

	"cleanbreak/core/keys"
	"cleanbreak/core/replica"
)

// A server that is set back to an earlier state forgets removals and the keys that
// came with them: whoever was removed is let in again, and what is sealed with the
// newer keys is refused. Devices remember both, and put them right.

// Looks reports whether the list of devices is to be asked for, and then mended
// ([Membership.Mend]).
func (m *Membership) Looks() bool { return m.Look || m.Unread || m.Trouble == LeftOut }

// Meet notes the list as one that a person was shown, who would have seen a
// stranger in it.
func (m *Membership) Meet(d Devices) {
	m.Met = map[string]string{}
	for _, each := range d.Devices {
		if each.Removed == 0 {
			m.Met[each.Device] = each.PublicKey
		}
	}
	for _, each := range d.Recoveries {
		m.Met[each.Recovery] = each.PublicKey
	}
}

// note remembers who was removed, and asks for keys that the server has again.
func (m *Membership) note(d Devices) {
	m.Gone = slices.Clone(m.Gone)
	for _, each := range d.Devices {
		if each.Removed > 0 && !slices.Contains(m.Gone, each.Device) {
			m.Gone, m.Look = append(m.Gone, each.Device), true // until the list says so again, with its key
		}
	}
	if m.Trouble == LeftOut && !slices.ContainsFunc(d.Keys, m.lacks) {
		m.Trouble = "" // the server was set back again
	}
	for _, id := range d.Keys {
		again := m.Unread || m.Trouble == LeftOut || id == d.Key // an earlier answer may have crossed the key
		if m.lacks(id) && (again || !slices.Contains(m.Lacking, id)) && !slices.Contains(m.Wanted, id) {
			m.Wanted = append(slices.Clone(m.Wanted), id)
		}
	}
}

// Mend gives the next request that puts right a team whose server was set back:
// first the keys that it has lost, then the removals, which a manager's device
// does again; where devices then disagree which key is the newest, a new one. The
// list is asked for anew after each. It reports false where there is nothing to
// do, or nothing that this device may do. Nothing is done either while the list
// has a device that no person was shown here: a server could have put it there to
// be given the keys.
func (m *Membership) Mend(d Devices, random Random) (r Request, send bool, err error) {
	lost, back := m.lost(d), m.back(d)
	turned := d.Key != m.ring().Current().ID()
	if m.Look = len(lost) > 0 || back != "" || turned; !m.Look {
		if m.Trouble == UnknownKey {
			m.Trouble = ""
		}
		return r, false, nil
	}
	switch {
	case m.lacks(d.Key), m.Trouble == LeftOut: // it is asked for first, or in vain
		return r, false, nil
	case !m.met(d):
	case len(lost) > 0:
		r, err = m.restore(lost[0], d, random)
		send = err == nil
	case back != "" && m.Role == replica.Manager:
		r, err = m.Remove(back, d, random)
		send = err == nil
	case back == "":
		var key keys.Key
		random(key[:])
		r, err = m.restore(key, d, random)
		send = err == nil
	}
	m.Trouble = UnknownKey
	return r, send, err
}

// lost gives the keys that the server does not have any more, oldest first.
func (m *Membership) lost(d Devices) (out []keys.Key) {
	for _, k := range m.ring().Sealing {
		if !slices.Contains(d.Keys, k.ID()) {
			out = append(out, k)
		}
	}
	return out
}

// back gives a device that takes part and was removed before, or "".
func (m *Membership) back(d Devices) string {
	for _, each := range d.Devices {
		if each.Removed == 0 && each.Device != m.Device && slices.Contains(m.Gone, each.Device) {
			return each.Device
		}
	}
	return ""
}

// met reports whether a person was shown everybody whom a key would be sealed for.
func (m *Membership) met(d Devices) bool {
	all := map[string]string{}
	for _, each := range d.Devices {
		if each.Removed == 0 && each.Device != m.Device && !slices.Contains(m.Gone, each.Device) {
			all[each.Device] = each.PublicKey
		}
	}
	for _, each := range d.Recoveries {
		all[each.Recovery] = each.PublicKey
	}
	for id, public := range all {
		if m.Met[id] != public {
			return false
		}
	}
	return true
}

// restore gives a key back to the server, sealed as a rotation is: the one that
// seals now, or one for reading only.
func (m *Membership) restore(key keys.Key, d Devices, random Random) (Request, error) {
	sealed, err := m.sealFor(key, d, "", random)
	body := map[string]any{"key": key.ID(), "for": sealed}
	if _, held := m.ring().Find(key.ID()); held && key != m.ring().Current() {
		body["old"] = true
	}
	return m.request("PUT", "/keys", body), err
}

// sealFor seals a key for everybody who takes part but one. Who was removed before
// gets another in its place, which fits nothing.
func (m *Membership) sealFor(key keys.Key, d Devices, without string, random Random) ([]map[string]string, error) {
	var none keys.Key
	random(none[:])
	out := []map[string]string{}
	add := func(id, public string, key keys.Key) error {
		sealed, err := keys.SealKey(public, m.Team, key)
		out = append(out, map[string]string{"device": id, "sealed": sealed})
		return err
	}
	for _, each := range d.Devices {
		if each.Removed > 0 || each.Device == without {
			continue
		}
		its := key
		if each.Device != m.Device && slices.Contains(m.Gone, each.Device) {
			its = none
		}
		if err := add(each.Device, each.PublicKey, its); err != nil {
			return nil, err
		}
	}
	for _, each := range d.Recoveries {
		if err := add(each.Recovery, each.PublicKey, key); err != nil {
			return nil, err
		}
	}
	return out, nil
}
