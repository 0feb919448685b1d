package page

import (
	"strings"
	"time"
)

// monthOf knows a month by its first letters, all small, in English, German,
// French or Spanish.
func monthOf(word string) time.Month {
	switch {
	case strings.HasPrefix(word, "juin"):
		return time.June
	case strings.HasPrefix(word, "juil"):
		return time.July
	case strings.HasPrefix(word, "marras"): // Finnish, and no March
		return time.November
	}
	letters := []rune(word)
	switch string(letters[:min(3, len(letters))]) {
	case "jan", "jän", "ene":
		return time.January
	case "feb", "fév", "fev":
		return time.February
	case "mar", "mär", "mrz":
		return time.March
	case "apr", "avr", "abr":
		return time.April
	case "may", "mai":
		return time.May
	case "jun":
		return time.June
	case "jul":
		return time.July
	case "aug", "aoû", "aou", "ago":
		return time.August
	case "sep":
		return time.September
	case "oct", "okt":
		return time.October
	case "nov":
		return time.November
	case "dec", "déc", "dez", "dic":
		return time.December
	}
	return 0
}
