package page

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"
)

func TestSearched(t *testing.T) {
	const mail = "https://mail.google.com/mail/u/0/"
	tests := []struct {
		address, query string
		later          bool
	}{
		{"#search/from%3A(kim%40acme.example)+OR+to%3A(kim%40acme.example)", "from:(kim@acme.example) OR to:(kim@acme.example)", false},
		{"#search/from%3A%28kim%2Bx%40acme.example%29%20OR%20x", "from:(kim+x@acme.example) OR x", false},
		{"#search/a/p2", "a", true},
		{"#search/a/p1", "a", false},
		{"#search/a/FMfcgzGFZvlXgdCmdNzKpFRXLThhpHNl", "a", true},
		{"#search/a%2Fp2", "a/p2", false},
		{"#search/a?compose=new", "a", false},
		{"#search/100%", "", false},
		{"#search/", "", false},
		{"#inbox", "", false},
		{"?q=#label/search/a", "", false},
		{"", "", false},
	}
	for _, test := range tests {
		query, later := searched(mail + test.address)
		if query != test.query || later != test.later {
			t.Errorf("searched(%q) = %q, %v; want %q, %v", test.address, query, later, test.query, test.later)
		}
	}
}

func TestCompanyDomain(t *testing.T) {
	for email, want := range map[string]string{
		"kim@acme.example": "acme.example", "Kim@ACME.example": "acme.example", "kim@mail.acme.co.uk": "mail.acme.co.uk",
		"kim@gmail.com": "", "kim@yahoo.co.uk": "", "kim@gmx.at": "", "kim@web.de": "", "kim@proton.me": "", "kim@T-Online.de": "",
		"kim@outlook-travel.example": "outlook-travel.example", "kim@gmail.acme-brewery.example": "gmail.acme-brewery.example",
		"kim@localhost": "", "kim": "", "": "",
	} {
		if got := CompanyDomain(email); got != want {
			t.Errorf("CompanyDomain(%q) = %q, want %q", email, got, want)
		}
	}
}

func TestRecipients(t *testing.T) {
	recipient := func(address, before string) string {
		return `{"fields":{` + fieldJSON("email", address+"@a.example") + `,` + fieldJSON("before", before) + `},"lists":{}}`
	}
	tests := []struct {
		about, to, cc string
		all           []string
	}{
		{"English", "kim", "jo", []string{recipient("kim", "to "), recipient("jo", ", cc: ")}},
		{"several in each", "kim jo", "ann bo", []string{recipient("kim", "to "), recipient("jo", ", "), recipient("ann", ", cc: "), recipient("bo", ", ")}},
		{"Japanese", "kim", "jo", []string{recipient("kim", "To: "), recipient("jo", "、Cc："), recipient("kim", "、Bcc：")}},
		{"no groups", "kim jo", "", []string{recipient("kim", "to "), recipient("jo", ", ")}},
		{"a word between that begins no group", "kim jo", "", []string{recipient("kim", "an "), recipient("jo", " und ")}},
		{"nothing between", "kim jo", "", []string{recipient("kim", ""), recipient("jo", "")}},
		{"none", "", "", nil},
	}
	for _, test := range tests {
		s := withList(snap("gmail", "thread", "", "", ""), "to", test.all...)
		parsed, err := parse([]byte(s))
		if err != nil {
			t.Fatal(err)
		}
		to, cc := recipients(parsed.part)
		if locals(to) != test.to || locals(cc) != test.cc || to == nil || cc == nil {
			t.Errorf("%s: to %q, cc %q; want %q, %q", test.about, locals(to), locals(cc), test.to, test.cc)
		}
	}
}

func locals(addresses []Address) string {
	var all []string
	for _, a := range addresses {
		all = append(all, localPart(a.Email))
	}
	return strings.Join(all, " ")
}

// withList puts a list into a snapshot that has none.
func withList(snapshot, name string, items ...string) string {
	list := fmt.Sprintf(`"lists":{%q:{"by":0,"total":%d,"items":[%s]}}`, name, len(items), strings.Join(items, ","))
	return strings.Replace(snapshot, `"lists":{}`, list, 1)
}

