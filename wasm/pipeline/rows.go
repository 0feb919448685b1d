//go:build js && wasm

package main

import (
	"strconv"
	"syscall/js"

	"cleanbreak/core/pipeline"
)

// What crosses to the page: rows apart by one control character, their cells by
// another; extension/rows.js reads them. Both are taken out of the cells. The order of
// the cells stands in testdata/pipeline-row.json, to which tests hold both sides.
const (
	betweenCells = 0x1f
	betweenRows  = 0x1e
)

// flags of a row, as letters of its last cell.
const (
	judged    = 'j'
	aggregate = 'a' // judged by counts and last dates alone
	rotting   = 'r'
	valued    = 'v' // its value is known
	several   = 'm' // its cell names more contacts than the one it is judged by
)

// batches gives bytes to a method of the host, a block of lines at a time, so that
// the page can put those of several threads in their order.
type batches struct {
	host   js.Value
	method string
	buffer []byte
	lines  int // given since the last one
}

func newBatches(host js.Value, method string) *batches {
	return &batches{host: host, method: method, buffer: make([]byte, 0, 1<<17)}
}

// Write takes text as it is.
func (b *batches) Write(data []byte) (int, error) {
	b.buffer = append(b.buffer, data...)
	return len(data), nil
}

// ended is called after each line.
func (b *batches) ended() {
	if b.lines++; b.lines == pipeline.Block {
		b.flush()
	}
}

// flush gives what there is, and nothing too: it keeps its place.
func (b *batches) flush() {
	out := js.Global().Get("Uint8Array").New(len(b.buffer))
	js.CopyBytesToJS(out, b.buffer)
	b.host.Call(b.method, out)
	b.buffer, b.lines = b.buffer[:0], 0
}

// line takes one line of the answer.
func (b *batches) line(l *pipeline.Line) error {
	for _, n := range [...]int64{int64(l.Source), int64(l.Row), l.At} {
		b.buffer = append(strconv.AppendInt(b.buffer, n, 10), betweenCells)
	}
	reassess := ""
	if l.Reassess != nil {
		reassess = *l.Reassess
	}
	reason := l.Because
	if !l.Judged {
		reason = l.Why
	}
	for _, s := range [...]string{
		l.ID, l.Name, l.Contact, l.Email, l.Account, l.Owner, l.Stage, amount(l.Value), l.Currency,
		l.Verdict, l.Kind, strconv.Itoa(l.Score), reason, l.Next, reassess, strconv.Itoa(l.MinutesLeft), l.Note,
	} {
		b.cell(s)
	}
	for _, f := range [...]struct {
		is   bool
		flag byte
	}{{l.Judged, judged}, {l.Aggregate, aggregate}, {l.Rotting, rotting}, {l.Valued, valued}, {l.Several, several}} {
		if f.is {
			b.buffer = append(b.buffer, f.flag)
		}
	}
	b.buffer = append(b.buffer, betweenRows)
	b.ended()
	return nil
}

// amount writes a number; most are whole, and that is quicker.
func amount(v float64) string {
	if whole := int64(v); float64(whole) == v {
		return strconv.FormatInt(whole, 10)
	}
	return strconv.FormatFloat(v, 'f', -1, 64)
}

func (b *batches) cell(s string) {
	from := len(b.buffer)
	b.buffer = append(b.buffer, s...)
	for i, c := range b.buffer[from:] {
		if c < ' ' {
			b.buffer[from+i] = ' '
		}
	}
	b.buffer = append(b.buffer, betweenCells)
}
