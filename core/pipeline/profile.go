package pipeline

import (
	"slices"
	"strings"
)

// What a file holds.
const (
	Deals      = "deals"
	People     = "people" // contacts, persons and leads
	Activities = "activities"
)

// profile is an export that we know, by headers that stand in it together. Each
// line of marks is one way to know it, headers apart by a plus.
type profile struct {
	system, holds string
	what          string // as it is called there
	sort          string // activities: what they are where no column says it
	marks         []string
}

// profiles, the most particular first.
var profiles = []profile{
	{"zoho", Activities, "calls", "call", []string{"call owner", "call start time", "call type+call purpose",
		"anruf inhaber", "anruf besitzer", "anrufart+anrufbeginn", "proprietaire de l appel", "heure de debut de l appel", "propietario de llamada", "propietario de la llamada", "hora de inicio de la llamada"}},
	{"zoho", Activities, "events", "meeting", []string{"event owner", "event title", "start datetime+end datetime", "host+from+to",
		"termin inhaber", "ereignis besitzer", "ereignis inhaber", "besprechung inhaber", "proprietaire de l evenement", "propietario de evento", "propietario del evento"}},
	{"zoho", Activities, "tasks", "task", []string{"task owner+subject", "task owner id+subject",
		"aufgabe inhaber", "aufgaben inhaber", "aufgabe besitzer", "proprietaire de la tache", "propietario de tarea", "propietario de la tarea"}},
	{"zoho", Deals, "potentials", "", []string{"potential owner", "potential name", "deal owner+closing date", "deal name+closing date",
		"abschluss inhaber", "geschaft inhaber", "abschlussname", "geschaftsname", "datensatz id+kontoname+phase", "datensatz id+kontoname+stufe",
		"proprietaire de l affaire", "id d enregistrement+nom de l affaire", "id d enregistrement+nom de la transaction",
		"propietario de trato", "propietario del trato", "id de registro+nombre de trato", "id de registro+nombre de oferta", "nombre del trato+fecha de cierre"}},
	{"zoho", People, "leads", "", []string{"lead owner+record id", "lead owner id", "lead owner+last activity time",
		"lead inhaber+datensatz id", "lead besitzer+datensatz id", "lead eigentumer+datensatz id", "proprietaire du prospect", "proprietaire du lead+id d enregistrement",
		"propietario de posible cliente", "propietario del posible cliente", "propietario de lead"}},
	{"zoho", People, "contacts", "", []string{"contact owner+record id+account name", "contact owner id", "contact owner+last activity time",
		"datensatz id+kontoname+nachname", "id d enregistrement+nom du compte+prenom", "id d enregistrement+nom de compte+prenom", "id de registro+nombre de cuenta+nombre", "id de registro+nombre de la cuenta+nombre"}},
	{"salesforce", Activities, "tasks", "task", []string{"who id", "what id", "task subtype", "task event record id", "assigned+subject+company account",
		"aufgabenuntertyp", "thema+zugewiesen", "thema+zugewiesen zu", "thema+fallig am", "sous type de tache", "objet+affecte a", "objet+attribue a", "objet+attribue",
		"subtipo de tarea", "asunto+asignado a", "asunto+asignado"}},
	{"salesforce", Deals, "opportunities", "", []string{"opportunity name", "opportunity id", "opportunity owner", "stage name+close date", "stage name+account id",
		"opportunity inhaber", "nom de l opportunite", "nom d opportunite", "proprietaire de l opportunite", "nombre de la oportunidad", "nombre de oportunidad", "propietario de la oportunidad", "propietario de oportunidad"}},
	{"salesforce", People, "leads", "", []string{"lead owner", "lead status+company account", "is converted", "lead source+company+status+owner id",
		"lead inhaber", "leadinhaber", "leadstatus+firma account", "lead status+firma account", "proprietaire de la piste", "statut de la piste",
		"propietario del candidato", "propietario de candidato", "estado del candidato", "estado de candidato", "propietario del prospecto", "estado del prospecto"}},
	{"hubspot", Deals, "deals", "", []string{
		"record id+deal name", "record id+deal stage", "dealname", "deal id+deal stage", "datensatz id+dealname", "datensatz id+deal name", "datensatz id+deal phase",
		"id de fiche d informations+nom de la transaction", "id de fiche d informations+phase de la transaction", "id de registro+nombre del negocio", "id de registro+etapa del negocio"}},
	{"hubspot", People, "contacts", "", []string{
		"record id+lifecycle stage", "record id+email", "contact id+lifecycle stage", "vid", "lifecyclestage", "datensatz id+e mail", "datensatz id+lifecycle phase",
		"id de fiche d informations+e mail", "id de fiche d informations+email", "id de registro+correo", "id de registro+correo electronico"}},
	{"pipedrive", Activities, "activities", "task", []string{
		"subject+type+due date", "subject+marked as done time", "betreff+typ+falligkeitsdatum", "betreff+typ+erledigt", "objet+type+date d echeance", "asunto+tipo+fecha de vencimiento"}},
	{"pipedrive", Deals, "deals", "", []string{
		"title+contact person", "title+organization+stage", "title+organisation+stage", "titel+kontaktperson", "titel+organisation+phase",
		"titre+personne a contacter", "titre+organisation+etape", "titulo+persona de contacto", "titulo+organizacion+etapa"}},
	{"pipedrive", People, "persons", "", []string{"name+organization+open deals", "name+organization+done activities", "name+organisation+offene deals", "name+organization+phone", "name+organization+owner"}},
}

