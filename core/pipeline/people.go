package pipeline

import (
	"cmp"
	"strings"
	"time"
)

// people holds what contact exports say of those who belong to deals.
type people struct {
	by  map[key]int32 // -1: two have it
	all []person
}

type person struct {
	name, email, slug    string
	title, country       string
	size                 int
	touches              int32 // -1 where no column says it
	lastTouch, lastReply uint32
	anyTouches, anyLast  bool
	stop                 bool
	used                 bool // a deal is judged with them
	listed               bool // a deal has their address
}

func newPeople() *people { return &people{by: map[key]int32{}} }

func (p *people) add(row *prospect) {
	n := int32(len(p.all))
	r := &row.record
	c := &row.counts
	p.all = append(p.all, person{
		name: r.Prospect.Name, touches: int32(c.touches), anyTouches: c.anyTouches, anyLast: c.anyLast, lastTouch: seconds(c.lastTouch), lastReply: seconds(c.lastReply),
		email: r.Prospect.Email, slug: r.Prospect.Slug, title: r.Prospect.Title, country: r.Country, size: r.Prospect.CompanySize, stop: row.said,
	})
	for _, k := range row.person {
		if _, two := p.by[k]; two {
			p.by[k] = -1
		} else {
			p.by[k] = n
		}
	}
}

// of is the person that one of the keys names; nil where none does, or two.
func (p *people) of(keys []key) *person {
	for _, k := range keys {
		if n, ok := p.by[k]; ok && n >= 0 {
			return &p.all[n]
		}
	}
	return nil
}

// completes fills in what the deal's row does not say of its contact.
func (who *person) completes(row *prospect) {
	p := &row.record.Prospect
	p.Email, p.Slug, p.Title = cmp.Or(p.Email, who.email), cmp.Or(p.Slug, who.slug), cmp.Or(p.Title, who.title)
	row.line.Email = p.Email
	who.listed = who.listed || strings.EqualFold(p.Email, who.email)
	p.Name = cmp.Or(p.Name, who.name)
	row.line.Contact = p.Name
	row.record.Country = cmp.Or(row.record.Country, who.country)
	p.CompanySize = max(p.CompanySize, who.size)
	row.said = row.said || who.stop
	if k := keyOf(ofEmail, []byte(who.email)); k != 0 {
		row.keys = append(row.keys, k)
	}
	row.counts.complete(who)
}

// complete takes the contact's counts where the deal has none, and the day of a touch
// before that of an activity of any sort.
func (c *counts) complete(who *person) {
	if c.touches < 0 {
		c.touches, c.anyTouches = int(who.touches), who.anyTouches
	}
	if who.lastTouch > 0 && (c.lastTouch.IsZero() || c.anyLast && !who.anyLast) {
		c.lastTouch, c.anyLast = moment32(who.lastTouch, time.UTC), who.anyLast
	}
	if c.lastReply.IsZero() {
		c.lastReply = moment32(who.lastReply, time.UTC)
	}
}
