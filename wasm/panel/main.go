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
	"time"

	"cleanbreak/wasm/door"
	"cleanbreak/wasm/view"

	"honnef.co/go/js/dom/v2"
)

type panel struct {
	memory
	root    *node
	say     dom.Element
	said    string
	state   view.State
	model   view.Panel // made from state
	got     float64    // when state came, by the browser's steady clock
	tab     int        // whose State is shown; none before it is known
	window  int        // of the browser, when the panel follows its active tab
	turn    int        // grows whenever the page changes: an answer to an older turn is late
	heard   int        // grows with each State that came unasked
	presses map[string]func()
	open    map[string]bool // the sections that the rep has opened
	ticking bool            // the next second is waited for
	ticked  time.Time       // the last one
	logged  []string        // what the rep logged here, by hand, oldest first
	noKeys  bool            // the rep wants none
	away    []typedOf       // what was typed about people shown before, the last at the end
	paint   func()
	today   *todayList // of the page Today; nil in the panel
}

// memory is what the panel remembers between two drawings of one person: what
// is being done, typed and opened, nothing of what is known about them.
type memory struct {
	busy    string               // the press that waits for its answer
	problem string               // why the last press did not work
	sent    press                // the last one that has no answer
	asking  string               // the question that stands open
	fields  map[string]string    // what was typed or chosen, by field
	last    map[string]time.Time // when they were last written to or called, by channel
	wrong   map[string]string    // what is wrong with it, by form
	editor  string               // the fact that is being told
	shown   int                  // lines of history
	copied  string               // what was copied just now
	putAt   string               // the draft that was put into a mail, or was to be
	putSaid string               // what came of that
	flash   string               // what the last key did, or why it did nothing
	noted   *view.Noted          // what the last press entered, to be taken back
	before  *view.Deal           // the deal as it was before the last press, to be taken back
	aloud   *aloud               // the draft that is being read out
	focus   string               // where the focus goes after the next drawing
	within  string               // the section of the last press
}

const noTab = -1

func main() {
	p := &panel{
		tab: noTab, window: noTab,
		root: &node{tag: "main", el: wrap(document.Call("getElementById", "root"))},
		say:  wrap(document.Call("getElementById", "say")),
	}
	p.paint = p.watchPaint()
	view.Speak(door.Tongue(global.Get("cleanBreakTongue")))
	func() {
		defer p.rescue()
		p.start()
	}()
	select {}
}

func (p *panel) start() {
	p.root.el.SetTextContent("") // the skeleton of panel.html
	p.listen()
	if isToday() {
		p.startToday()
		return
	}
	p.loadPhrases()
	p.listenToKeys()
	runtime := chrome.Get("runtime")
	runtime.Get("onMessage").Call("addListener", p.callback(func(args []js.Value) {
		p.hear(arg(args, 0), arg(args, 1))
	}))
	if tab, ok := tabInAddress(); ok {
		p.follow(tab)
		return
	}
	tabs, early := chrome.Get("tabs"), map[int]int{} // tabs by window
	tabs.Get("onActivated").Call("addListener", p.callback(func(args []js.Value) {
		active := arg(args, 0)
		window, tab := active.Get("windowId").Int(), active.Get("tabId").Int()
		switch p.window {
		case noTab: // which window this is will be known in a moment
			early[window] = tab
		case window:
			p.follow(tab)
		}
	}))
	query := map[string]any{"active": true, "currentWindow": true}
	p.then(tabs.Call("query", query), func(found js.Value) {
		if found.Length() == 0 {
			return
		}
		tab := found.Index(0).Get("id").Int()
		p.window = found.Index(0).Get("windowId").Int()
		if later, is := early[p.window]; is {
			tab = later
		}
		p.follow(tab)
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
	p.putAway()
	p.memory = memory{}
	p.said = ""
	p.announce("")
	p.show(s)
}

// show draws a State. What the rep opened or typed stays while it is about the
// same person.
func (p *panel) show(s view.State) {
	if s.URL != p.state.URL || s.Tab != p.state.Tab || identity(s) != identity(p.state) {
		p.putAway()
		p.memory = memory{busy: p.busy}
	}
	p.state, p.got = s, elapsed()
	if p.fields == nil {
		typed := p.takeOut(identity(s))
		p.fields, p.last, p.wrong = typed.fields, typed.last, map[string]string{}
	}
	p.forgetSent()
	p.model = view.Make(s, local)
	if p.today != nil {
		p.today.update(s)
	}
	p.draw()
}

func (p *panel) draw() {
	if p.fields == nil {
		p.fields, p.wrong = map[string]string{}, map[string]string{}
	}
	p.presses, p.open = map[string]func(){}, openFolds()
	if p.today != nil {
		p.drawToday()
	} else {
		p.drawPanel()
	}
	if at := p.focus; at != "" {
		p.focus = ""
		focus(at)
	}
	p.tick()
	p.paint()
}

func (p *panel) drawPanel() {
	next := &node{tag: "main"}
	body := el("div", "sheet", p.sheet(&p.model)...).as(identity(p.state))
	next.add(body.with("data-phase", p.model.Phase))
	patch(p.root, next)
	p.root = next
	if say := p.model.Say; say != "" && say != p.said {
		p.announce(say)
		p.said = say
	}
}

// identity tells one person's drawing from another's, so that nothing one
// opened about the first is open for the second. A name is nobody's own, and may
// be corrected.
func identity(s view.State) string {
	who := s.Person
	id := who.Member + "\n" + who.Slug + "\n" + who.Email
	if id == "\n\n" {
		id = who.Name
	}
	return s.Phase + "\n" + id
}

func (p *panel) announce(words string) { p.say.SetTextContent(view.Say(words)) }

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
