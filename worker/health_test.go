package main

import (
	"net/http/httptest"
	"strings"
	"testing"
)

func TestHealthAndNothingElse(t *testing.T) {
	cases := []struct {
		method, path string
		status       int
		body         string
	}{
		{"GET", "/v1/health", 200, `{"ok":true}`},
		{"POST", "/v1/health", 404, `"title":"There is nothing at this address."`},
		{"GET", "/v1/teams/a/prospects", 404, `/v1/teams/a/prospects is no endpoint`},
	}
	for _, c := range cases {
		w := httptest.NewRecorder()
		handler().ServeHTTP(w, httptest.NewRequest(c.method, c.path, nil))
		if w.Code != c.status || !strings.Contains(w.Body.String(), c.body) {
			t.Errorf("%s %s: %d %s, want %d and %s", c.method, c.path, w.Code, w.Body.String(), c.status, c.body)
		}
	}
}
