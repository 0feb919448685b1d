//go:build js && wasm

// Command stock is the Worker as the stock glue of syumai/workers serves one: a
// new Go runtime for each request, and D1 through database/sql. It has the same
// handlers and tables; the benchmark measures against it.
//
// The glue's driver has neither transactions nor batches, and its own examples
// write a row with a statement. So does this with ROWS=each. With ROWS=whole it
// borrows what is ours: a statement writes all rows of a push at once.
package main

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strconv"
	"strings"
	"time"

	"cleanbreak/worker/api"
	"cleanbreak/worker/store"

	"github.com/syumai/workers"
	"github.com/syumai/workers/cloudflare"
	"github.com/syumai/workers/cloudflare/d1"
)

// host is D1 for every team there is: the benchmark has one.
type host struct {
	db   *sql.DB
	each bool // a statement writes one row
}

type text string

func (t text) String() string { return string(t) }

func (h host) Ready() bool { return true }
func (h host) SetReady()   {}

func (h host) Do(statement string, args ...any) store.Text {
	if h.each && strings.HasPrefix(statement, "INSERT") && strings.Contains(statement, "json_each(?1)") {
		for _, row := range rowsOf(args) {
			h.do(statement, row...)
		}
		return text("")
	}
	return h.do(statement, args...)
}

// rowsOf gives the arguments of each row of a statement that writes several. Where
// they lie end to end in one blob, each gets its own part.
func rowsOf(args []any) (rows [][]any) {
	var values []json.RawMessage
	if err := json.Unmarshal([]byte(args[0].(string)), &values); err != nil {
		panic(err)
	}
	for i, v := range values {
		row := append([]any{"[" + string(v) + "]"}, args[1:]...)
		if len(args) > 1 {
			blob, isBlob := args[1].([]byte)
			if !isBlob {
				return [][]any{args} // its rows depend on each other
			}
			from, to := start(v), len(blob)
			if i+1 < len(values) {
				to = start(values[i+1])
			}
			row[0], row[1] = "[1]", blob[from:to]
		}
		rows = append(rows, row)
	}
	return rows
}

// start is where a record begins; the first byte is written as 1.
func start(v json.RawMessage) int {
	n, err := strconv.Atoi(string(v))
	if err != nil {
		panic(err)
	}
	return n - 1
}

func (h host) do(statement string, args ...any) store.Text {
	for i, a := range args {
		switch v := a.(type) {
		case []byte: // D1 sends these as arrays of numbers; text is what one would use
			args[i] = string(v)
			statement = strings.ReplaceAll(statement, "CAST(substr(?2", "(substr(?2")
			statement = strings.ReplaceAll(statement, " AS TEXT)", ")")
			// D1 has no transaction around a request: two at once would take the
			// same numbers.
			statement = strings.Replace(statement, "?3 + key", "(SELECT ifnull(max(seq), 0) + 1 + 0 * ?3 FROM event) + key", 1)
		case int64:
			args[i] = float64(v)
		}
	}
	statement = strings.Replace(statement, "INSERT INTO identity", "INSERT OR IGNORE INTO identity", 1)
	var first any
	err := h.db.QueryRowContext(context.Background(), statement, args...).Scan(&first)
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		panic(store.Failure{Err: err})
	}
	switch v := first.(type) {
	case nil:
		return text("")
	case int64:
		return text(strconv.FormatInt(v, 10))
	default:
		return text(fmt.Sprint(v))
	}
}

func (h host) SQL(*http.Request) store.SQL { return h }

func (h host) Body(r *http.Request) (string, error) {
	b, err := io.ReadAll(io.LimitReader(r.Body, api.MaxBody+1))
	return string(b), err
}

func (h host) Write(w http.ResponseWriter, status int, parts ...store.Text) {
	w.WriteHeader(status)
	for _, p := range parts {
		_, _ = io.WriteString(w, p.String())
	}
}

func (h host) Failed(_ *http.Request, cause any) { fmt.Println("failed:", cause) }

func (h host) Tell(*http.Request, store.Notice) {}

func main() {
	connector, err := d1.OpenConnector("DB")
	if err != nil {
		panic(err)
	}
	workers.Serve(api.New(api.Config{
		Setup: cloudflare.Getenv("SETUP_SECRET"), Receipts: cloudflare.Getenv("RECEIPT_SECRET"),
		PerMinute: 100_000_000, Now: time.Now, Random: store.Random,
	}, host{sql.OpenDB(connector), cloudflare.Getenv("ROWS") == "each"}))
}
