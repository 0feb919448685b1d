package signal

import (
	"cleanbreak/core/history"
	"cleanbreak/core/playbook"
)

var busy = Signal{
	Name: "busy", Source: "hoffman",
	Doc:  "What the rep saw of their calendar: somebody who is in demand can champion a deal, somebody whose days are empty seldom can. A sentence that proposes a time is no sign of it. No study supports it, so it weighs little.",
	Case: "signal-busy",
	read: func(h *history.History, _ *playbook.Playbook) reading {
		a, much := busyOf(h)
		switch {
		case a == nil:
			return reading{}
		case much:
			return reading{1, h.Say("They are in demand: their calendar is full"), one(h, a, a.Text)}
		}
		return reading{-1, h.Say("Their calendar is never full"), one(h, a, a.Text)}
	},
}

// busyOf is the rep's answer about their calendar and which way it goes; nil
// where it was not asked, or says neither.
func busyOf(h *history.History) (a *history.Event, much bool) {
	if a = answer(h, "calendar"); a == nil {
		return nil, false
	}
	full, open := tone(a.Text, true, ofCalendar)
	if mentions(a.Text, "back-to-back") || mentions(a.Text, "back to back") {
		full++
	}
	if full == 0 && open == 0 {
		return nil, false
	}
	return a, full > 0
}

func ofCalendar(word []byte) int {
	switch string(word) {
	case "full", "packed", "booked", "busy", "jammed", "swamped", "slammed", "meetings",
		"voll", "ausgebucht", "verplant", "beschaftigt", "ausgelastet", "termine", "terminen",
		"plein", "charge", "complet", "deborde", "debordee", "occupe", "occupee", "surcharge", "reunions",
		"lleno", "llena", "ocupado", "ocupada", "apretado", "apretada", "completo", "completa", "tope", "reuniones":
		return 1
	case "open", "empty", "free", "whenever", "anytime", "any", "available", "flexible",
		"offen", "leer", "frei", "jederzeit", "flexibel",
		"ouvert", "vide", "libre", "disponible", "importe",
		"abierto", "abierta", "vacio", "vacia", "cualquier":
		return -1
	}
	return 0
}
