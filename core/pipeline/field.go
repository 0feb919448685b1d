package pipeline

import (
	"slices"
	"strings"
	"unicode"
)

// Field is something that a column may hold.
type Field int

// Fields. Those from Subject on are of activities.
const (
	None Field = iota
	ID
	Name
	FirstName
	LastName
	Email
	LinkedIn
	JobTitle
	Account
	AccountID
	Contact
	ContactID
	Owner
	Value
	Currency
	Stage
	Status
	Lifecycle
	Created
	StageSince
	LastTouch
	Touches
	LastReply
	Replies
	NextActivity
	Closed
	LostReason
	Country
	CompanySize
	OptOut
	Converted
	Subject
	Type
	Direction
	Done
	At
	DoneAt
	Outcome
	Body
	Minutes
	Deal
	DealID
	RelatedTo
	fields // how many there are
)

// names of the fields, as they are mapped and shown.
var names = [fields]string{
	"ignore", "id", "name", "first_name", "last_name", "email", "linkedin", "job_title", "account", "account_id", "contact", "contact_id",
	"owner", "value", "currency", "stage", "status", "lifecycle", "created", "stage_since", "last_touch", "touches", "last_reply", "replies",
	"next_activity", "closed", "lost_reason", "country", "company_size", "opt_out", "converted",
	"subject", "type", "direction", "done", "at", "done_at", "outcome", "body", "minutes", "deal", "deal_id", "related_to",
}

func (f Field) String() string { return names[f] }

// FieldNamed is the field of that name, as in a mapping.
func FieldNamed(name string) (Field, bool) {
	for f, n := range names {
		if n == name {
			return Field(f), true
		}
	}
	return None, false
}

// FieldsOf are the names of the fields that a file with deals, people or activities
// may have, in order; the first is that of a column that is not read.
func FieldsOf(holds string) []string {
	list := []string{names[None]}
	have := map[Field]bool{}
	for _, c := range lookups[holds] {
		have[c.field] = true
	}
	for f := None + 1; f < fields; f++ {
		if have[f] {
			list = append(list, names[f])
		}
	}
	return list
}

// FieldNames lists them all, for messages.
func FieldNames() string { return strings.Join(names[:], ", ") }

// words are the headers by which a column is known, each normalised as [header]
// does it; the best first, where a file has several. Of the four languages, with
// what the systems call their fields inside.
type words map[Field]string

