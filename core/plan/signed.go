package plan

import (
	"strings"

	"cleanbreak/core/history"
	"cleanbreak/core/reply"
)

// closings stand before the name under a message, in lower case.
var closings = []string{
	"best", "regards", "wishes", "cheers", "thanks", "thank you", "sincerely", "yours", "greetings", "all the best",
	"grüße", "grüsse", "gruß", "gruss", "grüßen", "grüssen", "danke", "lg", "vg", "mfg",
	"cordialement", "à vous", "salutations", "merci", "journée",
	"saludo", "saludos", "atentamente", "gracias",
}

// signedBy is the name under a message, behind a closing; "" where there is none.
func signedBy(text string) string {
	text = strings.TrimSpace(text)
	at := max(strings.LastIndex(text, "\n"), strings.LastIndex(text, ","))
	if at < 0 {
		return ""
	}
	name, before := strings.TrimSpace(text[at+1:]), strings.ToLower(strings.TrimRight(text[:at], " ,.!\n\r"))
	if firstName(name) == "" || len(strings.Fields(name)) > 4 {
		return ""
	}
	for _, closing := range closings {
		if rest, found := strings.CutSuffix(before, closing); found && (rest == "" || strings.ContainsAny(rest[len(rest)-1:], " \n.,!")) {
			return name
		}
	}
	return ""
}

// toldByAnother reports the message of a person that says that our prospect left,
// and who signed it: a colleague of theirs, whose name is "" where it is not known.
func (m *maker) toldByAnother(e *history.Event) (name string, told bool) {
	if e == nil || e.Type != history.Reply || e.Reading.Machine || e.Says(reply.LeftCompany) == nil {
		return "", false
	}
	name = signedBy(e.Reading.Visible)
	own := firstName(m.h.Prospect.Name)
	return name, name == "" || firstName(name) != own
}
