package pipeline

import (
	"cmp"
	"slices"
	"strings"
)

// closed says why a row is over.
func (t *Triage) closed(s *Sheet, cells [][]byte) string {
	if yes(s.cell(cells, Converted)) {
		return t.o.Tongue.Say("was converted: it is judged as a deal")
	}
	switch how := t.over(s, cells); how {
	case "":
		return ""
	case "closed":
		return t.o.Tongue.Say("is closed already")
	default:
		return t.o.Tongue.Say("is closed already: {}", t.o.Tongue.Say(endingWords[how]))
	}
}

// won reports a row that says that they bought.
func (t *Triage) won(s *Sheet, cells [][]byte) bool { return t.over(s, cells) == "won" }

// over is how a row ended; "" where it is open. What a status says, or a tick under
// "Is closed", counts before the stage, whose name is the team's own; how it was closed,
// where they do not say it, says the stage.
func (t *Triage) over(s *Sheet, cells [][]byte) string {
	over := ""
	for _, f := range [...]Field{Status, Closed} {
		for _, i := range s.at[f] {
			if i >= len(cells) || len(cells[i]) == 0 || f == Closed && len(cells[i]) > len("wahr") { // a date
				continue
			}
			how := t.ending(t.intern(cells[i]))
			if how == "" && yes(cells[i]) {
				how = endingOf(header(s.Columns[i].Header))
			}
			if over == "" || over == open || over == "closed" && how != open && how != "" {
				over = cmp.Or(how, over)
			}
		}
	}
	if stage := t.ending(t.intern(s.cell(cells, Stage))); over == "" || over == "closed" && stage != "" && stage != open {
		over = stage
	}
	if over == open {
		return ""
	}
	return over
}

// open is a status that says that it is.
const open = "open"

// ends are words that end a deal or a lead, or say that it is open.
var ends = []struct{ how, words string }{
	{"won", "won closedwon iswon gewonnen gagne gagnee ganado ganada"},
	{"lost", "lost closedlost verloren perdu perdue perdido perdida"},
	{"deleted", "deleted isdeleted geloscht supprime supprimee eliminado eliminada"},
	{"disqualified", "unqualified disqualified junk unqualifiziert disqualifiziert"},
	{"closed", "closed isclosed geschlossen abgeschlossen fermee ferme cloture cloturee cerrado cerrada abandoned"},
}

// endingWords say how it ended.
var endingWords = map[string]string{"won": "won", "lost": "lost", "deleted": "deleted", "disqualified": "disqualified"}

// disqualified are the phrases for it.
var disqualified = phrases("not qualified|nicht qualifiziert|non qualifie|non qualifiee|no calificado|no cualificado|not converted")

// goingOn are phrases that hold such a word, and end nothing; openWords are the whole
// of a status that says so.
var (
	goingOn = phrases("lost contact|contact lost|lost touch|kontakt verloren|verlorener kontakt|contact perdu|contacto perdido|closed for|closed until|to be closed|about to|" +
		"won t|almost|nearly|fast|presque|casi|reopen*|re open*")
	openWords = phrases("open|offen|ouvert|ouverte|abierto|abierta|active|aktiv|in progress|in bearbeitung|en cours|en curso")
)

// ending is how a status or stage ends it; "" where it does not. Statuses are few, so
// each is looked at once.
func (t *Triage) ending(status string) string {
	if status == "" {
		return ""
	}
	if how, seen := t.endings[status]; seen {
		return how
	}
	how := endingOf(header(status))
	if len(t.endings) < mostWords {
		t.endings[status] = how
	}
	return how
}

func endingOf(status string) string {
	if slices.Contains(openWords, status) {
		return open
	}
	for _, phrase := range disqualified {
		if from, _ := found(status, phrase); from >= 0 {
			return "disqualified"
		}
	}
	for _, phrase := range goingOn {
		if from, _ := found(status, phrase); from >= 0 {
			return ""
		}
	}
	for _, e := range ends {
		for _, word := range strings.Fields(e.words) {
			if from, _ := found(status, word); from >= 0 && !follows(status[:from], denials) {
				return e.how
			}
		}
	}
	return ""
}

// follows reports that the last word of what stands before is one of these.
func follows(before string, words []string) bool {
	list := strings.Fields(before)
	return len(list) > 0 && slices.Contains(words, list[len(list)-1])
}

// ticks are the headers of columns in which a tick ends a deal: "Is closed", "Won".
func ticks(name string) bool {
	first, _, more := strings.Cut(name, " ")
	switch first {
	case "is", "ist", "est", "esta", "hs":
		return endingOf(name) != ""
	}
	return !more && endingOf(name) != "" && endingOf(name) != open
}
