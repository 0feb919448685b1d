//go:build js && wasm

// Command background is the brain in the browser's background. The shell
// (extension/brain.js) puts a host object on the global before it starts the
// program and gets an api object back; door.d.ts describes both.
package main

import (
	"encoding/json"
	"maps"
	"syscall/js"
	"time"

	"cleanbreak/core/tone"
	"cleanbreak/core/words"
	"cleanbreak/core/workday"
	"cleanbreak/wasm/brain"
	"cleanbreak/wasm/door"
	"cleanbreak/wasm/view"
)

func main() {
	host := js.Global().Get("cleanBreakHost")
	workday.LoadZone = door.ZoneLoader(host)
	words.Source = door.WordsLoader(host)
	tone.Source = door.PhrasesLoader(host)
	tongue := door.Tongue(host.Get("tongue"))
	view.Speak(tongue) // the badge's words
	b := &brain.Brain{
		Store:  &hostStore{host: host},
		Now:    time.Now,
		Zone:   host.Get("zone").String(),
		Tongue: tongue,
	}
	api := map[string]any{
		"page": door.Promised(func(args []js.Value) (any, error) {
			return shown(b.Page(args[0].Int(), args[1].String(), []byte(args[2].String())))
		}),
		"at": door.Promised(func(args []js.Value) (any, error) {
			return shown(b.At(args[0].String()))
		}),
		"writing": door.Promised(func(args []js.Value) (any, error) {
			return shown(b.Writing(args[0].Int(), args[1].String(), []byte(args[2].String())))
		}),
		"act": door.Promised(func(args []js.Value) (any, error) {
			var a view.Action
			if err := json.Unmarshal([]byte(args[0].String()), &a); err != nil {
				return nil, err
			}
			return shown(b.Do(a))
		}),
		"left": door.Promised(func(args []js.Value) (any, error) {
			b.Left(args[0].Int())
			return nil, nil
		}),
		"today": door.Promised(func(args []js.Value) (any, error) {
			return text(b.Today(args[0].Int()))
		}),
		"erase": door.Promised(func(args []js.Value) (any, error) {
			return nil, b.Erase(args[0].String(), args[1].String())
		}),
		"playbook": door.Promised(func([]js.Value) (any, error) {
			return text(b.Playbook())
		}),
		"setPlaybook": door.Promised(func(args []js.Value) (any, error) {
			return faulty(map[string]any{}, b.SetPlaybook(args[0].String(), args[1].String()))
		}),
		"effect": door.Promised(func(args []js.Value) (any, error) {
			effect, err := b.Effect(args[0].String(), args[1].Int())
			return faulty(map[string]any{"effect": effect}, err)
		}),
		"lint": door.Promised(func(args []js.Value) (any, error) {
			return text(brain.Lint(args[0].String(), args[1].String(), args[2].String(), args[3].String()), nil)
		}),
		"mine": door.Promised(func([]js.Value) (any, error) {
			return text(b.Mine())
		}),
		"take": door.Promised(func(args []js.Value) (any, error) {
			var list []brain.Listed
			if err := json.Unmarshal([]byte(args[0].String()), &list); err != nil {
				return nil, err
			}
			return text(b.Take(list))
		}),
		"setMine": door.Promised(setMine(b)),
		"retire":  door.Promised(func([]js.Value) (any, error) { return b.Retire() }),
		"learn":   door.Promised(func([]js.Value) (any, error) { return b.Learn() }),
		"sample": door.Promised(func(args []js.Value) (any, error) {
			var happened []brain.Happening
			if err := json.Unmarshal([]byte(args[0].String()), &happened); err != nil {
				return nil, err
			}
			return text(b.Sample(happened), nil)
		}),
	}
	maps.Copy(api, forTests)
	host.Call("ready", api)
	select {}
}

// shown gives a State, and the badge that goes with it, as JSON texts.
func shown(s view.State, err error) (any, error) {
	if err != nil {
		return nil, err
	}
	state, err := json.Marshal(s)
	if err != nil {
		return nil, err
	}
	badge := view.BadgeOf(s)
	return map[string]any{
		"url":   s.URL,
		"state": string(state),
		"badge": map[string]any{"text": badge.Text, "tone": badge.Tone, "title": badge.Title},
	}, nil
}

// forTests are calls that only tests and tools make: reading what people write by
// hand is 100 kB that no rep needs (cases.go).
var forTests = map[string]any{}

func text(v any, err error) (any, error) {
	if err != nil {
		return nil, err
	}
	data, err := json.Marshal(v)
	return string(data), err
}
