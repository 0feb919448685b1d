package say

import (
	"strconv"
	"strings"
)

// Language is how the rep is spoken to. A nil one is English, whose phrases are
// in the code itself; of any other the catalogue in extension/_locales holds
// them, each under a name that ends with the hash of the English.
type Language struct {
	code    string
	phrases map[uint32]string
	*formats
}

// Nothing is for those who count and show no words: a phrase is said as it stands,
// days, numbers and quotes are left out, and nothing is put together.
var Nothing = &Language{formats: english}

// Learn reads the phrases of a language: a line each, its name and its words
// with a tab between. English needs none.
func Learn(code, lines string) *Language {
	if code == "en" || code == "" {
		return nil
	}
	l := &Language{code: code, phrases: map[uint32]string{}, formats: formatsOf(code)}
	for line := range strings.SplitSeq(lines, "\n") {
		name, words, _ := strings.Cut(line, "\t")
		hash, err := strconv.ParseUint(name[max(0, len(name)-hashLength):], 16, 32)
		if err == nil && words != "" {
			l.phrases[uint32(hash)] = words
		}
	}
	return l
}

// Code is that of the language, as de.
func (l *Language) Code() string {
	if l == nil {
		return "en"
	}
	return l.code
}

// Say is a phrase with the values in place of its {}s, in the rep's language.
// A phrase that has no translation is said in English.
func (l *Language) Say(phrase string, values ...string) string {
	if l == Nothing {
		return phrase
	}
	if l != nil {
		if words, known := l.phrases[Hash(phrase)]; known {
			return numbered(words, values)
		}
	}
	return inOrder(phrase, values)
}

// Count is a number with its noun: no replies, 1 reply, 2 replies.
//
//go:noinline
func (l *Language) Count(n int, one, many string) string {
	switch l {
	case nil:
		return Count(n, one, many)
	case Nothing:
		return ""
	}
	return l.Choose(n, Counted(one, many))
}

// Counted is the phrase of a number with its noun, in its three forms.
func Counted(one, many string) string { return "no " + many + "|1 " + one + "|{} " + many }

// Choose says the form of a phrase that fits a number. The forms stand side by
// side, with | between: that of none, where there is one, that of one, and that
// of more.
func (l *Language) Choose(n int, phrase string, values ...string) string {
	words, known := phrase, false
	if l != nil {
		if words, known = l.phrases[Hash(phrase)]; !known {
			words = phrase
		}
	}
	forms := strings.Split(words, "|")
	at := len(forms) - 1
	switch {
	case len(forms) == 3 && n == 0:
		at = 0
	case n == 1, n == 0 && l != nil && l.zeroIsOne:
		at = max(0, len(forms)-2)
	}
	values = append([]string{l.Whole(n)}, values...)
	if known {
		return numbered(forms[at], values)
	}
	return inOrder(forms[at], values)
}

// inOrder puts the values in place of the {}s, in their order. A value that
// holds {} itself is not filled by the next one.
func inOrder(phrase string, values []string) string {
	if len(values) == 0 {
		return phrase
	}
	size := len(phrase)
	for _, v := range values {
		size += len(v)
	}
	var out strings.Builder
	out.Grow(size)
	for _, v := range values {
		before, after, found := strings.Cut(phrase, "{}")
		if !found {
			break
		}
		out.WriteString(before)
		out.WriteString(v)
		phrase = after
	}
	out.WriteString(phrase)
	return out.String()
}

// numbered puts the values in place of $1, $2: a translation may turn them
// around. $$ is a dollar.
func numbered(words string, values []string) string {
	before, after, found := strings.Cut(words, "$")
	if !found || after == "" {
		return words
	}
	value := after[:1]
	switch i := int(after[0]) - '1'; {
	case 0 <= i && i < len(values):
		value = values[i]
	case after[0] != '$':
		value = "$" + value
	}
	return before + value + numbered(after[1:], values)
}

// hashLength is how many characters at the end of a name are the hash.
const hashLength = 8

// Hash is 32-bit FNV-1a, by which a phrase is found.
func Hash(phrase string) uint32 {
	hash := uint32(2166136261)
	for i := range len(phrase) {
		hash = (hash ^ uint32(phrase[i])) * 16777619
	}
	return hash
}

// Name is what a phrase is called in a catalogue: its first words, and its hash.
func Name(phrase string) string {
	var name strings.Builder
	gap := false
	for _, r := range strings.ToLower(phrase) {
		switch {
		case 'a' <= r && r <= 'z' || '0' <= r && r <= '9':
			if gap && name.Len() > 0 {
				name.WriteByte('_')
			}
			name.WriteRune(r)
			gap = false
		case r != '’' && r != '\'':
			gap = true
		}
		if name.Len() >= 32 && gap {
			break
		}
	}
	words := name.String()
	if len(words) > 40 {
		words = words[:40]
	}
	hash := strconv.FormatUint(uint64(Hash(phrase)), 16)
	return words + "_" + strings.Repeat("0", hashLength-len(hash)) + hash
}
