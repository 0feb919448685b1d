package pipeline

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"cleanbreak/core/say"
)

// What is to be known of files and of a run as a whole, in sentences: the command
// prints them, and the page shows them.

// mostNamed is how many of a list are named.
const mostNamed = 8

// some lists the first of many.
func some(l *say.Language, list []string) string {
	if more := len(list) - mostNamed; more > 0 {
		return l.Say("{} and {} more", strings.Join(list[:mostNamed], ", "), l.Whole(more))
	}
	return strings.Join(list, ", ")
}

// Unread names the columns that hold something and are not read; "" where all are.
func (s *Sheet) Unread(l *say.Language) string {
	left := s.NotRead()
	if len(left) == 0 {
		return ""
	}
	return l.Say("Not read: {}.", some(l, left))
}

// Notices are what of a run's files nobody could make sense of, and what its figures
// rest on.
func (s *Summary) Notices(l *say.Language) []string {
	list := []string{}
	switch of := []string{l.Amount(float64(s.Untouched)), l.Amount(float64(s.Judged))}; {
	case s.Rows == 0:
		list = append(list, l.Say("There is no row below the headers."))
	case s.Untouched == 0:
	case s.Untouched == s.Judged:
		list = append(list, l.Say("No row says anything of contact with them: add the export of activities, or say which column holds their last contact."))
	case s.Untouched == 1:
		list = append(list, l.Say("{} of {} rows was judged without any touch: it has no counts or dates, and no activity is with them.", of...))
	default:
		list = append(list, l.Say("{} of {} rows were judged without any touch: they have no counts or dates, and no activity is with them.", of...))
	}
	if len(s.Directions) > 0 {
		list = append(list, l.Say("Directions of activities that are not known: {}. Write in or out instead.", some(l, tallied(l, s.Directions, func(word string) string { return word }))))
	}
	if s.Unread > 0 {
		list = append(list, l.Say("What they wrote is more than can be held at once. Answers that count by their day alone: {}. Who asked not to be contacted is heard in all of them.", l.Amount(float64(s.Unread))))
	}
	if len(s.Amounts) > 1 {
		currency := func(code string) string { return cmp.Or(code, l.Say("no currency")) }
		list = append(list, l.Say("Values are in {}: they are never added to each other, and compared as they are, without exchange rates, in the verdicts and in the order of the list.", some(l, tallied(l, s.Amounts, currency))))
	}
	return list
}

// tallied writes each word with how often it stands, the most frequent first.
func tallied(l *say.Language, by map[string]int, write func(word string) string) []string {
	words := slices.SortedFunc(maps.Keys(by), func(a, b string) int { return cmp.Or(by[b]-by[a], strings.Compare(a, b)) })
	for i, word := range words {
		words[i] = write(word) + " (" + l.Amount(float64(by[word])) + ")"
	}
	return words
}
