package verdict

import (
	"cleanbreak/core/playbook"
	"cleanbreak/core/signal"
)

// score adds the parts up from the start, and adds a part named limit where the
// sum leaves 0 to 100, so that the parts shown always add up exactly.
func score(read []signal.Part, p *playbook.Playbook) (int, []signal.Part) {
	parts := append([]signal.Part{
		own("start", p.Weights["start"].Points, "Where every prospect starts", p),
	}, read...)
	sum := 0
	for _, part := range parts {
		sum += part.Points
	}
	clamped := min(max(sum, 0), 100)
	if clamped != sum {
		parts = append(parts, own("limit", clamped-sum, "A score lies between 0 and 100", p))
	}
	return clamped, parts
}

func own(name string, points int, because string, p *playbook.Playbook) signal.Part {
	return signal.Part{Signal: name, Points: points, Because: because, Source: p.Name, Evidence: []signal.Evidence{}}
}
