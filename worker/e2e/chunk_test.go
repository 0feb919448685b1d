//go:build !js

package e2e

import (
	"io"
	"net/http"
	"strings"
	"testing"
)

// TestABodyWithoutALength sends bodies in chunks, whose size nobody knows
// beforehand: a large one is refused as one with a length is, and the sender
// hears that.
func TestABodyWithoutALength(t *testing.T) {
	each(t, func(t *testing.T, s *server) {
		d := found(t, s)
		for _, size := range []int{0, 400 << 10, 600 << 10, 3 << 20} {
			body := io.MultiReader(strings.NewReader(frameOf("0")), strings.NewReader(strings.Repeat(" ", size)))
			r, err := http.NewRequest("POST", s.url+d.at("/sync"), body)
			if err != nil {
				t.Fatal(err)
			}
			r.Header.Set("Authorization", "Bearer "+d.token)
			r.Header.Set("Content-Type", "application/json")
			a, err := send(r)
			if want := map[bool]int{true: 200, false: 413}[size < 512<<10]; err != nil || a.status != want {
				t.Errorf("%d bytes: %d %s %v", size, a.status, a.text, err)
			}
		}
	})
}
