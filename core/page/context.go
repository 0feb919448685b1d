// Package page turns a snapshot, what the content script read from the page in
// view, into a Context: who this is about, which messages are there, and what
// could not be read.
//
// A wrong person is worse than none: where the page leaves a doubt, the Context
// has candidates or is unreadable, and has no prospect.
package page

import "time"

// Sites a Context can come from.
const (
	Gmail    = "gmail"
	LinkedIn = "linkedin"
)

// Kinds of page.
const (
	Thread       = "thread"       // a Gmail thread
	List         = "list"         // Gmail search or inbox rows
	Draft        = "draft"        // a Gmail compose window and no thread
	Conversation = "conversation" // a LinkedIn conversation, page or overlay
	Profile      = "profile"      // a LinkedIn profile
	Other        = "other"        // a page of the site that is about nobody
	Unreadable   = "unreadable"   // a wall, an error page or an unknown layout
)

// How much of a message's text the page showed.
const (
	ReadFull    = "full"
	ReadSnippet = "snippet"
	ReadNone    = "none"
)

// Directions of a message, seen from the rep. Unknown is a message whose sender
// the page did not show: it is neither a touch nor a reply.
const (
	In      = "in"
	Out     = "out"
	Unknown = ""
)

// Context is one page, understood. It is what the other packages know of a page.
type Context struct {
	Site       string    `json:"site"`
	Kind       string    `json:"kind"`
	Prospect   Person    `json:"prospect"`
	Candidates []Person  `json:"candidates"`
	Viewer     Address   `json:"viewer"`
	Mailbox    string    `json:"mailbox"`                  // whose copy of the messages: an address, or a LinkedIn member id; "" when not read
	Subject    string    `json:"subject"`                  // of the Gmail thread, or of the draft where there is no thread
	Search     string    `json:"search,omitempty"`         // what a Gmail page of rows was searched for, decoded
	Domain     string    `json:"company_domain,omitempty"` // the prospect's company, where the page does not name it: the domain of their address; "" of a free mailbox
	Aliases    []string  `json:"aliases"`                  // other addresses on the page of the prospect's mailbox, as kim+news@: matched, not theirs before the rep says so
	Contacts   []string  `json:"contacts"`                 // addresses a LinkedIn page gives as the prospect's: a reason to propose a link
	Messages   []Message `json:"messages"`
	Draft      OpenDraft `json:"draft"`
	Hooks      []Hook    `json:"hooks"`  // personal things, each with where it was read
	Unread     []string  `json:"unread"` // fields the map could not find
	Drift      []string  `json:"drift"`  // fields found late or not at all, though the layout demands them
}

// Person is who a page is about. Every field may be empty.
type Person struct {
	Name    string `json:"name"`
	Email   string `json:"email"` // lower case
	Title   string `json:"title"`
	Company string `json:"company"`
	Place   string `json:"place"`
	Slug    string `json:"slug"`   // LinkedIn address, decoded, lower case
	Member  string `json:"member"` // LinkedIn member id, as written
	Degree  string `json:"degree"` // "1", "2", "3" or ""
}

// Address is one sender or recipient. On LinkedIn, Email is empty and Slug or
// Member may be known.
type Address struct {
	Name   string `json:"name"`
	Email  string `json:"email"`
	Slug   string `json:"slug,omitempty"`
	Member string `json:"member,omitempty"`
}

// Message is one message on the page, drafts left out.
type Message struct {
	ID        string    `json:"id"` // the page's own, stable across openings; "" when it has none, or may be a draft
	At        time.Time `json:"at"` // zero when neither id nor date could be read
	Direction string    `json:"direction"`
	From      Address   `json:"from"`
	To        []Address `json:"to"`                // those in CC too, where the page does not tell; of a row, who is in the thread
	CC        []Address `json:"cc"`                // and BCC
	Thread    string    `json:"thread,omitempty"`  // of a row: the thread's id, for #all/<id>
	Subject   string    `json:"subject,omitempty"` // of a row
	Text      string    `json:"text"`              // what the sender typed, as far as the page marks it; not trimmed further
	Read      string    `json:"read"`
	Attached  bool      `json:"attached,omitempty"` // it has an attachment
	Links     []string  `json:"links,omitempty"`    // the words that are links to the web
}

// OpenDraft is an open draft. What is written in it is no part of a page's snapshot:
// [ReadBoxes] has it, while the rep has the panel open.
type OpenDraft struct {
	Open bool      `json:"open"`
	To   []Address `json:"to"`
	CC   []Address `json:"cc"` // and BCC
}
