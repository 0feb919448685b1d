package page

import (
	"net/url"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"
)

func TestScanners(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"first address", "Robin (robin@acme.example)", "robin@acme.example"},
		{"first address", "write to a@b, or Kim <Kim.O+x@Acme.Example>.", "kim.o+x@acme.example"},
		{"first address", "kim@acme.example.", "kim@acme.example"},
		{"first address", "a@b@c.example", "a@b@c.example"},
		{"first address", "a@b.example@", "a@b.example"},
		{"first address", "@b.example a@.example a@b a@b. @", ""},
		{"first address", "käthe@bücher.example", "käthe@bücher.example"},
		{"first address", "", ""},
		{"profile", "https://www.linkedin.com/in/kim-o/details?x#y", "kim-o"},
		{"profile", "/in//in/kim", "kim"},
		{"profile", "/in/in/kim", "in"},
		{"profile", "/in/", ""},
		{"profile", "/company/acme", ""},
		{"decimalID", "#msg-f:1775569483463914403", "1775569483463914403"},
		{"decimalID", "msg-f:123 msg-f:1234567890", "1234567890"},
		{"decimalID", "msg-f:1234567890123456789012", "12345678901234567890"},
		{"decimalID", "msg-f:123456789", ""},
		{"decimalID", "msg-f:١٢٣٤٥٦٧٨٩٠", ""},
		{"hexID", "m18a41665ecb473a3", "18a41665ecb473a3"},
		{"hexID", "18a41665ecb473", "18a41665ecb473"},
		{"hexID", "18A41665ECB473A3", ""},
		{"hexID", "mm18a41665ecb473a3", ""},
		{"hexID", "18a41665ecb47", ""},
		{"hexID", "018a41665ecb473a3", ""},
		{"eventID", "urn:li:msg_message:(urn:li:fsd_profile:A,2-abc==)", "abc=="},
		{"eventID", "2-abc) ", "abc"},
		{"eventID", "2-2-a", "2-a"},
		{"eventID", "2-", ""},
		{"eventID", "2-abc))", ""},
		{"eventID", "2-%%%", ""},
		{"eventClock", "1692795731000b1-100&c0ffee_010", "1692795731000"},
		{"eventClock", "169279573100b1-100&c0ffee", ""},
		{"eventClock", "1692795731000b-100&c0ffee", ""},
		{"eventClock", "1692795731000b1-100&", ""},
		{"eventClock", "1692795731000b1-100", ""},
		{"eventClock", "", ""},
		{"owner", "urn:li:fsd_profile:ACoA_b-1,2-x", "ACoA_b-1"},
		{"owner", "urn:li:fsd_profile:,urn:li:fsd_profile:B", "B"},
		{"withoutCount", "(3) Kim", "(3) "},
		{"withoutCount", "(99+)Kim", "(99+)"},
		{"withoutCount", "() Kim", ""},
		{"withoutCount", "(3 Kim", ""},
		{"withoutCount", "(٣) Kim", ""},
		{"withoutCount", "(3", ""},
		{"yearFirst", "on 2016年5月4日", "2016年5月4"},
		{"yearFirst", "12026 - 11 / 223", "2026 - 11 / 22"},
		{"yearFirst", "2026-11", ""},
		{"yearFirst", "٢٠٢٦-١١-٢٢", ""},
		{"dayFirst", "Do., 5. 11. 2026", "5. 11. 2026"},
		{"dayFirst", "x5.11.2026 05.11.20261 5.11.2027", "5.11.2027"},
		{"dayFirst", "5.11.26", ""},
		{"dayFirst", "é5.11.2026é", "5.11.2026"},
		{"slashed", "(22/11/2026)", "22/11/2026"},
		{"slashed", "122/11/2026", ""},
		{"slashed", "22/11/2026x", ""},
		{"clockTime", "at 10:08:30", "10:08"},
		{"clockTime", "123h 45", "23h 45"},
		{"clockTime", "1:2", ""},
		{"hour", "9h30", "9"},
		{"year alone", "12345 x2024 2025_ 2026.", "2026"},
		{"year alone", "", ""},
		{"day alone", "2026 3rd 4", "4"},
		{"day alone", "123", ""},
		{"afternoon", "3:05 P. M.", "P. M"},
		{"afternoon", "3:05pm", ""},
		{"afternoon", "spm pmx", ""},
		{"besideNumber", "mar. 3 nov. 2026", "nov"},
		{"besideNumber", "3 de enero", "enero"},
		{"besideNumber", "3. dez", "dez"},
		{"besideNumber", "3 de 4 no", ""},
		{"degreeIn", "· 1st", "1"},
		{"degreeIn", "•   第 2 度", "2"},
		{"degreeIn", "· 12", ""},
		{"degreeIn", "· 4th", ""},
		{"degreeIn", "1st", ""},
		{"degreeIn", "· abcde1", ""},
		{"degreeIn", "· 1abcdefghijklm", ""},
		{"degreeIn", "· ١", ""},
		{"isPronouns", "(He / Him/His)", "(He / Him/His)"},
		{"isPronouns", "она/её", "она/её"},
		{"isPronouns", "she", ""},
		{"isPronouns", "a/b/c/d/e", ""},
		{"isPronouns", "Salesperson/Buyer", ""},
		{"isPronouns", "she  / her", ""},
		{"isPronouns", "she/her/", ""},
		{"isPronouns", "", ""},
	}
	for _, test := range tests {
		if got := reader(t, test.name)(test.text); got != test.want {
			t.Errorf("%s of %q = %q, want %q", test.name, test.text, got, test.want)
		}
	}
}

