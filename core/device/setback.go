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
func (m *Membership) Looks() bool { return m.Look || m.Unread || m.Outside() }

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
	if m.Outside() && !slices.ContainsFunc(d.Keys, m.lacks) {
		m.Trouble = "" // the server was set back again
	}
	for _, id := range slices.Concat(d.Keys, d.Offered) {
		again := m.Unread || m.Outside() || id == d.Key // an earlier answer may have crossed the key
		if m.lacks(id) && (again || !slices.Contains(m.Lacking, id)) && !slices.Contains(m.Wanted, id) {
			m.Wanted = append(slices.Clone(m.Wanted), id)
		}
	}
}

// Mend gives the next request that gives the team a new key where one is due, and
// that puts right a team whose server was set back: first the keys that it has
// lost, then the removals, which a manager's device does again; where devices then
// disagree which key is the newest, a new one. The list is asked for anew after
// each. It reports false where there is nothing to do, or nothing that this device
// may do: new keys are made by managers' devices. Nothing is done either while the
// list has a device that no person was shown here: a server could have put it there
// to be given the keys.
func (m *Membership) Mend(d Devices, random Random) (r Request, send bool, err error) {
	manages := m.Role == replica.Manager
	lost, back := m.lost(d), m.back(d)
	setBack := len(lost) > 0 || back != "" || d.Key != m.ring().Current().ID()
	due := manages && (d.Due || m.Owes)
	if m.Look = setBack || due; !m.Look {
		if m.Trouble == UnknownKey || m.Trouble == KeyDue {
			m.Trouble = ""
		}
		return r, false, nil
	}
	if slices.ContainsFunc(d.Keys, m.lacks) || m.Outside() { // they are asked for first, or in vain
		return r, false, nil
	}
	if setBack {
		m.Trouble = UnknownKey
	} else if !m.Shown(d) {
		m.Trouble = KeyDue
	}
	switch {
	case !m.Shown(d):
	case len(lost) > 0:
		r, err = m.putKey(lost[0], d, random)
		send = err == nil
	case back != "" && manages:
		r, send = m.Remove(back), true
	case back == "" && manages:
		var key keys.Key
		random(key[:])
		r, err = m.putKey(key, d, random)
		send = err == nil
	}
	return r, send, err
}

// lost gives the keys that the server does not have any more; to a manager's
// device also those that it was only offered.
func (m *Membership) lost(d Devices) (out []keys.Key) {
	for _, k := range m.ring().Sealing {
		offered := m.Role != replica.Manager && slices.Contains(d.Offered, k.ID())
		if !slices.Contains(d.Keys, k.ID()) && !offered {
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

// Shown reports whether a person was shown everybody whom a key would be sealed for.
func (m *Membership) Shown(d Devices) bool {
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

// putKey gives the server a key, sealed for everybody who takes part: a new one, or
// one that it has lost. What is not to seal from now on is for reading.
func (m *Membership) putKey(key keys.Key, d Devices, random Random) (Request, error) {
	sealed, err := m.sealFor(key, d, random)
	body := map[string]any{"key": key.ID(), "for": sealed, "keys": m.ring().IDs()}
	if _, held := m.ring().Find(key.ID()); m.Role != replica.Manager || held && key != m.ring().Current() {
		body["old"] = true
	}
	return m.request("PUT", "/keys", body), err
}

// sealFor seals a key for everybody who takes part. Who was removed before gets
// another in its place, which fits nothing.
func (m *Membership) sealFor(key keys.Key, d Devices, random Random) ([]map[string]string, error) {
	var none keys.Key
	random(none[:])
	out := []map[string]string{}
	under := slices.DeleteFunc(m.ring().Sealing, func(k keys.Key) bool { return !slices.Contains(d.Keys, k.ID()) }) // what all have
	add := func(id, public string, key keys.Key) error {
		sealed, err := keys.SealKey(public, m.Team, key, under, nonce(random))
		out = append(out, map[string]string{"device": id, "sealed": sealed})
		return err
	}
	for _, each := range d.Devices {
		if each.Removed > 0 {
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
