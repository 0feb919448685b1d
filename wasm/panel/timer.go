//go:build js && wasm

package main

import (
	"time"

	"cleanbreak/wasm/view"
)

// aloud is a draft that the rep reads out to the timer.
type aloud struct {
	key     string
	since   float64 // by the browser's steady clock
	seconds int
}

// elapsed is the browser's steady clock, in milliseconds.
func elapsed() float64 { return global.Get("performance").Call("now").Float() }

// now is the brain's clock: it was right when the State came, and runs on.
func (p *panel) now() time.Time {
	return p.state.Now.Add(time.Duration((elapsed() - p.got) * float64(time.Millisecond)))
}

// calm reports that the rep wants nothing to move.
func calm() bool {
	return global.Call("matchMedia", "(prefers-reduced-motion: reduce)").Get("matches").Truthy()
}

// tick draws again each second while a clock or a reading runs.
func (p *panel) tick() {
	if p.ticking || !(p.running() || p.reading()) {
		return
	}
	p.ticking, p.ticked = true, p.now()
	p.later(1000-int(elapsed()-p.got)%1000, func() {
		p.ticking = false
		before := p.ticked
		p.draw()
		if clock := p.clock(); clock != nil {
			if remark := clock.Remark(before, p.now()); remark != "" {
				p.announce(remark)
			}
		}
	})
}

func (p *panel) clock() *view.Clock {
	if p.model.Verdict == nil {
		return nil
	}
	return p.model.Verdict.Clock
}

func (p *panel) running() bool {
	clock := p.clock()
	return clock != nil && p.now().Before(clock.By.Add(time.Second))
}

func (p *panel) reading() bool { return p.aloud != nil && p.second() < p.aloud.seconds }

// second is how far the reading has come.
func (p *panel) second() int {
	return min(int((elapsed()-p.aloud.since)/1000+0.05), p.aloud.seconds)
}

// play starts the timer of a draft, or stops it.
func (p *panel) play(key string, seconds int) {
	if p.aloud != nil && p.aloud.key == key && p.reading() {
		p.aloud = nil
	} else {
		p.aloud = &aloud{key, elapsed(), seconds}
	}
	p.draw()
}
