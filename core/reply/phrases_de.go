package reply

var german = []group{
	{Unsubscribe, 10, `
		nehmen|nimm|nehmt|streichen|streich|streicht|löschen|lösch|lösche|entfernen|entferne|entfernt ... mich|uns|adresse ... verteiler|liste|adressliste|verteilerliste|mailingliste|newsletter|kontaktliste|datenbank|sequenz|system
		mich|uns|adresse ... aus|von ... verteiler|liste|verteilerliste|mailingliste|newsletter|datenbank|kontaktliste nehmen|streichen|löschen|entfernen|entfernt|austragen|zu
		aus|vom ... verteiler|liste|verteilerliste|mailingliste nehmen|streichen|löschen|entfernen|austragen
		keine|keinerlei weitere*|mehr ... mail|mails|e|emails|nachrichten|werbung|anrufe|kontaktaufnahme|kontaktversuche|kontaktaufnahmen|anfragen|zuschriften|newsletter|post|angebote
		keine mails|emails|nachrichten|werbung|anrufe|e|newsletter ... mehr
		keine werbung|werbemails
		keinen ... kontakt|newsletter mehr|wünsche|gewünscht|erwünscht
		keinen weiteren kontakt
		nicht mehr|länger|weiter|erneut|wieder ... kontaktieren|anschreiben|anrufen|schreiben|kontaktiert|angeschrieben|belästigen|mailen|melden|angerufen|zu
		nicht|nie mehr|wieder ... kontaktier*|schreib*|mail*|anschreib*|anruf*|melde*
		nie wieder|mehr
		kontaktieren|schreiben|mailen|rufen|melden|belästigen sie mich|uns|sich ... nicht|nie|nimmer mehr|wieder|weiter|länger|an
		kontaktier|kontaktiere|schreib|schreibt|mail|melde mich|mir|uns|dich|euch ... nicht|nie mehr|wieder
		schreiben sie mir|uns ... nicht|nie|keine mehr|wieder|mails|weiteren
		hören|hör|hört sie|bitte|endlich|auf|doch ... auf
		hören sie auf
		hör|hört ... auf mir|uns|mich|mit|zu|damit
		unterlassen|unterlasse|unterlasst ... sie|es|das|bitte|mails|kontakt|kontaktaufnahme|kontaktversuche|werbung
		unterlassen sie
		lassen|lass|lasst sie|mich|uns ... in|mit ruhe|frieden
		lassen sie mich|uns in
		melden sie mich|uns ... ab
		trag|tragen|tragt ... mich|uns ... aus
		möchte|möchten|will|wollen|bitte mich|uns|ich ... abmelden|austragen
		mich|uns abmelden|austragen|abzumelden|auszutragen
		bitte abmelden|austragen|um|abbestellen abmeldung|austragung|löschung|sofort
		newsletter abbestellen|kündigen
		von|weitere*|weiteren ... abzusehen|absehen
		abzusehen
		sehen sie ... von weiteren|weiterer|künftigen|e|mails ... ab
		verzichten sie ... auf
		nicht wünsche|möchte ... kontakt
		möchte|möchten|will|wollen ... nichts|keine ... mehr ... hören|erhalten|bekommen
		möchte|möchten|will|wollen ... keine ... mails|emails|nachrichten|werbung|anrufe|e|post
		möchte|möchten|will|wollen ... nicht ... kontaktiert|angeschrieben|angerufen|angemailt|belästigt
		wünsche|wünschen ... keine|keinen ... mails|kontakt|werbung|kontaktaufnahme|anrufe|e|nachrichten
		nichts mehr ... hören|lesen|schicken|senden
		schicken|schick|senden|sende sie|mir|uns ... nichts|keine ... mehr|weiteren|mails|werbung
		widerspreche|widersprechen ... der|ihrer|jeder|jeglicher|einer|meiner|hiermit
		widerrufe ... einwilligung
		blockiere|blockiert|gesperrt|sperre ... sie|absender|adresse|dich
		verschonen sie mich|uns
		verpiss dich
	`},
	{Unsubscribe, 7, `
		abmelden
		abmeldung
		austragen
		abbestellen
		belästigung
		als spam
	`},
	{silence, 1, `
		um|zum sich|abbestellen|abmelden ... abzumelden|abmelden|austragen|klicken|hier
		hier abmelden|abbestellen|klicken
		newsletter abmelden|abbestellen hier|klicken|unter
		klicken sie hier
		nicht abmelden
		hören sie ... auf ihr|ihren|den
	`},
	{Erasure, 10, `
		löschen|lösche|löscht|entfernen|vernichten ... daten|datensatz|datensätze|kontaktdaten|angaben
		daten|kontaktdaten|datensatz|angaben|adresse ... löschen|gelöscht|löschung|entfernen|entfernt|zu löschen
		löschung ... daten|personenbezogene*|angaben|kontaktdaten
		datenlöschung
		recht auf vergessen*|löschung
		art|artikel 17
	`},
	{Complaint, 10, `
		rechtliche schritte
		rechtsanwalt
		rechtsabteilung ... einschalten|übergeben|weiter
		anwalt|anwälte|anwältin
		abmahnung|abmahnen|unterlassungserklärung|unterlassungsklage|einstweilige
		anzeige|strafanzeige ... erstatten|stellen
		strafanzeige|bundesnetzagentur|datenschutzbehörde|datenschutzbeauftragte*|aufsichtsbehörde|wettbewerbszentrale|verbraucherzentrale
		verklage*
		gerichtlich
		beschwere|beschweren|beschwerde ... ich|mich|einlegen|einreichen|über|bei
		belästigen sie
		belästigung ... einstellen|das|dar|anzeigen
		verstoß|verstößt|verstoßen ... gegen|dsgvo|uwg|datenschutz
		illegal|rechtswidrig|unzulässig
	`},
	{Complaint, 8, `
		unverschämt*
		beschwerde
		woher haben|hast|habt sie|du|ihr ... adresse|nummer|daten|kontakt|mail|email
		inakzeptabel
	`},
	{NotInterested, 8, `
		kein|keinerlei|keine interesse
		kein ... interesse
		nicht|nie|kaum|wenig interessier*|interessant|interesse
		interessiert mich|uns ... nicht
		nicht von interesse
		kein|keinen|keine ... bedarf
		kein thema für
		nicht|nichts für uns|mich
		nein danke
		danke nein
		brauchen|brauche|benötigen|benötige ... nicht|nichts|kein|keine|keinen
		nicht|nichts ... brauchen|benötigen
		lehnen|lehne ... ab
		dagegen entschieden
		nicht weiterverfolgen|weiter|verfolgen|weiterverfolgt verfolgen|verfolgt|zu
		nicht weiterverfolgen|verfolgen
		kommt ... nicht in frage|infrage
		keine priorität
		haben|sind gut|bestens|zufrieden ohne
		suchen|suche ... nichts|keine|nicht
		ist|sind|wäre ... nichts für
		verzichten ... dankend
		passen ... wir|ich diesmal
		absage erteilen
		muss|müssen ... absagen
	`},
	{NoFit, 8, `
		passt|passen ... nicht|kaum ... zu|für|uns|mir
		passt ... nicht zu|für
		nicht passend|relevant|geeignet|anwendbar|zutreffend
		nicht das richtige
		zu klein|groß ... für|dafür
		sind ... zu klein|groß
		nicht die zielgruppe
		gehören nicht
		kein anwendungsfall|einsatzgebiet|usecase
		betrifft|trifft uns ... nicht
		trifft ... nicht zu
		nutzen|verwenden|machen|betreiben|haben gar|überhaupt kein|keine|keinen|nicht
		löst ... nicht
	`},
	{NoBudget, 8, `
		kein|keine|keinerlei|null|ohne ... budget|geld|mittel|gelder|budgets
		budget ... ausgeschöpft|aufgebraucht|verplant|gestrichen|eingefroren|gekürzt|weg|leer|fehlt|gesperrt
		zu teuer|kostspielig
		nicht leisten
		nicht ... budgetiert|eingeplant|finanzierbar
		budgetstopp|budgetsperre|ausgabenstopp|sparkurs|sparmaßnahmen
		übersteigt ... budget
		sprengt ... budget|rahmen
		außerhalb ... budgets
	`},
	{HasVendor, 8, `
		haben|nutzen|verwenden|arbeiten|setzen bereits|schon ... anbieter|lösung|tool|partner|dienstleister|agentur|lieferanten|system|mit|auf|einen|eine|ein|etwas|jemanden
		bereits|schon ... anbieter|lösung|partner|dienstleister|agentur|lieferanten|versorgt|tool|im|auf
		bereits versorgt|abgedeckt
		gut|bestens versorgt|aufgestellt|bedient
		zufrieden mit|sind
		mit ... zufrieden|glücklich
		anderen|andere|anderem|aktuellen|aktueller|bestehenden|bisherigen anbieter|lösung|dienstleister|partner|lieferanten
		für ... wettbewerber|mitbewerber|konkurrenz|konkurrenten|anderen|andere entschieden
		vertrag ... läuft|bis|gebunden|verlängert
		vertraglich gebunden
		eigene|eigenes|inhouse|hauseigene lösung|tool|team|system|abteilung
		intern gelöst|umgesetzt|gebaut|entwickelt
	`},
	{Postpone, 9, `
		melden|meld|melde|meldet|kommen|schreiben|rufen|fragen|kontaktieren|sprechen sie|dich|euch|wir|mich|mir|uns ... im|in|nach|ab|anfang|ende|mitte|später|nächste*|wieder|nochmal|nochmals|erneut|noch
		nicht|nichts|frühestens|kein|erst vor|im|in|ab|nächste*|wieder ... januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember|jahr|quartal|q1|q2|q3|q4|monat|wochen|monaten|sommer|herbst|frühjahr
		nicht vor
		erst im|in|ab|nach|nächste*|wieder|ende|anfang
		frühestens
		nochmal|nochmals|erneut|wieder ... sprechen|melden|anschauen|reden|aufgreifen|kontaktieren
		auf ... verschieben|verschoben|vertagen|vertagt|zurückgestellt|eis
		auf eis
		zurückgestellt|verschoben
		nächstes|kommendes jahr|quartal ... wieder|nochmal|gern|gerne|interessant|thema|passt
		im|ab januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember ... wieder|nochmal|gerne|melden|sprechen|passt
	`},
	{Postpone, 7, `
		derzeit|momentan|aktuell|gerade|jetzt|zurzeit|im|zur ... nicht|kein|keine|keinen|schlecht|ungünstig|ungelegen
		moment nicht
		nicht ... der richtige zeitpunkt|moment
		falscher|schlechter|ungünstiger zeitpunkt
		keine zeit
		zu viel zu
		viel um|los
		zu einem späteren
		später ... wieder
	`},
	{Reschedule, 8, `
		termin|gespräch|call|demo|meeting|telefonat|treffen ... verschieben|verlegen|verschoben|absagen|umlegen|ändern
		verschieben auf|wir|sie
		verlegen
		anderen|neuen|anderer|neuer termin|tag|zeitpunkt|uhrzeit
		etwas|was dazwischen
		dazwischengekommen
		klappt|schaffe|kann|schaffen ... nicht|leider ... wir|am|um|morgen|heute|termin|montag|dienstag|mittwoch|donnerstag|freitag
		termin ... nicht wahrnehmen|einhalten|halten|schaffen
	`},
	{WrongPerson, 8, `
		nicht ... zuständig|verantwortlich|richtige|richtiger|befugt|ansprechpartner|ansprechpartnerin
		falsche|falscher|falschen ... ansprechpartner|ansprechpartnerin|person|adresse|abteilung|kontakt
		bin ... nicht ... richtige|ansprechpartner|zuständig|verantwortlich
		nicht mein|meine bereich|aufgabe|thema|entscheidung|zuständigkeit|ressort
		nicht in meinem|meiner|meinen
		entscheide ... nicht|das
		liegt nicht bei|in
		nicht entscheiden
	`},
	{Refers, 9, `
		wenden sie|du dich|sich ... an
		wende dich an
		zuständig ist|dafür|hierfür|wäre|bei
		ansprechpartner|ansprechpartnerin ... ist|wäre
		richtige|richtiger ansprechpartner|ansprechpartnerin|person ... ist|wäre
		verantwortlich ist|dafür|hierfür
		leite|leiten|habe|haben|gebe|geben ... weiter|weitergeleitet|weitergegeben
		weitergeleitet
		sprechen|fragen|kontaktieren|schreiben sie ... kollegen|kollegin|kollege|chef|chefin|leiter|leiterin|geschäftsführer|frau|herrn|herr
		darum|darüber|das|dafür|hierum kümmert|entscheidet|verantwortet|macht
		kümmert sich
		in cc|kopie
		kollege|kollegin ... zuständig|verantwortlich|kümmert
	`},
	{refers, 1, `
		wenden sie sich ... an
		wende dich ... an
		an
		ist|wäre
		kontaktieren sie
		fragen|sprechen sie ... mit
		kümmert sich
		entscheidet|vertritt
		in cc|kopie
		vertretung
		vertreten durch
	`},
	{Interested, 8, `
		interessant*
		interessier*
		interesse
		klingt|hört|sieht ... gut|spannend|interessant|super|vielversprechend|toll|an
		spannend
		neugierig
		gerne|gern ... mehr|termin|gespräch|erfahren|kennenlernen|austauschen|telefonieren|demo|sprechen|ansehen|anschauen|treffen|machen
		sehr gern|gerne
		gute idee
		keine|nicht schlechte|schlecht|uninteressant|abgeneigt|verkehrt
		nicht nein
		mehr informationen|infos|details|erfahren|darüber|dazu
		schicken|senden|schick|sende|lassen sie|mir|uns ... informationen|infos|unterlagen|angebot|preise|preisliste|mehr|details|termin|einladung|zu|vorschlag
		lassen|lass uns|sie ... sprechen|telefonieren|reden|termin|treffen|austauschen
		passt mir|uns|gut|perfekt|super
		montag|dienstag|mittwoch|donnerstag|freitag|morgen ... passt|geht|wäre|würde
		termin vereinbaren|ausmachen|vorschlagen
		könnten|können wir ... gebrauchen|brauchen
		ja bitte|gern|gerne
		offen für
		freue mich auf
	`},
	{silence, 1, `
		nicht ... uninteressant klingt
		in ihrem interesse
		nicht|kein ... spannend
	`},
	{Question, 6, `
		wer sind|bist sie|du
		was kostet|kosten
		wie viel|teuer|hoch kostet|ist|sind
		frage|fragen dazu|hierzu|habe|hätte|vorab
		habe|hätte|haben ... frage|fragen
	`},
	{OtherChannel, 8, `
		rufen|ruf|rufe sie|mich|uns ... an
		rufen sie ... an
		telefonisch|telefon|whatsapp|handy ... erreichbar|erreichen|besprechen|melden|klären|kontaktieren|lieber|besser
		per|über|via|auf telefon|whatsapp|linkedin|xing|handy|teams|sms
		schreiben|schreib ... whatsapp|linkedin|xing
		lieber|besser telefonisch|anrufen|per|am|über
		meine nummer ist|lautet
	`},
	{silence, 1, `
		rufen sie mich|uns ... nicht|nie ... an
		rufen sie ... nicht|nie ... an
		über|auf linkedin gefunden|gesehen|gelesen
	`},
	{instead, 1, `
		stattdessen
		lieber|besser|einfacher|schneller
		sondern
	`},
	{past, 1, `
		letztes|vergangenes|voriges|letzten|vorigen|letzte|letzter jahr|jahres|monat|quartal|sommer|herbst|winter|frühjahr|woche|mal
		damals
		früher
		seinerzeit
		vor ... jahren|monaten|jahr
		war|waren|hatten|hatte ... nicht|kein|keine|keinen|kaum
	`},
	{OutOfOffice, 9, `
		nicht im|in ... büro|haus|office|dienst|hause
		abwesend|abwesenheit
		außer haus
		im|in|urlaub urlaub|elternzeit|mutterschutz|ferien|krankenstand|bis
		auf dienstreise|geschäftsreise|reisen
		bin|befinde ... urlaub|elternzeit|mutterschutz|ferien|dienstreise|abwesend|erkrankt
		ab ... wieder|zurück ... erreichbar|da|im|büro|zurück|für
		wieder erreichbar|im|für|da
		nach meiner rückkehr
		zurück bin|sein
		nicht|keinen|eingeschränkt|unregelmäßig|kein ... zugriff|gelesen|weitergeleitet|erreichbar
		während meiner abwesenheit|zeit
	`},
	{silence, 1, `
		aus|seit ... urlaub|elternzeit|ferien zurück
		wieder zurück|da|im aus|büro
		zurück aus
		nach meinem|dem urlaub
		war|waren ... urlaub|krank|abwesend|unterwegs|dienstreise|büro
	`},
	{AutoAck, 8, `
		automatisch|automatische|automatisierte|automatisierten|automatischen|automatisches ... antwort|nachricht|generiert*|erstellt*|mail|eingangsbestätigung|bestätigung|e
		eingangsbestätigung
		haben ... nachricht|anfrage|mail|anliegen erhalten|empfangen
		nachricht|anfrage|mail|anliegen ... erhalten|eingegangen
		ticketnummer|vorgangsnummer|fallnummer
		antworten sie|bitte ... nicht auf
		innerhalb von ... stunden|werktagen|tagen
		schnellstmöglich|baldmöglichst|umgehend ... bearbeiten|melden|kümmern|beantworten|bearbeitet
	`},
	{LeftCompany, 9, `
		ich|bin ... nicht mehr ... bei|im|für|unternehmen|tätig|beschäftigt|firma
		ich ... unternehmen|firma ... verlassen
		postfach|mailadresse|adresse ... nicht mehr|länger
		mein letzter arbeitstag
	`},
	{LeftCompany, 8, `
		nicht mehr ... tätig|unternehmen|beschäftigt|angestellt|firma|hause|hier
		arbeitet nicht mehr
		hat ... verlassen
		ausgeschieden
		im ruhestand
		in rente|pension
	`},
	{Bounce, 9, `
		konnte ... nicht zugestellt
		nicht zugestellt
		postfach ... voll
		empfänger|adresse ... unbekannt|nicht gefunden|existiert
		unzustellbar
	`},
}
