package reply

// language guesses from the small words; where they do not tell, from the hint.
func language(sentences []sentence, hint string) string {
	counts := [4]int{}
	seen := 0
	for _, s := range sentences {
		for _, w := range s.words {
			if l := tongue(w.folded); l > 0 {
				counts[l-1]++
			}
		}
		if seen += len(s.words); seen > 400 {
			break
		}
	}
	best, at := 0, -1
	for i, n := range counts {
		if n > best {
			best, at = n, i
		} else if n == best {
			at = -1
		}
	}
	if at < 0 {
		return hint
	}
	return [...]string{"en", "de", "fr", "es"}[at]
}

// tongue is the place of the language that a small word tells, from 1, or 0.
func tongue(w string) int {
	switch w {
	case "the", "you", "we", "i", "is", "are", "this", "for", "to", "not", "of", "and", "your", "my", "have", "with", "please", "it", "thanks", "from", "our", "at", "that", "can":
		return 1
	case "ich", "wir", "sie", "nicht", "ist", "und", "der", "die", "das", "kein", "keine", "bitte", "mit", "fur", "im", "uns", "mich", "danke", "aber", "zu", "ein", "von", "auf", "wer", "haben", "mir":
		return 2
	case "je", "nous", "vous", "ne", "pas", "le", "est", "et", "merci", "bonjour", "des", "du", "mon", "notre", "votre", "pour", "avec", "les", "suis", "une", "c", "au", "plus", "sur":
		return 3
	case "el", "los", "por", "no", "gracias", "con", "nos", "mi", "su", "para", "favor", "estoy", "pero", "y", "es", "del", "las", "lo", "ya", "hola", "una", "al":
		return 4
	}
	return 0
}
