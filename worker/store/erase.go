package store

import (
	"encoding/base64"
	"slices"

	"cleanbreak/core/history"
	"cleanbreak/core/replica"
)

// erase blanks what the log holds of the people named, and of all their linked
// pseudonyms. What stays of each pseudonym is that it was erased, and whether
// they had asked not to be contacted. Where the author could not know all of
// that, the log says it in an erasure by nobody: devices hold what is blanked here.
func (p *push) erase(o *Offer) {
	gone, others := p.db.erase(o.Who, o.Verdict == history.Stop)
	for _, w := range gone {
		p.person[w], p.erased[w] = 0, 1
	}
	for _, person := range others {
		p.dirty[person] = true
	}
	p.add(o)
	var stops []string
	p.db.read(&stops, `SELECT json_group_array(pseudonym) FROM identity WHERE erased = 2 AND pseudonym IN (SELECT value FROM json_each(?1))`, list(gone))
	var unsaid, unnamed []string
	for _, w := range gone {
		named := slices.Contains(o.Who, w)
		switch {
		case slices.Contains(stops, w):
			if p.erased[w] = 2; !named || o.Verdict != history.Stop {
				unsaid = append(unsaid, w)
			}
		case !named:
			unnamed = append(unnamed, w)
		}
	}
	p.byNobody(unsaid, history.Stop)
	p.byNobody(unnamed, "")
}

// byNobody writes an erasure into the log that the server makes itself.
func (p *push) byNobody(who []string, verdict string) {
	for part := range slices.Chunk(who, replica.MaxWho) {
		var random [8]byte
		p.db.Random(random[:])
		p.tags = base64.RawURLEncoding.AppendEncode(p.tags, random[:])
		o := byNobody(p.db, part)
		o.Verdict = verdict
		p.add(&o)
		p.round.Added = true
	}
}

func byNobody(db *DB, who []string) Offer {
	return Offer{Wire: replica.Wire{Header: replica.Header{ID: db.tag(), Kind: replica.Erase, Who: who, At: db.Now}}}
}

// erase gives the pseudonyms that are gone, and the other people whose events
// went with theirs.
func (db *DB) erase(who []string, stopped bool) (gone []string, others []int64) {
	named := list(who)
	db.read(&gone, `SELECT json_group_array(pseudonym) FROM (
		SELECT value AS pseudonym FROM json_each(?1)
		UNION SELECT pseudonym FROM identity WHERE person IN (
			SELECT person FROM identity WHERE person <> 0 AND pseudonym IN (SELECT value FROM json_each(?1))))`, named)
	all := list(gone)
	db.Do(`INSERT INTO identity (pseudonym, person, erased)
		SELECT value, 0, iif(EXISTS (SELECT 1 FROM identity JOIN person ON person.id = identity.person, json_each(decisions) AS d
			WHERE identity.pseudonym = gone.value AND d.value->>'$.verdict' = 'stop') OR ?2, 2, 1)
		FROM json_each(?1) AS gone WHERE true
		ON CONFLICT DO UPDATE SET erased = max(erased, excluded.erased)`, all, truth(stopped))
	var rows []int64
	db.read(&rows, `SELECT json_group_array(DISTINCT seq) FROM about WHERE pseudonym IN (SELECT value FROM json_each(?1))`, all)
	seqs := list(rows)
	db.read(&others, `SELECT json_group_array(DISTINCT person) FROM identity WHERE erased = 0 AND pseudonym IN (
		SELECT pseudonym FROM about WHERE seq IN (SELECT value FROM json_each(?1)))`, seqs)
	for _, statement := range []string{
		`DELETE FROM person WHERE id IN (SELECT person FROM identity WHERE pseudonym IN (SELECT value FROM json_each(?1)))`,
		`DELETE FROM tally WHERE person IN (SELECT person FROM identity WHERE pseudonym IN (SELECT value FROM json_each(?1)))`,
		`DELETE FROM link WHERE a IN (SELECT value FROM json_each(?1)) OR b IN (SELECT value FROM json_each(?1))`,
		`UPDATE identity SET person = 0 WHERE pseudonym IN (SELECT value FROM json_each(?1))`,
	} {
		db.Do(statement, all)
	}
	db.Do(`UPDATE event SET id = NULL, kind = 'erased', entry = json_object('seq', seq, 'tag', tag)
		WHERE seq IN (SELECT value FROM json_each(?1))`, seqs)
	db.Do(`DELETE FROM about WHERE seq IN (SELECT value FROM json_each(?1))`, seqs)
	kept := others[:0]
	for _, person := range others {
		if db.Do(`SELECT 1 FROM person WHERE id = ?1`, person).String() != "" {
			kept = append(kept, person)
		}
	}
	return gone, kept
}

// Retain erases people of whom nothing has been heard for the team's number of
// months, at most some at a time, and writes that into the log for the devices:
// an erasure without a sealed body, by nobody. It reports how many there were.
func (db *DB) Retain(most int) int {
	var people [][]string
	db.read(&people, `SELECT json_group_array(json(who)) FROM (
		SELECT (SELECT json_group_array(pseudonym) FROM identity WHERE identity.person = person.id) AS who
		FROM person, team WHERE contact > 0 AND contact < ?1 - team.months * 2629800000 ORDER BY contact LIMIT ?2)`,
		db.Now, int64(most))
	for _, who := range people {
		db.retire(who)
	}
	return len(people)
}

// retire erases one person. Whom the event does not name, the erasure reaches by
// links, and names in further ones.
func (db *DB) retire(who []string) {
	o := byNobody(db, who[:min(len(who), replica.MaxWho)])
	p := newPush(db, Author{}, Cursor{}, []Offer{o})
	p.erase(&o)
	p.flush()
	p.settle()
	db.Audit("", "retention", o.ID)
}
