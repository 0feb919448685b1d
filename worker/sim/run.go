//go:build !js

package sim

import (
	"fmt"
	"math/rand/v2"
	"slices"

	"cleanbreak/core/device"
	"cleanbreak/core/seal"
	"cleanbreak/worker/disk"
)

// Figures are what a run came across.
type Figures struct {
	Steps, Events, Erased, Rewinds, Devices int
	Real                                    int // seeds with the real server
	Forgotten                               int // erasures of those who were silent for too long
	Late                                    int // devices that came with an invitation that was over
}

// Add adds another seed's.
func (f *Figures) Add(g Figures) {
	f.Steps, f.Events, f.Erased, f.Rewinds = f.Steps+g.Steps, f.Events+g.Events, f.Erased+g.Erased, f.Rewinds+g.Rewinds
	f.Devices, f.Real = f.Devices+g.Devices, f.Real+g.Real
	f.Forgotten, f.Late = f.Forgotten+g.Forgotten, f.Late+g.Late
}

// Run plays a seed. It gives the invariant that does not hold, as an error.
func Run(seed uint64, index seal.Index) (Figures, error) {
	return run(seed, write(seed), index, "", quiet)
}

func quiet(string, ...any) {}

func run(seed uint64, script []step, index seal.Index, bug string, trace func(string, ...any)) (f Figures, err error) {
	w := &world{bug: bug, now: start, index: index, trace: trace, truth: newTruth(), random: rand.New(rand.NewPCG(seed, 3))}
	w.server = w.choose(seed)
	defer w.server.close()
	defer func() {
		if cause := recover(); cause != nil {
			broken, ok := cause.(failure)
			if !ok {
				panic(cause)
			}
			err = broken
		}
	}()
	w.found()
	for i, s := range script {
		w.play(i, s)
		if deeds[s.do].name == "the server is set back" {
			f.Rewinds++
		}
	}
	w.trace("the network heals")
	w.heal()
	w.check()
	f.Steps, f.Devices, f.Forgotten, f.Late = len(script), len(w.devices), w.forgotten, w.late
	if _, is := w.server.(*real); is {
		f.Real = 1
	}
	for _, e := range w.server.log() {
		if f.Events++; e == nil {
			f.Erased++
		}
	}
	return f, nil
}

// realEvery is which seeds have the real server.
const realEvery = 10

func (w *world) choose(seed uint64) server {
	random := rand.New(rand.NewPCG(seed, 4))
	fill := func(b []byte) {
		for i := range b {
			b[i] = byte(random.Uint32())
		}
	}
	if seed%realEvery == 0 && w.bug == "" {
		return newReal(fill)
	}
	return newModel(w.bug)
}

// found makes the team, and lets its first devices in.
func (w *world) found() {
	m, err := device.Found(worker, setup, key[:], w.fill)
	if err != nil {
		panic(err)
	}
	m.Team = team
	w.devices = []*dev{{disk: disk.New(m), skew: w.skew()}}
	w.begin(w.devices[0])
	for len(w.net) > 0 {
		p := w.net[0]
		w.net = w.net[1:]
		w.deliver(p)
	}
	for range 1 + w.random.IntN(3) {
		w.invite(step{b: w.random.IntN(3)})
	}
}

var key [32]byte // of the index: the tags of the few people are made once

// NewIndex gives the key that all seeds share. It is for one goroutine.
func NewIndex() seal.Index {
	x, err := seal.NewIndex(key[:])
	if err != nil {
		panic(err)
	}
	return x
}

// Small gives the smallest script it finds that breaks the same invariant as a
// seed does, as a story to read, with how many steps it has.
func Small(seed uint64, index seal.Index) (story []string, steps int, err error) {
	return small(seed, index, "")
}

func small(seed uint64, index seal.Index, bug string) (story []string, steps int, err error) {
	script := write(seed)
	breaks := func(part []step) bool {
		_, e := run(seed, part, index, bug, quiet)
		f, ok := e.(failure)
		return ok && (err == nil || f.invariant == err.(failure).invariant)
	}
	_, err = run(seed, script, index, bug, quiet)
	if err == nil {
		return nil, len(script), nil
	}
	for size := len(script) / 2; size > 0; size /= 2 {
		for at := 0; at < len(script); {
			part := slices.Delete(slices.Clone(script), at, min(at+size, len(script)))
			if breaks(part) {
				script = part
			} else {
				at += size
			}
		}
	}
	_, err = run(seed, script, index, bug, func(format string, args ...any) {
		story = append(story, fmt.Sprintf(format, args...))
	})
	return story, len(script), err
}
