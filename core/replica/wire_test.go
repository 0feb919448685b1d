package replica

import (
	"reflect"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"
)

const a22 = "AAAAAAAAAAAAAAAAAAAAAA"

func seal40() string { return strings.Repeat("s", 40) }

func read(text string) (Wire, *WireError) {
	r := NewWireReader(text)
	w := ReadWire(r)
	r.End()
	return w, r.Err
}

// anyTag draws 128 bits in their one spelling.
func anyTag() *rapid.Generator[string] {
	return rapid.StringMatching(`[A-Za-z0-9_-]{21}[AQgw]`)
}

func anyWire(t *rapid.T) Wire {
	maybe := func(g *rapid.Generator[string], name string) string {
		return rapid.OneOf(rapid.Just(""), g).Draw(t, name)
	}
	word := rapid.StringMatching(`[a-z][a-z-]{0,31}`)
	moment := rapid.Int64Range(firstMoment, lastMoment)
	return Wire{
		Header: Header{
			ID: anyTag().Draw(t, "id"), Kind: "x-" + rapid.StringMatching(`[a-z]{1,20}`).Draw(t, "kind"),
			Who: rapid.SliceOfNDistinct(anyTag(), 0, 4, rapid.ID[string]).Draw(t, "who"), At: moment.Draw(t, "at"),
			Key: anyTag().Draw(t, "key"), Accounts: rapid.SliceOfNDistinct(anyTag(), 0, 2, rapid.ID[string]).Draw(t, "accounts"), By: maybe(word, "by"), Message: maybe(anyTag(), "message"),
			Target: maybe(anyTag(), "target"), Same: maybe(anyTag(), "same"),
			Channel: maybe(word, "channel"), Direction: maybe(word, "direction"), Disposition: maybe(word, "disposition"),
			ByHand: rapid.Bool().Draw(t, "by hand"), Done: rapid.Bool().Draw(t, "done"), Copied: rapid.Bool().Draw(t, "copied"),
			Verdict: maybe(word, "verdict"), Reason: maybe(word, "reason"),
			Until: moment.Draw(t, "until"), Starts: moment.Draw(t, "starts"),
			Base:    rapid.SliceOfNDistinct(anyTag(), 0, 3, rapid.ID[string]).Draw(t, "base"),
			Version: rapid.Int64Range(0, biggestWhole).Draw(t, "version"), Months: rapid.Int64Range(0, MaxMonths).Draw(t, "months"),
			Extra: maybe(rapid.StringMatching(`[A-Za-z0-9_-]{4}`), "extra"),
		},
		Sealed: rapid.StringMatching(`[A-Za-z0-9_-]{40,60}`).Filter(func(s string) bool { return len(s)%4 != 1 }).Draw(t, "sealed"),
	}
}

func TestWireComesBackAsItWent(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		want := anyWire(t)
		text := AppendWire(nil, &want)
		got, err := read(string(text))
		if err != nil {
			t.Fatalf("%s: %v at %d", text, err, err.At)
		}
		if again := AppendWire(nil, &got); string(again) != string(text) {
			t.Fatalf("%s\nbecame %s", text, again)
		}
		header := string(AppendHeader(nil, &want.Header))
		if !strings.HasPrefix(string(text), strings.TrimSuffix(header, "}")) || strings.Contains(header, want.Sealed) {
			t.Fatalf("%s is not the header of %s", header, text)
		}
	})
}

func TestWireRefuses(t *testing.T) {
	whole := `{"id":"` + a22 + `","kind":"touch","who":["` + a22 + `"],"at":1,"key":"` + a22 + `","channel":"email","direction":"out","sealed":"` + seal40() + `"}`
	if _, err := read(whole); err != nil {
		t.Fatal(err)
	}
	cases := []struct{ about, old, new, code string }{
		{"a field twice", `"at":1`, `"at":1,"at":2`, DoubleField},
		{"another case", `"at":1`, `"At":1`, UnknownField},
		{"an unknown field", `"at":1`, `"at":1,"name":"Kim"`, UnknownField},
		{"a missing field", `"at":1,`, ``, MissingField},
		{"a null", `"at":1`, `"at":null`, WrongType},
		{"a text for a number", `"at":1`, `"at":"1"`, WrongType},
		{"a fraction", `"at":1`, `"at":1.5`, WrongType},
		{"an exponent", `"at":1`, `"at":1e3`, WrongType},
		{"a leading zero", `"at":1`, `"at":01`, Malformed},
		{"minus zero", `"at":1`, `"at":-0`, Malformed},
		{"past 2^53", `"at":1`, `"at":9007199254740993`, OutOfRange},
		{"past 2^64", `"at":1`, `"at":99999999999999999999999`, OutOfRange},
		{"past year 9999", `"at":1`, `"at":253402300800000`, OutOfRange},
		{"before year 1", `"at":1`, `"at":-62135596800001`, OutOfRange},
		{"a short id", `"id":"A`, `"id":"`, WrongLength},
		{"a long id", `"id":"A`, `"id":"AA`, WrongLength},
		{"a second spelling of an id", `"id":"` + a22, `"id":"` + a22[:21] + "B", WrongText},
		{"standard base64", `"id":"AA`, `"id":"+/`, WrongText},
		{"an escape in a tag", `"id":"A`, `"id":"\u0041`, WrongText},
		{"NUL", `"id":"A`, "\"id\":\"\x00", Malformed},
		{"a word in upper case", `"touch"`, `"Touch"`, WrongText},
		{"a long word", `"touch"`, `"` + strings.Repeat("t", 33) + `"`, WrongLength},
		{"an empty word", `"touch"`, `""`, WrongLength},
		{"somebody twice", `["` + a22 + `"]`, `["` + a22 + `","` + a22 + `"]`, DoubleField},
		{"too many", `["` + a22 + `"]`, `["` + strings.Repeat(a22+`","`, 64) + a22[:21] + `Q"]`, DoubleField},
		{"nobody", `["` + a22 + `"]`, `[]`, MissingField},
		{"the wrong direction", `"out"`, `"in"`, UnknownWord},
		{"single quotes", `"at":1`, `'at':1`, Malformed},
		{"a bare name", `"at":1`, `at:1`, Malformed},
		{"a trailing comma", `"at":1`, `"at":1,,`, Malformed},
		{"a comment", `"at":1`, `"at":1/**/`, Malformed},
		{"a number in hex", `"at":1`, `"at":0x1`, Malformed},
		{"infinity", `"at":1`, `"at":Infinity`, WrongType},
		{"a short seal", seal40(), seal40()[:36], WrongLength},
		{"an event too large", seal40(), strings.Repeat("s", MaxEvent-100), TooLarge},
		{"more after the end", `"}`, `"}{}`, Malformed},
	}
	for _, c := range cases {
		text := strings.Replace(whole, c.old, c.new, 1)
		if _, err := read(text); err == nil || err.Code != c.code {
			t.Errorf("%s: %v, want %s\n%s", c.about, err, c.code, text)
		}
	}
}

