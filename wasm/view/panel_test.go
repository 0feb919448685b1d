package view

import (
	"slices"
	"strings"
	"testing"
	"time"

	"cleanbreak/core/assess"
	"cleanbreak/core/page"
	"cleanbreak/core/plan"
	"cleanbreak/core/playbook"
	"cleanbreak/core/signal"
)

var (
	berlin = time.FixedZone("", 3600)
	local  = func(t time.Time) time.Time { return t.In(berlin) }
	now    = time.Date(2026, 11, 22, 9, 0, 0, 0, time.UTC)
	cal    = calendar{now: local(now), local: local}
)

func judged(a assess.Assessment) Panel {
	return Make(State{Phase: Someone, Tracked: true, Assessment: &a, Now: now}, local)
}

func TestEveryVerdictHasItsOwnHeadlineAndPicture(t *testing.T) {
	codes := []string{"your-turn", "invest", "keep", "last-try", "break-up", "pause", "stop", "hand-off"}
	seen := map[string]string{}
	for _, code := range codes {
		v := judged(assess.Assessment{Verdict: code}).Verdict
		for _, own := range []string{v.Headline, v.Icon} {
			if own == "" || seen[own] != "" {
				t.Errorf("%s has %q, as has %q", code, own, seen[own])
			}
			seen[own] = code
		}
		if v.Tone != code || shortVerdicts[code] == "" {
			t.Errorf("%s has no tone or no short word", code)
		}
	}
}

func TestHeadlines(t *testing.T) {
	day := "2027-02-22"
	for _, c := range []struct {
		verdict, kind string
		until         *string
		want          string
	}{
		{"pause", "", &day, "Paused until 22 Feb 2027"},
		{"pause", "away", &day, "Away until 22 Feb 2027"},
		{"pause", "let-go", &day, "Let go, back 22 Feb 2027"},
		{"pause", "waiting", nil, "Wait for them"},
		{"pause", "a-new-kind", &day, "Paused until 22 Feb 2027"},
		{"break-up", "not-worth-it", nil, "Let go, no message"},
		{"break-up", "ghosting", nil, "Let go: break up"},
		{"wait-and-see", "", nil, "wait and see"},
	} {
		got := judged(assess.Assessment{Verdict: c.verdict, Kind: c.kind, Until: c.until}).Verdict.Headline
		if got != c.want {
			t.Errorf("%s %s: %q, want %q", c.verdict, c.kind, got, c.want)
		}
	}
}

func TestEveryPhaseSaysSomething(t *testing.T) {
	for _, phase := range []string{Elsewhere, NoAccess, Press, Unreadable, Several, Someone, Broken, "", "new"} {
		p := Make(State{Phase: phase, Now: now}, local)
		if p.Say == "" {
			t.Errorf("%q says nothing", phase)
		}
		if n := p.Notice; n != nil && (n.Title == "" || n.Text == "" || strings.Contains(n.Title+n.Button, "{}")) {
			t.Errorf("%q is noticed as %+v", phase, n)
		}
	}
	if n := Make(State{Phase: Reading}, local).Notice; !n.Waiting {
		t.Error("reading does not wait")
	}
}

func TestAccessIsAskedForOneSite(t *testing.T) {
	for site, want := range map[string][]string{
		page.Gmail:    {"https://mail.google.com/*"},
		page.LinkedIn: {"https://*.linkedin.com/*"},
		"":            {"https://mail.google.com/*", "https://*.linkedin.com/*"},
	} {
		if got := Make(State{Phase: NoAccess, Site: site}, local).Notice.Origins; !slices.Equal(got, want) {
			t.Errorf("%q asks for %v", site, got)
		}
	}
}

func TestNothingOfAnAssessmentIsShownWithoutTracking(t *testing.T) {
	p := Make(State{Phase: Someone, Assessment: &assess.Assessment{Verdict: "stop"}, OnPage: OnPage{Touches: 1, Replies: 2}}, local)
	if p.Verdict != nil || p.Log != nil || p.History != nil || p.Offer == nil {
		t.Fatalf("%+v", p)
	}
	if p.Offer.Shows != "This page shows 1 touch and 2 replies." {
		t.Error(p.Offer.Shows)
	}
}

func TestCounts(t *testing.T) {
	c := counts([]Entry{
		{Type: "touch", Channel: "call"}, {Type: "touch", Channel: "email"}, {Type: "touch", Channel: "email"},
		{Type: "reply", Channel: "email"}, {Type: "reply", Channel: "pigeon"}, {Type: "decision"}, {Type: "touch"},
	})
	want := []Count{{"E-mail", 2, 1}, {"Call", 1, 0}, {"Other", 1, 0}, {"pigeon", 0, 1}}
	if !slices.Equal(c.Rows, want) || c.Words != "4 touches and 2 replies" {
		t.Errorf("%+v", c)
	}
}

