//go:build js && wasm

package main

import (
	"strconv"
	"syscall/js"

	"honnef.co/go/js/dom/v2"
)

const svgSpace = "http://www.w3.org/2000/svg"

var (
	document = js.Global().Get("document")
	svgTags  = map[string]bool{"svg": true, "path": true, "rect": true, "circle": true, "line": true}
)

// wrap gives a dom.Element without asking which of some sixty classes it is,
// which is what dom.WrapElement does: sixty calls for each element we create.
func wrap(v js.Value) dom.Element {
	return &dom.BasicElement{BasicNode: &dom.BasicNode{Value: v}}
}

// create draws a node that is not on the page yet.
func create(n *node) {
	if svgTags[n.tag] {
		n.el = wrap(document.Call("createElementNS", svgSpace, n.tag))
	} else {
		n.el = wrap(document.Call("createElement", n.tag))
	}
	for name, value := range n.attrs {
		n.el.SetAttribute(name, value)
	}
	if n.text != "" {
		n.el.SetTextContent(n.text)
	}
	for _, k := range n.kids {
		create(k)
		n.el.AppendChild(k.el)
	}
	setProps(n)
}

// setProps comes last: a list takes only a value that is among its options. A
// field that holds it already is left alone, and with it the caret.
func setProps(n *node) {
	for name, value := range n.props {
		if v := n.el.Underlying(); v.Get(name).String() != value {
			v.Set(name, value)
		}
	}
}

// patch makes the element that was drawn for old look like n, touching only
// what differs: focus, selection and opened details stay.
func patch(old, n *node) {
	n.el = old.el
	for name, value := range n.attrs {
		if was, had := old.attrs[name]; !had || was != value {
			n.el.SetAttribute(name, value)
		}
	}
	for name := range old.attrs {
		if _, has := n.attrs[name]; !has {
			n.el.RemoveAttribute(name)
		}
	}
	patchInside(old, n)
	setProps(n)
}

func patchInside(old, n *node) {
	if len(old.kids) == 0 && len(n.kids) == 0 {
		if old.text != n.text {
			n.el.SetTextContent(n.text)
		}
		return
	}
	if old.text != "" {
		n.el.SetTextContent("")
	}
	patchKids(n.el, old.kids, n.kids)
	if n.text != "" {
		n.el.SetTextContent(n.text)
	}
}

// patchKids pairs kids by identity, removes what went, and moves an element
// only when its neighbours changed.
func patchKids(parent dom.Element, old, kids []*node) {
	was := map[string]*node{}
	for i, id := range identities(old) {
		was[id] = old[i]
	}
	ids := identities(kids)
	stays := map[*node]bool{}
	for _, id := range ids {
		if o := was[id]; o != nil {
			stays[o] = true
		}
	}
	var rest []*node // drawn, staying, in the order they are on the page
	for _, o := range old {
		if stays[o] {
			rest = append(rest, o)
		} else {
			parent.RemoveChild(o.el)
		}
	}
	for i, k := range kids {
		o := was[ids[i]]
		switch {
		case o == nil:
			create(k)
			parent.InsertBefore(k.el, first(rest))
		case o == rest[0]:
			patch(o, k)
			rest = rest[1:]
		default:
			patch(o, k)
			parent.InsertBefore(k.el, first(rest))
			rest = without(rest, o)
		}
	}
}

// identities are unique among siblings: the tag, the key or else the class, and
// its number among those, so that a key used twice pairs no two with one.
func identities(kids []*node) []string {
	seen := make(map[string]int, len(kids))
	ids := make([]string, len(kids))
	for i, k := range kids {
		id := k.tag + "/" + k.key
		if k.key == "" {
			id = k.tag + "." + k.attrs["class"]
		}
		seen[id]++
		ids[i] = id + "/" + strconv.Itoa(seen[id])
	}
	return ids
}

func first(rest []*node) dom.Node {
	if len(rest) == 0 {
		return nil
	}
	return rest[0].el
}

func without(rest []*node, gone *node) []*node {
	out := make([]*node, 0, len(rest))
	for _, r := range rest {
		if r != gone {
			out = append(out, r)
		}
	}
	return out
}
