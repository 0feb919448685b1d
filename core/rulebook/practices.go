package rulebook

import (
	"fmt"

	"cleanbreak/core/playbook"
	"cleanbreak/core/say"
)

// Practices are what is neither a rule nor a signal, by whose they are.
func Practices(p *playbook.Playbook) []Row {
	var rows []Row
	for _, of := range []func(*playbook.Playbook) []Row{hoffman, calvert, pipedrive, stanley, lange, resonaid, counting, clock, deciding, after} {
		rows = append(rows, of(p)...)
	}
	return rows
}

func days(n int) string { return say.Count(n, "working day", "working days") }

func hoffman(p *playbook.Playbook) []Row {
	const s = "hoffman"
	return []Row{
		{"titles-do-not-count", s, "Title, seniority, the name of a role.", "Nothing: changing only the title changes nothing. What they are responsible for may.", "", "title-intern", "", `"score": 67`},
		{"never-from-text", s, "Signs read from what they wrote.", "A hint with its quotes; one sign at least must be answered by the rep.", fmt.Sprintf("%d answered", p.TireKicker.Answered), "voice-hoffman-text-alone", "", `They say \"we\" and never \"I\"`},
		{"no-sign-of-an-empty-calendar", s, "A sentence that proposes a time.", "Nothing: it does not mean that their days are empty.", "", "voice-hoffman-proposes-a-time", "", `"verdict": "your-turn"`},
		{"at-once", s, "The signs are there, even in the middle of a meeting.", "At once, with the question whether the rep is sure: it is probably permanent.", "", "voice-hoffman-in-the-meeting", "", "Are you sure?"},
		{"homework", s, "A tire-kicker is let go.", "Two documents, an overview and a longer guide, and the direct number; no appointment; said as praise for their questions.", "", "voice-hoffman-tire-kicker", "", `"purpose": "tire-kicker"`},
		{"one-week", s, "Homework was given.", "A week, then others in the company.", days(p.Waits.AfterQuestion), "pause-homework-over", "", `"purpose": "colleague"`},
		{"i-never-heard-from-you", s, "They come back after the week, and a colleague was asked meanwhile.", "Welcome, and: I never heard from you.", "", "your-turn-returned-after-homework", "", `"purpose": "returned"`},
		{"the-account-stays", s, "Done with the person.", "Not with the company: a step towards a colleague, and a neutral line for the CRM.", "", "voice-hoffman-tire-kicker", "", "No owner for the topic."},
		{"one-in-a-hundred-returns", s, "Somebody let go writes again.", "Welcome them; a new cycle, counts at zero.", "", "your-turn-reunion", "", `"purpose": "welcome-back"`},
	}
}

func calvert(p *playbook.Playbook) []Row {
	const s = "calvert"
	return []Row{
		{"unknown-is-maybe", s, "The value, or whether they fit, is not known.", "Neither invest nor let go.", "", "keep-tier-unknown", "", `"rule": "keep"`},
		{"rotate", s, "Let go because it is not worth it.", "No farewell; later again, or another rep.", fmt.Sprintf("%d months", p.Reassess.NotWorthIt), "break-up-not-worth-it", "", "or give it to another rep"},
		{"ten-ways", s, "Ways that are possible, enabled and untried.", "Named, while the work is not done.", fmt.Sprintf("%d attempts", p.Attempts.Times), "voice-calvert-attempts", "", "not tried yet: voicemail, letter, fax"},
		{"a-dial-is-work", s, "A call that reached nobody.", "An attempt, though no contact they could have answered.", "", "keep-dial-no-follow-up", "", "7 of 20 attempts"},
		{"goodbye-on-one-day", s, "The work is done.", "A voicemail, an e-mail and a third kind, best a live message, on one day: who I am, what I tried, that it seems no priority, how to reach me.", "3 kinds", "voice-calvert-goodbye", "", `"channel": "live-message"`},
		{"a-checklist-through-the-day", s, "The goodbye was begun today.", "The kinds that are missing stay in the plan.", "", "pause-goodbye-begun", "", `"purpose": "goodbye"`},
		{"only-after-value", s, "Every touch is known to have given nothing.", "A warning before the goodbye; what is not known never warns.", "", "voice-calvert-nothing-of-value", "", "give some before any goodbye"},
		{"never-vanish", s, "Silence looks bad.", "A message, unless one was said already.", "", "voice-calvert-goodbye", "", `"purpose": "goodbye"`},
		{"the-time-saved", s, "What the attempts that are not made would have taken.", "Hours for better prospects.", "", "break-up-hours-freed", "", `"hours_freed": 2`},
		{"the-next-best", s, "Several prospects judged together.", "The hours of one let go point at the best of the others: who waits for you, then who is worth more than most, then by score.", "3 prospects", "list-better-prospects", "", `"prospect": "Kim Olsen"`},
	}
}

