//go:build js && wasm

package main

import (
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

func (s *hostStore) Key() (key []byte, err error) {
	if s.key == nil {
		s.key, err = door.Key(s.host)
	}
	return s.key, err
}

func (s *hostStore) Load(who, accounts []string) (brain.Known, error) {
	return door.Ask[brain.Known](s.host, "load", map[string][]string{"who": who, "accounts": accounts})
}

func (s *hostStore) All() (brain.Known, error) { return door.Get[brain.Known](s.host, "all") }

func (s *hostStore) Alike(name string, addresses []string) ([]replica.Event, error) {
	return door.Ask[[]replica.Event](s.host, "alike", map[string]any{"name": name, "addresses": addresses})
}

func (s *hostStore) Put(events []replica.Event, looks []brain.Look) func() error {
	return door.Send(s.host, "put", brain.Known{Events: events, Looks: looks})
}

func (s *hostStore) Remove(id string) error { return door.Send(s.host, "remove", id)() }

func (s *hostStore) Forget(who []string, left []replica.Event) error {
	return door.Send(s.host, "forget", map[string]any{"who": who, "events": left})()
}

// What follows is in the host's settings.

func (s *hostStore) Mine() (brain.Mine, error) { return door.Get[brain.Mine](s.host, "mine") }

func (s *hostStore) Keep(m brain.Mine) error { return door.Send(s.host, "keep", m)() }

func (s *hostStore) Learnt() (string, error) { return door.Text(s.host, "learnt") }

func (s *hostStore) KeepLearnt(counted string) error {
	_, err := door.Await(s.host.Call("keepLearnt", counted))
	return err
}