// reader is the scanner of a pattern.
func reader(t *testing.T, name string) func(string) string {
	t.Helper()
	for _, p := range patterns {
		if p.name == name {
			return p.read
		}
	}
	t.Fatalf("no pattern %q", name)
	return nil
}

func TestWithoutClock(t *testing.T) {
	for text, want := range map[string]string{
		"3 nov 10:08": "3 nov  ", "10:0811:12x": "  x", "": "", "1:2": "1:2",
	} {
		if got := withoutClock(text); got != want {
			t.Errorf("withoutClock(%q) = %q, want %q", text, got, want)
		}
	}
}

func TestHalves(t *testing.T) {
	tests := []struct {
		text          string
		after, before bool
	}{
		{"3:05 PM", true, false}, {"3:05 a.m.", false, true}, {"下午1:08", true, false}, {"上午10:08", false, true},
		{"午後3:05", true, false}, {"午前9:31", false, true}, {"오후 3:05", true, false}, {"오전 9:31", false, true},
		{"15:05", false, false}, {"spam", false, false}, {"", false, false},
	}
	for _, test := range tests {
		if isAfternoon(test.text) != test.after || isBeforeNoon(test.text) != test.before {
			t.Errorf("%q: afternoon %v, before noon %v", test.text, isAfternoon(test.text), isBeforeNoon(test.text))
		}
	}
}

func TestMonthOf(t *testing.T) {
	months := []string{
		"jan january jänner enero", "feb février fevrier", "mar märz mrz mars marzo", "april avril abril", "may mai mayo",
		"jun juni juin junio", "jul july juli juillet julio", "august août aout agosto", "sep septiembre",
		"october oktober octubre", "november noviembre", "december décembre dezember diciembre",
	}
	for i, names := range months {
		for _, name := range strings.Fields(names) {
			if got := monthOf(name); got != time.Month(i+1) {
				t.Errorf("monthOf(%q) = %v, want %v", name, got, time.Month(i+1))
			}
		}
	}
	for _, name := range []string{"", "j", "ju", "jui", "sun", "日", "Jan"} {
		if got := monthOf(name); got != 0 {
			t.Errorf("monthOf(%q) = %v, want none", name, got)
		}
	}
}

func TestGroupsAndMachines(t *testing.T) {
	tests := []struct {
		address        string
		group, machine bool
	}{
		{"sales@acme.example", true, false}, {"Info+x@acme.example", true, false}, {"webmaster@a.example", true, false},
		{"no-reply@acme.example", false, true}, {"bounces+1@a.example", false, true},
		{"ventas@acme.example", true, false}, {"Achats@acme.example", true, false}, {"empfang@acme.example", true, false},
		{"enquiries@acme.example", true, false}, {"it@acme.example", true, false}, {"ita@acme.example", false, false},
		{"no_reply@acme.example", false, true}, {"no.reply@acme.example", false, true}, {"jobs-noreply@acme.example", false, true},
		{"noreply-42@acme.example", false, true}, {"notifications@acme.example", false, true}, {"do_not_reply@acme.example", false, true},
		{"MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@acme.example", false, true}, {"Postmaster@acme.example", false, true},
		{"kim@acme.example", false, false}, {"", false, false},
	}
	for _, test := range tests {
		if isGroup(test.address) != test.group || isMachine(test.address) != test.machine {
			t.Errorf("%q: group %v, machine %v", test.address, isGroup(test.address), isMachine(test.address))
		}
	}
}

