//go:build js && wasm

package main

import (
	"strconv"

	"cleanbreak/wasm/view"
)

// tell is what no page shows: rows of chips, each opens one line to say it in.
func (p *panel) tell(t *view.Tell) *node {
	if t == nil {
		return nil
	}
	return p.fold("tell", view.LabelTell, "", 0, func() *node {
		body := el("div", "tell", text("p", "quiet", t.Help))
		for _, g := range t.Groups {
			body.add(p.facts(g))
		}
		return body
	})
}

// correct is who they are, where it was read: a chip of each, to put it right.
func (p *panel) correct(g *view.FactGroup) *node {
	if g == nil {
		return nil
	}
	return p.fold("correct", view.LabelCorrect, "", 0, func() *node {
		return el("div", "tell", text("p", "quiet", view.LabelCorrectHelp), p.facts(*g))
	})
}

// facts are a group of chips, with the editor of the one that is open.
func (p *panel) facts(g view.FactGroup) *node {
	chips := el("div", "pills")
	group := el("div", "telling", text("h3", "label", g.Title), chips).as(g.Title)
	for i := range g.Facts {
		f := &g.Facts[i]
		chips.add(p.chip(f))
		if p.editor == f.Key {
			group.add(p.telling(f)).with("data-esc", f.Key)
		}
	}
	return group
}

func tellField(key string) string { return "tell " + key }

func tellWhen(key string) string { return "tell-when " + key }

func (p *panel) chip(f *view.Fact) *node {
	class := "pill"
	if f.Known {
		class = "pill told"
	}
	open := p.editor == f.Key
	b := p.button("tell", f.Key, "", class, func() {
		if open {
			p.closeEditor(f.Key)
			return
		}
		p.editor = f.Key
		delete(p.wrong, f.Key)
		p.focus = ".line [data-field], .line .pill"
		p.draw()
	})
	if f.Known {
		b.add(icon("check"))
	}
	return b.with("aria-expanded", strconv.FormatBool(open)).add(name("span", "", f.Label))
}

func (p *panel) closeEditor(key string) {
	p.forgetFact(key)
	p.focus = "[data-do=tell][data-id=" + key + "]"
	p.draw()
}

// forgetFact drops what was typed, once it is kept or given up.
func (p *panel) forgetFact(key string) {
	p.editor = ""
	delete(p.fields, tellField(key))
	delete(p.fields, tellWhen(key))
	delete(p.wrong, key)
}

// kept leaves the focus on the chip, from where the next is one press away.
func (p *panel) kept(key string) func() {
	return func() {
		p.forgetFact(key)
		p.focus = "[data-do=tell][data-id=" + key + "]"
	}
}

// telling is the editor of one fact.
func (p *panel) telling(f *view.Fact) *node {
	key := f.Key
	p.presses["esc/"+key] = func() { p.closeEditor(key) }
	if f.Input == view.ByChoice {
		return p.choosing(f)
	}
	form := p.form(key, "line", func() { p.enter(f) })
	form.add(p.openPromises(f))
	row := el("div", "line-row")
	if f.Input == view.ByMoment {
		form.add(p.input(tellWhen(key), "datetime-local", f.Ask, "", ""))
	} else {
		in := p.input(tellField(key), "text", f.Ask, f.Value, f.Hint)
		if f.Input == view.ByNumber {
			in.kids[1].with("inputmode", "decimal")
		}
		if len(f.Suggest) > 0 {
			list := el("datalist", "").with("id", ident("list", key))
			for _, s := range f.Suggest {
				list.add(el("option", "").with("value", s).as(s))
			}
			in.kids[1].with("list", ident("list", key))
			form.add(list)
		}
		form.add(in)
	}
	if key == "country" {
		form.add(maybe("p", "quiet", country(p.value(tellField(key), f.Value))))
	}
	save := p.waits(text("button", "button primary small", view.LabelSave).with("type", "submit"), "submit/"+key)
	row.add(save, p.button("tell-no", key, view.LabelClose, "button small", func() { p.closeEditor(key) }))
	return form.add(p.wrongly(key), row)
}

// choosing says one thing with one press.
func (p *panel) choosing(f *view.Fact) *node {
	id := ident("ask", f.Key)
	pills := el("div", "pills").with("role", "group").with("aria-labelledby", id)
	when := moment(p.fields[tellWhen(f.Key)])
	for i, t := range f.Choices {
		b := p.tells(f.Key, strconv.Itoa(i), t.Label, t, func(e view.Entered) view.Entered {
			if t.Dated {
				e.Starts = when
			}
			return e
		})
		if t.Deal != nil {
			pressed(b, t.Chosen)
		}
		pills.add(b)
	}
	box := el("div", "line", text("p", "ask", f.Ask).with("id", id), pills).as(f.Key)
	if f.When != "" {
		box.add(p.input(tellWhen(f.Key), "datetime-local", f.When, "", ""))
	}
	return box
}

// openPromises are kept with one press each.
func (p *panel) openPromises(f *view.Fact) *node {
	if len(f.Open) == 0 {
		return nil
	}
	pills := el("div", "pills").with("role", "group").with("aria-label", f.OpenAs)
	for i, t := range f.Open {
		pills.add(p.tells(f.Key, "open"+strconv.Itoa(i), t.Label, t, nil).with("dir", "auto"))
	}
	return el("div", "", text("p", "quiet", f.OpenAs), pills).as("open")
}

func (p *panel) tells(key, id, label string, t view.Telling, with func(view.Entered) view.Entered) *node {
	press := "told/" + key + " " + id
	return p.waits(p.button("told", key+" "+id, label, "pill", func() { p.saySo(t, with, press, key) }), press)
}

// saySo sends what was told.
func (p *panel) saySo(t view.Telling, with func(view.Entered) view.Entered, press, key string) {
	if t.Deal != nil {
		p.send(view.Action{Do: view.Describe, Deal: *t.Deal}, press, p.kept(key))
		return
	}
	e := *t.Entered
	if with != nil {
		e = with(e)
	}
	p.log(e, press, p.kept(key))
}

func (p *panel) enter(f *view.Fact) {
	t, problem := f.Enter(p.value(tellField(f.Key), f.Value), moment(p.fields[tellWhen(f.Key)]), p.state.Deal)
	if problem != "" {
		p.mistaken(f.Key, problem)
		return
	}
	delete(p.wrong, f.Key)
	p.saySo(t, nil, "submit/"+f.Key, f.Key)
}
