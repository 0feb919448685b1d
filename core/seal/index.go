// Package seal keeps names out of the log's clear parts: it turns identities and
// the pages' message ids into keyed hashes that say nothing without the key.
package seal

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"strconv"
)

// KeySize is the length of the index key, in bytes.
const KeySize = 32

// Index makes pseudonyms and event ids with the index key, which is made once
// and never changes. It remembers what it made, because a page that is read
// again asks for the same ids; it is not for use by several goroutines at once.
type Index struct {
	key  []byte
	made map[string]string
}

// most is how many results are remembered: a long thread's, several times over.
const most = 20_000

// NewIndex takes a key of KeySize random bytes.
func NewIndex(key []byte) (Index, error) {
	if len(key) != KeySize {
		return Index{}, fmt.Errorf("the index key has %d bytes; it takes %d", len(key), KeySize)
	}
	return Index{key, map[string]string{}}, nil
}

// Pseudonym stands for one identity: 22 characters, the same wherever the key
// is the same.
func (x Index) Pseudonym(identity string) string { return x.tag("identity", identity) }

// EventID stands for one message in one mailbox, so that it counts once however
// often it is seen.
func (x Index) EventID(mailbox, message string) string { return x.tag("event", mailbox, message) }

func (x Index) tag(purpose string, parts ...string) string {
	// Lengths first, so that no two lists of parts give the same text.
	text := ""
	for _, part := range append([]string{purpose}, parts...) {
		text += strconv.Itoa(len(part)) + ":" + part
	}
	if tag, ok := x.made[text]; ok {
		return tag
	}
	mac := hmac.New(sha256.New, x.key)
	mac.Write([]byte(text))
	tag := base64.RawURLEncoding.EncodeToString(mac.Sum(nil)[:16])
	if len(x.made) >= most {
		clear(x.made)
	}
	x.made[text] = tag
	return tag
}
