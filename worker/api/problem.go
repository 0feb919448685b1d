package api

import (
	"encoding/json"
	"net/http"

	"cleanbreak/core/replica"
	"cleanbreak/worker/store"
)

// Codes of problems, beside those of the wire form and the store.
const (
	NotFound       = "not-found"
	WrongMethod    = "wrong-method"
	NotConfigured  = "not-configured"
	Broken         = "broken"
	OriginRefused  = "origin-refused"
	Compressed     = "compressed"
	NotJSON        = "not-json"
	BodyTooLarge   = "body-too-large"
	Unknown        = "unknown-token"
	WrongToken     = "wrong-token"
	TooMany        = "too-many-requests"
	TooManyMisses  = "too-many-misses"
	SetupRefused   = "setup-refused"
	TeamExists     = "team-exists"
	InviteRefused  = "invitation-refused"
	InviteTaken    = "invitation-taken"
	ClientTooOld   = "client-too-old"
	WrongCursor    = "wrong-cursor"
	Rewound        = "rewound"
	TicketRefused  = "ticket-refused"
	NotUpgrade     = "not-upgrade"
	NobodyKnown    = "unknown-pseudonym"
	NothingThere   = "no-playbook"
	wrongParameter = "wrong-parameter"
)

// problem is the status of a code, and a sentence that a panel can show.
type problem struct {
	status   int
	sentence string
}

// problems has every code once; a test holds the OpenAPI document to it.
var problems = map[string]problem{
	NotFound:       {404, "There is nothing at this address."},
	WrongMethod:    {405, "This address does not take that method."},
	NotConfigured:  {503, "This Worker has not been set up yet."},
	Broken:         {500, "The Worker failed. Nothing was changed; try again."},
	OriginRefused:  {403, "This Worker answers browser extensions only."},
	Compressed:     {415, "Compressed bodies are not taken."},
	NotJSON:        {415, "The body must be application/json."},
	BodyTooLarge:   {413, "The body is larger than 512 KiB."},
	Unknown:        {401, "This device is not part of the team, or was removed."},
	WrongToken:     {401, "The token of the device that joins is missing or mistyped."},
	TooMany:        {429, "Too many requests; wait a minute."},
	TooManyMisses:  {429, "This invitation is not known, was used, or is over, and too many such were tried; a new one works at once."},
	SetupRefused:   {403, "The set-up secret is not right."},
	TeamExists:     {409, "This team exists already."},
	InviteRefused:  {403, "This invitation is not known, was used, or is over."},
	InviteTaken:    {409, "This invitation is there already."},
	ClientTooOld:   {426, "This version of Clean Break is too old for the team; update it."},
	WrongCursor:    {400, "The cursor is not one this Worker gave."},
	Rewound:        {409, "The Worker was set back to an earlier state; start again from cursor 0."},
	TicketRefused:  {403, "The ticket was used or is over; ask for another."},
	NotUpgrade:     {426, "This address is for a WebSocket."},
	NobodyKnown:    {404, "Nobody with this pseudonym is known."},
	NothingThere:   {404, "The team has no playbook yet."},
	wrongParameter: {400, "A parameter of the address is not what it should be."},

	replica.Malformed:    {400, "The body is not JSON that every reader takes the same way."},
	replica.UnknownField: {400, "The body has a field that is not known; letter case counts."},
	replica.DoubleField:  {400, "The body has a field or an entry twice."},
	replica.WrongType:    {400, "A value in the body is of the wrong type."},
	replica.WrongLength:  {400, "A value in the body is too short or too long."},
	replica.WrongText:    {400, "A text in the body has characters that have no place there."},
	replica.OutOfRange:   {400, "A number in the body is out of its range."},
	replica.MissingField: {400, "The body lacks a field."},
	replica.UnknownWord:  {400, "A word in the body is not one of those there are."},
	replica.TooLarge:     {400, "The body has more entries, or a larger event, than is taken at once."},

	store.ManagerOnly:    {403, "Only a manager may do this."},
	store.NoDevice:       {404, "The team has no such device or recovery key."},
	store.LastManager:    {409, "The last manager's device cannot be removed."},
	store.DevicesChanged: {409, "The team's devices have changed meanwhile; look again."},
	store.KeyTaken:       {409, "There is a key of that id already."},
	store.Erased:         {409, "This person was erased."},
	store.UnknownKey:     {409, "The event is sealed with a key the team does not have."},
	store.PlaybookBehind: {409, "There is a newer playbook; look again."},
	store.ReceiptRefused: {409, "The receipt is not this Worker's."},
}

// fail answers with a problem document.
func (c *call) fail(code, detail string) {
	p, known := problems[code]
	if !known {
		p = problems[Broken]
	}
	body, err := json.Marshal(struct {
		Type   string `json:"type"`
		Title  string `json:"title"`
		Status int    `json:"status"`
		Code   string `json:"code"`
		Detail string `json:"detail,omitempty"`
	}{"urn:cleanbreak:problem:" + code, p.sentence, p.status, code, detail})
	if err != nil {
		panic(err)
	}
	h := c.w.Header()
	h.Set("Content-Type", "application/problem+json")
	h.Set("Cache-Control", "no-store")
	if p.status == http.StatusUnauthorized {
		h.Set("WWW-Authenticate", "Bearer")
	}
	c.host.Write(c.w, p.status, plain(body))
}
