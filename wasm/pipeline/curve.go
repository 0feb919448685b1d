//go:build js && wasm

package main

import (
	"context"
	"encoding/json"
	"strings"
	"syscall/js"

	"cleanbreak/core/calibrate"
	"cleanbreak/core/pipeline"
	"cleanbreak/core/playbook"
)

// curve is a curve with its picture and its name in words, and the threshold that it
// can set.
type curve struct {
	calibrate.Curve
	Title     string             `json:"title"`
	SVG       string             `json:"svg"`
	Threshold playbook.Threshold `json:"threshold"`
}

// learnt is when replies stop: the curves, none where no single touch is known, and
// what they rest on, which learn takes.
type learnt struct {
	Curves []curve          `json:"curves"`
	Groups calibrate.Groups `json:"groups"`
}

// curves are learnt from the activities of the files, or drawn from what was learnt of
// the log.
func (p *program) curves(t task, args []js.Value) (any, error) {
	o, err := p.options(t)
	if err != nil {
		return nil, err
	}
	var groups calibrate.Groups
	if len(args) > 0 {
		err = json.Unmarshal([]byte(args[0].String()), &groups)
	} else {
		groups, err = pipeline.Contacts(context.Background(), p.sources(t), o)
	}
	if err != nil {
		return nil, err
	}
	out := learnt{[]curve{}, groups}
	for _, c := range groups.Curves() {
		title := p.titleOf(c.Of)
		named := c
		named.Of = title
		out.Curves = append(out.Curves, curve{c, title, named.SVG(p.tongue), o.Playbook.ThresholdOf(c.Of)})
	}
	return out, nil
}

// learn takes what curves learnt, so that the reasons of each row say it.
func (p *program) learn(groups string) (any, error) {
	var g calibrate.Groups
	if err := json.Unmarshal([]byte(groups), &g); err != nil || p.run == nil {
		return "null", err
	}
	p.run.Learn(g.Odds())
	return "null", nil
}

// titleOf is the name of what a curve is of, in words.
func (p *program) titleOf(of string) string {
	if channel, ok := strings.CutPrefix(of, "channel "); ok {
		return p.tongue.Channel(channel)
	}
	if words, ok := groupWords[of]; ok {
		return p.tongue.Say(words)
	}
	return of
}
