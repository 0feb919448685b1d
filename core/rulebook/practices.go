package rulebook

import (
	"fmt"

	"cleanbreak/core/playbook"
	"cleanbreak/core/say"
)

// Practices are what is neither a rule nor a signal, by whose they are. The lists
// leave the source out, and the case where it is called as the practice is.
func Practices(p *playbook.Playbook) []Row {
	var rows []Row
	for _, of := range []struct {
		source string
		list   func(*playbook.Playbook) []Row
	}{
		{"hoffman", hoffman}, {"calvert", calvert}, {"pipedrive", pipedrive}, {"stanley", stanley}, {"lange", lange}, {"resonaid", resonaid},
		{"ours", counting}, {"ours", clock}, {"ours", deciding}, {"ours", after},
	} {
		for _, row := range of.list(p) {
			row.Source = of.source
			if row.Case == "" {
				row.Case = row.Name
			}
			rows = append(rows, row)
		}
	}
	return rows
}

func days(n int) string { return say.Count(n, "working day", "working days") }

func hoffman(p *playbook.Playbook) []Row {
	return []Row{
		{Name: "titles-do-not-count", Case: "title-intern", Shows: `"score": 67`,
			Observed: "Title, seniority, the name of a role.",
			Follows:  "Nothing: changing only the title changes nothing. What they are responsible for may."},
		{Name: "never-from-text", Case: "voice-hoffman-text-alone", Shows: `They say \"we\" and never \"I\"`,
			Observed:  "Signs read from what they wrote.",
			Follows:   "A hint with its quotes; one sign at least must be answered by the rep.",
			Threshold: fmt.Sprintf("%d answered", p.TireKicker.Answered)},
		{Name: "no-sign-of-an-empty-calendar", Case: "voice-hoffman-proposes-a-time", Shows: `"verdict": "your-turn"`,
			Observed: "A sentence that proposes a time.",
			Follows:  "Nothing: it does not mean that their days are empty."},
		{Name: "at-once", Case: "voice-hoffman-in-the-meeting", Shows: "Are you sure?",
			Observed: "The signs are there, even in the middle of a meeting.",
			Follows:  "At once, with the question whether the rep is sure: it is probably permanent."},
		{Name: "homework", Case: "voice-hoffman-tire-kicker", Shows: `"purpose": "tire-kicker"`,
			Observed: "A tire-kicker is let go.",
			Follows:  "Two documents, an overview and a longer guide, and the direct number; no appointment; said as praise for their questions."},
		{Name: "one-week", Case: "pause-homework-over", Shows: `"purpose": "colleague"`,
			Observed:  "Homework was given.",
			Follows:   "A week, then others in the company.",
			Threshold: days(p.Waits.AfterQuestion)},
		{Name: "i-never-heard-from-you", Case: "your-turn-returned-after-homework", Shows: `"purpose": "returned"`,
			Observed: "They come back after the week, and a colleague was asked meanwhile.",
			Follows:  "Welcome, and: I never heard from you."},
		{Name: "the-account-stays", Case: "voice-hoffman-tire-kicker", Shows: "No owner for the topic.",
			Observed: "Done with the person.",
			Follows:  "Not with the company: a step towards a colleague, and a neutral line for the CRM."},
		{Name: "one-in-a-hundred-returns", Case: "your-turn-reunion", Shows: `"purpose": "welcome-back"`,
			Observed: "Somebody let go writes again.",
			Follows:  "Welcome them; a new cycle, counts at zero."},
	}
}

func calvert(p *playbook.Playbook) []Row {
	return []Row{
		{Name: "unknown-is-maybe", Case: "keep-tier-unknown", Shows: `"rule": "keep"`,
			Observed: "The value, or whether they fit, is not known.",
			Follows:  "Neither invest nor let go."},
		{Name: "rotate", Case: "break-up-not-worth-it", Shows: "or give it to another rep",
			Observed:  "Let go because it is not worth it.",
			Follows:   "No farewell; later again, or another rep.",
			Threshold: fmt.Sprintf("%d months", p.Reassess.NotWorthIt)},
		{Name: "ten-ways", Case: "voice-calvert-attempts", Shows: "not tried yet: voicemail, letter, fax",
			Observed:  "Ways that are possible, enabled and untried.",
			Follows:   "Named, while the work is not done.",
			Threshold: fmt.Sprintf("%d attempts", p.Attempts.Times)},
		{Name: "a-dial-is-work", Case: "keep-dial-no-follow-up", Shows: "7 of 20 attempts",
			Observed: "A call that reached nobody.",
			Follows:  "An attempt, though no contact they could have answered."},
		{Name: "goodbye-on-one-day", Case: "voice-calvert-goodbye", Shows: `"channel": "live-message"`,
			Observed:  "The work is done.",
			Follows:   "A voicemail, an e-mail and a third kind, best a live message, on one day: who I am, what I tried, that it seems no priority, how to reach me.",
			Threshold: "3 kinds"},
		{Name: "a-checklist-through-the-day", Case: "pause-goodbye-begun", Shows: `"purpose": "goodbye"`,
			Observed: "The goodbye was begun today.",
			Follows:  "The kinds that are missing stay in the plan."},
		{Name: "only-after-value", Case: "voice-calvert-nothing-of-value", Shows: "give some before any goodbye",
			Observed: "Every touch is known to have given nothing.",
			Follows:  "A warning before the goodbye; what is not known never warns."},
		{Name: "never-vanish", Case: "voice-calvert-goodbye", Shows: `"purpose": "goodbye"`,
			Observed: "Silence looks bad.",
			Follows:  "A message, unless one was said already."},
		{Name: "the-time-saved", Case: "break-up-hours-freed", Shows: `"hours_freed": 2`,
			Observed: "What the attempts that are not made would have taken.",
			Follows:  "Hours for better prospects."},
		{Name: "the-next-best", Case: "list-better-prospects", Shows: `"prospect": "Kim Olsen"`,
			Observed:  "Several prospects judged together.",
			Follows:   "The hours of one let go point at the best of the others: who waits for you, then who is worth more than most, then by score.",
			Threshold: "3 prospects"},
	}
}

