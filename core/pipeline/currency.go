package pipeline

import (
	"cmp"
	"strings"
)

// currencies are the codes of currencies, by themselves and by what stands for them, in
// small letters. "$" and "¥" are of several, and stay as they are written.
var currencies = map[string]string{}

func init() {
	for _, list := range strings.Fields("EUR|€|euro|euros GBP|£|pound|pounds CHF|fr|fr.|sfr|sfr.|franken USD|us$|us-$|usd$ AUD|a$|au$ CAD|c$|ca$ NZD|nz$ HKD|hk$ SGD|s$ BRL|r$ MXN|mx$ " +
		"INR|₹|rs|rs. PLN|zł CZK|kč HUF|ft RON|lei TRY|₺ ILS|₪ KRW|₩ RUB|₽ UAH|₴ VND|₫ THB|฿ NGN|₦ JPY CNY SEK NOK DKK ISK BGN RSD ZAR ARS CLP COP PEN AED SAR QAR EGP MAD KES IDR MYR PHP TWD PKR $ ¥") {
		code, _, _ := strings.Cut(list, "|")
		currencies[code] = code
		for _, name := range strings.Split(strings.ToLower(list), "|") {
			currencies[name] = code
		}
	}
}

// currencyCode is the code of a currency that a cell names, as EUR for € and Euro; what it
// names where it has none.
func currencyCode(name string) string {
	if code, ok := currencies[name]; ok {
		return code
	}
	return cmp.Or(currencies[strings.ToLower(name)], name)
}

// cutCurrency parts a header from the currency behind it: "Umsatz (€)", "Amount [USD]",
// "Betrag in EUR". code is "" where there is none.
func cutCurrency(column string) (name, code string) {
	name = strings.TrimRight(column, " )]")
	at := strings.LastIndexAny(name, " ([")
	if at <= 0 {
		return column, ""
	}
	last := name[at+1:]
	code = currencies[strings.ToLower(last)]
	if code == "" || code != last && len(last) <= len("Sek") && !strings.ContainsAny(last, "€£$₹₺₪₩₽₴₫฿₦") { // a word
		return column, ""
	}
	name = strings.TrimRight(name[:at], " ([")
	return strings.TrimSuffix(strings.TrimSuffix(name, " in"), " en"), code
}
