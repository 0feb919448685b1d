package plan

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"time"

	"cleanbreak/core/history"
	"cleanbreak/core/reply"
	"cleanbreak/core/say"
	"cleanbreak/core/tone"
	"cleanbreak/core/words"
)

// forms gives the words' form for a channel; what it does not name is written
// short.
var forms = map[string]string{
	"email": words.Email, "letter": words.Email, "fax": words.Email,
	"call": words.Spoken, "voicemail": words.Spoken, "conversation": words.Spoken, "visit": words.Spoken, "event": words.Spoken,
}

func form(channel string) string { return cmp.Or(forms[channel], words.Short) }

// send adds a step with a draft. Where there are no words for the channel it is a
// step to do and log.
func (m *maker) send(do, purpose string, on time.Time, channel string) {
	m.sendOn(do, purpose, m.theirs(on), channel)
}

// sendOn is send on that day (YYYY-MM-DD), whether it is worked or not.
func (m *maker) sendOn(do, purpose, day, channel string) {
	step := Step{On: day, Do: do, Channel: channel, Purpose: purpose}
	draft, ok := m.words(purpose, form(channel), m.fields())
	if !ok {
		step.Do, step.Purpose, step.Body = Log, "", m.h.Say("{}, and log it here", say.Capital(m.h.Tongue.Channel(channel)))
	}
	step.Subject, step.Body = draft.Subject, cmp.Or(draft.Body, step.Body)
	if ok && form(channel) == words.Spoken {
		step.Body, step.Seconds = m.spoken(purpose, channel, draft.Body)
	}
	m.steps = append(m.steps, step)
}

func (m *maker) words(purpose, form string, fields map[string]string) (words.Text, bool) {
	return words.Draft(m.language(), purpose, form, fields, m.p.Templates)
}

// spoken measures what is to be said at the rep's rate. A voicemail that runs over
// the playbook's band names the two ways only that were tried most, and then goes
// without one field after another, where that leaves no blank.
func (m *maker) spoken(purpose, channel, body string) (string, *int) {
	rate, fields := m.p.Speech.WordsPerMinute, maps.Clone(m.fields())
	seconds := tone.Seconds(body, rate)
	for _, without := range []string{"", "help", "topic", "company", "tried", "date", "phone"} {
		if channel != "voicemail" || seconds <= m.p.Speech.To {
			break
		}
		fewer := maps.Clone(fields)
		if without != "" {
			fewer[without] = ""
		} else {
			fewer["tried"] = words.Tried(m.language(), mostUsed(channelsOf(m.h.Touches)))
		}
		short, _ := m.words(purpose, words.Spoken, fewer)
		if n := tone.Seconds(short.Body, rate); n <= seconds && blanks(short.Body) <= blanks(body) {
			body, seconds, fields = short.Body, n, fewer
		}
	}
	return body, &seconds
}

// overlong tells the rep of a voicemail that runs over the playbook's band all
// the same.
func (m *maker) overlong() {
	for _, step := range m.steps {
		if step.Channel == "voicemail" && step.Seconds != nil && *step.Seconds > m.p.Speech.To {
			m.tell(Note, m.h.Now, "voicemail", m.h.Say("The voicemail takes {} seconds at your pace, and {} are enough: leave something out", m.h.Tongue.Whole(*step.Seconds), m.h.Tongue.Whole(m.p.Speech.To)))
			return
		}
	}
}

// language is theirs, as far as they wrote in one we have words in, else the
// playbook's.
func (m *maker) language() string {
	for i := len(m.h.Replies) - 1; i >= 0; i-- {
		if r := m.h.Replies[i].Reading; r != nil && r.Lang != "" {
			return words.Language(r.Lang)
		}
	}
	return m.p.Language
}

