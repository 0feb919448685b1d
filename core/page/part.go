package page

import (
	"strings"

	"github.com/tidwall/gjson"
)

// part is one piece of a snapshot: the page itself, a message, a recipient. It
// is taken out of the JSON once, because its fields are asked for many times.
type part struct {
	fields map[string]field
	lists  map[string]list
}

// field is a value, and the place of the selector that found it; -1 is none.
type field struct {
	value string
	by    int64
}

// list is the items that were read of total ones on the page.
type list struct {
	by    int64
	total int64
	items []part
}

func newPart(v gjson.Result) part {
	p := part{fields: map[string]field{}, lists: map[string]list{}}
	v.ForEach(func(key, of gjson.Result) bool {
		switch key.Str {
		case "fields":
			of.ForEach(func(name, v gjson.Result) bool {
				p.fields[name.Str] = newField(v)
				return true
			})
		case "lists":
			of.ForEach(func(name, v gjson.Result) bool {
				p.lists[name.Str] = newList(v)
				return true
			})
		}
		return true
	})
	return p
}

func newField(v gjson.Result) field {
	f := field{by: -1}
	v.ForEach(func(key, of gjson.Result) bool {
		switch key.Str {
		case "value":
			f.value = of.String()
		case "by":
			f.by = of.Int()
		}
		return true
	})
	return f
}

func newList(v gjson.Result) list {
	l := list{by: -1}
	v.ForEach(func(key, of gjson.Result) bool {
		switch key.Str {
		case "by":
			l.by = of.Int()
		case "total":
			l.total = of.Int()
		case "items":
			of.ForEach(func(_, item gjson.Result) bool {
				l.items = append(l.items, newPart(item))
				return true
			})
		}
		return true
	})
	return l
}

// text is a field's value with its line breaks, "" when it was not found.
func (p part) text(field string) string { return withoutMarks(p.fields[field].value) }

// line is a field's value on one line.
func (p part) line(field string) string { return oneLine(p.text(field)) }

// has tells whether a field was found, even one whose value is only "yes".
func (p part) has(field string) bool { return p.fields[field].value != "" }

// items are the parts of a list, in the page's order.
func (p part) items(list string) []part { return p.lists[list].items }

// cut tells whether a list had more items than were read.
func (p part) cut(list string) bool {
	l := p.lists[list]
	return l.total > int64(len(l.items))
}

func oneLine(text string) string {
	return strings.Join(strings.Fields(text), " ")
}

// withoutMarks removes the direction marks that Gmail puts around addresses and
// labels. They are never typed and would make equal addresses differ.
func withoutMarks(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= 0x202A && r <= 0x202E, r >= 0x2066 && r <= 0x2069, r == 0x200E, r == 0x200F:
			return -1
		}
		return r
	}, text)
}
