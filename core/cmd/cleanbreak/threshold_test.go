//go:build !js

package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// TestAPlaybookSetsItsThresholdFromTheCurve takes the line that the curve proposes into
// a playbook: a deal with as many touches in silence is then due for its last try, and
// by Balanced it is not.
func TestAPlaybookSetsItsThresholdFromTheCurve(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string) string {
		file := filepath.Join(dir, name)
		if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		return file
	}
	counts := write("counts.csv", "touch,reached,answered\n1,4000,220\n2,2500,125\n3,1500,60\n4,1200,30\n5,1000,10\n6,900,5\n7,800,3\n")
	_, said, _ := ran(t, "curve", "-worth", "300", counts)
	_, line, found := strings.Cut(said, "As a playbook says it: ")
	var touches int
	if _, err := fmt.Sscanf(line, `"persistence": {"cold": {"touches": %d}}`, &touches); !found || err != nil || touches < 3 || touches > 7 {
		t.Fatalf("%v, %d touches of\n%s", err, touches, said)
	}
	own := write("own.json", fmt.Sprintf(`{"name": "Own", "extends": "balanced", %s}`, strings.TrimSpace(line)))
	deals := write("deals.csv", "id,title,stage,value\n1,Rollout,demo,20000\n")
	activities := "deal id,at,type\n"
	for i := range touches {
		activities += "1," + time.Date(2026, 9, 1+5*i, 9, 0, 0, 0, time.UTC).Format(time.DateOnly) + ",email\n"
	}
	for playbook, want := range map[string]string{own: ",last-try,", "balanced": ",keep,"} {
		_, answer, _ := ran(t, "triage", "-now", "2026-10-20", "-format", "csv", "-playbook", playbook, deals, write("activities.csv", activities))
		if !strings.Contains(answer, want) {
			t.Errorf("by %s with %d touches:\n%s\nwant %s", filepath.Base(playbook), touches, answer, want)
		}
	}
}
