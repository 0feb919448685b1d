package pipeline

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// said puts a list in short: name, address, company, touches and days.
func said(list *List) []string {
	var out []string
	for _, p := range list.People {
		line := fmt.Sprintf("%s <%s> %s %d", p.Name, p.Email, p.Company, p.Touches)
		if !p.Last.IsZero() {
			line += " last " + p.Last.Format("2 Jan")
		}
		if !p.Replied.IsZero() {
			line += " replied " + p.Replied.Format("2 Jan")
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
	if got := said(list); len(got) != 1 || list.Over != 1 || list.People[0].Wrote != "We have no budget until April." {
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
