package reply

import "sync"

// desk is what one message is read with. Desks are used again: the next message
// finds the lists empty and roomy.
type desk struct {
	pruner
	findings
	typed   document
	finder  search
	weights [len(languages)]int // see tongues
}

var desks sync.Pool

func aDesk() *desk {
	d, _ := desks.Get().(*desk)
	if d == nil {
		d = &desk{}
		dict := known()
		d.pruner.dictionary, d.typed.dictionary, d.finder.dictionary = dict, dict, dict
		d.pruner.shallow = true
		d.finder.stamps = make([]uint16, len(dict.first.ends))
	}
	return d
}

// roomy is how many words the lists of a desk are kept for.
const roomy = 1 << 13

func (d *desk) done() {
	if cap(d.typed.words) < roomy && cap(d.lines) < roomy {
		desks.Put(d)
	}
}

// cutUp cuts a text into sentences and words and weighs its languages.
func (d *desk) cutUp(text string) []sentence {
	d.typed.split(text)
	d.weights = tongues(d.typed.words)
	d.finder.langs = likely(d.weights, d.typed.words)
	d.finder.hits = d.finder.hits[:0]
	return d.typed.sentences
}

// hits are the phrases of sentence i.
func (d *desk) hits(i int, langs uint8) []hit {
	words := d.typed.sentences[i].words
	d.finder.langs = langs | inside(words)
	return d.finder.look(words)
}

// look finds what the sentences of a text say.
func (d *desk) look(text string) {
	sentences := d.cutUp(text)
	d.findings = findings{read: d.read[:0], found: d.found[:0]}
	langs := d.finder.langs
	var next []hit
	for i := range sentences {
		all := next
		if i == 0 {
			all = d.hits(i, langs)
		}
		if next = nil; i+1 < len(sentences) {
			next = d.hits(i+1, langs)
		}
		d.take(&sentences[i], all, next)
	}
	if d.said[file] && d.weight(erasure) == itself {
		d.best[erasure] = placed{}
	}
}
