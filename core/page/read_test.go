package page

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestReadErrors(t *testing.T) {
	tests := []struct{ snapshot, want string }{
		{``, "line 1, column 1: the JSON ends too early; is it cut off, or another file?"},
		{`{"v":1,}`, "line 1, column 8: is no JSON here; is it another file?"},
		{`[]`, "is JSON and no snapshot, which is an object, {…}"},
		{`{}`, "v: is missing; it takes 1, the version of a snapshot, as those in testdata/pages have it"},
		{`{"v":2}`, "v: is 2; it takes 1"},
		{`{"v":1,"site":5}`, `site: is 5; it takes a text in quotes, "…"`},
		{snap("yahoo", "thread", "", "", ""), `site: is "yahoo"; it takes one of: gmail, linkedin`},
		{`{"v":1,"site":"gmail","layout":"x","url":"","title":"","fields":[],"lists":{}}`, "fields: is []; it takes an object, {…}"},
		{strings.Repeat("[", 20000), "line 1, column 10001: is no JSON here"},
		{"id,name\n1,Kim\n", "line 1, column 1: is no JSON here; is it another file?"},
		{"{\"v\": 1,\n,}", "line 2, column 1: is no JSON here"},
		{strings.Repeat(" ", maxSnapshot+1), "has 8388609 bytes; at most 8388608 are read"},
	}
	for _, test := range tests {
		_, err := Read([]byte(test.snapshot))
		if err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("Read(%.60s): error %v, want %s", test.snapshot, err, test.want)
		}
	}
}

func TestUnreadable(t *testing.T) {
	for _, s := range []string{
		snap("gmail", "", "", "", ""),
		snap("gmail", "thread-2031", "", "", ""),
		snap("linkedin", "wall", "", "", ""),
		snap("linkedin", "profile-2031", "https://www.linkedin.com/in/kim", "", fieldJSON("name", "Kim")),
		strings.Replace(snap("linkedin", "profile-2024", "https://www.linkedin.com/in/kim", "", fieldJSON("name", "Kim")), `"v":1`, `"v":1,"stale":true`, 1),
		snap("linkedin", "profile-2024", "https://www.linkedin.com/in/kim", "", fieldJSON("name", "Jo")+","+fieldJSON("slug", "jo")),
		snap("linkedin", "profile-2024", "https://www.linkedin.com/feed/", "", fieldJSON("name", "Jo")),
		snap("linkedin", "sales", "https://www.linkedin.com/sales/lead/1", "", ""),
	} {
		c, err := Read([]byte(s))
		if err != nil || c.Kind != Unreadable || c.Prospect != (Person{}) || len(c.Candidates) > 0 {
			t.Errorf("Read(%s) = %+v, %v; want unreadable and nobody", s, c, err)
		}
	}
}

func TestAccount(t *testing.T) {
	tests := []struct{ title, button, want string }{
		{"Subject - me@example.com - Gmail", "", "me@example.com"},
		{"Inbox (3) - Me@Example.com - Gmail", "", "me@example.com"},
		{"Subject - me@acme.example - Acme - North Mail", "", "me@acme.example"},
		{"Re - evil@evil.example - Gmail - me@example.com - Gmail", "", "me@example.com"},
		{"Mail to you@example.com", "", ""},
		{"Gmail", "Compte Google : Robin\u202a (robin@acme.example)\u202c", "robin@acme.example"},
		{"", "", ""},
	}
	for _, test := range tests {
		s := snap("gmail", "other", "", test.title, fieldJSON("account", test.button))
		c, err := Read([]byte(s))
		if err != nil || c.Viewer.Email != test.want {
			t.Errorf("title %q, button %q: viewer %q, %v; want %q", test.title, test.button, c.Viewer.Email, err, test.want)
		}
	}
}

func TestMailDirection(t *testing.T) {
	tests := []struct {
		from, viewer string
		own          bool
		want         string
	}{
		{"kim@acme.example", "me@a.example", false, In},
		{"me@a.example", "me@a.example", false, Out},
		{"me+news@a.example", "me@a.example", false, Out},
		{"r.o.bin@gmail.com", "robin@googlemail.com", false, Out},
		{"alias@b.example", "me@a.example", true, Out},
		{"", "me@a.example", true, Unknown},
		{"kim@acme.example", "", false, Unknown},
	}
	for _, test := range tests {
		if got := mailDirection(test.from, test.viewer, test.own); got != test.want {
			t.Errorf("mailDirection(%q, %q, %v) = %q, want %q", test.from, test.viewer, test.own, got, test.want)
		}
	}
}

