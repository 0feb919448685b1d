package reply

import "strings"

// Visible is what the author typed: the text without quoted history, signature
// and disclaimer. Answers typed between quoted lines stay.
func Visible(text string) string {
	lines := strings.Split(normalise(text), "\n")
	lines = lines[:historyStart(lines)]
	lines = unquoted(lines)
	lines = lines[:signatureStart(lines)]
	return strings.TrimSpace(withoutDisclaimers(lines))
}

// normalise unifies line ends and blanks and drops what nobody sees.
func normalise(text string) string {
	text = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u2028", "\n", "\u2029", "\n\n").Replace(text)
	return strings.Map(func(r rune) rune {
		switch {
		case r == 0xA0 || r == 0x202F || r == 0x2007:
			return ' '
		case invisible(r) && !(0x300 <= r && r <= 0x36F):
			return -1
		}
		return r
	}, text)
}

// historyStart is the line from which all is history: an Outlook header block,
// a line that says so, or an "On … wrote:" with nothing typed after it.
func historyStart(lines []string) int {
	typedAfter := len(lines) // the last line that is neither quoted nor blank
	for typedAfter > 0 && (blank(lines[typedAfter-1]) || quoted(lines[typedAfter-1])) {
		typedAfter--
	}
	for i, line := range lines {
		if i > 0 && longRule(line) && i+1 < len(lines) && headerField(lines[i+1]) || divider(line) || headerBlock(lines[i:]) {
			return i
		}
		if n := attribution(lines[i:]); n > 0 && !answersBelow(lines[i+n:], typedAfter-i-n) {
			return i
		}
	}
	return len(lines)
}

// answersBelow reports whether something was typed among or below the quoted
// lines; without any quoted line everything below is history.
func answersBelow(below []string, typed int) bool {
	next := 0
	for next < len(below) && blank(below[next]) {
		next++
	}
	return next < len(below) && quoted(below[next]) && typed > next
}

// unquoted drops the "> " lines and the line that announces them.
func unquoted(lines []string) []string {
	kept := make([]string, 0, len(lines))
	for i := 0; i < len(lines); i++ {
		if quoted(lines[i]) {
			continue
		}
		if n := attribution(lines[i:]); n > 0 {
			i += n - 1
			continue
		}
		kept = append(kept, lines[i])
	}
	return kept
}

func blank(line string) bool { return strings.TrimSpace(line) == "" }

func quoted(line string) bool {
	line = strings.TrimLeft(line, " \t")
	return strings.HasPrefix(line, ">") && !strings.HasPrefix(line, ">>>>>>>") || strings.HasPrefix(line, "&gt;")
}

// attribution returns how many lines announce a quotation ("On Mon, 2 Nov 2026
// at 10:00, Jo <jo@x.example> wrote:"), which mail programs break over up to
// three, or 0.
func attribution(lines []string) int {
	first := strings.TrimSpace(lines[0])
	if !announces(first) {
		return 0
	}
	joined := ""
	for n := 0; n < min(3, len(lines)); n++ {
		line := strings.TrimSpace(lines[n])
		if line == "" || len(joined)+len(line) > 400 {
			return 0
		}
		joined += " " + line
		if wrote(joined) {
			return n + 1
		}
	}
	return 0
}

func announces(line string) bool {
	for _, start := range [...]string{"On ", "Am ", "Le ", "El ", "Il ", "Em ", "Op ", "Den ", "At ", "Dnia ", "W dniu ", "2026", "202", "> On ", "[On "} {
		if strings.HasPrefix(line, start) {
			return true
		}
	}
	return strings.HasSuffix(line, ":") && strings.Contains(line, "@") && wrote(line)
}

// wrote reports an announcement's end. A digit must stand in it: "Am I right?
// He wrote:" quotes nobody.
func wrote(line string) bool {
	if !strings.HasSuffix(line, ":") && !strings.HasSuffix(line, ": ") {
		return false
	}
	if !strings.ContainsAny(line, "0123456789@") {
		return false
	}
	for _, verb := range [...]string{" wrote:", " wrote :", " schrieb", " a écrit", " a ecrit", " escribió", " escribio", " ha scritto:", " escreveu:", " schreef", " skrev", " napisał", "写道"} {
		if strings.Contains(line, verb) {
			return true
		}
	}
	return false
}

// divider reports "-----Original Message-----" and its kin.
func divider(line string) bool {
	line = strings.TrimSpace(line)
	if !strings.HasPrefix(line, "--") && !strings.HasPrefix(line, "__") && !strings.HasPrefix(line, "Begin forwarded") {
		return false
	}
	line = strings.ToLower(strings.Trim(line, "-_ "))
	switch line {
	case "original message", "forwarded message", "original appointment", "ursprüngliche nachricht", "originalnachricht", "ursprünglicher termin",
		"weitergeleitete nachricht", "message d'origine", "message transféré", "message original", "mensaje original", "mensaje reenviado",
		"forwarded by", "begin forwarded message:":
		return true
	}
	return false
}

func longRule(line string) bool {
	line = strings.TrimSpace(line)
	return len(line) >= 10 && (strings.Trim(line, "_") == "" || strings.Trim(line, "-") == "")
}

// headerBlock reports Outlook's history: From, then at least two of Sent, To,
// Subject within the next five lines.
func headerBlock(lines []string) bool {
	if !fromField(lines[0]) {
		return false
	}
	fields := 0
	for _, line := range lines[1:min(6, len(lines))] {
		fields += btoi(headerField(line))
	}
	return fields >= 2
}

func fromField(line string) bool {
	return startsField(line, "from:", "von:", "de:", "de :", "da:", "van:", "från:", "fra:")
}

func headerField(line string) bool {
	return fromField(line) || startsField(line, "sent:", "date:", "to:", "cc:", "subject:", "gesendet:", "datum:", "an:", "betreff:",
		"envoyé:", "envoyé :", "date :", "à:", "à :", "objet:", "objet :", "cc :", "enviado:", "enviado el:", "fecha:", "para:", "asunto:")
}

func startsField(line string, names ...string) bool {
	line = strings.ToLower(strings.TrimLeft(line[:min(len(line), 40)], " *\t"))
	line = strings.ReplaceAll(line, "*", "")
	for _, name := range names {
		if strings.HasPrefix(line, name) {
			return true
		}
	}
	return false
}
