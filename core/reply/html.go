package reply

import "strings"

// plainly gives HTML as a mail program would quote it in plain text: a line a
// block, "> " before what stands in a block quote. Other text stays as it is.
func plainly(text string) string {
	if !marked(text) {
		return text
	}
	h := markup{fresh: true}
	h.out.Grow(len(text))
	for text != "" {
		n := strings.IndexByte(text, '<')
		if n < 0 {
			n = len(text)
		}
		h.words(text[:n])
		text = text[n:]
		if strings.HasPrefix(text, "<!--") {
			_, text, _ = strings.Cut(text, "-->")
		} else if text != "" {
			text = h.tag(text)
		}
	}
	return h.out.String()
}

// spelt puts the letters of a text in place of their names, where it has one that
// nobody types: "stop&nbsp;it".
func spelt(text string) string {
	if !misspelt(text) {
		return text
	}
	h := markup{}
	for {
		n := strings.IndexByte(text, '&')
		if n < 0 {
			h.out.WriteString(text)
			return h.out.String()
		}
		h.out.WriteString(text[:n])
		text = text[n:]
		text = text[h.entity(text)+1:]
	}
}

// misspelt reports such a name in a text.
func misspelt(text string) bool {
	for n := strings.IndexByte(text, '&'); n >= 0; n = strings.IndexByte(text, '&') {
		if text = text[n:]; letterName(text) {
			return true
		}
		text = text[1:]
	}
	return false
}

// letterName reports the name of a letter that nobody types, at the beginning of a text
// without tags: "&nbsp;", but not "&amp;".
func letterName(text string) bool {
	end := strings.IndexByte(text[:min(len(text), 10)], ';')
	if end < 3 {
		return false
	}
	switch name := text[1:end]; name {
	case "amp", "quot", "apos", "lt", "gt":
		return false
	default:
		return name[0] == '#' || strings.Contains(entities, ";"+name+"=")
	}
}

// block reports a tag that begins a line.
func block(name string) bool {
	switch name {
	case "address", "article", "blockquote", "body", "br", "dd", "div", "dl", "dt", "fieldset", "footer", "form",
		"h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hr", "html", "li", "main", "nav", "ol", "p", "pre",
		"script", "section", "style", "table", "tbody", "td", "th", "tr", "ul":
		return true
	}
	return false
}

// unseen reports a tag whose content nobody sees.
func unseen(name string) bool {
	return name == "head" || name == "script" || name == "style" || name == "title"
}

// empty reports a tag that has no content.
func empty(name string) bool {
	return name == "br" || name == "img" || name == "meta" || name == "input"
}

// marked reports HTML: a closing tag of a block, or a line break, in it.
func marked(text string) bool {
	for {
		n := strings.IndexByte(text, '<')
		if n < 0 || n+3 > len(text) {
			return false
		}
		text = text[n+1:]
		closes := text[0] == '/'
		name, _ := tagName(text[btoi(closes):])
		if (closes || name == "br" || name == "blockquote") && block(name) {
			return true
		}
	}
}

// tagName reads the name a tag begins with, in small letters.
func tagName(text string) (name, rest string) {
	n := 0
	for n < len(text) && n < 12 && letters[text[n]] {
		n++
	}
	if n < len(text) && text[n] != '>' && text[n] != '/' && !blank(text[n]) {
		n = 0
	}
	return strings.ToLower(text[:n]), text[n:]
}

// markup is HTML that is being read.
type markup struct {
	out    strings.Builder
	depth  int    // of block quotes
	hidden string // the tag of the element that is not seen, or ""
	inside int    // how many of its kind are open in it
	fresh  bool   // a line begins
	space  bool   // blanks stand before the next word

	scratch []byte
}

// tag takes the tag a text begins with and gives what follows it.
func (h *markup) tag(text string) string {
	closes := len(text) > 1 && text[1] == '/'
	name, rest := tagName(text[1+btoi(closes):])
	if name == "" { // "<" means itself, or stands before an address
		h.words("<")
		return text[1:]
	}
	attributes, rest, _ := strings.Cut(rest, ">")
	if h.hidden != "" {
		if name == h.hidden {
			h.inside += 1 - 2*btoi(closes)
		}
		if h.inside == 0 {
			h.hidden = ""
		}
		return rest
	}
	if block(name) {
		if name == "td" || name == "th" {
			h.space = true
		} else if name == "br" || !h.fresh {
			h.line()
		}
	}
	if name == "blockquote" {
		h.depth = max(0, h.depth+1-2*btoi(closes))
	}
	if !closes {
		h.open(name, attributes)
	}
	return rest
}

// open takes an opening tag.
func (h *markup) open(name, attributes string) {
	attributes = h.dense(attributes)
	switch {
	case unseen(name), !empty(name) && concealed(attributes):
		h.hidden, h.inside = name, 1
	case name == "li":
		h.words("- ")
	case called(attributes) && holds(attributes, "divrplyfwdmsg;appendonsend;yahoo_quoted;protonmail_quote;zmail_extra;outlookmessageheader;mail-editor-reference"):
		h.words("----- Original Message -----")
		h.line()
	}
}

