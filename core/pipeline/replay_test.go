package pipeline

import (
	"context"
	"fmt"
	"reflect"
	"strings"
	"testing"
	"time"

	"cleanbreak/core/calibrate"
	"cleanbreak/core/history"
	"cleanbreak/core/playbook"
)

// past is a pipeline over half a year: who answers early, who never does, who does
// late, and who was won late.
func past() []Source {
	var deals, activities strings.Builder
	deals.WriteString("id,title,contact person,stage,status,value,closed\n")
	activities.WriteString("id,deal id,at,type,direction\n")
	n := 0
	add := func(deal int, day int, direction string) {
		n++
		fmt.Fprintf(&activities, "%d,%d,%s,email,%s\n", n, deal, now.AddDate(0, 0, -day).Format(time.RFC3339), direction)
	}
	for deal, of := range []struct {
		status string
		reply  int // days ago; 0 never
		won    int
	}{{"Open", 0, 0}, {"Open", 150, 0}, {"Open", 60, 0}, {"Won", 0, 20}, {"Open", 0, 0}} {
		closed := ""
		if of.won > 0 {
			closed = now.AddDate(0, 0, -of.won).Format(time.DateOnly)
		}
		fmt.Fprintf(&deals, "%d,Deal %d,Person %d,demo,%s,5000,%s\n", deal, deal, deal, of.status, closed)
		for touch := range 14 { // twice a week from the 160th day on
			if day := 160 - 4*touch; of.reply == 0 || day > of.reply || of.reply < 100 {
				add(deal, day, "out")
			}
		}
		if of.reply > 0 {
			add(deal, of.reply, "in")
			add(deal, of.reply-1, "out")
		}
	}
	deals.WriteString("9,Counted,Person 9,demo,Open,5000,\n")
	return []Source{textSource("deals.csv", deals.String()), textSource("activities.csv", activities.String())}
}

func TestReplay(t *testing.T) {
	patient, err := playbook.Load([]byte(`{"name":"patient","extends":"balanced","persistence":{"cold":{"touches":40,"days":100}}}`))
	if err != nil {
		t.Fatal(err)
	}
	r, err := Replayed(context.Background(), past(), options(), [2]*playbook.Playbook{playbook.Balanced(), patient})
	if err != nil {
		t.Fatal(err)
	}
	if r.Prospects != 5 || r.Unknown != 1 {
		t.Errorf("%d prospects, %d unknown", r.Prospects, r.Unknown)
	}
	// The four who are silent for six weeks are let go; the third wrote later, the
	// fourth was won later.
	if o := r.Now; o.LetGo != 4 || o.CameBack != 1 || o.Won != 1 || !reflect.DeepEqual(o.Lost, map[string]float64{"": 10_000}) || o.Minutes == 0 {
		t.Errorf("%+v", o)
	}
	if o := r.Then; o.LetGo != 0 || o.Minutes != 0 {
		t.Errorf("%+v", o)
	}
	var who []string
	for _, p := range r.Now.Partings {
		who = append(who, p.Name)
	}
	if !reflect.DeepEqual(who, []string{"Deal 2", "Deal 3", "Deal 0", "Deal 4"}) {
		t.Errorf("%v, want those who were lost first", who)
	}
	if text := r.Text(); !strings.Contains(text, "balanced would have let go 4: 1 came back later, 1 won; ") || !strings.Contains(text, "patient would have let go 0") {
		t.Error(text)
	}
}

func TestAReplayNamesWhomItLetsGo(t *testing.T) {
	on := time.Date(2026, 6, 12, 9, 0, 0, 0, time.UTC)
	r := Replay{Now: Brought{Partings: []*Parting{
		{Name: "Rollout", Account: "Acme", On: on, Back: on.AddDate(0, 2, 0), Won: true, Value: 5000, Currency: "EUR"},
		{Name: "Pilot", On: on},
	}}}
	for range 11 {
		r.Then.Partings = append(r.Then.Partings, &Parting{Name: "Pilot", On: on})
	}
	text := r.Text()
	for line, times := range map[string]int{
		"    - Rollout, Acme, let go on 2026-06-12, wrote or met on 2026-08-12, won later, 5,000 EUR\n": 1,
		"    - Pilot, let go on 2026-06-12\n":         1 + 10,
		"    - and 1 more, whom -format json names\n": 1,
	} {
		if n := strings.Count(text, line); n != times {
			t.Errorf("%d times %q, want %d:\n%s", n, line, times, text)
		}
	}
}

