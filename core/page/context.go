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

// Context is one page, understood. It is the JSON "Context" of the README.
type Context struct {
	Site       string    `json:"site"`
	Kind       string    `json:"kind"`
	Prospect   Person    `json:"prospect"`
	Candidates []Person  `json:"candidates"`
	Viewer     Address   `json:"viewer"`
	Mailbox    string    `json:"mailbox"` // whose copy of the messages: an address, or a LinkedIn member id; "" when not read
	Subject    string    `json:"subject"` // of the Gmail thread, or of the draft where there is no thread
	Messages   []Message `json:"messages"`
	Compose    Compose   `json:"draft"`
	Unread     []string  `json:"unread"` // fields the map could not find
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
	To        []Address `json:"to"` // those in CC too, where the page does not tell
	CC        []Address `json:"cc"`
	Text      string    `json:"text"` // what the sender typed, as far as the page marks it; not trimmed further
	Read      string    `json:"read"`
}

// Compose is an open draft.
type Compose struct {
	Open    bool      `json:"open"`
	To      []Address `json:"to"`
	Subject string    `json:"subject"`
	Text    string    `json:"text"`
}