// common holds for every file.
var common = words{
	ID:           "id|record id|datensatz id|id de fiche d informations|id de registro|prospect id|identifiant|id d enregistrement|id de l enregistrement|id del registro",
	FirstName:    "first name|firstname|vorname|prenom|nombre de pila|primer nombre",
	LastName:     "last name|lastname|nachname|nom de famille|apellido|apellidos",
	Email:        "email|e mail|email address|e mail address|primary email|email work|e mail arbeit|email bureau|email trabajo|e mail adresse|mail|adresse e mail|adresse email|courriel|correo|correo electronico|contact email|person email",
	LinkedIn:     "linkedin|linkedin url|linkedin profile|linkedin profile url|linkedin profil|linkedin profil url|person linkedin url|hs linkedin url|profil linkedin|url linkedin|url de linkedin|perfil de linkedin|linked in|linked in url|linked in profile|linked in profile url|linked in profil|linked in profil url|person linked in url|hs linked in url|profil linked in|url linked in|url de linked in|perfil de linked in",
	JobTitle:     "job title|jobtitle|position|stellenbezeichnung|poste|fonction|cargo|puesto|titre|titulo",
	Account:      "account|account name|company|company name|company account|organization|organisation|organization name|associated company|primary company|associated company names|firma|unternehmen|unternehmensname|name des unternehmens|firmenname|account firma|zugehoriges unternehmen|entreprise|nom de l entreprise|societe|compte|nom du compte|empresa|nombre de la empresa|cuenta|nombre de la cuenta|organizacion|accountname|kontoname|konto|firma account|name der organisation|nom de compte|nom de l organisation|societe compte|nom de societe|nombre de cuenta|compania|compania cuenta|nombre de la compania|nombre de empresa|kunde|kunden|kundenname|customer|customer name|client|client name|nom du client|cliente|nombre del cliente",
	AccountID:    "account id|organization id|associated company ids|associated company id|organisations id|id de l organisation|id de la organizacion|account name id|company id",
	Owner:        "owner|deal owner|contact owner|lead owner|opportunity owner|account owner|potential owner|record owner|hubspot owner|owner name|owner id|hubspot owner id|assigned to|user|besitzer|inhaber|zustandig|zustandiger mitarbeiter|besitzer des kontakts|deal besitzer|dealinhaber|kontaktinhaber|lead inhaber|eigentumer|proprietaire|proprietaire du contact|proprietaire de la transaction|propietario|propietario del contacto|propietario del negocio",
	Created:      "created|created at|created on|created date|create date|createdate|created time|createdtime|creation date|deal created|lead created|lead created time|contact created|add time|added|erstellt am|erstellt|erstelldatum|erstellungsdatum|erstellungszeit|deal erstellt|date de creation|cree le|fecha de creacion|creado|creado el|hinzugefugt am|date d ajout|ajoute le|fecha de adicion|anadido el",
	LastTouch:    "last touch|last contact|last contact date|date of last contact|date last contacted|last contacted on|last touch date|last touchpoint|last outreach|last contacted|notes last contacted|last sales activity date|last email sent|last activity date|last activity|lastactivitydate|last activity time|notes last updated|hs lastactivitydate|letzter kontakt|letzter kontakt am|datum des letzten kontakts|datum letzter kontakt|letzte beruhrung|zuletzt kontaktiert|zuletzt kontaktiert am|letzte kontaktaufnahme|letzte aktivitat|datum der letzten aktivitat|datum letzte aktivitat|letzte gesendete e mail|dernier contact|dernier contact le|date du dernier contact|date de dernier contact|derniere relance|derniere prise de contact|date de la derniere activite|derniere activite|dernier e mail envoye|ultimo contacto|fecha de ultimo contacto|ultima toma de contacto|fecha del ultimo contacto|fecha de ultima actividad|fecha de la ultima actividad|ultima actividad|ultimo correo electronico enviado",
	Touches:      "touches|touch count|number of touches|no of touches|num touches|touchpoints|number of touchpoints|no of touchpoints|contact attempts|number of contact attempts|number of attempts|number of times contacted|num contacted notes|times contacted|done activities|number of sales activities|num notes|anzahl kontakte|anzahl der kontakte|anzahl beruhrungen|anzahl der beruhrungen|kontaktversuche|anzahl kontaktversuche|anzahl der kontaktversuche|anzahl der kontaktaufnahmen|wie oft kontaktiert|erledigte aktivitaten|abgeschlossene aktivitaten|beruhrungen|nombre de prises de contact|nombre de relances|relances|tentatives de contact|nombre de tentatives|nombre de fois contacte|activites terminees|activites effectuees|numero de veces contactado|numero de toques|intentos de contacto|numero de intentos|veces contactado|actividades completadas|actividades realizadas|actividades hechas|actividades finalizadas|activites realisees",
	LastReply:    "last reply|last reply date|date of last reply|last answer|last response date|last replied|last email received|recent sales email replied date|hs sales email last replied|last response|letzte antwort|letzte empfangene e mail|datum der letzten antwort|derniere reponse|dernier e mail recu|ultima respuesta|ultimo correo electronico recibido",
	Replies:      "replies|reply count|number of replies|no of replies|number of answers|number of responses|antworten|anzahl antworten|anzahl der antworten|reponses|nombre de reponses|respuestas|numero de respuestas",
	NextActivity: "next activity|next activity date|notes next activity date|next step date|next task due date|nachste aktivitat|datum der nachsten aktivitat|datum nachste aktivitat|prochaine activite|date de la prochaine activite|proxima actividad|fecha de la proxima actividad|fecha de proxima actividad",
	Country:      "country|country region|mailing country|billing country|land|land region|pays|pays region|pais|pais region",
	CompanySize:  "company size|employees|number of employees|numberofemployees|no of employees|mitarbeiter|anzahl der mitarbeiter|mitarbeiterzahl|effectif|nombre d employes|numero de empleados|empleados",
	OptOut:       "opt out|marketing status|marketingstatus|statut marketing|estado de marketing",
}

