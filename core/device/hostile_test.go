package device

import (
	"encoding/json"
	"strings"
	"testing"
	"time"

	"cleanbreak/core/keys"
)

// TestAKeyThatTheServerInventsIsRefused has a server make a sealing key itself,
// seal it to the device's public key, and say that it is the one in use.
func TestAKeyThatTheServerInventsIsRefused(t *testing.T) {
	for name, under := range map[string][]keys.Key{"under none": nil, "under another of its own": {{9}}} {
		t.Run(name, func(t *testing.T) {
			m := member(t)
			pair, err := m.pair()
			if err != nil {
				t.Fatal(err)
			}
			invented := keys.Key{1, 2, 3}
			sealed, err := keys.SealKey(pair.Public(), m.Team, invented, under, nonce(random(3)))
			if err != nil {
				t.Fatal(err)
			}
			refuses(t, m, invented, sealed)
		})
	}
}

// refuses has a device be told of a key in use that is not the team's.
func refuses(t *testing.T, m Membership, invented keys.Key, sealed string) {
	t.Helper()
	named := Answer{Status: 200, Body: `{"refused":[],"events":[],"cursor":"0","more":false,"key":"` + invented.ID() + `"}`}
	step, err := m.Take(named, time.UnixMilli(9000))
	if err != nil || !step.Keys {
		t.Fatalf("%+v %v", step, err)
	}
	m = step.Membership
	body, _ := json.Marshal(map[string]any{"key": invented.ID(), "keys": []sealedKey{{Key: invented.ID(), Sealed: sealed}}})
	if err := m.Keys(Answer{Status: 200, Body: string(body)}); err != nil {
		t.Fatal(err)
	}
	if !m.Outside() {
		t.Errorf("said of it: %q", m.Trouble)
	}
	sending := m.Round([]Waiting{{ID: card().ID, Event: card()}}, time.UTC, random(2))
	if strings.Contains(sending.Request.Body, invented.ID()) || !strings.Contains(sending.Request.Body, m.ring().Current().ID()) {
		t.Error("what is sent is not sealed with the key that the device has")
	}
}

// TestWhoeverIsGivenTheKeyIsInTheFingerprint slips a device in, a recovery, and one
// as the other.
func TestWhoeverIsGivenTheKeyIsInTheFingerprint(t *testing.T) {
	m := member(t)
	pair, err := keys.NewPair([32]byte{5})
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]string{}
	for name, list := range map[string]string{
		"nobody":     `"devices":[],"recoveries":[]`,
		"a device":   `"devices":[{"device":"x","public_key":"` + pair.Public() + `"}],"recoveries":[]`,
		"a recovery": `"devices":[],"recoveries":[{"recovery":"x","public_key":"` + pair.Public() + `"}]`,
	} {
		all, err := m.Devices(Answer{Status: 200, Body: `{` + list + `}`})
		if err != nil {
			t.Fatal(err)
		}
		if before, there := seen[all.Fingerprint]; there {
			t.Errorf("%s and %s have the fingerprint %s", before, name, all.Fingerprint)
		}
		seen[all.Fingerprint] = name
	}
}
