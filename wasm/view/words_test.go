package view

import (
	"slices"
	"testing"

	"cleanbreak/core/playbook"
	"cleanbreak/core/reply"
	"cleanbreak/core/signal"
	"cleanbreak/core/tone"
	engine "cleanbreak/core/verdict"
	"cleanbreak/core/words"
)

func TestWordsForEveryChannel(t *testing.T) {
	for _, channel := range playbook.Channels {
		if channelWords[channel] == "" || youDid[channel] == "" || stepIcons[channel] == "" || didWords[channel] == "" ||
			stepWords["send "+channel] == "" || stepWords["log "+channel] == "" || !slices.Contains(channelOrder, channel) {
			t.Errorf("no words or picture for the channel %q", channel)
		}
	}
	for _, o := range logForm().Channels {
		if !slices.Contains(playbook.Channels, o.Code) {
			t.Errorf("%q can be logged and is no channel", o.Code)
		}
	}
}

// TestWordsForEveryRule fails when the engine gains a rule that the panel cannot
// name, or names under another source.
func TestWordsForEveryRule(t *testing.T) {
	for _, r := range engine.Rules {
		if known := ruleWords[r.Name]; known.words == "" || known.source != r.Source {
			t.Errorf("rule %s, of %s, is named %+v", r.Name, r.Source, known)
		}
	}
}

func TestWordsForEverySignal(t *testing.T) {
	for _, s := range signal.All {
		if signalWords[s.Name] == "" {
			t.Errorf("no words for the signal %q", s.Name)
		}
	}
	if len(signalWords) != len(signal.All) {
		t.Errorf("words for %d signals, and there are %d", len(signalWords), len(signal.All))
	}
}

func TestWordsForEveryRuleOfTone(t *testing.T) {
	for _, r := range tone.Rules {
		if r.Name != tone.Blank && toneWords[r.Name] == "" {
			t.Errorf("no words for the rule of tone %q", r.Name)
		}
	}
}

func TestGoodbyesAreThoseOfTheWords(t *testing.T) {
	for _, p := range words.Purposes {
		if goodbye(p.Name) != p.Goodbye {
			t.Errorf("%s: the panel takes it for a goodbye: %v", p.Name, goodbye(p.Name))
		}
	}
}

func TestWordsForEveryKindAndVoice(t *testing.T) {
	for _, kind := range partingKinds {
		if kindWords[kind] == "" || faces["break-up/"+kind].headline == "" {
			t.Errorf("no words for a break-up of kind %q", kind)
		}
	}
	for _, kind := range []string{engine.Away, engine.Waiting, engine.LetGo, engine.Satisfied, engine.NotNow, engine.Competitor} {
		if f := faces["pause/"+kind]; f.headline == "" || f.dated == "" {
			t.Errorf("no words for a pause of kind %q", kind)
		}
	}
	for _, name := range playbook.Voices {
		if sources[name] == "" || sourceTitles[name] == "" {
			t.Errorf("no words for the voice %q", name)
		}
	}
	for _, machine := range []string{reply.OutOfOffice, reply.AutoAck, reply.Bounce, reply.LeftCompany} {
		if machineWords[machine] == "" {
			t.Errorf("no words for what a machine sent: %q", machine)
		}
	}
}
