package pipeline

import (
	"slices"
	"strconv"
	"strings"
	"time"
)

// optOutHeaders stand in the headers of columns that say it.
var optOutHeaders = strings.Split("opt out|opted out|optout|unsubscrib|do not contact|do not call|do not email|do not mail|"+
	"abgemeldet|abmeldung|nicht kontaktieren|nicht anrufen|nicht mailen|desabonn|desinscri|ne pas contacter|ne pas appeler|refus d e mail|"+
	"no contactar|no llamar|no participar|no enviar|suscripcion cancelada|cancelo la suscripcion|exclusion voluntaria", "|")

// optsOut reports the header of such a column, which may have no blanks, as
// HASOPTEDOUTOFEMAIL. What only the fax is not to be used for is none, and neither is a
// link.
func optsOut(header string) bool {
	whole := !strings.Contains(header, " ")
	return slices.ContainsFunc(optOutHeaders, func(words string) bool {
		return strings.Contains(header, words) || whole && strings.Contains(header, squeezed(words))
	}) &&
		!strings.Contains(header, "fax") && !strings.Contains(header, "url") && !strings.Contains(header, "link")
}

// noes are what a column of opt-outs says of somebody who did not, as [header] gives
// it, in four languages.
var noes = wordSet("no|n|false|f|off|never|none|not opted out|opted in|opt in|subscribed|no consent|archived|" +
	"nein|falsch|aus|nie|keine|angemeldet|abonniert|keine zustimmung|keine einwilligung|archiviert|" +
	"non|faux|jamais|aucun|abonne|abonnee|inscrit|inscrite|pas de consentement|aucun consentement|sans consentement|archive|" +
	"falso|nunca|ninguno|suscrito|suscrita|sin consentimiento|ningun consentimiento|archivado")

// yeses are what it says of somebody who did.
var yeses = wordSet("yes|y|true|t|on|x|opted out|opt out|opted out of email|unsubscribed|do not contact|" +
	"ja|j|wahr|an|abgemeldet|abbestellt|oui|o|vrai|desabonne|desabonnee|desinscrit|desinscrite|" +
	"si|s|verdadero|cancelado|dado de baja|suscripcion cancelada|cancelo la suscripcion|no suscrito")

func wordSet(list string) map[string]bool {
	set := map[string]bool{}
	for _, word := range strings.Split(list, "|") {
		set[word] = true
	}
	return set
}

// optOut reads all columns of opt-outs: any that is neither empty nor a no is one.
// What is no clear yes either stands as one and is noted: nobody is written to who
// may have asked not to be.
func (t *Triage) optOut(s *Sheet, cells [][]byte) (said bool, note string) {
	for _, i := range s.at[OptOut] {
		if i >= len(cells) || nothing(cells[i]) {
			continue
		}
		word := t.intern(cells[i])
		answer, seen := t.optOuts[word]
		if !seen {
			answer = optOutOf(word)
			if len(t.optOuts) < mostWords {
				t.optOuts[word] = answer
			}
		}
		said = said || answer != "no"
		if answer == "" {
			note = t.o.Tongue.Say("{}: {} is taken for an opt-out", s.Columns[i].Header, strconv.Quote(sampleOf(cells[i])))
		}
	}
	return said, note
}

// optOutOf is yes, no, or "" where a cell is neither. A number but 0 and a day, on
// which it was, are a yes.
func optOutOf(cell string) string {
	word := header(cell)
	switch {
	case noes[word] || word != "" && strings.Trim(word, "0 ") == "":
		return "no"
	case yeses[word] || strings.Trim(word, "0123456789 ") == "" && word != "":
		return "yes"
	}
	if _, ok := date([]byte(cell), true, time.UTC); ok {
		return "yes"
	}
	return ""
}
