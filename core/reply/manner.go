package reply

import (
	"slices"
	"strings"
)

// Manner is how a message is written, as far as a judgement asks. It is kept with what
// the message says where its words are not: on the other devices of a team.
type Manner struct {
	Words  int    `json:"words,omitempty"` // at most [fewWords]
	Asks   bool   `json:"asks,omitempty"`
	Thanks bool   `json:"thanks,omitempty"` // has words of thanks or of farewell
	Leave  bool   `json:"leave,omitempty"`  // has words of farewell
	Own    bool   `json:"own,omitempty"`    // is signed by the one person it names
	Signed string `json:"signed,omitempty"` // the name under it
}

// fewWords is up to where words are counted: below it a message is short.
const fewWords = 9

// MannerOf is how a message is written whose words are known.
func MannerOf(r *Reading) *Manner {
	return &Manner{r.Words(), r.Asks(), r.Thanks(), r.Leave(), r.Own(), r.Signed()}
}

// Words are how many it has; nine where it has more.
func (r *Reading) Words() int {
	if r.Manner != nil {
		return r.Manner.Words
	}
	n := 0
	for range strings.FieldsSeq(r.Visible) {
		if n++; n == fewWords {
			break
		}
	}
	return n
}

// Asks reports that it has a question mark.
func (r *Reading) Asks() bool {
	if r.Manner != nil {
		return r.Manner.Asks
	}
	return strings.ContainsAny(r.Visible, "?¿")
}

// Thanks reports words of thanks or of farewell, in our four languages.
func (r *Reading) Thanks() bool {
	if r.Manner != nil {
		return r.Manner.Thanks
	}
	return mentions(r.Visible, thanking) || mentions(r.Visible, farewells)
}

// Leave reports words of farewell.
func (r *Reading) Leave() bool {
	if r.Manner != nil {
		return r.Manner.Leave
	}
	return mentions(r.Visible, farewells)
}

// Own reports that who signs it is the one person it names.
func (r *Reading) Own() bool {
	if r.Manner != nil {
		return r.Manner.Own
	}
	return len(r.Referrals) == 1 && r.Referrals[0].Name != "" && strings.HasSuffix(strings.TrimRight(r.Visible, " .!\r\n"), r.Referrals[0].Name)
}

// Signed is the name under it, behind a closing; "" where there is none.
func (r *Reading) Signed() string {
	if r.Manner != nil {
		return r.Manner.Signed
	}
	text := strings.TrimSpace(r.Visible)
	at := max(strings.LastIndex(text, "\n"), strings.LastIndex(text, ","))
	if at < 0 {
		return ""
	}
	name, before := strings.TrimSpace(text[at+1:]), strings.ToLower(strings.TrimRight(text[:at], " ,.!\n\r"))
	if name == "" || len(strings.Fields(name)) > 4 {
		return ""
	}
	for _, closing := range closings {
		if rest, found := strings.CutSuffix(before, closing); found && (rest == "" || strings.ContainsAny(rest[len(rest)-1:], " \n.,!")) {
			return name
		}
	}
	return ""
}

func mentions(text string, any []string) bool {
	text = strings.ToLower(text)
	return slices.ContainsFunc(any, func(words string) bool { return strings.Contains(text, words) })
}

var (
	thanking  = []string{"thank", "danke", "dank ", "merci", "gracias"}
	farewells = []string{
		"all the best", "best of luck", "good luck", "take care", "goodbye", "alles gute", "viel erfolg", "auf wiedersehen",
		"bonne continuation", "bonne chance", "au revoir", "mucha suerte", "le deseo suerte", "que vaya bien", "adiós",
	}
	// closings stand before the name under a message, in lower case.
	closings = []string{
		"best", "regards", "wishes", "cheers", "thanks", "thank you", "sincerely", "yours", "greetings", "all the best",
		"grüße", "grüsse", "gruß", "gruss", "grüßen", "grüssen", "danke", "lg", "vg", "mfg",
		"cordialement", "à vous", "salutations", "merci", "journée",
		"saludo", "saludos", "atentamente", "gracias",
	}
)
