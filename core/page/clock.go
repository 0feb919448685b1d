package page

import (
	"encoding/base64"
	"fmt"
	"strconv"
	"strings"
	"time"
)

// Both sites' message ids are clocks, so that no date text has to be parsed in
// any language.

// The years an id may tell, in Unix milliseconds: Gmail opened in April 2004.
const (
	firstMail = 1080777600000 // 2004-04-01
	lastMail  = 4102444800000 // 2100-01-01
)

func possible(at time.Time) bool {
	ms := at.UnixMilli()
	return firstMail <= ms && ms <= lastMail
}

// mailID reads a Gmail message id in any of the forms pages write it:
//
//	18a41665ecb473a3           data-legacy-message-id
//	m18a41665ecb473a3          the body's class, before ids were attributes
//	#msg-f:1775569483463914403 data-message-id
//	WyIjbXNnLWY6MTc3NT…        base64 of ["#msg-f:1775…"], in jslog
//
// All give the same 16 hex digits and the arrival time. "#msg-a:r-8241…", an own
// mail or draft that has no other id yet, is none: the mail gets a hex id later,
// and would count twice.
func mailID(value string) (id string, at time.Time) {
	value = strings.TrimSpace(value)
	if n, err := strconv.ParseUint(hexID(value), 16, 64); err == nil {
		return mailClock(n)
	}
	if n, err := strconv.ParseUint(decimalID(value), 10, 64); err == nil {
		return mailClock(n)
	}
	if text, ok := decodeBase64(value); ok && decimalID(text) != "" {
		return mailID(text)
	}
	return "", time.Time{}
}

// hexID is the digits of 18a41665ecb473a3 and m18a41665ecb473a3.
func hexID(value string) string {
	hex := strings.TrimPrefix(value, "m")
	if len(hex) < 14 || len(hex) > 16 || !all(hex, isHex) {
		return ""
	}
	return hex
}

func isHex(c byte) bool { return isDigit(c) || 'a' <= c && c <= 'f' }

// decimalID is the 10 to 20 digits after "msg-f:".
func decimalID(value string) string {
	return after(value, "msg-f:", func(rest string) int {
		n := run(rest[:min(20, len(rest))], isDigit)
		if n < 10 {
			return 0
		}
		return n
	})
}

// mailClock: the number shifted right by 20 bits is Unix milliseconds.
func mailClock(n uint64) (string, time.Time) {
	at := time.UnixMilli(int64(n >> 20)).UTC()
	if !possible(at) {
		at = time.Time{}
	}
	return fmt.Sprintf("%016x", n), at
}

// liveID reads a LinkedIn event's id,
//
//	urn:li:msg_message:(urn:li:fsd_profile:ACoAA…,2-<base64>)
//
// whose base64 decodes to "<13 digits of Unix ms>b<digits>-<digits>&<uuid>_<digits>".
// owner is the member whose copy this is, the viewer. The id leaves the owner
// out, so that it is the event's own. With base64 that does not decode, the id
// is what the page wrote and there is no time.
func liveID(urn string) (id, owner string, at time.Time) {
	owner = after(urn, "urn:li:fsd_profile:", func(rest string) int { return run(rest, isDashed) })
	event := eventID(urn)
	if event == "" {
		return "", owner, time.Time{}
	}
	id = "2-" + strings.TrimRight(event, "=")
	text, ok := decodeBase64(event)
	if !ok {
		return id, owner, time.Time{}
	}
	ms, err := strconv.ParseInt(eventClock(text), 10, 64)
	if err != nil {
		return id, owner, time.Time{}
	}
	at = time.UnixMilli(ms).UTC()
	if !possible(at) {
		at = time.Time{}
	}
	return id, owner, at
}

// eventID is the base64 after "2-" at the end of an event's name.
func eventID(urn string) string {
	urn = strings.TrimSuffix(strings.TrimRight(urn, space), ")")
	start := len(urn)
	for start > 0 && isBase64(urn[start-1]) {
		start--
	}
	_, id, _ := strings.Cut(urn[start:], "2-")
	return id
}

// isBase64 takes the characters of both alphabets.
func isBase64(c byte) bool { return isDashed(c) || c == '+' || c == '/' || c == '=' }

// eventClock is the 13 digits that an event's decoded id begins with.
func eventClock(text string) string {
	clock, rest, _ := strings.Cut(text, "b")
	number, rest, _ := strings.Cut(rest, "-")
	shard, rest, _ := strings.Cut(rest, "&")
	if len(clock) != 13 || !all(clock, isDigit) || !all(number, isDigit) || !all(shard, isDigit) || !all(rest, isDashed) {
		return ""
	}
	return clock
}

// decodeBase64 takes either alphabet, with or without padding.
func decodeBase64(text string) (string, bool) {
	text = strings.TrimRight(text, "=.")
	text = strings.NewReplacer("-", "+", "_", "/").Replace(text)
	data, err := base64.RawStdEncoding.DecodeString(text)
	return string(data), err == nil
}
