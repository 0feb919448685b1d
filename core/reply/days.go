package reply

import "time"

// A date is counted in days since 1 January 1970.

// dayOf is the day of a date; a month beyond December is one of a later year.
func dayOf(y, m, d int) int {
	y, m = y+(m-1)/12, (m-1)%12+1
	if m < 3 {
		y, m = y-1, m+12
	}
	return 365*y + y/4 - y/100 + y/400 + (153*m-457)/5 + d - 719469
}

// civil is the date of a day.
func civil(n int) (y, m, d int) {
	n += 719468
	era := n / 146097
	n %= 146097
	y = (n - n/1460 + n/36524 - n/146096) / 365
	n -= 365*y + y/4 - y/100
	m = (5*n + 2) / 153
	d = n - (153*m+2)/5 + 1
	if m += 3; m > 12 {
		m -= 12
		y++
	}
	return y + 400*era, m, d
}

// weekday of a day, Monday being 0.
func weekday(n int) int { return (n + 3) % 7 }

// easter is Easter Sunday by the Gregorian rule of Gauss and Lichtenberg.
func easter(y int) int {
	k := y / 100
	m := 15 + (3*k+3)/4 - (8*k+13)/25
	a := y % 19
	d := (19*a + m) % 30
	og := 21 + d - (d+a/11)/29
	sz := 7 - (y+y/4+2-(3*k+3)/4)%7
	return dayOf(y, 3, 1) + og + 6 - (og-sz+7)%7
}

// today is the day on which a message came, where its sender is.
func today(m *Mail) int {
	t := m.Received
	if m.Zone != nil {
		t = t.In(m.Zone)
	}
	y, month, d := t.Date()
	return dayOf(y, int(month), d)
}

// midnight begins a day where the sender is. Day 0 is no day.
func midnight(m *Mail, n int) time.Time {
	if n == 0 {
		return time.Time{}
	}
	zone := m.Zone
	if zone == nil {
		zone = m.Received.Location()
	}
	return time.Date(1970, 1, 1+n, 0, 0, 0, 0, zone)
}
