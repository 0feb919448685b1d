//go:build js && wasm

package main

// keyed tells what key presses a button, for who hears it and for who sees it.
//
//go:noinline
func keyed(b *node, key string) *node { return b.with("aria-keyshortcuts", key).with("data-key", key) }
