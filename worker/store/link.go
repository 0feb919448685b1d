package store

import "cleanbreak/core/replica"

// relink makes two pseudonyms one person, or parts them. The cost is that of the
// people concerned, not of the log.
func (p *push) relink(o *Offer) {
	a, b := o.Who[0], o.Who[1]
	if o.Kind == replica.Link {
		p.db.Do(`INSERT INTO link (a, b) VALUES (?1, ?2), (?2, ?1) ON CONFLICT DO NOTHING`, a, b)
		if p.person[a] != p.person[b] {
			p.merge(p.person[b], p.person[a])
		}
		return
	}
	p.db.Do(`DELETE FROM link WHERE (a = ?1 AND b = ?2) OR (a = ?2 AND b = ?1)`, a, b)
	if p.person[a] == p.person[b] {
		p.split(p.person[a], a, b)
	}
}

func (p *push) merge(from, into int64) {
	p.db.Do(`UPDATE identity SET person = ?2 WHERE person = ?1`, from, into)
	p.db.Do(`DELETE FROM tally WHERE person = ?1`, from)
	p.db.Do(`DELETE FROM person WHERE id = ?1`, from)
	for w, person := range p.person {
		if person == from {
			p.person[w] = into
		}
	}
	delete(p.dirty, from)
	p.dirty[into] = true
}

// split gives a new person to what b still reaches, unless that is a.
func (p *push) split(person int64, a, b string) {
	var links [][2]string
	p.db.read(&links, `SELECT json_group_array(json_array(a, b)) FROM link
		WHERE a IN (SELECT pseudonym FROM identity WHERE person = ?1)`, person)
	reached := []string{b}
	in := map[string]bool{b: true}
	for i := 0; i < len(reached); i++ {
		for _, l := range links {
			if l[0] == reached[i] && !in[l[1]] {
				in[l[1]] = true
				reached = append(reached, l[1])
			}
		}
	}
	if in[a] {
		return
	}
	p.last++
	p.db.Do(`UPDATE identity SET person = ?1 WHERE pseudonym IN (SELECT value FROM json_each(?2))`, p.last, list(reached))
	for _, w := range reached {
		if _, asked := p.person[w]; asked {
			p.person[w] = p.last
		}
	}
	p.dirty[person], p.dirty[p.last] = true, true
}