// dense is a text in small letters, without spaces.
func (h *markup) dense(text string) string {
	if text == "" {
		return ""
	}
	h.scratch = h.scratch[:0]
	for i := range len(text) {
		c := text[i]
		if 'A' <= c && c <= 'Z' {
			c |= 0x20
		}
		if c != ' ' {
			h.scratch = append(h.scratch, c)
		}
	}
	return string(h.scratch)
}

// called reports attributes that say what their element is.
func called(attributes string) bool {
	return strings.Contains(attributes, "class=") || strings.Contains(attributes, "id=")
}

// concealed reports the attributes of what is not seen, or is a signature.
func concealed(attributes string) bool {
	switch {
	case strings.HasSuffix(attributes, "/"):
		return false
	case strings.Contains(attributes, "style=") && holds(attributes, "display:none;visibility:hidden;font-size:0"):
		return true
	}
	return strings.Contains(attributes, "signature") && holds(attributes, "gmail_signature;moz-signature;applemailsignature;id=\"signature;id=signature;ms-outlook-mobile-signature")
}

// holds reports one of the marks, which ";" divides, in a text.
func holds(text, marks string) bool {
	for marks != "" {
		var mark string
		mark, marks, _ = strings.Cut(marks, ";")
		if n := strings.Index(text, mark); n >= 0 && !(strings.HasSuffix(mark, ":0") && n+len(mark) < len(text) && text[n+len(mark)] == '.') {
			return true
		}
	}
	return false
}

func (h *markup) line() {
	h.out.WriteByte('\n')
	h.fresh, h.space = true, false
}

// words writes text with its runs of blanks as one.
func (h *markup) words(text string) {
	if h.hidden != "" {
		return
	}
	for i := 0; i < len(text); {
		if blank(text[i]) {
			h.space = true
			i++
			continue
		}
		h.before()
		if text[i] == '&' {
			i += h.entity(text[i:]) + 1
			continue
		}
		end := i + 1
		for end < len(text) && text[end] != '&' && !(blank(text[end]) && runs(text[end:])) {
			end++
		}
		h.out.WriteString(text[i:end])
		i = end
	}
}

// runs reports more blanks than one space between two words.
func runs(blanks string) bool { return blanks[0] != ' ' || len(blanks) == 1 || blank(blanks[1]) }

func blank(c byte) bool { return c == ' ' || c == '\n' || c == '\r' || c == '\t' }

// before writes what stands in front of a word.
func (h *markup) before() {
	if h.fresh {
		for range min(h.depth, 32) {
			h.out.WriteByte('>')
		}
		h.space = h.depth > 0
	}
	if h.space {
		h.out.WriteByte(' ')
	}
	h.fresh, h.space = false, false
}

// entities are the names of letters in HTML.
const entities = ";nbsp= ;amp=&;lt=<;gt=>;quot=\";apos=';auml=ä;ouml=ö;uuml=ü;Auml=Ä;Ouml=Ö;Uuml=Ü;szlig=ß;eacute=é;egrave=è;ecirc=ê;euml=ë;agrave=à;aacute=á;acirc=â;aring=å;aelig=æ;ccedil=ç;iacute=í;icirc=î;iuml=ï;ntilde=ñ;oacute=ó;ocirc=ô;oslash=ø;oelig=œ;uacute=ú;ugrave=ù;ucirc=û;Eacute=É;Agrave=À;Ccedil=Ç;iquest=¿;iexcl=¡;rsquo=’;lsquo=‘;ldquo=“;rdquo=”;laquo=«;raquo=»;ndash=–;mdash=—;hellip=…;euro=€;zwnj=;shy=;zwj=;"

// entity writes the letter that stands for "&name;" or "&#number;" and gives the
// length of the rest of the name.
func (h *markup) entity(text string) int {
	n := strings.IndexByte(text[:min(len(text), 10)], ';')
	if n < 2 {
		h.out.WriteByte('&')
		return 0
	}
	name := text[1:n]
	if name[0] == '#' {
		r := rune(0)
		digits, base := name[1:], rune(10)
		if digits != "" && digits[0]|0x20 == 'x' {
			digits, base = digits[1:], 16
		}
		for _, c := range []byte(strings.ToLower(digits)) {
			d := strings.IndexByte("0123456789abcdef", c)
			if d < 0 || rune(d) >= base {
				return 0
			}
			r = r*base + rune(d)
		}
		h.out.WriteRune(r)
		return n
	}
	at := strings.Index(entities, ";"+name+"=")
	if at < 0 {
		h.out.WriteByte('&')
		return 0
	}
	value := entities[at+len(name)+2:]
	h.out.WriteString(value[:strings.IndexByte(value, ';')])
	return n
}
