//go:build js && wasm

// Command panel draws what the brain says about the tab in view, and sends it
// what the rep presses. It decides nothing: the words come from wasm/view, the
// State from the background.
//
// Everything runs in callbacks that never block, so there is one thing at a
// time and nothing to lock.
package main

import (
	"fmt"
	"syscall/js"

	"cleanbreak/wasm/view"

	"honnef.co/go/js/dom/v2"
)

type panel struct {
	root   *node
	say    dom.Element
	said   string
	state  view.State
	tab    int // whose State is shown; none before it is known
	window int // of the browser, when the panel follows its active tab
	turn   int // grows whenever the page changes: an answer to an older turn is late
	heard  int // grows with each State that came unasked
	scene  scene
	paint  func()
}

const noTab = -1

func main() {
	p := &panel{
		tab: noTab, window: noTab,
		root: &node{tag: "main", el: wrap(document.Call("getElementById", "root"))},
		say:  wrap(document.Call("getElementById", "say")),
	}
	p.paint = p.watchPaint()
	func() {
		defer p.rescue()
		p.start()
	}()
	select {}
}

func (p *panel) start() {
	p.root.el.SetTextContent("") // the skeleton of panel.html
	p.listen()
	runtime := chrome.Get("runtime")
	runtime.Get("onMessage").Call("addListener", p.callback(func(args []js.Value) {
		p.hear(arg(args, 0), arg(args, 1))
	}))
	if tab, ok := tabInAddress(); ok {
		p.follow(tab)
		return
	}
	tabs := chrome.Get("tabs")
	tabs.Get("onActivated").Call("addListener", p.callback(func(args []js.Value) {
		active := arg(args, 0)
		if p.window == noTab || active.Get("windowId").Int() == p.window {
			p.follow(active.Get("tabId").Int())
		}
	}))
	query := map[string]any{"active": true, "currentWindow": true}
	p.then(tabs.Call("query", query), func(found js.Value) {
		if found.Length() == 0 || p.tab != noTab {
			return
		}
		tab := found.Index(0)
		if id := tab.Get("windowId"); id.Type() == js.TypeNumber {
			p.window = id.Int()
		}
		p.follow(tab.Get("id").Int())
	}, p.fail)
}

// follow shows another tab: what was shown goes at once, before anything is known.
func (p *panel) follow(tab int) {
	p.tab = tab
	p.clear(view.State{Tab: tab, Phase: view.Reading})
	p.look()
}

// clear shows another page's State; late answers about the page before are dropped.
func (p *panel) clear(s view.State) {
	p.turn++
	p.scene.memory = memory{}
	p.said = ""
	p.announce("")
	p.show(s)
}

// show draws a State. What the rep opened or typed stays while it is about the
// same person.
func (p *panel) show(s view.State) {
	if s.URL != p.state.URL || s.Tab != p.state.Tab || identity(s) != identity(p.state) {
		busy := p.scene.busy
		p.scene.memory = memory{busy: busy}
	}
	p.state = s
	p.draw()
}

func (p *panel) draw() {
	model := view.Make(p.state, local)
	p.scene.copies, p.scene.open = map[string]string{}, openFolds()
	next := &node{tag: "main"}
	body := el("div", "sheet", p.scene.draw(model)...).as(identity(p.state))
	next.add(body.with("data-phase", model.Phase))
	patch(p.root, next)
	p.root = next
	if model.Say != "" && model.Say != p.said {
		p.announce(model.Say)
		p.said = model.Say
	}
	p.paint()
}

// identity tells one person's drawing from another's, so that nothing one
// opened about the first is open for the second.
func identity(s view.State) string {
	who := s.Person
	return s.Phase + "\n" + who.Member + "\n" + who.Slug + "\n" + who.Email + "\n" + who.Name
}

func (p *panel) announce(words string) { p.say.SetTextContent(words) }

// rescue turns a panic into a panel that says what to do. The drawing may be
// half done, so it starts from an empty one.
func (p *panel) rescue() {
	problem := recover()
	if problem == nil {
		return
	}
	global.Get("console").Call("error", "Clean Break panel: "+fmt.Sprint(problem))
	defer func() {
		if again := recover(); again != nil {
			global.Get("console").Call("error", "Clean Break panel, again: "+fmt.Sprint(again))
		}
	}()
	p.root.el.SetTextContent("")
	p.root = &node{tag: "main", el: p.root.el}
	p.clear(view.State{Tab: p.state.Tab, URL: p.state.URL, Phase: view.Broken})
}
