//go:build !js

package e2e

import (
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"cleanbreak/core/replica"
)

// writers are three devices of one team that write about one person for as long
// as the test goes on, and remember every acknowledgement.
type writers struct {
	s            *server
	devices      []*device
	kim          string
	outbox       [][]replica.Wire
	acknowledged []map[string]bool
}

func newWriters(t *testing.T, s *server) *writers {
	anna := found(t, s)
	w := &writers{s: s, devices: []*device{anna, anna.join(t, "rep"), anna.join(t, "rep")}, kim: tag()}
	w.outbox = make([][]replica.Wire, len(w.devices))
	for range w.devices {
		w.acknowledged = append(w.acknowledged, map[string]bool{})
	}
	return w
}

// during has all write until work is over. A device whose round fails stops, or
// goes on with the same events where it is patient.
func (w *writers) during(patient bool, work func(taken *atomic.Int64)) {
	var wait sync.WaitGroup
	var taken atomic.Int64
	stop := make(chan struct{})
	for i := range w.devices {
		wait.Go(func() {
			for {
				select {
				case <-stop:
					return
				default:
				}
				if w.round(i) {
					taken.Add(1)
				} else if !patient {
					return
				}
			}
		})
	}
	work(&taken)
	close(stop)
	wait.Wait()
}

// round sends what is in a device's outbox, and puts new events there before
// where it is empty. It reports whether there was an answer.
func (w *writers) round(i int) bool {
	if len(w.outbox[i]) == 0 {
		for range 1 + rand.IntN(20) {
			w.outbox[i] = append(w.outbox[i], touch(w.kim))
		}
	}
	d := w.devices[i]
	frame := strings.Replace(frameOf("0", w.outbox[i]...), `"events"`, `"limit":0,"events"`, 1) // nothing is pulled
	a, err := w.s.ask("POST", d.at("/sync"), d.token, frame)
	if err != nil || a.status != 200 {
		return false
	}
	for _, id := range a.body["acknowledged"].([]any) {
		w.acknowledged[i][id.(string)] = true
	}
	w.outbox[i] = nil
	return true
}

// settle sends what is left, and holds the log to what was acknowledged: none
// lost, none twice, and counted as often. It gives the number of events.
func (w *writers) settle(t *testing.T) int {
	t.Helper()
	for i := range w.devices {
		if len(w.outbox[i]) > 0 && !w.round(i) {
			t.Fatalf("the last round failed\n%s", w.s.log)
		}
	}
	anna := w.devices[0]
	anna.log, anna.cursor = nil, "0"
	for anna.push(t).More {
	}
	once(t, anna, w.acknowledged)
	counts := fmt.Sprint(anna.prospect(t, w.kim)["counts"])
	if want := fmt.Sprintf("[map[channel:email count:%d direction:out]]", len(anna.log)); counts != want {
		t.Errorf("counted %s, want %s", counts, want)
	}
	return len(anna.log)
}

// TestKill ends workerd in the middle of writes, again and again. KILLS says how
// often; 20 otherwise.
func TestKill(t *testing.T) {
	s := workerd(t)
	kills := 20
	_, _ = fmt.Sscan(os.Getenv("KILLS"), &kills)
	w := newWriters(t, s)
	for n := range kills {
		w.during(false, func(taken *atomic.Int64) {
			for waited := 0; taken.Load() < 2 && waited < 250; waited++ {
				time.Sleep(2 * time.Millisecond)
			}
			time.Sleep(time.Duration(rand.IntN(40)) * time.Millisecond)
			s.kill()
		})
		s.start(t)
		if (n+1)%50 == 0 {
			t.Logf("%d kills, %d events so far", n+1, w.settle(t))
		}
	}
	t.Logf("%d kills, %d events: none lost, none doubled", kills, w.settle(t))
}

// TestAMachineThatStalls halts the whole process now and then for as long as a
// slow disk would hold up a write, in the middle of whatever it does.
func TestAMachineThatStalls(t *testing.T) {
	s := workerd(t)
	w := newWriters(t, s)
	w.during(true, func(taken *atomic.Int64) {
		for taken.Load() < 40 {
			_ = s.command.Process.Signal(syscall.SIGSTOP)
			time.Sleep(time.Duration(20+rand.IntN(80)) * time.Millisecond)
			_ = s.command.Process.Signal(syscall.SIGCONT)
			time.Sleep(time.Duration(rand.IntN(20)) * time.Millisecond)
		}
	})
	t.Logf("a machine that stalls: %d events: none lost, none doubled", w.settle(t))
}

// TestAFullDisk lets no file grow any further, as a full disk would not, in the
// middle of writes; then there is room again.
func TestAFullDisk(t *testing.T) {
	if _, err := exec.LookPath("prlimit"); err != nil {
		t.Skip("prlimit is not here: it is part of util-linux")
	}
	s := workerd(t)
	w := newWriters(t, s)
	room := func(limit string) {
		t.Helper()
		if out, err := exec.Command("prlimit", "--pid", fmt.Sprint(s.command.Process.Pid), "--fsize="+limit+":unlimited").CombinedOutput(); err != nil {
			t.Fatalf("%v %s", err, out)
		}
	}
	failed := 0
	for range 3 {
		w.during(true, func(taken *atomic.Int64) {
			for taken.Load() < 5 {
				time.Sleep(time.Millisecond)
			}
			room("50000")
		})
		for n := 0; n < 100 && w.round(n%len(w.devices)); n++ { // until it is full
		}
		for i := range w.devices {
			if !w.round(i) {
				failed++
			}
		}
		room("unlimited")
	}
	if failed == 0 {
		t.Error("every push was taken: the disk was not full")
	}
	w.settle(t)
	t.Logf("a full disk: %d rounds were refused, and nothing of them was lost afterwards", failed)
}
