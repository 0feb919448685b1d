package seal

import (
	"crypto/sha256"
	"encoding/base64"
	"strings"
)

// A device's token reads "cbd_", then 32 random bytes, then 3 bytes of checksum,
// both in base64url: a leaked one is found by its prefix, and a mistyped one is
// told before a server is asked.
const (
	tokenPrefix = "cbd_"
	tokenSize   = len(tokenPrefix) + 43 + 4
)

// NewToken makes a token from 32 random bytes.
func NewToken(random [32]byte) string {
	body := tokenPrefix + base64.RawURLEncoding.EncodeToString(random[:])
	return body + tokenSum(body)
}

// IsToken reports whether a text has a token's form and its checksum is right.
func IsToken(text string) bool {
	if len(text) != tokenSize || !strings.HasPrefix(text, tokenPrefix) {
		return false
	}
	body := text[:tokenSize-4]
	return tokenSum(body) == text[tokenSize-4:]
}

func tokenSum(body string) string {
	sum := sha256.Sum256([]byte("cleanbreak token " + body))
	return base64.RawURLEncoding.EncodeToString(sum[:3])
}

// Hash gives the SHA-256 of a secret as 43 characters: what a server keeps of it.
func Hash(secret string) string {
	sum := sha256.Sum256([]byte(secret))
	return base64.RawURLEncoding.EncodeToString(sum[:])
}
