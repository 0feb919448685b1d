package keys_test

import (
	"bytes"
	"crypto/rand"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"cleanbreak/core/keys"
	"cleanbreak/core/seal"
)

const team = "AAAAAAAAAAAAAAAAAAAAAA"

func key(c byte) keys.Key { return keys.Key(bytes.Repeat([]byte{c}, 32)) }

func nonce() (n [keys.NonceSize]byte) { _, _ = rand.Read(n[:]); return n }

// What is sealed is kept for years, so neither value may ever change.
func ExampleSeal() {
	sealed := keys.Seal(key('k'), [12]byte{}, []byte(`{"id":"…"}`), []byte(`{"name":"Kim Olsen"}`))
	body, err := keys.Open(key('k'), []byte(`{"id":"…"}`), sealed)
	fmt.Println(key('k').ID(), string(body), err)
	// Output: 2Tz_1rYv7nqX9ZFqEaWkew {"name":"Kim Olsen"} <nil>
}

func TestAnyAlteredByteIsNoticed(t *testing.T) {
	header, body := []byte(`{"id":"x","kind":"touch"}`), []byte("a body")
	sealed := keys.Seal(key('k'), nonce(), header, body)
	for i := range header {
		other := bytes.Clone(header)
		other[i] ^= 1
		if _, err := keys.Open(key('k'), other, sealed); !errors.Is(err, keys.ErrSealed) {
			t.Errorf("byte %d of the header altered: %v", i, err)
		}
	}
	for i := range sealed {
		other := []byte(sealed)
		other[i] ^= 1
		if got, err := keys.Open(key('k'), header, string(other)); !errors.Is(err, keys.ErrSealed) {
			t.Errorf("character %d of the seal altered: %q %v", i, got, err)
		}
	}
	if _, err := keys.Open(key('j'), header, sealed); !errors.Is(err, keys.ErrSealed) {
		t.Error("another key opened it")
	}
}

func TestLengthsAreBlurred(t *testing.T) {
	a := keys.Seal(key('k'), nonce(), nil, []byte("Jo"))
	b := keys.Seal(key('k'), nonce(), nil, []byte("Maximiliane von Ach"))
	if len(a) != len(b) {
		t.Errorf("two names give %d and %d characters", len(a), len(b))
	}
	for n := range 100 {
		body := bytes.Repeat([]byte{0}, n)
		if got, err := keys.Open(key('k'), nil, keys.Seal(key('k'), nonce(), nil, body)); err != nil || !bytes.Equal(got, body) {
			t.Fatalf("%d bytes come back as %q, %v", n, got, err)
		}
	}
}

func ring() keys.Ring {
	r := keys.Ring{Sealing: []keys.Key{key('a'), key('b')}}
	copy(r.Index[:], strings.Repeat("i", seal.KeySize))
	return r
}

func TestInvitation(t *testing.T) {
	i := keys.Invitation{Worker: "https://sync.example", Team: team, Secret: [20]byte{1, 2, 3}}
	read, err := keys.ParseInvitation(" " + i.String() + "\n")
	if err != nil || read != i {
		t.Fatalf("%+v %v", read, err)
	}
	got, err := read.Unwrap(i.Wrap(ring(), nonce()))
	if err != nil || got.Index != ring().Index || got.Current() != key('b') || len(got.Sealing) != 2 {
		t.Errorf("%+v %v", got, err)
	}
	if strings.Contains(i.Wrap(ring(), nonce()), i.Auth()) || i.Auth() == (keys.Invitation{Team: team, Secret: [20]byte{1}}).Auth() {
		t.Error("the proof says too much, or too little")
	}
	text := i.String()
	for at := range text {
		if _, err := keys.ParseInvitation(text[:at] + "~" + text[at+1:]); err == nil {
			t.Errorf("mistyped at %d: taken", at)
		}
	}
	for _, short := range []string{"", ".", text[:len(text)-1], "https://x/#join..", strings.ToLower(text)} {
		if _, err := keys.ParseInvitation(short); err == nil {
			t.Errorf("%q: taken", short)
		}
	}
}

func TestARotationReachesThoseItIsFor(t *testing.T) {
	anna, err := keys.NewPair([32]byte{1})
	if err != nil {
		t.Fatal(err)
	}
	ben, err := keys.NewPair([32]byte{2})
	if err != nil {
		t.Fatal(err)
	}
	under := ring().Sealing
	sealed, err := keys.SealKey(anna.Public(), team, key('n'), under, nonce())
	if err != nil {
		t.Fatal(err)
	}
	got, named, err := anna.OpenKey(team, sealed, ring())
	if err != nil || got != key('n') || !slices.Equal(named, ring().IDs()) {
		t.Error(got, named, err)
	}
	if _, _, err := ben.OpenKey(team, sealed, ring()); err == nil {
		t.Error("another device opened it")
	}
	if _, _, err := anna.OpenKey(strings.Repeat("B", 22), sealed, ring()); err == nil {
		t.Error("it was opened as another team's")
	}
	if _, err := keys.SealKey("AAAA", team, key('n'), under, nonce()); !errors.Is(err, keys.ErrPublicKey) {
		t.Error(err)
	}
}

// TestAKeyOfNobodysIsRefused has somebody make a key who has none of the team's, or
// not all that they name.
func TestAKeyOfNobodysIsRefused(t *testing.T) {
	anna, err := keys.NewPair([32]byte{1})
	if err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		under []keys.Key
		want  error
	}{
		"under none":          {nil, keys.ErrSealed},
		"under their own":     {[]keys.Key{key('x')}, keys.ErrNoKey},
		"under one they lack": {[]keys.Key{key('a'), key('x')}, keys.ErrNoKey},
	} {
		sealed, err := keys.SealKey(anna.Public(), team, key('n'), c.under, nonce())
		if err != nil {
			t.Fatal(err)
		}
		if got, _, err := anna.OpenKey(team, sealed, ring()); !errors.Is(err, c.want) {
			t.Errorf("%s: %v %v", name, got, err)
		}
	}
}

func TestRecovery(t *testing.T) {
	r := keys.Recovery{Team: team, Secret: [20]byte{9, 8, 7}}
	typed := strings.ToLower(strings.ReplaceAll(r.String(), "O", "0"))
	read, err := keys.ParseRecovery(team, typed)
	if err != nil || read != r {
		t.Fatalf("%s: %+v %v", typed, read, err)
	}
	if got, err := read.Unwrap(r.Wrap(ring(), nonce())); err != nil || got.Current() != key('b') {
		t.Error(got, err)
	}
	if _, err := keys.ParseRecovery(team, "AAAA"+r.String()[4:]); !errors.Is(err, keys.ErrRecovery) && r.String()[:4] != "AAAA" {
		t.Error(err)
	}
	pair, err := r.Pair()
	again, err2 := read.Pair()
	if err != nil || err2 != nil || pair.Public() != again.Public() {
		t.Error("the pair of a recovery key is not always the same")
	}
}

// Devices show these digits beside each other, so they may never change.
func ExampleFingerprint() {
	fmt.Println(keys.Fingerprint(team, []string{"b", "a"}) == keys.Fingerprint(team, []string{"a", "b"}))
	fmt.Println(keys.Fingerprint(team, []string{"a", "b"}))
	// Output:
	// true
	// 77770 87204 85501 19226 93369 51427
}