func TestAliases(t *testing.T) {
	me := Address{Email: "me@a.example"}
	tests := []struct {
		others, prospect, aliases string
	}{
		{"kim@acme.example kim+x@acme.example", "kim@acme.example", "kim+x@acme.example"},
		{"kim+x@acme.example kim@acme.example", "kim@acme.example", "kim+x@acme.example"},
		{"kim+x@acme.example kim+y@acme.example", "kim+x@acme.example", "kim+y@acme.example"},
		{"k.im@gmail.com kim@googlemail.com", "k.im@gmail.com", "kim@googlemail.com"},
		{"kim@acme.example k.im@acme.example", "", ""},
		{"info+kim@acme.example info@acme.example", "", ""},
		{"kim@acme.example kim+x@acme.example jo@acme.example", "", ""},
		{"own@alias.example kim@acme.example", "kim@acme.example", ""},
	}
	for _, test := range tests {
		c := Context{Viewer: me}
		p := people{sentFrom: []string{"own@alias.example"}}
		for _, email := range strings.Fields(test.others) {
			p.add(Address{Email: email}, c.Viewer)
		}
		p.choose(&c)
		if c.Prospect.Email != test.prospect || strings.Join(c.Aliases, " ") != test.aliases {
			t.Errorf("%s: prospect %q, aliases %q", test.others, c.Prospect.Email, c.Aliases)
		}
	}
}

func TestButtonAndTitleMustAgree(t *testing.T) {
	for button, want := range map[string]string{
		"Robin (me@example.com)": "me@example.com", "Robin (m.e@example.com)": "", "": "me@example.com", "Robin": "me@example.com",
		"Robin (me+x@example.com)": "me+x@example.com",
	} {
		c, err := Read([]byte(snap("gmail", "other", "", "Subject - me@example.com - Gmail", fieldJSON("account", button))))
		if err != nil || c.Viewer.Email != want {
			t.Errorf("button %q: viewer %q, %v; want %q", button, c.Viewer.Email, err, want)
		}
	}
}

func TestDrift(t *testing.T) {
	expects := func(s, fields string) []byte {
		return []byte(strings.Replace(s, `"v":1`, `"v":1,"expects":{`+fields+`}`, 1))
	}
	field := func(by ...int) (items []string) {
		for _, n := range by {
			items = append(items, fmt.Sprintf(`{"fields":{"id":{"value":"x","by":%d}},"lists":{}}`, n))
		}
		return items
	}
	thread := snap("gmail", "thread", "", "", fieldJSON("subject", "x"))
	stale := func(layout, identity string) []byte {
		return []byte(strings.Replace(snap("linkedin", layout, "", "", ""), `"v":1`, `"v":1,"stale":true,`+identity, 1))
	}
	tests := []struct {
		about    string
		snapshot []byte
		want     string
	}{
		{"all well", expects(withList(thread, "messages", field(0, 0)...), `"subject":0,"messages":0,"messages.id":0`), ""},
		{"found late", expects(withList(thread, "messages", field(3, 3, 0)...), `"messages.id":0`), "messages.id"},
		{"found late and taken for well", expects(withList(thread, "messages", field(3, 3, 0)...), `"messages.id":3`), ""},
		{"late in the fewer", expects(withList(thread, "messages", field(3, 0)...), `"messages.id":0`), ""},
		{"missing in one", expects(withList(thread, "messages", field(-1, 0)...), `"messages.id":0`), ""},
		{"missing in all", expects(withList(thread, "messages", field(-1, -1)...), `"messages.id":0`), "messages.id"},
		{"no messages", expects(strings.Replace(thread, `"lists":{}`, `"lists":{"messages":{"by":-1,"total":0,"items":[]}}`, 1), `"messages":0,"messages.id":0`), "messages"},
		{"several, sorted", expects(strings.Replace(thread, `"by":0`, `"by":1`, 1), `"subject":0,"list":0`), "subject"},
		{"nothing expected", []byte(thread), ""},
		{"a layout that no map knows", []byte(snap("gmail", "", "", "", "")), "layout"},
		{"another person's page", []byte(strings.Replace(snap("linkedin", "profile-2026", "", "", ""), `"v":1`, `"v":1,"stale":true,"expects":{"name":0}`, 1)), ""},
		{"nothing on it says whose page it is", stale("profile-2026", `"key":"kim","identity":""`), "identity"},
		{"no part of it does", stale("thread", `"key":"FMfc1","identity":" "`), "identity"},
		{"somebody else's", stale("profile-2026", `"key":"kim","identity":"jo"`), ""},
		{"a search that finds nobody", stale("empty", `"key":"search/x","identity":""`), ""},
		{"the address says nothing", stale("profile-2026", `"key":"","identity":""`), ""},
		{"not what a map is", expects(thread, `"subject":"x","a":null`), ""},
	}
	for _, test := range tests {
		c, err := Read(test.snapshot)
		if err != nil || strings.Join(c.Drift, " ") != test.want || c.Drift == nil {
			t.Errorf("%s: drifted %q, %v; want %q", test.about, c.Drift, err, test.want)
		}
	}
}

