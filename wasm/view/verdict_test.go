package view

import (
	"strings"
	"testing"
	"time"

	"cleanbreak/core/assess"
	"cleanbreak/core/plan"
)

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
	for state, f := range faces {
		if f.icon == "" || f.headline == "" {
			t.Errorf("%s has no icon or no headline", state)
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
		{"pause", "let-go", &day, "Let go; look again on 22 Feb 2027"},
		{"pause", "waiting", nil, "Wait for them"},
		{"pause", "competitor", &day, "With another vendor until 22 Feb 2027"},
		{"pause", "a-new-kind", &day, "Paused until 22 Feb 2027"},
		{"break-up", "not-worth-it", nil, "Let go quietly, no message"},
		{"break-up", "ghosting", nil, "Let go: no answer"},
		{"break-up", "a-new-kind", nil, "Let go: break up"},
		{"wait-and-see", "", nil, "wait and see"},
	} {
		got := judged(assess.Assessment{Verdict: c.verdict, Kind: c.kind, Until: c.until}).Verdict.Headline
		if got != c.want {
			t.Errorf("%s %s: %q, want %q", c.verdict, c.kind, got, c.want)
		}
	}
}

func TestHeadlinesSayWhatWaits(t *testing.T) {
	for _, c := range []struct {
		verdict string
		first   plan.Step
		want    string
	}{
		{"your-turn", plan.Step{Do: plan.Send, Purpose: "answer.inbound"}, "Your turn: they came to you"},
		{"your-turn", plan.Step{Do: plan.Send, Purpose: "promise"}, "Your turn: keep your promise"},
		{"your-turn", plan.Step{Do: plan.Log}, "Your turn: how did the meeting go?"},
		{"your-turn", plan.Step{Do: plan.Send, Purpose: "answer.question"}, "Your turn: answer them"},
		{"keep", plan.Step{Do: plan.Send, Purpose: "confirm"}, "Keep going: you meet soon"},
		{"stop", plan.Step{Do: plan.Send, Purpose: "answer.question"}, "Stop, but you may answer them"},
		{"stop", plan.Step{Do: plan.Note}, "Stop: do not contact them"},
	} {
		got := judged(assess.Assessment{Verdict: c.verdict, Plan: plan.Plan{Steps: []plan.Step{c.first}}}).Verdict.Headline
		if got != c.want {
			t.Errorf("%s %+v: %q, want %q", c.verdict, c.first, got, c.want)
		}
	}
	if got := judged(assess.Assessment{Verdict: "keep", Unsure: []string{"gmail"}}).Verdict.Headline; got != "Keep going, but look first" {
		t.Error(got)
	}
}

