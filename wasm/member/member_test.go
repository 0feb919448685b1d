//go:build !js

package member

import (
	"cleanbreak/core/device"
	"cleanbreak/core/replica"
	"encoding/json"
	"maps"
	"slices"
	"strings"
	"testing"
)

func TestTwoDevicesHoldTheSame(t *testing.T) {
	_, anna, ben, annas, bens := pair(t)
	same(t, annas, bens)
	if len(bens.disk.Log) != 2 || len(annas.disk.Outbox)+len(bens.disk.Outbox) != 0 {
		t.Fatalf("%d events, %d and %d rows", len(bens.disk.Log), len(annas.disk.Outbox), len(bens.disk.Outbox))
	}
	bens.write(call(slices.Collect(maps.Values(bens.disk.Log))[0].Who, 1))
	if step(t, ben).News {
		t.Error("what this device sent is news to it")
	}
	if out := step(t, anna); !out.News || out.Problem != "" {
		t.Errorf("%+v", out)
	}
	same(t, annas, bens)
	if name := annas.names[bens.team.Member]; name != "Ben's laptop" {
		t.Errorf("Ben is called %q", name)
	}
}

func TestWhatAJoiningDeviceHadIsMovedIntoTheTeam(t *testing.T) {
	s := serve(t)
	anna, annas := s.member(t, 1)
	ben, bens := s.member(t, 2)
	annas.write(kim(t, annas)...)
	bens.write(kim(t, bens)...)
	must(t, anna.Create(s.url, setup, "Anna"))
	invitation, err := anna.Invite("own")
	must(t, err)
	must(t, ben.Join(invitation.Text, "Anna's other"))
	for range 2 {
		for _, m := range []*Member{ben, anna} {
			if out := step(t, m); out.Problem != "" {
				t.Fatalf("%+v", out)
			}
		}
	}
	same(t, annas, bens)
	people := map[string]bool{}
	for _, e := range annas.disk.Log {
		people[strings.Join(e.Who, " ")] = true
	}
	if len(people) != 1 || len(annas.disk.Log) != 3 { // one card, two calls
		t.Errorf("%d people in %s", len(people), annas.told())
	}
}

func TestWhoFoundsATeamBringsWhatAnOlderVersionLogged(t *testing.T) {
	s := serve(t)
	anna, annas := s.member(t, 1)
	events := kim(t, annas)
	who := events[0].Who
	old := call(who, 1)
	old.ID = "00112233445566778899aabbccddeeff" // ids by hand were longer once
	seen := replica.Event{ID: tag(), Kind: replica.Touch, Who: who, At: at, Clear: replica.Clear{Message: tag(), Channel: "email"}}
	annas.write(append(events, old, seen)...)
	must(t, anna.Create(s.url, setup, "Anna"))
	if out := step(t, anna); out.Problem != "" || len(annas.disk.Outbox) != 0 || len(annas.disk.Refused) != 0 || len(annas.disk.Log) != 4 {
		t.Errorf("%+v, %d rows, %v refused, %d events", out, len(annas.disk.Outbox), annas.disk.Refused, len(annas.disk.Log))
	}
	before := annas.told()
	leave(t, anna)
	recovered, err := anna.Store.Log()
	must(t, err)
	if len(recovered) != 4 {
		t.Errorf("left with %d events: %s", len(recovered), before)
	}
}

func TestWhoComesBackCountsNothingTwice(t *testing.T) {
	_, anna, ben, annas, bens := pair(t)
	bens.write(call(slices.Collect(maps.Values(bens.disk.Log))[0].Who, 3))
	step(t, ben)
	leave(t, ben)
	invitation, err := anna.Invite("rep")
	must(t, err)
	must(t, ben.Join(invitation.Text, "Ben again"))
	step(t, ben)
	step(t, anna)
	same(t, annas, bens)
	if len(annas.disk.Log) != 3 {
		t.Errorf("%s", annas.told())
	}
}

