package assess

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"cleanbreak/core/history"
	"cleanbreak/core/page"
	"cleanbreak/core/playbook"
	"cleanbreak/core/reply"
	"cleanbreak/core/strict"
	"cleanbreak/core/workday"
)

// Case is one prospect as a person writes it down. Every field but Now may be
// left out. A moment is RFC 3339 or a day (then it is that day's midnight in the
// zone).
type Case struct {
	About       string          `json:"about"`  // what the case shows
	Expect      json.RawMessage `json:"expect"` // what its writer expects; the tests compare, the engine ignores it
	Now         string          `json:"now"`
	Tracked     *bool           `json:"tracked"` // false: nobody pressed Track and no import names them; else a case is about somebody tracked
	Zone        string          `json:"zone"`    // IANA name; "" is UTC
	Country     string          `json:"country"`
	Kind        string          `json:"kind"`     // prospect or customer
	Playbook    json.RawMessage `json:"playbook"` // balanced, a voice, or one of its own, {…}; without one balanced, or what the command was given
	Rep         string          `json:"rep"`      // the rep's name, to sign with
	Prospect    CaseProspect    `json:"prospect"`
	Opportunity CaseOpportunity `json:"opportunity"`
	Account     []CaseContact   `json:"account"`
	Seen        *CaseSeen       `json:"seen"`
	Events      []CaseEvent     `json:"events"`
}

// CaseProspect is who it is about.
type CaseProspect struct {
	Name           string `json:"name"`
	Email          string `json:"email"`
	LinkedIn       string `json:"linkedin"` // the last part of the profile's address
	Company        string `json:"company"`
	CompanySize    int    `json:"company_size"`
	Title          string `json:"title"`
	ResponsibleFor string `json:"responsible_for"`
	Hooks          []struct {
		Text string `json:"text"` // a sentence to open with
		From string `json:"from"` // where it was read: "profile, experience"
	} `json:"hooks"`
}

// CaseOpportunity is the deal.
type CaseOpportunity struct {
	Value        float64 `json:"value"`
	Stage        string  `json:"stage"`
	StageSince   string  `json:"stage_since"`
	NextActivity *string `json:"next_activity"`
	UsualMinutes *int    `json:"usual_minutes"`
	UsualFrom    int     `json:"usual_from"`
}

// CaseContact is what happened with somebody else of the account: type is touch
// (ours), reply, inbound, meeting (at is when it starts), or stop (they asked that
// nobody at the company is contacted). By is our colleague.
type CaseContact struct {
	At      string `json:"at"`
	Who     string `json:"who"`
	Type    string `json:"type"`
	Channel string `json:"channel"`
	By      string `json:"by"`
}

// CaseSeen is when the places were last looked at where they could have
// answered; null is never.
type CaseSeen struct {
	Gmail    *string `json:"gmail"`
	LinkedIn *string `json:"linkedin"`
}

// CaseEvent is one thing that happened. Besides at and type it has these fields, and
// a text for the rep where nothing else is said; any other is refused:
//
//	inbound    channel, text                   they came first
//	touch      channel, disposition, opened, gave_value, minutes, bounced, cc, by_hand
//	reply      channel, text                   as received; machines are told from people
//	meeting    disposition, starts, by (us or them: who moved or missed it), follow_up, minutes
//	promise    text, done, until               ours; until is the day it was promised for
//	answer     question, text                  what the rep found out
//	complaint  text
//	reaction   channel                         a click, an accepted invitation, a like
//	trigger    kind                            new-job, funding, renewal, or awaited: the event they gave came
//	decision   verdict, kind, until, awaits, by (rep or manager), text (why)
//	dismiss    signal, of                      the rep's word that a piece of evidence counts for nothing, until the next touch
type CaseEvent struct {
	At          string `json:"at"`
	Type        string `json:"type"`
	Channel     string `json:"channel"`
	Text        string `json:"text"`
	Disposition string `json:"disposition"`
	Opened      *bool  `json:"opened"`
	GaveValue   *bool  `json:"gave_value"`
	Minutes     int    `json:"minutes"`
	Bounced     bool   `json:"bounced"`
	CC          bool   `json:"cc"`      // they were only in copy
	ByHand      bool   `json:"by_hand"` // logged by the rep; the same touch on a page takes its place
	Starts      string `json:"starts"`
	By          string `json:"by"`
	FollowUp    bool   `json:"follow_up"`
	Done        bool   `json:"done"`
	Question    string `json:"question"`
	Verdict     string `json:"verdict"`
	Kind        string `json:"kind"`
	Until       string `json:"until"`
	Awaits      string `json:"awaits"` // decision: the event they gave, "their audit"
	Signal      string `json:"signal"` // dismiss: a signal or a rule
	Of          string `json:"of"`     // dismiss: the moment of one event, instead; of a last try: of the older touch that was it
}

