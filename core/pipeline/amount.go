package pipeline

import (
	"bytes"
	"strconv"
	"unicode/utf8"
)

// units are what an amount is counted in, in four languages, and by how much. "mil" is
// none: it is a thousand in Spanish and a million in English.
var units = map[string]float64{
	"k": 1e3, "keur": 1e3, "kusd": 1e3, "kchf": 1e3, "t": 1e3, "teur": 1e3, "tchf": 1e3, "tsd": 1e3, "tausend": 1e3, "thousand": 1e3,
	"m": 1e6, "mm": 1e6, "mn": 1e6, "mln": 1e6, "mio": 1e6, "meur": 1e6, "million": 1e6, "millions": 1e6, "millionen": 1e6, "millones": 1e6,
	"bn": 1e9, "mrd": 1e9, "md": 1e9, "mds": 1e9, "milliarde": 1e9, "milliarden": 1e9, "milliard": 1e9, "milliards": 1e9,
	"lakh": 1e5, "lakhs": 1e5, "lac": 1e5, "cr": 1e7, "crore": 1e7, "crores": 1e7,
}

// moneyWords may stand right after an amount and say nothing of its size. So may a
// currency's code or sign, of up to three letters.
var moneyWords = map[string]bool{
	"euro": true, "euros": true, "dollar": true, "dollars": true, "franken": true, "francs": true, "pound": true, "pounds": true, "pesos": true,
	"netto": true, "brutto": true, "net": true, "gross": true,
}

// amountIn reads what stands after the number of an amount: by how much its unit
// scales it. ok is false where a second number follows, a word that nobody knows, or
// after "1.200" a unit: then the point may be either.
func amountIn(n *number) (scale float64, ok bool) {
	if len(n.after) == 0 {
		return 1, true
	}
	word, rest := wordAfter(n.after)
	if word == "e" {
		if power, err := strconv.Atoi(string(rest)); err == nil && power >= 0 && power < 16 { // 1.5E+05, a spreadsheet's
			for scale = 1; power > 0; power-- {
				scale *= 10
			}
			return scale, true
		}
	}
	if !n.alone() || bytes.IndexByte(n.after, '%') >= 0 {
		return 0, false
	}
	if scale, ok := units[word]; ok {
		return scale, !n.either
	}
	return 1, word != "mil" && utf8.RuneCountInString(word) <= 3 || moneyWords[word]
}

// money reads an amount with what stands around it: "€ 1.234,50", "(1,200.00)",
// "12'000 CHF", "1 250 000", "15k", "1,2 Mio. €", "12.500,-".
func money(cell []byte) (float64, bool) {
	var room [mostDigits]byte
	n, ok := numberIn(cell, room[:])
	if !ok {
		return 0, false
	}
	scale, ok := amountIn(&n)
	if !ok {
		return 0, false
	}
	v, ok := n.value()
	return v * scale, ok
}

// currencyOf is the code or sign beside an amount; "" where there is none.
func currencyOf(cell []byte) string {
	var room [mostDigits]byte
	n, ok := numberIn(cell, room[:])
	if !ok || !n.alone() {
		return ""
	}
	word, rest := wordAfter(n.after)
	after := n.after
	if units[word] > 0 {
		after = rest
	}
	for _, beside := range [...][]byte{after, n.before} {
		if name := string(bytes.Trim(beside, " .,'()-+")); name != "" && len(name) <= 4 {
			return name
		}
	}
	return ""
}
