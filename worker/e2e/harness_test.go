//go:build !js

// Package e2e drives the Worker from outside, as devices do: natively always,
// and inside workerd where WORKERD names its binary and BUILD the folder with
// worker/app.wasm and worker/wasm_exec.js (make test-sync sets both).
package e2e

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"cleanbreak/worker/api"
	"cleanbreak/worker/local"
)

const (
	setup    = "a set-up secret for the tests, long enough"
	receipts = "a receipt secret for the tests, long enough"
)

// server is a Worker that runs.
type server struct {
	url     string // another one with each start
	folder  string // where its storage is
	log     *output
	command *exec.Cmd
	ended   chan error // when it has, by itself or not
	file    string     // its configuration
}

// output is what a process has written so far.
type output struct {
	mu   sync.Mutex
	text []byte
}

func (o *output) Write(b []byte) (int, error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.text = append(o.text, b...)
	return len(b), nil
}

func (o *output) String() string {
	o.mu.Lock()
	defer o.mu.Unlock()
	return string(o.text)
}

// each runs a test against every kind of Worker there is here.
func each(t *testing.T, test func(t *testing.T, s *server)) {
	t.Run("native", func(t *testing.T) { test(t, native(t)) })
	t.Run("workerd", func(t *testing.T) { test(t, workerd(t)) })
}

func native(t *testing.T) *server {
	folder := t.TempDir()
	document, err := os.ReadFile("../openapi.yaml")
	if err != nil {
		t.Fatal(err)
	}
	handler, err := local.New(api.Config{Setup: setup, Receipts: receipts, PerMinute: 100_000, Document: string(document)}, folder)
	if err != nil {
		t.Fatal(err)
	}
	h := httptest.NewServer(handler)
	t.Cleanup(func() { h.Close(); _ = handler.Close() })
	return &server{url: h.URL, folder: folder, log: &output{}}
}

// workerd starts one, or skips the test where there is none here.
func workerd(t *testing.T) *server {
	s := configured(t, map[string]string{"SETUP_SECRET": setup, "RECEIPT_SECRET": receipts, "REQUESTS_PER_MINUTE": "100000"})
	s.start(t)
	return s
}

func configured(t *testing.T, env map[string]string) *server {
	t.Helper()
	if os.Getenv("WORKERD") == "" {
		t.Skip("WORKERD names no binary: make test-sync runs this")
	}
	s := &server{folder: t.TempDir(), log: &output{}}
	var bindings []string
	for name, value := range env {
		bindings = append(bindings, fmt.Sprintf(`(name = %q, text = %q)`, name, value))
	}
	shim, err := filepath.Abs("../shim.js")
	if err != nil {
		t.Fatal(err)
	}
	if other := env["SHIM"]; other != "" {
		shim = other
	}
	build, folder := os.Getenv("BUILD"), t.TempDir()
	for name, file := range map[string]string{
		"shim.js": shim, "wasm_exec.js": build + "/worker/wasm_exec.js", "app.wasm": build + "/worker/app.wasm",
	} {
		if err := os.Symlink(file, filepath.Join(folder, name)); err != nil {
			t.Fatal(err)
		}
	}
	s.file = filepath.Join(folder, "config.capnp")
	config := fmt.Sprintf(configuration, s.folder, strings.Join(bindings, ", "))
	if err := os.WriteFile(s.file, []byte(config), 0o600); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(s.kill)
	return s
}

const configuration = `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [(name = "main", worker = .worker), (name = "disk", disk = (path = %q, writable = true))],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "main")],
);
const worker :Workerd.Worker = (
  modules = [
    (name = "worker/shim.js", esModule = embed "shim.js"),
    (name = "build/worker/wasm_exec.js", esModule = embed "wasm_exec.js"),
    (name = "build/worker/app.wasm", wasm = embed "app.wasm"),
  ],
  compatibilityDate = "2026-04-01",
  durableObjectNamespaces = [(className = "Team", uniqueKey = "team", enableSql = true)],
  durableObjectStorage = (localDisk = "disk"),
  bindings = [(name = "TEAMS", durableObjectNamespace = "Team"), %s],
);
`

