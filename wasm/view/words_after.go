package view

const (
	afterReason = "Closed-lost reason"
	afterStatus = "Lead status"
	afterLook   = "Look again"
	freed1      = "About an hour is free for better prospects."
	freedMany   = "About {} hours are free for better prospects."
)

var statusWords = map[string]string{"unqualified": "Unqualified", "bad timing": "Bad timing", "nurture": "Nurture: hand over to marketing"}