// plainOnes are the files of no system we know, by what their columns hold.
var plainOnes = []struct {
	holds string
	need  [][]Field // one of each
}{
	{Activities, [][]Field{{At, DoneAt}, {Type}, {Email, Contact, ContactID, Deal, DealID}}},
	{Deals, [][]Field{{Value, Stage}, {Name, Contact, Email}}},
	{People, [][]Field{{Name, Email, LastName}}},
}

func plainOne(heads []head) (profile, bool) {
	for _, p := range plainOnes {
		have := map[Field]bool{}
		for _, h := range heads {
			have[fieldOf(p.holds, h.within(p.holds)).field] = true
		}
		all := true
		for _, one := range p.need {
			all = all && slices.ContainsFunc(one, func(f Field) bool { return have[f] })
		}
		if all {
			return profile{system: "plain", holds: p.holds, what: p.holds}, true
		}
	}
	return profile{}, false
}

// objects are what Pipedrive puts before a column's name, "Deal - Title".
var objects = map[string]string{
	"deal": Deals, "geschaft": Deals, "affaire": Deals, "trato": Deals, "negocio": Deals,
	"person": People, "personne": People, "persona": People, "kontakt": People,
	"lead": People, "prospect": People,
	"activity": Activities, "aktivitat": Activities, "activite": Activities, "actividad": Activities,
	"organization": "organization", "organisation": "organization", "organizacion": "organization",
}

// known finds a file's profile by its headers. Where columns carry the name of
// their object, the first of them says whose file it is.
func known(heads []head) (profile, bool) {
	have := map[string]bool{}
	object := ""
	for _, h := range heads {
		have[h.name] = true
		if object == "" && h.object != "organization" {
			object = h.object
		}
	}
	for _, p := range profiles {
		if object != "" && (p.system != "pipedrive" || p.holds != object) {
			continue
		}
		if object != "" || p.stands(have) {
			return p, true
		}
	}
	return plainOne(heads)
}

func (p *profile) stands(have map[string]bool) bool {
	for _, mark := range p.marks {
		all := true
		for _, h := range strings.Split(mark, "+") {
			all = all && (have[h] || have[squeezed(h)])
		}
		if all {
			return true
		}
	}
	return false
}

// head is a column's name: in one form, without the object before it and the currency
// behind it.
type head struct{ object, name, currency string }

func headOf(column string) head {
	column, currency := cutCurrency(column)
	before, rest, ok := strings.Cut(column, " - ")
	if object := objects[header(before)]; ok && object != "" {
		return head{object, header(rest), currency}
	}
	return head{"", header(column), currency}
}

// ofPerson is what a column of the person tells in a file of deals or activities: whom
// it is with, as "Person - Name" and "Person - Email - Work".
func (h head) ofPerson(holds string) Field {
	if h.object != People || holds == People {
		return None
	}
	switch fieldOf(People, h.name).field {
	case Name:
		return Contact
	case Email:
		return Email
	}
	return None
}

// within is how a column is looked up in a file: one of another object carries
// its name, so that "Person - ID" among deals is not the deal's.
func (h head) within(holds string) string {
	if h.object == "" || h.object == holds {
		return h.name
	}
	for _, o := range []struct{ object, name string }{{People, "person"}, {Deals, "deal"}, {"organization", "organization"}, {Activities, "activity"}} {
		if h.object == o.object {
			return o.name + " " + h.name
		}
	}
	return h.name
}
