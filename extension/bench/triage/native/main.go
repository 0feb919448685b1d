// Command native judges exports of deals of several sizes, each in a process of its
// own, as `make bench-triage` prints it: rows a second, what a row costs beside a
// row of the smallest, and the most memory that was held. The files are written
// first and lie in build.
package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime/debug"
	"strconv"
	"strings"
	"time"

	"cleanbreak/core/pipeline"
	"cleanbreak/core/pipeline/sample"
	"cleanbreak/core/playbook"
)

var now = time.Date(2026, 11, 20, 9, 0, 0, 0, time.UTC)

func main() {
	args := os.Args[1:]
	if len(args) == 3 && args[0] == "once" {
		check(once(args[1]))
		return
	}
	first := 0.0
	for _, arg := range args {
		rows, err := strconv.Atoi(arg)
		check(err)
		file := filepath.Join(os.Getenv("BUILD"), "deals-"+arg+".csv")
		check(write(file, rows))
		best := 0.0
		memory := 0
		for range max(1, min(5, 300_000/rows)) { // the best of some: others use the machine too
			took, held, err := run(file, arg)
			check(err)
			if best == 0 || took < best {
				best = took
			}
			memory = max(memory, held)
		}
		row := best / float64(rows)
		if first == 0 {
			first = row
		}
		fmt.Printf("native rows %d seconds %.2f rows_per_second %.0f cost_ratio %.2f memory_mb %d\n", rows, best, 1/row, row/first, memory)
	}
}

func check(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, "bench-triage:", err)
		os.Exit(1)
	}
}

func write(file string, rows int) error {
	out, err := os.Create(file)
	if err != nil {
		return err
	}
	_, err = io.Copy(out, sample.NewDeals(rows, now))
	if err != nil {
		return err
	}
	return out.Close()
}

// run measures a process of its own, so that each size begins with nothing held.
func run(file, rows string) (seconds float64, megabytes int, err error) {
	program, err := os.Executable()
	if err != nil {
		return 0, 0, err
	}
	out, err := exec.Command(program, "once", file, rows).Output()
	if err != nil {
		return 0, 0, err
	}
	_, err = fmt.Sscan(string(out), &seconds, &megabytes)
	return seconds, megabytes, err
}

// once judges a file as the command does, and writes csv to nowhere.
func once(file string) error {
	debug.SetMemoryLimit(250 << 20)
	began := time.Now()
	src := pipeline.Source{Name: file, Open: func() (io.ReadCloser, error) { return os.Open(file) }}
	run, err := pipeline.New([]pipeline.Source{src}, pipeline.Options{Now: now, Playbook: playbook.Balanced()})
	if err != nil {
		return err
	}
	w := pipeline.NewWriter(io.Discard, "csv")
	if err := run.Run(context.Background(), w.Line, nil); err != nil {
		return err
	}
	fmt.Println(time.Since(began).Seconds(), peak())
	return nil
}

// peak is the most memory the process ever had, in MB, as Linux counts it; 0
// elsewhere.
func peak() int {
	data, _ := os.ReadFile("/proc/self/status")
	for line := range strings.Lines(string(data)) {
		if kb, ok := strings.CutPrefix(line, "VmHWM:"); ok {
			n, _ := strconv.Atoi(strings.TrimSuffix(strings.TrimSpace(kb), " kB"))
			return n / 1024
		}
	}
	return 0
}
