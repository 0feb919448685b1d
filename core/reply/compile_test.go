package reply

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write tables/compiled.bin anew")

// TestTablesAreCompiled holds tables/compiled.bin to the tables a person writes.
// After a change of those run
//
//	go test ./core/reply -run TestTablesAreCompiled -update
func TestTablesAreCompiled(t *testing.T) {
	c := compiler{words: map[string]*item{}, stems: map[string]*item{}, sets: map[string]int{}, classes: map[string]int{}}
	if err := c.compile("tables"); err != nil {
		t.Fatal(err)
	}
	want := c.encode()
	file := filepath.Join("tables", "compiled.bin")
	if *update {
		if err := os.WriteFile(file, want, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if got, err := os.ReadFile(file); err != nil || !bytes.Equal(got, want) {
		t.Errorf("tables/compiled.bin is not what the tables say (%v); run this test with -update", err)
	}
	t.Logf("%d words, %d stems, %d sets, %d classes, %d phrases, %d steps: %d bytes",
		len(c.words), len(c.stems), c.setCount, len(c.classList), c.phrases, c.steps, len(want))
}

// compiler reads the tables.
//
// tables/words.txt says what single words are; each line is a kind, a number and
// words. tables/mail.txt holds beginnings of lines under headings. The others
// hold phrases, one a line; the line "% intent weight" above says what they mean
// and how sure they make us, 1 to 10. In a phrase
//
//	a|b    is either word,
//	word*  any word that begins so, by three letters or more,
//	a?     a word that may be missing; never the first,
//	..     up to two words that are skipped,
//	...    up to four,
//	^ $    the beginning and the end of the sentence; a|$ is either,
//	@name  the words of a line "@name a|b", which stands at the top.
//
// A line "& a b !c" is loose: the words may stand in any order with others
// between them, and c must not be there. The first word is best a rare one.
//
// "hush" covers the shorter goodbyes inside it ("to unsubscribe click" is a
// footer, whatever "unsubscribe" means alone), and "% not intent" the phrases of
// an intent.
type compiler struct {
	words, stems map[string]*item
	sets         map[string]int // by "table @name" or the words
	setCount     int
	classes      map[string]int // by the sets
	classList    [][]int
	groups       []*phraseGroup
	lines        [headingCount][]string
	named        map[string]string
	table        string
	langs        uint8
	phrases      int
	steps        int
}

// item is a word or a stem: its tags and sets.
type item struct {
	tags tags
	sets map[int]bool
}

// phraseGroup is the phrases under one heading.
type phraseGroup struct {
	langs   uint8
	means   kind
	weight  uint8
	phrases [][]int // each with its looseness first, then a number a step
}

// fieldNames are the kinds of words in tables/words.txt.
var fieldNames = map[string]field{
	"month": aMonth, "day": aDay, "span": aSpan, "next": aNext, "number": aNumber, "part": aPart, "season": aSeason,
	"cue": aCue, "no": aNo, "if": anIf, "turn": aTurn, "title": aTitle, "short": aShort, "bye": aBye, "soon": aSoon,
	"wrote": aWrote, "header": aHeader, "same": aSame, "lang": aLang, "opens": aOpens, "device": aDevice, "foreign": aForeign, "nth": aNth, "has": aHas, "there": aThere, "now": aNow, "begins": aBegins,
	"mine": aMine, "law": aLaw, "call": aCall,
}

// headingNames are those of tables/mail.txt.
var headingNames = []string{"bounce", "auto", "ack", "sent from my", "sent from", "device", "disclaimer", "divider", "above", "banner", "accepted", "tentative", "declined", "proposed", "cancelled"}

func (c *compiler) compile(dir string) error {
	layFoldings()
	for i, name := range append(languages[:], "stops", "others", "words", "mail") {
		data, err := os.ReadFile(filepath.Join(dir, name+".txt"))
		if err != nil {
			return err
		}
		c.table, c.named = name, map[string]string{}
		switch c.langs = 1 << i; name {
		case "others":
			c.langs = otherLanguages
		case "stops", "words", "mail":
			c.langs = anyLanguage
		}
		if err := c.read(string(data)); err != nil {
			return err
		}
	}
	return nil
}

func (c *compiler) read(text string) error {
	heading := ""
	for i, line := range strings.Split(text, "\n") {
		if line == "" || line[0] == '#' {
			continue
		}
		var err error
		switch {
		case line[0] == '%':
			heading = line[2:]
			err = c.group(heading)
		case c.table == "words":
			err = c.word(line)
		case c.table == "mail":
			at := slices.Index(headingNames, heading)
			c.lines[at] = append(c.lines[at], string(fold(nil, line)))
		case line[0] == '@' && heading == "":
			name, list, _ := strings.Cut(line, " ")
			c.named[name] = list
		default:
			err = c.phrase(line)
		}
		if err != nil {
			return fmt.Errorf("tables/%s.txt:%d: %w", c.table, i+1, err)
		}
	}
	return nil
}

// group begins the phrases under "intent weight", or under "not intent".
func (c *compiler) group(heading string) error {
	if c.table == "mail" {
		if !slices.Contains(headingNames, heading) {
			return fmt.Errorf("%q is no heading", heading)
		}
		return nil
	}
	name, weight, _ := strings.Cut(heading, " ")
	n, err := strconv.Atoi(weight)
	if name == "not" {
		name, err = "silence", nil
		n = slices.Index(kindNames[:], weight)
	}
	means := slices.Index(kindNames[:], name)
	if means < 0 || n < 0 || err != nil {
		return fmt.Errorf("%q is neither an intent and its weight, nor \"not\" and an intent", heading)
	}
	c.groups = append(c.groups, &phraseGroup{langs: c.langs, means: kind(means), weight: uint8(n)})
	return nil
}

// word takes a line of words.txt.
func (c *compiler) word(line string) error {
	parts := strings.Fields(line)
	f, ok := fieldNames[parts[0]]
	n, err := strconv.Atoi(parts[1])
	if !ok || err != nil || n >= 1<<(f&0xFF) {
		return fmt.Errorf("%s %s is no kind and number of words", parts[0], parts[1])
	}
	for _, w := range parts[2:] {
		for _, key := range spellings(w) {
			c.of(c.words, key).tags |= tags(n) << (f >> 8)
		}
	}
	return nil
}

// spellings are a word as it is folded, and its German spelling without dots.
func spellings(w string) []string {
	keys := []string{string(fold(nil, w))}
	if other := strings.NewReplacer("ä", "ae", "ö", "oe", "ü", "ue").Replace(w); other != w {
		keys = append(keys, string(fold(nil, other)))
	}
	return keys
}

func (c *compiler) of(all map[string]*item, key string) *item {
	if all[key] == nil {
		all[key] = &item{sets: map[int]bool{}}
	}
	return all[key]
}

func (c *compiler) phrase(line string) error {
	if len(c.groups) == 0 {
		return fmt.Errorf("no heading stands above %q", line)
	}
	loose := strings.HasPrefix(line, "& ")
	p := []int{0}
	if loose {
		p[0] = 1
	}
	for _, w := range strings.Fields(strings.TrimPrefix(line, "& ")) {
		steps, err := c.step(w)
		if err != nil {
			return err
		}
		p = append(p, steps...)
	}
	at := 1
	if p[at]&7 == int(atStart) {
		at++
	}
	if len(p) <= at || p[at]&7 != int(exactly) {
		return fmt.Errorf("no phrase begins so: %q", line)
	}
	g := c.groups[len(c.groups)-1]
	g.phrases = append(g.phrases, p)
	c.phrases++
	c.steps += len(p) - 1
	return nil
}

// step is a step of a phrase as class<<3|how; a run of Chinese or Japanese
// characters is one each.
func (c *compiler) step(w string) ([]int, error) {
	how, class := exactly, 0
	switch {
	case w == "^":
		return []int{int(atStart)}, nil
	case w == "$":
		return []int{int(atEnd)}, nil
	case w == ".." || w == "...":
		return []int{(2*len(w)-2)<<3 | int(gap)}, nil
	case strings.HasSuffix(w, "|$"):
		how, w = orEnd, strings.TrimSuffix(w, "|$")
	case w[0] == '!':
		how, w = absent, w[1:]
	case strings.HasSuffix(w, "?"):
		how, w = optional, strings.TrimSuffix(w, "?")
	case w[0] >= 0xE3 && !strings.Contains(w, "|"):
		steps := []int{}
		for _, r := range w {
			class, err := c.class(string(r))
			if err != nil {
				return nil, err
			}
			steps = append(steps, class<<3)
		}
		return steps, nil
	}
	class, err := c.class(w)
	return []int{class<<3 | int(how)}, err
}

// class is the number of the class of words that a step names: the sets of its
// "@names" and the set of its other words.
func (c *compiler) class(text string) (int, error) {
	sets, own := []int{}, []string{}
	for w := range strings.SplitSeq(text, "|") {
		if w == "" || strings.ContainsAny(w, "$^.,:!?&") {
			return 0, fmt.Errorf("%q is no word, in %q", w, text)
		}
		if w[0] != '@' {
			own = append(own, w)
			continue
		}
		list, ok := c.named[w]
		if !ok {
			return 0, fmt.Errorf("nothing is named %s", w)
		}
		n, err := c.set(c.table+" "+w, strings.Split(list, "|"))
		if err != nil {
			return 0, err
		}
		sets = append(sets, n)
	}
	if len(own) > 0 {
		slices.Sort(own)
		own = slices.Compact(own)
		n, err := c.set(strings.Join(own, "|"), own)
		if err != nil {
			return 0, err
		}
		sets = append(sets, n)
	}
	slices.Sort(sets)
	key := fmt.Sprint(sets)
	n, ok := c.classes[key]
	if !ok {
		n = len(c.classList)
		c.classes[key] = n
		c.classList = append(c.classList, slices.Compact(sets))
	}
	return n, nil
}

// set is the number of a set of words.
func (c *compiler) set(key string, ws []string) (int, error) {
	n, ok := c.sets[key]
	if !ok {
		n = c.setCount
		c.sets[key] = n
		c.setCount++
	}
	for _, w := range ws {
		stem, isStem := strings.CutSuffix(w, "*")
		for _, spelling := range spellings(stem) {
			if isStem {
				if len(spelling) < 3 {
					return 0, fmt.Errorf("%s* is too short", stem)
				}
				c.of(c.stems, spelling).sets[n] = true
				continue
			}
			word := c.of(c.words, spelling)
			word.sets[n] = true
			if c.langs < otherLanguages {
				word.tags |= tags(c.langs) << (aVocabulary >> 8)
			}
		}
	}
	return n, nil
}
