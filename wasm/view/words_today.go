package view

const (
	LabelToday    = "Today"
	todayTitle    = "Today"
	todayClock    = "The clock runs"
	todayPromises = "Promises you owe"
	todayYours    = "Your turn"
	todayLast     = "One last try"
	todayLetGo    = "Let go, well"
	todayStops    = "Do not contact: what is left to do"
	todayOut      = "Take out of the sequence"
	todayHomework = "Homework, waiting for them"
	todayBack     = "They came back"
	todaySecond   = "Look again"
	todayMissing  = "Still to say goodbye by: {}"
	todayWaits    = "Paused, with something due"
	todayNext     = "Next touches"
	todayCount    = "{} · {}"
	todayProgress = "Judging {} of {}…"
	todayBrief    = "{} of {} people need something from you."
	todayNothing  = "Nothing is due today"
	todayAll      = "You track {}. Nobody needs anything from you."
	todayNobody   = "You track nobody yet"
	todayBring    = "Bring people from your CRM or Gmail"
	todayBegin    = "Open a prospect’s Gmail thread or LinkedIn page and press Track. From then on they are here when they need you."
)

// What is done in place, and what is said of it.
const (
	todayDone     = "{}: {}. {}"
	todayMoved    = "Next: {}"
	todayAllDone  = "That was the last one."
	todayUndone   = "Taken back: {}"
	todayNoStep   = "There is nothing to tick off. Open it and see."
	todayPick     = "Pick how it went."
	todayNoDraft  = "There is no draft to copy."
	todayNoUndo   = "There is nothing to take back."
	todayFinal    = "{}: what you did last cannot be taken back. Press U again for what came before it."
	todayNoPage   = "There is no page to open."
	LabelListKeys = "Keys in the list"
	LabelOpen     = "Open"
	LabelWaits    = "Judging everybody…"
)

// TodayKeys are the keys of the list, and what each does.
var TodayKeys = []Shortcut{
	{Key: "J K", Label: "next, previous"}, {Key: "Enter", Label: "open"}, {Key: "D", Label: "done"}, {Key: "S", Label: "later"},
	{Key: "B", Label: "let go"}, {Key: "L", Label: "log what happened"}, {Key: "C", Label: "copy the draft"}, {Key: "N", Label: "copy the CRM note"}, {Key: "O", Label: "their page"},
	{Key: "U", Label: "undo"},
}
