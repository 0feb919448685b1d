//go:build js && wasm

package main

import (
	"sync"
	"syscall/js"
	"time"
)

// zoneLoader loads time zones from the extension's own files, each once. It may
// wait, so it is called only from goroutines of the brain.
func zoneLoader(host js.Value) func(name string) (*time.Location, error) {
	var loaded sync.Map
	return func(name string) (*time.Location, error) {
		if name == "" || name == "UTC" {
			return time.UTC, nil
		}
		if zone, ok := loaded.Load(name); ok {
			return zone.(*time.Location), nil
		}
		file, err := await(host.Call("zoneFile", name))
		if err != nil {
			return nil, err
		}
		data := make([]byte, file.Length())
		js.CopyBytesToGo(data, file)
		zone, err := time.LoadLocationFromTZData(name, data)
		if err != nil {
			return nil, err
		}
		loaded.Store(name, zone)
		return zone, nil
	}
}
