package api

import (
	"net/http"
	"strings"

	"cleanbreak/core/replica"
)

// access says whom an endpoint answers.
type access int

const (
	public    access = iota // anybody
	bySecret                // who has the set-up secret, an invitation or a ticket
	byMember                // any device of the team
	byManager               // a manager's device
)

// endpoint is one method of one address.
type endpoint struct {
	method, path string // {team} and {device} stand for a tag
	access       access
	handle       func(*call)
}

// endpoints is the whole API. An http.ServeMux would redirect addresses that are not
// clean, and refuse a method in its own words.
var endpoints = []endpoint{
	{"GET", "/v1/health", public, (*call).health},
	{"GET", "/v1/openapi.yaml", public, (*call).document},

	{"PUT", "/v1/teams/{team}", bySecret, (*call).create},
	{"GET", "/v1/teams/{team}", byMember, (*call).info},
	{"POST", "/v1/teams/{team}/invitations", byMember, (*call).invite},
	{"POST", "/v1/teams/{team}/pair", bySecret, (*call).pair},
	{"GET", "/v1/teams/{team}/devices", byMember, (*call).devices},
	{"PUT", "/v1/teams/{team}/devices/{device}", byMember, (*call).label},
	{"POST", "/v1/teams/{team}/devices/{device}/remove", byMember, (*call).remove},
	{"GET", "/v1/teams/{team}/keys", byMember, (*call).keys},
	{"PUT", "/v1/teams/{team}/keys", byMember, (*call).putKey},

	{"POST", "/v1/teams/{team}/sync", byMember, (*call).sync},
	{"GET", "/v1/teams/{team}/events", byMember, (*call).pull},
	{"GET", "/v1/teams/{team}/prospects", byMember, (*call).prospects},
	{"GET", "/v1/teams/{team}/playbook", byMember, (*call).playbook},
	{"PUT", "/v1/teams/{team}/playbook", byManager, (*call).putPlaybook},
	{"POST", "/v1/teams/{team}/erase", byMember, (*call).erase},
	{"GET", "/v1/teams/{team}/export", byManager, (*call).export},
	{"GET", "/v1/teams/{team}/audit", byManager, (*call).audit},
	{"POST", "/v1/teams/{team}/live", byMember, (*call).ticket},
	{"GET", "/v1/teams/{team}/live", bySecret, (*call).live},
}

// find gives the endpoint and the tags in its address. Where the method is not
// taken, it gives the methods that are.
func find(method, path string) (e *endpoint, params, others []string) {
	parts := strings.Split(path, "/")
	for i := range endpoints {
		found, ok := match(endpoints[i].path, parts)
		if !ok {
			continue
		}
		if endpoints[i].method == method {
			return &endpoints[i], found, nil
		}
		others = append(others, endpoints[i].method)
	}
	return nil, nil, others
}

func match(pattern string, parts []string) (params []string, ok bool) {
	i := 0
	for want := range strings.SplitSeq(pattern, "/") {
		switch {
		case i == len(parts):
			return nil, false
		case strings.HasPrefix(want, "{"):
			if !isTag(parts[i]) {
				return nil, false
			}
			params = append(params, parts[i])
		case want != parts[i]:
			return nil, false
		}
		i++
	}
	return params, i == len(parts)
}

// isTag reports 22 characters of base64url, spelled the one way there is.
func isTag(text string) bool {
	r := replica.NewWireReader(`"` + text + `"`)
	r.Tag()
	r.End()
	return r.Err == nil
}

func (c *call) health() {
	c.replyJSON(http.StatusOK, map[string]any{"ok": true, "client": MinClient})
}

func (c *call) document() {
	c.w.Header().Set("Content-Type", "application/yaml")
	c.host.Write(c.w, http.StatusOK, plain(c.Document))
}

// Endpoint is one method of one address, as tests see it.
type Endpoint struct {
	Method, Path string
	Secret       bool // answers a secret of its own, not a device
	Manager      bool // answers managers only
	Public       bool
}

// Endpoints gives the whole API.
func Endpoints() []Endpoint {
	var out []Endpoint
	for _, e := range endpoints {
		out = append(out, Endpoint{e.method, e.path, e.access == bySecret, e.access == byManager, e.access == public})
	}
	return out
}
