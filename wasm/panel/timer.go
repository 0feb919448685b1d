//go:build js && wasm

package main

import (
	"slices"
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

// now is the brain's clock: it was right when the State came, or the list, and
// runs on.
func (p *panel) now() time.Time {
	then, got := p.state.Now, p.at()
	if p.today != nil {
		then = p.today.dues.Now
	}
	return then.Add(time.Duration((elapsed() - got) * float64(time.Millisecond)))
}

// at is when that clock was right, by the browser's.
func (p *panel) at() float64 {
	if p.today != nil {
		return p.today.got
	}
	return p.got
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
	p.later(1000-int(elapsed()-p.at())%1000, func() {
		p.ticking = false
		before := p.ticked
		p.draw()
		if p.today != nil && p.today.ended(before, p.now()) {
			p.refresh()
		}
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

// running reports a clock that has not ended: of the person in view, or of
// anybody in the list.
func (p *panel) running() bool {
	now := p.now()
	if p.today != nil && p.today.runs(now) {
		return true
	}
	clock := p.clock()
	return clock != nil && now.Before(clock.By.Add(time.Second))
}

// runs reports a row whose clock has not ended.
func (t *todayList) runs(now time.Time) bool {
	return slices.ContainsFunc(t.rows, func(r view.TodayRow) bool { return r.Clock != nil && now.Before(r.Clock.By.Add(time.Second)) })
}

// ended reports a row whose clock came to its end meanwhile.
func (t *todayList) ended(before, now time.Time) bool {
	return slices.ContainsFunc(t.rows, func(r view.TodayRow) bool {
		return r.Clock != nil && before.Before(r.Clock.By) && !now.Before(r.Clock.By)
	})
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
