package page

import (
	"strings"

	"github.com/tidwall/gjson"
)

// part is one piece of a snapshot: the page itself, a message, a recipient.
type part struct {
	fields map[string]gjson.Result
	lists  map[string]gjson.Result
}

func newPart(v gjson.Result) part {
	return part{fields: v.Get("fields").Map(), lists: v.Get("lists").Map()}
}

// text is a field's value with its line breaks, "" when it was not found.
func (p part) text(field string) string {
	return visible(p.fields[field].Get("value").String())
}

// line is a field's value on one line.
func (p part) line(field string) string {
	return oneLine(p.text(field))
}

// has tells whether a field was found, even one whose value is only "yes".
func (p part) has(field string) bool {
	return p.fields[field].Get("value").String() != ""
}

// items are the parts of a list, in the page's order.
func (p part) items(list string) []part {
	items := []part{}
	for _, item := range p.lists[list].Get("items").Array() {
		items = append(items, newPart(item))
	}
	return items
}

// cut tells whether a list had more items than were read.
func (p part) cut(list string) bool {
	l := p.lists[list]
	return int(l.Get("total").Int()) > len(l.Get("items").Array())
}

func oneLine(text string) string {
	return strings.Join(strings.Fields(text), " ")
}

// visible removes the direction marks that Gmail puts around addresses and
// labels. They are never typed and would make equal addresses differ.
func visible(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= 0x202A && r <= 0x202E, r >= 0x2066 && r <= 0x2069, r == 0x200E, r == 0x200F:
			return -1
		}
		return r
	}, text)
}
