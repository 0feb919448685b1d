package assess_test

import (
	"slices"
	"testing"
	"time"

	"cleanbreak/core/assess"
	"cleanbreak/core/history"
	"cleanbreak/core/playbook"
	"cleanbreak/core/reply"
	"cleanbreak/core/signal"

	"pgregory.net/rapid"
)

// withoutTheRepsWord are the types that leave dismissed evidence out: the next
// touch brings it back, which is no effect of the touch.
var withoutTheRepsWord = slices.DeleteFunc(slices.Clone(types), func(s string) bool { return s == history.Dismiss })

func TestEveryAssessmentIsLawful(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r, p := anyRecord(t), anyPlaybook(t)
		before := text(r)
		a := assess.Assess(r, p)
		for _, fault := range unlawful(r, p, a) {
			t.Error(fault)
		}
		if text(r) != before {
			t.Error("the record was changed")
		}
		if text(assess.Assess(r, p)) != text(a) {
			t.Error("the same record was judged differently the second time")
		}
		lists := assess.Judge(r, p)
		if lists.Flips, a.Flips = nil, nil; text(lists) != text(a) {
			t.Error("Judge differs from Assess in more than the flips")
		}
	})
}

func TestOneMoreUnansweredTouchNeverRaisesTheScore(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r, p := drawn(t, withoutTheRepsWord...), anyPlaybook(t)
		for i := range r.Events {
			r.Events[i].ByHand = false // a further touch is another one, not the same seen on a page
		}
		before := assess.Judge(r, p)
		touch := history.Event{
			At: now, Type: history.Touch, Channel: one(t, "last", "email", "call", "linkedin", "voicemail", "letter", "sms"),
			Disposition: one(t, "disposition", "", history.NoAnswer, history.LeftVoicemail, history.WrongNumber),
		}
		after := assess.Judge(with(r, touch), p)
		if after.Score > before.Score || after.Cycle != before.Cycle {
			t.Fatalf("score %d, after one more touch %d\n%v\n%v", before.Score, after.Score, points(before), points(after))
		}
	})
}

func TestInterestAloneNeverLowersTheScore(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r, p := drawn(t, withoutTheRepsWord...), anyPlaybook(t)
		before := assess.Judge(r, p)
		after := assess.Judge(with(r, says(one(t, "intent", reply.Interested, reply.Question), now)), p)
		if (after.Cycle == before.Cycle || !after.Reunion) && after.Score < before.Score { // they came back: counts begin at zero
			t.Fatalf("score %d, after a reply %d\n%v\n%v", before.Score, after.Score, points(before), points(after))
		}
		earlier := []string{"stop", "customer", "second-no", "final-objection", "tier", "tire-kicker", "pushed-back", "meeting-booked"}
		if after.Verdict != "your-turn" && !slices.Contains(earlier, after.Rule) {
			t.Fatalf("%s by %s after a reply that shows interest", after.Verdict, after.Rule)
		}
	})
}

func TestATitleChangesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r, p := anyRecord(t), anyPlaybook(t)
		before := text(assess.Assess(r, p))
		r.Prospect.Title = rapid.OneOf(rapid.String(), rapid.Just("Head of payroll")).Draw(t, "title")
		if after := text(assess.Assess(r, p)); after != before {
			t.Fatalf("a title changed the assessment:\n%s\n%s", before, after)
		}
	})
}

// TestDismissedEvidenceCountsForNothing: its part is gone, and the points of the
// others are what they were.
func TestDismissedEvidenceCountsForNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r, p := drawn(t, withoutTheRepsWord...), anyPlaybook(t)
		before := points(assess.Judge(r, p))
		for _, s := range signal.All {
			after := points(assess.Judge(with(r, history.Event{At: now, Type: history.Dismiss, Signal: s.Name}), p))
			for name, n := range before {
				if want := n; name != s.Name && name != "limit" && after[name] != want {
					t.Fatalf("without %s, %s is %d instead of %d", s.Name, name, after[name], want)
				}
			}
			if n, shown := after[s.Name]; shown {
				t.Fatalf("%s was dismissed and is worth %d", s.Name, n)
			}
		}
	})
}

func points(a assess.Assessment) map[string]int {
	of := map[string]int{}
	for _, p := range a.Parts {
		of[p.Signal] = p.Points
	}
	return of
}

// TestADismissedEventIsAsIfItHadNotBeen, but for a reply, which came, and a
// decision, which is ours.
func TestADismissedEventIsAsIfItHadNotBeen(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r, p := drawn(t, withoutTheRepsWord...), anyPlaybook(t)
		for i, e := range r.Events {
			if e.Type == history.Reply || e.Type == history.Decision {
				continue
			}
			without := r
			without.Events = slices.Delete(slices.Clone(r.Events), i, i+1)
			dismissed := with(r, history.Event{At: now, Type: history.Dismiss, Of: e.At})
			if got, want := text(assess.Judge(dismissed, p)), text(assess.Judge(without, p)); got != want {
				t.Fatalf("%s of %s dismissed:\n%s\nwithout it:\n%s", e.Type, e.At, got, want)
			}
		}
	})
}

