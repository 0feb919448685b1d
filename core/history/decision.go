package history

// Verdicts, which the engine gives and a decision of the rep's names too. They stand
// here, and not in package verdict, for those that may not import it.
const (
	YourTurn = "your-turn"
	Invest   = "invest"
	Keep     = "keep"
	LastTry  = "last-try"
	BreakUp  = "break-up"
	Pause    = "pause"
	Stop     = "stop"
	HandOff  = "hand-off"
)

// Verdicts of decisions alone.
const (
	LiftStop = "lift-stop" // ends a stop
	Won      = "won"
	Lost     = "lost"
)

// Kinds of a verdict, and of a decision.
const (
	Ghosting      = "ghosting"
	NoBudget      = "no-budget"
	NoAuthority   = "no-authority"
	NoFit         = "no-fit"
	NotInterested = "not-interested"
	Competitor    = "competitor"
	TireKicker    = "tire-kicker"
	OverInvested  = "over-invested"
	NotNow        = "not-now"
	NotWorthIt    = "not-worth-it"

	Away      = "away"      // pause: until they are back
	Waiting   = "waiting"   // pause: for an answer to a last try, homework or a question
	LetGo     = "let-go"    // pause: until the second look
	Satisfied = "satisfied" // pause: a content customer is left in peace
)
