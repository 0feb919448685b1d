//go:build js && wasm

package main

import (
	"context"
	"syscall/js"

	"cleanbreak/core/pipeline"
)

// listed is whom the files name by an address; the first page offers to track them.
func (p *program) listed(t task, _ []js.Value) (any, error) {
	o, err := p.options(t)
	if err != nil {
		return nil, err
	}
	return pipeline.ListOf(context.Background(), p.sources(t), o)
}
