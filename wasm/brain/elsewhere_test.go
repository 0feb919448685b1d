package brain_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"cleanbreak/core/assess"
	"cleanbreak/core/history"
	"cleanbreak/core/page"
	"cleanbreak/core/playbook"
	"cleanbreak/core/replica"
)

// TestAReplyIsJudgedAlikeWithoutItsWords judges every reply of testdata/replies, and a
// few words of thanks, as the device that has the words does and as the others of the
// team do, who know what is said alone: after mails without an answer, and after a
// goodbye.
func TestAReplyIsJudgedAlikeWithoutItsWords(t *testing.T) {
	texts := []string{
		"Thanks, all the best", "Thank you!", "Good luck with it.", "Ok, noted.", "Merci.", "Yes", "Ok?", "Danke und alles Gute",
		"Kim no longer works here.\n\nBest regards,\nJo Berg", "Kim Olsen has left the company. Best, Kim Olsen",
	}
	files, err := filepath.Glob("../../testdata/replies/*.txt")
	if err != nil || len(files) < 5 {
		t.Fatal(files, err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(string(data)) {
			if line = strings.TrimSpace(line); line != "" && line[0] != '%' && line[0] != '#' {
				texts = append(texts, strings.ReplaceAll(line, `\n`, "\n"))
			}
		}
	}
	p, err := playbook.Named("balanced")
	if err != nil {
		t.Fatal(err)
	}
	for _, parted := range []bool{false, true} {
		for _, text := range texts {
			e := replica.Event{Kind: replica.Reply, At: now.AddDate(0, 0, -1), Local: replica.Local{Text: text, Read: page.ReadFull}}
			here := replica.Read(e, time.UTC)
			e.Sealed.Said, e.Local = replica.SaidBy(e, time.UTC), replica.Local{}
			there := replica.Read(e, time.UTC)
			judged := func(which string) string {
				r := history.Record{Now: now, Zone: time.UTC, Seen: &history.Seen{Gmail: now}, Prospect: history.Prospect{Name: "Kim Olsen", Email: kim}}
				for i := range 8 {
					r.Events = append(r.Events, history.Event{At: now.AddDate(0, 0, i-20), Type: history.Touch, Channel: "email"})
				}
				if parted {
					r.Events = append(r.Events, history.Event{At: now.AddDate(0, 0, -5), Type: history.Decision, Verdict: history.BreakUp, Kind: history.Ghosting, By: "rep"})
				}
				reading := here
				if which == "there" {
					reading = there
				}
				r.Events = append(r.Events, history.Event{At: e.At, Type: history.Reply, Channel: "email", Reading: reading, Read: page.ReadFull})
				a := assess.Judge(r, p)
				said := fmt.Sprint(a.Verdict, " ", a.Kind, " ", a.Rule)
				for _, step := range a.Plan.Steps {
					said += fmt.Sprint(" ", step.On, " ", step.Do, " ", step.Purpose)
				}
				return said
			}
			if a, b := judged("here"), judged("there"); a != b {
				t.Errorf("%q: %s where it is known, %s elsewhere (parted: %t)", text, a, b, parted)
			}
		}
	}
}
