//go:build !js

package member

import (
	"encoding/json"
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	"cleanbreak/core/device"
	"cleanbreak/core/page"
	"cleanbreak/core/replica"
	"cleanbreak/core/seal"
)

var savedAt = time.Date(2026, 11, 20, 9, 0, 0, 0, time.UTC)

// oneDevice holds a tracked person with a call and a playbook.
func oneDevice(t *testing.T, key byte) (*Member, *memory) {
	t.Helper()
	store := newMemory(t, key)
	index, err := seal.NewIndex(store.key)
	if err != nil {
		t.Fatal(err)
	}
	kim := page.Person{Name: "Kim Olsen", Email: "kim@acme.example", Company: "Acme"}
	who := replica.Pseudonyms(kim, index)
	events := append(replica.Track(kim, savedAt, index),
		replica.Event{ID: strings.Repeat("c", 21) + "A", Kind: replica.Touch, Who: who, At: savedAt, Clear: replica.Clear{Channel: "call", ByHand: true}},
		replica.Event{ID: strings.Repeat("p", 21) + "A", Kind: replica.Playbook, Who: playbookOf(index), At: savedAt, Clear: replica.Clear{Version: 1}, Sealed: replica.Sealed{Text: "{}"}})
	for _, e := range events {
		store.disk.Log[e.ID] = e
	}
	store.looks = []Look{{who[0], "gmail", savedAt}}
	store.mine = json.RawMessage(`{"name":"Robin Vale"}`)
	return &Member{Store: store, Now: func() time.Time { return savedAt.AddDate(0, 1, 0) }}, store
}

func empty(t *testing.T, key byte) (*Member, *memory) {
	store := newMemory(t, key)
	return &Member{Store: store, Now: func() time.Time { return savedAt.AddDate(0, 1, 0) }}, store
}

func save(t *testing.T, m *Member) string {
	t.Helper()
	file, err := m.Save()
	if err != nil {
		t.Fatal(err)
	}
	return file
}

func TestASavedDeviceComesBackOnAnother(t *testing.T) {
	from, _ := oneDevice(t, 1)
	file := save(t, from)
	for _, key := range []byte{1, 2} {
		m, store := empty(t, key)
		counted, err := m.Restore(file)
		if err != nil || counted.People != 1 || counted.Events != 3 {
			t.Fatalf("key %d: %+v, %v", key, counted, err)
		}
		index, _ := seal.NewIndex(store.key)
		events := slices.Collect(maps.Values(store.disk.Log))
		all := replica.Everybody(events)
		if len(all) != 1 || all[0].Person.Name != "Kim Olsen" || len(all[0].Events) != 1 || store.looks[0].Who != all[0].Who[0] {
			t.Errorf("key %d: %+v with looks %+v", key, all, store.looks)
		}
		if !slices.ContainsFunc(events, func(e replica.Event) bool { return e.Kind == replica.Playbook && e.Who[0] == playbookOf(index)[0] }) {
			t.Errorf("key %d: the playbook is not there", key)
		}
		if string(store.mine) != `{"name":"Robin Vale"}` {
			t.Errorf("key %d: mine is %s", key, store.mine)
		}
		if counted, err = m.Restore(file); err != nil || counted.Events != 0 {
			t.Errorf("key %d, once more: %+v, %v", key, counted, err)
		}
	}
}

func TestWhatIsThereStaysAsItIs(t *testing.T) {
	from, _ := oneDevice(t, 1)
	file := strings.Replace(save(t, from), `"channel":"call"`, `"channel":"fax"`, 1)
	m, store := oneDevice(t, 1)
	store.mine = json.RawMessage(`{"name":"Bo"}`)
	counted, err := m.Restore(file)
	if err != nil || counted.Events != 0 || store.disk.Log[strings.Repeat("c", 21)+"A"].Clear.Channel != "call" || string(store.mine) != `{"name":"Bo"}` {
		t.Errorf("%+v, %v", counted, err)
	}
}

func TestAWrongFileChangesNothing(t *testing.T) {
	from, _ := oneDevice(t, 1)
	file := save(t, from)
	cut := func(from, to string) string {
		t.Helper()
		if !strings.Contains(file, from) {
			t.Fatalf("the file has no %s", from)
		}
		return strings.Replace(file, from, to, 1)
	}
	for _, c := range []struct{ about, file, want string }{
		{"no JSON", "Name,Email\nKim,kim@acme.example", "no file that Clean Break saved"},
		{"other JSON", `{"team":"x","events":[]}`, "no file that Clean Break saved"},
		{"empty", "", "no file that Clean Break saved"},
		{"cut short", file[:len(file)-20], "no file that Clean Break saved"},
		{"a later version", cut("clean-break-device-1", "clean-break-device-2"), "update Clean Break"},
		{"another key", cut(`"key":"AQEB`, `"key":"AgEB`), "its key is not the one"},
		{"an unknown kind", cut(`"kind":"touch"`, `"kind":"order"`), `is a "order", which is nothing`},
		{"no id", cut(`"id":"`+strings.Repeat("c", 21)+"A", `"id":"`), "has no id"},
		{"a day ahead", strings.ReplaceAll(file, `"at":"2026-11-20T09:00:00Z"`, `"at":"2036-11-20T09:00:00Z"`), "one that is ahead"},
	} {
		m, store := empty(t, 2)
		_, err := m.Restore(c.file)
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: error is %v", c.about, err)
		}
		if len(store.disk.Log)+len(store.looks) != 0 || store.mine != nil {
			t.Errorf("%s: something was taken", c.about)
		}
	}
}

func TestATeamsFileHoldsNoKeyAndGoesBackToTheTeamOnly(t *testing.T) {
	from, store := oneDevice(t, 1)
	store.team = &device.Membership{Member: "robin"}
	file := save(t, from)
	if strings.Contains(file, `"key"`) {
		t.Fatal("the team's key is in the file")
	}
	other, _ := empty(t, 2)
	if _, err := other.Restore(file); err == nil || !strings.Contains(err.Error(), "join the team") {
		t.Errorf("error is %v", err)
	}
	again, held := empty(t, 1)
	held.team = store.team
	if counted, err := again.Restore(file); err != nil || counted.People != 1 || counted.Events != 2 { // without the playbook
		t.Errorf("%+v, %v", counted, err)
	}
}

func TestWhomATeamErasedStaysErased(t *testing.T) {
	from, _ := oneDevice(t, 1)
	file := save(t, from)
	m, store := empty(t, 1)
	index, _ := seal.NewIndex(store.key)
	who := replica.Pseudonyms(page.Person{Email: "kim@acme.example"}, index)
	store.disk.Log["e"] = replica.Event{ID: "e", Kind: replica.Erase, Who: who, At: savedAt}
	store.team = &device.Membership{Member: "robin"}
	if counted, err := m.Restore(file); err != nil || counted.Events != 0 {
		t.Errorf("%+v, %v", counted, err)
	}
}