func TestAReplayCountsHoursInWords(t *testing.T) {
	r := Replay{Now: Brought{Minutes: 60}, Then: Brought{Minutes: 90}}
	if text := r.Text(); !strings.Contains(text, "; 1 hour freed") || !strings.Contains(text, "; 2 hours freed") {
		t.Error(text)
	}
}

// TestAReplayLetsGoWhoWasThere has deals that a replay may not let go: they were lost
// or won before, or did not exist yet.
func TestAReplayLetsGoWhoWasThere(t *testing.T) {
	day := func(ago int) string { return now.AddDate(0, 0, -ago).Format(time.DateOnly) }
	head := "id,title,contact person,stage,status,value,currency,created,closed\n"
	row := func(status string, value int, currency, created, closed string) string {
		return fmt.Sprintf("1,Deal,Kim,demo,%s,%d,%s,%s,%s\n", status, value, currency, created, closed)
	}
	mails := func(ago ...int) string {
		out := "id,deal id,at,type,direction\n"
		for n, a := range ago {
			out += fmt.Sprintf("%d,1,%s,email,out\n", n, day(a))
		}
		return out
	}
	for _, c := range []struct {
		about, row, mails string
		letGo             int
	}{
		{"lost long ago", row("Lost", 300, "EUR", day(900), day(800)), mails(880, 870), 0},
		{"lost, and nobody says when", row("Lost", 300, "EUR", day(900), ""), mails(880, 870), 0},
		{"won long ago, with a mail since", row("Won", 20_000, "EUR", day(600), day(500)), mails(590, 580, 570, 565, 560, 550, 545, 540, 530, 60), 0},
		{"created this month", row("Open", 300, "EUR", day(5), ""), mails(4), 0},
		{"open, and hoped to close long ago", row("Open", 300, "EUR", day(170), day(160)), mails(165), 1},
		{"won after it was let go", row("Won", 300, "EUR", day(170), day(20)), mails(165), 1},
	} {
		r, err := Replayed(context.Background(), []Source{textSource("d.csv", head+c.row), textSource("a.csv", c.mails)}, options(), [2]*playbook.Playbook{playbook.Balanced(), playbook.Balanced()})
		if err != nil {
			t.Fatal(err)
		}
		if r.Prospects != 1 || r.Now.LetGo != c.letGo {
			t.Errorf("%s: %+v", c.about, r.Now)
		}
		if on := r.Now.Partings; len(on) == 1 && on[0].On.Before(now.AddDate(0, 0, -165)) {
			t.Errorf("%s: let go on %s", c.about, on[0].On)
		}
	}
}

// TestValuesAreLostByCurrency has two won after they would have been let go.
func TestValuesAreLostByCurrency(t *testing.T) {
	on := now.AddDate(0, 0, -100)
	b := Brought{Lost: map[string]float64{}}
	for _, p := range []Parting{{Value: 300, Currency: "EUR"}, {Value: 60_000, Currency: "JPY"}, {Value: -5, Currency: "USD"}} {
		b.add(&Parting{On: on, Won: true, Value: p.Value, Currency: p.Currency})
	}
	if got := Sums(b.Lost); got != "300 EUR and 60,000 JPY" {
		t.Error(got)
	}
}

func TestStretches(t *testing.T) {
	day := func(n int) time.Time { return now.AddDate(0, 0, n-200) }
	touch := func(n int, channel string) history.Event {
		return history.Event{At: day(n), Type: history.Touch, Channel: channel}
	}
	for _, c := range []struct {
		about  string
		events []history.Event
		want   string
	}{
		{"silence", []history.Event{touch(1, "email"), touch(4, "call")}, "cold email call -"},
		{"answered", []history.Event{touch(1, "email"), touch(4, "email"), {At: day(5), Type: history.Reply}}, "cold email email +"},
		{"and silent again", []history.Event{touch(1, "email"), {At: day(5), Type: history.Reply}, touch(9, "call")}, "cold email +/engaged call -"},
		{"a call that reaches them", []history.Event{touch(1, "email"), {At: day(2), Type: history.Touch, Channel: "call", Disposition: history.Connected}}, "cold email call +"},
		{"they came first", []history.Event{{At: day(1), Type: history.Inbound}, touch(1, "email")}, "inbound email -"},
		{"months between", []history.Event{touch(1, "email"), touch(100, "email")}, "cold email -/cold email -"},
		{"too young to tell", []history.Event{touch(1, "email"), touch(195, "call")}, "cold email -"},
		{"young, and answered already", []history.Event{touch(1, "email"), touch(195, "call"), {At: day(196), Type: history.Reply}}, "cold email -"},
		{"young, and answered on the phone", []history.Event{{At: day(196), Type: history.Touch, Channel: "call", Disposition: history.Connected}}, ""},
		{"young, and written to again", []history.Event{touch(1, "email"), touch(190, "email"), touch(198, "call")}, "cold email -"},
		{"in the future", []history.Event{touch(1, "email"), touch(300, "call")}, "cold email -"},
	} {
		var got []string
		for _, s := range calibrate.Stretches(c.events, now) {
			end := " -"
			if s.Answered {
				end = " +"
			}
			got = append(got, s.Motion+" "+strings.Join(s.Channels, " ")+end)
		}
		if s := strings.Join(got, "/"); s != c.want {
			t.Errorf("%s: %q, want %q", c.about, s, c.want)
		}
	}
}

