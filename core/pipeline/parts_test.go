package pipeline

import (
	"fmt"
	"io"
	"reflect"
	"strings"
	"testing"

	"cleanbreak/core/pipeline/sample"
)

// TestParts judges files in parts: the lines of all of them, a block of each in
// turn, are the answer, and their sums its sum.
func TestParts(t *testing.T) {
	deals := Source{Name: "d.csv", Open: func() (io.ReadCloser, error) { return io.NopCloser(sample.NewDeals(3*Block+100, now)), nil }}
	for name, sources := range map[string][]Source{"one file": {deals}, "joined files": joined(5 * Block)} {
		whole, run := answered(t, options(), sources...)
		for parts := 1; parts < 5; parts++ {
			together, sum := inParts(t, parts, sources)
			if together != whole {
				t.Errorf("%s in %d parts are another answer", name, parts)
			}
			if !reflect.DeepEqual(sum, run.Summary) {
				t.Errorf("%s in %d parts:\n%+v, want\n%+v", name, parts, sum, run.Summary)
			}
		}
	}
}

// inParts puts the lines of all parts together, a block of each in turn.
func inParts(t *testing.T, parts int, sources []Source) (answer string, sum Summary) {
	var lines [][]string
	for part := range parts {
		o := options()
		o.Part, o.Parts = part, parts
		got, run := answered(t, o, sources...)
		head, rest, _ := strings.Cut(got, "\r\n")
		lines, answer = append(lines, strings.SplitAfter(rest, "\r\n")), head+"\r\n"
		sum = sum.Plus(run.Summary)
	}
	for n := range sum.Rows {
		answer += lines[n/Block%parts][n/Block/parts*Block+n%Block]
	}
	return answer, sum
}

// joined are deals, people and activities that belong together, but for some of
// each: the contact of every other person is a deal's, and every ninth activity is
// nobody's, or cannot be read.
func joined(rows int) []Source {
	deals, people, activities := "Name,Contact,Account,Stage,Value\n", "Name,Email,Account\n", "Contact,Account,At,Type,Direction\n"
	for i := range rows {
		deals += fmt.Sprintf("Deal %d,Kim %d,Acme %d,Demo,%d\n", i, i, i/3, 100*i)
		people += fmt.Sprintf("Kim %d,kim%d@acme.example,Acme %d\n", 2*i, 2*i, 2*i/3)
		who := fmt.Sprintf("Kim %d,Acme %d", i, i/3)
		switch i % 18 {
		case 0:
			who = "Nobody,Nowhere"
		case 9:
			activities += who + ",soon,call,outbound\n"
		}
		activities += fmt.Sprintf("%s,2026-%02d-10,%s,%s\n", who, 7+i%5, []string{"call", "email"}[i%2], []string{"outbound", "outbound", "inbound"}[i%3])
	}
	return []Source{textSource("deals.csv", deals), textSource("people.csv", people), textSource("activities.csv", activities)}
}
