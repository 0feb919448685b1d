package workday

import (
	"flag"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write holidays.txt anew")

// head of holidays.txt.
const head = `# Public holidays by country, 2015 to 2045, from github.com/rickar/cal/v2 v2.1.27.
# Written by "go generate ./core/workday"; do not edit.
#
# A country's line has the days of every year:
#   12-25        25 December
#   09-01/mon    the first Monday on or after 1 September
#   easter-2     two days before Easter Sunday of the Western churches
#   orthodox+1   the day after Easter Sunday of the Eastern churches
# Below it, by year, what else is free (06-18) and what is not (!05-04): days off
# instead of a weekend's, days of one year. Days on a weekend are left out.
`

// TestHolidaysFile fails when holidays.txt is not what cal says; with -update it
// writes it.
func TestHolidaysFile(t *testing.T) {
	var file strings.Builder
	file.WriteString(head)
	for _, country := range slices.Sorted(maps.Keys(sources)) {
		writeCountry(&file, country, freeDays(country))
	}
	if *update {
		if err := os.WriteFile("holidays.txt", []byte(file.String()), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if file.String() != holidays {
		t.Error("holidays.txt is out of date: go generate ./core/workday")
	}
}

// freeDays are the weekdays on which cal observes a holiday in every list of a
// country.
func freeDays(country string) map[int]bool {
	lists := map[int]int{}
	for _, list := range sources[country] {
		days := map[int]bool{}
		for year := FirstYear - 1; year <= LastYear+1; year++ { // one may be observed a year off
			for _, h := range list {
				if _, observed := h.Calc(year); !observed.IsZero() {
					days[Calendar{}.number(observed)] = true
				}
			}
		}
		for day := range days {
			lists[day]++
		}
	}
	free := map[int]bool{}
	for day, n := range lists {
		year := utc(day).Year()
		if n == len(sources[country]) && isWeekday(day) && year >= FirstYear && year <= LastYear {
			free[day] = true
		}
	}
	return free
}

// writeCountry takes the rules that say most of the days, best first, and lists
// by year what they leave open and what they say too much.
func writeCountry(file *strings.Builder, country string, free map[int]bool) {
	candidates, open, rules := candidatesFor(free), maps.Clone(free), []rule{}
	for {
		best, most := rule{}, worthARule
		for _, r := range candidates {
			if n := r.gain(free, open); n > most {
				best, most = r, n
			}
		}
		if best.text == "" {
			break
		}
		rules = append(rules, best)
		for _, day := range best.days {
			delete(open, day)
		}
	}
	slices.SortFunc(rules, func(a, b rule) int { return ruleDay(a.text, 2026) - ruleDay(b.text, 2026) })
	file.WriteString(country)
	for _, r := range rules {
		file.WriteString(" " + r.text)
	}
	file.WriteString("\n")
	for year := FirstYear; year <= LastYear; year++ {
		if words := departures(rules, year, free, open); len(words) > 0 {
			fmt.Fprintf(file, " %d %s\n", year, strings.Join(words, " "))
		}
	}
}

// departures of one year from the rules, by their date.
func departures(rules []rule, year int, free, open map[int]bool) []string {
	words := map[int]string{}
	for _, r := range rules {
		if day := r.days[year-FirstYear]; isWeekday(day) && !free[day] {
			words[day] = "!" + utc(day).Format("01-02")
		}
	}
	for day := range open {
		if utc(day).Year() == year {
			words[day] = utc(day).Format("01-02")
		}
	}
	list := []string{}
	for _, day := range slices.Sorted(maps.Keys(words)) {
		list = append(list, words[day])
	}
	return list
}

// worthARule is how many days a rule must save.
const worthARule = 5

// rule is one of a country's line, and its day in each of the years.
type rule struct {
	text string
	days []int
}

// gain is the open days a rule says less the weekdays it says that are not free.
func (r rule) gain(free, open map[int]bool) int {
	n := 0
	for _, day := range r.days {
		switch {
		case open[day]:
			n++
		case isWeekday(day) && !free[day]:
			n--
		}
	}
	return n
}

// candidatesFor a country are the rules that name any of its days and are worth
// it, the plainest first.
func candidatesFor(free map[int]bool) []rule {
	candidates, seen := []rule{}, map[string]bool{}
	for _, day := range slices.Sorted(maps.Keys(free)) {
		for _, text := range rulesFor(day) {
			if seen[text] {
				continue
			}
			seen[text] = true
			r := rule{text: text}
			for year := FirstYear; year <= LastYear; year++ {
				r.days = append(r.days, ruleDay(text, year))
			}
			if r.gain(free, free) > worthARule {
				candidates = append(candidates, r)
			}
		}
	}
	return candidates
}

// rulesFor a day are all that name it.
func rulesFor(day int) []string {
	date := utc(day)
	rules := []string{
		date.Format("01-02"),
		fmt.Sprintf("easter%+d", day-easter(date.Year())),
		fmt.Sprintf("orthodox%+d", day-orthodoxEaster(date.Year())),
	}
	for back := range 7 {
		if from := utc(day - back).Format("01-02"); from != "02-29" {
			rules = append(rules, from+"/"+weekdayNames[day%7])
		}
	}
	return rules
}