func pipedrive(p *playbook.Playbook) []Row {
	const s = "pipedrive"
	return []Row{
		{"ask-who", s, "No power to buy nor to influence.", "Ask who it should be, wait a week, then colleagues; the company stays.", days(p.Waits.AfterQuestion), "break-up-no-authority", "", `"do": "ask"`},
		{"call-me-when-it-is-funded", s, "No funds, for the second time.", "Call me when it is funded; dropped for this cycle.", "", "break-up-second-soft", "", `"purpose": "no-budget"`},
		{"discount-fishing", s, "The price again, after it was answered.", "The second objection, which ends it.", "", "break-up-discount-fishing", "", `"rule": "second-soft"`},
		{"always-soon", s, "Not now, and then not now again.", "Dropped for this cycle, until the day they named.", "", "break-up-always-soon", "", `"reassess": "2027-03-01"`},
		{"objections-are-answered", s, "The first soft objection: price, timing, budget, vendor.", "Answered before it ends anything.", "", "your-turn-no-budget", "", `"purpose": "answer.no-budget"`},
		{"have-a-vendor", s, "They have a vendor.", "Ask when it renews.", "", "your-turn-has-vendor", "", "ask when it renews"},
		{"may-i-close-your-file", s, "They avoid, or ignore.", "Ask whether their file is to stay open; silence closes it.", "", "voice-pipedrive-five", "", `"purpose": "close-file"`},
		{"opens", s, "Mails that are known to be opened.", "Count in this voice only.", "", "voice-pipedrive-opened", "", "but they opened some"},
		{"book-an-activity", s, "A deal that rots.", "Book an activity or let go is the next step; alone it ends nothing.", "", "keep-overdue-activity", "", "Book an activity, or let go"},
		{"five-complaints", s, "A customer complains for the fifth time, or demands without end.", "Support takes over, selling stops.", fmt.Sprintf("%d complaints", p.Customers.Complaints), "hand-off-fifth-complaint", "", "stop selling, support takes over"},
		{"leave-in-peace", s, "A customer who is content, spends no more and does not engage.", "A quiet pause.", days(p.Waits.QuietCustomer), "pause-satisfied", "", `"kind": "satisfied"`},
		{"never-break-up-with-a-customer", s, "A customer who is silent, or says no.", "No last try and no break-up, under any voice.", "", "customer-silent", "", `"kind": "satisfied"`},
		{"a-rule-has-an-action", s, "Every verdict.", "At least one dated step, the same for every rep.", "", "last-try-cold", "", `"do": "send"`},
		{"one-button", s, "A goodbye is due.", "Its draft, in the team's words where it has some, to be put in at a press.", "", "last-try-team-words", "", "Dear Mara, this is my last message"},
		{"questions-before-each-stage", s, "Budget, authority, need, timing.", "What is settled, and what is still to ask.", "", "keep-qualified", "", "Still to ask before the next stage: authority, need"},
		{"ideal-prospect", s, "The best customers, by repeated revenue.", "Like them, or outside.", "", "invest-with-fit", "", "Like your ideal prospect"},
	}
}

