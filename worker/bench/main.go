//go:build !js

// Command bench measures the Worker beside what one would write instead, all on
// one binary of workerd: the same endpoint with Hono in JavaScript, and the stock
// glue of syumai/workers, a Go runtime for each request, with D1. The latter is
// there twice: stock writes as the glue's own examples do, a statement a row;
// stock_batched borrows our statements, which write a whole push at once.
//
// It prints one figure a line. Run it with make bench-worker.
package main

import (
	"flag"
	"fmt"
	"os"
	"slices"
	"time"
)

func main() {
	rounds := flag.Int("rounds", 5, "rounds of each peer, by turns")
	batches := flag.Int("batches", 400, "requests a round")
	many := flag.Int("many", 100_000, "requests after which memory is looked at")
	log := flag.Int("log", 1_000_000, "rows of the long log")
	teams := flag.Int("teams", 1000, "teams at once")
	events := flag.Int("events", 50, "events a request, in and out")
	only := flag.String("only", "", "part to run: peers, cold, log, many, teams; all otherwise")
	flag.Parse()
	b := &bench{rounds: *rounds, events: *events, batches: *batches, many: *many, log: *log, teams: *teams, workerd: os.Getenv("WORKERD"), build: os.Getenv("BUILD")}
	for _, part := range []struct {
		name string
		run  func() error
	}{{"peers", b.peers}, {"cold", b.cold}, {"log", b.longLog}, {"many", b.memory}, {"teams", b.thousand}} {
		if *only != "" && *only != part.name {
			continue
		}
		if err := part.run(); err != nil {
			fmt.Fprintln(os.Stderr, part.name+":", err)
			os.Exit(1)
		}
	}
}

// bench is one run.
type bench struct {
	rounds, batches, events, many, log, teams int
	workerd, build                            string
}

func (b *bench) ours() (*peer, error) {
	return run("ours", b.workerd, [][3]string{
		{"worker/shim.js", "esModule", "worker/shim.js"},
		{"build/worker/wasm_exec.js", "esModule", b.build + "/worker/wasm_exec.js"},
		{"build/worker/app.wasm", "wasm", b.build + "/worker/app.wasm"},
	})
}

func (b *bench) hono() (*peer, error) {
	file := b.build + "/worker/hono.js"
	if err := bundle("worker/node_modules/.bin/esbuild", file); err != nil {
		return nil, err
	}
	return run("hono", b.workerd, [][3]string{{"hono.js", "esModule", file}})
}

func percentile(times []time.Duration, p int) time.Duration {
	sorted := slices.Sorted(slices.Values(times))
	if len(sorted) == 0 {
		return 0
	}
	return sorted[(len(sorted)-1)*p/100]
}

func median(values []float64) float64 {
	slices.Sort(values)
	return values[len(values)/2]
}

// peers runs the same load against each by turns, and prints the ratios.
func (b *bench) peers() error {
	ours, err := b.ours()
	if err != nil {
		return err
	}
	defer ours.close()
	hono, err := b.hono()
	if err != nil {
		return err
	}
	defer hono.close()
	runs := []*side{{peer: ours, batches: b.batches, events: b.events}, {peer: hono, batches: b.batches, events: b.events}}
	for _, glue := range [][2]string{{"stock", "each"}, {"stock_batched", "whole"}} {
		stock, err := b.stock(glue[0], glue[1])
		if err != nil {
			return err
		}
		defer stock.close()
		runs = append(runs, &side{peer: stock, batches: max(b.batches/10, 20), events: b.events})
	}
	source := newSource(1, 500)
	for _, s := range runs {
		if err := s.prepare(source); err != nil {
			return err
		}
	}
	for range b.rounds {
		for _, s := range runs {
			if err := s.round(source); err != nil {
				return err
			}
		}
	}
	for _, s := range runs {
		s.print()
	}
	for _, other := range runs[1:] {
		fmt.Printf("ratio_vs_%s %.2f\n", other.name, median(runs[0].rates)/median(other.rates))
	}
	return nil
}

// side is one peer's part in the comparison.
type side struct {
	*peer
	batches int
	events  int
	team    *team
	rates   []float64
	cpus    []float64
	slow    []float64
}

func (s *side) prepare(source *source) (err error) {
	if s.team, err = s.found(source); err != nil {
		return err
	}
	return s.load(source, 60)
}

func (s *side) load(source *source, n int) error {
	batches := make([]string, n)
	for i := range batches {
		batches[i] = source.events(s.events)
	}
	f, err := load(s.team, batches, s.events)
	s.rates, s.cpus, s.slow = append(s.rates, f.perSecond), append(s.cpus, float64(f.cpu.Microseconds())/1000), append(s.slow, float64(f.slowest.Microseconds())/1000)
	return err
}

func (s *side) round(source *source) error {
	if len(s.rates) == 1 { // the warming up does not count
		s.rates, s.cpus, s.slow = nil, nil, nil
	}
	return s.load(source, s.batches)
}

func (s *side) print() {
	fmt.Printf("%s_syncs_per_second %.0f\n%s_cpu_ms %.2f\n%s_p99_ms %.1f\n%s_memory_mib %d\n",
		s.name, median(s.rates), s.name, median(s.cpus), s.name, median(s.slow), s.name, s.memory())
}
