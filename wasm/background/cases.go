//go:build js && wasm && !shipped

package main

import (
	"syscall/js"

	"cleanbreak/core/assess"
	"cleanbreak/core/page"
	"cleanbreak/core/playbook"
	"cleanbreak/wasm/door"
)

func init() {
	forTests["assess"] = door.Promised(func(args []js.Value) (any, error) { return assessCases([]byte(args[0].String())) })
	forTests["read"] = door.Promised(func(args []js.Value) (any, error) { return readPage([]byte(args[0].String())) })
}

// assessCases is `cleanbreak assess`.
func assessCases(data []byte) (any, error) {
	return door.JSON(assess.Read(data, playbook.Balanced()))
}

// readPage is what `make read` shows: the context, and how each field was found.
func readPage(snapshot []byte) (any, error) {
	ctx, err := page.Read(snapshot)
	if err != nil {
		return nil, err
	}
	found, err := page.HowFound(snapshot)
	if err != nil {
		return nil, err
	}
	return door.JSON(map[string]any{"context": ctx, "found": found}, nil)
}
