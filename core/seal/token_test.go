package seal_test

import (
	"fmt"
	"testing"

	"cleanbreak/core/seal"
)

// Tokens are kept by devices and their hashes by servers: neither may change.
func ExampleNewToken() {
	token := seal.NewToken([32]byte{1, 2, 3})
	fmt.Println(token, seal.IsToken(token))
	fmt.Println(seal.Hash(token))
	// Output:
	// cbd_AQIDAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAJauY true
	// g3zEyYUKpXrErae3U-0aYqlFDe4ctH6QPoJCxQLfq7k
}

func TestAMistypedTokenIsTold(t *testing.T) {
	token := seal.NewToken([32]byte{7})
	for i := range token {
		for _, c := range "A_x." {
			if typed := token[:i] + string(c) + token[i+1:]; typed != token && seal.IsToken(typed) {
				t.Errorf("%s passes for a token", typed)
			}
		}
	}
	for _, other := range []string{"", "cbd_", token[:len(token)-1], token + "A"} {
		if seal.IsToken(other) {
			t.Errorf("%q passes for a token", other)
		}
	}
}
