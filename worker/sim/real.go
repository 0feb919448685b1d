//go:build !js

package sim

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"net/http"
	"strings"
	"time"

	"cleanbreak/core/device"
	"cleanbreak/core/replica"
	"cleanbreak/worker/api"
	"cleanbreak/worker/local"
	"cleanbreak/worker/store"
)

// real is worker/api over worker/store over SQLite in memory. It is its own
// api.Host.
type real struct {
	db      *sql.DB
	sql     store.SQL
	config  api.Config
	handler http.Handler
	now     int64
	status  int
	parts   []store.Text
	failed  any
}

func newReal(random device.Random) *real {
	s := &real{db: inMemory()}
	s.config = api.Config{
		Setup: setup, Receipts: setup, PerMinute: 1 << 30, Random: random,
		Now: func() time.Time { return moment(s.now) },
	}
	s.handler = api.New(s.config, s)
	return s
}

func inMemory() *sql.DB {
	db, err := local.Open(":memory:")
	if err != nil {
		panic(err)
	}
	return db
}

func (s *real) SQL(*http.Request) store.SQL          { return s.sql }
func (s *real) Body(r *http.Request) (string, error) { return r.Header.Get("X-Body"), nil }
func (s *real) Write(_ http.ResponseWriter, status int, p ...store.Text) {
	s.status, s.parts = status, p
}
func (s *real) Failed(_ *http.Request, cause any) { s.failed = cause }
func (s *real) Tell(*http.Request, store.Notice)  {}

// noWriter takes headers, which nobody here reads.
type noWriter http.Header

func (w noWriter) Header() http.Header         { return http.Header(w) }
func (w noWriter) Write(b []byte) (int, error) { return len(b), nil }
func (w noWriter) WriteHeader(int)             {}

func (s *real) do(r device.Request, now int64) device.Answer {
	s.now = now
	request, err := http.NewRequest(r.Method, r.URL, nil)
	if err != nil {
		panic(err)
	}
	for name, value := range r.Headers {
		request.Header.Set(name, value)
	}
	request.Header["X-Body"] = []string{r.Body}
	body := ""
	s.in(func() {
		s.handler.ServeHTTP(noWriter{}, request)
		for _, p := range s.parts {
			body += p.String()
		}
	})
	if s.failed != nil {
		panic(fmt.Sprint("the server failed: ", s.failed))
	}
	return device.Answer{Status: s.status, Body: body}
}

func (s *real) housekeep(now int64) {
	s.now = now
	for more := true; more; {
		s.in(func() { more = s.config.Housekeep(s.sql) })
	}
}

// in does work in one transaction.
func (s *real) in(work func()) {
	err := local.In(s.db, func(tx store.SQL) bool {
		s.sql = tx
		work()
		return s.failed == nil
	})
	if err != nil {
		panic(err)
	}
}

func (s *real) log() (out []*replica.Event) {
	var text string
	s.in(func() {
		text = s.sql.Do(`SELECT json_group_array(json(entry)) FROM (SELECT entry FROM event ORDER BY seq)`).String()
	})
	for _, each := range read[[]struct {
		Seq, Received int64
		Author, Role  string
		Event         json.RawMessage
	}](text) {
		if each.Event == nil {
			out = append(out, nil)
			continue
		}
		w := replica.ReadServed(replica.NewWireReader(string(each.Event)))
		e := w.Event()
		e.Stamp = replica.Stamp{Seq: each.Seq, Author: each.Author, Role: each.Role, Received: each.Received}
		out = append(out, &e)
	}
	return out
}

func (s *real) person(pseudonym string) person {
	var text string
	s.in(func() { text = (&store.DB{SQL: s.sql}).Prospect(pseudonym).String() })
	if text == "" {
		return person{}
	}
	known := read[struct {
		Counts []struct {
			Channel, Direction string
			Count              int
		}
		Decisions    []struct{ ID string }
		Erased       bool
		DoNotContact bool `json:"do_not_contact"`
	}](text)
	p := person{erased: known.Erased, doNotContact: known.DoNotContact}
	for _, c := range known.Counts {
		if p.counts == nil {
			p.counts = map[replica.Use]int{}
		}
		p.counts[replica.Use{Channel: c.Channel, Direction: c.Direction}] = c.Count
	}
	for _, d := range known.Decisions {
		p.decisions = append(p.decisions, d.ID)
	}
	return p
}

// whole is SQLite's one connection, which gives and takes the whole file.
type whole interface {
	Serialize() ([]byte, error)
	Deserialize([]byte) error
}

// raw runs work on the one connection.
func (s *real) raw(work func(whole) error) {
	conn, err := s.db.Conn(context.Background())
	if err != nil {
		panic(err)
	}
	defer func() { _ = conn.Close() }()
	err = conn.Raw(func(driver any) error {
		return work(driver.(whole))
	})
	if err != nil {
		panic(err)
	}
}

func (s *real) snapshot() (kept any) {
	s.raw(func(file whole) error {
		b, err := file.Serialize()
		kept = strings.Clone(string(b))
		return err
	})
	return kept
}

func (s *real) rewind(to any) {
	s.close()
	s.db = inMemory()
	s.raw(func(file whole) error {
		return file.Deserialize([]byte(to.(string)))
	})
}

func (s *real) close() { _ = s.db.Close() }
