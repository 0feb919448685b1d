package pipeline

import (
	"slices"
	"strings"

	"cleanbreak/core/reply"
)

// Directions: who of the two an activity came from.
const (
	ours    = "ours"
	theirs  = "theirs"
	unclear = "unclear" // a word is given that nobody knows
)

// oursWords and theirsWords are what CRMs call a direction, in four languages: whole
// words, or with a star what they begin with. HubSpot calls a mail of ours EMAIL.
var (
	oursWords = phrases("out|outbound|outgoing*|sent|ausgehend*|ausgegangen|gesendet*|versendet|sortant*|envoye*|salient*|enviad*")

	theirsWords = phrases("in|inbound|incoming*|received|missed|reply|replied|replies|answer|answered|response|responded|" +
		"eingehend*|eingegangen*|empfangen*|erhalten|verpasst*|antwort*|geantwortet|beantwortet|" +
		"entrant*|recu*|manque*|reponse*|repondu*|recibid*|perdida|respuesta*|respondid*|contestad*")
)

// directionOf tells whose an activity is by a direction's word, or else by its subject;
// "" where neither says anything.
func directionOf(direction, subject string) string {
	direction = header(direction)
	has := func(phrase string) bool {
		from, to := found(direction, phrase)
		return from >= 0 && !denied(direction, from, to)
	}
	subject = strings.ToLower(subject)
	switch {
	case direction == "email" || slices.ContainsFunc(oursWords, has):
		return ours
	case slices.ContainsFunc(theirsWords, has),
		strings.Contains(subject, "[in]") || strings.Contains(subject, "[reply]") || strings.HasPrefix(subject, "reply:") || strings.HasPrefix(subject, "<<"):
		return theirs
	case direction != "":
		return unclear
	}
	return ""
}

// offers are words of a rep who offers to stop, as they stand in our own mails, in four
// languages; and conditions begin such an offer.
var (
	offers = phrases("remove you|delete you|take you off|contact you|contacting you|email you|emailing you|write you|write to you|writing to you|bother you|click here|" +
		"nehme ich sie|nehmen wir sie|losche ich|loschen wir|streiche ich|klicken sie|" +
		"vous retirer*|vous retire*|vous desinscri*|vous desabonn*|vous supprim*|vous contact*|cliquez|eliminarle|eliminarlo|eliminare|le elimin*|darle de baja|dare de baja|contactarle|haga clic")
	conditions = phrases("if you|should you|in case you|falls sie|wenn sie|sollten sie|si vous|si tu|si no|si ya no|si usted|si desea|si prefiere")
)

// asksToStop reports a text that, of whomever it is, clearly asks not to be written to:
// neither a question nor our own offer to stop.
func asksToStop(text string) bool {
	r := reply.Read(reply.Mail{Text: text})
	return slices.ContainsFunc(r.Intents, func(i reply.Intent) bool {
		switch i.Intent {
		case reply.Complaint:
			return r.Legal
		case reply.Unsubscribe, reply.Erasure:
			return asked(i.Quote, r.Visible)
		}
		return false
	})
}

// asked reports a sentence that asks for it by itself. One word does where nothing else
// is written: below a mail it is a link.
func asked(quote, all string) bool {
	said := header(quote)
	if !strings.Contains(said, " ") {
		return said == header(all)
	}
	within := func(phrase string) bool { from, _ := found(said, phrase); return from >= 0 }
	begins := func(phrase string) bool { from, _ := found(said, phrase); return from == 0 }
	return !strings.Contains(quote, "?") && !slices.ContainsFunc(offers, within) && !slices.ContainsFunc(conditions, begins)
}
