package keys

import (
	"crypto/hkdf"
	"crypto/sha256"
	"encoding/base32"
	"encoding/base64"
	"errors"
	"strings"
)

// Invitation lets one device join. Its text carries the Worker's address, the
// team and the secret; whoever reads it can join, once.
type Invitation struct {
	Worker string // https://…
	Team   string // 22 characters
	Secret [20]byte
}

// ErrInvitation is given for text that is no invitation, or is mistyped.
var ErrInvitation = errors.New("this is not a whole invitation; copy it again from its first to its last character")

// String gives the text: the Worker's address, then after # what no request
// sends: the team, the secret, and a checksum of it all.
func (i Invitation) String() string {
	text := strings.TrimSuffix(i.Worker, "/") + "/#join." + i.Team + "." + encode(i.Secret[:])
	return text + "." + sum(text)
}

// ParseInvitation reads what String gave, with spaces around it.
func ParseInvitation(text string) (i Invitation, err error) {
	text = strings.TrimSpace(text)
	end := strings.LastIndexByte(text, '.')
	if end < 0 || sum(text[:end]) != text[end+1:] {
		return i, ErrInvitation
	}
	worker, rest, found := strings.Cut(text[:end], "/#join.")
	team, secret, both := strings.Cut(rest, ".")
	b, err := base64.RawURLEncoding.Strict().DecodeString(secret)
	if !found || !both || err != nil || len(b) != len(i.Secret) || len(team) != 22 {
		return Invitation{}, ErrInvitation
	}
	return Invitation{worker, team, [20]byte(b)}, nil
}

func sum(text string) string {
	s := sha256.Sum256([]byte("cleanbreak checksum " + text))
	return encode(s[:3])
}

// Auth is what the joining device proves the invitation with. The server is
// given seal.Hash of it beforehand.
func (i Invitation) Auth() string { return encode(derive(i.Secret[:], "auth "+i.Team)) }

// Wrap seals the team's keys for the joining device; the server keeps it and
// cannot open it.
func (i Invitation) Wrap(r Ring, nonce [NonceSize]byte) string {
	return wrap(i.Secret[:], i.Team, r, nonce)
}

// Unwrap opens what Wrap gave.
func (i Invitation) Unwrap(wrapped string) (Ring, error) {
	return unwrap(i.Secret[:], i.Team, wrapped)
}

func wrap(secret []byte, team string, r Ring, nonce [NonceSize]byte) string {
	key := Key(derive(secret, "wrap "+team))
	return encode(gcm(key).Seal(nonce[:], nonce[:], r.bytes(), []byte(team)))
}

func unwrap(secret []byte, team, wrapped string) (Ring, error) {
	b, err := open(Key(derive(secret, "wrap "+team)), []byte(team), wrapped)
	if err != nil {
		return Ring{}, err
	}
	return ringOf(b)
}

// derive gives 32 bytes for one purpose.
func derive(secret []byte, purpose string) []byte {
	b, err := hkdf.Key(sha256.New, secret, nil, "cleanbreak "+purpose, 32)
	if err != nil {
		panic("HKDF refuses 32 bytes: " + err.Error())
	}
	return b
}

// Recovery is the printed key that gives a manager's device back when all are
// lost. It is used like an invitation, and later keys are sealed to its pair.
type Recovery struct {
	Team   string
	Secret [20]byte
}

// String gives the key in groups of four letters and digits, the last two
// of them checksum.
func (r Recovery) String() string {
	check := sha256.Sum256(append([]byte("cleanbreak recovery "), r.Secret[:]...))
	text := base32.StdEncoding.WithPadding(base32.NoPadding).EncodeToString(append(r.Secret[:len(r.Secret):len(r.Secret)], check[:5]...))
	var groups []string
	for ; text != ""; text = text[4:] {
		groups = append(groups, text[:4])
	}
	return strings.Join(groups, "-")
}

// ErrRecovery is given for a mistyped recovery key.
var ErrRecovery = errors.New("this is not the recovery key; check it group by group")

// ParseRecovery reads what String gave; letter case, spaces and hyphens do not
// count, and 0, 1 and 8 are read as O, I and B.
func ParseRecovery(team, text string) (Recovery, error) {
	plain := strings.NewReplacer("-", "", " ", "", "\n", "", "0", "O", "1", "I", "8", "B").Replace(strings.ToUpper(text))
	b, err := base32.StdEncoding.WithPadding(base32.NoPadding).DecodeString(plain)
	r := Recovery{Team: team}
	if err != nil || len(b) != len(r.Secret)+5 {
		return Recovery{}, ErrRecovery
	}
	copy(r.Secret[:], b)
	if strings.ReplaceAll(r.String(), "-", "") != plain {
		return Recovery{}, ErrRecovery
	}
	return r, nil
}

// Auth is what a device proves the recovery key with.
func (r Recovery) Auth() string { return encode(derive(r.Secret[:], "recovery auth "+r.Team)) }

// Pair is the pair that keys made later are sealed to.
func (r Recovery) Pair() (Pair, error) {
	return NewPair([32]byte(derive(r.Secret[:], "recovery pair "+r.Team)))
}

// Wrap seals the team's keys as they are now.
func (r Recovery) Wrap(ring Ring, nonce [NonceSize]byte) string {
	return wrap(r.Secret[:], "recovery "+r.Team, ring, nonce)
}

// Unwrap opens what Wrap gave.
func (r Recovery) Unwrap(wrapped string) (Ring, error) {
	return unwrap(r.Secret[:], "recovery "+r.Team, wrapped)
}
