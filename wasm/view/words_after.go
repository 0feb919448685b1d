package view

const (
	afterReason = "Closed-lost reason"
	afterStatus = "Lead status"
	afterLook   = "Look again"
	freed       = "About an hour is free for better prospects.|About {} hours are free for better prospects."
)

var statusWords = map[string]string{"unqualified": "Unqualified", "bad timing": "Bad timing", "nurture": "Nurture: hand over to marketing"}
