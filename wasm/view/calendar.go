package view

import "time"

// calendar writes dates for one viewer: in their zone, short, with the year
// only when it is not this one.
type calendar struct {
	now   time.Time // in the viewer's zone
	local func(time.Time) time.Time
}

// day writes the day of a moment, "12 Nov".
func (c calendar) day(at time.Time) string {
	if at.IsZero() {
		return Say(LabelDateNotRead)
	}
	return c.short(c.local(at))
}

// clock writes the time of day of a moment, "10:05".
func (c calendar) clock(at time.Time) string { return c.local(at).Format("15:04") }

// today reports a moment of the viewer's own day.
func (c calendar) today(at time.Time) bool {
	return c.local(at).Format(time.DateOnly) == c.now.Format(time.DateOnly)
}

// date writes a YYYY-MM-DD. It has no zone: the same day everywhere. What is no
// date is shown as it came.
func (c calendar) date(iso string) string {
	t, err := time.Parse(time.DateOnly, iso)
	if err != nil {
		return iso
	}
	return c.short(t)
}

// soon is date with its day of the week, or today or tomorrow in words.
func (c calendar) soon(iso string) string {
	switch iso {
	case c.now.Format(time.DateOnly):
		return Say(wordToday)
	case c.now.AddDate(0, 0, 1).Format(time.DateOnly):
		return Say(wordTomorrow)
	}
	t, err := time.Parse(time.DateOnly, iso)
	if err != nil {
		return iso
	}
	return tongue.Weekday(t, c.now.Year())
}

func (c calendar) short(t time.Time) string { return tongue.Date(t, c.now.Year()) }

// Noon is the middle of a YYYY-MM-DD in UTC, which lies on that day nearly
// everywhere; the zero time where there is none.
func Noon(day string) time.Time {
	t, err := time.Parse(time.DateOnly, day)
	if err != nil {
		return time.Time{}
	}
	return t.Add(12 * time.Hour)
}
