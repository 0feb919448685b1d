//go:build js && wasm

package main

import (
	"encoding/json"
	"errors"
	"syscall/js"

	"cleanbreak/wasm/brain"
	"cleanbreak/wasm/door"
)

// Mine and Keep are in the host's settings.
func (s *hostStore) Mine() (m brain.Mine, err error) {
	v, err := door.Await(s.host.Call("mine"))
	if err != nil {
		return m, err
	}
	return m, json.Unmarshal([]byte(v.String()), &m)
}

func (s *hostStore) Keep(m brain.Mine) error { return s.send("keep", m)() }

// Odds and KeepOdds too.
func (s *hostStore) Odds() (string, error) {
	v, err := door.Await(s.host.Call("odds"))
	if err != nil {
		return "", err
	}
	return v.String(), nil
}

func (s *hostStore) KeepOdds(groups string) error {
	_, err := door.Await(s.host.Call("keepOdds", groups))
	return err
}

// setMine takes a JSON brain.Mine and whether the rep is sure.
func setMine(b *brain.Brain) func([]js.Value) (any, error) {
	return func(args []js.Value) (any, error) {
		var m brain.Mine
		if err := json.Unmarshal([]byte(args[0].String()), &m); err != nil {
			return nil, err
		}
		gone, err := b.SetMine(m, args[1].Bool())
		return faulty(map[string]any{"gone": gone}, err)
	}
}

// faulty gives a result as JSON, with what is wrong with one field in it.
func faulty(result map[string]any, err error) (any, error) {
	var fault *brain.Fault
	if errors.As(err, &fault) {
		return text(map[string]any{"fault": fault}, nil)
	}
	return text(result, err)
}
