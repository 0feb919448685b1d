//go:build js && wasm

// Command bench-replies is the reader of replies alone, as `make bench-replies`
// runs it in Node.
package main

import (
	"strings"
	"syscall/js"

	"cleanbreak/core/reply"
)

func main() {
	js.Global().Set("cleanBreakReplies", js.ValueOf(map[string]any{
		"visible": js.FuncOf(visible),
		"read": js.FuncOf(func(_ js.Value, args []js.Value) any {
			r := reply.Read(reply.Mail{Text: args[0].String(), Subject: args[1].String()})
			return js.ValueOf([]any{r.Intents[0].Intent, r.Machine})
		}),
	}))
	select {}
}

// visible trims the mails of a text, between which NUL stands, and gives what is
// seen of them in the same way: one crossing for all, as the extension has one
// for a page of mails.
func visible(_ js.Value, args []js.Value) any {
	seen := make([]string, 0, 256)
	for mail := range strings.SplitSeq(args[0].String(), "\x00") {
		seen = append(seen, reply.Visible(mail))
	}
	return strings.Join(seen, "\x00")
}