func TestSkipTakesJSONOnly(t *testing.T) {
	good := []string{`{}`, `[]`, `{"a":[1,-2.5e+3,"x\n\u00e9\ud83d\ude00",true,false,null,{}]}`, ` [ 0 ] `, `"é"`}
	bad := []string{
		``, `{`, `[1,]`, `{"a"}`, `{"a":}`, `{a:1}`, `'a'`, `01`, `1.`, `.5`, `1e`, `+1`, `tru`, `nul`, `NaN`, "\"\x01\"",
		`"\u0000"`, `"\ud800"`, `"\udc00"`, `"\ud800\u0041"`, `"\x41"`, "\"\xff\"", "\"\xc0\x80\"", `"a`, `1 2`,
		strings.Repeat("[", 17) + strings.Repeat("]", 17), `{"a":1 "b":2}`, "\ufeff{}",
	}
	for _, text := range good {
		r := NewWireReader(text)
		if r.Skip(); r.Err == nil {
			r.End()
		}
		if r.Err != nil {
			t.Errorf("%q: %v", text, r.Err)
		}
	}
	for _, text := range bad {
		r := NewWireReader(text)
		if r.Skip(); r.Err == nil {
			r.End()
		}
		if r.Err == nil {
			t.Errorf("%q: taken", text)
		}
	}
}

func TestAServerMayEraseByItself(t *testing.T) {
	text := `{"id":"` + a22 + `","kind":"erase","who":["` + a22 + `"],"at":1}`
	if w := ReadServed(NewWireReader(text)); w.Kind != Erase {
		t.Errorf("%+v", w)
	}
	if _, err := read(text); err == nil || err.Code != MissingField {
		t.Errorf("from a device: %v", err)
	}
}

func TestHeaderAndEvent(t *testing.T) {
	e := Event{ID: a22, Kind: Decision, Who: []string{a22}, At: start, Clear: Clear{
		Verdict: "pause", Reason: "waiting", Until: start.Add(24 * time.Hour), ByHand: true, Done: true,
		Accounts: []string{a22}, Message: a22, Target: a22, Channel: "email", Disposition: "x", Starts: start, By: "us",
	}}
	h := HeaderOf(e, a22)
	if got := h.Event(); !reflect.DeepEqual(got, e) {
		t.Errorf("%+v\nwant %+v", got, e)
	}
}

// FuzzReadWire holds the reader to two things: it never fails on its own account,
// and what it takes has one canonical form that it takes again.
func FuzzReadWire(f *testing.F) {
	w := Wire{Header: Header{ID: a22, Kind: Touch, Who: []string{a22}, Key: a22, Channel: "email", Direction: "out"}, Sealed: seal40()}
	f.Add(string(AppendWire(nil, &w)))
	f.Add(`{"id":"\ud800","at":1e999,"who":[[[[]]]]}`)
	f.Fuzz(func(t *testing.T, text string) {
		w, err := read(text)
		if err != nil {
			return
		}
		once := AppendWire(nil, &w)
		again, err := read(string(once))
		if err != nil || string(AppendWire(nil, &again)) != string(once) {
			t.Fatalf("%q was taken, and its canonical form %q is not: %v", text, once, err)
		}
	})
}

func TestMaskHasABitForEachName(t *testing.T) {
	if got := Mask([]string{"id", "kind", "who"}, "who", "id"); got != 0b101 {
		t.Errorf("id and who are %03b, want 101", got)
	}
	if got, all := Mask(wireFields, wireFields...), uint64(1)<<len(wireFields)-1; got != all {
		t.Errorf("all fields are %b, want %b", got, all)
	}
}

func BenchmarkReadWire(b *testing.B) {
	w := Wire{Header: Header{ID: a22, Kind: Touch, Who: []string{a22}, Key: a22, Channel: "email", Direction: "out"}, Sealed: seal40()}
	text := string(AppendWire(nil, &w))
	for b.Loop() {
		if _, err := read(text); err != nil {
			b.Fatal(err)
		}
	}
}
