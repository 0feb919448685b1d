package page

import (
	"encoding/base64"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"
)

// Both sites' message ids are clocks, so that no date text has to be parsed in
// any language.

// The years an id may tell: Gmail opened in April 2004.
var (
	firstMail = time.Date(2004, 4, 1, 0, 0, 0, 0, time.UTC)
	lastMail  = time.Date(2100, 1, 1, 0, 0, 0, 0, time.UTC)
)

var (
	decimalID = regexp.MustCompile(`msg-f:(\d{10,20})`)
	ownID     = regexp.MustCompile(`msg-a:[rs][:\-\w]+`)
	hexID     = regexp.MustCompile(`^m?([0-9a-f]{14,16})$`)
)

// mailID reads a Gmail message id in any of the forms pages write it:
//
//	18a41665ecb473a3           data-legacy-message-id
//	m18a41665ecb473a3          the body's class, before ids were attributes
//	#msg-f:1775569483463914403 data-message-id
//	WyIjbXNnLWY6MTc3NT…        base64 of ["#msg-f:1775…"], in jslog
//	#msg-a:r-8241…             an own mail that has no other id yet: no clock
//
// All forms but the last give the same 16 hex digits and the arrival time.
func mailID(value string) (id string, at time.Time) {
	value = strings.TrimSpace(value)
	if hit := hexID.FindStringSubmatch(value); hit != nil {
		n, err := strconv.ParseUint(hit[1], 16, 64)
		if err == nil {
			return mailClock(n)
		}
	}
	if hit := decimalID.FindStringSubmatch(value); hit != nil {
		n, err := strconv.ParseUint(hit[1], 10, 64)
		if err == nil {
			return mailClock(n)
		}
	}
	if id := ownID.FindString(value); id != "" {
		return id, time.Time{}
	}
	if text, ok := decodeBase64(value); ok && decimalID.MatchString(text) {
		return mailID(text)
	}
	return "", time.Time{}
}

// mailClock: the number shifted right by 20 bits is Unix milliseconds.
func mailClock(n uint64) (string, time.Time) {
	at := time.UnixMilli(int64(n >> 20)).UTC()
	if at.Before(firstMail) || at.After(lastMail) {
		at = time.Time{}
	}
	return fmt.Sprintf("%016x", n), at
}

var (
	eventID   = regexp.MustCompile(`2-([\w+/=-]+)\)?\s*$`)
	eventText = regexp.MustCompile(`^(\d{13})b\d+-\d+&[\w-]+$`)
	eventOf   = regexp.MustCompile(`urn:li:fsd_profile:([\w-]+)`)
)

// liveID reads a LinkedIn event's id,
//
//	urn:li:msg_message:(urn:li:fsd_profile:ACoAA…,2-<base64>)
//
// whose base64 decodes to "<13 digits of Unix ms>b<digits>-<digits>&<uuid>_<digits>".
// owner is the member whose copy this is, the viewer. The id leaves the owner
// out, so that it is the event's own. With base64 that does not decode, the id
// is what the page wrote and there is no time.
func liveID(urn string) (id, owner string, at time.Time) {
	if hit := eventOf.FindStringSubmatch(urn); hit != nil {
		owner = hit[1]
	}
	hit := eventID.FindStringSubmatch(urn)
	if hit == nil {
		return "", owner, time.Time{}
	}
	id = "2-" + strings.TrimRight(hit[1], "=")
	text, ok := decodeBase64(hit[1])
	if !ok {
		return id, owner, time.Time{}
	}
	clock := eventText.FindStringSubmatch(text)
	if clock == nil {
		return id, owner, time.Time{}
	}
	ms, _ := strconv.ParseInt(clock[1], 10, 64) // 13 digits always fit
	at = time.UnixMilli(ms).UTC()
	if at.Before(firstMail) || at.After(lastMail) {
		at = time.Time{}
	}
	return id, owner, at
}

// decodeBase64 takes either alphabet, with or without padding.
func decodeBase64(text string) (string, bool) {
	text = strings.TrimRight(text, "=.")
	text = strings.NewReplacer("-", "+", "_", "/").Replace(text)
	data, err := base64.RawStdEncoding.DecodeString(text)
	return string(data), err == nil
}
