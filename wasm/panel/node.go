//go:build js && wasm

package main

import (
	"cleanbreak/wasm/view"

	"honnef.co/go/js/dom/v2"
)

// node describes one element. It has either text or kids. el is the element it
// was drawn as, once it has been.
type node struct {
	tag   string
	key   string
	text  string
	attrs map[string]string
	props map[string]string // what is no attribute: the value of a field
	kids  []*node
	el    dom.Element
}

// The functions that make nodes are called some four hundred times; inlined they
// would add 250 kB to a program that is read at each opening.

// el makes an element of a class with kids; nil kids are left out, so that what
// is not there is simply not drawn.
//
//go:noinline
func el(tag, class string, kids ...*node) *node {
	n := &node{tag: tag}
	if class != "" {
		n.with("class", class)
	}
	return n.add(kids...)
}

// text makes an element that holds words of ours and nothing else, in the rep's
// language.
//
//go:noinline
func text(tag, class, words string) *node {
	return verbatim(tag, class, view.Say(words))
}

// verbatim makes an element that holds words as they are.
//
//go:noinline
func verbatim(tag, class, words string) *node {
	n := el(tag, class)
	n.text = words
	return n
}

// maybe is text, or nothing where there is none.
//
//go:noinline
func maybe(tag, class, words string) *node {
	if words == "" {
		return nil
	}
	return text(tag, class, words)
}

// name is text that others wrote: its direction follows its own letters.
//
//go:noinline
func name(tag, class, words string) *node {
	if words == "" {
		return nil
	}
	return verbatim(tag, class, words).with("dir", "auto")
}

// filled leaves out an element that would be empty.
//
//go:noinline
func filled(n *node) *node {
	if len(n.kids) == 0 {
		return nil
	}
	return n
}

//go:noinline
func (n *node) add(kids ...*node) *node {
	for _, k := range kids {
		if k != nil {
			n.kids = append(n.kids, k)
		}
	}
	return n
}

//go:noinline
func (n *node) with(name, value string) *node {
	if n.attrs == nil {
		n.attrs = map[string]string{}
	}
	switch name {
	case "aria-label", "title", "placeholder":
		value = view.Say(value)
	}
	n.attrs[name] = value
	return n
}

// prop sets what the page changes by itself, as what is typed in a field.
//
//go:noinline
func (n *node) prop(name, value string) *node {
	if n.props == nil {
		n.props = map[string]string{}
	}
	n.props[name] = value
	return n
}

// as gives the node an identity among its siblings, so that it stays the same
// element when others come and go.
//
//go:noinline
func (n *node) as(key string) *node {
	n.key = key
	return n
}
