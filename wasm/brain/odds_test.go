package brain_test

import (
	"fmt"
	"testing"
	"time"

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
	if st := seen(t, b, mails...); st.Odds != nil || m.odds != "" {
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

func learnt(t *testing.T, b *brain.Brain) (more bool) {
	t.Helper()
	more, err := b.Learn()
	if err != nil {
		t.Fatal(err)
	}
	return more
}
