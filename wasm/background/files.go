//go:build js && wasm

package main

import (
	"sync"
	"syscall/js"
	"time"
)

// Files that the extension has beside the brain. They are asked for when they
// are needed, and only from goroutines of the brain, because that may wait.

// fileOf gives one file from a method of the host.
func fileOf(host js.Value, method, name string) ([]byte, error) {
	file, err := await(host.Call(method, name))
	if err != nil {
		return nil, err
	}
	data := make([]byte, file.Length())
	js.CopyBytesToGo(data, file)
	return data, nil
}

// wordsLoader loads the words of drafts, a file a language. Package words keeps
// what it was given.
func wordsLoader(host js.Value) func(lang string) ([]byte, error) {
	return func(lang string) ([]byte, error) { return fileOf(host, "wordsFile", lang) }
}

// zoneLoader loads time zones, each once.
func zoneLoader(host js.Value) func(name string) (*time.Location, error) {
	var loaded sync.Map
	return func(name string) (*time.Location, error) {
		if name == "" || name == "UTC" {
			return time.UTC, nil
		}
		if zone, ok := loaded.Load(name); ok {
			return zone.(*time.Location), nil
		}
		data, err := fileOf(host, "zoneFile", name)
		if err != nil {
			return nil, err
		}
		zone, err := time.LoadLocationFromTZData(name, data)
		if err != nil {
			return nil, err
		}
		loaded.Store(name, zone)
		return zone, nil
	}
}
