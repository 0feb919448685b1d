package seal_test

import (
	"fmt"
	"strings"
	"testing"

	"cleanbreak/core/seal"
)

func TestTheKeyHasItsLength(t *testing.T) {
	if _, err := seal.NewIndex(make([]byte, 16)); err == nil {
		t.Error("a key of 16 bytes was taken")
	}
}

// Pseudonyms are stored for good, so this value may never change.
func ExampleIndex_Pseudonym() {
	index, err := seal.NewIndex([]byte(strings.Repeat("k", seal.KeySize)))
	if err != nil {
		panic(err)
	}
	fmt.Println(index.Pseudonym("email:kim@acme.example"))
	// Output: vQzL2TTbB0pCWE2w27QtEw
}