// fields is what is known for the words. What is missing becomes a blank.
func (m *maker) fields() map[string]string {
	if m.known != nil {
		return m.known
	}
	h, lang := m.h, m.language()
	m.known = map[string]string{
		"first_name": firstName(h.Prospect.Name),
		"company":    h.Prospect.Company,
		"topic":      h.Prospect.ResponsibleFor,
		"me":         h.Rep,
		"subject":    strings.TrimPrefix(h.Subject, "Re: "),
		"help":       m.p.Seller.Help,
		"phone":      m.p.Seller.Phone,
		"documents":  m.documents(),
		"tried":      words.Tried(lang, channelsOf(h.Touches)),
		"invested":   words.Hours(lang, h.Minutes),
	}
	if c := h.Colleague(); c != nil {
		m.known["colleague"] = fullName(c.Who)
	}
	if len(h.Hooks) > 0 {
		m.known["hook"] = m.opening(h.Hooks[0])
	}
	if asked := m.h.AskedBack(); !asked.IsZero() {
		m.known["date"] = words.Day(lang, asked)
	}
	if m.v.Event != nil {
		m.about(m.v.Event, lang)
	}
	if back := m.secondLook(); !back.IsZero() {
		m.known["date"] = words.Day(lang, back)
	}
	return m.known
}

// opening says something personal in the language of the draft.
func (m *maker) opening(hook history.Hook) string {
	switch {
	case hook.Role != "":
		return words.Role(m.language(), hook.Role, hook.Company, hook.Since)
	case hook.School != "":
		return words.School(m.language(), hook.School)
	}
	return hook.Text
}

// about adds what the event that the verdict rests on says.
func (m *maker) about(e *history.Event, lang string) {
	if e.Type == history.Inbound && !sameDay(m.h, e.At) {
		m.known["date"] = words.Day(lang, m.h.Calendar.Day(e.At))
	}
	if e.Type == history.Meeting && !e.Starts.IsZero() {
		m.known["when"] = words.Moment(lang, e.Starts.In(m.h.Calendar.Day(m.h.Now).Location()))
	}
	if e.Reading == nil {
		return
	}
	if e.Says(reply.Question) != nil { // whatever else it says, that is to be answered
		m.known["answer"] = words.Blank
	}
	if who, told := m.toldByAnother(e); told { // a wrong name is worse than a blank
		m.known["first_name"] = firstName(who)
	}
	if r := named(e); r != nil {
		m.known["colleague"] = cmp.Or(fullName(r.Name), r.Email)
	}
	if !e.Reading.Returns.IsZero() {
		m.known["date"] = words.Day(lang, m.h.Calendar.Day(e.Reading.Returns))
	}
	if on := proposed(e); e.Leads() == reply.Reschedule && !on.Before(m.h.Calendar.Day(m.h.Now)) {
		m.known["when"] = words.Day(lang, on)
	}
	if vendor := e.Says(reply.HasVendor); vendor != nil && !vendor.On.IsZero() {
		m.known["renews"] = words.Day(lang, vendor.On)
	}
}

// proposed is the day they name for a meeting, with the wish for another one or in a
// question behind it; zero where they name none.
func proposed(e *history.Event) time.Time {
	for _, intent := range e.Reading.Intents {
		if (intent.Intent == reply.Reschedule || intent.Intent == reply.Question) && !intent.On.IsZero() {
			return intent.On
		}
	}
	return time.Time{}
}

// secondLook is the day a pause ends or a break-up is looked at again.
func (m *maker) secondLook() time.Time {
	if !m.v.Until.IsZero() {
		return m.v.Until
	}
	return m.v.Back
}

func (m *maker) documents() string {
	if len(m.p.Documents) < 2 {
		return ""
	}
	return words.And(m.language(), m.p.Documents[0], m.p.Documents[1])
}

func channelsOf(touches []history.Event) []string {
	channels := make([]string, len(touches))
	for i := range touches {
		channels[i] = touches[i].Channel
	}
	return channels
}

func blanks(body string) int { return strings.Count(body, words.Blank) }

// mostUsed keeps the two channels that stand in a list most often.
func mostUsed(channels []string) []string {
	count := map[string]int{}
	for _, c := range channels {
		count[c]++
	}
	more := func(c string) (n int) { // channels used more
		for other, times := range count {
			if times > count[c] || (times == count[c] && other < c) {
				n++
			}
		}
		return n
	}
	return slices.DeleteFunc(slices.Clone(channels), func(c string) bool { return more(c) > 1 })
}

// named is the person a reply names to ask instead, best one with an address; nil
// when it names none.
func named(e *history.Event) *reply.Referral {
	if e == nil || len(e.Named()) == 0 {
		return nil
	}
	all := e.Named()
	return &all[max(0, slices.IndexFunc(all, func(r reply.Referral) bool { return r.Email != "" }))]
}