func TestChoose(t *testing.T) {
	me := "me@a.example"
	tests := []struct {
		viewer   string
		others   string
		list     bool
		prospect string
	}{
		{me, "kim@acme.example", false, "kim@acme.example"},
		{me, "kim@acme.example me@a.example me+x@a.example", false, "kim@acme.example"},
		{me, "kim@acme.example mailer-daemon@acme.example", false, "kim@acme.example"},
		{me, "kim@acme.example jo@acme.example", false, ""},
		{me, "kim@acme.example", true, ""},
		{me, "sales@acme.example", false, ""},
		{"", "kim@acme.example", false, ""},
	}
	for _, test := range tests {
		c := Context{Viewer: Address{Email: test.viewer}}
		p := people{list: test.list}
		for _, email := range strings.Fields(test.others) {
			p.add(Address{Email: email}, c.Viewer)
		}
		p.choose(&c)
		if c.Prospect.Email != test.prospect || (test.prospect == "") != (len(c.Candidates) > 0) {
			t.Errorf("%+v: prospect %q, candidates %v", test, c.Prospect.Email, c.Candidates)
		}
	}
}

func TestDegree(t *testing.T) {
	for text, want := range map[string]string{
		"· 1st": "1", "· 2nd": "2", "· 3rd+": "3", "· 2.": "2", "· 2º": "2", "· 第 2 度": "2", "1er": "1",
		"Head of 2 plants in Gothenburg": "", "·": "", "": "",
	} {
		if got := degree(text); got != want {
			t.Errorf("degree(%q) = %q, want %q", text, got, want)
		}
	}
}

func TestTitleName(t *testing.T) {
	for title, want := range map[string]string{
		"(3) Kim Olsen | LinkedIn": "Kim Olsen", "Kim Olsen | LinkedIn": "Kim Olsen",
		"Kim Olsen - Buyer - Acme | LinkedIn": "Kim Olsen", "(99+) Kim-Lee Olsen | LinkedIn": "Kim-Lee Olsen", "LinkedIn": "",
	} {
		if got := titleName(title); got != want {
			t.Errorf("titleName(%q) = %q, want %q", title, got, want)
		}
	}
}

// A page whose class for inbound events has changed shows the prospect's own
// messages as the viewer's: they have no direction then.
func TestConversationWithoutMarks(t *testing.T) {
	messages := `"messages":{"by":0,"total":1,"items":[{"fields":{` + fieldJSON("name", "Kim Olsen") + `,` + fieldJSON("text", "Yes") + `},"lists":{}}]}`
	s := snap("linkedin", "conversation", "", "", fieldJSON("title", "Kim Olsen")+","+fieldJSON("link", "/in/kim"))
	c, err := Read([]byte(strings.Replace(s, `"lists":{}`, `"lists":{`+messages+`}`, 1)))
	if err != nil || c.Prospect.Slug != "kim" || c.Messages[0].Direction != Unknown {
		t.Errorf("%+v, %v", c, err)
	}
}

// The header and the sender of a message are two people: the page is between
// two conversations, or a group.
func TestConversationMixed(t *testing.T) {
	messages := `"messages":{"by":0,"total":1,"items":[{"fields":{` + fieldJSON("other", "yes") + `,` + fieldJSON("name", "Jo Berg") + `},"lists":{}}]}`
	s := snap("linkedin", "conversation", "", "", fieldJSON("title", "Kim Olsen")+","+fieldJSON("link", "/in/kim"))
	c, err := Read([]byte(strings.Replace(s, `"lists":{}`, `"lists":{`+messages+`}`, 1)))
	if err != nil || c.Prospect != (Person{}) || len(c.Candidates) != 2 {
		t.Errorf("%+v, %v", c, err)
	}
}

func TestHowFound(t *testing.T) {
	found, err := HowFound(readFile(t, "../../testdata/pages/gmail-thread-old.snapshot.json"))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range found {
		if f.Field == "messages.id" && f.Not == 0 && len(f.By) > 1 {
			return
		}
	}
	t.Errorf("no fallback for messages.id in %+v", found)
}

// Whatever a snapshot claims, there is never a prospect among several, and the
// viewer is never the prospect.
func TestReadNeverGuesses(t *testing.T) {
	address := rapid.SampledFrom([]string{"", "me@a.example", "kim@acme.example", "jo@acme.example", "info@acme.example"})
	rapid.Check(t, func(t *rapid.T) {
		var items []string
		for range rapid.IntRange(0, 4).Draw(t, "messages") {
			items = append(items, fmt.Sprintf(`{"fields":{%s,%s},"lists":{"to":{"items":[{"fields":{%s}}]}}}`,
				fieldJSON("email", address.Draw(t, "from")), fieldJSON("id", "18a41665ecb473a3"), fieldJSON("email", address.Draw(t, "to"))))
		}
		s := snap("gmail", "thread", "", "x - me@a.example - Gmail", "")
		s = strings.Replace(s, `"lists":{}`, `"lists":{"messages":{"items":[`+strings.Join(items, ",")+`]}}`, 1)
		c, err := Read([]byte(s))
		if err != nil {
			t.Fatal(err)
		}
		sound(t, c)
	})
}

