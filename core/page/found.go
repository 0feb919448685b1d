package page

import "sort"

// Found says how one field of the page map was found, over all its items.
type Found struct {
	Field string `json:"field"` // "subject", "messages", "messages.text"
	By    []int  `json:"by"`    // how often the first, second, … selector hit
	Not   int    `json:"not"`   // how often none did
}

// HowFound reports every field and list of a snapshot, ordered by name. A
// fallback that hits more often than the first choice is a selector to mend.
func HowFound(snapshot []byte) ([]Found, error) {
	s, err := parse(snapshot)
	if err != nil {
		return nil, err
	}
	found := map[string]*Found{}
	tally(found, "", s.part)
	all := []Found{}
	for _, f := range found {
		all = append(all, *f)
	}
	sort.Slice(all, func(i, j int) bool { return all[i].Field < all[j].Field })
	return all, nil
}

func tally(found map[string]*Found, prefix string, p part) {
	for name, field := range p.fields {
		count(found, prefix+name, field.by)
	}
	for name, list := range p.lists {
		count(found, prefix+name, list.by)
		for _, item := range p.items(name) {
			tally(found, prefix+name+".", item)
		}
	}
}

// maxSelectors bounds what a snapshot may claim; no map has so many.
const maxSelectors = 50

func count(found map[string]*Found, name string, by int64) {
	f := found[name]
	if f == nil {
		f = &Found{Field: name, By: []int{}}
		found[name] = f
	}
	if by < 0 || by >= maxSelectors {
		f.Not++
		return
	}
	for int64(len(f.By)) <= by {
		f.By = append(f.By, 0)
	}
	f.By[by]++
}
