package brain

import (
	"time"

	"cleanbreak/core/assess"
	"cleanbreak/core/history"
	"cleanbreak/core/page"
	"cleanbreak/core/playbook"
	"cleanbreak/core/reply"
)

// Happening is something that happens with the sample prospect.
type Happening struct {
	At      time.Time `json:"at"`
	Type    string    `json:"type"` // touch or reply
	Channel string    `json:"channel"`
	Text    string    `json:"text"`
}

// Sample judges an invented prospect, to play with. Nothing is read from the log,
// and nothing is kept.
func (b *Brain) Sample(happened []Happening) assess.Assessment {
	r := history.Record{
		Now: b.Now(), Zone: b.zone(), Tongue: b.Tongue,
		Prospect: history.Prospect{Name: "Kim Olsen", Email: "kim@acme.example", Company: "Acme", Title: "Head of IT"},
	}
	for _, h := range happened {
		e := history.Event{At: h.At, Type: h.Type, Channel: h.Channel, Text: h.Text, Read: page.ReadFull}
		if h.Type == history.Reply {
			said := reply.Read(reply.Mail{Text: h.Text, Received: h.At, Zone: r.Zone})
			e.Reading = &said
		}
		r.Events = append(r.Events, e)
	}
	return assess.Judge(r, playbook.Balanced())
}
