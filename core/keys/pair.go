package keys

import (
	"crypto/hpke"
	"crypto/sha256"
	"encoding/base64"
	"errors"
	"slices"
	"strconv"
	"strings"
)

// Pair is a device's HPKE key pair: X25519, HKDF-SHA-256, AES-256-GCM. New
// sealing keys are sealed to its public half, which a server hands out: what is
// sealed to it alone could be the server's own.
type Pair struct {
	Seed    [32]byte // what a device keeps
	private hpke.PrivateKey
}

// ErrPublicKey is given for what is no public key.
var ErrPublicKey = errors.New("this is not a device's public key")

func kem() hpke.KEM { k, _ := hpke.NewKEM(0x0020); return k } // DHKEM(X25519, HKDF-SHA256)

// NewPair makes the pair of 32 random bytes, which a device keeps.
func NewPair(seed [32]byte) (Pair, error) {
	private, err := kem().DeriveKeyPair(seed[:])
	if err != nil {
		return Pair{}, err
	}
	return Pair{seed, private}, nil
}

// Public gives the public half, which the server keeps: 43 characters.
func (p Pair) Public() string { return encode(p.private.PublicKey().Bytes()) }

// SealKey seals a sealing key for one device of a team: under all of the keys that
// the team has had so far, which no server knows, then to the device's public half.
func SealKey(public, team string, k Key, under []Key, nonce [NonceSize]byte) (string, error) {
	b, err := base64.RawURLEncoding.Strict().DecodeString(public)
	if err != nil {
		return "", ErrPublicKey
	}
	to, err := kem().NewPublicKey(b)
	if err != nil {
		return "", ErrPublicKey
	}
	ids := strings.Join(Ring{Sealing: under}.IDs(), "")
	inner := gcm(together(under, team)).Seal(append([]byte(ids), nonce[:]...), nonce[:], k[:], []byte(ids))
	sealed, err := hpke.Seal(to, hpke.HKDFSHA256(), hpke.AES256GCM(), rotation(team), inner)
	if err != nil {
		return "", err
	}
	return encode(sealed), nil
}

// sealedKey is how long a nonce, a key and a tag are.
const sealedKey = NonceSize + len(Key{}) + 16

// OpenKey opens what SealKey gave for this pair, and names the keys that it was
// sealed under: whoever made it had them all. It gives ErrNoKey where the ring
// lacks one of them, and ErrSealed for what nobody of the team can have made.
func (p Pair) OpenKey(team, sealed string, ring Ring) (k Key, under []string, err error) {
	b, err := base64.RawURLEncoding.Strict().DecodeString(sealed)
	if err != nil {
		return Key{}, nil, ErrSealed
	}
	inner, err := hpke.Open(p.private, hpke.HKDFSHA256(), hpke.AES256GCM(), rotation(team), b)
	if err != nil || len(inner) <= sealedKey {
		return Key{}, nil, ErrSealed // it names no key
	}
	ids, rest := inner[:len(inner)-sealedKey], inner[len(inner)-sealedKey:]
	var known []Key
	for id := range slices.Chunk(ids, idSize) {
		key, held := ring.Find(string(id))
		if !held {
			return Key{}, nil, ErrNoKey
		}
		known, under = append(known, key), append(under, string(id))
	}
	plain, err := gcm(together(known, team)).Open(nil, rest[:NonceSize], rest[NonceSize:], ids)
	if err != nil || len(plain) != len(Key{}) {
		return Key{}, nil, ErrSealed
	}
	return Key(plain), under, nil
}

// together makes one key of several.
func together(all []Key, team string) Key {
	var secret []byte
	for _, k := range all {
		secret = append(secret, k[:]...)
	}
	return Key(derive(secret, "next key "+team))
}

func rotation(team string) []byte { return []byte("cleanbreak rotation " + team) }

// Fingerprint gives six groups of five digits for a set of public keys, recoveries'
// marked as such, the same on every device that was shown the same set. People compare them aloud: a
// server that slips in a key of its own changes them.
func Fingerprint(team string, public []string) string {
	sorted := slices.Clone(public)
	slices.Sort(sorted)
	sum := sha256.Sum256([]byte("cleanbreak fingerprint " + team + "\n" + strings.Join(sorted, "\n")))
	var groups []string
	for i := range 6 {
		n := uint64(0)
		for _, b := range sum[5*i : 5*i+5] {
			n = n<<8 | uint64(b)
		}
		digits := strconv.FormatUint(n%100_000, 10)
		groups = append(groups, strings.Repeat("0", 5-len(digits))+digits)
	}
	return strings.Join(groups, " ")
}
