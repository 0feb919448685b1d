package tone

import (
	"errors"
	"strings"
	"sync"
)

// Source gives the phrases of a language. Who builds with the tag lean sets it
// before the first Check; a language it cannot give yet is asked for again next
// time.
var Source = func(lang string) ([]byte, error) { return nil, errors.New("no phrases are loaded") }

// reach is how many words "..." skips at most, run how many "(a|b)" takes.
// They bound the work per word.
const (
	reach = 4
	run   = 3
)

// phrase is one line of a file.
type phrase struct {
	rule    string
	steps   []string // "a|b", "...", "(a|b)"
	not     bool     // it silences
	first   bool     // only at the beginning of a sentence
	asked   bool     // only in a question
	undated bool     // not in a sentence with a date
}

// phrases are those of one language.
type phrases struct {
	all    []phrase
	byWord map[string][]int // by the first word
	byStem map[string][]int // by the beginning of a first word such as "resurfac*"
	dates  string           // the words of @date
}

// key is under which a phrase with a stem is filed: its first bytes.
func key(w string) string { return w[:min(2, len(w))] }

// parse reads a file of phrases. What it cannot read it leaves out; a test reads
// the built-in files strictly.
func parse(file string) *phrases {
	p := &phrases{byWord: map[string][]int{}, byStem: map[string][]int{}}
	lists := map[string]string{}
	rule, undated := "", false
	for line := range strings.Lines(file) {
		line = strings.TrimSpace(line)
		switch {
		case line == "" || line[0] == '#':
		case line[0] == '[':
			rule, undated = header(line)
		case rule == "": // a list
			name, list, _ := strings.Cut(line, " ")
			lists[name] = expand(strings.TrimSpace(list), lists)
		default:
			p.file(newPhrase(line, rule, undated, lists))
		}
	}
	p.dates = lists["@date"]
	return p
}

func header(line string) (rule string, undated bool) {
	rule, mark, _ := strings.Cut(strings.Trim(line, "[]"), " ")
	return rule, mark == "undated"
}

func expand(text string, lists map[string]string) string {
	if !strings.Contains(text, "@") {
		return fold(text)
	}
	parts := strings.Split(text, "|")
	for i, part := range parts {
		if list, ok := lists[part]; ok {
			parts[i] = list
		} else {
			parts[i] = fold(part)
		}
	}
	return strings.Join(parts, "|")
}

func newPhrase(line, rule string, undated bool, lists map[string]string) phrase {
	p := phrase{rule: rule, undated: undated}
	if line[0] == '-' {
		p.not, line = true, line[1:]
	}
	for step := range strings.FieldsSeq(line) {
		switch {
		case step == "^":
			p.first = true
		case step == "?":
			p.asked = true
		case step[0] == '(':
			p.steps = append(p.steps, "("+expand(strings.Trim(step, "()"), lists))
		default:
			p.steps = append(p.steps, expand(step, lists))
		}
	}
	return p
}

// file puts a phrase under each of its first words.
func (p *phrases) file(ph phrase) {
	if len(ph.steps) == 0 || strings.IndexByte(".(", ph.steps[0][0]) >= 0 {
		return
	}
	n := len(p.all)
	p.all = append(p.all, ph)
	for w := range strings.SplitSeq(ph.steps[0], "|") {
		under, k := p.byWord, w
		if stem, open := strings.CutSuffix(w, "*"); open {
			under, k = p.byStem, key(stem)
		}
		if filed := under[k]; len(filed) == 0 || filed[len(filed)-1] != n {
			under[k] = append(filed, n)
		}
	}
}

// match gives the end of a phrase that begins with the first of the words, or
// -1.
func match(steps []string, ws []word) int {
	if len(steps) == 0 {
		return 0
	}
	switch step := steps[0]; {
	case step == "...":
		for skip := range min(reach, len(ws)) + 1 {
			if n := match(steps[1:], ws[skip:]); n >= 0 {
				return skip + n
			}
		}
	case step[0] == '(':
		for skip := 0; ; skip++ {
			if n := match(steps[1:], ws[skip:]); n >= 0 {
				return skip + n
			}
			if skip == run || skip == len(ws) || !takes(step[1:], ws[skip].folded) {
				return -1
			}
		}
	case len(ws) > 0 && takes(step, ws[0].folded):
		if n := match(steps[1:], ws[1:]); n >= 0 {
			return 1 + n
		}
	}
	return -1
}

// takes reports whether a word is one of those in "a|b|c*".
func takes(list, w string) bool {
	for list != "" {
		one, rest, _ := strings.Cut(list, "|")
		if stem, open := strings.CutSuffix(one, "*"); open && strings.HasPrefix(w, stem) || one == w {
			return true
		}
		list = rest
	}
	return false
}

var (
	reading sync.Mutex
	read    = map[string]*phrases{}
)

// load gives the phrases of a language, read once; nil while Source cannot give
// them.
func load(lang string) *phrases {
	reading.Lock()
	defer reading.Unlock()
	if p, ok := read[lang]; ok {
		return p
	}
	file, err := Source(lang)
	if err != nil {
		return nil
	}
	read[lang] = parse(string(file))
	return read[lang]
}
