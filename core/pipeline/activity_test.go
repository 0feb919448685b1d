package pipeline

import (
	"strings"
	"testing"
	"time"
)

// TestActivities reads one row of activities each, as CRMs write them.
func TestActivities(t *testing.T) {
	const (
		pipedrive  = "Subject,Type,Due date,Done,Marked as done time,Contact person,Deal\n"
		salesforce = "Id,WhoId,WhatId,Subject,ActivityDate,Status,TaskSubtype,CallDisposition,CompletedDateTime\n"
		subtypes   = "Id,WhoId,WhatId,Subject,ActivityDate,Status,Type,TaskSubtype,CompletedDateTime\n"
		calls      = "Call Owner,Subject,Call Type,Call Purpose,Contact Name,Call Start Time,Call Result\n"
		ours       = "id,email,at,type,direction,outcome\n"
	)
	for _, c := range []struct{ about, header, row, want string }{
		{"a call", pipedrive, "Call,Call,2026-11-02,Done,2026-11-03 10:00:00,Kim,Deal", "touch call  2026-11-03"},
		{"ahead", pipedrive, "Call,Call,2026-12-02,To do,,Kim,Deal", "planned   2026-12-02"},
		{"overdue", pipedrive, "Call,Call,2026-11-02,To do,,Kim,Deal", "planned   2026-11-02"},
		{"not ticked", pipedrive, "Mail,Email,2026-11-02,,,Kim,Deal", "planned   2026-11-02"},
		{"a meeting held", pipedrive, "Demo,Meeting,2026-11-02,Done,2026-11-02 10:00:00,Kim,Deal", "meeting  completed 2026-11-02"},
		{"a meeting without an outcome", pipedrive, "Demo,Meeting,2026-11-02,To do,,Kim,Deal", "meeting  scheduled 2026-11-02"},
		{"a meeting ahead", pipedrive, "Demo,Meeting,2026-12-02,To do,,Kim,Deal", "meeting  scheduled 2026-11-20"},
		{"a task done", pipedrive, "Prepare,Task,2026-11-02,Done,2026-11-02 10:00:00,Kim,Deal", "is no contact with them"},
		{"a German mail", "Betreff,Typ,Fälligkeitsdatum,Erledigt,Kontaktperson\n", "Angebot,E-Mail,02.11.2026,Erledigt,Kim", "touch email  2026-11-02"},
		{"a German one open", "Betreff,Typ,Fälligkeitsdatum,Erledigt,Kontaktperson\n", "Angebot,E-Mail,02.11.2026,Offen,Kim", "planned   2026-11-02"},
		{"a logged call", salesforce, "1,2,3,Call: intro,2026-11-02,Completed,Call,Left voicemail,2026-11-02T10:00:00Z", "touch call left-voicemail 2026-11-02"},
		{"a logged mail", salesforce, "1,2,3,Email: intro,2026-11-02,Completed,,,2026-11-02T10:00:00Z", "touch email  2026-11-02"},
		{"a mail that came in", salesforce, "1,2,3,[Email] [In] Re: intro,2026-11-02,Completed,Email,,2026-11-02T10:00:00Z", "reply email  2026-11-02"},
		{"not started", salesforce, "1,2,3,Email: intro,2026-11-02,Not Started,Email,,", "planned   2026-11-02"},
		{"a bare to-do", salesforce, "1,2,3,Prepare,2026-11-02,Completed,Task,,2026-11-02T10:00:00Z", "is no contact with them"},
		{"a mail by its subtype alone", subtypes, "1,2,3,Proposal follow-up,2026-11-02,Completed,,Email,2026-11-02T10:00:00Z", "touch email  2026-11-02"},
		{"a call by its subtype alone", subtypes, "1,2,3,Proposal follow-up,2026-11-02,Completed,,Call,2026-11-02T10:00:00Z", "touch call  2026-11-02"},
		{"an answer by its subtype alone", subtypes, "1,2,3,<< Re: hello,2026-11-02,Completed,,Email,2026-11-02T10:00:00Z", "reply email  2026-11-02"},
		{"a type that says nothing", subtypes, "1,2,3,Proposal follow-up,2026-11-02,Completed,Other,Email,2026-11-02T10:00:00Z", "touch email  2026-11-02"},
		{"a type beside the subtype of a task", subtypes, "1,2,3,Proposal follow-up,2026-11-02,Completed,Call,Task,2026-11-02T10:00:00Z", "touch call  2026-11-02"},
		{"the subtype of a task", subtypes, "1,2,3,Proposal follow-up,2026-11-02,Completed,,Task,2026-11-02T10:00:00Z", "is no contact with them"},
		{"nobody there", calls, "Ada,Call,Outbound,x,Kim,2026-11-02 10:00,No response/Busy", "touch call no-answer 2026-11-02"},
		{"reached", calls, "Ada,Call,Outbound,x,Kim,2026-11-02 10:00,Interested", "touch call connected 2026-11-02"},
		{"not interested was said", calls, "Ada,Call,Outbound,x,Kim,2026-11-02 10:00,Not interested", "touch call connected 2026-11-02"},
		{"a call of theirs", calls, "Ada,Call,Inbound,x,Kim,2026-11-02 10:00,", "reply call  2026-11-02"},
		{"a wrong number", calls, "Ada,Call,Outbound,x,Kim,2026-11-02 10:00,Invalid number", "touch call wrong-number 2026-11-02"},
		{"ours, out", ours, "1,kim@x.example,2026-11-02,linkedin,out,", "touch linkedin  2026-11-02"},
		{"ours, in", ours, "1,kim@x.example,2026-11-02,email,in,", "reply email  2026-11-02"},
		{"a no-show", ours, "1,kim@x.example,2026-11-02,meeting,,no-show", "meeting  no-show 2026-11-02"},
		{"in the future", ours, "1,kim@x.example,2026-12-02,email,out,", "planned   2026-12-02"},
		{"no date", ours, "1,kim@x.example,,email,out,", "has no date"},
		{"what nobody knows", ours, "1,kim@x.example,2026-11-02,pigeon,out,", "is no contact with them"},
		{"what nobody knows, of theirs", ours, "1,kim@x.example,2026-11-02,pigeon,in,", "reply   2026-11-02"},
		{"LinkedIn", ours, "1,kim@x.example,2026-11-02,LinkedIn,in,", "reply linkedin  2026-11-02"},
		{"WhatsApp", ours, "1,kim@x.example,2026-11-02,WhatsApp,out,", "touch sms  2026-11-02"},
		{"a voice mail", ours, "1,kim@x.example,2026-11-02,Voice mail,out,", "touch voicemail  2026-11-02"},
	} {
		s, err := Recognise("a.csv", strings.NewReader(c.header+c.row+"\n"), Hints{})
		if err != nil || s.Holds != Activities {
			t.Errorf("%s: %+v %v", c.about, s, err)
			continue
		}
		o := options()
		r := newRows(strings.NewReader(c.row), ',')
		cells, _ := r.row()
		a, got := s.activityOf(cells, &o)
		if got == "" {
			got = kinds[a.kind] + " " + channels[a.channel] + " " + dispositions[a.disposition] + " " + moment32(a.at, time.UTC).Format(time.DateOnly)
		}
		if got != c.want {
			t.Errorf("%s: %q, want %q", c.about, got, c.want)
		}
	}
}

