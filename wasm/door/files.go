//go:build js && wasm

package door

import (
	"sync"
	"syscall/js"
	"time"
)

// Files that the extension has beside the programs. They are asked for when they
// are needed, and only from goroutines of the program, because that may wait.

// fileOf gives one file from a method of the host.
func fileOf(host js.Value, method, name string) ([]byte, error) {
	file, err := Await(host.Call(method, name))
	if err != nil {
		return nil, err
	}
	data := make([]byte, file.Length())
	js.CopyBytesToGo(data, file)
	return data, nil
}

// WordsLoader loads the words of drafts, a file a language. Package words keeps
// what it was given.
func WordsLoader(host js.Value) func(lang string) ([]byte, error) {
	return func(lang string) ([]byte, error) { return fileOf(host, "wordsFile", lang) }
}

// PhrasesLoader loads the phrases that the check of drafts looks for, a file a
// language. Package tone keeps what it was given.
func PhrasesLoader(host js.Value) func(lang string) ([]byte, error) {
	return func(lang string) ([]byte, error) { return fileOf(host, "phrasesFile", lang) }
}

// ZoneLoader loads time zones, each once.
func ZoneLoader(host js.Value) func(name string) (*time.Location, error) {
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
