//go:build js && wasm

package main

import (
	"strings"

	"cleanbreak/wasm/view"
)

// ties proposes that two are one person: one press says so, one that they are two.
func (p *panel) ties(all []view.Tie) *node {
	box := el("div", "ties")
	for _, t := range all {
		id := strings.Join(t.Pair, " ")
		box.add(el("section", "offer tie", name("h2", "", t.Title), name("p", "quiet", t.About), name("p", "", t.Reason),
			el("div", "presses",
				p.sends(view.OnePerson, id, view.LabelOne, "button primary", view.Action{Do: view.OnePerson, Pair: t.Pair}),
				p.sends(view.TwoPeople, id, view.LabelTwo, "button", view.Action{Do: view.TwoPeople, Pair: t.Pair}))).as(id))
	}
	return filled(box)
}

// tied lists the links that the rep made.
func (p *panel) tied(all []view.Tied) *node {
	if len(all) == 0 {
		return nil
	}
	return p.fold("linked", view.LabelLinked, "", len(all), func() *node {
		list := el("ul", "linked")
		for _, t := range all {
			id := strings.Join(t.Pair, " ")
			apart := p.sends(view.TwoPeople, id, view.LabelApart, "link", view.Action{Do: view.TwoPeople, Pair: t.Pair})
			list.add(el("li", "", el("div", "", name("b", "", t.Name), dotted("quiet", []string{t.About}), maybe("p", "quiet", t.Note)),
				apart.with("aria-label", view.Say(view.LabelApart)+": "+t.Name)).as(id))
		}
		return el("div", "", text("p", "quiet", view.LinkedHelp), list)
	})
}

// promised asks about each promise that a message of ours seems to make.
func (p *panel) promised(all []view.Promised) *node {
	if len(all) == 0 {
		return nil
	}
	box := el("section", "offer promised", text("h2", "", all[0].Title))
	for _, one := range all {
		box.add(el("div", "owed", name("p", "body", one.Quote), text("p", "quiet", one.When),
			el("div", "presses",
				p.logs("owe", one.Quote, view.LabelOwe, "button small", one.Keep, nil),
				p.logs("drop", one.Quote, view.LabelDrop, "button small", one.Drop, nil))).as(one.Quote))
	}
	return box
}

const nameField, addressField, companyField = "name-name", "name-address", "name-company"

// nameForm is the way where a page cannot be read.
func (p *panel) nameForm(f *view.NameForm) *node {
	if f == nil {
		return nil
	}
	return el("div", "more", p.fold("name", f.Title, "", 0, func() *node {
		show := text("button", "button primary", view.LabelName).with("type", "submit")
		return p.form("name", "log", func() { p.showNamed(f) }, text("p", "quiet", f.Help),
			p.input(nameField, "text", f.Name, f.Given.Name, ""), p.input(addressField, "text", f.Address, "", f.Hint),
			p.input(companyField, "text", f.Company, f.Given.Company, ""), p.wrongly("name"), p.waits(show, "submit/name"))
	})).as("by hand")
}

func (p *panel) showNamed(f *view.NameForm) {
	who, problem := view.Named(p.value(nameField, f.Given.Name), p.fields[addressField], p.value(companyField, f.Given.Company))
	if problem != "" {
		p.mistaken("name", problem)
		return
	}
	p.send(view.Action{Do: view.Choose, Person: who, ByHand: true}, "submit/name", p.forget(nameField, addressField, companyField))
}

// back shows the page in view again.
func (p *panel) back() {
	p.clear(view.State{Tab: p.tab, URL: p.state.URL, Phase: view.Reading})
	p.look()
}

const repliedField, replyField, replyWhenField = "reply-channel", "reply-words", "reply-when"

// replyForm takes an answer that no page showed.
func (p *panel) replyForm(f *view.LogForm) *node {
	if f == nil {
		return nil
	}
	return p.fold("reply", view.LabelReply, "", 0, func() *node {
		area := el("textarea", "field").with("id", ident(replyField)).with("rows", "5").with("dir", "auto").
			with("data-field", replyField).prop("value", p.fields[replyField])
		log := text("button", "button primary", view.LabelLog).with("type", "submit")
		return p.form("reply", "log", func() { p.logReply(f) }, text("p", "quiet", f.Help),
			p.choice(repliedField, view.LabelReplied, f.Replies),
			el("p", "choice", text("label", "", view.LabelWords).with("for", ident(replyField)), area).as(replyField),
			p.input(replyWhenField, "datetime-local", view.LabelWhen, "", ""), p.wrongly("reply"), p.waits(log, "submit/reply"))
	})
}

func (p *panel) logReply(f *view.LogForm) {
	e, problem := view.Answered(p.value(repliedField, f.Replies[0].Code), p.fields[replyField], moment(p.fields[replyWhenField]), p.now())
	if problem != "" {
		p.mistaken("reply", problem)
		return
	}
	delete(p.wrong, "reply")
	p.log(e, "submit/reply", p.forget(replyField, replyWhenField))
}

// forget empties fields, once what was typed is kept.
func (p *panel) forget(fields ...string) func() {
	return func() {
		for _, f := range fields {
			delete(p.fields, f)
		}
	}
}
