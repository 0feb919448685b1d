//go:build js && wasm

package main

import (
	"runtime/debug"

	"cleanbreak/worker/api"
	"cleanbreak/worker/workerd"

	"github.com/syumai/workers"
	"github.com/syumai/workers/cloudflare"
)

// main hands the API to the shim and stays. It never waits on JavaScript: see
// package workerd.
func main() {
	// A few MiB live at a time and an isolate may use 128: collecting less often
	// costs nothing else.
	debug.SetGCPercent(400)
	host := &workerd.Host{}
	c := config(cloudflare.Getenv)
	workerd.Serve(api.New(c, host), host)
	workerd.Housekeep(c, host)
	workers.Ready()
	select {}
}
