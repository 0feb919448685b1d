package reply

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// sentence is one sentence as typed, and its words.
type sentence struct {
	text   string
	words  []word
	asks   bool // it ends in a question mark
	closed bool // it stands in the block under the farewell: names, numbers, links
}

// wrapped is from which length on a line may have been broken by a mail
// program rather than by its author.
const wrapped = 50

func parse(text string) sentence {
	asks := strings.HasSuffix(text, "?") || strings.HasSuffix(text, "？")
	return sentence{text: text, words: words(text), asks: asks}
}

// split cuts the visible text into sentences. Line ends cut, unless the line
// is long enough to have been wrapped.
func split(text string) []sentence {
	var all []sentence
	closed := false
	for text != "" {
		piece, rest := nextParagraph(text)
		text = rest
		closed = closed && !postscript(piece) || farewell(piece)
		for piece != "" {
			end := sentenceEnd(piece)
			s := parse(strings.TrimSpace(piece[:end]))
			piece = piece[end:]
			if len(s.words) == 0 && !s.asks {
				continue
			}
			s.closed = closed && !farewell(s.text)
			all = append(all, s)
		}
	}
	return all
}

// nextParagraph takes lines as long as they look wrapped.
func nextParagraph(text string) (piece, rest string) {
	at := 0
	for {
		n := strings.IndexByte(text[at:], '\n')
		if n < 0 {
			return text, ""
		}
		line := strings.TrimSpace(text[at : at+n])
		next := text[at+n+1:]
		if len(line) < wrapped || ends(line) || !goesOn(next) {
			return text[:at+n], next
		}
		at += n + 1
	}
}

func ends(line string) bool {
	return strings.HasSuffix(line, ".") || strings.HasSuffix(line, "!") || strings.HasSuffix(line, "?") || strings.HasSuffix(line, ":")
}

func goesOn(next string) bool {
	r, _ := utf8.DecodeRuneInString(next)
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}

// sentenceEnd finds the end of the first sentence: a mark followed by a space.
func sentenceEnd(s string) int {
	for i, r := range s {
		if !strings.ContainsRune(".!?…。？！", r) {
			continue
		}
		end := i + utf8.RuneLen(r)
		if end == len(s) {
			return end
		}
		next := s[end]
		if r > 0x3000 || (next == ' ' || next == '\n' || next == '\t') && !abbreviated(s[:i], s[end:], r) {
			return end
		}
	}
	return len(s)
}

// abbreviated reports a full stop that ends no sentence: after a number
// ("17. August"), a single letter ("z. B.") or a title.
func abbreviated(before, after string, mark rune) bool {
	if mark != '.' || before == "" {
		return false
	}
	tail := before[max(0, len(before)-24):]
	tail = tail[strings.LastIndexAny(tail, " \n.(")+1:]
	next := strings.TrimLeft(after[:min(len(after), 8)], " \n\t")
	if last := before[len(before)-1]; '0' <= last && last <= '9' {
		return len(tail) <= 2 && next != ""
	}
	switch strings.ToLower(tail) {
	case "mr", "mrs", "ms", "dr", "hr", "fr", "sr", "sra", "mme", "m", "prof", "bzw", "ca", "b", "z", "e", "g", "i", "no", "nr", "tel", "st", "jan", "feb", "aug", "sept", "oct", "nov", "dec", "dez", "okt", "janv", "févr", "juil", "déc", "ext":
		return true
	}
	return false
}

// farewell reports a line that takes leave, such as "Best regards,". Below it
// stand names, numbers and links, in which a footer's "unsubscribe" is no wish.
func farewell(line string) bool {
	line = strings.TrimSpace(line)
	if len(line) > 60 {
		return false
	}
	w := words(line)
	if len(w) == 0 || len(w) > 4 {
		return false
	}
	switch w[0].folded {
	case "regards", "cheers", "sincerely", "lg", "mfg", "vg", "bg", "cordialement", "atentamente", "saludos", "cordialmente", "bises":
		return true
	}
	if len(w) == 1 {
		return false
	}
	switch w[0].folded + " " + w[1].folded {
	case "best regards", "kind regards", "warm regards", "many thanks", "yours sincerely", "yours truly", "best wishes", "all the",
		"mit freundlichen", "viele gruße", "viele grusse", "beste grusse", "liebe grusse", "freundliche grusse", "schone grusse", "herzliche grusse",
		"bien cordialement", "bien a", "sinceres salutations", "un saludo", "saludos cordiales", "un cordial", "muchos saludos":
		return true
	}
	return false
}

func postscript(line string) bool {
	line = strings.ToLower(strings.TrimSpace(line))
	return strings.HasPrefix(line, "ps") || strings.HasPrefix(line, "p.s")
}
