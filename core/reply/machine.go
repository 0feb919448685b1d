package reply

// machine tells a machine's message, and a calendar's answer, from a
// person's. It is unclear where a person wrote; sure where the subject says it.
func (d *desk) machine(subject string) (means kind, sure bool) {
	f := &d.findings
	switch {
	case d.begins(subject, forBounce):
		return bounce, true
	case f.weight(bounce) >= 8 && !f.left && !f.human():
		return bounce, false
	case d.invited(subject):
		return calendar, true
	case d.begins(subject, forAuto):
		return f.automatic(outOfOffice), true
	case d.begins(subject, forAck) && !f.human():
		return f.automatic(autoAck), true
	case f.human():
		return unclear, false
	case f.weight(leftCompany) == 8 && f.weight(autoAck) == 0:
		f.best[leftCompany].weight = 7 // somebody says it of another
	case f.weight(leftCompany) == 0 && f.weight(outOfOffice) == 0 && f.weight(referral) > 0:
		return unclear, false
	}
	return f.automatic(unclear), false
}

// invited reports a calendar's subject and keeps what it answers.
func (d *desk) invited(subject string) bool {
	for k := accepted; k < kindCount; k++ {
		if d.begins(subject, forMeeting+heading(k-accepted)) {
			d.said[k] = true
			return true
		}
	}
	return false
}

// automatic is the kind of a message that is automatic.
func (f *findings) automatic(otherwise kind) kind {
	switch {
	case f.weight(leftCompany) >= 8 || f.weight(leftCompany) > f.weight(outOfOffice) && f.weight(outOfOffice) > 0:
		return leftCompany
	case f.weight(outOfOffice) > 0:
		return outOfOffice
	case f.weight(autoAck) > 0:
		return autoAck
	}
	return otherwise
}

// human reports that somebody answers, which no auto-reply does: "I'm on
// holiday until Monday, but this looks interesting".
func (f *findings) human() bool {
	if f.said[byHand] {
		return true
	}
	for i := range f.read {
		r := &f.read[i]
		for k := range r.hits {
			h := &r.hits[k]
			formal := r.until || h.more == again && (f.said[thanked] || f.weight(autoAck) > 0)
			if h.means == postpone && formal && f.weight(outOfOffice) > 0 {
				continue // "please write again after my return"
			}
			if h.means.among(answers) || h.means <= erasure && h.weight >= 9 || h.means == question && !r.closed && len(r.words) > 2 {
				return true
			}
		}
	}
	return false
}
