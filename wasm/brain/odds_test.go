package brain_test

import (
	"fmt"
	"testing"
	"time"

	"cleanbreak/core/history"
	"cleanbreak/core/page"
	"cleanbreak/core/verdict"
	"cleanbreak/wasm/brain"
	"cleanbreak/wasm/view"
)

// TestThePanelSaysHowManyEverAnswered tracks 29 who got eight mails, of whom six
// answered the last, and one who got five. Nothing is said before it was learnt.
func TestThePanelSaysHowManyEverAnswered(t *testing.T) {
	b, m := newBrain()
	var mails []mail
	for i := range 30 {
		mails = eightMails()
		them := fmt.Sprintf("kim%d@acme%d.example", i, i)
		for j := range mails {
			mails[j].to = them
			mails[j].days += 20 // none is too young to count
		}
		switch {
		case i < 6:
			mails = append(mails, mail{days: 29, from: them, to: me, text: "Thanks, what does it cost?"})
		case i == 29:
			mails = mails[:5]
		}
		do(t, b, seen(t, b, mails...), view.Action{Do: view.Track})
	}
	if st := seen(t, b, mails...); st.Odds != nil || m.learnt != "" {
		t.Fatalf("nothing was learnt, and the panel is given %s", st.Odds)
	}
	calls := 1
	for ; learnt(t, b); calls++ {
	}
	if calls != 2 {
		t.Errorf("thirty people were counted in %d calls", calls)
	}
	const want = "Of 29 like this, 6 answered after touch 5 so far: 21\u00a0%, 9.8–38\u00a0%"
	anew := &brain.Brain{Store: m, Now: b.Now, Zone: b.Zone} // the browser ended the worker meanwhile
	for about, b := range map[string]*brain.Brain{"then": b, "later": anew} {
		shown := view.Make(seen(t, b, mails...), func(t time.Time) time.Time { return t })
		if shown.Verdict.Odds != want {
			t.Errorf("%s: %q, want %q", about, shown.Verdict.Odds, want)
		}
	}
}

// TestWhoCameBackIsCounted lets go of six for one reason and of two for another, 100 days
// ago; two of the six have written since, and so has one of the two.
func TestWhoCameBackIsCounted(t *testing.T) {
	b, m := newBrain()
	if none, err := b.Brought(); err != nil || len(none.Regret) != 0 {
		t.Fatalf("before anything is learnt: %+v, %v", none, err)
	}
	them := func(i int) string { return fmt.Sprintf("kim%d@acme%d.example", i, i) }
	then := now.AddDate(0, 0, -100)
	b.Now = func() time.Time { return then }
	var list []history.Listed
	var agreed []brain.Agreed
	for i := range 8 {
		list = append(list, history.Listed{Person: page.Person{Name: "Kim Olsen", Email: them(i)}, Contacts: counted(3, then.AddDate(0, 0, -9))})
		agreed = append(agreed, brain.Agreed{Email: them(i), Verdict: verdict.BreakUp, Kind: []string{verdict.Ghosting, verdict.NoBudget}[i/6], At: then})
	}
	if _, err := b.Take(list); err != nil {
		t.Fatal(err)
	}
	if n, err := b.Agree(agreed, true); n.Decisions != 8 || err != nil {
		t.Fatal(n, err)
	}
	b.Now = func() time.Time { return now }
	for _, i := range []int{1, 4, 7} {
		seen(t, b, mail{days: 30, from: them(i), to: me, text: "Sorry for the silence. What would it cost for forty people?"})
	}
	for learnt(t, b) {
	}
	anew := &brain.Brain{Store: m, Now: b.Now, Zone: b.Zone} // the browser ended the worker meanwhile
	for about, b := range map[string]*brain.Brain{"then": b, "later": anew} {
		brought, err := b.Brought()
		got := brought.Regret
		if brought.Mine.LetGo != 8 || brought.Mine.Minutes <= 0 || brought.Team != nil {
			t.Errorf("%s: %+v", about, brought)
		}
		if err != nil || len(got) != 1 {
			t.Fatalf("%s: %+v, %v; two of one reason are too few to show", about, got, err)
		}
		if r := got[0]; r.Kind != verdict.Ghosting || r.Name != "No answer" || r.LetGo != 6 || r.Back != 2 || r.Weeks != 15 {
			t.Errorf("%s: %+v", about, r)
		}
	}
}

func learnt(t *testing.T, b *brain.Brain) (more bool) {
	t.Helper()
	more, err := b.Learn()
	if err != nil {
		t.Fatal(err)
	}
	return more
}
