package reply_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"cleanbreak/core/reply"
	"pgregory.net/rapid"
)

// below is what mail programs put under an answer. Their words are not the author's.
var below = []string{
	"\n\nOn Mon, 2 Nov 2026 at 10:00, Jo Berg <jo@us.example> wrote:\n> Unsubscribe here. Are you interested?\n> Stop emailing me",
	"\n\nAm 02.11.2026 um 10:00 schrieb Jo Berg:\n> Nehmen Sie mich aus dem Verteiler.",
	"\n\nLe lun. 2 nov. 2026 à 10:00, Jo Berg <jo@us.example> a écrit :\n> Ne plus me contacter",
	"\n\nEl lun, 2 nov 2026 a las 10:00, Jo Berg\n<jo@us.example> escribió:\n> No me escriba más",
	"\n\n-----Original Message-----\nFrom: Jo Berg\nTake me off your list.",
	"\n\nVon: Jo Berg\nGesendet: Montag, 2. November 2026 10:00\nAn: Kim\nBetreff: Frage\n\nHören Sie auf, mir zu schreiben.",
	"\n\n-- \nKim Lee\nHead of Harassment Complaints\nUnsubscribe: https://acme.example",
	"\n\nSent from my iPhone",
	"\n\nBest regards,\nKim Lee\nUnsubscribe | Privacy",
	"\n\nThis e-mail and any attachments are confidential. Delete all data and do not contact us if you are not the intended recipient.",
}

func TestWhatStandsBelowChangesNothing(t *testing.T) {
	all := cases(t)
	rapid.Check(t, func(t *rapid.T) {
		c := rapid.SampledFrom(all).Draw(t, "case")
		tail := strings.Join(rapid.SliceOfN(rapid.SampledFrom(below), 1, 3).Draw(t, "below"), "")
		alone := first(reply.Mail{Text: c.text, Subject: c.subject})
		if got := first(reply.Mail{Text: c.text + tail, Subject: c.subject}); got != alone {
			t.Fatalf("%q is %s; with %q below it is %s", c.text, alone, tail, got)
		}
	})
}

func TestVisible(t *testing.T) {
	for _, c := range []struct{ about, text, want string }{
		{"inline answers stay, with their questions", "On Mon, 2 Nov 2026, Jo wrote:\n> Who decides?\nI do.\n> When?\nIn May.", "> Who decides?\nI do.\n> When?\nIn May."},
		{"nothing typed", "On Mon, 2 Nov 2026, Jo wrote:\n> only a quotation", ""},
		{"an answer under the quotation", "On Mon, 2 Nov 2026, Jo wrote:\n> Shall we talk?\n\nYes.", "Yes."},
		{"answers around the quotation", "Hello\n\nOn Mon, 2 Nov 2026, Jo wrote:\n> Shall we talk?\n\nYes.", "Hello\n\n\nYes."},
		{"CRLF", "Fine.\r\n\r\n-- \r\nKim", "Fine."},
		{"a person who announces", "On reflection, no.", "On reflection, no."},
		{"invisible letters", "unsub\u200bscribe", "unsubscribe"},
	} {
		if got := reply.Visible(c.text); got != c.want {
			t.Errorf("%s: %q is seen as %q, not %q", c.about, c.text, got, c.want)
		}
	}
}

func TestHowItIsSaid(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Ｕｎｓｕｂｓｃｒｉｂｅ me", reply.Unsubscribe},
		{"st\u200bop em\u00adailing me", reply.Unsubscribe},
		{"Please don’t contact me again", reply.Unsubscribe},
		{"Merci de ne plus me contacter", reply.Unsubscribe},
		{"Merci de me desabonner", reply.Unsubscribe},
		{"Hoeren Sie auf mir zu schreiben", reply.Unsubscribe},
		{"I'm back from holiday. Let's talk.", reply.Interested},
		{"I was out of office last week, sorry. What does it cost?", reply.Question},
		{"To unsubscribe from our newsletter, click here.", reply.Unclear},
		{"", reply.Unclear},
	} {
		if got := first(reply.Mail{Text: c.text}); got != c.want {
			t.Errorf("%q is read as %s, not %s", c.text, got, c.want)
		}
	}
}

func TestReferrals(t *testing.T) {
	for _, c := range []struct{ text, name, email string }{
		{"Please talk to Jane Doe, she handles this.", "Jane Doe", ""},
		{"The best person to contact would be Tom Baker (tom@acme.example).", "Tom Baker", "tom@acme.example"},
		{"Bitte wenden Sie sich an Frau Petra Klein (klein@firma.example).", "Petra Klein", "klein@firma.example"},
		{"Adressez-vous à Marie Dupont, marie@societe.example.", "Marie Dupont", "marie@societe.example"},
		{"Póngase en contacto con Ana Ruiz (ana@empresa.example).", "Ana Ruiz", "ana@empresa.example"},
	} {
		r := reply.Read(reply.Mail{Text: c.text})
		if len(r.Referrals) != 1 || r.Referrals[0] != (reply.Referral{Name: c.name, Email: c.email}) {
			t.Errorf("%q names %+v", c.text, r.Referrals)
		}
	}
}

// TestTrimCorpus prints how many mails of a foreign corpus are trimmed exactly
// right. CLEANBREAK_CORPUS names its folder; without it there is nothing to do.
func TestTrimCorpus(t *testing.T) {
	corpus := os.Getenv("CLEANBREAK_CORPUS")
	if corpus == "" {
		t.Skip("CLEANBREAK_CORPUS names no corpus")
	}
	root := filepath.Join(corpus, "reply-trim")
	files, _ := filepath.Glob(filepath.Join(root, "emails", "*.txt"))
	right := 0
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		want, _ := os.ReadFile(filepath.Join(root, "trimmed", filepath.Base(file)))
		if strings.TrimSpace(reply.Visible(string(text))) == strings.TrimSpace(string(want)) {
			right++
		} else {
			t.Log(filepath.Base(file))
		}
	}
	t.Logf("%d of %d", right, len(files))
	if right < 61 {
		t.Errorf("%d of %d are trimmed right, fewer than 61", right, len(files))
	}
}
