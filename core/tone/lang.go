package tone

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// small words and letters tell a language; a word that two share tells none.
var small = [...]struct{ lang, letters, words string }{
	{"en", "", " the you i is are this for to not of and your my have with it from at that can will would if me be was but has when what did been how do know "},
	{"de", "äöüß", " ich wir sie nicht ist und der die das kein keine bitte mit fur im ihnen mich danke aber zu ein eine von auf wer haben habe mir es ihr ihre ihren wenn dass noch nur schon auch sich hat sind bei ob war "},
	{"fr", "èêàçùœâîëï", " je nous vous ne pas le et merci bonjour des du mon notre votre pour avec suis une c au plus sur ai avez n l j d qu que est ce si vos mes il dans "},
	{"es", "¿¡ñáíóú", " el los por no gracias con nos mi su para estoy pero y del las lo ya hola una al le usted he ha esta este si que un mis sus como sin por cuando solo muy todo es me se "},
}

// language is the one given, where there are phrases for it; else the one whose
// small words and letters the text uses most; else English.
func language(given, text string, sentences []sentence) string {
	primary, _, _ := strings.Cut(strings.ToLower(given), "-")
	for _, l := range small {
		if primary == l.lang {
			return primary
		}
	}
	var counts [len(small)]int
	seen := 0
	for _, s := range sentences {
		for _, w := range s.words {
			for i := range small {
				if holds(small[i].words, w.folded) {
					counts[i]++
				}
			}
			if seen++; seen > 400 {
				break
			}
		}
	}
	for _, r := range text[:min(len(text), 2000)] {
		for i := range small {
			if r >= utf8.RuneSelf && strings.ContainsRune(small[i].letters, unicode.ToLower(r)) {
				counts[i]++
			}
		}
	}
	best := 0
	for i := range counts {
		if counts[i] > counts[best] {
			best = i
		}
	}
	return small[best].lang
}

func holds(list, w string) bool {
	at := strings.Index(list, w)
	for at > 0 {
		if list[at-1] == ' ' && list[at+len(w)] == ' ' {
			return true
		}
		next := strings.Index(list[at+1:], w)
		if next < 0 {
			return false
		}
		at += 1 + next
	}
	return false
}
