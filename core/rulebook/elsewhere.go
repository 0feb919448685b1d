package rulebook

// Elsewhere is what no assessment shows, because it is about more than one
// prospect, or about the page.
var Elsewhere = []struct{ Source, What, Where string }{
	{"ours", "Of people nobody tracks nothing is stored.", "wasm/brain"},
	{"ours", "An inbound message belongs to its sender; an outbound one counts for those it was sent to.", "core/replica"},
	{"ours", "Messages of earlier cycles stand in the panel's history.", "wasm/view"},
	{"ours", "Where they could have answered unseen, one press opens Gmail's search for all their addresses.", "wasm/view"},
	{"hoffman", "The question to ask about pride, and the one about their calendar, are offered by the panel.", "wasm/view"},
	{"pipedrive", "Contact data is filled in from the page, and says where from.", "core/page"},
	{"lange", "Every draft is read by a linter: clear, kind, no frustration.", "core/tone"},
}
