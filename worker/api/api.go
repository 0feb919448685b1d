// Package api is what the Worker answers: plain http.Handlers over a store. What
// differs between workerd and a native server stands behind [Host].
//
// The order of a request: the origin, the address, the size and form of the body,
// the device behind the token and its rate, its role, the body. Each can end it
// with a problem document (RFC 9457) that carries a code and a sentence to show.
package api

import (
	"net/http"
	"strings"
	"time"

	"cleanbreak/worker/store"
)

// Host is where the API runs.
type Host interface {
	// SQL gives the storage of the team the request is for. It is asked once,
	// at entry, and nil where the request is for no team.
	SQL(*http.Request) store.SQL
	// Body gives the whole body; its length has been checked where it is known.
	Body(*http.Request) (string, error)
	// Write sends the parts as one body. It must not wait.
	Write(w http.ResponseWriter, status int, parts ...store.Text)
	// Failed has the transaction rolled back.
	Failed(*http.Request, any)
	// Tell has open sockets told, once the transaction is committed.
	Tell(*http.Request, store.Notice)
}

// Kept is storage that remembers from call to call that its schema is up to date.
type Kept interface {
	store.SQL
	Ready() bool
	SetReady()
}

// Config is what an operator sets.
type Config struct {
	Setup     string // secret with which teams are created; at least MinSecret bytes
	Receipts  string // secret of the receipts; at least MinSecret bytes
	PerMinute int    // requests a device may make in a minute
	Document  string // the OpenAPI document
	Now       func() time.Time
	Random    func([]byte)
}

// Limits.
const (
	MinSecret  = 32
	MaxBody    = 512 << 10 // bytes
	MaxPush    = 200       // events; device.MaxEvents
	MaxPull    = 500       // events
	MinClient  = 1         // oldest protocol version of a client
	PerMinute  = 240       // requests of a device, unless set otherwise
	maxMisses  = 20        // attempts to pair in an hour, of a team, with what is no invitation
	maxWrapped = 16 << 10  // characters of a sealed blob
)

type server struct {
	Config
	host Host
}

// New gives the API. With a secret missing it answers every request with the
// problem not-configured; see [Config.Check].
func New(c Config, host Host) http.Handler {
	if c.PerMinute == 0 {
		c.PerMinute = PerMinute
	}
	return &server{c, host}
}

// Check gives what is missing, or "".
func (c Config) Check() string {
	switch {
	case len(c.Setup) < MinSecret:
		return "SETUP_SECRET is not set, or shorter than 32 characters."
	case len(c.Receipts) < MinSecret:
		return "RECEIPT_SECRET is not set, or shorter than 32 characters."
	}
	return ""
}

// plain is a text that is in Go already.
type plain string

func (p plain) String() string { return string(p) }

// ServeHTTP answers one request. A panic, the storage's included, becomes a
// problem, and the transaction is rolled back.
func (s *server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	c := &call{server: s, w: w, r: r}
	defer func() {
		if cause := recover(); cause != nil {
			s.host.Failed(r, cause)
			c.fail(Broken, "")
		}
	}()
	s.route(c)
}

func (s *server) route(c *call) {
	if !c.origin() {
		return
	}
	e, params, others := find(c.r.Method, c.r.URL.Path)
	switch {
	case c.r.Method == http.MethodOptions && len(others) > 0:
		c.preflight(others)
	case e == nil && len(others) > 0:
		c.w.Header().Set("Allow", strings.Join(others, ", "))
		c.fail(WrongMethod, "")
	case e == nil:
		c.fail(NotFound, "")
	case s.Check() != "":
		c.fail(NotConfigured, s.Check())
	default:
		c.params = params
		c.serve(e)
	}
}

// serve answers a request for an endpoint.
func (c *call) serve(e *endpoint) {
	if code := c.bodyProblem(e); code != "" {
		c.fail(code, "")
		return
	}
	if e.access == public {
		e.handle(c)
		return
	}
	if !c.open() {
		c.fail(NotFound, "")
		return
	}
	if e.access == byMember || e.access == byManager {
		if !c.enter() {
			return
		}
		if e.access == byManager && c.by.Role != store.Manager {
			c.fail(store.ManagerOnly, "")
			return
		}
	}
	e.handle(c)
}

// open readies the team's storage. It reports false where the request did not
// come to a team.
func (c *call) open() bool {
	sql := c.host.SQL(c.r)
	if sql == nil {
		return false
	}
	c.db = &store.DB{
		SQL: sql, Now: c.Now().UnixMilli(), Random: c.Random, Secret: []byte(c.Receipts), Team: c.params[0],
		Tell: func(n store.Notice) { c.host.Tell(c.r, n) },
	}
	return true
}

// Housekeep does what is due once a day for one team, and reports whether there
// is more to do at once. The caller holds the transaction.
func (c Config) Housekeep(sql store.SQL) (more bool) {
	db := &store.DB{SQL: sql, Now: c.Now().UnixMilli(), Random: c.Random, Secret: []byte(c.Receipts), Tell: func(store.Notice) {}}
	if !db.Exists() {
		return false
	}
	db.Migrate()
	db.Team = db.Do(`SELECT id FROM team`).String()
	return db.Housekeep()
}
