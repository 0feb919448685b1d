package view

import "cleanbreak/core/assess"

// Said is what an assessment says, in two words: the verdict, and it with its kind.
type Said struct {
	Verdict string `json:"verdict"`
	State   string `json:"state"`
}

func SaidOf(a assess.Assessment) Said { return Said{a.Verdict, stateOf(a)} }

// Headlines are the words for every state, in English.
func Headlines() map[string]string {
	out := make(map[string]string, len(faces))
	for state, f := range faces {
		out[state] = f.headline
	}
	return out
}
