package pipeline

import (
	"strings"
	"testing"
)

func TestCurrencyCode(t *testing.T) {
	for name, want := range map[string]string{
		"€": "EUR", "Euro": "EUR", "eur": "EUR", "EUR": "EUR", "£": "GBP", "Fr": "CHF", "chf": "CHF", "US$": "USD", "A$": "AUD", "zł": "PLN", "₹": "INR", "usd": "USD",
		"$": "$", "¥": "¥", "kr": "kr", "": "", "pts": "pts",
	} {
		if got := currencyCode(name); got != want {
			t.Errorf("%q: %q, want %q", name, got, want)
		}
	}
}

func TestCurrencyOfAHeader(t *testing.T) {
	for column, want := range map[string][2]string{
		"Umsatz (€)": {"Umsatz", "EUR"}, "Amount [USD]": {"Amount", "USD"}, "Betrag in EUR": {"Betrag", "EUR"}, "Montant en €": {"Montant", "EUR"}, "Wert CHF": {"Wert", "CHF"}, "Deal - Value (US$)": {"Deal - Value", "USD"},
		"Umsatz": {"Umsatz", ""}, "EUR": {"EUR", ""}, "€": {"€", ""}, "": {"", ""}, "Umsatz (T€)": {"Umsatz (T€)", ""}, "Dauer (Sek)": {"Dauer (Sek)", ""}, "Value ($)": {"Value", "$"}, "Umsatz in Euro": {"Umsatz", "EUR"}, "Things to try": {"Things to try", ""}, "Amount (net)": {"Amount (net)", ""},
	} {
		if name, code := cutCurrency(column); name != want[0] || code != want[1] {
			t.Errorf("%q: %q %q, want %q", column, name, code, want)
		}
	}
}

// TestCurrenciesAddUp by their code, however they are written.
func TestCurrenciesAddUp(t *testing.T) {
	for file, want := range map[string]string{
		"value,currency\n5000 €,\nEUR 5000,\n5000,EUR\n5000,Euro\n5000,eur\n": "25,000 EUR",
		"value (EUR)\n5000\n5000 €\n5000 kr\n":                                "15,000 EUR",
		"value (EUR)\n5000\n5000 USD\n":                                       "5,000 EUR and 5,000 USD",
		"value (USD)\n$5000\n5000\n":                                          "10,000 USD",
		"value\n$5000\nUS$ 5000\n":                                            "5,000 $ and 5,000 USD",
	} {
		lines := strings.SplitAfter(file, "\n")
		text := "name," + lines[0]
		for _, line := range lines[1 : len(lines)-1] {
			text += "Kim," + line
		}
		run, _ := linesOf(t, textSource("d.csv", text))
		if got := Sums(run.Summary.Kept); got != want {
			t.Errorf("%s\n%s, want %s", text, got, want)
		}
	}
}
