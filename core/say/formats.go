package say

import (
	"strconv"
	"strings"
	"time"
)

// formats are how a language writes days and numbers. The browser's Intl writes
// them so too: extension/tests/locales.test.mjs compares all of them.
type formats struct {
	months, weekdays string // with spaces between
	day, weekday     string // D, M and W are the day, the month and the day of the week
	point, group     string
	groupFrom        int  // the number of digits from which they are grouped
	zeroIsOne        bool // none is said as one is: 0 réponse
}

// english is not quite Intl's: it has a short September.
var english = &formats{
	months: "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec", weekdays: "Sun Mon Tue Wed Thu Fri Sat",
	day: "D M", weekday: "W D M", point: ".", group: ",", groupFrom: 4,
}

var formatsByLanguage = map[string]*formats{
	"de": {
		months: "Jan. Feb. März Apr. Mai Juni Juli Aug. Sept. Okt. Nov. Dez.", weekdays: "So. Mo. Di. Mi. Do. Fr. Sa.",
		day: "D. M", weekday: "W, D. M", point: ",", group: ".", groupFrom: 4,
	},
	"fr": {
		months: "janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.", weekdays: "dim. lun. mar. mer. jeu. ven. sam.",
		day: "D M", weekday: "W D M", point: ",", group: "\u202f", groupFrom: 4, zeroIsOne: true,
	},
	"es": {
		months: "ene feb mar abr may jun jul ago sept oct nov dic", weekdays: "dom lun mar mié jue vie sáb",
		day: "D M", weekday: "W, D M", point: ",", group: ".", groupFrom: 5,
	},
}

func formatsOf(code string) *formats {
	if f, known := formatsByLanguage[code]; known {
		return f
	}
	return english
}

func (l *Language) writes() *formats {
	if l == nil {
		return english
	}
	return l.formats
}

// Date is a day as people write it, "12 Nov", with the year where it is not
// this one.
func (l *Language) Date(t time.Time, thisYear int) string {
	return l.write(l.writes().day, t, thisYear)
}

// Weekday is Date with the day of the week, "Thu 12 Nov".
func (l *Language) Weekday(t time.Time, thisYear int) string {
	return l.write(l.writes().weekday, t, thisYear)
}

// DayOfWeek is the day of the week in full.
func (l *Language) DayOfWeek(t time.Time) string { return l.Say(daysOfWeek[t.Weekday()]) }

var daysOfWeek = [...]string{"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"}

func (l *Language) write(pattern string, t time.Time, thisYear int) string {
	f := l.writes()
	if t.Year() != thisYear {
		pattern += " Y"
	}
	var out strings.Builder
	for _, r := range pattern {
		switch r {
		case 'D':
			out.WriteString(strconv.Itoa(t.Day()))
		case 'M':
			out.WriteString(strings.Fields(f.months)[t.Month()-1])
		case 'W':
			out.WriteString(strings.Fields(f.weekdays)[t.Weekday()])
		case 'Y':
			out.WriteString(strconv.Itoa(t.Year()))
		default:
			out.WriteRune(r)
		}
	}
	return out.String()
}

// Whole is a whole number, its thousands apart where it is long.
func (l *Language) Whole(n int) string {
	if l == Nothing {
		return ""
	}
	digits := strconv.Itoa(n)
	if n < 0 {
		return digits
	}
	f := l.writes()
	return grouped(digits, f.group, f.groupFrom)
}

// Number is a number with what comes after the point, where there is something.
func (l *Language) Number(v float64) string {
	whole, rest, broken := strings.Cut(strconv.FormatFloat(v, 'f', -1, 64), ".")
	f := l.writes()
	whole = grouped(whole, f.group, f.groupFrom)
	if broken {
		return whole + f.point + rest
	}
	return whole
}

func grouped(digits, group string, from int) string {
	if len(digits) < from {
		return digits
	}
	for at := len(digits) - 3; at > 0; at -= 3 {
		digits = digits[:at] + group + digits[at:]
	}
	return digits
}
