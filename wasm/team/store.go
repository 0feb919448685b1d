//go:build js && wasm

package main

import (
	"encoding/base64"
	"encoding/json"
	"syscall/js"

	"cleanbreak/core/device"
	"cleanbreak/core/replica"
	"cleanbreak/wasm/door"
	"cleanbreak/wasm/member"
)

// hostStore is a member.Store over the host's IndexedDB (extension/teamstore.js).
type hostStore struct{ host js.Value }

func (s *hostStore) Key() ([]byte, error) {
	v, err := door.Await(s.host.Call("key"))
	if err != nil {
		return nil, err
	}
	return base64.StdEncoding.DecodeString(v.String())
}

func (s *hostStore) Membership() (*device.Membership, error) {
	return get[*device.Membership](s, "membership")
}
func (s *hostStore) Joining() (*device.Membership, error) {
	return get[*device.Membership](s, "joining")
}
func (s *hostStore) Log() ([]replica.Event, error)      { return get[[]replica.Event](s, "log") }
func (s *hostStore) Waiting() ([]device.Waiting, error) { return get[[]device.Waiting](s, "waiting") }

func (s *hostStore) Everything() (member.Saved, error) { return get[member.Saved](s, "everything") }
func (s *hostStore) Restore(r member.Restored) error   { return s.send("restore", r) }

func (s *hostStore) Join(m *device.Membership) error { return s.send("join", m) }
func (s *hostStore) Take(step device.Step) error     { return s.send("take", step) }

func (s *hostStore) Names(names map[string]string) error { return s.send("names", names) }

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

func (s *hostStore) Left() (string, error) {
	v, err := door.Await(s.host.Call("left"))
	if err != nil {
		return "", err
	}
	return v.String(), nil
}

// get reads what the host gives as JSON; "" is nothing.
func get[T any](s *hostStore, method string) (out T, err error) {
	v, err := door.Await(s.host.Call(method))
	if err != nil || v.String() == "" {
		return out, err
	}
	err = json.Unmarshal([]byte(v.String()), &out)
	return out, err
}

// send gives the host something as JSON.
func (s *hostStore) send(method string, v any) error {
	data, err := json.Marshal(v)
	if err != nil {
		return err
	}
	_, err = door.Await(s.host.Call(method, string(data)))
	return err
}
