package replica

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"cleanbreak/core/page"

	"pgregory.net/rapid"
)

func TestSearchQuery(t *testing.T) {
	cases := []struct {
		addresses []string
		want      string
	}{
		{[]string{"kim@acme.example"}, "from:(kim@acme.example) OR to:(kim@acme.example)"},
		{[]string{"Kim@Acme.example", "k@acme.example", "kim@acme.example"}, "from:(k@acme.example OR kim@acme.example) OR to:(k@acme.example OR kim@acme.example)"},
		{[]string{"kim+x@acme.example"}, "from:(kim+x@acme.example) OR to:(kim+x@acme.example)"},
		{nil, ""},
		{[]string{""}, ""},
		{[]string{"kim@acme.example) OR in:(anywhere"}, ""},
		{[]string{"kim@acme.example", "a b@acme.example"}, ""}, // not all of them: no search covers the person
		{[]string{"no address"}, ""},
	}
	for _, c := range cases {
		if got := SearchQuery(c.addresses); got != c.want {
			t.Errorf("SearchQuery(%q) = %q, want %q", c.addresses, got, c.want)
		}
	}
}

func TestSearchedAddresses(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		all := tidied(rapid.SliceOfN(rapid.SampledFrom([]string{"kim@acme.example", "k+x@acme.example", "or@or.example", "jo@acme.example"}), 1, 4).Draw(t, "addresses"))
		if got := SearchedAddresses(SearchQuery(all)); !slices.Equal(got, all) {
			t.Fatalf("of %q: %q", SearchQuery(all), got)
		}
	})
	for _, other := range []string{
		"", "kim@acme.example", "from:(kim@acme.example)", "from:(kim@acme.example) OR to:(jo@acme.example)",
		"from:(kim@acme.example) OR to:(kim@acme.example) in:trash", "from:() OR to:()",
	} {
		if got := SearchedAddresses(other); got != nil {
			t.Errorf("of %q: %q", other, got)
		}
	}
}

// rowsPage is a page of search rows, newest first, a day apart, the first on the
// given day after start.
func rowsPage(newest int, people ...string) page.Context {
	ctx := page.Context{
		Site: page.Gmail, Kind: page.List, Mailbox: me.Email, Viewer: me,
		Search: SearchQuery([]string{kim.Email}),
	}
	for i, who := range people {
		row := page.Message{ID: fmt.Sprint("row ", i), At: start.AddDate(0, 0, newest-i), Thread: fmt.Sprint("thread ", i)}
		if who != "" {
			row.To = []page.Address{{Email: who}}
		}
		ctx.Messages = append(ctx.Messages, row)
	}
	return ctx
}

func TestCheck(t *testing.T) {
	const stranger = "anna@other.example"
	known := Mail{Addresses: []string{kim.Email}, Newest: start, Since: start.AddDate(0, 0, -20)}
	knows := func(ids ...string) func(string) bool {
		return func(id string) bool { return slices.Contains(ids, id) }
	}
	cases := []struct {
		about string
		ctx   page.Context
		known func(string) bool
		want  string // look, the thread to open, or why not
	}{
		{"nothing newer than what is known", rowsPage(0, kim.Email), knows("row 0"), "look"},
		{"their newer mail", rowsPage(1, kim.Email, kim.Email), knows("row 1"), "thread 0"},
		{"of two newer ones, the newest", rowsPage(2, kim.Email, kim.Email, kim.Email), knows("row 2"), "thread 0"},
		{"a newer one that only we are on", rowsPage(1, ""), nil, "thread 0"},
		{"an older one that nobody has read", rowsPage(0, kim.Email, kim.Email), knows("row 0"), "thread 1"},
		{"an older one without them", rowsPage(0, kim.Email, kim.Email, stranger), knows("row 0", "row 1"), "look"},
		{"one from before the first known mail", rowsPage(-30, kim.Email), nil, "look"},
		{"an empty result", rowsPage(0), nil, "look"},
		{"rows of another search", rowsPage(1, stranger, stranger, kim.Email), nil, UnclearRows},
		{"a row without an id", func() page.Context { c := rowsPage(0, kim.Email); c.Messages[0].ID = ""; return c }(), nil, UnclearRows},
		{"a row without a time", func() page.Context { c := rowsPage(0, kim.Email); c.Messages[0].At = time.Time{}; return c }(), nil, UnclearRows},
		{"the second page", func() page.Context { c := rowsPage(0, kim.Email); c.Unread = []string{"messages"}; return c }(), nil, LaterPage},
		{"an unknown mailbox", func() page.Context { c := rowsPage(0, kim.Email); c.Mailbox = ""; return c }(), nil, NoMailbox},
		{"another search", func() page.Context { c := rowsPage(0, kim.Email); c.Search = "kim"; return c }(), nil, OtherSearch},
		{"the inbox", func() page.Context { c := rowsPage(0, kim.Email); c.Search = ""; return c }(), nil, NoSearch},
		{"a thread", page.Context{Site: page.Gmail, Kind: page.Thread}, nil, NoSearch},
		{"a page that is still loading", func() page.Context { c := rowsPage(0); c.Kind = page.Other; return c }(), nil, NoSearch},
	}
	for _, c := range cases {
		known := known
		known.Known = c.known
		got := Check(c.ctx, known)
		told := got.Why
		switch {
		case got.Look:
			told = "look"
		case got.Open != nil:
			told = got.Open.Thread
		}
		if told != c.want {
			t.Errorf("%s: %s, want %s", c.about, told, c.want)
		}
	}
}

