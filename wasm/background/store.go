//go:build js && wasm

package main

import (
	"encoding/base64"
	"encoding/json"
	"syscall/js"

	"cleanbreak/core/replica"
	"cleanbreak/wasm/brain"
	"cleanbreak/wasm/door"
)

// hostStore is a brain.Store over the host's IndexedDB (extension/store.js).
type hostStore struct {
	host js.Value
	key  []byte
}

func (s *hostStore) Key() ([]byte, error) {
	if s.key != nil {
		return s.key, nil
	}
	v, err := door.Await(s.host.Call("key"))
	if err != nil {
		return nil, err
	}
	s.key, err = base64.StdEncoding.DecodeString(v.String())
	return s.key, err
}

func (s *hostStore) Load(who, accounts []string) (known brain.Known, err error) {
	asked, err := json.Marshal(map[string][]string{"who": who, "accounts": accounts})
	if err != nil {
		return known, err
	}
	return s.known("load", string(asked))
}

func (s *hostStore) All() (brain.Known, error) { return s.known("all") }

func (s *hostStore) known(method string, args ...any) (known brain.Known, err error) {
	v, err := door.Await(s.host.Call(method, args...))
	if err != nil {
		return known, err
	}
	err = json.Unmarshal([]byte(v.String()), &known)
	return known, err
}

func (s *hostStore) Alike(name string, addresses []string) (cards []replica.Event, err error) {
	asked, err := json.Marshal(map[string]any{"name": name, "addresses": addresses})
	if err != nil {
		return nil, err
	}
	v, err := door.Await(s.host.Call("alike", string(asked)))
	if err != nil {
		return nil, err
	}
	err = json.Unmarshal([]byte(v.String()), &cards)
	return cards, err
}

func (s *hostStore) Put(events []replica.Event, looks []brain.Look) func() error {
	return s.send("put", brain.Known{Events: events, Looks: looks})
}

func (s *hostStore) Remove(id string) error { return s.send("remove", id)() }

func (s *hostStore) Forget(who []string, left []replica.Event) error {
	return s.send("forget", map[string]any{"who": who, "events": left})()
}

// send calls the host and gives what waits for its answer.
func (s *hostStore) send(method string, v any) func() error {
	data, err := json.Marshal(v)
	if err != nil {
		return func() error { return err }
	}
	settled := door.Begun(s.host.Call(method, string(data)))
	return func() error {
		_, err := settled()
		return err
	}
}
