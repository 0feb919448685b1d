package history

import (
	"testing"
	"time"

	"cleanbreak/core/playbook"
	"cleanbreak/core/reply"
)

func at(s string) time.Time {
	t, err := time.Parse("2006-01-02", s)
	if err != nil {
		panic(err)
	}
	return t
}

func touch(day string) Event { return Event{At: at(day), Type: Touch, Channel: "email"} }
func wrote(day string) Event { return Event{At: at(day), Type: Reply, Channel: "email"} }

func decided(day, verdict string) Event {
	return Event{At: at(day), Type: Decision, Verdict: verdict}
}

func TestCycles(t *testing.T) {
	cases := []struct {
		about   string
		now     string
		events  []Event
		cycle   int
		touches int
		reunion bool
	}{
		{"nothing", "2026-11-20", nil, 1, 0, false},
		{"one touch", "2026-11-20", []Event{touch("2026-11-02")}, 1, 1, false},
		{"89 days of silence", "2026-11-20", []Event{touch("2026-08-23")}, 1, 1, false},
		{"90 days of silence", "2026-11-20", []Event{touch("2026-08-22")}, 2, 0, false},
		{"a touch after 90 days", "2026-11-20", []Event{touch("2026-08-01"), touch("2026-11-10")}, 2, 1, false},
		{"their reply still waits after 90 days", "2026-11-20", []Event{touch("2026-08-01"), wrote("2026-08-02")}, 1, 1, false},
		{"let go", "2026-11-20", []Event{touch("2026-11-02"), decided("2026-11-10", "break-up")}, 1, 1, false},
		{"let go, the date has come", "2026-11-20", []Event{touch("2026-08-02"), decided("2026-08-10", "break-up")}, 2, 0, false},
		{"let go, and touched again", "2026-11-20", []Event{touch("2026-11-02"), decided("2026-11-10", "break-up"), touch("2026-11-12")}, 1, 2, false},
		{"let go, and touched on the day of the second look", "2026-11-20", []Event{touch("2026-08-02"), decided("2026-08-10", "break-up"), touch("2026-11-12")}, 2, 1, false},
		{"let go, and spoken with", "2026-11-20", []Event{touch("2026-11-02"), decided("2026-11-10", "break-up"), {At: at("2026-11-12"), Type: Touch, Channel: "conversation"}}, 2, 1, false},
		{"let go, and no once more", "2026-11-20", []Event{touch("2026-11-02"), decided("2026-11-10", "break-up"), says("2026-11-12", reply.NotInterested)}, 1, 1, false},
		{"let go, and a farewell", "2026-11-20", []Event{touch("2026-11-02"), decided("2026-11-10", "break-up"), farewell("2026-11-12")}, 1, 1, false},
		{"a last try that nobody closed", "2026-11-20", []Event{touch("2026-07-02"), decided("2026-07-02", "last-try"), touch("2026-07-03")}, 1, 2, false},
		{"a last try that they answered", "2026-11-20", []Event{touch("2026-07-02"), decided("2026-07-02", "last-try"), wrote("2026-07-03"), touch("2026-07-04")}, 2, 0, false},
		{"paused past 90 days, and touched", "2026-11-20", []Event{touch("2026-08-02"), {At: at("2026-08-10"), Type: Decision, Verdict: "pause", Until: at("2027-01-11")}, touch("2026-11-18")}, 1, 2, false},
		{"a complaint about which nothing was decided", "2026-11-20", []Event{touch("2026-07-02"), {At: at("2026-07-03"), Type: Complaint}}, 1, 1, false},
		{"their message waited for 90 days", "2026-11-20", []Event{touch("2026-07-02"), wrote("2026-07-03"), touch("2026-11-18")}, 1, 2, false},
		{"let go, and they came back", "2026-11-20", []Event{touch("2026-11-02"), decided("2026-11-10", "break-up"), wrote("2026-11-12")}, 2, 0, true},
		{"let go, and taken back", "2026-11-20", []Event{touch("2026-11-02"), decided("2026-11-10", "break-up"), decided("2026-11-11", "keep")}, 1, 1, false},
		{"let go, and news of them", "2026-11-20", []Event{touch("2026-11-02"), decided("2026-11-10", "break-up"), {At: at("2026-11-12"), Type: Trigger, Kind: Funding}}, 2, 0, false},
		{"news without having been let go", "2026-11-20", []Event{touch("2026-11-02"), {At: at("2026-11-12"), Type: Trigger, Kind: Funding}}, 1, 1, false},
		{"paused past 90 days", "2026-11-20", []Event{touch("2026-08-02"), {At: at("2026-08-10"), Type: Decision, Verdict: "pause", Until: at("2027-01-11")}}, 1, 1, false},
	}
	for _, c := range cases {
		t.Run(c.about, func(t *testing.T) {
			h := Of(Record{Now: at(c.now), Events: c.events}, playbook.Balanced())
			if h.Cycle != c.cycle || len(h.Touches) != c.touches || h.Reunion != c.reunion {
				t.Errorf("cycle %d, %d touches, reunion %t; want %d, %d, %t", h.Cycle, len(h.Touches), h.Reunion, c.cycle, c.touches, c.reunion)
			}
		})
	}
}

func TestWhatHasNotHappenedYetIsLeftOut(t *testing.T) {
	h := Of(Record{Now: at("2026-11-20"), Events: []Event{touch("2026-11-25")}}, playbook.Balanced())
	if len(h.Touches) != 0 {
		t.Error("a touch of tomorrow was counted")
	}
}

func TestTheRecordIsNotChanged(t *testing.T) {
	events := []Event{touch("2026-11-10"), touch("2026-11-02")}
	Of(Record{Now: at("2026-11-20"), Events: events}, playbook.Balanced())
	if !events[0].At.Equal(at("2026-11-10")) {
		t.Error("the caller's events were sorted")
	}
}
