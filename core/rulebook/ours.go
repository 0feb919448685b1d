package rulebook

import (
	"fmt"

	"cleanbreak/core/playbook"
	"cleanbreak/core/say"
)

// counting is what a history counts: accounts, motions, cycles, touches.
func counting(p *playbook.Playbook) []Row {
	const s = "ours"
	e := p.Persistence
	return []Row{
		{"nobody-tracks", s, "Nobody pressed Track, no import names them and no rule of the playbook matches.", "Nothing is judged, and nothing is kept.", "", "who-nobody-tracks", "", `"tracked": false`},
		{"a-rule-tracks", s, "A playbook's rule matches: an address, a profile, a domain.", "They are tracked without a press.", "", "who-a-rule-tracks", "", `"tracked": true`},
		{"own-domains", s, "Somebody of the team's own domains.", "Never tracked.", "", "who-own-domain", "", "the team's own: never tracked"},
		{"never-list", s, "Somebody on the never-list.", "Never tracked, whoever asks.", "", "who-never-list", "", "on the never-list: not tracked"},
		{"in-copy", s, "A touch in which they are only in copy.", "Half a touch: two of them count as one, and neither answers them.", "", "keep-in-copy", "", "7 of 8 touches tried"},
		{"logged-and-seen", s, "A touch logged by hand that a page shows too.", "Counts once, as the page has it.", "within 12 hours", "keep-logged-and-seen", "", "7 of 8 touches tried"},
		{"account", s, "Somebody else at the company is in touch, or meets us.", "No ghosting verdict for the others: another way in.", days(p.Account.TwoWayDays), "account-colleague-answered", "", "Try another way in: Jo Berg answered Anna on 19 Nov"},
		{"account-long-ago", s, "Their contact is longer ago.", "The silence is judged.", "", "account-long-ago", "", `"rule": "persistence"`},
		{"no-stranger", s, "That somebody is in touch with one of us.", "Written to as such, not as a stranger.", "", "account-known-colleague", "", `"purpose": "known-colleague"`},
		{"motion-cold", s, "We wrote first.", "The cold numbers.", fmt.Sprintf("%d touches over %s", e.Cold.Touches, days(e.Cold.Days)), "last-try-cold", "", `"motion": "cold"`},
		{"motion-inbound", s, "They came first.", "The inbound numbers.", fmt.Sprintf("%d calls and %d e-mails over %s", e.Inbound.Calls, e.Inbound.Emails, days(e.Inbound.Days)), "last-try-inbound", "", `"motion": "inbound"`},
		{"motion-engaged", s, "They replied or met, then fell silent.", "The engaged numbers.", fmt.Sprintf("%d over %s, %d after a meeting", e.Engaged.Touches, days(e.Engaged.Days), e.Engaged.AfterMeeting), "last-try-engaged", "", `"motion": "engaged"`},
		{"motion-proposal", s, "A proposal is out.", "The proposal's numbers, and a second contact tried.", fmt.Sprintf("%d over %s", e.Proposal.Touches, days(e.Proposal.Days)), "last-try-proposal", "", `"motion": "proposal"`},
		{"second-contact", s, "A proposal, and nobody else there was tried.", "Keep: somebody else first.", "", "keep-proposal-one-contact", "", "try somebody else at the company"},
		{"ceiling", s, "A channel at its ceiling.", "Another channel.", fmt.Sprintf("%d e-mails, %d LinkedIn messages", p.Ceilings.Email, p.Ceilings.LinkedIn), "keep-email-ceiling", "", `"channel": "call"`},
		{"ceiling-of-all", s, "No other channel is possible.", "A last try, and it says so.", "", "last-try-ceiling", "", "no channel is left that is not at its ceiling"},
		{"cycle-by-reassessment", s, "The day of the second look has come.", "A new cycle, counts at zero.", "", "keep-reassess-due", "", `"cycle": 2`},
		{"cycle-by-reunion", s, "They come back after being let go.", "A new cycle.", "", "your-turn-reunion", "", `"reunion": true`},
		{"cycle-by-silence", s, "No touch for long.", "A new cycle.", fmt.Sprintf("%d days", p.Cycle.Days), "keep-ninety-days", "", `"cycle": 2`},
		{"older-noes", s, "A no of an earlier cycle.", "History: the next one is a first no.", "", "your-turn-older-no", "", "In an earlier cycle they said no on 4 Mar"},
		{"an-opt-out-has-no-cycle", s, "An opt-out of years ago.", "Stop.", "", "stop-earlier-cycle", "", "They asked on 7 Oct 2024 not to be contacted"},
		{"conversation", s, "A conversation, or a call that reached them.", "Two-way: silence starts again, and it asks for its outcome.", "", "keep-conversation", "", "Say what came of your conversation"},
		{"dial", s, "A call that left no word.", "A touch and work done, and none of the follow-ups they ignored.", "", "keep-dial-no-follow-up", "", "1 of 5 contacts without a response"},
		{"bounce", s, "A mail that did not arrive.", "No touch: another address, or another channel.", "", "keep-bounced", "", "Find another address"},
		{"bounce-message", s, "A bounce in the mailbox.", "Marks the mail before it.", "", "keep-bounce-message", "", "Wrong address: 1 mail did not arrive"},
		{"automatic-answer", s, "A machine answers.", "No reply: the silence goes on.", "", "last-try-auto-reply", "", `"motion": "cold"`},
		{"click", s, "A click, an accepted invitation, a reaction.", "One touch more, on that channel; silence goes on.", "", "keep-clicked", "", "8 of 9 touches"},
		{"moved-twice", s, "An activity moved twice.", "Resets nothing.", "", "keep-moved-twice", "", `"signal": "rotting"`},
		{"overdue", s, "An activity that is overdue.", "Resets nothing.", "", "keep-overdue-activity", "", `"signal": "rotting"`},
	}
}

