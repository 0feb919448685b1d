package reply

var french = []group{
	{Unsubscribe, 10, `
		ne|de plus|pas|jamais ... me|nous|m ... contacter|écrire|envoyer|solliciter|relancer|démarcher|appeler|déranger|recontacter|importuner|adresser|contacté|écrivez
		plus me|nous|m|être contacter|écrire|envoyer|solliciter|relancer|démarcher|appeler|déranger|contacté*|sollicité*|démarché*|relancé*|recontacter
		ne me|nous contactez|écrivez|envoyez|sollicitez|relancez|appelez|dérangez|contacte|écris|recontactez|démarchez ... plus|pas|jamais
		ne m envoyez|écrivez|appelez|adressez ... plus|pas|jamais
		arrêtez|arrête|cessez|cesse ... de|vos|ces|les|tout|toute|m|d|immédiatement ... contacter|écrire|envoyer|harceler|solliciter|relancer|démarcher|appeler|mails|emails|messages|relances|courriels|sollicitations|spam|communication|envois|démarchage|prospection|envoi
		arrêtez|cessez ... vos|ces|les|tout|toute|de
		merci|veuillez d|de arrêter|cesser
		plus de|aucun|aucune mails|mail|emails|messages|relances|courriels|démarchage|sollicitations|publicité|pub|appels|email
		plus ... recevoir|entendre ... mails|mail|emails|messages|courriels|sollicitations|parler|vos|vous|de|votre|aucun
		plus recevoir|être
		plus aucun|aucune mail|message|contact|email|sollicitation|relance|courriel|communication|appel
		retirez|retire|retirer|supprimez|supprimer|enlevez|enlever|rayez|rayer|ôtez|effacez|sortez ... liste|listes|base|fichier|fichiers|diffusion|bases
		retirez|enlevez|désinscrivez|désabonnez|supprimez moi|nous
		me|nous désinscrire|désabonner|désinscrivez|désabonnez|désinscris|retirer|rayer|enlever
		désinscrivez|désabonnez
		désinscrire mon|notre|mes|cette|moi
		demande ... désinscription|désabonnement
		laissez|laisse moi|nous ... tranquille|tranquilles|paix
		laissez|fichez|foutez moi|nous la|en paix
		abstenir|abstenez|abstenez ... de|vous
		oubliez moi|nous|mon
		pas|ne ... souhaite|souhaitons|veux|voulons|désire ... plus|pas ... être|recevoir|vos contacté*|sollicité*|démarché*|mails|appelé*|messages
		souhaite|souhaitons|veux|voulons ... plus ... contact*|sollicit*|mails|messages
		retire mon consentement
		oppose à|au|a
		stop ... mails|emails|messages|spam|pub|aux|vos
		bloque|bloqué ... votre|vous|adresse|expéditeur
	`},
	{Unsubscribe, 7, `
		désabonner
		désabonnement
		désinscription
		désinscrire
		désabonnez
		comme spam|indésirable
	`},
	{silence, 1, `
		pour|vous vous|souhaitez désabonner|désinscrire ... cliquez|ici
		pour vous désabonner|désinscrire
		cliquez ... désabonner|désinscrire|ici
		se désabonner|désinscrire
		lien de désabonnement|désinscription
		ne ... pas ... désabonner|désinscrire
	`},
	{Erasure, 10, `
		supprimer|supprimez|effacer|effacez|détruire|détruisez|suppression|effacement ... données|informations|coordonnées|infos
		droit à|a l oubli|effacement
		droit à|a l|la ... effacement|oubli|suppression
		données|coordonnées ... supprimées|effacées|supprimer|effacer|suppression
		article 17
	`},
	{Complaint, 10, `
		avocat|avocats|tribunal|tribunaux
		poursuites|action|actions|voie|suites judiciaire*|en|juridique*|légale*
		poursuites
		porter|porterai|porte|porterons|déposer|dépose|déposerai ... plainte
		plainte
		mise en demeure
		cnil
		harcèlement
		harcelez|harceler
		signaler|signalerai|signale|signalé ... cnil|autorités|police|autorité
		illégal|illégale|contraire au|à
		contraire au rgpd
		violation ... rgpd|loi
		me plaindre
		réclamation
	`},
	{Complaint, 8, `
		inadmissible|inacceptable|scandaleux
		où|comment avez ... eu|trouvé|obtenu ... adresse|numéro|coordonnées|mail|email
	`},
	{NotInterested, 8, `
		pas|plus|guère|jamais|nullement|aucunement intéressé*|intéressant|intéresse*
		ne|n m|nous ... intéresse* pas|plus|guère
		n intéresse ... pas
		pas ... intéressé*|intéresse
		aucun|pas|peu d|intérêt intérêt
		aucun intérêt
		non merci
		merci ... mais|non non|pas
		pas besoin
		pas de|d besoin
		aucun besoin
		n ... avons|ai ... pas|aucun|plus besoin
		pas pour moi|nous
		ne ... donner|donnerons|donnerai|souhaitons|souhaite ... pas|suite ... suite|poursuivre|donner
		pas donner|poursuivre|souhaitons|souhaite suite|poursuivre|donner
		pas une|notre|la priorité
		décliner|déclinons|décline
		pas à|a l ordre
		sans façon
		ne ... cherchons|cherche ... pas|rien
		pas convaincu*
	`},
	{NoFit, 8, `
		ne ... correspond|convient|convenir|adapté|applique|concerne ... pas|plus|guère
		ne nous|me|s concerne|applique|correspond|convient ... pas
		pas adapté*|pertinent*|concerné*|approprié*|compatible
		trop petit*|grand*|gros* ... pour|structure|entreprise
		trop petits|petite|petit
		pas notre|votre cible|besoin|marché|cœur
		pas la cible
		hors cible
	`},
	{NoBudget, 8, `
		pas|plus|aucun|sans|ni ... budget|moyens|argent|fonds|financement|budgets
		budget ... bloqué|gelé|épuisé|consommé|coupé|serré|gel|clos|dépensé|alloué
		trop cher|chère|chers|coûteux|onéreux
		hors budget
		dépasse ... budget
		pas ... budgété|prévu au
		gel des|budgétaire
		restrictions|coupes budgétaires
		ne ... permettre|pouvons|peux ... pas ... permettre|offrir|investir
	`},
	{HasVendor, 8, `
		déjà ... prestataire|fournisseur|solution|outil|partenaire|agence|équipé*|système|contrat|quelqu|accompagné*|logiciel|avec
		déjà équipé*|pourvu*|en|un|une
		travaillons|travaille|collaborons déjà|avec
		satisfait*|content*|heureux de|du|avec|par ... prestataire|fournisseur|solution|outil|partenaire|actuel*|agence|nôtre
		prestataire|fournisseur|solution|partenaire|contrat actuel*|en
		autre|concurrent prestataire|fournisseur|solution|partenaire
		choisi|opté|retenu|signé ... concurrent|autre|avec|pour
		sous contrat
		en interne
		solution|outil interne|maison
	`},
	{Postpone, 9, `
		recontactez|recontacter|reprenez|reprendre|rappelez|revenez|revenir|relancez|reparlons|reparler|écrivez|contactez|recontactons|reparlerons|rappeler|revoyons|revoir|voir ... en|dans|après|à|au|début|fin|mi|plus|prochain*|courant|d|partir|contact|moi|nous
		pas|rien|plus avant
		reparlons en
		en reparler|reparlons
		à partir de|du ... janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|rentrée
		reporter|reporté|repoussé|repousser|décalé ... à|au|en|projet
		après|en le|la|les|l ... janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|rentrée|été|vacances|fêtes
		plutôt|peut en|être|à|au|après janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|l|la|en
		l année|an prochaine|prochain
		mis en|entre attente|pause|parenthèses
		pas cette année
	`},
	{Postpone, 7, `
		pas ... pour|en|le|à l|ce|bon instant|moment
		pas le bon|moment
		mauvais moment|timing
		pas maintenant
		pour l|le instant|moment ... pas|non|rien
		plus tard
		pas|plus le|eu temps
		trop ... débordé*|occupé*|chargé*
		débordé*
	`},
	{Reschedule, 8, `
		décaler|reporter|déplacer|repousser|reprogrammer|avancer ... rendez|rdv|réunion|appel|démo|rencontre|call|entretien|échange|visio|notre
		rendez|rdv|réunion|appel|démo ... décaler|reporter|déplacer|annuler|reporté|reportée|repousser
		reprogrammer|replanifier
		autre|nouveau|nouvelle|d créneau|date|horaire|jour
		empêchement|contretemps|imprévu
		ne ... pourrai|pourrais|peux|pouvons|serai ... pas ... rendez|rdv|réunion|appel|demain|lundi|mardi|mercredi|jeudi|vendredi|disponible|être
	`},
	{WrongPerson, 8, `
		pas|plus la|le|une bonne|bon personne|interlocuteur|interlocutrice|contact|adresse
		pas|plus ... bonne personne
		pas|plus le|votre ... bon|interlocuteur|interlocutrice
		mauvais|mauvaise ... interlocuteur|personne|adresse|contact|service
		trompez|trompé ... personne|interlocuteur|adresse|destinataire
		pas|plus ... responsable|charge|décideur|décideuse|compétent*|décisionnaire
		pas de mon|ma ressort|compétence|domaine
		pas mon|ma domaine|ressort|rôle|service|périmètre
		ne ... gère|décide|occupe|relève ... pas|plus
	`},
	{Refers, 9, `
		adressez|adresser|rapprochez|rapprocher|tournez ... vous|à|de|vers
		adressez vous
		contactez|contacter|voyez|voir|appelez|écrivez ... mon|ma|notre|collègue|directeur|directrice|responsable|monsieur|madame|mme
		transmets|transmis|transfère|transféré|fais|transmettre|transmettons ... suivre|à|votre|message|mail|demande|collègue|au|aux
		transmis|transféré|transmets|transfère
		bonne|bon personne|interlocuteur|interlocutrice|contact ... est|serait|sera
		c|est est ... qui s|gère|décide|occupe|pilote
		en copie|cc
		est en charge|responsable
		en charge de ce|cette|ces|ce|est
		s en occupe
		mets|mettre en relation|contact
	`},
	{refers, 1, `
		adressez|adresser vous ... à
		contacter|contactez|contactant
		rapprocher|rapprochez ... de
		c est|serait
		est|serait|sera
		copie
		à|auprès
		voir|voyez avec
		transmis|transmets|transféré|transfère ... à
	`},
	{Interested, 8, `
		intéressé*
		intéressant*
		intéresse
		intrigué*
		curieux|curieuse
		volontiers
		avec plaisir
		bonne|excellente|pas idée|mauvaise|mal
		pas|ne ... mauvaise|dis|mal ... idée|non
		pas mal|inintéressant|contre|opposé
		ne|n dis|est pas non|contre|inintéressant
		en savoir plus
		envoyez|envoyer|transmettez|faites|envoie ... informations|infos|documentation|tarifs|devis|plus|détails|proposition|brochure|invitation|présentation|offre|plaquette
		parlons|discutons|échangeons|appelons|voyons
		rendez|rdv ... possible|convient|calons|fixer|prendre
		fixons|calons|prenons|planifions|organisons ... rendez|rdv|appel|démo|créneau|date
		lundi|mardi|mercredi|jeudi|vendredi|demain ... convient|va|parfait|possible|bien|me
		me|nous convient|va
		ouvert*|partant*|ok|dispo|disponible|preneur|preneuse à|a|pour|lundi|mardi|mercredi|jeudi|vendredi|demain|au
		serais|serions|suis|sommes ... ravi*|heureux|preneur|partant*
		oui ... plaisir|volontiers|merci|bien|pourquoi
		pourquoi pas
		tombe|tombez bien|pic
	`},
	{Question, 6, `
		qui êtes vous
		combien ça|cela|coûte
		quel|quels est|sont ... prix|tarif|tarifs|coût
		une|quelques|des|j question|questions
	`},
	{OtherChannel, 8, `
		appelez|appeler|téléphonez|joignez|contactez moi|nous|me|par ... au|sur|par|tel|téléphone|directement|portable|plutôt|demain
		appelez|téléphonez moi|nous
		par|sur|via téléphone|whatsapp|linkedin|teams|portable|mobile|sms
		au téléphone
		joindre|joignable ... au|par|sur
		mon numéro est
	`},
	{silence, 1, `
		ne m|me appelez|téléphonez ... plus|pas
		vu|trouvé|lu sur linkedin
	`},
	{instead, 1, `
		plutôt
		préfère|préférable|mieux|préférerais
	`},
	{past, 1, `
		année|an|mois|fois|trimestre|été dernier|dernière|passé|passée|précédent*
		l époque
		il y ... ans|mois|an
		auparavant
		n|ne étais|était|étions|avions|avais|avait ... pas|aucun|plus
		autrefois
	`},
	{OutOfOffice, 9, `
		absent|absente|absents jusqu|du|de|actuellement|à|le|pour|et|au|en
		suis|serai ... absent|absente|congé|congés|vacances|déplacement|indisponible
		actuellement|suis en|absent|absente congé|congés|vacances|déplacement|formation|arrêt
		hors du bureau
		en congé|congés|vacances ... jusqu|du|maternité|parental|annuels|au|et
		à|dès mon retour
		de retour le|lundi|mardi|mercredi|jeudi|vendredi|au|à|en
		serai de retour
		pendant|durant mon|cette absence
		en mon absence
		accès limité|restreint
	`},
	{silence, 1, `
		de retour de
		rentre|reviens|rentré|revenu|rentrée|retour de|tout ... congés|vacances|congé|voyage
		étais|été|étions ... absent*|congés|vacances|déplacement|congé
		après mes|les vacances|congés
	`},
	{AutoAck, 8, `
		réponse|message|mail|courriel|accusé|e automatique|généré|automatisé|automatiquement
		accusé de réception
		ceci est ... automatique
		avons bien reçu|enregistré
		bien reçu ... votre|message|demande
		demande|message ... prise|enregistré*|reçu*|traité* ... compte|équipe|délais
		ne pas|ne répondre|répondez ... à ce|cet|cette
		numéro de ticket|dossier
		dans les plus|meilleurs brefs|délais
		sous|dans 24|48|les ... heures|h|jours
	`},
	{LeftCompany, 9, `
		ne|n ... travaille|fais|suis ... plus ... chez|partie|pour|dans|au|entreprise|société|effectifs
		j|je ai|quitte ... quitté|entreprise|société|la|l ... entreprise|société|fonctions|groupe
		cette|mon adresse|boîte|messagerie ... plus|désactivée
		fais plus partie
	`},
	{LeftCompany, 8, `
		a|ont quitté ... entreprise|société|groupe|fonctions|poste
		ne ... travaille|fait ... plus ... chez|partie|ici|dans|pour|nous|entreprise|société
		parti|partie à|en la|retraite
	`},
	{Bounce, 9, `
		pas pu|été être|remis|distribué ... remis|distribué|livré|délivré
		non remis|distribué
		boîte ... pleine|saturée
		adresse|destinataire ... introuvable|inconnu|inexistant*
	`},
}
