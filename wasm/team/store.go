//go:build js && wasm

package main

import (
	"encoding/json"
	"syscall/js"

	"cleanbreak/core/device"
	"cleanbreak/core/replica"
	"cleanbreak/wasm/door"
	"cleanbreak/wasm/member"
)

// hostStore is a member.Store over the host's IndexedDB (extension/teamstore.js).
type hostStore struct{ host js.Value }

func (s *hostStore) Key() ([]byte, error) { return door.Key(s.host) }

func (s *hostStore) Membership() (*device.Membership, error) {
	return door.Get[*device.Membership](s.host, "membership")
}
func (s *hostStore) Joining() (*device.Membership, error) {
	return door.Get[*device.Membership](s.host, "joining")
}
func (s *hostStore) Log() ([]replica.Event, error) { return door.Get[[]replica.Event](s.host, "log") }
func (s *hostStore) Waiting() ([]device.Waiting, error) {
	return door.Ask[[]device.Waiting](s.host, "waiting", device.MaxEvents)
}

func (s *hostStore) Everything() (member.Saved, error) {
	return door.Get[member.Saved](s.host, "everything")
}
func (s *hostStore) Restore(r member.Restored) error { return door.Send(s.host, "restore", r)() }

func (s *hostStore) Join(m *device.Membership) error { return door.Send(s.host, "join", m)() }
func (s *hostStore) Take(step device.Step) error     { return door.Send(s.host, "take", step)() }

func (s *hostStore) Names(names map[string]string) error { return door.Send(s.host, "names", names)() }

func (s *hostStore) Enter(e member.Entering) (bool, error) {
	data, err := json.Marshal(e)
	if err != nil {
		return false, err
	}
	v, err := door.Await(s.host.Call("enter", string(data)))
	return err == nil && v.Bool(), err
}

func (s *hostStore) Leave() error {
	_, err := door.Await(s.host.Call("leave"))
	return err
}

func (s *hostStore) Left() (string, error) { return door.Text(s.host, "left") }
