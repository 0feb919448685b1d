package brain_test

import (
	"strings"
	"testing"

	"cleanbreak/core/replica"
	"cleanbreak/core/verdict"
	"cleanbreak/wasm/brain"
	"cleanbreak/wasm/view"
)

const patient = `{"name": "Northwind", "extends": "balanced", "persistence": {"cold": {"touches": 12, "days": 40}}}`

func TestTheTeamsOwnPlaybookDecides(t *testing.T) {
	b, _, s := tracked(t)
	if err := b.SetPlaybook(patient, "rules-1"); err != nil {
		t.Fatal(err)
	}
	if s = do(t, b, s, view.Action{Do: view.Look}); s.Assessment.Verdict != verdict.Keep {
		t.Errorf("by a patient playbook it is %s", s.Assessment.Verdict)
	}
	if r, err := b.Playbook(); err != nil || r != (brain.Playbook{Name: "Northwind", File: patient, May: true}) {
		t.Errorf("%+v, %v", r, err)
	}
	if err := b.SetPlaybook("", "rules-2"); err != nil {
		t.Fatal(err)
	}
	if s = do(t, b, s, view.Action{Do: view.Look}); s.Assessment.Verdict != verdict.LastTry {
		t.Errorf("by Balanced again it is %s", s.Assessment.Verdict)
	}
	if r, err := b.Playbook(); err != nil || r.Name != "Balanced" || r.File != "" {
		t.Errorf("%+v, %v", r, err)
	}
}

func TestAWrongPlaybookChangesNothing(t *testing.T) {
	b, m, _ := tracked(t)
	for file, says := range map[string]string{
		"{\n \"name\": \"N\", \"extends\": \"balanced\",\n \"floors\": {}}": "line 3",
		`{"name": "N", "extends": "balanced", "floor": {"touches": 0}}`:     "line 1, column 59: floor.touches",
		strings.Repeat(" ", 6000): "takes 6,002 bytes as it is shared, and at most 5,500 fit",
		`{"name": "N", "extends": "balanced", "ideal": {"responsible_for": [` + strings.Repeat(`"it", `, 800) + `"it"]}}`: "as it is shared, and at most 5,500 fit",
	} {
		if err := b.SetPlaybook(file, "wrong"); err == nil || !strings.Contains(err.Error(), says) {
			t.Errorf("%.60q: %v, want %s", file, err, says)
		}
	}
	if n := m.count(replica.Playbook); n != 0 {
		t.Errorf("%d playbooks were kept", n)
	}
}

func TestOnlyAManagerChangesTheTeamsPlaybook(t *testing.T) {
	b, m, _ := tracked(t)
	m.team = &brain.Team{Member: "me", Role: replica.Rep}
	if err := b.SetPlaybook(patient, "rules-1"); err == nil || !strings.Contains(err.Error(), "only a manager") {
		t.Error(err)
	}
	m.team.Role = replica.Manager
	if err := b.SetPlaybook(patient, "rules-1"); err != nil {
		t.Error(err)
	}
}

// TestThePlaybooksMonthsAreToldInClear has a server erase by a playbook that it
// cannot read.
func TestThePlaybooksMonthsAreToldInClear(t *testing.T) {
	b, m, _ := tracked(t)
	for i, file := range []string{`{"name": "Brief", "extends": "balanced", "retention": {"months": 3}}`, ""} {
		id := []string{"rules-1", "rules-2"}[i]
		if err := b.SetPlaybook(file, id); err != nil {
			t.Fatal(err)
		}
		if got := replica.HeaderOf(m.events[id], "").Months; got != []int64{3, 24}[i] {
			t.Errorf("%q: %d months", file, got)
		}
	}
}
