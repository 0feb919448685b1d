package tone

import (
	"strings"
	"unicode"
)

// What takes how long to say, in eighths of an average word. A word is half an
// average word plus an eighth for every letter: four letters make one, the long
// words of German two or three. Letters, unlike syllables, are said about
// equally fast in all four languages, so one rule serves them all.
const (
	average  = 8
	anyWord  = 4 // of a word, whatever its length
	anyRune  = 1 // of a word, for each letter
	singly   = 6 // a figure of a number, a letter of "CRM"
	sign     = average
	unknown  = 2 * average
	pause    = average / 2 // between two sentences; the rate has the pauses of ordinary talk in it
	initials = 4           // capitals up to so many are read letter by letter
)

// Seconds is how long a text takes to say at a rate in words a minute, rounded
// up. Numbers, addresses and abbreviations count for what is said, a blank for
// two words, the end of a sentence for a pause of half a word.
func Seconds(text string, wordsPerMinute int) int {
	if wordsPerMinute <= 0 {
		return 0
	}
	eighths := int64(0)
	for token := range strings.FieldsSeq(text) {
		eighths += int64(say(token))
	}
	if eighths > 0 && endsSentence(text) {
		eighths -= pause // nobody waits after the last one
	}
	rate := int64(average * wordsPerMinute)
	return int((eighths*60 + rate - 1) / rate)
}

func endsSentence(text string) bool {
	text = strings.TrimRightFunc(text, unicode.IsSpace)
	return pauseAfter(text) > 0
}

// say is how long one token between two spaces takes, the pause after it
// included.
func say(token string) int {
	core := strings.TrimFunc(token, quiet)
	return saySpoken(core) + pauseAfter(strings.TrimRight(token, `"')]»”’`))
}

// quiet marks are not said at the ends of a token.
func quiet(r rune) bool {
	return strings.ContainsRune(`.,;:!?…"'()[]«»„“”‘’¿¡-–—*`, r)
}

func pauseAfter(token string) int {
	for _, end := range []string{".", "!", "?", "…"} {
		if strings.HasSuffix(token, end) {
			return pause
		}
	}
	return 0
}

func saySpoken(core string) int {
	if strings.Trim(core, "_") == "" || strings.HasPrefix(core, "{") {
		return unknown * min(1, len(core))
	}
	eighths, letters, capitals := 0, 0, 0
	flush := func() {
		switch {
		case letters == 0:
		case letters == capitals && 1 < letters && letters <= initials:
			eighths += letters * singly
		default:
			eighths += anyWord + letters*anyRune
		}
		letters, capitals = 0, 0
	}
	for _, r := range core {
		switch {
		case unicode.IsLetter(r):
			letters++
			if unicode.IsUpper(r) {
				capitals++
			}
			continue
		case unicode.IsDigit(r):
			flush()
			eighths += singly
			continue
		case ignored(r) || strings.ContainsRune("'’-–—", r):
			continue
		}
		flush()
		if strings.ContainsRune("@./&+%€$£§=", r) {
			eighths += sign
		}
	}
	flush()
	return eighths
}
