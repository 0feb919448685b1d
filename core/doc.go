// Package core is the engine: pure Go, the same in the extension, the command
// and the tests. No syscall/js, no clock, no randomness, no network, no files:
// they are arguments.
//
// # The pipeline
//
//	page      a snapshot of the page in view → Context: who, which messages, what was not read
//	reply     a message → what a person typed, what it means, whether a machine wrote it
//	history   what is known about one prospect → cycle, motion, touches, silence
//	playbook  the rules, thresholds and weights, each with its reason; the voices
//	signal    evidence worth points, one kind a file
//	verdict   the rules, in order; the first that speaks decides. The score, which orders lists
//	plan      dated steps and their words
//	assess    all of it for one prospect: what the command prints and the panel shows
//	rulebook  everything the engine goes by, of which RULES.md is made
//
// Beside it stand what the rep is told (say), what a prospect is sent (words, and
// tone, which checks it), the days (workday), the reader of files that people
// write (strict), and the log:
//
//	seal      keyed hashes in the place of names
//	keys      what keeps a team's log readable to its devices alone
//	replica   the event log: what a page adds to it, and the fold that gives a prospect's state back
//	device    the log among a team's devices: what one sends, and what it makes of the answer
//
// and what judges many at once:
//
//	calibrate when replies stop, and who of those let go came back, learnt from a team's own log
//	pipeline  CRM exports → every row with its verdict, or why it has none
//
// In the extension, one message goes this way:
//
//	content.js → background.js → brain.Page → page.ReadAt → replica.Observe → Store
//	           → replica.Fold → State.History → assess.Assess → view.State → panel: view.Make
//
// State.History has the brain read what each reply says (replica.Read, which calls
// reply.Read); the brain remembers what it has read.
//
// A package imports only those that stand before it in [Order]; a test pins it.
//
// # Languages
//
// The rep is spoken to in the browser's language, or in the one chosen in the
// settings. The English stands where it is said, {} for a name, a date or a number
// and | between what is said of none, of one and of more; every other language has
// a catalogue in extension/_locales, by the hash of the English (say.Language). So
// to add a phrase, write it in English: in wasm/view as a text in a file words*.go,
// drawn by text or filled by fill, many or word; in a page of the extension as a
// text of its HTML, or as t("…") in its script. Then
// make locales gathers it and prints what is left to translate; the translations go
// into _locales/de, es and fr, where values are $1 and $2 and may change places. A
// test fails while one is missing, is said no more, or has other values.
//
// What others wrote, names and codes never go through this: name and verbatim draw
// them as they are. Days and numbers are written as the browser's Intl writes them
// (say/formats.go, compared with Intl by a test); English keeps its own. What a
// prospect is sent has a language of its own, in core/words.
//
// # Words
//
// A prospect is a person we sell to, tracked on purpose. A touch is one outbound
// contact on one channel; a reply is inbound and typed by a person. A cycle is a
// stretch of contact with counts of its own. A verdict says what to do; a plan
// says it in dated steps and words. What keeps the devices of a team in step is
// the Worker to the rep, and in the names and comments of the Go code the server.
package core

// Order is the direction of flow: a package of core may import only packages
// that stand before it.
var Order = []string{
	"say", "workday", "strict", "seal", "keys",
	"page", "reply", "tone", "words", "playbook", "history", "signal", "verdict", "plan", "assess", "rulebook",
	"replica", "device", "calibrate", "pipeline/sample", "pipeline",
	"cmd/newsignal", "cmd/cleanbreak",
}