func pipedrive(p *playbook.Playbook) []Row {
	return []Row{
		{Name: "ask-who", Case: "break-up-no-authority", Shows: `"do": "ask"`,
			Observed:  "No power to buy nor to influence.",
			Follows:   "Ask who it should be, wait a week, then colleagues; the company stays.",
			Threshold: days(p.Waits.AfterQuestion)},
		{Name: "call-me-when-it-is-funded", Case: "break-up-second-soft", Shows: `"purpose": "no-budget"`,
			Observed: "No funds, for the second time.",
			Follows:  "Call me when it is funded; dropped for this cycle."},
		{Name: "discount-fishing", Case: "break-up-discount-fishing", Shows: `"rule": "second-soft"`,
			Observed: "The price again, after it was answered.",
			Follows:  "The second objection, which ends it."},
		{Name: "always-soon", Case: "break-up-always-soon", Shows: `"reassess": "2027-03-01"`,
			Observed: "Not now, and then not now again.",
			Follows:  "Dropped for this cycle, until the day they named."},
		{Name: "objections-are-answered", Case: "your-turn-no-budget", Shows: `"purpose": "answer.no-budget"`,
			Observed: "The first soft objection: price, timing, budget, vendor.",
			Follows:  "Answered before it ends anything."},
		{Name: "have-a-vendor", Case: "your-turn-has-vendor", Shows: "ask when it renews",
			Observed: "They have a vendor.",
			Follows:  "Ask when it renews."},
		{Name: "may-i-close-your-file", Case: "voice-pipedrive-five", Shows: `"purpose": "close-file"`,
			Observed: "They avoid, or ignore.",
			Follows:  "Ask whether their file is to stay open; silence closes it."},
		{Name: "opens", Case: "voice-pipedrive-opened", Shows: "but they opened some",
			Observed: "Mails that are known to be opened.",
			Follows:  "Count in this voice only."},
		{Name: "book-an-activity", Case: "keep-overdue-activity", Shows: "Book an activity, or let go",
			Observed: "A deal that rots.",
			Follows:  "Book an activity or let go is the next step; alone it ends nothing."},
		{Name: "five-complaints", Case: "hand-off-fifth-complaint", Shows: "stop selling, support takes over",
			Observed:  "A customer complains for the fifth time, or demands without end.",
			Follows:   "Support takes over, selling stops.",
			Threshold: fmt.Sprintf("%d complaints", p.Customers.Complaints)},
		{Name: "leave-in-peace", Case: "pause-satisfied", Shows: `"kind": "satisfied"`,
			Observed:  "A customer who is content, spends no more and does not engage.",
			Follows:   "A quiet pause.",
			Threshold: days(p.Waits.QuietCustomer)},
		{Name: "never-break-up-with-a-customer", Case: "customer-silent", Shows: `"kind": "satisfied"`,
			Observed: "A customer who is silent, or says no.",
			Follows:  "No last try and no break-up, under any voice."},
		{Name: "a-rule-has-an-action", Case: "last-try-cold", Shows: `"do": "send"`,
			Observed: "Every verdict.",
			Follows:  "At least one dated step, the same for every rep."},
		{Name: "one-button", Case: "last-try-team-words", Shows: "Dear Mara, this is my last message",
			Observed: "A goodbye is due.",
			Follows:  "Its draft, in the team's words where it has some, to be put in at a press."},
		{Name: "questions-before-each-stage", Case: "keep-qualified", Shows: "Still to ask before the next stage: authority, need",
			Observed: "Budget, authority, need, timing.",
			Follows:  "What is settled, and what is still to ask."},
		{Name: "ideal-prospect", Case: "invest-with-fit", Shows: "Like your ideal prospect",
			Observed: "The best customers, by repeated revenue.",
			Follows:  "Like them, or outside."},
	}
}

