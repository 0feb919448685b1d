package view

import (
	"encoding/json"
	"strings"

	"cleanbreak/core/calibrate"
	"cleanbreak/core/verdict"
)

// odds say of somebody who is silent how many like them answered later, by the rep's
// own log; "" before that was counted.
func odds(s State) string {
	if len(s.Odds) == 0 || s.Silent == 0 || s.Assessment.Verdict == verdict.Stop {
		return ""
	}
	var groups calibrate.Groups
	if json.Unmarshal(s.Odds, &groups) != nil {
		return "" // kept by another version; tomorrow it is counted anew
	}
	words := groups.Odds().Sentence(tongue, s.Assessment.Motion, s.Silent)
	return capital(strings.ReplaceAll(words, " %", "\u00a0%"))
}
