package reply

import "strings"

// machineIntent tells a machine's message, and a calendar's answer, from a
// person's. Intent is "" where a person wrote.
func machineIntent(subject sentence, f findings, visible string) Intent {
	line := strings.ToLower(normalise(subject.text))
	switch {
	case begins(line, bounceSubjects[:]):
		return Intent{Bounce, quoteOr(f, Bounce, subject.text), 0.95}
	case f.weight(Bounce) >= 8 && !f.human():
		return f.intent(Bounce)
	case begins(line, calendarSubjects[:]):
		return Intent{Calendar, subject.text, 0.95}
	case begins(line, autoSubjects[:]):
		return automatic(f, subject.text)
	case f.human():
		return Intent{}
	case f.weight(LeftCompany) >= 9 || f.weight(LeftCompany) > 0 && f.weight(AutoAck) > 0:
		return f.intent(LeftCompany)
	case f.weight(OutOfOffice) > 0:
		return f.intent(OutOfOffice)
	case f.weight(AutoAck) > 0 && f.weight(Refers) == 0:
		return f.intent(AutoAck)
	}
	return Intent{}
}

// automatic is the kind of a message whose subject says that it is automatic.
func automatic(f findings, subject string) Intent {
	for _, kind := range [...]string{LeftCompany, OutOfOffice, AutoAck} {
		if f.weight(kind) > 0 {
			return f.intent(kind)
		}
	}
	return Intent{OutOfOffice, subject, 0.7}
}

func quoteOr(f findings, intent, other string) string {
	if q := f.intent(intent).Quote; q != "" {
		return q
	}
	return other
}

// human reports that somebody answers, which no auto-reply does: "I'm on
// holiday until Monday, but this looks interesting".
func (f findings) human() bool {
	for _, r := range f.read {
		for _, h := range r.hits {
			switch h.intent {
			case Interested, NotInterested, NoBudget, HasVendor, NoFit, Reschedule, Postpone, WrongPerson, Complaint:
				return true
			case Question:
				if !r.closed && len(r.words) > 2 {
					return true
				}
			case Unsubscribe, Erasure:
				if h.weight >= 9 {
					return true
				}
			}
		}
	}
	return false
}

func begins(line string, starts []string) bool {
	for _, start := range starts {
		if strings.HasPrefix(line, start) {
			return true
		}
	}
	return false
}

var bounceSubjects = [...]string{
	"undeliverable", "undelivered mail", "delivery status notification", "mail delivery fail", "mail delivery system", "returned mail", "failure notice",
	"delivery failure", "delivery has failed", "message undeliverable", "mail could not be delivered", "unzustellbar", "nicht zustellbar", "zustellung fehlgeschlagen", "non remis", "non distribuable", "échec de la remise", "échec de remise",
	"no se puede entregar", "no entregado", "error de entrega", "notificación de estado de entrega",
}

var calendarSubjects = [...]string{
	"accepted:", "declined:", "tentative:", "tentatively accepted:", "new time proposed:", "canceled:", "cancelled:",
	"zugesagt:", "angenommen:", "abgelehnt:", "mit vorbehalt", "vorläufig zugesagt:", "neuer zeitvorschlag", "neue uhrzeit vorgeschlagen",
	"accepté", "refusé", "provisoire", "nouvelle heure proposée", "nouvel horaire proposé",
	"aceptado", "aceptada", "rechazado", "rechazada", "provisional:", "nueva hora propuesta",
}

var autoSubjects = [...]string{
	"automatic reply", "auto reply", "auto-reply", "autoreply", "auto:", "automated reply", "automatic response", "auto response", "autoresponse", "automated response", "out of office", "out-of-office", "out of the office", "ooo", "away:",
	"automatische antwort", "automatische rückantwort", "abwesend", "abwesenheit", "réponse automatique", "absence du bureau", "absent du bureau", "message d'absence", "message d’absence", "notification d'absence",
	"respuesta automática", "respuesta automatica", "fuera de la oficina", "fuera de oficina", "ausente", "re: automatic reply", "[auto",
}
