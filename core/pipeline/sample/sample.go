// Package sample writes exports of invented pipelines, as long as wanted, for
// benchmarks and tests: Pipedrive's deals with its default columns, or the
// activities of such deals.
package sample

import (
	"io"
	"strconv"
	"time"
)

var (
	first    = []string{"Kim", "Lee", "Sam", "Jo", "Ada", "Ben", "Eve", "Max", "Zoë", "Jürgen"}
	last     = []string{"Olsen", "Park", "Cole", "Berg", "Byron", "Ortiz", "Novak", "Stein", "Groß", "Núñez"}
	company  = []string{"Northwind", "Fabrikam", "Contoso", "Litware", "Adatum", "Wingtip", "Proseware", "Tailspin"}
	endings  = []string{"GmbH", "Ltd", "Inc.", "SARL"}
	stages   = []string{"Qualified", "Contact made", "Demo", "Proposal", "Negotiation"}
	statuses = []string{"Open", "Open", "Open", "Open", "Open", "Open", "Open", "Open", "Won", "Lost"}
	labels   = []string{"", "Hot", "Warm", "Cold", "Customer, upsell"}
)

// Header is that of Deals.
const Header = `"Deal - ID","Deal - Title","Deal - Creator","Deal - Owner","Deal - Value","Deal - Currency of Value","Deal - Weighted value","Deal - Currency of Weighted value","Deal - Probability","Deal - Organization","Deal - Organization ID","Deal - Pipeline","Deal - Contact person","Deal - Contact person ID","Deal - Stage","Deal - Label","Deal - Status","Deal - Deal created","Deal - Update time","Deal - Last stage change","Deal - Next activity date","Deal - Last activity date","Deal - Won time","Deal - Last email received","Deal - Last email sent","Deal - Lost time","Deal - Deal closed on","Deal - Lost reason","Deal - Visible to","Deal - Total activities","Deal - Done activities","Deal - Activities to do","Deal - Email messages count","Deal - Expected close date","Deal - Source channel","Deal - Source origin"` + "\r\n"

// Deals is an export of so many deals, made as it is read. Now is the day it was
// exported.
type Deals struct {
	rows, n int
	now     time.Time
	buffer  []byte
	from    int
}

// NewDeals is one of so many rows.
func NewDeals(rows int, now time.Time) *Deals {
	return &Deals{rows: rows, now: now, buffer: []byte(Header)}
}

// Read is io.Reader's.
func (d *Deals) Read(b []byte) (int, error) {
	if d.from == len(d.buffer) {
		d.buffer, d.from = d.buffer[:0], 0
		for len(d.buffer) < 1<<16 && d.n < d.rows {
			d.row()
			d.n++
		}
		if len(d.buffer) == 0 {
			return 0, io.EOF
		}
	}
	n := copy(b, d.buffer[d.from:])
	d.from += n
	return n, nil
}

// mixed is a number that looks random and is the same every time.
func mixed(n, of int) int {
	x := uint64(n)*0x9e3779b97f4a7c15 + uint64(of)*0xbf58476d1ce4e5b9
	x ^= x >> 31
	x *= 0x94d049bb133111eb
	x ^= x >> 29
	return int(x >> 33)
}

func (d *Deals) row() {
	n := d.n
	pick := func(of int, list []string) string { return list[mixed(n, of)%len(list)] }
	who := pick(1, first) + " " + pick(2, last)
	where := pick(3, company) + " " + strconv.Itoa(n/7) + " " + pick(4, endings)
	owner := pick(5, first) + " " + pick(6, last)
	value := strconv.Itoa(500 + mixed(n, 7)%80000)
	created := d.now.AddDate(0, 0, -30-mixed(n, 8)%400)
	touches := mixed(n, 9) % 14
	status := pick(10, statuses)
	last, sent, received, closed := "", "", "", ""
	if touches > 0 {
		at := d.now.AddDate(0, 0, -1-mixed(n, 11)%60)
		last, sent = at.Format(time.DateOnly), at.Format(time.DateTime)
		if mixed(n, 12)%5 == 0 {
			received = at.AddDate(0, 0, mixed(n, 13)%9-6).Format(time.DateTime)
		}
	}
	if status != "Open" {
		closed = d.now.AddDate(0, 0, -mixed(n, 14)%20).Format(time.DateTime)
	}
	next := ""
	if mixed(n, 15)%6 == 0 {
		next = d.now.AddDate(0, 0, 1+mixed(n, 16)%30).Format(time.DateOnly)
	}
	stamp := created.Format(time.DateTime)
	for i, cell := range [...]string{
		strconv.Itoa(n), where + ` rollout "` + strconv.Itoa(1+n%4) + `"`, owner, owner, value, "EUR", value, "EUR", "", where, strconv.Itoa(n / 7), "Sales pipeline", who, strconv.Itoa(n), pick(17, stages),
		pick(18, labels), status, stamp, stamp, created.AddDate(0, 0, 9).Format(time.DateTime), next, last, "", received, sent, "", closed, "", "All users",
		strconv.Itoa(touches + 1), strconv.Itoa(touches), "1", strconv.Itoa(touches), d.now.AddDate(0, 2, 0).Format(time.DateOnly), "Web forms", "Manually created",
	} {
		if i > 0 {
			d.buffer = append(d.buffer, ',')
		}
		d.buffer = append(d.buffer, '"')
		for j := range len(cell) {
			if cell[j] == '"' {
				d.buffer = append(d.buffer, '"')
			}
			d.buffer = append(d.buffer, cell[j])
		}
		d.buffer = append(d.buffer, '"')
	}
	d.buffer = append(d.buffer, "\r\n"...)
}
