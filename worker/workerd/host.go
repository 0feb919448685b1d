//go:build js && wasm

// Package workerd runs the API inside workerd. It is the only place that knows
// JavaScript values; shim.js, which starts it and calls it, is the other half.
//
// A call is answered without ever waiting for JavaScript, so that one Go runtime
// serves every object of the isolate and requests cannot mix. Every value that
// crosses over costs: a request comes as one text of its headers and the bytes
// of its body, and what SQLite made of a pull goes out without having come in.
// That is why calls do not go through the handleRequest of syumai/workers, which
// has a third of the throughput of Serve below for a round of sync that brings
// nothing new; what starts the runtime is that package's.
package workerd

import (
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"syscall/js"

	"cleanbreak/worker/api"
	"cleanbreak/worker/store"
)

// Host is the api.Host of workerd. It holds what belongs to the call in hand.
type Host struct {
	env   js.Value // the shim's object for the call
	body  js.Value
	reply js.Value // a Response
}

// Text is a string of JavaScript that was not brought over, or undefined where
// there is none.
type Text struct{ js.Value }

var (
	context    = js.Global().Get("context") // the shim's: env, binding, reply
	statements = map[string]js.Value{}      // as JavaScript strings, made once
	byteArray  = js.Global().Get("Uint8Array")
)

// sql is one object's storage.
type sql struct{ env, do js.Value }

func (s sql) Ready() bool { return s.env.Get("ready").Truthy() }
func (s sql) SetReady()   { s.env.Set("ready", true) }

func (s sql) Do(statement string, args ...any) (out store.Text) {
	text, known := statements[statement]
	if !known {
		text = js.ValueOf(statement)
		statements[statement] = text
	}
	values := append(make([]any, 0, 12), text)
	for _, a := range args {
		switch v := a.(type) {
		case int64:
			a = float64(v)
		case []byte:
			array := byteArray.New(len(v))
			js.CopyBytesToJS(array, v)
			a = array
		}
		values = append(values, a)
	}
	defer func() {
		if cause := recover(); cause != nil {
			panic(store.Failure{Err: fmt.Errorf("%v", cause)})
		}
	}()
	return Text{s.do.Invoke(values...)}
}

// String brings the text over.
func (t Text) String() string {
	if t.IsUndefined() {
		return ""
	}
	return t.Value.String()
}

// headers that the API looks at, in the order in which the shim sends them.
var headers = []string{
	"Authorization", "Content-Type", "Content-Length", "Content-Encoding", "Origin", "Upgrade", "Sec-Websocket-Protocol",
}

// Serve has the shim call the API: the method, the address and the headers as
// lines of one text, and the body's bytes or null. It gives a Response.
func Serve(handler http.Handler, h *Host) {
	context.Get("binding").Set("serve", js.FuncOf(func(_ js.Value, args []js.Value) any {
		h.env, h.body, h.reply = context.Get("env"), args[1], js.Null()
		handler.ServeHTTP(&writer{http.Header{}}, request(args[0].String()))
		return h.reply
	}))
}

func request(head string) *http.Request {
	lines := strings.Split(head, "\n")
	r := &http.Request{Method: lines[0], Header: make(http.Header, len(headers))}
	address, err := url.ParseRequestURI(lines[1])
	if err != nil {
		address = &url.URL{Path: "/"}
	}
	r.URL = address
	for i, name := range headers {
		if value := lines[2+i]; value != "" {
			r.Header[name] = []string{value}
		}
	}
	return r
}

// writer holds the reply's headers; the body goes out through Host.Write.
type writer struct{ header http.Header }

func (w *writer) Header() http.Header         { return w.header }
func (w *writer) Write(b []byte) (int, error) { panic("a body goes out through the host") }
func (w *writer) WriteHeader(statusCode int)  {}

// SQL gives the storage of the object that was called.
func (h *Host) SQL(*http.Request) store.SQL {
	do := h.env.Get("do")
	if do.IsUndefined() {
		return nil
	}
	return sql{h.env, do}
}

// Body gives the bytes that the shim has read already.
func (h *Host) Body(*http.Request) (string, error) {
	if h.body.IsNull() {
		return "", nil
	}
	body := make([]byte, h.body.Get("byteLength").Int())
	js.CopyBytesToGo(body, h.body)
	return string(body), nil
}

// Write joins the parts in JavaScript, so that those that SQLite made never
// cross over.
func (h *Host) Write(w http.ResponseWriter, status int, parts ...store.Text) {
	var lines strings.Builder
	for name, values := range w.Header() {
		for _, value := range values {
			lines.WriteString(name + "\n" + value + "\n")
		}
	}
	values := append(make([]any, 0, 8), status, lines.String())
	for _, part := range parts {
		if t, there := part.(Text); there {
			values = append(values, t.Value)
		} else {
			values = append(values, part.String())
		}
	}
	h.reply = context.Call("reply", values...)
}

// Failed marks the call, so that the shim rolls back.
func (h *Host) Failed(_ *http.Request, cause any) { h.env.Set("failed", fmt.Sprint(cause)) }

// Tell leaves word for the shim.
func (h *Host) Tell(_ *http.Request, n store.Notice) {
	if n.Closed != "" {
		h.env.Set("closed", n.Closed)
		return
	}
	h.env.Set("news", n.Except)
}

// Housekeep has the shim's alarm call this.
func Housekeep(c api.Config, h *Host) {
	context.Get("binding").Set("housekeep", js.FuncOf(func(js.Value, []js.Value) (more any) {
		h.env = context.Get("env")
		defer func() {
			if cause := recover(); cause != nil {
				h.Failed(nil, cause)
				more = false
			}
		}()
		sql := h.SQL(nil)
		return sql != nil && c.Housekeep(sql)
	}))
}
