package page

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/tidwall/gjson"
)

// Read turns a snapshot into a Context.
//
// A snapshot is what extension/content.js sends, documented at its top. The error
// names the field and what is wrong with it; a page that cannot be trusted is no
// error but an unreadable Context.
func Read(snapshot []byte) (Context, error) {
	ctx, _, err := ReadAt(snapshot, Own{})
	return ctx, err
}

// ReadAt is Read for a rep who has said what is theirs, and gives the address
// that the page says it has.
func ReadAt(snapshot []byte, own Own) (ctx Context, url string, err error) {
	s, err := parse(snapshot)
	if err != nil {
		return Context{}, "", err
	}
	s.reps = own
	return s.context(), s.url, nil
}

// version is the only snapshot version there is.
const version = 1

// maxSnapshot is the largest snapshot read, in bytes. The content script stays
// below 4 MB.
const maxSnapshot = 8 << 20

type snapshot struct {
	site, layout, url, title, zone string
	stale                          bool
	nameless                       bool    // the address says who it is, and the map found nothing on the page that does
	whose                          []int64 // how each part was found that the page's identity must have
	expects                        []expected
	reps                           Own
	part
}

func parse(data []byte) (snapshot, error) {
	if len(data) > maxSnapshot {
		return snapshot{}, fmt.Errorf("has %d bytes; at most %d are read", len(data), maxSnapshot)
	}
	if err := checkJSON(data); err != nil {
		return snapshot{}, err
	}
	root := gjson.ParseBytes(data)
	if !root.IsObject() {
		return snapshot{}, fmt.Errorf("is %s and no snapshot, which is an object, {…}, as those in testdata/pages are", root.Type)
	}
	if v := root.Get("v"); v.Type != gjson.Number || v.Num != version {
		return snapshot{}, fmt.Errorf("v: %s; it takes %d, the version of a snapshot, as those in testdata/pages have it", shown(v), version)
	}
	for _, name := range []string{"site", "layout", "url", "title"} {
		if v := root.Get(name); v.Type != gjson.String {
			return snapshot{}, fmt.Errorf("%s: %s; it takes a text in quotes, \"…\"", name, shown(v))
		}
	}
	for _, name := range []string{"fields", "lists"} {
		if v := root.Get(name); !v.IsObject() {
			return snapshot{}, fmt.Errorf("%s: %s; it takes an object, {…}", name, shown(v))
		}
	}
	s := snapshot{
		site:    root.Get("site").Str,
		layout:  root.Get("layout").Str,
		url:     root.Get("url").Str,
		title:   root.Get("title").Str,
		zone:    root.Get("zone").Str,
		stale:   root.Get("stale").Bool(),
		part:    newPart(root),
		expects: readExpects(root.Get("expects")),
	}
	s.nameless = root.Get("key").Str != "" && strings.TrimSpace(root.Get("identity").Str) == ""
	s.whose = readPlaces(root.Get("by"))
	if s.site != Gmail && s.site != LinkedIn {
		return snapshot{}, fmt.Errorf("site: is %.40q; it takes one of: %s, %s", s.site, Gmail, LinkedIn)
	}
	return s, nil
}

// checkJSON says where JSON breaks, which gjson does not. It also refuses
// nesting deep enough to exhaust a stack.
func checkJSON(data []byte) error {
	if json.Valid(data) {
		return nil
	}
	var raw json.RawMessage
	err := json.Unmarshal(data, &raw)
	var syntax *json.SyntaxError
	if !errors.As(err, &syntax) {
		return fmt.Errorf("is no JSON: %w", err)
	}
	before, what := string(data[:max(0, syntax.Offset-1)]), "is no JSON here; is it another file?"
	if int(syntax.Offset) == len(data) && !strings.HasPrefix(syntax.Error(), "invalid") {
		before, what = string(data), "the JSON ends too early; is it cut off, or another file?"
	}
	return fmt.Errorf("line %d, column %d: %s", 1+strings.Count(before, "\n"), len(before)-strings.LastIndex(before, "\n"), what)
}

// shown is what a value is, for an error message, cut short.
func shown(v gjson.Result) string {
	if !v.Exists() {
		return "is missing"
	}
	return fmt.Sprintf("is %.40s", v.Raw)
}

func (s snapshot) context() Context {
	c := Context{
		Site:       s.site,
		Candidates: []Person{},
		Aliases:    []string{},
		Contacts:   []string{},
		Messages:   []Message{},
		Draft:      OpenDraft{To: []Address{}, CC: []Address{}},
		Hooks:      []Hook{},
		Unread:     []string{},
		Drift:      s.drift(),
	}
	switch {
	case s.stale && s.layout == nobody: // nobody is on it, whichever of two it is
		c.Kind = Other
	case s.stale || s.layout == "":
		c.Kind = Unreadable
	case s.site == Gmail:
		s.gmail(&c)
	default:
		s.linkedin(&c)
	}
	return c
}

// missing notes a field that the page should have had.
func (c *Context) missing(field string) {
	if !slices.Contains(c.Unread, field) {
		c.Unread = append(c.Unread, field)
	}
}

// doubt makes the page nobody's: what says whose it is does not go together.
func (c *Context) doubt(fields ...string) {
	c.Kind = Unreadable
	c.mistrust(fields...)
}

// mistrust notes fields that were found and cannot be right.
func (c *Context) mistrust(fields ...string) {
	for _, f := range fields {
		if !slices.Contains(c.Drift, f) {
			c.Drift = append(c.Drift, f)
		}
	}
	slices.Sort(c.Drift)
}
