package api

import (
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"cleanbreak/core/replica"
	"cleanbreak/core/seal"
	"cleanbreak/worker/store"
)

// query gives the address's parameters, and reports false, having answered,
// where one is not among those allowed or is there twice.
func (c *call) query(allowed ...string) (url.Values, bool) {
	values, err := url.ParseQuery(c.r.URL.RawQuery)
	good := err == nil
	for name, each := range values {
		good = good && slices.Contains(allowed, name) && len(each) == 1
	}
	if !good {
		c.fail(wrongParameter, "Parameters here: "+strings.Join(allowed, ", ")+".")
	}
	return values, good
}

// after reads the cursor of a query and holds it to the log.
func (c *call) after(q url.Values) (store.Cursor, bool) {
	text := q.Get("after")
	if text == "" {
		text = "0"
	}
	cursor, ok := store.ParseCursor(text)
	switch {
	case !ok:
		c.fail(WrongCursor, "")
	case !c.db.Holds(cursor):
		c.fail(Rewound, "")
		return cursor, false
	}
	return cursor, ok
}

// number reads a whole number of a query.
func (c *call) number(q url.Values, name string, fallback, most int64) (int64, bool) {
	text := q.Get(name)
	if text == "" {
		return fallback, true
	}
	n, err := strconv.ParseInt(text, 10, 64)
	if err != nil || n < 0 || n > most || strconv.FormatInt(n, 10) != text {
		c.fail(wrongParameter, name+" is a whole number from 0 to "+strconv.FormatInt(most, 10)+".")
		return 0, false
	}
	return n, true
}

func (c *call) pull() {
	q, ok := c.query("after", "limit")
	if !ok {
		return
	}
	limit, ok := c.number(q, "limit", MaxPull, MaxPull)
	if !ok {
		return
	}
	if cursor, ok := c.after(q); ok {
		c.reply(http.StatusOK, plain("{"), c.db.Pull(cursor, limit))
	}
}

func (c *call) prospects() {
	q, ok := c.query("who", "changed")
	if !ok {
		return
	}
	if who := q.Get("who"); q.Has("who") {
		c.prospect(who, q.Has("changed"))
		return
	}
	text := q.Get("changed")
	if text == "" {
		text = "0"
	}
	after, person, ok := store.ParsePlace(text)
	switch {
	case !ok:
		c.fail(WrongCursor, "")
	case !c.db.Holds(after):
		c.fail(Rewound, "")
	default:
		c.reply(http.StatusOK, c.db.Prospects(after, person))
	}
}

func (c *call) prospect(who string, both bool) {
	if both || !isTag(who) {
		c.fail(wrongParameter, "who is one pseudonym, and stands alone.")
		return
	}
	found := c.db.Prospect(who)
	if found.String() == "" {
		c.fail(NobodyKnown, "")
		return
	}
	c.reply(http.StatusOK, found)
}

func (c *call) playbook() {
	found := c.db.Playbook()
	if found.String() == "" {
		c.fail(NothingThere, "")
		return
	}
	c.reply(http.StatusOK, found)
}

func (c *call) putPlaybook() { c.one(replica.Playbook) }

func (c *call) erase() { c.one(replica.Erase) }

// one takes a single event of one kind, as {"event":{…}}, and gives the log's
// entry of it back.
func (c *call) one(kind string) {
	var o store.Offer
	ok := c.fields(offerFields[:1], eventAlone, func(r *replica.WireReader, _ int) {
		if o.Wire = replica.ReadWire(r); o.Kind != kind {
			r.Fail(replica.UnknownWord)
		}
	})
	if !ok {
		return
	}
	round := c.db.Push(c.by, store.Cursor{}, []store.Offer{o})
	if len(round.Refused) > 0 {
		c.fail(round.Refused[0].Code, "")
		return
	}
	if round.Added {
		c.db.Tell(store.Notice{Except: c.by.Device})
	}
	c.reply(http.StatusOK, c.db.Entry(o.ID))
}

func (c *call) export() {
	q, ok := c.query("after")
	if !ok {
		return
	}
	cursor, ok := c.after(q)
	if !ok {
		return
	}
	if cursor.Seq == 0 {
		c.db.Audit(c.by.Device, "export", c.db.Team)
	}
	c.reply(http.StatusOK, plain(`{"about":`), c.db.Export(), plain(","), c.db.Pull(cursor, MaxPull))
}

func (c *call) audit() {
	q, ok := c.query("before")
	if !ok {
		return
	}
	if before, ok := c.number(q, "before", 0, 1<<53-1); ok {
		c.reply(http.StatusOK, c.db.Audited(before))
	}
}

func (c *call) ticket() {
	if !c.fields(nil, 0, nil) {
		return
	}
	ticket, expires := c.db.Ticket(c.by.Device, seal.Hash)
	c.replyJSON(http.StatusOK, map[string]any{"ticket": ticket, "expires": expires, "protocol": Protocol})
}

// Protocol is the socket's subprotocol. The ticket is offered beside it.
const Protocol = "cleanbreak.v1"

// live lets a socket in by its ticket. Whoever runs the API opens the socket
// itself, for the device that the reply names.
func (c *call) live() {
	h := c.r.Header
	if !strings.EqualFold(h.Get("Upgrade"), "websocket") {
		c.fail(NotUpgrade, "")
		return
	}
	var ticket string
	var speaks bool
	for _, line := range h.Values("Sec-Websocket-Protocol") {
		for part := range strings.SplitSeq(line, ",") {
			switch part = strings.TrimSpace(part); {
			case part == Protocol:
				speaks = true
			case isTag(part):
				ticket = part
			}
		}
	}
	device := ""
	if speaks && ticket != "" && c.known() {
		device = c.db.Admit(seal.Hash(ticket))
	}
	if device == "" {
		c.fail(TicketRefused, "")
		return
	}
	c.replyJSON(http.StatusOK, map[string]any{"device": device, "protocol": Protocol})
}
