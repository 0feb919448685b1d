package plan_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"cleanbreak/core/history"
	"cleanbreak/core/plan"
	"cleanbreak/core/playbook"
	"cleanbreak/core/reply"
	"cleanbreak/core/verdict"
)

// now is a Friday.
var now = time.Date(2026, 11, 20, 9, 0, 0, 0, time.UTC)

func days(n int) time.Time { return now.AddDate(0, 0, n) }

func touch(at int, channel string) history.Event {
	return history.Event{At: days(at), Type: history.Touch, Channel: channel}
}

func said(at int, intent string, names ...string) history.Event {
	r := &reply.Reading{Intents: []reply.Intent{{Intent: intent}}}
	for _, n := range names {
		r.Referrals = append(r.Referrals, reply.Referral{Name: n, Email: "jo@acme.example"})
	}
	return history.Event{At: days(at), Type: history.Reply, Channel: "email", Read: "full", Reading: r}
}

func note(at, back int) history.Event {
	e := said(at, reply.OutOfOffice)
	e.Reading.Machine, e.Reading.Returns = true, days(back)
	return e
}

func decided(at int, verdict, kind string) history.Event {
	return history.Event{At: days(at), Type: history.Decision, Verdict: verdict, Kind: kind}
}

// known is somebody of whom everything is known that words need.
func known(events ...history.Event) history.Record {
	return history.Record{
		Now: now, Zone: time.UTC, Rep: "Nora Beck", Subject: "Release checks",
		Prospect:    history.Prospect{Name: "Kim Olsen", Email: "kim@acme.example", Company: "Acme", CompanySize: 120, ResponsibleFor: "release checks"},
		Opportunity: history.Opportunity{UsualMinutes: 10, UsualFrom: 30},
		Events:      events,
	}
}

// steps are a plan's, in short: "2026-11-20 send email last-try".
func steps(v verdict.Verdict, r history.Record, book string) []string {
	p, err := playbook.Named(book)
	if err != nil {
		panic(err)
	}
	h := history.Of(r, p)
	if v.Event == nil && h.LastReply() != nil {
		v.Event = h.LastReply()
	}
	var out []string
	for _, s := range plan.For(v, &h, p).Steps {
		out = append(out, strings.Join(strings.Fields(fmt.Sprint(s.On, " ", s.Do, " ", s.Channel, " ", s.Purpose)), " "))
	}
	return out
}

const (
	today    = "2026-11-20 "
	inAWeek  = "2026-11-27 "
	leaving  = today + "remove-from-sequence"
	toOthers = inAWeek + "colleague email colleague"
)

