//go:build !js

package main

import (
	"bufio"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// stock starts the stock Worker, which writes a row a statement ("each") or all
// rows of a push with one ("whole"). Its processor time is that of node's child.
func (b *bench) stock(name, rows string) (*peer, error) {
	folder, err := os.MkdirTemp("", "bench-stock")
	if err != nil {
		return nil, err
	}
	for from, to := range map[string]string{
		b.build + "/worker-assets/worker.mjs": "worker.mjs", b.build + "/worker-assets/runtime.mjs": "runtime.mjs",
		b.build + "/worker-assets/wasm_exec.js": "wasm_exec.js",
	} {
		text, err := os.ReadFile(from)
		if err != nil {
			return nil, err
		}
		if err := os.WriteFile(filepath.Join(folder, to), text, 0o600); err != nil {
			return nil, err
		}
	}
	build := exec.Command("go", "build", "-trimpath", "-ldflags=-s -w", "-o", filepath.Join(folder, "app.wasm"), "./worker/bench/stock")
	build.Env, build.Stderr = append(os.Environ(), "GOOS=js", "GOARCH=wasm"), os.Stderr
	if err := build.Run(); err != nil {
		return nil, err
	}
	p := &peer{name: name, folder: folder}
	p.command = exec.Command("node", "worker/bench/stock.mjs", folder, setup, receipts, rows)
	p.command.Stderr = os.Stderr
	input, err := p.command.StdinPipe()
	if err != nil {
		return nil, err
	}
	p.end = func() { _ = input.Close(); _ = p.command.Wait() }
	out, err := p.command.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := p.command.Start(); err != nil {
		return nil, err
	}
	line, err := bufio.NewReader(out).ReadString('\n')
	if err != nil {
		return nil, fmt.Errorf("the stock Worker does not start: %w", err)
	}
	p.url = strings.TrimSpace(line)
	p.pid, err = childOf(p.command.Process.Pid)
	return p, err
}

// childOf gives the process that another has started.
func childOf(pid int) (int, error) {
	text, err := os.ReadFile(fmt.Sprintf("/proc/%d/task/%d/children", pid, pid))
	if err != nil {
		return 0, err
	}
	var child int
	_, err = fmt.Sscan(string(text), &child)
	return child, err
}