// ofDeals, ofPeople and ofActivities hold for files of that kind, and before what
// is common.
var ofDeals = words{
	ID:         "deal id|opportunity id|potential id|id|record id|dealid|hs object id|transaction id|id du deal|id de l opportunite|id d opportunite|id de la oportunidad|id de oportunidad",
	Name:       "deal name|dealname|opportunity name|potential name|deal title|title|name|deal|opportunity|potential|titel|name des deals|deal titel|opportunity name|titre|nom de la transaction|nom de l affaire|titulo|nombre del negocio|nombre del trato|nombre|nom de l opportunite|nom d opportunite|nombre de la oportunidad|nombre de oportunidad|abschlussname|geschaftsname|name des geschafts|nombre de trato|nombre de oferta",
	Value:      "value|amount|deal value|deal amount|amount in company currency|amount converted|expected revenue|wert|betrag|deal wert|summe|valeur|montant|valor|importe|cantidad|monto|umsatz|auftragswert|auftragsvolumen|angebotswert|angebotssumme|volumen|chiffre d affaires|ca|montant ht|facturacion|importe total|ventas|revenue|deal size|contract value",
	Currency:   "currency|currency of value|deal currency|deal currency code|amount currency|currencyisocode|wahrung|wahrung des wertes|devise|moneda|divisa",
	Stage:      "stage|deal stage|dealstage|stage name|stagename|potential stage|phase|deal phase|verkaufsphase|etape|phase de la transaction|etapa|etapa del negocio|fase|stufe|stadium|vertriebsphase|phase de vente|etape de l affaire|etapa de venta|fase de venta",
	Status:     "status|deal status|is closed|isclosed|is deal closed|statut|estado|la transaction est elle fermee|negocio cerrado",
	StageSince: "stage since|last stage change|last stage change date|laststagechangedate|date entered current stage|date entered deal stage|hs date entered current stage|stage modified time|letzte phasenanderung|dernier changement d etape|ultimo cambio de etapa",
	Closed:     "closed|deal closed on|close date|closedate|closing date|won time|lost time|actual close date|abschlussdatum|geschlossen am|gewonnen am|verloren am|date de fermeture|date de cloture|fecha de cierre|schlusstermin|schliessdatum|date de fermeture prevue|date de cloture prevue",
	LostReason: "lost reason|closed lost reason|closed lost reason|reason for loss|loss reason|verlustgrund|grund fur verlust|raison de la perte|motif de perte|motivo de perdida|razon de perdida",
	Contact:    "contact person|contact|contact name|primary contact|associated contact|associated contacts|person|kontaktperson|ansprechpartner|kontakt|zugehoriger kontakt|personne a contacter|personne de contact|contact associe|persona de contacto|contacto|contacto asociado|kontaktname|nom du contact|nom de contact|nombre de contacto|nombre del contacto|ansprechpartnerin|interlocuteur|interlocutrice|interlocutor|interlocutora",
	ContactID:  "contact id|person id|associated contact ids|associated contact id|contact name id|contactid|personen id|kontakt id|id de la personne|id de la persona",
}

