package reply

import "time"

// month is the number of a month's name in the four languages, or 0.
func month(w string) int {
	switch w {
	case "january", "jan", "januar", "janner", "janvier", "janv", "enero":
		return 1
	case "february", "feb", "februar", "fevrier", "fevr", "febrero":
		return 2
	case "march", "marz", "mars", "marzo":
		return 3
	case "april", "apr", "avril", "avr", "abril":
		return 4
	case "may", "mai", "mayo":
		return 5
	case "june", "jun", "juni", "juin", "junio":
		return 6
	case "july", "jul", "juli", "juillet", "juil", "julio":
		return 7
	case "august", "aug", "aout", "agosto":
		return 8
	case "september", "sep", "sept", "septembre", "septiembre":
		return 9
	case "october", "oct", "oktober", "okt", "octobre", "octubre":
		return 10
	case "november", "nov", "novembre", "noviembre":
		return 11
	case "december", "dec", "dezember", "dez", "decembre", "diciembre":
		return 12
	}
	return 0
}

// weekday is the number of a weekday's name, Sunday being 0, or -1.
func weekday(w string) int {
	switch w {
	case "sunday", "sonntag", "dimanche", "domingo":
		return 0
	case "monday", "mon", "montag", "lundi", "lunes":
		return 1
	case "tuesday", "dienstag", "mardi", "martes":
		return 2
	case "wednesday", "mittwoch", "mercredi", "miercoles":
		return 3
	case "thursday", "donnerstag", "jeudi", "jueves":
		return 4
	case "friday", "freitag", "vendredi", "viernes":
		return 5
	case "saturday", "samstag", "samedi", "sabado":
		return 6
	}
	return -1
}

// unit is a span in days, or in months below zero, or 0.
func unit(w string) int {
	switch w {
	case "day", "days", "tag", "tage", "tagen", "jour", "jours", "dia", "dias":
		return 1
	case "week", "weeks", "woche", "wochen", "semaine", "semaines", "semana", "semanas":
		return 7
	case "month", "months", "monat", "monate", "monaten", "mois", "mes", "meses":
		return -1
	case "quarter", "quarters", "quartal", "quartale", "trimestre", "trimestres":
		return -3
	case "year", "years", "jahr", "jahre", "jahren", "an", "ans", "anne", "annes", "ano", "anos", "annee", "annees":
		return -12
	}
	return 0
}

func later(unit, n int, today time.Time) day {
	if unit > 0 {
		return day{at: today.AddDate(0, 0, unit*n)}
	}
	return day{at: today.AddDate(0, -unit*n, 0)}
}

// relative reads "next quarter", "in two weeks", "morgen", "l'année prochaine".
func relative(ws []word, today time.Time) (day, int) {
	if len(ws) < 2 {
		return day{}, 0
	}
	if n := count(ws[0].folded); n > 0 {
		if u := unit(ws[1].folded); u != 0 {
			return later(u, n, today), 2
		}
	}
	u := unit(ws[1].folded)
	if !coming(ws[0].folded) {
		u = 0
		if coming(ws[1].folded) {
			u = unit(ws[0].folded)
		}
	}
	if u == 0 || u == 1 {
		return day{}, 0
	}
	return day{at: startOf(u, today), month: u < 0}, 2
}

// startOf is the first day of the next week, month, quarter or year.
func startOf(u int, today time.Time) time.Time {
	if u == 7 {
		return today.AddDate(0, 0, (7-int(today.Weekday()))%7+1)
	}
	months := -u
	passed := (int(today.Month()) - 1) % months
	return time.Date(today.Year(), today.Month()+time.Month(months-passed), 1, 0, 0, 0, 0, today.Location())
}

func coming(w string) bool {
	switch w {
	case "next", "nachstes", "nachste", "nachsten", "nachster", "kommendes", "kommenden", "kommende",
		"prochain", "prochaine", "proximo", "proxima", "siguiente":
		return true
	}
	return false
}

func count(w string) int {
	switch w {
	case "two", "zwei", "deux", "dos", "couple":
		return 2
	case "three", "drei", "trois", "tres":
		return 3
	case "four", "vier", "quatre", "cuatro":
		return 4
	case "six", "sechs", "seis":
		return 6
	}
	return 0
}
