package pipeline

import "strings"

// countries by what forms and people write, in one form as [header] gives it.
var countries = map[string]string{}

func init() {
	const known = `DE germany deutschland allemagne alemania|AT austria osterreich autriche|CH switzerland schweiz suisse suiza|
FR france frankreich francia|ES spain espana spanien espagne|GB united kingdom;uk;great britain;england;vereinigtes konigreich;royaume uni;reino unido|
US united states;usa;united states of america;vereinigte staaten;etats unis;estados unidos|IT italy italia italien italie|NL netherlands;niederlande;the netherlands;pays bas;paises bajos;holland|
BE belgium belgien belgique belgica|LU luxembourg luxemburg luxemburgo|DK denmark danemark dinamarca|SE sweden schweden suede suecia|NO norway norwegen norvege noruega|
FI finland finnland finlande finlandia|PL poland polen pologne polonia|CZ czech republic;czechia;tschechien|IE ireland irland irlande irlanda|PT portugal|
CA canada kanada|AU australia australien australie|NZ new zealand;neuseeland|BR brazil brasil brasilien|MX mexico mexiko mexique|JP japan japon|IN india indien inde|SG singapore singapur|ZA south africa;sudafrika`
	for _, c := range strings.Split(strings.ReplaceAll(known, "\n", ""), "|") {
		code, list, _ := strings.Cut(c, " ")
		separator := " "
		if strings.Contains(list, ";") {
			separator = ";"
		}
		for _, name := range strings.Split(list, separator) {
			countries[name] = code
		}
		countries[strings.ToLower(code)] = code
	}
}

// country is the ISO code of what a cell says; "" where it is not known.
func (t *Triage) country(cell []byte) string {
	if len(cell) == 0 {
		return t.o.Country
	}
	name := t.intern(cell)
	if code, ok := t.codes[name]; ok {
		return code
	}
	code := countries[header(name)]
	if code == "" && len(name) == 2 {
		code = strings.ToUpper(name)
	}
	if len(t.codes) < mostWords {
		t.codes[name] = code
	}
	return code
}
