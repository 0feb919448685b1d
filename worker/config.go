// Command worker keeps a team's devices in step: they send what happened, sealed
// but for what counting needs, and get what the others sent. It is served by
// workerd, one Durable Object with SQLite a team, and natively for tests.
//
//	api       what it answers: handlers, problem documents, limits
//	store     one team's storage: the log and its fold, over one small SQL seam
//	workerd   the seam to workerd, in JavaScript values; shim.js is the other half
//	local     the seam to native SQLite
//	sim       many devices of one team through everything that can go wrong; make sim
//
// openapi.yaml describes every address, and a test holds the handlers to it.
package main

import (
	_ "embed"
	"strconv"
	"time"

	"cleanbreak/worker/api"
	"cleanbreak/worker/store"
)

//go:embed openapi.yaml
var document string

// config reads what the operator set.
func config(get func(string) string) api.Config {
	perMinute, _ := strconv.Atoi(get("REQUESTS_PER_MINUTE")) // 0 where it is not a number: the usual limit
	return api.Config{
		Setup: get("SETUP_SECRET"), Receipts: get("RECEIPT_SECRET"), PerMinute: perMinute,
		Document: document, Now: time.Now, Random: store.Random,
	}
}