// TestEveryVerdictAndKind has the steps that the rules ask for.
func TestEveryVerdictAndKind(t *testing.T) {
	tried := []history.Event{touch(-20, "email"), touch(-10, "call"), touch(-4, "email")}
	quiet := verdict.Verdict{Verdict: "break-up", Kind: "ghosting"}
	by := func(rule string) verdict.Verdict { v := quiet; v.Rule = rule; return v }
	away := note(-1, 40)
	cases := []struct {
		about, book string
		v           verdict.Verdict
		events      []history.Event
		want        []string
	}{
		{"keep, the first touch", "", verdict.Verdict{Verdict: "keep", Rule: "keep"}, nil, []string{today + "send email first"}},
		{"keep, a touch in between", "", verdict.Verdict{Verdict: "keep", Rule: "keep"}, tried, []string{today + "send voicemail next"}},
		{"invest", "", verdict.Verdict{Verdict: "invest", Rule: "tier"}, tried, []string{today + "send voicemail next"}},
		{"keep, a meeting ahead", "", verdict.Verdict{Verdict: "keep", Rule: "meeting-booked", Event: &history.Event{Type: history.Meeting, Starts: days(5)}}, tried, []string{"2026-11-24 send email confirm"}},
		{"keep, unsure", "", verdict.Verdict{Verdict: "keep", Rule: "coverage", Unsure: []string{"gmail", "linkedin"}}, tried, []string{today + "check email", today + "check linkedin"}},
		{"keep, another way in", "", verdict.Verdict{Verdict: "keep", Rule: "account"}, tried, []string{today + "note"}},
		{"last try", "", verdict.Verdict{Verdict: "last-try", Kind: "ghosting"}, tried, []string{today + "send email last-try", inAWeek + "wait"}},
		{"ghosting: may I close your file", "", by("persistence"), tried, []string{today + "send email close-file", leaving, toOthers}},
		{"ghosting, silent after a last try", "", verdict.Verdict{Verdict: "break-up", Kind: "ghosting", Silent: true}, tried, []string{today + "note", leaving, toOthers}},
		{"ghosting, chased: Stanley's message", "", by("chase"), tried, []string{today + "send voicemail release", leaving, toOthers}},
		{"ghosting, the work done: Calvert's three kinds on one day", "calvert", by("attempts"), tried, []string{today + "send voicemail goodbye", today + "send email goodbye", today + "send live-message goodbye", leaving, toOthers}},
		{"no budget", "", verdict.Verdict{Verdict: "break-up", Kind: "no-budget"}, append(tried, said(-1, reply.NoBudget)), []string{today + "send email no-budget", leaving}},
		{"no authority: ask who", "", verdict.Verdict{Verdict: "break-up", Kind: "no-authority"}, append(tried, said(-1, reply.WrongPerson)), []string{today + "ask email answer.wrong-person", leaving, inAWeek + "wait", toOthers}},
		{"no authority, and they said who", "", verdict.Verdict{Verdict: "break-up", Kind: "no-authority"}, append(tried, said(-1, reply.WrongPerson, "Jo Berg")), []string{today + "colleague email referred", leaving}},
		{"no fit", "", verdict.Verdict{Verdict: "break-up", Kind: "no-fit"}, append(tried, said(-1, reply.NoFit)), []string{today + "send email answer.no-fit", leaving}},
		{"not interested", "", verdict.Verdict{Verdict: "break-up", Kind: "not-interested"}, append(tried, said(-1, reply.NotInterested)), []string{today + "send email not-interested", leaving}},
		{"competitor", "", verdict.Verdict{Verdict: "break-up", Kind: "competitor"}, append(tried, said(-1, reply.HasVendor)), []string{today + "send email competitor", leaving}},
		{"tire-kicker: homework", "", verdict.Verdict{Verdict: "break-up", Kind: "tire-kicker"}, tried, []string{today + "note", today + "send email tire-kicker", leaving, inAWeek + "wait", toOthers}},
		{"over-invested", "", verdict.Verdict{Verdict: "break-up", Kind: "over-invested"}, tried, []string{today + "send email over-invested", leaving}},
		{"not now", "", verdict.Verdict{Verdict: "break-up", Kind: "not-now"}, append(tried, said(-1, reply.Postpone)), []string{today + "send email not-now", leaving}},
		{"not worth it: quiet", "", verdict.Verdict{Verdict: "break-up", Kind: "not-worth-it", Silent: true}, tried, []string{today + "note", today + "note", leaving}},
		{"a goodbye was said, and nothing two-way since", "", verdict.Verdict{Verdict: "break-up", Kind: "over-invested"}, append(tried, decided(-3, "last-try", "ghosting"), touch(-2, "email")), []string{today + "note", leaving}},
		{"pause, let go", "", verdict.Verdict{Verdict: "pause", Kind: "let-go", Until: days(60)}, tried, []string{"2027-01-19 wait"}},
		{"pause, not now: acknowledged today", "", verdict.Verdict{Verdict: "pause", Kind: "not-now", Until: days(60)}, append(tried, said(-1, reply.Postpone)), []string{today + "send email answer.postpone", "2027-01-19 wait"}},
		{"pause, competitor", "", verdict.Verdict{Verdict: "pause", Kind: "competitor", Until: days(60)}, append(tried, said(-1, reply.HasVendor)), []string{today + "send email answer.has-vendor", "2027-01-19 wait"}},
		{"pause, away for long: the deputy", "", verdict.Verdict{Verdict: "pause", Kind: "away", Until: days(40), Event: &away}, append(tried, away), []string{today + "colleague email deputy", "2026-12-30 wait"}},
		{"pause, waiting", "", verdict.Verdict{Verdict: "pause", Kind: "waiting", Until: days(4)}, tried, []string{"2026-11-24 wait"}},
		{"pause, satisfied", "", verdict.Verdict{Verdict: "pause", Kind: "satisfied", Until: days(4)}, tried, []string{"2026-11-24 wait"}},
		{"hand-off", "", verdict.Verdict{Verdict: "hand-off"}, tried, []string{today + "note", today + "note"}},
	}
	for _, c := range cases {
		t.Run(c.about, func(t *testing.T) {
			got := steps(c.v, known(c.events...), c.book)
			// the quiet period moves the wait of an absence
			want := slices.Clone(c.want)
			for i := range want {
				want[i] = strings.Replace(want[i], "2026-12-30", "2027-01-04", 1)
			}
			if !slices.Equal(got, want) {
				t.Errorf("steps are\n\t%s\nwant\n\t%s", strings.Join(got, "\n\t"), strings.Join(want, "\n\t"))
			}
		})
	}
}