func TestSinceIn(t *testing.T) {
	for dates, want := range map[string]string{
		"Aug 2026 - Present · 4 mos": "2026-08", "Aug. 2026–Heute · 4 Monate": "2026-08", "août 2026 - aujourd’hui · 4 mois": "2026-08",
		"ago. de 2026 - actualidad · 4 meses": "2026-08", "2026年8月 - 至今 · 4 个月": "2026-08", "2026年8月 - 現在": "2026-08",
		"2019 - now": "2019", "srp 2026 – dosud": "2026", "marrask. 2026 – nykyhetki": "2026-11",
		"Jan 2019 - Aug 2026 · 7 yrs": "", "2019 - 2026": "", "5 yrs 2 mos": "", "2019": "", "1 - now": "", "1900 - now": "", "": "",
	} {
		if got := sinceIn(dates); got != want {
			t.Errorf("sinceIn(%q) = %q, want %q", dates, got, want)
		}
	}
}

func TestRoleHook(t *testing.T) {
	tests := []struct {
		role, company, known, dates string
		want                        string
	}{
		{"Head of Planning", "Brightwater · Full-time", "Brightwater", "Sep 2026 - Present", "You have been Head of Planning at Brightwater since September 2026"},
		{"Head of Planning", "Brightwater", "Oldfirm", "Sep 2026 - Present", ""},
		{"Head of Planning", "Brightwater", "", "Sep 2026 - Present", ""},
		{"", "Brightwater", "Brightwater", "Sep 2026 - Present", ""},
		{"Brightwater", "5 yrs 2 mos", "Brightwater", "Head of Planning", ""},
		{"Head of Planning", "Brightwater", "Brightwater", "2019 - 2026", ""},
	}
	for _, test := range tests {
		got := ""
		for _, h := range roleHook(test.role, test.company, test.known, test.dates) {
			got = h.Text
		}
		if got != test.want {
			t.Errorf("%+v: %q", test, got)
		}
	}
}

func TestFresh(t *testing.T) {
	now := time.Date(2026, 11, 20, 0, 0, 0, 0, time.UTC)
	for since, want := range map[string]bool{"2026-09": true, "2026-06": true, "2026-04": false, "2027-01": false, "2026": false, "": false} {
		if got := (Hook{Kind: Role, Since: since}).Fresh(now); got != want {
			t.Errorf("a role since %q: %v", since, got)
		}
	}
	if !(Hook{Kind: School}).Fresh(now) {
		t.Error("a school grows old")
	}
}

