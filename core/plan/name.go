package plan

import (
	"slices"
	"strings"
	"unicode"
)

// titles stand before a name and are no part of it; written here in lower case,
// without full stops.
var titles = []string{
	"dr", "prof", "professor", "dipl-ing", "ing", "mag", "med", "phil", "jur", "rer", "nat", "pol",
	"mr", "mrs", "ms", "miss", "sir", "herr", "herrn", "frau", "hr",
	"monsieur", "madame", "mme", "mlle", "señor", "señora", "sr", "sra", "srta", "dra",
}

// firstName is the name somebody is greeted by: Anna of "Dr. Anna Berg", Kim of
// "Olsen, Kim". Where it is not plain which word that is (a surname behind a
// title, an initial, nothing but capitals, an address), it is "", and the draft
// has a blank: a wrong name is worse than one to fill in.
func firstName(name string) string {
	before, after, turned := strings.Cut(strings.Trim(strings.TrimSpace(name), `"'`), ",")
	all, titled := untitled(before)
	if behind, _ := untitled(after); turned {
		switch {
		case len(all) == 1 && !titled: // "Olsen, Kim"
			all = behind
		case len(behind) > 0 && given(behind[0]): // "Kim Olsen, Acme", or "van Olsen, Kim"
			return ""
		}
	}
	if len(all) == 0 || (titled && len(all) == 1) || !given(all[0]) {
		return ""
	}
	return all[0]
}

// fullName is a name on one line and the right way round: Kim Olsen of "Olsen, Kim".
func fullName(name string) string {
	line := strings.Join(strings.Fields(name), " ")
	surname, behind, _ := strings.Cut(strings.Trim(line, `"'`), ", ")
	if first := firstName(name); first != "" && strings.HasPrefix(behind, first) {
		return behind + " " + surname
	}
	return line
}

// untitled are the words of a name behind its titles.
func untitled(name string) (all []string, titled bool) {
	all = strings.Fields(name)
	for len(all) > 0 && slices.Contains(titles, strings.ToLower(strings.ReplaceAll(all[0], ".", ""))) {
		all, titled = all[1:], true
	}
	return all, titled
}

// given reports a word that can be a first name: letters, the first a capital,
// and neither an initial nor an abbreviation.
func given(word string) bool {
	letters := []rune(word)
	last := len(letters) - 1
	if last < 1 || !unicode.IsUpper(letters[0]) || !unicode.IsLower(letters[last]) {
		return false
	}
	return !strings.ContainsFunc(word, func(r rune) bool {
		return !unicode.IsLetter(r) && !strings.ContainsRune("-'’", r)
	})
}
