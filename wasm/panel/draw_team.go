//go:build js && wasm

package main

import (
	"strconv"

	"cleanbreak/wasm/view"
)

// clash shows decisions that stand against each other.
func clash(m *view.Clash) *node {
	if m == nil {
		return nil
	}
	list := el("ul", "clashing")
	for i, d := range m.Decisions {
		line := el("li", "", text("b", "", d.Words), name("span", "", d.By)).as(strconv.Itoa(i))
		list.add(line.add(maybe("span", "chip", d.Note)))
	}
	return el("section", "clash", el("h2", "", icon("swap"), text("span", "", m.Title)), list, text("p", "quiet", m.Help)).
		as("clash").with("aria-label", m.Title)
}