func TestOfflineNothingIsLostAndItIsSaid(t *testing.T) {
	s, anna, ben, annas, bens := pair(t)
	who := slices.Collect(maps.Values(bens.disk.Log))[0].Who
	s.gone = true
	for hour := range 450 {
		bens.write(call(who, hour))
	}
	first, tenth := step(t, ben), Outcome{}
	for range 10 {
		out, err := ben.Round(10, 0)
		must(t, err)
		tenth = out
	}
	if !first.Offline || first.Problem == "" || first.Wait <= 0 || tenth.Wait <= first.Wait || len(bens.disk.Outbox) != 450 {
		t.Errorf("%+v, %+v, %d rows", first, tenth, len(bens.disk.Outbox))
	}
	s.gone = false
	if out := step(t, ben); out.Offline || out.Problem != "" || len(bens.disk.Outbox) != 0 {
		t.Errorf("%+v, %d rows", out, len(bens.disk.Outbox))
	}
	step(t, anna)
	same(t, annas, bens)
}

// TestWhatIsRefusedLeavesNoSecretBehind has a mistyped set-up secret refused, and
// the server out of reach.
func TestWhatIsRefusedLeavesNoSecretBehind(t *testing.T) {
	s := serve(t)
	anna, annas := s.member(t, 1)
	if err := anna.Create(s.url, "a secret that is another one", "Anna"); err == nil || annas.joining != nil {
		t.Errorf("%v, and there is still %+v", err, annas.joining)
	}
	s.gone = true
	if err := anna.Create(s.url, setup, "Anna"); err == nil || annas.joining == nil {
		t.Errorf("%v, and what may have arrived is forgotten", err)
	}
}

func TestALostAnswerToJoiningIsAskedForAgain(t *testing.T) {
	s := serve(t)
	anna, _ := s.member(t, 1)
	must(t, anna.Create(s.url, setup, "Anna"))
	invitation, err := anna.Invite("rep")
	must(t, err)
	ben, bens := s.member(t, 2)
	ben.Send = func(r device.Request) device.Answer { s.send(r); return device.Answer{} }
	if err := ben.Join(invitation.Text, "Ben"); err == nil || bens.team != nil {
		t.Fatalf("joined without an answer: %v", err)
	}
	ben.Send = s.send
	must(t, ben.Join(invitation.Text, "Ben"))
	eve, _ := s.member(t, 3)
	if err := eve.Join(invitation.Text, "Eve"); err == nil {
		t.Error("an invitation let in two devices")
	}
}

func TestARemovedDeviceIsToldAndTheOthersGoOnWithANewKey(t *testing.T) {
	_, anna, ben, annas, bens := pair(t)
	active(t, anna)
	before := len(annas.team.Sealing)
	team, err := anna.Remove(bens.team.Device)
	must(t, err)
	if at := slices.IndexFunc(team.Devices, func(d Device) bool { return d.Device == bens.team.Device }); team.Devices[at].Removed == 0 {
		t.Errorf("%+v", team)
	}
	if out := step(t, ben); !strings.Contains(out.Problem, "removed") || !out.Gone || out.Offline || out.Wait <= 0 {
		t.Errorf("%+v", out)
	}
	leave(t, ben)
	if bens.team != nil || len(bens.disk.Log) == 0 {
		t.Error("leaving takes the log along, or keeps the team")
	}
	step(t, anna)
	annas.write(call(slices.Collect(maps.Values(annas.disk.Log))[0].Who, 2))
	if out := step(t, anna); out.Problem != "" || len(annas.disk.Outbox) != 0 || len(annas.team.Sealing) != before+1 {
		t.Errorf("%+v, %d rows, %d keys", out, len(annas.disk.Outbox), len(annas.team.Sealing))
	}
}

func TestTheRecoveryKeyBringsADeviceBack(t *testing.T) {
	s, anna, _, annas, _ := pair(t)
	printed, err := anna.Recovery()
	must(t, err)
	team, err := anna.Team()
	must(t, err)
	if len(team.Recoveries) != 1 || team.Recoveries[0].By != "Anna's laptop" || team.Recoveries[0].Created == 0 {
		t.Errorf("%+v", team.Recoveries)
	}
	again, agains := s.member(t, 9)
	must(t, again.Recover(printed.Worker, " "+printed.Team+"\n", strings.ToLower(printed.Key), "Anna's new one"))
	step(t, again)
	step(t, anna)
	same(t, annas, agains)
	if agains.team.Role != replica.Manager {
		t.Errorf("came back as %s", agains.team.Role)
	}
}