// ParseCases reads one case, or a list of cases. many tells which it was. An
// error names the field, the line and the column. Cases that name no playbook are
// judged by the one given.
func ParseCases(data []byte, p *playbook.Playbook) (cases []Parsed, many bool, err error) {
	data = bytes.TrimPrefix(data, []byte("\ufeff")) // as some editors begin a file
	if !utf8.Valid(data) {
		return nil, false, errors.New("the file is not UTF-8; save it as UTF-8")
	}
	if bytes.HasPrefix(bytes.TrimLeft(data, " \t\r\n"), []byte("[")) {
		var list []Case
		doc, err := strict.Decode(data, &list)
		if err != nil {
			return nil, true, err
		}
		for i, c := range list {
			parsed, err := (&reader{doc: doc, at: fmt.Sprintf("[%d].", i), playbook: p}).parsed(c)
			if err != nil {
				return nil, true, err
			}
			cases = append(cases, parsed)
		}
		return cases, true, nil
	}
	var one Case
	doc, err := strict.Decode(data, &one)
	if err != nil {
		return nil, false, err
	}
	parsed, err := (&reader{doc: doc, playbook: p}).parsed(one)
	return []Parsed{parsed}, false, err
}

// Parsed is a checked case, ready to assess.
type Parsed struct {
	Case     Case
	Record   history.Record
	Playbook *playbook.Playbook
}

// Assess judges the case.
func (p Parsed) Assess() Assessment { return Assess(p.Record, p.Playbook) }

// reader turns texts into values and keeps the first fault it meets.
type reader struct {
	doc      *strict.Document
	at       string // the case's own path, for a list
	playbook *playbook.Playbook
	zone     *time.Location
	fault    error
}

func (r *reader) wrong(path, format string, args ...any) {
	if r.fault == nil {
		r.fault = r.doc.Fault(r.at+path, "{}", fmt.Sprintf(format, args...))
	}
}

func (r *reader) parsed(c Case) (Parsed, error) {
	r.zone = r.location(c.Zone)
	if c.Now == "" {
		r.wrong("now", "is missing; write the moment to judge at, as 2026-11-22T09:00:00Z")
	}
	r.oneOf("kind", c.Kind, "", "prospect", "customer")
	record := history.Record{
		Now: r.moment("now", c.Now), Zone: r.zone, Country: r.country(c.Country), Customer: c.Kind == "customer", Rep: c.Rep,
		Untracked: c.Tracked != nil && !*c.Tracked,
		Prospect: history.Prospect{
			Name: c.Prospect.Name, Email: c.Prospect.Email, Slug: c.Prospect.LinkedIn, Company: c.Prospect.Company,
			Title: c.Prospect.Title, ResponsibleFor: c.Prospect.ResponsibleFor, CompanySize: c.Prospect.CompanySize,
		},
		Opportunity: r.opportunity(c.Opportunity),
		Seen:        r.seen(c.Seen),
	}
	for _, hook := range c.Prospect.Hooks {
		record.Hooks = append(record.Hooks, history.Hook{Text: hook.Text, From: hook.From})
	}
	for i, a := range c.Account {
		path := fmt.Sprintf("account[%d].", i)
		r.oneOf(path+"type", a.Type, history.Touch, history.Reply, history.Inbound, history.Meeting, history.StopAll)
		at := r.needed(path+"at", a.At)
		if a.Type != history.Meeting && record.Now.Before(at.Add(-history.Skew)) {
			r.ahead(path+"at", record.Now)
		}
		record.Account = append(record.Account, history.Contact{
			At: at, Who: a.Who, Type: a.Type, Channel: a.Channel, By: a.By,
		})
	}
	for i, e := range c.Events {
		record.Events = append(record.Events, r.event(fmt.Sprintf("events[%d].", i), e))
	}
	r.check(c, record)
	return Parsed{c, record, r.book(c.Playbook)}, r.fault
}

// book is the playbook a case names, or brings along.
func (r *reader) book(given json.RawMessage) *playbook.Playbook {
	if bytes.HasPrefix(given, []byte("{")) {
		p, err := playbook.Review(given)
		var fault *strict.Error
		if errors.As(err, &fault) {
			r.wrong("playbook."+fault.Path, "%s", fault.Problem)
		} else if err != nil {
			r.wrong("playbook", "%s", err)
		}
		return p
	}
	name := ""
	if len(given) > 0 && json.Unmarshal(given, &name) != nil {
		r.wrong("playbook", `takes a name in quotes, or a playbook, {…}`)
	}
	if name == "" {
		return r.playbook
	}
	p, err := playbook.Named(name)
	if err != nil {
		r.wrong("playbook", "%s", err)
	}
	return p
}

func (r *reader) opportunity(o CaseOpportunity) history.Opportunity {
	out := history.Opportunity{
		Value: o.Value, Stage: o.Stage, UsualFrom: o.UsualFrom,
		StageSince: r.moment("opportunity.stage_since", o.StageSince),
	}
	if o.NextActivity != nil {
		out.NextActivity = r.moment("opportunity.next_activity", *o.NextActivity)
	}
	if o.UsualMinutes != nil {
		out.UsualMinutes = *o.UsualMinutes
	}
	return out
}