// start starts workerd on a port of its own choice, which it tells.
func (s *server) start(t *testing.T) {
	t.Helper()
	told, tells, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = told.Close() }()
	// A write beyond the size a file may have is to fail, not to end the process.
	s.command = exec.Command("sh", "-c", `trap "" XFSZ; exec "$0" "$@"`, os.Getenv("WORKERD"), "serve", "--experimental", "--control-fd=3", s.file)
	s.command.Stdout, s.command.Stderr = s.log, s.log
	s.command.ExtraFiles = []*os.File{tells}
	if err := s.command.Start(); err != nil {
		t.Fatal(err)
	}
	_ = tells.Close()
	s.ended = make(chan error, 1)
	go func(c *exec.Cmd, ended chan error) { ended <- c.Wait() }(s.command, s.ended)
	var listens struct {
		Event string
		Port  int
	}
	if err := json.NewDecoder(told).Decode(&listens); err != nil || listens.Event != "listen" {
		t.Fatalf("workerd does not listen: %+v %v\n%s", listens, err, s.log)
	}
	s.url = fmt.Sprintf("http://127.0.0.1:%d", listens.Port)
	res, err := client.Get(s.url + "/v1/health")
	if err != nil {
		t.Fatalf("workerd does not answer: %v\n%s", err, s.log)
	}
	_ = res.Body.Close()
}

// kill ends workerd at once, as kill -9 does.
func (s *server) kill() {
	if s.command != nil && s.command.Process != nil {
		_ = s.command.Process.Kill()
		<-s.ended
		s.command = nil
	}
}

// answer is a reply, with its body read as JSON where it is that.
type answer struct {
	status int
	header http.Header
	text   string
	body   map[string]any
}

func (a answer) code() string {
	code, _ := a.body["code"].(string)
	return code
}

// ask sends a request; body is JSON text, or a value to make it of. That the
// Worker failed is an error.
func (s *server) ask(method, path, token string, body any) (answer, error) {
	var reader io.Reader
	switch b := body.(type) {
	case nil:
	case string:
		reader = strings.NewReader(b)
	default:
		text, err := json.Marshal(b)
		if err != nil {
			return answer{}, err
		}
		reader = bytes.NewReader(text)
	}
	r, err := http.NewRequest(method, s.url+path, reader)
	if err != nil {
		return answer{}, err
	}
	if token != "" {
		r.Header.Set("Authorization", "Bearer "+token)
	}
	if reader != nil {
		r.Header.Set("Content-Type", "application/json")
	}
	a, err := send(r)
	if err == nil {
		err = held(method, path, a)
	}
	if err == nil && a.status == http.StatusInternalServerError {
		err = fmt.Errorf("%s %s: %s\n%s", method, path, a.text, s.log)
	}
	return a, err
}

// client opens a connection for each request: one that a server closes while a
// request is on its way would look like a fault.
var client = &http.Client{Transport: &http.Transport{DisableKeepAlives: true}}

func send(r *http.Request) (answer, error) {
	res, err := client.Do(r)
	if err != nil {
		return answer{}, err
	}
	defer func() { _ = res.Body.Close() }()
	text, err := io.ReadAll(res.Body)
	if err != nil {
		return answer{}, err
	}
	a := answer{status: res.StatusCode, header: res.Header, text: string(text)}
	_ = json.Unmarshal(text, &a.body)
	return a, taken(r, a)
}

// request makes one of this device, with a JSON body.
func (d *device) request(method, path, body string) *http.Request {
	r, err := http.NewRequest(method, d.s.url+d.at(path), strings.NewReader(body))
	if err != nil {
		panic(err)
	}
	r.Header.Set("Authorization", "Bearer "+d.token)
	r.Header.Set("Content-Type", "application/json")
	return r
}

// must is ask where an answer of that status is expected.
func (s *server) must(t *testing.T, status int, method, path, token string, body any) answer {
	t.Helper()
	a, err := s.ask(method, path, token, body)
	if err != nil {
		select {
		case ended := <-s.ended:
			s.ended <- ended
			t.Fatalf("%s %s: %v; workerd ended: %v\n%s", method, path, err, ended, s.log)
		default:
			t.Fatalf("%s %s: %v\n%s", method, path, err, s.log)
		}
	}
	if a.status != status {
		t.Fatalf("%s %s: %d %s, want %d\n%s", method, path, a.status, a.text, status, s.log)
	}
	return a
}
