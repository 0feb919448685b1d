package pipeline

import (
	"bytes"
	"cmp"
	"strconv"
	"strings"
	"time"

	"cleanbreak/core/history"
)

// prospect is one row of deals or people, read.
type prospect struct {
	line   *Line
	record history.Record
	own    key // the row itself
	keys   []key
	person []key // by which its contact is found among people
	acct   key
	counts counts
	said   bool // the row says that they are not to be written to
	listed bool // and their deal's row has put their address on the list
}

// counts is what a row says of contact without single events.
type counts struct {
	touches, replies     int // -1 where no column says it
	lastTouch, lastReply time.Time
	created              time.Time
	anyTouches, anyLast  bool // touches and lastTouch are of activities of any sort
}

// column is the one in which a row says something of a field: of several the best.
// -1 is none.
func (s *Sheet) column(cells [][]byte, f Field) int {
	columns := s.at[f]
	for n, i := range columns {
		if i < len(cells) && (n == len(columns)-1 || !nothing(cells[i])) {
			return i
		}
	}
	return -1
}

// isBroad reports that what a row says of a field is of activities of any sort.
func (s *Sheet) isBroad(cells [][]byte, f Field) bool {
	i := s.column(cells, f)
	return i >= 0 && s.broad[i]
}

// cell is what a row says of a field.
func (s *Sheet) cell(cells [][]byte, f Field) []byte {
	if i := s.column(cells, f); i >= 0 {
		return cells[i]
	}
	return nil
}

// unread says of a row's cell what it is not: a phrase with the column and the cell.
func (s *Sheet) unread(o *Options, f Field, cells [][]byte, phrase string) string {
	i := s.column(cells, f)
	return o.Tongue.Say(phrase, s.Columns[i].Header, strconv.Quote(sampleOf(cells[i])))
}

const noDate = "{}: {} is not a date"

// read fills a prospect from its row; why says why it cannot be judged.
func (t *Triage) read(s *Sheet, cells [][]byte, p *prospect) (why string) {
	l := p.line
	p.listed = false
	l.ID = string(text(s.cell(cells, ID)))
	l.Name = s.name(cells)
	l.Account = string(text(s.cell(cells, Account)))
	l.Owner = t.intern(s.cell(cells, Owner))
	contact, email := s.contact(cells)
	l.Email = string(email)
	l.Stage = t.intern(s.cell(cells, Stage))
	l.Contact = l.Name
	if s.names() {
		l.Contact = string(contact)
		_, others := s.contacts(cells)
		l.Several = len(others) > 0
	}
	t.keys(s, cells, p)
	p.record = history.Record{Now: t.o.Now, Zone: t.o.zone(), Country: t.country(s.cell(cells, Country)), Rep: l.Owner, Tongue: t.o.Tongue}
	p.record.Prospect = history.Prospect{
		Name: l.Contact, Email: l.Email, Slug: slug(s.cell(cells, LinkedIn)), Company: l.Account,
		Title: string(text(s.cell(cells, JobTitle))),
	}
	p.record.Opportunity.Stage = l.Stage
	p.record.Opportunity.Open = s.Holds == Deals || s.What == "leads"
	var note string
	p.said, note = t.optOut(s, cells)
	l.note(note)
	p.record.Customer = strings.HasPrefix(header(t.intern(s.cell(cells, Lifecycle))), "customer")
	t.value(s, cells, p)
	t.size(s, cells, p)
	if why := t.dates(s, cells, p); why != "" {
		return why
	}
	if s.footer(cells) {
		return t.o.Tongue.Say("is a line below the table")
	}
	switch {
	case l.Name == "" && l.Email == "" && l.Contact == "" && l.Account == "":
		return t.o.Tongue.Say("has no name and no address")
	case l.Name == "":
		l.Name = cmp.Or(l.Contact, l.Email, l.Account)
	}
	return t.closed(s, cells)
}

// name is that of a deal or a person: of a column, or of two halves.
func (s *Sheet) name(cells [][]byte) string {
	if name := text(s.cell(cells, Name)); len(name) > 0 {
		return string(name)
	}
	return strings.TrimSpace(string(text(s.cell(cells, FirstName))) + " " + string(text(s.cell(cells, LastName))))
}

// names reports that a row's name is the deal's, and the contact's stands beside it:
// in a plain file of deals with addresses the name is the person's.
func (s *Sheet) names() bool {
	return s.Holds == Deals && (s.System != "plain" || s.has(Contact) || !s.has(Email))
}

// contacts parts the first of a cell's contacts from the others.
func (s *Sheet) contacts(cells [][]byte) (first, others []byte) {
	first, others, _ = bytes.Cut(s.cell(cells, Contact), []byte(";"))
	return text(first), text(others)
}

// contact is whom a row is with: the name, and the address, which HubSpot writes after
// the name, as "Kim Olsen (kim@acme.example);Lee Park". Of several the first.
func (s *Sheet) contact(cells [][]byte) (name, email []byte) {
	name, _ = s.contacts(cells)
	email = text(s.cell(cells, Email))
	at := bytes.IndexByte(name, '@')
	open := bytes.IndexAny(name[:max(0, at)], "(<")
	if open < 0 {
		return name, email
	}
	if len(email) == 0 {
		email = name[open+1:]
		if end := bytes.IndexAny(email, ")>;,"); end >= 0 {
			email = email[:end]
		}
		email = bytes.TrimSpace(email)
	}
	return bytes.TrimSpace(name[:open]), email
}

