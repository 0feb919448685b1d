package view

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"cleanbreak/core/assess"
	"cleanbreak/core/page"
	"cleanbreak/core/plan"
	"cleanbreak/core/verdict"
)

// Steps is what to do now and then. Now holds one step, several notes,
// everything a stop asks for, or all the kinds of a goodbye that is said over
// several on one day: a checklist.
type Steps struct {
	Title     string
	Checklist bool
	Now, Then []Step
	Brief     string // what Then holds, "Go to a colleague · Wait"
}

// Step is one thing to do. It has a Draft, a Text for the rep, or a Tick.
type Step struct {
	Key    string // the same while the plan asks for the same
	Icon   string // of its channel
	When   string // "today", "Tue 24 Nov"; "" for what is due at once, and in a checklist, whose title says it
	What   string
	By     string // the channel
	Note   bool   // What is a sentence
	Draft  *Draft
	Text   string
	Link   *Link // "check": where to look
	Tick   *Tick
	Logs   []Logging // presses that log the touch; the first is the only one, or all answer Asks
	Asks   string
	Logged string // "" or that the touch was logged today
}

// Link opens a page when the rep presses it.
type Link struct{ Text, URL string }

// Logging is one press that says what happened.
type Logging struct {
	Label   string
	Entered Entered
}

// Tick is a step that leaves no trace of its own: the rep ticks it.
type Tick struct {
	Done    bool
	ID      string  // of the entry that ticked it, to take back
	Entered Entered // otherwise
}

func steps(a assess.Assessment, s State, c calendar) *Steps {
	m := stepMaker{a: a, s: s, c: c, seen: map[string]int{}}
	var all []Step
	for _, st := range a.Plan.Steps {
		all = append(all, m.step(st))
	}
	n := sameDayGoodbyes(a.Plan.Steps)
	done := m.saidToday(a.Plan.Steps[:n])
	if n+len(done) > 1 {
		title := fill(allOnOneDay, all[0].When)
		for i, st := range a.Plan.Steps[:n] {
			m.list(&all[i], st)
		}
		return &Steps{Title: title, Checklist: true, Now: append(done, all[:n]...), Then: all[n:], Brief: brief(all[n:])}
	}
	switch {
	case len(all) == 0:
		return nil
	case a.Verdict == verdict.Stop: // none of it may be overlooked
		return &Steps{Title: LabelAllSteps, Now: all}
	}
	now := 1
	for now < len(all) && all[now-1].Note && all[now].Note {
		now++
	}
	return &Steps{Title: LabelNextStep, Now: all[:now], Then: all[now:], Brief: brief(all[now:])}
}

// brief names steps on one line.
func brief(all []Step) string {
	var names []string
	for _, st := range all {
		names = append(names, Say(st.What))
	}
	return joinDots(names...)
}

// sameDayGoodbyes counts the kinds of message a goodbye at the head of a plan
// goes over.
func sameDayGoodbyes(all []plan.Step) int {
	n := 0
	for n < len(all) && all[n].Do == plan.Send && all[n].On == all[0].On && goodbye(all[n].Purpose) {
		n++
	}
	return n
}

type stepMaker struct {
	a    assess.Assessment
	s    State
	c    calendar
	seen map[string]int
}

func (m *stepMaker) step(st plan.Step) Step {
	key := st.Do + "." + st.Channel + "." + st.Purpose
	m.seen[key]++
	step := Step{
		Key: key + "." + strconv.Itoa(m.seen[key]), When: m.c.soon(st.On), What: stepTitle(st), By: st.Channel, Icon: stepIcon(st),
	}
	drafted := st.Do == plan.Send || st.Do == plan.Ask || st.Do == plan.Colleague
	switch {
	case drafted && st.Body != "":
		step.Draft = m.draft(st)
	case st.Body != m.a.Because: // which the verdict has said
		step.Text = st.Body
	}
	m.press(&step, st)
	return step
}

