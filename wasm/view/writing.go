package view

import (
	"cmp"

	"cleanbreak/core/page"
	"cleanbreak/core/tone"
)

// Mail is the mail that the rep is writing in Gmail: whom it should not go to, and
// what is to mend in it.
type Mail struct {
	Title         string
	Warnings      []Warned
	Subject, Text string // what is typed; Text is "" where nothing is, or it is not read
}

// Check reads what is typed. Fine is "" or says that there is nothing to mend.
func (m *Mail) Check() (c Checked, fine string) {
	c = Draft{}.Check(m.Subject, m.Text)
	if c.Blanks == "" && c.Mend == "" {
		fine = mailFine
	}
	return c, fine
}

// Warned is one person to leave alone.
type Warned struct{ Tone, Icon, Title, Because string }

func mail(s State, c calendar) *Mail {
	w := s.Writing
	if w == nil || !w.Theirs && len(w.Warnings) == 0 {
		return nil
	}
	m := &Mail{Title: mailTitle}
	for _, one := range w.Warnings {
		m.Warnings = append(m.Warnings, warned(one, c))
	}
	if w.Watched && w.Theirs && w.Text != "" {
		m.Subject, m.Text = w.Subject, w.Text
	}
	return m
}

func warned(w Warning, c calendar) Warned {
	switch {
	case w.Verdict == Stopped:
		return Warned{"stop", "stop", fill(warnStop, w.Name), w.Because}
	case w.Until != nil:
		return Warned{"break-up", "mark", fill(warnLetGoUntil, w.Name, c.date(*w.Until)), w.Because}
	}
	return Warned{"break-up", "mark", fill(warnLetGo, w.Name), w.Because}
}

// said is what a screen reader hears of the warnings, before the rest.
func (m *Mail) said() string {
	out := ""
	if m != nil {
		for _, w := range m.Warnings {
			out += w.Title + ". "
		}
	}
	return out
}

// intoMail says whether a draft may go into a mail in Gmail: one for another
// channel is said or copied.
func intoMail(channel string, s State) bool {
	return channel == "email" && s.Site == page.Gmail && !s.ByHand
}

// Put is what became of a draft that was put into a mail.
type Put struct {
	Done    bool `json:"put"`
	Above   bool `json:"above"`   // what stood there stands below
	Subject bool `json:"subject"` // the mail had none, and has one now
}

// PutSays tells the rep where the draft is, or what to do.
func PutSays(p Put, s State, body string) string {
	switch {
	case s.Into == nil:
		return fill(putOpen, cmp.Or(s.Person.Name, s.Person.Email))
	case !p.Done:
		return Say(putGone)
	}
	said := Say(putDone)
	if p.Above {
		said = Say(putAbove)
	}
	if p.Subject {
		said += " " + Say(putSubject)
	}
	for _, f := range tone.Check(tone.Draft{Text: body}) {
		if f.Rule == tone.Blank {
			return said + " " + Say(putBlanks) + " " + Say(putUndo)
		}
	}
	return said + " " + Say(putUndo)
}