// TestWhatIsNotDone tells by the status whether an activity was done, in four languages.
func TestWhatIsNotDone(t *testing.T) {
	for want, list := range map[bool]string{
		true: "To do|Open|Not started|In progress|Deferred|Waiting on someone else|Overdue|0|No|false|Not completed|Offen|Nicht begonnen|In Bearbeitung|Zurückgestellt|Wartend auf jemand anderen|Nein|Nicht erledigt|" +
			"Non démarrée|Pas commencé|En cours|Reportée|En attente de quelqu’un|À faire|Non|No iniciada|En curso|Aplazada|En espera de otra persona|Pendiente|Por hacer|No completada",
		false: "Done|Completed|1|Yes|Abgeschlossen|Erledigt|Ja|Achevée|Terminé|Oui|Completada|Hecho|Sí|No answer|No show",
	} {
		for _, status := range strings.Split(list, "|") {
			s, err := Recognise("a.csv", strings.NewReader("Subject,Type,Due date,Done,Contact person\n"), Hints{})
			if err != nil {
				t.Fatal(err)
			}
			if got := s.open([][]byte{[]byte("Mail"), []byte("Email"), []byte("2026-11-02"), []byte(status), []byte("Kim")}); got != want {
				t.Errorf("%s: open %v", status, got)
			}
		}
	}
}
