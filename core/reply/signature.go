package reply

import "strings"

// signatureStart is the line at which the signature begins: the mark "-- ",
// a rule, or what a telephone adds.
func signatureStart(lines []string) int {
	for i, line := range lines {
		bare := strings.TrimRight(line, " \t")
		if bare == "--" || bare == "—" || i > 0 && (bare == "__" || bare == "---") || device(bare) {
			return i
		}
	}
	return len(lines)
}

// device reports what telephones and programs add below: "Sent from my …".
func device(line string) bool {
	line = strings.TrimLeft(line, " <*_")
	if len(line) > 120 {
		return false
	}
	lower := strings.ToLower(line)
	for _, start := range [...]string{"sent from my ", "sent from mail for", "sent from outlook", "sent from yahoo", "sent via ", "get outlook for",
		"von meinem ", "gesendet von ", "gesendet mit ", "diese nachricht wurde von meinem",
		"envoyé de mon ", "envoyé depuis ", "envoyé à partir de", "télécharger outlook",
		"enviado desde ", "enviado de mi ", "obtener outlook", "obtenga outlook", "inviato da", "enviado do meu", "verzonden vanaf"} {
		if strings.HasPrefix(lower, start) {
			return !strings.HasPrefix(lower, "von meinem ") || strings.Contains(lower, "gesendet")
		}
	}
	return false
}

// withoutDisclaimers leaves out the paragraphs that lawyers wrote, not the author.
func withoutDisclaimers(lines []string) string {
	var b strings.Builder
	for len(lines) > 0 {
		n := 0
		for n < len(lines) && !blank(lines[n]) {
			n++
		}
		keepTyped(&b, lines[:n])
		for n < len(lines) && blank(lines[n]) {
			b.WriteByte('\n')
			n++
		}
		lines = lines[n:]
	}
	return b.String()
}

// keepTyped writes a paragraph up to the line in which its disclaimer begins.
func keepTyped(b *strings.Builder, paragraph []string) {
	for _, line := range paragraph {
		at := disclaimer(line)
		if at < 0 {
			b.WriteString(line)
			b.WriteByte('\n')
			continue
		}
		b.WriteString(line[:at])
		return
	}
}

// disclaimer is where in a line lawyers' words begin, or -1. A line that
// begins with the author's words keeps them.
func disclaimer(line string) int {
	lower := strings.ToLower(line)
	if len(lower) != len(line) { // a letter that changes its length; places would be off
		lower = line
	}
	for _, mark := range [...]string{
		"this e-mail and any", "this email and any", "this message and any", "this message is intended", "this email is intended", "this e-mail is intended",
		"the information contained in this", "the contents of this e", "this email may contain", "this e-mail may contain", "this message may contain", "this message contains confidential", "this email contains confidential", "this e-mail contains confidential",
		"if you are not the intended", "if you have received this e", "if you have received this message in error", "confidentiality notice", "disclaimer:", "you are receiving this", "you received this email because", "please consider the environment",
		"diese e-mail enthält", "diese e-mail kann", "diese nachricht enthält vertraul", "diese nachricht ist vertraul", "diese e-mail ist vertraul", "der inhalt dieser e-mail", "wenn sie nicht der richtige adressat", "wenn sie nicht der beabsichtigte", "sie erhalten diese e-mail", "sollten sie nicht der",
		"ce message et ", "ce courriel et ", "ce message est confidentiel", "ce message contient des informations conf", "ce courriel est", "si vous n'êtes pas le destinataire", "si vous avez reçu ce message par erreur", "vous recevez ce",
		"este mensaje y ", "este mensaje contiene", "este mensaje se dirige", "este mensaje va dirigido", "este correo electrónico contiene", "este correo electrónico y", "si usted no es el destinatario", "si no es usted el destinatario", "aviso legal", "ha recibido este mensaje por error",
	} {
		if at := strings.Index(lower, mark); at >= 0 && startsSentence(line[:at]) {
			return at
		}
	}
	return -1
}

// startsSentence tells a disclaimer's beginning from the same words said in passing.
func startsSentence(before string) bool {
	before = strings.TrimRight(before, " *_\t")
	return before == "" || ends(before)
}
