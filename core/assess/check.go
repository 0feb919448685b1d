package assess

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"cleanbreak/core/history"
	"cleanbreak/core/playbook"
	"cleanbreak/core/signal"
	"cleanbreak/core/verdict"
	"cleanbreak/core/workday"
)

const (
	mostEvents  = 20_000
	mostMinutes = 24 * 60 // of one contact
	mostNumber  = 1e12
)

// kinds are those that a decision may have, besides none.
var kinds = map[string][]string{
	verdict.LastTry: {verdict.Ghosting},
	verdict.Pause:   {verdict.NotNow, verdict.Competitor, verdict.Away, verdict.Waiting, verdict.LetGo, verdict.Satisfied},
	verdict.BreakUp: {
		verdict.Ghosting, verdict.NoBudget, verdict.NoAuthority, verdict.NoFit, verdict.NotInterested, verdict.Competitor,
		verdict.TireKicker, verdict.OverInvested, verdict.NotNow, verdict.NotWorthIt,
	},
}

// theirChannels are those on which they may have written, or come.
var theirChannels = append([]string{"", "web"}, playbook.Channels...)

// dismissible are the names of everything the rep may say counts for nothing. It is
// no variable: the panel, which judges nobody, is then built without the rules.
func dismissible() []string {
	names := []string{"account", "coverage"}
	for _, r := range verdict.Rules {
		names = append(names, r.Name)
	}
	for i := range signal.All {
		names = append(names, signal.All[i].Name)
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// check finds what no case can mean.
func (r *reader) check(c Case, record history.Record) {
	if len(c.Events) > mostEvents {
		r.wrong("events", "are %d; at most %d are judged", len(c.Events), mostEvents)
		return
	}
	o := c.Opportunity
	r.within("opportunity.value", o.Value, mostNumber)
	r.within("opportunity.usual_from", float64(o.UsualFrom), mostNumber)
	r.within("prospect.company_size", float64(c.Prospect.CompanySize), mostNumber)
	if o.UsualMinutes != nil {
		r.within("opportunity.usual_minutes", float64(*o.UsualMinutes), mostNumber)
	}
	for i, a := range c.Account {
		r.oneOf(fmt.Sprintf("account[%d].channel", i), a.Channel, theirChannels...)
	}
	moments := map[time.Time]bool{}
	for i := range record.Events {
		moments[record.Events[i].At.UTC()] = true
	}
	for i := range record.Events {
		r.checkEvent(fmt.Sprintf("events[%d].", i), &record.Events[i], record.Now, moments)
	}
}

func (r *reader) checkEvent(path string, e *history.Event, now time.Time, moments map[time.Time]bool) {
	if e.At.After(now.Add(history.Skew)) {
		r.ahead(path+"at", now)
	}
	r.within(path+"minutes", float64(e.Minutes), mostMinutes)
	switch e.Type {
	case history.Reply, history.Inbound:
		r.oneOf(path+"channel", e.Channel, theirChannels...)
	case history.Meeting:
		if e.Disposition == history.Scheduled && e.Starts.IsZero() {
			r.wrong(path+"starts", "is missing; a meeting that is booked needs its day and hour")
		}
		if e.Disposition == history.Completed && e.Starts.After(now) {
			r.wrong(path+"starts", "lies after now, and the meeting took place; write when it did")
		}
	case history.Decision:
		r.oneOf(path+"kind", e.Kind, append([]string{""}, kinds[e.Verdict]...)...)
		if !e.Until.IsZero() && e.Until.Before(e.At.AddDate(0, 0, -1)) {
			r.wrong(path+"until", "lies before the decision; write the first day back")
		}
	case history.Dismiss:
		if e.Signal != "" && !slices.Contains(dismissible(), e.Signal) {
			r.wrong(path+"signal", "is %q; no signal or rule is called that; there are: %s", e.Signal, strings.Join(dismissible(), ", "))
		}
	}
	if !e.Of.IsZero() && !moments[e.Of.UTC()] {
		r.wrong(path+"of", "is a moment at which nothing happened; write that of an event")
	}
}

// ahead refuses a moment that has not come: it would be passed over.
func (r *reader) ahead(path string, now time.Time) {
	r.wrong(path, "lies after now, %s, and what has not happened does not count; write when it happened, or a later now", now.Format(time.RFC3339))
}

func (r *reader) within(path string, n, most float64) {
	if n < 0 || n > most {
		r.wrong(path, "is %.0f; it takes 0 to %.0f", n, most)
	}
}

// country is an ISO 3166 code in capitals; "" where none is given.
func (r *reader) country(given string) string {
	code := strings.ToUpper(given)
	if code != "" && (len(code) != 2 || strings.Trim(code, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") != "") {
		r.wrong("country", "is %q; write two letters, as DE", given)
	}
	switch {
	case code == "UK":
		r.wrong("country", "is %q; the code is GB", given)
	case code != "" && !workday.Known(code):
		r.wrong("country", "is %q, of which no holidays are known; leave it out and write their days off into the playbook's holidays, or take one of: %s", given, strings.Join(workday.Countries(), ", "))
	}
	return code
}
