package pipeline

import (
	"slices"
)

// telling are the words of headers that no list holds and that tell their field all
// the same, in four languages: one of each list, beginning a word. So "Opportunity-
// Inhaber", "Propriétaire de la piste" and "Propietario del candidato" are owners.
var telling = []struct {
	field Field
	words [][]string
}{
	{Currency, [][]string{phrases("currency|wahrung|devise|moneda|divisa")}},
	{Owner, [][]string{ownerWords}},
	{LastReply, [][]string{phrases("received|empfangen*|recu|recibid*"), phrases("email|mail|correo")}},
	{LastTouch, [][]string{phrases("sent|gesendet*|envoye|enviad*"), phrases("email|mail|correo")}},
	{LastTouch, [][]string{phrases("last|letzt*|dernier|derniere|ultim*"), phrases("activit*|aktivitat*|actividad")}},
	{NextActivity, [][]string{phrases("next|nachst*|prochaine|proxima"), phrases("activit*|aktivitat*|actividad")}},
	{Created, [][]string{phrases("created|creation|erstell*|cree|creee|creado|creada|creacion")}},
}

// ownerWords tell whose a row is.
var ownerWords = phrases("owner|inhaber*|leadinhaber|opportunityinhaber|besitzer*|eigentumer*|zustandig*|proprietaire|propietario|zugewiesen|affecte a|attribue|asignado a")

// others are words by which such a header is of something else.
var others = phrases("id|by|von|par|por|type|typ|tipo|art|count|number|anzahl|nombre|numero|total|days|tage|jours|dias|status|statut|estado|subject|betreff|objet|asunto|notes|notiz|url|link|phone|telefon|alias|role|rolle")

// idWords and contactWords tell together whom a deal is with: "IDs zugehöriger Kontakte".
var idWords, contactWords = phrases("id|ids"), phrases("contact*|kontakt*")

// tells is the field that the words of a header tell; None where they tell none.
func tells(holds, header string) Field {
	has := func(words []string) bool {
		return slices.ContainsFunc(words, func(word string) bool { from, _ := found(header, word); return from >= 0 })
	}
	if holds == Deals && has(idWords) && has(contactWords) && !has(ownerWords) {
		return ContactID
	}
	for _, t := range telling {
		if t.field != Currency && has(others) {
			return None
		}
		if !slices.ContainsFunc(t.words, func(words []string) bool { return !has(words) }) {
			return t.field
		}
	}
	return None
}