var ofPeople = words{
	ID:         "contact id|lead id|person id|id|record id|vid|hs object id|id de la piste|id de piste|id du prospect|id de candidato|id del candidato|id de prospecto|id del prospecto",
	Name:       "full name|name|contact name|lead name|contact|lead|prospect|person|vollstandiger name|nom complet|nom|nombre completo|nombre|ansprechpartner|ansprechpartnerin|kontaktperson|contact person|interlocuteur|interlocutrice|personne de contact|interlocutor|interlocutora|persona de contacto",
	JobTitle:   "title|job title|jobtitle|position|stellenbezeichnung|titel|poste|intitule du poste|cargo",
	Status:     "lead status|hs lead status|leadstatus|status|lead status name|statut du lead|estado del lead|statut de la piste|statut du prospect|estado del candidato|estado de candidato|estado del prospecto|estado de posible cliente|statut|estado",
	Converted:  "converted|is converted|isconverted|konvertiert|converti|convertido|convertie|convertida",
	Lifecycle:  "lifecycle stage|lifecyclestage|lifecycle phase|phase de cycle de vie|etapa del ciclo de vida",
	Stage:      "stage|etape|phase|etapa",
	StageSince: "stage since",
	Value:      "value|annual deal value",
	LostReason: "unqualified reason|lost reason",
}

var ofActivities = words{
	ID:        "activity id|task id|call id|event id|task event record id|id|record id|hs object id|aktivitats id|aktivitat id|aufgaben id|id d activite|id de l activite|id de la tache|id de actividad|id de la actividad|id de tarea",
	Subject:   "subject|task subject|event title|title|betreff|titel|objet|asunto|activity subject|thema",
	Type:      "type|activity type|task subtype|tasksubtype|call subtype|typ|art|type d activite|tipo|tipo de actividad|aufgabenuntertyp|untertyp der aufgabe|aufgabentyp|aktivitatstyp|sous type de tache|type de tache|subtipo de tarea|subtipo de la tarea|tipo de tarea",
	Direction: "direction|call direction|call type|calltype|richtung|direccion|anruftyp|anrufart|type d appel|sens|tipo de llamada|tipo de la llamada|sentido",
	Done:      "done|status|is closed|isclosed|closed|completed|state|call status|erledigt|fait|termine|hecho|completado|task status|outgoing call status|statut|estado|etat",
	At:        "at|due date|activity date|activitydate|start|call start time|start datetime|start date time|from|date|due|datum|fallig am|falligkeitsdatum|date d echeance|fecha de vencimiento|fecha|activity date time|beginn|von|date limite|startzeit|anrufbeginn|startzeit des anrufs|heure de debut de l appel|heure de debut|hora de inicio de la llamada|hora de inicio|de|debut|desde|inicio",
	DoneAt:    "done at|marked as done time|completed date time|completeddatetime|completed date|closed time|completed at|closed at|als erledigt markiert am|marque comme termine le|marcado como completado|abgeschlossen am|date d achevement|heure de cloture|heure de fermeture|fecha de finalizacion|hora de cierre",
	Created:   "created|add time|created date|createddate|created time|create date|erstellt am|date de creation|fecha de creacion|erstelldatum|erstellungsdatum|erstellungszeit|heure de creation|hora de creacion",
	Outcome:   "outcome|call result|call disposition|calldisposition|call outcome|meeting outcome|disposition|result|ergebnis|anrufergebnis|resultat|resultado|event status|resultat de l appel|resultat d appel|resultado de la llamada|resultado de llamada",
	Body:      "body|text|description|full comments|comments|notes|note|message|beschreibung|notiz|description de l appel|descripcion|nota|kommentare|vollstandige kommentare|commentaires|commentaires complets|comentarios|comentarios completos",
	Minutes:   "minutes|duration|call duration|call duration in seconds|duration in seconds|duration seconds|dauer in sekunden|anrufdauer in sekunden|duree en secondes|duree de l appel en secondes|duracion en segundos|duracion de la llamada en segundos|anrufdauer in minuten|dauer|duree|duracion|call duration in minutes|anrufdauer|duree de l appel|duracion de la llamada",
	Deal:      "deal|deal title|deal name|associated deal|opportunity|angebot|affaire|transaction|negocio|trato|opportunite|oportunidad|geschaft|abschluss",
	DealID:    "deal id|associated deal ids|associated deal id|what id|whatid|related to id|opportunity id|potential id",
	RelatedTo: "related to|related to name|verwandt mit|bezogen auf|relatif a|relacionado con|bezieht sich auf|in bezug auf|in beziehung mit|associe a|concernant|relacionado a",
	Contact:   "contact person|contact name|contact|person|name|who|prospect|kontaktperson|contact associe|associated contact|personne a contacter|persona de contacto|kontaktname|kontakt|nom du contact|contacto|nombre de contacto|nombre del contacto|nom|nombre",
	ContactID: "contact id|who id|whoid|person id|contact name id|associated contact ids|lead id",
}

