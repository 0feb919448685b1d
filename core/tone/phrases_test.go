package tone

import (
	"slices"
	"strings"
	"testing"
)

// TestPhrasesAreWellWritten reads the files more strictly than the program.
func TestPhrasesAreWellWritten(t *testing.T) {
	rules := []string{saysStop, opensDoor}
	for _, r := range Rules {
		rules = append(rules, r.Name)
	}
	for _, l := range small {
		file, err := Source(l.lang)
		if err != nil {
			t.Fatal(err)
		}
		lists := map[string]bool{}
		rule, seen := "", map[string]bool{}
		n := 0
		for line := range strings.Lines(string(file)) {
			line = strings.TrimSpace(line)
			n++
			fault := func(problem string) { t.Errorf("%s.txt:%d: %s: %s", l.lang, n, problem, line) }
			switch {
			case line == "" || line[0] == '#':
				continue
			case rule == "" && line[0] == '@':
				name, _, _ := strings.Cut(line, " ")
				lists[name] = true
				continue
			case rule == "" && line[0] != '[':
				fault("stands before the first rule")
				continue
			case line[0] == '[':
				if rule, _ = header(line); !slices.Contains(rules, rule) {
					fault("no such rule")
				}
				continue
			}
			if seen[rule+line] {
				fault("is written twice")
			}
			seen[rule+line] = true
			steps := strings.Fields(strings.TrimPrefix(line, "-"))
			words := 0
			for i, step := range steps {
				switch {
				case step == "^" && i > 0 || step == "?" && i < len(steps)-1:
					fault("^ stands first and ? last")
				case step == "^" || step == "?":
				case step == "..." || step[0] == '(':
					if words == 0 {
						fault("begins with something that may be missing")
					}
					if step[0] == '(' && step[len(step)-1] != ')' || strings.Contains(step[1:], "(") {
						fault("a bracket is not closed")
					}
				default:
					words++
					if strings.ContainsAny(step, "()'’-.") {
						fault("a word holds a mark; write “do not” for “don't”, “email” for “e-mail”")
					}
				}
				for one := range strings.SplitSeq(strings.Trim(step, "()"), "|") {
					if one == "" || strings.HasPrefix(one, "@") && !lists[one] {
						fault("an empty word, or a list that is not written above")
					}
					if stem, open := strings.CutSuffix(one, "*"); open && len(stem) < 2 {
						fault("too short before *")
					}
				}
			}
			last := steps[len(steps)-1]
			if last == "?" {
				last = steps[len(steps)-2]
			}
			if last == "..." || last[0] == '(' {
				fault("ends with something that may be missing")
			}
			if len(steps)*(reach+1) > longest {
				fault("is too long")
			}
		}
	}
}
