package verdict

import (
	"cleanbreak/core/history"
	"cleanbreak/core/playbook"
	"cleanbreak/core/reply"
)

var stop = &Rule{
	Name: "stop", Source: "ours",
	Observed:  "They asked not to be contacted, threatened legal steps or spoke of harassment; or somebody there asked for the whole company.",
	Follows:   "stop, for the whole team and under every playbook, until a manager lifts it. When they write anew, answering is allowed. A request to erase data starts a dated task that no lift ends.",
	Case:      "stop-asked",
	Threshold: noThreshold,
	speak: func(h *history.History, _ *playbook.Playbook) (Verdict, bool) {
		o := h.OptOut
		if o == nil {
			return Verdict{}, false
		}
		v := Verdict{Verdict: Stop, Because: askedToStop(h, o), Event: o.Anew}
		if o.Erased != nil {
			v.Because += "; done on " + day(h, o.Erased.At)
		}
		if o.Lifted != nil {
			v.Because += "; lifting the stop on " + day(h, *o.Lifted) + " did not end that"
		}
		if o.Anew != nil {
			v.Because += "; they wrote anew on " + day(h, o.Anew.At) + ", and answering that is allowed"
		}
		if o.Came != nil && o.Anew == nil {
			v.Because += "; something came from them on " + day(h, o.Came.At) + ", and what they want is not known: only a manager lifts the stop"
		}
		return v, true
	},
}

func askedToStop(h *history.History, o *history.OptOut) string {
	when := day(h, o.At)
	switch {
	case o.Who != "":
		return o.Who + " asked on " + when + " that nobody at the company is contacted"
	case o.Company && o.Asked != "":
		return "They asked on " + when + " that nobody at the company is contacted"
	case o.Asked == "":
		return "Stopped by you on " + when
	case o.Asked == reply.Complaint:
		return "They complained on " + when + ", which counts as asking not to be contacted"
	case o.Erase != nil:
		return "They asked on " + day(h, *o.Erase) + " to have their data erased"
	}
	return "They asked on " + when + " not to be contacted"
}
