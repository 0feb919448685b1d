package reply

// englishStops is how people ask in English not to be written to again.
var englishStops = []group{
	{Unsubscribe, 10, `
		take|remove|delete|strike|drop|get me|us|him|her off|from ... list|lists|database|mailing|mailings|distribution|crm|system|records|sequence|cadence
		take|remove my|our|this name|email|address|number|details ... off|from ... list|lists|database|mailing|crm|system|records
		take|remove this|my|our address|email|number off|from
		remove me|us
		take me|us off
		unsubscribe me|us|now|immediately|please|my
		please unsubscribe
		please remove this|my|our
		want|like|wish|need|trying|tried|asking|asked to unsubscribe
		opt me|us out
		opting out
		opt out
		want|like|wish to opt
		no unsubscribe
		stop emailing|mailing|contacting|messaging|spamming|bothering|writing|harassing|chasing|texting|pestering|bugging|hounding
		stop calling
		stop sending
		stop with the|these|your ... emails|mails|messages|spam|calls
		stop all|the|these|your|this emails|mails|messages|spam|calls|communication|outreach|contact|mailings
		stop this outreach|sequence|spamming
		cease ... contact|contacting|communication|communications|emailing|sending|emails
		refrain|desist|abstain from
		quit emailing|contacting|sending|bothering|calling|writing|spamming|messaging
		dont|never ever|again|you contact|email|mail|write|call|message|text me|us|again
		dont|never contact|email|mail|message|text|phone|ping me|us|again|anymore|this|him|her
		dont call|write me|us|again|anymore
		do|must|should|to not contact|email|mail|message|write|call|text|phone me|us|again|anymore|this|her|him
		do not ever contact|email|mail|call|write
		do not contact
		dont|never write|speak|talk|reach|send to|out me|us|this
		dont|never write|reach|talk to|out to me|us
		do|to|must|should not write|speak|talk|reach to|out me|us|to|this
		dont contact
		do|dont not send me|us|any|anything|further|more|this
		dont send me|us|any|anything|further|more emails|more|any|anything|mails|messages|these|this|your|further
		dont send any|anything|further|more
		dont|not reach out again|anymore
		dont|not follow up again|anymore|further
		dont|not get|hear in touch|from again
		dont|not want|wish|like ... to be contacted|emailed|mailed|called|approached
		rather|prefer not be|to be contacted|emailed
		not to be contacted
		dont|not want|wish|need ... emails|mails|messages|calls|contact|hear|spam from|anymore|again|any
		dont|not want to hear|receive|get ... from|emails|mails|messages
		dont want any|these|your ... emails|mails|messages|calls|spam
		no more|further emails|mails|messages|contact|calls|mail|communication|follow|outreach|spam|mailings
		no longer wish|want to receive|be|get|hear
		leave me|us alone
		leave us in peace
		lose my|our number|email|address|details
		never contact|email|write|call
		not ... consent to ... contact|contacted|emails|emailed|receiving
		didnt|never consent|subscribe|subscribed|opted|consented ... stop|remove
		withdraw my|our consent
		revoke my|our consent
		blacklist me|us|this
		block|blocked|blocking you|your|this
		add|put me|us to|on ... do not
		do not call list
		piss off
		fuck off
		go away
		buzz off
	`},
	{Unsubscribe, 7, `
		unsubscribe
		unsubscribed
		unsub
		stop it
		spam
		spammer
		spamming
		marked|marking|reported|reporting|flagged ... as spam|junk
	`},
	{silence, 1, `
		to unsubscribe ... click|visit|reply|go|follow|use|here|send|please
		to opt out ... click|visit|reply|go|follow|use|here|send|please
		unsubscribe here|link|at|from this|by
		click ... to|here unsubscribe|opt
		you can|may unsubscribe|opt ... at|here|by|any
		you may|can opt out
		dont|not unsubscribe|remove me|us
		please dont|not stop
		dont|not stop emailing|writing|sending|contacting
		dont want to unsubscribe|stop
		no need to unsubscribe|stop
		not spam
		spam|junk folder|filter|box
		in|from|to|into|of ... spam|junk folder|filter|box
		in|from|to|into spam|junk
		if you do|dont|should not ... contact|email|call|write
		go away on|for|to|next|this|in
		go away with|over
	`},
	{Erasure, 10, `
		delete|erase|remove|destroy|purge|wipe all ... data|information|details|records
		delete|erase|destroy|purge|wipe my|our|this|the|any ... data|information|details|records|address|email|contact
		delete|erase|purge me from
		deletion|erasure|removal of ... data|information|details
		right to be forgotten
		right to|of erasure
		article|art 17
		gdpr|ccpa ... request|erasure|deletion|delete|erase
		forget me
	`},
	{Complaint, 10, `
		legal action|steps|team|counsel|proceedings|department
		my|our lawyer|lawyers|attorney|attorneys|solicitor|solicitors|counsel
		cease and desist
		sue you
		take you to court
		report|reporting|reported you|this|your ... to|data|ico|ftc|authority|authorities|regulator|protection|police
		file|filing|filed|lodge|make|raise a ... complaint
		formal|official complaint
		this is harassment|harassing|stalking|illegal|unlawful
		harassment
		harassing
		harassed
		violation of ... gdpr|law|can|privacy
		violates|violating|breach|breaching ... gdpr|law|privacy|can
		against the law
		complain about|to|that
		want to complain
	`},
	{Complaint, 8, `
		unacceptable
		complaint
		how did you get my|this|our
		where did you get my|this|our ... email|number|address|name|data
	`},
}
