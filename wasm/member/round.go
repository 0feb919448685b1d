package member

import (
	"errors"
	"slices"

	"cleanbreak/core/device"
)

// Outcome is how a round went.
type Outcome struct {
	News    bool   `json:"news"`    // others' events came in
	Problem string `json:"problem"` // why it did not work; "" where it did
	Gone    bool   `json:"gone"`    // the device is out of the team: to leave it is all there is to do
	Offline bool   `json:"offline"` // nothing came back
	Wait    int64  `json:"wait"`    // until the next try, ms
	Held    bool   `json:"held"`    // the server said so: nobody tries before, not even a page that asks
}

// troubles are what a person must mend, in words.
var troubles = map[string]string{
	device.Removed:    "The team’s Worker does not know this device any more: it was removed from the team, or the Worker was set back to a time before it joined. What is recorded stays here. Leave the team in the settings, and ask for an invitation to come back.",
	device.LeftOut:    "This device is not in the team any more: it was removed once. The Worker, set back since, let it in again, but the team’s newer keys were made without it. What is recorded stays here. Leave the team in the settings, and ask for an invitation to come back.",
	device.Forged:     "The team’s Worker gives out a key that nobody of the team can have made, so it is not used: what you record is sealed with the key you had. Tell whoever runs the Worker, and compare the fingerprint with your colleagues.",
	device.TooOld:     "Your team works with a newer version. Update Clean Break on the browser’s extensions page.",
	device.UnknownKey: "The team’s Worker was set back to a time before a device was removed. Let a manager open the team in the settings, and see that every device there is one they know: then the device is removed again.",
	device.KeyDue:     "A device has gone from the team, so the others need a new key. Open the team in the settings, and see that every device there is one you know: then the key is made.",
	device.Receipts:   "The team’s Worker was set back, and its RECEIPT_SECRET was changed: it does not take back what it had. Ask whoever runs it to set the old secret again. Nothing is lost here.",
}

// Round sends what waits and fetches what is new until nothing is left of either.
// Failures says how many tries before have failed in a row, and luck is a random
// number from 0 to 1.
func (m *Member) Round(failures int, luck float64) (Outcome, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	ms, err := m.membership()
	if errors.Is(err, ErrNoTeam) {
		return Outcome{}, nil
	}
	if err != nil {
		return Outcome{}, err
	}
	r := rounds{Member: m, ms: ms}
	for more := true; more && err == nil; {
		for r.next = true; r.next && err == nil; {
			err = r.once()
		}
		if more = false; err == nil {
			more, err = r.mend()
		}
	}
	out := r.out
	var p *device.Problem
	if errors.As(err, &p) {
		out.Problem, out.Offline, out.Held = p.Error(), p.Code == device.Unreachable, r.answer.RetryAfter > 0
		out.Wait = device.Backoff(failures+1, luck, r.answer).Milliseconds()
	} else if err != nil { // the storage, or an answer that is none
		out.Problem = err.Error()
		out.Wait = device.Backoff(failures+1, luck, device.Answer{}).Milliseconds()
	}
	if words, ok := troubles[r.ms.Trouble]; ok {
		out.Problem, out.Offline = words, false
		out.Gone = r.ms.Trouble == device.Removed || r.ms.Trouble == device.LeftOut
		out.Wait = max(out.Wait, device.Backoff(failures+1, luck, device.Answer{}).Milliseconds())
	}
	return out, nil
}

// rounds are those that follow each other at once.
type rounds struct {
	*Member
	ms       device.Membership
	out      Outcome
	answer   device.Answer // the last
	begun    bool
	fetching bool // nothing is sent until the log is read to its end, where what was sent comes back
	mended   int  // how often the team's devices or keys were put right
	next     bool
}

// once is one round.
func (r *rounds) once() error {
	var waiting []device.Waiting
	if !r.fetching {
		var err error
		if waiting, err = r.Store.Waiting(); err != nil {
			return err
		}
	}
	if r.begun && !r.fetching && len(waiting) == 0 {
		r.next = false
		return nil
	}
	r.begun = true
	sending := r.ms.Round(waiting, r.Zone, r.Random)
	if len(sending.Refused) > 0 {
		if err := r.Store.Take(device.Step{Refused: sending.Refused, Membership: r.ms}); err != nil {
			return err
		}
	}
	r.answer = r.Send(sending.Request)
	step, problem := r.ms.Take(r.answer, r.Now())
	if step.Keys {
		r.ms, r.begun = step.Membership, false
		return r.renew(&r.ms)
	}
	if problem != nil {
		step = device.Step{Membership: step.Membership}
	}
	r.ms = step.Membership
	if err := r.keepWishes(step); err != nil {
		return err
	}
	if err := r.Store.Take(step); err != nil { // after a problem, too: what it means for the membership stays
		return err
	}
	if problem != nil {
		return problem
	}
	dealt := r.came(step, sending.Sent)
	r.next = step.More || r.fetching || dealt
	r.fetching = step.More && !step.Rewound
	return r.meet(&r.ms, step)
}

// mostMended bounds what one call puts right; the next goes on.
const mostMended = 20

// mend looks at the team's devices where that is due, and puts right what a server
// that was set back has forgotten. It reports whether rounds are to follow.
func (r *rounds) mend() (bool, error) {
	if !r.ms.Looks() {
		return false, nil
	}
	all, err := r.list(&r.ms)
	if err != nil {
		return false, err
	}
	request, send, err := r.ms.Mend(all, r.Random)
	if err != nil {
		return false, err
	}
	if err := r.Store.Take(device.Step{Membership: r.ms}); err != nil {
		return false, err
	}
	held := len(r.ms.Sealing)
	if len(r.ms.Wanted) > 0 {
		if err := r.renew(&r.ms); err != nil {
			return false, err
		}
	}
	learnt := len(r.ms.Sealing) > held // else the next call asks again
	if send {
		if p := r.Send(request).Problem(); p != nil && p.Code != devicesChanged && p.Code != keyTaken { // another device was faster
			return false, p
		}
	}
	r.mended++
	r.begun = false
	return (learnt || send) && r.mended < mostMended, nil
}

// came notes others' events, and reports whether any that was sent is dealt with.
func (r *rounds) came(step device.Step, sent []string) bool {
	own := len(step.Refused)
	for _, e := range step.Put {
		if slices.Contains(sent, e.ID) {
			own++
		} else {
			r.out.News = true
		}
	}
	r.out.News = r.out.News || len(step.Erase) > 0 || len(step.Refused) > 0
	return own > 0
}