func TestTheLastManagerStaysWhileThereAreOthers(t *testing.T) {
	_, anna, ben, annas, _ := pair(t)
	if _, err := anna.Leave(); err == nil || annas.team == nil {
		t.Errorf("the last manager left: %v", err)
	}
	leave(t, ben)
	leave(t, anna)
	if annas.team != nil {
		t.Error("who is alone cannot leave")
	}
}

func TestDevicesAreNamedAnew(t *testing.T) {
	_, anna, ben, annas, bens := pair(t)
	named := func(team Team, id string) string {
		return team.Devices[slices.IndexFunc(team.Devices, func(d Device) bool { return d.Device == id })].Name
	}
	team, err := ben.Rename(bens.team.Device, " Ben's new laptop ")
	must(t, err)
	if named(team, bens.team.Device) != "Ben's new laptop" {
		t.Errorf("%+v", team)
	}
	if _, err := ben.Rename(annas.team.Device, "mine"); err == nil {
		t.Error("a rep names a manager's device")
	}
	team, err = anna.Rename(bens.team.Device, "Ben's laptop at home")
	must(t, err)
	if named(team, bens.team.Device) != "Ben's laptop at home" || annas.names[bens.team.Member] != "Ben's laptop at home" {
		t.Errorf("%+v %v", team, annas.names)
	}
	if _, err := anna.Rename(annas.team.Device, "  "); err == nil {
		t.Error("a device without a name")
	}
	if _, err := anna.Remove(annas.team.Device); err == nil || annas.team == nil {
		t.Error("who removes itself is left in a team that does not know it")
	}
}

func TestExportHoldsEverythingOpened(t *testing.T) {
	_, anna, ben, annas, _ := pair(t)
	text, err := anna.Export()
	must(t, err)
	var out Exported
	must(t, json.Unmarshal([]byte(text), &out))
	if len(out.Events) != len(annas.disk.Log) || !strings.Contains(text, "Kim Olsen") || out.Names[annas.team.Member] != "Anna's laptop" {
		t.Errorf("%s", text)
	}
	if _, err := ben.Export(); err == nil {
		t.Error("a rep exports the team")
	}
}

func TestWithoutATeamNothingIsSent(t *testing.T) {
	s := serve(t)
	alone, kept := s.member(t, 1)
	kept.disk.Log["x"] = replica.Event{ID: "x"}
	step(t, alone)
	if _, err := alone.Ticket(); err == nil {
		t.Error("a ticket without a team")
	}
	if s.sent != 0 {
		t.Errorf("%d requests", s.sent)
	}
}

// TestWhoLeavesHearsWhetherTheServerKnows has Ben leave while the server answers in
// each of the ways that mean that it does not know.
func TestWhoLeavesHearsWhetherTheServerKnows(t *testing.T) {
	for name, c := range map[string]struct {
		answer device.Answer
		told   bool
	}{
		"offline":         {device.Answer{}, false},
		"it fails":        {device.Answer{Status: 500, Body: `{"code":"broken","title":"x"}`}, false},
		"too many":        {device.Answer{Status: 429, Body: `{"code":"too-many-requests","title":"x"}`}, false},
		"removed already": {device.Answer{Status: 401, Body: `{"code":"unknown-token","title":"x"}`}, true},
	} {
		_, anna, ben, _, bens := pair(t)
		ben.Send = func(device.Request) device.Answer { return c.answer }
		self := bens.team.Device
		left, err := ben.Leave()
		if err != nil || left.Told != c.told || bens.team != nil {
			t.Errorf("%s: %+v %v", name, left, err)
		}
		if !slices.Contains(active(t, anna), self) {
			t.Errorf("%s: the server knows", name)
		}
	}
}
