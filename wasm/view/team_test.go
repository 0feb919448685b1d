package view

import (
	"testing"
	"time"
)

func TestAClashNamesBothAndTheOneThatCounts(t *testing.T) {
	at := time.Date(2026, 11, 22, 11, 4, 0, 0, time.UTC)
	s := State{Clash: []Stands{
		{Verdict: "break-up", Kind: "ghosting", At: at, Author: "Ben"},
		{Verdict: "pause", Until: at.AddDate(0, 0, 9), At: at.Add(-time.Hour)},
	}}
	c := calendar{now: at, local: func(t time.Time) time.Time { return t }}
	got := clash(s, c)
	if got == nil || len(got.Decisions) != 2 {
		t.Fatalf("%+v", got)
	}
	first, second := got.Decisions[0], got.Decisions[1]
	if first.By != "Ben, 22 Nov at 11:04" || first.Note != clashCounts || second.By != "You, 22 Nov at 10:04" || second.Note != "" {
		t.Errorf("%+v", got)
	}
	if second.Words != "Pause until 1 Dec" {
		t.Errorf("%q", second.Words)
	}
	s.Clash[1] = s.Clash[0]
	if clash(s, c) != nil {
		t.Error("two who decided the same are said to differ")
	}
}

func TestWhatAColleagueDidIsTheirs(t *testing.T) {
	for want, e := range map[string]Entry{
		"Ben: Letter":             {Type: "touch", Channel: "letter", Author: "Ben"},
		"Ben: Call: no answer":    {Type: "touch", Channel: "call", Disposition: "no-answer", Author: "Ben"},
		"Ben decided: pause":      {Type: "decision", Verdict: "pause", Author: "Ben"},
		"They answered by e-mail": {Type: "reply", Channel: "email", Author: "Ben"},
		"You sent a letter":       {Type: "touch", Channel: "letter"},
	} {
		if got := entryTitle(e); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
