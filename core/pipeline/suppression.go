package pipeline

import (
	"cmp"
	"io"
	"slices"
	"strings"
)

// Suppression writes the do-not-contact list: an address or a domain a row, ready
// for the import that every CRM has for it.
type Suppression struct {
	Dialect
	out io.Writer
	b   []byte
}

// NewSuppression begins the list, with its header or, to go on with one, without.
func NewSuppression(out io.Writer, head bool, d Dialect) (*Suppression, error) {
	s := &Suppression{Dialect: d, out: out}
	if !head {
		return s, nil
	}
	s.b = s.begin(s.b)
	s.row("Email", "Name", "Reason")
	_, err := out.Write(s.b)
	return s, err
}

func (s *Suppression) row(address, name, reason string) {
	s.b = append(AppendCell(s.b, address), s.separator())
	s.b = append(AppendCell(s.b, name), s.separator())
	s.b = append(AppendCell(s.b, reason), "\r\n"...)
}

// Line adds what a line asks to have suppressed, if it does.
func (s *Suppression) Line(l *Line) error {
	if len(l.Suppress) == 0 {
		return nil
	}
	s.b = s.b[:0]
	for _, address := range suppressed(l.Suppress) {
		s.row(address, cmp.Or(l.Contact, l.Name), cmp.Or(l.Stopped, l.ClosedLostReason))
	}
	_, err := s.out.Write(s.b)
	return err
}

// suppressed are the addresses in what is known of somebody, each once and by itself,
// and the company's domain where that is asked for. Other identities, such as a
// LinkedIn profile, are nothing that a CRM could suppress.
func suppressed(identities []string) []string {
	var list []string
	for _, identity := range identities {
		for address := range addressesIn(identity) {
			if !slices.Contains(list, address) {
				list = append(list, address)
			}
		}
	}
	for _, domain := range identities {
		if slices.ContainsFunc(list, func(address string) bool {
			return strings.HasSuffix(address, "@"+domain) || strings.HasSuffix(address, "."+domain)
		}) {
			list = append(list, domain)
		}
	}
	return list
}