// sound is what holds for every Context.
func sound(t interface{ Fatalf(string, ...any) }, c Context) {
	if c.Prospect != (Person{}) && (len(c.Candidates) > 0 || c.Kind == Unreadable) {
		t.Fatalf("a prospect beside candidates, or on an unreadable page: %+v", c)
	}
	if c.Site == Gmail && SameMailbox(c.Prospect.Email, c.Viewer.Email) {
		t.Fatalf("the viewer is the prospect: %+v", c)
	}
	for _, m := range c.Messages {
		if c.Site == Gmail && m.From.Email == "" && m.Direction != Unknown {
			t.Fatalf("a direction without a sender: %+v", m)
		}
		if m.Read == ReadNone && m.Text != "" {
			t.Fatalf("text that was not read: %+v", m)
		}
	}
	if c.Candidates == nil || c.Messages == nil || c.Unread == nil || c.Draft.To == nil {
		t.Fatalf("a null list: %+v", c)
	}
}

func FuzzRead(f *testing.F) {
	for _, file := range snapshots(f) {
		f.Add(readFile(f, file))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		c, err := Read(data)
		if err != nil {
			return
		}
		sound(t, c)
		if _, err := json.Marshal(c); err != nil {
			t.Fatal(err)
		}
		if _, err := HowFound(data); err != nil {
			t.Fatal(err)
		}
	})
}

// snap is a snapshot with fields given as JSON.
func snap(site, layout, url, title, fields string) string {
	return fmt.Sprintf(`{"v":1,"site":%s,"layout":%s,"url":%s,"title":%s,"fields":{%s},"lists":{}}`,
		quoted(site), quoted(layout), quoted(url), quoted(title), fields)
}

func fieldJSON(name, value string) string {
	return fmt.Sprintf(`%s:{"value":%s,"by":0}`, quoted(name), quoted(value))
}

func quoted(text string) string {
	data, _ := json.Marshal(text) // a string always has JSON
	return string(data)
}

// The class that marks the other side's messages is one; where a page has lost
// it on some, what they say against each other counts.
func TestSidesInDoubt(t *testing.T) {
	event := func(other bool, name string) string {
		mark := ""
		if other {
			mark = fieldJSON("other", "yes") + ","
		}
		return `{"fields":{` + mark + fieldJSON("name", name) + `},"lists":{}}`
	}
	tests := []struct {
		about, viewer string
		events        []string
		want          string
	}{
		{"to and fro", "Robin Vale", []string{event(false, "Robin Vale"), event(true, "Kim Olsen"), event(false, "Robin Vale")}, "out in out"},
		{"groups", "Robin Vale", []string{event(false, "Robin Vale"), event(false, ""), event(true, "Kim Olsen"), event(true, "")}, "out out in in"},
		{"a mark lost", "Robin Vale", []string{event(false, "Robin Vale"), event(true, "Kim Olsen"), event(false, "Kim Olsen")}, "out in "},
		{"a mark lost inside a group", "", []string{event(false, "Robin Vale"), event(true, "Kim Olsen"), event(false, "")}, "out in "},
		{"all marks lost", "Robin Vale", []string{event(false, "Robin Vale"), event(false, "Kim Olsen")}, "out "},
		{"all marks lost, viewer unknown", "", []string{event(false, "Robin Vale"), event(false, "Kim Lee")}, " "},
		{"another spelling of the viewer", "R. Vale", []string{event(false, "Robin Vale"), event(true, "Kim Olsen")}, "out in"},
		{"only ours", "", []string{event(false, "Robin Vale"), event(false, "")}, "out out"},
		{"no names at all", "Robin Vale", []string{event(false, ""), event(true, "")}, "out in"},
	}
	for _, test := range tests {
		s := snap("linkedin", "conversation", "", "", fieldJSON("title", "Kim Olsen")+","+fieldJSON("link", "/in/kim")+","+fieldJSON("viewer", test.viewer))
		c, err := Read([]byte(withList(s, "messages", test.events...)))
		if err != nil {
			t.Fatal(err)
		}
		var sides []string
		for _, m := range c.Messages {
			sides = append(sides, m.Direction)
		}
		if got := strings.Join(sides, " "); got != test.want {
			t.Errorf("%s: %q, want %q", test.about, got, test.want)
		}
	}
}
