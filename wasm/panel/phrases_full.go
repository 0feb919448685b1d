//go:build js && wasm && !lean

package main

// loadPhrases has nothing to load: the phrases of the tone check are in the
// program.
func (p *panel) loadPhrases() {}
