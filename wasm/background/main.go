//go:build js && wasm

// Command background is the brain in the browser's background. The shell
// (extension/brain.js) puts a host object on the global before it starts the
// program and gets an api object back; door.d.ts describes both.
package main

import (
	"encoding/json"
	"errors"
	"maps"
	"syscall/js"
	"time"

	"cleanbreak/core/history"
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
	answer := door.Promised
	api := map[string]any{
		"page": answer(func(a []js.Value) (any, error) {
			return shown(b.Page(a[0].Int(), a[1].String(), []byte(a[2].String())))
		}),
		"at": answer(func(a []js.Value) (any, error) { return shown(b.At(a[0].String())) }),
		"writing": answer(func(a []js.Value) (any, error) {
			return shown(b.Writing(a[0].Int(), a[1].String(), []byte(a[2].String())))
		}),
		"act":      door.Given(func(a view.Action, _ []js.Value) (any, error) { return shown(b.Do(a)) }),
		"left":     answer(func(a []js.Value) (any, error) { b.Left(a[0].Int()); return nil, nil }),
		"today":    answer(func(a []js.Value) (any, error) { return door.JSON(b.Today(a[0].Int(), a[1].Int())) }),
		"erase":    answer(func(a []js.Value) (any, error) { return nil, b.Erase(a[0].String(), a[1].String()) }),
		"playbook": answer(func([]js.Value) (any, error) { return door.JSON(b.Playbook()) }),
		"setPlaybook": answer(func(a []js.Value) (any, error) {
			return faulty(map[string]any{}, b.SetPlaybook(a[0].String(), a[1].String()))
		}),
		"effect": answer(func(a []js.Value) (any, error) {
			effect, err := b.Effect(a[0].String(), a[1].Int())
			return faulty(map[string]any{"effect": effect}, err)
		}),
		"lint": answer(func(a []js.Value) (any, error) {
			return door.JSON(brain.Lint(a[0].String(), a[1].String(), a[2].String(), a[3].String()), nil)
		}),
		"mine": answer(func([]js.Value) (any, error) { return door.JSON(b.Mine()) }),
		"setMine": door.Given(func(m brain.Mine, more []js.Value) (any, error) {
			gone, err := b.SetMine(m, more[0].Bool())
			return faulty(map[string]any{"gone": gone}, err)
		}),
		"take": door.Given(func(list []history.Listed, _ []js.Value) (any, error) { return door.JSON(b.Take(list)) }),
		"agree": door.Given(func(list []brain.Agreed, more []js.Value) (any, error) {
			return door.JSON(b.Agree(list, more[0].Bool()))
		}),
		"retire":  answer(func([]js.Value) (any, error) { return b.Retire() }),
		"learn":   answer(func([]js.Value) (any, error) { return b.Learn() }),
		"brought": answer(func([]js.Value) (any, error) { return door.JSON(b.Brought()) }),
		"sample":  door.Given(func(all []brain.Happening, _ []js.Value) (any, error) { return door.JSON(b.Sample(all), nil) }),
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

// faulty gives a result as JSON, with what is wrong with one field in it.
func faulty(result map[string]any, err error) (any, error) {
	var fault *brain.Fault
	if errors.As(err, &fault) {
		return door.JSON(map[string]any{"fault": fault}, nil)
	}
	return door.JSON(result, err)
}
