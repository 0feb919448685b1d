package replica

import (
	"strings"
	"unicode"

	"cleanbreak/core/page"
	"cleanbreak/core/seal"
)

// Accounts are pseudonyms of a person's company: of their mail's domain, and of
// the company's name. People who share one belong to one account. There is none
// of a free mailbox, nor of a name that no company has.
func Accounts(p page.Person, index seal.Index) []string {
	var out []string
	if domain := page.CompanyDomain(p.Email); domain != "" {
		out = append(out, index.Pseudonym("domain:"+domain))
	}
	if name := companyName(p.Company); name != "" {
		out = append(out, index.Pseudonym("company:"+name))
	}
	return out
}

// companyName is a company's name without what is written now and not then:
// case, punctuation, legal form. "" where it tells no company.
func companyName(name string) string {
	plain := strings.ReplaceAll(strings.ToLower(name), ".", "") // S.A. is SA
	words := strings.FieldsFunc(plain, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	for len(words) > 1 && within(legalForms, words[len(words)-1]) {
		words = words[:len(words)-1]
	}
	if len(words) == 0 || within(noCompany, strings.Join(words, "-")) {
		return ""
	}
	return strings.Join(words, " ")
}

const legalForms = `inc incorporated llc llp lp ltd limited plc corp corporation co company
	gmbh mbh ag kg kgaa ohg gbr ug se ev eg sa sas sarl sasu eurl sl slu srl spa bv nv ab as oy oyj aps pty pte sro doo`

// noCompany is what people without one write there.
const noCompany = `self-employed selfemployed freelance freelancer freiberufler freiberuflich
	selbständig selbstständig selbststaendig independent indépendant autónomo autonomo
	retired unemployed student confidential stealth stealth-startup`

func within(words, word string) bool {
	for w := range strings.FieldsSeq(words) {
		if w == word {
			return true
		}
	}
	return false
}
