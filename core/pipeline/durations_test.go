package pipeline

import (
	"strings"
	"testing"
)

// TestDurations reads how long a call took, as each system writes it.
func TestDurations(t *testing.T) {
	const (
		zoho       = "Call Owner,Call Type,Call Start Time,Contact Name,"
		salesforce = "WhoId,Subject,ActivityDate,"
		pipedrive  = "Subject,Type,Due date,Done,Contact person,"
		ours       = "email,at,type,"
	)
	for _, c := range []struct {
		system, header, cell string
		want                 int
	}{
		{zoho, "Call Duration", "12:30", 13},
		{zoho, "Call Duration", "61:00", 61},
		{zoho, "Call Duration", "01:12:30", 73},
		{zoho, "Call Duration (in seconds)", "750", 13},
		{zoho, "Call Duration (in minutes)", "12", 12},
		{zoho, "Anrufdauer (in Sekunden)", "60", 1},
		{zoho, "Durée de l'appel (en secondes)", "61", 2},
		{zoho, "Duración de la llamada (en segundos)", "120", 2},
		{salesforce, "Call Duration", "750", 13},
		{salesforce, "CallDurationInSeconds", "95", 2},
		{salesforce, "Anrufdauer", "120", 2},
		{salesforce, "Duration", "30", 30}, // of an event
		{pipedrive, "Duration", "00:30", 30},
		{pipedrive, "Duration", "01:15", 75},
		{pipedrive, "Dauer", "00:30", 30},
		{ours, "minutes", "15", 15},
		{ours, "minutes", "15 min", 15},
		{ours, "duration", "0:15", 15},
		{ours, "duration", "00:15:00", 15},
		{ours, "duration (seconds)", "90", 2},
		{ours, "duration", "", 0},
	} {
		file := c.system + c.header + "\n" + strings.Repeat(",", strings.Count(c.system, ",")) + c.cell + "\n"
		s, err := Recognise("a.csv", strings.NewReader(file), Hints{})
		if err != nil || s.Holds != Activities {
			t.Errorf("%s: %+v %v", c.header, s, err)
			continue
		}
		r := newRows(strings.NewReader(file), ',')
		r.row()
		cells, _ := r.row()
		if got := s.minutes(cells); got != c.want {
			t.Errorf("%s %s, %s: %d minutes, want %d", s.System, c.header, c.cell, got, c.want)
		}
	}
}