func (r *reader) seen(s *CaseSeen) *history.Seen {
	if s == nil {
		return nil
	}
	out := &history.Seen{}
	if s.Gmail != nil {
		out.Gmail = r.moment("seen.gmail", *s.Gmail)
	}
	if s.LinkedIn != nil {
		out.LinkedIn = r.moment("seen.linkedin", *s.LinkedIn)
	}
	return out
}

var eventTypes = []string{
	history.Inbound, history.Touch, history.Reply, history.Meeting,
	history.Promise, history.Answer, history.Complaint, history.Decision,
	history.Reaction, history.Dismiss, history.Trigger,
}

var dispositions = map[string][]string{
	history.Touch:   {"", history.Connected, history.LeftVoicemail, history.NoAnswer, history.WrongNumber},
	history.Meeting: {history.Scheduled, history.Completed, history.Rescheduled, history.NoShow, history.Cancelled},
}

var verdicts = []string{history.YourTurn, history.Invest, history.Keep, history.LastTry, history.BreakUp, history.Pause, history.Stop, history.HandOff, history.LiftStop}

func (r *reader) event(path string, e CaseEvent) history.Event {
	r.oneOf(path+"type", e.Type, eventTypes...)
	r.belongs(path, &e)
	if allowed, ok := dispositions[e.Type]; ok {
		r.oneOf(path+"disposition", e.Disposition, allowed...)
	}
	switch e.Type {
	case history.Touch, history.Reaction:
		r.oneOf(path+"channel", e.Channel, playbook.Channels...)
	case history.Decision:
		r.oneOf(path+"verdict", e.Verdict, verdicts...)
		r.oneOf(path+"by", e.By, "", "rep", "manager")
	case history.Dismiss:
		if e.Signal == "" && e.Of == "" {
			r.wrong(path+"signal", "is missing; name a signal or a rule, or the moment of one event in of")
		}
	case history.Trigger:
		r.oneOf(path+"kind", e.Kind, history.NewJob, history.Funding, history.Renewal, history.Awaited)
	case history.Meeting:
		r.oneOf(path+"by", e.By, "", "us", "them")
	case history.Answer:
		r.oneOf(path+"question", e.Question, "why-here", "calendar", "budget", "authority", "need", "timing")
	}
	at := r.needed(path+"at", e.At)
	return history.Event{
		At: at, Type: e.Type, Reading: r.reading(e, at), Channel: e.Channel, Text: e.Text, Read: page.ReadFull,
		Disposition: e.Disposition, Opened: e.Opened, GaveValue: e.GaveValue, Minutes: e.Minutes, Bounced: e.Bounced,
		CC: e.CC, ByHand: e.ByHand, Awaits: e.Awaits,
		Starts: r.moment(path+"starts", e.Starts), By: e.By, FollowUp: e.FollowUp, Done: e.Done,
		Question: e.Question, Verdict: e.Verdict, Kind: e.Kind, Until: r.moment(path+"until", e.Until),
		Signal: e.Signal, Of: r.moment(path+"of", e.Of),
	}
}

// reading is what they said; nil for what is none of theirs, and without text.
func (r *reader) reading(e CaseEvent, at time.Time) *reply.Reading {
	theirs := e.Type == history.Reply || e.Type == history.Inbound || e.Type == history.Complaint
	if !theirs || e.Text == "" {
		return nil
	}
	read := reply.Read(reply.Mail{Text: e.Text, Received: at, Zone: r.zone})
	return &read
}

func (r *reader) oneOf(path, value string, allowed ...string) {
	if slices.Contains(allowed, value) {
		return
	}
	named := strings.TrimPrefix(strings.Join(allowed, ", "), ", ")
	if value == "" {
		r.wrong(path, "is missing; it takes one of: %s", named)
		return
	}
	r.wrong(path, "is %q; it takes one of: %s", value, named)
}

func (r *reader) needed(path, text string) time.Time {
	if text == "" {
		r.wrong(path, "is missing; write a moment, as 2026-11-22T09:00:00Z")
	}
	return r.moment(path, text)
}

func (r *reader) moment(path, text string) time.Time {
	if text == "" {
		return time.Time{}
	}
	if t, err := time.Parse(time.RFC3339, text); err == nil && t.Year() >= 1970 {
		return t
	}
	if t, err := time.ParseInLocation("2006-01-02", text, r.zone); err == nil && t.Year() >= 1970 {
		return t
	}
	r.wrong(path, "is %q; write a moment from 1970 on, as 2026-11-22T09:00:00Z or 2026-11-22", text)
	return time.Time{}
}

func (r *reader) location(name string) *time.Location {
	zone, err := workday.LoadZone(name)
	if err != nil || name == "Local" {
		r.wrong("zone", "is %q; write a time zone as Europe/Berlin", name)
		return time.UTC
	}
	return zone
}
