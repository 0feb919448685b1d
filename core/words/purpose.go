package words

// Purpose is one thing a message is for.
type Purpose struct {
	Name    string
	About   string // what the message does, for the rep
	Goodbye bool   // it says that we stop; a plan says it once
	Hooks   bool   // it may open with something personal from the page
}

// Purposes lists what there are words for. Every one has an e-mail and a short
// message; those for which one would call have something to say too.
var Purposes = []Purpose{
	{Name: "answer.interested", About: "They are interested: thank them and agree on a time."},
	{Name: "answer.question", About: "They asked something: the answer, and an offer to go on."},
	{Name: "answer.no-budget", About: "First word about price or budget: a smaller start or the next budget, or leave it."},
	{Name: "answer.has-vendor", About: "They have a provider: respect it, and ask when the agreement renews."},
	{Name: "answer.renewal", About: "They said when their agreement renews: it is noted, and nothing comes before that is near."},
	{Name: "answer.renewal-soon", About: "Their agreement renews soon: offer to talk now."},
	{Name: "answer.postpone", About: "They named a later date: it is noted, and nothing comes before it."},
	{Name: "answer.not-interested", About: "Their first no: accept it, ask one honest question, leave an easy way out."},
	{Name: "answer.reschedule", About: "They want another time: offer to move the meeting."},
	{Name: "answer.other-channel", About: "They prefer another way of being reached: it will be used."},
	{Name: "answer.unclear", About: "It is not clear what they want: leave them time, with two plain choices."},
	{Name: "answer.inbound", About: "They came by themselves: answer, be sorry where they had to wait, and ask what made them look."},
	{Name: "answer.referral", About: "They named somebody: thank them, and say that their name will be used."},
	{Name: "answer.wrong-person", About: "They are not responsible: leave them alone, and ask for a name."},
	{Name: "answer.no-fit", About: "They say that it is no fit: accept it and stop.", Goodbye: true},
	{Name: "promise", About: "Deliver what was promised; the rep writes it in."},
	{Name: "confirm", About: "Confirm a meeting and offer to prepare a question."},
	{Name: "confirm-away", About: "The meeting falls into their absence: ask for another date."},
	{Name: "referred", About: "First contact with the person somebody named.", Hooks: true},
	{Name: "successor", About: "First contact with the person an automatic reply names after somebody left.", Hooks: true},
	{Name: "first", About: "First contact: one thing of use.", Hooks: true},
	{Name: "again", About: "A contact after a while, on the day they gave where they gave one."},
	{Name: "next", About: "A contact in between: one more thing of use.", Hooks: true},
	{Name: "last-try", About: "One short note: I stop unless I hear from you.", Goodbye: true},
	{Name: "pushed-back", About: "They moved the meeting again and again: no other date from me unless I hear from you.", Goodbye: true},
	{Name: "close-file", About: "Ask whether their file stays open; silence closes it.", Goodbye: true},
	{Name: "goodbye", About: "Who I am, what I tried, that I take it as no priority, how to reach me.", Goodbye: true},
	{Name: "release", About: "I sense another direction; with permission they leave my list; if I misread, call.", Goodbye: true},
	{Name: "no-budget", About: "Price or budget stands against it: call me when the budget allows it.", Goodbye: true},
	{Name: "no-authority", About: "The decision is not theirs: ask whose it is."},
	{Name: "no-fit", About: "It does not solve their problem: say so and stop.", Goodbye: true},
	{Name: "not-interested", About: "Their second no: accepted, clear and kind.", Goodbye: true},
	{Name: "competitor", About: "They stay with their provider: leave it there, and be there before it renews.", Goodbye: true},
	{Name: "tire-kicker", About: "Homework: two documents, my number, no appointment until they have read them.", Goodbye: true},
	{Name: "over-invested", About: "What I put in, and that no more comes before a decision.", Goodbye: true},
	{Name: "not-now", About: "Not the moment: nothing comes before a date.", Goodbye: true},
	{Name: "colleague", About: "First contact with another person at the company.", Hooks: true},
	{Name: "known-colleague", About: "To somebody at the company who is in touch with one of us already.", Hooks: true},
	{Name: "returned", About: "They come back after their homework, when colleagues have been asked already."},
	{Name: "welcome-back", About: "They come back after a break-up: welcome them."},
	{Name: "deputy", About: "To the deputy of somebody who is away."},
}

// Find gives the purpose with that name.
func Find(name string) (Purpose, bool) {
	p := find(name)
	return *p, p.Name != ""
}

func find(name string) *Purpose {
	for i := range Purposes {
		if Purposes[i].Name == name {
			return &Purposes[i]
		}
	}
	return &Purpose{}
}
