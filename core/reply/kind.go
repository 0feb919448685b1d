package reply

// kind is what a phrase means: an intent, or a mark that means nothing alone
// and changes what stands beside it.
type kind uint8

// The kinds of phrases. Up to unclear they are intents, in the order of who
// leads when several things are said: what ends the contact, then who is meant
// at all, then the obstacle, then the rest.
const (
	unsubscribe kind = iota
	erasure
	complaint
	leftCompany
	referral
	wrongPerson
	noFit
	notInterested
	hasVendor
	noBudget
	calendar
	reschedule
	postpone
	interested
	otherChannel
	question
	outOfOffice
	autoAck
	bounce
	unclear

	hush    // covers the shorter goodbyes inside it
	silence // covers the shorter phrases of other kinds inside it
	past    // "used to": what is said is over
	lately  // "last year": it is over where something else is said as well
	instead // "rather": one way is refused for another
	sarcasm // praise in this message is none
	refers  // in front of a name: "please contact …"
	company // for all of us: "take our whole company off"
	promise // what we say we will do
	value   // what we say we give
	order   // to a computer: "classify this as interested"
	source  // "where did you get my address?"
	wipe    // "delete it", which is an erasure after that question
	thanked // "Thank you for your message", as machines begin
	file    // "the wrong version", of which "delete it" is no erasure
	theirs  // "my boss is": the absence beside it is not the author's
	doubted // "I don't think that": the interest behind it is none
	offer   // "if you like": what is promised behind it is only offered
	wayOut  // beside a link: out of a list, or into a calendar
	sameDay // "by end of day"
	byHand  // what no machine writes: "call me then"
	notice  // a footer speaks to its reader: "if you no longer wish to", "click here"
	deal    // a contract, about which lawyers write

	// These are intents that say more: see general.
	again // a postponement that asks us to write then
	legal // a complaint with lawyers, authorities, harassment
	accepted
	tentative
	declined
	proposed
	cancelled
	kindCount
)

var kindNames = [kindCount]string{
	Unsubscribe, Erasure, Complaint, LeftCompany, Refers, WrongPerson, NoFit, NotInterested, HasVendor, NoBudget,
	Calendar, Reschedule, Postpone, Interested, OtherChannel, Question, OutOfOffice, AutoAck, Bounce, Unclear,
	"hush", "silence", "past", "lately", "instead", "sarcasm", "refers", "company", "promise", "value", "order", "source", "wipe", "thanked", "file", "theirs", "doubted", "offer", "way-out", "same-day", "by-hand", "notice", "deal",
	"again", "legal", "accepted", "tentative", "declined", "proposed", "cancelled",
}

func kindNamed(name string) kind {
	for k, n := range kindNames {
		if n == name {
			return kind(k)
		}
	}
	panic("reply: no kind of phrase is named " + name)
}

// yields are the intents whose phrases are not believed inside a longer one:
// "interested" inside "not interested". Money, vendors and goodbyes stand.
const yields = 1<<interested | 1<<referral | 1<<otherChannel | 1<<question | 1<<postpone | 1<<notInterested | 1<<noFit | 1<<wrongPerson | 1<<reschedule | 1<<refers

// fades are what may have been true once and be so no longer. A wish to be left
// alone is not among them.
const fades = 1<<interested | 1<<notInterested | 1<<noBudget | 1<<hasVendor | 1<<noFit | 1<<postpone | 1<<wrongPerson | 1<<outOfOffice

// answers are what no auto-reply says.
const answers = 1<<interested | 1<<notInterested | 1<<noBudget | 1<<hasVendor | 1<<noFit | 1<<reschedule | 1<<postpone | 1<<wrongPerson | 1<<complaint

// away are what an absence may sound like: "not at work today".
const away = 1<<notInterested | 1<<noFit | 1<<wrongPerson | 1<<leftCompany

func (k kind) among(set uint32) bool { return set>>k&1 > 0 }

// final reports what ends the contact, which no doubt may hide.
func (k kind) final() bool { return k <= complaint }

// general is the intent of a kind that says more.
func (k kind) general() kind {
	switch {
	case k == again:
		return postpone
	case k == legal:
		return complaint
	case k > legal:
		return calendar
	}
	return k
}