// clock is what the days are.
func clock(p *playbook.Playbook) []Row {
	const s = "ours"
	quiet := ""
	for _, q := range p.Quiet {
		quiet += q.From + " to " + q.To + " "
	}
	return []Row{
		{"weekends", s, "Saturdays and Sundays.", "Do not count; no step stands on one.", "", "clock-weekend", "", `"on": "2026-11-23"`},
		{"public-holidays", s, "Public holidays where they are.", "The same.", "", "clock-holiday", "", `"on": "2026-11-27"`},
		{"own-holidays", s, "The team's own days off.", "The same.", "", "clock-own-holidays", "", `"on": "2026-12-09"`},
		{"absence", s, "Their dated absence.", "The days do not count.", "", "clock-absence", "", `"verdict": "keep"`},
		{"back-early", s, "They write although they are away.", "They are back.", "", "your-turn-back-early", "", `"on": "2026-11-20"`},
		{"quiet-period", s, "The quiet period.", "Does not count, and is never itself a verdict; steps move off it.", quiet, "keep-quiet-period", "", `"on": "2027-01-05"`},
	}
}

// deciding is what holds for every verdict.
func deciding(p *playbook.Playbook) []Row {
	const s = "ours"
	return []Row{
		{"stop-for-all-identities", s, "An opt-out.", "Every address that is known of them goes on the list.", "", "stop-all-identities", "", `in/mara-lindqvist"`},
		{"stop-for-the-company", s, "They, or a colleague of theirs, asked for the company.", "Everybody there.", "", "stop-company-colleague", "", "everybody at the company on the do-not-contact list"},
		{"legal-threat", s, "A prospect's legal threat, or word of harassment.", "Counts as asking.", "", "stop-legal-threat", "", "which counts as asking not to be contacted"},
		{"lift", s, "A manager lifts a stop.", "Counting goes on; a rep cannot.", "", "stop-lifted", "", `"verdict": "keep"`},
		{"they-write-anew", s, "They write to us after their stop.", "Answering that is allowed.", "", "stop-wrote-anew", "", "answering that is allowed"},
		{"erasure", s, "A request to erase their data.", "A dated task.", fmt.Sprintf("%d month", p.Waits.ErasureMonths), "stop-erasure", "", `"do": "erase"`},
		{"erasure-overdue", s, "The day for it is over.", "At once, and since when.", "", "stop-erasure-overdue", "", "and it was due by 10 Feb"},
		{"erasure-done", s, "It is ticked as done.", "So it stays; the stop stays too, until a manager lifts it.", "", "stop-erasure-done", "", "done on 2 Feb"},
		{"a-bare-message-after-a-stop", s, "Something comes from them after their stop, and what they want is not known.", "Still stop, and nothing is drafted.", "", "stop-came-unread", "", "only a manager lifts the stop"},
		{"answered-evidence", s, "A break-up was decided.", "The state is the pause; the same evidence does not speak again.", "", "pause-after-second-no", "", `"kind": "let-go"`},
		{"promised-again", s, "A promise made again after it was kept.", "Open.", "", "your-turn-promise-made-again", "", "You promised: call"},
		{"older-promise", s, "A promise older than the final no.", "Does not outrank it.", "", "pause-promise-lapsed", "", `"kind": "let-go"`},
		{"no-and-a-name", s, "They say that it is no fit, or no, and name somebody.", "Thank them, and follow it.", "", "your-turn-no-fit-names-another", "", "they said no, and named somebody"},
		{"told-that-they-left", s, "Somebody else answers that they left.", "The one who wrote is answered, and nobody gone is looked at again.", "", "break-up-left-told-by-another", "", `"reassess": null`},
		{"referral", s, "They name somebody.", "Thank them, and follow it.", "", "your-turn-referral", "", `"purpose": "referred"`},
		{"their-day", s, "Not before a day they name.", "A pause until then, and an acknowledgement today.", "", "pause-not-before", "", `"until": "2027-04-01"`},
		{"no-day", s, "Not now, and no day.", "A pause.", fmt.Sprintf("%d months", p.Reassess.PauseMonths), "pause-no-date", "", "named no day"},
		{"renewal", s, "Their vendor's contract renews.", "A pause until well before it.", fmt.Sprintf("%d days before", p.Waits.RenewalNotice), "pause-renewal", "", `"kind": "competitor"`},
		{"long-absence", s, "They are away for long.", "Ask the deputy.", "over " + days(p.Waits.LongAbsence), "pause-long-absence", "", `"purpose": "deputy"`},
		{"homework-is-suggested", s, "Two signs of a tire-kicker, in Balanced.", "Homework is suggested, not decided.", "", "keep-homework-suggested", "", "consider homework"},
		{"few-closed-deals", s, "Four times the usual, known from few deals.", "Only shown.", fmt.Sprintf("under %d deals", p.Overwork.Deals), "keep-over-invested-few-deals", "", "as far as 8 closed deals can tell"},
		{"coverage", s, "A place where they could have answered was not looked at since the last touch.", "Keep, marked unsure; the next step is to check.", "", "keep-unsure-not-looked", "", `"do": "check"`},
		{"the-reps-word", s, "The rep says that they looked.", "Enough.", "", "last-try-reps-word", "", `"unsure": []`},
		{"taken-as-complete", s, "A case or an import that says nothing of it.", "Taken as complete.", "", "last-try-cold", "", `"unsure": []`},
		{"one-goodbye", s, "A goodbye was said in this cycle.", "Not said again: closed in silence.", "", "break-up-second-silence", "", "you said goodbye on 3 Sep"},
		{"until-it-is-sent", s, "A break-up was pressed, and no message of it is known.", "Its goodbye stays in the plan until it is sent, or ticked as not to be.", "", "pause-goodbye-not-sent", "", `"do": "unsaid"`},
		{"never-given-homework", s, "Homework was decided and never sent.", "Nobody is waited for before it is.", "", "pause-homework-not-sent", "", `"kind": "let-go"`},
		{"voices-beside", s, "The five sources.", "Each says what it would decide; the team's playbook decides.", "", "voices-differ", "", `"source": "lange"`},
		{"voices-wait", s, "A voice's last try or goodbye.", "Waits after the last touch.", days(voiceWait()), "voices-wait-five-days", "", "wait until 25 Nov"},
		{"score-limit", s, "The parts leave 0 to 100.", "A part named limit makes up for it, so that they add up exactly.", "", "score-limit", "", `"signal": "limit"`},
		{"dismissed", s, "The rep says that a piece of evidence counts for nothing.", "Until the next touch; never an opt-out.", "", "your-turn-dismissed-no", "", `"verdict": "your-turn"`},
		{"disagreed", s, "The rep disagrees with a rule.", "It does not speak until the next touch.", "", "keep-disagreed", "", `"verdict": "keep"`},
		{"flips", s, "Every verdict.", "The smallest changes that would change it.", say.Count(5, "change", "changes") + " at most", "last-try-cold", "", `"if": "a reply that shows interest"`},
	}
}