// press adds what is pressed when a step is done.
func (m *stepMaker) press(step *Step, st plan.Step) {
	switch st.Do {
	case plan.Send, plan.Ask:
		step.Asks, step.Logs = m.logs(st)
	case plan.Log:
		step.Asks, step.Logs = m.logs(st)
		if st.Channel == "" {
			step.Text, step.When = "", "" // the question says it, and asks now
		}
	case plan.Colleague:
		step.Tick = m.tick(tickColleague)
	case plan.Remove, plan.Suppress, plan.Unsaid:
		step.What, step.Text, step.When = cmp.Or(st.Body, step.What), "", "" // at once
		step.Tick = m.tick(cmp.Or(st.Tick, step.What))
	case plan.Erase:
		step.Tick = m.tick(cmp.Or(st.Tick, st.Body, step.What))
	case plan.Check:
		step.Link = whereToLook(st.Channel, m.s)
	case plan.Note:
		step.Note, step.What, step.Text, step.When = true, cmp.Or(st.Body, step.What), "", "" // from now on
	}
}

func (m *stepMaker) draft(st plan.Step) *Draft {
	d := &Draft{
		Subject: st.Subject, Body: strings.ReplaceAll(st.Body, "\r\n", "\n"),
		Goodbye: goodbye(st.Purpose), Spoken: st.Seconds != nil, Label: LabelMessage, Speech: m.s.Speech,
		Mail: intoMail(st.Channel, m.s) && st.Do != plan.Colleague,
	}
	if d.Spoken {
		d.Label = LabelToSay
		if st.Channel != "voicemail" { // the band is that of a voicemail
			d.Speech.From, d.Speech.To = 0, 0
		}
	}
	if !d.Goodbye && st.Do != plan.Colleague {
		for _, h := range m.a.Plan.Hooks {
			d.Hooks = append(d.Hooks, Hook{h.Text, fill(hookFrom, placeRead(h.From))})
		}
	}
	return d
}

// placeRead says where something personal was read; a case says it in its own words.
func placeRead(from string) string {
	if slices.Contains(hookPlaces, from) {
		return fill(from)
	}
	return from
}

// logs are the presses by which a step is logged. What a page shows is counted
// by itself.
func (m *stepMaker) logs(st plan.Step) (asks string, all []Logging) {
	switch {
	case st.Purpose == "promise":
		return "", m.kept()
	case st.Do == plan.Log && st.Channel == "":
		for _, o := range outcomeChoices {
			all = append(all, Logging{o.label, o.entered()})
		}
		return factWords["outcome"].ask, all
	case st.Channel == "call":
		for _, o := range callOutcomes {
			all = append(all, Logging{capital(word(outcomes, o)), Entered{Type: "touch", Channel: "call", Disposition: o}})
		}
		return howItWent, all
	case st.Channel == "email", st.Channel == "linkedin", st.Channel == "":
		return "", nil
	}
	return "", []Logging{did(st.Channel)}
}

func did(channel string) Logging {
	return Logging{cmp.Or(didWords[channel], LabelLog), Entered{Type: "touch", Channel: channel}}
}

// kept says that the promise that is owed has been kept.
func (m *stepMaker) kept() []Logging {
	open := openPromises(m.s.Entries)
	if len(open) == 0 {
		return nil
	}
	oldest := open[len(open)-1]
	return []Logging{{promiseKept, Entered{Type: "promise", Text: oldest.Quote, Done: true}}}
}

// list makes a step one of a checklist: every kind of message is logged with one
// press, and ticked once it was. With the first of them the rep lets go.
func (m *stepMaker) list(step *Step, st plan.Step) {
	press := did(st.Channel)
	if m.a.Verdict == verdict.BreakUp {
		closing := follows(m.a).Entered()
		press.Entered.Closing = &closing
	}
	step.Asks, step.Logs, step.When = "", []Logging{press}, ""
	for _, e := range m.s.Entries {
		if e.Type == "touch" && saidOn(e) == st.Channel && m.c.today(e.At) {
			step.Logged = loggedToday
		}
	}
}