func stanley(p *playbook.Playbook) []Row {
	return []Row{
		{Name: "should-i-have-met-them", Case: "voice-stanley-should-have-met", Shows: "should you have?",
			Observed: "A meeting with somebody outside the ideal profile.",
			Follows:  "Asked at the first meeting; it counts toward letting go."},
		{Name: "the-message", Case: "break-up-chase", Shows: `"purpose": "release"`,
			Observed: "Silence after a no-show.",
			Follows:  "You sense another direction; with permission they leave the active list; no wish to be a pest; if you misread, call."},
		{Name: "8-to-14-seconds", Case: "break-up-chase", Shows: `"seconds": 1`,
			Observed:  "A voicemail.",
			Follows:   "Timed at the rep's rate and kept inside the band, which is a setting.",
			Threshold: fmt.Sprintf("%d to %d seconds at %d words a minute", p.Speech.From, p.Speech.To, p.Speech.WordsPerMinute)},
		{Name: "ending-in-silence", Case: "pause-let-go", Shows: `"kind": "let-go"`,
			Observed: "Silence after the message.",
			Follows:  "Truth early: let go, until the second look."},
		{Name: "ending-in-a-call-back", Case: "your-turn-rang-back", Shows: `"reunion": true`,
			Observed: "They call back.",
			Follows:  "Respect: welcome them, a new cycle."},
		{Name: "not-at-one-or-two", Case: "voice-stanley-two-calls", Shows: "2 of 6 calls without an answer",
			Observed:  "One or two calls.",
			Follows:   "Keep calling.",
			Threshold: fmt.Sprintf("%d calls", p.Calls.Calls)},
		{Name: "after-a-meeting", Case: "voice-stanley-after-meeting", Shows: "5 of 5 follow-ups after your meeting",
			Observed:  "Silence after a meeting.",
			Follows:   "Five follow-ups first.",
			Threshold: fmt.Sprintf("%d follow-ups", p.Calls.AfterMeeting)},
		{Name: "voicemails-prove-nothing", Case: "voice-stanley-voicemails", Shows: "voicemails alone prove nothing",
			Observed: "Voicemails, and nothing else.",
			Follows:  "Keep: most first ones are never returned."},
		{Name: "five-minutes", Case: "your-turn-inbound-fresh", Shows: `"answer_by": "2026-11-20T09:03:00Z"`,
			Observed:  "A web lead, just now.",
			Follows:   "A running clock, and a call first.",
			Threshold: fmt.Sprintf("%d minutes", p.Waits.FreshInbound)},
	}
}

func lange(p *playbook.Playbook) []Row {
	return []Row{
		{Name: "unless-a-date-is-booked", Case: "voice-lange-pushed-back-booked", Shows: `"rule": "meeting-booked"`,
			Observed: "They moved the meeting the second time, and booked a new date.",
			Follows:  "Keep: confirm it."},
		{Name: "an-answer-revives", Case: "your-turn-last-try-answered", Shows: `"verdict": "your-turn"`,
			Observed: "They answer the last try.",
			Follows:  "Your turn."},
		{Name: "silence-ends", Case: "voice-lange-silence-ends", Shows: "Close it without another message",
			Observed:  "They do not.",
			Follows:   "Closed, without another message.",
			Threshold: days(p.Waits.AfterLastTry)},
		{Name: "say-what-you-invested", Case: "break-up-over-invested", Shows: "about 11 hours",
			Observed: "Four times the usual work.",
			Follows:  "Say what was put in, and that no more comes before a decision."},
		{Name: "colleagues-few-in-small-companies", Case: "break-up-small-company", Shows: `"kind": "no-authority"`,
			Observed:  "A company of hardly anybody else.",
			Follows:   "No step towards colleagues.",
			Threshold: "10 people"},
		{Name: "check-in-later", Case: "break-up-last-try-unanswered", Shows: `"reassess": "2027-02-22"`,
			Observed:  "Let go.",
			Follows:   "A day for the second look.",
			Threshold: fmt.Sprintf("%d months", p.Reassess.Months)},
		{Name: "context-first", Case: "clock-absence", Shows: `"verdict": "keep"`,
			Observed: "Vacation, holidays, a conference, year-end.",
			Follows:  "The clock stops."},
		{Name: "not-after-two", Case: "keep-two-touches", Shows: "too early to read the silence",
			Observed:  "One or two touches.",
			Follows:   "Silence is not judged, whatever the numbers say.",
			Threshold: say.Count(p.Floor.Touches, "touch", "touches")},
		{Name: "what-it-brings", Case: "break-up-hours-freed", Shows: `"hours_worth": 240`,
			Observed: "Letting go.",
			Follows:  "Hours freed, and what they are worth by the playbook."},
	}
}

func resonaid(*playbook.Playbook) []Row {
	return []Row{
		{Name: "hooks", Case: "keep-hooks", Shows: `"from": "activity"`,
			Observed: "Something personal on the page: a new role, a shared school, a post.",
			Follows:  "Opens a first or middle touch, and says where it comes from."},
		{Name: "never-in-a-goodbye", Case: "last-try-no-hooks", Shows: `"hooks": []`,
			Observed: "The same, with a goodbye.",
			Follows:  "Left out."},
	}
}
