//go:build js && wasm

// Command team is this device's part in a team, in the browser's background. It is
// apart from the brain because only a team needs it and its cryptography is large,
// and is started when there is one. The two share IndexedDB and nothing else. The
// shell (extension/team.js) puts a host object on the global before it starts the
// program and gets an api object back; teamdoor.d.ts describes both.
package main

import (
	"crypto/rand"
	"syscall/js"
	"time"

	"cleanbreak/core/device"
	"cleanbreak/wasm/door"
	"cleanbreak/wasm/member"
)

func main() {
	host := js.Global().Get("cleanBreakTeam")
	zone := door.ZoneLoader(host)
	m := &member.Member{
		Store: &hostStore{host: host}, Send: sender(host), Now: time.Now, Zone: time.UTC, Tongue: door.Tongue(host.Get("tongue")),
		Random: func(b []byte) { _, _ = rand.Read(b) }, // never fails: the browser's own
	}
	host.Call("ready", map[string]any{
		"create":  entering(func(g entry) error { return m.Create(g.Worker, g.Setup, g.Label) }),
		"join":    entering(func(g entry) error { return m.Join(g.Invitation, g.Label) }),
		"recover": entering(func(g entry) error { return m.Recover(g.Worker, g.Team, g.Key, g.Label) }),
		"round": door.Promised(func(args []js.Value) (any, error) {
			var err error
			if m.Zone, err = zone(host.Get("zone").String()); err != nil {
				return nil, err
			}
			return door.JSON(m.Round(args[0].Int(), args[1].Float()))
		}),
		"team":   door.Promised(func([]js.Value) (any, error) { return door.JSON(m.Team()) }),
		"invite": door.Promised(func(args []js.Value) (any, error) { return door.JSON(m.Invite(args[0].String())) }),
		"remove": door.Promised(func(args []js.Value) (any, error) { return door.JSON(m.Remove(args[0].String())) }),
		"rename": door.Promised(func(args []js.Value) (any, error) {
			return door.JSON(m.Rename(args[0].String(), args[1].String()))
		}),
		"recovery": door.Promised(func([]js.Value) (any, error) { return door.JSON(m.Recovery()) }),
		"export":   door.Promised(func([]js.Value) (any, error) { return m.Export() }),
		"save":     door.Promised(func([]js.Value) (any, error) { return m.Save() }),
		"restore":  door.Promised(func(args []js.Value) (any, error) { return door.JSON(m.Restore(args[0].String())) }),
		"leave":    door.Promised(func([]js.Value) (any, error) { return door.JSON(m.Leave()) }),
		"ticket":   door.Promised(func([]js.Value) (any, error) { return door.JSON(m.Ticket()) }),
	})
	select {}
}

// entry is what the rep gives to get into a team.
type entry struct{ Worker, Setup, Invitation, Team, Key, Label string }

func entering(do func(entry) error) js.Func {
	return door.Given(func(e entry, _ []js.Value) (any, error) { return nil, do(e) })
}

// sender sends requests through the host. What goes wrong there is no answer.
func sender(host js.Value) func(device.Request) device.Answer {
	return func(r device.Request) device.Answer {
		a, err := door.Ask[device.Answer](host, "request", r)
		if err != nil {
			return device.Answer{}
		}
		return a
	}
}