func TestTheRuleIsNamedUnderItsSource(t *testing.T) {
	for rule, want := range map[string]string{
		"second-soft": "Rule: Pipedrive, second objection", "persistence": "Rule: Clean Break, enough was tried",
		"a-new-rule": "Rule: Clean Break, a new rule", "": "",
	} {
		if got := judged(assess.Assessment{Verdict: "keep", Rule: rule}).Verdict.Rule; got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

func TestDecisionsFollowTheVerdict(t *testing.T) {
	for _, c := range []struct{ verdict, kind, decides, of string }{
		{"last-try", "ghosting", "last-try", "ghosting"},
		{"break-up", "no-fit", "break-up", "no-fit"},
		{"hand-off", "", "hand-off", ""},
		{"pause", "let-go", "keep", ""},
		{"pause", "away", "keep", ""},
		{"your-turn", "", "keep", ""},
	} {
		got := judged(assess.Assessment{Verdict: c.verdict, Kind: c.kind}).Decide
		if len(got) != 1 || got[0].Ask != nil {
			t.Fatalf("%+v: %+v", c, got)
		}
		if e := got[0].Entered(); e.Type != "decision" || e.Verdict != c.decides || e.Kind != c.of || e.Against != "" {
			t.Errorf("%+v: %+v", c, e)
		}
	}
	day := "2027-03-01" // which they named: the second look is on that day, and not after the playbook's months
	e := judged(assess.Assessment{Verdict: "break-up", Kind: "not-now", Reassess: &day}).Decide[0].Entered()
	if got := e.Until.Format(time.DateTime); got != "2027-03-01 12:00:00" {
		t.Errorf("let go until %s", got)
	}
	made := "2026-11-17T09:00:00Z" // and a mail that may have been the last try is named
	e = judged(assess.Assessment{Verdict: "last-try", Kind: "ghosting", Perhaps: &made}).Decide[0].Entered()
	if got := e.Of.Format(time.RFC3339); got != made {
		t.Errorf("the last try was made at %s", got)
	}
	if p := judged(assess.Assessment{Verdict: "stop"}); p.Decide != nil || p.Verdict.Disagree != nil || p.Verdict.Lift == nil {
		t.Errorf("a stop offers %+v", p.Verdict)
	}
}

// A tire-kicker is let go at once and probably for good: only that is asked.
func TestOnlyTheImmediateBreakUpIsAsked(t *testing.T) {
	if got := judged(assess.Assessment{Verdict: "break-up", Kind: "tire-kicker"}).Decide; len(got) != 1 || got[0].Ask == nil {
		t.Errorf("%+v", got)
	}
	d := judged(assess.Assessment{Verdict: "keep"}).Verdict.Disagree
	for kind, asked := range map[string]bool{"tire-kicker": true, "no-fit": false} {
		e, problem := d.Enter("break-up", kind, "", time.Time{})
		if problem != "" || (e.Sure() != nil) != asked {
			t.Errorf("%s: %+v, %s", kind, e, problem)
		}
	}
}

func TestDisagree(t *testing.T) {
	d := judged(assess.Assessment{Verdict: "last-try", Kind: "ghosting"}).Verdict.Disagree
	for _, o := range d.Options {
		if o.Code == "last-try" {
			t.Error("the rep can disagree with a last try by a last try")
		}
	}
	until := now.AddDate(0, 1, 0)
	for _, c := range []struct {
		verdict, kind string
		until         time.Time
		want          Entered
		problem       string
	}{
		{"", "", until, Entered{}, needsOneOf},
		{"pause", "", time.Time{}, Entered{}, needsDay},
		{"pause", "no-fit", until, Entered{Verdict: "pause", Until: until}, ""},
		{"keep", "no-fit", until, Entered{Verdict: "keep"}, ""},
		{"break-up", "no-fit", until, Entered{Verdict: "break-up", Kind: "no-fit"}, ""},
		{"break-up", "", until, Entered{Verdict: "break-up", Kind: "ghosting"}, ""},
		{"stop", "", until, Entered{Verdict: "stop"}, ""},
	} {
		got, problem := d.Enter(c.verdict, c.kind, "  they told me \n on the phone ", c.until)
		if c.problem == "" {
			c.want.Type, c.want.Against, c.want.Text = "decision", "last-try", "they told me on the phone"
		}
		if got != c.want || problem != c.problem {
			t.Errorf("%+v: %+v, %q", c, got, problem)
		}
	}
	if e := Lift("a mistake"); e != (Entered{Type: "decision", Verdict: "lift-stop", Against: "stop", Text: "a mistake"}) {
		t.Errorf("%+v", e)
	}
}

func TestWhatIsTypedIsOneBoundedLine(t *testing.T) {
	got := line(" a\n\tb " + strings.Repeat("ü", 500))
	if !strings.HasPrefix(got, "a b ü") || len([]rune(got)) != mostText {
		t.Errorf("%q", got)
	}
}

func TestTheClockRuns(t *testing.T) {
	by := "2026-11-22T09:05:00Z"
	v := judged(assess.Assessment{Verdict: "your-turn", AnswerBy: &by}).Verdict
	if v.Clock.Text != "Answer by 10:05" {
		t.Error(v.Clock.Text)
	}
	for _, c := range []struct {
		after      time.Duration
		fine, calm string
	}{
		{0, "5:00 left", "5 minutes left"},
		{500 * time.Millisecond, "5:00 left", "4 minutes left"},
		{3*time.Minute + 58*time.Second, "1:02 left", "1 minute left"},
		{4*time.Minute + 51*time.Second, "0:09 left", clockLastOnes},
		{5 * time.Minute, clockOver, clockOver},
		{time.Hour, clockOver, clockOver},
	} {
		at := now.Add(c.after)
		if got := v.Clock.Left(at, false); got != c.fine {
			t.Errorf("after %s: %q, want %q", c.after, got, c.fine)
		}
		if got := v.Clock.Left(at, true); got != c.calm && c.calm != "" {
			t.Errorf("after %s, calm: %q, want %q", c.after, got, c.calm)
		}
	}
	for remark, at := range map[string]time.Duration{"": time.Minute, clockOneLeft: 4 * time.Minute, clockOver: 5 * time.Minute} {
		if got := v.Clock.Remark(now.Add(at-time.Second), now.Add(at)); got != remark {
			t.Errorf("at %s: %q, want %q", at, got, remark)
		}
	}
	for _, bad := range []string{"", "soon"} {
		if judged(assess.Assessment{Verdict: "your-turn", AnswerBy: &bad}).Verdict.Clock != nil {
			t.Errorf("%q runs", bad)
		}
	}
}
