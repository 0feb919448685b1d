package view

const (
	LabelToday    = "Today"
	todayTitle    = "Today"
	todayYours    = "Your turn"
	todayLast     = "One last try"
	todayLetGo    = "Let go, well"
	todayStops    = "Do not contact: what is left to do"
	todayWaits    = "Paused, with something due"
	todayNext     = "Next touches"
	todayCount    = "{} · {}"
	todayProgress = "Judging {} of {}…"
	todayBrief    = "{} of {} people need something from you."
	todayNothing  = "Nothing is due today"
	todayAll      = "You track {}; all of them are where they should be."
	todayNobody   = "You track nobody yet"
	todayBegin    = "Open a prospect’s Gmail thread or LinkedIn page and press Track. From then on they are here when they need you."
)
