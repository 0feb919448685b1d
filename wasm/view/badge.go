package view

import "strconv"

// Badge is what stands on the toolbar button. An empty Text is silence: there is
// nothing worth a look.
type Badge struct {
	Text  string `json:"text"`
	Tone  string `json:"tone"`  // the verdict, for its colour
	Title string `json:"title"` // the tooltip
}

// marks are the verdicts that are worth a look. A mark stands beside the count,
// so that colour is never the only sign.
var marks = map[string]string{"your-turn": "↩", "last-try": "!", "break-up": "×", "stop": "■"}

// BadgeOf is the count of touches and the mark of the verdict; silent for
// everything that can wait, and for people who are not tracked.
//
// A mail to somebody who should be left alone comes before everything.
func BadgeOf(s State) Badge {
	if s.Writing != nil && len(s.Writing.Warnings) > 0 {
		w := warned(s.Writing.Warnings[0], calendar{now: s.Now})
		return Badge{Text: marks[w.Tone] + marks["last-try"], Tone: w.Tone, Title: w.Title}
	}
	if s.Assessment == nil {
		return Badge{Title: "Clean Break"}
	}
	mark, loud := marks[s.Assessment.Verdict]
	b := Badge{Title: s.Person.Name + ": " + s.Assessment.Because}
	if !loud {
		return b
	}
	touches := 0
	for _, e := range united(s.Entries) {
		if e.Type == "touch" {
			touches++
		}
	}
	b.Text, b.Tone = mark+strconv.Itoa(min(touches, 99)), s.Assessment.Verdict
	return b
}
