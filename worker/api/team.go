package api

import (
	"crypto/sha256"
	"crypto/subtle"
	"net/http"

	"cleanbreak/core/replica"
	"cleanbreak/core/seal"
	"cleanbreak/worker/store"
)

// minPublicKey and maxPublicKey bound an HPKE public key in base64url: X25519 has
// 43 characters, a hybrid with ML-KEM some 1,650.
const (
	minPublicKey = 43
	maxPublicKey = 2048
	minSealed    = 38
)

var createFields = []string{"setup", "key", "public_key"}

func (c *call) create() {
	var setup, key string
	d := store.NewDevice{Token: c.token()}
	ok := c.fields(createFields, replica.Mask(createFields, createFields...), func(r *replica.WireReader, field int) {
		switch createFields[field] {
		case "setup":
			setup = r.Text(1024)
		case "key":
			key = r.Tag()
		case "public_key":
			d.PublicKey = r.Base64(minPublicKey, maxPublicKey)
		}
	})
	if !ok {
		return
	}
	if !same(setup, c.Setup) {
		c.fail(SetupRefused, "")
		return
	}
	if d.Token == "" {
		c.fail(WrongToken, tokenForm)
		return
	}
	joined, ok := c.db.Create(d, key)
	if !ok {
		c.fail(TeamExists, "")
		return
	}
	c.replyJSON(http.StatusOK, joined)
}

// same compares two secrets in a time that tells nothing of them.
func same(a, b string) bool {
	x, y := sha256.Sum256([]byte(a)), sha256.Sum256([]byte(b))
	return subtle.ConstantTimeCompare(x[:], y[:]) == 1
}

func (c *call) info() { c.replyJSON(http.StatusOK, c.db.Info(c.by)) }

var inviteFields = []string{"auth", "role", "own", "wrapped", "recovery", "public_key", "keys"}

func (c *call) invite() {
	var i store.Invitation
	ok := c.fields(inviteFields, replica.Mask(inviteFields, "auth", "wrapped"), func(r *replica.WireReader, field int) {
		switch inviteFields[field] {
		case "auth":
			i.Auth = r.Base64(43, 43)
		case "role":
			if i.Role = r.Word(); i.Role != store.Rep && i.Role != store.Manager {
				r.Fail(replica.UnknownWord)
			}
		case "own":
			i.Own = r.True()
		case "wrapped":
			i.Wrapped = r.Base64(minSealed, maxWrapped)
		case "recovery":
			i.Recovery = r.True()
		case "public_key":
			i.PublicKey = r.Base64(minPublicKey, maxPublicKey)
		case "keys":
			i.Keys = []string{}
			r.Array(1000, func() { i.Keys = append(i.Keys, r.Tag()) })
		}
	})
	if !ok {
		return
	}
	if (i.Role == "" && !i.Own && !i.Recovery) || i.Recovery != (i.PublicKey != "") {
		c.fail(replica.MissingField, "An invitation has a role or is for a device of one's own; a recovery has a public key, and nothing else has.")
		return
	}
	invited, code := c.db.Invite(c.by, i)
	if code != "" {
		c.fail(code, "")
		return
	}
	c.replyJSON(http.StatusCreated, invited)
}

var pairFields = []string{"auth", "public_key"}

// pair lets a device join. What proves an invitation is looked up first, so that
// nobody locks a team out with wrong ones; those are counted, and the count stays.
func (c *call) pair() {
	var auth string
	d := store.NewDevice{Token: c.token()}
	ok := c.fields(pairFields, replica.Mask(pairFields, pairFields...), func(r *replica.WireReader, field int) {
		if pairFields[field] == "auth" {
			auth = r.Base64(43, 43)
		} else {
			d.PublicKey = r.Base64(minPublicKey, maxPublicKey)
		}
	})
	if !ok {
		return
	}
	switch {
	case d.Token == "":
		c.fail(WrongToken, tokenForm)
		return
	case !c.known():
		c.fail(InviteRefused, "")
		return
	}
	joined, ok := c.db.Pair(seal.Hash(auth), d)
	switch {
	case ok:
		c.replyJSON(http.StatusOK, joined)
	case c.db.Misses("pair") > maxMisses:
		c.w.Header().Set("Retry-After", "3600")
		c.fail(TooManyMisses, "")
	default:
		c.fail(InviteRefused, "")
	}
}

func (c *call) devices() { c.reply(http.StatusOK, c.db.Devices()) }

func (c *call) keys() { c.reply(http.StatusOK, c.db.Keys(c.by.Device)) }

var labelFields = []string{"label"}

func (c *call) label() {
	var label string
	if !c.fields(labelFields, replica.Mask(labelFields, "label"), func(r *replica.WireReader, _ int) { label = r.Base64(minSealed, 1024) }) {
		return
	}
	if !c.db.Label(c.by, c.params[1], label) {
		c.fail(store.NoDevice, "")
		return
	}
	c.reply(http.StatusOK, c.db.Devices())
}

func (c *call) remove() {
	if c.fields(nil, 0, nil) {
		c.changed(c.db.Remove(c.by, c.params[1]))
	}
}

// changed answers with the devices as they are now, or with why nothing was done.
func (c *call) changed(code string) {
	if code != "" {
		c.fail(code, "")
		return
	}
	c.reply(http.StatusOK, c.db.Devices())
}

var (
	keyFields = []string{"key", "for", "keys", "old"}
	forFields = []string{"device", "sealed"}
)

// putKey takes a new sealing key, or one for reading that this server lost.
func (c *call) putKey() {
	r, old := store.Rotation{For: map[string]string{}, Keys: []string{}}, false
	ok := c.fields(keyFields, replica.Mask(keyFields, "key", "for", "keys"), func(in *replica.WireReader, field int) {
		switch keyFields[field] {
		case "key":
			r.Key = in.Tag()
		case "for":
			in.Array(1000, func() { readFor(in, r.For) })
		case "keys":
			in.Array(1000, func() { r.Keys = append(r.Keys, in.Tag()) })
		case "old":
			old = in.True()
		}
	})
	if ok {
		c.changed(c.db.PutKey(c.by, r, !old))
	}
}

func readFor(r *replica.WireReader, into map[string]string) {
	var device, sealed string
	seen := r.Object(forFields, func(field int) {
		if forFields[field] == "device" {
			device = r.Tag()
		} else {
			sealed = r.Base64(minSealed, maxWrapped)
		}
	})
	switch {
	case seen != replica.Mask(forFields, forFields...):
		r.Fail(replica.MissingField)
	case into[device] != "":
		r.Fail(replica.DoubleField)
	}
	into[device] = sealed
}
