package signal

import (
	"cleanbreak/core/history"
	"cleanbreak/core/playbook"
)

var plural = Signal{
	Name: "plural", Source: "hoffman", Hint: true,
	Doc:  "Their replies say \"we\", \"us\", \"our\" and never \"I\", \"me\", \"my\". A hint for the rep, who knows whether there is a \"we\"; no study supports it, so text alone never decides.",
	Case: "signal-plural",
	read: func(h *history.History, _ *playbook.Playbook) reading {
		n, said := speaksAsWe(h)
		if n == 0 {
			return reading{}
		}
		evidence := append([]Evidence(nil), said[:min(n, most)]...)
		for i := range evidence {
			evidence[i].Quote = h.Tongue.Quote(evidence[i].Quote, "full")
		}
		return reading{n, h.Say("They say \"we\" and never \"I\": is there a \"we\", or is it only them?"), evidence}
	},
}

// speaksAsWe counts the replies that say "we", where none of this cycle says
// "I", and gives the newest of their sentences, newest first.
func speaksAsWe(h *history.History) (n int, said [most]Evidence) {
	for i := len(h.Replies) - 1; i >= 0; i-- {
		we, alone := pronouns(&h.Replies[i])
		if alone {
			return 0, said
		}
		if we == "" {
			continue
		}
		if n < most {
			said[n] = Evidence{h.Replies[i].At, we}
		}
		n++
	}
	return n, said
}

// pronouns gives the first sentence of a reply that says "we", and whether one
// says "I". In a language we have no words for, neither; what is read in part
// only may hide an "I", so its "we" says nothing.
func pronouns(e *history.Event) (we string, alone bool) {
	if e.Reading == nil {
		return "", false
	}
	s := scanner{text: e.Reading.Visible}
	for s.next() {
		switch person(e.Reading.Lang, s.word()) {
		case singular:
			return we, true
		case several:
			country := s.text[s.from:s.to] == "US"
			if we == "" && !country && e.Read != "snippet" {
				we = sentence(s.text, s.from, s.to)
			}
		}
	}
	return we, false
}
