package reply_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"cleanbreak/core/reply"
)

func TestVisible(t *testing.T) {
	for _, c := range []struct{ about, text, want string }{
		{"inline answers stay, with their questions", "On Mon, 2 Nov 2026, Jo wrote:\n> Who decides?\nI do.\n> When?\nIn May.", "> Who decides?\nI do.\n> When?\nIn May."},
		{"nothing typed", "On Mon, 2 Nov 2026, Jo wrote:\n> only a quotation", ""},
		{"an answer under the quotation", "On Mon, 2 Nov 2026, Jo wrote:\n> Shall we talk?\n\nYes.", "Yes."},
		{"answers around the quotation", "Hello\n\nOn Mon, 2 Nov 2026, Jo wrote:\n> Shall we talk?\n\nYes.", "Hello\n\n\nYes."},
		{"CRLF", "Fine.\r\n\r\n-- \r\nKim", "Fine."},
		{"a person who announces", "On reflection, no.", "On reflection, no."},
		{"a rule above it", "----\nStop it, please.", "Stop it, please."},
		{"a sentence below a signature", "Regards\nKim Olsen\n+49 30 123456\n\nPlease call me on Monday.", "Regards\nKim Olsen\nPlease call me on Monday."},
		{"a sentence behind a telephone's", "Sent from my iPhone. Call me on Monday.", "Call me on Monday."},
		{"an excuse behind a telephone's", "Yes.\n\nSent from my iPhone. Please forgive my spelling.", "Yes."},
		{"what is no disclaimer", "Hello.\n\nThis message and any other you sent annoys me.", "Hello.\n\nThis message and any other you sent annoys me."},
		{"a disclaimer", "Hello.\n\nThis message and any attachment are confidential.", "Hello."},
		{"history below fields at the top", "From: Jo\nSent: Monday, 2 November 2026 10:00\nTo: Kim\nSubject: Hello\n\n> Shall we talk?\n\nNo.", "No."},
		{"letters that are spelt", "R&amp;D is in caf&eacute;&nbsp;4", "R&D is in café 4"},
		{"letters that are typed", "R&amp;D, Q&A; AT&T", "R&amp;D, Q&A; AT&T"},
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

// TestSaidTogether holds all that a message says, the answer first, and with it
// what it does not say: a threat puts nothing off, and to ask what is known of
// them asks to erase nothing.
func TestSaidTogether(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"If you contact me again I will report this to the ICO.", "complaint"},
		{"My lawyer will be in touch if this continues.", "complaint"},
		{"We signed with Contoso last month, contract is 2 years. Ping me end of 2027.", "has-vendor postpone"},
		{"Let's park this until the new VP starts in February.", "postpone"},
		{"Our procurement needs your SOC2 before we can go on", "interested question"},
		{"Can you send me a deck? I'll look at it.", "interested question"},
		{"GDPR request: what data do you hold on me and where did you get it?", "question"},
		{"Under the GDPR I want my data erased.", "erasure"},
		{"That was the wrong file, please delete it.", "unclear"},
		{"Pourquoi pas, vous pouvez m'appeler demain matin ?", "interested question"},
		{"Let me check with my boss and get back to you", "unclear"},
		{"I'll check with my boss and get back to you next month", "postpone"},
	} {
		said := []string{}
		for _, i := range reply.Read(reply.Mail{Text: c.text}).Intents {
			said = append(said, i.Intent)
		}
		if got := strings.Join(said, " "); got != c.want {
			t.Errorf("%q says %s, not %s", c.text, got, c.want)
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
		{"Kim no longer works here. Best, Jo", "Jo", ""},
		{"Kim arbeitet nicht mehr hier.\n\nViele Grüße\nJo Berg", "Jo Berg", ""},
		{"Kim ne travaille plus ici.\nCordialement,\nJo", "Jo", ""},
		{"Kim ya no trabaja aquí.\nSaludos,\nJo", "Jo", ""},
		{"Kim has left. Please write to Ana Ruiz <ana@empresa.example>.\nBest, Jo", "Ana Ruiz", "ana@empresa.example"},
		{"Kim no longer works here.\nKind regards\nThe Acme Team", "", ""},
		{"I no longer work here. Best, Kim", "", ""},
		{"No fit for us, but talk to Jo", "Jo", ""},
		{"Not my area, ask Jo in procurement.", "Jo", ""},
		{"Not interested. Maybe ask our buyer Jo?", "Jo", ""},
		{"Jo handles this.", "Jo", ""},
		{"Kein Interesse, aber fragen Sie mal Anna", "Anna", ""},
		{"Nicht mein Thema, sprich mal mit Jana.", "Jana", ""},
		{"Pas pour nous, mais parlez à Julie", "Julie", ""},
		{"No es para nosotros, pero habla con Marta", "Marta", ""},
		{"Not interested, I'll talk to Jo about it anyway", "", ""},
		{"Not interested. Contact me after Easter.", "", ""},
		{"Not relevant. Email Marketing is not what we do. Talk to you in June, Kim", "", ""},
		{"Ben is no longer with Acme. Please reach out to Carla Weiss.", "Carla Weiss", ""},
		{"This mailbox has been disabled as Kim Olsen has left the company. Please write to Jo Berg <jo@acme.example>.", "Jo Berg", "jo@acme.example"},
		{"Die Adresse ist nicht mehr aktiv, da Frau Olsen das Unternehmen verlassen hat. Bitte schreiben Sie an jo@acme.example.", "", "jo@acme.example"},
		{"We are all set. Best, Jo", "", ""},
	} {
		r := reply.Read(reply.Mail{Text: c.text})
		if c.name+c.email == "" && len(r.Referrals) == 0 {
			continue
		}
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