// saidToday gives the kinds of a goodbye that were said earlier today, which the
// plan does not ask for any more.
func (m *stepMaker) saidToday(planned []plan.Step) []Step {
	if m.a.Verdict != verdict.Pause || m.a.Kind != verdict.LetGo || len(planned) == 0 {
		return nil
	}
	var done []Step
	seen := map[string]bool{}
	for _, st := range planned {
		seen[st.Channel] = true
	}
	for _, e := range m.s.Entries {
		channel := saidOn(e)
		if e.Type != "touch" || !m.c.today(e.At) || seen[channel] {
			continue
		}
		seen[channel] = true
		st := plan.Step{Do: plan.Send, Channel: channel}
		done = append([]Step{{Key: "said." + channel, Icon: stepIcon(st), What: stepTitle(st), Logged: loggedToday}}, done...)
	}
	return done
}

// saidOn is the channel of a touch; a call that left a voicemail is one.
func saidOn(e Entry) string {
	if e.Channel == "call" && e.Disposition == "left-voicemail" {
		return "voicemail"
	}
	return e.Channel
}

// tick is done where an entry says so and no touch came after it, with which
// everything begins anew.
func (m *stepMaker) tick(text string) *Tick {
	text = line(text)
	for _, e := range m.s.Entries {
		if e.Type == "touch" {
			break
		}
		if e.Type == "promise" && e.Quote == text {
			return &Tick{Done: true, ID: e.ID}
		}
	}
	return &Tick{Entered: Entered{Type: "promise", Text: text, Done: true}}
}

func stepTitle(st plan.Step) string {
	if w, ok := stepWords[st.Do+" "+st.Channel]; ok {
		return w
	}
	return word(stepWords, st.Do)
}

func stepIcon(st plan.Step) string {
	switch st.Do {
	case plan.Send, plan.Ask, plan.Log:
		if icon, ok := stepIcons[st.Channel]; ok {
			return icon
		}
	}
	return cmp.Or(stepIcons[st.Do], "dot")
}

// whereToLook is the one press that shows whether they answered.
func whereToLook(channel string, s State) *Link {
	profile := cmp.Or(s.Person.Slug, s.Person.Member)
	switch {
	case (channel == "linkedin" || s.Search == "" && s.Person.Email == "") && profile != "":
		return &Link{placeOpen, "https://www.linkedin.com/in/" + escaped(profile) + "/"}
	case channel != "linkedin" && s.Search != "":
		return &Link{placeSearch, mailbox(s) + "#search/" + escaped(s.Search)}
	}
	return nil
}

// escaped is a text for any part of an address: all but letters, digits and
// -._~ become %41 and its likes. Package net/url is 260 kB of the brain.
func escaped(text string) string {
	const hex = "0123456789ABCDEF"
	var out strings.Builder
	for i := range len(text) {
		c := text[i]
		switch {
		case '0' <= c && c <= '9', 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z', strings.IndexByte("-._~", c) >= 0:
			out.WriteByte(c)
		default:
			out.Write([]byte{'%', hex[c>>4], hex[c&15]})
		}
	}
	return out.String()
}

// mailbox is the address of the Gmail account in view, or of the first one.
func mailbox(s State) string {
	const first = "https://mail.google.com/mail/u/0/"
	if s.Site != page.Gmail {
		return first
	}
	_, rest, found := strings.Cut(s.URL, "://mail.google.com/mail/u/")
	account, _, _ := strings.Cut(rest, "/")
	if !found || account == "" || strings.Trim(account, "0123456789") != "" {
		return first
	}
	return "https://mail.google.com/mail/u/" + account + "/"
}

// stepIcons go by the channel, or where there is none by the do.
var stepIcons = map[string]string{
	"email": "mail", "call": "phone", "voicemail": "tape", "linkedin": "chat", "sms": "text",
	"live-message": "speak", "conversation": "speak", "letter": "letter", "fax": "fax", "visit": "door",
	"event": "people", "introduction": "people", "calendar": "meeting",
	"send": "mail", "log": "flag", "note": "pencil", "ask": "speak", "wait": "clock", "check": "eye",
	"colleague": "people", "remove-from-sequence": "minus", "suppress": "shield", "erase": "bin", "unsaid": "minus",
}

// callOutcomes are what a call comes to, each logged with one press.
var callOutcomes = []string{"no-answer", "left-voicemail", "connected", "wrong-number"}
