//go:build js && wasm && lean

package main

import (
	"errors"
	"syscall/js"

	"cleanbreak/core/tone"
)

// loadPhrases has the phrases of the tone check fetched when a draft is first
// read in their language, and the draft read again once they are there. They are
// files beside the program, as are the words of the brain: together they are
// 220 kB that the first drawing need not wait for.
func (p *panel) loadPhrases() {
	there, asked := map[string][]byte{}, map[string]bool{}
	tone.Source = func(lang string) ([]byte, error) {
		if phrases := there[lang]; phrases != nil {
			return phrases, nil
		}
		if !asked[lang] {
			asked[lang] = true
			p.fetch("tone/"+lang+".txt", func(phrases string) {
				there[lang] = []byte(phrases)
				p.draw()
			})
		}
		return nil, errors.New("the phrases are on their way")
	}
}

// fetch gives the text of a file of the extension; nothing where there is none.
func (p *panel) fetch(path string, done func(string)) {
	failed := func(why string) { global.Get("console").Call("warn", "Clean Break panel: "+path+" "+why) }
	p.then(global.Call("fetch", path), func(answer js.Value) {
		if !answer.Get("ok").Truthy() {
			failed("is missing")
			return
		}
		p.then(answer.Call("text"), func(text js.Value) { done(text.String()) }, failed)
	}, failed)
}
