package pipeline

import (
	"slices"
	"strings"
	"time"

	"cleanbreak/core/history"
	"cleanbreak/core/page"
	"cleanbreak/core/reply"
)

// dispositionWords are what CRMs call the result of a call or a meeting, in four
// languages: whole words, or with a star what they begin with. The first that is found
// counts. Denied is what it comes to where it is said not to be so.
var dispositionWords = []struct {
	disposition, denied string
	words               []string
}{
	{history.WrongNumber, "", phrases("wrong number|invalid number|number invalid|number disconnected|disconnected number|line disconnected|not in service|out of service|" +
		"falsche nummer|kein anschluss|mauvais numero|numero non attribue|numero equivocado|numero erroneo")},
	{history.NoAnswer, history.NoAnswer, phrases("mailbox full|voicemail full|mailbox voll")},
	{history.LeftVoicemail, history.NoAnswer, phrases("voicemail|voice mail|left message|left live message|mailbox|messagerie|message laisse|nachricht hinterlassen|buzon|mensaje dejado")},
	{history.Connected, history.Connected, refusing},
	{history.NoAnswer, history.NoAnswer, phrases("no answer|no response|no reply|busy|unanswered|unreached|unreachable|unavailable|unconnected|disconnected|missed|" +
		"besetzt|keine antwort|nicht erreichbar|pas de reponse|occupe|occupee|injoignable|indisponible|sin respuesta|no contesta|ocupado|ocupada|ilocalizable")},
	{history.NoShow, "", phrases("no show|noshow|did not show|did not attend|nicht erschienen|absent|absente|no asistio|no se presento")},
	{history.Cancelled, "", phrases("cancel*|abgesagt|annul*")},
	{history.Rescheduled, "", phrases("reschedul*|verschoben|report|reporte|reportee|reprogramad*")},
	{history.Scheduled, "", phrases("scheduled|planned|geplant|planifi*|programad*")},
	{history.Connected, history.NoAnswer, phrases("connected|reached|answered|picked up|interested|requested|spoke|erreicht|abgenommen|geantwortet|gesprochen|interessiert|" +
		"joint|jointe|repondu|decroche|interesse|contactad*|contesto|respondio|interesad*")},
	{history.Completed, history.Scheduled, phrases("completed|held|attended|stattgefunden|durchgefuhrt|abgeschlossen|termine|effectu*|completad*|realizad*|celebrad*")},
}

// refusing are the results of a call in which they said no.
var refusing = phrases("not interested|no interest|uninterested|kein interesse|nicht interessiert|pas interesse|pas interessee|non interesse|non interessee|no interesado|no interesada|sin interes|no le interesa")

// denials say before a word that it was not so, or alone after it.
var denials = strings.Split("not no non never cannot without didn couldn wasn isn hasn nicht nie kein keine keinen pas jamais aucun aucune sans nunca sin ningun ninguna", " ")

func phrases(list string) []string { return strings.Split(list, "|") }

// found is where a phrase stands in a text, both as [header] gives them, and where it
// ends; -1 where it does not.
func found(text, phrase string) (from, to int) {
	stem, begins := strings.CutSuffix(phrase, "*")
	for from = 0; ; from++ {
		i := strings.Index(text[from:], stem)
		if i < 0 {
			return -1, -1
		}
		from += i
		to = from + len(stem)
		if (from == 0 || text[from-1] == ' ') && (begins || to == len(text) || text[to] == ' ') {
			return from, to
		}
	}
}

// denied reports a word that is said not to be so: "could not be reached", "reached: no".
func denied(text string, from, to int) bool {
	return slices.ContainsFunc(strings.Fields(text[:from]), func(word string) bool { return slices.Contains(denials, word) }) ||
		to < len(text) && slices.Contains(denials, text[to+1:])
}

func dispositionOf(outcome string) string {
	outcome = header(outcome)
	if outcome == "" {
		return ""
	}
	for _, d := range dispositionWords {
		for _, phrase := range d.words {
			if from, to := found(outcome, phrase); from >= 0 {
				if d.denied != "" && denied(outcome, from, to) {
					return d.denied
				}
				return d.disposition
			}
		}
	}
	return ""
}

// refuses reports the result of a call in which they said no.
func refuses(outcome string) bool {
	outcome = header(outcome)
	return slices.ContainsFunc(refusing, func(phrase string) bool { from, _ := found(outcome, phrase); return from >= 0 })
}

// refusal is what they said in such a call. It has no words: the CRM's are ours.
func refusal(at time.Time) history.Event {
	no := reply.Reading{Intents: []reply.Intent{{Intent: reply.NotInterested, Confidence: 0.9}}, Referrals: []reply.Referral{}}
	return history.Event{At: at, Type: history.Reply, Channel: "call", Read: page.ReadNone, Reading: &no}
}
