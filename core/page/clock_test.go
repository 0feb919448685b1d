package page

import (
	"encoding/base64"
	"fmt"
	"testing"
	"time"

	"pgregory.net/rapid"
)

func TestMailID(t *testing.T) {
	const id, at = "18a41665ecb473a3", "2023-08-29T13:05:42Z"
	n := uint64(0x18a41665ecb473a3)
	log := base64.StdEncoding.EncodeToString(fmt.Appendf(nil, `["#msg-f:%d"]`, n))
	tests := []struct{ value, id, at string }{
		{"18a41665ecb473a3", id, at},
		{"m18a41665ecb473a3", id, at},
		{fmt.Sprintf("#msg-f:%d", n), id, at},
		{log, id, at},
		{"#msg-a:r-8241190037711625342", "", ""},
		{"0000000000000001", "0000000000000001", ""}, // 1970 is no mail
		{"ffffffffffffffff", "ffffffffffffffff", ""},
		{"#msg-f:99999999999999999999", "", ""}, // more than 64 bits
		{"", "", ""},
		{"abc", "", ""},
	}
	for _, test := range tests {
		id, at := mailID(test.value)
		if id != test.id || stamp(at) != test.at {
			t.Errorf("mailID(%q) = %q, %s; want %q, %s", test.value, id, stamp(at), test.id, test.at)
		}
	}
}

// All forms of one id give one id: otherwise a message would count twice.
func TestMailIDForms(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.Uint64Range(1<<60, 1<<62).Draw(t, "id")
		want, at := mailID(fmt.Sprintf("%016x", n))
		for _, form := range []string{
			fmt.Sprintf("#msg-f:%d", n),
			fmt.Sprintf("m%x", n),
			base64.RawStdEncoding.EncodeToString(fmt.Appendf(nil, `["#msg-f:%d",null]`, n)),
		} {
			if id, same := mailID(form); id != want || !same.Equal(at) {
				t.Fatalf("mailID(%q) = %q, %v; want %q, %v", form, id, same, want, at)
			}
		}
	})
}

func TestLiveID(t *testing.T) {
	const text = "1692795731000b12345-100&c0ffee00-1234-4abc-8def-0123456789ab_010"
	padded := base64.StdEncoding.EncodeToString([]byte(text))
	bare := base64.RawURLEncoding.EncodeToString([]byte(text))
	urn := func(s string) string { return "urn:li:msg_message:(urn:li:fsd_profile:ACoAAVIEWER,2-" + s + ")" }
	tests := []struct{ urn, id, owner, at string }{
		{urn(padded), "2-" + bare, "ACoAAVIEWER", "2023-08-23T13:02:11Z"},
		{urn(bare), "2-" + bare, "ACoAAVIEWER", "2023-08-23T13:02:11Z"},
		{urn("bm90IGEgY2xvY2s="), "2-bm90IGEgY2xvY2s", "ACoAAVIEWER", ""},
		{urn("%%%"), "", "ACoAAVIEWER", ""},
		{"", "", "", ""},
	}
	for _, test := range tests {
		id, owner, at := liveID(test.urn)
		if id != test.id || owner != test.owner || stamp(at) != test.at {
			t.Errorf("liveID(%q) = %q, %q, %s; want %q, %q, %s", test.urn, id, owner, stamp(at), test.id, test.owner, test.at)
		}
	}
}

func TestShownTime(t *testing.T) {
	tests := []struct{ text, zone, at string }{
		{"20 Aug 2025, 13:19", "UTC", "2025-08-20T13:19:00Z"},
		{"Sun, Nov 1, 2026, 3:05 PM", "UTC", "2026-11-01T15:05:00Z"},
		{"Sun, Nov 1, 2026, 3:05\u202fPM", "America/New_York", "2026-11-01T20:05:00Z"},
		{"Mon, Sep 14, 2026 at 12:00 AM", "UTC", "2026-09-14T00:00:00Z"},
		{"2016年5月4日 上午10:08", "Asia/Shanghai", "2016-05-04T02:08:00Z"},
		{"2016年5月4日 下午1:08", "UTC", "2016-05-04T13:08:00Z"},
		{"2026年11月22日(日) 9:31", "Asia/Tokyo", "2026-11-22T00:31:00Z"},
		{"2026/11/22 10:08", "UTC", "2026-11-22T10:08:00Z"},
		{"5. Nov. 2026, 10:15", "Europe/Berlin", "2026-11-05T09:15:00Z"},
		{"Do., 5. März 2026, 10:15", "UTC", "2026-03-05T10:15:00Z"},
		{"05.11.2026, 10:15", "UTC", "2026-11-05T10:15:00Z"},
		{"mar. 3 nov. 2026, 10:08", "UTC", "2026-11-03T10:08:00Z"},
		{"3 août 2026 10:08", "UTC", "2026-08-03T10:08:00Z"},
		{"mar, 3 nov 2026, 10:08", "UTC", "2026-11-03T10:08:00Z"},
		{"3 de enero de 2026 10:08", "UTC", "2026-01-03T10:08:00Z"},
		{"22/11/2026 10:08", "UTC", "2026-11-22T10:08:00Z"},
		{"3/4/2026 10:08", "UTC", ""}, // March or April
		{"31 Feb 2026, 10:08", "UTC", ""},
		{"20 Aug 2025", "UTC", ""},
		{"10:08", "UTC", ""},
		{"yesterday", "UTC", ""},
		{"20 Aug 2025, 13:19", "Nowhere/AtAll", "2025-08-20T13:19:00Z"},
	}
	for _, test := range tests {
		if got := stamp(shownTime(test.text, test.zone)); got != test.at {
			t.Errorf("shownTime(%q, %q) = %q, want %q", test.text, test.zone, got, test.at)
		}
	}
}

// A date written in any known way is read back.
func TestShownTimeForms(t *testing.T) {
	forms := []string{"2 Jan 2006, 15:04", "Mon, Jan 2, 2006, 3:04 PM", "2006年1月2日 15:04", "02.01.2006, 15:04", "2006-01-02 15:04"}
	rapid.Check(t, func(t *rapid.T) {
		at := time.Unix(rapid.Int64Range(firstMail/60_000+1, lastMail/60_000-1).Draw(t, "minute")*60, 0).UTC()
		form := rapid.SampledFrom(forms).Draw(t, "form")
		if got := shownTime(at.Format(form), "UTC"); !got.Equal(at) {
			t.Fatalf("shownTime(%q) = %v, want %v", at.Format(form), got, at)
		}
	})
}

func stamp(at time.Time) string {
	if at.IsZero() {
		return ""
	}
	return at.Format(time.RFC3339)
}
