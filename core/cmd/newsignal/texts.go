package main

const signalText = `package signal

import (
	"cleanbreak/core/history"
	"cleanbreak/core/playbook"
)

var VARIABLE = Signal{
	Name: "NAME", Source: Ours,
	Doc:  "",
	Case: "signal-NAME",
	read: func(h *history.History, _ *playbook.Playbook) reading {
		return reading{} // units, why, and what shows it
	},
}
`

const caseText = `{
  "about": "",
  "expect": {"verdict": "keep", "parts": {"NAME": 1}},
  "now": "2026-11-20T09:00:00Z",
  "zone": "Europe/Berlin",
  "prospect": {"name": "Kim Olsen", "email": "kim@acme.example", "company": "Acme", "title": "Head of IT", "responsible_for": "tooling"},
  "events": [
    {"at": "2026-11-10T09:00:00Z", "type": "touch", "channel": "email"}
  ]
}
`

const rowText = `

	{signal: "NAME", about: "what is seen", known: known(mails("2 Nov")), points: 0, because: ""},`

const weightText = `,
    "NAME": {"points": 0, "why": ""}`
