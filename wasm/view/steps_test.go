package view

import (
	"net/url"
	"testing"

	"pgregory.net/rapid"
)

func TestEscaped(t *testing.T) {
	for text, want := range map[string]string{
		"": "", "kim-o_1.~": "kim-o_1.~", "from:kim+x@acme.example": "from%3Akim%2Bx%40acme.example",
		"a b/../c?d#e": "a%20b%2F..%2Fc%3Fd%23e", "käthe": "k%C3%A4the", "100%": "100%25", "\x00\xff": "%00%FF",
	} {
		if got := escaped(text); got != want {
			t.Errorf("escaped(%q) = %q, want %q", text, got, want)
		}
	}
}

// Any text comes back from a path and from a query.
func TestEscapedBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.String().Draw(t, "text")
		path, err := url.PathUnescape(escaped(text))
		query, err2 := url.QueryUnescape(escaped(text))
		if err != nil || err2 != nil || path != text || query != text {
			t.Fatalf("%q came back as %q, %v and %q, %v", text, path, err, query, err2)
		}
	})
}
