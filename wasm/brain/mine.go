package brain

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"cleanbreak/core/page"
	"cleanbreak/core/playbook"
	"cleanbreak/core/replica"
	"cleanbreak/core/say"
	"cleanbreak/core/seal"
)

// Mine is what the rep says of themselves and of whom they never track. It is
// kept on this device and goes nowhere, in a team too.
type Mine struct {
	page.Own
	Name           string   `json:"name"`
	Never          []string `json:"never"`            // an address, a domain, or the last part of a profile's address
	WordsPerMinute int      `json:"words_per_minute"` // 0 is the playbook's
	Months         int      `json:"months"`           // without contact, after which somebody is erased; 0 is the playbook's
}

// Fault is what is wrong with one field that the rep filled in.
type Fault struct {
	Path    string `json:"path"` // "never[2]"
	Problem string `json:"problem"`
	Words   string `json:"words,omitempty"` // where the field is not at hand: with the line of a file
}

func (f *Fault) Error() string { return cmp.Or(f.Words, f.Path+": "+f.Problem) }

// Limits of what the rep says of themselves.
const (
	mostMine             = 500 // entries of a list
	slowest, fastest     = 60, 300
	leastMonths, longest = 1, 120
)

// check makes every entry what it is known by, or says which is none.
func (m *Mine) check(l *say.Language) *Fault {
	m.Name = strings.Join(strings.Fields(m.Name), " ")
	fault := tidy(l, "addresses", &m.Addresses, addressOf, "\"{}\" is no e-mail address; write it as anna@northwind.example")
	if fault == nil {
		fault = tidy(l, "domains", &m.Domains, domainOf, "\"{}\" is no domain; write it as northwind.example")
	}
	if fault == nil {
		fault = tidy(l, "never", &m.Never, whomever, "\"{}\" is nobody; write an address, a domain, or the address of a LinkedIn profile")
	}
	if fault != nil {
		return fault
	}
	for i, d := range m.Domains {
		if page.FreeMail(d) {
			return &Fault{Path: fmt.Sprintf("domains[%d]", i), Problem: l.Say("\"{}\" is where anybody can have an address; enter yours among the addresses", d)}
		}
	}
	if n := m.WordsPerMinute; n != 0 && (n < slowest || n > fastest) {
		return &Fault{Path: "words_per_minute", Problem: within(l, n, slowest, fastest)}
	}
	if n := m.Months; n != 0 && (n < leastMonths || n > longest) {
		return &Fault{Path: "months", Problem: within(l, n, leastMonths, longest)}
	}
	return nil
}

// within says which numbers are taken.
func within(l *say.Language, n, least, most int) string {
	return l.Say("is {}; it takes {} to {}", l.Whole(n), l.Whole(least), l.Whole(most))
}

// tidy makes each entry of a list what it is known by, once. Otherwise says why
// one is none.
func tidy(l *say.Language, path string, list *[]string, read func(string) string, complaint string) *Fault {
	if len(*list) > mostMine {
		return &Fault{Path: path, Problem: l.Say("has {} entries; at most {} are kept", l.Whole(len(*list)), l.Whole(mostMine))}
	}
	entries := []string{}
	for i, entry := range *list {
		known := read(strings.TrimSpace(entry))
		if known == "" {
			return &Fault{Path: fmt.Sprintf("%s[%d]", path, i), Problem: l.Say(complaint, entry)}
		}
		if !slices.Contains(entries, known) {
			entries = append(entries, known)
		}
	}
	*list = entries
	return nil
}

func addressOf(text string) string {
	if p, ok := page.Typed(text); ok && !strings.ContainsAny(text, " <>") {
		return p.Email
	}
	return ""
}

func domainOf(text string) string {
	text = strings.ToLower(strings.TrimPrefix(text, "@"))
	first, rest, dotted := strings.Cut(text, ".")
	if !dotted || first == "" || rest == "" || strings.HasSuffix(text, ".") || strings.Contains(text, "..") || strings.ContainsAny(text, "@/:,; ") {
		return ""
	}
	return text
}

func whomever(text string) string {
	if p, ok := page.Typed(text); ok {
		return strings.ToLower(p.Email + p.Slug + p.Member)
	}
	return domainOf(text)
}

// Mine gives what the rep has said of themselves.
func (b *Brain) Mine() (Mine, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.mine()
}

func (b *Brain) mine() (Mine, error) {
	if b.me != nil {
		return *b.me, nil
	}
	m, err := b.Store.Mine()
	if err == nil {
		b.me = &m
	}
	return m, err
}

// SetMine keeps what the rep says of themselves. Whom it names and who is tracked
// is forgotten with it; until the rep is sure of that, their names are given and
// nothing is kept.
func (b *Brain) SetMine(m Mine, sure bool) (gone []string, err error) {
	if fault := m.check(b.Tongue); fault != nil {
		return nil, fault
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	index, err := b.index()
	if err != nil {
		return nil, err
	}
	known, err := b.Store.All()
	if err != nil {
		return nil, err
	}
	lists := m.over(&playbook.Playbook{})
	var going []replica.State
	for _, s := range replica.Everybody(known.Events) {
		if ok, _ := b.tracks(lists, s.Person); !ok {
			gone, going = append(gone, cmp.Or(s.Person.Name, s.Person.Email, s.Person.Slug, "somebody")), append(going, s.State)
		}
	}
	if len(going) > 0 && !sure {
		return gone, nil
	}
	if err := b.forgetAll(going, known.Team, "never", index); err != nil {
		return nil, err
	}
	b.me, b.listings = nil, nil
	return nil, b.Store.Keep(m)
}

// over gives a playbook with what the rep says of themselves on top.
func (m Mine) over(p *playbook.Playbook) *playbook.Playbook {
	with := p.Excluding(slices.Concat(m.Domains, m.Addresses), m.Never)
	if m.WordsPerMinute != 0 {
		with.Speech.WordsPerMinute = m.WordsPerMinute
	}
	return with
}

// tracks reports whether a person may be tracked, and why not.
func (b *Brain) tracks(p *playbook.Playbook, who page.Person) (ok bool, because string) {
	var ids []string
	for _, id := range []string{who.Email, who.Slug, who.Member} {
		if id != "" {
			ids = append(ids, id)
		}
	}
	return p.Tracks(b.Tongue, true, ids...)
}

// refused says why somebody is never tracked; "" where they may be.
func (b *Brain) refused(s replica.State, seen page.Person, known Known, index seal.Index) string {
	p, err := b.playbookHere(known.Events, index)
	if err != nil {
		return "" // whoever judges says so
	}
	_, because := b.tracks(p, s.Corrected(seen))
	return because
}
