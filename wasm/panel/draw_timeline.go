//go:build js && wasm

package main

import "cleanbreak/wasm/view"

// The timeline's marks stand above the line where they are theirs, below where
// they are ours, and across it where both had a part.
const themY, usY, lineY, highest = "27%", "73%", "50%", "100%"

func timeline(l *view.Timeline) *node {
	if l == nil {
		return nil
	}
	// The end marks have room within the picture: its own lines begin at 2 % of it.
	along := func(at float64) string { return percent(2 + 0.96*at) }
	picture := el("svg", "timeline-marks mirrored", el("line", "").with("x1", "0").with("x2", "100%").with("y1", lineY).with("y2", lineY)).
		with("role", "img").with("aria-label", l.Words)
	for _, m := range l.Marks {
		x := along(m.At)
		switch m.Side {
		case "in":
			picture.add(el("circle", m.Side).with("cx", x).with("cy", themY).with("r", "4"))
		case "out":
			picture.add(el("circle", m.Side).with("cx", x).with("cy", usY).with("r", "3.25"))
		default:
			picture.add(el("line", m.Side).with("x1", x).with("x2", x).with("y1", "0").with("y2", highest))
		}
	}
	key := el("span", "timeline-key", text("span", "in", view.LabelThem), text("span", "out", view.LabelYou))
	return el("figure", "timeline", picture, el("figcaption", "", text("span", "", l.From), key, text("span", "", l.To)).with("aria-hidden", "true"))
}