func TestPathOf(t *testing.T) {
	tests := []struct{ address, want string }{
		{"https://www.linkedin.com/in/kim/?a=/in/jo#/in/jo", "/in/kim/"},
		{"https://www.linkedin.com/in/k%C3%A4the", "/in/k%C3%A4the"},
		{"https://www.linkedin.com", ""},
		{"https://www.linkedin.com?a=/in/jo", ""},
		{"https://www.linkedin.com/in/100%", ""},
		{"about:blank", ""},
		{"blob:https://www.linkedin.com/in/kim", ""},
		{"mailto:/in/kim", ""},
		{"", ""},
	}
	for _, test := range tests {
		if got := pathOf(test.address); got != test.want {
			t.Errorf("pathOf(%q) = %q, want %q", test.address, got, test.want)
		}
	}
}

func TestProfileOf(t *testing.T) {
	tests := []struct{ link, slug, member string }{
		{"/in/K%C3%A4the-O/", "käthe-o", ""},
		{"/in/a%2Fb", "a/b", ""},
		{"/in/100%/", "100%", ""},
		{"/in/%zz", "%zz", ""},
		{"/in/a+b", "a+b", ""},
		{"/in/ACoAAB1234567890abcdefgh?x", "", "ACoAAB1234567890abcdefgh"},
		{"/in/", "", ""},
	}
	for _, test := range tests {
		if slug, member := profileOf(test.link); slug != test.slug || member != test.member {
			t.Errorf("profileOf(%q) = %q, %q; want %q, %q", test.link, slug, member, test.slug, test.member)
		}
	}
}

// Paths and escapes are read as net/url reads them.
func TestLikeURL(t *testing.T) {
	pieces := []string{"/", "in", "/in/", "kim", "%41", "%C3%A4", "%2F", "%", "%4", "%g1", "%+1", "+", "-", "?", "#", "@", "~", ":"}
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOfN(rapid.SampledFrom(pieces), 0, 10).Draw(t, "text"), "")
		want, err := url.PathUnescape(text)
		if got, ok := unescape(text); got != want || ok != (err == nil) {
			t.Fatalf("unescape(%q) = %q, %v; want %q, %v", text, got, ok, want, err)
		}
		address := "https://www.linkedin.com/" + text
		path := ""
		whole, _, _ := strings.Cut(address, "#") // a broken fragment breaks no path
		if u, err := url.Parse(whole); err == nil {
			path = u.EscapedPath()
		}
		if got := pathOf(address); got != path {
			t.Fatalf("pathOf(%q) = %q, want %q", address, got, path)
		}
	})
}

func TestProfileAt(t *testing.T) {
	tests := []struct{ address, slug, member string }{
		{"https://www.linkedin.com/in/K%C3%A4the-O/details/experience/?a=1#b", "käthe-o", ""},
		{"https://de.linkedin.com/in/ACoAAB1234567890abcdefgh", "", "ACoAAB1234567890abcdefgh"},
		{"https://linkedin.com/in/jo-berg", "jo-berg", ""},
		{"https://www.linkedin.com/feed/?from=/in/jo-berg", "", ""},
		{"https://www.linkedin.com/company/acme/in/jo-berg", "", ""},
		{"https://linkedin.com.evil.example/in/jo-berg", "", ""},
		{"http://www.linkedin.com/in/jo-berg", "", ""},
		{"", "", ""},
	}
	for _, test := range tests {
		if got, want := ProfileAt(test.address), (Person{Slug: test.slug, Member: test.member}); got != want {
			t.Errorf("ProfileAt(%q) = %+v, want %+v", test.address, got, want)
		}
	}
}
