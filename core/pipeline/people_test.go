package pipeline

import (
	"strings"
	"testing"
)

// TestAContactIsJudgedOnce holds that somebody is judged with their deal, or by
// themselves where none of their deals is.
func TestAContactIsJudgedOnce(t *testing.T) {
	const (
		contacts = "Record ID,First Name,Last Name,Email,Lifecycle Stage\n1,Kim,Olsen,kim@acme.example,Lead\n"
		deals    = "Record ID,Deal Name,Deal Stage,Create Date,Associated Contact IDs\n"
		withDeal = "is the contact of a deal, and judged with it"
	)
	for _, c := range []struct{ about, deals, want string }{
		{"no deal", "", "keep"},
		{"an open deal", "7,Rollout,Demo,,1\n", "keep, " + withDeal},
		{"a lost deal", "7,Rollout,Closed lost,,1\n", "is closed already: lost, keep"},
		{"a deal that cannot be read", "7,Rollout,Demo,soon,1\n", `Create Date: "soon" is not a date, keep`},
		{"a lost and an open one", "7,Old,Closed lost,,1\n8,New,Demo,,1\n", "is closed already: lost, keep, " + withDeal},
		{"an open and a lost one", "8,New,Demo,,1\n7,Old,Closed lost,,1\n", "keep, is closed already: lost, " + withDeal},
		{"a deal of somebody else", "7,Rollout,Demo,,2\n", "keep, keep"},
	} {
		_, lines := linesOf(t, textSource("d.csv", deals+c.deals), textSource("c.csv", contacts))
		var got []string
		for _, l := range lines {
			got = append(got, l.Verdict+l.Why)
		}
		if strings.Join(got, ", ") != c.want {
			t.Errorf("%s: %s, want %s", c.about, strings.Join(got, ", "), c.want)
		}
	}
}

// TestTheAddressBehindAName joins a deal to its contact by the address in the cell of the name.
func TestTheAddressBehindAName(t *testing.T) {
	const contacts = "Record ID,First Name,Last Name,Email,Lifecycle Stage\n1,Kim,Olsen,kim@acme.example,Lead\n"
	for _, c := range []struct{ contact, name, email, second string }{
		{"Kim Olsen (kim@acme.example)", "Kim Olsen", "kim@acme.example", "is the contact of a deal, and judged with it"},
		{"K. Olsen <Kim@Acme.example>", "K. Olsen", "Kim@Acme.example", "is the contact of a deal, and judged with it"},
		{"Kim Olsen (kim@acme.example); Ada Roe (ada@acme.example)", "Kim Olsen", "kim@acme.example", "is the contact of a deal, and judged with it"},
		{"(kim@acme.example)", "Kim Olsen", "kim@acme.example", "is the contact of a deal, and judged with it"},
		{"Ada Roe (ada@acme.example)", "Ada Roe", "ada@acme.example", ""},
		{"Kim Olsen (boss)", "Kim Olsen (boss)", "", ""},
		{"Kim Olsen (", "Kim Olsen (", "", ""},
	} {
		_, lines := linesOf(t, textSource("d.csv", "Record ID,Deal Name,Deal Stage,Associated Contact\n7,Rollout,Demo,"+c.contact+"\n"), textSource("c.csv", contacts))
		if d := lines[0]; d.Contact != c.name || d.Email != c.email || lines[1].Why != c.second {
			t.Errorf("%q: %q %q, and then %q; want %+v", c.contact, d.Contact, d.Email, lines[1].Why, c)
		}
	}
}

// TestColumnsOfThePerson join Pipedrive's activities and deals by whom they are with.
func TestColumnsOfThePerson(t *testing.T) {
	for _, c := range []struct{ deal, activity string }{
		{"Person - Email - Work", "Person - Email - Work"},
		{"Person - Name", "Person - Name"},
		{"Deal - Contact person", "Person - Name"},
		{"Person - E-Mail - Arbeit", "Person - E-Mail-Adresse"},
	} {
		who := map[bool]string{true: "Kim Olsen", false: "kim@acme.example"}[strings.HasSuffix(c.activity, "Name")]
		run, lines := linesOf(t, textSource("d.csv", "Deal - ID,Deal - Title,Deal - Stage,"+c.deal+"\n7,Rollout,Demo,"+who+"\n"),
			textSource("a.csv", "Activity - ID,Activity - Type,Activity - Done,Activity - Due date,"+c.activity+"\n1,Email,Done,2026-11-04,"+who+"\n"))
		if len(lines) != 1 || lines[0].Known != 1 || lines[0].Name != "Rollout" || lines[0].Contact == "Rollout" {
			t.Errorf("%+v: %d lines, %+v, %+v", c, len(lines), lines[0], run.Sheets[1].Columns)
		}
	}
}

// TestTheContactsCountsStandForTheDeals judges a deal whose export says nothing of
// touches by those of its contact.
func TestTheContactsCountsStandForTheDeals(t *testing.T) {
	const contacts = "Record ID,First Name,Last Name,Email,Lifecycle Stage,Number of times contacted,Last Contacted,Recent Sales Email Replied Date\n"
	for _, c := range []struct{ about, deals, contact, want string }{
		{"of nine touches", "Record ID,Deal Name,Deal Stage,Associated Contact IDs\n7,Rollout,Demo,1\n", "9,2026-11-02,", "last-try: 9 touches over"},
		{"an answer", "Record ID,Deal Name,Deal Stage,Associated Contact IDs\n7,Rollout,Demo,1\n", "9,2026-11-02,2026-11-18", "your-turn: They wrote last, on 18 Nov"},
		{"nothing", "Record ID,Deal Name,Deal Stage,Associated Contact IDs\n7,Rollout,Demo,1\n", ",,", "keep: No contact with them is known yet"},
		{"the deal's own stand", "Record ID,Deal Name,Deal Stage,Associated Contact IDs,Number of times contacted,Last Contacted\n7,Rollout,Demo,1,2,2026-11-10\n", "9,2026-11-02,", "keep: Only 2 touches so far"},
		{"the deal has a day alone", "Record ID,Deal Name,Deal Stage,Associated Contact IDs,Last Activity Date\n7,Rollout,Demo,1,2026-11-18\n", "9,2026-11-02,", "last-try: 9 touches over"},
		{"with none of its own", "Record ID,Deal Name,Deal Stage,Associated Contact IDs,Number of times contacted,Last Contacted\n7,Rollout,Demo,1,,\n", "9,2026-11-02,", "last-try: 9 touches over"},
	} {
		_, lines := linesOf(t, textSource("d.csv", c.deals), textSource("c.csv", contacts+"1,Kim,Olsen,kim@acme.example,Lead,"+c.contact+"\n"))
		l := lines[0]
		if got := l.Verdict + ": " + l.Because; !strings.HasPrefix(got, c.want) || l.Contact != "Kim Olsen" || l.Aggregate != (l.Known > 0) {
			t.Errorf("%s: %s (%s, aggregate %v), want %s", c.about, got, l.Contact, l.Aggregate, c.want)
		}
	}
}
