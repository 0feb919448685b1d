package playbook

// Review is Load for a file that is new: it reads the team's words too. What a kind,
// honest seller would not send is a fault of the template it stands in. A playbook
// that was accepted once is not refused later because the linter has learnt more.
func Review(data []byte) (*Playbook, error) {
	p, doc, err := load(data)
	if err != nil {
		return nil, err
	}
	return p, p.checkTone(doc)
}
