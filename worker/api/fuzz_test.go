package api

import (
	"strings"
	"testing"

	"cleanbreak/core/replica"
)

// FuzzFrame holds the reader of a round's body to this: it never fails on its own
// account, whatever it takes is within its limits, and every event is either
// taken or refused by an id.
func FuzzFrame(f *testing.F) {
	tag := strings.Repeat("A", 22)
	w := replica.Wire{Header: replica.Header{ID: tag, Kind: replica.Touch, Who: []string{tag}, Key: tag, Channel: "email", Direction: "out"}, Sealed: strings.Repeat("s", 40)}
	event := string(replica.AppendWire(nil, &w))
	for _, body := range []string{
		`{"client":1,"cursor":"0","events":[{"event":` + event + `}]}`,
		`{"client":1,"cursor":"0","limit":5,"events":[{"event":` + strings.Replace(event, `"at"`, `"AT"`, 1) + `}]}`,
		`{"client":1,"cursor":"0","events":[{"event":` + event + `,"author":"` + tag + `","role":"rep","receipt":"` + tag + `"}]}`,
		`{"events":[{"event":{"id":"` + tag + `","x":[[{"y":"\ud83d\ude00"}]]}}]}`,
	} {
		f.Add(body)
	}
	f.Fuzz(func(t *testing.T, body string) {
		var frame frame
		r := replica.NewWireReader(body)
		r.Object(frameFields, func(field int) { frame.read(r, field) })
		r.End()
		if r.Err != nil {
			return
		}
		if len(frame.offers)+len(frame.refused) > MaxPush || frame.limit > MaxPull {
			t.Fatal("more than is taken at once")
		}
		for _, o := range frame.offers {
			if !isTag(o.ID) || o.Problem() != "" || len(replica.AppendWire(nil, &o.Wire)) > replica.MaxEvent+1024 {
				t.Fatalf("taken: %+v", o)
			}
		}
		for _, each := range frame.refused {
			if !isTag(each.ID) || each.Code == "" || each.Code == replica.Malformed {
				t.Fatalf("refused: %+v", each)
			}
		}
	})
}
