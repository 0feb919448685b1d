//go:build js && wasm

package main

import (
	"encoding/base64"
	"encoding/json"
	"math"
	"strconv"
	"strings"
	"syscall/js"
	"time"

	"cleanbreak/wasm/view"
)

var (
	global = js.Global()
	chrome = global.Get("chrome")
)

// then calls done or failed once, whichever the promise comes to, and lets both
// callbacks go. Neither may block.
func (p *panel) then(promise js.Value, done func(js.Value), failed func(string)) {
	var yes, no js.Func
	release := func() { yes.Release(); no.Release() }
	yes = p.callback(func(args []js.Value) { release(); done(arg(args, 0)) })
	no = p.callback(func(args []js.Value) { release(); failed(message(arg(args, 0))) })
	promise.Call("then", yes, no)
}

// callback is how JavaScript calls in: a panic becomes a broken panel that says
// so, and never the end of the program.
func (p *panel) callback(do func(args []js.Value)) js.Func {
	return js.FuncOf(func(_ js.Value, args []js.Value) any {
		defer p.rescue()
		do(args)
		return nil
	})
}

// later runs once after some milliseconds.
func (p *panel) later(ms int, do func()) {
	var once js.Func
	once = p.callback(func([]js.Value) { once.Release(); do() })
	global.Call("setTimeout", once, ms)
}

func arg(args []js.Value, i int) js.Value {
	if i < len(args) {
		return args[i]
	}
	return js.Undefined()
}

func message(err js.Value) string {
	if err.Type() == js.TypeObject && err.Get("message").Type() == js.TypeString {
		return err.Get("message").String()
	}
	return ""
}

// object makes a JavaScript object of what encoding/json can write.
func object(v any) js.Value {
	b, err := json.Marshal(v)
	if err != nil {
		panic(err)
	}
	return global.Get("JSON").Call("parse", string(b))
}

// freshID gives 128 random bits, in the form of every id of the log.
func freshID() string {
	random := global.Get("Uint8Array").New(16)
	global.Get("crypto").Call("getRandomValues", random)
	var id [16]byte
	js.CopyBytesToGo(id[:], random)
	return base64.RawURLEncoding.EncodeToString(id[:])
}

// tabInAddress reads #tab=12: the panel opened as a page about one tab.
func tabInAddress() (int, bool) {
	hash := global.Get("location").Get("hash").String()
	tab, err := strconv.Atoi(strings.TrimPrefix(hash, "#tab="))
	return tab, err == nil
}

// local moves a time into the viewer's zone. Go in a browser knows only today's
// offset and no rules of summer time; the browser knows the offset of any day.
func local(t time.Time) time.Time {
	if t.IsZero() {
		return t
	}
	minutes := global.Get("Date").New(t.UnixMilli()).Call("getTimezoneOffset").Int()
	return t.In(time.FixedZone("", -60*minutes))
}

// watchPaint leaves a mark "painted" in the performance timeline once the drawing is on the
// screen: after the next frame, in a turn of its own.
func (p *panel) watchPaint() (request func()) {
	performance := global.Get("performance")
	channel := global.Get("MessageChannel").New()
	waiting := false
	mark := p.callback(func([]js.Value) {
		waiting = false
		performance.Call("clearMarks", "painted")
		performance.Call("mark", "painted", map[string]any{
			"detail": map[string]any{"tab": p.state.Tab, "url": p.state.URL},
		})
	})
	channel.Get("port1").Set("onmessage", mark)
	frame := p.callback(func([]js.Value) { channel.Get("port2").Call("postMessage", 0) })
	return func() {
		if !waiting {
			waiting = true
			global.Call("requestAnimationFrame", frame)
		}
	}
}

// openFolds are the sections that stand open on the page.
func openFolds() map[string]bool {
	open := map[string]bool{}
	found := document.Call("querySelectorAll", "details[open]")
	for i := range found.Length() {
		open[found.Index(i).Get("dataset").Get("fold").String()] = true
	}
	return open
}

// focus goes to what a selector finds. What is drawn anew is where the press was:
// scrolling there would only move it.
func focus(selector string) {
	if found := document.Call("querySelector", selector); found.Truthy() {
		found.Call("focus", map[string]any{"preventScroll": true})
	}
}

// quoted writes a text as a selector takes it.
func quoted(text string) string { return global.Get("CSS").Call("escape", text).String() }

// field finds the element that a field is typed in.
func field(name string) js.Value {
	return document.Call("querySelector", "[data-field="+quoted(name)+"]")
}

// moment reads what stands in a field for a day and an hour, in the viewer's
// zone; the zero time where there is none.
func moment(value string) time.Time {
	ms := global.Get("Date").Get("parse").Invoke(value).Float()
	if value == "" || math.IsNaN(ms) {
		return time.Time{}
	}
	return time.UnixMilli(int64(ms)).UTC()
}

// country is the name of one in the rep's language; "" where there is none by that code.
func country(code string) string {
	code = strings.ToUpper(strings.TrimSpace(code))
	if len(code) != 2 || strings.Trim(code, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") != "" {
		return ""
	}
	names := global.Get("Intl").Get("DisplayNames").New(view.Tongue(), map[string]any{"type": "region", "fallback": "none"})
	if name := names.Call("of", code); name.Type() == js.TypeString {
		return name.String()
	}
	return ""
}
