package rulebook

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"

	"cleanbreak/core/playbook"
)

const casesFrom = "../testdata/cases/" // core/RULES.md

// Page is core/RULES.md: everything the engine goes by under a playbook, each
// with its source, its threshold and the case that shows it.
func Page(p *playbook.Playbook) string {
	var b strings.Builder
	b.WriteString(`# The rules

<!-- Made from core/rulebook by "make rules"; a test fails while it is older. -->

Each row names whose it is, what it looks for, what follows, and a case that shows it:

` + "```" + `
go run ./core/cmd/cleanbreak assess testdata/cases/CASE.json
` + "```" + `

The numbers are Balanced's; core/playbook/balanced.json has the reason for each. How to write a case of your own stands in [testdata/cases](../testdata/cases/README.md).

## Rules, in the order in which they are asked

The first that speaks decides; the field ` + "`rule`" + ` of an assessment names it. A playbook chooses and orders those about what they said or are, and those about silence; the others are everybody's.

`)
	table(&b, Rules(p), "Rule", "threshold")
	b.WriteString("\n## Which gate comes first\n\nIn each case two neighbours would speak.\n\n")
	for i, g := range Gates {
		fmt.Fprintf(&b, "- %d before %d: %s. %s\n", i+1, i+2, g.Name, link(g.Case))
	}
	b.WriteString("\n## Voices\n\nThe published sources, each a playbook of its own: the rules that everybody shares, and these. Beside every assessment they say what they would decide.\n\n")
	voices(&b, p)
	b.WriteString("\n## Signals\n\nWhat is worth points. A hint is shown and worth none.\n\n")
	table(&b, Signals(p), "Signal", "points")
	b.WriteString("\n## Practices\n\nWhat histories, plans and dates follow besides.\n\n")
	table(&b, Practices(p), "Practice", "number")
	b.WriteString("\n## Not in an assessment\n\n| whose | what | where |\n|---|---|---|\n")
	for _, e := range Elsewhere {
		fmt.Fprintf(&b, "| %s | %s | [%s](../%s) |\n", e.Source, e.What, e.Where, e.Where)
	}
	return b.String()
}

// table writes rows; the column of what follows is left out where none has it.
func table(b *strings.Builder, rows []Row, what, number string) {
	follows := rows[0].Follows != ""
	line := func(cells []string) {
		if !follows {
			cells = slices.Delete(cells, 3, 4)
		}
		fmt.Fprintf(b, "| %s |\n", strings.Join(cells, " | "))
	}
	line([]string{what, "whose", "looks for", "what follows", number, "case"})
	line([]string{"---", "---", "---", "---", "---", "---"})
	for _, r := range rows {
		line([]string{r.Name, r.Source, cell(r.Observed), cell(r.Follows), cell(r.Threshold), link(r.Case)})
	}
}

func cell(text string) string { return strings.TrimSpace(strings.ReplaceAll(text, "|", `\|`)) }

func link(name string) string { return "[" + name + "](" + casesFrom + name + ".json)" }

// voices says of each which rules it asks, and which of its numbers are its own.
func voices(b *strings.Builder, p *playbook.Playbook) {
	b.WriteString("| voice | rules about what they said or are | rules about silence, effort and work done | its own numbers |\n|---|---|---|---|\n")
	for _, name := range append([]string{p.Name}, playbook.Voices...) {
		v := p
		if name != p.Name {
			v, _ = playbook.Named(name)
		}
		fmt.Fprintf(b, "| %s | %s | %s | %s |\n", name, listed(v, v.Said), listed(v, v.Silence), cell(strings.Join(differences(p, v), "; ")))
	}
	b.WriteString("\n")
	for _, name := range playbook.Voices {
		v, _ := playbook.Named(name)
		fmt.Fprintf(b, "- %s\n", v.About)
	}
}

// listed names rules in their order, each with its threshold in that playbook.
func listed(p *playbook.Playbook, names []string) string {
	thresholds := map[string]string{}
	for _, r := range Rules(p) {
		thresholds[r.Name] = r.Threshold
	}
	out := make([]string, len(names))
	for i, name := range names {
		out[i] = name
		if t := thresholds[name]; t != "" && name != "persistence" { // whose numbers fill a line
			out[i] += " (" + t + ")"
		}
	}
	if len(out) == 0 {
		return "none"
	}
	return cell(strings.Join(out, ", "))
}

// differences lists the settings of a voice that are not the base's.
func differences(base, voice *playbook.Playbook) []string {
	var out []string
	var walk func(path string, a, b any)
	walk = func(path string, a, b any) {
		one, isObject := a.(map[string]any)
		other, _ := b.(map[string]any)
		if !isObject {
			if was, is := written(a), written(b); was != is {
				out = append(out, fmt.Sprintf("%s: %s", strings.TrimPrefix(path, "."), is))
			}
			return
		}
		for _, name := range slices.Sorted(maps.Keys(one)) {
			walk(path+"."+name, one[name], other[name])
		}
	}
	walk("", tree(base), tree(voice))
	return out
}

// tree is a playbook without what names it and its rules.
func tree(p *playbook.Playbook) map[string]any {
	var t map[string]any
	if err := json.Unmarshal([]byte(written(p)), &t); err != nil {
		panic(err)
	}
	for _, name := range []string{"name", "extends", "about", "said", "silence"} {
		delete(t, name)
	}
	return t
}

func written(v any) string {
	if list, ok := v.([]any); ok {
		words := make([]string, len(list))
		for i := range list {
			words[i] = fmt.Sprint(list[i])
		}
		return strings.Join(words, ", ")
	}
	data, err := json.Marshal(v)
	if err != nil {
		panic(err)
	}
	return string(data)
}
