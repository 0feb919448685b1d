package page

import (
	"regexp"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// patterns says what each hand-written scanner finds, as the regular expression
// it stands for: its group, or all of it where it has none.
var patterns = []struct {
	name    string
	pattern string
	read    func(string) string
	pieces  string // what texts to try are made of, parted by spaces
}{
	{"address", `^[^\s<>()\[\],;:"|]+@[^\s<>()\[\],;:"|@]+\.[^\s<>()\[\],;:"|@.]+`, firstPieceAddress, `a b.c @ . .. < , é 日 .com @x.y`},
	{"first address", `[^\s<>()\[\],;:"|]+@[^\s<>()\[\],;:"|@]+\.[^\s<>()\[\],;:"|@.]+`, findAddress, `a b.c @ . .. < > ; : | " é 日 .com @x.y`},
	{"profile", `/in/([^/?#]+)`, profileWritten, `/ /in/ in kim ? # é %2F`},
	{"decimalID", `msg-f:(\d{10,20})`, decimalID, `msg-f: 1 1234567 1234567890 msg ٣`},
	{"hexID", `^m?([0-9a-f]{14,16})$`, hexID, `m a f 0 12345678 abcdef g A`},
	{"eventID", `2-([\w+/=-]+)\)?\s*$`, eventID, `2- 2 - a + / = ) é _`},
	{"eventClock", `^(\d{13})b\d+-\d+&[\w-]+$`, eventClock, `1692795731000 1 b - & x_ b1-2& 1692795731000b1-2& ٣`},
	{"owner", `urn:li:fsd_profile:([\w-]+)`, func(t string) string { _, owner, _ := liveID(t); return owner }, `urn:li:fsd_profile: urn: A - _ , é`},
	{"withoutCount", `^(\(\d+\+?\)\s*)`, func(t string) string { return strings.TrimSuffix(t, withoutCount(t)) }, `( ) + 3 99 ((3) x ٣`},
	{"yearFirst", `\d{4}\s*[年./-]\s*\d{1,2}\s*[月./-]\s*\d{1,2}`, found(yearFirst), `2026 1 22 年 月 . / - 2026/11/22 ٣`},
	{"dayFirst", `\b\d{1,2}\.\s?\d{1,2}\.\s?\d{4}\b`, found(dayFirst), `2026 1 22 . / x _ 5.11. é`},
	{"slashed", `\b\d{1,2}/\d{1,2}/\d{4}\b`, found(slashed), `2026 1 22 . / x _ 5/11/ é`},
	{"clockTime", `\d{1,2}[:h]\s?\d{2}`, found(clockTime), `1 22 : h 123 x ٣`},
	{"hour", `(\d{1,2})[:h]\s?\d{2}`, func(t string) string { hit, _, _ := find(t, clockTime); return hit[0] }, `1 22 : h 123 x`},
	{"year alone", `\b(\d{4})\b`, func(t string) string { return numberAlone(t, 4, 4) }, `2026 1 . / x _ é ٣٣٣٣ ~`},
	{"day alone", `\b(\d{1,2})\b`, func(t string) string { return numberAlone(t, 1, 2) }, `2026 1 22 . / x _ é ٣`},
	{"afternoon", `(?i)\bp\.?\s?m\b`, found(half("pP")), `p P m M . x _ 9 é pm`},
	{"besideNumber", `\d{1,2}\.?\s(?:de\s)?(\pL{3,})`, func(t string) string { hit, _, _ := find(t, besideNumber); return hit[0] }, `1 22 . de nov dez é 日 x 3. ٣`},
	{"degreeIn", `^[·•‧]\s*\D{0,4}([123])\D{0,12}$`, degreeIn, `· • ‧ 1 2 3 4 0 st 第 度 abcdef ٣`},
	{"isPronouns", `^(\(?\pL{1,8}(?:\s?/\s?\pL{1,8}){1,3}\)?)$`, wholeIf(isPronouns), `( ) / she Her abcdefgh é 9 she/her`},
}

func found(form func(*scan) [3]string) func(string) string {
	return func(text string) string {
		_, start, end := find(text, form)
		return text[start:end]
	}
}

func wholeIf(is func(string) bool) func(string) string {
	return func(text string) string {
		if is(text) {
			return text
		}
		return ""
	}
}

// firstPieceAddress reads a text that begins with an address.
func firstPieceAddress(text string) string {
	piece, _, _ := strings.Cut(text, " ")
	if i := strings.IndexFunc(piece, besideAddress); i >= 0 {
		piece = piece[:i]
	}
	return addressIn(piece)
}

func profileWritten(link string) string {
	return after(link, "/in/", func(rest string) int { return run(rest, inPath) })
}

// Each scanner finds what its pattern finds, in texts made of the pieces that
// the pattern turns on.
func TestPatterns(t *testing.T) {
	for _, p := range patterns {
		t.Run(p.name, func(t *testing.T) {
			pattern := regexp.MustCompile(p.pattern)
			pieces := append(strings.Fields(p.pieces), " ", "\t", "\u00a0", "\n", "\xff")
			rapid.Check(t, func(t *rapid.T) {
				text := strings.Join(rapid.SliceOfN(rapid.SampledFrom(pieces), 0, 12).Draw(t, "text"), "")
				if p.name == "first address" { // reads what is visible, in lower case
					text = strings.ToLower(withoutMarks(text))
				}
				want := ""
				if hit := pattern.FindStringSubmatch(text); hit != nil {
					want = hit[len(hit)-1]
				}
				if got := p.read(text); got != want {
					t.Fatalf("%q: got %q, the pattern finds %q", text, got, want)
				}
			})
		})
	}
}

// However long and odd a text is, the time it takes grows with its length only:
// in quadratic time these would take hours, and the tests' time would run out.
func TestLongTexts(*testing.T) {
	long := func(piece string) string { return strings.Repeat(piece, (1<<20)/len(piece)) }
	for _, p := range patterns {
		for _, piece := range append(strings.Fields(p.pieces), " ", "12 ", "a@", "a@b", "2026 ", "1.") {
			p.read(long(piece))
		}
	}
	for _, piece := range []string{"12:30 ", "mar apr ", "%41", "a@b.c ", "2026", "- "} {
		shownTime(long(piece), "UTC")
		pathOf("https://a/in/" + long(piece))
		titleName("(3) " + long(piece) + " | LinkedIn")
	}
}