// TestWholeWeeksChangeNothing moves a record and now together, within the part of
// the year that has no quiet period.
func TestWholeWeeksChangeNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r, p := anyRecord(t), anyPlaybook(t)
		r.Zone, r.Country = time.UTC, ""
		if p == team {
			p = playbook.Balanced() // it has holidays of its own
		}
		before := assess.Judge(r, p)
		after := assess.Judge(moved(r, rapid.IntRange(-30, -1).Draw(t, "weeks")), p)
		if gist(after) != gist(before) {
			t.Fatalf("before:\n%s\nmoved:\n%s", gist(before), gist(after))
		}
	})
}

func moved(r history.Record, weeks int) history.Record {
	shift := func(at *time.Time) {
		if !at.IsZero() {
			*at = at.AddDate(0, 0, 7*weeks)
		}
	}
	shift(&r.Now)
	shift(&r.Opportunity.StageSince)
	shift(&r.Opportunity.NextActivity)
	if r.Seen != nil {
		seen := *r.Seen
		r.Seen = &seen
		shift(&seen.Gmail)
		shift(&seen.LinkedIn)
	}
	r.Account = slices.Clone(r.Account)
	for i := range r.Account {
		shift(&r.Account[i].At)
	}
	r.Events = slices.Clone(r.Events)
	for i := range r.Events {
		e := &r.Events[i]
		shift(&e.At)
		shift(&e.Starts)
		shift(&e.Until)
		shift(&e.Of)
		if e.Reading != nil {
			reading := *e.Reading
			e.Reading = &reading
			shift(&reading.Returns)
			reading.Intents = slices.Clone(reading.Intents)
			for k := range reading.Intents {
				shift(&reading.Intents[k].On)
			}
		}
	}
	return r
}

// gist is what of an assessment has no date in it.
func gist(a assess.Assessment) string {
	of := points(a)
	delete(of, "quarter-end") // a hint that goes by the calendar
	short := struct {
		Verdict, Kind, Rule, Motion string
		Score, Cycle                int
		Reunion                     bool
		Unsure, Voices              []string
		Points                      map[string]int
	}{a.Verdict, a.Kind, a.Rule, a.Motion, a.Score, a.Cycle, a.Reunion, a.Unsure, nil, of}
	for _, v := range a.Voices {
		short.Voices = append(short.Voices, v.Source+" "+v.Verdict+" "+v.Kind)
	}
	return text(short)
}

// TestAnOptOutIsStop under every playbook, whatever happens after, until a manager
// lifts it; one who asked for erasure stays one.
func TestAnOptOutIsStop(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := anyRecord(t)
		asked := anyOptOut(t)
		r.Customer = r.Customer && asked.Leads() != reply.Complaint
		lifts := func(e history.Event) bool { return e.Verdict == "lift-stop" && e.By == "manager" }
		r.Events = slices.DeleteFunc(r.Events, lifts)
		r = with(r, asked, history.Event{At: now, Type: history.Dismiss, Of: asked.At}, history.Event{At: now, Type: history.Dismiss, Signal: "stop"})
		books := []*playbook.Playbook{team, ownPlaybook(t)}
		for _, name := range playbook.BuiltIn {
			p, _ := playbook.Named(name)
			books = append(books, p)
		}
		for _, p := range books {
			name, a := p.Name, assess.Judge(r, p)
			if a.Verdict != "stop" || a.Rule != "stop" {
				t.Fatalf("%s says %s by %s", name, a.Verdict, a.Rule)
			}
			for _, v := range a.Voices {
				if v.Verdict != "stop" {
					t.Fatalf("beside %s, %s says %s", name, v.Source, v.Verdict)
				}
			}
			for _, s := range a.Plan.Steps {
				if s.Do == "send" && !wroteAnew(r, asked.At) {
					t.Fatalf("%s sends %s after a stop", name, s.Purpose)
				}
			}
		}
		lifted := with(r, history.Event{At: now, Type: history.Decision, Verdict: "lift-stop", By: "manager"})
		toErase := slices.ContainsFunc(r.Events, func(e history.Event) bool {
			machine := e.Type != history.Complaint && e.Reading != nil && e.Reading.Machine // logged by the rep, it is none
			return !e.At.After(now) && e.Says(reply.Erasure) != nil && !machine
		})
		if a := assess.Judge(lifted, playbook.Balanced()); (a.Verdict == "stop") != toErase {
			t.Fatalf("a manager lifted it, to erase %t, and it is %s: %s", toErase, a.Verdict, a.Because)
		}
	})
}

