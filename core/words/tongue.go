package words

// tongue is what a language needs to write dates, hours and what was tried. In
// all of them # is the number.
type tongue struct {
	months, weekdays string // weekdays from Sunday
	numbers          string // one to ten
	and              string
	hour, hours      string
	minutes          string
	first, day       string // the first of a month M, and any other day
	moment           string // D is the date, W the weekday, T the time
	clock            string // how 15:04 is written
	role, school     string // R is the role, C the company, M and Y since when; S the school
	channels         [][3]string
}

func speak(lang string) *tongue {
	switch Language(lang) {
	case "de":
		return &german
	case "fr":
		return &french
	case "es":
		return &spanish
	}
	return &english
}

var english = tongue{
	months:   "January February March April May June July August September October November December",
	weekdays: "Sunday Monday Tuesday Wednesday Thursday Friday Saturday",
	numbers:  "one two three four five six seven eight nine ten",
	and:      " and ",
	hour:     "about an hour", hours: "about # hours", minutes: "about # minutes",
	first: "1 M", day: "# M", moment: "W, D at T", clock: "15:04",
	role: "You have been R at C since M Y", school: "You went to S",
	channels: [][3]string{
		{"email", "one e-mail", "# e-mails"},
		{"call", "one call", "# calls"},
		{"voicemail", "one voicemail", "# voicemails"},
		{"linkedin", "one LinkedIn message", "# LinkedIn messages"},
		{"sms", "one text message", "# text messages"},
		{"letter", "one letter", "# letters"},
		{"fax", "one fax", "# faxes"},
		{"visit", "one visit", "# visits"},
		{"live-message", "one message with a colleague", "# messages with colleagues"},
		{"introduction", "one introduction", "# introductions"},
		{"event", "one event", "# events"},
		{"calendar", "one calendar invitation", "# calendar invitations"},
	},
}

var german = tongue{
	months:   "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
	weekdays: "Sonntag Montag Dienstag Mittwoch Donnerstag Freitag Samstag",
	numbers:  "ein zwei drei vier fünf sechs sieben acht neun zehn",
	and:      " und ",
	hour:     "rund eine Stunde", hours: "rund # Stunden", minutes: "rund # Minuten",
	first: "1. M", day: "#. M", moment: "W, dem D, um T Uhr", clock: "15:04",
	role: "Sie sind seit M Y R bei C", school: "Ich habe gesehen, dass S zu Ihrem Werdegang gehört",
	channels: [][3]string{
		{"email", "eine E-Mail", "# E-Mails"},
		{"call", "ein Anruf", "# Anrufe"},
		{"voicemail", "eine Sprachnachricht", "# Sprachnachrichten"},
		{"linkedin", "eine LinkedIn-Nachricht", "# LinkedIn-Nachrichten"},
		{"sms", "eine SMS", "# SMS"},
		{"letter", "ein Brief", "# Briefe"},
		{"fax", "ein Fax", "# Faxe"},
		{"visit", "ein Besuch", "# Besuche"},
		{"live-message", "eine Nachricht über Kollegen", "# Nachrichten über Kollegen"},
		{"introduction", "eine Empfehlung", "# Empfehlungen"},
		{"event", "eine Veranstaltung", "# Veranstaltungen"},
		{"calendar", "eine Termineinladung", "# Termineinladungen"},
	},
}

var french = tongue{
	months:   "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
	weekdays: "dimanche lundi mardi mercredi jeudi vendredi samedi",
	numbers:  "un deux trois quatre cinq six sept huit neuf dix",
	and:      " et ",
	hour:     "environ une heure", hours: "environ # heures", minutes: "environ # minutes",
	first: "1er M", day: "# M", moment: "W D à T", clock: "15 h 04",
	role: "Vous êtes R chez C depuis M Y", school: "J’ai vu que S fait partie de votre parcours",
	channels: [][3]string{
		{"email", "un e-mail", "# e-mails"},
		{"call", "un appel", "# appels"},
		{"voicemail", "un message vocal", "# messages vocaux"},
		{"linkedin", "un message LinkedIn", "# messages LinkedIn"},
		{"sms", "un SMS", "# SMS"},
		{"letter", "une lettre", "# lettres"},
		{"fax", "un fax", "# fax"},
		{"visit", "une visite", "# visites"},
		{"live-message", "un message laissé à un collègue", "# messages laissés à des collègues"},
		{"introduction", "une mise en relation", "# mises en relation"},
		{"event", "un événement", "# événements"},
		{"calendar", "une invitation", "# invitations"},
	},
}

var spanish = tongue{
	months:   "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
	weekdays: "domingo lunes martes miércoles jueves viernes sábado",
	numbers:  "un dos tres cuatro cinco seis siete ocho nueve diez",
	and:      " y ",
	hour:     "cerca de una hora", hours: "unas # horas", minutes: "unos # minutos",
	first: "1 de M", day: "# de M", moment: "W D a las T", clock: "15:04",
	role: "Desde M de Y usted es R en C", school: "He visto que S forma parte de su trayectoria",
	channels: [][3]string{
		{"email", "un correo", "# correos"},
		{"call", "una llamada", "# llamadas"},
		{"voicemail", "un mensaje de voz", "# mensajes de voz"},
		{"linkedin", "un mensaje por LinkedIn", "# mensajes por LinkedIn"},
		{"sms", "un SMS", "# SMS"},
		{"letter", "una carta", "# cartas"},
		{"fax", "un fax", "# faxes"},
		{"visit", "una visita", "# visitas"},
		{"live-message", "un recado en su oficina", "# recados en su oficina"},
		{"introduction", "una presentación", "# presentaciones"},
		{"event", "un evento", "# eventos"},
		{"calendar", "una invitación", "# invitaciones"},
	},
}
