package page

import (
	"fmt"
	"slices"

	"github.com/tidwall/gjson"
)

// Box is one mail that is being written in Gmail, in a window or under a thread.
type Box struct {
	ID      string    // the page's name for it, while it is open
	Current bool      // the rep is in it, or was in it last
	Reply   bool      // an answer: it has no subject of its own
	To      []Address // with CC and BCC
	As      []string  // To as the page has it: whoever writes into the box compares
	Subject string
	Text    string // what the rep typed; of the current one alone
}

// maxBoxes bounds how many are read.
const maxBoxes = 20

// ReadBoxes reads what extension/writing.js tells: a list of parts, as a snapshot
// has them, each with its id and whether it is the current one.
func ReadBoxes(data []byte) ([]Box, error) {
	if err := checkJSON(data); err != nil {
		return nil, err
	}
	root := gjson.ParseBytes(data)
	if !root.IsArray() {
		return nil, fmt.Errorf("boxes: %s; it takes a list, […]", shown(root))
	}
	all := []Box{}
	for _, v := range root.Array() {
		if len(all) == maxBoxes {
			break
		}
		p := newPart(v)
		b := Box{
			ID: v.Get("id").Str, Current: v.Get("current").Bool(), Reply: p.has("reply"),
			Subject: p.line("subject"), Text: p.text("text"), To: addresses(p, "to"), As: []string{},
		}
		for _, a := range addresses(p, "cc") {
			if !slices.ContainsFunc(b.To, func(to Address) bool { return to.Email == a.Email }) {
				b.To = append(b.To, a)
			}
		}
		for _, item := range slices.Concat(p.items("to"), p.items("cc")) {
			b.As = append(b.As, item.fields["email"].value)
		}
		all = append(all, b)
	}
	return all, nil
}

// Box is the draft of a page that nobody watches: the one that was opened last.
func (c OpenDraft) Box() Box {
	return Box{Current: true, To: slices.Concat(c.To, c.CC)}
}
