//go:build js && wasm

package main

import (
	"errors"
	"io"
	"syscall/js"

	"cleanbreak/core/pipeline"
)

// piece is how much of a file is asked for at once, in bytes.
const piece = 4 << 20

// upload reads a chosen file piece by piece from the host, which has it at once.
type upload struct {
	host     js.Value
	file     int
	at, size int64
	held     js.Value // a Uint8Array
	from, to int      // what of it is still to be given
}

func opener(host js.Value, file int, size int64) func() (io.ReadCloser, error) {
	return func() (io.ReadCloser, error) {
		return io.NopCloser(&upload{host: host, file: file, size: size}), nil
	}
}

func (u *upload) Read(b []byte) (n int, err error) {
	if u.from == u.to {
		if u.at >= u.size {
			return 0, io.EOF
		}
		if err := u.more(); err != nil {
			return 0, err
		}
	}
	n = js.CopyBytesToGo(b, u.held.Call("subarray", u.from, min(u.to, u.from+len(b))))
	u.from += n
	return n, nil
}

// more asks for the next piece. The browser throws where the file was changed or
// taken away since it was chosen.
func (u *upload) more() (err error) {
	defer func() {
		if recover() != nil {
			err = &pipeline.Fault{Code: "gone", Words: "the file was changed or moved since it was chosen; choose it again"}
		}
	}()
	u.held = u.host.Call("read", u.file, float64(u.at), float64(min(u.size, u.at+piece)))
	u.from, u.to = 0, u.held.Length()
	if u.to == 0 {
		return errors.New("the file ended before its size")
	}
	u.at += int64(u.to)
	return nil
}