// TestYourTurnAnswersWhatTheyMean: the words go by the leading intent.
func TestYourTurnAnswersWhatTheyMean(t *testing.T) {
	for intent, purpose := range map[string]string{
		reply.Interested: "answer.interested", reply.Question: "answer.question", reply.NoBudget: "answer.no-budget", reply.HasVendor: "answer.has-vendor",
		reply.NotInterested: "answer.not-interested", reply.Reschedule: "answer.reschedule", reply.Calendar: "answer.reschedule",
		reply.OtherChannel: "answer.other-channel", reply.Unclear: "answer.unclear", reply.Complaint: "answer.unclear", "": "answer.unclear",
	} {
		got := steps(verdict.Verdict{Verdict: "your-turn"}, known(touch(-4, "email"), said(-1, intent)), "")
		if want := []string{today + "send email " + purpose}; !slices.Equal(got, want) {
			t.Errorf("%s: %v, want %v", intent, got, want)
		}
	}
	got := steps(verdict.Verdict{Verdict: "your-turn"}, known(touch(-4, "email"), said(-1, reply.Refers, "Jo Berg")), "")
	if want := []string{today + "send email answer.referral", "2026-11-23 colleague email referred"}; !slices.Equal(got, want) {
		t.Errorf("a referral: %v, want %v", got, want)
	}
}

func TestYourTurnWithoutAMessage(t *testing.T) {
	for _, c := range []struct {
		about string
		event history.Event
		want  []string
	}{
		{"a promise", history.Event{At: days(-4), Type: history.Promise, Text: "the sheet"}, []string{today + "send email promise"}},
		{"a meeting without an outcome", history.Event{At: days(-9), Type: history.Meeting, Starts: days(-2)}, []string{today + "log"}},
		{"a web lead", history.Event{At: days(-1), Type: history.Inbound, Channel: "web"}, []string{today + "send call answer.inbound", today + "send email answer.inbound"}},
	} {
		if got := steps(verdict.Verdict{Verdict: "your-turn", Event: &c.event}, known(c.event), ""); !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", c.about, got, c.want)
		}
	}
}

// TestNext is the earliest sensible day and channel.
func TestNext(t *testing.T) {
	bounced := touch(-1, "email")
	bounced.Bounced = true
	wrong := touch(-8, "call")
	wrong.Disposition = history.WrongNumber
	for _, c := range []struct {
		about   string
		events  []history.Event
		on, way string
	}{
		{"nothing yet: today, the best channel", nil, "2026-11-20", "email"},
		{"three working days between touches", []history.Event{touch(-1, "email")}, "2026-11-24", "call"},
		{"a weekend between", []history.Event{touch(0, "email")}, "2026-11-25", "call"},
		{"the channel they reacted on", []history.Event{touch(-8, "email"), {At: days(-6), Type: history.Reaction, Channel: "linkedin"}}, "2026-11-20", "linkedin"},
		{"not where a mail bounced", []history.Event{bounced}, "2026-11-20", "call"},
		{"no call after a wrong number", []history.Event{touch(-9, "email"), wrong}, "2026-11-20", "linkedin"},
		{"after three working days that are not in their absence", []history.Event{touch(-8, "email"), note(-8, 4)}, "2026-11-26", "call"},
	} {
		r := known(c.events...)
		r.Prospect.Slug = "kim-olsen"
		h := history.Of(r, playbook.Balanced())
		on, channel := plan.Next(&h, playbook.Balanced())
		if got := h.Calendar.Date(on); got != c.on || channel != c.way {
			t.Errorf("%s: %s by %s, want %s by %s", c.about, got, channel, c.on, c.way)
		}
	}
}

