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
			v.Because += h.Say("; done on {}", day(h, o.Erased.At))
		}
		if o.Lifted != nil {
			v.Because += h.Say("; lifting the stop on {} did not end that", day(h, *o.Lifted))
		}
		if o.Anew != nil {
			v.Because += h.Say("; they wrote anew on {}, and answering that is allowed", day(h, o.Anew.At))
		}
		if o.Came != nil && o.Anew == nil {
			v.Because += h.Say("; something came from them on {}, and what they want is not known: only a manager lifts the stop", day(h, o.Came.At))
		}
		return v, true
	},
}

func askedToStop(h *history.History, o *history.OptOut) string {
	when := day(h, o.At)
	switch {
	case o.Who != "":
		return h.Say("{} asked on {} that nobody at the company is contacted", o.Who, when)
	case o.Company && o.Asked != "":
		return h.Say("They asked on {} that nobody at the company is contacted", when)
	case o.Asked == "":
		return h.Say("Stopped by you on {}", when)
	case o.Asked == reply.Complaint:
		return h.Say("They complained on {}, which counts as asking not to be contacted", when)
	case o.Erase != nil:
		return h.Say("They asked on {} to have their data erased", day(h, *o.Erase))
	}
	return h.Say("They asked on {} not to be contacted", when)
}
