package playbook

import (
	"strings"
	"testing"
)

func TestBalancedGivesAReasonForEveryNumber(t *testing.T) {
	p := Balanced()
	for name, w := range p.Weights {
		if w.Why == "" {
			t.Errorf("weights.%s has no reason", name)
		}
	}
	for name, why := range map[string]string{
		"floor": p.Floor.Why, "cold": p.Persistence.Cold.Why, "inbound": p.Persistence.Inbound.Why,
		"engaged": p.Persistence.Engaged.Why, "proposal": p.Persistence.Proposal.Why, "ceilings": p.Ceilings.Why,
		"waits": p.Waits.Why, "cycle": p.Cycle.Why, "reassess": p.Reassess.Why,
	} {
		if why == "" {
			t.Errorf("%s has no reason", name)
		}
	}
}

func TestLoadNamesTheWrongLine(t *testing.T) {
	cases := []struct{ about, from, to, want string }{
		{"unknown field", `"floor"`, `"flor"`, "line 3, column 3: flor: unknown field"},
		{"a number below one", `"touches": 3`, `"touches": 0`, "line 4, column 16: floor.touches: is 0"},
		{"an unknown channel", `"email", "call"`, `"mail", "call"`, `channels[0]: no channel is called "mail"`},
		{"a bad quiet day", `"12-24"`, `"24-12"`, `quiet[0]: "24-12" is no day of the year`},
	}
	for _, c := range cases {
		t.Run(c.about, func(t *testing.T) {
			_, err := Load([]byte(strings.Replace(string(balancedFile), c.from, c.to, 1)))
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("error is %v, want %q in it", err, c.want)
			}
		})
	}
}

func FuzzLoad(f *testing.F) {
	f.Add(balancedFile)
	f.Fuzz(func(t *testing.T, data []byte) {
		if p, err := Load(data); err == nil && p.Name == "" {
			t.Error("a playbook without a name was taken")
		}
	})
}
