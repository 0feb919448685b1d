package signal

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"cleanbreak/core/history"
	"cleanbreak/core/playbook"
	"cleanbreak/core/reply"

	"pgregory.net/rapid"
)

var (
	touches    = []string{"email", "call", "linkedin", "voicemail", "letter", "event"}
	reached    = []string{"", history.NoAnswer, history.LeftVoicemail, history.WrongNumber}
	intents    = []string{reply.Interested, reply.Question, reply.NotInterested, reply.NoBudget, reply.HasVendor, reply.Postpone, reply.Unclear, reply.Refers, ""}
	outcomes   = []string{history.Scheduled, history.Completed, history.Rescheduled, history.NoShow, history.Cancelled}
	asks       = []string{"why-here", "calendar", "budget", "authority", "need", "timing"}
	anyAnswers = []string{"yes", "no", "the people", "the canteen", "wide open", "back to back", ""}
	texts      = []string{"We will see.", "I like it.", "Thanks.", "Wir melden uns."}
	goOn       = []string{"keep", "last-try", "pause", "your-turn"}
	machines   = []string{reply.OutOfOffice, reply.AutoAck, reply.Bounce, reply.LeftCompany}
	unknownYes = []*bool{nil, &yes, &no}
)

// anyRecord draws what is known of one prospect, within a quarter of a year and
// without a break-up, so that it all is one cycle.
func anyRecord(t *rapid.T) history.Record {
	r := known(deal(rapid.SampledFrom([]float64{0, 500, 12000, 60000}).Draw(t, "value")), company(rapid.SampledFrom([]int{0, 12, 120}).Draw(t, "size"), "DE", ""))
	r.Opportunity.Stage = rapid.SampledFrom([]string{"", "demo", "proposal", "closing"}).Draw(t, "stage")
	if rapid.Bool().Draw(t, "stage known") {
		r.Opportunity.StageSince = earlier(t, "since", 80)
	}
	if rapid.Bool().Draw(t, "next") {
		r.Opportunity.NextActivity = earlier(t, "next at", 40).AddDate(0, 0, 20)
	}
	if rapid.Bool().Draw(t, "usual known") {
		r.Opportunity.UsualMinutes, r.Opportunity.UsualFrom = 30, rapid.IntRange(0, 30).Draw(t, "deals")
	}
	if rapid.Bool().Draw(t, "no address") {
		r.Prospect.Email = ""
	}
	if rapid.Bool().Draw(t, "profile") {
		r.Prospect.Slug = "kim"
	}
	for i := range rapid.IntRange(0, 2).Draw(t, "colleagues") {
		r.Account = append(r.Account, history.Contact{At: earlier(t, fmt.Sprint("contact", i), 40), Who: "Jo", Type: rapid.SampledFrom([]string{history.Touch, history.Reply, history.Meeting}).Draw(t, fmt.Sprint("contact type", i))})
	}
	for i := range rapid.IntRange(0, 25).Draw(t, "events") {
		r.Events = append(r.Events, anyEvent(t, fmt.Sprint(i)))
	}
	return r
}

func earlier(t *rapid.T, label string, days int) time.Time {
	return now.Add(-time.Duration(rapid.IntRange(1, days*24).Draw(t, label)) * time.Hour)
}

func anyEvent(t *rapid.T, i string) history.Event {
	e := history.Event{At: earlier(t, "at"+i, 80), Read: "full", Channel: "email"}
	draw := func(from []string) string { return rapid.SampledFrom(from).Draw(t, "what"+i) }
	switch rapid.IntRange(0, 13).Draw(t, "type"+i) {
	case 0, 1:
		e.Type, e.Text = history.Reply, rapid.SampledFrom(texts).Draw(t, "text"+i)
		if intent := draw(intents); intent != "" {
			e.Reading = &reply.Reading{Visible: e.Text, Lang: "en", Intents: []reply.Intent{{Intent: intent, Quote: e.Text}}}
		}
	case 2:
		e.Type, e.Disposition, e.By = history.Meeting, draw(outcomes), rapid.SampledFrom([]string{"us", "them"}).Draw(t, "by"+i)
		e.Starts = e.At.AddDate(0, 0, rapid.IntRange(0, 30).Draw(t, "starts"+i))
	case 3:
		e.Type, e.Question, e.Text = history.Answer, draw(asks), rapid.SampledFrom(anyAnswers).Draw(t, "answer"+i)
	case 4:
		e.Type, e.Channel = history.Reaction, draw(touches)
	case 5:
		e.Type = history.Inbound
	case 6:
		e.Type, e.Verdict = history.Decision, draw(goOn)
	case 7:
		e.Type, e.Reading = history.Reply, &reply.Reading{Machine: true, Intents: []reply.Intent{{Intent: draw(machines)}}, Returns: e.At.AddDate(0, 0, 30)}
	default:
		e = anyTouch(t, i)
		e.At = earlier(t, "at"+i, 80)
		e.Bounced = e.Channel == "email" && rapid.IntRange(0, 5).Draw(t, "bounced"+i) == 0
	}
	return e
}

