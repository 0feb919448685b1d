package signal

import (
	"cleanbreak/core/history"
	"cleanbreak/core/playbook"
)

var pride = Signal{
	Name: "pride", Source: "hoffman",
	Doc:  "What they said when asked why they chose to work there: the firm, the work and the people are pride, a good sign whatever the title; the commute, the lunch and the pay are not. No study supports it, so it weighs little.",
	Case: "signal-pride",
	read: func(h *history.History, _ *playbook.Playbook) reading {
		a, proud := prideOf(h)
		switch {
		case a == nil:
			return reading{}
		case proud:
			return reading{1, h.Say("They take pride in where they work"), one(h, a, a.Text)}
		}
		return reading{-1, h.Say("Asked why they work there, they named no pride in it"), one(h, a, a.Text)}
	},
}

// prideOf is the rep's answer to why they work there and which way it goes; nil
// where it was not asked, or says neither.
func prideOf(h *history.History) (a *history.Event, proud bool) {
	if a = answer(h, "why-here"); a == nil {
		return nil, false
	}
	people, comfort := tone(a.Text, false, aboutPeople)
	work, _ := tone(a.Text, false, aboutWork)
	switch {
	case people > 0:
		return a, true
	case work > 0 == (comfort > 0):
		return nil, false
	}
	return a, work > 0
}

// aboutPeople knows what one is proud of, and what is only comfortable.
func aboutPeople(word []byte) int {
	switch string(word) {
	case "people", "team", "teams", "colleagues", "mission", "product", "products", "culture", "proud", "pride", "founder", "founders",
		"leute", "menschen", "kollegen", "kolleginnen", "produkt", "produkte", "kultur", "stolz", "aufgabe", "aufgaben",
		"gens", "equipe", "collegues", "produit", "produits", "fier", "fiere", "fierte",
		"gente", "equipo", "companeros", "companeras", "producto", "productos", "mision", "cultura", "orgullo", "orgulloso", "orgullosa":
		return 1
	case "commute", "commuting", "lunch", "canteen", "cafeteria", "convenience", "convenient", "close", "near", "nearby", "home", "distance",
		"pay", "pays", "paid", "salary", "money", "perks", "benefits", "bonus", "hours", "parking", "remote", "holidays", "vacation",
		"arbeitsweg", "weg", "pendeln", "anfahrt", "nah", "nahe", "kantine", "mittagessen", "essen", "bequem",
		"gehalt", "geld", "lohn", "bezahlung", "bezahlt", "homeoffice", "parkplatz", "arbeitszeit", "arbeitszeiten", "urlaub",
		"trajet", "cantine", "dejeuner", "repas", "proche", "pres", "pratique", "commodite",
		"salaire", "paie", "paye", "argent", "teletravail", "horaires", "vacances",
		"trayecto", "comedor", "almuerzo", "comida", "cerca", "comodo", "comodidad",
		"sueldo", "salario", "paga", "dinero", "teletrabajo", "horario", "horarios", "vacaciones":
		return -1
	}
	return 0
}

// aboutWork knows the work and the firm, which comfortable things are said of
// too ("close to work"): beside one of those they say nothing.
func aboutWork(word []byte) int {
	switch string(word) {
	case "work", "firm", "company", "arbeit", "firma", "unternehmen", "travail", "metier", "entreprise", "societe", "trabajo", "empresa":
		return 1
	}
	return 0
}