func TestOdds(t *testing.T) {
	o := options()
	o.Odds = calibrate.Groups{calibrate.Group{By: "motion", Name: history.Cold}: &calibrate.Counts{{Reached: 300, Answered: 9}, {Reached: 212, Answered: 2}, {Reached: 100, Answered: 1}}}.Odds()
	got, _ := answered(t, o,
		textSource("d.csv", "id,title,stage\n1,One,demo\n2,Two,demo\n"),
		textSource("a.csv", "deal id,at,type\n1,2026-11-09,email\n"))
	if !strings.Contains(got, `"of 212 like this, 3 answered after touch 1 so far: 1.4 %, 0.5–4.1 %"`) || strings.Count(got, "like this") != 1 {
		t.Error(got)
	}
}

// TestTheOddsOfAProposalAreOfEverybody has forty proposals with six mails each, of
// which ten were answered, and asks of one more that got three.
func TestTheOddsOfAProposalAreOfEverybody(t *testing.T) {
	deals, touches := "id,title,contact person,stage\n", "id,deal id,at,type,direction\n"
	for n := range 41 {
		deals += fmt.Sprintf("%d,Deal %d,Person %d,proposal\n", n, n, n)
		for i := range 6 {
			if n < 40 || i < 3 {
				touches += fmt.Sprintf("%d-%d,%d,%s,email,out\n", n, i, n, now.AddDate(0, 0, 7*i-100).Format(time.DateOnly))
			}
		}
		if n < 10 {
			touches += fmt.Sprintf("%d-r,%d,%s,email,in\n", n, n, now.AddDate(0, 0, -60).Format(time.DateOnly))
		}
	}
	sources := func() []Source { return []Source{textSource("d.csv", deals), textSource("a.csv", touches)} }
	o := options()
	groups, err := Contacts(context.Background(), sources(), o)
	if err != nil {
		t.Fatal(err)
	}
	o.Odds = groups.Odds()
	got, _ := answered(t, o, sources()...)
	if !strings.Contains(got, "of all 40 of your own who had, 10 answered: 25 %, 14–40 %") {
		t.Error(got)
	}
}

// TestSomebodyOfSeveralDealsCountsOnce has ten people with three deals each: their
// touches are found by the address, from every deal.
func TestSomebodyOfSeveralDealsCountsOnce(t *testing.T) {
	for about, head := range map[string]string{"an address": "id,title,email,organization\n", "a name and an account": "id,title,contact person,organization\n"} {
		deals, touches := head, "id,email,contact,organization,at,type\n"
		for n := range 10 {
			who := fmt.Sprintf("kim%d@acme.example", n)
			for deal := range 3 {
				deals += fmt.Sprintf("%d,Deal %d,%s,Acme\n", 3*n+deal, 3*n+deal, who)
			}
			touches += fmt.Sprintf("%d,%[2]s,%[2]s,Acme,2026-09-0%[3]d,email\n", n, who, 1+n%9)
		}
		groups, err := Contacts(context.Background(), []Source{textSource("d.csv", deals), textSource("a.csv", touches)}, options())
		if err != nil {
			t.Fatal(err)
		}
		if all := groups[calibrate.Group{}]; all == nil || (*all)[0].Reached != 10 || len(*all) != 1 {
			t.Errorf("by %s: %v, want ten who got one touch", about, all)
		}
	}
}

func TestContacts(t *testing.T) {
	groups, err := Contacts(context.Background(), past(), options())
	if err != nil {
		t.Fatal(err)
	}
	all := *groups[calibrate.Group{}]
	if all[0].Reached < 5 || groups[calibrate.Group{By: "segment", Name: "middle tier"}] == nil || groups[calibrate.Group{By: "channel", Name: "email"}] == nil {
		t.Errorf("%v", groups)
	}
	answered := 0
	for _, n := range all {
		answered += n.Answered
	}
	if answered != 2 {
		t.Errorf("%d answered, want 2: %v", answered, all)
	}
}
