package reply

// languages are those read in full, by their bit in the tables.
var languages = [...]string{"en", "de", "fr", "es"}

// telling is how many words are weighed.
const telling = 400

// tongues weighs, for each of the languages, the words that tell it: small
// words twice, those that its phrases hold once. A word of another language
// takes five from each.
func tongues(ws []word) (weights [len(languages)]int) {
	for i := range ws[:min(len(ws), telling)] {
		small, held, foreign := ws[i].of(aLang), ws[i].of(aVocabulary), ws[i].of(aForeign)
		for l := range weights {
			weights[l] += 2*(small>>l&1) + held>>l&1 - 5*foreign
		}
	}
	return weights
}

// The bits of phrases in languages that are not read in full, and of those that
// count in every message.
const (
	otherLanguages = 1 << 6
	anyLanguage    = 0xFF
)

// likely are the languages whose phrases count: the one a message is in, those
// it may be in as well, and all of them where nothing tells. Words of a language
// weigh about two each; where they weigh less than one and a quarter, or a word of
// another is among them, it may be in another.
func likely(weights [len(languages)]int, ws []word) uint8 {
	words, most := len(ws), 0
	for _, n := range weights {
		most = max(most, n)
	}
	langs := uint8(1 << 7)
	for i, n := range weights {
		if 3*n >= most {
			langs |= 1 << i
		}
	}
	if 4*most < 5*min(words, telling) || foreign(ws) {
		langs |= otherLanguages
	}
	return langs
}

// foreign reports a word that tells another language, as the "parem" in "Por
// favor, parem de me enviar e-mails".
func foreign(ws []word) bool {
	for i := range ws[:min(len(ws), telling)] {
		if ws[i].is(aForeign) {
			return true
		}
	}
	return false
}

// inside are the languages of one sentence, where its words tell.
func inside(ws []word) (langs uint8) {
	for i, n := range tongues(ws) {
		if n > 2 && n >= len(ws) {
			langs |= 1 << i
		}
	}
	return langs
}

// language is the one that weighs most; where that is not clear, or where the
// words are hardly of any, it is the hint.
func language(weights [len(languages)]int, words int, hint string) string {
	best, at := 0, -1
	for i, n := range weights {
		if n > best {
			best, at = n, i
		} else if n == best {
			at = -1
		}
	}
	if at < 0 || 10*best < 7*min(words, telling) {
		return hint
	}
	return languages[at]
}
