// Package say puts dates, counts and events into words for the rep.
package say

import (
	"fmt"
	"strconv"
	"strings"
	"time"
	"unicode"
)

// Day is a date as people write it: "12 Nov", with the year where it is not
// that of now.
func Day(t, now time.Time, zone *time.Location) string {
	if zone == nil {
		zone = time.UTC
	}
	t, now = t.In(zone), now.In(zone)
	if t.Year() == now.Year() {
		return t.Format("2 Jan")
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

// Ordinal is a small number in order.
func Ordinal(n int) string {
	words := []string{"", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"}
	if n > 0 && n < len(words) {
		return words[n]
	}
	return fmt.Sprintf("touch %d", n)
}

var channelNames = map[string]string{
	"email": "e-mail", "linkedin": "LinkedIn message", "live-message": "live message", "sms": "text message",
}

// Channel is a channel in words.
func Channel(c string) string {
	if name, ok := channelNames[c]; ok {
		return name
	}
	return c
}

// Channels lists channels in words.
func Channels(cs []string) string {
	names := make([]string, len(cs))
	for i, c := range cs {
		names[i] = Channel(c)
	}
	return strings.Join(names, ", ")
}

var dispositionNames = map[string]string{
	"connected": "spoke with them", "left-voicemail": "left a voicemail",
	"no-answer": "no answer", "wrong-number": "wrong number",
}

// Touch names one of our contacts.
func Touch(channel, disposition string) string {
	name := Capital(Channel(channel))
	if d, ok := dispositionNames[disposition]; ok {
		return name + ", " + d
	}
	return name
}

// quoteLength is how many characters of a message are shown as evidence.
const quoteLength = 160

// Quote shortens what they wrote to a line that can be shown.
func Quote(text, read string) string {
	line := strings.Join(strings.FieldsFunc(text, func(r rune) bool { return unicode.IsSpace(r) || unicode.IsControl(r) }), " ")
	switch {
	case line == "" && read == "none":
		return "Text not read"
	case line == "":
		return "No text"
	}
	runes := []rune(line)
	if len(runes) > quoteLength {
		return strings.TrimSpace(string(runes[:quoteLength])) + "…"
	}
	return line
}

// Capital makes the first letter a capital.
func Capital(s string) string {
	if s == "" {
		return s
	}
	runes := []rune(s)
	runes[0] = unicode.ToUpper(runes[0])
	return string(runes)
}
