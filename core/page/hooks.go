package page

import (
	"strconv"
	"strings"
	"time"
)

// Kinds of hook.
const (
	Role   = "role"
	School = "school"
)

// Hook is something personal to open with: a plain fact of the profile, and
// where it stood there. A post is none: no page shows surely whose it is.
type Hook struct {
	Kind  string `json:"kind"`
	Text  string `json:"text"`            // a sentence in English, without its full stop; drafts have their own
	From  string `json:"from"`            // "their LinkedIn profile, experience"
	What  string `json:"what,omitempty"`  // the role
	Where string `json:"where"`           // the company or the school
	Since string `json:"since,omitempty"` // of a role: "2026-08", or "2026" where the month is not known
}

// Where a hook was read.
const (
	fromTop        = "their LinkedIn profile, at the top"
	fromExperience = "their LinkedIn profile, experience"
	fromEducation  = "their LinkedIn profile, education"
)

// newRole is how long a role is new.
const newRole = 183 * 24 * time.Hour

// Fresh reports whether a hook may open a message: a role does while it is new,
// and only where the month is known.
func (h Hook) Fresh(now time.Time) bool {
	if h.Kind != Role {
		return true
	}
	since, err := time.Parse("2006-01", h.Since)
	return err == nil && !since.After(now) && now.Sub(since) < newRole
}

// roleHook is the role at the top of the experience section, where the company
// named beside it is the one of the top card: two places agree then. dates is
// the line "Aug 2026 - Present · 4 mos" in any language. A role that has ended
// shows two years, and is none.
func roleHook(role, company, known, dates string) []Hook {
	company, _, _ = strings.Cut(company, " · ")
	since := sinceIn(dates)
	if role == "" || company == "" || company != known || since == "" {
		return nil
	}
	return []Hook{{
		Kind: Role, What: role, Where: company, Since: since, From: fromExperience,
		Text: "You have been " + role + " at " + company + " since " + spokenMonth(since),
	}}
}

func schoolHook(school, from string) []Hook {
	if school == "" {
		return nil
	}
	return []Hook{{Kind: School, Where: school, From: from, Text: "You went to " + school}}
}

// sinceIn reads the beginning of a time that has no end: one year, perhaps with
// its month, and then words.
func sinceIn(dates string) string {
	dates, _, _ = strings.Cut(dates, " · ")
	year := numberAlone(strings.NewReplacer("年", " 年 ", "년", " 년 ").Replace(dates), 4, 4)
	before, rest, found := strings.Cut(dates, year)
	if year == "" || !found || year < "1950" || numberAlone(rest, 4, 4) != "" || !strings.ContainsFunc(rest, func(r rune) bool { return !notLetter(r) }) {
		return ""
	}
	month := namedMonth(before)
	if east, ok := strings.CutPrefix(strings.TrimLeft(rest, space), "年"); ok {
		month = time.Month(number(numberAlone(strings.Replace(east, "月", " ", 1), 1, 2)))
	}
	if month < time.January || month > time.December {
		return year
	}
	return year + "-" + twoDigits(int(month))
}

func twoDigits(n int) string {
	if n < 10 {
		return "0" + strconv.Itoa(n)
	}
	return strconv.Itoa(n)
}

// spokenMonth says "August 2026" for 2026-08.
func spokenMonth(since string) string {
	year, month, _ := strings.Cut(since, "-")
	if month == "" {
		return year
	}
	return time.Month(number(month)).String() + " " + year
}
