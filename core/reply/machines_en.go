package reply

// englishMachines is what machines write in English.
var englishMachines = []group{
	{OutOfOffice, 9, `
		out of office|the
		ooo
		away|out from|until|till|of ... office|desk|until|till|monday|tuesday|wednesday|thursday|friday
		am|m|be|is away|out|off ... until|till|from|through|on|today|this|and|with|sick|back
		on|off annual|parental|maternity|paternity|sick|vacation|holiday|holidays|leave|pto|sabbatical|medical|family|the leave|until|from|and|with|till|through|this|at|pto|right
		currently|am|m|be|is on vacation|holiday|holidays|leave|pto|annual|parental|maternity|sick|business|a
		limited|no|intermittent|little access to
		limited|no access to ... email|mail|emails|inbox
		respond|reply|answer|back|get ... when|upon|on|after ... return
		on|upon|after|until my return
		i will|ll be back|return|returning on|in|monday|tuesday|next
		back in the office on|monday|tuesday|next
		office is closed
		closed for the holidays
	`},
	{silence, 1, `
		i|we|just|am|m|re|now|finally back from
		just got|came|returned back
		was|were|been out|away|on|off of|from|on|sick|vacation|holiday|holidays|leave|the|for|last|all
		got back from
		after my vacation|holiday|return|holidays we|i|let
		returned from
		back at my|work
		back in the office now|today|and
		sorry ... was|been out|on|away
	`},
	{AutoAck, 8, `
		automated|automatic|auto|automatically response|reply|message|email|generated|acknowledgement|confirmation|mail
		we|have have|ve received your|the
		received your message|email|request|inquiry|enquiry|ticket|mail ... will|and|we|a|our|shortly|within
		ticket|case|request ... created|opened|logged|received|number|id
		your request ... received
		respond|reply|answer|back|get ... within|in 24|48|two|one|2|1|three|3 ... hours|business|days|working
		do|dont not reply to this
		do not reply
		not monitored|actively
		unmonitored mailbox|inbox
		a member of our|the
		team member will
		thank|thanks for|you ... contacting|reaching ... support|us|team
	`},
	{LeftCompany, 9, `
		i no longer work|am|with|employed|at
		i am|m no longer with|at|employed|working|part|in
		i|ive have|ve|left left ... company|organization|organisation|role|position|acme|firm|team
		i left ... company|organization|organisation|firm
		no longer monitored|active|use|valid|checked|in
		mailbox|account|address|inbox is|has ... no|deactivated|closed|longer|disabled
		my last day was|is|at
	`},
	{LeftCompany, 8, `
		no longer work|works|working|with|employed|at|part|here|in
		has|have|is|s|just left ... company|us|organization|organisation|firm|team|business
		left the company|organization|organisation|firm|business
		doesnt|not work|here here|anymore|for|at ... anymore|longer|us|here
		moved on from|to ... company|organization|new|another
		has retired
		was let go
		passed away
	`},
	{Bounce, 9, `
		address|recipient|user|mailbox ... couldnt|not|rejected|unknown|doesnt|unavailable|found|full|exist|invalid
		couldnt|not|wasnt|cant be delivered|found
		delivery ... failed|permanently|failure|incomplete
		mailbox is full
		over quota
		quota exceeded
		550 5
		5 1|7|2|4 1|0|2|10|3|4
		user unknown
		no such user
		mailer daemon
		message wasnt|blocked|undeliverable|bounced
		undelivered mail
		permanent error|failure
	`},
	{silence, 1, `
		your|previous|last|earlier mail|email|message ... bounced
	`},
}
