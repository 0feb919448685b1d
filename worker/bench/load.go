//go:build !js

package main

import (
	"encoding/base64"
	"fmt"
	"io"
	"math/rand/v2"
	"net/http"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"cleanbreak/core/replica"
	"cleanbreak/core/seal"
)

const (
	key         = "AAAAAAAAAAAAAAAAAAAAAA"
	connections = 4
)

// source makes events from a seed.
type source struct {
	r   *rand.ChaCha8
	who []string
}

func newSource(seed byte, people int) *source {
	s := &source{r: rand.NewChaCha8([32]byte{seed})}
	for range people {
		s.who = append(s.who, s.tag())
	}
	return s
}

func (s *source) random(n int) string {
	b := make([]byte, n)
	_, _ = s.r.Read(b)
	return base64.RawURLEncoding.EncodeToString(b)
}

func (s *source) tag() string { return s.random(16) }

func (s *source) token() string {
	var b [32]byte
	_, _ = s.r.Read(b[:])
	return seal.NewToken(b)
}

// event is one of about 250 bytes: three touches, a reply and a reading in five.
func (s *source) event(i int, who string) []byte {
	h := replica.Header{
		ID: s.tag(), Kind: replica.Touch, Who: []string{who}, At: 1_795_000_000_000 + int64(i),
		Key: key, Message: s.tag(), Channel: "email", Direction: "out",
	}
	switch i % 5 {
	case 3:
		h.Kind, h.Direction = replica.Reply, "in"
	case 4:
		h.Kind, h.Target, h.Message, h.Channel, h.Direction = replica.Reading, h.Message, "", "", ""
	}
	return replica.AppendWire(nil, &replica.Wire{Header: h, Sealed: s.random(45)})
}

// atOnce is how many people the events of one batch are about: a device sends
// what a few pages showed.
const atOnce = 10

// events gives the events field of a frame.
func (s *source) events(n int) string {
	b, first := []byte(`"events":[`), s.r.Uint64()
	for i := range n {
		who := s.who[(first+s.r.Uint64()%atOnce)%uint64(len(s.who))]
		if i > 0 {
			b = append(b, ',')
		}
		b = append(append(append(b, `{"event":`...), s.event(i, who)...), '}')
	}
	return string(append(b, ']'))
}

func (t *team) send(client *http.Client, method, path, body string) (int, string, error) {
	r, err := http.NewRequest(method, t.peer.url+"/v1/teams/"+t.id+path, strings.NewReader(body))
	if err != nil {
		return 0, "", err
	}
	r.Header.Set("Authorization", "Bearer "+t.token)
	r.Header.Set("Content-Type", "application/json")
	r.Header.Set("Origin", "chrome-extension://abcdefghijklmnopabcdefghijklmnop")
	res, err := client.Do(r)
	if err != nil { // workerd closes a connection on which nothing was asked for five seconds
		client.CloseIdleConnections()
		if r.Body, err = r.GetBody(); err == nil {
			res, err = client.Do(r) // all of these may be sent again
		}
	}
	if err != nil {
		return 0, "", err
	}
	defer func() { _ = res.Body.Close() }()
	text, err := io.ReadAll(res.Body)
	return res.StatusCode, string(text), err
}

// round syncs: these events in, out as many as there are up to a limit.
func (t *team) round(client *http.Client, events string, limit int) error {
	body := fmt.Sprintf(`{"client":1,"cursor":%q,"limit":%d,%s}`, t.cursor, limit, events)
	status, text, err := t.send(client, "POST", "/sync", body)
	if err != nil {
		err = fmt.Errorf("%s: %w", t.peer.name, err)
	}
	if err == nil && (status != http.StatusOK || !strings.Contains(text[:40], `{"acknowledged":[`)) {
		err = fmt.Errorf("%s: %d %.300s", t.peer.name, status, text)
	}
	if err == nil {
		end := strings.LastIndex(text, `"cursor":"`) + len(`"cursor":"`)
		t.cursor = text[end : end+strings.IndexByte(text[end:], '"')]
	}
	return err
}

// figures of a run.
type figures struct {
	perSecond float64
	cpu       time.Duration // of one request
	slowest   time.Duration // of 99 in 100
}

// load sends batches of events, each connection with a cursor of its own.
func load(t *team, batches []string, limit int) (figures, error) {
	client := &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: connections}}
	var next atomic.Int64
	var wait sync.WaitGroup
	errs := make([]error, connections)
	times := make([]time.Duration, len(batches))
	cpu, begin := t.peer.cpu(), time.Now()
	for c := range connections {
		wait.Go(func() {
			mine := *t
			for errs[c] == nil {
				i := int(next.Add(1)) - 1
				if i >= len(batches) {
					break
				}
				start := time.Now()
				errs[c] = mine.round(client, batches[i], limit)
				times[i] = time.Since(start)
			}
			if c == 0 {
				t.cursor = mine.cursor
			}
		})
	}
	wait.Wait()
	for _, err := range errs {
		if err != nil {
			return figures{}, err
		}
	}
	n := time.Duration(len(batches))
	return figures{
		perSecond: float64(n) / time.Since(begin).Seconds(),
		cpu:       (t.peer.cpu() - cpu) / n,
		slowest:   percentile(times, 99),
	}, nil
}
