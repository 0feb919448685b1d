//go:build js && wasm

package main

import "cleanbreak/wasm/view"

// account is who else is known at their company.
func (p *panel) account(a *view.Account) *node {
	if a == nil {
		return nil
	}
	return p.fold("account", view.LabelAccount, a.Brief, 0, func() *node {
		if a.Note != "" {
			return el("div", "account single", icon("person"), text("p", "", a.Note))
		}
		list := el("ul", "account")
		for _, r := range a.People {
			words := el("div", "account-words", el("p", "", name("b", "", r.Name), name("span", "quiet", r.About)))
			who := "person"
			if r.Talks {
				who = "chat"
				words.kids[0].add(text("span", "chip tracked", view.LabelTalks))
			}
			for _, line := range r.Lines {
				words.add(text("p", "quiet", line))
			}
			list.add(el("li", "", icon(who), words).as(r.Name + r.About))
		}
		return list
	})
}
