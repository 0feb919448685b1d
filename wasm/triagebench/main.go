//go:build js && wasm

// Command triagebench judges an export of deals in the browser, for `make
// bench-triage`.
package main

import (
	"context"
	"io"
	"runtime/debug"
	"syscall/js"
	"time"

	"cleanbreak/core/pipeline"
	"cleanbreak/core/playbook"
)

func main() {
	debug.SetGCPercent(1000) // what is held is small: most of what a row needs is garbage after it
	js.Global().Set("cleanBreakTriage", js.FuncOf(triage))
	select {}
}

// triage takes a file's bytes, which part of how many it is to judge, and gives how
// many rows were judged, how many not, and how many bytes the answer has; or what
// went wrong.
func triage(_ js.Value, args []js.Value) any {
	bytes := args[0]
	src := pipeline.Source{Name: "deals.csv", Open: func() (io.ReadCloser, error) {
		return io.NopCloser(&file{bytes: bytes, left: bytes.Get("length").Int()}), nil
	}}
	run, err := pipeline.New([]pipeline.Source{src}, pipeline.Options{
		Now: time.Date(2026, 11, 20, 9, 0, 0, 0, time.UTC), Playbook: playbook.Balanced(), Part: args[1].Int(), Parts: args[2].Int(),
	})
	if err != nil {
		return err.Error()
	}
	var written counter
	w := pipeline.NewWriter(&written, "csv")
	if err := run.Run(context.Background(), w.Line, nil); err != nil {
		return err.Error()
	}
	return []any{run.Summary.Judged, run.Summary.Rows - run.Summary.Judged, int(written)}
}

// file reads a Uint8Array piece by piece.
type file struct {
	bytes    js.Value
	at, left int
}

func (f *file) Read(b []byte) (int, error) {
	if f.left == 0 {
		return 0, io.EOF
	}
	n := js.CopyBytesToGo(b, f.bytes.Call("subarray", f.at, f.at+min(len(b), f.left)))
	f.at, f.left = f.at+n, f.left-n
	return n, nil
}

type counter int

func (c *counter) Write(b []byte) (int, error) {
	*c += counter(len(b))
	return len(b), nil
}
