package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"io"
	"slices"
	"strings"
	"time"

	"cleanbreak/core/reply"
	"cleanbreak/core/strict"
)

// replyLine is one message in.
type replyLine struct {
	ID       string `json:"id"`
	Text     string `json:"text"`
	Subject  string `json:"subject"`
	Received string `json:"received"`
	Lang     string `json:"lang"`
}

// readingLine is one message out. A date is YYYY-MM-DD; Returns is null where
// nobody named one, the fields after Lang are left out where they say nothing.
type readingLine struct {
	ID        string           `json:"id"`
	Visible   string           `json:"visible"`
	Intents   []intentLine     `json:"intents"`
	Machine   bool             `json:"machine"`
	Returns   *string          `json:"returns"`
	Referrals []reply.Referral `json:"referrals"`
	Lang      string           `json:"lang"`
	Company   bool             `json:"company,omitempty"`
	Legal     bool             `json:"legal,omitempty"`
	Meeting   string           `json:"meeting,omitempty"`
}

type intentLine struct {
	Intent     string  `json:"intent"`
	Quote      string  `json:"quote"`
	Confidence float64 `json:"confidence"`
	On         *string `json:"on,omitempty"`
}

// readReplies reads JSON lines and writes JSON lines. All lines are checked
// before the first is answered: a script gets everything or an error.
func readReplies(data []byte, out io.Writer) error {
	mails := []reply.Mail{}
	ids := []string{}
	for i, line := range bytes.Split(data, []byte("\n")) {
		if len(bytes.TrimSpace(line)) == 0 {
			continue
		}
		id, mail, err := parseReply(line)
		if err != nil {
			return atLine(err, i+1)
		}
		ids, mails = append(ids, id), append(mails, mail)
	}
	buffered := bufio.NewWriter(out)
	enc := json.NewEncoder(buffered)
	enc.SetEscapeHTML(false)
	for i, m := range mails {
		if err := enc.Encode(shown(ids[i], reply.Read(m))); err != nil {
			return err
		}
	}
	return buffered.Flush()
}

// atLine turns the line within one JSON document, always 1, into that of the file.
func atLine(err error, line int) error {
	if fault, ok := err.(*strict.Error); ok {
		fault.Line = line
	}
	return err
}

func parseReply(line []byte) (string, reply.Mail, error) {
	var in replyLine
	doc, err := strict.Decode(line, &in)
	if err != nil {
		return "", reply.Mail{}, err
	}
	received, ok := moment(in.Received)
	if !ok {
		return "", reply.Mail{}, doc.Fault("received", "is \"{}\"; it takes a moment such as 2026-11-04T10:00:00Z, or a date", in.Received)
	}
	if !tag(in.Lang) {
		return "", reply.Mail{}, doc.Fault("lang", "is \"{}\"; it takes a language as a page names it, de or pt-BR, or nothing", in.Lang)
	}
	return in.ID, reply.Mail{Text: in.Text, Subject: in.Subject, Received: received, Lang: in.Lang}, nil
}

// tag reports a language as pages and mails name it: two letters or three, and perhaps
// more after a hyphen. None is one too.
func tag(lang string) bool {
	code, _, _ := strings.Cut(lang, "-")
	return lang == "" || (len(code) == 2 || len(code) == 3) && strings.Trim(strings.ToLower(code), "abcdefghijklmnopqrstuvwxyz") == ""
}

func moment(s string) (time.Time, bool) {
	if s == "" {
		return time.Time{}, true
	}
	for _, layout := range [...]string{time.RFC3339, time.DateOnly} {
		if t, err := time.Parse(layout, s); err == nil {
			return t, true
		}
	}
	return time.Time{}, false
}

func shown(id string, r reply.Reading) readingLine {
	line := readingLine{
		ID: id, Visible: r.Visible, Intents: []intentLine{}, Machine: r.Machine, Returns: onDay(r.Returns),
		Referrals: r.Referrals, Lang: r.Lang, Company: r.Company, Legal: r.Legal, Meeting: r.Meeting,
	}
	for _, i := range r.Intents {
		line.Intents = append(line.Intents, intentLine{i.Intent, i.Quote, i.Confidence, onDay(i.On)})
	}
	if r.Legal && !slices.ContainsFunc(r.Intents, func(i reply.Intent) bool { return i.Intent == reply.Unsubscribe || i.Intent == reply.Erasure }) {
		threat := line.Intents[0] // from anybody but a customer it is a goodbye too, and who wrote is not known here
		threat.Intent = reply.Unsubscribe
		line.Intents = append(line.Intents, threat)
	}
	return line
}

func onDay(t time.Time) *string {
	if t.IsZero() {
		return nil
	}
	s := t.Format(time.DateOnly)
	return &s
}
