// Package main is the Worker that will keep a team in step. So far it answers
// one question, whether it is there; everything works on one device without it.
package main

import (
	"encoding/json"
	"net/http"
)

// handler is the whole API: plain net/http, so that it runs natively in tests
// and in workerd alike.
func handler() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /v1/health", health)
	mux.HandleFunc("/", notFound)
	return mux
}

func health(w http.ResponseWriter, _ *http.Request) {
	reply(w, http.StatusOK, "application/json", map[string]any{"ok": true})
}

// notFound is a problem document, RFC 9457.
func notFound(w http.ResponseWriter, r *http.Request) {
	reply(w, http.StatusNotFound, "application/problem+json", map[string]any{
		"status": http.StatusNotFound,
		"title":  "There is nothing at this address.",
		"detail": r.Method + " " + r.URL.Path + " is no endpoint; GET /v1/health is.",
	})
}

func reply(w http.ResponseWriter, status int, kind string, body any) {
	data, err := json.Marshal(body)
	if err != nil {
		status, data = http.StatusInternalServerError, nil
	}
	w.Header().Set("Content-Type", kind)
	w.WriteHeader(status)
	_, _ = w.Write(data)
}
