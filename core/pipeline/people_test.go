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
		{"Kim Olsen;Lee Park", "Kim Olsen", "kim@acme.example", "is the contact of a deal, and judged with it"},
		{"Kim Olsen; Lee Park (lee@acme.example)", "Kim Olsen", "kim@acme.example", "is the contact of a deal, and judged with it"},
		{"Lee Park;Kim Olsen (kim@acme.example)", "Lee Park", "", ""},
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

// TestANamesakeElsewhereIsAnother holds that a name alone joins a deal to a contact only
// where one of the two says no company, and the deal no contact's id.
func TestANamesakeElsewhereIsAnother(t *testing.T) {
	for _, c := range []struct{ about, account, contactID, company, want string }{
		{"the same company", "Acme", "", "Acme", "stop"},
		{"another company", "Acme", "", "Totally Different Ltd", "keep"},
		{"the deal says none", "", "", "Acme", "stop"},
		{"the contact says none", "Acme", "", "", "stop"},
		{"neither says one", "", "", "", "stop"},
		{"by its id", "Acme", "71", "Totally Different Ltd", "stop"},
		{"another id", "Acme", "72", "", "keep"},
		{"another id, and no company", "", "72", "", "keep"},
		{"another id at the same company", "Acme", "72", "Acme", "stop"},
	} {
		deals := textSource("d.csv", "id,title,contact person,account,person id,stage\n1,Rollout,Kim Olsen,"+c.account+","+c.contactID+",demo\n")
		people := textSource("p.csv", "id,name,email,account,opt out\n71,Kim Olsen,kim@other.example,"+c.company+",yes\n")
		_, lines := linesOf(t, deals, people)
		if got := lines[0].Verdict; got != c.want {
			t.Errorf("%s: %s, want %s", c.about, got, c.want)
		}
	}
	_, lines := linesOf(t, textSource("d.csv", "id,title,contact person,stage\n1,Rollout,Kim Olsen,demo\n"), textSource("p.csv", "name,account,opt out\nKim Olsen,,yes\nKim Olsen,Acme,yes\n"))
	if lines[0].Verdict != "keep" {
		t.Error("which of two it is nobody knows")
	}
}

// TestAnActivityOfANameAlone belongs to the one who has it: a deal and its contact are one,
// two of a name are not, however their names are written.
func TestAnActivityOfANameAlone(t *testing.T) {
	const (
		deal   = "id,title,contact person,account,stage\n1,Rollout,Kim Olsen,Acme,demo\n"
		second = "2,Pilot,Kim Olsen,Globex,demo\n"
		halves = "First Name,Last Name,Account,Email\n"
		whole  = "Name,Account,Email\n"
		other  = "First Name,Last Name,Account,Email\nKim,Olsen,Globex,kim@globex.example\n"
	)
	for _, c := range []struct {
		about string
		files []string
		want  int // touches of the first row
	}{
		{"a deal", []string{deal}, 1},
		{"a deal and its contact", []string{deal, whole + "Kim Olsen,Acme,kim@acme.example\n"}, 1},
		{"in two halves", []string{deal, halves + "Kim,Olsen,Acme,kim@acme.example\n"}, 1},
		{"two deals", []string{deal + second}, 0},
		{"a deal and a contact elsewhere", []string{deal, other}, 0},
		{"two contacts", []string{whole + "Kim Olsen,Acme,kim@acme.example\nKim Olsen,Globex,kim@globex.example\n"}, 0},
		{"two contacts in halves", []string{halves + "Kim,Olsen,Acme,kim@acme.example\nKim,Olsen,Globex,kim@globex.example\n"}, 0},
		{"one contact", []string{halves + "Kim,Olsen,Acme,kim@acme.example\nLee,Park,Acme,lee@acme.example\n"}, 1},
	} {
		sources := []Source{textSource("a.csv", "contact,at,type,direction\nKim Olsen,2026-11-02,email,out\n")}
		for i, file := range c.files {
			sources = append(sources, textSource(string(rune('b'+i))+".csv", file))
		}
		if _, lines := linesOf(t, sources...); lines[0].Known != c.want {
			t.Errorf("%s: %d touches, want %d", c.about, lines[0].Known, c.want)
		}
	}
}
