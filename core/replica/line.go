package replica

import (
	"cmp"
	"maps"
	"math"
	"slices"

	"cleanbreak/core/history"
)

// Line is an event as counting and deciding read it, on devices and on a server
// alike: nothing of it is sealed. Moments are ms.
type Line struct {
	Seq       int64    `json:"seq"` // 0: not seen coming back yet, so after all others
	ID        string   `json:"id"`
	Kind      string   `json:"kind"`
	At        int64    `json:"at"`
	Received  int64    `json:"received"`
	Author    string   `json:"author"`
	Role      string   `json:"role"`
	Message   string   `json:"message"`
	Target    string   `json:"target"`
	Same      string   `json:"same"`
	Channel   string   `json:"channel"`
	Direction string   `json:"direction"`
	ByHand    bool     `json:"by_hand"`
	Verdict   string   `json:"verdict"`
	Reason    string   `json:"reason"`
	Until     int64    `json:"until"`
	Base      []string `json:"base"`
}

// LineKinds are the kinds that the fold reads lines of.
var LineKinds = []string{Touch, Reply, Inbound, Meeting, Decision, Unlog}

func lineOf(e *Event) Line {
	h := HeaderOf(*e, "")
	return Line{
		Seq: e.Stamp.Seq, ID: h.ID, Kind: h.Kind, At: h.At, Received: e.Stamp.Received, Author: e.Stamp.Author, Role: e.Stamp.Role,
		Message: h.Message, Target: h.Target, Same: h.Same, Channel: h.Channel, Direction: h.Direction, ByHand: h.ByHand,
		Verdict: h.Verdict, Reason: h.Reason, Until: h.Until, Base: h.Base,
	}
}

// place orders lines as the log does; those that are not in it yet are last.
func place(seq int64) int64 {
	if seq == 0 {
		return math.MaxInt64
	}
	return seq
}

// known is the moment by the author's clock, but not after the server heard of it.
func (l *Line) known() int64 {
	if l.Received == 0 {
		return l.At
	}
	return min(l.At, l.Received)
}

func (l *Line) manages() bool { return l.Role == "" || l.Role == Manager }

// Kept leaves out copies, unlogs, and what they take back: what their own author
// logged by hand. A stop is taken back by a manager only.
func Kept(lines []Line) []*Line {
	var by map[string][]*Line
	for i := range lines {
		if l := &lines[i]; l.Kind == Unlog {
			if by == nil {
				by = map[string][]*Line{}
			}
			by[l.Target] = append(by[l.Target], l)
		}
	}
	out, seen := make([]*Line, 0, len(lines)), make(map[string]bool, len(lines))
	for i := range lines {
		l := &lines[i]
		taken := slices.ContainsFunc(by[l.ID], func(u *Line) bool { return u.takesBack(l) })
		if !seen[l.ID] && l.Kind != Unlog && !taken {
			seen[l.ID] = true
			out = append(out, l)
		}
	}
	return out
}

func (l *Line) takesBack(target *Line) bool {
	stop := target.Kind == Decision && target.Verdict == history.Stop
	return target.ByHand && target.Author == l.Author && (!stop || l.manages())
}

// Use is one way of being in touch.
type Use struct{ Channel, Direction string }

// Use gives meetings a channel of their own.
func (l *Line) Use() Use {
	if l.Kind == Meeting {
		return Use{Meeting, l.Direction}
	}
	return Use{l.Channel, l.Direction}
}

// Unit is one contact, however many events show it.
type Unit struct {
	*Line
	Messages []string // the tags of its messages; none of what was logged by hand
}

// apart is how far apart two events of one mail in two mailboxes may be, in ms.
const apart = 2 * 60 * 1000

// alike is the same of two mailboxes of one author, in ms: nobody writes two mails
// under one subject within so little time.
const alike = 5 * 1000

// Units gives a person's contacts, oldest first. Events of one message are one; so
// are those of one mail that two mailboxes show.
func Units(lines []Line) []Unit {
	once, same := make(map[string]*Line, len(lines)), map[string]string{}
	for _, l := range Kept(lines) {
		if l.Kind == Decision {
			continue
		}
		key := l.key()
		if before := once[key]; before == nil || l.ID < before.ID {
			once[key] = l
		}
		if l.Same != "" && (same[key] == "" || l.Same < same[key]) {
			same[key] = l.Same
		}
	}
	all := slices.SortedFunc(maps.Values(once), func(a, b *Line) int { return cmp.Or(cmp.Compare(a.At, b.At), cmp.Compare(a.ID, b.ID)) })
	return united(all, same)
}

// key is the message, or what was logged by hand.
func (l *Line) key() string { return cmp.Or(l.Message, l.ID) }

// united puts together what has the same tag, whichever of a message's events had
// it, and lies close.
func united(all []*Line, same map[string]string) []Unit {
	type open struct {
		unit  int
		lines []*Line
	}
	out, before := make([]Unit, 0, len(all)), map[string][]open{}
	for _, l := range all {
		tag, unit := same[l.key()], len(out)
		if tag != "" {
			near := slices.DeleteFunc(before[tag], func(o open) bool { return l.At-o.lines[0].At > apart })
			i := slices.IndexFunc(near, func(o open) bool { return l.mayBe(o.lines) })
			if i < 0 {
				i, near = len(near), append(near, open{unit: unit})
			}
			unit, near[i].lines = near[i].unit, append(near[i].lines, l)
			before[tag] = near
		}
		if unit == len(out) {
			out = append(out, Unit{Line: l})
		}
		if l.Message != "" {
			out[unit].Messages = append(out[unit].Messages, l.Message)
		}
	}
	return out
}

// mayBe reports that this is the mail that the lines show. Two events of one
// author are two mails, as mailboxes of theirs stamp one alike.
func (l *Line) mayBe(lines []*Line) bool {
	return !slices.ContainsFunc(lines, func(k *Line) bool { return k.Author == l.Author && l.At-k.At > alike })
}

// Counts gives how often each way was used.
func Counts(units []Unit) map[Use]int {
	out := map[Use]int{}
	for i := range units {
		out[units[i].Use()]++
	}
	return out
}