func stanley(p *playbook.Playbook) []Row {
	const s = "stanley"
	return []Row{
		{"should-i-have-met-them", s, "A meeting with somebody outside the ideal profile.", "Asked at the first meeting; it counts toward letting go.", "", "voice-stanley-should-have-met", "", "should you have?"},
		{"the-message", s, "Silence after a no-show.", "You sense another direction; with permission they leave the active list; no wish to be a pest; if you misread, call.", "", "break-up-chase", "", `"purpose": "release"`},
		{"8-to-14-seconds", s, "A voicemail.", "Timed at the rep's rate and kept inside the band, which is a setting.", fmt.Sprintf("%d to %d seconds at %d words a minute", p.Speech.From, p.Speech.To, p.Speech.WordsPerMinute), "break-up-chase", "", `"seconds": 1`},
		{"ending-in-silence", s, "Silence after the message.", "Truth early: let go, until the second look.", "", "pause-let-go", "", `"kind": "let-go"`},
		{"ending-in-a-call-back", s, "They call back.", "Respect: welcome them, a new cycle.", "", "your-turn-rang-back", "", `"reunion": true`},
		{"not-at-one-or-two", s, "One or two calls.", "Keep calling.", fmt.Sprintf("%d calls", p.Calls.Calls), "voice-stanley-two-calls", "", "2 of 6 calls without an answer"},
		{"after-a-meeting", s, "Silence after a meeting.", "Five follow-ups first.", fmt.Sprintf("%d follow-ups", p.Calls.AfterMeeting), "voice-stanley-after-meeting", "", "5 of 5 follow-ups after your meeting"},
		{"voicemails-prove-nothing", s, "Voicemails, and nothing else.", "Keep: most first ones are never returned.", "", "voice-stanley-voicemails", "", "voicemails alone prove nothing"},
		{"five-minutes", s, "A web lead, just now.", "A running clock, and a call first.", fmt.Sprintf("%d minutes", p.Waits.FreshInbound), "your-turn-inbound-fresh", "", `"answer_by": "2026-11-20T09:03:00Z"`},
	}
}

func lange(p *playbook.Playbook) []Row {
	const s = "lange"
	return []Row{
		{"unless-a-date-is-booked", s, "They moved the meeting the second time, and booked a new date.", "Keep: confirm it.", "", "voice-lange-pushed-back-booked", "", `"rule": "meeting-booked"`},
		{"an-answer-revives", s, "They answer the last try.", "Your turn.", "", "your-turn-last-try-answered", "", `"verdict": "your-turn"`},
		{"silence-ends", s, "They do not.", "Closed, without another message.", days(p.Waits.AfterLastTry), "voice-lange-silence-ends", "", "Close it without another message"},
		{"say-what-you-invested", s, "Four times the usual work.", "Say what was put in, and that no more comes before a decision.", "", "break-up-over-invested", "", "about 11 hours"},
		{"colleagues-few-in-small-companies", s, "A company of hardly anybody else.", "No step towards colleagues.", "10 people", "break-up-small-company", "", `"kind": "no-authority"`},
		{"check-in-later", s, "Let go.", "A day for the second look.", fmt.Sprintf("%d months", p.Reassess.Months), "break-up-last-try-unanswered", "", `"reassess": "2027-02-22"`},
		{"context-first", s, "Vacation, holidays, a conference, year-end.", "The clock stops.", "", "clock-absence", "", `"verdict": "keep"`},
		{"not-after-two", s, "One or two touches.", "Silence is not judged, whatever the numbers say.", say.Count(p.Floor.Touches, "touch", "touches"), "keep-two-touches", "", "too early to read the silence"},
		{"what-it-brings", s, "Letting go.", "Hours freed, and what they are worth by the playbook.", "", "break-up-hours-freed", "", `"hours_worth": 240`},
	}
}

func resonaid(*playbook.Playbook) []Row {
	const s = "resonaid"
	return []Row{
		{"hooks", s, "Something personal on the page: a new role, a shared school, a post.", "Opens a first or middle touch, and says where it comes from.", "", "keep-hooks", "", `"from": "activity"`},
		{"never-in-a-goodbye", s, "The same, with a goodbye.", "Left out.", "", "last-try-no-hooks", "", `"hooks": []`},
	}
}
