package page

import (
	"slices"
	"strings"

	"github.com/tidwall/gjson"
)

// drift lists the fields that the layout expects and that were not found, or
// found later than the map takes for well: the site has changed, or the page is
// of an older time. The map says what it expects, each with the last place of a
// selector that is well (pages/README.md); the snapshot brings that along.
//
// A field of repeated parts has drifted when no part has it, or when most that
// have it were found late; an address also where one part has a name and none.
// "layout" is a page whose layout no map knows; "identity" one that agrees with its
// address in nothing, because nothing of what the map looks for in its place is
// there, or one of the parts that say whose it is was not found, or late. A page
// that says somebody else has not drifted: it is the previous person's.
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
	if s.unsure() {
		drifted = append(drifted, "identity")
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
		if late > well || well+late == 0 || s.torn(e.field) {
			drifted = append(drifted, e.field)
		}
	}
	slices.Sort(drifted)
	return drifted
}

// unsure reports that a part of what says whose the page is was not found, or
// later than is well.
func (s snapshot) unsure() bool {
	well := int64(maxSelectors)
	for _, e := range s.expects {
		if e.field == "identity" {
			well = e.well
		}
	}
	for _, by := range s.whose {
		if by < 0 || by > well {
			return true
		}
	}
	return false
}

// torn reports, of a field as "messages.to.email", a part that has a name and no
// address: what the two were read from has come apart.
func (s snapshot) torn(field string) bool {
	lists, isAddress := strings.CutSuffix(field, ".email")
	return isAddress && s.anyTorn(lists)
}

// isTorn reports a person whose name was found, and whose address was not.
func isTorn(p part) bool { return p.has("name") && findAddress(p.line("email")) == "" }

// anyTorn asks that of the people of a list, as "messages.to".
func (p part) anyTorn(list string) bool {
	name, inner, nested := strings.Cut(list, ".")
	for _, item := range p.items(name) {
		if nested && item.anyTorn(inner) || !nested && isTorn(item) {
			return true
		}
	}
	return false
}

// nobody is the layout of a page that is about nobody: a search without results.
const nobody = "empty"

// readPlaces reads the places of selectors.
func readPlaces(v gjson.Result) []int64 {
	var all []int64
	v.ForEach(func(_, by gjson.Result) bool {
		all = append(all, by.Int())
		return len(all) < maxSelectors
	})
	return all
}

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