// lookup is a header's field, and how good a header for it that is: 0 is the best.
type lookup map[string]choice

type choice struct {
	field Field
	rank  int
}

func lookupOf(lists ...words) lookup {
	known := lookup{}
	add := func(form func(word string) string) {
		for _, list := range lists { // the first list wins
			for field := None + 1; field < fields; field++ {
				for rank, word := range strings.Split(list[field], "|") {
					word = form(word)
					if _, taken := known[word]; !taken && word != "" {
						known[word] = choice{field, rank}
					}
				}
			}
		}
	}
	add(func(word string) string { return word })
	add(squeezed) // CREATEDDATE
	return known
}

// squeezed is a header without blanks, as of a system that writes it in capitals.
func squeezed(header string) string { return strings.ReplaceAll(header, " ", "") }

// emailWords and places make headers of addresses, as "E-Mail – Geschäftlich"; of several
// places the first is the best.
var (
	emailWords = phrases("email|e mail|mail|adresse e mail|courriel|correo electronico|correo")
	places     = phrases("work|business|office|arbeit|geschaftlich|buro|travail|bureau|professionnel|trabajo|oficina|home|private|personal|privat|zuhause|domicile|maison|prive|personnel|casa|particular|other|sonstige|andere|autre|otro|otros")
)

// fieldOf is the field of a header in a file that holds something: one that a list has, or
// an address at a place.
func fieldOf(holds, header string) choice {
	if c, ok := lookups[holds][header]; ok {
		return c
	}
	for _, word := range emailWords {
		if place, ok := strings.CutPrefix(header, word+" "); ok && slices.Contains(places, place) {
			return choice{Email, leastRank + slices.Index(places, place)}
		}
	}
	return choice{}
}

var folded = map[rune]string{
	'à': "a", 'á': "a", 'â': "a", 'ä': "a", 'ã': "a", 'å': "a", 'ç': "c", 'è': "e", 'é': "e", 'ê': "e", 'ë': "e",
	'ì': "i", 'í': "i", 'î': "i", 'ï': "i", 'ñ': "n", 'ò': "o", 'ó': "o", 'ô': "o", 'ö': "o", 'õ': "o", 'ø': "o", 'œ': "oe",
	'ù': "u", 'ú': "u", 'û': "u", 'ü': "u", 'ß': "ss", 'ý': "y", 'ÿ': "y",
}

// header brings a column's name into one form: small letters without accents, one
// blank between words, whether they were apart by blanks, signs or capitals.
func header(name string) string {
	var out strings.Builder
	gap, small := false, false
	for _, r := range name {
		switch {
		case unicode.Is(unicode.Mn, r) || r == '\ufeff': // an accent that stands apart
			continue
		case !unicode.IsLetter(r) && !unicode.IsDigit(r):
			gap, small = true, false
			continue
		case unicode.IsUpper(r) && small:
			gap = true
		}
		small = unicode.IsLower(r)
		if gap && out.Len() > 0 {
			out.WriteByte(' ')
		}
		gap = false
		r = unicode.ToLower(r)
		if plain, ok := folded[r]; ok {
			out.WriteString(plain)
		} else {
			out.WriteRune(r)
		}
	}
	return out.String()
}
