//go:build js && wasm

package door

import (
	"syscall/js"

	"cleanbreak/core/say"
)

// Tongue is the rep's language as extension/languages.js gives it; nil, which is
// English, where it gave none.
func Tongue(given js.Value) *say.Language {
	if given.Type() != js.TypeObject {
		return nil
	}
	return say.Learn(given.Get("code").String(), given.Get("lines").String())
}
