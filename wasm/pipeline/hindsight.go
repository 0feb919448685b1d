//go:build js && wasm

package main

import (
	"context"
	"slices"
	"strings"
	"syscall/js"

	"cleanbreak/core/pipeline"
	"cleanbreak/core/playbook"
)

// mostNamed is how many of those let go the page names.
const mostNamed = 100

// replay is what other rules would have brought: a built-in playbook's name, or a
// playbook's file.
func (p *program) replay(t task, args []js.Value) (any, error) {
	o, err := p.options(t)
	if err != nil {
		return nil, err
	}
	other, err := named(args[0].String())
	if err != nil {
		return nil, err
	}
	r, err := pipeline.Replayed(context.Background(), p.sources(t), o, [2]*playbook.Playbook{o.Playbook, other.Excluding(t.Own, t.Never)})
	if err != nil {
		return nil, err
	}
	for _, b := range []*pipeline.Brought{&r.Now, &r.Then} {
		b.Partings = b.Partings[:min(mostNamed, len(b.Partings))]
	}
	return r, nil
}

func named(other string) (*playbook.Playbook, error) {
	if slices.Contains(playbook.BuiltIn, other) {
		return playbook.Named(other)
	}
	return playbook.Load([]byte(strings.TrimPrefix(other, "\ufeff")))
}

// ideal is the ideal prospect, learnt from the accounts that bought more than once.
func (p *program) ideal(t task, _ []js.Value) (any, error) {
	o, err := p.options(t)
	if err != nil {
		return nil, err
	}
	return pipeline.Ideal(context.Background(), p.sources(t), o)
}
