package pipeline

import (
	"context"
	"strings"
	"testing"
)

// TestARowOfTwoExportsIsJudgedOnce takes last week's export beside this week's: a deal
// is the same by its id, its activities are joined by its name, and it counts once.
func TestARowOfTwoExportsIsJudgedOnce(t *testing.T) {
	head := "Deal - ID,Deal - Title,Deal - Organization,Deal - Stage,Deal - Value,Deal - Currency of Value\n"
	sources := []Source{
		textSource("this-week.csv", head+"1,Rollout,Acme,Demo,5000,EUR\n2,Pilot,Globex,Demo,7000,USD\n"),
		textSource("last-week.csv", head+"1,Rollout,Acme,Qualified,4000,EUR\n3,Trial,Initech,Demo,9000,EUR\n,No id,Umbrella,Demo,6000,\n"),
		textSource("activities.csv", "contact,deal,at,type\n,Rollout,2026-11-09,email\n,Rollout,2026-11-12,call\n"),
	}
	got, run := answered(t, options(), sources...)
	if n := run.Summary.Unjudged["stands in this-week.csv too, and is judged there"]; n != 1 || run.Summary.Judged != 4 {
		t.Errorf("%+v\n%s", run.Summary, got)
	}
	if run.Summary.Joined != 2 || !strings.Contains(got, "2 touches") {
		t.Errorf("its activities are not joined: %+v\n%s", run.Summary, got)
	}
	if kept := run.Summary.Kept; kept["EUR"] != 14000 || kept["USD"] != 7000 || kept[""] != 6000 {
		t.Errorf("currencies are mixed: %v", kept)
	}
	later := options()
	later.Now = now.AddDate(0, 0, 14) // when their touches are no longer young
	groups, err := Contacts(context.Background(), sources, later)
	if err != nil || groups.Curves()[0].Prospects != 1 {
		t.Errorf("%v, %v", groups, err)
	}
	plain := []Source{textSource("a.csv", "id,name,email\n1,Kim,k@x.example\n"), textSource("b.csv", "id,name,email\n1,Lee,l@x.example\n")}
	if _, run := answered(t, options(), plain...); run.Summary.Judged != 2 {
		t.Errorf("two tables of their own count from 1: %+v", run.Summary)
	}
}
