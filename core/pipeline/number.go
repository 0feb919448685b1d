package pipeline

import (
	"bytes"
	"strconv"
	"strings"
)

// money reads an amount with the signs, letters and separators around it:
// "€ 1.234,50", "(1,200.00)", "12'000 CHF", "1 250 000", "15k". A single separator
// before three digits parts thousands.
func money(cell []byte) (float64, bool) {
	var room [40]byte
	digits := room[:0]
	negative, last, dots, commas, at := false, byte(0), 0, 0, 0
	scale := 1.0
	cell = bytes.TrimSpace(cell)
	for i, c := range cell {
		switch {
		case c >= '0' && c <= '9':
			if len(digits) == len(room) {
				return 0, false
			}
			digits = append(digits, c)
			if scale != 1 {
				return 0, false
			}
		case c == '.' || c == ',':
			if len(digits) == 0 && (i+1 == len(cell) || cell[i+1] < '0' || cell[i+1] > '9') {
				continue // "Fr. 1200"
			}
			last, at = c, len(digits)
			if c == '.' {
				dots++
			} else {
				commas++
			}
		case c == '-' || c == '(':
			negative = negative || c == '(' || len(digits) == 0 || i == len(cell)-1
		case (c == 'k' || c == 'K') && len(digits) > 0 && i == len(cell)-1:
			scale = 1e3
		case (c == 'm' || c == 'M') && len(digits) > 0 && i == len(cell)-1:
			scale = 1e6
		}
	}
	if len(digits) == 0 {
		return 0, false
	}
	decimals := len(digits) - at
	switch {
	case last == 0:
		decimals = 0
	case dots > 0 && commas > 0:
		if last == '.' && dots > 1 || last == ',' && commas > 1 {
			decimals = 0
		}
	case dots+commas > 1, decimals == 3 && at > 0 && at <= 3 && digits[0] != '0' && scale == 1:
		decimals = 0
	}
	v, err := decimal(digits, decimals)
	if negative {
		v = -v
	}
	return v * scale, err == nil
}

// decimal is the number of some digits, the last of which stand after the point. Up
// to 15 digits are exact, and so is a power of ten up to 22: their quotient is the
// nearest number there is, without strconv's search for it.
func decimal(digits []byte, decimals int) (float64, error) {
	if len(digits) > 15 {
		whole := digits[:len(digits)-decimals]
		return strconv.ParseFloat(string(whole)+"."+string(digits[len(whole):])+"0", 64)
	}
	n, power := int64(0), 1.0
	for _, d := range digits {
		n = 10*n + int64(d-'0')
	}
	for range decimals {
		power *= 10
	}
	return float64(n) / power, nil
}

// currencyOf is the code or sign beside an amount; "" where there is none.
func currencyOf(cell []byte) string {
	letters := strings.TrimFunc(string(text(cell)), func(r rune) bool {
		return r >= '0' && r <= '9' || strings.ContainsRune(" .,'’()-+\u00a0\u202f", r)
	})
	if len(letters) > 4 || strings.EqualFold(letters, "k") || strings.EqualFold(letters, "m") || strings.ContainsAny(letters, "0123456789") {
		return ""
	}
	return letters
}

// nothing reports a cell that is empty, or says so.
func nothing(cell []byte) bool {
	switch cell = bytes.TrimSpace(cell); string(cell) {
	case "", "-", "--", "–", "—", "n/a", "N/A", "null", "NULL", "(No value)":
		return true
	}
	return false
}

// count reads a whole number; -1 where there is none.
func count(cell []byte) int {
	v, ok := money(cell)
	if !ok || v < 0 || v > 1e6 {
		return -1
	}
	return int(v)
}

// yes reads a tick in four languages.
func yes(cell []byte) bool {
	if len(cell) == 0 {
		return false
	}
	switch strings.ToLower(string(text(cell))) {
	case "1", "true", "yes", "y", "x", "ja", "oui", "si", "sí", "wahr", "vrai", "verdadero", "done", "completed", "complete", "closed", "held", "erledigt", "terminé", "fait", "hecho", "completado":
		return true
	}
	return false
}
