package api

import (
	"encoding/json"
	"net/http"

	"cleanbreak/core/replica"
	"cleanbreak/worker/store"
)

// frame is the body of a round.
type frame struct {
	client  int64
	cursor  string
	limit   int64
	offers  []store.Offer
	refused []store.Refusal // already when they were read
}

var (
	frameFields = []string{"client", "cursor", "limit", "events"}
	offerFields = []string{"event", "author", "role", "receipt"}

	eventAlone  = replica.Mask(offerFields, "event")
	withReceipt = replica.Mask(offerFields, offerFields...)
)

// sync is one round: events in, and what became of them and the events after the
// cursor out.
func (c *call) sync() {
	f := frame{limit: MaxPull}
	if !c.fields(frameFields, replica.Mask(frameFields, "client", "cursor", "events"), f.read) {
		return
	}
	cursor, ok := store.ParseCursor(f.cursor)
	switch {
	case f.client < MinClient:
		c.fail(ClientTooOld, "")
		return
	case !ok:
		c.fail(WrongCursor, "")
		return
	}
	c.round(cursor, f)
}

func (c *call) round(cursor store.Cursor, f frame) {
	round := c.db.Push(c.by, cursor, f.offers)
	if round.Rewound {
		c.reply(http.StatusOK, plain(`{"rewound":true,"acknowledged":[],"refused":[],`), c.db.Pull(store.Cursor{}, 0))
		return
	}
	round.Refused = append(round.Refused, f.refused...)
	if round.Added {
		c.db.Tell(store.Notice{Except: c.by.Device})
	}
	c.reply(http.StatusOK, plain(head(round)), c.db.Pull(cursor, f.limit))
}

// head is the reply as far as the entries.
func head(round store.Round) []byte {
	b := append(make([]byte, 0, 64+25*len(round.Acknowledged)), `{"acknowledged":[`...)
	for i, id := range round.Acknowledged {
		if i > 0 {
			b = append(b, ',')
		}
		b = append(append(append(b, '"'), id...), '"')
	}
	b = append(b, `],"refused":[`...)
	for i, r := range round.Refused {
		if i > 0 {
			b = append(b, ',')
		}
		b = append(append(b, `{"id":"`...), r.ID...)
		b = append(append(append(b, `","code":"`...), r.Code...), `"}`...)
	}
	return append(b, `],`...)
}

func (f *frame) read(r *replica.WireReader, field int) {
	switch frameFields[field] {
	case "client":
		f.client = r.Whole(0, 1<<31)
	case "cursor":
		f.cursor = r.Plain(40)
	case "limit":
		f.limit = r.Whole(0, MaxPull)
	case "events":
		r.Array(MaxPush, func() { f.offer(r) })
	}
}

// offer reads one event. Where something is wrong with it and the rest of the
// body is still JSON, it is refused by its id and the others go on.
func (f *frame) offer(r *replica.WireReader) {
	from := r.At()
	o := readOffer(r)
	if r.Err == nil {
		if f.offers == nil {
			f.offers = make([]store.Offer, 0, 64)
		}
		f.offers = append(f.offers, o)
		return
	}
	wrong := r.Err
	if wrong.Code == replica.Malformed {
		return
	}
	r.Back(from)
	r.Skip()
	if r.Err != nil {
		return
	}
	id := idOf(r.Between(from, r.At()))
	if id == "" {
		r.Fail(wrong.Code)
		return
	}
	f.refused = append(f.refused, store.Refusal{ID: id, Code: wrong.Code})
}

func readOffer(r *replica.WireReader) (o store.Offer) {
	seen := r.Object(offerFields, func(field int) {
		switch offerFields[field] {
		case "event":
			o.Wire = replica.ReadServed(r)
		case "author":
			if at := r.At(); r.Plain(replica.TagSize) != "" {
				r.Back(at)
				o.Author = r.Tag()
			}
		case "role":
			if o.Role = r.Plain(replica.MaxWord); o.Role != store.Rep && o.Role != store.Manager && o.Role != "" {
				r.Fail(replica.UnknownWord)
			}
		case "receipt":
			o.Receipt = r.Tag()
		}
	})
	if (seen != eventAlone && seen != withReceipt) || (seen == eventAlone && o.Key == "") {
		r.Fail(replica.MissingField) // a receipt is of an author and a role; unsealed are the server's own
	}
	return o
}

// idOf finds the id of an event that was not read, to refuse it by.
func idOf(text string) string {
	var o struct {
		Event struct {
			ID string `json:"id"`
		} `json:"event"`
	}
	if json.Unmarshal([]byte(text), &o) != nil || !isTag(o.Event.ID) {
		return ""
	}
	return o.Event.ID
}
