// Package say puts dates, counts and events into words for the rep.
package say

import (
	"math"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// Day is a date as people write it: "12 Nov", with the year where it is not
// that of now.
func (l *Language) Day(t, now time.Time, zone *time.Location) string {
	if l == Nothing {
		return ""
	}
	if zone == nil {
		zone = time.UTC
	}
	t, now = t.In(zone), now.In(zone)
	switch {
	case l != nil:
		return l.Date(t, now.Year())
	case t.Year() == now.Year():
		return strconv.Itoa(t.Day()) + " " + t.Month().String()[:3]
	}
	return t.Format("2 Jan 2006")
}

// Count is a number with its noun.
func Count(n int, one, many string) string {
	switch n {
	case 0:
		return "no " + many
	case 1:
		return "1 " + one
	}
	return strconv.Itoa(n) + " " + many
}

// Amount is a sum of money, its thousands apart: "50,000", "999.99".
func (l *Language) Amount(v float64) string {
	switch l {
	case nil:
		return number(v)
	case Nothing:
		return ""
	}
	return l.Number(math.Round(100*v) / 100)
}

func number(v float64) string {
	var written, out [32]byte
	digits, cents := written[:0], ""
	if whole := int64(v); float64(whole) == v { // most are, and this is quicker
		digits = strconv.AppendInt(digits, whole, 10)
	} else {
		all := strconv.FormatFloat(v, 'f', 2, 64)
		before, after, _ := strings.Cut(all, ".")
		if digits = append(digits, before...); after != "00" {
			cents = "." + after
		}
	}
	b := out[:0]
	if digits[0] == '-' {
		b, digits = append(b, '-'), digits[1:]
	}
	for i, d := range digits {
		if i > 0 && (len(digits)-i)%3 == 0 {
			b = append(b, ',')
		}
		b = append(b, d)
	}
	return string(append(b, cents...))
}

var ordinals = [...]string{"", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"}

// Work is two working times in one unit, to be compared: minutes where one is below
// two hours, else whole hours.
func (l *Language) Work(a, b int) (string, string) {
	if min(a, b) < 120 {
		return l.Count(a, "minute", "minutes"), l.Count(b, "minute", "minutes")
	}
	return l.Count((a+30)/60, "hour", "hours"), l.Count((b+30)/60, "hour", "hours")
}

// Times is how often: once, twice, 3 times.
func (l *Language) Times(n int) string {
	switch n {
	case 1:
		return l.Say("once")
	case 2:
		return l.Say("twice")
	}
	return l.Count(n, "time", "times")
}

// Ordinal is a small number in order.
func (l *Language) Ordinal(n int) string {
	if n > 0 && n < len(ordinals) {
		return l.Say(ordinals[n])
	}
	return l.Say("touch {}", l.Whole(n))
}

var channelNames = map[string]string{
	"email": "e-mail", "linkedin": "LinkedIn message", "live-message": "live message", "sms": "text message",
	"call": "call", "voicemail": "voicemail", "conversation": "conversation", "introduction": "introduction", "letter": "letter",
	"fax": "fax", "visit": "visit", "event": "event", "calendar": "calendar", "web": "web",
}

var channelTitles = map[string]string{
	"email": "E-mail", "call": "Call", "linkedin": "LinkedIn message", "voicemail": "Voicemail",
}

// Channel is a channel in words.
func (l *Language) Channel(c string) string {
	if name, ok := channelNames[c]; ok {
		return l.Say(name)
	}
	return c
}

// Channels lists channels in words.
func (l *Language) Channels(cs []string) string {
	if l == Nothing {
		return ""
	}
	var list strings.Builder
	for i, c := range cs {
		if i > 0 {
			list.WriteString(", ")
		}
		list.WriteString(l.Channel(c))
	}
	return list.String()
}

var dispositionNames = map[string]string{
	"connected": ", spoke with them", "left-voicemail": ", left a voicemail",
	"no-answer": ", no answer", "wrong-number": ", wrong number",
}

// Touch names one of our contacts.
func (l *Language) Touch(channel, disposition string) string {
	if l == Nothing {
		return ""
	}
	title := Capital(l.Channel(channel))
	if told, ok := channelTitles[channel]; ok {
		title = l.Say(told)
	}
	if how, ok := dispositionNames[disposition]; ok {
		title += l.Say(how)
	}
	return title
}

// quoteLength is how many characters of a message are shown as evidence.
const quoteLength = 160

// Quote shortens what they wrote to a line that can be shown.
func (l *Language) Quote(text, read string) string {
	if l == Nothing {
		return ""
	}
	switch line := line(text); {
	case line != "":
		return line
	case read == "none":
		return l.Say("Text not read")
	}
	return l.Say("No text")
}

// line puts the beginning of a text on one line: each stretch of spaces and
// control characters becomes one space. A text that is such a line already is
// given back as it is.
func line(text string) string {
	text = strings.TrimFunc(text, blank)
	if plain(text) {
		return text
	}
	var room [(quoteLength + 1) * utf8.UTFMax]byte
	line := room[:0]
	gap, left := false, quoteLength
	for i, size := 0, 0; i < len(text); i += size {
		if c := text[i]; ' ' < c && c < 0x7f && left > 0 && !gap {
			line = append(line, c)
			left, size = left-1, 1
			continue
		}
		var r rune
		r, size = utf8.DecodeRuneInString(text[i:])
		switch {
		case blank(r):
			gap = true
			continue
		case left == 0 || (gap && left == 1):
			return string(append(line, "…"...))
		case gap:
			line = append(line, ' ')
			left--
		}
		line = utf8.AppendRune(line, r)
		gap, left = false, left-1
	}
	return string(line)
}

// plain reports a text that is short and has nothing to take out.
func plain(text string) bool {
	if len(text) > quoteLength {
		return false
	}
	space := false
	for _, r := range text {
		if r == utf8.RuneError || (blank(r) && (r != ' ' || space)) {
			return false
		}
		space = r == ' '
	}
	return true
}

func blank(r rune) bool {
	if ' ' < r && r < 0x7f {
		return false
	}
	return unicode.IsSpace(r) || unicode.IsControl(r)
}

// Capital makes the first letter a capital.
func Capital(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	if upper := unicode.ToUpper(first); s != "" && upper != first {
		return string(upper) + s[size:]
	}
	return s
}
