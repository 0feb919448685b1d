package api

import (
	"encoding/base64"
	"net/http"
	"strings"
	"testing"
	"time"

	"cleanbreak/core/replica"
	"cleanbreak/core/seal"
	"cleanbreak/worker/store"
)

// still is a host whose storage answers by heart, so that what is measured is
// this program alone.
type still struct {
	body   string
	answer func(statement string) string
	status int
}

func (s *still) SQL(*http.Request) store.SQL        { return s }
func (s *still) Ready() bool                        { return true }
func (s *still) SetReady()                          {}
func (s *still) Body(*http.Request) (string, error) { return s.body, nil }
func (s *still) Failed(_ *http.Request, cause any)  { panic(cause) }
func (s *still) Tell(*http.Request, store.Notice)   {}

func (s *still) Do(statement string, _ ...any) store.Text { return plain(s.answer(statement)) }

func (s *still) Write(_ http.ResponseWriter, status int, _ ...store.Text) { s.status = status }

type headers http.Header

func (h headers) Header() http.Header         { return http.Header(h) }
func (h headers) Write(b []byte) (int, error) { return len(b), nil }
func (h headers) WriteHeader(int)             {}

// BenchmarkRound is a round of 50 events without what the storage costs.
func BenchmarkRound(b *testing.B) {
	tag := func() string {
		var r [16]byte
		store.Random(r[:])
		return base64.RawURLEncoding.EncodeToString(r[:])
	}
	key, who := tag(), []string{tag(), tag(), tag(), tag(), tag()}
	var people []string
	for i, w := range who {
		people = append(people, `["`+w+`",`+string(rune('1'+i))+`,0,0]`)
	}
	body := `{"client":1,"cursor":"0","limit":50,"events":[`
	for i := range 50 {
		w := replica.Wire{Header: replica.Header{
			ID: tag(), Kind: replica.Touch, Who: who[i%5 : i%5+1], At: 1, Key: key, Message: tag(), Channel: "email", Direction: "out",
		}, Sealed: strings.Repeat("s", 60)}
		if i > 0 {
			body += ","
		}
		body += `{"event":` + string(replica.AppendWire(nil, &w)) + `}`
	}
	host := &still{body: body + "]}", answer: func(statement string) string {
		switch {
		case strings.HasPrefix(statement, "UPDATE device"):
			return key + key + "rep 1"
		case strings.HasPrefix(statement, `SELECT '{"holds"`):
			return `{"holds":1,"seq":9,"last":9,"known":[],"people":[` + strings.Join(people, ",") + `],"seen":[],"keys":["` + key + `"]}`
		}
		return ""
	}}
	secret := strings.Repeat("s", MinSecret)
	handler := New(Config{Setup: secret, Receipts: secret, Now: time.Now, Random: store.Random}, host)
	r, err := http.NewRequest("POST", "http://worker.example/v1/teams/"+key+"/sync", nil)
	if err != nil {
		b.Fatal(err)
	}
	r.Header.Set("Authorization", "Bearer "+seal.NewToken([32]byte{}))
	r.Header.Set("Content-Type", "application/json")
	b.ReportAllocs()
	for b.Loop() {
		if handler.ServeHTTP(headers{}, r); host.status != http.StatusOK {
			b.Fatal(host.status)
		}
	}
}