// A company's line that holds a length of time is no company.
func TestGroupedRoles(t *testing.T) {
	tests := []struct{ line, badge, want string }{
		{"Solheim Paper · Full-time", "Solheim Paper", "Solheim Paper"},
		{"Solheim Paper · Full-time", "", "Solheim Paper"},
		{"5 yrs 2 mos", "Fabrik Nord", "Fabrik Nord"},
		{"Full-time · 5 yrs 2 mos", "Fabrik Nord", "Fabrik Nord"},
		{"Full-time · 5 yrs 2 mos", "", ""},
		{"3M · Full-time", "3M", "3M"},
		{"", "Fabrik Nord", "Fabrik Nord"},
		{"", "", ""},
	}
	for _, test := range tests {
		s := snap("linkedin", "profile-2024", "https://www.linkedin.com/in/kim-o/", "Kim | LinkedIn", fieldJSON("name", "Kim")+","+fieldJSON("company", test.line)+","+fieldJSON("badge", test.badge))
		if c, err := Read([]byte(s)); err != nil || c.Prospect.Company != test.want {
			t.Errorf("%+v: company %q, %v", test, c.Prospect.Company, err)
		}
	}
}

// A name found elsewhere than usual counts only where the title has it, and the
// title's only where the address has a word of it.
func TestNames(t *testing.T) {
	tests := []struct {
		name  string
		by    int
		title string
		want  string
	}{
		{"Kim Olsen", 0, "LinkedIn", "Kim Olsen"},
		{"Kim Olsen", 1, "(3) Kim Olsen | LinkedIn", "Kim Olsen"},
		{"Send a message", 1, "(3) Kim Olsen | LinkedIn", "Kim Olsen"},
		{"Send a message", 1, "Jo Berg | LinkedIn", ""},
		{"", -1, "Kim Olsen | LinkedIn", "Kim Olsen"},
		{"", -1, "Feed | LinkedIn", ""},
	}
	for _, test := range tests {
		field := fmt.Sprintf(`"name":{"value":%q,"by":%d}`, test.name, test.by)
		c, err := Read([]byte(snap("linkedin", "profile-2024", "https://www.linkedin.com/in/kim-o-77/", test.title, field)))
		if err != nil || c.Prospect.Name != test.want || (test.want == "") != (c.Kind == Unreadable) {
			t.Errorf("%+v: %s %q, %v", test, c.Kind, c.Prospect.Name, err)
		}
	}
}

func TestEmptyResult(t *testing.T) {
	const search = "https://mail.google.com/mail/u/0/#search/from%3A(kim%40acme.example)"
	tests := []struct{ url, fields, kind string }{
		{search, fieldJSON("none", "yes"), List},
		{search, "", Other},
		{"https://mail.google.com/mail/u/0/#inbox", fieldJSON("none", "yes"), Other},
	}
	for _, test := range tests {
		c, err := Read([]byte(snap("gmail", "empty", test.url, "x - me@a.example - Gmail", test.fields)))
		if err != nil || c.Kind != test.kind || (c.Search != "") != (test.kind == List) {
			t.Errorf("%+v: %s, searched %q, %v", test, c.Kind, c.Search, err)
		}
	}
	stale := strings.Replace(snap("gmail", "empty", search, "", ""), `"v":1`, `"v":1,"stale":true`, 1)
	if c, err := Read([]byte(stale)); err != nil || c.Kind != Other || c.Search != "" {
		t.Errorf("an empty page of another search: %s %q, %v", c.Kind, c.Search, err)
	}
}

// What a page says in its own language tells nothing: a thread whose visible
// words, dates and language are others gives the same context.
func TestLanguagesGiveTheSame(t *testing.T) {
	for _, file := range snapshots(t) {
		text := string(readFile(t, file))
		here, err := Read([]byte(text))
		if err != nil {
			t.Fatal(err)
		}
		there := strings.NewReplacer(`"lang": "en"`, `"lang": "ar"`, `"lang": "de"`, `"lang": "en"`, "Google Account:", "Konto Google:", `"value": "me"`, `"value": "\u202bأنا\u202c"`, "· 1st", "· 1.", "· 2nd", "· 第 2", "· 3rd+", "· 3e et +").Replace(text)
		if got, err := Read([]byte(there)); err != nil || !slices.Equal(indented(t, got), indented(t, here)) {
			t.Errorf("%s in another language: %v\n%s", file, err, indented(t, got))
		}
	}
}
