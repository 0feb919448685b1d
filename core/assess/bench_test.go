package assess_test

import (
	"testing"
	"time"

	"cleanbreak/core/assess"
	"cleanbreak/core/history"
	"cleanbreak/core/playbook"
	"cleanbreak/core/reply"
)

// busyMails are what busyRecord's prospect answered, as it arrived: signed, and
// with the mails it answers.
var busyMails = []string{
	"Hi Jo,\n\nthanks for the material. We looked at it with the team and it sounds interesting. Could you send me the pricing for about 40 seats, and tell me how long a rollout usually takes?" + signed + quoted,
	"Jo,\n\nwe are quite busy with the move to the new office, so I have not had the time to read it. Our budget for this year is frozen, I am afraid." + signed + quoted,
	"Hello,\n\nhow does it work with the system we already use for payroll? Our people in Oslo will ask." + signed + quoted,
	"Thanks Jo. Let us move the call, something came up on our side. Does Thursday at 2 work for you instead?\n\nKim\n\nSent from my phone" + quoted,
	"Hi,\n\nwe will discuss it in the next meeting of the board. Please give us some time." + signed + quoted,
	"Hi Jo,\n\nthat is good to know. The opinions in the department are divided, as they always are." + signed + quoted,
}

const (
	signed = "\n\nBest regards,\n\nKim Olsen\nHead of Operations\nAcme AS | 4 Harbour Road | 0150 Oslo\n+47 22 00 00 00"
	quoted = "\n\nOn Mon, 2 Nov 2026 at 10:00, Jo Berg <jo@us.example> wrote:\n" +
		"> Hello Kim,\n>\n> I saw that Acme opens a second office. Teams of your size lose about a day a month on moving lists by hand,\n" +
		"> and we take that off them. Two pages with an example are attached. Are you interested in a short call?\n>\n> Kind regards\n> Jo Berg\n>\n" +
		"> On Fri, 23 Oct 2026 at 09:12, Kim Olsen <kim@acme.example> wrote:\n>> Hi Jo,\n>>\n>> received, thank you. It has been a busy month over here with the new warehouse.\n>>\n>> Kim\n"
)

// busyRecord is a prospect with 40 touches and 6 replies, read already, silent
// over the last eight touches.
func busyRecord() history.Record {
	r := history.Record{
		Now: now, Zone: time.UTC, Country: "NO", Rep: "Jo Berg",
		Prospect: history.Prospect{
			Email: "kim@acme.example", Slug: "kim-olsen", Name: "Kim Olsen", Company: "Acme",
			ResponsibleFor: "operations and IT", CompanySize: 240,
		},
		Opportunity: history.Opportunity{Value: 24000, Stage: "demo", UsualMinutes: 240, UsualFrom: 31},
		Account:     []history.Contact{{At: now.AddDate(0, 0, -30), Who: "Ida Dahl", Type: history.Touch, Channel: "email"}},
	}
	channels := []string{"email", "call", "email", "linkedin", "voicemail"}
	for i := range 40 {
		at := now.Add(-time.Duration(40-i) * 50 * time.Hour)
		r.Events = append(r.Events, history.Event{At: at, Type: history.Touch, Channel: channels[i%len(channels)], Read: "full"})
		if i%6 == 1 && i/6 < len(busyMails) {
			r.Events = append(r.Events, answered(at.Add(5*time.Hour), busyMails[i/6]))
		}
	}
	return r
}

func answered(at time.Time, text string) history.Event {
	read := reply.Read(reply.Mail{Text: text, Received: at, Zone: time.UTC})
	return history.Event{At: at, Type: history.Reply, Channel: "email", Text: text, Read: "full", Reading: &read}
}

// mostAllocs is the bound of BenchmarkVerdictWithVoices.
const mostAllocs = 200

func TestAVerdictWithVoicesAllocatesLittle(t *testing.T) {
	r, p := busyRecord(), playbook.Balanced()
	if n := testing.AllocsPerRun(20, func() { assess.Judge(r, p) }); n > mostAllocs {
		t.Errorf("%.0f allocations, want at most %d", n, mostAllocs)
	}
}

// BenchmarkVerdictWithVoices is what a list costs for each of its prospects.
func BenchmarkVerdictWithVoices(b *testing.B) {
	r, p := busyRecord(), playbook.Balanced()
	b.ReportAllocs()
	for b.Loop() {
		assess.Judge(r, p)
	}
}

// BenchmarkAssess adds the flips, which run the engine on each small change.
func BenchmarkAssess(b *testing.B) {
	r, p := busyRecord(), playbook.Balanced()
	b.ReportAllocs()
	for b.Loop() {
		assess.Assess(r, p)
	}
}

// BenchmarkReading reads the six mails of one prospect.
func BenchmarkReading(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		for _, text := range busyMails {
			reply.Read(reply.Mail{Text: text, Received: now, Zone: time.UTC})
		}
	}
}
