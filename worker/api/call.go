package api

import (
	"encoding/json"
	"math/bits"
	"net/http"
	"strconv"
	"strings"

	"cleanbreak/core/replica"
	"cleanbreak/core/seal"
	"cleanbreak/worker/store"
)

// call is one request being answered.
type call struct {
	*server
	w      http.ResponseWriter
	r      *http.Request
	params []string // of the address: the team, then a device
	db     *store.DB
	by     store.Author
}

// origin answers extensions only. A request without an origin is not a page's.
func (c *call) origin() bool {
	origin := c.r.Header.Get("Origin")
	if origin == "" {
		return true
	}
	if !strings.HasPrefix(origin, "chrome-extension://") && !strings.HasPrefix(origin, "moz-extension://") {
		c.fail(OriginRefused, "")
		return false
	}
	h := c.w.Header()
	h.Set("Access-Control-Allow-Origin", origin)
	h.Set("Access-Control-Expose-Headers", "Retry-After") // a browser hides it otherwise
	h.Set("Vary", "Origin")
	return true
}

func (c *call) preflight(methods []string) {
	h := c.w.Header()
	h.Set("Access-Control-Allow-Methods", strings.Join(methods, ", "))
	h.Set("Access-Control-Allow-Headers", "Authorization, Content-Type")
	h.Set("Access-Control-Max-Age", "86400")
	c.host.Write(c.w, http.StatusNoContent)
}

// bodyProblem checks what can be known of a body before it is read.
func (c *call) bodyProblem(e *endpoint) string {
	h := c.r.Header
	if encoding := h.Get("Content-Encoding"); encoding != "" && !strings.EqualFold(encoding, "identity") {
		return Compressed
	}
	if e.method == http.MethodGet {
		return ""
	}
	kind, _, _ := strings.Cut(h.Get("Content-Type"), ";")
	if !strings.EqualFold(strings.TrimSpace(kind), "application/json") {
		return NotJSON
	}
	if n, err := strconv.Atoi(h.Get("Content-Length")); err == nil && n > MaxBody {
		return BodyTooLarge
	}
	return ""
}

// body gives the whole body, or reports false and has answered.
func (c *call) body() (string, bool) {
	text, err := c.host.Body(c.r)
	switch {
	case err != nil:
		c.fail(replica.Malformed, "The body could not be read.")
	case len(text) > MaxBody:
		c.fail(BodyTooLarge, "")
	default:
		return text, true
	}
	return "", false
}

// tokenForm is said to who makes a token in another form.
const tokenForm = "It reads cbd_, 43 characters of base64url and 4 of a checksum; /v1/openapi.yaml says how it is made."

// token gives the bearer token's hash, or "" where there is none of the right form.
func (c *call) token() string {
	token, found := strings.CutPrefix(c.r.Header.Get("Authorization"), "Bearer ")
	if !found || !seal.IsToken(token) {
		return ""
	}
	return seal.Hash(token)
}

// enter finds the device, or reports false and has answered.
func (c *call) enter() bool {
	token := c.token()
	if token == "" || !c.known() {
		c.fail(Unknown, "")
		return false
	}
	by, used, ok := c.db.Enter(token)
	switch {
	case !ok:
		c.fail(Unknown, "")
	case used > c.PerMinute:
		c.w.Header().Set("Retry-After", strconv.FormatInt(60-c.db.Now/1000%60, 10))
		c.fail(TooMany, "")
	default:
		c.by = by
		return true
	}
	return false
}

// known reports whether the team exists, with its schema brought up to date.
// Where it does not, nothing is written.
func (c *call) known() bool {
	kept, ok := c.db.SQL.(Kept)
	if ok && kept.Ready() {
		return true
	}
	if !c.db.Exists() {
		return false
	}
	c.db.Migrate()
	if ok {
		kept.SetReady()
	}
	return true
}

// reply sends parts of one JSON object.
func (c *call) reply(status int, parts ...store.Text) {
	h := c.w.Header()
	h.Set("Content-Type", "application/json")
	h.Set("Cache-Control", "no-store")
	c.host.Write(c.w, status, parts...)
}

func (c *call) replyJSON(status int, body any) {
	text, err := json.Marshal(body)
	if err != nil {
		panic(err)
	}
	c.reply(status, plain(text))
}

// fields reads a body that is one object: each field has its reader. It reports
// false, and has answered, where the body is not that or lacks one of the needed,
// a [replica.Mask]; the answer names the field.
func (c *call) fields(names []string, needed uint64, read func(r *replica.WireReader, field int)) bool {
	text, ok := c.body()
	if !ok {
		return false
	}
	r := replica.NewWireReader(text)
	name := ""
	seen := r.Object(names, func(field int) {
		if read(r, field); r.Err != nil {
			name = names[field]
		}
	})
	r.End()
	if missing := needed &^ seen; r.Err == nil && missing != 0 {
		r.Fail(replica.MissingField)
		name = names[bits.TrailingZeros64(missing)]
	}
	if r.Err == nil {
		return true
	}
	code, detail := r.Err.Code, "At byte "+strconv.Itoa(r.Err.At)+" of the body."
	if name != "" {
		detail = `The field is "` + name + `". ` + detail
	}
	if code == replica.WrongType && !json.Valid([]byte(text)) {
		code = replica.Malformed
	}
	c.fail(code, detail)
	return false
}
