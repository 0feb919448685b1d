package page

import (
	"slices"

	"github.com/tidwall/gjson"
)

// drift lists the fields that the layout expects and that were not found, or
// found later than the map takes for well: the site has changed, or the page is
// of an older time. The map says what it expects, each with the last place of a
// selector that is well (pages/README.md); the snapshot brings that along.
//
// A field of repeated parts has drifted when no part has it, or when most that
// have it were found late. "layout" is a page whose layout no map knows; "identity"
// one that agrees with its address in nothing, because nothing of what the map looks
// for in its place is there. A page that says somebody else has not drifted: it is
// the previous person's.
func (s snapshot) drift() []string {
	drifted := []string{}
	if s.stale {
		if s.nameless && s.layout != "" && s.layout != nobody {
			drifted = append(drifted, "identity")
		}
		return drifted
	}
	if s.layout == "" {
		return append(drifted, "layout")
	}
	found := map[string]*Found{}
	tally(found, "", s.part)
	for _, e := range s.expects {
		f := found[e.field]
		if f == nil { // its list is empty, which is told of the list
			continue
		}
		well, late := 0, 0
		for by, n := range f.By {
			if int64(by) <= e.well {
				well += n
			} else {
				late += n
			}
		}
		if late > well || well+late == 0 {
			drifted = append(drifted, e.field)
		}
	}
	slices.Sort(drifted)
	return drifted
}

// nobody is the layout of a page that is about nobody: a search without results.
const nobody = "empty"

// maxExpected bounds what a snapshot may demand; no layout expects so many.
const maxExpected = 100

func readExpects(v gjson.Result) []expected {
	var all []expected
	v.ForEach(func(field, well gjson.Result) bool {
		all = append(all, expected{field.Str, well.Int()})
		return len(all) < maxExpected
	})
	return all
}

// expected is a field that the layout demands, and the last place of a selector
// by which it is well found.
type expected struct {
	field string
	well  int64
}
