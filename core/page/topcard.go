package page

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// person2026 reads the server-driven layout. Its top card is one run of
// paragraphs without names, told apart by their order:
//
//	She/Her                  perhaps
//	· 1st                    perhaps twice, the second hidden: the first stands
//	Head of IT at Acme       the headline
//	Acme · Example School    perhaps, each part again as a button
//	Oslo, Norway             the place
//	·
//	Contact info
func (s snapshot) person2026() Person {
	slug, _ := profileOf("/in/" + s.line("slug"))
	p := Person{Name: s.line("name"), Slug: slug, Member: s.line("member")}
	lines, badges := s.topCard(p.Name)
	lines, p.Degree = cutDegree(lines)
	if len(lines) == 0 {
		return p
	}
	p.Title, lines = lines[0], lines[1:]
	lines, employer := cutEmployer(lines, badges)
	p.Company = s.companyOf(employer, badges)
	p.Place = placeIn(lines)
	return p
}

// topCard splits the paragraphs into lines and the buttons' labels.
func (s snapshot) topCard(name string) (lines, badges []string) {
	for _, item := range s.items("lines") {
		text := item.line("text")
		switch {
		case text == "" || text == name:
		case item.has("badge"):
			badges = append(badges, text)
		default:
			lines = append(lines, text)
		}
	}
	return lines, badges
}

// dots are what a degree begins with.
const dots = "·•‧"

func degree(text string) string {
	return degreeIn("· " + strings.TrimLeft(text, dots+" "))
}

// degreeIn reads a line that is a dot and an ordinal in any language: "· 1st",
// "· 2.", "· 3rd+", "· 第 2". The words around the one digit are short.
func degreeIn(line string) string {
	s := scan{text: line}
	s.one(dots)
	s.spaces()
	rest := line[s.at:]
	digit := strings.IndexAny(rest, "0123456789")
	if s.missed || digit < 0 || utf8.RuneCountInString(rest[:digit]) > 4 {
		return ""
	}
	number, tail := rest[digit:digit+1], rest[digit+1:]
	if number < "1" || number > "3" || utf8.RuneCountInString(tail) > 12 || strings.ContainsAny(tail, "0123456789") {
		return ""
	}
	return number
}

// cutDegree drops all up to the last degree, pronouns with it. Without a degree,
// a short first line with a slash and no spaces is taken for pronouns.
func cutDegree(lines []string) ([]string, string) {
	first, last := "", -1
	for i, line := range lines[:min(len(lines), 6)] {
		hit := degreeIn(line)
		if hit == "" {
			continue
		}
		if first == "" {
			first = hit
		}
		last = i
	}
	lines = lines[last+1:]
	for len(lines) > 1 && isPronouns(lines[0]) {
		lines = lines[1:]
	}
	return lines, first
}

// isPronouns knows "She/Her", "(he / him)": two to four short words.
func isPronouns(line string) bool {
	s := scan{text: line}
	s.maybe("(")
	words := 0
	for more := true; more; words++ {
		if word := s.letters(1); utf8.RuneCountInString(word) > 8 || words == 4 {
			return false
		}
		more = s.slash()
	}
	s.maybe(")")
	return !s.missed && words > 1 && s.at == len(line)
}

// slash reads one with at most one space on each side, where it is there.
func (s *scan) slash() bool {
	ahead := *s
	ahead.maybe(space)
	ahead.one("/")
	ahead.maybe(space)
	if ahead.missed {
		return false
	}
	*s = ahead
	return true
}

// cutEmployer takes the "Company · School" line out, when the card has one.
func cutEmployer(lines, badges []string) ([]string, string) {
	joined := strings.Join(badges, " · ")
	for i, line := range lines {
		if line == "·" {
			break
		}
		isEmployer := joined != "" && line == joined || joined == "" && i == 0 && strings.Contains(line, " · ")
		if isEmployer {
			return slices.Delete(slices.Clone(lines), i, i+1), line
		}
	}
	return lines, ""
}

// companyOf is the first of company and school. One alone may be either; the
// education section tells.
func (s snapshot) companyOf(employer string, badges []string) string {
	if len(badges) == 0 && employer != "" {
		badges = strings.Split(employer, " · ")
	}
	if len(badges) == 0 || len(badges) == 1 && s.isSchool(badges[0]) {
		return ""
	}
	return badges[0]
}

func (s snapshot) isSchool(name string) bool {
	return name != "" && strings.Contains(s.text("education"), name) && !strings.Contains(s.text("experience"), name)
}

// school2026 is the second button, after the company's, or one that only the
// education section names.
func (s snapshot) school2026(badges []string) []Hook {
	switch {
	case len(badges) == 2 && !strings.Contains(s.text("experience"), badges[1]):
		return schoolHook(badges[1], fromTop)
	case len(badges) == 1 && s.isSchool(badges[0]):
		return schoolHook(badges[0], fromTop)
	}
	return nil
}

// placeIn is the line before the lone dot, or the first there is.
func placeIn(lines []string) string {
	if i := slices.Index(lines, "·"); i > 0 {
		return lines[i-1]
	} else if i == 0 || len(lines) == 0 {
		return ""
	}
	return lines[0]
}
