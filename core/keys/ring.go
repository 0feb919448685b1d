// Package keys has what keeps a team's log readable to its devices alone. It is
// apart from package seal because only what syncs needs it, and it is large.
//
//	index key     makes pseudonyms and event ids; never rotates        seal.Index
//	sealing key   seals the bodies of events; rotates when a device    [Seal], [Open]
//	              is removed, and old ones stay for reading
//	invitation    a one-off secret of 160 bits: text or a QR code      [Invitation]
//	device pair   an HPKE key pair: rotations are sealed to it, under  [Pair]
//	              the keys before them, so that no server can make one
//	recovery key  printed: gives a manager's device back               [Recovery]
//
// All are on devices only. A server holds SHA-256 of an invitation's proof, public
// keys, and keys that it cannot open. Random bytes are arguments, with one
// exception: HPKE of the standard library draws its own.
package keys

import (
	"crypto/aes"
	"crypto/cipher"
	"crypto/sha256"
	"encoding/base64"
	"errors"
	"slices"

	"cleanbreak/core/seal"
)

// Key is a sealing key: AES-256.
type Key [32]byte

const idSize = 22 // characters of a key's id

// ID names the key without telling anything of it: 22 characters.
func (k Key) ID() string {
	sum := sha256.Sum256(append([]byte("cleanbreak sealing key "), k[:]...))
	return base64.RawURLEncoding.EncodeToString(sum[:16])
}

// Ring is what a device holds of the team's keys.
type Ring struct {
	Index   [seal.KeySize]byte
	Sealing []Key // oldest first; the last seals
}

// ErrSealed is given for whatever cannot be opened: sealed with another key, cut
// short, or with its header altered. They cannot be told apart.
var ErrSealed = errors.New("the seal does not fit: another key, or altered on the way")

// ErrNoKey is given where the ring lacks the key that an event names.
var ErrNoKey = errors.New("sealed with a key that this device does not have")

// Find gives the key of an id.
func (r Ring) Find(id string) (Key, bool) {
	at := slices.IndexFunc(r.Sealing, func(k Key) bool { return k.ID() == id })
	if at < 0 {
		return Key{}, false
	}
	return r.Sealing[at], true
}

// IDs names the sealing keys, oldest first.
func (r Ring) IDs() []string {
	out := make([]string, len(r.Sealing))
	for i, k := range r.Sealing {
		out[i] = k.ID()
	}
	return out
}

// Current gives the key that seals now; zero in an empty ring.
func (r Ring) Current() Key {
	if len(r.Sealing) == 0 {
		return Key{}
	}
	return r.Sealing[len(r.Sealing)-1]
}

const ringVersion = 1

// bytes and ringOf turn a ring to bytes and back: a version, the index key, the
// sealing keys.
func (r Ring) bytes() []byte {
	out := append([]byte{ringVersion}, r.Index[:]...)
	for _, k := range r.Sealing {
		out = append(out, k[:]...)
	}
	return out
}

func ringOf(b []byte) (r Ring, err error) {
	if len(b) < 1+2*len(r.Index) || b[0] != ringVersion || (len(b)-1)%len(r.Index) != 0 {
		return Ring{}, ErrSealed
	}
	copy(r.Index[:], b[1:])
	for b = b[1+len(r.Index):]; len(b) > 0; b = b[len(Key{}):] {
		r.Sealing = append(r.Sealing, Key(b[:len(Key{})]))
	}
	return r, nil
}

// NonceSize is the length of a nonce; each seal takes a fresh random one.
const NonceSize = 12

// block is what bodies are filled up to a multiple of, so that their lengths tell
// less.
const block = 32

// Seal seals an event's body under its header's canonical bytes. It gives nonce,
// ciphertext and tag in base64url.
func Seal(k Key, nonce [NonceSize]byte, header, body []byte) string {
	filled := append(slices.Clone(body), 0x80)
	for len(filled)%block != 0 {
		filled = append(filled, 0)
	}
	return encode(gcm(k).Seal(nonce[:], nonce[:], filled, header))
}

// Open opens what Seal gave. The header must be, to the byte, what it was sealed
// under.
func Open(k Key, header []byte, sealed string) ([]byte, error) {
	filled, err := open(k, header, sealed)
	if err != nil {
		return nil, err
	}
	for i := len(filled) - 1; i >= 0; i-- {
		switch filled[i] {
		case 0:
		case 0x80:
			return filled[:i], nil
		default:
			return nil, ErrSealed
		}
	}
	return nil, ErrSealed
}

func open(k Key, header []byte, sealed string) ([]byte, error) {
	b, err := base64.RawURLEncoding.Strict().DecodeString(sealed)
	if err != nil || len(b) < NonceSize {
		return nil, ErrSealed
	}
	plain, err := gcm(k).Open(nil, b[:NonceSize], b[NonceSize:], header)
	if err != nil {
		return nil, ErrSealed
	}
	return plain, nil
}

func gcm(k Key) cipher.AEAD {
	c, err := aes.NewCipher(k[:])
	if err != nil {
		panic("AES refuses its key: " + err.Error()) // it has 32 bytes
	}
	aead, err := cipher.NewGCM(c)
	if err != nil {
		panic("AES is not 128 bits wide: " + err.Error())
	}
	return aead
}

func encode(b []byte) string { return base64.RawURLEncoding.EncodeToString(b) }