func voiceWait() int {
	p, err := playbook.Named(playbook.Voices[0])
	if err != nil {
		panic(err)
	}
	return p.Waits.BeforeGoodbye
}

// after is what goes into the books.
func after(p *playbook.Playbook) []Row {
	const s = "ours"
	return []Row{
		{"second-look", s, "Let go.", "Look again after some months.", fmt.Sprintf("%d months, %d where it was not worth it", p.Reassess.Months, p.Reassess.NotWorthIt), "break-up-not-worth-it", "", `"reassess": "2027-05-20"`},
		{"second-look-on-their-day", s, "Let go, and they named a day.", "Look again on that day.", "", "break-up-always-soon", "", `"reassess": "2027-03-01"`},
		{"second-look-on-their-event", s, "Let go or paused, and they gave an event instead of a day.", "Look again when it comes, at the latest on the day.", "", "pause-let-go-awaits", "", "or sooner: their new plant opens"},
		{"their-event-came", s, "The event they gave.", "The pause is over.", "", "keep-awaited-event", "", "What they were waiting for came on 17 Nov"},
		{"trigger", s, "A new job, funding, a renewal.", "Look again before the day; after a break-up in a new cycle.", "", "keep-trigger", "", "They were funded on 18 Nov: time for a second look"},
		{"crm-note", s, "A verdict.", "A note and a closed-lost reason in neutral words.", "", "voice-hoffman-tire-kicker", "", `"closed_lost_reason": "no owner for the topic"`},
		{"lead-status", s, "A lead is let go.", "Unqualified, bad timing, or nurture, which hands over to marketing.", "", "break-up-last-try-unanswered", "", `"lead_status": "nurture"`},
		{"suppression", s, "A stop.", "A row for each address, for every CRM.", "", "stop-asked", "", `"do": "suppress"`},
		{"out-of-the-sequence", s, "A stop or a break-up.", "A step: take them out of every sequence.", "", "break-up-second-no", "", `"do": "remove-from-sequence"`},
		{"until-ticked", s, "The same, after the break-up was decided.", "The step stays until it is ticked.", "", "pause-let-go", "", `"do": "remove-from-sequence"`},
		{"ticked", s, "A step that leaves no trace is ticked.", "Done; with the next touch everything begins anew.", "", "stop-ticked", "", `"done": true`},
	}
}
