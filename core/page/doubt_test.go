package page

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// TestHeaderAndTitle names two people where one is expected: nobody is read then,
// unless the address speaks for the header.
func TestHeaderAndTitle(t *testing.T) {
	tests := []struct{ path, header, title, name string }{
		{"in/maren-holt", "Maren Holt", "(3) Maren Holt | LinkedIn", "Maren Holt"},
		{"in/maren-holt", "Dr. Maren Holt, MBA", "Maren Holt | LinkedIn", "Dr. Maren Holt, MBA"},
		{"in/maren-holt", "People you may know", "Maren Holt | LinkedIn", ""},
		{"in/maren-holt", "Maren Holt", "Tomas Lindqvist | LinkedIn", "Maren Holt"}, // the title comes later
		{"in/mh-ops", "Maren Holt", "Maren Holt | LinkedIn", "Maren Holt"},
		{"in/mh-ops", "Maren Holt", "Feed | LinkedIn", "Maren Holt"},
		{"in/mh-ops", "Maren Holt", "LinkedIn", "Maren Holt"},
		{"in/mh-ops", "Maren Holt", "Tomas Lindqvist | LinkedIn", ""},
		{"sales/lead/ACwAA,x", "Vera Holm", "Vera Holm | Sales Navigator", "Vera Holm"},
		{"sales/lead/ACwAA,x", "Saved leads", "Vera Holm | Sales Navigator", ""},
	}
	for _, test := range tests {
		layout := "profile-2024"
		if strings.HasPrefix(test.path, "sales") {
			layout = "sales"
		}
		c, err := Read([]byte(snap("linkedin", layout, "https://www.linkedin.com/"+test.path, test.title, fieldJSON("name", test.header))))
		if err != nil || c.Prospect.Name != test.name {
			t.Errorf("%s, %q under the title %q: %q, %v; want %q", test.path, test.header, test.title, c.Prospect.Name, err, test.name)
		}
		if told := slices.Contains(c.Drift, "identity"); told != (test.name == "") || told && c.Kind != Unreadable {
			t.Errorf("%s, %q under the title %q: %s, drift %q", test.path, test.header, test.title, c.Kind, c.Drift)
		}
	}
}

// TestHeaderAndSender has a link and messages of one person, under two names.
func TestHeaderAndSender(t *testing.T) {
	for _, test := range []struct{ header, sender, name string }{
		{"Kim Olsen", "Kim Olsen", "Kim Olsen"}, {"Kim Olsen", "Kim", "Kim Olsen"}, {"Kim Olsen", "", "Kim Olsen"}, {"Jo Berg", "Kim Olsen", ""},
	} {
		event := `{"fields":{` + fieldJSON("other", "yes") + `,` + fieldJSON("name", test.sender) + `,` + fieldJSON("link", "/in/kim") + `},"lists":{}}`
		s := snap("linkedin", "conversation", "", "", fieldJSON("title", test.header)+","+fieldJSON("link", "/in/kim"))
		c, err := Read([]byte(withList(s, "messages", event)))
		if told := slices.Contains(c.Drift, "identity"); err != nil || c.Prospect.Name != test.name || told != (test.name == "") {
			t.Errorf("%q above %q: %+v, %q, %v", test.header, test.sender, c.Prospect, c.Drift, err)
		}
	}
}

// TestSenderWithoutAddress has a thread with Kim in which a second message came
// from somebody whose name alone was read.
func TestSenderWithoutAddress(t *testing.T) {
	for _, test := range []struct {
		name, prospect string
		torn           bool
	}{
		{"", "kim@acme.example", false}, // a closed message shows neither
		{"Kim Olsen", "kim@acme.example", true},
		{"Jo Berg", "", true},
	} {
		s := snap("gmail", "thread", "", "x - me@a.example - Gmail", "")
		message := func(name, email string) string {
			to := fmt.Sprintf(`"to":{"by":0,"total":1,"items":[{"fields":{%s},"lists":{}}]}`, fieldJSON("email", "me@a.example"))
			fields := fieldJSON("name", name) + `,"body":{"value":"yes","by":0},"email":{"value":"","by":-1}`
			if email != "" {
				fields = fieldJSON("name", name) + `,"body":{"value":"yes","by":0},` + fieldJSON("email", email)
			}
			return `{"fields":{` + fields + `},"lists":{` + to + `}}`
		}
		s = withList(s, "messages", message("Kim Olsen", "kim@acme.example"), message(test.name, ""))
		s = strings.Replace(s, `"v":1`, `"v":1,"expects":{"messages.email":0}`, 1)
		c, err := Read([]byte(s))
		if err != nil || c.Prospect.Email != test.prospect || slices.Contains(c.Drift, "messages.email") != test.torn {
			t.Errorf("%q: %q, candidates %v, drift %q, %v", test.name, c.Prospect.Email, c.Candidates, c.Drift, err)
		}
	}
}

// TestPartsOfTheIdentity holds that one that is missing, or late, has drifted.
func TestPartsOfTheIdentity(t *testing.T) {
	for places, want := range map[string]bool{`[0,0]`: false, `[4,2]`: false, `[5,0]`: true, `[0,-1]`: true, `[]`: false} {
		s := strings.Replace(snap("gmail", "thread", "", "", ""), `"v":1`, `"v":1,"key":"FMfc","identity":"thread-f:1 18a4","by":`+places+`,"expects":{"identity":4}`, 1)
		c, err := Read([]byte(s))
		if err != nil || slices.Contains(c.Drift, "identity") != want {
			t.Errorf("found by %s: drift %q, %v", places, c.Drift, err)
		}
	}
}