func anyTouch(t *rapid.T, i string) history.Event {
	e := history.Event{Type: history.Touch, Read: "full", Channel: rapid.SampledFrom(touches).Draw(t, "channel"+i)}
	e.Opened = rapid.SampledFrom(unknownYes).Draw(t, "opened"+i)
	e.GaveValue = rapid.SampledFrom(unknownYes).Draw(t, "value"+i)
	e.Minutes = rapid.IntRange(0, 90).Draw(t, "minutes"+i)
	if e.Channel == "call" {
		e.Disposition = rapid.SampledFrom(reached).Draw(t, "reached"+i)
	}
	return e
}

var anyBook = rapid.SampledFrom([]*playbook.Playbook{playbook.Balanced(), midSized})

// sum is what the signals add up to, before the score is kept within 0 to 100.
func sum(r history.Record, p *playbook.Playbook) int {
	h := history.Of(r, p)
	sum := 0
	for _, part := range Read(&h, p) {
		sum += part.Points
	}
	return sum
}

func TestAFurtherUnansweredTouchNeverRaisesTheSum(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r, p := anyRecord(t), anyBook.Draw(t, "book")
		before := sum(r, p)
		for i := range rapid.IntRange(1, 5).Draw(t, "further") {
			e := anyTouch(t, fmt.Sprint("further", i))
			e.At = now
			r.Events = append(r.Events, e)
			if after := sum(r, p); after > before {
				t.Fatalf("%d points, after one more touch %d", before, after)
			}
		}
	})
}

func TestInterestNeverLowersTheSum(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r, p := anyRecord(t), anyBook.Draw(t, "book")
		before := sum(r, p)
		replied("20 Nov", reply.Interested, "Sounds good.")(&r)
		if after := sum(r, p); after < before {
			t.Fatalf("%d points, after a reply that is interested %d", before, after)
		}
	})
}

func TestATitleChangesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r, p := anyRecord(t), anyBook.Draw(t, "book")
		before, level := fmt.Sprint(parts(r, p)), tierOf(r, p)
		r.Prospect.Title = rapid.SampledFrom([]string{"CEO", "Head of IT", "Intern", "tool buyer"}).Draw(t, "title")
		if after := fmt.Sprint(parts(r, p)); after != before || tierOf(r, p) != level {
			t.Fatalf("a title made\n%s\nof\n%s", after, before)
		}
	})
}

func TestADismissedSignalCountsForNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r, p := anyRecord(t), anyBook.Draw(t, "book")
		all := parts(r, p)
		if len(all) == 0 {
			t.Skip("nothing to dismiss")
		}
		out := rapid.SampledFrom(all).Draw(t, "dismissed")
		dismissed(out.Signal)(&r)
		want := slices.DeleteFunc(all, func(p Part) bool { return p.Signal == out.Signal })
		if got := parts(r, p); fmt.Sprint(got) != fmt.Sprint(want) {
			t.Fatalf("without %s\n%v\nwant\n%v", out.Signal, got, want)
		}
	})
}

func parts(r history.Record, p *playbook.Playbook) []Part {
	h := history.Of(r, p)
	return Read(&h, p)
}

func tierOf(r history.Record, p *playbook.Playbook) Level {
	h := history.Of(r, p)
	level, _ := Tier(&h, p)
	return level
}
