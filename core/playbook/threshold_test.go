package playbook

import (
	"strings"
	"testing"
)

func TestThresholdOf(t *testing.T) {
	p := Balanced()
	for group, want := range map[string]Threshold{
		"all":                {strings.Split("persistence cold touches", " "), p.Minutes["email"], p.Floor.Touches},
		"motion engaged":     {strings.Split("persistence engaged touches", " "), p.Minutes["email"], p.Floor.Touches},
		"motion inbound":     {nil, p.Minutes["email"], p.Floor.Touches}, // its calls and e-mails are counted apart
		"motion unheard-of":  {nil, p.Minutes["email"], p.Floor.Touches},
		"channel linkedin":   {strings.Split("ceilings linkedin", " "), p.Minutes["linkedin"], 1},
		"channel call":       {nil, p.Minutes["call"], p.Floor.Touches},
		"segment over 50000": {nil, p.Minutes["email"], p.Floor.Touches},
	} {
		got := p.ThresholdOf(group)
		if strings.Join(got.Path, ".") != strings.Join(want.Path, ".") || got.Minutes != want.Minutes || got.Least != want.Least {
			t.Errorf("%s: %+v, want %+v", group, got, want)
		}
	}
}
