//go:build !js

package main

import (
	"fmt"
	"net/http"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"time"
)

// cold measures from a process that has just begun to listen to the first answer
// of a team's object that was never woken: the Go runtime starts in it.
func (b *bench) cold() error {
	p, err := b.ours()
	if err != nil {
		return err
	}
	defer p.close()
	source := newSource(2, 50)
	t, err := p.found(source)
	if err != nil {
		return err
	}
	var times, cpus []time.Duration
	for range 7 {
		if err := t.round(http.DefaultClient, source.events(50), 50); err != nil {
			return err
		}
		p.stop()
		http.DefaultClient.CloseIdleConnections()
		if err := p.start(b.workerd); err != nil {
			return err
		}
		cpu, begin := p.cpu(), time.Now()
		if err := t.round(http.DefaultClient, `"events":[]`, 50); err != nil {
			return err
		}
		times, cpus = append(times, time.Since(begin)), append(cpus, p.cpu()-cpu)
	}
	fmt.Printf("cold_first_answer_ms %.0f\ncold_cpu_ms %.0f\n", ms(percentile(times, 50)), ms(percentile(cpus, 50)))
	return nil
}

// longLog pulls 50 events from the middle of a short log and of a long one.
func (b *bench) longLog() error {
	p, err := b.ours()
	if err != nil {
		return err
	}
	defer p.close()
	source := newSource(3, 2000)
	t, err := p.found(source)
	if err != nil {
		return err
	}
	rows := 0
	for _, size := range []int{1000, b.log} {
		if size > rows {
			if err := fill(t, source, size-rows); err != nil {
				return err
			}
			rows = size
		}
		middle, err := t.cursorAt(size / 2)
		if err != nil {
			return err
		}
		var pulls, syncs []time.Duration
		for range 300 {
			begin := time.Now()
			if status, text, err := t.send(http.DefaultClient, "GET", "/events?limit=50&after="+middle, ""); err != nil || status != 200 {
				return fmt.Errorf("%d %s %v", status, text, err)
			}
			pulls = append(pulls, time.Since(begin))
		}
		t.cursor = middle
		for range 100 {
			begin := time.Now()
			if err := t.round(http.DefaultClient, source.events(50), 50); err != nil {
				return err
			}
			syncs = append(syncs, time.Since(begin))
		}
		rows += 100 * 50
		fmt.Printf("pull_50_of_%d_ms %.2f\nsync_50_of_%d_ms %.2f\n", size, ms(percentile(pulls, 50)), size, ms(percentile(syncs, 50)))
	}
	return nil
}

func ms(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }

// fill pushes n events in the largest batches.
func fill(t *team, source *source, n int) error {
	for n > 0 {
		batches := make([]string, 0, 100)
		for ; n > 0 && len(batches) < 100; n -= 200 {
			batches = append(batches, source.events(min(n, 200)))
		}
		if _, err := load(t, batches, 1); err != nil {
			return err
		}
	}
	return nil
}

// cursorAt finds the cursor of a row by pulling up to it from the one before.
func (t *team) cursorAt(row int) (string, error) {
	at, cursor := 0, "0"
	for at < row {
		n := min(row-at, 500)
		_, text, err := t.send(http.DefaultClient, "GET", fmt.Sprintf("/events?limit=%d&after=%s", n, cursor), "")
		if err != nil {
			return "", err
		}
		end := strings.LastIndex(text, `"cursor":"`) + len(`"cursor":"`)
		cursor = text[end : end+strings.IndexByte(text[end:], '"')]
		at += n
	}
	return cursor, nil
}

// memory sends many small rounds and looks at the memory along the way.
func (b *bench) memory() error {
	p, err := b.ours()
	if err != nil {
		return err
	}
	defer p.close()
	source := newSource(4, 500)
	t, err := p.found(source)
	if err != nil {
		return err
	}
	for part := range 4 {
		batches := make([]string, b.many/4)
		for i := range batches {
			batches[i] = source.events(1)
		}
		f, err := load(t, batches, 1)
		if err != nil {
			return err
		}
		fmt.Printf("memory_mib_after_%d %d\nsyncs_of_1_per_second %.0f\n", (part+1)*(b.many/4), p.memory(), f.perSecond)
	}
	return nil
}

// thousand has many teams at once on one workerd.
func (b *bench) thousand() error {
	p, err := b.ours()
	if err != nil {
		return err
	}
	defer p.close()
	source := newSource(5, 50)
	teams := make([]*team, b.teams)
	for i := range teams {
		if teams[i], err = p.found(source); err != nil {
			return err
		}
	}
	batches := make([]string, 200)
	for i := range batches {
		batches[i] = source.events(10)
	}
	const each = 5
	var next atomic.Int64
	var wait sync.WaitGroup
	errs := make([]error, connections)
	cpu, begin := p.cpu(), time.Now()
	for c := range connections {
		client := &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 1}}
		wait.Go(func() {
			for errs[c] == nil {
				i := int(next.Add(1)) - 1
				if i >= each*len(teams) {
					return
				}
				mine := *teams[i%len(teams)]
				errs[c] = mine.round(client, batches[i%len(batches)], 50)
			}
		})
	}
	wait.Wait()
	if i := slices.IndexFunc(errs, func(err error) bool { return err != nil }); i >= 0 {
		return errs[i]
	}
	n := each * len(teams)
	fmt.Printf("teams_%d_syncs_per_second %.0f\nteams_%d_cpu_ms %.2f\nteams_%d_memory_mib %d\n", b.teams, float64(n)/time.Since(begin).Seconds(),
		b.teams, ms((p.cpu()-cpu)/time.Duration(n)), b.teams, p.memory())
	return nil
}
