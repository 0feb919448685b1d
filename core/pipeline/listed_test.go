package pipeline

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"cleanbreak/core/history"
	"cleanbreak/core/page"
)

// said puts a list in short: name, address, company, touches and days.
func said(list *List) []string {
	var out []string
	for _, p := range list.People {
		touches, last := 0, map[string]time.Time{}
		for _, c := range p.Contacts {
			last[c.Type] = c.At
			if c.Type == history.Touch {
				touches++
			}
		}
		line := fmt.Sprintf("%s <%s> %s %d", p.Person.Name, p.Person.Email, p.Person.Company, touches)
		if at := last[history.Touch]; !at.IsZero() {
			line += " last " + at.Format("2 Jan")
		}
		if at := last[history.Reply]; !at.IsZero() {
			line += " replied " + at.Format("2 Jan")
		}
		out = append(out, line)
	}
	return out
}

// TestListOfExports reads whom the exports of the four systems name, each file as a
// rep may take it, alone or with those it belongs to.
func TestListOfExports(t *testing.T) {
	for _, c := range []struct {
		files string
		want  []string
		over  int
	}{
		{"hubspot/contacts.csv", []string{
			"Kim Olsen <kim@northwind.example> Northwind 9 last 16 Nov", "Eve Novak <eve@wingtip.example> Wingtip 2 last 13 Nov replied 18 Nov", "Una Holm <una@proseware.example> Proseware 3 last 1 Oct",
		}, 2},
		{"pipedrive-bare/persons.csv", []string{"Kim Olsen <kim@northwind.example> Northwind 0", "Lou Reiter <lou@southridge.example> Southridge 0"}, 0},
		{"pipedrive-bare/persons.csv pipedrive-bare/deals.csv", []string{"Kim Olsen <kim@northwind.example> Northwind 12 last 13 Nov", "Lou Reiter <lou@southridge.example> Southridge 0"}, 0},
		{"salesforce/leads.csv", []string{"Kim Olsen <kim@wingtip.example> Wingtip 1 last 9 Nov"}, 2},
		{"zoho/Contacts.csv", []string{"Jo Berg <jo@litware.example> Litware 1 last 11 Nov"}, 0},
		{"zoho/Leads.csv", []string{"Kim Olsen <kim@northwind.example> Northwind 1 last 16 Nov"}, 2},
		{"plain/people.csv plain/activities.csv", []string{"Kim Olsen <kim@northwind.example> Northwind 9 last 16 Nov", "Lee Park <lee@fabrikam.example> Fabrikam 1 last 2 Nov replied 4 Nov", "Sam Cole <sam@contoso.example> Contoso 1 last 5 Nov"}, 0},
		{"mess/people.csv", []string{
			`Kim "the boss" Olsen <kim@northwind.example> Northwind 9 last 16 Nov`, "Long <l@x.example> X 0", "Two lines <t@x.example> X; Y 2 last 6 Nov",
			"@SUM(A1) <s@x.example> Y 0", "Mixed été <m@x.example> Z 0", "After <a@x.example> R 0",
		}, 0},
	} {
		t.Run(strings.ReplaceAll(c.files, "/", "-"), func(t *testing.T) {
			var sources []Source
			for _, name := range strings.Fields(c.files) {
				sources = append(sources, fileSource(filepath.Join(exports, name)))
			}
			list, err := ListOf(context.Background(), sources, options())
			if err != nil {
				t.Fatal(err)
			}
			if got := said(list); !slices.Equal(got, c.want) || list.Over != c.over {
				t.Errorf("%q, %d over; want %q, %d", got, list.Over, c.want, c.over)
			}
		})
	}
}

