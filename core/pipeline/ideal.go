package pipeline

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"slices"

	"cleanbreak/core/playbook"
	"cleanbreak/core/say"
)

const (
	repeated     = 2       // deals won that make revenue repeated
	enoughBuyers = 5       // fewer say nothing about the next one
	mostBuyers   = 1 << 20 // accounts that are held
)

// buyer is an account that bought.
type buyer struct {
	won     int
	value   float64
	size    int
	country string
}

// Ideal learns the ideal prospect from the accounts that bought more than once: the
// sizes of four fifths of them, and the countries of at least a tenth. It is an
// offer to be read and changed; what too few say stays empty, which asks nothing.
func Ideal(ctx context.Context, sources []Source, o Options) (playbook.Ideal, error) {
	t, err := gathered(ctx, sources, o)
	if err != nil {
		return playbook.Ideal{}, err
	}
	by := map[string]*buyer{}
	err = t.through(ctx, Deals, func(file int, s *Sheet, _ int, cells [][]byte, bad error) error {
		t.line.forget()
		t.read(s, cells, &t.row)
		account := t.line.Account
		if bad != nil || t.before(file, s, cells) >= 0 || account == "" || !t.won(s, cells) {
			return nil
		}
		t.meetRow(s) // what happened is not asked
		b := by[account]
		if b == nil {
			if len(by) == mostBuyers {
				return nil
			}
			b = &buyer{}
			by[account] = b
		}
		b.won++
		b.value += max(0, t.line.Value)
		b.size = max(b.size, t.row.record.Prospect.CompanySize)
		b.country = cmp.Or(b.country, t.row.record.Country)
		return nil
	})
	if err != nil {
		return playbook.Ideal{}, err
	}
	return learnt(by)
}

func learnt(by map[string]*buyer) (playbook.Ideal, error) {
	var sizes []int
	var value float64
	n, known, from := 0, 0, map[string]int{}
	for _, b := range by {
		if b.won < repeated {
			continue
		}
		n++
		value += b.value
		if b.size > 0 {
			sizes = append(sizes, b.size)
		}
		if b.country != "" {
			from[b.country]++
			known++
		}
	}
	if n < enoughBuyers {
		return playbook.Ideal{}, &Fault{Code: Buyers, Words: fmt.Sprintf("%s bought more than once; the ideal prospect takes %d: export the won deals too, of a longer time", say.Count(n, "account", "accounts"), enoughBuyers)}
	}
	ideal := playbook.Ideal{Countries: []string{}, ResponsibleFor: []string{}, Why: fmt.Sprintf("Learnt from %d accounts that bought more than once, together for %s.", n, (*say.Language)(nil).Amount(value))}
	if len(sizes) >= enoughBuyers {
		slices.Sort(sizes)
		tenth := len(sizes) / 10
		ideal.SizeFrom, ideal.SizeTo = sizes[tenth], sizes[len(sizes)-1-tenth]
	}
	if known >= enoughBuyers {
		for _, country := range slices.Sorted(maps.Keys(from)) {
			if from[country]*10 >= known {
				ideal.Countries = append(ideal.Countries, country)
			}
		}
	}
	return ideal, nil
}
