//go:build !js

package e2e

import (
	"bufio"
	"io"
	"net"
	"net/http"
	"strings"
	"testing"
	"time"
)

// socket is a WebSocket as far as these tests need one: it only listens.
type socket struct {
	conn net.Conn
	in   *bufio.Reader
}

// open opens the team's socket with a ticket, or gives the status it was refused with.
func (d *device) open(t *testing.T, ticket string) (*socket, int) {
	t.Helper()
	conn, err := net.Dial("tcp", strings.TrimPrefix(d.s.url, "http://"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = conn.Close() })
	r, err := http.NewRequest("GET", d.s.url+d.at("/live"), nil)
	if err != nil {
		t.Fatal(err)
	}
	for name, value := range map[string]string{
		"Upgrade": "websocket", "Connection": "Upgrade", "Sec-WebSocket-Version": "13", "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==",
		"Sec-WebSocket-Protocol": "cleanbreak.v1, " + ticket, "Origin": "chrome-extension://abcdefghijklmnopabcdefghijklmnop",
	} {
		r.Header.Set(name, value)
	}
	if err := r.Write(conn); err != nil {
		t.Fatal(err)
	}
	s := &socket{conn, bufio.NewReader(conn)}
	res, err := http.ReadResponse(s.in, r)
	if err != nil {
		t.Fatal(err)
	}
	if res.StatusCode == 101 && res.Header.Get("Sec-Websocket-Protocol") != "cleanbreak.v1" {
		t.Errorf("the socket speaks %q", res.Header.Get("Sec-Websocket-Protocol"))
	}
	return s, res.StatusCode
}

// hear gives the next text, or "closed"; "" where nothing comes for a minute.
func (s *socket) hear() string {
	_ = s.conn.SetReadDeadline(time.Now().Add(time.Minute))
	head := make([]byte, 2)
	if _, err := io.ReadFull(s.in, head); err != nil {
		return ""
	}
	text := make([]byte, head[1]&0x7f)
	if _, err := io.ReadFull(s.in, text); err != nil {
		return ""
	}
	if head[0]&0xf == 8 {
		return "closed"
	}
	return string(text)
}

func (d *device) ticket(t *testing.T) string {
	t.Helper()
	return d.s.must(t, 200, "POST", d.at("/live"), d.token, `{}`).body["ticket"].(string)
}

func TestLive(t *testing.T) {
	s := workerd(t)
	anna := found(t, s)
	ben, carl := anna.join(t, "rep"), anna.join(t, "rep")
	ticket := ben.ticket(t)
	listening, status := ben.open(t, ticket)
	if status != 101 {
		t.Fatalf("refused with %d\n%s", status, s.log)
	}
	if _, status := ben.open(t, ticket); status != 403 {
		t.Errorf("a used ticket: %d", status)
	}
	if _, status := found(t, s).open(t, ben.ticket(t)); status != 403 {
		t.Errorf("another team's ticket: %d", status)
	}
	own, _ := carl.open(t, carl.ticket(t))
	carl.push(t, touch(tag()))
	if got := listening.hear(); got != "news" {
		t.Errorf("heard %q", got)
	}
	// What comes next at each is the end: the sender has not heard of its own
	// news, and nobody has of a round that brought none.
	carl.push(t)
	anna.remove(t, ben.id)
	if got := listening.hear(); got != "closed" {
		t.Errorf("a removed device's socket: %q", got)
	}
	anna.remove(t, carl.id)
	if got := own.hear(); got != "closed" {
		t.Errorf("the sender's socket: %q", got)
	}
}

// knock asks for the socket as a browser does, with a ticket.
func (s *server) knock(path, token, ticket string) (answer, error) {
	r, err := http.NewRequest("GET", s.url+path, nil)
	if err != nil {
		return answer{}, err
	}
	for name, value := range map[string]string{
		"Authorization": "Bearer " + token, "Upgrade": "websocket", "Connection": "Upgrade", "Sec-WebSocket-Version": "13",
		"Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==", "Sec-WebSocket-Protocol": "cleanbreak.v1, " + ticket,
	} {
		r.Header.Set(name, value)
	}
	a, err := send(r)
	if err == nil {
		err = held("GET", path, a)
	}
	return a, err
}

// TestTheSocketIsForItsTicket knocks with tickets that must not do, and with nobody's
// token: a ticket is all that counts.
func TestTheSocketIsForItsTicket(t *testing.T) {
	each(t, func(t *testing.T, s *server) {
		anna, other := found(t, s), found(t, s)
		ben := anna.join(t, "rep")
		gone := ben.ticket(t)
		anna.remove(t, ben.id)
		for about, ticket := range map[string]string{
			"none": "", "an unknown one": tag(), "another team's": other.ticket(t), "a removed device's": gone, "a token": anna.token,
		} {
			if a, err := s.knock(anna.at("/live"), anna.token, ticket); err != nil || a.status != 403 || a.code() != "ticket-refused" {
				t.Errorf("%s: %d %s %v", about, a.status, a.text, err)
			}
		}
	})
}
