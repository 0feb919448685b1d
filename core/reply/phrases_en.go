package reply

var english = []group{
	{NotInterested, 10, `
		not interested at all
		not|never ... remotely|slightly interested
		absolutely|definitely|really|still not interested
		not now ... not ever
	`},
	{NotInterested, 8, `
		not|no|isnt|arent|aint|never ... interested
		no longer interested
		no|zero|little interest
		not of interest
		of no interest
		dont|not have|see|need ... interest|need
		not something|anything ... interested|looking|need|want|pursue|after
		we|i ll pass
		going to pass
		gonna pass
		have to pass
		will|must|should pass
		pass on this|it|that|the
		hard pass
		not for us|me
		no thanks
		no thank you
		not looking for|to ... new|change|buy|solution|tool|vendor|anything
		not in the market
		decided not|against
		decided to not
		wont be moving|pursuing|proceeding|going|taking
		not|dont be|going|want|wish|plan|planning|intend ... moving|move|pursuing|pursue|proceed|proceeding|go|going ... forward|ahead|further|this
		respectfully|politely decline
		have|going|must to decline
		dont|not need this|it|any|your|that|another|one
		we|i re|are|am|m good|fine|ok|okay thanks|thank|as|for|without|here
		all set
		not worth
		not a priority
		isnt|not|no a|top|our priority
		not convinced
		don|dont see ... value|benefit|point|need
		no need
	`},
	{NotInterested, 6, `
		yeah right
		just what i|we needed
		nice try
	`},
	{sarcasm, 1, `
		yeah right
		just what i|we needed
		nice try
		another sales|cold|pitch
		how thrilling
		how original
		oh joy
		lucky me
		wow ... another|automated|template
		great ... another
		sure jan
		as if
		slow clap
		copy paste
		template
	`},
	{NoFit, 8, `
		not|isnt|doesnt|wont|arent|dont a|the|be|really|quite|good|right fit|match
		not|isnt|arent a|the|really ... good|right|great fit|match
		not a fit
		not fit
		dont|doesnt fit
		no fit
		wrong|bad fit
		too small|big|large for|to
		dont|not do|offer|sell|use|have|operate|run ... outbound|salesforce|sales|windows|such
		not|doesnt|isnt applicable|relevant|apply
		irrelevant
		doesnt|wont|not work|solve|suit|cover ... for us|our|needs|problem|setup|case
		not what we|i re|are|need|m looking|after|need
		we are|re not your|the target|customer|kind
		not your target
	`},
	{NoBudget, 8, `
		no|zero|any|without budget|funds|money|funding
		dont|not|cant|havent ... have|got|find|get ... budget|money|funds|funding
		budget|budgets is|are|has|was|s ... frozen|cut|gone|spent|exhausted|tight|allocated|closed|used
		budget freeze|cuts
		spending|hiring freeze
		out of budget
		cant|cannot|not|couldnt ... afford
		too expensive|pricey|costly
		over|outside|beyond|above our|the budget|price
		more than we can|want|could
		price|cost is too|far
		not in the|our|this|any budget
		not|isnt budgeted
		costs|cutting cutting|costs
	`},
	{HasVendor, 8, `
		already|currently use|using|have|work|working|with|got|signed|chose|covered|run|running|bought ... tool|vendor|solution|provider|supplier|partner|agency|system|platform|with|place|one|house|contract|for
		already use|using|have a|one|something|someone|somebody|our|another|an
		already working|work|signed with
		already covered
		currently use|using|working|under with|contract
		use|using|with|chose|went|picked|selected|have a|another|different|your|one competitor|vendor|provider|supplier|of
		went|gone|going|go|moved|stay|staying|stick|sticking with ... another|competitor|someone|different|current|existing|vendor|provider
		happy|satisfied|content|pleased with ... current|our|existing|what|them|it
		under|in|have|signed a|contract|existing ... contract|until|with
		existing|current|incumbent vendor|provider|supplier|partner|solution|tool|contract
		locked in|into
		built|build|do|did|handle|have it|this|our ... in house
		in house tool|team|solution
		contract ... runs|renews|ends|expires|renewal
	`},
	{Postpone, 9, `
		come|check|circle|get|reach|touch|write|call|contact|email|ping|try|ask|follow|loop|talk|speak|chat|revisit|reconnect|connect|approach ... again|back|base|up|out|later|me in|next|after|at|around|towards|later|early|mid|end|once|when|by
		reach out|back|again ... in|next|after|around|later|once|when
		contact|email|call|try|ping|ask|write|approach me|us ... in|next|after|later|again|once|when
		circle|check|touch|come|get|follow|loop|reach back|base|up|in in|next|after|later|around|again|once|when
		not|nothing|no ... before|until|till
		not this|the year|quarter|month
		revisit|reconsider|discuss|reconnect|talk|look|pick|resume ... next|in|after|later|again|once ... year|quarter|month|january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|fall|winter|q1|q2|q3|q4|weeks|months|date
		maybe|perhaps next|in|later|after year|quarter|month|january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|fall|q1|q2|q3|q4|the|this|a
		postpone
		put ... on hold
		on hold
		on the back burner
		back burner
	`},
	{Postpone, 7, `
		bad|wrong|not ... time|timing
		timing is|isnt|s off|bad|wrong|not|terrible|right|great
		not right now
		not now
		not at the|this moment|time|point|stage
		too busy|much right|at|now|on|for|to|this|with
		swamped
		snowed under
		later this|in year|the
		down the road
		another time
		next|later year|quarter please|would|is|might|works|maybe|perhaps
		until|till|after ... budget|fiscal|year|quarter
	`},
	{Reschedule, 8, `
		reschedule
		rescheduling
		move|push|shift|postpone|change|delay our|the|this|my|tomorrow|todays|it|that ... call|meeting|demo|appointment|slot|chat|to|back|conversation|session
		another|different|new|other time|slot|day|date for|instead|work|please|would|that
		can|could we ... do|make|move|push|meet|talk|speak ... instead
		cant|wont|unable|not able ... make it|our|the|tomorrow|today|that|to ... call|meeting|demo|tomorrow|today|slot|monday|tuesday|wednesday|thursday|friday
		cant make it
		something came|has come up
		have to cancel
		need to cancel|move|push
		raincheck
		rain check
	`},
	{WrongPerson, 8, `
		not|isnt|wrong the|a|right|correct right|correct|person|contact|guy|one ... person|contact|one|address|for|to|guy
		wrong person|contact|address|department|guy|email
		not my|our area|department|responsibility|role|remit|decision|call|job|field|team|topic
		not|no longer|dont responsible|handle|deal|manage|decide|involved|charge|make ... for|with|this|that|in|these|such|decisions|of
		not in charge
		not|dont|no ... authority|say
		outside my|of remit|my|area|scope
		have no say|authority|influence
		dont handle|deal|manage|decide|own|make
		not the decision maker
		you ve|have got the wrong
	`},
	{Refers, 9, `
		forwarded|forwarding|passed|passing|forward|pass your|this|it|you ... to|on|along
		cc|cced|ccd|copied|copying|looping|adding|looped|added ... colleague|who|in|here|our|my
		cc d ing
		best|right|correct|better person|contact ... is|would|to|for|be
		try my|our colleague|boss|manager|cto|cfo|ceo|cio|coo|head
		talk|speak|reach|write|contact|ask|email|address|refer|turn|get|put to|with|out|my|our|in|you ... colleague|boss|manager|cto|cfo|ceo|cio|coo|head|director|team|touch
		handled|managed|run|decided|owned|covered by
		who|she|he ... handles|runs|owns|manages|decides|responsible|charge
		is|s|are responsible|charge for|of
		is in charge
		is the person|one who|to|you|for
		handles|owns|runs this|that|these|it|all
		introduce you to
		connect|putting|put you with|in
	`},
	{refers, 1, `
		contact
		talk|speak|reach|write|email|turn|refer|direct ... to|with|out
		reach out to
		ask
		try
		email
		copying
		cc|cced|ccd|copied|looping|adding
		is|be
		by|to
		in touch with
	`},
	{Interested, 8, `
		interested
		interesting
		intrigued
		curious
		keen
		sounds|looks|seems good|great|interesting|perfect|promising|useful|cool|awesome|fantastic|fine|relevant|like
		good|great|nice|excellent|perfect timing|idea|fit
		not a bad idea
		not|isnt bad
		not|never saying|say|said no
		not uninteresting
		not without interest
		cant|wouldnt|wont say no
		not opposed
		not only interested
		love|like|happy|glad|keen|want|open|eager to ... learn|hear|see|talk|chat|discuss|meet|try|know|know|explore|connect|speak|jump|hop|have|schedule|set|book
		id|d love
		open to
		tell me|us more
		send|share|forward me|us|over|through|along ... info|information|details|pricing|prices|more|proposal|quote|deck|invite|brochure|link|case|overview|material|materials|contract
		send over|through|along|more|details|pricing|me|us a|some|the|your|more
		let|lets s|us talk|chat|meet|do|schedule|set|book|speak|connect|discuss|hop|jump|go
		lets talk|chat|meet|do|schedule|set|book|speak|connect|discuss|hop|jump|go
		works|work|suits for|me|us me|us|well|great
		monday|tuesday|wednesday|thursday|friday|tomorrow ... works|suits|is|at|morning|afternoon fine|good|me|great|ok|perfect|works
		book|booked|schedule|scheduled|set|grab ... call|meeting|demo|time|slot|chat|up
		count me in
		yes please
		sign me|us up
		we could use|need this|something|help
		worth a|exploring|discussing|look|chat|call
		free|available on|at|for|next|tomorrow|this|monday|tuesday|wednesday|thursday|friday
		would be helpful|useful|great
		would|could ... like|want|need a ... demo|trial|quote|call|proposal|offer
		please go ahead
	`},
	{silence, 1, `
		interested in selling|your services
		interesting way|choice|approach to
		in the interest of
		dont|not find ... interesting
		try to ... reach|contact|call
		try again later
	`},
	{Question, 6, `
		who are you
		have|had a|some|few|one|couple question|questions
		how much is|does|do|would
		what does|do|is|would ... cost|price|pricing
		wondering|wonder how|what|if|whether|why
		do you have|offer|support|integrate
		can you explain|clarify
		not sure what|who|how
		dont|not understand
	`},
	{OtherChannel, 8, `
		call|ring|phone|text|whatsapp|telegram|dm me|us
		call|ring|phone|text my|our ... mobile|cell|office|number|assistant
		give me|us a|the call|ring|buzz
		on|via|by|over|use|through whatsapp|linkedin|phone|slack|teams|telegram|signal|sms|text|telephone|mobile
		reach|contact|message|get me|us ... on|at|by|via phone|mobile|whatsapp|linkedin|my
		easier|better|quicker|faster|best by|on|over|to phone|call|telephone
		prefer|rather|better|easier ... phone|call|whatsapp|linkedin|text
		use my other|private|work|personal|new
		my number is
	`},
	{silence, 1, `
		call|phone me|us ... again|back in|next|after|later
		dont|not|never|stop call|ring|phone|text me|us
	`},
	{instead, 1, `
		instead
		rather
		easier|better|quicker|faster|prefer|preferred
	`},
	{past, 1, `
		last|previous year|time|month|quarter|spring|summer|autumn|fall|winter
		back then
		at the time
		used to
		wasnt|werent|hadnt
		was|were|had not|no
		didnt|did have|not
		months|years|weeks|year|month ago
		previously
		in the past
		in 2020|2021|2022|2023|2024|2025 we|i
	`},
}
