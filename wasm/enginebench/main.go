//go:build js && wasm

// Command enginebench is the engine alone, as `make bench-engine` runs it in
// Node: the reader of replies, the rules, the voices, the score, the plan and its
// words, without pages, log and panel.
package main

import (
	"encoding/json"
	"runtime"
	"strconv"
	"strings"
	"syscall/js"
	"time"

	"cleanbreak/core/assess"
	"cleanbreak/core/history"
	"cleanbreak/core/playbook"
	"cleanbreak/core/reply"
)

var prospects []assess.Parsed

func main() {
	js.Global().Set("cleanBreakEngine", js.ValueOf(map[string]any{
		"load":     js.FuncOf(load),
		"judge":    js.FuncOf(judge),
		"readings": js.FuncOf(readings),
		"heap":     js.FuncOf(heap),
	}))
	select {}
}

// load takes a list of cases, as JSON, in place of the one before, and gives what
// is wrong with it.
func load(_ js.Value, args []js.Value) any {
	cases, _, err := assess.ParseCases([]byte(args[0].String()), playbook.Balanced())
	if err != nil {
		return err.Error()
	}
	prospects = cases
	return ""
}

// judge assesses one prospect and gives its score and what was decided, by the
// team's playbook and then by each voice: "55,keep ,break-up ghosting,…". Its
// replies are read anew where the second argument says so, else as they were read
// before.
func judge(_ js.Value, args []js.Value) any {
	p := &prospects[args[0].Int()]
	if args[1].Bool() {
		readReplies(&p.Record)
	}
	a := assess.Judge(p.Record, p.Playbook)
	var out strings.Builder
	out.WriteString(strconv.Itoa(a.Score) + "," + a.Verdict + " " + a.Kind)
	for _, v := range a.Voices {
		out.WriteString("," + v.Verdict + " " + v.Kind)
	}
	return out.String()
}

func readReplies(r *history.Record) {
	for i := range r.Events {
		if e := &r.Events[i]; e.Type == history.Reply {
			said := reply.Read(reply.Mail{Text: e.Text, Received: e.At, Zone: r.Zone})
			e.Reading = &said
		}
	}
}

// reading is what a reply says, as the peer holds it. Days are in milliseconds, 0
// where none is named.
type reading struct {
	Visible string   `json:"visible"`
	Lead    string   `json:"lead"`
	Intents []string `json:"intents"`
	Machine bool     `json:"machine"`
	Named   bool     `json:"named"` // somebody to ask instead
	Returns int64    `json:"returns"`
	On      int64    `json:"on"`
}

// readings gives what the replies of a prospect say, as JSON.
func readings(_ js.Value, args []js.Value) any {
	all := []reading{}
	for _, e := range prospects[args[0].Int()].Record.Events {
		if e.Type != history.Reply {
			continue
		}
		said := e.Reading
		r := reading{
			Visible: said.Visible, Lead: e.Leads(), Machine: said.Machine, Returns: milliseconds(said.Returns), On: milliseconds(said.Intents[0].On),
			Named: e.Says(reply.Refers) != nil || len(said.Referrals) > 0,
		}
		for _, i := range said.Intents {
			r.Intents = append(r.Intents, i.Intent)
		}
		all = append(all, r)
	}
	data, err := json.Marshal(all)
	if err != nil {
		return err.Error()
	}
	return string(data)
}

func milliseconds(t time.Time) int64 {
	if t.IsZero() {
		return 0
	}
	return t.UnixMilli()
}

// heap is how many bytes are alive.
func heap(js.Value, []js.Value) any {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return float64(m.HeapAlloc)
}