// TestWhoWroteIsListedByTheirWords leaves out who asked for it in what they wrote,
// and gives what the others wrote last.
func TestWhoWroteIsListedByTheirWords(t *testing.T) {
	people := textSource("people.csv", "Name,Email\nKim Olsen,kim@acme.example\nAnna Berg,anna@acme.example\n")
	activities := textSource("activities.csv", "Email,Date,Type,Direction,Body\n"+
		"anna@acme.example,2026-11-10,email,in,Please remove me from your list.\n"+
		"kim@acme.example,2026-11-09,email,in,Who else uses it?\n"+
		"kim@acme.example,2026-11-12,email,in,We have no budget until April.\n")
	list, err := ListOf(context.Background(), []Source{people, activities}, options())
	if err != nil {
		t.Fatal(err)
	}
	if got := said(list); len(got) != 1 || list.Over != 1 || list.People[0].Contacts[1].Text != "We have no budget until April." {
		t.Errorf("%q, %d over, %+v", got, list.Over, list.People)
	}
}

func TestListOf(t *testing.T) {
	src := textSource("list.csv", "Name;E-Mail;Firma;Status;Touches;Letzter Kontakt;Do not contact\r\n"+
		"J\xfcrgen M\xfcller;JM@Acme.example;M\xfcller GmbH;Offen;2;13.11.2026;\r\n"+ // Windows-1252
		"J. Müller;jm@acme.example;Müller GmbH;Offen;3;16.11.2026;\r\n"+ // once more, and newer
		"No address;;Nowhere;Offen;;;\r\n"+
		"No address either;kim at acme;Nowhere;Offen;;;\r\n"+
		"Two;a.b@c.example, d@e.example;;Offen;;;\r\n"+
		"Lost;lost@acme.example;;Verloren;;;\r\n"+
		"Out;out@acme.example;;Offen;;;\r\n"+
		"Out again;out@acme.example;;Offen;;;yes\r\n")
	list, err := ListOf(context.Background(), []Source{src}, options())
	if err != nil {
		t.Fatal(err)
	}
	want := []string{"J. Müller <jm@acme.example> Müller GmbH 3 last 16 Nov", "Two <a.b@c.example>  0"}
	if got := said(list); !slices.Equal(got, want) || list.Unaddressed != 2 || list.Over != 3 {
		t.Errorf("%q, %d without an address, %d over", got, list.Unaddressed, list.Over)
	}
}

// TestWhatAListKnows brings what the export knows of the deal and the person, and each
// activity with its own day and channel; a day without a time is its noon.
func TestWhatAListKnows(t *testing.T) {
	people := textSource("people.csv", "Name,Email,Job title,LinkedIn profile,Value,Stage\n"+
		"Kim Olsen,kim@acme.example,Head of IT,https://www.linkedin.com/in/Kim-%C3%96lsen/,64000,Proposal\n"+
		"Lou Reiter,,,https://www.linkedin.com/in/lou,,\n")
	activities := textSource("activities.csv", "Email,Date,Type,Direction,Outcome\n"+
		"kim@acme.example,2026-11-12,call,out,No answer\n"+
		"kim@acme.example,2026-11-09 16:20,email,out,\n")
	list, err := ListOf(context.Background(), []Source{people, activities}, options())
	if err != nil || len(list.People) != 2 || list.Unaddressed != 0 {
		t.Fatalf("%+v, %v", list, err)
	}
	kim := list.People[0]
	if want := (page.Person{Name: "Kim Olsen", Email: "kim@acme.example", Title: "Head of IT", Slug: "kim-ölsen"}); kim.Person != want || kim.Value != 64000 || kim.Stage != "Proposal" {
		t.Errorf("%+v", kim)
	}
	var got []string
	for _, c := range kim.Contacts {
		got = append(got, fmt.Sprint(c.At.Format("2 Jan 15:04"), " ", c.Type, " ", c.Channel, " ", c.Disposition, " ", c.Counted))
	}
	if want := []string{"9 Nov 16:20 touch email  false", "12 Nov 12:00 touch call no-answer false"}; !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
	if lou := list.People[1].Person; lou.Slug != "lou" {
		t.Errorf("%+v", lou)
	}
}
