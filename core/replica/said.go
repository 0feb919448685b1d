package replica

import (
	"time"

	"cleanbreak/core/reply"
)

// Said is what a message says, as a team may read it: what was read of it without
// a word of it. Its referrals name people, so it travels sealed.
type Said struct {
	Intents   []reply.Intent   `json:"intents"` // without their quotes
	Machine   bool             `json:"machine,omitempty"`
	Returns   time.Time        `json:"returns,omitzero"`
	Referrals []reply.Referral `json:"referrals,omitempty"`
	Lang      string           `json:"lang,omitempty"`
	Company   bool             `json:"company,omitempty"`
	Legal     bool             `json:"legal,omitempty"`
	Meeting   string           `json:"meeting,omitempty"`
	Manner    *reply.Manner    `json:"manner,omitempty"`
}

// SaidBy gives what the text of a reading says, or of a reply or a complaint that was
// entered by hand; nil where there is none. Days are those of the zone.
func SaidBy(e Event, zone *time.Location) *Said {
	if (e.Kind != Reading && e.Kind != Reply && e.Kind != Complaint) || e.Local.Text == "" {
		return nil
	}
	r := reply.Read(reply.Mail{Text: e.Local.Text, Subject: e.Local.Subject, Received: e.At, Zone: zone})
	s := &Said{
		Machine: r.Machine, Returns: r.Returns, Referrals: r.Referrals, Lang: r.Lang,
		Company: r.Company, Legal: r.Legal, Meeting: r.Meeting, Manner: reply.MannerOf(&r),
	}
	for _, i := range r.Intents {
		i.Quote = ""
		s.Intents = append(s.Intents, i)
	}
	return s
}

// reading gives it back in the reader's form; nil of nil.
func (s *Said) reading() *reply.Reading {
	if s == nil {
		return nil
	}
	r := &reply.Reading{
		Intents: s.Intents, Machine: s.Machine, Returns: s.Returns, Referrals: s.Referrals, Lang: s.Lang,
		Company: s.Company, Legal: s.Legal, Meeting: s.Meeting, Manner: s.Manner,
	}
	if len(r.Intents) == 0 {
		r.Intents = []reply.Intent{{Intent: reply.Unclear}}
	}
	if r.Referrals == nil {
		r.Referrals = []reply.Referral{}
	}
	return r
}