func TestAQueryForFewerAddressesCoversNobody(t *testing.T) {
	ctx := rowsPage(0, kim.Email)
	if got := Check(ctx, Mail{Addresses: []string{kim.Email, "k@acme.example"}, Newest: start}); got.Why != OtherSearch {
		t.Errorf("checked as %+v", got)
	}
}

// Gmail can order a search by relevance: then the newest may be on another page.
func TestRowsOutOfOrderTellNothingUnlessAllAreThere(t *testing.T) {
	for _, n := range []int{3, 9, 10, 50} {
		ctx := rowsPage(0, slices.Repeat([]string{kim.Email}, n)...)
		ctx.Messages[1], ctx.Messages[2] = ctx.Messages[2], ctx.Messages[1]
		got := Check(ctx, Mail{Addresses: []string{kim.Email}, Newest: start})
		if got.Look != (n < fewRows) {
			t.Errorf("%d rows: %+v", n, got)
		}
	}
}

// Whatever the rows are, a check says one thing, and it is no look while a row is
// newer than all that is known and not known itself.
func TestACheckNeverOverlooksWhatIsNewer(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		people := rapid.SliceOfN(rapid.SampledFrom([]string{"", kim.Email, jo.Email, me.Email}), 0, 60).Draw(t, "rows")
		ctx := rowsPage(rapid.IntRange(-5, 5).Draw(t, "newest"), people...)
		seen := rapid.SliceOf(rapid.IntRange(0, 59)).Draw(t, "known")
		known := Mail{
			Addresses: []string{kim.Email}, Newest: start,
			Since: start.AddDate(0, 0, -rapid.IntRange(0, 40).Draw(t, "since")),
			Known: func(id string) bool {
				return slices.ContainsFunc(seen, func(i int) bool { return fmt.Sprint("row ", i) == id })
			},
		}
		got := Check(ctx, known)
		if n := btoi(got.Look) + btoi(got.Open != nil) + btoi(got.Why != ""); n != 1 {
			t.Fatalf("says %d things: %+v", n, got)
		}
		for _, row := range ctx.Messages {
			if got.Look && row.At.After(start) && !known.Known(row.ID) {
				t.Fatalf("overlooked %+v", row)
			}
		}
	})
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}

func TestMailOf(t *testing.T) {
	x := index(t)
	who := Pseudonyms(kim, x)
	ctx := page.Context{Site: page.Gmail, Mailbox: me.Email, Prospect: kim, Messages: []page.Message{
		message("1", page.Out, me, address(kim)), message("2", page.In, address(kim), me),
	}}
	ctx.Messages[1].At = start.AddDate(0, 0, 3)
	events := append(Track(kim, start, x), Observe(ctx, who, x)...)
	known := MailOf(ctx, Fold(events, who), events, x)
	if !known.Newest.Equal(ctx.Messages[1].At) || !known.Since.Equal(start) || !slices.Equal(known.Addresses, []string{kim.Email}) {
		t.Errorf("known %+v", known)
	}
	if !known.Known("1") || !known.Known("2") || known.Known("3") {
		t.Error("the messages of the log are not those known")
	}
	other := ctx
	other.Mailbox = "another@seller.example" // the same id in another mailbox is another message
	if MailOf(other, Fold(events, who), events, x).Known("1") {
		t.Error("a message of another mailbox is taken for known")
	}
}

func TestAddressesOfLinkedIdentities(t *testing.T) {
	x := index(t)
	alias := page.Person{Email: "kim+news@acme.example"}
	log := Track(kim, start, x)
	link := Offer{Seen: alias, With: kim, Pair: []string{Pseudonyms(alias, x)[0], Pseudonyms(kim, x)[0]}}.Event(Link, start)
	link.ID = "1"
	if got := AddressesOf(append(log, link), Fold(append(log, link), Pseudonyms(kim, x)).Who); len(got) != 2 {
		t.Errorf("addresses %q", got)
	}
	if got := AddressesOf(append(log, link), Pseudonyms(kim, x)); !slices.Equal(got, []string{kim.Email}) {
		t.Errorf("of one who is not linked: %q", got)
	}
}