func anyOptOut(t *rapid.T) history.Event {
	e := says(one(t, "asked", reply.Unsubscribe, reply.Erasure, reply.Complaint), moment(t, "asked at").Add(time.Second))
	e.Reading.Legal = e.Leads() == reply.Complaint
	if e.Reading.Company = rapid.Bool().Draw(t, "for all"); e.Leads() != reply.Complaint {
		return e
	}
	return one(t, "how", e, history.Event{At: e.At, Type: history.Decision, Verdict: "stop"})
}

func wroteAnew(r history.Record, since time.Time) bool {
	return slices.ContainsFunc(r.Events, func(e history.Event) bool {
		return (e.Type == history.Reply || e.Type == history.Inbound) && e.At.After(since)
	})
}

// TestTheOrderOfEventsDoesNotMatter: their moments do. What is of one moment and
// one type stays in the order in which it was written down.
func TestTheOrderOfEventsDoesNotMatter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r, p := anyRecord(t), anyPlaybook(t)
		before := text(assess.Assess(r, p))
		r.Events = rapid.Permutation(r.Events).Draw(t, "order")
		if after := text(assess.Assess(r, p)); after != before {
			t.Fatalf("before:\n%s\nin another order:\n%s", before, after)
		}
	})
}

func FuzzParseCases(f *testing.F) {
	for _, data := range caseFiles(f) {
		f.Add(data)
	}
	f.Add([]byte(`[{"now":"2026-11-20","zone":"Asia/Tokyo","seen":{"gmail":null}}]`))
	f.Fuzz(func(t *testing.T, data []byte) {
		cases, _, err := assess.ParseCases(data, playbook.Balanced())
		if err != nil {
			return
		}
		for _, c := range cases {
			a := c.Assess()
			if fault := addsUp(nil, a); fault != "" {
				t.Error(fault)
			}
		}
	})
}

// TestLetGoStaysLetGo: after a break-up nothing that we do, and no farewell of
// theirs, changes that before its day; nor does anybody break up twice.
func TestLetGoStaysLetGo(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r, p := anyRecord(t), anyPlaybook(t)
		r = with(r, history.Event{At: now, Type: history.Decision, Verdict: "break-up", Kind: one(t, "let go", "ghosting", "no-fit", "not-worth-it", "tire-kicker")})
		for i := range rapid.IntRange(0, 3).Draw(t, "after") {
			at := now.Add(time.Duration(i+1) * time.Hour)
			bye := says(reply.Unclear, at)
			bye.Reading.Visible = "Thank you, all the best!"
			r = with(r, one(t, "what", bye, says(reply.NotInterested, at),
				history.Event{At: at, Type: history.Touch, Channel: one(t, "way", "email", "call", "linkedin", "voicemail")}))
		}
		r.Now = now.AddDate(0, 0, rapid.IntRange(1, 30).Draw(t, "days"))
		a := assess.Judge(r, p)
		allowed := []string{"pause", "stop", "your-turn", "hand-off"} // a customer complains, a promise is newer
		if !slices.Contains(allowed, a.Verdict) {
			t.Fatalf("%s by %s: %s", a.Verdict, a.Rule, a.Because)
		}
		for _, v := range a.Voices {
			if !slices.Contains(allowed, v.Verdict) {
				t.Fatalf("%s says %s: %s", v.Source, v.Verdict, v.Because)
			}
		}
	})
}

// TestNoGoodbyeIsSaidTwice: a last try was made, the rep went on, and all is silent
// again; whatever the rep finds out, no plan says goodbye once more.
func TestNoGoodbyeIsSaidTwice(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r, p := drawn(t, history.Touch, history.Reply, history.Promise), anyPlaybook(t)
		r.Customer, r.Account, r.Seen = false, nil, nil
		r = with(r,
			history.Event{At: now, Type: history.Decision, Verdict: "last-try"},
			history.Event{At: now.Add(time.Minute), Type: history.Touch, Channel: "email"},
			history.Event{At: now.Add(time.Hour), Type: history.Decision, Verdict: "keep"})
		for day := range rapid.IntRange(3, 20).Draw(t, "touches") {
			r = with(r, history.Event{At: now.AddDate(0, 0, 1+day), Type: history.Touch, Channel: one(t, "way", "email", "voicemail", "linkedin")})
		}
		r.Now = now.AddDate(0, 0, 33)
		if note := one(t, "note", "", "authority", "need"); note != "" {
			r = with(r, history.Event{At: r.Now, Type: history.Answer, Question: note, Text: "No"})
		}
		for _, s := range assess.Judge(r, p).Plan.Steps {
			if goodbye(s) {
				t.Fatalf("goodbye again: %s", s.Purpose)
			}
		}
	})
}