// keys is how a row is found by the rows of other files.
func (t *Triage) keys(s *Sheet, cells [][]byte, p *prospect) {
	p.keys, p.person = p.keys[:0], p.person[:0]
	if !t.joins() {
		return
	}
	account := text(s.cell(cells, Account))
	contact, email := s.contact(cells)
	id, name := identity(text(s.cell(cells, ID))), []byte(p.line.Name)
	p.own = keyOf(ofID, id)
	p.acct = keyOf(ofAccount, account)
	add := func(to *[]key, of byte, cells ...[]byte) {
		if k := keyOf(of, cells...); k != 0 {
			*to = append(*to, k)
		}
	}
	contactID := s.cell(cells, ContactID)
	if s.Holds == Deals {
		add(&p.keys, ofID, id)
		add(&p.keys, ofTitle, name, account)
		add(&p.keys, ofTitle, name, nil)
		each(contactID, func(id []byte) { add(&p.person, ofContact, id) })
		if s.names() {
			name = contact
		}
	} else {
		add(&p.person, ofContact, id)
	}
	add(&p.person, ofEmail, email)
	p.keys = append(p.keys, p.person...)
	add(&p.keys, ofPerson, name, account)
	if len(account) > 0 {
		add(&p.keys, ofPerson, name, nil)
	}
	if s.Holds == People || len(account) > 0 {
		add(&p.person, ofPerson, name, account)
	}
	switch { // a name alone, where one of the two says no account
	case s.Holds == People, len(contactID) == 0 && len(account) == 0:
		add(&p.person, ofName, name)
	case len(contactID) == 0:
		add(&p.person, ofPerson, name, nil)
	}
}

func (t *Triage) value(s *Sheet, cells [][]byte, p *prospect) {
	cell := s.cell(cells, Value)
	if nothing(cell) {
		return
	}
	v, ok := money(cell)
	if !ok {
		p.line.note(s.unread(&t.o, Value, cells, "{}: {} is not an amount, and what it is worth is not known"))
		return
	}
	p.line.Value, p.line.Valued = v, true
	p.record.Opportunity.Value = max(0, v)
	p.line.Currency = t.currency(s, cells)
}

// currency is that of a row's value: its own column says it, else the amount, else, or
// where the amount's sign is of several, the header.
func (t *Triage) currency(s *Sheet, cells [][]byte) string {
	if said := t.intern(s.cell(cells, Currency)); said != "" {
		return currencyCode(said)
	}
	column := s.column(cells, Value)
	code := currencyCode(currencyOf(cells[column]))
	if named := s.heads[column].currency; named != "" && len(code) != len("EUR") {
		return named
	}
	return code
}

func (t *Triage) size(s *Sheet, cells [][]byte, p *prospect) {
	cell := s.cell(cells, CompanySize)
	if nothing(cell) {
		return
	}
	people, ok := size(cell)
	if !ok {
		p.line.note(s.unread(&t.o, CompanySize, cells, "{}: {} is not a number of people"))
		return
	}
	p.record.Prospect.CompanySize = people
}

// dates reads the row's moments; one that cannot be read could turn the verdict
// over, so the row is not judged.
func (t *Triage) dates(s *Sheet, cells [][]byte, p *prospect) (why string) {
	o := &p.record.Opportunity
	c := &p.counts
	*c = counts{touches: -1, replies: -1, anyTouches: s.isBroad(cells, Touches), anyLast: s.isBroad(cells, LastTouch)}
	for _, d := range [...]struct {
		field Field
		into  *time.Time
	}{{Created, &c.created}, {StageSince, &o.StageSince}, {LastTouch, &c.lastTouch}, {LastReply, &c.lastReply}, {NextActivity, &o.NextActivity}} {
		cell := s.cell(cells, d.field)
		if nothing(cell) {
			continue
		}
		at, ok := date(cell, s.DayFirst, t.o.zone())
		if !ok {
			return s.unread(&t.o, d.field, cells, noDate)
		}
		*d.into = at
	}
	for _, n := range [...]struct {
		field Field
		into  *int
	}{{Touches, &c.touches}, {Replies, &c.replies}} {
		cell := s.cell(cells, n.field)
		if nothing(cell) {
			continue
		}
		if *n.into = count(cell); *n.into < 0 {
			return s.unread(&t.o, n.field, cells, "{}: {} is not a number of times")
		}
	}
	return ""
}

// slug is the last part of a LinkedIn profile's address.
func slug(cell []byte) string {
	cell = bytes.TrimSuffix(text(cell), []byte("/"))
	if i := bytes.Index(cell, []byte("/in/")); i >= 0 {
		cell = cell[i+4:]
	}
	if i := bytes.IndexAny(cell, "/?#"); i >= 0 {
		cell = cell[:i]
	}
	return string(cell)
}

// mostWords bounds what is remembered of cells.
const mostWords = 1 << 12

// intern gives one string for the many cells of a column that says the same again
// and again: an owner, a stage.
func (t *Triage) intern(cell []byte) string {
	if len(cell) == 0 {
		return ""
	}
	if s, ok := t.words[string(cell)]; ok {
		return s
	}
	s := string(text(cell))
	if len(t.words) < mostWords && len(cell) < 80 {
		t.words[string(cell)] = s
	}
	return s
}