// TestAVoicemailStaysInItsBand, in every language, however much was tried and
// however long what the seller helps with is. Of one that does not fit the pace of
// a slow speaker the rep is told.
func TestAVoicemailStaysInItsBand(t *testing.T) {
	tried := []history.Event{}
	for i, c := range []string{"email", "call", "linkedin", "letter", "sms", "call", "email", "call", "visit", "email"} {
		tried = append(tried, touch(-40+i, c))
	}
	for _, of := range paces {
		lang := of.lang
		p, err := playbook.Load([]byte(`{"name": "x", "extends": "calvert", "language": "` + lang + `", "channels": ["voicemail", "email", "live-message"],
			"seller": {"help": "` + of.help + `", "phone": "030 5550 142"}, "speech": {"words_per_minute": ` + of.rate + `}}`))
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range []struct {
			rule, verdict string
			events        []history.Event
			purpose       string
		}{
			{"attempts", "break-up", tried, "goodbye"}, {"chase", "break-up", tried, "release"}, {"six-calls", "break-up", tried[:3], "release"},
			{"keep", "keep", tried, "next"}, {"keep", "keep", nil, "first"},
		} {
			h := history.Of(known(c.events...), p)
			kind := map[string]string{"break-up": "ghosting"}[c.verdict]
			steps := plan.For(verdict.Verdict{Verdict: c.verdict, Kind: kind, Rule: c.rule}, &h, p).Steps
			first := steps[0]
			if first.Channel != "voicemail" || first.Purpose != c.purpose || first.Seconds == nil {
				t.Fatalf("%s, %s: the first step is %s %s by %s", lang, c.rule, first.Do, first.Purpose, first.Channel)
			}
			n, told := *first.Seconds, slices.ContainsFunc(steps, func(s plan.Step) bool { return s.Channel == "voicemail" && s.Do == plan.Note })
			if n < p.Speech.From || n > p.Speech.To || told {
				t.Errorf("%s, %s: %d seconds, not %d to %d, and the rep is told: %t: %s", lang, c.rule, n, p.Speech.From, p.Speech.To, told, first.Body)
			}
		}
	}
}

// paces are what a seller helps with, short and long, at the usual rate and at that of
// somebody who takes their time.
var paces = []struct {
	lang, help, rate string
}{
	{"en", "shorter audits", "150"}, {"en", "companies cut food waste in their kitchens by a third", "150"}, {"en", "shorter audits", "110"},
	{"de", "kürzere Audits", "150"}, {"de", "ein Drittel weniger Lebensmittelabfall in Betriebskantinen", "150"}, {"de", "kürzere Audits", "110"},
	{"fr", "raccourcir les audits", "150"}, {"fr", "réduire d'un tiers le gaspillage dans les cuisines", "150"}, {"fr", "raccourcir les audits", "110"},
	{"es", "acortar auditorías", "150"}, {"es", "reducir un tercio el desperdicio en las cocinas", "150"}, {"es", "acortar auditorías", "110"},
}

// TestSomethingPersonalIsSaidInTheLanguageOfTheDraft: what a page showed, and what a
// case says in its own words.
func TestSomethingPersonalIsSaidInTheLanguageOfTheDraft(t *testing.T) {
	r := known()
	r.Hooks = []history.Hook{
		{Role: "Head of IT", Company: "Acme", Since: time.Date(2026, 8, 1, 0, 0, 0, 0, time.UTC), From: "experience"},
		{School: "Aarhus University"}, {Text: "Bon voyage"},
	}
	for lang, want := range map[string]string{
		"en": "You have been Head of IT at Acme since August 2026 | You went to Aarhus University | Bon voyage",
		"de": "Sie sind seit August 2026 Head of IT bei Acme | Ich habe gesehen, dass Aarhus University zu Ihrem Werdegang gehört | Bon voyage",
		"fr": "Vous êtes Head of IT chez Acme depuis août 2026 | J’ai vu que Aarhus University fait partie de votre parcours | Bon voyage",
		"es": "Desde agosto de 2026 usted es Head of IT en Acme | He visto que Aarhus University forma parte de su trayectoria | Bon voyage",
	} {
		p, err := playbook.Load([]byte(`{"name": "x", "extends": "balanced", "language": "` + lang + `"}`))
		if err != nil {
			t.Fatal(err)
		}
		h := history.Of(r, p)
		made := plan.For(verdict.Verdict{Verdict: verdict.Keep, Rule: "keep"}, &h, p)
		var said []string
		for _, hook := range made.Hooks {
			said = append(said, hook.Text)
		}
		if got := strings.Join(said, " | "); got != want {
			t.Errorf("%s: %s", lang, got)
		}
		if body := made.Steps[0].Body; !strings.Contains(body, said[0]) {
			t.Errorf("%s: the draft opens with none of it: %s", lang, body)
		}
	}
}