func TestGrammar(t *testing.T) {
	for got, want := range map[string]string{
		sumText(0, 0):                        "nothing yet",
		sumText(1, 0):                        "1 touch and no replies",
		sumText(12345, 1):                    "12\u202f345 touches and 1 reply",
		closedText(1):                        "The text of 1 message was not on the page.",
		closedText(2):                        "The texts of 2 messages were not on the page.",
		list([]string{"a", "b", "c"}):        "a, b and c",
		unsure([]string{"gmail"}):            "Not looked at since your last touch: Gmail. They may have answered there, so the silence does not count.",
		fill("{} and {}", "{}", "b"):         "{} and b",
		signed(-30) + signed(0) + signed(12): "−300+12",
		Problem("the disk is full."):         "That did not work: the disk is full.",
	} {
		if got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

func TestGapsAreSaid(t *testing.T) {
	got := gaps(State{Unread: []string{"company", "new-field"}, OnPage: OnPage{Closed: 2, Unplaced: 1}})
	want := []string{"Not read: company and new field.", closedText(2), unplacedText(1)}
	if !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
}

func TestDates(t *testing.T) {
	for got, want := range map[string]string{
		cal.day(time.Date(2026, 11, 11, 23, 30, 0, 0, time.UTC)): "12 Nov",
		cal.day(time.Date(2025, 1, 2, 0, 0, 0, 0, time.UTC)):     "2 Jan 2025",
		cal.day(time.Time{}):   LabelDateNotRead,
		cal.soon("2026-11-22"): "today",
		cal.soon("2026-11-23"): "tomorrow",
		cal.soon("2026-11-24"): "24 Nov",
		cal.date("someday"):    "someday",
	} {
		if got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

func TestScoreAddsUpToBars(t *testing.T) {
	s := score(assess.Assessment{Score: 0, Parts: []signal.Part{
		{Points: 40, Source: "balanced"}, {Points: -90, Source: "lange"}, {Points: 50, Source: "balanced"},
	}}, cal)
	// The sum runs 40, -50, 0 on a bar from -50 to 100.
	want := [][2]float64{{50, 40}, {0, 90}, {0, 50}}
	for i, p := range s.Parts {
		start, width := want[i][0]/1.5, want[i][1]/1.5
		if p.Start != start || p.Width != width || p.Source == "" {
			t.Errorf("part %d: %+v, want %v %v", i, p, start, width)
		}
	}
}

func TestSteps(t *testing.T) {
	s := State{Phase: Someone, Tracked: true, Now: now, Site: page.Gmail, URL: "https://mail.google.com/mail/u/1/#inbox/x",
		Person: page.Person{Email: "kim+x@acme.example", Slug: "kim/../olsen"},
		Assessment: &assess.Assessment{Verdict: "keep", Plan: plan.Plan{Steps: []plan.Step{
			{On: "2026-11-23", Do: plan.Send, Channel: "email", Body: "Hello ____"},
			{On: "2026-11-23", Do: plan.Check, Channel: "email"},
			{On: "2026-11-23", Do: plan.Check, Channel: "linkedin"},
			{On: "2026-11-23", Do: plan.Wait, Body: "Five days."},
		}}}}
	got := Make(s, local).Steps
	if !got[0].Draft || got[0].Blanks == "" || got[0].What != "Send an e-mail" {
		t.Errorf("%+v", got[0])
	}
	if url := got[1].Link.URL; url != "https://mail.google.com/mail/u/1/#search/from%3Akim%2Bx%40acme.example%20OR%20to%3Akim%2Bx%40acme.example" {
		t.Error(url)
	}
	if url := got[2].Link.URL; url != "https://www.linkedin.com/in/kim%2F..%2Folsen/" {
		t.Error(url)
	}
	if got[3].Draft || got[3].Link != nil {
		t.Errorf("%+v", got[3])
	}
}

func TestWordsForEveryChannel(t *testing.T) {
	for _, channel := range playbook.Channels {
		if channelWords[channel] == "" || youDid[channel] == "" || !slices.Contains(channelOrder, channel) {
			t.Errorf("no words for the channel %q", channel)
		}
	}
	for _, o := range logForm.Channels {
		if !slices.Contains(playbook.Channels, o.Code) {
			t.Errorf("%q can be logged and is no channel", o.Code)
		}
	}
}

func TestHistoryLines(t *testing.T) {
	for _, c := range []struct {
		e           Entry
		title, note string
	}{
		{Entry{Type: "touch", Channel: "call", Disposition: "no-answer", ByHand: true}, "You called: no answer", "logged by you"},
		{Entry{Type: "reply", Channel: "email", Read: page.ReadSnippet}, "They answered by e-mail", "only its first words were read"},
		{Entry{Type: "reply", Channel: "pigeon", Read: page.ReadNone}, "They answered · pigeon", "text not read"},
		{Entry{Type: "decision", Verdict: "last-try", Kind: "ghosting"}, "You decided: last try", ""},
		{Entry{Type: "meeting", Disposition: "no-show"}, "Meeting: they did not come", ""},
		{Entry{Type: "new-thing"}, "new thing", ""},
	} {
		got := history([]Entry{c.e}, cal).Events[0]
		if got.Title != c.title || got.Note != c.note {
			t.Errorf("%+v: %q, %q", c.e, got.Title, got.Note)
		}
	}
}

func TestDecisionsFollowTheVerdict(t *testing.T) {
	for _, c := range []struct{ verdict, kind, decides, of string }{
		{"last-try", "ghosting", "last-try", "ghosting"},
		{"break-up", "no-fit", "break-up", "no-fit"},
		{"pause", "let-go", "keep", ""},
		{"your-turn", "", "keep", ""},
	} {
		got := judged(assess.Assessment{Verdict: c.verdict, Kind: c.kind}).Decide
		if len(got) != 1 || got[0].Verdict != c.decides || got[0].Kind != c.of {
			t.Errorf("%+v: %+v", c, got)
		}
	}
	if got := judged(assess.Assessment{Verdict: "stop"}).Decide; got != nil {
		t.Errorf("a stop offers %+v", got)
	}
}
