//go:build !js

package main

import (
	"encoding/json"
	"fmt"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync/atomic"
	"time"

	"cleanbreak/worker/store"
)

const (
	setup    = "a set-up secret for the benchmark, long"
	receipts = "a receipt secret for the benchmark, long"
)

// peer is one Worker under test, in a workerd of its own.
type peer struct {
	name    string
	url     string
	folder  string
	command *exec.Cmd
	pid     int    // of workerd, where that is not the command
	end     func() // ends it gently, where it must be

	ended    chan struct{}
	stopping atomic.Bool
}

const configuration = `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [(name = "main", worker = .worker), (name = "disk", disk = (path = %q, writable = true))],
  sockets = [(name = "http", address = %q, http = (), service = "main")],
);
const worker :Workerd.Worker = (
  modules = [%s],
  compatibilityDate = "2026-04-01", compatibilityFlags = ["nodejs_compat"],
  durableObjectNamespaces = [(className = "Team", uniqueKey = "team", enableSql = true)],
  durableObjectStorage = (localDisk = "disk"),
  bindings = [(name = "TEAMS", durableObjectNamespace = "Team"), (name = "SETUP_SECRET", text = %q),
    (name = "RECEIPT_SECRET", text = %q), (name = "REQUESTS_PER_MINUTE", text = "100000000")],
);
`

// run starts a peer made of these modules: name in workerd → file.
func run(name, workerd string, modules [][3]string) (*peer, error) {
	folder, err := os.MkdirTemp("", "bench-"+name)
	if err != nil {
		return nil, err
	}
	p := &peer{name: name, folder: folder}
	var list []string
	for _, m := range modules {
		file, err := filepath.Abs(m[2])
		if err != nil {
			return nil, err
		}
		local := filepath.Base(file)
		if err := os.Symlink(file, filepath.Join(folder, local)); err != nil {
			return nil, err
		}
		list = append(list, fmt.Sprintf("(name = %q, %s = embed %q)", m[0], m[1], local))
	}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, err
	}
	address := listener.Addr().String()
	p.url = "http://" + address
	if err := listener.Close(); err != nil {
		return nil, err
	}
	if err := os.Mkdir(filepath.Join(folder, "disk"), 0o700); err != nil {
		return nil, err
	}
	config := fmt.Sprintf(configuration, filepath.Join(folder, "disk"), address, strings.Join(list, ", "), setup, receipts)
	if err := os.WriteFile(filepath.Join(folder, "config.capnp"), []byte(config), 0o600); err != nil {
		return nil, err
	}
	return p, p.start(workerd)
}

// start starts the process and waits until it listens; it is not asked anything.
func (p *peer) start(workerd string) error {
	p.command = exec.Command(workerd, "serve", "--experimental", filepath.Join(p.folder, "config.capnp"))
	p.command.Stderr, p.command.Stdout = os.Stderr, os.Stdout
	if err := p.command.Start(); err != nil {
		return err
	}
	p.ended = make(chan struct{})
	go func(c *exec.Cmd, ended chan struct{}) {
		if err := c.Wait(); !p.stopping.Load() {
			fmt.Fprintln(os.Stderr, p.name, "ended by itself:", err)
		}
		close(ended)
	}(p.command, p.ended)
	for range 400 {
		conn, err := net.Dial("tcp", strings.TrimPrefix(p.url, "http://"))
		if err == nil {
			return conn.Close()
		}
		time.Sleep(10 * time.Millisecond)
	}
	return fmt.Errorf("%s does not listen", p.name)
}

// process is the id of workerd's process.
func (p *peer) process() int {
	if p.pid != 0 {
		return p.pid
	}
	return p.command.Process.Pid
}

func (p *peer) stop() {
	if p.end != nil {
		p.end()
		return
	}
	p.stopping.Store(true)
	_ = p.command.Process.Kill()
	<-p.ended
	p.stopping.Store(false)
}

func (p *peer) close() {
	p.stop()
	_ = os.RemoveAll(p.folder)
}

// cpu is the processor time the peer has used.
func (p *peer) cpu() time.Duration {
	text, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", p.process()))
	if err != nil {
		return 0
	}
	fields := strings.Fields(string(text[strings.LastIndexByte(string(text), ')')+1:]))
	user, _ := strconv.ParseInt(fields[11], 10, 64)
	system, _ := strconv.ParseInt(fields[12], 10, 64)
	return time.Duration(user+system) * 10 * time.Millisecond // ticks are 1/100 s
}

// memory is the peer's resident memory, in MiB.
func (p *peer) memory() int {
	text, err := os.ReadFile(fmt.Sprintf("/proc/%d/statm", p.process()))
	if err != nil {
		return 0
	}
	pages, _ := strconv.Atoi(strings.Fields(string(text))[1])
	return pages * os.Getpagesize() >> 20
}

// team is a team with one device on a peer.
type team struct {
	peer      *peer
	id, token string
	cursor    string
}

func (p *peer) found(source *source) (*team, error) {
	t := &team{peer: p, id: source.tag(), token: source.token(), cursor: "0"}
	body := fmt.Sprintf(`{"setup":%q,"key":%q,"public_key":%q}`, setup, key, source.random(32))
	status, text, err := t.send(http.DefaultClient, "PUT", "", body)
	if err == nil && status != http.StatusOK {
		err = fmt.Errorf("%s: %d %s", p.name, status, text)
	}
	return t, err
}

// bundle writes the Hono peer as one module.
func bundle(esbuild, to string) error {
	schema, err := json.Marshal(store.Since(0))
	if err != nil {
		return err
	}
	c := exec.Command(esbuild, "worker/bench/hono.js", "--bundle", "--format=esm", "--minify", "--external:node:crypto",
		"--define:__SCHEMA__="+string(schema), "--log-level=error", "--outfile="+to)
	c.Stderr = os.Stderr
	return c.Run()
}
