//go:build !js

package local

import (
	"database/sql"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"cleanbreak/worker/api"
	"cleanbreak/worker/store"
)

// Server is the Worker with its storage in a folder, one file a team. Requests
// for one team wait for each other.
type Server struct {
	config api.Config
	folder string
	mu     sync.Mutex
	teams  map[string]*team
}

type team struct {
	mu    sync.Mutex
	db    *sql.DB
	ready bool
}

// New gives a server over a folder; "" keeps everything in memory. What the
// config leaves out is the clock, the system's randomness and the limits of api.
func New(config api.Config, folder string) (*Server, error) {
	if missing := config.Check(); missing != "" {
		return nil, errors.New("the Worker does not start: " + missing)
	}
	if config.Now == nil {
		config.Now = time.Now
	}
	if config.Random == nil {
		config.Random = store.Random
	}
	return &Server{config: config, folder: folder, teams: map[string]*team{}}, nil
}

// drain reads what was refused unread: who is still sending it would not hear the
// answer, but that the connection was reset.
func drain(r *http.Request) { _, _ = io.Copy(io.Discard, io.LimitReader(r.Body, 4*api.MaxBody)) }

// ServeHTTP answers one request in one transaction.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	defer drain(r)
	path := strings.Split(r.URL.Path, "/")
	h := &host{}
	if len(path) < 4 || path[2] != "teams" || len(path[3]) != 22 || strings.ContainsAny(path[3], ".%") {
		api.New(s.config, h).ServeHTTP(w, r)
		h.send(w)
		return
	}
	t, err := s.team(path[3])
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	err = In(t.db, func(sql store.SQL) bool {
		h.sql = readied{sql, t}
		api.New(s.config, h).ServeHTTP(w, r)
		return !h.failed
	})
	t.ready = t.ready && err == nil
	if err != nil && !errors.Is(err, errUndo) {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	h.send(w)
}

// Housekeep does for a team what the alarm does in workerd.
func (s *Server) Housekeep(id string) error {
	t, err := s.team(id)
	if err != nil {
		return err
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	for more := true; more && err == nil; {
		err = In(t.db, func(sql store.SQL) bool { more = s.config.Housekeep(sql); return true })
	}
	return err
}

// Close closes the files.
func (s *Server) Close() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	var errs []error
	for _, t := range s.teams {
		errs = append(errs, t.db.Close())
	}
	return errors.Join(errs...)
}

func (s *Server) team(id string) (*team, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if t := s.teams[id]; t != nil {
		return t, nil
	}
	file := ":memory:"
	if s.folder != "" {
		file = filepath.Join(s.folder, id+".sqlite")
	}
	db, err := Open(file)
	if err != nil {
		return nil, fmt.Errorf("opening the team's file: %w", err)
	}
	s.teams[id] = &team{db: db}
	return s.teams[id], nil
}

// readied is a team's storage, whose schema may be known to be up to date.
type readied struct {
	store.SQL
	team *team
}

func (r readied) Ready() bool { return r.team.ready }
func (r readied) SetReady()   { r.team.ready = true }

// host is one request's api.Host. The reply waits until the transaction is over.
type host struct {
	sql    store.SQL
	failed bool
	status int
	parts  []store.Text
}

func (h *host) SQL(*http.Request) store.SQL { return h.sql }

func (h *host) Body(r *http.Request) (string, error) {
	if r.Body == nil {
		return "", nil
	}
	text, err := io.ReadAll(io.LimitReader(r.Body, api.MaxBody+1))
	return string(text), err
}

func (h *host) Write(_ http.ResponseWriter, status int, parts ...store.Text) {
	h.status, h.parts = status, parts
}

func (h *host) Failed(_ *http.Request, cause any) {
	h.failed = true
	fmt.Fprintln(os.Stderr, "rolled back:", cause)
}

func (h *host) Tell(*http.Request, store.Notice) {}

func (h *host) send(w http.ResponseWriter) {
	w.WriteHeader(h.status)
	for _, part := range h.parts {
		_, _ = io.WriteString(w, part.String())
	}
}
