//go:build !js

// Command play puts devices through the simulator's seeds, and prints figures.
//
//	play -seeds 100000        seeds 0 to 99999
//	play -seed 42             one seed, as a story
//
// It exits with 1 at the first seed that breaks an invariant, made small.
package main

import (
	"flag"
	"fmt"
	"os"
	"runtime"
	"sync"
	"sync/atomic"
	"time"

	"cleanbreak/worker/sim"
)

func main() {
	seeds := flag.Int("seeds", 100_000, "how many")
	from := flag.Uint64("from", 0, "the first")
	seed := flag.Int64("seed", -1, "one seed, told as a story")
	flag.Parse()
	if *seed >= 0 {
		tell(uint64(*seed))
		return
	}
	began := time.Now()
	total, broken := play(*from, uint64(*seeds))
	if broken >= 0 {
		tell(uint64(broken))
	}
	fmt.Printf("seeds=%d steps=%d events=%d erased=%d rewinds=%d devices=%d real=%d forgotten=%d late=%d seconds=%.0f violations=0\n",
		*seeds, total.Steps, total.Events, total.Erased, total.Rewinds, total.Devices, total.Real, total.Forgotten, total.Late, time.Since(began).Seconds())
}

// play runs the seeds on all cores. It gives the lowest broken one it met, or -1.
func play(from, seeds uint64) (total sim.Figures, broken int64) {
	var next atomic.Uint64
	var lock sync.Mutex
	var all sync.WaitGroup
	broken = -1
	for range runtime.GOMAXPROCS(0) {
		all.Go(func() {
			index := sim.NewIndex()
			for n := next.Add(1) - 1; n < seeds; n = next.Add(1) - 1 {
				f, err := sim.Run(from+n, index)
				lock.Lock()
				total.Add(f)
				if err != nil && (broken < 0 || int64(from+n) < broken) {
					broken = int64(from + n)
					next.Store(seeds)
				}
				lock.Unlock()
			}
		})
	}
	all.Wait()
	return total, broken
}

// tell prints a seed's story, made small where it breaks an invariant.
func tell(seed uint64) {
	story, steps, err := sim.Small(seed, sim.NewIndex())
	for _, line := range story {
		fmt.Println(line)
	}
	if err == nil {
		fmt.Printf("seed %d: %d steps, every invariant holds\n", seed, steps)
		return
	}
	fmt.Printf("seed %d, in %d steps: %v\nagain: make sim SEED=%d\n", seed, steps, err, seed)
	os.Exit(1)
}
