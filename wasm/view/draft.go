package view

import (
	"strings"
	"unicode/utf8"

	"cleanbreak/core/tone"
)

// Draft is what a step suggests to send or say. The rep edits it in place.
type Draft struct {
	Subject, Body string
	Goodbye       bool
	Spoken        bool
	Mail          bool   // it may go into a mail that is open in Gmail
	Label         string // of the body
	Speech        Speech
	Hooks         []Hook // to open with; none in a goodbye
}

// Hook is something personal from the page, and where it was read.
type Hook struct{ Text, From string }

// Checked is what there is to say about a draft as it stands now.
type Checked struct {
	Blanks   string  // "" or how many are left to fill
	Mend     string  // "" or how many findings there are
	Body     []Piece // the body, cut where something is marked
	Subject  []Piece
	Findings []Finding
	Seconds  int    // of something spoken
	Aloud    string // "about 11 seconds aloud"
	Band     string // "" or how that lies to the playbook's band
	Outside  bool   // it lies outside
}

// Finding is one thing to mend. From and To count UTF-16 units, as a browser
// does.
type Finding struct {
	Rule      string `json:"rule"`
	Quote     string `json:"quote"`
	Better    string `json:"better"` // "" where it was said of an earlier one
	InSubject bool   `json:"-"`
	From      int    `json:"from"`
	To        int    `json:"to"`
}

// Piece is a stretch of a draft. Mark is "", "blank" or "finding".
type Piece struct{ Text, Mark string }

// normalSpeed is how many words a minute are spoken where the rep's rate is not
// known.
const normalSpeed = 150

// Check reads a draft as the rep has left it: what is left to fill in, what a
// kind and honest seller would not send, and how long it takes to say.
func (d Draft) Check(subject, body string) Checked {
	var c Checked
	c.Body = c.mark(tone.Draft{Text: body, Goodbye: d.Goodbye}, false)
	if subject != "" {
		c.Subject = c.mark(tone.Draft{Text: subject}, true)
	}
	blanks := 0
	for _, p := range append(c.Body[:len(c.Body):len(c.Body)], c.Subject...) {
		if p.Mark == "blank" {
			blanks++
		}
	}
	c.Blanks = howMany(blanks, blanksLeft)
	c.Mend = howMany(len(c.Findings), toMend)
	if d.Spoken {
		d.time(body, &c)
	}
	return c
}

// mark checks one text, collects what is to mend, and cuts the text where
// something is marked. A stretch that two rules mark is marked once.
func (c *Checked) mark(d tone.Draft, inSubject bool) []Piece {
	var pieces []Piece
	at := 0
	for _, f := range tone.Check(d) {
		if !within(d.Text, f.From, f.To) {
			continue
		}
		kind := "blank"
		if f.Rule != tone.Blank {
			kind = "finding"
			c.find(f, d.Text, inSubject)
		}
		if from := max(f.From, at); from < f.To {
			pieces = piece(pieces, d.Text[at:from], "")
			pieces = piece(pieces, d.Text[from:f.To], kind)
			at = f.To
		}
	}
	return piece(pieces, d.Text[at:], "")
}

// find adds a finding; the better way is said once for each rule.
func (c *Checked) find(f tone.Finding, text string, inSubject bool) {
	found := Finding{
		Rule: word(toneWords, f.Rule), Quote: f.Quote, Better: fill(better, Say(f.Better)), InSubject: inSubject,
		From: Units(text[:f.From]), To: Units(text[:f.To]),
	}
	for _, other := range c.Findings {
		if other.Rule == found.Rule {
			found.Better = ""
		}
	}
	c.Findings = append(c.Findings, found)
}

func within(text string, from, to int) bool {
	starts := func(at int) bool { return at == len(text) || utf8.RuneStart(text[at]) }
	return 0 <= from && from <= to && to <= len(text) && starts(from) && starts(to)
}

func piece(pieces []Piece, text, mark string) []Piece {
	if text == "" {
		return pieces
	}
	return append(pieces, Piece{text, mark})
}

// Units counts a text as a browser does.
func Units(text string) int {
	n := 0
	for _, r := range text {
		n++
		if r > 0xFFFF {
			n++
		}
	}
	return n
}

// time says how long it takes to say, and how that lies to the band.
func (d Draft) time(body string, c *Checked) {
	c.Seconds = tone.Seconds(body, d.rate())
	c.Aloud = fill(saidWhen, many(max(1, c.Seconds), aboutSeconds))
	if d.Speech.To <= 0 {
		return
	}
	from, to := number(d.Speech.From), number(d.Speech.To)
	switch {
	case c.Seconds > d.Speech.To:
		c.Band, c.Outside = fill(tooLong, from, to), true
	case c.Seconds < d.Speech.From:
		c.Band, c.Outside = fill(tooShort, from, to), true
	default:
		c.Band = fill(bandFits, from, to)
	}
}

func (d Draft) rate() int {
	if d.Speech.WordsPerMinute > 0 {
		return d.Speech.WordsPerMinute
	}
	return normalSpeed
}

// Timer writes how far a reading has come.
func Timer(second, of int) string { return fill(timerText, number(min(second, of)), number(of)) }

// WithHook opens a body with a hook, in place of any other; one that is there
// already is taken out.
func (d Draft) WithHook(body, hook string) string {
	had := strings.Contains(body, hook)
	for _, h := range d.Hooks {
		body = without(body, h.Text)
	}
	if had {
		return body
	}
	greeting, rest, written := strings.Cut(body, "\n\n")
	if !written || !strings.HasSuffix(strings.TrimSpace(greeting), ",") {
		return hook + " " + body
	}
	return greeting + "\n\n" + hook + "\n\n" + rest
}

// without takes out a text together with the room it took.
func without(body, text string) string {
	before, after, found := strings.Cut(body, text)
	if !found || text == "" {
		return body
	}
	if strings.HasSuffix(before, "\n\n") || before == "" {
		return before + strings.TrimLeft(after, ". \n")
	}
	return strings.TrimRight(before, " ") + after
}

// goodbyes are the templates that say that we stop, as in words.Purposes. That
// package holds all the words there are to send: 120 kB that the panel needs not.
var goodbyes = map[string]bool{
	"last-try": true, "pushed-back": true, "close-file": true, "goodbye": true, "release": true, "no-budget": true, "no-fit": true, "answer.no-fit": true,
	"not-interested": true, "competitor": true, "tire-kicker": true, "over-invested": true, "not-now": true,
}

func goodbye(purpose string) bool { return goodbyes[purpose] }
