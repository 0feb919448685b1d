package view

import (
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"cleanbreak/core/assess"
	"cleanbreak/core/page"
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
	p := Make(State{Phase: Someone, Person: page.Person{Email: "kim@acme.example"}, Assessment: &assess.Assessment{Verdict: "stop"}, OnPage: OnPage{Touches: 1, Replies: 2}}, local)
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
		sumText(12345, 1):                    "12,345 touches and 1 reply",
		many(1, closedText):                  "The text of 1 message was not on the page.",
		many(2, closedText):                  "The texts of 2 messages were not on the page.",
		list([]string{"a", "b", "c"}):        "a, b and c",
		unsure([]string{"gmail"}):            "Not looked at since your last touch: Gmail. Until you have, the silence does not count.",
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
	want := []string{"Not read: company and new field.", many(2, closedText), many(1, unplacedText)}
	if !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
}

func TestAnUnreadablePageThatHasDriftedSaysSo(t *testing.T) {
	s := State{Phase: Unreadable, Site: page.LinkedIn, Drift: []string{"identity"}}
	if got, want := notice(s).Text, "This page is laid out differently than before: whom it is about may be missing."; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	s.Drift = []string{}
	if got := notice(s).Text; strings.Contains(got, "laid out") {
		t.Errorf("a wall says %q", got)
	}
}

// A rep reads words where a field of a page map has drifted, and no names of fields.
func TestEveryExpectedFieldHasAWord(t *testing.T) {
	for _, site := range []string{"gmail", "linkedin"} {
		data, err := os.ReadFile("../../extension/pages/" + site + ".json")
		if err != nil {
			t.Fatal(err)
		}
		var pages struct {
			Layouts []struct{ Expects map[string]int }
		}
		if err := json.Unmarshal(data, &pages); err != nil {
			t.Fatal(err)
		}
		for _, layout := range pages.Layouts {
			for field := range layout.Expects {
				if last := field[strings.LastIndexByte(field, '.')+1:]; fieldWords[last] == "" {
					t.Errorf("%s: %s has no word in fieldWords", site, field)
				}
			}
		}
	}
}

func TestDates(t *testing.T) {
	for got, want := range map[string]string{
		cal.day(time.Date(2026, 11, 11, 23, 30, 0, 0, time.UTC)): "12 Nov",
		cal.day(time.Date(2025, 1, 2, 0, 0, 0, 0, time.UTC)):     "2 Jan 2025",
		cal.day(time.Time{}):   LabelDateNotRead,
		cal.soon("2026-11-22"): "today",
		cal.soon("2026-11-23"): "tomorrow",
		cal.soon("2026-11-24"): "Tue 24 Nov",
		cal.date("someday"):    "someday",
		cal.soon("someday"):    "someday",
		cal.clock(now):         "10:00",
	} {
		if got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
