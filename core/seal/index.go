// Package seal keeps names out of the log's clear parts: it turns identities and
// the pages' message ids into keyed hashes that say nothing without the key.
package seal

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"fmt"
)

// KeySize is the length of the index key, in bytes.
const KeySize = 32

// Index makes pseudonyms and event ids with the index key, which is made once
// and never changes.
type Index struct{ key []byte }

// NewIndex takes a key of KeySize random bytes.
func NewIndex(key []byte) (Index, error) {
	if len(key) != KeySize {
		return Index{}, fmt.Errorf("the index key has %d bytes; it takes %d", len(key), KeySize)
	}
	return Index{key}, nil
}

// Pseudonym stands for one identity: 22 characters, the same wherever the key
// is the same.
func (x Index) Pseudonym(identity string) string { return x.tag("identity", identity) }

// EventID stands for one message in one mailbox, so that it counts once however
// often it is seen.
func (x Index) EventID(mailbox, message string) string { return x.tag("event", mailbox, message) }

func (x Index) tag(purpose string, parts ...string) string {
	mac := hmac.New(sha256.New, x.key)
	for _, part := range append([]string{purpose}, parts...) {
		fmt.Fprintf(mac, "%d:%s", len(part), part)
	}
	return base64.RawURLEncoding.EncodeToString(mac.Sum(nil)[:16])
}
