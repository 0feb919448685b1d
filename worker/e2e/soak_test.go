//go:build !js

package e2e

import (
	"bytes"
	"crypto/rand"
	"fmt"
	"maps"
	mathrand "math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	coredevice "cleanbreak/core/device"
	"cleanbreak/core/history"
	"cleanbreak/core/replica"
	"cleanbreak/worker/disk"
)

// writers are three devices of one team, as the extension has them: core/device
// over a disk in memory. They write about one person for as long as the test goes on.
type writers struct {
	s       *server
	address string // as the devices know it; after a start it is another one
	disks   []*disk.Disk
	kim     string
	written []map[string]bool // ids, of each device
}

func newWriters(t *testing.T, s *server) *writers {
	t.Helper()
	index := make([]byte, 32)
	fill(index)
	anna, err := coredevice.Found(s.url, setup, index, fill)
	w := &writers{s: s, address: s.url, kim: tag()}
	w.join(t, anna, err)
	for range 2 {
		i := w.disks[0].Membership.Invite(replica.Rep, fill)
		if a, err := w.ask(i.Request); err != nil || a.Problem() != nil {
			t.Fatal(err, a)
		}
		m, err := coredevice.Join(i.Text, fill)
		w.join(t, m, err)
	}
	return w
}

func fill(b []byte) { _, _ = rand.Read(b) }

func (w *writers) join(t *testing.T, m coredevice.Membership, err error) {
	t.Helper()
	var r coredevice.Request
	var a coredevice.Answer
	if err == nil {
		r, err = m.JoinRequest()
	}
	if err == nil {
		a, err = w.ask(r)
	}
	if err == nil {
		err = m.Joined(a)
	}
	if err != nil {
		t.Fatal(err)
	}
	w.disks, w.written = append(w.disks, disk.New(m)), append(w.written, map[string]bool{})
}

// ask sends a device's request. That the Worker failed is an error.
func (w *writers) ask(r coredevice.Request) (coredevice.Answer, error) {
	a, err := w.s.ask(r.Method, strings.TrimPrefix(r.URL, w.address), strings.TrimPrefix(r.Headers["Authorization"], "Bearer "), r.Body)
	return coredevice.Answer{Status: a.status, Body: a.text}, err
}

// during has all write until work is over. A device whose round fails stops, or
// goes on where it is patient.
func (w *writers) during(patient bool, work func(taken *atomic.Int64)) {
	var wait sync.WaitGroup
	var taken atomic.Int64
	stop := make(chan struct{})
	for i := range w.disks {
		wait.Go(func() {
			for {
				select {
				case <-stop:
					return
				default:
				}
				w.write(i)
				if _, err := w.sync(i); err == nil {
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

// write has a device log a few calls, unless some wait already.
func (w *writers) write(i int) {
	k := w.disks[i]
	for n := 1 + mathrand.IntN(20); n > 0 && len(k.Outbox) < 20; n-- {
		e, err := replica.ByHand(history.Event{Type: history.Touch, Channel: "call", Disposition: history.Connected}, "")
		if err != nil {
			panic(err)
		}
		e.ID, e.Who, e.At = tag(), []string{w.kim}, time.Now()
		k.Add([]replica.Event{e})
		w.written[i][e.ID] = true
	}
}

// sync does a device's round, and reports whether there is more to do.
func (w *writers) sync(i int) (bool, error) { return w.disks[i].Sync(w.ask, time.Now(), fill) }

// settle has all devices get in step, and holds them and the server to what was
// written: none lost, none twice, and counted as often. It gives the number.
func (w *writers) settle(t *testing.T) int {
	t.Helper()
	for range 2 { // the second time for what others sent in the first
		for i := range w.disks {
			for more := true; more; {
				var err error
				if more, err = w.sync(i); err != nil {
					t.Fatalf("the last round failed: %v\n%s", err, w.s.log)
				}
			}
		}
	}
	written := map[string]bool{}
	for _, ids := range w.written {
		maps.Copy(written, ids)
	}
	for i, k := range w.disks {
		places := map[int64]bool{}
		for id, e := range k.Log {
			if !written[id] || places[e.Stamp.Seq] || e.Stamp.Seq == 0 {
				t.Errorf("device %d has %s in place %d, and nobody wrote that, or another is there", i, id, e.Stamp.Seq)
			}
			places[e.Stamp.Seq] = true
		}
		if len(k.Log) != len(written) || len(k.Refused) > 0 {
			t.Errorf("device %d has %d of %d, refused %v", i, len(k.Log), len(written), k.Refused)
		}
	}
	m := &w.disks[0].Membership
	counts := fmt.Sprint(w.s.must(t, 200, "GET", "/v1/teams/"+m.Team+"/prospects?who="+w.kim, m.Token, nil).body["counts"])
	if want := fmt.Sprintf("[map[channel:call count:%d direction:out]]", len(written)); counts != want {
		t.Errorf("counted %s, want %s", counts, want)
	}
	return len(written)
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
			time.Sleep(time.Duration(mathrand.IntN(40)) * time.Millisecond)
			s.kill()
		})
		s.start(t)
		if (n+1)%50 == 0 {
			t.Logf("%d kills, %d events so far", n+1, w.settle(t))
		}
	}
	t.Logf("%d kills, %d events: none lost, none doubled", kills, w.settle(t))
}

// TestASlowDisk holds up every write to the disk, and every wait for it, by 20 ms.
func TestASlowDisk(t *testing.T) {
	if _, err := exec.LookPath("strace"); err != nil {
		t.Skip("strace is not here: it is part of the package of that name")
	}
	s := workerd(t)
	w := newWriters(t, s)
	told := filepath.Join(t.TempDir(), "strace")
	slow := exec.Command("strace", "-f", "-o", told, "-p", fmt.Sprint(s.command.Process.Pid),
		"-e", "trace=pwrite64,fsync,fdatasync", "-e", "inject=pwrite64,fsync,fdatasync:delay_enter=20ms")
	if err := slow.Start(); err != nil {
		t.Fatal(err)
	}
	delayed := func() int {
		text, _ := os.ReadFile(told)
		return bytes.Count(text, []byte("(DELAYED)"))
	}
	w.during(true, func(*atomic.Int64) {
		for n := 0; delayed() < 100 && n < 6000; n++ {
			time.Sleep(10 * time.Millisecond)
		}
	})
	_ = slow.Process.Signal(os.Interrupt)
	if err := slow.Wait(); delayed() == 0 {
		t.Skipf("strace may not hold up another process here: %v", err)
	}
	t.Logf("%d writes were slow, %d events: none lost, none doubled", delayed(), w.settle(t))
}

// TestAMachineThatStalls halts the whole process now and then, in the middle of
// whatever it does.
func TestAMachineThatStalls(t *testing.T) {
	s := workerd(t)
	w := newWriters(t, s)
	w.during(true, func(taken *atomic.Int64) {
		for taken.Load() < 40 {
			_ = s.command.Process.Signal(syscall.SIGSTOP)
			time.Sleep(time.Duration(20+mathrand.IntN(80)) * time.Millisecond)
			_ = s.command.Process.Signal(syscall.SIGCONT)
			time.Sleep(time.Duration(mathrand.IntN(20)) * time.Millisecond)
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
		for n := 0; n < 100; n++ { // until it is full
			w.write(n % len(w.disks))
			if _, err := w.sync(n % len(w.disks)); err != nil {
				break
			}
		}
		for i := range w.disks {
			w.write(i)
			if _, err := w.sync(i); err != nil {
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
