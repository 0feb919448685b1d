package replica

import (
	"slices"
	"strings"
	"time"

	"cleanbreak/core/page"
	"cleanbreak/core/seal"
)

// "Check this person": one press opens Gmail's search for all their addresses in
// the rep's tab, and the rows in view tell whether there is anything with them
// that is not in the log, so that silence is known and not assumed.

// SearchQuery is the Gmail search for every mail from or to one of the addresses,
// "from:(a OR b) OR to:(a OR b)", in one order whatever order they are given in.
// It is "" where there is no address, or one that Gmail would not take for one.
func SearchQuery(addresses []string) string {
	all := tidied(addresses)
	for _, a := range all {
		if strings.ContainsAny(a, "(){}\"'|, \t\n") || strings.Count(a, "@") != 1 {
			return ""
		}
	}
	if len(all) == 0 {
		return ""
	}
	group := "(" + strings.Join(all, " OR ") + ")"
	return "from:" + group + " OR to:" + group
}

// SearchedAddresses are the addresses of a query that [SearchQuery] gave, nil of
// any other: whom a page of search rows is about, even where no row names them.
func SearchedAddresses(query string) []string {
	query = strings.ToLower(strings.Join(strings.Fields(query), " "))
	group, _, found := strings.Cut(strings.TrimPrefix(query, "from:("), ") or to:(")
	all := strings.Split(group, " or ")
	if !found || !sameQuery(SearchQuery(all), query) {
		return nil
	}
	return all
}

func tidied(addresses []string) []string {
	all := make([]string, 0, len(addresses))
	for _, a := range addresses {
		if a = strings.ToLower(strings.TrimSpace(a)); a != "" {
			all = append(all, a)
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// Mail is what is known of the mail with one person.
type Mail struct {
	Addresses []string
	Newest    time.Time            // of their newest known mail, in or out; zero without one
	Since     time.Time            // mail before this does not matter; zero stands for Newest
	Known     func(id string) bool // whether the log has a message of the page; nil knows none
}

// Checked is what a page of search rows tells of one person. Where it tells
// nothing, both are empty and Why says why not.
type Checked struct {
	Look bool          // there is nothing that is not known: a look at Gmail
	Open *page.Message // otherwise the row of the newest thread with something that is not; its Thread is for #all/<Thread>
	Why  string        // why the page tells nothing: one of the words below; "" where it does
}

// Why a page tells nothing of a person.
const (
	NoSearch    = "no-search"    // no page of Gmail's search rows
	OtherSearch = "other-search" // it searches for something else than all their addresses
	NoMailbox   = "no-mailbox"   // whose mailbox this is was not read
	LaterPage   = "later-page"   // rows are missing: a later page of the results, or one cut short
	UnclearRows = "unclear-rows" // a row has no id, they are not in order of time, or they are another search's
)

// Check tells whether a page of search rows covers a person. It does when the
// page searched for exactly what [SearchQuery] gives and every row that could be
// news was read. Each row says when its thread's last message came and who is in
// the thread, not who wrote it. So a row is news when that message is not in the
// log and is newer than all that is known, or newer than Since and may be of the
// person. A page without rows counts only where Gmail shows an empty result,
// which page.Read says with the kind List.
func Check(ctx page.Context, known Mail) Checked {
	if why := noCheck(ctx, known); why != "" {
		return Checked{Why: why}
	}
	since := known.Since
	if since.IsZero() || since.After(known.Newest) {
		since = known.Newest
	}
	theirs := tidied(known.Addresses)
	var open *page.Message
	for i := range ctx.Messages {
		row := &ctx.Messages[i]
		news := row.At.After(known.Newest) || (row.At.After(since) && mayHold(row, theirs))
		if news && !(known.Known != nil && known.Known(row.ID)) && (open == nil || row.At.After(open.At)) {
			open = row
		}
	}
	return Checked{Look: open == nil, Open: open}
}

func noCheck(ctx page.Context, known Mail) string {
	query := SearchQuery(known.Addresses)
	switch {
	case ctx.Site != page.Gmail || ctx.Kind != page.List || ctx.Search == "":
		return NoSearch
	case query == "" || !sameQuery(ctx.Search, query):
		return OtherSearch
	case ctx.Mailbox == "":
		return NoMailbox
	case slices.Contains(ctx.Unread, "messages"):
		return LaterPage
	case !reliable(ctx.Messages, tidied(known.Addresses)):
		return UnclearRows
	}
	return ""
}

// sameQuery leaves out what a search does not tell apart.
func sameQuery(a, b string) bool {
	return strings.EqualFold(strings.Join(strings.Fields(a), " "), strings.Join(strings.Fields(b), " "))
}

// fewRows are fewer than Gmail's smallest page has: then all are in view,
// whatever their order.
const fewRows = 10

// reliable reports whether rows can be relied on: each has the id that tells its
// time, they begin with the newest (Gmail can also order them by relevance), and
// most of them name the person or only us, as those of another search would not.
func reliable(rows []page.Message, theirs []string) bool {
	strange := 0
	for i := range rows {
		if rows[i].ID == "" || rows[i].At.IsZero() {
			return false
		}
		if i > 0 && len(rows) >= fewRows && rows[i].At.After(rows[i-1].At) {
			return false
		}
		if len(rows[i].To) > 0 && !names(&rows[i], theirs) {
			strange++
		}
	}
	return strange*2 <= len(rows)
}

// mayHold reports whether a message of the person may be in a row's thread: the
// row names them, nobody else, or so many that Gmail leaves some out.
func mayHold(row *page.Message, theirs []string) bool {
	const shown = 2 // people beside us before Gmail shortens a row
	return names(row, theirs) || len(row.To) == 0 || len(row.To) >= shown
}

func names(row *page.Message, theirs []string) bool {
	return slices.ContainsFunc(row.To, func(a page.Address) bool { return slices.Contains(theirs, a.Email) })
}

// MailOf is what the log knows of the mail with a person, for a page of the same
// mailbox. Events are all those of the person, as they were loaded; what came
// before the first of their mail in the log does not matter.
func MailOf(ctx page.Context, s State, events []Event, index seal.Index) Mail {
	known := Mail{Addresses: AddressesOf(events, s.Who)}
	tags := map[string]bool{}
	for i := range s.Events {
		e := &s.Events[i]
		if e.Clear.Channel != "email" || e.Clear.Message == "" {
			continue
		}
		if known.Since.IsZero() {
			known.Since = e.At
		}
		tags[e.Clear.Message], known.Newest = true, e.At // they stand in the order of time
	}
	known.Known = func(id string) bool { return tags[messageTag(ctx, id, index)] }
	return known
}

// messageTag is what the log calls a message of the page.
func messageTag(ctx page.Context, id string, index seal.Index) string {
	return index.EventID(ctx.Site+":"+ctx.Mailbox, id)
}

// AddressesOf are the mail addresses on every card of a person, whose linked
// pseudonyms are all of who, and on every link between them, sorted.
func AddressesOf(events []Event, who []string) []string {
	var all []string
	for i := range events {
		e := &events[i]
		theirs := e.Kind == Card && Overlap(e.Who, who) ||
			e.Kind == Link && !slices.ContainsFunc(e.Who, func(w string) bool { return !slices.Contains(who, w) })
		if theirs && e.Sealed.Person != nil {
			all = append(all, e.Sealed.Person.Email)
		}
	}
	return tidied(all)
}
